"""Provisions that leave further rules to a lower level."""

import re

from checker.legal_text.needles import Needles
from checker.legal_text.per_lid import key_of, once_a_lid
from checker.legal_text.places import Places
from checker.models.linear import re2
from checker.models.text_facts import Fact

_MEASURES = Needles(
    " maatregel",
    "inisteriële regeling",
    "inisteriele regeling",
    "egeling van ",
    "egeling door ",
    "erordening",
    "amvb",
    "andsbesluit",
)
_BY_MEASURE = re.compile(
    r"\b(?:[Bb]ij|[Kk]rachtens|[Ii]ngevolge) (?:of (?:krachtens|bij) |en krachtens )?(?:een |de in "
    r"|in |(?:wet|rijkswet) of )?"
    r"(?:(?:algemee?ne?n? maatregel(?:en)? van (?:rijks)?bestuur|amvb|AMvB"
    r"|ministeri[eë]le regeling(?:en)?"
    r"|(?:gezamenlijke )?regeling van (?:Onze|Ons|de [Mm]inister|de [Ss]taatssecretaris)"
    r"|regeling door (?:Onze|de) [Mm]inisters?|(?:lands|eilands)besluit,? houdende algemene"
    r" maatregelen"
    r"|(?:provinciale |gemeentelijke |nadere |waterschaps)?verordening(?: of [a-z]+)?(?= \b(?:kan"
    r"|kunnen|worden|wordt|regels"
    r"|vast|nadere|bepalen|gestelde|te stellen|aan|maatregel van bestuur|het bedrag|een|te bepalen"
    r"|vast te stellen|aan te wijzen|vastgesteld"
    r"|bepaald|aangewezen|de|het)\b))\b)"
    r"(?P<after>,? (?:als )?(?:bedoeld|genoemd) in (?!(?:het"
    r"|dit) (?:\w+ )?lid)(?:de )?artikel(?:[^;.]|\.\d){0,80}?"
    r" van (?:de|het|die|dat) (?:[A-Z]\w+|wet|besluit)|,? ter uitvoering van"
    r"|, bedoeld in artikel \d+\w*(?:, \w+ lid)?,(?! (?:kan|kunnen|worden|wordt)\b))?"
)
_NOT_LEFT = re.compile(r"Bij ministeri[eë]le regeling (?:zijn|is)\b|.*\bzul(?:len|t)? nog bij\b")
"""What a measure has done already, or what a letter only announces."""
_SAID_MEASURE = re2.compile(
    r"^De (?:in [^,;:]{0,60} bedoelde )?(?:algemene maatregel van (?:rijks)?bestuur|ministeriële"
    r" regeling)(?:, bedoeld in [^;:]{0,60},)? (?:bepaalt|regelt|stelt|voorziet|wijst)\b|"
    r"^Bij (?:of krachtens )?(?:de|die|deze) (?:algemene )?(?:maatregel|ministeriële regeling|amvb"
    r"|regeling)\b[^;:]*?\b(?:kan|kunnen|wordt|worden)\b|"
    r"\b(?:[Bb]ij|[Kk]rachtens|[Ii]n) (?:of krachtens )?(?:de|die|deze|een) (?:algemene "
    r"|in [^,;]{0,60} bedoelde )?"
    r"(?:ministeriële |algemene )?(?:maatregel|regeling|amvb)(?: van (?:rijks)?bestuur)?\b"
    r"[^;:]*?\b(?:kan|kunnen|wordt|worden)\b[^;]*?\b(?:regels|bepaald|gesteld|gemaakt|afgeweken"
    r"|aangewezen"
    r"|vastgesteld|geregeld|gegeven|voorzien|opgenomen|eisen|voorschriften|nadere|onderscheid"
    r"|betrekking)\b"
)
_BY_ORDINANCE = re2.compile(
    r"\b(?:[Bb]ij|[Ii]n) (?:de|een|die)(?: [^;:]{0,120})? \w*verordening\b[^;:]{0,60}\b(?:kan"
    r"|kunnen"
    r"|wordt|worden)\b[^;:]*?\b(?:regels|bepaald|aangewezen|gesteld|gegeven)\b"
    r"|\bkan\b[^;:]{0,60}\b(?:in de|een) \w+verordening (?:bepalen|vaststellen)\b"
    r"|\b(?:kan|kunnen)\b[^;:]{0,60}?\bbij (?:[a-z]+ )?verordening\b[^;:]*?\b(?:bepalen|vaststellen"
    r"|aanwijzen|regelen|regels stellen|afwijken|verbieden)\b"
    r"|^De verordening kan\b|\bkan de verordening (?:bepalen|voorzien|regelen)\b"
)
_RULES = Needles(
    "egels",
    "egelen",
    "oorschriften",
    " eisen",
    "epalingen",
    "e regeling, ",
    "overgelaten de ",
    "regeling kan",
    "erordeningen",
    "glement vaststellen",
    " tarie",
    "nadere richtlijnen",
    " bepalen welke gegevens",
    " bepalen aan welke ",
    " nader bepalen",
    "rtoe kunnen",
)
_AUTHORITY = re2.compile(
    r"\b(?:[Oo]nzen? (?:voornoemden? )?[Mm]inisters?|[Ww]ij|DNB|ACM"
    r"|[Dd]e (?:[Mm]inisters?|[Ss]taatssecretaris|[Rr]aad|[Nn]ederlandsche [Bb]ank|[Aa]utoriteit"
    r"|AFM"
    r"|NZa|zorgautoriteit|toezichthouder|[Cc]ommissie|voorzitter|[Dd]ienst|directeur|gemeenteraad"
    r"|bestuursraad|[Hh]oofdingenieur|[Dd]irectie|[Ii]nspect\w+|RDW|[Vv]erenigingsraad|ledenraad)"
    r"|[Pp]rovinciale [Ss]taten|[Gg]edeputeerde [Ss]taten|[Bb]urgemeester en [Ww]ethouders"
    r"|[Hh]et (?:[Bb]estuur|[Cc]ollege|(?:[Dd]agelijks|algemeen) [Bb]estuur|[Pp]roductschap|UWV"
    r"|Uitvoeringsinstituut|bevoegde? gezag|Commissariaat|Praesidium|CBR|hoofdproductschap"
    r"|bedrijfschap|Zorginstituut|hoofdbestuur|\w*fonds))\b"
)
_MAY_HOLD = re2.compile(
    r"^(?:De (?:(?:(?:bij|in|krachtens|op grond van|ingevolge)\b[^;:]*? (?:bedoelde|te geven"
    r"|gegeven"
    r"|te stellen|gestelde|genoemde) )?(?:nadere )?(?:regels|regelen|eisen|voorschriften|maatregel"
    r"|regeling))|(?:Regels|Regelen|Voorschriften|Eisen),? (?:als )?bedoeld in)\b[^;:]*?"
    r"\b(?:kunnen|kan|hebben|heeft)\b[^;:]*?\b(?:betrekking hebben op|betrekking op|verschillen"
    r"|onderscheid|verschillend)\b"
    r"|^In (?:de|een) [a-z-]+ worden (?:\w+ )?(?:regels|regelen|voorschriften) (?:gesteld"
    r"|gegeven)\b"
    r"|^De (?:regeling|maatregel|verordening|algemene maatregel van bestuur|ministeriële regeling),"
    r" bedoeld in [^;:]+?, (?:bevat|bepaalt|voorziet|geeft|stelt)\b"
    r"|^In de (?:regels|regeling|regelen), bedoeld in [^;:]+?, (?:wordt|worden|kan|kunnen)\b"
    r"|^(?:Hiertoe|Daartoe|Tot (?:de|deze|die) (?:regels|regelen|voorschriften)) kunnen"
    r" (?:onder meer |mede )?behoren\b"
    r"|^Een algemene maatregel van bestuur, waarbij\b[^;]*, kan\b"
    r"|^In (?:zodanige|die) (?:regels|regelen|regeling)\b[^;:]*\b(?:kan|kunnen)\b"
    r"|^Verordeningen\b[^;]*\bhouden\b[^;]*\bin\b"
)
"""What a measure already provided for may hold."""
_HOLDS_FROM = (
    "De ",
    "Een ",
    "In ",
    "Verordeningen ",
    "Rege",
    "Voorschriften",
    "Eisen",
    "Hiertoe",
    "Daartoe",
    "Tot d",
)
"""With what such a sentence begins."""
_SETTLES = re2.compile(
    r"@[^;:]*? stelt de (?:regels|eisen|voorschriften)\b[^;:]*?\bvast\b|\b(?:is|wordt) overgelaten"
    r" de (?:nadere )?regeling\b"
)
_SETTLE_WORDS = (" stelt de ", "overgelaten de ")
_LAYS_DOWN = (
    re2.compile(
        r"@[^;:]*?\b(?:kan|kunnen)\b[^;:]*?\b(?:eisen (?:van [^;:,]*? )?(?:stellen|vaststellen)"
        r"|nader"
        r" bepalen|bepalen (?:welke"
        r" gegevens"
        r"|aan welke (?:eisen|voorwaarden))|een \w*reglement vaststellen|voorschriften\b[^;:]*?"
        r"\b(?:vaststellen|geven|stellen) (?:omtrent|betreffende|over|inzake|met betrekking tot"
        r"|ten aanzien van))\b"
        r"|@[^;:]*? (?:is|zijn) (?:\w+ )?bevoegd\b[^;:]*?\b(?:(?:regels|regelen|nadere"
        r" voorschriften) te"
        r" (?:stellen|geven)|\w*voorschriften vast te stellen)\b"
        r"|@[^;:]*?\b(?:kan|kunnen|stelt|stellen|geeft|geven|is bevoegd|zijn"
        r" bevoegd)\b[^;:]*?\b(?:(?:nadere"
        r"|bijzondere|aanvullende|afwijkende|algemene|andere|technische) (?:voorschriften|eisen"
        r"|bepalingen)|regels|regelen)\b"
        r"|@[^;:]*? stelt de (?:regels|eisen|voorschriften)\b[^;:]*?\bvast\b"
        r"|\b(?:kan|kunnen|stelt|stellen|geeft|geven)\b (?:door )?@[^;:]*?\b(?:regels|regelen"
        r"|(?:nadere|bijzondere|aanvullende) (?:voorschriften|eisen|bepalingen))\b"
    ),
    re2.compile(
        r"\b[Dd]oor @[^;:.]*? (?:worden|kunnen)\b[^;:]*?\b(?:regels|regelen|voorschriften|eisen)\b"
        r"[^;:]*?\b(?:gesteld|gegeven|vastgesteld)\b"
        r"|\b(?:regels|regelen|voorschriften|eisen),? door @[^;:.]*? (?:te )?(?:gegeven|geven"
        r"|gesteld"
        r"|stellen|vastgesteld|vast te stellen)\b"
        r"|\bdoor @[^;:.]*? (?:vast te stellen|te bepalen) tarie(?:f|ven)\b"
        r"|\bdoor @[^;:.]*?\b(?:gestelde?|te stellen|vastgestelde?|vast te stellen|gegeven|te geven"
        r"|uitgevaardigde) (?:nadere |bijzondere |algemene )?(?:regels|regelen|eisen|voorschriften"
        r"|normen|bepalingen|richtlijnen)\b"
        r"|\b(?:kunnen|worden)\b[^;:]*? door @[^;:]*?\b(?:regels|regelen|voorschriften|eisen)\b"
        r"[^;:]*?\b(?:gesteld|gegeven|vastgesteld)\b"
    ),
    re2.compile(
        r"\b(?:kunnen|worden)\b[^;:]*?\b(?:nadere|bijzondere|aanvullende) (?:regels|regelen"
        r"|voorschriften|eisen|bepalingen)\b[^;:]*?\b(?:gesteld|gegeven|vastgesteld"
        r"|uitgevaardigd)\b"
        r"|\b(?:kan|kunnen|stelt|stellen|geeft|geven|is bevoegd|zijn bevoegd)\b[^;:]*\bnadere"
        r" (?:regels"
        r"|regelen|\w*voorschriften|eisen|richtlijnen|instructies)\b[^;]*\b(?:vast|stellen|geven"
        r"|te stellen|te geven|vaststellen|omtrent|over|inzake|ten aanzien|met betrekking|ter|voor"
        r"|aangaande)\b"
        r"|\bbestuursorgaan kan (?:nadere )?regels stellen\b"
        r"|\b(?:kan|kunnen)\b[^;:]*? algemene voorschriften (?:geven|vaststellen)\b"
        r"|^(?:Daarbij|Hierbij) (?:kunnen|worden) (?:\w+ )?(?:regels|regelen|voorschriften|eisen)\b"
        r"[^;:]*?\b(?:gesteld|gegeven)\b"
        r"|^voorschriften (?:geven|vaststellen) (?:omtrent|betreffende|over|inzake)\b"
        r"|\b[Nn]adere regel(?:s|en|ing)\b[^;:]*?\b(?:kunnen|kan|worden|wordt)\b[^;:]*?\b(?:gesteld"
        r"|gegeven|vastgesteld)\b"
    ),
)
"""Who lays down rules is @ in these."""
_NO_RULES = re2.compile(
    r"\bvoor ?zover\b[^,;]{0,60}\bniet anders bepaal(?:t|d)\b"
    r"|\bkan van (?:de )?(?:bij|krachtens)\b[^;]*\bontheffing\b|\bverbinden\b|\bverbonden\b|(?:^"
    r"|[^nf]) beleidsregels\b|\baanwijzingen (?:te )?geven\b|\bhet (?:[a-z]+ )?(?:wenselijk|nodig"
    r"|noodzakelijk) is\b"
    r"[^;]{0,20}\bregel|\b(?:gedrags|huis|spel)regels\b|\been huishoudelijk\b"
    r"|\b[Dd]e (?:nadere )?regels,? (?:be|ge)"
    r"|\bbij (?:de|een|die) (?:ontheffing|vergunning|vrijstelling|erkenning|toestemming|beschikking"
    r"|aanwijzing) (?:te geven|gegeven|te stellen|gestelde?) voorschriften\b"
)
_AGREED = re2.compile(
    r"\bvoordracht voor (?:een|de)\b[^;]*?\b(?:maatregel|besluit)\b|\bontwerp van (?:een|de)\b"
    r"|\bin de maatregel te regelen\b"
)


