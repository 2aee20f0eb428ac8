"""Provisions that set a sanction on a breach: fines, orders, criminal law, withdrawal."""

from dataclasses import replace

from checker.legal_text.needles import Needles
from checker.legal_text.per_lid import key_of, once_a_lid
from checker.legal_text.places import Places
from checker.models.linear import re2
from checker.models.text_facts import Fact, Passage

_SANCTION = Needles(
    "boete", "dwangsom", "bestuursdwang", "straf", "delict", "tucht", "isdrij", "erisping"
)
_FINES = re2.compile(
    r"\b(?:kan|kunnen|mag|is|zijn|legt|leggen|wordt|worden)\b.*?\b(?:boetes?|geldboetes?"
    r"|verzuimboete|vergrijpboete"
    r"|dwangsom|bestuursdwang|tuchtmaatregel(?:en)?|tuchtrechtelijke maatregel(?:en)?)\b.*?"
    r"\b(?:op(?:leggen|gelegd|te leggen)|op te leggen|op(?:[.,;:]|$| ter | aan | indien | wegens )"
    r"|toe te passen|toepassen|toegepast|uit te oefenen|verbeur\w+|vorderen)"
    r"|\b(?:bevoegd|bevoegdheid) tot (?:het )?(?:oplegg\w+|toepass\w+|uitoefen\w+) van (?:een "
    r"|de )?(?:last onder"
    r" )?(?:bestuurlijke |administratieve )?(?:boete|dwangsom|bestuursdwang)"
    r"|\b(?:boete|bestuurlijke boete|dwangsom|bestuursdwang"
    r"|tuchtrechtelijke maatregelen)\b.*?\b(?:kan|kunnen"
    r"|wordt|worden)\b.*?\b(?:opgelegd|toegepast|gesteld)\b"
    r"|\bbesluiten tot (?:het )?(?:oplegg\w+|toepass\w+) van een last\b"
    r"|\bverbeurt\b.*?\b(?:boete|dwangsom)\b"
    r"|\b[Oo]p overtreding\b.*?\bmaatregelen gesteld\b"
    r"|\bovertreding van\b.*?\bbedraagt de (?:bestuurlijke )?boete\b"
)
_FINABLE = re2.compile(
    r"\b(?:[Oo]vertreding(?:en)?|[Hh]andelen|[Gg]edraging(?:en)?|[Nn]iet[- ]na\w+) (?:van"
    r"|in strijd)\b.*\b(?:is|zijn|geldt als|gelden als|levert|vormt) (?:een )?(?:overtreding(?:en)?"
    r"|feit(?:en)?|gedraging(?:en)?),? waarvoor\b[^;]*\b(?:boete|dwangsom)\b[^;]*\bopgelegd\b"
)
"""What counts as a breach for which a fine is set elsewhere."""
_MEASURE = re2.compile(r"(?:een )?(?:schriftelijke |openbare )?(?:berisping|geldboete|boete)\b")
_MEASURES_ARE = re2.compile(
    r"\b(?:maatregel(?:en)?|straf(?:fen)?)\b[^;]*\b(?:zijn|is|opleggen|opgelegd|worden):?$"
)
"""A list of disciplinary measures, and what it stands under."""
_AMOUNT = re2.compile(
    r"\b(?:(?:[Gg]eld|[Bb]asis)?[Bb]oetes?|basisboetebedrag)\b[^;]*?\b(?:bedraagt|bedragen|wordt"
    r" (?:\w+ )?vastgesteld op"
    r"|(?:kan|kunnen|mag|is|zijn) (?:niet hoger|ten hoogste))\b"
    r"|\bwordt(?: de)? (?:bestuurlijke )?boete (?:\w+ )?vastgesteld op\b"
    r"|\b(?:is|wordt) (?:het|de) (?:basis)?boete(?:bedrag)? \d"
    r"|\b[Hh]et [^;]{0,60}\bbedrag van de (?:bestuurlijke )?boete (?:kan|wordt)"
    r" [^;]{0,20}(?:verhoogd|verlaagd)"
    r"|\bhoogte van de (?:bestuurlijke )?boete vaststellen op\b"
    r"|\b[Hh]et bedrag van de \w*boete is (?:ten|niet|maximaal|hoogstens)\b"
)
"""What a fine comes to."""
_NO_AMOUNT = re2.compile(
    r"^(?:In|Bij) (?:de|die) (?:regeling|maatregel|verordening)\b|\bzou(?:den)? moeten\b"
    r"|\bafgerond\b|\b(?:rente|termijn|griffierecht) bedraagt\b"
)
_NO_FINE = re2.compile(
    r"\b(?:boetes?|\w*boetes?|dwangsom|straf|\w*straf|hechtenis|maatregel)\b[^;]{0,60}?,? (?:is"
    r"|zijn|was|werd|geweest)\b[^;]{0,30}"
    r" opgelegd"
    r"|\b(?:boetes?|dwangsom)\b,? (?:als )?bedoeld in"
    r"|\bboetes?,? (?:die|welke)\b.*\b(?:kan|kunnen|wordt|worden|zou)\b.*\bopgelegd"
    r"|\b(?:waarvoor|(?:feit|feiten|overtreding|gedraging)en?,? waarop|alvorens|voornemens"
    r"|(?:besluit|beschikking)(?:en)? waarbij)\b.*\b(?:boete|dwangsom|bestuursdwang)\b"
    r"|\bgeen (?:last\b|(?:\w+ )?(?:boete|dwangsom)\b)"
    r"|\b(?:[Rr]egels (?:worden |kunnen |te )?(?:gesteld|stellen|over|omtrent|inzake|betreffende"
    r"|met betrekking)|bezwaar|beroep|invordering|verrekening|betaling|hoogte van|tenuitvoerlegging"
    r"|dwangbevel|mandaat|zou(?:den)? moeten|blijft bevoegd)\b|^Tot de bevoegdheid\b"
)
_PUNISHABLE = re2.compile(
    r"\b(?:is|zijn|vormt|vormen|worden|wordt) (?:een |mede |eveneens |tevens )?(?:strafba(?:ar"
    r"|re) feit(?:en)?(?:[.,;:]|$| (?:als|in de zin|en|of|voor|indien|tenzij)\b)"
    r"|economische? delict(?:en)?|strafbaar)\b"
    r"|\b(?:[Oo]vertreding(?:en)?|[Hh]andelen|[Hh]andelingen|[Gg]edraging(?:en)?|[Nn]iet[- ]na\w+"
    r"|[Nn]iet voldoen)\b.*\b(?:is|zijn|worden|wordt"
    r"|levert|vormt)\b.*\b(?:strafba(?:ar|re) feit(?:en)?|economische? delict(?:en)?"
    r"|strafbaar(?: gesteld)?)\b"
    r"|\b(?:[Mm]et|tot) (?:een )?(?:hechtenis|geldboete|gevangenisstraf)\b.*?\bgestraft\b"
    r"|\b(?:wordt|worden)\b[^;]{0,80}\bgestraft\b"
    r"|\bstrafba(?:ar|re)\b.*?\b(?:zijn|worden|is)\b[^;]{0,60}?\b(?:overtreding(?:en)?"
    r"|misdrij\w+)\b"
    r"|\bovertreding\b.*\bals strafba(?:ar|re) feit(?:en)? (?:\w+ )?(?:aangemerkt|aangewezen)\b"
    r"|\b(?:is|zijn) (?:een )?(?:misdrijf|misdrijven|overtreding(?:en)?)(?:[.,;]|$)"
    r"|\bstrafbaar gesteld\b.*\b(?:wordt|worden) (?:als overtreding(?:en)? beschouwd|beschouwd als)"
    r"|\b[Oo]p overtreding\b.*\bstraf(?:fen)? stellen\b"
    r"|\b[Ss]trafwet (?:is|zijn)\b.*\b(?:toepasselijk|van toepassing)\b"
    r"|\b[Aa]ls bijkomende straf(?:fen)? (?:kan|kunnen)\b"
    r"|\b(?:onderworpen|onderhevig) aan (?:de )?tucht\w+|\baan (?:het "
    r"|de )?tuchtrecht\w*.{0,40}? onderworpen"
)
_NO_SANCTION = re2.compile(
    r"\b(?:[Ii]ndien|[Ww]anneer) (?:\w+ ){0,12}?(?:strafba\w+|delict)\b"
    r"|\b(?:verdenking|verdachte?|vermoeden|opsporen|opsporing|veroordel\w+|vervolg\w+"
    r"|slachtoffers?|begaan|tenuitvoerlegging"
    r"|onder een)\b"
)
"""Where a punishable fact is only the occasion for something else."""
_PENAL_ALWAYS = re2.compile(
    r"\b(?:[Oo]vertreding(?:en)?|[Hh]andelen in strijd|[Gg]edraging(?:en)?|[Nn]iet[- ]na\w+) (?:van"
    r"|met|in strijd)\b"
    r"|\b(?:strafba(?:ar|re) feit(?:en)?|economische? delict(?:en)?)[.;]?$|\bgestraft\b"
    r"|\bstrafwet\b|\b[Aa]ls bijkomende straf"
)
_IMPOSES = re2.compile(
    r"\b(?:legt|leggen) [^;,]{0,80}?\b(?:boetes?|dwangsom)\b(?: van [^;,]{0,40})? op (?:van"
    r"|wegens|ter"
    r"|aan|indien)\b"
)
_NO_PENAL = re2.compile(
    r"\bniet zal worden vervolgd\b|\bdisciplinair gestraft\b|\bgetuigen of deskundigen\b"
    r"|\b(?:is|zijn)\b[^;]{0,60}\bbelast met\b"
)
"""Extradition, own staff, and who carries out what was imposed."""
_ON_SUSPICION = re2.compile(r"^Bij (?:een )?(?:vermoeden|verdenking) van\b")
_WITHDRAW = Needles(
    "getrokken",
    "ntrekking",
    "chors",
    " trekt ",
    "trekken",
    "eigert ",
    "vervallen verkla",
    "vervallen worden verkla",
    "oorgehaald",
    "oorhalen",
    "ntzeg",
    "rugvorder",
    "ruggevorderd",
    "eëindigd",
    "vervalt ",
)
_ORDER = Needles(
    "anwijzing geven",
    "evelen",
    "elasten",
    "verbieden",
    "aanwijzing te geven",
    "verbiedt hij",
    "gelast hij",
)
_ORDERS = re2.compile(
    r"\b(?:kan|kunnen|is bevoegd|zijn bevoegd)\b[^;]*\b(?:aanwijzing(?:en)? (?:te )?geven"
    r"|bevelen|gelasten"
    r"|verbieden|te bevelen|te gelasten|te verbieden)\b"
)
_FORBIDS = re2.compile(
    r"(?:Zo nodig|Daarbij|Alsdan|In dat geval) (?:verbiedt|gelast|beveelt) (?:hij|zij)\b"
)
_REFUSES = re2.compile(
    r"\bweigert\b[^;]*\b(?:uitkering|toeslag|bijstand|pensioen|inkomensvoorziening)\b"
)
"""A benefit that is held back; to refuse a licence is none."""
_WITHDRAWS = re2.compile(
    r"\b(?:kan|kunnen|mag|zal|trekt|trekken|wordt|worden|schorst)\b[^;]*?\b(?:intrekken|ingetrokken"
    r"|in te trekken|in"
    r"(?:[,:.;]|$| indien| als| wanneer)|schorsen|geschorst|schorst)\b?"
    r"|\b(?:kan|kunnen|gaat|gaan)\b[^;]*?\bover(?:gaan| tot)\b[^;]{0,30}?\bintrekking\b"
    r"|\b(?:kan|kunnen|zal|wordt|worden)\b[^;]*?\b(?:vervallen (?:worden )?verkla\w+|doorgehaald"
    r"|doorhalen"
    r"|ontzeg\w+|teruggevorderd|terugvorderen)\b"
    r"|\b(?:bekostiging|bijdrage|subsidie|erkenning|toelating|aanwijzing|inschrijving)\b[^;]*?"
    r"\b(?:kan|kunnen|wordt|worden)\b[^;]*?\bbeëindigd(?:[:,;.]|$| indien| als| wanneer)"
    r"|\bvervalt (?:het recht|de aanspraak|de aanspraken)\b|\b(?:recht|aanspraak) op\b[^;]{0,60}?"
    r"\bvervalt\b"
)
_WITHDRAWING = re2.compile(
    r"(?:het )?(?:schorsen|intrekken)(?: of (?:schorsen|intrekken))? van (?:de|een|het)\b"
)
"""An onderdeel that is a power: "1°. schorsen of intrekken van de erkenning"."""
_LISTS = re2.compile(r"(?::|,? (?:als|indien|wanneer))$")
"""At the end of words that onderdelen stand under."""
_FURTHEST = 12
_BY_PRIVATE = re2.compile(
    r"(?:De|Een|Het) (?:\w+ ){0,3}(?:\w*keurings\w+|certific\w+|instelling|exameninst\w+) (?:trekt"
    r"|schorst)\b"
)
"""A body without authority that withdraws what it gave has a duty to."""
_WITHDRAWN = re2.compile(
    r"\bniet (?:eerder )?kan schorsen\b|\bblijft bevoegd\b|\b(?:is|zijn"
    r"|was) (?:niet )?(?:\w+ )?(?:geschorst"
    r"|ingetrokken)\b"
)
_LICENCE = re2.compile(
    r"(?i)\b(?:bekostiging|bijdrage|diploma|getuigschrift|\w*goedkeuring|vergunning|erkenning|ontheffing|vrijstelling|aanwijzing|toelating|registratie"
    r"|inschrijving|certifica(?:at|ten)"
    r"|toestemming|goedkeuring|machtiging|concessie|bevoegdheid|bewijs|aanmelding|akte|keurmerk"
    r"|licentie|subsidie|toekenning|toeslag|uitkering|wachtgeld|aanspraak)\w*\b"
)
_BREACH = re2.compile(
    r"\bernstige tekortkomingen\b[^;]{0,30}\bgeconstateerd\b|\bonvoldoende uitvoering\b"
    r"|\bniet (?:(?:meer|langer|of niet|volledig|behoorlijk|naar behoren"
    r"|in acht) ){0,3}(?:\w+ ){0,4}?"
    r"(?:na|is nagekomen|nakomt|nakomen|nagekomen|naleeft|naleven|nageleefd|voldoet|voldaan|voldoen"
    r"|in acht)\b"
    r"|\bniet\b[^;.]*?\b(?:voldoet|voldoen|voldaan|nakomt|naleeft|nageleefd|nagekomen"
    r"|in acht (?:neemt|genomen))\b"
    r"|\bin strijd (?:met|handelt)|\b[Oo]vertreding van|\bovertreedt\b|\bheeft overtreden\b"
    r"|\b[Nn]iet[- ](?:nakom\w+|nalev\w+|inachtneming)|\bniet meewerkt\b|\bniet naar waarheid\b"
    r"|\bhandelt in strijd\b|\bmisbruik\b|\bin gebreke (?:is|blijft)\b"
    r"|\bniet houdt aan\b|\bonregelmatigheden\b|\bverzuimt te voldoen\b"
    r"|\b(?:gegevens|inlichtingen)\b[^;]{0,60}?\bonjuist(?: of onvolledig)? (?:blijken|zijn)\b"
    r"|\bonjuiste (?:of onvolledige )?(?:gegevens|inlichtingen)\b[^;]{0,40}\bverstrekt\b"
    r"|\bzodanig onjuist\b|\bnalatigheid in de naleving\b"
)


