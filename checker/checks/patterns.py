"""Patterns of text rules: searched fast over the whole text, with the hits that ``re`` gives.

RE2 looks through the whole text at once, many times faster than ``re``, for a pattern that
finds at least as much (its word bounds left out, which RE2 only knows in ASCII). Where it finds
something ``re`` itself looks whether there is a hit, so the hits are those of ``re``, line by line;
``tests/checks/test_patterns.py`` holds them side by side.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from pydantic import ConfigDict, field_validator
from pydantic_core import PydanticCustomError

from checker.checks.backtracking import ways
from checker.checks.together import Together
from checker.models.base import Flag, Model
from checker.models.legal_text import LegalText, Provision
from checker.models.linear import re2

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
_MOST_WAYS = 2_000_000
"""Ways that ``re`` may have to try at one place, which takes it some hundredths of a second."""
_MEMORY = 32_000_000
"""Bytes that RE2 may use for a pattern. The 8 MB that it takes by itself are too few for two long
repeats ("wordt ... geacht te zijn ..."), and then it falls back to something seven times slower."""
_TOGETHER = Together()


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
            re2.compile(_for_re2(value, ignore_case=True), _options())
        except (re.error, re2.error) as error:
            raise _bad(value, str(error)) from None
        if re.match("".join(token for token in tokens if token not in _BOUNDS), ""):
            raise _bad(value, "''")
        if ways(tokens) > _MOST_WAYS:
            raise PydanticCustomError("slow_pattern", "slow", {"value": value[:60]})
        return value

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.find, re.IGNORECASE if self.ignore_case else re.NOFLAG)

    @cached_property
    def _wide(self) -> bytes:
        return _for_re2(self.find, ignore_case=self.ignore_case)

    @cached_property
    def _fast(self) -> Any:
        return re2.compile(self._wide, _options())

    @cached_property
    def _follows(self) -> re.Pattern[str] | None:
        return re.compile(self.not_before, re.IGNORECASE) if self.not_before else None

    @cached_property
    def _precedes(self) -> re.Pattern[str] | None:
        return re.compile(rf"(?:{self.not_after})\Z", re.IGNORECASE) if self.not_after else None

    def hits(
        self, text: LegalText, wanted: Callable[[Provision], bool]
    ) -> Iterator[tuple[int, int, Provision]]:
        """Yield start, end and provision of each hit in the provisions that are ``wanted``."""
        if not _TOGETHER.may_hold(text, self._wide):
            return
        words, place = text.text, _Place(text)
        search, at = self._fast.search, 0
        while (near := search(text.encoded, at)) is not None:
            start = place.go_to(near.start())
            if not wanted(place.provision):
                at = place.next_line
                continue
            found = self._at(words, start, place.provision)
            if found is not None and not self._excused(words, found, place.provision):
                yield *found.span(), place.provision
            at = place.bytes_to(found.end() if found is not None else start + 1)

    def _at(self, words: str, start: int, provision: Provision) -> re.Match[str] | None:
        """Return what ``re`` finds at ``start``; a number before the provision is none of it."""
        if start < provision.start:
            return None
        return self._exact.match(words, start, provision.end)

    def _excused(self, words: str, found: re.Match[str], at: Provision) -> bool:
        if self._follows is not None and self._follows.match(words, found.end(), at.end):
            return True
        if self._precedes is None:
            return False
        nearest = max(at.start, found.start() - _NEAR)
        return self._precedes.search(words, nearest, found.start()) is not None


class _Place:
    """Where a search over the bytes of a text is, in characters: a mark that goes forward only."""

    def __init__(self, text: LegalText) -> None:
        self._text, self._starts = text, text.line_starts
        self._byte = self._character = self.next_line = 0
        self.provision: Provision

    def go_to(self, byte: int) -> int:
        """Go to ``byte`` and return its character."""
        if byte >= self.next_line:
            self._begin_line(bisect_right(self._starts, byte) - 1)
        between = self._text.encoded[self._byte : byte]
        self._byte, self._character = byte, self._character + _characters(between)
        return self._character

    def _begin_line(self, line: int) -> None:
        """Go to the beginning of a line; of each the end is known in bytes and in characters."""
        encoded, starts = self._text.encoded, self._starts
        self.provision = self._text.provisions[line]
        self.next_line = starts[line + 1] if line + 1 < len(starts) else len(encoded) + 1
        self._byte = starts[line]
        length = _characters(encoded[self._byte : self.next_line - 1])
        self._character = self.provision.end - length

    def bytes_to(self, character: int) -> int:
        """Return the byte of a character from the mark on."""
        between = self._text.text[self._character : character]
        return self._byte + len(between.encode(errors="surrogatepass"))


def _characters(encoded: bytes) -> int:
    return len(encoded.decode(errors="surrogatepass"))


def _bad(value: str, why: str) -> PydanticCustomError:
    return PydanticCustomError("bad_pattern", "bad pattern", {"value": value[:60], "why": why})


def _options() -> Any:
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.max_mem = _MEMORY
    return options


def _for_re2(pattern: str, *, ignore_case: bool) -> bytes:
    """Return a pattern for RE2 that finds something wherever ``pattern`` begins to."""
    wide = "".join(map(_translated, _TOKEN.findall(pattern)))
    return f"(?i:{wide})".encode() if ignore_case else wide.encode()


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
