"""Needles are found in one pass, and are those that a plain search finds."""

from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text import recognise
from checker.legal_text.needles import Needles, needles_held
from checker.legal_text.places import Places
from checker.legal_text.structure import parse
from checker.models.legal_text import Block

assert recognise  # whose finders make their needles when they are loaded
WORDS = ("boete", "bestuursdwang", "dwangsom", "egels", "e regeling, ", "inisteriële regeling")
NEEDLES = Needles(*WORDS, "nergens te vinden")


@given(st.lists(st.sampled_from([*WORDS, "lid", " ", "é", "\udcff", "e r", "bestuurs"])))
def test_what_is_held_is_what_a_plain_search_finds(parts: list[str]) -> None:
    text = "".join(parts)
    held = needles_held(text.encode(errors="surrogatepass"))
    assert [*NEEDLES.in_text(held)] == [word for word in WORDS if word in text]


def test_hits_come_needle_by_needle() -> None:
    places = Places(parse([Block("Artikel 1"), Block("Een boete, een dwangsom of een boete.")]))
    words = ("dwangsom", "boete", "bestuursdwang")
    found = [places.text[at : at + 5] for at, _ in places.hits(Needles(*words))]
    assert found == ["dwang", "boete", "boete"]
