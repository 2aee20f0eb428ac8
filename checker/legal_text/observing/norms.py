"""Duties and what belongs to them: who must act, what follows, what is left to others."""

import re
from collections.abc import Iterator, Sequence

from checker.legal_text.observing.acting import ACT
from checker.legal_text.observing.leden import RUNNING, Outline
from checker.legal_text.readability import passive_without_actor
from checker.models.legal_text import Part
from checker.models.observation import Observation
from checker.models.regulation import Instrument
from checker.models.text_facts import (
    Duty,
    DutyKind,
    Fact,
    Modality,
    Passage,
    Recognised,
    ReferenceTarget,
)

Place = tuple[str | None, str | None]
"""Article and inserted article."""


def information_duties(duties: Sequence[Duty]) -> Observation:
    """Duties on firms to give or keep information."""
    return _chosen(duties, [d for d in duties if d.kind is DutyKind.INFORMATION])


_INTERNAL = re.compile(
    r"\b(?:plan|verordening|besluit|reglement|verdeling|begroting|statuten|regeling|jaarwerkplan"
    r"|projectplan|voorschriften|betrokkene|bewindvoerders|schipper|onnodig)\b"
)
"""Approval of what bodies decide, and leave that a private person gives: no permit."""
_LEAVE = (
    r"\b(?:[Oo]ntheffing|[Vv]ergunning|[Tt]oestemming|[Ee]rkenning|[Gg]oedkeuring|[Mm]achtiging"
    r"|certificaat|verklaring van geen bezwaar)\b"
)
_GIVEN = r"\b(?:verleend|gegeven|verkregen|afgegeven)\b"
_UNLESS_GIVEN = re.compile(
    rf"\b(?:tenzij|behoudens)\b[^.;:]{{0,140}}?{_LEAVE}[^.;:]{{0,80}}?{_GIVEN}"
    rf"|\btenzij\b[^.;:]{{0,60}}?\b(?:beschikt over|houder is van|in het bezit is van)"
    rf"(?: \w+){{0,3}} {_LEAVE}"
)
"""A ban or duty that leave lifts: "tenzij Onze Minister ontheffing heeft verleend"."""
_ONLY_CERTIFIED = re.compile(
    r"\b(?:is|zijn)\b(?: (?!niet\b)[\wà-ÿ-]+){0,4} (?:gecertificeerd|geaccrediteerd|erkend)\b"
    r"|\b(?:is|zijn)\b (?:(?!de\b)\w+ )?(?:in het bezit|houder) van(?: \w+){0,3} "
    r"(?:certificaat|vergunning|erkenning)\b"
    r"|\b(?:beschikt|beschikken) over(?: (?!(?:de|het)\b)\w+){0,3} "
    r"(?:certificaat|vergunning|erkenning)\b"
    r"|\b(?:slechts|uitsluitend|alleen)\b[^.;:]{0,100}? (?:indien|als|wanneer|voor ?zover) "
    r"[^.;:]{0,80}?\b(?:gecertificeerd|geaccrediteerd|erkend)\b"
)
"""What only who is certified may do: "De installateur is gecertificeerd"."""
_RELATIVE = re.compile(r"\b(?:die|dat|welke|waar\w+|door wie|wie)\b")
_OF_SERVANTS = re.compile(r"ambtenaar|\borganisatie-?onderdeel\b")
"""Leave that public servants need of their own office."""


def permits(outline: Outline, duties: Sequence[Duty]) -> Observation:
    """What firms may only do with a permit, a certificate or other leave beforehand."""
    text = outline.text.text
    found = [
        duty
        for duty in duties
        if _asks_leave(duty, text)
        and not _INTERNAL.search(text, duty.at.start, duty.at.end)
        and not _OF_SERVANTS.search(outline.words(outline.index(duty.at.start)))
    ]
    return _chosen(duties, found)


def _asks_leave(duty: Duty, text: str) -> bool:
    """Whether it is a permit requirement by its verb, or by what its sentence adds."""
    start, end = duty.at.start, duty.at.end
    if duty.modality is Modality.PERMIT or _UNLESS_GIVEN.search(text, start, end):
        return True
    certified = _ONLY_CERTIFIED.search(text, start, end) if duty.addressee else None
    return certified is not None and not _in_relative_clause(text[start : certified.start()])


def _in_relative_clause(before: str) -> bool:
    """Whether a clause about somebody else is still open: "een instelling die is erkend"."""
    return bool(_RELATIVE.search(before.rpartition(",")[2]))


def without_sanction(duties: Sequence[Duty]) -> Observation:
    """Duties that no sanction of this text points to; nothing where it points to none at all."""
    if not any(duty.sanctioned for duty in duties):
        return Observation((), 0)
    return _chosen(duties, [duty for duty in duties if not duty.sanctioned])


def in_policy_rule(recognised: Recognised) -> Observation:
    """Duties on firms in a beleidsregel; one place to look at where it has none."""
    if recognised.instrument is not Instrument.BELEIDSREGEL:
        return Observation((), 0)
    found = tuple(duty.at for duty in recognised.duties)
    return Observation(found, max(1, len(found)))


def _chosen(duties: Sequence[Duty], found: Sequence[Duty]) -> Observation:
    return Observation(tuple(duty.at for duty in found), len(duties))


