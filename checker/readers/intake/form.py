"""What the intake form asks: its sheets, and the columns and questions on them, from the models.

A field that is added to a model is asked for by itself. The words come from
``content/<language>/fields.yaml``, as they do on screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import get_args

from pydantic import BaseModel

from checker.models.base import Prose
from checker.models.estimate import Estimate, Share
from checker.models.facts import Fact, FactKind, facts_of
from checker.models.regulation import Regulation

NOT_HELD = ("purpose.alternatives.obligations", "text")
"""What the form has no place for, by path; the screen has."""
_NOT_ASKED = frozenset({"schema_version", *NOT_HELD})
_OPEN_RANGES = frozenset({"target_groups.sizes"})
"""Sheets on which the range of a figure is asked at once; elsewhere it is folded away."""

_FIRST = {
    "obligations.activities": (
        "description", "kind", "timing", "minutes", "staff", "times_per_year", "every_years",
        "purchases", "purchase_kind", "share", "business_as_usual",
    ),
    "obligations.activities.overrides": ("size_class",),
}  # fmt: skip
"""Columns in the order of the work, where that of the model is another; the rest follow."""

REGULATION = "regulation"
ANSWERS = "answers"
DUTY_ANSWERS = "obligations.answers"
GUIDE, EXAMPLE, LISTS = "guide", "example", "lists"
"""Sheets that ask nothing."""

OWN_CODE = "#code"
"""Column with a code that is in no dossier: only for rows of another sheet to point at."""
PARENT = "#parent"
"""Column that names the row of another sheet to which this one belongs."""
RULE = "rule"
NONE_OF = "#none"
"""Behind the path of a list: the answer that there are none."""

IDS = "ids:"
"""Before the path of a list: the codes on its sheet are what can be chosen."""
FLAG, NONE = "flag", "none"


class Entry(StrEnum):
    """What a cell takes."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    SHARE = "share"
    DATE = "date"
    CHOICE = "choice"
    NAMES = "names"


@dataclass(frozen=True)
class Field:
    """One thing that is asked: a column, or a question with its own row."""

    key: str
    """Stands in the hidden row or column; a cell is found by it wherever it is moved."""
    words: str
    """Path of its label and help in the content files."""
    entry: Entry
    steps: tuple[str, ...] = ()
    """Where the value goes, from the record that the row is."""
    part: str = ""
    """The part of an estimate that it is."""
    member: str = ""
    """The member of a set of choices that it says yes or no to."""
    options: str = ""
    """Name of the list of what can be chosen."""
    required: bool = False
    folded: bool = False
    """Hidden behind a button until somebody wants to say more."""


@dataclass(frozen=True)
class Table:
    """A sheet with a row for each item of a list."""

    path: str
    fields: tuple[Field, ...]
    parent: "Table | None" = None
    optional: bool = False
    """Whether "there are none" is something else than an empty sheet."""

    @property
    def steps(self) -> tuple[str, ...]:
        """Where the list stands, from its parent or from the top."""
        above = f"{self.parent.path}." if self.parent else ""
        return tuple(self.path.removeprefix(above).split("."))

    @property
    def code(self) -> str | None:
        """Key of the column that tells the rows apart for other sheets."""
        return next((f.key for f in self.fields if f.key in ("id", OWN_CODE)), None)


_FIXED = {
    "id": "",
    "staff": "staff",
    "standard": "standard",
    "tariff_set": "tariff_set",
    "rule": "rule",
    "group": f"{IDS}target_groups",
    "target_groups": f"{IDS}target_groups",
    "obligations": f"{IDS}obligations",
    "serves": f"{IDS}obligations",
}
"""What can be chosen in fields that name something, by the name of the field."""
OPEN_LISTS = ("staff", "tariff_set")
"""Lists of which an organisation may have entries of its own on another sheet."""


@cache
def questions() -> tuple[Field, ...]:
    """Return what is asked of the regulation as a whole, in the order of the models."""
    return (*_fields(Regulation, "", ()), *_none_questions())


def _none_questions() -> Iterator[Field]:
    for table in tables():
        if table.optional:
            key = f"{table.path}{NONE_OF}"
            yield Field(key, table.path, Entry.CHOICE, table.steps, options=NONE)


@cache
def tables() -> tuple[Table, ...]:
    """Return the sheets with rows; a parent stands before its children."""
    return tuple(_tables(Regulation, "", None))


