"""Every sum: each activity in each size class, with its inputs in the order of the formula.

An input has a row of its own, with its margin, how sure it is and where it comes from, so that
somebody else can follow the sum.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.burden.audiences import Counted
from checker.burden.classes import number_of
from checker.content import cost_words
from checker.models.cost import (
    MONEY,
    SHARES,
    InputKind,
    Inputs,
    Line,
    Provenance,
    Range,
    Totals,
    Variable,
)
from checker.models.figure import Unit
from checker.models.obligation import Effect, Timing
from checker.models.wording import Quantity, written
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell, Shown, shown
from checker.report.excel.styles import AS_IT_IS
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_HEADINGS = ("sum", "input", "low_amount", "mid_amount", "high_amount", "certainty",
             "input_source", "remark")  # fmt: skip
_WIDTHS = (7, 46, 19, 19, 19, 18, 40, 32)
_LAST = len(_WIDTHS) - 1
_ORDER = ("starters", "share", "times", "every_years", "per_firm", "events", "events_weight",
          "minutes", "tariff", "outsourced", "external_hours", "external_rate", "purchases",
          "maintenance", "lifetime", "residual", "business_as_usual")  # fmt: skip
"""Inputs after the number of firms, as the formula has them."""
_RESULTS = {
    "one_off": "euro_cent_strong",
    "recurring": "euro_cent_strong",
    "hours_one_off": "hours_strong",
    "hours_recurring": "hours_strong",
}


_NO_TEXTS = (None, None, None)


@dataclass(frozen=True)
class _Row:
    """An input, or a number that is made of several."""

    name: str
    ends: tuple[Cell, Cell, Cell]
    """Lowest, middle and highest; None where there is no margin."""
    style: str = AS_IT_IS
    certainty: str = ""
    source: str = ""
    remark: str = ""


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("calculation", _WIDTHS, landscape=True)
    put_headings(sheet, 0, _HEADINGS)
    sheet.freeze(1)
    lines = view.assessment.burden.lines
    text = view.say("calculation/how" if lines else "calculation/nothing")
    sheet.set_height(1, sheet.put_across(1, 0, _LAST, text, "note"))
    row = 2
    for number, line in enumerate(lines, start=1):
        row = _write_sum(sheet, view, row, number, line)


def _write_sum(sheet: Sheet, view: View, row: int, number: int, line: Line) -> int:
    """Write what is done and for whom, then every input, then the result."""
    sheet.put(row, 0, number, "integer_strong")
    sheet.set_height(row, sheet.put_across(row, 1, _LAST, _heading(line, view), "band"))
    for item in _inputs(line, view):
        row += 1
        texts = (item.certainty, item.source, item.remark)
        sheet.put_row(
            row,
            (number, item.name, *item.ends, *texts),
            ("integer", "text", *[item.style] * 3, *["text"] * 3),
        )
    for part, style in _RESULTS.items():
        amount: Range = getattr(line.totals, part)
        if amount != Range() or _is_headline(part, line):
            row += 1
            name = view.say("calculation/result", what=view.say(f"column/{part}"))
            ends = (amount.low, amount.mid, amount.high)
            sheet.put_row(
                row,
                (number, name, *ends, *_NO_TEXTS),
                ("integer", "strong", *[style] * 3, *["text"] * 3),
            )
    return row + 1


def _is_headline(part: str, line: Line) -> bool:
    """Whether a sum has this result also where it is zero."""
    return line.totals == Totals() and part == (
        "one_off" if line.timing is Timing.ONE_OFF else "recurring"
    )


def _heading(line: Line, view: View) -> str:
    duty = (view.assessment.regulation.obligations or ())[line.obligation]
    activity = duty.activities[line.activity]
    who = view.choice(line.addressee)
    if line.size_class is not None:
        who = cost_words.size_name(line.size_class, view.language)
    text = view.say(
        "calculation/band",
        obligation=cost_words.obligation_name(duty, whole=True),
        activity=cost_words.activity_name(activity, line.activity, view.language, whole=True),
        who=who,
        timing=view.choice(line.timing),
    )
    notes = {"abolished": line.effect is Effect.ABOLISHED, "voluntary": not line.counted}
    told = (view.say(f"calculation/{key}") for key, holds in notes.items() if holds)
    return " · ".join((text, *told))


def _inputs(line: Line, view: View) -> Iterator[_Row]:
    given = line.inputs
    if given.events is None:
        yield from _firms(given, view)
    for name in _ORDER:
        value = getattr(given, name)
        if isinstance(value, Variable):
            yield _of_variable(value, view)
        elif value is not None and (name != "events_weight" or _shares_events(given)):
            yield _Row(view.say(f"calculation/{name}"), (None, value, None))


def _shares_events(given: Inputs) -> bool:
    return given.events is not None and given.events_weight != 1


def _firms(given: Inputs, view: View) -> Iterator[_Row]:
    """Yield each group and each overlap, and what they make together where there are several."""
    parts = (*given.firms, *given.overlaps)
    for part in parts:
        yield _of_variable(part, view)
    if len(parts) > 1:
        together = number_of(Counted(given.firms, given.overlaps))
        name = view.say("calculation/firms_together")
        ends = (together.low, together.mid, together.high)
        yield _Row(name, ends, remark=firms_text(given, view))


def firms_text(given: Inputs, view: View) -> str:
    """Return how a number of firms is made up: ``9.500 + 355.605 − 500``."""
    added = " + ".join(_exact(firms, view) for firms in given.firms)
    return added + "".join(f" − {_exact(twice, view)}" for twice in given.overlaps)


def _exact(variable: Variable, view: View) -> str:
    return written(Quantity(variable.mid, Unit.EXACT), view.language)


def _of_variable(variable: Variable, view: View) -> _Row:
    kind = variable.kind
    ends = _value(kind, variable.low), _value(kind, variable.mid), _value(kind, variable.high)
    return _Row(
        _name(variable, view),
        ends,
        style="euro_cent" if kind in MONEY else AS_IT_IS,
        certainty=_certainty(variable, view),
        source=cost_words.source_text(variable, view.rulebook, view.language),
        remark=_remark(variable, view),
    )


def _value(kind: InputKind, value: Decimal) -> Cell:
    """Return a share as a percentage, with the decimals that it has."""
    percent = shown(value * 100)
    if kind not in SHARES or percent is None:
        return value
    return Shown(value, percent.places, percent=True)


def _name(variable: Variable, view: View) -> str:
    """Return what an input is; whose it is stands above it, but for firms and fixed values."""
    if variable.kind in (InputKind.FIRMS, InputKind.OVERLAP) or ":" in variable.key:
        regulation = view.assessment.regulation
        return cost_words.variable_name(variable, regulation, view.rulebook, view.language)
    return cost_words.input_name(variable.kind, view.language)


def _certainty(variable: Variable, view: View) -> str:
    if variable.provenance is Provenance.DOSSIER:
        return view.choice(variable.certainty)
    return view.say(f"calculation/{variable.provenance}")


def _remark(variable: Variable, view: View) -> str:
    """Return in words what a reader must know of an input."""
    converted = cost_words.conversion_text(variable, view.language)
    prices = view.assessment.burden.unverified
    notes = {
        "unverified": not variable.verified,
        "illustrative": variable.illustrative,
        "unverified_prices": bool(converted) and any(v.kind is InputKind.PRICES for v in prices),
    }
    told = [view.say(f"calculation/{key}") for key, holds in notes.items() if holds]
    text = "; ".join([converted, *told] if converted else told)
    return text[:1].upper() + text[1:]
