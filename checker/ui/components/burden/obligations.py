"""By obligation: what each costs, unfolded down to its inputs and their sources."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import streamlit as st

from checker.content import cost_words
from checker.models.cost import Line, ObligationCosts, Range, add_up, known
from checker.models.obligation import Effect, Timing
from checker.ui import state
from checker.ui.components import choosing, going
from checker.ui.components.burden import product
from checker.ui.components.burden.charts import Bar, show_bars
from checker.ui.components.burden.headline import amount_cells, amount_columns
from checker.ui.components.burden.inputs import doubts, field_of, inputs_table
from checker.ui.components.burden.side_by_side import show_pair
from checker.ui.components.burden.view import View, is_zero
from checker.ui.components.markup import bullets, definition, esc, fold, html, paragraph
from checker.ui.components.tables import Html, mark, table
from checker.ui.components.words import choice_label

_CHARTED = 10
"""Obligations with a bar; with more the chart says less."""
_LINES_AT_ONCE = 120
"""Lines unfolded on one page; beyond that obligations are looked at one by one."""


def show(view: View) -> None:
    """Draw charts, a table, and each obligation with its calculation."""
    html(f"<h2>{esc(view.say('obligations/title'))}</h2>")
    _show_charts(view)
    html(_table(view))
    html(
        f"<h2>{esc(view.say('obligations/calculation'))}</h2>",
        paragraph(view.say("obligations/calculation_text"), "help"),
    )
    shown = _choose(view)
    html('<div class="findings">', *(_folded(item, view) for item in shown), "</div>")
    _show_way_to_field(shown, view)


def _show_charts(view: View) -> None:
    items = [i for i in view.costs.by_obligation if i.totals and not is_zero(i.totals)]
    if not items:
        return

    def draw(part: str) -> None:
        amounts: dict[int, Range] = {
            i.index: amount
            for i in items
            if (amount := known(getattr(i.totals, part), complete=i.complete)) is not None
        }
        ranked = sorted(amounts, key=lambda index: -abs(amounts[index].mid))
        bars = [_bar(index, amounts[index], view) for index in ranked[:_CHARTED]]
        if not bars:
            html(paragraph(view.say("chart/nothing_known"), "empty"))
            return
        rows = "; ".join(f"{bar.name}: {bar.text}" for bar in bars)
        show_bars(bars, view.say("chart/told", title=view.say(f"amount/{part}"), rows=rows))

    show_pair(("one_off", "recurring"), draw, view)
    html(paragraph(view.say("chart/line"), "help"))
    if len(items) > _CHARTED:
        html(paragraph(view.say("obligations/charted", count=_CHARTED, total=len(items)), "help"))


def _bar(index: int, amount: Range, view: View) -> Bar:
    return Bar(view.duty(index), amount.mid, view.euro(amount.mid), amount.low, amount.high)


def _table(view: View) -> str:
    rows = [
        (
            Html(esc(view.duty(item.index)) + _marks(item, view)),
            *amount_cells(item.totals, view, complete=item.complete),
        )
        for item in view.costs.by_obligation
    ]
    first = view.say("column/obligation")
    return table(view.say("obligations/title"), amount_columns(first, view), rows)


def _marks(item: ObligationCosts, view: View) -> str:
    told = []
    if item.effect is Effect.ABOLISHED:
        told.append(mark(view.say("mark/abolished")))
    if item.lines and not item.counted:
        told.append(mark(view.say("mark/voluntary")))
    if not item.complete:
        told.append(mark(view.say("mark/incomplete")))
    return "".join((*told, doubts(item.lines, view)))


def _choose(view: View) -> list[ObligationCosts]:
    """Return the obligations to unfold: all, or the one that is picked."""
    items = view.costs.by_obligation
    options = {item.id: f"{n}. {view.duty(item.index)}" for n, item in enumerate(items, start=1)}
    if len(view.costs.lines) <= _LINES_AT_ONCE:
        options = {"": view.say("obligations/all", count=len(items))} | options
    chosen = choosing.pick("burden:obligation", view.say("obligations/choose"), options)
    return [item for item in items if chosen in ("", item.id)]


# --- one obligation -------------------------------------------------------------------------------


def _folded(item: ObligationCosts, view: View) -> str:
    unknown = view.say("obligations/unknown")
    amounts = unknown if item.totals is None else view.amounts(item.totals, complete=item.complete)
    summary = (
        f'<span class="finding-title">{esc(view.duty(item.index))}{_marks(item, view)}</span>'
        f'<span class="rule-id">{esc(amounts)}</span>'
    )
    return fold(summary, _facts(item, view) + "".join(_activities(item, view)), "burden-obligation")


def _facts(item: ObligationCosts, view: View) -> str:
    duty = (view.regulation.obligations or ())[item.index]
    amounts = "; ".join(
        f"{view.say(f'amount/{part}')}: {view.span(getattr(item.totals, part))}"
        for part in ("one_off", "recurring")
        if item.totals is not None and view.span(getattr(item.totals, part))
    )
    rows = [
        (view.say("column/kind"), esc(choice_label(duty.kind)) if duty.kind else ""),
        (view.say("column/origin"), esc(choice_label(duty.origin)) if duty.origin else ""),
        (view.say("column/range"), esc(amounts)),
        (
            view.say("column/exempt"),
            esc(", ".join(cost_words.size_name(size, view.language) for size in duty.exempt)),
        ),
    ]
    if duty.national_share is not None:
        share = view.share(duty.national_share.mid)
        rows.append((view.say("column/national_share"), esc(share)))
    return definition(rows)


def _activities(item: ObligationCosts, view: View) -> Iterable[str]:
    duty = (view.regulation.obligations or ())[item.index]
    of_duty = [line for line in view.costs.lines if line.obligation == item.index]
    if not duty.activities:
        yield paragraph(view.say("obligations/no_activities"), "empty")
    for index in range(len(duty.activities)):
        lines = [line for line in of_duty if line.activity == index]
        yield _activity(item.index, index, lines, view)


def _activity(obligation: int, index: int, lines: Sequence[Line], view: View) -> str:
    name = view.activity(obligation, index)
    gaps = [g for g in view.costs.missing if (g.obligation, g.activity) == (obligation, index)]
    amounts = view.amounts(add_up(line.totals for line in lines), complete=not gaps)
    if not lines:
        amounts = view.say("obligations/no_lines")
    lacking = bullets(cost_words.gap_texts(gaps, view.regulation, view.language))
    missing = paragraph(view.say("notes/missing"), "known") + lacking if lacking else ""
    summary = (
        f'<span class="finding-title">{esc(name)}</span><span class="rule-id">{esc(amounts)}</span>'
    )
    body = missing + "".join(_line(line, view) for line in lines)
    body = body or paragraph(view.say("obligations/no_lines_text"), "empty")
    return fold(summary, body, "burden-activity")


def _line(line: Line, view: View) -> str:
    """Return one size class: the sum in words, and every input beneath it."""
    who = view.who(line)
    if line.inputs.starters is not None:
        who = view.say("line/starters", who=who)
    sums = product.sums_of(line, view)
    written_out = [
        *(_sum(found, Timing.ONE_OFF, view) for found in sums.one_off),
        *(_sum(found, Timing.RECURRING, view) for found in sums.recurring),
    ]
    summary = (
        f'<span class="finding-title">{esc(who)}</span>'
        f'<span class="rule-id">{esc(product.amount_text(line, view))}</span>'
    )
    body = bullets(written_out, "sum") + inputs_table(line, view)
    return fold(summary, body, "burden-line")


def _sum(factors: product.Product, timing: Timing, view: View) -> str:
    result = Decimal(1)
    for factor in factors:
        result = result / factor.value if factor.divides else result * factor.value
    key = "line/equals" if timing is Timing.ONE_OFF else "line/equals_yearly"
    return view.say(key, product=product.in_words(factors), value=cost_words.euro(result))


# --- to the form ----------------------------------------------------------------------------------


def _show_way_to_field(shown: Sequence[ObligationCosts], view: View) -> None:
    """Draw a list of the inputs above and a button to where one of them is filled in."""
    wanted = {item.index for item in shown}
    fields: dict[str, str] = {}
    for line in view.costs.lines:
        if line.obligation in wanted:
            for variable in line.inputs.variables:
                name = f"{view.input_name(variable)}: {view.input_value(variable, variable.mid)}"
                fields.setdefault(field_of(variable, line), name)
    if not fields:
        return
    html(f"<h2>{esc(view.say('obligations/change'))}</h2>")
    choose, button = st.columns([5, 1], vertical_alignment="bottom")
    with choose:
        path = choosing.pick("burden:field", view.say("obligations/input"), fields)
    with button:
        if st.button(
            view.say("notes/to_field"),
            key=state.widget_key("burden", "to-field"),
            width="stretch",
        ):
            going.go_to_place(path)
