"""Alternatives beside the proposal, and the costs of each year."""

from collections.abc import Iterable

import streamlit as st

from checker.models.cost import AlternativeCosts, Totals, known
from checker.models.regulation import AlternativeKind
from checker.models.wording import cut
from checker.ui import state
from checker.ui.components import going
from checker.ui.components.burden.charts import Bar, show_bars
from checker.ui.components.burden.headline import amount_cells, amount_columns
from checker.ui.components.burden.inputs import doubts
from checker.ui.components.burden.view import View, is_zero
from checker.ui.components.markup import esc, fold, html, paragraph
from checker.ui.components.tables import Html, mark, table
from checker.ui.components.words import choice_label

_LONGEST = 90


def show(view: View) -> None:
    """Draw what other ways would cost, and how the costs run over the years."""
    _show_alternatives(view)
    _show_years(view)


def _show_alternatives(view: View) -> None:
    totals = view.costs.totals
    assert totals is not None
    ordered = sorted(view.costs.alternatives, key=lambda a: a.kind is not AlternativeKind.NULL)
    first, *rest = amount_columns(view.say("column/way"), view)
    differences = (view.say(f"column/difference_{part}") for part in ("one_off", "recurring"))
    columns = (first, *rest, *differences)
    rows = [row for item in ordered for row in _rows(item, totals, view)]
    proposal = esc(view.say("alternatives/proposal"))
    if not view.costs.complete:
        proposal += mark(view.say("mark/incomplete"))
    proposal = Html(proposal + doubts(view.costs.counted_lines, view))
    cells = amount_cells(totals, view, complete=view.costs.complete)
    rows.append((proposal, *cells, *_no_difference(view)))
    html(
        f"<h2>{esc(view.say('alternatives/title'))}</h2>",
        paragraph(view.say("alternatives/text"), "help"),
        table(view.say("alternatives/title"), columns, rows),
    )
    if any(item.totals is None for item in ordered) or len(ordered) == 1:
        html(paragraph(view.say("alternatives/not_costed_text"), "help"))
    if st.button(view.say("alternatives/to_form"), key=state.widget_key("burden", "alternatives")):
        going.go_to_place("purpose.alternatives")


def _rows(item: AlternativeCosts, proposal: Totals, view: View) -> Iterable[tuple[str, ...]]:
    """Yield an alternative, and apart from it what is voluntary in it."""
    kind = choice_label(item.kind) if item.kind else ""
    text = cut(item.description, _LONGEST) if item.description else ""
    told = ": ".join(part for part in (kind, text) if part) or view.say("alternatives/nameless")
    name = esc(told)
    if item.totals is None:
        name = Html(name + mark(view.say("mark/not_costed")))
        yield name, *amount_cells(None, view), *_no_difference(view)
        return
    marks = "" if item.complete else mark(view.say("mark/incomplete"))
    marks += doubts(item.lines, view)
    cells = amount_cells(item.totals, view, complete=item.complete)
    yield Html(name + marks), *cells, *_differences(item, item.totals, proposal, view)
    if not is_zero(item.voluntary):
        voluntary = Html(name + mark(view.say("mark/voluntary")) + marks)
        yield voluntary, *amount_cells(item.voluntary, view), *_no_difference(view)


def _differences(
    item: AlternativeCosts, totals: Totals, proposal: Totals, view: View
) -> tuple[str, str]:
    """Return how much more an alternative costs; nothing where one of the two is not known."""
    complete = item.complete and view.costs.complete
    pairs = ((totals.one_off.mid, proposal.one_off.mid),
             (totals.recurring.mid, proposal.recurring.mid))  # fmt: skip
    first, second = (
        view.say("none")
        if None in (known(ours, complete=complete), known(theirs, complete=complete))
        else view.change(ours - theirs)
        for ours, theirs in pairs
    )
    return first, second


def _no_difference(view: View) -> tuple[str, str]:
    return view.say("none"), view.say("none")


def _show_years(view: View) -> None:
    years = view.costs.by_year
    if not years:
        return
    html(
        f"<h2>{esc(view.say('years/title'))}</h2>",
        paragraph(view.say("years/text"), "help"),
    )
    names = [view.say("years/year", number=item.year) for item in years]
    columns = [view.say(f"column/{name}") for name in ("year", "low", "middle", "high")]
    rows = [
        (
            name,
            *(
                view.euro(value, complete=view.costs.complete)
                for value in (item.amount.low, item.amount.mid, item.amount.high)
            ),
        )
        for name, item in zip(names, years, strict=True)
    ]
    shown = table(view.say("years/title"), columns, rows)
    if len({item.amount for item in years[1:]}) <= 1:
        values = {
            name: view.euro(item.amount.mid, complete=view.costs.complete)
            for name, item in (("first", years[0]), ("later", years[-1]))
        }
        html(paragraph(view.say("years/flat", **values)))
        html(fold(esc(view.say("chart/as_table")), shown))
        return
    bars = [
        Bar(name, item.amount.mid, view.euro(item.amount.mid), item.amount.low, item.amount.high)
        for name, item in zip(names, years, strict=True)
    ]
    told = "; ".join(f"{bar.name}: {bar.text}" for bar in bars)
    show_bars(bars, view.say("chart/told", title=view.say("years/title"), rows=told))
    html(paragraph(view.say("chart/line"), "help"), shown)
