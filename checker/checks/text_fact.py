"""``text_fact``: something that must be said in the text, or in the act above it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from checker.checks.text_check import THE_TEXT, place_of, reading_of
from checker.models.base import Flag
from checker.models.context import Need, View
from checker.models.finding import Outcome, Reason
from checker.models.legal_text import Part
from checker.models.regulation import Instrument, ParentProvides
from checker.models.rule import Check, Result
from checker.models.text_facts import Definition, EntryIntoForce, EuActReference, Fact, Passage
from checker.models.text_reading import TextReading


class TextFact(StrEnum):
    """The recognised facts that a rule can ask for."""

    SUPERVISORS = "supervisors"
    SANCTIONS = "sanctions"
    FINE_MAXIMUM = "fine_maximum"
    ENTRY_INTO_FORCE = "entry_into_force"
    EVALUATION = "evaluation"
    SUNSET = "sunset"
    DEFINITIONS = "definitions"
    TRANSPOSITION_TABLE = "transposition_table"
    """Looked for in the explanatory note; open where the text came without one."""


class Wherever(StrEnum):
    """Where the fact is needed; elsewhere the rule does not apply."""

    ALWAYS = "always"
    DUTIES = "duties"
    """The text lays duties on firms."""
    SEVERAL_DUTIES = "several_duties"
    """It lays down five or more: a supervisor or an evaluation is worth its while."""
    SANCTIONS = "sanctions"
    """The text has a sanction that is a fine."""
    DIRECTIVES = "directives"
    """The preamble cites a directive: the regulation carries it out."""
    TEMPORARY = "temporary"
    """The title or an article says that the regulation is temporary or an experiment."""


_SEVERAL = 5
_LOWER = (Instrument.AMVB, Instrument.MINISTERIELE_REGELING)


class TextFactCheck(Check):
    """Passes when the text says it, or the act above does; fails when neither does."""

    kind: Literal["text_fact"]
    fact: TextFact
    needed: Wherever = Wherever.ALWAYS
    parent_provides: ParentProvides | None = None
    """What the act above may provide instead: then it is not missed here."""
    at_least_words: Annotated[int, Field(ge=0)] = 0
    """A shorter body can do without."""
    skip_amending: Flag = False

    @property
    def needs(self) -> frozenset[Need]:
        """There must be a text."""
        return THE_TEXT

    def evaluate(self, view: View) -> Result:
        """Look for the fact where it is needed."""
        reading = reading_of(view)
        if not reading.text.is_dutch:
            return Result(Outcome.NOT_ASSESSED, Reason.NOT_DUTCH)
        if self.skip_amending and reading.text.is_amending:
            return Result(Outcome.NOT_APPLICABLE, Reason.RULE_DOES_NOT_APPLY)
        short = reading.text.words_in(Part.BODY) < self.at_least_words
        if short or not _needed(self.needed, reading):
            return Result(Outcome.NOT_APPLICABLE, Reason.NOTHING_TO_CHECK)
        found = _passages(self.fact, reading)
        if found is not None:
            return Result(Outcome.PASS, places=tuple(place_of(p, reading, view) for p in found))
        if self.fact is TextFact.TRANSPOSITION_TABLE and not reading.text.has(Part.NOTE):
            return Result(Outcome.NOT_ASSESSED, Reason.NO_NOTE)
        return self._without(view, reading)

    def _without(self, view: View, reading: TextReading) -> Result:
        """What the text does not say may stand in the act that it rests on or amends."""
        if self.parent_provides is None:
            return Result(Outcome.FAIL)
        parent = view.regulation.identity.parent_act.provides
        if parent is not None:
            return Result(Outcome.PASS if self.parent_provides in parent else Outcome.FAIL)
        instrument = view.regulation.identity.instrument or reading.recognised.instrument
        if reading.text.is_amending or instrument in _LOWER:
            return _unknown("identity.parent_act.provides")
        if instrument is None:
            return _unknown("identity.instrument")
        if instrument is Instrument.WET:
            return Result(Outcome.FAIL)
        return Result(Outcome.NOT_APPLICABLE, Reason.RULE_DOES_NOT_APPLY)


def _unknown(name: str) -> Result:
    return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, missing=(name,))


def _needed(where: Wherever, reading: TextReading) -> bool:
    known = reading.recognised
    match where:
        case Wherever.DUTIES:
            return bool(known.duties)
        case Wherever.SEVERAL_DUTIES:
            return len(known.duties) >= _SEVERAL
        case Wherever.SANCTIONS:
            return any(fact.value == "fine" for fact in known.sanctions)
        case Wherever.DIRECTIVES:
            return any(_in_preamble(act, reading) for act in known.eu_acts)
        case Wherever.TEMPORARY:
            return known.is_temporary
        case _:
            return True


def _in_preamble(act: EuActReference, reading: TextReading) -> bool:
    spans = [span for part, span in reading.text.parts if part is Part.PREAMBLE]
    return act.kind == "directive" and any(s.start <= act.at.start < s.end for s in spans)


def _passages(fact: TextFact, reading: TextReading) -> tuple[Passage, ...] | None:
    """Return where the text says it; None where it does not."""
    known = reading.recognised
    if fact is TextFact.TRANSPOSITION_TABLE:
        return () if known.has_transposition_table else None
    found: Mapping[TextFact, Sequence[Fact | EntryIntoForce | Definition]] = {
        TextFact.SUPERVISORS: known.supervisors,
        TextFact.SANCTIONS: known.sanctions,
        TextFact.FINE_MAXIMUM: known.fine_maximum,
        TextFact.ENTRY_INTO_FORCE: known.entry_into_force,
        TextFact.EVALUATION: known.evaluation,
        TextFact.SUNSET: known.sunset,
        TextFact.DEFINITIONS: known.definitions,
    }
    return tuple(each.at for each in found[fact]) or None
