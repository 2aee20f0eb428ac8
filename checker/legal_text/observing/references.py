"""References to other provisions: dead ones, chains and sentences full of them."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, partial

from checker.legal_text.observing.leden import Outline
from checker.models.legal_text import Part
from checker.models.observation import Observation
from checker.models.text_facts import Reference, ReferenceTarget

_DENSE = 4
"""From so many references on, nobody keeps a sentence in his head."""
_LISTS_ARTICLES = re.compile(
    r"\b(?:[Oo]vertreding|bestuurlijke boete|gestraft|strafba(?:ar|re)|in werking|terugwerk(?:t|en)"
    r"|werk(?:t|en) terug|gebaseerd op|berust(?:en)? (?:\w+ )?op)\b"
)
"""Sanctions, entry into force and legal bases name their articles one by one, as they should."""
_NAMES_ARTICLES = re.compile(
    _LISTS_ARTICLES.pattern
    + r"|\b(?:strafbare? feit|overtreding|boete|dwangsom|bestuursdwang|geldboete|hechtenis"
    r"|toezicht op de naleving|gedragingen? in strijd|handelen in strijd|niet nakomen)\b"
)
_LONGEST_LIST = 60


def dead_references(references: Sequence[Reference]) -> Observation:
    """References to an article, lid or onderdeel that this text does not have."""
    own = [r for r in references if r.target is ReferenceTarget.THIS_TEXT]
    return _once([r for r in own if r.dead], own)


def chains(outline: Outline, references: Sequence[Reference]) -> Observation:
    """References to a provision of this text that itself leans on yet another article of it.

    Provisions on sanctions, supervision and entry into force are left out, on both sides: nobody
    follows the articles that they name to know what to do.
    """
    names_articles = cache(partial(_names_articles, outline))  # asked once for each provision
    own = [
        r
        for r in references
        if r.target is ReferenceTarget.THIS_TEXT
        and not r.dead
        and r.at.inserted_article is None
        and not names_articles(outline.index(r.at.start))
    ]
    standing: _Standing = defaultdict(set)
    for reference in own:
        at = reference.at
        if at.article is not None:
            standing[at.article, None].add(reference.article)
            standing[at.article, at.lid].add(reference.article)
    return _once([r for r in own if _leads_on(r, standing)], own)


_Standing = dict[tuple[str, str | None], set[str | None]]
"""The articles that an article and, apart, each lid of it refer to."""


def _names_articles(outline: Outline, position: int) -> bool:
    """Whether a provision names articles one by one, as a sanction does."""
    start, end = _lid_of(outline, position)
    return _NAMES_ARTICLES.search(outline.text.text, start, end) is not None


def _lid_of(outline: Outline, position: int) -> tuple[int, int]:
    """Return where a provision begins and ends; an onderdeel with the words that announce it."""
    provisions = outline.text.provisions
    first = position
    while provisions[first].item is not None and first > 0 and position - first < _LONGEST_LIST:
        first -= 1
    return provisions[first].start, provisions[position].end


def _once(found: Sequence[Reference], own: Sequence[Reference]) -> Observation:
    """A range ("4 tot en met 7") is a reference to each of its articles, with one place."""
    places = {r.at.start: r.at for r in reversed(found)}
    return Observation(
        tuple(places[start] for start in sorted(places)), len({r.at.start for r in own})
    )


def _leads_on(reference: Reference, standing: _Standing) -> bool:
    here, there = reference.at.article, reference.article
    if there is None or there == here:
        return False
    return any(
        further not in (None, here, there) for further in standing.get((there, reference.lid), ())
    )


def dense_sentences(outline: Outline, references: Sequence[Reference]) -> Observation:
    """Sentences of the body with four references or more, wherever these point."""
    sentences = [
        sentence
        for sentence in outline.text.sentences
        if _stands_in_article(outline, sentence.provision)
    ]
    starts = [sentence.start for sentence in sentences]
    begun = _begun(outline.text.text, references)
    counts = Counter(bisect_right(starts, place) - 1 for place in begun)
    found = []
    dense = (place for place, count in counts.items() if count >= _DENSE and place >= 0)
    for position in sorted(dense):
        sentence = sentences[position]
        words = outline.text.text[sentence.start : sentence.end]
        if not _LISTS_ARTICLES.search(words):
            provision = outline.text.provisions[sentence.provision]
            found.append(provision.passage(sentence.start, sentence.end))
    return Observation(tuple(found), len(sentences))


def _stands_in_article(outline: Outline, position: int) -> bool:
    """Whether a provision is a rule: no words between chapters, no instruction to amend."""
    provision = outline.text.provisions[position]
    loose = provision.article is None and bool(outline.text.articles)
    return provision.part is Part.BODY and not provision.amending and not loose


def _begun(text: str, references: Sequence[Reference]) -> Iterator[int]:
    """Yield where a reference begins; a range is one, and so is a lid with its onderdeel."""
    reached = -1
    for at in sorted({(r.at.start, r.at.end) for r in references}):
        start, end = at
        gap = text[reached:start]
        goes_on = gap in (", ", " ") and text.startswith("onder", start)
        goes_on |= gap.strip() in ("tot en met", "t/m")
        goes_on |= gap == " van " and text.startswith(("artikel", "dit artikel"), start)
        if start >= reached and not goes_on:
            yield start
        reached = max(reached, end)
