"""What the heading of a column says of it, in Dutch, English or German.

A heading is brought to plain lower-case words; the first pattern that is found in them decides.
The order is from the more particular to the more general: "total hours" before "hours".
"""

import re
import unicodedata
from dataclasses import dataclass

from checker.models.verification import Role, Scale


@dataclass(frozen=True)
class Heading:
    """What a heading says."""

    role: Role
    scale: Scale = Scale.ONE
    once: bool = False
    vague: bool = False
    """It may as well be of one action as of all: "costs", "hours"."""


_ALL = r"(?:totaal|totale|total|gesamt\w*|jaarlijkse|annual|yearly|aggregate|alle|all|som|sum)"
_EACH = (
    r"(?:per|pro|je|each|a) (?:\w+ )?(?:bedrijf|onderneming|firma|firm|business|company|respondent"
    r"|response|fall|actie|action|handeling|keer|geval|case|time|entity|entiteit|unternehmen"
    r"|werkgever|employer|vergunning|aanvraag|melding|item|submission|record|activity|stuk|unit)"
)
_TIME = r"(?:uur|uren|hours?|hrs?|stunden?|std|tijd\w*|time|zeitaufwand|zeit|manuren|burden hours?)"
_MINUTE = r"(?:minuten|minutes?|mins?)"
_MONEY = (
    r"(?:kosten|kost|costs?|bedrag\w*|lasten|regeldruk\w*|euro|eur|amounts?|betrag|aufwand"
    r"|erfullungsaufwand|burden|expenses?|uitgaven)"
)
_RATE = (
    r"(?:tarief|tarieven|uurtarief|uurloon|loonvoet|rates?|wages?|tariff|lohnsatz|stundensatz"
    r"|lohnkostensatz|lohn|salary)"
)
_EXTERNAL = (
    r"(?:extern\w*|outsourc\w*|uitbested\w*|ingehuurd\w*|inhuur|outside|contract\w*|consultants?"
    r"|adviseur|advies\w*|accountant)"
)
_BOUGHT = (
    r"(?:out of pocket\w*|aanschaf\w*|aankoop|aankopen|materiaal\w*|materiele|purchases?"
    r"|sachkosten|sachaufwand|material\w*|non labou?r|overige|investering\w*|acquisitions?"
    r"|equipment|capital)"
)
_COUNT = r"(?:aantal\w*|number|numbers|nbr|nr|no|anzahl|fallzahl|count|q|qty|quantity)"
_WHO = (
    r"(?:bedrijven|ondernemingen|respondents?|respondenten|population|populatie|entities|firms"
    r"|businesses|doelgroep|werkgevers|gevallen|fallzahl|falle|companies|employers)"
)
_ACTS = r"(?:responses|actions|handelingen|acties|submissions|meldingen|reports)"
_OFTEN = r"(?:frequentie|frequency|freq|haufigkeit|keer|maal|times)"
_A_YEAR = r"(?:per|pro|a) (?:jaar|year|jahr)"
_LABOUR = (
    r"(?:personalkosten|loonkosten|arbeidskosten|labou?r costs?|personeelskosten|tijdkosten"
    r"|interne kosten)"
)
_UNIT = (
    r"(?:unit cost|unit price|price|preis|prijs|eenheidskosten|stukkosten|kosten per eenheid"
    r"|stuckkosten)"
)
_WORD = (
    r"(?:naam|name|omschrijving|handeling|activiteit|verplichting|description|activity|obligation"
    r"|artikel|article|regeling|maatregel|vorgabe|bezeichnung|paragraph|section|requirement"
    r"|information collection|onderwerp|post|item|ic|cfr)"
)

