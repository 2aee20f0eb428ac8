"""Which duties do not apply to firms of some size, or apply to them in a lighter way.

Looked for around each threshold of size: in the sentence that names it stand the duty itself, or
the articles and leden that it spares the firms.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checker.legal_text.places import Places
from checker.legal_text.relief_words import (
    BUT,
    LIGHTER,
    SPARES,
    Bounds,
    bounds_of,
    is_conditional,
    is_meant_for,
    only_for,
    puts_to_large,
)
from checker.models.regulation import SmallFirmMeasureKind
from checker.models.text_facts import (
    Duty,
    Reference,
    ReferenceTarget,
    SizeRelief,
    SizeThreshold,
    SparedPlace,
)

_NOT_MEANT = re.compile(
    r"(?:bedoeld|genoemd|omschreven|gesteld) (?:in|bij)(?: (?:de|het))? ?$|\b(?:krachtens|ingevolge"
    r"|overeenkomstig|op grond van)(?: (?:de|het))? ?$",
    re.IGNORECASE,
)
"""Before a reference that only tells what something is."""
_NOT_OBLIGED = re.compile(
    r"\b(?:verplicht|gehouden|hoeft|hoeven|behoeft|behoeven)\b", re.IGNORECASE
)
"""Then what something is tells the duty: "niet verplicht een plan als bedoeld in artikel 2"."""
_WHOLE = re.compile(
    r"\b(?:[Dd]eze (?:wet|rijkswet|regeling|verordening|beleidsregels?)|[Dd]it (?:besluit"
    r"|reglement))"
    r"(?: (?:is|zijn|geldt)\b|,? (?:is|zijn) |$)"
)
_ARTICLE = re.compile(r"\b[Dd]it artikel\b")
_LONGEST = 2_000
"""A longer sentence is no exception for firms of some size."""
_Kind = SmallFirmMeasureKind


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with a threshold, and whom it spares."""

    threshold: SizeThreshold
    start: int
    end: int
    bounds: Bounds
    kind: SmallFirmMeasureKind = _Kind.EXEMPTION
    by_reference: bool = True
    """Whether what is spared stands elsewhere; otherwise it is the sentence itself."""
    spares: tuple[int, int] | None = None
    """The words that say so, in the sentence."""


class _Duties:
    """The duties of a text by where they stand."""

    def __init__(self, duties: Sequence[Duty]) -> None:
        self._starts = [duty.at.start for duty in duties]
        self._duties = duties
        self._held = {place for duty in duties for place in places_around(duty)}

    def between(self, start: int, end: int) -> Iterator[int]:
        """Yield the positions of the duties that stand in a sentence."""
        first = max(0, bisect_left(self._starts, start) - 1)
        for position in range(first, bisect_left(self._starts, end)):
            if start < self._duties[position].at.end:
                yield position

    def are_in(self, place: SparedPlace) -> bool:
        """Whether there is any duty in a place."""
        return place in self._held


def places_around(duty: Duty) -> Iterator[SparedPlace]:
    """Yield each place in which a duty stands: the regulation, its article and its lid."""
    at = duty.at
    yield SparedPlace()
    for article in {at.article, at.inserted_article or at.article} - {None}:
        for inserted in {None, at.inserted_article}:
            yield SparedPlace(article, None, inserted)
            if at.lid is not None:
                yield SparedPlace(article, at.lid, inserted)


def find_reliefs(
    places: Places,
    thresholds: Iterable[SizeThreshold],
    duties: Sequence[Duty],
    references: Sequence[Reference],
) -> Iterator[SizeRelief]:
    """Yield what firms of some size are spared, each with the duties that it concerns.

    Args:
        places: of the text.
        thresholds: its thresholds of firm size, in order.
        duties: on firms, in order.
        references: all references, in order.
    """
    starts = [reference.at.start for reference in references]
    held = _Duties(duties)
    seen: set[tuple[object, ...]] = set()
    for said in _all_said(places, thresholds):
        told = (said.start, said.kind, said.bounds)
        if told in seen:
            continue
        seen.add(told)
        first, last = bisect_left(starts, said.start), bisect_left(starts, said.end)
        relief = _relief(places, said, references[first:last], held)
        if relief.duties or relief.places:
            yield relief


