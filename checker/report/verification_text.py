"""A verified table as text for the command line."""

from collections.abc import Iterator

from checker.content import say, verify_words
from checker.models.base import Language
from checker.models.verification import (
    Calculation,
    Checked,
    CheckedCalculation,
    Status,
    Verification,
)


def verification(found: Verification, language: Language) -> str:
    """Return what became of every figure, what is wrong in full."""
    return "\n".join(_lines(found, language))


def _lines(found: Verification, language: Language) -> Iterator[str]:
    yield found.file
    yield verify_words.summary(found, language)
    for one in found.calculations:
        yield from _calculation(one, language)


def _calculation(one: CheckedCalculation, language: Language) -> Iterator[str]:
    calculation = one.calculation
    yield ""
    if calculation.sheet:
        yield say(language, "verify/text/sheet", name=calculation.sheet)
    yield verify_words.how_read(calculation, language)
    in_rows = [figure for row in one.rows for figure in row.figures]
    for title, figures in (("rows", in_rows), ("totals", list(one.totals))):
        if figures:
            yield ""
            yield say(language, f"verify/text/{title}")
        for checked in figures:
            yield from _figure(checked, calculation, language)


def _figure(checked: Checked, calculation: Calculation, language: Language) -> Iterator[str]:
    line = say(
        language,
        "verify/text/line",
        cell=checked.cell,
        name=checked.name,
        column=checked.column,
        published=verify_words.number(checked.published, language),
        status=verify_words.status(checked.status, language),
    )
    yield f"  {' '.join(line.split())}"
    if checked.status is not Status.FOLLOWS or checked.hints:
        yield f"      {verify_words.message(checked, calculation, language)}"
