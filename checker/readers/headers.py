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
    r"|occurrence|machine|werkgever|employer|vergunning|aanvraag|melding|item|submission|record"
    r"|activity|stuk|unit)"
)
_EACH_PERSON = (
    r"(?:per|pro|je|each) (?:\w+ )?(?:person|persoon|employee|worker|werknemer|medewerker"
    r"|mitarbeiter|fte)"
)
_TIME = (
    r"(?:uur|uren|hours?|hrs?|stunden?|std|tijd\w*|time|zeitaufwand|zeitbedarf|zeit|manuren"
    r"|burden hours?|arbeidsduur|werktijd|tijdsinzet)"
)
_MINUTE = r"(?:minuten|minutes?|mins?)"
_MONEY = (
    r"(?:kosten|kost|costs?|bedrag\w*|lasten|regeldruk\w*|euro|eur|gbp|usd|amounts?|betrag|aufwand"
    r"|erfullungsaufwand|burden|expenses?|uitgaven)"
)
_RATE = (
    r"(?:tarief|tarieven|\w*uurtarief|uurloon|uurkosten|uurprijs|loonvoet|rates?|wages?|tariff"
    r"|lohnsatz|stundensatz|lohnkostensatz|stundenlohn|lohn|salary|salaris|hourly \w+"
    r"|compensation|earnings|value of time|vot)"
)
_EXTERNAL = (
    r"(?:extern\w*|outsourc\w*|uitbested\w*|ingehuurd\w*|inhuur|outside|contract\w*|consultants?"
    r"|adviseur|advies\w*|accountant)"
)
_BOUGHT = (
    r"(?:oop|out of pocket\w*|aanschaf\w*|aankoop|aankopen|materiaal\w*|materiele|purchases?"
    r"|sachkosten|sachaufwand|material\w*|non labou?r|overige|investering\w*|acquisitions?"
    r"|equipment|capital)"
)
_COUNT = r"(?:aantal\w*|number|numbers|nbr|nr|no|anzahl|fallzahl|count|q|qty|quantity)"
_WHO = (
    r"(?:bedrijven|ondernemingen|respondents?|respondenten|population|populatie|entities|firms"
    r"|businesses|doelgroep|werkgevers|gevallen|fallzahl|falle|companies|employers|unternehmen"
    r"|norm\w*adressat\w*|adressat\w*|betriebe|cases|volume)"
)
_ACTS = r"(?:responses|actions|handelingen|acties|submissions|meldingen|reports|occurrences)"
_COUNTED = (
    r"(?:staff|employees|workers|persons|people|fte|machines|vehicles|sites|establishments|products"
    r"|customers|files|forms|contracts|medewerkers|werknemers|personen|personeelsleden|installaties"
    r"|voertuigen|vestigingen|locaties|producten|klanten|dossiers|formulieren|contracten)"
)
_INTERVAL = (
    r"(?:levensduur|gebruiksduur|afschrijvings?(?:termijn|duur)|lifetime|life span|useful life"
    r"|nutzungsdauer|lebensdauer|interval)"
)
_OFTEN = r"(?:frequentie|frequency|freq|haufigkeit|keer|keren|maal|times)"
_A_YEAR = r"(?:per|pro|a) (?:jaar|year|jahr)"
_EACH_YEAR = (
    rf"(?:\b(?:aantal|x|occurrences|perioden|anzahl|keren|number of times) {_A_YEAR}"
    r"|^keren$|\b(?:herhaling|turnus|periodizitat|periodiciteit)\b)"
)
_ON_TOP = r"(?:overhead|uplift|surcharge|fringe|opslag\w*|gemeinkosten\w*|multiplier)"
_NO_MONEY = r"^(?!.*\b(?:euro?|gbp|usd|costs?|kosten|per|each|administrative|regulatory)\b)"
"""The burden of American forms is hours; the administrative burden of European ones is money."""
_LASTS = r"(?:duur|duration|dauer|inzet|effort)"
_NOT_ON_TOP = (
    r"^(?!.*\b(?:hourly|uur|hour|loaded|incl\w*|euro?|material|materiaal|kosten|costs?)\b)"
)
_PARTLY = r"\b(?:aandeel|share|anteil|percentage|part)\b"
_WITHIN = (
    r"(?:(?:compliance|take up|uptake|adoption|participation) rate|nalevings?(?:percentage|graad)"
    r"|^(?:compliance|naleving|uptake|take up)(?: %)?$)"
)
_LABOUR = (
    r"(?:personalkosten|loonkosten|arbeidskosten|(?:labou?r|wage|staff) costs?|personeelskosten"
    r"|tijdkosten|interne kosten|lohnkosten|arbeitskosten)"
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
    (r"\b(?:business as usual|bau|bedrijfseigen|sowieso)\b", Role.USUAL, False),
    (r"%.*\b(?:totaal|totale|total|gesamt\w*)\b|\b(?:totaal|total)\b.*%", Role.OTHER, False),
    (rf"{_PARTLY}.*\b(?:totaal|totale|total|gesamt\w*|{_MONEY})\b", Role.OTHER, False),
    (r"\b(?:van|of) (?:het |the )?(?:totaal|total)\b", Role.OTHER, False),
    (rf"{_WITHIN}|%.*\b(?:geraakt|betroffen|affected)|\bbetroffen\b.*%", Role.SHARE, False),
    (r"^%", Role.SHARE, False),
    (rf"{_NOT_ON_TOP}.*\b{_ON_TOP}\b", Role.SURCHARGE, False),
    (_EACH_YEAR, Role.FREQUENCY, False),
    (r"\b(?:aantal|number|bedrijven) x (?:freq\w*|times|keer)", Role.RESPONSES, False),
    (r"^(?:nr|no|nummer|#)$", Role.NAME, False),
    (r"^(?:f|freq\w*|frequentie|frequency|haufigkeit)\b", Role.FREQUENCY, False),
    (rf"\b{_ACTS} (?:per|each) (?!jaar|year|annum)", Role.FREQUENCY, False),
    (rf"\b{_OFTEN} {_A_YEAR}", Role.FREQUENCY, False),
    (rf"\b{_COUNTED} {_EACH}|\b{_INTERVAL}\b", Role.FREQUENCY, False),
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
    (rf"\b{_ALL}\b.*\b{_LABOUR}\b|\b{_LABOUR}\b.*\b{_ALL}\b", Role.LABOUR_COST, False),
    (rf"\b(?:{_MONEY}|{_LABOUR}) (?:per|pro|je|an|a) (?:u|h|hr|uur|hour|stunde|std)\b",
     Role.RATE, False),
    (rf"\b{_RATE}\b|^r$|\b{_MONEY} (?:u|h|hr|uur|hour|stunde)$", Role.RATE, False),
    (r"^per (?:uur|hour|stunde)$|\bdagtarief\b", Role.RATE, False),
    (rf"\b{_ALL}\b.*\b{_BOUGHT}\b|\b{_BOUGHT}\b.*\b{_ALL}\b", Role.TOTAL_PURCHASES, False),
    (rf"\b{_BOUGHT}\b", Role.PURCHASES, False),
    (rf"\b{_EXTERNAL}\b.*\b{_MONEY}\b|\b{_MONEY}\b.*\b{_EXTERNAL}\b", Role.PURCHASES, False),
    (rf"\b{_MONEY}\b.*\b{_EACH_PERSON}\b", Role.OTHER, False),
    (rf"\b{_EACH}\b.*\b{_MINUTE}\b", Role.HOURS, False),
    (rf"\b(?:{_TIME}|{_MINUTE})\b.*\b{_EACH_PERSON}\b", Role.HOURS, False),
    (rf"\b{_TIME}\b.*\b{_EACH}\b|\b{_EACH}\b.*\b{_TIME}\b", Role.HOURS, False),
    (rf"\b(?:gem|gemiddeld\w*|average|avg|mean)\b.*\b{_TIME}\b", Role.HOURS, False),
    (r"\bburden\b.*\bper (?:response|respondent)\b|\baverage burden\b", Role.HOURS, False),
    (rf"^p(?: t x \w+)?$|\b{_UNIT}\b", Role.UNIT_COST, False),
    (rf"{_NO_MONEY}.*\bburden\b|\bgesamtstunden\b", Role.TOTAL_HOURS, False),
    (rf"\b{_MONEY}\b.*\b{_EACH}\b|\b{_EACH}\b.*\b{_MONEY}\b", Role.UNIT_COST, False),
    (rf"\b{_ALL}\b.*\b{_TIME}\b|\b{_TIME}\b.*\b{_ALL}\b", Role.TOTAL_HOURS, False),
    (r"\bburden hours\b|published hours|^h total$", Role.TOTAL_HOURS, False),
    (rf"\b{_LABOUR}\b", Role.LABOUR_COST, False),
    (rf"\b{_ALL}\b.*\b{_MONEY}\b|\b{_MONEY}\b.*\b{_ALL}\b", Role.TOTAL_COST, False),
    (r"^(?:total|totaal|gesamt|published|published total|gepubliceerd|summe|p x q|pxq|tc)$",
     Role.TOTAL_COST, False),
    (r"\b(?:administratieve lasten|nalevingskosten|compliance costs?)\b", Role.TOTAL_COST, False),
    (r"\b(?:regeldrukkosten|erfullungsaufwand)\b", Role.TOTAL_COST, False),
    (rf"^{_MONEY} (?:voor |of |for )?{_WHO}$|^respondent costs?$", Role.TOTAL_COST, True),
    (rf"^[ht]$|\b{_TIME}\b|\b{_MINUTE}\b|\b\w+(?:uren|zeit)$", Role.HOURS, True),
    (rf"^{_LASTS}(?: {_MINUTE})?$", Role.HOURS, True),
    (rf"\b{_COUNT}\b.*\b{_EACH}\b", Role.FREQUENCY, False),
    (rf"^n$|\b{_COUNT}\b|\b{_WHO}\b", Role.NUMBER, False),
    (rf"\b{_MONEY}\b|\b\w+(?:kosten|lasten)\b", Role.TOTAL_COST, True),
    (r"^(?:eenmalig\w*|structureel\w*|one ?off|recurring|einmalig\w*|jahrlich\w*|once)\b",
     Role.TOTAL_COST, True),
    (r"\bgesamtkosten\b|\btotaalbedrag\b|\b(?:totaal|total)\b", Role.TOTAL_COST, False),
    (r"\b(?:grootteklasse|grootte|size|klasse|omvang|category|categorie|type)\b", Role.SIZE, False),
    (rf"\b{_WORD}\b", Role.NAME, False),
)  # fmt: skip
"""Pattern, what the column then holds, and whether that is vague."""

