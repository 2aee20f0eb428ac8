"""Numbers of firms from the parameters, to fill in the size classes of a target group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from checker.content import say
from checker.models import edit
from checker.models.base import Language
from checker.models.estimate import Estimate
from checker.models.parameters import FirmNumber, FirmNumbers
from checker.models.problem import Path
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.size_class import SizeClass
from checker.models.wording import written
from checker.ui import state
from checker.ui.components import choosing, published
from checker.ui.components.markup import esc, html, linked, paragraph
from checker.ui.components.tables import mark, table
from checker.ui.components.words import label

Numbers = Mapping[SizeClass, Estimate]


@dataclass(frozen=True)
class Filling:
    """What taking over one set of numbers would do to a target group."""

    new: Numbers
    """Every class that the set counts exactly."""
    empty: tuple[SizeClass, ...]
    """Those of them that have no number yet."""
    other: tuple[SizeClass, ...]
    """Those of them that have another number now."""


def show(index: int, rulebook: Rulebook) -> None:
    """Draw the choice of numbers, what they are, and the buttons that take them over.

    Args:
        index: position of the target group.
        rulebook: the parameters and their sources.
    """
    language = state.language()
    share = label(("obligations", 0, "activities", 0, "share"))
    html(paragraph(_say("text", share=share), "help"))
    entries = {entry.id: entry for entry in rulebook.parameters.firms}
    group = state.regulation().target_groups[index]
    options = {entry.id: _option(entry, language) for entry in entries.values()}
    entry = entries[choosing.pick(f"firms:{group.id}", _say("choose"), options)]
    note = entry.note.get(language) if entry.note is not None else ""
    html(_origin(entry, rulebook), _table(entry, index), paragraph(note, "help"))
    _show_filling(entry, index, rulebook)


def _say(key: str, **values: object) -> str:
    return say(state.language(), f"costing/firms/{key}", **values)


def _option(entry: FirmNumbers, language: Language) -> str:
    title = entry.title.get(language)
    return _say("option", title=title, count=len(_exact(entry)), total=len(SizeClass))


def _exact(entry: FirmNumbers) -> dict[SizeClass, FirmNumber]:
    """Return the rows that count one size class, no more and no less."""
    found: dict[SizeClass, FirmNumber] = {}
    for row in entry.counts:
        if row.size_class is not None:
            found.setdefault(row.size_class, row)
    return found


def _origin(entry: FirmNumbers, rulebook: Rulebook) -> str:
    """Return where the numbers are from, with a link, and whether they were read there."""
    sources = [rulebook.sources[name] for name in _cited(entry)]
    names = "; ".join(linked(s.title.get(state.language()), s.url) for s in sources)
    read = _say("verified") if entry.verified else mark(_say("unverified"))
    return f"<p>{_say('source')}: {names}. {esc(_say('period', period=entry.period))} {read}</p>"


def _cited(entry: FirmNumbers) -> Iterable[str]:
    return dict.fromkeys([entry.source, *(row.source or entry.source for row in entry.counts)])


def _table(entry: FirmNumbers, index: int) -> str:
    language = state.language()
    names = ("persons", "number", "now", "fills", "origin")
    exact = _exact(entry)
    rows = []
    for row in entry.counts:
        size = row.size_class if row in exact.values() else None
        now = None if size is None else _now(index, size)
        rows.append(
            (
                _persons(row),
                written(row.firms, language),
                _say("nothing") if now is None else written(now.mid, language),
                _say("fills_none" if size is None else "fills_one"),
                _say("derived" if row.derived else "published"),
            )
        )
    caption = _say("caption", title=entry.title.get(language))
    return table(caption, [_say(name) for name in names], rows, figures=slice(1, 3))


def _persons(row: FirmNumber) -> str:
    if row.to_persons is None:
        return _say("from", low=row.from_persons)
    key = "exactly" if row.from_persons == row.to_persons else "between"
    return _say(key, low=row.from_persons, high=row.to_persons)


def _place(index: int, size: SizeClass) -> Path:
    return ("target_groups", index, "sizes", size.value, "firms")


def _now(index: int, size: SizeClass) -> Estimate | None:
    found: Estimate | None = state.value(_place(index, size))
    return found


# --- taking over ----------------------------------------------------------------------------------


def _show_filling(entry: FirmNumbers, index: int, rulebook: Rulebook) -> None:
    """Say what would be filled in and what replaced, and draw a button for each."""
    filling = _filling(entry, index, rulebook)
    lacking = [size for size in SizeClass if size not in filling.new]
    kept = [size for size in lacking if _now(index, size) is not None]
    left = [size for size in lacking if size not in kept]
    html(
        paragraph(_say("left", classes=_names(left))) if left else "",
        paragraph(_say("kept", classes=_names(kept))) if kept else "",
    )
    if not filling.empty and not filling.other:
        html(paragraph(_say("same"), "empty") if filling.new else "")
        return
    if filling.other:
        changes = tuple(_replaced(index, size, filling) for size in filling.other)
        html(f'<p role="alert"><strong>{esc(_say("replaces", classes=changes))}</strong></p>')
    every = (*filling.empty, *filling.other)
    buttons = {"fill": every}
    if filling.other:
        buttons = {"fill_empty": filling.empty} if filling.empty else {}
        buttons["fill_all"] = every
    for column, (name, sizes) in zip(st.columns(3), buttons.items(), strict=False):
        with column:
            if st.button(
                _say(name),
                key=state.widget_key("firms", index, name),
                icon=":material/download:",
                width="stretch",
            ):
                _fill(index, {size: filling.new[size] for size in sizes})


def _filling(entry: FirmNumbers, index: int, rulebook: Rulebook) -> Filling:
    language = state.language()
    new = {
        size: published.estimate(row, entry, rulebook, language)
        for size, row in _exact(entry).items()
    }
    now = {size: _now(index, size) for size in new}
    return Filling(
        new,
        tuple(size for size in new if now[size] is None),
        tuple(size for size in new if now[size] not in (None, new[size])),
    )


def _replaced(index: int, size: SizeClass, filling: Filling) -> str:
    now = _now(index, size)
    assert now is not None
    new = filling.new[size].mid
    return _say("replaced", size=_name(size), now=now.mid, new=new)


def _fill(index: int, numbers: Numbers) -> None:
    state.restructure(with_numbers(state.regulation(), index, numbers))
    for size in numbers:
        # What was typed there and would not do has been replaced too.
        state.desk().refused.pop(_place(index, size), None)
    state.notify(_say("filled", classes=_names(numbers)))
    st.rerun()


def with_numbers(regulation: Regulation, index: int, numbers: Numbers) -> Regulation:
    """Return ``regulation`` with numbers of firms in a target group, each with its own source.

    The source of the group stays as it is: it would count for numbers from elsewhere as well.

    Args:
        regulation: what is changed.
        index: position of the target group.
        numbers: by size class; other classes stay as they are.
    """
    for size, number in numbers.items():
        regulation = edit.with_value(regulation, _place(index, size), number)
    return regulation


def _names(sizes: Iterable[SizeClass]) -> tuple[str, ...]:
    return tuple(_name(size) for size in sizes)


def _name(size: SizeClass) -> str:
    return size.value.replace("-", "–")
