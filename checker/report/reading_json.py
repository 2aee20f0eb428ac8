"""A text and what was found in it as plain values for ``text --json``; the keys are stable."""

from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from checker.assess import TextAssessment
from checker.legal_text.fine_scale import FineScale, scale_of
from checker.models.base import Language
from checker.models.finding import Finding
from checker.models.legal_text import Part, Provision, ProvisionKind
from checker.models.parameters import Parameters
from checker.models.text_facts import Definition, Duty, Fact, FineMaximum, Passage, Readability
from checker.models.text_reading import TextReading

_DECIMALS = 3


def text(
    result: TextAssessment, language: Language, parameters: Parameters | None = None
) -> dict[str, Any]:
    """Return ``result`` as JSON values.

    ``start`` and ``end`` count Unicode code points into ``text``: ``text[start:end]`` is the match
    or the quote. Sentences and words are those of the body. ``parameters`` hold what the fine
    categories come to. A relief that concerns all duties of a place names the place: one without
    an article is the whole regulation.
    """
    reading = result.reading
    legal = reading.text
    return {
        "text": legal.text,
        "title": legal.title,
        "amending": legal.is_amending,
        "parts": [
            {"part": part, "start": span.start, "end": span.end} for part, span in legal.parts
        ],
        "articles": len(legal.articles),
        "leden": sum(len(article.numbered_leden) for article in legal.articles),
        "onderdelen": sum(_is_item(provision) for provision in legal.provisions),
        "sentences": reading.readability.sentences if reading.readability else 0,
        "words": legal.words_in(Part.BODY),
        "structure": [
            {
                "article": article.number,
                "heading": article.heading,
                "leden": [lid.number for lid in article.numbered_leden],
                "start": article.start,
                "end": article.end,
            }
            for article in legal.articles
        ],
        "readability": _readability(reading.readability),
        "note_readability": _readability(reading.note_readability),
        "findings": [hit for each in result.findings for hit in _hits(each, reading, language)],
        "rules": [_rule(finding, language) for finding in result.findings],
        "recognised": _recognised(reading, scale_of(reading.recognised, parameters)),
    }


def _is_item(provision: Provision) -> bool:
    is_item = provision.kind is ProvisionKind.ITEM and provision.part is Part.BODY
    return is_item and not provision.amending


def _readability(measured: Readability | None) -> dict[str, Any] | None:
    if measured is None:
        return None
    return {
        name: round(value, _DECIMALS) if isinstance(value, float) else value
        for name, value in asdict(measured).items()
    }


def _hits(finding: Finding, reading: TextReading, language: Language) -> Iterable[dict[str, Any]]:
    """Yield each place that a rule has something against, also where few enough pass."""
    for place in finding.where:
        if not place.hit or place.start is None or place.end is None:
            continue
        yield {
            "rule": finding.rule,
            "article": place.article,
            "lid": place.lid,
            "start": place.start,
            "end": place.end,
            "match": reading.text.text[place.start : place.end],
            "message": (finding.problem or finding.message).get(language),
            "switched_off": place.switched_off,
        }


def _rule(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "criterion": finding.criterion,
        "outcome": finding.outcome,
        "reason": finding.reason,
        "title": finding.title.get(language),
        "message": finding.message.get(language),
        "advice": finding.advice.get(language),
        "known_limits": finding.known_limits.get(language),
        "places": len(finding.where),
    }


def _recognised(reading: TextReading, scale: FineScale | None) -> dict[str, Any]:
    known = reading.recognised

    def at(passage: Passage) -> dict[str, Any]:
        return {
            "article": passage.article,
            "lid": passage.lid,
            "item": passage.item,
            "inserted_article": passage.inserted_article,
            "start": passage.start,
            "end": passage.end,
            "quote": reading.text.text[passage.start : passage.end],
        }

    def duties(found: Iterable[Duty]) -> list[dict[str, Any]]:
        return [
            {
                **at(duty.at),
                "addressee": duty.addressee,
                "kind": duty.kind,
                "modality": duty.modality,
                "sanctioned": duty.sanctioned,
            }
            for duty in found
        ]

    def facts(found: Iterable[Fact]) -> list[dict[str, Any]]:
        return [{**at(fact.at), "value": fact.value} for fact in found]

    def defined(found: Iterable[Definition]) -> list[dict[str, Any]]:
        return [{**at(d.at), "term": d.term, "meaning": d.meaning} for d in found]

    return {
        "instrument": known.instrument,
        "obligations": duties(known.duties),
        "permissions": duties(known.permissions),
        "authority_duties": duties(known.authority_duties),
        "supervisors": facts(known.supervisors),
        "sanctions": facts(known.sanctions),
        "fine_maximum": [
            {
                **at(fine.at),
                "value": fine.value,
                "euro": _number(fine.euro),
                "category": fine.category,
                **_category(fine, scale),
                "percent": _number(fine.percent),
            }
            for fine in known.fine_maximum
        ],
        "entry_into_force": [
            {
                **at(entry.at),
                "date": entry.date.isoformat() if entry.date else None,
                "retroactive": entry.retroactive,
                "later": [
                    {
                        **at(later.at),
                        "parts": later.parts,
                        "date": later.date.isoformat() if later.date else None,
                    }
                    for later in entry.later
                ],
            }
            for entry in known.entry_into_force
        ],
        "looks_back": facts(known.looks_back),
        "eu_acts": [
            {**at(act.at), "number": act.number, "kind": act.kind} for act in known.eu_acts
        ],
        "delegations": facts(known.delegations),
        "evaluation": facts(known.evaluation),
        "sunset": facts(known.sunset),
        "definitions": defined(known.definitions),
        "thresholds": [
            {**at(t.at), "persons": t.persons, "below": t.below} for t in known.thresholds
        ],
        "reliefs": [
            {
                **at(relief.at),
                "kind": relief.kind,
                "persons": relief.persons,
                "below": relief.below,
                "least": relief.least,
                "conditional": relief.is_conditional,
                "obligations": list(relief.duties),
                "places": [asdict(place) for place in relief.places],
            }
            for relief in known.reliefs
        ],
        "parent_acts": facts(known.parent_acts),
        "references": [
            {
                **at(reference.at),
                "target": reference.target,
                "to_article": reference.article,
                "to_lid": reference.lid,
                "to_item": reference.item,
                "dead": reference.dead,
            }
            for reference in known.references
        ],
        "transposition_table": known.has_transposition_table,
    }


def _category(fine: FineMaximum, scale: FineScale | None) -> dict[str, Any]:
    """Return what its category comes to; without a category, or amounts, it is not known."""
    if fine.category is None or scale is None:
        return {"category_euro": None, "category_since": None, "category_verified": None}
    return {
        "category_euro": _number(scale.amount(fine.category)),
        "category_since": scale.categories.valid_from.isoformat(),
        "category_verified": scale.categories.verified,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
