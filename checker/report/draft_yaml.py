"""A dossier proposed from a text, with the place of every fact written above it."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from checker.assess import TextAssessment
from checker.content import say
from checker.content.fields import words
from checker.legal_text.proposals import Proposal, is_open, propose, says_the_same, versions
from checker.legal_text.versions import Standing, Versions
from checker.models.base import Language
from checker.models.edit import value_at
from checker.models.obligation import Obligation
from checker.models.regulation import Regulation
from checker.models.wording import cut
from checker.readers.dossier import to_yaml
from checker.report.relief_words import exempt

_QUOTE = 100


def text(
    result: TextAssessment, language: Language, regulation: Regulation, before: Regulation | None
) -> str:
    """Return a dossier as YAML; comments say from which words each fact was read.

    Args:
        result: what was read from the text.
        language: of the comments.
        regulation: the dossier that came of it.
        before: the dossier that the text was taken over into; None where it is a new one.
    """
    told = _comments(result, language, regulation, before)
    # A name or title may hold a line break, which would end the comment.
    lines = (f"# {' '.join(line.split())}" for line in told)
    return "\n".join((*lines, to_yaml(regulation)))


def _comments(
    result: TextAssessment, language: Language, regulation: Regulation, before: Regulation | None
) -> Iterator[str]:
    yield say(language, "reading/draft_head", name=result.regulation.text.name or "")
    proposals = propose(result.reading)
    if before is None:
        yield from (_comment(proposal, language) for proposal in proposals)
        return
    yield from _versions(versions(before, proposals), language, before)
    others = [p for p in proposals if p.path != ("obligations",)]
    taken = [p for p in others if _is_taken(p, regulation, before)]
    yield from (_comment(proposal, language) for proposal in taken)
    for proposal in others:
        if proposal not in taken and not says_the_same(before, proposal):
            yield say(language, "reading/draft_kept", fact=_comment(proposal, language))


def _is_taken(proposal: Proposal, regulation: Regulation, before: Regulation) -> bool:
    """Whether a fact was put into the dossier; of two for one field that is the first."""
    is_put = proposal.appends or value_at(regulation, proposal.path) == proposal.value
    return is_put and is_open(before, proposal)


def _versions(found: Versions, language: Language, before: Regulation) -> Iterator[str]:
    """Yield what became of the duties of the dossier in this version of the text."""
    counts = Counter(one.standing.value for one in found.matched)
    numbers = {standing.value: counts[standing.value] for standing in Standing}
    yield say(language, "reading/draft_versions", **numbers, gone=len(found.gone))
    declared_none = before.obligations == ()
    yield say(language, "reading/draft_none_added" if declared_none else "reading/draft_added")
    if found.unsearched:
        yield say(language, "reading/draft_unsearched", count=found.unsearched)
    if in_part := sum(one.is_compared_in_part for one in found.matched):
        yield say(language, "reading/draft_in_part", count=in_part)
    for one in found.matched:
        if one.standing is not Standing.SAME:
            values = _told(one.duty, language)
            if one.present is not None:
                old = _told(one.present, language)
                values |= {"before": old["place"], "present": old["quote"]}
            yield say(language, f"reading/draft_{one.standing}", **values)
    for duty in found.gone:
        yield say(language, "reading/draft_gone", **_told(duty, language))


def _told(duty: Obligation, language: Language) -> dict[str, str]:
    place = f"art. {duty.article}" if duty.article else say(language, "reading/no_article")
    place += _exempt(duty, language)
    return {"place": place, "quote": cut(duty.description or "", _QUOTE)}


def _comment(proposal: Proposal, language: Language) -> str:
    field = words(".".join(str(step) for step in proposal.path), "label", language)
    place = proposal.passage and proposal.passage.label
    if proposal.passage is None:
        place = say(language, "reading/whole_text")
    quote = cut(proposal.quote or _value(proposal.value, language), _QUOTE)
    field += _exempt(proposal.value, language)
    return say(language, "reading/draft_fact", field=field, place=place or "", quote=quote)


def _exempt(value: object, language: Language) -> str:
    """Return who is spared a duty, to stand behind its place or the name of the field."""
    if not isinstance(value, Obligation) or not value.exempt:
        return ""
    said = say(language, "reading/draft_exempt", who=exempt(value.exempt, language))
    return f" ({said})"


def _value(value: Any, language: Language) -> str:
    """Return a value in the words of the form."""
    if isinstance(value, StrEnum):
        return say(language, f"choices/{type(value).__name__}/{value.value}")
    return str(value)