def _tables(model: type[BaseModel], prefix: str, parent: Table | None) -> Iterator[Table]:
    for fact in facts_of(model):
        path = f"{prefix}{fact.name}"
        if path in _NOT_ASKED or fact.model is None:
            continue
        if fact.kind is FactKind.GROUP:
            yield from _tables(fact.model, f"{path}.", parent)
        else:
            table = _table(fact, path, parent)
            yield table
            yield from _tables(fact.model, f"{path}.", table)


def _table(fact: Fact, path: str, parent: Table | None) -> Table:
    assert fact.model is not None
    first: list[Field] = []
    if parent is not None:
        options = f"{IDS}{parent.path}"
        first.append(Field(PARENT, f"#{parent.path}", Entry.CHOICE, options=options, required=True))
    has_children = any(True for _ in _tables(fact.model, f"{path}.", None))
    if has_children and "id" not in fact.model.model_fields:
        first.append(Field(OWN_CODE, f"#code.{path}", Entry.TEXT))
    folded = path not in _OPEN_RANGES
    fields = (*first, *_fields(fact.model, f"{path}.", (), folded=folded))
    return Table(path, fields, parent, fact.optional and parent is None)


def _fields(
    model: type[BaseModel], prefix: str, within: tuple[str, ...], *, folded: bool = True
) -> Iterator[Field]:
    """Yield what is asked of a record; ``prefix`` is where its words stand."""
    first = _FIRST.get(prefix.rstrip("."), ())
    facts = {fact.name: fact for fact in facts_of(model)}
    for fact in (facts[name] for name in dict.fromkeys((*first, *facts))):
        path, steps = f"{prefix}{fact.name}", (*within, fact.name)
        if path in _NOT_ASKED:
            continue
        if fact.kind is FactKind.GROUP:
            assert fact.model is not None
            yield from _fields(fact.model, f"{path}.", steps, folded=folded)
        elif fact.kind is FactKind.ESTIMATE:
            yield from _range(model, fact, path, steps, folded)
        elif fact.kind is FactKind.CHOICES:
            yield from _members(fact, path, steps)
        elif fact.kind not in (FactKind.ITEMS, FactKind.ANSWERS):
            yield _single(model, fact, path, steps)


def _single(model: type[BaseModel], fact: Fact, path: str, steps: tuple[str, ...]) -> Field:
    required = model.model_fields[fact.name].is_required()
    options = _FIXED.get(fact.name, "")
    entry = _PLAIN.get(fact.kind, Entry.CHOICE)
    if fact.kind is FactKind.TEXT:
        entry = Entry.CHOICE if options else _text_entry(model, fact.name)
    elif fact.kind is FactKind.FLAG:
        options = FLAG
    elif fact.choices is not None:
        options = fact.choices.__name__
    return Field(".".join(steps), path, entry, steps, options=options, required=required)


_PLAIN = {
    FactKind.TEXT: Entry.TEXT,
    FactKind.NUMBER: Entry.NUMBER,
    FactKind.DATE: Entry.DATE,
    FactKind.LABELS: Entry.NAMES,
}


def _text_entry(model: type[BaseModel], name: str) -> Entry:
    annotation = model.model_fields[name].annotation
    return Entry.LONG if Prose in (annotation, *get_args(annotation)) else Entry.TEXT


def _range(
    model: type[BaseModel], fact: Fact, path: str, steps: tuple[str, ...], folded: bool
) -> Iterator[Field]:
    """Yield the parts of a figure: what is most likely first, then its range and grounds."""
    share = Share in get_args(model.model_fields[fact.name].annotation)
    figure = Entry.SHARE if share else Entry.NUMBER
    parts = {part.name: part for part in facts_of(Estimate)}
    for name in ("mid", *(name for name in parts if name != "mid")):
        part = parts[name]
        is_figure = part.kind is FactKind.NUMBER
        single = _single(Estimate, part, path, (*steps, name))
        yield Field(
            single.key,
            path,
            figure if is_figure else single.entry,
            steps,
            part=name,
            options=single.options,
            folded=folded and name != "mid",
        )


def _members(fact: Fact, path: str, steps: tuple[str, ...]) -> Iterator[Field]:
    """Yield a question of yes or no for each member: a cell can only hold one choice."""
    for member in fact.choices or ():
        key = f"{'.'.join(steps)}={member.value}"
        yield Field(key, path, Entry.CHOICE, steps, member=member.value, options=FLAG)
