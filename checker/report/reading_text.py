"""A text and what was found in it, as plain text for a terminal."""

from collections.abc import Iterator
from decimal import Decimal

from checker.assess import TextAssessment
from checker.content import say
from checker.content.messages import text_cautions
from checker.legal_text.fine_scale import FineScale, scale_of
from checker.models.base import Language
from checker.models.finding import Finding, Outcome
from checker.models.legal_text import Part
from checker.models.parameters import Parameters
from checker.models.text_facts import Duty, Readability, Recognised
from checker.models.wording import cut, written
from checker.report import relief_words
from checker.report.as_text import place_line
from checker.report.fine_words import height
from checker.statutebook.comparison import comparisons

_MOST_SHOWN = 5
_QUOTE = 90


def text(result: TextAssessment, language: Language, parameters: Parameters | None = None) -> str:
    """Return size, readability, what the rules found, and what was recognised.

    Args:
        result: what was read.
        language: of the report.
        parameters: what the fine categories come to; without them only the category is told.
    """
    scale = scale_of(result.reading.recognised, parameters)
    return "\n".join(_lines(result, language, scale))


def _lines(result: TextAssessment, language: Language, scale: FineScale | None) -> Iterator[str]:
    legal, known = result.reading.text, result.reading.recognised
    yield legal.title or say(language, "cli/untitled")
    leden = sum(len(article.numbered_leden) for article in legal.articles)
    counts = {"articles": len(legal.articles), "leden": leden}
    yield say(language, "reading/size", words=legal.words_in(Part.BODY), **counts)
    if legal.is_amending:
        yield say(language, "reading/amending")
    yield from text_cautions(result.reading, language)
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
    yield from _entries(known, language)
    yield from _fines(known, language, scale)
    yield from _reliefs(result, language)


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
        yield from _finding(finding, language)
    within = [f for f in result.findings if f.outcome is Outcome.PASS and f.hits]
    if within:
        yield ""
        yield say(language, "reading/within_bounds", count=len(within))
    for finding in within:
        yield from _finding(finding, language)


def _finding(finding: Finding, language: Language) -> Iterator[str]:
    """Yield what a rule found with its first places; within its bound, what it would say."""
    outcome = say(language, f"choices/Outcome/{finding.outcome}")
    message = finding.problem or finding.message
    yield f"  {finding.rule}  {outcome}: {message.get(language)}"
    for place in finding.where[:_MOST_SHOWN]:
        yield f"      {place_line(place, language)}"
    if (more := len(finding.where) - _MOST_SHOWN) > 0:
        yield "      " + say(language, "reading/more", count=more)


def _duty(duty: Duty, result: TextAssessment, language: Language) -> str:
    at = duty.at
    quote = result.reading.text.text[at.start : at.end]
    addressee = duty.addressee or say(language, "reading/nobody")
    place = at.label or say(language, "reading/no_article")
    modality = say(language, f"choices/Modality/{duty.modality}")
    kind = say(language, f"choices/DutyKind/{duty.kind}")
    words = f"{modality.lower()}, {kind.lower()}"
    return f"  {place}: {addressee} ({words}) “{cut(quote, _QUOTE)}”"


def _entries(known: Recognised, language: Language) -> Iterator[str]:
    """Yield the parts that begin on another day than the rest."""
    for entry in known.entry_into_force:
        for later in entry.later:
            if later.date is None:
                said = say(language, "reading/later_undated", parts=later.parts)
            else:
                day = written(later.date, language)
                said = say(language, "reading/later", parts=later.parts, date=day)
            yield f"  {later.at.label or say(language, 'reading/no_article')}: {said}"


def _fines(known: Recognised, language: Language, scale: FineScale | None) -> Iterator[str]:
    yield say(language, "reading/fine_maximum", count=len(known.fine_maximum))
    for fine in known.fine_maximum:
        told = height(fine, language, scale) or cut(fine.value or "", _QUOTE)
        yield f"  {fine.at.label or say(language, 'reading/no_article')}: {told}"


def _reliefs(result: TextAssessment, language: Language) -> Iterator[str]:
    """Yield which duties firms of some size are spared."""
    known, text = result.reading.recognised, result.reading.text.text
    yield say(language, "reading/reliefs", count=len(known.reliefs))
    for relief in known.reliefs:
        said = say(
            language,
            f"reading/relief_{relief.kind}",
            who=relief_words.who(relief, language),
            duties=relief_words.what(relief, known, language),
            quote=cut(text[relief.at.start : relief.at.end], _QUOTE),
        )
        yield f"  {relief.at.label or say(language, 'reading/no_article')}: {said}"
