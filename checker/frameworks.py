"""The same findings in the order of an official framework."""

from collections import defaultdict
from collections.abc import Iterable

from checker.models.assessment import FrameworkAnswer, FrameworkView
from checker.models.finding import Finding
from checker.models.rulebook import Framework


def group(
    findings: Iterable[Finding], frameworks: Iterable[Framework]
) -> tuple[FrameworkView, ...]:
    """Return for each framework its questions with the rules that answer them."""
    by_item: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for name in finding.frameworks:
            by_item[name].append(finding.rule)
    return tuple(
        FrameworkView(
            framework=framework.id,
            title=framework.title,
            source=framework.source,
            answers=tuple(
                FrameworkAnswer(
                    item=item.id,
                    title=item.title,
                    question=item.question,
                    rules=tuple(by_item[f"{framework.id}.{item.id}"]),
                )
                for item in framework.items
            ),
        )
        for framework in frameworks
    )
