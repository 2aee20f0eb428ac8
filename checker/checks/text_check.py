"""What all kinds that look at the text share: what they count, and when it is too much."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from checker.models.base import Flag, Number
from checker.models.context import Available, Need, NeedKind, View
from checker.models.draft_text import SwitchedOff
from checker.models.figure import Unit
from checker.models.finding import TEXT_PATH, Outcome, Place, Reason
from checker.models.legal_text import Part, ProvisionKind
from checker.models.rule import Check, Result
from checker.models.text_facts import Duty, Passage
from checker.models.text_reading import TextReading
from checker.models.wording import Quantity

LONGEST_QUOTE = 300
"""So many signs of a hit are kept."""
THE_TEXT = frozenset({Need(NeedKind.TEXT)})
"""What a check needs that looks at the text."""
_SHOWN = 3
"""So many hits are named in a message; all of them are in the places."""


class Measure(StrEnum):
    """What a number of hits is held against."""

    COUNT = "count"
    PER_1000_WORDS = "per_1000_words"
    SHARE = "share"
    """Part of the places looked at, 0 to 1."""


class Report(StrEnum):
    """Whether the hits of a rule are precise enough to point at."""

    PLACES = "places"
    DENSITY = "density"


@dataclass(frozen=True, slots=True)
class Hits:
    """What a check found, and out of how many places."""

    found: Sequence[Passage]
    of: int


class TextCheck(Check):
    """Counts hits in the text and holds the count against two bounds."""

    measure: Measure = Measure.COUNT
    pass_up_to: Number = Decimal(0)
    partial_up_to: Number | None = None
    """Left out: what does not pass fails."""
    sanctioned_counts: Number = Decimal(1)
    """As how many a hit counts inside a duty on which a sanction stands."""
    report: Report = Report.PLACES
    part: Part = Part.BODY
    """The part of the text that is looked at; each part has rules of its own."""
    skip_amending: Flag = False
    """Makes no sense for a text that changes another act, such as whether it has definitions."""

    @property
    def needs(self) -> frozenset[Need]:
        """There must be a text."""
        return THE_TEXT

    @property
    def placeholders(self) -> frozenset[str]:
        """Hits, places looked at, rate per 1,000 words, share, first hits and where."""
        return frozenset({"count", "of", "rate", "share", "found", "where"})

    @abstractmethod
    def find(self, reading: TextReading) -> Hits:
        """Return the hits in ``reading``; each kind has its own way."""

    def evaluate(self, view: View) -> Result:
        """Find, leave out what was switched off, weigh, and compare."""
        reading = reading_of(view)
        if not reading.text.is_dutch:
            return Result(Outcome.NOT_ASSESSED, Reason.NOT_DUTCH)
        if self.skip_amending and reading.text.is_amending:
            return Result(Outcome.NOT_APPLICABLE, Reason.RULE_DOES_NOT_APPLY)
        hits = self.find(reading)
        if not hits.of:
            return Result(Outcome.NOT_APPLICABLE, Reason.NOTHING_TO_CHECK)
        places = [place_of(passage, reading, view, hit=True) for passage in hits.found]
        counted = [place for place in places if place.switched_off is None]
        shown = tuple(places) if self.report is Report.PLACES else ()
        values = _values(counted, hits, reading.text.words_in(self.part))
        if places and not counted:
            # All set aside: that earns nothing, as any rule that is declared not to apply.
            reason = Reason.DECLARED_NOT_APPLICABLE
            return Result(Outcome.NOT_APPLICABLE, reason, shown, values | _reasons(places))
        value = self._value(counted, hits, reading)
        return Result(self._outcome(value), places=shown, values=values)

    def _value(self, places: Sequence[Place], hits: Hits, reading: TextReading) -> Decimal:
        weight = sum((self._weight(place, reading) for place in places), Decimal(0))
        match self.measure:
            case Measure.COUNT:
                return weight
            case Measure.SHARE:
                return weight / hits.of
            case Measure.PER_1000_WORDS:
                if self.report is Report.DENSITY and weight <= 1:
                    return Decimal(0)  # one hit, in a short text, is no density
                return weight * 1000 / max(reading.text.words_in(self.part), 1)

    def _weight(self, place: Place, reading: TextReading) -> Decimal:
        heavy = self.sanctioned_counts != 1 and in_sanctioned_duty(place.start or 0, reading)
        return self.sanctioned_counts if heavy else Decimal(1)

    def _outcome(self, value: Decimal) -> Outcome:
        if value <= self.pass_up_to:
            return Outcome.PASS
        partly = self.partial_up_to is not None and value <= self.partial_up_to
        return Outcome.PARTIAL if partly else Outcome.FAIL


def reading_of(view: View) -> TextReading:
    """Return the text of the regulation in ``view``; the engine saw to it that there is one."""
    slot = view.context.text
    assert isinstance(slot, Available)
    return slot.value


def _reasons(places: Sequence[Place]) -> dict[str, object]:
    """Return why the adviser set the places aside, each reason once."""
    told = dict.fromkeys(place.switched_off for place in places if place.switched_off)
    return {"explanation": "; ".join(told)}


def duty_at(position: int, duties: Sequence[Duty]) -> Duty | None:
    """Return the duty that ``position`` lies in; ``duties`` are in the order of the text."""
    index = bisect_right(duties, position, key=lambda duty: duty.at.start) - 1
    if index < 0 or duties[index].at.end < position:
        return None
    return duties[index]


def in_sanctioned_duty(position: int, reading: TextReading) -> bool:
    """Whether a sanction stands on the duty that ``position`` lies in."""
    duty = duty_at(position, reading.recognised.duties)
    return duty is not None and duty.sanctioned


def place_of(passage: Passage, reading: TextReading, view: View, *, hit: bool = False) -> Place:
    """Return the passage as a finding points at it, with the reason if it was switched off."""
    quote = reading.text.text[passage.start : passage.end]
    off = _switched_off(view.regulation.text.switched_off, view.rule_id, passage, quote)
    return Place.made_of(
        path=TEXT_PATH,
        label=passage.label,
        start=passage.start,
        end=passage.end,
        article=passage.article,
        inserted_article=passage.inserted_article,
        lid=passage.lid,
        quote=quote[:LONGEST_QUOTE],
        hit=hit,
        switched_off=off,
    )


def _switched_off(
    choices: Iterable[SwitchedOff], rule: str, passage: Passage, quote: str
) -> str | None:
    """Return the reason for which the adviser set a hit aside."""
    words = quote[:LONGEST_QUOTE].strip()
    found = (choice for choice in choices if choice.covers(rule, passage, words))
    return next((choice.reason for choice in found), None)


def _values(places: Sequence[Place], hits: Hits, words: int) -> dict[str, object]:
    count = Decimal(len(places))
    quotes = dict.fromkeys(f"“{_short(place.quote or '')}”" for place in places)
    labels = dict.fromkeys(place.label for place in places if place.label)
    return {
        "count": count,
        "of": Decimal(hits.of),
        "rate": count * 1000 / max(words, 1),
        "share": Quantity(count / hits.of, Unit.SHARE),
        "found": tuple(list(quotes)[:_SHOWN]),
        "where": tuple(list(labels)[:_SHOWN]),
    }


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else quote[:57] + "…"


RUNNING_TEXT = (ProvisionKind.TEXT, ProvisionKind.ITEM, ProvisionKind.TAIL)
"""What is made of sentences: no headings, no tables."""
