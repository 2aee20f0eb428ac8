"""How sure the amounts are: a simulation, and which inputs move them most."""

from collections.abc import Sequence

from checker.models.uncertainty import Simulation, Swing
from checker.ui import state
from checker.ui.components import choosing
from checker.ui.components.burden.charts import Swinging, show_tornado
from checker.ui.components.burden.inputs import marks
from checker.ui.components.burden.view import View
from checker.ui.components.markup import esc, html, paragraph
from checker.ui.components.tables import Html, table

_AT_MOST = 10
_PARTS = ("recurring", "one_off")


def show(view: View) -> None:
    """Draw the simulation, and for one of the amounts what moves it."""
    if not view.costs.variables:
        html(paragraph(view.say("uncertainty/nothing"), "empty"))
        return
    sensitivity, simulation = state.uncertainty(view.rulebook)
    _show_simulation(simulation, view)
    html(f"<h2>{esc(view.say('uncertainty/which'))}</h2>")
    part = choosing.choose(
        "burden:amount", view.say("uncertainty/amount"),
        {part: view.say(f"amount/{part}") for part in _order(view)},
    )  # fmt: skip
    by_range, by_fifth = (
        _largest(swings, part) for swings in (sensitivity.by_range, sensitivity.by_fifth)
    )
    _show_tornado(by_range, part, view)
    _show_fifth(by_fifth, part, view)


def _order(view: View) -> Sequence[str]:
    totals = view.costs.totals
    has_recurring = totals is not None and totals.recurring.mid
    return _PARTS if has_recurring else _PARTS[::-1]


def _largest(swings: Sequence[Swing], part: str) -> list[Swing]:
    """Return the swings that move an amount, the furthest first."""
    moving = [swing for swing in swings if getattr(swing, f"{part}_width")]
    return sorted(moving, key=lambda s: -getattr(s, f"{part}_width"))[:_AT_MOST]


def _show_simulation(simulation: Simulation, view: View) -> None:
    totals = view.costs.totals
    assert totals is not None
    rows = []
    for part in reversed(_PARTS):
        spread, amount = getattr(simulation, part), getattr(totals, part)
        values = (amount.low, spread.p5, spread.p50, spread.p95, amount.high)
        cells = (view.euro(value, complete=view.costs.complete) for value in values)
        rows.append((view.say(f"amount/{part}"), *cells))
    columns = [view.say(f"column/{name}") for name in
               ("amount", "all_low", "p5", "p50", "p95", "all_high")]  # fmt: skip
    html(
        f"<h2>{esc(view.say('uncertainty/simulation'))}</h2>",
        paragraph(view.say("uncertainty/simulation_text")),
        table(view.say("uncertainty/simulation"), columns, rows),
        paragraph(
            view.say("uncertainty/seed", draws=simulation.draws, seed=str(simulation.seed)), "help"
        ),
    )


def _show_tornado(swings: Sequence[Swing], part: str, view: View) -> None:
    html(
        f"<h3>{esc(view.say('uncertainty/by_range'))}</h3>",
        paragraph(view.say("uncertainty/by_range_text"), "help"),
    )
    if not swings:
        html(paragraph(view.say("uncertainty/no_range"), "empty"))
        return
    bars = [_bar(number, swing, part, view) for number, swing in enumerate(swings, start=1)]
    rows = "; ".join(f"{bar.name}: {bar.low_text}, {bar.high_text}" for bar in bars)
    show_tornado(bars, view.say("chart/told", title=view.say("uncertainty/by_range"), rows=rows))
    columns = [view.say(f"column/{name}") for name in
               ("input", "low_value", "high_value", "at_low", "at_high")]  # fmt: skip
    html(
        table(
            view.say("uncertainty/by_range"),
            columns,
            [_range_row(number, swing, part, view) for number, swing in enumerate(swings, start=1)],
        )
    )


def _bar(number: int, swing: Swing, part: str, view: View) -> Swinging:
    low, high = getattr(swing, f"{part}_low"), getattr(swing, f"{part}_high")
    name = f"{number}. {view.input_name(swing.variable)}"
    return Swinging(
        name,
        low,
        high,
        view.say("chart/at_low", value=view.change(low)),
        view.say("chart/at_high", value=view.change(high)),
    )


def _range_row(number: int, swing: Swing, part: str, view: View) -> tuple[str, ...]:
    variable = swing.variable
    return (
        _name(number, swing, view),
        view.input_value(variable, variable.low),
        view.input_value(variable, variable.high),
        view.change(getattr(swing, f"{part}_low")),
        view.change(getattr(swing, f"{part}_high")),
    )


def _name(number: int, swing: Swing, view: View) -> Html:
    name = f"{number}. {view.input_name(swing.variable)}"
    return Html(esc(name) + marks(swing.variable, view))


def _show_fifth(swings: Sequence[Swing], part: str, view: View) -> None:
    html(
        f"<h3>{esc(view.say('uncertainty/by_fifth'))}</h3>",
        paragraph(view.say("uncertainty/by_fifth_text"), "help"),
    )
    totals = view.costs.totals
    assert totals is not None
    middle = getattr(totals, part).mid
    rows = []
    for number, swing in enumerate(swings, start=1):
        low, high = getattr(swing, f"{part}_low"), getattr(swing, f"{part}_high")
        part_of = view.say("none") if not middle else view.share(abs(high) / abs(middle))
        value = view.input_value(swing.variable, swing.variable.mid)
        rows.append((_name(number, swing, view), value, view.change(low), view.change(high),
                     part_of))  # fmt: skip
    columns = [view.say(f"column/{name}") for name in
               ("input", "value", "fifth_less", "fifth_more", "of_total")]  # fmt: skip
    html(table(view.say("uncertainty/by_fifth"), columns, rows))
