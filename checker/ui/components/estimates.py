"""An uncertain figure: one simple number, with range and origin folded behind it."""

from decimal import Decimal
from typing import Any, get_args

import streamlit as st

from checker.content import say
from checker.models.base import Language
from checker.models.edit import model_at, with_value
from checker.models.estimate import Certainty, Estimate, Share
from checker.models.problem import BadInputError, Path, Problem, path_text
from checker.ui import numbers, state
from checker.ui.components import published
from checker.ui.components.refusals import show_refusal
from checker.ui.components.words import choice_label, help_of, help_text, label, words

_FIGURES = ("mid", "low", "high")
_NO_ORIGIN = {"certainty": Certainty.UNKNOWN, "source": "", "illustrative": False}
_OPEN = "estimate"
"""Name of the choice that says which estimate shows its range and origin."""


def show_estimate(path: Path) -> None:
    """Draw an estimate: its number, and a button for what is known about it.

    What the button opens is drawn by :func:`show_open_range`, over the whole width.
    """
    show_mid(path, label(path))
    show_refusal(path)
    if state.value(path) is None and state.refused(path) is None:
        return
    is_open = state.look(_OPEN) == path
    summary = say(state.language(), "ui/form/close_range") if is_open else _summary(path)
    if st.button(
        summary,
        key=state.widget_key(path_text(path), "range"),
        type="tertiary",
        icon=":material/expand_less:" if is_open else ":material/tune:",
    ):
        state.turn(_OPEN, None if is_open else path)
        st.rerun()


def show_open_range(path: Path) -> None:
    """Draw range and origin of the estimate at ``path``, if they are opened."""
    has_figure = state.value(path) is not None or state.refused(path) is not None
    if state.look(_OPEN) == path and has_figure:
        show_range(path)


def show_mid(path: Path, name: str, **given: Any) -> None:
    """Draw the one number of an estimate."""
    _part_input(path, "mid", name, help=help_text(path), **given)


def show_range(path: Path) -> None:
    """Draw range, certainty and origin of an estimate."""
    with st.container(border=True, key=state.widget_key("range", path_text(path))):
        left, right = st.columns(2)
        with left:
            _part_input(path, "low", words("estimate.low", "label"), help=help_of("estimate.low"))
        with right:
            _part_input(
                path, "high", words("estimate.high", "label"), help=help_of("estimate.high")
            )
        raws = _raws(path, state.language())
        labels = {certainty: choice_label(certainty) for certainty in Certainty}
        key = _part_key(path, "certainty")
        st.selectbox(
            words("estimate.certainty", "label"),
            list(labels),
            index=list(labels).index(raws["certainty"]),
            format_func=lambda certainty: labels[certainty],
            key=key,
            help=help_of("estimate.certainty"),
            on_change=write_part,
            args=(key, path, "certainty", state.language()),
        )
        _part_input(
            path, "source", words("estimate.source", "label"), help=help_of("estimate.source")
        )
        key = state.widget_key(path_text(path), "illustrative")
        st.checkbox(
            words("estimate.illustrative", "label"),
            value=raws["illustrative"],
            key=key,
            help=help_of("estimate.illustrative"),
            on_change=write_part,
            args=(key, path, "illustrative", state.language()),
        )


@state.callback
def write_part(key: str, path: Path, part: str, language: Language) -> None:
    """Take a changed part of an estimate into the dossier, or keep all parts as refused.

    A published number that is changed by hand is no longer the published one: its source and
    certainty go.
    """
    raws = _raws(path, language) | {part: state.widget_value(key)}
    if part == "mid" and _replaces_published(path, raws["mid"], language):
        raws |= _NO_ORIGIN
    state.attempt(
        path,
        raws,
        lambda into, place: with_value(into, place, _estimate_from(raws, place, language)),
    )


def _replaces_published(path: Path, typed: str, language: Language) -> bool:
    known: Estimate | None = state.value(path)
    if known is None or not published.is_from_us(known):
        return False
    try:
        return numbers.parse(typed, language, share=_is_share(path)) != known.mid
    except BadInputError:
        return False


def _part_key(path: Path, part: str) -> str:
    """Return the key of the widget for a part; another one once the origin was dropped."""
    if part not in ("certainty", "source") or not published.is_from_us(state.value(path)):
        return state.widget_key(path_text(path), part)
    return state.widget_key(path_text(path), part, "published")


def _part_input(path: Path, part: str, name: str, **given: Any) -> None:
    key = _part_key(path, part)
    st.text_input(
        name,
        value=_raws(path, state.language())[part],
        key=key,
        on_change=write_part,
        args=(key, path, part, state.language()),
        **given,
    )


def _raws(path: Path, language: Language) -> dict[str, Any]:
    """Return the parts of an estimate as they are typed; no range where there is none."""
    refused = state.refused(path)
    if refused is not None:
        typed = dict(refused.raw)
        for part in _FIGURES:
            typed[part] = numbers.translated(
                typed[part], refused.language, language, share=_is_share(path)
            )
        return typed
    known: Estimate | None = state.value(path)
    if known is None:
        return {"mid": "", "low": "", "high": ""} | _NO_ORIGIN
    ranged = known.low != known.high
    shown = {
        part: numbers.shown(getattr(known, part), language) if show else ""
        for part, show in (("mid", True), ("low", ranged), ("high", ranged))
    }
    return shown | {
        "certainty": known.certainty,
        "source": known.source or "",
        "illustrative": known.illustrative,
    }


def _estimate_from(raws: dict[str, Any], path: Path, language: Language) -> dict[str, Any] | None:
    share = _is_share(path)
    figures: dict[str, Decimal | None] = {
        part: numbers.parse(raws[part], language, share=share) for part in _FIGURES
    }
    rest = {name: raws[name] for name in ("certainty", "source", "illustrative")}
    if figures["mid"] is None:
        if rest == _NO_ORIGIN and figures["low"] is figures["high"] is None:
            return None
        raise BadInputError([Problem(None, None, None, "", "missing_key", {"key": "mid"})])
    return {name: number for name, number in figures.items() if number is not None} | rest


def _is_share(path: Path) -> bool:
    annotation = model_at(path[:-1]).model_fields[str(path[-1])].annotation
    return Share in get_args(annotation)


def _summary(path: Path) -> str:
    """Return in a few words what is known about an estimate besides its value."""
    known: Estimate | None = state.value(path)
    language = state.language()
    facts = []
    if known is not None and known.low != known.high:
        facts.append(say(language, "ui/form/from_to", low=known.low, high=known.high))
    if known is not None and known.certainty is not Certainty.UNKNOWN:
        facts.append(choice_label(known.certainty).lower())
    if known is not None and known.illustrative:
        facts.append(words("estimate.illustrative", "label").lower())
    title = say(language, "ui/form/range")
    return f"{title}: {', '.join(facts)}" if facts else title
