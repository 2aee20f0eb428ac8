"""Lists of things with fields of their own: only the fields of the selected one are on screen."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st
from pydantic import BaseModel

from checker.content import has, say
from checker.models import edit
from checker.models.facts import Fact, FactKind, facts_of
from checker.models.problem import Path, path_text
from checker.models.regulation import Regulation
from checker.ui import state
from checker.ui.components import choosing, costing_notes, costing_references
from checker.ui.components.estimates import show_mid, show_range
from checker.ui.components.fields import show_fields
from checker.ui.components.markup import esc, html, paragraph
from checker.ui.components.refusals import show_refusal
from checker.ui.components.words import (
    choice_label,
    dotted,
    item_label,
    label,
    unfilled,
    words,
)
from checker.ui.layout import HIDDEN, parts_of

_GRID_COLUMNS = 2
_FAR = 2
"""Steps that are done one by one; from further off an item can go to an end at once."""
_DELETING = "deleting"
"""Name of the choice that says which item is asked about before it is deleted."""

ExtraParts = dict[str, tuple[str, Callable[[], None]]]
"""Parts of an item's form besides its fields: label and drawing, by name."""


def show_facts(place: Path, model: type[BaseModel], names: Iterable[str], level: int = 2) -> None:
    """Draw fields, groups and lists of ``model`` at ``place`` in the order of ``names``."""
    facts = {fact.name: fact for fact in facts_of(model)}
    simple: list[str] = []
    for name in names:
        fact = facts[name]
        if fact.kind not in (FactKind.GROUP, FactKind.ITEMS):
            simple.append(name)
            continue
        show_fields(place, model, simple)
        simple = []
        _show_nested((*place, name), fact, level)
    show_fields(place, model, simple)


def heading(path: Path, level: int) -> None:
    """Draw the name of a group or list, with its help."""
    name = dotted(path)
    html(f"<h{level}>{esc(label(path))}</h{level}>", paragraph(words(name, "help"), "help"))


def show_list(
    path: Path,
    level: int,
    extra: Callable[[int], ExtraParts] | None = None,
    overview: Callable[[], None] | None = None,
) -> None:
    """Draw a list: choose an item, change the list, and the form of the chosen item.

    Args:
        path: the list.
        level: of its heading.
        extra: gives the parts of the form of an item besides its fields.
        overview: draws all items at a glance, above the choice.
    """
    items = state.value(path) or ()
    heading(path, level)
    if overview is not None:
        overview()
    if not items:
        _show_empty(path)
        return
    index = state.selected(path, len(items))
    _show_chooser(path, items, index)
    _ask_before_deleting(path, index)
    model = edit.model_at(path)
    name = part_name(path)
    parts = {part.name: _part_label(model, part.name) for part in parts_of(model)}
    extras = extra(index) if extra else {}
    parts |= {name: title for name, (title, _) in extras.items()}
    with st.container(border=True, key=state.widget_key("item", path_text(path))):
        chosen = next(iter(parts))
        if len(parts) > 1:
            chosen = choosing.choose(name, say(state.language(), "ui/form/parts"), parts)
        if chosen in extras:
            extras[chosen][1]()
            return
        names = next(part.facts for part in parts_of(model) if part.name == chosen)
        show_facts((*path, index), model, names, level + 1)


def part_name(path: Path) -> str:
    """Return the name under which the chosen part of the form of an item is kept."""
    return path_text((*_unnumbered(path), "part"))


def key_name(path: Path) -> str:
    """Return the name under which the chosen size class or kind of a keyed list is kept."""
    return path_text((*_unnumbered(path), "key"))


def has_grid(model: type[BaseModel]) -> bool:
    """Whether all items of a keyed list are on screen together: with few figures and no more."""
    facts = [fact for fact in facts_of(model) if fact != edit.key_fact(model)]
    return len(facts) <= _GRID_COLUMNS and all(fact.kind is FactKind.ESTIMATE for fact in facts)


def _show_nested(path: Path, fact: Fact, level: int) -> None:
    assert fact.model is not None
    if fact.kind is FactKind.ITEMS:
        if edit.key_fact(fact.model) is None:
            show_list(path, level)
        else:
            _show_keyed(path, fact.model, level)
        return
    heading(path, level)
    names = (below.name for below in facts_of(fact.model) if below.name not in HIDDEN)
    show_facts(path, fact.model, names, level + 1)


def _unnumbered(path: Path) -> Path:
    return tuple(step for step in path if not isinstance(step, int))


def _part_label(model: type[BaseModel], name: str) -> str:
    key = f"ui/parts/{model.__name__}/{name}"
    return say(state.language(), key) if has(key) else name


# --- changing a list ------------------------------------------------------------------------------