def _relief(
    places: Places, said: _Said, references: Sequence[Reference], held: _Duties
) -> SizeRelief:
    """Return what a sentence spares, with the duties or the places that hold some."""
    spared: list[SparedPlace] = []
    inside: tuple[int, ...] = ()
    if said.by_reference:
        spared = [at for at in _pointed_at(places, said, references) if held.are_in(at)]
    else:
        inside = tuple(held.between(said.start, said.end))
    words = places.text[said.start : said.end]
    at = said.threshold.at
    return SizeRelief(
        replace(at, start=said.start, end=said.end),
        said.kind,
        said.bounds.persons,
        said.bounds.below,
        said.bounds.least,
        is_conditional(words, at.start - said.start, at.end - said.start),
        inside,
        tuple(dict.fromkeys(spared)),
    )


def _all_said(places: Places, thresholds: Iterable[SizeThreshold]) -> Iterator[_Said]:
    """Yield what the sentences with a threshold spare; both bounds of a range are one."""
    ranged: tuple[int, int] | None = None
    for threshold, after in _with_next(thresholds):
        index = places.index(threshold.at.start)
        start, end = places.sentence(threshold.at.start, index)
        if end - start > _LONGEST:
            continue
        if ranged is not None and ranged[0] <= threshold.at.start < ranged[1]:
            continue
        bounds, last = bounds_of(places.text, start, threshold, after)
        ranged = (threshold.at.start, last)
        said = _said(places.text, _Said(threshold, start, end, bounds))
        if said is not None:
            yield said


def _with_next(
    thresholds: Iterable[SizeThreshold],
) -> Iterator[tuple[SizeThreshold, SizeThreshold | None]]:
    known = tuple(thresholds)
    for position, threshold in enumerate(known):
        yield threshold, known[position + 1] if position + 1 < len(known) else None


def _said(text: str, one: _Said) -> _Said | None:
    """Return what a sentence with a threshold spares; None where nothing."""
    words = text[one.start : one.end]
    at = one.threshold.at
    size = (at.start - one.start, at.end - one.start)
    if (only := only_for(words, *size)) is not None:
        others = one.bounds.others()
        return None if others is None else replace(one, bounds=others, spares=only)
    if (spares := SPARES.search(words)) is not None:
        span = (spares.start(), spares.end())
        return replace(one, spares=span) if is_meant_for(words, span, size[0]) else None
    return _said_otherwise(words, one, size[0])


def _said_otherwise(words: str, one: _Said, size: int) -> _Said | None:
    """Return what a sentence spares that does not say that something does not apply."""
    before = words[:size]
    if BUT.search(before):
        return replace(one, by_reference=False)
    below = one.bounds.below
    if below and LIGHTER.search(words):
        return replace(one, kind=_Kind.LIGHTER_REGIME)
    if not below and puts_to_large(words, before):  # a duty of the larger spares the smaller
        others = one.bounds.others()
        return None if others is None else replace(one, bounds=others, by_reference=False)
    return None


def _pointed_at(
    places: Places, said: _Said, references: Sequence[Reference]
) -> Iterator[SparedPlace]:
    """Yield the articles and leden that the sentence names; else the place where it stands."""
    words, here = places.text[said.start : said.end], said.threshold.at
    if _WHOLE.search(words):
        yield SparedPlace()
        return
    named = _named(places.text, said, references)
    for reference in named:
        inserted = here.inserted_article if reference.article == here.article else None
        yield SparedPlace(reference.article, reference.lid, inserted)
    if not named:
        lid = None if _ARTICLE.search(words) else here.lid
        yield SparedPlace(here.article, lid, here.inserted_article)


def _named(text: str, said: _Said, references: Sequence[Reference]) -> list[Reference]:
    """Return the references that say what is spared: those before the verb, else those after."""
    own = [one for one in references if _is_own(one)]
    meant = [one for one in own if not _only_tells(text, said, one)]
    if said.spares is None:
        return meant
    first, last = (said.start + offset for offset in said.spares)
    subject = [one for one in meant if one.at.start < last]
    if meant or not _NOT_OBLIGED.search(text, first, last):
        return subject or meant
    return [one for one in own if one.at.start > first]


def _is_own(reference: Reference) -> bool:
    """Whether a reference points at an article of this text."""
    return reference.target is not ReferenceTarget.OTHER_ACT and reference.article is not None


def _only_tells(text: str, said: _Said, reference: Reference) -> bool:
    """Whether a reference only tells what something is."""
    start = reference.at.start
    return _NOT_MEANT.search(text[max(said.start, start - 40) : start]) is not None