_PATTERNS: tuple[tuple[str, Role, bool], ...] = (
    (r"^(?:n x f|n f|q)$", Role.RESPONSES, False),
    (r"\b(?:aantal|number|bedrijven) x (?:freq\w*|times|keer)", Role.RESPONSES, False),
    (r"^(?:nr|no|nummer|#)$", Role.NAME, False),
    (r"\b(?:business as usual|bau|bedrijfseigen|sowieso)\b", Role.USUAL, False),
    (r"^(?:f|freq\w*|frequentie|frequency|haufigkeit)\b", Role.FREQUENCY, False),
    (rf"\b{_ACTS} (?:per|each) (?!jaar|year|annum)", Role.FREQUENCY, False),
    (rf"\b{_OFTEN} {_A_YEAR}", Role.FREQUENCY, False),
    (r"\b(?:frequentie|frequency|haufigkeit|times a year)\b", Role.FREQUENCY, False),
    (rf"\b{_ALL}\b.*\b(?:{_ACTS}|aantallen|cases|falle)\b", Role.RESPONSES, False),
    (rf"\b{_COUNT} (?:of |van |der )?(?:{_ALL} )?{_ACTS}\b", Role.RESPONSES, False),
    (rf"^(?:annual )?{_ACTS}(?: per jaar)?$", Role.RESPONSES, False),
    (r"\b(?:share|aandeel|percentage|procent|anteil|pct|proportion|fraction)\b|^deel$",
     Role.SHARE, False),
    (r"\b(?:werk|arbeits|mens|person)?dagen\b|\bdays\b|\b(?:personen|arbeits)?tage\b",
     Role.DAYS, False),
    (rf"\b{_EXTERNAL}\b.*\b{_RATE}\b|\b{_RATE}\b.*\b{_EXTERNAL}\b", Role.EXTERNAL_RATE, False),
    (rf"\b{_EXTERNAL}\b.*\b{_TIME}\b|\b{_TIME}\b.*\b{_EXTERNAL}\b", Role.EXTERNAL_HOURS, False),
    (rf"\b{_RATE}\b|^r$|\b(?:euro|eur|kosten|costs?|per) (?:per |pro )?(?:uur|hour|stunde)$",
     Role.RATE, False),
    (rf"\b{_ALL}\b.*\b{_BOUGHT}\b", Role.TOTAL_PURCHASES, False),
    (rf"\b{_BOUGHT}\b", Role.PURCHASES, False),
    (rf"\b{_EXTERNAL}\b.*\b{_MONEY}\b|\b{_MONEY}\b.*\b{_EXTERNAL}\b", Role.PURCHASES, False),
    (rf"\b{_TIME}\b.*\b{_EACH}\b|\b{_EACH}\b.*\b{_TIME}\b", Role.HOURS, False),
    (rf"\b(?:gem|gemiddeld\w*|average|avg|mean)\b.*\b{_TIME}\b", Role.HOURS, False),
    (r"\bburden\b.*\bper (?:response|respondent)\b|\baverage burden\b", Role.HOURS, False),
    (rf"^p$|\b{_UNIT}\b", Role.UNIT_COST, False),
    (rf"\b{_MONEY}\b.*\b{_EACH}\b|\b{_EACH}\b.*\b{_MONEY}\b", Role.UNIT_COST, False),
    (rf"\b{_ALL}\b.*\b{_TIME}\b|\b{_TIME}\b.*\b{_ALL}\b", Role.TOTAL_HOURS, False),
    (r"\bburden hours\b|published hours|^h total$", Role.TOTAL_HOURS, False),
    (rf"\b{_LABOUR}\b", Role.LABOUR_COST, False),
    (rf"\b{_ALL}\b.*\b{_MONEY}\b|\b{_MONEY}\b.*\b{_ALL}\b", Role.TOTAL_COST, False),
    (r"^(?:total|totaal|gesamt|published|published total|gepubliceerd|summe|p x q|pxq|tc)$",
     Role.TOTAL_COST, False),
    (r"\b(?:administratieve lasten|nalevingskosten|compliance costs?)\b", Role.TOTAL_COST, False),
    (r"\b(?:regeldrukkosten|erfullungsaufwand)\b", Role.TOTAL_COST, False),
    (rf"^h$|\b{_TIME}\b|\b{_MINUTE}\b", Role.HOURS, True),
    (rf"\b{_COUNT}\b.*\b{_EACH}\b", Role.FREQUENCY, False),
    (rf"^n$|\b{_COUNT}\b|\b{_WHO}\b", Role.NUMBER, False),
    (rf"\b{_MONEY}\b", Role.TOTAL_COST, True),
    (r"^(?:eenmalig\w*|structureel\w*|one ?off|recurring|einmalig\w*|jahrlich\w*|once)\b",
     Role.TOTAL_COST, True),
    (r"\b(?:grootteklasse|grootte|size|klasse|omvang|category|categorie|type)\b", Role.SIZE, False),
    (rf"\b{_WORD}\b", Role.NAME, False),
)  # fmt: skip
"""Pattern, what the column then holds, and whether that is vague."""

