"""Overview: what it costs, how complete that is, and what it rests on."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from checker.content import cost_words
from checker.models.cost import Range, Ratio, Totals, by_field
from checker.models.figure import Unit
from checker.models.obligation import ObligationKind
from checker.models.regulation import Addressee
from checker.models.wording import Quantity
from checker.report import burden_text
from checker.ui import state
from checker.ui.components.burden import notes, parts
from checker.ui.components.burden.view import View, is_zero
from checker.ui.components.markup import definition, esc, fold, html, note, paragraph
from checker.ui.components.tables import Html, mark, table
from checker.ui.components.words import choice_label


def show(view: View) -> None:
    """Draw the totals, what they are made of, and what stands outside them."""
    costs = view.costs
    _show_state(view)
    if costs.totals is not None and view.regulation.firm_groups:
        _show_totals(costs.totals, view)
    if costs.unverified:
        _show_unverified(view)
    if costs.totals is not None and not is_zero(costs.totals):
        _show_parts(view)
    _show_voluntary(view)
    _show_others(view)
    _show_kept_apart(view)


def _show_state(view: View) -> None:
    """Say whether it is complete, before any amount is read."""
    costs = view.costs
    lacking = () if costs.complete else costs.missing
    missing = len(by_field(lacking))
    if costs.totals is None:
        note(view.say("state/nothing", count=missing), "note warning")
    elif missing:
        note(view.say("state/incomplete", count=missing), "note warning")
    elif not view.regulation.firm_groups:
        note(view.say("state/no_firms"))
    elif is_zero(costs.totals) and not is_zero(costs.voluntary):
        note(view.say("state/voluntary"))
    else:
        html(paragraph(view.say("state/complete"), "help"))
    if costs.missing and st.button(
        view.say("state/to_missing"), key=state.widget_key("burden", "to-missing")
    ):
        parts.turn_to(parts.NOTES)


def _show_totals(totals: Totals, view: View) -> None:
    cards = (
        _card("one_off", totals.one_off, totals.hours_one_off, view),
        _card("recurring", totals.recurring, totals.hours_recurring, view),
    )
    html('<div class="criteria amounts">', *cards, "</div>")
    costs, general = view.costs, view.rulebook.parameters.general
    rows: list[tuple[str, str]] = []
    if costs.first_year is not None:
        rows.append((view.say("headline/first_year"), _amount(costs.first_year, view)))
    if costs.yearly_equivalent is not None:
        basis = view.say(
            "headline/equivalent_basis",
            years=general.horizon.value,
            rate=Quantity(general.discount_rate.value * 100, Unit.EXACT),
        )
        if not general.discount_rate.verified:
            basis += f" {view.say('headline/rate_unverified')}"
        value = f"{_amount(costs.yearly_equivalent, view)}<br><small>{esc(basis)}</small>"
        rows.append((view.say("headline/equivalent"), value))
    rows.append((view.say("headline/small_large"), esc(ratio_sentence(costs.ratio, view))))
    tariffs = burden_text.tariffs_text(costs, view.rulebook, view.language)
    rows.append((view.say("headline/tariffs"), esc(tariffs)))
    html(definition(rows))


def _card(name: str, amount: Range, time: Range, view: View) -> str:
    middle = view.euro(amount.mid, complete=view.costs.complete)
    return (
        f'<article class="criterion"><h2>{esc(view.say(f"headline/{name}"))}</h2>'
        f'<p class="score"><strong>{esc(middle)}</strong></p>'
        f"{paragraph(view.span(amount) or view.say('headline/no_range'))}"
        f"{paragraph(_hours(name, time, view))}</article>"
    )


def _hours(name: str, time: Range, view: View) -> str:
    value = view.hours(time.mid, complete=view.costs.complete)
    text = view.say(f"headline/hours_{name}", value=value)
    if time.low == time.high:
        return text
    low, high = cost_words.hours(time.low), cost_words.hours(time.high)
    return f"{text} {view.say('headline/hours_span', low=low, high=high)}"


def _amount(amount: Range, view: View) -> str:
    span = view.span(amount)
    middle = view.euro(amount.mid, complete=view.costs.complete)
    return esc(middle) + (f" <small>({esc(span)})</small>" if span else "")


def ratio_sentence(ratio: Ratio, view: View) -> str:
    """Return how much heavier it is for a small firm, in one sentence."""
    if ratio.recurring is not None:
        return view.say("headline/ratio_recurring", value=Quantity(ratio.recurring, Unit.RATIO))
    if ratio.one_off is not None:
        return view.say("headline/ratio_one_off", value=Quantity(ratio.one_off, Unit.RATIO))
    return view.say("headline/no_ratio")


def _show_unverified(view: View) -> None:
    """Say how many inputs are not verified, and unfold them."""
    count = len(view.costs.unverified)
    summary = (
        f'<span class="mark">{esc(view.say("mark/attention"))}</span> '
        f"{esc(view.say('headline/unverified', count=count))}"
    )
    html(fold(summary, notes.unverified_list(view), "unverified-inputs"))


def _show_parts(view: View) -> None:
    """Draw which part EU law causes and which national choices, and apart from that the kinds."""
    origin, kinds = view.costs.by_origin, view.costs.by_kind
    origins = [("eu", origin.eu), ("national", origin.national), ("unknown", origin.unknown)]
    by_origin = [
        (view.say(f"origin/{name}"), totals)
        for name, totals in origins
        if name != "unknown" or not is_zero(totals)
    ]
    by_kind = [(choice_label(k), kinds.get(k, Totals())) for k in ObligationKind]
    if None in kinds:
        by_kind.append((view.say("origin/no_kind"), kinds[None]))
    html(
        f"<h2>{esc(view.say('headline/parts'))}</h2>",
        _parts_table("origins", by_origin, view),
        _parts_table("kinds", by_kind, view),
    )


def _parts_table(name: str, rows: Sequence[tuple[str, Totals]], view: View) -> str:
    """Return a table of parts that add up to the total."""
    complete = view.costs.complete
    return table(
        view.say(f"headline/{name}"),
        amount_columns(view.say("column/part"), view),
        [(part, *amount_cells(totals, view, complete=complete)) for part, totals in rows],
        total=(
            view.say("column/total"),
            *amount_cells(view.costs.totals, view, complete=complete),
        ),
    )


def _show_voluntary(view: View) -> None:
    costs = view.costs
    if is_zero(costs.voluntary):
        return
    html(
        f"<h2>{esc(view.say('headline/voluntary'))}</h2>",
        paragraph(view.say("headline/voluntary_text")),
        table(
            view.say("headline/voluntary"),
            amount_columns(view.say("column/part"), view),
            [
                (
                    view.say("headline/voluntary_row"),
                    *amount_cells(costs.voluntary, view, complete=costs.voluntary_is_complete()),
                )
            ],
        ),
    )


def _show_others(view: View) -> None:
    """Draw what citizens and professionals spend, who are no firms."""
    others = view.costs.others
    if not others:
        return
    rows: list[tuple[str, ...]] = []
    for other in others:
        name = choice_label(other.addressee)
        if not other.complete:
            name = f"{name} ({view.say('mark/incomplete')})"
        number = view.count(None if other.number is None else other.number.mid)
        rows.append((name, number, *amount_cells(other.totals, view, complete=other.complete)))
        if not is_zero(other.voluntary):
            voluntary = Html(esc(name) + mark(view.say("mark/voluntary")))
            known = view.costs.voluntary_is_complete(other.addressee)
            rows.append((voluntary, number, *amount_cells(other.voluntary, view, complete=known)))
    first, *rest = amount_columns(view.say("column/who"), view)
    html(
        f"<h2>{esc(view.say('headline/others'))}</h2>",
        paragraph(view.say("headline/others_text")),
        table(view.say("headline/others"), (first, view.say("column/number"), *rest), rows),
    )


def _show_kept_apart(view: View) -> None:
    """Draw spending that is no regeldrukkosten, each with the reason."""
    kept = view.costs.kept_apart
    if not kept:
        return
    rows = []
    for item in kept:
        kind = view.rulebook.parameters.cost_kind(item.kind)
        where = f"{view.duty(item.obligation)} · {view.activity(item.obligation, item.activity)}"
        if item.addressee is not Addressee.FIRM:
            where = f"{choice_label(item.addressee)}: {where}"
        rows.append((choice_label(item.kind), where, kind.reason.get(view.language),
                     view.euro(item.one_off.mid), view.euro(item.recurring.mid)))  # fmt: skip
    columns = [view.say(f"column/{name}") for name in
               ("spending", "where", "why", "one_off", "recurring")]  # fmt: skip
    html(
        f"<h2>{esc(view.say('headline/kept_apart'))}</h2>",
        paragraph(view.say("headline/kept_apart_text")),
        table(view.say("headline/kept_apart"), columns, rows, figures=slice(3, None)),
    )


def amount_columns(first: str, view: View) -> tuple[str, ...]:
    """Return the headings of a table with euro and hours, once and every year."""
    names = ("one_off", "recurring", "hours_one_off", "hours_recurring")
    return (first, *(view.say(f"column/{name}") for name in names))


def amount_cells(totals: Totals | None, view: View, *, complete: bool = True) -> tuple[str, ...]:
    """Return the cells beneath those headings.

    Args:
        totals: middle values are shown.
        view: in whose words.
        complete: whether no input is missing; else a zero is not known to be one.
    """
    if totals is None:
        return tuple(view.say("none") for _ in range(4))
    euro: tuple[Decimal, ...] = (totals.one_off.mid, totals.recurring.mid)
    time = (totals.hours_one_off.mid, totals.hours_recurring.mid)
    return (
        *(view.euro(value, complete=complete) for value in euro),
        *(view.hours(value, complete=complete) for value in time),
    )
