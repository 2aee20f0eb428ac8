"""Every sum on a row: an activity in a size class, from its inputs to euro and hours.

The cells hold formulas. An input refers to its cell on the sheets of inputs and parameters; the
results follow the formula of the cost model, which is turned into the formula of a cell.
"""

from dataclasses import replace
from decimal import Decimal, localcontext

from xlsxwriter.utility import xl_col_to_name

from checker.burden import formula, years
from checker.burden.audiences import Counted
from checker.burden.classes import number_of
from checker.burden.formula import EXACT, Amounts, End
from checker.content import cost_words
from checker.models.cost import InputKind, Line, Range, Variable
from checker.models.obligation import Effect, ObligationOrigin
from checker.models.regulation import Addressee
from checker.report.excel.book import Book, Sheet, reference
from checker.report.excel.cells import Cell, Formula, Shown, shown
from checker.report.excel.live.plan import Sum
from checker.report.excel.live.terms import Term, arithmetic, call, constant, total
from checker.report.excel.sheets.inputs import figure, figure_style
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_TEXTS = {"sum": 6, "obligation": 34, "activity": 28, "size_class": 15, "timing": 13,
          "counts_for": 11}  # fmt: skip
"""What a sum is about, with the width of its column."""
_RESULTS = {"quantity": 12, "one_off": 17, "recurring": 17, "hours_one_off": 12,
            "hours_recurring": 12}  # fmt: skip
_AMOUNTS = ("one_off", "recurring", "hours_one_off", "hours_recurring")
_BEHIND = (
    *(f"{amount}_{end}" for amount in _AMOUNTS for end in ("low", "high")),
    "equivalent_low", "equivalent", "equivalent_high", "firms_low", "firms_high", "reach",
    "obligation_kind", "national", "origin", "obligation_number", "activity_number",
)  # fmt: skip
"""Columns that other sheets count with; folded away."""
NAMED = (*_AMOUNTS, *_BEHIND, "size_class", "counts_for")
"""Columns whose cells together have a name."""
_WIDTH = 11
_STYLES = {
    "one_off": "euro_cent_strong",
    "recurring": "euro_cent_strong",
    "hours_one_off": "hours_strong",
    "hours_recurring": "hours_strong",
}
_FIRMS = Variable("", InputKind.FIRMS, Decimal(0), Decimal(0), Decimal(0))
"""Stands for the number of firms that the sum has in a cell of its own."""


def write(book: Book, view: View) -> None:
    """Add the sheet, and name the columns that other sheets count with."""
    columns = _Columns(view)
    sheet = book.sheet("calculation", columns.widths, landscape=True)
    put_headings(sheet, 0, columns.keys)
    sheet.freeze(2, 2)
    sums = view.plan.sums
    text = view.say("calculation/how" if sums else "calculation/nothing")
    sheet.set_height(1, sheet.put_across(1, 0, _LAST_OF_NOTE, text, "note"))
    with localcontext(EXACT):
        for number, item in enumerate(sums, start=1):
            _SumRow(sheet, view, columns, item).write(number)
    first, last = view.plan.first_row, view.plan.last_row
    for key in NAMED:
        book.define(view.name(key), reference(sheet.name, columns.index(key), first, last))
    sheet.filter(last)
    sheet.group_columns(columns.index(_BEHIND[0]), sheet.last_column)


_LAST_OF_NOTE = 8


class _Columns:
    """The columns of the sheet: only inputs that some sum has."""

    def __init__(self, view: View) -> None:
        inputs = view.plan.used
        self.keys = (*_TEXTS, *inputs, *_RESULTS, *_BEHIND)
        self._positions = {key: position for position, key in enumerate(self.keys)}
        known = _TEXTS | _RESULTS
        self.widths = tuple(float(known.get(key, _WIDTH)) for key in self.keys)

    def has(self, key: str) -> bool:
        """Whether there is such a column."""
        return key in self._positions

    def index(self, key: str) -> int:
        """Return the position of a column."""
        return self._positions[key]

    def cell(self, key: str, row: int) -> Term:
        """Return a cell on the same sheet."""
        return Term(f"${xl_col_to_name(self.index(key))}{row + 1}")


