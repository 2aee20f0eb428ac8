"""The first sheet: what, verdict, why, and what would help most.

Each part writes itself from a row on and returns the first row after it.
"""

from decimal import Decimal

from checker.content import say
from checker.content.messages import caveats, verdict_reason_text
from checker.models.assessment import Change
from checker.models.cost import ClassCosts, known
from checker.models.finding import Outcome
from checker.models.rule import Criterion
from checker.report.excel.book import BarChart, Book, Sheet
from checker.report.excel.cells import Cell, Formula
from checker.report.excel.contents import sheets_for
from checker.report.excel.live import totals as live
from checker.report.excel.sheets import findings
from checker.report.excel.sheets.by_class import RATIOS, absent, ratio_cells
from checker.report.excel.styles import EURO_CENT_LABEL
from checker.report.excel.table import put_figures, put_headings
from checker.report.excel.view import View

_WIDTHS = (36, 20, 13, 13, 14, 20, 34)
_LAST = len(_WIDTHS) - 1
_CHART_ROWS = 16
"""As many as the chart covers."""
_ROUNDING = Decimal("0.1")  # points are rounded, and so is their difference


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("summary", _WIDTHS, landscape=False)
    title = f"{view.say('program')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, _LAST, title, "title"))
    sheet.freeze(1)
    row = 1
    for part in (
        _about,
        _verdict,
        _criteria,
        _burden,
        _by_size,
        _changes,
        _counts,
        _contents,
        _unverified,
    ):
        row = part(sheet, view, row) + 1


def _section(sheet: Sheet, row: int, key: str, note: str | None = None) -> int:
    book = sheet.book
    sheet.put_across(row, 0, _LAST, book.say(f"summary/{key}"), "section")
    sheet.set_height(row, 21)
    if note is None:
        return row + 1
    height = sheet.put_across(row + 1, 0, _LAST, note, "note")
    sheet.set_height(row + 1, height)
    return row + 2


def _about(sheet: Sheet, view: View, row: int) -> int:
    identity = view.assessment.regulation.identity
    receipt = view.assessment.receipt
    unknown = view.say("cell/unknown")
    left: tuple[tuple[str, Cell], ...] = (
        ("identity.draft", identity.draft),
        ("identity.ministry", identity.ministry),
        ("identity.instrument", identity.instrument and view.choice(identity.instrument)),
        ("identity.nature", identity.nature and view.choice(identity.nature)),
    )
    right: tuple[tuple[str, Cell], ...] = (
        ("identity.phase", identity.phase and view.choice(identity.phase)),
        ("identity.reference_date", receipt.reference_date),
        ("identity.planned_publication", identity.planned_publication),
        ("identity.entry_into_force", identity.entry_into_force),
    )
    row = _section(sheet, row, "about")
    if view.heading != view.title:
        row = _put_long_fact(sheet, row, _label("identity.title", view), view.title)
    for (name, value), (other_name, other_value) in zip(left, right, strict=True):
        heights = [
            *_put_fact(sheet, row, (0, 1, 3), _label(name, view), value or unknown),
            *_put_fact(sheet, row, (4, 6, 6), _label(other_name, view), other_value or unknown),
        ]
        sheet.set_height(row, *heights)
        row += 1
    if identity.summary:
        row = _put_long_fact(sheet, row, _label("identity.summary", view), identity.summary)
    return row


def _label(field: str, view: View) -> str:
    return say(view.language, f"fields/{field}/label")


def _put_fact(
    sheet: Sheet, row: int, columns: tuple[int, int, int], name: str, value: Cell
) -> tuple[float, float]:
    label, first, last = columns
    return (
        sheet.put_across(row, label, first - 1, name, "label"),
        sheet.put_across(row, first, last, value, "text"),
    )


def _put_long_fact(sheet: Sheet, row: int, name: str, value: str) -> int:
    sheet.put(row, 0, name, "label")
    sheet.set_height(row, sheet.put_across(row, 1, _LAST, value))
    return row + 1


def _verdict(sheet: Sheet, view: View, row: int) -> int:
    assessment = view.assessment
    row = _section(sheet, row, "verdict")
    label = view.text(assessment.verdict.label)
    height = sheet.put_across(row, 0, _LAST, label, view.verdict_style)
    sheet.set_height(row, height + 12)
    for text in (*caveats(assessment, view.language), view.text(assessment.disclaimer)):
        row += 1
        sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, "note"))
    row += 1
    for number, reason in enumerate(assessment.verdict.reasons):
        name = view.say("summary/why") if number == 0 else None
        sheet.put(row, 0, name, "label")
        text = verdict_reason_text(reason, assessment, view.language)
        sheet.set_height(row, sheet.put_across(row, 1, _LAST, text))
        row += 1
    return row


