"""Everything the app remembers between two clicks; the only place that knows the session state.

The dossier is one immutable Regulation. A widget shows a part of it and writes back through a
callback; what the widget itself remembers is never relied on, because Streamlit forgets it when
the page is left. Each widget's key holds the desk's ``epoch``, which rises whenever something
changes under the widgets (another dossier, an item moved or removed): old widgets and what they
held are then gone, and new ones begin with what the dossier says.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from checker.assess import assess
from checker.burden.uncertainty import sensitivity, simulate
from checker.content import say
from checker.models.assessment import Assessment
from checker.models.base import Language
from checker.models.edit import value_at
from checker.models.problem import BadInputError, Path, Problem
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.uncertainty import Sensitivity, Simulation
from checker.ui import faults
from checker.ui.checked_file import CheckedFile

P = ParamSpec("P")
T = TypeVar("T")

_UNDO_STEPS = 30
_SLOT = "desk"


Change = Callable[[Regulation, Path], Regulation]
"""Makes a change at a place; raises BadInputError where it will not do."""


@dataclass(frozen=True)
class Refused:
    """What somebody typed that will not do: kept and shown, but no part of the dossier."""

    raw: Any
    problem: Problem
    language: Language
    """In which it was typed: 1.250 is another number in another language."""
    change: Change
    """Makes the change that was meant; something else may have been in its way."""


@dataclass(frozen=True)
class Step:
    """A dossier as it was before a change, to go back to."""

    regulation: Regulation
    refused: Mapping[Path, Refused]
    saved: Regulation
    view: Mapping[str, Any]
    selection: Mapping[Path, int]


@dataclass
class Desk:
    """What one user has in front of them."""

    regulation: Regulation = field(default_factory=Regulation)
    language: Language = "nl"
    epoch: int = 0
    refused: dict[Path, Refused] = field(default_factory=dict)
    view: dict[str, Any] = field(default_factory=dict)
    """Which tab or filter is chosen, by name; a choice that is a path moves with its item."""
    selection: dict[Path, int] = field(default_factory=dict)
    """Which item is chosen of each list."""
    past: list[Step] = field(default_factory=list)
    saved: Regulation = field(default_factory=Regulation)
    """The dossier as it was last opened or downloaded."""
    focused: tuple[str | int, ...] = ()
    """Beginning of the key of the widget to go to on the next page drawn, without epoch."""
    notices: list[str] = field(default_factory=list)
    """Sentences to show once, on the next page drawn."""
    assessed: tuple[str, Assessment] | None = None
    """The assessment, with the hash of what it was made from."""
    uncertain: tuple[str, Sensitivity, Simulation] | None = None
    """How sure the costs of that assessment are, with the same hash."""
    derived: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """What a page worked out from that assessment, by name, each with the same hash."""
    checked: CheckedFile | None = None
    """Somebody's calculation that was checked last."""
    rulebook: Rulebook | None = None
    """The rules as they were last read without mistakes."""

    @property
    def unsaved(self) -> bool:
        """Whether closing the window would lose something."""
        return self.regulation != self.saved


def desk() -> Desk:
    """Return the desk of this session."""
    if _SLOT not in st.session_state:
        st.session_state[_SLOT] = Desk()
    found: Desk = st.session_state[_SLOT]
    return found


def language() -> Language:
    """Return the language of this session."""
    return desk().language


def regulation() -> Regulation:
    """Return the dossier."""
    return desk().regulation


def value(path: Path) -> Any:
    """Return what the dossier says at ``path``."""
    return value_at(desk().regulation, path)


def widget_key(*parts: str | int) -> str:
    """Return a key for a widget that shows a part of this dossier in this language."""
    here = desk()
    return "|".join([str(here.epoch), here.language, *(str(part) for part in parts)])