def find_sanctions(places: Places) -> list[Fact]:
    """Return the provisions that set a sanction on a breach; ``value`` is the sort of sanction."""
    found = once_a_lid(
        places,
        _SANCTION,
        lambda words, at: _punishes(words) or _is_a_measure(places, words, at),
        _SORT_OF_SANCTION,
    )
    taken = {key_of(places, fact) for fact in found}
    withdrawn = once_a_lid(places, _WITHDRAW, lambda words, at: _withdraws(places, words, at), None)
    ordered = once_a_lid(places, _ORDER, lambda words, at: _orders(places, words, at), None)
    known = taken | {key_of(places, fact) for fact in withdrawn}
    found += [
        replace(fact, at=_with_cause(places, fact.at), value="last")
        for fact in ordered
        if key_of(places, fact) not in known
    ]
    for fact in withdrawn:
        if key_of(places, fact) not in taken:
            found.append(replace(fact, at=_with_breach(places, fact.at), value="intrekking"))
    return sorted(found, key=lambda fact: fact.at.start)


def _with_cause(places: Places, at: Passage) -> Passage:
    """Return an order together with the sentences before it, which tell the breach."""
    if not _FORBIDS.match(places.text[at.start : at.end]):
        return at
    return replace(at, start=places.provisions[places.index(at.start)].start)