def _criteria(sheet: Sheet, view: View, row: int) -> int:
    row = _section(sheet, row, "criteria", view.say("summary/criteria_note"))
    put_headings(sheet, row, ("criterion", "score", "low", "high", "completeness", "cap", "grade"))
    first = row + 1
    for row, score in enumerate(view.assessment.criteria, start=first):
        absent = view.say("summary/no_score" if score.applicable else "summary/not_applicable")
        figures = (view.shown_score(score), score.low, score.high, score.completeness)
        sheet.put_row(
            row,
            [
                view.criterion(score.criterion),
                *(absent if figure is None else figure for figure in figures),
                view.cap(score),
                view.grade(score),
            ],
            [
                "strong",
                *("text" if figure is None else "decimal" for figure in figures[:3]),
                "text" if score.completeness is None else "share",
                "text",
                "text",
            ],
        )
    last = first + len(view.assessment.criteria) - 1
    sheet.add_bar(first, last, 1)
    sheet.put_row(
        last + 1,
        (view.say("summary/overall"), None, None, None, view.assessment.completeness, None, None),
        ("label", "label", "label", "label", "share", "label", "label"),
    )
    return last + 2


def _burden(sheet: Sheet, view: View, row: int) -> int:
    """The headline of the costs: one-off and recurring apart, and per small firm."""
    costs = view.assessment.burden
    row = _section(sheet, row, "burden", view.say("summary/burden_note"))
    if costs.totals is None:
        height = sheet.put_across(row, 0, _LAST, view.say("burden/nothing"), "plain")
        sheet.set_height(row, height)
        return row + 1
    put_headings(sheet, row, ("figure", "low_amount", "mid_amount", "high_amount"))
    absent = view.say("burden/unknown_amount")
    for key, amount in (("one_off", costs.totals.one_off), ("recurring", costs.totals.recurring)):
        ends = live.ends(live.added(view), key, known(amount, complete=costs.complete))
        row += 1
        put_figures(sheet, row, view.say(f"burden/{key}"), ends, ("euro",) * 3, absent)
    notes = {
        "plain": costs.is_doubtful(costs.counted_lines)
        and view.say("burden/doubtful", sheet=view.say("sheet/burden")),
        "outcome_partial": not costs.complete and view.say("burden/incomplete"),
    }
    for style, text in notes.items():
        if text:
            row += 1
            sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, style))
    return row + 1


def _by_size(sheet: Sheet, view: View, row: int) -> int:
    """What one firm and one person in it bear in each size class, and how small stands to large."""
    costs = view.assessment.burden
    if costs.totals is None:
        return row - 1
    row = _section(sheet, row, "by_size", view.say("summary/by_size_note"))
    put_headings(sheet, row, ("size_class", "one_off_firm", "recurring_firm", "one_off_person",
                              "recurring_person"))  # fmt: skip
    first = row + 1
    for item in costs.by_size_class:
        row += 1
        values = _per_firm_and_person(view, item)
        name = view.size(item.size_class)
        put_figures(sheet, row, name, values, ("euro_cent",) * 4, absent(item, view))
    _put_chart(sheet, view, row + 2, first, row)
    for key, ratio in (("ratio", costs.ratio), ("ratio_extremes", costs.ratio_extremes)):
        row += 1
        sizes = RATIOS[key]
        cells = ratio_cells(
            view, ratio, *([s for s in side if costs.has_firms(s)] for side in sizes)
        )
        styles = ["text" if isinstance(cell, str) else "ratio" for cell in cells]
        name = view.say(f"burden/{key}")
        sheet.put_row(row, [name, None, None, *cells], ["strong", "text", "text", *styles])
    return row + _CHART_ROWS


def _per_firm_and_person(view: View, item: ClassCosts) -> list[Formula | None]:
    size, none = item.size_class, view.say("burden/empty_class")
    where = live.class_amounts(view, size)
    parts = (
        (item.per_firm, view.firms_name(size)),
        (item.per_person, view.persons_name(size)),
    )
    return [
        live.quotient(where(column)[1:], by, known(value, complete=item.complete), none)
        for each, by in parts
        for column, value in (("one_off", each.one_off), ("recurring", each.recurring))
    ]


def _put_chart(sheet: Sheet, view: View, row: int, first: int, last: int) -> None:
    title = view.say("summary/chart")
    chart = BarChart(
        title,
        view.say("summary/chart_text", title=title),
        (0, first, last),
        ((title, (4, first, last)),),
        EURO_CENT_LABEL,
        width=820,
        height=250,
    )
    sheet.add_chart(row + 1, 0, chart)


