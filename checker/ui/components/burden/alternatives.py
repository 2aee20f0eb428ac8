"""Alternatives beside the proposal, and the costs of each year."""

import streamlit as st

from checker.models.cost import AlternativeCosts, Totals
from checker.models.regulation import AlternativeKind
from checker.models.wording import cut
from checker.ui import state
from checker.ui.components import going
from checker.ui.components.burden.charts import Bar, show_bars
from checker.ui.components.burden.headline import amount_cells, amount_columns
from checker.ui.components.burden.view import View
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
    rows = [_row(item, totals, view) for item in ordered]
    proposal: str = view.say("alternatives/proposal")
    if not view.costs.complete:
        proposal = Html(esc(proposal) + mark(view.say("mark/incomplete")))
    rows.append((proposal, *amount_cells(totals, view), *_no_difference(view)))
    html(
        f"<h2>{esc(view.say('alternatives/title'))}</h2>",
        paragraph(view.say("alternatives/text"), "help"),
        table(view.say("alternatives/title"), columns, rows),
    )
    if any(item.totals is None for item in ordered) or len(ordered) == 1:
        html(paragraph(view.say("alternatives/not_costed_text"), "help"))
    if st.button(view.say("alternatives/to_form"), key=state.widget_key("burden", "alternatives")):
        going.go_to_place("purpose.alternatives")


def _row(item: AlternativeCosts, proposal: Totals, view: View) -> tuple[str, ...]:
    kind = choice_label(item.kind) if item.kind else ""
    text = cut(item.description, _LONGEST) if item.description else ""
    name: str = ": ".join(part for part in (kind, text) if part) or view.say(
        "alternatives/nameless"
    )
    if item.totals is None:
        name = Html(esc(name) + mark(view.say("mark/not_costed")))
        return name, *amount_cells(None, view), *_no_difference(view)
    if not item.complete:
        name = Html(esc(name) + mark(view.say("mark/incomplete")))
    one_off = view.change(item.totals.one_off.mid - proposal.one_off.mid)
    recurring = view.change(item.totals.recurring.mid - proposal.recurring.mid)
    return name, *amount_cells(item.totals, view), one_off, recurring


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
        (name, *(view.euro(v) for v in (item.amount.low, item.amount.mid, item.amount.high)))
        for name, item in zip(names, years, strict=True)
    ]
    shown = table(view.say("years/title"), columns, rows)
    if len({item.amount for item in years[1:]}) <= 1:
        later = years[-1].amount.mid
        values = {"first": view.euro(years[0].amount.mid), "later": view.euro(later)}
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