_COMPILED = tuple((re.compile(pattern), role, vague) for pattern, role, vague in _PATTERNS)
_MINUTES = re.compile(rf"\b{_MINUTE}\b")
_PER_CENT = re.compile(r"%|\bprocent\b|\bpercentage\b|\bpct\b|\bper ?cent\b")
_MILLIONS = re.compile(r"\b(?:mln|miljoen\w*|millions?|mio|m eur|meur|eur m)\b")
_THOUSANDS = re.compile(
    r"\b(?:duizend\w*|thousands?|tsd|teur|k eur|keur|000)\b|x 1 ?000|1 000 euro"
)
_ONCE = re.compile(r"\b(?:eenmalig\w*|one off|once|einmalig\w*|initial|initiele|start ?up)\b")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?")
_PART = re.compile(
    r"\b(?:eenmalig\w*|structure\w*|one off|recurring|einmalig\w*|per jaar|per year|jaarlijks\w*"
    r"|annual|laag|midden|hoog|low|mid|high|jahrlich\w*|initial|initiele)\b"
)
_STRUCTURAL = re.compile(
    r"\b(?:structureel|structural|struc|str|e v|ev|later|volgende jaren|volljahr\w*)\b"
)


def heading(text: str) -> Heading | None:
    """Return what a heading says, or None where it says nothing that is known."""
    words = plain(text)
    if not words:
        return None
    if is_year(text):
        return Heading(Role.AMOUNT, _scale(words, Role.AMOUNT))
    for pattern, role, vague in _COMPILED:
        if pattern.search(words):
            once = bool(_ONCE.search(words))
            return Heading(role, _scale(words, role), once, vague)
    return None


def is_year(text: str) -> bool:
    """Whether a heading is a year, or stands for the years after."""
    words = plain(text)
    return bool(_YEAR.fullmatch(words) or _YEAR.fullmatch(words.partition(" ")[0])) or bool(
        _STRUCTURAL.fullmatch(words)
    )


def is_part(text: str) -> bool:
    """Whether a heading names one-off, recurring or yearly costs: a part of all of them."""
    return bool(_PART.search(plain(text)))


def plain(text: str) -> str:
    """Return ``text`` in lower case, without accents, punctuation and double spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("×", " x ").replace("ß", "ss"))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9%/ ]", " ", bare.replace("€", " euro ")).split())


def scale(text: str) -> Scale:
    """Return the unit that figures in money under ``text`` are in."""
    words = plain(text)
    if _MILLIONS.search(words):
        return Scale.MILLIONS
    return Scale.THOUSANDS if _THOUSANDS.search(words) else Scale.ONE


def _scale(words: str, role: Role) -> Scale:
    if role in _TIMES:
        return Scale.MINUTES if _MINUTES.search(words) else Scale.ONE
    if role in (Role.SHARE, Role.USUAL):
        return Scale.PER_CENT if _PER_CENT.search(words) else Scale.ONE
    return scale(words)


_TIMES = (Role.HOURS, Role.EXTERNAL_HOURS, Role.TOTAL_HOURS)
