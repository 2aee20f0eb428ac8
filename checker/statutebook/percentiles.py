"""Where a measure stands among the regulations of the statute book.

The shipped data file holds, for each kind of instrument and each feature, the 1st to the 99th
percentile: percentile k is the smallest value that at least k per cent of the regulations do not
exceed. With these the share with a strictly lower, or strictly higher, value is known to a whole
per cent, rounded down, also where many regulations have the same value. It is never overstated.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from checker.models.regulation import Instrument
from checker.statutebook.features import DIGITS, Harder, harder

ALL = "all"
"""All regulations together, whatever their kind."""
OTHER = "other"
"""Royal decrees, circulars, regulations of industrial organisations and of independent bodies."""
KINDS = (
    Instrument.WET.value,
    Instrument.AMVB.value,
    Instrument.MINISTERIELE_REGELING.value,
    Instrument.BELEIDSREGEL.value,
    OTHER,
    ALL,
)
LEAST = 30
"""A kind with fewer regulations than this is no yardstick: all regulations are it then."""
_NAME = re.compile(r"statutebook-(\d{4})-(\d{2})\.json")


@dataclass(frozen=True, slots=True)
class Edition:
    """The statute book of which the figures are."""

    year: int
    month: int

    def __str__(self) -> str:
        """Return it as 2017-05."""
        return f"{self.year}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a value stands."""

    feature: str
    percent: int
    """Per cent of the regulations, 0 to 99, rounded down, that are strictly less hard on the
    reader in this respect: a lower value, or for a reading ease a higher one."""
    n: int
    """Number of regulations of which the feature is known."""
    kind: str
    """Which regulations: one of :data:`KINDS`."""
    edition: Edition


@dataclass(frozen=True, slots=True)
class StatuteBook:
    """The figures of one edition."""

    edition: Edition
    provenance: str
    counts: Mapping[str, int]
    """Number of regulations by kind."""
    left_out: Mapping[str, int]
    """Number of texts left out, by reason."""
    features: Mapping[str, Mapping[str, tuple[int, tuple[float, ...]]]]
    """By kind and feature: number of regulations, and the percentiles 1 to 99."""

    def position(
        self, feature: str, value: float | None, instrument: Instrument | str | None = None
    ) -> Position | None:
        """Return where a value stands.

        Args:
            feature: name of a feature.
            value: in the unit of the feature; None is unknown.
            instrument: kind to compare with; None, or one with too few regulations, is all.

        Returns:
            None where the value, or what is usual, is not known.
        """
        kind = str(instrument) if instrument is not None else ALL
        known = self._figures(kind, feature)
        if known is None:
            kind, known = ALL, self._figures(ALL, feature)
        if known is None or value is None:
            return None
        n, steps = known
        return Position(feature, _percent(feature, value, steps), n, kind, self.edition)

    def _figures(self, kind: str, feature: str) -> tuple[int, tuple[float, ...]] | None:
        known = self.features.get(kind, {}).get(feature)
        return None if known is None or known[0] < LEAST else known


def _percent(feature: str, value: float, steps: Sequence[float]) -> int:
    rounded = round(value, DIGITS)
    if harder(feature) is Harder.LOW:
        return len(steps) - bisect_right(steps, rounded)
    return bisect_left(steps, rounded)


def percentiles(values: Sequence[float]) -> list[float]:
    """Return the percentiles 1 to 99 of ``values``, each a value that occurs.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(round(value, DIGITS) for value in values)
    return [ordered[(k * len(ordered) + 99) // 100 - 1] for k in range(1, 100)]


@cache
def shipped() -> StatuteBook:
    """Return the newest statute book that comes with the program."""
    folder = files("checker.statutebook") / "data"
    named = {each.name: each for each in folder.iterdir() if _NAME.fullmatch(each.name)}
    return read(named[max(named)])


def read(file: Traversable) -> StatuteBook:
    """Return the statute book in a data file."""
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    year, month = map(int, data["edition"].split("-"))
    features = {
        kind: {name: (entry["n"], tuple(entry["percentiles"])) for name, entry in found.items()}
        for kind, found in data["features"].items()
    }
    return StatuteBook(
        edition=Edition(year, month),
        provenance=data["provenance"],
        counts=data["regulations"],
        left_out=data["left_out"],
        features=features,
    )


def position(
    feature: str, value: float | None, instrument: Instrument | str | None = None
) -> Position | None:
    """Return where a value stands in the newest statute book; see :class:`StatuteBook`."""
    return shipped().position(feature, value, instrument)
