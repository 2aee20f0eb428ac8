"""A scan: every text below a folder, one row each, and a picture that sums them up."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from checker import __version__
from checker.models.base import Language
from checker.models.problem import BadInputError
from checker.models.rulebook import Rulebook
from checker.statutebook.columns import Row, columns
from checker.statutebook.folder import Found, Passed, content_of, texts_below
from checker.statutebook.hits import text_rules
from checker.statutebook.journal import Journal, JournalInUseError, NotAJournalError, key_of
from checker.statutebook.picture import Summary
from checker.statutebook.pool import (
    Batch,
    ScanRefusedError,
    has_dask,
    open_pool,
    processors,
)
from checker.statutebook.tables import MOST_ROWS, WRITERS
from checker.statutebook.work import Job, Source, told

_FORMAT = 1
"""Of a journal; another number when rows come to hold something else."""
_BATCH_TEXTS, _BATCH_BYTES = 16, 500_000
_LIGHT = 2_000_000
"""Bytes that are done sooner here than it takes to start worker processes."""
MOST_BROKEN = 100
"""So many broken texts are named at the end; the others stand in the result."""

Told = Callable[[int, int, int, int, int], None]
"""Takes texts done, all texts, bytes done, all bytes, and bytes that an earlier run did."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    folder: Path
    target: Path
    language: Language
    workers: int | None = None
    """Processes; None for as many as there are processors, where that is worth it."""
    scheduler: str | None = None
    """Address of a Dask scheduler that already runs."""

    @property
    def picture(self) -> Path:
        """Where the picture goes."""
        return self.target.with_name(self.target.name + ".svg")


@dataclass(slots=True)
class Outcome:
    """What came of it."""

    texts: int = 0
    resumed: int = 0
    """Of these, done by an earlier run that was cut off."""
    passed: int = 0
    """Files passed over because they are no texts."""
    broken: int = 0
    named: list[tuple[str, str]] = field(default_factory=list)
    """The first broken texts: name and reason."""


@dataclass(slots=True)
class _Size:
    texts: int = 0
    size: int = 0


def scan(order: Order, rulebook: Rulebook, tell: Told) -> Outcome:
    """Read every text below a folder and write one row each.

    A scan that was cut off goes on where it was when it is given the same order again; texts that
    changed since are done again.

    Args:
        order: what is asked for.
        rulebook: rules of which those about texts are applied.
        tell: is told how far it is.

    Raises:
        ScanRefusedError: it cannot be done; ``code`` says why.
        OSError: the result cannot be written.
    """
    write = WRITERS.get(order.target.suffix.lower())
    if write is None:
        raise ScanRefusedError("unknown_format", file=str(order.target))
    if order.workers is not None and order.workers < 1:
        raise ScanRefusedError("no_workers_number", count=order.workers)
    passed = Passed()
    whole = _measure(order, passed)
    rules = text_rules(rulebook.stable_rules)
    journal = _journal(order, rulebook)
    try:
        outcome = Outcome(passed=passed.count)
        job = Job(rules, order.language).packed()
        _make_rows(order, job, journal, whole, outcome, tell)
        summary = Summary()
        rows = _watched(journal.rows(), summary, outcome)
        write(journal.result, columns(rule.id for rule in rules), rows)
        picture = summary.svg(order.folder.resolve().name, order.language)
        journal.picture.write_text(picture, "utf-8")
        journal.result.replace(order.target)
        journal.picture.replace(order.picture)
        journal.remove()
    finally:
        journal.close()
    return outcome


def _measure(order: Order, passed: Passed) -> _Size:
    """Count the texts before anything is done."""
    if not order.folder.is_dir():
        raise ScanRefusedError("no_folder", folder=str(order.folder))
    whole = _Size()
    for found in texts_below(order.folder, passed):
        whole.texts += 1
        whole.size += found.size
    if not whole.texts:
        raise ScanRefusedError("empty_folder", folder=str(order.folder), passed=passed.count)
    most = MOST_ROWS.get(order.target.suffix.lower(), whole.texts)
    if whole.texts > most:
        raise ScanRefusedError("too_many_rows", count=whole.texts, most=most)
    return whole


def _journal(order: Order, rulebook: Rulebook) -> Journal:
    header = [_FORMAT, __version__, rulebook.content_hash, order.language]
    try:
        return Journal(order.target, json.dumps(header))
    except JournalInUseError as error:
        raise ScanRefusedError("in_use", folder=str(error)) from None
    except NotAJournalError as error:
        raise ScanRefusedError("name_taken", folder=str(error)) from None


def _make_rows(
    order: Order, job: bytes, journal: Journal, whole: _Size, outcome: Outcome, tell: Told
) -> None:
    """Make the rows that are not there yet, and lay down which rows make up the result."""
    batches = _batches(texts_below(order.folder, Passed()), journal, order.language)
    with open_pool(job, _workers(order, whole), order.scheduler, order.language) as pool:
        done = again = 0
        tell(0, whole.texts, 0, whole.size, 0)
        for batch, rows in pool.results(batches):
            places = journal.add(list(zip(batch.keys, rows, strict=True)))
            journal.belongs(chain(batch.places, places))
            outcome.texts = len(journal)
            outcome.resumed += len(batch.places)
            done += batch.size
            again += batch.size if not rows else 0
            # a text that grew or came in the meantime does not make it more than all of it
            total = max(whole.texts, outcome.texts)
            tell(outcome.texts, total, done, max(whole.size, done), again)


def _workers(order: Order, whole: _Size) -> int:
    if order.workers is not None:
        return order.workers
    return processors() if has_dask() and whole.size > _LIGHT else 1


@dataclass(slots=True)
class _Gathering:
    """A batch that is being put together."""

    keys: list[int] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    size: int = 0
    to_do: int = 0
    """Bytes of the texts that are not done yet."""

    @property
    def is_full(self) -> bool:
        count = max(len(self.sources), len(self.places) // _BATCH_TEXTS)
        return count >= _BATCH_TEXTS or self.to_do >= _BATCH_BYTES

    def batch(self) -> Batch:
        return Batch(tuple(self.keys), tuple(self.sources), tuple(self.places), self.size)


def _batches(texts: Iterable[Found], journal: Journal, language: Language) -> Iterator[Batch]:
    """Put texts together, with the places of those that an earlier run did."""
    gathering = _Gathering()
    for found in texts:
        source = _source(found, language)
        key = key_of(source.name, source.content + (source.error or "").encode())
        place = journal.find(key)
        gathering.size += found.size
        if place is None:
            gathering.keys.append(key)
            gathering.sources.append(source)
            gathering.to_do += len(source.content)
        else:
            gathering.places.append(place)
        if gathering.is_full:
            yield gathering.batch()
            gathering = _Gathering()
    if gathering.keys or gathering.places:
        yield gathering.batch()


def _source(found: Found, language: Language) -> Source:
    try:
        return Source(found.name, content_of(found))
    except BadInputError as error:
        return Source(found.name, b"", told(error, language))


def _watched(rows: Iterable[Row], summary: Summary, outcome: Outcome) -> Iterator[Row]:
    """Pass rows on, and gather what is told of all of them."""
    for row in rows:
        summary.add(row)
        if (error := row.get("error")) is not None:
            outcome.broken += 1
            if len(outcome.named) < MOST_BROKEN:
                outcome.named.append((str(row["path"]), str(error)))
        yield row
