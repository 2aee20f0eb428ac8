"""What the obligations cost so far: a line that stays in sight, and an overview of them all.

Both come from the one assessment of the dossier, which is made again only when it changed.
"""

from collections.abc import Iterable
from decimal import Decimal

import streamlit as st

from checker.content import cost_words, say
from checker.content.cost_words import euro
from checker.models.cost import Burden, Gap, ObligationCosts, Totals, by_field, known
from checker.models.obligation import Obligation
from checker.models.regulation import Addressee
from checker.models.rulebook import Rulebook
from checker.models.wording import cut, written
from checker.ui import state
from checker.ui.components import familiarisation
from checker.ui.components.markup import bullets, esc, fold, html
from checker.ui.components.words import choice_label, item_label

_DUTIES = ("obligations",)
_OPEN = "overview"
"""Name of the choice whether the overview is shown."""
_MOST_DETAILS = 12
_LONGEST_NAME = 64


def show(rulebook: Rulebook, *, with_obligation: bool) -> None:
    """Draw the totals, and below them what is missing and what is proposed.

    Args:
        rulebook: the rules and parameters.
        with_obligation: whether the obligation that is looked at gets totals of its own.
    """
    burden = state.assessment(rulebook).burden
    duties = state.regulation().obligations or ()
    if not duties:
        return
    index = state.selected(_DUTIES, len(duties)) if with_obligation else None
    with st.container(key="live-costs"):
        html(_totals(burden, index))
    _show_details(burden, index, rulebook)
    if with_obligation:
        familiarisation.show_line(burden.proposal, rulebook)


def _totals(burden: Burden, index: int | None) -> str:
    language = state.language()
    rows = []
    if index is not None:
        own = burden.by_obligation[index]
        rows.append((say(language, "costing/live/this"), _own_amounts(own, burden)))
    rows.append((say(language, "costing/live/all"), _all_amounts(burden)))
    cells = "".join(f"<div><dt>{esc(name)}</dt><dd>{text}</dd></div>" for name, text in rows)
    title = esc(say(language, "costing/live/title"))
    return f'<section class="live-costs" aria-label="{title}"><dl>{cells}</dl></section>'


def _own_amounts(own: ObligationCosts, burden: Burden) -> str:
    count = len(by_field(_gaps_of(own.index, burden)))
    found = own.totals if own.lines or own.complete else None
    return _amounts(found, _missing(count), complete=own.complete)


def _all_amounts(burden: Burden) -> str:
    language = state.language()
    doubtful, refused = len(burden.unverified), len(state.desk().refused)
    notes = [_missing(len(by_field(burden.missing)))]
    if doubtful:
        key = "unverified_one" if doubtful == 1 else "unverified"
        notes.append(say(language, f"costing/live/{key}", count=doubtful))
    if refused:
        key = "refused_one" if refused == 1 else "refused"
        notes.append(say(language, f"costing/live/{key}", count=refused))
    if burden.tariffs.title is not None:  # only an own table has a title there
        notes.append(say(language, "costing/live/own_rates"))
    return _amounts(burden.totals, *notes, complete=burden.complete)


def _missing(count: int) -> str:
    key = {0: "complete", 1: "missing"}.get(count, "missing_more")
    return say(state.language(), f"costing/live/{key}", count=count)


def _amounts(totals: Totals | None, *notes: str, complete: bool) -> str:
    language = state.language()
    if totals is None:
        told = [f"<span>{esc(say(language, 'costing/live/unknown'))}</span>"]
    else:
        told = [
            f"<strong>{esc(say(language, f'costing/live/{name}', amount=amount))}</strong>"
            for name in ("one_off", "recurring")
            if (amount := _amount(totals, name, complete=complete))
        ]
    told += [f'<span class="state">{esc(note)}</span>' for note in notes]
    return " ".join(told)


def _amount(totals: Totals, name: str, *, complete: bool) -> str:
    """Return a middle amount; no zero for what is not known yet."""
    language = state.language()
    found: Decimal | None = known(getattr(totals, name).mid, complete=complete)
    return say(language, "burden_ui/unknown") if found is None else written(euro(found), language)


def _show_details(burden: Burden, index: int | None, rulebook: Rulebook) -> None:
    """Draw what is missing, of the obligation that is looked at or else of everything."""
    language, regulation = state.language(), state.regulation()
    gaps = burden.missing if index is None else _gaps_of(index, burden)
    told = list(cost_words.gap_texts(gaps, regulation, language))
    if index is not None:
        told += [
            cost_words.remark_text(remark, regulation, rulebook, language)
            for remark in burden.remarks
            if remark.obligation == index
        ]
    if not told:
        return
    key = "details_all" if index is None else "details"
    summary = esc(say(language, f"costing/live/{key}", count=len(told)))
    html(fold(summary, bullets(_first(told)), "missing"))


def _first(told: list[str]) -> Iterable[str]:
    yield from told[:_MOST_DETAILS]
    if len(told) > _MOST_DETAILS:
        yield say(state.language(), "costing/live/more", count=len(told) - _MOST_DETAILS)


def _gaps_of(index: int, burden: Burden) -> tuple[Gap, ...]:
    """Return what one obligation lacks: its own inputs, or else what all lack.

    A number of firms that is missing is told without an obligation.
    """
    own = tuple(gap for gap in burden.missing if gap.obligation == index)
    if own or burden.by_obligation[index].complete:
        return own
    return tuple(
        gap for gap in burden.missing if gap.obligation is None and gap.addressee is Addressee.FIRM
    )


