"""What else was recognised in the text, for which a dossier has no field: counts and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from checker.content import say
from checker.legal_text.fine_scale import FineScale, scale_of
from checker.models.parameters import Parameters
from checker.models.text_facts import (
    Definition,
    Duty,
    EntryIntoForce,
    EuActReference,
    Fact,
    FineMaximum,
    Passage,
    Reference,
    SizeRelief,
    SizeThreshold,
)
from checker.models.text_reading import TextReading
from checker.models.wording import cut
from checker.report import relief_words
from checker.report.fine_words import height
from checker.ui import state
from checker.ui.components.draft_text.fact_words import place_text, value_text
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.markup import esc, fold, html, paragraph
from checker.ui.components.tables import table
from checker.ui.components.words import choice_label

_MOST_ROWS = 100
_QUOTE = 240
_WORDS_ONLY = slice(0, 0)

Recognisable = (
    Duty
    | Fact
    | EntryIntoForce
    | EuActReference
    | Definition
    | SizeThreshold
    | SizeRelief
    | Reference
)


def show(reading: TextReading, parameters: Parameters) -> None:
    """Draw a part that folds open for each sort of fact that was found."""
    known = reading.recognised
    dead = tuple(reference for reference in known.references if reference.dead)
    sorts: dict[str, Sequence[Recognisable]] = {
        "authority_duties": known.authority_duties,
        "permissions": known.permissions,
        "supervisors": known.supervisors,
        "sanctions": known.sanctions,
        "fine_maximum": known.fine_maximum,
        "definitions": known.definitions,
        "delegations": known.delegations,
        "thresholds": known.thresholds,
        "reliefs": known.reliefs,
        "entry_into_force": known.entry_into_force,
        "looks_back": known.looks_back,
        "evaluation": known.evaluation,
        "sunset": known.sunset,
        "eu_acts": known.eu_acts,
        "dead": dead,
        "references": known.references,
    }
    found = {name: facts for name, facts in sorts.items() if facts}
    if found:
        html(f"<h2>{esc(words('others/title'))}</h2>")
        shown = _Shown(reading, scale_of(known, parameters))
        html(*(_fold(name, facts, shown) for name, facts in found.items()))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a fact is shown with."""

    reading: TextReading
    scale: FineScale | None


def _fold(name: str, facts: Sequence[Recognisable], shown: _Shown) -> str:
    title = words(f"others/{name}")
    more = len(facts) - _MOST_ROWS
    columns = [words("others/place"), words("others/what"), words("others/quote")]
    drawn = table(title, columns, _rows(facts, shown), figures=_WORDS_ONLY)
    rest = paragraph(say(state.language(), "reading/more", count=more), "help") if more > 0 else ""
    return fold(esc(words("others/count", name=title, count=len(facts))), drawn + rest)


def _rows(facts: Iterable[Recognisable], shown: _Shown) -> Iterable[Sequence[str]]:
    text = shown.reading.text.text
    for fact in islice(facts, _MOST_ROWS):
        yield place_text(fact.at), _what(fact, shown), cut(_quote(fact.at, text), _QUOTE)


def _quote(at: Passage, text: str) -> str:
    return " ".join(text[at.start : at.end].split())


def _what(fact: Recognisable, shown: _Shown) -> str:
    match fact:
        case Duty():
            addressee = fact.addressee or say(state.language(), "reading/nobody")
            return f"{choice_label(fact.modality)}: {addressee}"
        case Definition():
            return fact.term
        case EuActReference():
            return fact.number
        case SizeThreshold():
            return words("others/below" if fact.below else "others/above", persons=fact.persons)
        case SizeRelief():
            what = relief_words.what(fact, shown.reading.recognised, state.language())
            return words("others/spares", who=relief_words.who(fact, state.language()), what=what)
        case FineMaximum():
            return height(fact, state.language(), shown.scale) or fact.value or ""
        case EntryIntoForce():
            return ", ".join(_entry(fact))
        case Reference():
            return _reference(fact)
        case _:
            return _fact_value(fact.value)


def _entry(fact: EntryIntoForce) -> Iterable[str]:
    if fact.date:
        yield value_text(fact.date)
    if fact.retroactive:
        yield words("others/retroactive")
    for later in fact.later:
        if later.date is None:
            yield words("others/later_undated", parts=later.parts)
        else:
            yield words("others/later", parts=later.parts, date=value_text(later.date))


def _fact_value(value: str | None) -> str:
    key = f"others/sanction/{value}"
    is_sanction = value in ("fine", "order", "criminal", "withdrawal", "disciplinary")
    return words(key) if is_sanction else value or ""


def _reference(reference: Reference) -> str:
    where = place_text(
        Passage(0, 0, reference.article, reference.lid, reference.item)
        if reference.article
        else None
    )
    told = where if reference.article else ""
    kind = words(f"others/target/{reference.target}")
    dead = words("others/is_dead") if reference.dead else ""
    return " · ".join(part for part in (told, kind, dead) if part)
