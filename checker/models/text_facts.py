"""What is recognised in a legal text: each fact with its place, so that it can be checked."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from checker.models.regulation import Instrument, SmallFirmMeasureKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text that says something, and where a lawyer looks for it."""

    start: int
    end: int
    article: str | None = None
    lid: str | None = None
    item: str | None = None
    inserted_article: str | None = None

    @property
    def label(self) -> str | None:
        """How a lawyer points at it, such as "art. 3 lid 2 a"; None outside articles."""
        if self.article is None:
            return None
        parts = [f"art. {self.article}"]
        if self.inserted_article is not None:
            parts.append(f"(art. {self.inserted_article})")
        if self.lid is not None:
            parts.append(f"lid {self.lid}")
        if self.item is not None:
            parts.append(self.item)
        return " ".join(parts)


class Modality(StrEnum):
    """How a norm binds."""

    DUTY = "duty"
    BAN = "ban"
    PERMIT = "permit"
    """May be done only with a permit, exemption, recognition or certificate."""
    PERMISSION = "permission"


class DutyKind(StrEnum):
    """What a duty asks for."""

    INFORMATION = "information"
    """To give, keep, register, report, show or label information."""
    SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty, ban, permit requirement or permission."""

    at: Passage
    """From the addressee or finite verb to the end of the clause."""
    addressee: str | None
    """As the text names it; None where it names nobody (passive, product requirement)."""
    modality: Modality
    kind: DutyKind
    by_authority: bool = False
    """Whether it binds a minister, municipality, supervisor or other authority."""
    sanctioned: bool = False
    """Whether a sanction provision of this text points to its article."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A recognised fact that is no duty."""

    at: Passage
    value: str | None = None
    """What it is about, where the text says so: who supervises, the sort of sanction, a term."""


@dataclass(frozen=True, slots=True)
class FineMaximum(Fact):
    """How high a fine can be; ``value`` is that in the words of the text."""

    euro: Decimal | None = None
    category: int | None = None
    """Of the Criminal Code, 1 to 6."""
    percent: Decimal | None = None
    """Of turnover or whatever the text says."""


@dataclass(frozen=True, slots=True)
class LaterEntry:
    """A part of the regulation that begins on a day of its own."""

    at: Passage
    parts: str
    """As the text names it: "artikel 5, tweede lid"."""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """A provision on entry into force of the regulation itself."""

    at: Passage
    date: datetime.date | None = None
    retroactive: bool = False
    later: tuple[LaterEntry, ...] = ()
    """Parts that the same provision lets begin on another day."""


@dataclass(frozen=True, slots=True)
class EuActReference:
    """A citation of a numbered EU act."""

    at: Passage
    number: str
    """As the act is numbered: "2006/123/EG", "(EU) 2016/679"."""
    kind: str | None
    """"directive", "regulation", "decision", or None where the text does not say."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that the regulation gives a meaning."""

    at: Passage
    """The term and its meaning."""
    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SizeThreshold:
    """A threshold of firm size, such as "minder dan 50 werknemers"."""

    at: Passage
    persons: int
    below: bool
    """Whether it means those below; otherwise those from there up."""
    by_name: bool = False
    """Whether the text calls the size by its name: "kleine ondernemingen"."""


@dataclass(frozen=True, slots=True)
class SparedPlace:
    """An article or lid of which firms of some size are spared every duty."""

    article: str | None = None
    """None means the whole regulation."""
    lid: str | None = None
    inserted_article: str | None = None


@dataclass(frozen=True, slots=True)
class SizeRelief:
    """Firms of some size to which a duty does not apply, or in a lighter way."""

    at: Passage
    """The sentence that says so."""
    kind: SmallFirmMeasureKind
    """An exemption or a lighter regime."""
    persons: int
    below: bool
    """Whether firms below ``persons`` are meant; otherwise those from there up."""
    least: int = 1
    """The smallest firms that are meant, where the text names both bounds."""
    is_conditional: bool = False
    """Whether it holds only for some of those firms: "tenzij", "mits"."""
    duties: tuple[int, ...] = ()
    """Positions in :attr:`Recognised.duties` of the duties in the sentence itself."""
    places: tuple[SparedPlace, ...] = ()
    """Otherwise where the duties stand: naming each would take the square of a text."""


class ReferenceTarget(StrEnum):
    """What a reference points to."""

    THIS_TEXT = "this_text"
    """An article or lid of the regulation itself."""
    OTHER_ACT = "other_act"
    AMENDED_ACT = "amended_act"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to an article, lid or onderdeel."""

    at: Passage
    target: ReferenceTarget
    article: str | None
    """The article pointed at; that of the place itself for "het eerste lid"."""
    lid: str | None = None
    item: str | None = None
    dead: bool = False
    """Whether the regulation itself has no such article, lid or onderdeel."""


@dataclass(frozen=True)
class Recognised:
    """All facts recognised in one text, in the order of the text."""

    duties: tuple[Duty, ...] = ()
    """On firms, bans and permit requirements included; permissions are not among them."""
    permissions: tuple[Duty, ...] = ()
    authority_duties: tuple[Duty, ...] = ()
    supervisors: tuple[Fact, ...] = ()
    sanctions: tuple[Fact, ...] = ()
    """``value`` is "fine", "order", "criminal", "withdrawal", "disciplinary", or None."""
    fine_maximum: tuple[FineMaximum, ...] = ()
    """Where the highest fine is named: an amount, a category, or a percentage of turnover."""
    entry_into_force: tuple[EntryIntoForce, ...] = ()
    looks_back: tuple[Fact, ...] = ()
    """Provisions that only say since when a part reaches back; ``value`` is that day."""
    eu_acts: tuple[EuActReference, ...] = ()
    """Every citation; the same act may occur several times."""
    delegations: tuple[Fact, ...] = ()
    evaluation: tuple[Fact, ...] = ()
    sunset: tuple[Fact, ...] = ()
    definitions: tuple[Definition, ...] = ()
    thresholds: tuple[SizeThreshold, ...] = ()
    reliefs: tuple[SizeRelief, ...] = ()
    references: tuple[Reference, ...] = ()
    instrument: Instrument | None = None
    parent_acts: tuple[Fact, ...] = ()
    """Acts that the preamble says the regulation rests on ("Gelet op")."""
    has_transposition_table: bool = False
    is_temporary: bool = False
    """Whether it calls itself temporary or an experiment."""

    @property
    def begins(self) -> datetime.date | None:
        """The first day of entry into force that the text names."""
        return next((entry.date for entry in self.entry_into_force if entry.date), None)


@dataclass(frozen=True, slots=True)
class Readability:
    """Measures of running text, from published formulas. None where too few words are there."""

    sentences: int
    words: int
    words_per_sentence: float | None
    flesch_douma: float | None
    brouwer: float | None
    over_25: float | None
    """Share of sentences of more than 25 words, 0 to 1."""
    over_40: float | None
    over_60: float | None
    uncommon: float | None
    """Share of words that are uncommon in everyday Dutch, 0 to 1; names and numbers left out."""
    passive_without_actor: float | None
    """Share of sentences in the passive that do not say who acts, 0 to 1."""
