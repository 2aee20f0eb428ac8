"""Facts that count once a lid: a word is found first, then its sentence is judged."""

from collections.abc import Callable
from typing import Any

from checker.legal_text.needles import Needles
from checker.legal_text.places import LONGEST, Places
from checker.models.text_facts import Fact


def once_a_lid(
    places: Places,
    needles: Needles,
    holds: Callable[[str, int], bool],
    value: Any,
) -> list[Fact]:
    """Return a fact for each lid with a sentence that ``holds``, the first one in it."""
    found: dict[tuple[object, ...], Fact] = {}
    seen: set[tuple[int, int]] = set()
    for at, index in sorted(places.hits(needles)):
        key = places.lid_key(index)
        if key in found:
            continue
        bounds = places.sentence(at, index)
        if bounds in seen:
            continue
        seen.add(bounds)
        start, end = bounds
        words = places.text[start:end]
        if len(words) > LONGEST or not holds(words, index):
            continue
        named = value.search(words) if value is not None else None
        found[key] = Fact(places.passage(start, end, index), named["value"] if named else None)
    return list(found.values())


def key_of(places: Places, fact: Fact) -> tuple[object, ...]:
    """Return what tells the lid of a fact from the others."""
    return places.lid_key(places.index(fact.at.start))
