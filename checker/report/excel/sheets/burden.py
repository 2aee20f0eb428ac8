"""What it costs: totals, by size class, by obligation, and what the figures rest on.

Each part writes itself from a row on and returns the first row after it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.content import cost_words
from checker.models.cost import ClassCosts, ObligationCosts, Range, Ratio, Totals, known
from checker.models.obligation import ObligationKind
from checker.report import burden_text
from checker.report.excel.book import Book, Sheet
from checker.report.excel.table import put_figures, put_headings
from checker.report.excel.view import View

_WIDTHS = (46, 17, 17, 17, 17, 17, 17, 18)
_LAST = len(_WIDTHS) - 1
_AMOUNTS = ("one_off", "recurring", "hours_one_off", "hours_recurring")
_AMOUNT_STYLES = ("euro", "euro", "hours", "hours")
_TOTAL_STYLES = ("euro_strong", "euro_strong", "hours_strong", "hours_strong")


@dataclass(frozen=True)
class _Entry:
    """Costs with what is voluntary beside them."""

    name: str
    totals: Totals | None
    complete: bool
    voluntary: Totals
    voluntary_complete: bool


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("burden", _WIDTHS, landscape=True)
    title = f"{view.say('sheet/burden')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, _LAST, title, "title"))
    sheet.freeze(1)
    row = 1
    for part in (_totals, _parts, _classes, _per_firm, _obligations, _apart, _alternatives, _notes):
        row = part(sheet, view, row) + 1


def _section(sheet: Sheet, row: int, key: str) -> int:
    sheet.put_across(row, 0, _LAST, sheet.book.say(f"burden/{key}"), "section")
    sheet.set_height(row, 21)
    return row + 1


def _sentence(sheet: Sheet, row: int, text: str, style: str = "plain") -> int:
    sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, style))
    return row + 1


def _absent(view: View) -> str:
    return view.say("burden/unknown_amount")


def _yes_no(view: View, answer: bool) -> str:
    return view.say("burden/yes" if answer else "burden/no")


def _middle(totals: Totals | None, *, complete: bool) -> list[Decimal | None]:
    """Return euro and hours, once and every year; None for what is not known."""
    if totals is None:
        return [None] * len(_AMOUNTS)
    return [known(getattr(totals, part).mid, complete=complete) for part in _AMOUNTS]


# --- the total, and what it is made of ------------------------------------------------------------


def _totals(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = _section(sheet, row, "totals")
    tariffs = burden_text.tariffs_text(costs, view.rulebook, view.language)
    for text in (tariffs, view.say("burden/rounding")):
        row = _sentence(sheet, row, text, "note")
    if not costs.complete:
        row = _sentence(sheet, row, view.say("burden/incomplete"), "outcome_partial")
    if costs.totals is None:
        return _sentence(sheet, row, view.say("burden/nothing"))
    put_headings(sheet, row, ("figure", "low_amount", "mid_amount", "high_amount", "doubtful"))
    rows: tuple[tuple[str, Range | None, str], ...] = (
        ("one_off", costs.totals.one_off, "euro"),
        ("recurring", costs.totals.recurring, "euro"),
        ("hours_one_off", costs.totals.hours_one_off, "hours"),
        ("hours_recurring", costs.totals.hours_recurring, "hours"),
        ("first_year", costs.first_year, "euro"),
        ("equivalent", costs.yearly_equivalent, "euro"),
    )
    doubtful = _yes_no(view, costs.is_doubtful(costs.counted_lines))
    for key, amount, style in rows:
        row += 1
        shown = known(amount, complete=costs.complete)
        ends = (None,) * 3 if shown is None else (shown.low, shown.mid, shown.high)
        name = view.say(f"burden/{key}")
        put_figures(sheet, row, name, ends, (style,) * 3, _absent(view), doubtful)
    return row + 1


def _parts(sheet: Sheet, view: View, row: int) -> int:
    costs, information = view.assessment.burden, ObligationKind.INFORMATION
    row = _section(sheet, row, "parts")
    put_headings(sheet, row, ("figure", *_AMOUNTS))
    parts = {
        "eu": (costs.by_origin.eu, costs.complete),
        "national": (costs.by_origin.national, costs.complete),
        "unknown": (costs.by_origin.unknown, costs.complete),
        "information": (
            costs.by_kind.get(information, Totals()),
            costs.kind_is_complete(information),
        ),
        "voluntary": (costs.voluntary, costs.voluntary_is_complete()),
    }
    for key, (totals, complete) in parts.items():
        row += 1
        _put_totals(sheet, view, row, view.say(f"burden/{key}"), totals, complete=complete)
    for other in costs.others:
        name = view.say("burden/other", who=view.choice(other.addressee))
        sure = costs.voluntary_is_complete(other.addressee)
        entry = _Entry(name, other.totals, other.complete, other.voluntary, sure)
        row = _put_entry(sheet, view, row, entry)
    return row + 1


def _put_totals(
    sheet: Sheet, view: View, row: int, name: str, totals: Totals | None, *, complete: bool
) -> None:
    values = _middle(totals, complete=complete)
    put_figures(sheet, row, name, values, _AMOUNT_STYLES, _absent(view))


def _put_entry(sheet: Sheet, view: View, row: int, entry: _Entry) -> int:
    """Write below ``row``, what is voluntary on a row of its own; return the last row."""
    row += 1
    _put_totals(sheet, view, row, entry.name, entry.totals, complete=entry.complete)
    if entry.voluntary != Totals():
        row += 1
        name = view.say("burden/voluntary_of", name=entry.name)
        complete = entry.voluntary_complete
        _put_totals(sheet, view, row, name, entry.voluntary, complete=complete)
    return row


# --- by size class --------------------------------------------------------------------------------


def _classes(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = _section(sheet, row, "classes")
    put_headings(sheet, row, ("size_class", "firms", "affected", *_AMOUNTS, "doubtful"))
    styles = ("integer", "integer", *_AMOUNT_STYLES)
    for item in costs.by_size_class:
        row += 1
        name = cost_words.size_name(item.size_class, view.language)
        firms = None if item.firms is None else item.firms.mid
        values = (firms, item.affected, *_middle(item.totals, complete=item.complete))
        doubtful = _yes_no(view, costs.class_is_doubtful(item.size_class))
        put_figures(sheet, row, name, values, styles, _absent_in(item, view), doubtful)
    there = [item for item in costs.by_size_class if costs.has_firms(item.size_class)]
    total = (
        _sum(None if item.firms is None else item.firms.mid for item in there),
        _sum(item.affected for item in there),
        *_middle(costs.totals, complete=costs.complete),
    )
    _put_total(sheet, view, row + 1, total, ("integer_strong", "integer_strong", *_TOTAL_STYLES))
    return row + 2


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum; None where one of them is not known."""
    found = list(values)
    known_ones = [value for value in found if value is not None]
    return sum(known_ones, Decimal(0)) if len(known_ones) == len(found) else None


