"""Facts recognised in the text, in the words of the form."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from checker.content import say
from checker.legal_text.proposals import Proposal
from checker.models.facts import facts_of
from checker.models.obligation import Obligation
from checker.models.problem import Path
from checker.models.rule import Section
from checker.models.text_facts import Passage
from checker.models.wording import written
from checker.report import relief_words
from checker.ui import state
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.words import choice_label, dotted, label
from checker.ui.layout import HIDDEN, SECTIONS


def section_of(path: Path) -> Section:
    """Return the section of the form that holds a field."""
    name = dotted(path)
    for section, parts in SECTIONS.items():
        if any(name == fact or name.startswith(f"{fact}.") for p in parts for fact in p.facts):
            return section
    raise ValueError(f"no section holds {name}")


def title_of(proposal: Proposal) -> str:
    """Return what is proposed, in one line: the field and its value."""
    value = proposal.value
    if isinstance(value, Obligation):
        return _obligation(value)
    return words("facts/title", field=label(proposal.path), value=value_text(value))


def value_text(value: Any) -> str:
    """Return a value of the dossier in words; of an item what is filled in."""
    match value:
        case bool():
            return say(state.language(), f"choices/Flag/{str(value).lower()}")
        case StrEnum():
            return choice_label(value)
        case str():
            return value
        case date() | int() | Decimal():
            return written(value, state.language())
        case BaseModel():
            return _item(value)
        case tuple():
            return "; ".join(value_text(one) for one in value)
        case _:
            return str(value)


def place_text(passage: Passage | None) -> str:
    """Return where a fact stands, such as "art. 4 lid 2 a"."""
    if passage is None:
        return words("facts/whole_text")
    if passage.article is None:
        return words("no_article")
    parts = [words("at_article", number=passage.article)]
    if passage.inserted_article is not None:
        parts.append(f"({words('at_article', number=passage.inserted_article)})")
    if passage.lid is not None:
        parts.append(words("at_lid", number=passage.lid))
    if passage.item is not None:
        parts.append(passage.item)
    return " ".join(parts)


def _obligation(duty: Obligation) -> str:
    """Return what kind of duty it is and where; its description is the quote below it."""
    where = words("at_article", number=duty.article) if duty.article else words("no_article")
    told = [where, choice_label(duty.kind) if duty.kind else ""]
    if duty.authorisation is not None:
        told.append(choice_label(duty.authorisation))
    if duty.sanctioned:
        told.append(words("facts/sanctioned"))
    if duty.exempt:
        who = relief_words.exempt(duty.exempt, state.language())
        told.append(say(state.language(), "reading/draft_exempt", who=who))
    return " · ".join(part for part in told if part)


def _item(item: BaseModel) -> str:
    """Return the fields of an item that are filled in."""
    defaults = {name: info.default for name, info in type(item).model_fields.items()}
    told = []
    for fact in facts_of(type(item)):
        value = getattr(item, fact.name)
        if fact.name not in HIDDEN and value not in (None, ()) and value != defaults[fact.name]:
            told.append(value_text(value))
    return ", ".join(told)