def _show_empty(path: Path) -> None:
    """An empty list asks which it is: not filled in yet, or none."""
    language = state.language()
    fact = next(f for f in facts_of(edit.model_at(path[:-1])) if f.name == path[-1])
    if fact.optional:
        key = state.widget_key(path_text(path), "none")
        options = {None: unfilled(), (): say(language, "ui/list/none")}
        st.radio(
            label(path),
            list(options),
            index=list(options).index(state.value(path)),
            format_func=lambda kept: options[kept],
            horizontal=True,
            label_visibility="collapsed",
            key=key,
            on_change=_say_none,
            args=(key, path),
        )
    else:
        html(paragraph(say(language, "ui/list/empty"), "empty"))
    if st.button(
        say(language, "ui/list/add_first"),
        key=state.widget_key(path_text(path), "add"),
        icon=":material/add:",
    ):
        _add(path)
    if _is_of_alternative(path) and state.regulation().obligations:
        _show_copy_of_proposal(path)


def _is_of_alternative(path: Path) -> bool:
    return path[0] == "purpose" and path[-1] == "obligations"


def _show_copy_of_proposal(path: Path) -> None:
    """Draw the button that begins an alternative with what the proposal asks, to change that."""
    language = state.language()
    if st.button(
        say(language, "costing/list/from_proposal"),
        key=state.widget_key(path_text(path), "from-proposal"),
        icon=":material/content_copy:",
    ):
        duties = state.regulation().obligations or ()
        # Answers are about the proposal; they decide nothing of an alternative. That the whole of
        # a scheme is voluntary stands above it, and would be lost in the copies.
        changed: dict[str, object] = {"answers": ()}
        if state.regulation().identity.voluntary:
            changed["voluntary"] = True
        copies = tuple(duty.model_copy(update=changed) for duty in duties)
        state.restructure(edit.with_value(state.regulation(), path, copies))
        state.notify(say(language, "costing/list/copied_proposal", count=len(copies)))
        st.rerun()


@state.callback
def _say_none(key: str, path: Path) -> None:
    chosen = state.widget_value(key)
    state.accept(path, edit.with_value(state.regulation(), path, chosen))


def _show_chooser(path: Path, items: tuple[BaseModel, ...], index: int) -> None:
    language = state.language()
    names = [f"{number}. {item_label(item)}" for number, item in enumerate(items, start=1)]
    key = state.labelled_key(names, path_text(path), "choose")
    choose, add, more = st.columns([5, 3, 2], vertical_alignment="bottom")
    with choose:
        st.selectbox(
            say(language, "ui/list/choose", count=len(items)),
            range(len(items)),
            index=index,
            format_func=lambda i: names[i],
            key=key,
            on_change=_select,
            args=(key, path),
        )
    with add:
        if st.button(
            say(language, "ui/list/add"),
            key=state.widget_key(path_text(path), "add"),
            icon=":material/add:",
            width="stretch",
        ):
            _add(path)
    with more:
        actions = _actions(index, len(items))
        action = st.menu_button(
            say(language, "ui/list/more"),
            list(actions),
            format_func=lambda name: actions[name],
            key=state.widget_key(path_text(path), "more"),
            width="stretch",
        )
        if action is not None:
            _ACTIONS[action](path, index)


@state.callback
def _select(key: str, path: Path) -> None:
    state.select(path, state.widget_value(key))


def _actions(index: int, count: int) -> dict[str, str]:
    """Return what can be done with an item: code and words."""
    language, after = state.language(), count - 1 - index
    possible = {
        "copy": True,
        "up": index > 0,
        "first": index > _FAR,
        "down": after > 0,
        "last": after > _FAR,
        "delete": True,
    }
    files = {"first": "costing", "last": "costing"}
    return {
        name: say(language, f"{files.get(name, 'ui')}/list/{name}")
        for name, can in possible.items()
        if can
    }


# These run while the page is drawn and not as callbacks: what was typed just before the click has
# then reached the dossier, at the position that it was typed for.


def _add(path: Path) -> None:
    count = len(state.value(path) or ())
    state.restructure(edit.added(state.regulation(), path))
    state.select(path, count)
    _first_part(path)
    st.rerun()


def _copy(path: Path, index: int) -> None:
    count = len(state.value(path))
    positions: dict[int, int | None] = {i: i + 1 for i in range(index + 1, count)}
    state.restructure(edit.copied(state.regulation(), path, index), path, positions)
    state.select(path, index + 1)
    st.rerun()


def _move(path: Path, index: int, to: int) -> None:
    step = 1 if to > index else -1
    between = range(index + step, to + step, step)
    positions: dict[int, int | None] = {i: i - step for i in between}
    positions[index] = to
    state.restructure(edit.moved(state.regulation(), path, index, to), path, positions)
    state.select(path, to)
    st.rerun()


