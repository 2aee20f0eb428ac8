"""Duties and what belongs to them: who must act, what follows, what is left to others."""

import re
from collections.abc import Iterator, Sequence

from checker.legal_text.observing.leden import RUNNING, Outline, passage_in
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


def permits(outline: Outline, duties: Sequence[Duty]) -> Observation:
    """What firms may only do with a permit or other leave beforehand."""
    text = outline.text.text
    found = [
        duty
        for duty in duties
        if duty.modality is Modality.PERMIT
        and not _INTERNAL.search(text, duty.at.start, duty.at.end)
        and "ambtenaar" not in outline.words(outline.index(duty.at.start))
    ]
    return _chosen(duties, found)


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
_ACT = re.compile(
    r"\b(?:ingediend|ingezonden|toegezonden|aangetekend|aangeleverd|overgelegd|gevoegd|bijgevoegd"
    r"|vermeld|aangegeven|weergegeven|opgenomen|gemeld|aangemeld|afgemeld|medegedeeld|meegedeeld"
    r"|gerapporteerd|geregistreerd|ingeschreven|bijgehouden|bewaard|vastgelegd|gedocumenteerd"
    r"|aangebracht|geplaatst|bevestigd|voorzien|ingericht|onderhouden|gereinigd|ontsmet|verwijderd"
    r"|afgevoerd|gescheiden|opgeslagen|opgesteld|opgemaakt|vervoerd|gevoerd|gedragen|gebruikt"
    r"|getroffen|genomen|uitgevoerd|verricht|gecontroleerd|gekeurd|geijkt|bemonsterd"
    r"|onderzocht|geanalyseerd|afgestemd|betaald|voldaan|ondertekend|gewaarmerkt|verpakt"
    r"|geëtiketteerd|aangeboden|afgeleverd|verhandeld|behandeld|bereid|gehouden|bijgewoond|gemarkeerd|gemerkt)\b"
)
"""What a firm does, and an authority rarely."""
_NO_ACT = re.compile(
    r"\b(?:rekening (?:\w+ )?gehouden|rekening te worden|in aanmerking genomen|uitgegaan"
    r"|voorzien in|wetsvoorstel|wetsontwerp|Staten-Generaal|kamers|subsidie|uitkering|tarief"
    r"|metingen|besluit|beschikking|beslissing|vergunning|ontwerp|maatregel van|kan worden"
    r"|kunnen worden)\b|[Aa]anvra(?:ag|ge)|\b[Vv]erzoek|\b[Aa]angifte\b|\b[Dd]eclaratie"
    r"|\b(?:de|het) (?:bevoegd gezag|inspecteur)\b"
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
        return bool(_ACT.search(duty, start, end)) and not _NO_ACT.search(duty, 0, end + _NEAR)
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
        at = passage_in(provision, clause.start(), clause.end())
        if not _BOUNDED.search(_sentence(outline, at)):
            found.append(at)
    return Observation(tuple(found), of)


def _hardship_clauses(text: str) -> Iterator[re.Match[str]]:
    if any(trigger in text for trigger in _TRIGGERS):  # rare, and many times faster to see
        yield from _HARDSHIP.finditer(text)