def find_delegations(places: Places) -> list[Fact]:
    """Return the provisions that leave further rules to a lower level; ``value`` is the level."""
    found = once_a_lid(places, _MEASURES, lambda words, _: _delegates(words), _LEVEL)
    taken = {key_of(places, fact) for fact in found}
    rules = once_a_lid(places, _RULES, lambda words, _: _lays_down(words), None)
    found += [fact for fact in rules if key_of(places, fact) not in taken]
    return sorted(found, key=lambda fact: fact.at.start)


_LEVEL = re2.compile(
    r"(?i)(?P<value>(?:bij of krachtens|krachtens"
    r"|bij) algemene maatregel(?:en)? van (?:rijks)?bestuur|ministeri[eë]le regeling"
    r"|regeling van Onze Ministers?|verordening)"
)


def _delegates(words: str) -> bool:
    for by in _BY_MEASURE.finditer(words):
        if not by["after"] and not _NOT_LEFT.match(words):
            return True
    said = _SAID_MEASURE.search(words) or (
        "erordening" in words
        and _BY_ORDINANCE.search(words) is not None
        and "in de zin van de verordening" not in words
    )
    return bool(said) and not _AGREED.search(words)


def _lays_down(words: str) -> bool:
    if words.startswith(_HOLDS_FROM) and _MAY_HOLD.search(words):
        return True
    marked = _AUTHORITY.sub("@", words)
    if any(word in words for word in _SETTLE_WORDS) and _SETTLES.search(marked):
        return True
    return any(form.search(marked) for form in _LAYS_DOWN) and not _NO_RULES.search(words)
