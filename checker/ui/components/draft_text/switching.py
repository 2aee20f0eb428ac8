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
    inserted_article: str | None = None
    outside_articles: bool | None = None
    count: int = 0

    @property
    def name(self) -> str:
        """What tells it apart from the others."""
        return f"{self.quote}|{self.article}|{self.inserted_article}|{self.outside_articles}"


def scopes_of(hits: Sequence[Hit]) -> tuple[Scope, ...]:
    """Return what can be switched off: words in one place, words anywhere, or all hits."""
    live = [hit for hit in hits if hit.switched_off is None]
    places: dict[tuple[str, str | None, str | None], int] = {}
    anywhere: dict[str, int] = {}
    for hit in live:
        quote = hit.quote.strip()
        key = (quote, hit.article, hit.inserted_article)
        places[key] = places.get(key, 0) + 1
        anywhere[quote] = anywhere.get(quote, 0) + 1
    in_one = [Scope(q, a, i, None if a else True, n) for (q, a, i), n in places.items() if q]
    counts = {scope.quote: scope.count for scope in in_one}
    elsewhere = [Scope(q, count=n) for q, n in anywhere.items() if q and counts.get(q) != n]
    return (*in_one, *elsewhere, Scope(count=len(live)))


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
    what = words("off/all") if choice.quote is None else f"“{cut(choice.quote, _QUOTE)}”"
    if choice.outside_articles:
        return words("off/outside", what=what)
    if choice.article is None:
        return what if choice.quote is None else words("off/anywhere", what=what)
    if choice.quote is None:
        what = words("off/everything")
    if choice.inserted_article is None:
        return words("off/place", what=what, article=choice.article)
    inserted = choice.inserted_article
    return words("off/inserted", what=what, article=choice.article, inserted=inserted)


def _show_form(rule: str, scopes: Sequence[Scope]) -> None:
    options = {
        scope.name: words("off/counted", what=scope_text(scope), count=scope.count)
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
    scope = next(s for s in scopes if s.name == chosen)
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
        new = SwitchedOff(
            rule=rule,
            reason=reason,
            quote=scope.quote,
            article=scope.article,
            inserted_article=scope.inserted_article,
            outside_articles=scope.outside_articles,
        )
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