class _SumRow:
    """Writes one sum."""

    def __init__(self, sheet: Sheet, view: View, columns: _Columns, item: Sum) -> None:
        self._sheet = sheet
        self._view = view
        self._columns = columns
        self._item = item
        self._cells = view.plan.cells
        given = replace(item.line.inputs, firms=(_FIRMS,), overlaps=())
        self._line = replace(item.line, inputs=given)
        self._arithmetic = arithmetic(lambda name, _: self._here(name))

    def write(self, number: int) -> None:
        self._put("sum", number, "integer")
        self._write_texts()
        self._write_inputs()
        self._write_amounts()
        self._write_rest()

    def _put(self, key: str, value: Cell, style: str = "text") -> None:
        self._sheet.put(self._item.row, self._columns.index(key), value, style)

    def _here(self, key: str) -> Term:
        return self._columns.cell(key, self._item.row)

    def _write_texts(self) -> None:
        view, line, duty = self._view, self._item.line, self._item.duty
        timing = view.choice(line.timing)
        if line.effect is Effect.ABOLISHED:
            timing = f"{timing}; {view.say('calculation/abolished')}"
        activity = duty.activities[line.activity]
        texts = {
            "obligation": cost_words.obligation_name(duty),
            "activity": cost_words.activity_name(activity, line.activity, view.language),
            "size_class": who(line, view),
            "timing": timing,
            "counts_for": view.part(self._item.part),
        }
        heights = []
        for key, text in texts.items():
            self._put(key, text)
            heights.append(self._sheet.column_height(text, self._columns.index(key)))
        self._sheet.set_height(self._item.row, *heights)
        self._put("obligation_kind", view.choice(duty.kind) if duty.kind else None)

    # --- inputs ----------------------------------------------------------------------------

    def _write_inputs(self) -> None:
        given, cells = self._item.line.inputs, self._cells
        for key in self._view.plan.used:
            value = None if key == "firms" else getattr(given, key)
            if isinstance(value, Variable):
                shown_as = figure(value.kind, value.mid)
                self._put_figure(key, cells.mid(value), shown_as, figure_style(value.kind))
            elif key in ("every_years", "lifetime") and value is not None:
                term = cells.mid(self._item.fixed_input(key, value))
                self._put_figure(key, term, shown(value), "number")
            else:
                self._put(key, None)
        if given.events is not None:
            weight = Shown(given.events_weight, 1, percent=True)
            self._put_figure("events_weight", self._weight(), weight, "number")
        if given.firms:
            self._write_firms()

    def _write_firms(self) -> None:
        given = self._item.line.inputs
        counted = number_of(Counted(given.firms, given.overlaps))
        ends: tuple[tuple[str, End | None, Decimal], ...] = (
            ("firms", None, counted.mid),
            ("firms_low", "low", counted.low),
            ("firms_high", "high", counted.high),
        )
        for key, end, value in ends:
            opposite: dict[End | None, End | None] = {"low": "high", "high": "low", None: None}
            added = total(self._at(v, end) for v in given.firms)
            twice = total(self._at(v, opposite[end]) for v in given.overlaps)
            term = call("MAX", constant(0), added - twice) if given.overlaps else added
            if self._columns.has(key):
                self._put_figure(key, term, shown(value), "number")

    def _at(self, variable: Variable, end: End | None) -> Term:
        cells = self._cells
        return cells.mid(variable) if end is None else cells.at(variable, end)

    def _weight(self) -> Term:
        """Return which part of the events of a sector falls in this size class."""
        item = self._item
        if not item.is_shared_event:
            return constant(item.line.inputs.events_weight)
        rows = [
            other.row
            for other in self._view.plan.sums
            if other.is_shared_event
            and (other.part, other.duty.id) == (item.part, item.duty.id)
            and other.line.activity == item.line.activity
        ]
        everyone = total(self._columns.cell("firms", row) for row in rows)
        share = self._here("firms") / everyone
        return Term(f"IF({everyone.text}=0,0,{share.text})")

    def _put_figure(self, key: str, term: Term, value: Cell, style: str) -> None:
        """Write a formula with its result; a plain number where there is nothing to work out."""
        if term.number is not None or not isinstance(value, Decimal | Shown):
            self._put(key, value, style)
        else:
            self._put(key, Formula(term.formula, value), style)

    # --- results ---------------------------------------------------------------------------

    def _write_amounts(self) -> None:
        line, calc = self._line, self._arithmetic
        quantity = formula.quantity(line.inputs, self._pick, calc)
        value = formula.quantity(self._item.line.inputs, lambda variable: variable.mid)
        self._put_figure("quantity", quantity, shown(value), "number")
        middle = formula.amounts(line, self._pick, calc)
        low, high = formula.extremes(line, self._end, calc)
        totals = self._item.line.totals
        for amount in _AMOUNTS:
            found: Range = getattr(totals, amount)
            style = _STYLES[amount]
            self._put_figure(amount, getattr(middle, amount), found.mid, style)
            plain = style.removesuffix("_strong")
            self._put_figure(f"{amount}_low", getattr(low, amount), found.low, plain)
            self._put_figure(f"{amount}_high", getattr(high, amount), found.high, plain)

    def _pick(self, variable: Variable) -> Term:
        return self._here(variable.kind.value)

    def _end(self, variable: Variable, end: End) -> Term:
        return self._here(f"firms_{end}") if variable is _FIRMS else self._cells.at(variable, end)

    # --- what other sheets count with -------------------------------------------------------

    def _write_rest(self) -> None:
        item, view = self._item, self._view
        self._write_equivalent()
        self._write_reach()
        origin = item.duty.origin
        share = item.national
        if share is not None:
            self._put_figure("national", self._cells.mid(share), share.mid, "number")
        else:
            self._put("national", int(origin is ObligationOrigin.NATIONAL), "integer")
        is_known = share is not None or origin is not None
        self._put("origin", view.say("live/known" if is_known else "live/not_known"))
        self._put("obligation_number", item.line.obligation + 1, "integer")
        self._put("activity_number", item.line.activity + 1, "integer")

    def _write_equivalent(self) -> None:
        """Write what the sum adds to the yearly equivalent of all costs."""
        general = self._view.rulebook.parameters.general
        value = years.equivalent_of(self._item.line, general)
        kept = self._kept() if self._line.inputs.lifetime is not None else {}
        for suffix, end in (("", "mid"), ("_low", "low"), ("_high", "high")):
            yearly = self._here(f"recurring{suffix}")
            if end in kept:
                lasting: Term = kept[end].recurring
                yearly = lasting + self._replaced(yearly - lasting)
            once = self._here(f"one_off{suffix}") * Term(self._view.name("annuity"))
            key = f"equivalent{suffix}"
            self._put_figure(key, once + yearly, getattr(value, end), "euro_cent")

    def _kept(self) -> dict[str, Amounts]:
        """Return the sum as it is while what was bought lasts: without its replacement."""
        lasting = replace(self._line, inputs=replace(self._line.inputs, lifetime=None))
        low, high = formula.extremes(lasting, self._end, self._arithmetic)
        return {
            "low": low,
            "mid": formula.amounts(lasting, self._pick, self._arithmetic),
            "high": high,
        }

    def _replaced(self, replacement: Term) -> Term:
        """Return the part of a yearly replacement that falls within the horizon."""
        horizon = Term(self._view.name(InputKind.HORIZON))
        left = call("MAX", constant(0), horizon - self._here("lifetime"))
        return replacement * left / horizon

    def _write_reach(self) -> None:
        """Write how many firms have something to do because of the sum."""
        item = self._item
        size, given = item.line.size_class, item.line.inputs
        value = self._view.plan.reach.get(item.row)
        if value is None or size is None:
            self._put("reach", None)
            return
        if given.events is not None:
            reach = self._here("events") * self._here("events_weight")
        else:
            reach = call("MIN", self._here("firms"), Term(self._view.firms_name(size)))
            if given.share is not None:
                reach = reach * self._here("share")
        self._put_figure("reach", reach, shown(value), "number")


def who(line: Line, view: View) -> str:
    """Return for whom a sum is: the size class, or who else is addressed."""
    if line.addressee is not Addressee.FIRM or line.size_class is None:
        return view.choice(line.addressee)
    return cost_words.size_name(line.size_class, view.language)