# --- the overview ---------------------------------------------------------------------------------


def show_overview(rulebook: Rulebook) -> None:
    """Draw the table of all obligations with their costs, behind a button."""
    duties = state.regulation().obligations or ()
    if len(duties) < 2:  # one is on the screen already
        return
    burden = state.assessment(rulebook).burden
    toggle, go_on = st.columns(2)
    with toggle:
        is_open = _show_toggle(len(duties))
    with go_on:
        _show_next_incomplete(burden, len(duties))
    if is_open:
        html(_overview(burden, duties))


def _show_toggle(count: int) -> bool:
    """Draw the button that opens and closes the overview; return whether it is open."""
    language = state.language()
    is_open = bool(state.look(_OPEN, True))
    title = say(language, f"costing/overview/{'hide' if is_open else 'show'}", count=count)
    if st.button(
        title,
        key=state.widget_key(_OPEN),
        type="tertiary",
        icon=":material/expand_less:" if is_open else ":material/expand_more:",
    ):
        state.turn(_OPEN, not is_open)
        st.rerun()
    return is_open


def _show_next_incomplete(burden: Burden, count: int) -> None:
    """Draw the button to the next obligation that lacks something of its own, if there is one."""
    chosen = state.selected(_DUTIES, count)
    lacking = sorted({gap.obligation for gap in burden.missing if gap.obligation is not None})
    after = [index for index in lacking if index > chosen] or lacking
    if not after or after[0] == chosen:
        return
    if st.button(
        say(state.language(), "costing/overview/to_incomplete", number=after[0] + 1),
        key=state.widget_key(_OPEN, "incomplete"),
        type="tertiary",
        icon=":material/arrow_forward:",
    ):
        state.select(_DUTIES, after[0])
        # The list to choose from must be drawn anew, or it would keep what it showed.
        state.show(_OPEN, state.look(_OPEN, True))
        st.rerun()


def _overview(burden: Burden, duties: tuple[Obligation, ...]) -> str:
    language = state.language()
    names = ("number", "duty", "kind", "effect", "one_off", "recurring", "state")
    heads = "".join(
        f'<th scope="col" class="{name}">{esc(say(language, f"costing/overview/{name}"))}</th>'
        for name in names
    )
    chosen = state.selected(_DUTIES, len(duties))
    rows = "".join(
        _row(costs, duty, burden, is_current=costs.index == chosen)
        for costs, duty in zip(burden.by_obligation, duties, strict=True)
    )
    caption = esc(say(language, "costing/overview/caption"))
    return (
        f'<div class="overview-scroll" role="region" tabindex="0" aria-label="{caption}">'
        f'<table class="overview"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>{_foot(burden)}</table></div>"
    )


def _row(costs: ObligationCosts, duty: Obligation, burden: Burden, *, is_current: bool) -> str:
    current = ' aria-current="true"' if is_current else ""
    known = costs.totals if costs.lines or costs.complete else None
    told = {
        "duty": cut(item_label(duty), _LONGEST_NAME),
        "kind": choice_label(duty.kind) if duty.kind is not None else "–",
        "effect": choice_label(duty.effect),
        "one_off": _cell(known, "one_off"),
        "recurring": _cell(known, "recurring"),
        "state": _state(costs, duty, burden),
    }
    cells = "".join(f'<td class="{name}">{esc(text)}</td>' for name, text in told.items())
    number = f'<th scope="row" class="number">{costs.index + 1}</th>'
    return f"<tr{current}>{number}{cells}</tr>"


def _cell(totals: Totals | None, name: str) -> str:
    if totals is None:
        return "–"
    amount: Decimal = getattr(totals, name).mid
    return written(euro(amount), state.language())


def _foot(burden: Burden) -> str:
    totals = burden.totals
    name = esc(say(state.language(), "costing/overview/total"))
    # Kind and effect are not there on a narrow screen: the total must stay below its column.
    return (
        f'<tfoot><tr><th scope="row" colspan="2">{name}</th>'
        '<td class="kind"></td><td class="effect"></td>'
        f'<td class="one_off">{_cell(totals, "one_off")}</td>'
        f'<td class="recurring">{_cell(totals, "recurring")}</td>'
        f'<td class="state">{esc(_missing(len(by_field(burden.missing))))}</td></tr></tfoot>'
    )


def _state(costs: ObligationCosts, duty: Obligation, burden: Burden) -> str:
    language = state.language()
    if not costs.complete:
        gaps = _gaps_of(costs.index, burden)
        names = [_gap_name(gap) for gap in by_field(gaps)]
        key = "lacks" if len(names) == 1 else "lacks_more"
        what = names[0] if names else ""
        return say(language, f"costing/overview/{key}", what=what, count=len(names) - 1)
    on_firms = {other.id for other in state.regulation().changed_firm_obligations}
    if duty.id not in on_firms:
        return say(language, "costing/overview/not_firms")
    return say(language, f"costing/overview/{'complete' if costs.counted else 'voluntary'}")


def _gap_name(gap: Gap) -> str:
    """Return how the field is called that is missing, without its place."""
    where = cost_words.place_name(gap.path, state.regulation(), state.language())
    return where.rpartition(" · ")[2]