def _with_breach(places: Places, at: Passage) -> Passage:
    """Return the words that announce a list together with the list: it names the breaches."""
    if not _LISTS.search(places.text[at.start : at.end]):
        return at
    provision = places.provisions[places.index(at.start)]
    return replace(at, end=provision.start + len(places.lid_words(places.index(at.start))))


_SORT_OF_SANCTION = re2.compile(
    r"\b(?P<value>bestuurlijke boete|last onder bestuursdwang|last onder dwangsom|bestuursdwang"
    r"|dwangsom|geldboete|boete"
    r"|economische? delict|strafbaar feit|strafbare feiten|hechtenis|gevangenisstraf|tucht\w+)"
)


def _punishes(words: str) -> bool:
    if _ON_SUSPICION.search(words) or _NO_PENAL.search(words):
        return False
    if _FINABLE.search(words):
        return True
    if _AMOUNT.search(words) and not _NO_AMOUNT.search(words):
        return True
    if _IMPOSES.search(words):
        return True
    if _FINES.search(words):
        return not _NO_FINE.search(words)
    if not _PUNISHABLE.search(words):
        return False
    return bool(_PENAL_ALWAYS.search(words)) or not _NO_SANCTION.search(words)


def _is_a_measure(places: Places, words: str, index: int) -> bool:
    """Whether an onderdeel is one of the disciplinary measures that a lid sums up."""
    return _MEASURE.match(words) is not None and bool(_MEASURES_ARE.search(places.stem(index)))


def _orders(places: Places, words: str, index: int) -> bool:
    """Whether an order is given because of a breach, named there or earlier in the lid."""
    if _FORBIDS.match(words):
        return _BREACH.search(places.lid_words(index)) is not None
    return _ORDERS.search(words) is not None and _BREACH.search(words) is not None


def _is_on_breach(places: Places, index: int) -> bool:
    """Whether an onderdeel stands under words that name a breach."""
    for before in range(index - 1, max(-1, index - _FURTHEST), -1):
        if places.lid_key(before) != places.lid_key(index):
            return False
        words = places.words(before)
        if _LISTS.search(words):
            return _BREACH.search(words) is not None
    return False


def _withdraws(places: Places, words: str, index: int) -> bool:
    if _REFUSES.search(words) and _BREACH.search(words):
        return True
    if _WITHDRAWING.match(words):
        return _LICENCE.search(words) is not None and _is_on_breach(places, index)
    if not _WITHDRAWS.search(words) or not _LICENCE.search(words):
        return False
    if _WITHDRAWN.search(words) or _BY_PRIVATE.match(words):
        return False
    said = places.lid_words(index) if _LISTS.search(words) else words
    return _BREACH.search(said) is not None