_COMPILED = tuple((re.compile(pattern), role, vague) for pattern, role, vague in _PATTERNS)
_MINUTES = re.compile(rf"\b{_MINUTE}\b")
_PER_CENT = re.compile(r"%|\bprocent\b|\bpercentage\b|\bpct\b|\bper ?cent\b")
_MILLIONS = re.compile(
    r"\b(?:mln|miljoen\w*|milj|millions?|millionen|mio|meur|mm|m (?:euro?|gbp|usd)"
    r"|(?:euro?|gbp|usd) m|000 000)\b"
)
_THOUSANDS = re.compile(
    r"\b(?:duizend\w*|dzd|thousands?|tsd|teur|keur|[kt] (?:euro?|gbp|usd)|000s?"
    r"|(?:euro?|gbp|usd) k)\b|\b(?:x|euro?|gbp|usd) 1 ?000\b|\b1 ?000 (?:euro?|gbp|usd)\b"
)
_BILLIONS = re.compile(r"\b(?:mld|miljard\w*|milliard\w*|mrd|bn|billions?)\b")
_ONCE = re.compile(r"\b(?:eenmalig\w*|one off|once|einmalig\w*|initial|initiele|start ?up)\b")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?")
_PART = re.compile(
    r"\b(?:eenmalig\w*|structure\w*|one off|recurring|einmalig\w*|per jaar|per year|jaarlijks\w*"
    r"|annual|laag|midden|hoog|low|mid|high|jahrlich\w*|initial|initiele)\b"
)
_UNITS = frozenset(
    re.findall(
        r"\S+",
        "euro eur gbp usd per in x 1 000 % procent uur uren u h hour hours hr hrs min mins minuten"
        " minutes jaar year jahr stunden aantal number anzahl n stuks mln miljoen million mio"
        " duizend thousand tsd k m bedrijven firms",
    )
)
_A_DAY = re.compile(r"\b(?:per|pro|a) (?:dag|day|tag)\b|\bdagtarief\b|\bdaily\b|\btagessatz\b")
_A_YEAR_IN = re.compile(r"\b(?:19|20)\d\d\b")
_GROUPS = {
    name: re.compile(rf"\b(?:{words})\b")
    for name, words in (
        ("micro", r"micro\w*|zzp\w*|kleinst\w*"),
        ("small", r"kleine?|small|kleinbedrijf|kleinbedrijven"),
        ("medium", r"middel\w*|medium|midden\w*|mittler\w*|mittel"),
        ("large", r"groot|grote|large|grootbedrijf|grossen?|grosse"),
        ("low", r"laag|lage|low|minimaal|minimum|min(?= scenario|$)"),
        ("high", r"hoog|hoge|high|maximaal|maximum|max(?= scenario|$)"),
        ("before", r"huidig\w*|oude?|current|before|bestaand\w*|vorher|bisher\w*|existing"),
        ("after", r"nieuwe?|proposed|after|voorgesteld\w*|nachher|kunftig\w*"),
        ("once", r"eenmalig\w*|one off|einmalig\w*|initial"),
        ("yearly", r"structure\w*|recurring|ongoing|wiederkehrend\w*|jaarlijks\w*|annual\w*"),
    )
}
"""What stands in headings of columns that belong together."""
_STRUCTURAL = re.compile(
    r"\b(?:structureel|structural|struc|str|e v|ev|later|volgende jaren|volljahr\w*)\b"
)


