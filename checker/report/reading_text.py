"""A text and what was found in it, as plain text for a terminal."""

from collections.abc import Iterator
from decimal import Decimal

from checker.assess import TextAssessment
from checker.checks.text_check import place_label
from checker.content import say
from checker.models.base import Language
from checker.models.finding import Finding, Outcome
from checker.models.legal_text import Part
from checker.models.text_facts import Duty, Readability
from checker.models.wording import cut, written
from checker.statutebook.comparison import comparisons

_MOST_SHOWN = 5
_QUOTE = 90


def text(result: TextAssessment, language: Language) -> str:
    """Return size, readability, what the rules found, and what was recognised."""
    return "\n".join(_lines(result, language))


def _lines(result: TextAssessment, language: Language) -> Iterator[str]:
    legal, known = result.reading.text, result.reading.recognised
    yield legal.title or say(language, "cli/untitled")
    leden = sum(len(article.numbered_leden) for article in legal.articles)
    counts = {"articles": len(legal.articles), "leden": leden}
    yield say(language, "reading/size", words=legal.words_in(Part.BODY), **counts)
    if legal.is_amending:
        yield say(language, "reading/amending")
    if not legal.articles:
        yield say(language, "reading/no_articles")
    if not legal.is_dutch:
        yield say(language, "reading/not_dutch")
    if result.reading.readability is not None:
        yield _readable("body", result.reading.readability, language)
    if result.reading.note_readability is not None:
        yield _readable("note", result.reading.note_readability, language)
    beside = comparisons(result.reading, result.regulation.identity.instrument, language)
    yield from (f"  {each.words}" for each in beside)
    yield ""
    yield from _findings(result, language)
    yield ""
    yield say(language, "reading/duties", count=len(known.duties))
    yield from (_duty(duty, result, language) for duty in known.duties)
    for name in ("authority_duties", "supervisors", "sanctions", "entry_into_force", "eu_acts",
                 "delegations", "evaluation", "sunset", "definitions"):  # fmt: skip
        yield say(language, f"reading/{name}", count=len(getattr(known, name)))


def _readable(part: str, measured: Readability, language: Language) -> str:
    unknown = say(language, "reading/unknown")
    figures = {
        "words": measured.words_per_sentence,
        "flesch": measured.flesch_douma,
        "brouwer": measured.brouwer,
    }
    values = {
        name: unknown if value is None else written(Decimal(str(value)), language)
        for name, value in figures.items()
    }
    return say(language, f"reading/readability_{part}", **values)


def _findings(result: TextAssessment, language: Language) -> Iterator[str]:
    wrong = [f for f in result.findings if f.outcome in (Outcome.FAIL, Outcome.PARTIAL)]
    fine = sum(f.outcome is Outcome.PASS for f in result.findings)
    yield say(language, "reading/findings", count=len(wrong), passed=fine)
    for finding in sorted(wrong, key=lambda f: (f.outcome is Outcome.PARTIAL, -f.weight)):
        yield _finding(finding, language)
        for place in finding.where[:_MOST_SHOWN]:
            label = place.label or say(language, "reading/no_article")
            yield f"      {label}: “{cut(place.quote or '', _QUOTE)}”"
        if (more := len(finding.where) - _MOST_SHOWN) > 0:
            yield "      " + say(language, "reading/more", count=more)


def _finding(finding: Finding, language: Language) -> str:
    outcome = say(language, f"choices/Outcome/{finding.outcome}")
    return f"  {finding.rule}  {outcome}: {finding.message.get(language)}"


def _duty(duty: Duty, result: TextAssessment, language: Language) -> str:
    at = duty.at
    quote = result.reading.text.text[at.start : at.end]
    addressee = duty.addressee or say(language, "reading/nobody")
    place = place_label(at) or say(language, "reading/no_article")
    modality = say(language, f"choices/Modality/{duty.modality}")
    kind = say(language, f"choices/DutyKind/{duty.kind}")
    words = f"{modality.lower()}, {kind.lower()}"
    return f"  {place}: {addressee} ({words}) “{cut(quote, _QUOTE)}”"
