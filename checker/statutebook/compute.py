"""The data file of percentiles, computed from a folder of regulations.

What a regulation is called tells its kind: an ``index.csv`` (``bwb_id,kind,title``) in or beside
its folder, or else the name of the folder it stands in.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.models.problem import BadInputError
from checker.models.regulation import Instrument
from checker.statutebook.features import FEATURES
from checker.statutebook.folder import Passed, content_of, texts_below
from checker.statutebook.percentiles import ALL, KINDS, OTHER, percentiles
from checker.statutebook.pool import Batch, Pool
from checker.statutebook.work import Source

LEAST_WORDS = 100
"""A text with fewer words is left out: mostly a decree that says one thing, or a stub."""
_KINDS = {
    "wet": Instrument.WET,
    "rijkswet": Instrument.WET,
    "amvb": Instrument.AMVB,
    "ministeriele-regeling": Instrument.MINISTERIELE_REGELING,
    "beleidsregel": Instrument.BELEIDSREGEL,
}
"""Kinds as the sources call them, in lower case; any other is :data:`OTHER`."""
_TEXTS_A_BATCH = 8
_INDEX = "index.csv"


@dataclass(slots=True)
class Gathered:
    """The measures of all regulations."""

    values: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    """By kind and feature."""
    counts: Counter[str] = field(default_factory=Counter)
    """Regulations by kind."""
    left_out: Counter[str] = field(
        default_factory=lambda: Counter({"unreadable": 0, "no_article": 0, "too_short": 0})
    )

    def add(self, kind: str, row: Mapping[str, Any]) -> None:
        """Count a text in, or say why it is left out."""
        if row.get("error") is not None:
            self.left_out["unreadable"] += 1
        elif not row["articles"]:
            self.left_out["no_article"] += 1
        elif row["words"] < LEAST_WORDS:
            self.left_out["too_short"] += 1
        else:
            for each in (kind, ALL):
                self.counts[each] += 1
                self._add_values(self.values.setdefault(each, {}), row)

    def _add_values(self, found: dict[str, list[float]], row: Mapping[str, Any]) -> None:
        for feature in FEATURES:
            if (value := row.get(feature)) is not None:
                found.setdefault(feature, []).append(value)


def gather(folders: Sequence[Path], pool: Pool) -> Gathered:
    """Measure every text below ``folders``, each regulation once."""
    gathered = Gathered()
    kinds: dict[str, str] = {}
    for batch, rows in pool.results(_batches(folders, kinds)):
        for source, row in zip(batch.sources, rows, strict=True):
            gathered.add(kinds.pop(source.name), row)
    return gathered


def _batches(folders: Sequence[Path], kinds: dict[str, str]) -> Iterator[Batch]:
    """Yield texts with their kinds noted in ``kinds``; a name seen before is skipped."""
    seen: set[str] = set()
    sources: list[Source] = []
    for folder in folders:
        index = _index_of(folder)
        for found in texts_below(folder, Passed()):
            name = found.path.name
            if name in seen:
                continue
            seen.add(name)
            kinds[name] = _kind(index.get(found.path.stem, found.path.parent.name))
            sources.append(_source(name, lambda each=found: content_of(each)))
            if len(sources) == _TEXTS_A_BATCH:
                yield _batch(sources)
                sources = []
    yield _batch(sources)


def _source(name: str, content: Any) -> Source:
    try:
        return Source(name, content())
    except BadInputError:
        return Source(name, b"", "unreadable")


def _batch(sources: Iterable[Source]) -> Batch:
    return Batch((), tuple(sources), (), 0)


def _index_of(folder: Path) -> dict[str, str]:
    """Return kinds by BWB number, as the index in or beside a folder has them."""
    for place in (folder / _INDEX, folder.parent / _INDEX):
        if place.is_file():
            with place.open(encoding="utf-8", newline="") as file:
                rows = csv.DictReader(file)
                if {"bwb_id", "kind"} <= set(rows.fieldnames or ()):
                    return {row["bwb_id"]: row["kind"] for row in rows}
    return {}


def _kind(name: str) -> str:
    return str(_KINDS.get(name.lower(), OTHER))


def data_file(gathered: Gathered, edition: str, provenance: str) -> str:
    """Return the data file: small, with a line for each feature of a kind."""
    kinds = [kind for kind in KINDS if gathered.counts[kind]]
    head = {
        "edition": edition,
        "provenance": provenance,
        "least_words": LEAST_WORDS,
        "regulations": {kind: gathered.counts[kind] for kind in kinds},
        "left_out": dict(gathered.left_out),
    }
    lines = [f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}," for k, v in head.items()]
    blocks = [_block(kind, gathered.values[kind]) for kind in kinds]
    return "\n".join(["{", *lines, '  "features": {', ",\n".join(blocks), "  }", "}", ""])


def _block(kind: str, found: Mapping[str, Sequence[float]]) -> str:
    rows = []
    for feature in FEATURES:
        if values := found.get(feature):
            entry = {"n": len(values), "percentiles": percentiles(values)}
            rows.append(f"      {json.dumps(feature)}: {json.dumps(entry, separators=(',', ':'))}")
    return f"    {json.dumps(kind)}: {{\n" + ",\n".join(rows) + "\n    }"
