"""A dossier proposed from a text: each fact with its place, to be accepted or refused.

Nothing that the adviser filled in is ever written over: a proposal for a field that holds a
value, or for an item that the list already has, is not open.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from checker.models import edit
from checker.models.draft_text import DraftText
from checker.models.obligation import Authorisation, Obligation, ObligationKind
from checker.models.problem import Path
from checker.models.regulation import (
    EuAct,
    EuActKind,
    Identity,
    Instrument,
    Nature,
    Phase,
    Regulation,
    Sanction,
    SanctionKind,
)
from checker.models.text_facts import Duty, DutyKind, Modality, Passage
from checker.models.text_reading import TextReading
from checker.models.wording import cut

_LONGEST_QUOTE = 400
_LONGEST_LABEL = 190
_OF_FIELD = 2
"""Steps of the path of a field right below its group."""
_SANCTIONS = {
    "fine": SanctionKind.ADMINISTRATIVE_FINE,
    "order": SanctionKind.PENALTY_PAYMENT,
    "criminal": SanctionKind.CRIMINAL_PENALTY,
    "withdrawal": SanctionKind.WITHDRAWAL,
}
_DANGLING = re.compile(r"(?:[,;]| en| of| alsmede){1,3}$")
"""What joins a duty to the next."""
_EVERY = re.compile(r"[^A-Za-z0-9]{1,20}")


@dataclass(frozen=True)
class Proposal:
    """One fact of the text as it would stand in the dossier."""

    path: Path
    """The field, or the list that the value is put into."""
    value: Any
    quote: str
    """The words it was read from, shortened; empty where it was read from the text as a whole."""
    passage: Passage | None = None
    appends: bool = False
    """Whether it is an item of a list."""


def propose(reading: TextReading) -> tuple[Proposal, ...]:
    """Return all facts of ``reading`` that a dossier has a field for, in the order of the form."""
    return tuple(_Proposer(reading).all())


def identity_of(reading: TextReading) -> Identity:
    """Return what ``reading`` says the regulation is, as rules about texts ask it."""
    found = {p.path[-1]: p.value for p in _Proposer(reading).identity() if len(p.path) == _OF_FIELD}
    return Identity.model_validate(found)


def is_open(regulation: Regulation, proposal: Proposal) -> bool:
    """Whether the dossier does not hold a value there, nor the same item in the list.

    An empty list says that there are none, and is a value.
    """
    present = edit.value_at(regulation, proposal.path)
    if not proposal.appends or present == ():
        return present is None
    return all(_name(item) != _name(proposal.value) for item in present or ())


def accepted(regulation: Regulation, proposals: Iterable[Proposal]) -> Regulation:
    """Return ``regulation`` with the proposals that are still open put into it."""
    items: dict[Path, list[Any]] = {}
    for proposal in proposals:
        if proposal.appends:
            items.setdefault(proposal.path, []).append(proposal.value)
        elif is_open(regulation, proposal):
            regulation = edit.with_value(regulation, proposal.path, proposal.value)
    for path, new in items.items():
        present = edit.value_at(regulation, path)
        if present == ():
            continue
        if added := tuple(_not_there(new, present or ())):
            regulation = edit.with_value(regulation, path, (*(present or ()), *added))
    return regulation


def _not_there(new: Iterable[Any], present: Iterable[Any]) -> Iterator[Any]:
    """Yield the items that the list does not have, with an id of their own where they have one."""
    names = {_name(item) for item in present}
    ids = {item.id for item in present if isinstance(item, Obligation)}
    for item in new:
        if (name := _name(item)) not in names:
            names.add(name)
            yield _with_free_id(item, ids) if isinstance(item, Obligation) else item


def draft(reading: TextReading, body: str, name: str | None) -> Regulation:
    """Return a new dossier with every proposal in it, and the text itself.

    Args:
        reading: what is known of the text.
        body: the text as a dossier keeps it.
        name: of the file it came from.
    """
    text = DraftText(name=name[:_LONGEST_LABEL] if name else None, body=body)
    return accepted(Regulation(text=text), propose(reading))


def _name(item: object) -> object:
    """What makes two items of a list the same one."""
    match item:
        case Obligation():
            return item.article, item.description
        case EuAct():
            return item.number
        case Sanction():
            return item.kind, item.article
        case _:
            return item


def _with_free_id(duty: Obligation, taken: set[str]) -> Obligation:
    """Give an obligation an id that no other has, and take it."""
    wanted, number = duty.id, 2
    while duty.id in taken:
        duty = duty.model_copy(update={"id": f"{wanted}-{number}"})
        number += 1
    taken.add(duty.id)
    return duty


class _Proposer:
    def __init__(self, reading: TextReading) -> None:
        self.reading, self.known, self.text = reading, reading.recognised, reading.text.text

    def all(self) -> Iterator[Proposal]:
        yield from self.identity()
        for duty in self.known.duties:
            yield self._at(("obligations",), _obligation(duty, self._quote(duty.at)), duty.at)
        yield from self._eu()
        yield from self._enforcement()
        yield from self._evaluation()

    def _at(self, path: Path, value: Any, at: Passage | None, *, appends: bool = True) -> Proposal:
        return Proposal(path, value, self._quote(at) if at else "", at, appends)

    def _set(self, path: str, value: Any, at: Passage | None = None) -> Proposal:
        return self._at(tuple(path.split(".")), value, at, appends=False)

    def _quote(self, at: Passage) -> str:
        quote = " ".join(self.text[at.start : at.end].split())
        return cut(quote, _LONGEST_QUOTE)

    def identity(self) -> Iterator[Proposal]:
        if title := self.reading.text.title:
            yield self._set("identity.title", title)
        if self.known.instrument is not None:
            yield self._set("identity.instrument", self.known.instrument)
        nature = Nature.AMENDING if self.reading.text.is_amending else Nature.NEW
        yield self._set("identity.nature", nature)
        yield self._set("identity.phase", Phase.DRAFT)  # there is a text, so it is no mere idea
        if self.known.instrument is not Instrument.WET:
            for parent in self.known.parent_acts[:1]:
                act = parent.value or self._quote(parent.at)
                yield self._set("identity.parent_act.title", act, parent.at)
        for entry in self.known.entry_into_force:
            if entry.date is not None:
                yield self._set("identity.entry_into_force", entry.date, entry.at)

    def _eu(self) -> Iterator[Proposal]:
        told: set[str] = set()
        for act in self.known.eu_acts:
            if act.number not in told:
                told.add(act.number)
                kind = EuActKind(act.kind) if act.kind in list(EuActKind) else None
                yield self._at(("eu", "acts"), EuAct(number=act.number, kind=kind), act.at)

    def _enforcement(self) -> Iterator[Proposal]:
        for supervisor in self.known.supervisors[:1]:
            name = supervisor.value or self._quote(supervisor.at)
            yield self._set("enforcement.supervisor", name[:_LONGEST_LABEL], supervisor.at)
            place = supervisor.at.article
            if place:
                yield self._set("enforcement.supervisor_article", place, supervisor.at)
        told: set[tuple[object, object]] = set()
        for sanction in self.known.sanctions:
            kind, article = _SANCTIONS.get(sanction.value or ""), sanction.at.article
            if kind is not None and (kind, article) not in told:
                told.add((kind, article))
                value = Sanction(kind=kind, article=article)
                yield self._at(("enforcement", "sanctions"), value, sanction.at)

    def _evaluation(self) -> Iterator[Proposal]:
        for found in self.known.evaluation[:1]:
            yield self._set("evaluation.planned", True, found.at)
            if found.at.article:
                yield self._set("evaluation.article", found.at.article, found.at)
        for found in self.known.sunset[:1]:
            yield self._set("sunset.temporary", True, found.at)
            if found.at.article:
                yield self._set("sunset.article", found.at.article, found.at)


def _obligation(duty: Duty, quote: str) -> Obligation:
    at = duty.at
    parts = [at.inserted_article or at.article, at.lid and f"lid {at.lid}", at.item]
    place = " ".join(part for part in parts if part)
    permit = duty.modality is Modality.PERMIT
    is_information = duty.kind is DutyKind.INFORMATION
    return Obligation(
        id=_EVERY.sub("-", f"art-{place or 'x'}").strip("-").lower()[:60],
        article=place or None,
        description=_described(duty, quote),
        kind=ObligationKind.INFORMATION if is_information else ObligationKind.SUBSTANTIVE,
        sanctioned=True if duty.sanctioned else None,
        authorisation=Authorisation.PERMIT if permit else None,
    )


def _described(duty: Duty, quote: str) -> str:
    """Return the words of a duty so that they can be read alone: with who must, without "en"."""
    words = _DANGLING.sub("", quote)
    who = duty.addressee
    names = who is None or who.lower() in words.lower()
    return words if names else f"{who}: {words}"