def heading(text: str) -> Heading | None:
    """Return what a heading says, or None where it says nothing that is known."""
    if len(text) > _LONGEST:
        return None
    text = _LABEL.sub("", text)
    words = _LEAST_OR_MOST.sub(r"\1 \2imum", plain(text))
    if not words or _BY_A_CONSTANT.search(text):
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


def is_structural(text: str) -> bool:
    """Whether a heading stands for every later year."""
    return bool(_STRUCTURAL.fullmatch(plain(text)))


def counts(text: str) -> bool:
    """Whether a heading says that figures stand below it, not who is meant."""
    return bool(re.search(rf"\b{_COUNT}\b", plain(text)))


def is_interval(text: str) -> bool:
    """Whether a heading stands above years in between, not above times a year."""
    return bool(re.search(rf"\b{_INTERVAL}\b", plain(text)))


def is_unit(text: str) -> bool:
    """Whether a text below a heading only says what it is in."""
    words = plain(text).split()
    return text.strip("() ") == "#" or (bool(words) and set(words) <= _UNITS)


def is_a_day(text: str) -> bool:
    """Whether a heading says that a rate is for a day."""
    return bool(_A_DAY.search(plain(text)))


def is_for_a_year(text: str) -> bool:
    """Whether a heading says that time is what one firm spends in a year."""
    words = plain(text)
    return bool(re.search(rf"\b{_EACH}\b.*\b{_A_YEAR}\b", words))