def labelled_key(labels: Iterable[str], *parts: str | int) -> str:
    """Return a key for a widget to choose with, whose labels may change while it is shown.

    The browser sends the label that was chosen, so with other labels it must be another widget.
    """
    digest = hashlib.sha256("\n".join(labels).encode()).hexdigest()
    return widget_key(*parts, digest[:12])


def widget_value(key: str) -> Any:
    """Return what the widget ``key`` holds; meant for callbacks."""
    return st.session_state[key]


def callback(function: Callable[P, None]) -> Callable[P, None]:
    """Make ``function`` safe to give to a widget: a fault in it becomes a sentence on the page."""

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        with faults.Guard("A change could not be taken over") as guard:
            function(*args, **kwargs)
        if guard.failed:
            notify(say(language(), "ui/fault"))

    return guarded


def today() -> date:
    """Return the date of today where the program runs."""
    return datetime.now(UTC).astimezone().date()


def assessment(rulebook: Rulebook) -> Assessment:
    """Return the assessment of the dossier; made again only when it or the rules changed."""
    here, day = desk(), today()
    facts = here.regulation.model_dump_json(exclude_defaults=True)
    key = hashlib.sha256(f"{facts}|{rulebook.content_hash}|{day}".encode()).hexdigest()
    if here.assessed is None or here.assessed[0] != key:
        here.assessed = key, assess(here.regulation, rulebook, day)
    return here.assessed[1]


def uncertainty(rulebook: Rulebook) -> tuple[Sensitivity, Simulation]:
    """Return how sure the costs are; calculated again only when the assessment is another."""
    here, costs = desk(), assessment(rulebook).burden
    assert here.assessed is not None
    key = here.assessed[0]
    if here.uncertain is None or here.uncertain[0] != key:
        here.uncertain = key, sensitivity(costs), simulate(costs)
    return here.uncertain[1:]


def derived(name: str, rulebook: Rulebook, work_out: Callable[[], T]) -> T:
    """Return what ``work_out`` gives; done again only when the assessment is another."""
    here = desk()
    assessment(rulebook)
    assert here.assessed is not None
    key = f"{here.assessed[0]}|{here.language}"
    if name not in here.derived or here.derived[name][0] != key:
        here.derived[name] = key, work_out()
    found: T = here.derived[name][1]
    return found


# --- changing the dossier -------------------------------------------------------------------------


def attempt(path: Path, raw: Any, change: Change) -> None:
    """Make a change that a widget at ``path`` asks for, or keep what was typed as refused.

    Args:
        path: what the widget shows.
        raw: what it holds.
        change: makes the change; what it raises says what is wrong with ``raw``.
    """
    here = desk()
    try:
        accept(path, change(here.regulation, path))
    except BadInputError as error:
        here.refused[path] = Refused(raw, error.problems[0], here.language, change)


def accept(path: Path, changed: Regulation) -> None:
    """Take over a changed value from a widget at ``path``.

    What was refused at other fields of the same item is tried again: it may be right now.
    """
    here = desk()
    before = dict(here.refused)
    here.refused.pop(path, None)
    for other, kept in list(here.refused.items()):
        if other[:-1] == path[:-1]:
            with suppress(BadInputError):
                changed = kept.change(changed, other)
                del here.refused[other]
    if changed != here.regulation:
        _remember(here, before)
        here.regulation = changed


def refused(path: Path) -> Refused | None:
    """Return what was typed at ``path`` and would not do."""
    return desk().refused.get(path)


def restructure(
    changed: Regulation,
    path: Path | None = None,
    positions: Mapping[int, int | None] | None = None,
) -> None:
    """Take over a dossier in which items were added, moved or removed.

    Args:
        changed: the new dossier.
        path: the list that was changed.
        positions: old to new position of each item of it; None for one that went.
    """
    here = desk()
    _remember(here)
    here.regulation = changed
    here.epoch += 1
    if path is not None and positions is not None:
        here.refused = _moved(here.refused, path, positions)
        here.selection = _moved(here.selection, path, positions)
        here.view = {
            name: _renumbered(kept, path, positions) if isinstance(kept, tuple) else kept
            for name, kept in here.view.items()
        }


