"""What a scan tells when it is done."""

from collections.abc import Iterator
from typing import Any

from checker.content import say
from checker.models.base import Language
from checker.statutebook.scan import Order, Outcome


def lines(order: Order, outcome: Outcome, language: Language) -> Iterator[str]:
    """Yield how many texts there were and what was written."""
    if outcome.resumed:
        yield say(language, "cli/scan/resumed", count=outcome.resumed)
    yield say(
        language,
        "cli/scan/done",
        count=outcome.texts,
        broken=outcome.broken,
        passed=outcome.passed,
    )
    for file in (order.target, order.picture):
        yield say(language, "cli/written", file=str(file))


def broken_lines(outcome: Outcome, language: Language) -> Iterator[str]:
    """Yield the texts that could not be read, each with its reason; nothing where all could."""
    if not outcome.broken:
        return
    yield say(language, "cli/scan/broken", count=outcome.broken)
    for name, reason in outcome.named:
        shown = " ".join(name.split())
        yield say(language, "cli/scan/broken_text", name=shown, reason=reason)
    if (more := outcome.broken - len(outcome.named)) > 0:
        yield say(language, "cli/scan/broken_more", count=more)


def as_json(order: Order, outcome: Outcome) -> dict[str, Any]:
    """Return the same as JSON values; ``broken`` names the first ones only."""
    return {
        "written": str(order.target),
        "picture": str(order.picture),
        "texts": outcome.texts,
        "resumed": outcome.resumed,
        "passed_over": outcome.passed,
        "unreadable": outcome.broken,
        "broken": [{"path": name, "error": reason} for name, reason in outcome.named],
    }
