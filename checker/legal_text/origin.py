"""What sort of regulation a text is, and on which acts it rests."""

import re
from collections.abc import Iterator

from checker.legal_text.places import Places
from checker.models.legal_text import LegalText, Part
from checker.models.regulation import Instrument, Nature
from checker.models.text_facts import Fact

_HEAD = 6_000
"""Title and preamble that say what it is stand within so many characters."""
_PROPOSAL = re.compile(
    r"\bvoorstel voor een (?:verordening|richtlijn|besluit)\b|\b(?:verordening"
    r"|richtlijn) van het europees parlement en de raad\b"
    r".{0,40}\bvoorstel\b|\bCOM\(\d{4}\) ?\d+|\bheeft (?:de volgende|deze) (?:verordening"
    r"|richtlijn) vastgesteld",
    re.IGNORECASE,
)
_POLICY = re.compile(r"\bbeleidsregels?\b|\bbeleidsregeling\b", re.IGNORECASE)
_ACT = re.compile(
    r"\bAllen,? die deze zullen zien|\bsaluut!|\bmet gemeen overleg der Staten-Generaal"
    r"|\b[Vv]oorstel van (?:rijks)?wet\b"
    r"|\bgoedgevonden en verstaan,? gelijk Wij\b"
)
_ACT_TITLE = re.compile(r"(?:Rijkswet|Wet|Wijziging van de [A-Z]\w*wet)\b")
_ROYAL = re.compile(
    r"\bOp de voordracht van\b|\bHebben goedgevonden en verstaan|\b[Bb]ij de gratie Gods\b"
)
_COUNCIL = re.compile(
    r"\b(?:Afdeling advisering van de )?Raad van State\b|\bnader rapport\b"
    r"|\balgemene maatregel van bestuur\b"
)
_DECREE_TITLE = re.compile(r"(?:Ontwerp[- ]?)?[Bb]esluit van (?:\d|\[|…|\.\.)|Ontwerpbesluit\b")
_MINISTER = re.compile(
    r"(?:De|Onze|de) (?:Ministers?|Staatssecretaris(?:sen)?|minister"
    r"|staatssecretaris)\b.{0,300}?\b(?:Besluit|Besluiten|BESLUIT|Gelet|Handelende"
    r"|Overwegende|besluit)",
    re.DOTALL,
)
_MINISTER_TITLE = re.compile(
    r"\b(?:Regeling|Besluit|Wijzigingsregeling|Beschikking|regeling|besluit) van (?:de"
    r"|Onze) (?:Ministers?|Staatssecretaris\w*|minister\w*"
    r"|staatssecretaris\w*)\b|^(?:Ministeriële )?[Rr]egeling\b"
)
_BODY = re.compile(
    r"\b(?:[Pp]roductschap|[Bb]edrijfschap|[Hh]oofdproductschap|Autoriteit|College|Stichting|Bank"
    r"|UWV|Zorginstituut)\b"
)

_GROUNDS = re.compile(r"[Gg](?:elet op|ezien (?=(?:de )?artikel))|GELET OP")
_BEFORE_GROUNDS = re.compile(r"(?:^|\n|[;,.:] ?)(?:[-–] )?(?:en )?(?:mede )?$")
"""What may stand between the clause before and "gelet op"."""
_LOOK_BACK = 14
_GROUND_ENDS = re.compile(
    r"(?:^|\n|[;.] ?)(?:[-–] )?(?:BESLUIT|Besluit(?:en)?\b ?(?:als volgt)?:?|Hebben|Heeft"
    r"|De (?:Afdeling|Raad)|Gezien|Gehoord|Overwegende|Na overleg"
    r"|In overeenstemming|Handelende|Stelt|stelt|Besluit:)"
)
_FIRST_WORD = r"(?:[A-Z][\w’'/&-]*|rijkswet|wet(?= van \d| op)|besluit(?= van \d))"
_RESTS_ON = re.compile(
    r"(?:(?:van|bij|op|uit|en|,) (?:de|het) |artikel(?:en)? [\d][\w:.]*(?:(?:, | en )?(?:\w+ lid"
    r"|aanhef|onder(?:deel)? \w)){0,4},? (?:van )?"
    r"|\d ?[a-z]{0,2},? (?=[A-Z]))"
    rf"(?P<name>{_FIRST_WORD}(?: (?!artikel|de artikelen|juncto|jo\b)[\w’'./&()-]+"
    rf"|, (?![^,;]{{0,12}}\b(?:artikel|lid|onderdeel|aanhef)"
    r"|de artikelen|het bepaalde|van\b)[\w’'./&-]+){0,24})"
)
_NAME_ENDS = re.compile(
    r",? (?:en|alsmede|juncto|jo\.|jo|of|in samenhang|dan wel|zoals|gezien|op|in verband"
    r"|houdende(?= regels ter))"
    r"(?: (?:op|met|in|van|voor))? (?:(?:de|het) )?(?=(?:artikel|artikelen|paragraaf|hoofdstuk"
    r"|afdeling|Wet\b|Besluit\b|Regeling\b|Richtlijn"
    r"|richtlijn|[Vv]erordening|[A-Z]\w+(?:wet|besluit|regeling|verordening)\b|bepalingen|eerste"
    r"|tweede|derde|EG|$))|[;\n]| \((?:PbE|Stb|Stcrt|Trb|Pb).*$"
    r"|,? (?:besluit|BESLUIT|Besluit)\b:?.*$| (?:en|of)(?: (?:op|van))?$|(?:,"
    r"| en) \d[\d.:]*[a-z]?(?:,| en|$).*$|,? en (?:\d|gelet|in ).*$"
    r"|,? (?:kan|wordt|zijn|neergelegde?|bedoelde?|inhoudende|voortvloeiende)\b.*$"
)
_EUROPEAN = re.compile(
    r"(?:richtlijn|verordening \(|verordening nr|beschikking|Europe(?:es|se)|EG-|EU-)",
    re.IGNORECASE,
)
_ACT_WORD = re.compile(
    r"(?:wet|besluit|regeling|verordening|wetboek|boek|statuut|reglement|verdrag|code|kaderwet"
    r"|organisatie|beschikking|grondwet|protocol"
    r"|richtlijnen|maatregelen|Wft|Awb|Wmg|WMG|AWR|awb|Wbp|wet)\b",
    re.IGNORECASE,
)
_TABLE = (
    "ransponeringstabel",
    "ranspositietabel",
    "RANSPONERINGSTABEL",
    "oncordantietabel",
    "mplementatietabel",
    "mzettingstabel",
)


