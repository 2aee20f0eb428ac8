"""What it costs: totals, by size class, by obligation, and what the figures rest on.

Amounts are formulas over the sheet with every sum, so that they follow when an input is changed.
Each part writes itself from a row on and returns the first row after it.
"""

from dataclasses import dataclass

from checker.content import cost_words
from checker.models.cost import KeptApart, ObligationCosts, Range, Totals, known
from checker.models.obligation import ObligationKind
from checker.report import burden_text
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Formula
from checker.report.excel.live import totals as live
from checker.report.excel.live.plan import TOTAL, VOLUNTARY, Part
from checker.report.excel.live.totals import AMOUNTS, Where
from checker.report.excel.sheets import by_class
from checker.report.excel.sheets.by_class import (
    AMOUNT_STYLES,
    LAST,
    TOTAL_STYLES,
    WIDTHS,
    put_total,
    section,
    sentence,
    unknown,
    yes_no,
)
from checker.report.excel.table import put_figures, put_headings
from checker.report.excel.view import View


@dataclass(frozen=True)
class _Costs:
    """Costs with how the workbook adds them up."""

    totals: Totals | None
    complete: bool
    where: Where


@dataclass(frozen=True)
class _Entry:
    """Costs with what is voluntary beside them."""

    name: str
    due: _Costs
    voluntary: _Costs


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("burden", WIDTHS, landscape=True)
    title = f"{view.say('sheet/burden')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, LAST, title, "title"))
    sheet.freeze(1)
    row = 1
    for part in (_totals, _control, _parts, by_class.write, _obligations, _apart, _alternatives,
                 _notes):  # fmt: skip
        row = part(sheet, view, row) + 1


# --- the total, and what it is made of ------------------------------------------------------------


