"""Patterns give the hits of ``re``, whatever the text, and look at no more than they must."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from checker.checks.patterns import Pattern
from checker.checks.phrase import Phrase
from checker.legal_text.structure import parse
from checker.models.legal_text import LegalText, Part, Provision, ProvisionKind
from checker.readers.legal_text import read_file
from checker.rulebook import load
from checker.rulebook.locate import OWN_RULES

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "wetten"
SHIPPED = [
    pytest.param(pattern, id=f"{rule.id}-{number}")
    for rule in load(OWN_RULES).rules
    if isinstance(rule.check, Phrase)
    for number, pattern in enumerate((*rule.check.patterns, *rule.check.harbour))
]


def text_of(lines: list[str]) -> LegalText:
    """A body in which each line is a provision of its own."""
    provisions, start = [], 0
    for line in lines:
        end = start + len(line)
        provisions.append(Provision(start, end, ProvisionKind.TEXT, Part.BODY))
        start = end + 1
    return LegalText(text="\n".join(lines), provisions=tuple(provisions))


def found(pattern: Pattern, text: LegalText) -> list[tuple[int, int]]:
    """The hits on the way that rules take: first the candidates, then ``re``."""
    lines = (text.provisions[line] for line in pattern.candidates(text))
    return [hit for line in lines for hit in pattern.hits(text.text, line.start, line.end)]


def plainly(pattern: Pattern, text: LegalText) -> list[tuple[int, int]]:
    """The hits of ``re`` on every line, and no candidates."""
    exact = re.compile(pattern.find, re.IGNORECASE if pattern.ignore_case else re.NOFLAG)
    return [
        match.span()
        for line in text.provisions
        for match in exact.finditer(text.text, line.start, line.end)
        if not excused(pattern, text.text, line, match.span())
    ]


def excused(pattern: Pattern, words: str, line: Provision, hit: tuple[int, int]) -> bool:
    """Whether what stands around a hit, on its own line, makes it none."""
    start, end = hit
    if pattern.not_before:
        behind = re.compile(pattern.not_before, re.IGNORECASE)
        if behind.match(words, end, line.end):
            return True
    if not pattern.not_after:
        return False
    ahead = re.compile(pattern.not_after, re.IGNORECASE)
    nearest = max(line.start, start - 200)
    return any(ahead.fullmatch(words, at, start) for at in range(nearest, start))


ALPHABET = "aAbiI\u0131\u0130kKsS\u017féÉëß 1\u0663_-.;\u00a0\u2003\t(["
LINES = st.lists(st.text(ALPHABET, min_size=1, max_size=12), min_size=1, max_size=5)
ATOMS = st.sampled_from(
    ["a", "I", "k", "s", "é", "ß", " ", "1", r"\.", ".", r"\w", r"\d", r"\s", r"\b", r"\(", r"\[",
     "[ab]", "[^ab]", "[a-k]", r"[^\s;]", r"[\w-]", "[-.]", r"[^\w]", r"[.\d]", "(?:a|I)",
     "(?:k |é)"]
)  # fmt: skip
REPEATS = st.sampled_from(["", "", "", "?", "{0,3}", "{1,2}", "{2}", "{0,3}?"])
PIECES = st.builds(lambda atom, times: atom + (times if atom != r"\b" else ""), ATOMS, REPEATS)
EXPRESSIONS = (
    st.lists(PIECES, min_size=1, max_size=4)
    .map("".join)
    .filter(lambda value: re.match(value.replace(r"\b", ""), "") is None)
)


@given(find=EXPRESSIONS, before=st.none() | EXPRESSIONS, after=st.none() | EXPRESSIONS,
       ignore_case=st.booleans(), lines=LINES)  # fmt: skip
@settings(max_examples=300)
def test_hits_are_those_of_re(
    find: str, before: str | None, after: str | None, ignore_case: bool, lines: list[str]
) -> None:
    pattern = Pattern(find=find, not_before=before, not_after=after, ignore_case=ignore_case)
    text = text_of(lines)
    assert found(pattern, text) == plainly(pattern, text)


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_a_letter_is_the_same_in_another_case_everywhere(letter: str) -> None:
    """``re`` takes a few letters of other alphabets for ours; none of them is lost."""
    alike = [chr(code) for code in range(0x250) if re.match(letter, chr(code), re.IGNORECASE)]
    text = text_of([f"{sign}1" for sign in (*alike, "\u212a")])
    for find in (f"{letter}1", f"[{letter}]1", "[a-z]1"):
        pattern = Pattern(find=find)
        assert found(pattern, text) == plainly(pattern, text)


@pytest.fixture(scope="module")
def regulations() -> list[LegalText]:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real regulations is not on this machine")
    files = sorted(CORPUS.glob("*.md"))[::8]
    return [parse(read_file(file)) for file in files]


@pytest.mark.parametrize("pattern", SHIPPED)
def test_shipped_patterns_find_in_real_regulations_what_re_finds(
    pattern: Pattern, regulations: list[LegalText]
) -> None:
    for text in regulations:
        assert found(pattern, text) == plainly(pattern, text)


# --- refused -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["a*", "a+", "a*?", "a{2,}", "^a", "a$", r"\Aa", r"a\Z", r"a\\*", r"\[a*]", "(?:ab)+"],
)
def test_no_search_without_end_and_no_anchors(value: str) -> None:
    for key in ("find", "not_before", "not_after"):
        with pytest.raises(ValidationError) as error:
            Pattern.model_validate({"find": "x", key: value})
        assert [each["type"] for each in error.value.errors()] == ["unbounded_pattern"]


@pytest.mark.parametrize(
    "value",
    ["(?=a)b", "(?!a)b", "(?<=a)b", "(?i)a", "(?P<n>a)", r"(a)\1", "a{,3}b", "[[a]", "[]a]", r"\W",
     r"[^\W\d]", r"[\b]", "(a", "a)", "[a", r"\u00e9", "a{0,1001}", "a?", "(?:a|)", r"\b"],
)  # fmt: skip
def test_what_re2_reads_otherwise_or_nobody_can_read(value: str) -> None:
    with pytest.raises(ValidationError) as error:
        Pattern(find=value)
    assert {each["type"] for each in error.value.errors()} <= {"bad_pattern", "unbounded_pattern"}


@pytest.mark.parametrize("value", [r"\*", "[*+$^]", r"\^a", "a{2}", r"[a\]b]", r"[^\[\]]x", " a "])
def test_signs_that_stand_for_themselves_are_no_repeats(value: str) -> None:
    assert Pattern(find=value).find == value


# --- work ----------------------------------------------------------------------------------------


class Counted:
    """An RE2 pattern that counts how often it is asked."""

    def __init__(self, fast: Any) -> None:
        self.fast, self.searches = fast, 0

    def search(self, text: bytes, at: int) -> Any:
        self.searches += 1
        return self.fast.search(text, at)


HOSTILE = {
    "nothing of it": ["x" * 50 + " "] * 2_000,
    "all but the end of it": ["tenzij " * 40] * 500,
    "one very long line": ["kan voorwaarden " * 20_000],
    "brackets that never close": ["(a b c d " * 200] * 100,
    "the whole of it, everywhere": ["en/of onverwijld, naar zijn oordeel moet hij "] * 2_000,
}


@pytest.mark.parametrize("lines", HOSTILE.values(), ids=HOSTILE)
def test_each_line_is_searched_once_at_most(lines: list[str]) -> None:
    text = text_of(lines)
    for parameter in SHIPPED:
        (pattern,) = parameter.values
        counted = Counted(pattern._fast)
        pattern.__dict__["_fast"] = counted
        try:
            candidates = list(pattern.candidates(text))
        finally:
            pattern.__dict__["_fast"] = counted.fast
        assert candidates == sorted(set(candidates))
        assert counted.searches <= len(candidates) + 1


def test_a_line_without_a_candidate_never_reaches_re() -> None:
    text = text_of(["De werkgever meldt een ongeval. "] * 1_000 + ["brand en/of rook"])
    assert list(Pattern(find=r"\ben/of\b").candidates(text)) == [1_000]


def _repeats(value: str) -> Iterator[int]:
    yield from (int(most) for most in re.findall(r"\{\d+,(\d+)\}", value))


@pytest.mark.parametrize("pattern", SHIPPED)
def test_shipped_patterns_look_no_further_than_a_sentence(pattern: Pattern) -> None:
    """The bound on repeats is what keeps a hit from being looked for at the end of the line."""
    parts = (pattern.find, pattern.not_before or "", pattern.not_after or "")
    assert all(most <= 300 for part in parts for most in _repeats(part))