def _changes(sheet: Sheet, view: View, row: int) -> int:
    row = _section(sheet, row, "changes", view.say("summary/changes_note"))
    changes = view.assessment.changes
    if not changes:
        sheet.set_height(
            row, sheet.put_across(row, 0, _LAST, view.say("summary/no_changes"), "plain")
        )
        return row + 1
    put_headings(sheet, row, ("rule_message", "criterion", "points", "cap_effect"))
    sheet.put_across(row, 3, 4, view.say("column/cap_effect"), "header")
    sheet.put_across(row, 5, _LAST, view.say("column/advice"), "header")
    for change in changes:
        row += 1
        wrong = view.rule_and_message(change.rule)
        criterion = view.criterion(change.criterion)
        sheet.put(row, 0, wrong)
        sheet.put(row, 1, criterion)
        sheet.put(row, 2, change.points, "decimal")
        sheet.set_height(
            row,
            sheet.put_across(row, 3, 4, _cap_effect(change, view)),
            sheet.put_across(row, 5, _LAST, view.text(view.findings[change.rule].advice)),
            sheet.column_height(wrong, 0),
            sheet.column_height(criterion, 1),
        )
    return row + 1


def _cap_effect(change: Change, view: View) -> str:
    """What a change does to the ceiling of its criterion, or the ceiling to the change."""
    if change.unlocks_cap:
        return view.say("summary/cap_rises")
    if change.points_without_caps - change.points > _ROUNDING:
        return view.say("summary/cap_holds", points=change.points_without_caps)
    return view.say("summary/cap_absent")


def _counts(sheet: Sheet, view: View, row: int) -> int:
    """How many findings have which outcome; counted by formulas over the sheet of findings."""
    row = _section(sheet, row, "counts")
    outcomes = list(Outcome)
    words = [view.choice(outcome) for outcome in outcomes]
    sheet.put_row(
        row,
        [view.say("column/criterion"), *words, view.say("column/total")],
        ["header", *("header_number" for _ in range(_LAST))],
    )
    criterion_cells = findings.cells_of(view, "criterion")
    outcome_cells = findings.cells_of(view, "outcome")
    top = row
    for row, criterion in enumerate(Criterion, start=top + 1):
        name = view.criterion(criterion)
        sheet.put(row, 0, name, "strong")
        sheet.set_height(row, sheet.column_height(name, 0, "strong"))
        for column, outcome in enumerate(outcomes, start=1):
            count = _count(view, criterion, outcome)
            which = f"{criterion_cells},$A{row + 1},{outcome_cells},{_letter(column)}${top + 1}"
            sheet.put(row, column, Formula(f"=COUNTIFS({which})", count), "integer")
        cells = f"B{row + 1}:{_letter(len(outcomes))}{row + 1}"
        total = sum(_count(view, criterion, outcome) for outcome in outcomes)
        sheet.put(row, _LAST, Formula(f"=SUM({cells})", total), "integer_strong")
    bottom = row + 1
    sheet.put_row(bottom, (view.say("column/total"),), ("label",))
    for column, counted in enumerate((*outcomes, None), start=1):
        total = sum(_count(view, criterion, counted) for criterion in Criterion)
        cells = f"{_letter(column)}{top + 2}:{_letter(column)}{bottom}"
        sheet.put(bottom, column, Formula(f"=SUM({cells})", total), "integer_strong")
    return bottom + 1


def _count(view: View, criterion: Criterion, outcome: Outcome | None) -> int:
    """How many findings have this criterion and outcome; None stands for any outcome."""
    return sum(
        finding.criterion is criterion and outcome in (None, finding.outcome)
        for finding in view.assessment.findings
    )


def _letter(column: int) -> str:
    return "ABCDEFG"[column]


def _unverified(sheet: Sheet, view: View, row: int) -> int:
    sources = view.unverified_sources
    if not sources:
        row = _section(sheet, row, "unverified")
        judged = any(finding.assessed for finding in view.assessment.findings)
        text = view.say("summary/all_verified" if judged else "summary/none_judged")
        sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, "plain"))
        return row + 1
    note = view.say("summary/unverified_note", sheet=view.say("sheet/sources"))
    row = _section(sheet, row, "unverified", note)
    put_headings(sheet, row, ("source_title", "verified", "used_by"))
    sheet.put_across(row, 2, 3, view.say("column/used_by"), "header")
    sheet.put_across(row, 4, _LAST, view.say("column/note"), "header")
    for source in sources:
        row += 1
        title = view.text(source.entry.title)
        sheet.put(row, 0, title)
        sheet.put(row, 1, view.say("summary/to_verify"), "outcome_partial")
        sheet.set_height(
            row,
            sheet.column_height(title, 0),
            sheet.put_across(row, 2, 3, ", ".join(source.used_by)),
            sheet.put_across(row, 4, _LAST, view.text(source.entry.note)),
        )
    return row + 1


def _contents(sheet: Sheet, view: View, row: int) -> int:
    row = _section(sheet, row, "contents")
    for key in sheets_for(view.assessment.regulation):
        sheet.put(row, 0, view.say(f"sheet/{key}"), "label")
        text = view.say(f"about/{key}")
        sheet.set_height(row, sheet.put_across(row, 1, _LAST, text))
        row += 1
    return row


_PARTS = (
    _about, _verdict, _criteria, _burden, _by_size, _changes, _counts, _contents, _unverified,
)  # fmt: skip
