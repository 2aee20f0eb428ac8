"""The columns of a scan: one row a regulation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.models.text_reading import TextReading
from checker.statutebook.features import FEATURES, WHOLE, Features, values_of
from checker.statutebook.hits import Hits

Value = str | int | float | None
Row = dict[str, Value]
_MOST_LETTERS = 500
"""A list of names in one cell is cut off here."""


class ColumnKind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the result."""

    name: str
    kind: ColumnKind


_COUNTED = (
    "authority_duties",
    "permissions",
    "supervisors",
    "sanctions",
    "fine_maximum",
    "entry_into_force",
    "evaluation",
    "sunset",
    "eu_acts",
    "thresholds",
    "references",
    "parent_acts",
)
"""Recognised facts of which the number is told, beside those among the features."""
_FLAGS = ("is_amending", "is_temporary", "has_transposition_table")
"""1 for yes, 0 for no."""
_TEXTS = ("title", "instrument", "entry_date", "supervisor_names", "eu_act_numbers")


def columns(rules: Iterable[str]) -> tuple[Column, ...]:
    """Return all columns, with one for each rule id in ``rules``."""
    measures = (
        Column(name, ColumnKind.COUNT if name in WHOLE else ColumnKind.NUMBER) for name in FEATURES
    )
    counts = (*_COUNTED, "sanctioned_duties", "information_duties", "dead_references", *_FLAGS)
    return (
        Column("path", ColumnKind.TEXT),
        *(Column(name, ColumnKind.TEXT) for name in _TEXTS),
        *measures,
        *(Column(name, ColumnKind.COUNT) for name in counts),
        Column("findings", ColumnKind.COUNT),
        *(Column(rule, ColumnKind.COUNT) for rule in rules),
        Column("error", ColumnKind.TEXT),
    )


def row_of(path: str, reading: TextReading, measured: Features, hits: Hits) -> Row:
    """Return the row of a text that was read."""
    return {
        "path": path,
        **_texts(reading),
        **values_of(measured),
        **_counts(reading),
        "findings": hits.pointed_at,
        **hits.by_rule,
        "error": None,
    }


def broken_row(path: str, error: str) -> Row:
    """Return the row of a text that could not be read; what is not named is empty."""
    return {"path": path, "error": error}


def _texts(reading: TextReading) -> Row:
    known = reading.recognised
    dates = [entry.date.isoformat() for entry in known.entry_into_force if entry.date is not None]
    return {
        "title": reading.text.title,
        "instrument": known.instrument,
        "entry_date": dates[0] if dates else None,
        "supervisor_names": _joined([fact.value for fact in known.supervisors]),
        "eu_act_numbers": _joined([act.number for act in known.eu_acts]),
    }


def _counts(reading: TextReading) -> Row:
    known = reading.recognised
    flags = {
        "is_amending": reading.text.is_amending,
        "is_temporary": known.is_temporary,
        "has_transposition_table": known.has_transposition_table,
    }
    return {
        **{name: len(getattr(known, name)) for name in _COUNTED},
        "sanctioned_duties": sum(duty.sanctioned for duty in known.duties),
        "information_duties": sum(duty.kind == "information" for duty in known.duties),
        "dead_references": sum(reference.dead for reference in known.references),
        **{name: int(flag) for name, flag in flags.items()},
    }


def _joined(names: Sequence[str | None]) -> str | None:
    """Return different names, in the order in which they occur."""
    text = "; ".join(dict.fromkeys(name for name in names if name))
    return text[:_MOST_LETTERS] or None
