"""How fast the program is: ``make bench``. Prints tables of times and ratios; asserts nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench import costs, reports, scan, sums, texts
from bench.tables import milliseconds, table
from checker.assess import assess
from checker.burden.uncertainty import sensitivity, simulate
from checker.models.answer import Answer
from checker.models.obligation import Obligation
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.readers import dossier
from checker.report import excel
from checker.rulebook import load
from checker.rulebook.locate import OWN_RULES

SAMPLES = Path(__file__).resolve().parents[1] / "sample_regulations"
TODAY = date(2026, 1, 1)
FACTORS = (1, 10, 100)


def with_more_rules(
    regulation: Regulation, rulebook: Rulebook, factor: int
) -> tuple[Regulation, Rulebook]:
    """Return the rulebook with each rule ``factor`` times, and a dossier that answers them all."""

    def ids(rule_id: str) -> list[str]:
        return [rule_id, *(f"{rule_id}.{copy}" for copy in range(1, factor))]

    def answers(given: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return tuple(a.model_copy(update={"rule": i}) for a in given for i in ids(a.rule))

    rules = tuple(r.model_copy(update={"id": i}) for r in rulebook.rules for i in ids(r.id))
    duties = tuple(
        duty.model_copy(update={"answers": answers(duty.answers)})
        for duty in regulation.obligations or ()
    )
    answered = {"obligations": duties, "answers": answers(regulation.answers)}
    return regulation.model_copy(update=answered), rulebook.model_copy(update={"rules": rules})


def with_more_obligations(regulation: Regulation, factor: int) -> Regulation:
    """Return the regulation with each obligation ``factor`` times."""

    def copies(duty: Obligation) -> Iterator[Obligation]:
        for copy in range(factor):
            yield duty.model_copy(update={"id": f"{duty.id}-{copy}"})

    duties = tuple(c for duty in regulation.obligations or () for c in copies(duty))
    return regulation.model_copy(update={"obligations": duties})


def _growth(
    name: str, first: int, times: list[float]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    rows = [
        (f"{factor}x", str(first * factor), f"{ms:.2f}", f"{ms / times[0]:.1f}",
         f"{1000 * ms / (first * factor):.1f}")
        for factor, ms in zip(FACTORS, times, strict=True)
    ]  # fmt: skip
    return ("", name, "ms", "times the first", "microseconds each"), rows


def main() -> None:
    """Measure loading, assessing and reporting, and how assessing grows."""
    rulebook = load(OWN_RULES)
    paths = sorted(SAMPLES.glob("*/dossier*.yaml"))
    largest = max(paths, key=lambda path: path.stat().st_size)
    regulation = dossier.read(largest, rulebook)
    result = assess(regulation, rulebook, TODAY)
    rows = [
        ("load the rules (once)", f"{milliseconds(lambda: load(OWN_RULES), 3):.1f}"),
        ("read the dossier", f"{milliseconds(lambda: dossier.read(largest, rulebook)):.1f}"),
        ("assess", f"{milliseconds(lambda: assess(regulation, rulebook, TODAY)):.2f}"),
        ("build the report", f"{milliseconds(lambda: excel.build(result, rulebook, 'nl')):.1f}"),
    ]
    table(f"The largest sample ({largest.parent.name}/{largest.name})", ("step", "ms"), rows)

    pairs = [with_more_rules(regulation, rulebook, factor) for factor in FACTORS]
    times = [milliseconds(lambda p=pair: assess(p[0], p[1], TODAY)) for pair in pairs]
    table("Assess with more rules", *_growth("rules", len(rulebook.stable_rules), times))

    drafts = [with_more_obligations(regulation, factor) for factor in FACTORS]
    times = [milliseconds(lambda d=draft: assess(d, rulebook, TODAY)) for draft in drafts]
    table(
        "Assess with more obligations",
        *_growth("obligations", len(regulation.obligations or ()), times),
    )

    texts.run(rulebook)
    scan.main()
    costs.main(rulebook.parameters)
    reports.main(rulebook)
    sums.main()
    burdens = [assess(dossier.read(path, rulebook), rulebook, TODAY).burden for path in paths]
    most = max(burdens, key=lambda burden: len(burden.lines))
    rows = [
        ("sums", str(len(most.lines))),
        ("inputs with a range", str(sum(v.is_range for v in most.variables))),
        ("simulation, ms", f"{milliseconds(lambda: simulate(most), 3):.0f}"),
        ("sensitivity, ms", f"{milliseconds(lambda: sensitivity(most), 3):.0f}"),
    ]
    table("The sample with the most sums", ("what", "value"), rows)


if __name__ == "__main__":
    main()