def group(text: str) -> str | None:
    """Return for which part of the firms, which estimate, or which year a heading is."""
    words = plain(text)
    found = next((name for name, pattern in _GROUPS.items() if pattern.search(words)), None)
    years = _A_YEAR_IN.findall(words)
    return found or (years[0] if len(years) == 1 else None)


def is_part(text: str) -> bool:
    """Whether a heading names one-off, recurring or yearly costs: a part of all of them."""
    return bool(_PART.search(plain(text)))


def counts_persons(text: str) -> bool:
    """Whether a heading stands above numbers of working persons."""
    return bool(_PERSONS.search(plain(text)))


def is_each_person(text: str) -> bool:
    """Whether a heading stands above what one working person costs or spends."""
    return bool(re.search(rf"\b{_EACH_PERSON}\b", plain(text)))


def is_each_firm(text: str) -> bool:
    """Whether a heading stands above what one firm spends, however often it acts."""
    return bool(_EACH_FIRM.search(plain(text)))


def is_average(text: str) -> bool:
    """Whether a row holds the mean of those above it."""
    return bool(_AVERAGE.fullmatch(plain(text)))


def is_saving(text: str) -> bool:
    """Whether a row is about what is no longer done."""
    return bool(_SAVING.search(plain(text)))


def plain(text: str) -> str:
    """Return ``text`` in lower case, without accents, punctuation and double spaces."""
    text = _TIMES_SIGN.sub(" x ", text[:_LONGEST])
    text = _MARKS.sub(" ", text)
    letters = unicodedata.normalize("NFKD", text.casefold().replace("×", " x ").replace("ß", "ss"))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    for sign, name in _SIGNS.items():
        bare = bare.replace(sign, f" {name} ")
    words = " ".join(re.sub(r"[^a-z0-9%/ ]", " ", bare).split())
    return _OVER.sub(" per ", words)


