"""Switching a finding off with a reason, and on again: kept in the dossier."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from checker.models.draft_text import SwitchedOff
from checker.models.edit import with_value
from checker.models.problem import BadInputError
from checker.models.wording import cut
from checker.ui import state
from checker.ui.components import choosing
from checker.ui.components.draft_text.hits import Hit
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.markup import esc, html, paragraph, plain

PATH = ("text", "switched_off")
_ASKED, _REASON, _WRONG = "text:off:rule", "text:off:reason", "text:off:wrong"
_QUOTE = 60


@dataclass(frozen=True)
class Scope:
    """Which of the hits of a rule are meant."""

    quote: str | None = None
    article: str | None = None
    count: int = 0


def scopes_of(hits: Sequence[Hit]) -> tuple[Scope, ...]:
    """Return what can be switched off: words in one article, words anywhere, or all hits."""
    live = [hit for hit in hits if hit.switched_off is None]
    places: dict[tuple[str, str | None], int] = {}
    anywhere: dict[str, int] = {}
    for hit in live:
        quote = hit.quote.strip()
        places[quote, hit.article] = places.get((quote, hit.article), 0) + 1
        anywhere[quote] = anywhere.get(quote, 0) + 1
    in_article = [Scope(q, a, n) for (q, a), n in places.items() if a is not None and q]
    counts = {scope.quote: scope.count for scope in in_article}
    elsewhere = [Scope(q, None, n) for q, n in anywhere.items() if q and counts.get(q) != n]
    return (*in_article, *elsewhere, Scope(count=len(live)))


def show_button(rule: str, hits: Sequence[Hit], *, counts_only: bool = False) -> None:
    """Draw the button to switch hits of a rule off or, once pressed, the form for it.

    Args:
        rule: its id.
        hits: what it points at.
        counts_only: whether it found something but points nowhere: then all goes, or nothing.
    """
    scopes = scopes_of(hits)
    if not scopes[-1].count and not counts_only:
        return
    if state.look(_ASKED) != rule:
        st.button(
            words("off/begin", rule=rule),
            key=state.widget_key("off", rule),
            icon=":material/visibility_off:",
            type="tertiary",
            on_click=_ask,
            args=(rule,),
        )
        return
    with st.container(border=True, key="switch-off"):
        _show_form(rule, scopes)


def show_off(choices: Sequence[tuple[int, SwitchedOff]]) -> None:
    """Draw what is switched off of one rule, each with its reason and the way back.

    Args:
        choices: each with its position in the dossier.
    """
    for position, choice in choices:
        text, button = st.columns([5, 3], vertical_alignment="center")
        with text:
            told = words("off/told", what=scope_text(choice), reason=choice.reason)
            html(paragraph(told, "off-reason"))
        with button:
            st.button(
                words("off/undo"),
                key=state.widget_key("on", position, choice.rule, choice.quote or ""),
                help=plain(f"{choice.rule}: {scope_text(choice)}"),
                on_click=_switch_on,
                args=(choice,),
            )


def scope_text(choice: SwitchedOff | Scope) -> str:
    """Return which hits are meant, in words."""
    if choice.quote is None:
        return (
            words("off/all")
            if choice.article is None
            else words("off/all_in", article=choice.article)
        )
    quote = cut(choice.quote, _QUOTE)
    if choice.article is None:
        return words("off/anywhere", quote=quote)
    return words("off/place", quote=quote, article=choice.article)


def _show_form(rule: str, scopes: Sequence[Scope]) -> None:
    options = {
        f"{scope.quote}|{scope.article}": words(
            "off/counted", what=scope_text(scope), count=scope.count
        )
        if scope.count
        else scope_text(scope)
        for scope in scopes
    }
    chosen = choosing.pick(f"text:off:{rule}", words("off/which"), options)
    key = state.widget_key("off-reason", rule)
    st.text_area(
        words("off/reason"),
        value=state.look(_REASON, ""),
        key=key,
        help=words("off/reason_help"),
        height=80,
        on_change=_keep_reason,
        args=(key,),
    )
    if wrong := state.look(_WRONG):
        html(f'<p class="field-error" role="alert">{esc(words(wrong))}</p>')
    scope = next(s for s in scopes if f"{s.quote}|{s.article}" == chosen)
    yes, no = st.columns(2)
    with yes:
        st.button(
            words("off/do"),
            key=state.widget_key("off-do"),
            type="primary",
            width="stretch",
            on_click=_switch_off,
            args=(rule, scope, key),
        )
    with no:
        st.button(
            words("off/cancel"),
            key=state.widget_key("off-cancel"),
            width="stretch",
            on_click=_ask,
            args=("",),
        )


@state.callback
def _ask(rule: str) -> None:
    for name, chosen in ((_ASKED, rule), (_REASON, ""), (_WRONG, None)):
        state.turn(name, chosen)


@state.callback
def _keep_reason(key: str) -> None:
    state.turn(_REASON, state.widget_value(key))


@state.callback
def _switch_off(rule: str, scope: Scope, key: str) -> None:
    reason = str(state.widget_value(key)).strip()
    if not reason:
        state.turn(_WRONG, "off/reason_needed")
        return
    regulation = state.regulation()
    try:
        new = SwitchedOff(rule=rule, reason=reason, quote=scope.quote, article=scope.article)
        kept = (*regulation.text.switched_off, new)
        state.restructure(with_value(regulation, PATH, kept))
    except (BadInputError, ValueError):
        state.turn(_WRONG, "off/reason_long")
        return
    _ask("")
    state.notify(words("off/done", rule=rule, what=scope_text(scope)))


@state.callback
def _switch_on(choice: SwitchedOff) -> None:
    regulation = state.regulation()
    kept = list(regulation.text.switched_off)
    kept.remove(choice)
    state.restructure(with_value(regulation, PATH, tuple(kept)))
    state.notify(words("off/undone", rule=choice.rule, what=scope_text(choice)))