def _put_total(
    sheet: Sheet,
    view: View,
    row: int,
    values: Sequence[Decimal | None],
    styles: Sequence[str],
    name: str = "",
) -> None:
    put_figures(sheet, row, name or view.say("column/total"), values, styles, _absent(view))


def _absent_in(item: ClassCosts, view: View) -> str:
    """Return why a size class has no amount."""
    has_firms = view.assessment.burden.has_firms(item.size_class)
    return _absent(view) if has_firms else view.say("burden/empty_class")


def _per_firm(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = _section(sheet, row, "per_firm")
    headings = ("size_class", "one_off_firm", "recurring_firm", "one_off_affected",
                "recurring_affected", "one_off_person", "recurring_person", "persons")  # fmt: skip
    put_headings(sheet, row, headings)
    styles = (*["euro_cent"] * 6, "integer")
    for item in costs.by_size_class:
        row += 1
        each = (item.per_firm, item.per_affected, item.per_person)
        amounts = [amount for part in each for amount in (part.one_off, part.recurring)]
        shown = [known(amount, complete=item.complete) for amount in amounts]
        name = cost_words.size_name(item.size_class, view.language)
        put_figures(sheet, row, name, (*shown, item.persons), styles, _absent_in(item, view))
    for key, ratio in (("ratio", costs.ratio), ("ratio_extremes", costs.ratio_extremes)):
        row += 1
        _put_ratio(sheet, view, row, view.say(f"burden/{key}"), ratio)
    return row + 1


def _put_ratio(sheet: Sheet, view: View, row: int, name: str, ratio: Ratio) -> None:
    """Write a ratio below the amounts per person that it is a ratio of."""
    values = (ratio.one_off, ratio.recurring)
    absent = view.say("burden/no_ratio")
    cells = [absent if value is None else value for value in values]
    styles = ["text" if value is None else "ratio" for value in values]
    sheet.put_row(
        row, [name, *[None] * 4, *cells, None], ["strong", *["text"] * 4, *styles, "text"]
    )


# --- by obligation --------------------------------------------------------------------------------


def _obligations(sheet: Sheet, view: View, row: int) -> int:
    """Write what counts with its total, and below it what is voluntary with its own."""
    costs = view.assessment.burden
    row = _section(sheet, row, "obligations")
    put_headings(sheet, row, ("obligation", *_AMOUNTS, "counted", "complete", "doubtful"))
    counted = [item for item in costs.by_obligation if item.counted]
    voluntary = [item for item in costs.by_obligation if not item.counted]
    for item in counted:
        row += 1
        _put_obligation(sheet, view, row, item)
    row += 1
    _put_total(sheet, view, row, _middle(costs.totals, complete=costs.complete), _TOTAL_STYLES)
    for item in voluntary:
        row += 1
        _put_obligation(sheet, view, row, item)
    if voluntary:
        row += 1
        values = _middle(costs.voluntary, complete=costs.voluntary_is_complete())
        _put_total(sheet, view, row, values, _TOTAL_STYLES, view.say("burden/voluntary"))
    return row + 1


def _put_obligation(sheet: Sheet, view: View, row: int, item: ObligationCosts) -> None:
    duty = (view.assessment.regulation.obligations or ())[item.index]
    name = cost_words.obligation_name(duty, whole=True)
    put_figures(
        sheet,
        row,
        name if item.counted else view.say("burden/voluntary_of", name=name),
        _middle(item.totals, complete=item.complete),
        _AMOUNT_STYLES,
        _absent(view),
        view.say("burden/counted" if item.counted else "burden/not_counted"),
        view.say("burden/complete" if item.complete else "burden/with_gaps"),
        _yes_no(view, view.assessment.burden.is_doubtful(item.lines)),
    )


# --- beside the total -----------------------------------------------------------------------------


def _apart(sheet: Sheet, view: View, row: int) -> int:
    """Spending that is no regeldrukkosten, with the reason why not."""
    kept = view.assessment.burden.kept_apart
    if not kept:
        return row - 1
    row = _section(sheet, row, "apart")
    put_headings(sheet, row, ("figure", "one_off", "recurring"))
    sheet.put_across(row, 3, _LAST, view.say("column/constant_reason"), "header")
    for item in kept:
        row += 1
        reason = view.text(view.rulebook.parameters.cost_kind(item.kind).reason)
        where = cost_words.payer_name(item, view.assessment.regulation, view.language)
        name = f"{view.choice(item.kind)} · {where}"
        sheet.put(row, 0, name, "strong")
        sheet.put(row, 1, item.one_off.mid, "euro")
        sheet.put(row, 2, item.recurring.mid, "euro")
        height = sheet.put_across(row, 3, _LAST, reason)
        sheet.set_height(row, height, sheet.column_height(name, 0, "strong"))
    return row + 1


def _alternatives(sheet: Sheet, view: View, row: int) -> int:
    """Write the proposal, and below it what else was weighed."""
    costs = view.assessment.burden
    row = _section(sheet, row, "alternatives")
    put_headings(sheet, row, ("figure", *_AMOUNTS))
    own = (costs.totals, costs.complete, costs.voluntary, costs.voluntary_is_complete())
    row = _put_entry(sheet, view, row, _Entry(view.say("burden/proposal"), *own))
    for item in costs.alternatives:
        kind = view.choice(item.kind) if item.kind else ""
        name = ": ".join(part for part in (kind, item.description) if part)
        if item.totals is None:
            row += 1
            absent = view.say("burden/not_costed")
            put_figures(sheet, row, name, [None] * len(_AMOUNTS), _AMOUNT_STYLES, absent)
        else:
            entry = _Entry(name, item.totals, item.complete, item.voluntary, item.complete)
            row = _put_entry(sheet, view, row, entry)
    return row + 1


def _notes(sheet: Sheet, view: View, row: int) -> int:
    costs, regulation = view.assessment.burden, view.assessment.regulation
    language = view.language
    groups: dict[str, list[str]] = {
        "missing": list(cost_words.gap_texts(costs.missing, regulation, language)),
        "remarks": [
            cost_words.remark_text(remark, regulation, view.rulebook, language)
            for remark in costs.remarks
        ],
        "unverified": [
            cost_words.unverified_text(item, regulation, view.rulebook, language)
            for item in costs.unverified
        ],
    }
    for key, sentences in groups.items():
        if sentences:
            row = _section(sheet, row, key)
            for sentence in sentences:
                row = _sentence(sheet, row, sentence, "text")
            row += 1
    return row