_LONGEST = 200
"""Signs; what is longer is no heading."""
_TIMES_SIGN = re.compile(r"(?<=[a-z]) ?\* ?(?=[a-z])|(?:^|(?<=[( ]))\* ?(?=1)", re.IGNORECASE)
_EACH_FIRM = re.compile(
    r"\b(?:per|pro|je|each|a) (?:\w+ )?(?:bedrijf|onderneming|firma|firm|business|company"
    r"|respondent|entity|entiteit|unternehmen|betrieb|werkgever|employer|jaar|year|jahr|vestiging)\b"
)
_AVERAGE = re.compile(r"(?:annual |3 year |three year )?(?:average|gemiddelde?|durchschnitt)")
_PERSONS = re.compile(
    r"\b(?:personen|persons|people|employees|workers|werknemers|medewerkers|mitarbeiter|staff|fte)\b"
)
_SAVING = re.compile(
    r"\b(?:verval\w*|afgeschaft\w*|afschaff\w*|afname|besparing\w*|vermindering|abolish\w*|savings?"
    r"|saved|wegfall\w*|entlastung\w*|einsparung\w*|no longer|niet meer|reduction)\b"
)
_LEAST_OR_MOST = re.compile(
    r"^((?:aantal|number|kosten|costs?|totaal|total|bedrag|bedrijven|firms)\b.*) (min|max)$"
)
"""Under these words "min" is the lowest, and not minutes."""
_LABEL = re.compile(r"\A\([A-Z0-9]{1,2}\)\s*", re.IGNORECASE)
_BY_A_CONSTANT = re.compile(r"[(=]\s*[A-Z]\s*[x×*]\s*\d?[.,]\d", re.IGNORECASE)
"""(E x 0.05): a figure of which the other factor stands in no cell."""
_MARKS = re.compile(r"[¹²³⁰⁴-⁹*†‡]+|\[\w{1,3}\]")  # of footnotes
_SIGNS = {"€": "euro", "£": "gbp", "$": "usd"}
_OVER = re.compile(r"(?<=[a-z%]) ?/ ?(?=[a-z])")  # €/uur


def scale(text: str) -> Scale:
    """Return the unit that figures in money under ``text`` are in."""
    words = plain(text)
    if _BILLIONS.search(words):
        return Scale.BILLIONS
    if _MILLIONS.search(words):
        return Scale.MILLIONS
    return Scale.THOUSANDS if _THOUSANDS.search(words) else Scale.ONE


def _scale(words: str, role: Role) -> Scale:
    if role in _TIMES:
        return Scale.MINUTES if _MINUTES.search(words) else Scale.ONE
    if role in (Role.SHARE, Role.USUAL, Role.SURCHARGE):
        return Scale.PER_CENT if _PER_CENT.search(words) else Scale.ONE
    return scale(words)


_TIMES = (Role.HOURS, Role.EXTERNAL_HOURS, Role.TOTAL_HOURS)