def instrument_of(text: LegalText) -> Instrument | None:
    """Return the legal form, by title and preamble; None where they do not say."""
    title = text.title or ""
    head = text.text[: text.articles[0].start if text.articles else _HEAD][:_HEAD]
    if _PROPOSAL.search(title) or _PROPOSAL.search(head):
        return Instrument.EU_VOORSTEL
    if _ACT.search(head) or _ACT_TITLE.match(title):
        return Instrument.WET
    if _POLICY.search(title):
        return Instrument.BELEIDSREGEL
    if _ROYAL.search(head) or _DECREE_TITLE.match(title):
        royal_only = _ROYAL.search(head) and not _COUNCIL.search(head)
        return None if royal_only else Instrument.AMVB
    if _MINISTER_TITLE.search(title) or (_MINISTER.search(head) and not _BODY.search(title)):
        return Instrument.MINISTERIELE_REGELING
    return None


_AMENDS = re.compile(
    r"\b(?:houdende|tot|strekkende tot|inzake) (?:\w+ )?wijziging(?:en)? (?:van|in)\b"
    r"|^(?:Eerste |Tweede |Derde )?[Ww]ijziging(?:en)? (?:van|in)\b"
    r"|^Wijzigings(?:wet|besluit|regeling)"
)
_ALSO_NEW = re.compile(
    r"\b(?:houdende|met|tot) (?:\w+ )?(?:regels|bepalingen|voorschriften|vaststelling|invoering"
    r"|instelling)\b"
)
"""Rules of its own, before what it changes on the way."""


def nature_of(text: LegalText) -> Nature:
    """Return whether a regulation changes another, by what it does or else by its title."""
    title = text.title or ""
    amends = _AMENDS.search(title)
    if text.is_amending or (amends and not _ALSO_NEW.search(title[: amends.start()])):
        return Nature.AMENDING
    return Nature.NEW


def find_parent_acts(places: Places) -> list[Fact]:
    """Return the Dutch acts that the preamble says the regulation rests on, each once by name."""
    found: dict[str, Fact] = {}
    text = places.text
    if _ACT.search(text[:_HEAD]):  # an act rests on no other
        return []
    for part, span in places.legal.parts:
        if part is not Part.PREAMBLE:
            continue
        for ground in _GROUNDS.finditer(text, span.start, span.end):
            before = text[max(span.start, ground.start() - _LOOK_BACK) : ground.start()]
            if not _BEFORE_GROUNDS.search(before):
                continue
            ends = _GROUND_ENDS.search(text, ground.end(), span.end)
            for fact in _acts_in(places, ground.start(), ends.start() if ends else span.end):
                assert fact.value is not None
                found.setdefault(fact.value.casefold(), fact)
    return sorted(found.values(), key=lambda fact: fact.at.start)


def _acts_in(places: Places, start: int, end: int) -> Iterator[Fact]:
    text = places.text
    at = start
    while (named := _RESTS_ON.search(text, at, min(end, start + _HEAD))) is not None:
        begin = named.start("name")
        name = named["name"]
        stop = _NAME_ENDS.search(name)
        name = name[: stop.start()] if stop else name
        name = name.strip(" ,.;:(")
        at = begin + max(len(name), 1)
        if (
            len(name) < 3
            or not name[1].isalpha()
            or _EUROPEAN.match(name)
            or not _ACT_WORD.search(name)
        ):
            continue
        index = places.index(begin)
        yield Fact(places.passage(begin, begin + len(name), index), name)


def has_transposition_table(text: LegalText) -> bool:
    """Whether note or annexes hold a table of how an EU act was transposed."""
    return any(word in text.text for word in _TABLE)
