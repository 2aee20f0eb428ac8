"""What a worker does: texts in, rows out. It reads no file and keeps nothing."""

import logging
import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.content import say
from checker.content.messages import problem_message
from checker.legal_text.reading import read as read_blocks
from checker.legal_text.uncollected import uncollected
from checker.models.base import Language
from checker.models.problem import BadInputError
from checker.models.rule import Rule
from checker.readers.legal_text import read
from checker.statutebook.columns import Row, broken_row, row_of
from checker.statutebook.features import features
from checker.statutebook.hits import count_hits

_logger = logging.getLogger("checker.statutebook")
_logger.addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Source:
    """A text that is to be read, or the reason why it cannot be."""

    name: str
    content: bytes
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all texts."""

    rules: tuple[Rule, ...]
    language: Language

    def packed(self) -> bytes:
        """Return it as it travels to a worker."""
        return pickle.dumps(self)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Job:
    job = pickle.loads(packed)
    assert isinstance(job, Job)
    return job


def rows(packed: bytes, sources: Sequence[Source]) -> list[Row]:
    """Return the row of each text, in the same order; a broken one has the reason in its row."""
    job = _unpacked(packed)
    return [_row(job, source) for source in sources]


@uncollected()
def _row(job: Job, source: Source) -> Row:
    if source.error is not None:
        return broken_row(source.name, source.error)
    try:
        reading = read_blocks(read(source.content, source.name))
        hits = count_hits(reading, job.rules)
        return row_of(source.name, reading, features(reading, hits.by_rule), hits)
    except BadInputError as error:
        return broken_row(source.name, told(error, job.language))
    except Exception as error:  # one text never stops the others; its row says what happened
        _logger.exception("fault of our own in %s", source.name)
        kind = type(error).__name__
        return broken_row(source.name, say(job.language, "cli/scan/own_fault", kind=kind))


def told(error: BadInputError, language: Language) -> str:
    """Return what is wrong in words, without the name of the file."""
    return " ".join(_messages(error, language))


def _messages(error: BadInputError, language: Language) -> Iterable[str]:
    return (problem_message(problem, language) for problem in error.problems)
