"""Patterns give the hits of ``re``, whatever the text, and look at no more than they must."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from checker.checks import patterns
from checker.checks import together as together_module
from checker.checks.backtracking import ways
from checker.checks.patterns import _TOKEN, Pattern
from checker.checks.phrase import Phrase
from checker.checks.together import Together
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
    """The hits on the way that rules take: first RE2, then ``re``."""
    return [(start, end) for start, end, _ in pattern.hits(text, lambda _: True)]


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


@pytest.mark.parametrize(
    "value",
    ["(?:a|ab|b){1,60}c", "(?:a{1,9}){9}", "(?:a?){40}b", r"\w{1,300}\w{1,300}\w{1,300}x",
     "((a|b){2}|c){1,20}", "(?:x(?:a|b){1,2} ?){1,9}", "(?:a{1,30}?a){5}"],
)  # fmt: skip
def test_too_many_ways_to_try_are_refused(value: str) -> None:
    for key in ("find", "not_before", "not_after"):
        with pytest.raises(ValidationError) as error:
            Pattern.model_validate({"find": "x", key: value})
        assert [each["type"] for each in error.value.errors()] == ["slow_pattern"]


@pytest.mark.parametrize(
    ("value", "number"),
    [("abc", 1), ("ab?c", 1), ("ab?b", 2), ("a|b|c", 3), ("(?:a|b)(?:c|d)", 4), ("(?:a|b){3}", 8),
     ("a{2}", 1), (r"\w{1,20}x", 20), (r"\w{1,20} x", 1), (r"[^.;]{0,300}\.", 1),
     ("(?:ab){0,3}", 4), (r"(?:\w{1,20} ){0,5}x", 6), (r"\?{0,3}\?", 4),
     ("a{0,3}?b", 1), ("a{0,3}?A", 4)],
)  # fmt: skip
def test_ways_to_try(value: str, number: int) -> None:
    assert ways(_TOKEN.findall(value)) == number


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


def searches(pattern: Pattern, text: LegalText) -> int:
    """How often RE2 is asked."""
    counted = Counted(pattern._fast)
    pattern.__dict__["_fast"] = counted
    try:
        found(pattern, text)
    finally:
        pattern.__dict__["_fast"] = counted.fast
    return counted.searches


@pytest.mark.parametrize("lines", HOSTILE.values(), ids=HOSTILE)
def test_a_text_twice_as_long_is_searched_twice_as_often_at_most(lines: list[str]) -> None:
    once, twice = text_of(lines), text_of(lines * 2)
    for parameter in SHIPPED:
        (pattern,) = parameter.values
        # one search finds that there is nothing, where that was not known before
        assert searches(pattern, twice) <= 2 * searches(pattern, once) + 1


def test_a_line_that_does_not_count_is_passed_over_at_once() -> None:
    text = text_of(["brand en/of rook " * 1_000] * 3)
    pattern = Pattern(find=r"\ben/of\b")
    counted = pattern.__dict__["_fast"] = Counted(pattern._fast)
    assert list(pattern.hits(text, lambda _: False)) == []
    assert counted.searches <= 4


def test_where_a_hit_is_in_characters_is_not_counted_from_the_start_of_the_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counting from the start for each hit takes a time that grows with the square of a line."""
    counted = 0

    def characters(encoded: bytes) -> int:
        nonlocal counted
        counted += len(encoded)
        return len(encoded.decode())

    monkeypatch.setattr(patterns, "_characters", characters)
    text = text_of(["één en/of twee " * 2_000])
    assert len(found(Pattern(find=r"\ben/of\b"), text)) == 2_000
    assert counted <= 2 * len(text.encoded)


# --- together ------------------------------------------------------------------------------------


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> Together:
    """All shipped patterns put together, as they are after a few texts."""
    together = Together()
    monkeypatch.setattr(together_module, "_WORTH_IT", 0)
    monkeypatch.setattr(patterns, "_TOGETHER", together)
    text = text_of(["Geen enkel woord"])
    for parameter in SHIPPED:
        together.may_hold(text, parameter.values[0]._wide)
    return together


def test_a_pattern_that_a_text_cannot_hold_has_no_hit(
    at_once: Together, regulations: list[LegalText]
) -> None:
    passed_over = 0
    for text in regulations[::3]:
        for parameter in SHIPPED:
            (pattern,) = parameter.values
            if not at_once.may_hold(text, pattern._wide):
                passed_over += 1
                assert plainly(pattern, text) == []
    assert passed_over > 0


@given(expressions=st.lists(EXPRESSIONS, min_size=1, max_size=4), ignore_case=st.booleans(),
       lines=LINES)  # fmt: skip
def test_together_no_hit_is_lost(
    expressions: list[str], ignore_case: bool, lines: list[str]
) -> None:
    together, first, text = Together(), text_of(["x"]), text_of(lines)
    chosen = [Pattern(find=find, ignore_case=ignore_case) for find in expressions]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(together_module, "_WORTH_IT", 0)
        for pattern in chosen:
            assert together.may_hold(first, pattern._wide)
        for pattern in chosen:
            assert together.may_hold(text, pattern._wide) or plainly(pattern, text) == []


def test_patterns_are_put_together_once_that_is_worth_it(at_once: Together) -> None:
    text = text_of(["Hij meldt het onverwijld."])
    possible = [p for p in SHIPPED if at_once.may_hold(text, p.values[0]._wide)]
    assert 0 < len(possible) < len(SHIPPED) / 2
    assert any("onverwijld" in p.values[0].find for p in possible)


def test_two_threads_do_not_look_through_their_texts_again_for_each_other(
    at_once: Together, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    plain = Together._look_through

    def counted(together: Together, text: LegalText) -> None:
        looked.append(text.text)
        plain(together, text)

    monkeypatch.setattr(Together, "_look_through", counted)
    patterns_known = [p.values[0]._wide for p in SHIPPED]
    turns = Barrier(2)

    def read(line: str) -> None:
        text = text_of([line])
        for pattern in patterns_known[:5]:
            turns.wait(5)
            at_once.may_hold(text, pattern)

    other = Thread(target=read, args=("Een ander.",))
    other.start()
    read("Hij meldt het onverwijld.")
    other.join()
    assert len(looked) == 2


def test_what_another_thread_put_together_anew_is_looked_through_again(
    at_once: Together,
) -> None:
    text = text_of(["Hij meldt het onverwijld."])
    known = [p.values[0]._wide for p in SHIPPED]
    before = [pattern for pattern in known if at_once.may_hold(text, pattern)]

    def anew() -> None:
        at_once.may_hold(text_of(["x"]), b"iets nieuws")
        at_once.may_hold(text_of(["y"]), b"iets nieuws")

    other = Thread(target=anew)
    other.start()
    other.join()
    assert [pattern for pattern in known if at_once.may_hold(text, pattern)] == before


def test_who_makes_patterns_without_end_keeps_only_so_many(
    at_once: Together, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together_module, "_MOST", 5)
    for number in range(20):
        at_once.may_hold(text_of(["x"]), b"pattern %d" % number)
    assert len(at_once._gathered) <= 5


def _repeats(value: str) -> Iterator[int]:
    yield from (int(most) for most in re.findall(r"\{\d+,(\d+)\}", value))


@pytest.mark.parametrize("pattern", SHIPPED)
def test_shipped_patterns_look_no_further_than_a_sentence(pattern: Pattern) -> None:
    """The bound on repeats is what keeps a hit from being looked for at the end of the line."""
    parts = (pattern.find, pattern.not_before or "", pattern.not_after or "")
    assert all(most <= 300 for part in parts for most in _repeats(part))
