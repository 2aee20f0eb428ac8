"""Patterns of text rules: searched fast over the whole text, with the hits that ``re`` gives.

RE2 looks through the whole text at once, many times faster than ``re``, for a pattern that
finds at least as much (its word bounds left out, which RE2 only knows in ASCII). Only the lines
with a candidate are then searched with ``re`` itself, so the hits are those of ``re``, line by
line; ``tests/checks/test_patterns.py`` holds them side by side.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import re2
from pydantic import ConfigDict, field_validator
from pydantic_core import PydanticCustomError

from checker.models.base import Flag, Model
from checker.models.legal_text import LegalText

_TOKEN = re.compile(r"\\.|\[\^?(?:\\.|[^]\\^])(?:\\.|[^]\\])*\]|\(\?[^:]|\{\d*,?\d*\}|.", re.DOTALL)
"""An escape, a class, the opening of a group that is more than a group, a repeat, or a sign."""
_UNBOUNDED = re.compile(r"[*+^$]|\{\d+,\}|\\[AZ]")
"""Repeats without end, and anchors: a hit stands anywhere in a paragraph."""
_ELSEWHERE = re.compile(
    r"\(\?[^:]|\\[1-9DSW]|\{,\d*\}|\[|\[(?:.*\\[DSWb]|(?:.*[^\\])?\[).*\]", re.DOTALL
)
"""Look-around, references back, flags, and signs that RE2 takes in another way."""
_IN_RE2 = {
    r"\b": "",
    r"\B": "",
    r"\w": r"\pL\pN_",
    r"\d": r"\p{Nd}",
    r"\s": r"\t\v\f\r\x1c-\x1f\x{85}\pZ",
}
_BOUNDS = (r"\b", r"\B")
_DOTLESS = "ıİ"
"""What ``re`` takes for an i when case does not count, and RE2 does not."""
_NEAR = 200
"""How far before a hit is looked for what makes it no hit, in characters."""


class Pattern(Model):
    """One pattern, in the syntax of ``re`` without look-around and unbounded repeats."""

    model_config = ConfigDict(str_strip_whitespace=False)

    find: str
    ignore_case: Flag = True
    not_before: str | None = None
    """What follows at once makes it no hit, such as ``, met dien verstande``."""
    not_after: str | None = None
    """What stands right before makes it no hit."""

    @field_validator("find", "not_before", "not_after")
    @classmethod
    def _sound(cls, value: str | None) -> str | None:
        """Refuse what cannot be read, and what a hostile text could make slow."""
        if value is None:
            return None
        tokens = _TOKEN.findall(value)
        if any(_UNBOUNDED.fullmatch(token) for token in tokens):
            raise PydanticCustomError("unbounded_pattern", "unbounded", {"value": value[:60]})
        if strange := [token for token in tokens if _ELSEWHERE.fullmatch(token)]:
            raise _bad(value, strange[0])
        try:
            re.compile(value)
            re2.compile(_for_re2(value).encode(), _options(ignore_case=True))
        except (re.error, re2.error) as error:
            raise _bad(value, str(error)) from None
        if re.match("".join(token for token in tokens if token not in _BOUNDS), ""):
            raise _bad(value, "''")
        return value

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.find, re.IGNORECASE if self.ignore_case else re.NOFLAG)

    @cached_property
    def _fast(self) -> Any:
        return re2.compile(_for_re2(self.find).encode(), _options(ignore_case=self.ignore_case))

    @cached_property
    def _follows(self) -> re.Pattern[str] | None:
        return re.compile(self.not_before, re.IGNORECASE) if self.not_before else None

    @cached_property
    def _precedes(self) -> re.Pattern[str] | None:
        return re.compile(rf"(?:{self.not_after})\Z", re.IGNORECASE) if self.not_after else None

    def candidates(self, text: LegalText) -> Iterator[int]:
        """Yield the lines that may hold a hit, in order."""
        encoded, starts = text.encoded, text.line_starts
        search, at = self._fast.search, 0
        while (found := search(encoded, at)) is not None:
            line = bisect_right(starts, found.start()) - 1
            yield line
            if line + 1 == len(starts):
                return
            at = starts[line + 1]

    def hits(self, words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield start and end of each hit between ``start`` and ``end`` of ``words``."""
        for found in self._exact.finditer(words, start, end):
            if not self._excused(words, found, start, end):
                yield found.span()

    def _excused(self, words: str, found: re.Match[str], start: int, end: int) -> bool:
        if self._follows is not None and self._follows.match(words, found.end(), end):
            return True
        if self._precedes is None:
            return False
        nearest = max(start, found.start() - _NEAR)
        return self._precedes.search(words, nearest, found.start()) is not None


def _bad(value: str, why: str) -> PydanticCustomError:
    return PydanticCustomError("bad_pattern", "bad pattern", {"value": value[:60], "why": why})


def _options(*, ignore_case: bool) -> Any:
    options = re2.Options()
    options.case_sensitive = not ignore_case
    options.log_errors = False
    return options


def _for_re2(pattern: str) -> str:
    """Return a pattern for RE2 that finds a line wherever ``pattern`` finds something in it."""
    return "".join(map(_translated, _TOKEN.findall(pattern)))


def _translated(token: str) -> str:
    if token.startswith("["):
        inside = re.sub(r"\\.", lambda found: _IN_RE2.get(found[0], found[0]), token[1:-1])
        if inside.startswith("^"):
            return f"[^\\n{inside[1:]}]"
        escaped = "\\" if inside.startswith("-") else ""
        return f"[{_DOTLESS}{escaped}{inside}]"
    if token in "iI":
        return f"[{token}{_DOTLESS}]"
    wide = _IN_RE2.get(token, token)
    return f"[{wide}]" if wide != token and wide else wide
