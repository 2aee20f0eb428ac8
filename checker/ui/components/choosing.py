"""Choosing what to look at. The choice is kept, so that it is still there after another page."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from checker.ui import state

T = TypeVar("T", bound=Hashable)


def choose(name: str, title: str, options: Mapping[str, str]) -> str:
    """Draw a row of buttons of which one is chosen, and return the chosen one.

    Args:
        name: under which the choice is kept.
        title: what is chosen, for those who do not see the row.
        options: code and label of each.
    """
    chosen = _kept(name, options)
    key = state.labelled_key(options.values(), "view", name)
    st.segmented_control(
        title,
        list(options),
        default=chosen,
        required=True,
        format_func=lambda code: options[code],
        label_visibility="collapsed",
        key=key,
        on_change=_turn,
        args=(key, name),
    )
    return chosen


def pick(name: str, title: str, options: Mapping[T, str]) -> T:
    """Draw a list to pick one from, and return the picked one."""
    chosen = _kept(name, options)
    key = state.labelled_key(options.values(), "view", name)
    st.selectbox(
        title,
        list(options),
        index=list(options).index(chosen),
        format_func=lambda code: options[code],
        key=key,
        on_change=_turn,
        args=(key, name),
    )
    return chosen


def _kept(name: str, options: Mapping[T, str]) -> T:
    kept = state.look(name)
    return next((code for code in options if code == kept), next(iter(options)))


@state.callback
def _turn(key: str, name: str) -> None:
    state.turn(name, state.widget_value(key))


def pick_several(name: str, title: str, options: Mapping[T, str], default: Sequence[T]) -> list[T]:
    """Draw a list to pick several from, and return the picked ones."""
    picked = [code for code in state.look(name, default) if code in options]
    key = state.widget_key("view", name)
    st.multiselect(
        title,
        list(options),
        default=picked,
        format_func=lambda code: options[code],
        key=key,
        on_change=_turn,
        args=(key, name),
    )
    return picked


def search(name: str, title: str) -> str:
    """Draw a field to search in, and return what was typed."""
    key = state.widget_key("view", name)
    typed: str = state.look(name) or ""
    st.text_input(
        title, value=typed, key=key, icon=":material/search:", on_change=_turn, args=(key, name)
    )
    return typed
