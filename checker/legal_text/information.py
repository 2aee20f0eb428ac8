"""Whether a duty is about information: to give, keep, register, report, show or label it."""

import re2

from checker.models.text_facts import Modality


def _pattern(text: str) -> "re2._Regexp[bytes]":
    """Compile for bytes: on text each search counts the letters before what it finds."""
    return re2.compile(text.encode())


_INFORMATION = _pattern(
    r"(?i)\b(?:meldt|melden|gemeld|aangemeld|melding(?:en)?|vermeld\w*|registr\w+|geregistreerd"
    r"|aanteken\w*"
    r"|aangetekend|bijgehouden|inlichting\w*|ingelicht|informeert|informeren|\w*informatie|toelichting"
    r"|geïnformeerd"
    r"|aangegeven|toegelicht|afzonderlijk opgenomen|opgenomen (?:in|op)|balans"
    r"|gegevens?|opgaven?|opgegeven|ingevuld|aangifte|mededeling\w*|medegedeeld|meegedeeld"
    r"|kennisgeving\w*|kennisgegeven|(?:in|ter) kennis|op de hoogte"
    r"|\w*rapport\w*|verslag\w*"
    r"|documenteert|beschrijft|bijsluiter|burgerservicenummer|(?:uit)?gesplitst|balans\w*"
    r"|protocol|in te lichten|aankondiging|beschrijving|omschrijving|overgelegd|overlegt"
    r"|te overleggen|legt\b[^.;]{1,60}\bover|ingediend|indienen|indient|\w*aanvraag|\w*aanvragen"
    r"|afschrift\w*"
    r"|register|administratie|boekhouding|bescheiden|bewijsstuk\w*|ondertekend|ondertekent|gedagtekend"
    r"|verklaring\w*|vastgelegd|schriftelijk vast|etiket\w*|opschrift\w*|aanduiding\w*|gemerkt"
    r"|merk|merkteken\w*|leesbaar|\w*formulier|aangevraagd"
    r"|geeft aan (?:te|dat|welke|hoe|of)|document\w*|toont|tonen|aantonen|aangetoond|getoond|inzage"
    r"|bekend\s?gemaakt"
    r"|gepubliceerd|publiceert|deelt\b[^.;]{1,90}\bmede?|jaarrekening|logboek|journaal|waarschuwt"
    r"|kenbaar|declaratie|factuur|cijfers|geïdentificeerd|doet[^.;]{1,20}\bblijken|in het bezit van"
    r"|verstrekt aan|beschikbaar gesteld|gevoegd|bevestigd|zendt\b[^.;]{1,60}\b(?:plan|lijst"
    r"|stukken)"
    r"|nummer|identificatienummer|zendt|verstrekt|verstrekken|toegezonden|overzichtslijst|opgesteld"
    r"|bericht|nota|\w+cijfers)\b",
)
_CERTAINLY = _pattern(
    r"(?i)\b(?:bevat|bevatten|vermeldt|vermelden|vermeld|meldt|gemeld|registreert"
    r"|geregistreerd|ingediend"
    r"|toegezonden|overgelegd|informeert|rapporteert|verslag|verslagen|mededeling|opgave|aangifte"
    r"|identificatienummer|nummer|inlichtingen|overzichtslijst|schriftelijk vast|melding"
    r"|op de hoogte|ondertekent|aantonen|aangetoond)\b"
    r"|\btoont\b[^.;]{1,90}\baan\b|\bdient\b[^.;]{1,60}\bin\b(?: |$)"
    r"|\bgeeft\b[^.;]{1,60}\bop\b(?: |$)|\bstelt\b[^.;]{1,60}\b(?:jaarrekening|verslag)\b"
    r"|\b(?:verstrekt|verstrekken|zendt|zenden)\b"
    r"|\bdeelt\b[^.;]{1,120}\bmede?\b",
)
_SUBSTANTIVE = _pattern(
    r"(?i)\b(?:medewerking|geheimhouding|betalen|betaald|betaalt|verschuldigd|raadpleegt"
    r"|handelt|handelen"
    r"|achterhaalt|trekt|overlegt met|rekening gehouden|gebruikt het|kennis wordt genomen"
    r"|beveilig\w+"
    r"|zorg voor de (?:[a-z]+ )?(?:inname|uitvoering|naleving|veiligheid|inrichting"
    r"|verwijdering)|toegang|onderzoekt|controleert|(?:wordt|worden) toegepast)\b"
    r"|\bstelt\b[^.;]{0,70}\b(?:vast|op)\b",
)
_NOT_AT_ALL = _pattern(
    r"(?i)\b(?:medewerking|geheimhouding|achterhaalt|nummerregister|betalen"
    r"|deze verzekerde)\b"
)
REACH = 170
_FIRST = 110
"""What a duty is about is said within so many characters; what it is not, sooner."""


_OF_BAN = _pattern(r"(?i)\b(?:geregistreerd|registreren|ingediend|gemeld|aangemeld|vermeld)\b")


def asks_information(quote: str, modality: Modality) -> bool:
    """Whether a duty or ban is about information; what forbids or permits an act is not."""
    if modality is Modality.BAN:
        return _OF_BAN.search(_bytes(quote[:_FIRST])) is not None
    return modality is Modality.DUTY and is_information(quote)


def is_information(quote: str) -> bool:
    """Whether the words of a duty ask for information.

    Args:
        quote: the duty, from its addressee or verb on.
    """
    if not _INFORMATION.search(_bytes(quote[:REACH])):
        return False
    first = _bytes(quote[:_FIRST])
    if _CERTAINLY.search(first):
        return not _NOT_AT_ALL.search(first)
    return not _SUBSTANTIVE.search(first)


def _bytes(quote: str) -> bytes:
    return quote.encode(errors="surrogatepass")
