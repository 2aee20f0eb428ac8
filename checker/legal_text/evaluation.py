"""Provisions by which the regulation itself is evaluated or reported on."""

from checker.legal_text.needles import Needles
from checker.legal_text.per_lid import key_of, once_a_lid
from checker.legal_text.places import Places
from checker.models.linear import re2
from checker.models.text_facts import Fact

_REPORTS = Needles("onitor", "valu", "oeltreffendheid", "erslag ")
_OWN = (
    r"(?:deze|dit)\s(?:wet|rijkswet|besluit|regeling|verordening|beleidsregels?|wijzigings\w+"
    r"|wijziging(?:en)?|artikel(?:en)?"
    r"|hoofdstuk|paragraaf|afdeling|titel|onderdeel|reglement|circulaire|aanwijzing|richtlijn"
    r"|bepaling(?:en)?|regels"
    r"|experiment|maatregel(?:en)?|rijkswet|convenant|protocol|overeenkomst)\b"
)
_EVALUATES = re2.compile(
    r"(?i)\b(?:zendt|zenden|brengt|brengen|doet|doen|biedt|onderzoekt|ontvangt|rapporteert"
    r"|stelt)\b.*\bverslag\b.*"
    rf"\b(?:doeltreffendheid|effecten|werking|uitvoering|toepassing)\b.*?\bvan\b.{{0,80}}?(?:{_OWN}"
    r"|\bartikel|hoofdstuk"
    r"|afdeling|paragraaf|het bij of krachtens)"
    rf"|\b(?:zendt|brengt|doet|onderzoekt|verslag)\b.*\bdoeltreffendheid\b.*?(?:{_OWN}"
    r"|\bin de praktijk\b)"
    rf"|\bmonitort\b.{{0,60}}\b(?:effecten|werking|doeltreffendheid)\b.{{0,80}}?{_OWN}"
    r"|\b[Mm]inister\b.{0,80}\bstelt\b.{0,60}\been evaluatie op\b"
    rf"|{_OWN}.*\b(?:geëvalueerd|geevalueerd)\b"
    rf"|\b(?:wordt|worden) (?:\w+ ){{0,4}}{_OWN}.*\b(?:geëvalueerd|geevalueerd)\b"
    rf"|\b(?:evalueert|evalueren)\b.{{0,120}}?{_OWN}"
    r"|\b(?:zorg voor|plaats|verricht|voert|houdt"
    rf"|uitgevoerd)\b.{{0,60}}\bevaluatie van .{{0,60}}?{_OWN}"
    rf"|\bevaluatie van .{{0,60}}?{_OWN}.{{0,80}}\b(?:plaats|uitgevoerd|verricht|gehouden)\b"
)
_NO_EVALUATION = re2.compile(
    r"\beffecten van de (?:verstrekte )?subsid\w+|\bartikel 4:24\b|\bbedoeld in artikel 39 van de K"
    r"|\bmedewerking\b|\bwerkt mee\b"
    r"|\b(?:naar aanleiding van|in verband met|inzake|ten behoeve van) de evaluatie\b"
    r"|^In dit\b.*\bverstaan|^Indien\b"
    r"|\b(?:producent|subsidieontvanger|raad van toezicht)\b"
)


_AGAIN_NEEDLES = Needles("erslag, bedoeld in ", "erslag als bedoeld in ", "erslag, als bedoeld in ")
_AGAIN = re2.compile(
    r"\b(?:opnieuw|wederom|nogmaals|vervolgens|daarna|nadien|ook)\b[^;]{0,90}?\bverslag,? (?:als )?"
    r"bedoeld in het (?:eerste|tweede|derde|vierde) lid"
)
"""In an article on evaluation: it is done once more."""


def find_evaluation(places: Places) -> list[Fact]:
    """Return the provisions by which the regulation itself is evaluated or reported on."""
    found = once_a_lid(places, _REPORTS, lambda words, _: _evaluates(words), None)
    taken = {key_of(places, fact) for fact in found}
    articles = {_article(places, places.index(fact.at.start)) for fact in found} - {(None, None)}
    again = once_a_lid(
        places,
        _AGAIN_NEEDLES,
        lambda words, at: _article(places, at) in articles and _AGAIN.search(words) is not None,
        None,
    )
    found += [fact for fact in again if key_of(places, fact) not in taken]
    return sorted(found, key=lambda fact: fact.at.start)


def _article(places: Places, index: int) -> tuple[str | None, str | None]:
    at = places.provisions[index]
    return at.article, at.inserted_article


def _evaluates(words: str) -> bool:
    return _EVALUATES.search(words) is not None and not _NO_EVALUATION.search(words)