def _delete(path: Path, index: int) -> None:
    items = state.value(path)
    held = tied_only(state.regulation(), path, items[index])
    state.turn(_DELETING, None)
    name = item_label(items[index])
    positions: dict[int, int | None] = {i: i - 1 for i in range(index + 1, len(items))}
    state.restructure(
        costing_references.removed(state.regulation(), path, index),
        path,
        positions | {index: None},
    )
    state.select(path, max(0, index - 1))
    state.notify(say(state.language(), "ui/list/deleted", name=name.rstrip(".")))
    if held:
        state.notify(say(state.language(), "ui/list/references_gone", places=_places(held)))
    st.rerun()


def _delete_or_ask(path: Path, index: int) -> None:
    if not tied_only(state.regulation(), path, state.value(path)[index]):
        _delete(path, index)
    state.turn(_DELETING, (*path, index))
    st.rerun()


def _ask_before_deleting(path: Path, index: int) -> None:
    """Ask about an item that others name and nothing else: without it they hold for all."""
    item = state.value(path)[index]
    held = tied_only(state.regulation(), path, item)
    if state.look(_DELETING) != (*path, index) or not held:
        return
    language = state.language()
    values = {"name": item_label(item), "places": _places(held)}
    with st.container(border=True, key=state.widget_key("deleting", path_text(path))):
        html(f'<p role="alert">{esc(say(language, "ui/list/only_named", **values))}</p>')
        keep, delete, _ = st.columns([2, 2, 3])
        with keep:
            if st.button(
                say(language, "ui/list/keep"), key=state.widget_key("keep"), width="stretch"
            ):
                state.turn(_DELETING, None)
                st.rerun()
        with delete:
            if st.button(
                say(language, "ui/list/delete_anyway"),
                key=state.widget_key("delete"),
                width="stretch",
            ):
                _delete(path, index)


def tied_only(regulation: Regulation, path: Path, item: BaseModel) -> tuple[Path, ...]:
    """Return the places of the items that name ``item`` and nothing else of its kind."""
    gone = getattr(item, "id", None)
    if gone is None:
        return ()
    places = costing_references.naming(regulation, path, gone)
    return tuple(p[:-1] for p in places if edit.value_at(regulation, p) == (gone,))


def _places(held: Sequence[Path]) -> tuple[str, ...]:
    """Return items by list, number and label."""
    names = (
        say(state.language(), "results/item", name=label(place[:-1]), number=int(place[-1]) + 1)
        for place in held
    )
    labels = (item_label(state.value(place)) for place in held)
    return tuple(f"{name} ({text})" for name, text in zip(names, labels, strict=True))


def _first_part(path: Path) -> None:
    state.turn(part_name(path), None)


_ACTIONS: dict[str, Callable[[Path, int], None]] = {
    "copy": _copy,
    "up": lambda path, index: _move(path, index, index - 1),
    "down": lambda path, index: _move(path, index, index + 1),
    "first": lambda path, index: _move(path, index, 0),
    "last": lambda path, index: _move(path, index, len(state.value(path)) - 1),
    "delete": _delete_or_ask,
}


# --- lists with at most one item for each size class or kind --------------------------------------


def _show_keyed(path: Path, model: type[BaseModel], level: int) -> None:
    key = edit.key_fact(model)
    assert key is not None
    assert key.choices is not None
    heading(path, level)
    facts = [fact for fact in facts_of(model) if fact != key]
    if has_grid(model):
        _show_grid(path, key, facts)
        return
    present = {getattr(item, key.name) for item in state.value(path) or ()}
    options = {
        code.value: f"{choice_label(code)}{' ✓' if code in present else ''}" for code in key.choices
    }
    chosen = choosing.pick(key_name(path), label((*path, key.name)), options)
    parts = {part.name: part for part in parts_of(model)}
    shown = next(iter(parts))
    if len(parts) > 1:
        titles = {name: _part_label(model, name) for name in parts}
        shown = choosing.choose(part_name(path), say(state.language(), "ui/form/parts"), titles)
    names = [fact for fact in parts[shown].facts if fact != key.name]
    show_facts((*path, chosen), model, names, level + 1)


def _show_grid(path: Path, key: Fact, facts: list[Fact]) -> None:
    """A row for each choice, a column for each figure; range and origin of one figure at a time."""
    assert key.choices is not None
    language = state.language()
    filled: dict[Path, str] = {(): say(language, "ui/form/no_figure")}
    for code in key.choices:
        for column, fact in zip(st.columns(len(facts), gap="medium"), facts, strict=True):
            place = (*path, code.value, fact.name)
            title = f"{label((*path, fact.name))}: {choice_label(code)}"
            with column:
                show_mid(place, title)
                show_refusal(place)
                costing_notes.show(place)
            if state.value(place) is not None or state.refused(place) is not None:
                filled[place] = title
    if len(filled) > 1:
        name = path_text((*_unnumbered(path), "range"))
        chosen = choosing.pick(name, say(language, "ui/form/range_of"), filled)
        if chosen:
            show_range(chosen)