_WORDEN = re.compile(r"\b[Ww]ord(?:t|en)\b")
_NEAR = 60
_BEFORE_SUBORDINATE = re.compile(
    r"[:;\n]|\b(?:die|dat|wie|welke?|waar[a-z]*|indien|als|tenzij|voor ?zover|wanneer|zodat|nadat"
    r"|doordat|omdat|opdat|hoe|of)\b"
)
_DONE = re.compile(ACT)
_NO_ACT = re.compile(
    r"\b(?:rekening (?:\w+ )?gehouden|rekening te worden|in aanmerking genomen|uitgegaan"
    r"|voorzien in|wetsvoorstel|wetsontwerp|Staten-Generaal|kamers|subsidie|uitkering|tarief"
    r"|metingen|besluit|beschikking|beslissing|vergunning|ontwerp|maatregel van|kan worden"
    r"|kunnen worden)\b|[Aa]anvra(?:ag|ge)|\b[Vv]erzoek|\b[Aa]angifte\b|\b[Dd]eclaratie"
    r"|\b(?:de|het) (?:bevoegd gezag|inspecteur)\b"
    r"|\b(?:bestuursorgaan|burgerlijke stand|akte van|\w*verkiezing(?:en)?"
    r"|tegemoetkoming|immers)\b"
)
"""What is left to the law itself or to an authority, or plain: who applies hands in."""


def passive_duties(outline: Outline, duties: Sequence[Duty]) -> Observation:
    """Duties in the passive that name nobody: neither as the subject nor after "door"."""
    text = outline.text.text
    found = [
        duty
        for duty in duties
        if duty.addressee is None
        and duty.modality is Modality.DUTY
        and not _NO_ACT.search(text, max(0, duty.at.start - _NEAR), duty.at.start)
        and _is_passive(text[duty.at.start : duty.at.end])
    ]
    return _chosen(duties, found)


def _is_passive(duty: str) -> bool:
    """Whether its main clause is: "wordt" or "worden" before any other clause begins."""
    for start, end in passive_without_actor(duty):
        auxiliary = _WORDEN.search(duty, start, end)
        if auxiliary is None or _BEFORE_SUBORDINATE.search(duty, 0, auxiliary.start()):
            continue
        return bool(_DONE.search(duty, start, end)) and not _NO_ACT.search(duty, 0, end + _NEAR)
    return False


def sanctions_without_duty(outline: Outline, recognised: Recognised) -> Observation:
    """References in a sanction provision to an article that demands nothing of anybody.

    Where the sanction is also on what is laid down under an article, its norms stand elsewhere.
    """
    bound = recognised.duties + recognised.authority_duties + recognised.permissions
    norms = {_place(duty.at) for duty in bound} | {
        _place(fact.at) for fact in recognised.delegations
    }
    pointing = [
        reference
        for reference in recognised.references
        if reference.target is ReferenceTarget.THIS_TEXT
        and not reference.dead
        and reference.article not in (None, reference.at.article)
        and any(fact.at.start <= reference.at.start < fact.at.end for fact in recognised.sanctions)
        and "krachtens" not in _sentence(outline, reference.at)
    ]
    found = [r.at for r in pointing if (r.article, r.at.inserted_article) not in norms]
    return Observation(tuple(found), len(pointing))


def _place(at: Passage) -> Place:
    return at.article, at.inserted_article


# --- delegation -----------------------------------------------------------------------------------

_CONTENT = re.compile(
    r"\b(?:eisen|verplichtingen)\b|\bworden (?:verboden|verplicht)\b"
    r"|\bregels\b[^.;]{0,60}\bwaaraan\b"
    r"|\bvoorschriften\b[^.;]{0,30}\b(?:waaraan|die in acht)\b"
    r"|\b(?:welke|de te verstrekken|de) gegevens\b[^.;]{0,60}\b(?:verstrek|overgelegd|bevat)"
)


def delegated_duties(outline: Outline, delegations: Sequence[Fact]) -> Observation:
    """Delegations that leave to a lower regulation what firms must meet."""
    found = [fact.at for fact in delegations if _CONTENT.search(_sentence(outline, fact.at))]
    return Observation(tuple(found), len(delegations))


def _sentence(outline: Outline, at: Passage) -> str:
    position = outline.index(at.start)
    for sentence in outline.sentences.get(position, ()):
        if sentence.start <= at.start < sentence.end:
            return outline.text.text[sentence.start : sentence.end]
    return outline.words(position)


# --- hardship clauses -----------------------------------------------------------------------------

_HARDSHIP = re.compile(
    r"\bonbillijkhe(?:id|den) van overwegende aard\b"
    r"|\b(?:onredelijke|bijzondere|onevenredige) hardheid\b"
)
_TRIGGERS = ("onbillijkhe", "hardheid")
_BOUNDED = re.compile(
    r"\bartikel(?:en)? \d|\b(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende) lid\b"
    r"|\bdit artikel\b|\b(?:hoofdstuk|paragraaf|§|afdeling) \d|\bonderde(?:el|len) [a-z]\b"
)


def unbounded_hardship_clauses(outline: Outline) -> Observation:
    """Hardship clauses that do not name what may be departed from."""
    found, of = [], 0
    for clause in _hardship_clauses(outline.text.text):
        provision = outline.text.provisions[outline.index(clause.start())]
        if provision.part is not Part.BODY or provision.kind not in RUNNING or provision.amending:
            continue
        of += 1
        at = provision.passage(clause.start(), clause.end())
        if not _BOUNDED.search(_sentence(outline, at)):
            found.append(at)
    return Observation(tuple(found), of)


def _hardship_clauses(text: str) -> Iterator[re.Match[str]]:
    if any(trigger in text for trigger in _TRIGGERS):  # rare, and many times faster to see
        yield from _HARDSHIP.finditer(text)
