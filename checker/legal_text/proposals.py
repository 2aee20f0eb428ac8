"""A dossier proposed from a text: each fact with its place, to be accepted or refused.

Nothing that the adviser filled in is ever written over: a proposal for a field that holds a
value, or for an item that the list already has, is not open.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from checker.content import say
from checker.legal_text.fine_scale import scale_of
from checker.legal_text.origin import nature_of
from checker.legal_text.reliefs import places_around
from checker.legal_text.versions import Standing, Versions, compare
from checker.models import edit
from checker.models.base import Model
from checker.models.draft_text import DraftText
from checker.models.estimate import Estimate
from checker.models.obligation import Authorisation, Obligation, ObligationKind
from checker.models.parameters import Parameters
from checker.models.problem import Path
from checker.models.regulation import (
    EuAct,
    EuActKind,
    Identity,
    Instrument,
    Phase,
    Regulation,
    Sanction,
    SanctionKind,
    SmallFirmMeasure,
    SmallFirmMeasureKind,
)
from checker.models.size_class import SizeClass, spared_by
from checker.models.text_facts import (
    Duty,
    DutyKind,
    FineMaximum,
    Modality,
    Passage,
    SizeRelief,
    SparedPlace,
)
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
_FINES = (SanctionKind.ADMINISTRATIVE_FINE, SanctionKind.CRIMINAL_PENALTY)
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


def propose(reading: TextReading, parameters: Parameters | None = None) -> tuple[Proposal, ...]:
    """Return all facts of ``reading`` that a dossier has a field for, in the order of the form.

    Args:
        reading: what is known of the text.
        parameters: what the fine categories come to; without them a category has no amount.
    """
    return tuple(_Proposer(reading, parameters).all())


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


def present_of(regulation: Regulation, proposal: Proposal) -> Any:
    """Return what the dossier holds in place of a proposal: a value, or the item of that name.

    None where it holds nothing, or where its list says that there are none.
    """
    present = edit.value_at(regulation, proposal.path)
    if not proposal.appends:
        return present
    name = _name(proposal.value)
    return next((item for item in present or () if _name(item) == name), None)


def says_the_same(regulation: Regulation, proposal: Proposal) -> bool:
    """Whether the dossier says what is proposed; what an adviser added to an item does not count.

    A fine with another maximum than the text has is the same item, and says something else.
    """
    present = present_of(regulation, proposal)
    if present is None or not isinstance(proposal.value, Model):
        return bool(present == proposal.value)
    facts = ((name, getattr(proposal.value, name)) for name in type(proposal.value).model_fields)
    told = {name: value for name, value in facts if value not in (None, ())}
    return all(getattr(present, name) == value for name, value in told.items())


def versions(regulation: Regulation, proposals: Iterable[Proposal]) -> Versions:
    """Hold the proposed duties against those of the dossier, as two versions of one text."""
    duties = (p.value for p in proposals if isinstance(p.value, Obligation))
    return compare(regulation.obligations or (), duties)


def accepted(
    regulation: Regulation, proposals: Iterable[Proposal], *, compared: bool = False
) -> Regulation:
    """Return ``regulation`` with the proposals that are still open put into it.

    Args:
        regulation: the dossier.
        proposals: facts of one text.
        compared: the duties among them are known to be new; otherwise those are left out that
            are another version of a duty of the dossier.
    """
    items: dict[Path, list[Any]] = {}
    for proposal in proposals:
        if proposal.appends:
            items.setdefault(proposal.path, []).append(proposal.value)
        elif is_open(regulation, proposal):
            regulation = edit.with_value(regulation, proposal.path, proposal.value)
    for path, values in items.items():
        present = edit.value_at(regulation, path)
        if present == ():
            continue
        has_versions = path == _DUTIES and not compared
        new = _new_duties(present or (), values) if has_versions else values
        if added := tuple(_not_there(new, present or ())):
            regulation = edit.with_value(regulation, path, (*(present or ()), *added))
    return regulation


_DUTIES: Path = ("obligations",)


def _new_duties(present: Iterable[Obligation], duties: Iterable[Obligation]) -> list[Obligation]:
    """Leave out the duties that are another version of one that is there."""
    found = compare(tuple(present), duties).matched
    return [one.duty for one in found if one.standing is Standing.NEW]


def _not_there(new: Iterable[Any], present: Iterable[Any]) -> Iterator[Any]:
    """Yield the items that the list does not have, with an id of their own where they have one."""
    names = {_name(item) for item in present}
    ids = {item.id for item in present if isinstance(item, Obligation)}
    for item in new:
        if (name := _name(item)) not in names:
            names.add(name)
            yield _with_free_id(item, ids) if isinstance(item, Obligation) else item


def draft(
    reading: TextReading, body: str, name: str | None, parameters: Parameters | None = None
) -> Regulation:
    """Return a new dossier with every proposal in it, and the text itself.

    Args:
        reading: what is known of the text.
        body: the text as a dossier keeps it.
        name: of the file it came from.
        parameters: what the fine categories come to.
    """
    text = DraftText(name=name[:_LONGEST_LABEL] if name else None, body=body)
    return accepted(Regulation(text=text), propose(reading, parameters))


def renewed(regulation: Regulation, proposals: Iterable[Proposal], text: DraftText) -> Regulation:
    """Return a dossier with what is new in another version of its text, and that text itself.

    What is filled in stays, also where the text says something else by now.
    """
    kept = text.model_copy(update={"switched_off": regulation.text.switched_off})
    return accepted(regulation, proposals).model_copy(update={"text": kept})


def _name(item: object) -> object:
    """What makes two items of a list the same one."""
    match item:
        case Obligation():
            return item.article, item.description
        case EuAct():
            return item.number
        case Sanction():
            return item.kind, item.article
        case SmallFirmMeasure():
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
    def __init__(self, reading: TextReading, parameters: Parameters | None = None) -> None:
        self.reading, self.known, self.text = reading, reading.recognised, reading.text.text
        self.parameters = parameters

    def all(self) -> Iterator[Proposal]:
        yield from self.identity()
        exempt = _Exempt(self.known.reliefs)
        for position, duty in enumerate(self.known.duties):
            spared = exempt.classes(position, duty)
            value = _obligation(duty, self._quote(duty.at), spared)
            yield self._at(_DUTIES, value, duty.at)
        yield from self._eu()
        yield from self._enforcement()
        yield from self._small_firms()
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
        yield self._set("identity.nature", nature_of(self.reading.text))
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
                value = Sanction(kind=kind, article=article, maximum=self._maximum(kind, article))
                yield self._at(("enforcement", "sanctions"), value, sanction.at)

    def _maximum(self, kind: SanctionKind, article: str | None) -> Estimate | None:
        """Return the highest fine that an article names, in euro."""
        if kind not in _FINES:
            return None
        here = (fine for fine in self.known.fine_maximum if fine.at.article == article)
        amounts = (found for fine in here if (found := self._euro(fine)) is not None)
        return max(amounts, key=lambda amount: amount.mid, default=None)

    def _euro(self, fine: FineMaximum) -> Estimate | None:
        if fine.euro is not None:
            return _exactly(fine.euro, cut(fine.value or "", _LONGEST_QUOTE))
        scale = scale_of(self.known, self.parameters)
        if fine.category is None or scale is None:
            return None
        # a dossier is in Dutch, as the text is
        told = {"date": scale.since("nl"), "doubt": scale.doubts("nl")}
        words = cut(fine.value or "", _LONGEST_QUOTE)
        source = say("nl", "reading/fine_source", words=words, **told)
        return _exactly(scale.amount(fine.category), source)

    def _small_firms(self) -> Iterator[Proposal]:
        for relief in self.known.reliefs:
            classes = spared_by(relief.persons, below=relief.below, least=relief.least)
            if relief.below and classes:
                measure = SmallFirmMeasure(
                    kind=relief.kind,
                    size_classes=classes,
                    article=_place(relief.at) or None,
                    description=self._quote(relief.at),
                )
                yield self._at(("small_firm_measures",), measure, relief.at)

    def _evaluation(self) -> Iterator[Proposal]:
        for found in self.known.evaluation[:1]:
            yield self._set("evaluation.planned", True, found.at)
            if found.at.article:
                yield self._set("evaluation.article", found.at.article, found.at)
        for found in self.known.sunset[:1]:
            yield self._set("sunset.temporary", True, found.at)
            if found.at.article:
                yield self._set("sunset.article", found.at.article, found.at)


class _Exempt:
    """The size classes that are wholly spared a duty, and under no condition."""

    def __init__(self, reliefs: Iterable[SizeRelief]) -> None:
        self._duties: dict[int, frozenset[SizeClass]] = {}
        self._places: dict[SparedPlace, frozenset[SizeClass]] = {}
        for relief in reliefs:
            if relief.kind is SmallFirmMeasureKind.EXEMPTION and not relief.is_conditional:
                self._add(relief)

    def _add(self, relief: SizeRelief) -> None:
        classes = frozenset(spared_by(relief.persons, below=relief.below, least=relief.least))
        for position in relief.duties:
            self._duties[position] = self._duties.get(position, _NOBODY) | classes
        for place in relief.places:
            self._places[place] = self._places.get(place, _NOBODY) | classes

    def classes(self, position: int, duty: Duty) -> frozenset[SizeClass]:
        """Return who is spared a duty; a duty that nobody has was misread, and nobody is."""
        found = self._duties.get(position, _NOBODY)
        for place in places_around(duty):
            found |= self._places.get(place, _NOBODY)
        return found if found != frozenset(SizeClass) else _NOBODY


_NOBODY: frozenset[SizeClass] = frozenset()


def _exactly(amount: Decimal, source: str) -> Estimate:
    return Estimate(low=amount, mid=amount, high=amount, source=source)


def _place(at: Passage) -> str:
    parts = [at.inserted_article or at.article, at.lid and f"lid {at.lid}", at.item]
    return " ".join(part for part in parts if part)


def _obligation(duty: Duty, quote: str, spared: frozenset[SizeClass]) -> Obligation:
    place = _place(duty.at)
    permit = duty.modality is Modality.PERMIT
    is_information = duty.kind is DutyKind.INFORMATION
    return Obligation(
        id=_EVERY.sub("-", f"art-{place or 'x'}").strip("-").lower()[:60],
        article=place or None,
        description=_described(duty, quote),
        kind=ObligationKind.INFORMATION if is_information else ObligationKind.SUBSTANTIVE,
        sanctioned=True if duty.sanctioned else None,
        exempt=tuple(spared),
        authorisation=Authorisation.PERMIT if permit else None,
    )


def _described(duty: Duty, quote: str) -> str:
    """Return the words of a duty so that they can be read alone: with who must, without "en"."""
    words = _DANGLING.sub("", quote)
    who = duty.addressee
    names = who is None or who.lower() in words.lower()
    return words if names else f"{who}: {words}"