def open_dossier(new: Regulation) -> None:
    """Put another dossier on the desk; the one that was there can be brought back."""
    here = desk()
    if here.regulation != Regulation() or here.refused:
        _remember(here)
    here.regulation = here.saved = new
    here.refused, here.view, here.selection = {}, {}, {}
    here.epoch += 1


def undo() -> None:
    """Go back to the dossier before the last change, and to the items that were chosen then.

    What was typed since and refused goes too; a sentence says so.
    """
    here = desk()
    if not here.past:
        return
    step = here.past.pop()
    if any(step.refused.get(path) != kept for path, kept in here.refused.items()):
        notify(say(here.language, "ui/menu/undone_refused"))
    here.regulation, here.refused = step.regulation, dict(step.refused)
    here.saved, here.selection = step.saved, dict(step.selection)
    places = {name: kept for name, kept in step.view.items() if isinstance(kept, tuple)}
    rest = {name: kept for name, kept in here.view.items() if not isinstance(kept, tuple)}
    here.view = rest | places
    here.epoch += 1


def mark_saved(downloaded: Regulation) -> None:
    """Remember that ``downloaded`` was made into a file."""
    desk().saved = downloaded


# --- what is looked at ----------------------------------------------------------------------------


def use_language(chosen: Language) -> None:
    """Switch to another language; all widgets are made anew from the dossier."""
    desk().language = chosen


def look(name: str, default: Any = None) -> Any:
    """Return the choice remembered as ``name``."""
    return desk().view.get(name, default)


def turn(name: str, chosen: Any) -> None:
    """Remember a choice made with a widget."""
    desk().view[name] = chosen


def show(name: str, chosen: Any) -> None:
    """Make a choice for the user; widgets that show it are made anew."""
    here = desk()
    here.view[name] = chosen
    here.epoch += 1


def selected(path: Path, count: int) -> int:
    """Return the position of the selected item in a list of ``count``."""
    return max(0, min(desk().selection.get(path, 0), count - 1))


def select(path: Path, index: int) -> None:
    """Select an item of a list."""
    desk().selection[path] = index


def focus(*parts: str | int) -> None:
    """Go to a widget once the next page is drawn; ``parts`` are the beginning of its key."""
    desk().focused = parts


def take_focus() -> str | None:
    """Return the beginning of the key of the widget to go to, and forget it."""
    here = desk()
    parts, here.focused = here.focused, ()
    return widget_key(*parts) if parts else None


def notify(sentence: str) -> None:
    """Show ``sentence`` once, at the top of the next page drawn."""
    desk().notices.append(sentence)


def take_notices() -> list[str]:
    """Return the sentences to show, and forget them."""
    here = desk()
    taken, here.notices = here.notices, []
    return taken


def _remember(here: Desk, refused: Mapping[Path, Refused] | None = None) -> None:
    kept = dict(here.refused if refused is None else refused)
    here.past.append(Step(here.regulation, kept, here.saved, dict(here.view), dict(here.selection)))
    del here.past[:-_UNDO_STEPS]


def _moved(
    kept: Mapping[Path, T], path: Path, positions: Mapping[int, int | None]
) -> dict[Path, T]:
    """Return what is kept by path with the new paths of items that moved; those gone are out."""
    return {
        new: what
        for old, what in kept.items()
        if (new := _renumbered(old, path, positions)) is not None
    }


def _renumbered(old: Path, path: Path, positions: Mapping[int, int | None]) -> Path | None:
    depth = len(path)
    if old[:depth] != path or len(old) == depth:
        return old
    position = old[depth]
    if not isinstance(position, int):
        return old
    new = positions.get(position, position)
    return None if new is None else (*path, new, *old[depth + 1 :])
