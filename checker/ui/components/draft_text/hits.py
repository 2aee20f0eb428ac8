"""The places in the text that rules have something against, and which of them are wanted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.models.base import Language
from checker.models.finding import TEXT_PATH, Finding, Outcome, Place
from checker.models.rule import Criterion
from checker.models.text_facts import Recognised


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a rule has something against."""

    number: int
    """By which text and list point at each other; numbers run in the order of the text."""
    rule: str
    criterion: Criterion
    title: str
    """Of the rule."""
    start: int
    end: int
    article: str | None = None
    label: str | None = None
    quote: str = ""
    switched_off: str | None = None
    """The adviser's reason to set it aside."""
    inserted_article: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What one rule finds in the text."""

    finding: Finding
    counts: bool = True
    """Whether it counts in the score: not where the dossier says that it is not due yet."""
    why_not: str = ""
    """Why it does not count, in words."""

    @property
    def says_something(self) -> bool:
        """Whether there is something against the text here; the others have a list of their own."""
        outcome = self.finding.outcome
        return outcome in (Outcome.FAIL, Outcome.PARTIAL) or any(p.hit for p in self.finding.where)


@dataclass(frozen=True)
class Wanted:
    """What the adviser wants to see; empty is everything."""

    criterion: str = ""
    rule: str = ""
    outcome: str = ""
    articles: frozenset[str] | None = None
    """Only places in these articles."""
    words: tuple[str, ...] = ()
    """Words that must all occur: in the rule's own words, or else in the place."""


def gather(looked: Iterable[Looked], language: Language) -> tuple[Hit, ...]:
    """Return all hits in the order of the text, numbered from 1; an outer one before its inner."""
    found = [
        (place, one.finding)
        for one in looked
        for place in one.finding.where
        if place.path == TEXT_PATH and place.hit and place.start is not None
    ]
    found.sort(key=lambda pair: (pair[0].start or 0, -(pair[0].end or 0), pair[1].rule))
    return tuple(
        _hit(number, place, finding, language)
        for number, (place, finding) in enumerate(found, start=1)
    )


def _hit(number: int, place: Place, finding: Finding, language: Language) -> Hit:
    start = place.start or 0
    return Hit(
        number=number,
        rule=finding.rule,
        criterion=finding.criterion,
        title=finding.title.get(language),
        start=start,
        end=max(place.end or start, start),
        article=place.article,
        inserted_article=place.inserted_article,
        label=place.label,
        quote=place.quote or "",
        switched_off=place.switched_off,
    )


def sanctioned_articles(known: Recognised) -> frozenset[str]:
    """Return the articles that hold a duty on which a sanction stands."""
    return frozenset(
        duty.at.article for duty in known.duties if duty.sanctioned and duty.at.article
    )


def by_rule(hits: Iterable[Hit]) -> Mapping[str, list[Hit]]:
    """Return the hits of each rule, in the order of the text."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.rule, []).append(hit)
    return found


def chosen(
    looked: Sequence[Looked], hits: Iterable[Hit], wanted: Wanted, language: Language
) -> list[tuple[Looked, list[Hit]]]:
    """Return the findings that are wanted, each with the hits of it that are.

    A finding without any place in the text stays where nothing is asked of places.
    """
    own = by_rule(hits)
    found = []
    for one in looked:
        if not _fits(one.finding, wanted):
            continue
        told = _all_in(wanted.words, _words_of(one.finding, language))
        every = own.get(one.finding.rule, [])
        places = [hit for hit in every if _is_wanted(hit, wanted, told)]
        if places or (told and not every and wanted.articles is None):
            found.append((one, places))
    return found


def _fits(finding: Finding, wanted: Wanted) -> bool:
    return (
        wanted.criterion in ("", finding.criterion)
        and wanted.rule in ("", finding.rule)
        and wanted.outcome in ("", finding.outcome)
    )


def _is_wanted(hit: Hit, wanted: Wanted, told: bool) -> bool:
    if wanted.articles is not None and hit.article not in wanted.articles:
        return False
    return told or _all_in(wanted.words, f"{hit.quote} {hit.label or ''}".casefold())


def _all_in(words: Iterable[str], text: str) -> bool:
    return all(word in text for word in words)


def _words_of(finding: Finding, language: Language) -> str:
    texts = (finding.title, finding.message, finding.problem, finding.advice)
    told = " ".join(text.get(language) for text in texts if text is not None)
    return f"{finding.rule} {told}".casefold()
