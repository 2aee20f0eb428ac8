"""All obligations at a glance with their costs: a table to choose one from.

The table is real markup, so that it can be read and heard. Markup cannot tell the server what was
clicked: beside it stands a hidden button for each row, which the script of the page presses.
"""

from collections.abc import Sequence

import streamlit as st

from checker.content import cost_words, say
from checker.models.cost import Burden, Gap, ObligationCosts, Totals, by_field
from checker.models.obligation import Obligation
from checker.models.rulebook import Rulebook
from checker.models.wording import cut
from checker.ui import state
from checker.ui.components import live_costs
from checker.ui.components.markup import esc, html, paragraph
from checker.ui.components.words import choice_label

_DUTIES = ("obligations",)
_OPEN = "overview"
"""Name of the choice whether the overview is shown."""
_PAGE = "overview:page"
"""Name of the choice which rows are shown, and which obligation was chosen when that was said."""
_ROWS = 10
"""Rows shown together: a table that scrolls inside the page would catch the wheel of the mouse."""
_LONGEST_NAME = 220


def show(rulebook: Rulebook) -> None:
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
        first = _page(len(duties)) * _ROWS
        rows = range(first, min(first + _ROWS, len(duties)))
        html(_table(burden, duties, rows))
        _show_hidden_buttons(rows)
        _show_pages(rows, len(duties))


def _say(key: str, **values: object) -> str:
    return say(state.language(), f"costing/overview/{key}", **values)


def _show_toggle(count: int) -> bool:
    """Draw the button that opens and closes the overview; return whether it is open."""
    is_open = bool(state.look(_OPEN, True))
    if st.button(
        _say("hide" if is_open else "show", count=count),
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
        _say("to_incomplete", number=after[0] + 1),
        key=state.widget_key(_OPEN, "incomplete"),
        type="tertiary",
        icon=":material/arrow_forward:",
    ):
        _choose(after[0])


def _choose(index: int) -> None:
    state.select(_DUTIES, index)
    # The list to choose from must be drawn anew, or it would keep what it showed.
    state.show(_OPEN, state.look(_OPEN, True))
    state.focus("obligations", "choose")
    st.rerun()


# --- which rows -----------------------------------------------------------------------------------


def _page(count: int) -> int:
    """Return the page that is shown: that of the chosen obligation, until another is asked for."""
    chosen = state.selected(_DUTIES, count)
    asked = state.look(_PAGE) or {}
    page: int = asked["page"] if asked.get("chosen") == chosen else chosen // _ROWS
    return min(page, (count - 1) // _ROWS)


def _show_pages(rows: range, count: int) -> None:
    """Draw the buttons to the rows before and after, where not all are shown."""
    if count <= _ROWS:
        return
    before, place, after = st.columns([2, 3, 2], vertical_alignment="center")
    page = rows.start // _ROWS
    with before:
        if rows.start:
            _show_page_button("before", page - 1, count)
    with place:
        told = _say("rows", first=rows.start + 1, last=rows.stop, count=count)
        html(paragraph(told, "rows-shown"))
    with after:
        if rows.stop < count:
            _show_page_button("after", page + 1, count)


def _show_page_button(name: str, page: int, count: int) -> None:
    if st.button(_say(name, count=_ROWS), key=state.widget_key(_PAGE, name), width="stretch"):
        state.turn(_PAGE, {"page": page, "chosen": state.selected(_DUTIES, count)})
        st.rerun()


def _show_hidden_buttons(rows: range) -> None:
    with st.container(key="overview-picks"):
        for index in rows:
            if st.button(_say("pick", number=index + 1), key=state.widget_key("pick", index)):
                _choose(index)


# --- the table ------------------------------------------------------------------------------------


def _table(burden: Burden, duties: Sequence[Obligation], rows: range) -> str:
    names = ("number", "duty", "kind", "effect", "one_off", "recurring", "state")
    heads = "".join(f'<th scope="col" class="{name}">{esc(_say(name))}</th>' for name in names)
    chosen = state.selected(_DUTIES, len(duties))
    body = "".join(
        _row(burden.by_obligation[index], duties[index], burden, is_current=index == chosen)
        for index in rows
    )
    caption = esc(_say("caption"))
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{caption}">'
        f'<table class="overview"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>{_foot(burden)}</table></div>"
    )


def _row(costs: ObligationCosts, duty: Obligation, burden: Burden, *, is_current: bool) -> str:
    current = ' aria-current="true"' if is_current else ""
    found = costs.totals if costs.lines or costs.complete else None
    told = {
        "kind": choice_label(duty.kind) if duty.kind is not None else "–",
        "effect": choice_label(duty.effect),
        "one_off": _cell(found, "one_off", complete=costs.complete),
        "recurring": _cell(found, "recurring", complete=costs.complete),
        "state": _state(costs, duty, burden),
    }
    cells = "".join(f'<td class="{name}">{esc(text)}</td>' for name, text in told.items())
    name = f'<button type="button">{esc(_name(duty))}</button>'
    return (
        f'<tr data-pick{current}><th scope="row" class="number">{costs.index + 1}</th>'
        f'<td class="duty">{name}</td>{cells}</tr>'
    )


def _name(duty: Obligation) -> str:
    """Return article and description, long enough to tell obligations apart."""
    told = " · ".join(text for text in (duty.article, duty.description) if text)
    return cut(told, _LONGEST_NAME) or say(state.language(), "ui/form/nameless")


def _cell(totals: Totals | None, name: str, *, complete: bool) -> str:
    return "–" if totals is None else live_costs.amount(totals, name, complete=complete)


def _foot(burden: Burden) -> str:
    totals, complete = burden.totals, burden.complete
    lacking = live_costs.missing(len(by_field(burden.missing)))
    # Kind and effect are not there on a narrow screen: the total must stay below its column.
    return (
        f'<tfoot><tr><th scope="row" colspan="2">{esc(_say("total"))}</th>'
        '<td class="kind"></td><td class="effect"></td>'
        f'<td class="one_off">{_cell(totals, "one_off", complete=complete)}</td>'
        f'<td class="recurring">{_cell(totals, "recurring", complete=complete)}</td>'
        f'<td class="state">{esc(lacking)}</td></tr></tfoot>'
    )


def _state(costs: ObligationCosts, duty: Obligation, burden: Burden) -> str:
    if not costs.complete:
        gaps = live_costs.gaps_of(costs.index, burden)
        names = [_gap_name(gap) for gap in by_field(gaps)]
        key = "lacks" if len(names) == 1 else "lacks_more"
        return _say(key, what=names[0] if names else "", count=len(names) - 1)
    on_firms = {other.id for other in state.regulation().changed_firm_obligations}
    if duty.id not in on_firms:
        return _say("not_firms")
    return _say("complete" if costs.counted else "voluntary")


def _gap_name(gap: Gap) -> str:
    """Return how the field is called that is missing, without its place."""
    where = cost_words.place_name(gap.path, state.regulation(), state.language())
    return where.rpartition(" · ")[2]
