"""One field of the model as one widget, by the kind of fact it is."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_args

import streamlit as st
from pydantic import BaseModel

from checker.content import say
from checker.models.edit import with_value
from checker.models.facts import Fact, FactKind, facts_of
from checker.models.problem import Path, path_text
from checker.ui import numbers, state
from checker.ui.components import costing_notes, named
from checker.ui.components.estimates import show_estimate, show_open_range
from checker.ui.components.refusals import show_refusal
from checker.ui.components.words import (
    choice_label,
    dotted,
    help_text,
    item_label,
    label,
    unfilled,
    words,
)
from checker.ui.layout import ANYTHING, FOLLOWS, HIDDEN, REFERENCES

_LONG = 1_000
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
_ONE_LINE = frozenset({"title", "name"})
"""Free text that is a single line as a rule."""


def show_fields(place: Path, model: type[BaseModel], names: Iterable[str]) -> None:
    """Draw fields of ``model`` at ``place``; short ones stand two by two."""
    facts = {fact.name: fact for fact in facts_of(model)}
    visible = [facts[name] for name in names if _visible(place, model, facts[name])]
    row: list[Fact] = []
    for fact in visible:
        if _is_short(model, fact):
            row.append(fact)
        if len(row) == 2 or (row and not _is_short(model, fact)):
            _show_row(place, model, row)
            row = []
        if not _is_short(model, fact):
            show_field((*place, fact.name), model, fact)
    if row:
        _show_row(place, model, row)


def show_field(path: Path, model: type[BaseModel], fact: Fact) -> None:
    """Draw one field with its label, help, value and, where it is wrong, what is wrong."""
    _WIDGETS[fact.kind](path, model, fact)
    if fact.kind is not FactKind.ESTIMATE:
        show_refusal(path)
    costing_notes.show(path)


def _is_short(model: type[BaseModel], fact: Fact) -> bool:
    """Whether the field needs half the width only."""
    if fact.kind is FactKind.TEXT:
        return not _is_prose(model, fact.name)
    return fact.kind in (FactKind.NUMBER, FactKind.ESTIMATE, FactKind.DATE, FactKind.CHOICE,
                         FactKind.FLAG)  # fmt: skip


def _show_row(place: Path, model: type[BaseModel], row: list[Fact]) -> None:
    for column, fact in zip(st.columns(2, gap="medium"), row, strict=False):
        with column:
            show_field((*place, fact.name), model, fact)
    for fact in row:
        if fact.kind is FactKind.ESTIMATE:
            show_open_range((*place, fact.name))


def _visible(place: Path, model: type[BaseModel], fact: Fact) -> bool:
    if fact.name in HIDDEN:
        return False
    other, values = FOLLOWS.get(fact.name, ("", ()))
    if other not in model.model_fields:
        return True
    path = (*place, fact.name)
    empty = (None, (), model.model_fields[fact.name].default)
    if state.value(path) not in empty or state.refused(path) is not None:
        return True
    followed = state.value((*place, other))
    return followed is not None if values is ANYTHING else followed in values


@cache
def _is_prose(model: type[BaseModel], name: str) -> bool:
    """Whether the field takes a text of more than a line."""
    return _max_length(model.model_fields[name].annotation) >= _LONG


def _max_length(annotation: Any) -> int:
    found = 0
    for part in get_args(annotation):
        # A FieldInfo carries its own metadata; an annotated type carries it as arguments.
        for constraint in (part, *getattr(part, "metadata", ())):
            found = max(found, getattr(constraint, "max_length", None) or 0)
        found = max(found, _max_length(part))
    return found


# --- writing back ---------------------------------------------------------------------------------

Convert = Callable[[Any], Any]


@state.callback
def write(key: str, path: Path, convert: Convert) -> None:
    """Take what the widget ``key`` holds into the dossier, or keep it as refused."""
    raw = state.widget_value(key)
    state.attempt(path, raw, lambda into, place: with_value(into, place, convert(raw)))


def _as_it_is(raw: Any) -> Any:
    return raw


def _as_tuple(raw: Any) -> Any:
    return tuple(raw)


def _shown(path: Path) -> Any:
    """Return what the widget at ``path`` begins with."""
    refused = state.refused(path)
    return state.value(path) if refused is None else refused.raw


def _placeholder(path: Path) -> str | None:
    example = words(dotted(path), "example")
    return say(state.language(), "ui/form/example_short", example=example) if example else None


# --- a widget for each kind -----------------------------------------------------------------------


def _text(path: Path, model: type[BaseModel], fact: Fact) -> None:
    choices = named.options(path)
    if choices is not None:
        return _named(path, choices)
    key = state.widget_key(path_text(path))
    given: dict[str, Any] = {
        "value": str(_shown(path) or ""),
        "key": key,
        "help": help_text(path),
        "placeholder": _placeholder(path),
        "on_change": write,
        "args": (key, path, _as_it_is),
    }
    if _is_prose(model, fact.name) and fact.name not in _ONE_LINE:
        st.text_area(label(path), height=112, **given)
    else:
        st.text_input(label(path), **given)
    return None


def _number(path: Path, _: type[BaseModel], __: Fact) -> None:
    key = state.widget_key(path_text(path))
    refused, language = state.refused(path), state.language()
    st.text_input(
        label(path),
        value=(
            numbers.shown(state.value(path), language)
            if refused is None
            else numbers.translated(refused.raw, refused.language, language)
        ),
        key=key,
        help=help_text(path),
        placeholder=_placeholder(path),
        on_change=write,
        args=(key, path, lambda typed: numbers.parse(typed, language)),
    )


def _date(path: Path, _: type[BaseModel], __: Fact) -> None:
    key = state.widget_key(path_text(path))
    shown: date | None = _shown(path)
    st.date_input(
        label(path),
        value=shown,
        min_value=min(_EARLIEST, shown or _EARLIEST),
        max_value=max(_LATEST, shown or _LATEST),
        format="DD-MM-YYYY",
        key=key,
        help=help_text(path),
        on_change=write,
        args=(key, path, _as_it_is),
    )


def _flag(path: Path, _: type[BaseModel], __: Fact) -> None:
    key = state.widget_key(path_text(path))
    options = {
        flag: say(state.language(), f"choices/Flag/{code}")
        for flag, code in ((True, "true"), (False, "false"), (None, "unknown"))
    }
    st.radio(
        label(path),
        list(options),
        index=list(options).index(_shown(path)),
        format_func=lambda flag: options[flag],
        horizontal=True,
        key=key,
        help=help_text(path),
        on_change=write,
        args=(key, path, _as_it_is),
    )


def _choice(path: Path, _: type[BaseModel], fact: Fact) -> None:
    key = state.widget_key(path_text(path))
    options: dict[StrEnum | None, str] = {None: unfilled()} if fact.optional else {}
    options |= {choice: choice_label(choice) for choice in fact.choices or ()}
    st.selectbox(
        label(path),
        list(options),
        index=list(options).index(_shown(path)),
        format_func=lambda choice: options[choice],
        key=key,
        help=help_text(path),
        on_change=write,
        args=(key, path, _as_it_is),
    )


def _choices(path: Path, _: type[BaseModel], fact: Fact) -> None:
    key = state.widget_key(path_text(path))
    shown = _shown(path)
    options = {choice: choice_label(choice) for choice in fact.choices or ()}
    st.multiselect(
        label(path),
        list(options),
        default=list(shown or ()),
        format_func=lambda choice: options[choice],
        placeholder=say(state.language(), "ui/form/choose_several"),
        key=key,
        help=help_text(path),
        on_change=write,
        # Emptied is not the same as "there are none": that is said below, by hand.
        args=(key, path, (lambda raw: tuple(raw) or None) if fact.optional else _as_tuple),
    )
    if fact.optional and not shown:
        none_key = state.widget_key(path_text(path), "none")
        st.checkbox(
            say(state.language(), "ui/form/none_of_these"),
            value=shown == (),
            key=none_key,
            on_change=write,
            args=(none_key, path, lambda ticked: () if ticked else None),
        )


def _labels(path: Path, _: type[BaseModel], fact: Fact) -> None:
    names = _nameable(path, fact)
    key = state.labelled_key(names.values(), path_text(path))
    shown = [name for name in _shown(path) if name in names]
    none_means = "costing/serves_none" if fact.name == "serves" else "ui/form/all_of_them"
    st.multiselect(
        label(path),
        list(names),
        default=shown,
        format_func=lambda name: names[name],
        placeholder=say(state.language(), none_means),
        key=key,
        help=help_text(path),
        on_change=write,
        args=(key, path, _as_tuple),
    )


def _nameable(path: Path, fact: Fact) -> dict[str, str]:
    """Return what a list of names can hold: id and label; never what the field itself is in."""
    owner = next(step for step in reversed(path[:-1]) if isinstance(step, str))
    target = REFERENCES[owner, fact.name]
    # In an alternative, an activity serves obligations of that alternative.
    is_inside = target in path[:-1]
    place = path[: path.index(target)] if is_inside else ()
    own = path[len(place) + 1] if is_inside else None
    numbered = enumerate(state.value((*place, target)) or ())
    return {
        item.id: f"{number + 1}. {item_label(item)}" for number, item in numbered if number != own
    }


def _named(path: Path, choices: dict[str, str]) -> None:
    """What names something is chosen from a list, never typed."""
    key = state.labelled_key((*choices.values(), named.default(path)), path_text(path))
    shown: str | None = _shown(path)
    options: dict[str | None, str] = {None: named.default(path)}
    if shown is not None:
        options[shown] = shown  # also what is no longer there
    options.update(choices)
    st.selectbox(
        label(path),
        list(options),
        index=list(options).index(shown),
        format_func=lambda name: options[name],
        key=key,
        help=help_text(path),
        on_change=write,
        args=(key, path, _as_it_is),
    )


def _estimate(path: Path, _: type[BaseModel], __: Fact) -> None:
    show_estimate(path)


_WIDGETS: dict[FactKind, Callable[[Path, type[BaseModel], Fact], None]] = {
    FactKind.TEXT: _text,
    FactKind.NUMBER: _number,
    FactKind.ESTIMATE: _estimate,
    FactKind.DATE: _date,
    FactKind.FLAG: _flag,
    FactKind.CHOICE: _choice,
    FactKind.CHOICES: _choices,
    FactKind.LABELS: _labels,
}
