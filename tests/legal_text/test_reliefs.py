"""Which duties firms of some size are spared, and which words only look like it."""

from pathlib import Path
from typing import Any

import pytest

from checker.legal_text.reading import read_stored
from checker.legal_text.reliefs import places_around
from checker.models.text_facts import Passage, SizeRelief
from checker.yaml_source import read

CASES: list[dict[str, Any]] = read(Path(__file__).parent / "facts_cases.yaml").data["reliefs"]

SIDE = {True: "below", False: "from"}
DUTIES = """Artikel 1
1. De werkgever meldt elk ongeval aan Onze Minister.
2. De werkgever houdt een register bij.
Artikel 2
De werkgever stelt een plan op."""


def spared(words: str) -> set[str]:
    """Return what is spared whom, such as "1.2 below 10", by a text with ``words`` as article 3."""
    known = read_stored(f"{DUTIES}\nArtikel 3\n{words}").recognised
    return {
        f"{place_of(duty.at)} {size_of(relief)}"
        for relief in known.reliefs
        for position, duty in enumerate(known.duties)
        if position in relief.duties or set(places_around(duty)) & set(relief.places)
    }


def size_of(relief: SizeRelief) -> str:
    least = f"{relief.least} to " if relief.least > 1 else ""
    condition = " perhaps" if relief.is_conditional else ""
    return f"{SIDE[relief.below]} {least}{relief.persons}{condition}"


def place_of(at: Passage) -> str:
    return ".".join(filter(None, (at.article, at.lid)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_spared(case: dict[str, Any]) -> None:
    assert spared(case["text"].replace(" / ", "\n")) == set(case["spares"])


def test_a_lighter_regime_is_no_exemption() -> None:
    words = (
        "In afwijking van artikel 2 kan een werkgever met minder dan 10 werknemers volstaan met "
        "een lijst."
    )
    known = read_stored(f"{DUTIES}\nArtikel 3\n{words}").recognised
    assert [(r.kind.value, r.persons) for r in known.reliefs] == [("lighter_regime", 10)]


def test_a_size_has_the_bound_that_the_text_gives_it() -> None:
    known = read_stored(
        "Artikel 1\nIn dit besluit wordt verstaan onder:\n"
        "a. kleine werkgever: werkgever met minder dan 25 werknemers;\n"
        "Artikel 2\nDe werkgever stelt een plan op.\n"
        "Artikel 3\nArtikel 2 is niet van toepassing op kleine werkgevers."
    ).recognised
    assert [(r.persons, r.below) for r in known.reliefs] == [(25, True)]