def _totals(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = section(sheet, row, "totals")
    tariffs = burden_text.tariffs_text(costs, view.rulebook, view.language)
    for text in (tariffs, view.say("burden/rounding")):
        row = sentence(sheet, row, text, "note")
    if not costs.complete:
        row = sentence(sheet, row, view.say("burden/incomplete"), "outcome_partial")
    if costs.totals is None:
        return sentence(sheet, row, view.say("burden/nothing"))
    put_headings(sheet, row, ("figure", "low_amount", "mid_amount", "high_amount", "doubtful"))
    all_sums = live.added(view)
    first_year = live.both(all_sums)
    rows: tuple[tuple[str, Range | None, str, Where], ...] = (
        ("one_off", costs.totals.one_off, "euro", all_sums),
        ("recurring", costs.totals.recurring, "euro", all_sums),
        ("hours_one_off", costs.totals.hours_one_off, "hours", all_sums),
        ("hours_recurring", costs.totals.hours_recurring, "hours", all_sums),
        ("first_year", costs.first_year, "euro", first_year),
        ("equivalent", costs.yearly_equivalent, "euro", all_sums),
    )
    doubtful = yes_no(view, costs.is_doubtful(costs.counted_lines))
    for key, amount, style, where in rows:
        row += 1
        found = live.ends(where, key, known(amount, complete=costs.complete))
        name = view.say(f"burden/{key}")
        put_figures(sheet, row, name, found, (style,) * 3, unknown(view), doubtful)
    return row + 1


def _control(sheet: Sheet, view: View, row: int) -> int:
    """Say whether the workbook still gives what the program gave."""
    totals = view.assessment.burden.totals
    if totals is None:
        return row - 1
    row = section(sheet, row, "control")
    put_headings(sheet, row, ("figure", "of_program", "of_workbook", "checks"))
    same, changed = view.say("live/equal"), view.say("live/differs")
    first = row + 1
    for key, style in zip(AMOUNTS, AMOUNT_STYLES, strict=True):
        row += 1
        value = getattr(totals, key).mid
        # Less than half a cent is rounding of the spreadsheet, not a change.
        test = f'=IF(ABS(B{row + 1}-C{row + 1})<0.005,"{same}","{changed}")'
        cells = (view.say(f"burden/{key}"), value, Formula(live.added(view)(key), value))
        cent = "euro_cent" if style == "euro" else style
        sheet.put_row(row, (*cells, Formula(test, same)), ("strong", cent, cent, "text"))
        sheet.mark_changed(row, 3, changed)
    row += 1
    told = view.say("live/same")
    alert = view.say("live/changed_alone" if view.is_calculation else "live/changed")
    question = view.say("live/control")
    sheet.put(row, 0, question, "label")
    sheet.set_height(row, sheet.column_height(question, 0, "label"))
    test = f'=IF(COUNTIF(D{first + 1}:D{row},"{same}")={len(AMOUNTS)},"{told}","{alert}")'
    sheet.put_across(row, 1, LAST, Formula(test, told), "text")
    sheet.mark_changed(row, 1, alert)
    return row + 1


def _parts(sheet: Sheet, view: View, row: int) -> int:
    costs, information = view.assessment.burden, ObligationKind.INFORMATION
    row = section(sheet, row, "parts")
    put_headings(sheet, row, ("figure", *AMOUNTS))
    of_kind = live.added(view, obligation_kind=view.choice(information))
    parts = {
        "eu": _Costs(costs.by_origin.eu, costs.complete, live.by_origin(view, "eu")),
        "national": _Costs(
            costs.by_origin.national, costs.complete, live.by_origin(view, "national")
        ),
        "unknown": _Costs(costs.by_origin.unknown, costs.complete, live.by_origin(view, "unknown")),
        "information": _Costs(
            costs.by_kind.get(information, Totals()), costs.kind_is_complete(information), of_kind
        ),
        "voluntary": _Costs(
            costs.voluntary, costs.voluntary_is_complete(), live.added(view, VOLUNTARY)
        ),
    }
    for key, item in parts.items():
        row += 1
        _put_costs(sheet, view, row, view.say(f"burden/{key}"), item)
    for person in costs.others:
        who = person.addressee
        row = _put_entry(
            sheet,
            view,
            row,
            _Entry(
                view.say("burden/other", who=view.choice(who)),
                _Costs(person.totals, person.complete, live.added(view, Part("total", who))),
                _Costs(
                    person.voluntary,
                    costs.voluntary_is_complete(who),
                    live.added(view, Part("voluntary", who)),
                ),
            ),
        )
    return row + 1


def _put_costs(sheet: Sheet, view: View, row: int, name: str, item: _Costs) -> None:
    values = live.amounts(item.where, item.totals, complete=item.complete)
    put_figures(sheet, row, name, values, AMOUNT_STYLES, unknown(view))


def _put_entry(sheet: Sheet, view: View, row: int, entry: _Entry) -> int:
    """Write below ``row``, what is voluntary on a row of its own; return the last row."""
    row += 1
    _put_costs(sheet, view, row, entry.name, entry.due)
    if entry.voluntary.totals != Totals():
        row += 1
        name = view.say("burden/voluntary_of", name=entry.name)
        _put_costs(sheet, view, row, name, entry.voluntary)
    return row


# --- by obligation --------------------------------------------------------------------------------


def _obligations(sheet: Sheet, view: View, row: int) -> int:
    """Write what counts with its total, and below it what is voluntary with its own."""
    costs = view.assessment.burden
    row = section(sheet, row, "obligations")
    put_headings(sheet, row, ("obligation", *AMOUNTS, "counted", "complete", "doubtful"))
    counted = [item for item in costs.by_obligation if item.counted]
    voluntary = [item for item in costs.by_obligation if not item.counted]
    for item in counted:
        row += 1
        _put_obligation(sheet, view, row, item)
    row += 1
    total = live.amounts(live.added(view), costs.totals, complete=costs.complete)
    put_total(sheet, view, row, total, TOTAL_STYLES)
    for item in voluntary:
        row += 1
        _put_obligation(sheet, view, row, item)
    if voluntary:
        row += 1
        complete = costs.voluntary_is_complete()
        values = live.amounts(live.added(view, VOLUNTARY), costs.voluntary, complete=complete)
        put_total(sheet, view, row, values, TOTAL_STYLES, view.say("burden/voluntary"))
    return row + 1


def _put_obligation(sheet: Sheet, view: View, row: int, item: ObligationCosts) -> None:
    duty = (view.assessment.regulation.obligations or ())[item.index]
    name = cost_words.obligation_name(duty, whole=True)
    part = TOTAL if item.counted else VOLUNTARY
    where = live.added(view, part, obligation_number=item.index + 1)
    put_figures(
        sheet,
        row,
        name if item.counted else view.say("burden/voluntary_of", name=name),
        live.amounts(where, item.totals, complete=item.complete),
        AMOUNT_STYLES,
        unknown(view),
        view.say("burden/counted" if item.counted else "burden/not_counted"),
        view.say("burden/complete" if item.complete else "burden/with_gaps"),
        yes_no(view, view.assessment.burden.is_doubtful(item.lines)),
    )


# --- beside the total -----------------------------------------------------------------------------


def _apart(sheet: Sheet, view: View, row: int) -> int:
    """Spending that is no regeldrukkosten, with the reason why not."""
    kept = view.assessment.burden.kept_apart
    if not kept:
        return row - 1
    row = section(sheet, row, "apart")
    put_headings(sheet, row, ("figure", "one_off", "recurring"))
    sheet.put_across(row, 3, LAST, view.say("column/constant_reason"), "header")
    for item in kept:
        row += 1
        reason = view.text(view.rulebook.parameters.cost_kind(item.kind).reason)
        where = cost_words.payer_name(item, view.assessment.regulation, view.language)
        name = f"{view.choice(item.kind)} · {where}"
        sums = _where_apart(view, item)
        sheet.put(row, 0, name, "strong")
        sheet.put(row, 1, Formula(sums("one_off"), item.one_off.mid), "euro")
        sheet.put(row, 2, Formula(sums("recurring"), item.recurring.mid), "euro")
        height = sheet.put_across(row, 3, LAST, reason)
        sheet.set_height(row, height, sheet.column_height(name, 0, "strong"))
    return row + 1


def _where_apart(view: View, item: KeptApart) -> Where:
    return live.added(
        view,
        Part("apart", item.addressee),
        obligation_number=item.obligation + 1,
        activity_number=item.activity + 1,
    )


def _alternatives(sheet: Sheet, view: View, row: int) -> int:
    """Write the proposal, and below it what else was weighed."""
    costs = view.assessment.burden
    row = section(sheet, row, "alternatives")
    put_headings(sheet, row, ("figure", *AMOUNTS))
    proposal = _Entry(
        view.say("burden/proposal"),
        _Costs(costs.totals, costs.complete, live.added(view)),
        _Costs(costs.voluntary, costs.voluntary_is_complete(), live.added(view, VOLUNTARY)),
    )
    row = _put_entry(sheet, view, row, proposal)
    for number, item in enumerate(costs.alternatives, start=1):
        kind = view.choice(item.kind) if item.kind else ""
        name = ": ".join(part for part in (kind, item.description) if part)
        if item.totals is None:
            row += 1
            absent = view.say("burden/not_costed")
            put_figures(sheet, row, name, [None] * len(AMOUNTS), AMOUNT_STYLES, absent)
            continue
        due = live.added(view, Part("alternative", number=number))
        optional = live.added(view, Part("alternative_voluntary", number=number))
        entry = _Entry(
            name,
            _Costs(item.totals, item.complete, due),
            _Costs(item.voluntary, item.complete, optional),
        )
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
    for key, texts in groups.items():
        if texts:
            row = section(sheet, row, key)
            for text in texts:
                row = sentence(sheet, row, text, "text")
            row += 1
    return row
