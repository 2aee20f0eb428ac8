"""References to articles, leden and onderdelen, and whether what they point at exists."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.legal_text.places import Places
from checker.models.legal_text import Part, Provision, ProvisionKind
from checker.models.text_facts import Passage, Reference, ReferenceTarget

# --- numbers ------------------------------------------------------------------------------------

_UNITS = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_FIRST = [
    "nulde",
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
]


def _ordinals() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_FIRST) if number}
    words |= {f"{word}de": number for number, word in enumerate(_UNITS) if number > 9}
    words |= {"twintigste": 20, "dertigste": 30, "veertigste": 40}
    for number in range(1, 10):
        joined = "ën" if _UNITS[number].endswith("e") else "en"
        for tens, ten in ((20, "twintigste"), (30, "dertigste")):
            words[f"{_UNITS[number]}{joined}{ten}"] = tens + number
            words[f"{_UNITS[number]}en{ten}"] = tens + number
    words |= {"éénentwintigste": 21, "éénendertigste": 31}
    words |= {
        f"{number}{ending}": number for number in range(1, 41) for ending in ("e", "de", "ste")
    }
    return words


ORDINALS = _ordinals()
"""Number of a lid by its ordinal, to the fortieth."""
_ORDINAL = r"(?:[a-zéë]{2,14}(?:de|ste)|\d{1,2}(?:e|de|ste)(?= l))"
_AND = r"(?:,|,? (?:en|of|tot en met|dan wel|onderscheidenlijk|respectievelijk|alsmede|en/of))"
_NUMBER = (
    r"(?:\d{1,4}(?:[a-z]{1,8}(?![a-z])|[A-Z](?![A-Za-z]))?(?:[.:]\d{1,3}[a-z]{0,4}){0,4}"
    r"|[IVXLC]{1,7}[a-z]?(?:\.\d{1,2})?|[A-Z] ?\d{1,3}[a-z]?)(?![\w°])"
)
_NO_ITEM = r"(?!(?:in|is|de|en|of|op|te|om|as|ze|we|er|zo|al|na|je|ad|ex|nr|ja|en)\b)"
_ITEM = rf"{_NO_ITEM}(?:[a-z]{{1,2}}\d?|[ivx]{{1,5}}|\d{{1,2}})(?:[°º]|\.(?=,))?(?![\w’']|\.\d)"
_UNIT = (
    r"(?! (?:dagen|weken|maanden|jaar|jaren|uur|uren|euro|procent|personen|leden|meter|km|cm|kg)\b)"
)

_ARTICLE = re.compile(rf"rtikel(?P<many>en)? (?P<number>{_NUMBER})|rtikel\b")
_SHORT = re.compile(rf"rt(?P<many>t)?\. ?(?P<number>{_NUMBER})")
_MORE = re.compile(
    r"(?P<lid>,?(?: (?:en|of|alsmede|dan wel|onderscheidenlijk|respectievelijk))?,? "
    rf"(?P<ords>{_ORDINAL}(?:{_AND} {_ORDINAL}){{0,12}}) (?:lid|leden)\b)"
    r"|(?P<num>,?(?: en)? (?:lid|leden) (?P<nums>[1-3]?\d[a-z]?"
    r"(?:(?:,| en| of| tot en met| t/m) [1-3]?\d[a-z]?(?! l(?:id|eden)|,? (?:eerste"
    r"|tweede))){0,12})"
    r"(?![\w:]|\.\d))"
    r"|(?P<item>,?(?: (?:en|of))?(?:,? aanhef)?,?(?: en)? (?:onder(?:deel|delen)?|sub|letters?"
    r"|punt(?:en)?) "
    rf"(?P<items>{_ITEM}(?:{_AND} (?:onder(?:deel)? )?{_ITEM}){{0,15}}))"
    r"|(?P<skip>,?(?: en)? (?:(?:de )?aanhef|slot|laatste zinsnede"
    rf"|{_ORDINAL}(?:{_AND} {_ORDINAL}){{0,3}}"
    r" (?:vol)?zin(?:nen)?|laatste (?:vol)?zin|\((?:oud|nieuw)\))\b,?)"
    r"|(?P<next>(?P<sep>,|,? (?:en|of|tot en met|t/m|dan wel|onderscheidenlijk|respectievelijk"
    r"|alsmede"
    rf"|en/of))(?: (?:de )?artikel(?:en)?)? (?P<number>{_NUMBER}){_UNIT})"
)
"""What may follow on the number of an article; one piece after the other."""
_PIECE = re.compile(r"\d{1,2}(?:de|ste|e)|[a-zéë]+(?:de|ste)\b|tot en met|t/m")
_LABELS = re.compile(r"tot en met|t/m|(?<![\w])(?!(?:en|of)\b|onder)[a-z\d]{1,5}[°º]?(?![\w])")

# --- whose article it is ------------------------------------------------------------------------

_ACT = (
    r"(?:wet|rijkswet|besluit|regeling|verordening|beleidsregels?|reglement|beschikking|circulaire"
    r"|aanwijzing|richtlijn|statuut|voorschriften|algemene maatregel|titel|hoofdstuk|afdeling"
    r"|paragraaf|boek|bepalingen|regels|deel|overeenkomst|instructie|code)"
)
_THIS = re.compile(
    r",?(?: \([^()]{0,60}\))?,? (?:(?:van|uit|bij) (?:deze|dit|de onderhavige|het onderhavige"
    r"|onderhavige"
    r"|de voorliggende) |dezer |hierboven|hiervoor)"
)
_OTHER = re.compile(
    r",?(?: \([^()]{0,60}\))?,? (?:(?:van|uit|bij|in) (?:de|het|die|dat|diens|een|elk|ieder)\b"
    r"(?! (?:eerste|tweede|derde|vierde) lid)"
    r"|(?:van|uit|bij) (?!toepassing|overeenkomstige|kracht|rechtswege|belang|deze|dit|oordeel)\S"
    r"|der |des |dier |daarvan|hiervan)"
)
_NAME = re.compile(
    r",? (?P<name>[A-Z][\w’'-]*(?: \d{4})?|(?:EG|EU|EEG)-[\w-]+)|,? \((?P<cited>[A-Z][^()]{2,60})\)"
)
_NO_NAME = frozenset(
    [
        "Onze",
        "Ons",
        "Wij",
        "Nederland",
        "De",
        "Het",
        "Een",
        "In",
        "Indien",
        "Van",
        "Voor",
        "Bij",
        "Op",
        "Aan",
        "Met",
        "Is",
        "Zijn",
        "Kan",
        "Als",
    ]
)
_ACT_NAME = re.compile(
    r"[A-Z][A-Za-z]{0,5}(?: \d{4})?$|.*(?:wet|besluit|regeling|verordening|boek|verdrag|code)"
)
_CHAIN = re.compile(
    r",?;?(?: (?:en|of|juncto|jo\.?|j°\.?|dan wel|onderscheidenlijk|respectievelijk|alsmede|evenals"
    r"|tot en met"
    r"|gelezen in samenhang met|in samenhang met|in verbinding met|gelezen in verbinding met|en/of"
    r"|noch"
    r"|en krachtens|zowel als)){0,2}(?:,? (?:de|het|in|van|met|bij|op|krachtens|onder|ingevolge"
    r"|bedoeld|voor|tweede|eerste|derde|vierde|vijfde|lid|aanhef)){0,5} ?a?"
)
_OTHERS_WORDS = re.compile(
    r"(?<!deze )(?<!dit )(?<!\bDeze )(?<!\bDit )(?<!in de zin der )"
    r"\b(?:[A-Z]\w*(?:wet|besluit|regeling|verordening|wetboek|verdrag|reglement|statuut|code"
    r"|overeenkomst)\b"
    r"|Wet\b|Besluit\b|Regeling\b|Verordening\b|Boek\b|Wetboek|Reglement\b|Statuut|Verdrag\b"
    r"|Overeenkomst\b"
    r"|wet\b|rijkswet\b|besluit\b|regeling\b|verordening\b|richtlijn\w*\b|verdrag\w*\b|reglement\b"
    r"|statuten\b"
    r"|protocol\w*\b|convenant\w*\b|overeenkomst\b|bijlage\b|code\b|wetboek\b|grondwet\b|Grondwet\b"
    r"|[A-Z]{2,6}\b"
    r"|daarvan\b|aldaar\b|oude?\b|luid(?:t|en|de|den)\b|gelezen\b|vervangen\b|verval\w*\b"
    r"|ingetrokken\b"
    r"|gewijzigd\b|in plaats van\b|geldende\b)"
)
"""Words that may mean that an article of another act is meant."""

_LID = re.compile(
    rf"(?P<ords>(?<![\w-]){_ORDINAL}(?:{_AND} (?:het )?{_ORDINAL}){{0,12}}"
    r"|(?<!\w)(?:vorig|vorige|voorgaande?|voorafgaande?|dit|volgende?)) $"
)
_NOT_A_LID = re.compile(
    r"(?:-| van (?:de|het|een|onze|zijn|haar|hun|die|deze|elk|ieder)\b(?! (?:artikel|bepaling))|’"
    r"|')"
)
_OF_ARTICLE = re.compile(
    r"(?:,? (?:onder(?:deel)?"
    r"|aanhef en onder(?:deel)?) \w{1,2}[°º]?)?,? van (?P<which>(?:het )?(?:a|genoemd|dat|bedoeld"
    r"|laatstgenoemd|vorig|voorgaand|volgend|laatstbedoeld|eerstgenoemd|gemeld|meergenoemd"
    r"|voornoemd))"
)
_OWN_ITEMS = re.compile(
    rf"onder(?:de(?:el|len))? (?P<items>{_ITEM}(?:{_AND} (?:onder(?:deel)? )?{_ITEM}){{0,15}})"
)
_CERTAIN_ITEM = re.compile(r"[a-z](?:[a-z]|\d)?$|\d{1,2}°$")
_POINTED_BACK = re.compile(
    r"\b(?:dat|die|genoemde?|voormelde?|voornoemde?|bedoelde?|gemelde?|meergenoemde?"
    r"|laatstgenoemde?"
    r"|laatstbedoelde?|eerstgenoemde?|evengenoemde?) (?:de )?$",
    re.IGNORECASE,
)
"""Before an article that was named with its act before: "voormeld artikel 18"."""
_FAR_BEYOND = 5
"""An article so far past the last one is more likely that of an act named elsewhere."""
_ACTS_BY_NAME = re.compile(
    r"(?:wet|rijkswet|wetboek|richtlijn|verdrag|overeenkomst|protocol|statuut)\b", re.IGNORECASE
)
_MOST_BEFORE = 2_000
_MOST_AFTER = 1_000
_MOST_DOUBTS = 2_000
"""A text with so many references that seem dead is not what it looks like."""
_MOST_BETWEEN = 50_000
"""So many articles within ranges of one text are given, and no more."""
_LAST = {"vorig": -1, "vorige": -1, "voorgaand": -1, "voorgaande": -1, "voorafgaand": -1}
_LAST |= {"voorafgaande": -1, "dit": 0, "volgend": 1, "volgende": 1}


@dataclass(slots=True)
class _Cited:
    """One article as it is cited, with its leden and onderdelen, before it is known whose it is."""

    start: int
    end: int
    index: int
    number: str
    parts: list[tuple[str | None, str | None]] = field(default_factory=list)
    until: bool = False
    """Whether it ends a range ("tot en met")."""
    owner: ReferenceTarget | None = None
    chain_end: int = 0
    """Where the enumeration it stands in ends."""


def find_references(places: Places) -> list[Reference]:
    """Return the references in running text of the body, in the order of the text.

    Each article, lid and onderdeel of an enumeration is one, and a range gives all of this text
    that lie in it. A reference is dead only where nothing near says that another act is meant.
    """
    cited = _cited_articles(places)
    _assign(places, cited)
    known = _Known(places)
    found = [reference for group in _ranges(cited) for reference in _of_articles(known, group)]
    taken = _Taken(cited)
    found += _of_leden(known, taken, cited)
    found += _of_items(known, taken)
    found.sort(key=lambda reference: (reference.at.start, reference.at.end))
    return found


# --- articles -----------------------------------------------------------------------------------


def _cites(places: Places, offset: int) -> int | None:
    """Return the provision at ``offset`` if references in it count."""
    index = places.index(offset)
    if index < 0:
        return None
    at = places.provisions[index]
    running = at.kind not in (ProvisionKind.HEADING, ProvisionKind.TABLE)
    return index if running and at.part is Part.BODY else None


def _cited_articles(places: Places) -> list[_Cited]:
    text = places.text
    cited: list[_Cited] = []
    done = 0
    hits = [*_ARTICLE.finditer(text), *_SHORT.finditer(text)]
    hits.sort(key=lambda hit: hit.start())
    for hit in hits:
        begin = hit.start() - 1
        if begin < done or text[begin] not in "Aa" or (begin and text[begin - 1].isalnum()):
            continue
        index = _cites(places, begin)
        if index is None:
            continue
        if hit["number"] is None:
            if begin >= 4 and text[begin - 4 : begin].lower() == "dit ":
                article = places.provisions[index].article
                own = _Cited(begin - 4, hit.end(), index, article or "", [(None, None)])
                own.owner = ReferenceTarget.THIS_TEXT
                own.chain_end = hit.end()
                cited.append(own)
            continue
        done = _read_articles(text, hit, begin, index, bool(hit["many"]), cited)
    return cited


def _read_articles(
    text: str, hit: re.Match[str], begin: int, index: int, many: bool, cited: list[_Cited]
) -> int:
    """Read one enumeration of articles from its first number on; return where it ends."""
    current = _Cited(begin, hit.end(), index, hit["number"])
    first = len(cited)
    cited.append(current)
    at = hit.end()
    while (more := _MORE.match(text, at)) is not None:
        if more["next"]:
            if not many and not _is_loose_list(text, more):
                break
            at = more.end()
            current = _Cited(more.start("number"), at, index, more["number"])
            current.until = more["sep"].strip(" ,") in ("tot en met", "t/m")
            cited.append(current)
            continue
        if not _take(current, more):
            break
        at = more.end()
        current.end = at
    for one in cited[first:]:
        one.parts = one.parts or [(None, None)]
        one.chain_end = at
    return at


def _is_loose_list(text: str, more: re.Match[str]) -> bool:
    """Whether "artikel 3 en 4" goes on as a list, with the singular before it."""
    joined = more["sep"].strip(" ,") in ("en", "of", "tot en met", "t/m", "en/of")
    after = text[more.end() : more.end() + 1]
    return joined and more["number"][0].isdigit() and after in " ,.;:)" and "artikel" not in more[0]


def _take(current: _Cited, more: re.Match[str]) -> bool:
    """Add leden or onderdelen to an article; False where the words are something else."""
    parts = current.parts
    if more["skip"]:
        return True
    if more["item"]:
        lid, item = parts[-1] if parts else (None, None)
        if parts and item is None:
            parts.pop()
        _add_items(parts, lid, _item_labels(more["items"]))
        return True
    leden = _lid_numbers(more["ords"]) if more["ords"] else _plain_numbers(more["nums"])
    if not leden:
        return False
    parts.extend((lid, None) for lid in leden)
    return True


def _add_items(
    parts: list[tuple[str | None, str | None]], lid: str | None, labels: list[str]
) -> None:
    """Add onderdelen; "b, onder 1° en 2°" are onderdelen of b."""
    for label in labels:
        before = parts[-1][1] if parts and parts[-1][0] == lid else None
        letter = before.partition(".")[0] if before is not None else "°"
        if label.endswith("°") and not letter.endswith("°"):
            if before == letter:
                parts.pop()
            parts.append((lid, f"{letter}.{label}"))
        else:
            parts.append((lid, label))


def _lid_numbers(words: str) -> list[str]:
    """Return the numbers of "eerste en derde tot en met vijfde"; none if a word is no number."""
    numbers: list[str] = []
    until = False
    for piece in _PIECE.findall(words):
        if piece in ("tot en met", "t/m"):
            until = True
            continue
        number = ORDINALS.get(piece)
        if number is None:
            return []
        if until and numbers:
            numbers.extend(str(n) for n in range(int(numbers[-1]) + 1, number))
        numbers.append(str(number))
        until = False
    return numbers


def _plain_numbers(words: str) -> list[str]:
    numbers: list[str] = []
    until = False
    for piece in re.findall(r"\d{1,2}[a-z]?|tot en met|t/m", words):
        if not piece[0].isdigit():
            until = True
            continue
        if until and numbers and piece.isdecimal() and numbers[-1].isdecimal():
            numbers.extend(str(n) for n in range(int(numbers[-1]) + 1, int(piece)))
        numbers.append(piece)
        until = False
    return numbers


def _item_labels(words: str) -> list[str]:
    labels: list[str] = []
    until = False
    for piece in _LABELS.findall(words.replace("º", "°")):
        if piece in ("tot en met", "t/m"):
            until = True
            continue
        if until and labels and len(piece) == len(labels[-1]) == 1:
            labels.extend(chr(n) for n in range(ord(labels[-1]) + 1, ord(piece)))
        labels.append(piece)
        until = False
    return labels


# --- whose they are -----------------------------------------------------------------------------


def _assign(places: Places, cited: list[_Cited]) -> None:
    """Say of each article whose it is, from the last to the first: an act ends a chain."""
    text = places.text
    for position in range(len(cited) - 1, -1, -1):
        one = cited[position]
        if one.owner is not None:
            continue
        after = cited[position + 1] if position + 1 < len(cited) else None
        if after is not None and after.chain_end == one.chain_end and after.index == one.index:
            one.owner = after.owner
            continue
        one.owner = _owner(places, one.chain_end, places.provisions[one.index].end)
        if one.owner is None and after is not None and after.index == one.index:
            gap = after.start - one.chain_end
            if gap < 90 and _CHAIN.fullmatch(text, one.chain_end, after.start):
                one.owner = after.owner


def _owner(places: Places, at: int, end: int) -> ReferenceTarget | None:
    """Return whose article it is by the words after it; None where they do not say."""
    text = places.text
    if at >= end or text[at] not in ", (":
        return None
    if this := _THIS.match(text, at, end):
        act = _ACTS_BY_NAME.match(text, this.end(), end)
        if act is None or act[0].lower() in (places.legal.title or act[0]).lower():
            return ReferenceTarget.THIS_TEXT
        return ReferenceTarget.OTHER_ACT  # "deze richtlijn" in a regulation that is none
    if _OTHER.match(text, at, end):
        return ReferenceTarget.OTHER_ACT
    named = _NAME.match(text, at, end)
    if named is None:
        return None
    if named["cited"] is not None:
        return ReferenceTarget.OTHER_ACT if _OTHERS_WORDS.search(named["cited"]) else None
    name = named["name"]
    if name in _NO_NAME:
        return None
    if named[0][0] == "," and not _ACT_NAME.match(name):
        return None
    return ReferenceTarget.OTHER_ACT


# --- what there is ------------------------------------------------------------------------------


class _Known:
    """The articles, leden and onderdelen of the text, to look up what a reference points at."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.text = places.text
        self.numbers = [article.number for article in places.legal.articles]
        self.order = places.order
        self.room = _MOST_BETWEEN
        self.doubts = 0
        self.styles = {_style(number) for number in self.numbers}
        self.last = max((_major(number) for number in self.numbers), default=0)
        self.leden: dict[str, set[str]] = {}
        self.unnumbered: set[str] = set()
        for article in places.legal.articles:
            key = article.number.lower()
            numbers = {lid.number for lid in article.leden if lid.number is not None}
            self.leden.setdefault(key, set()).update(numbers)
            if len(article.leden) > len(numbers):
                self.unnumbered.add(key)
        self.items: dict[tuple[str, str | None], set[str]] | None = None

    def has_article(self, number: str) -> bool:
        """Whether the text has such an article."""
        return number.replace(" ", "").lower() in self.order

    def lid_missing(self, number: str, lid: str | None) -> bool:
        """Whether the article is there, numbers its leden, and has no such lid."""
        key = number.lower()
        leden = self.leden.get(key)
        if lid is None or not leden or key in self.unnumbered:
            return False
        return lid not in leden

    def item_missing(self, number: str | None, lid: str | None, item: str | None) -> bool:
        """Whether the lid lists onderdelen and has no such one."""
        if item is None or number is None:
            return False
        if self.items is None:
            self.items = _items_of(self.places.provisions)
        labels = self.items.get((number.lower(), lid))
        if labels is None or len(labels) < 2:
            return False
        first = item.partition(".")[0].rstrip("°")
        style = first[-1:].isalpha()
        same = [label for label in labels if label[-1:].isalpha() == style and label != "–"]
        return len(same) > 1 and first not in labels and len(first) == 1

    def lid_before(self, offset: int, index: int) -> str:
        """Return the words of the lid before ``offset``, the head of a list among them."""
        provisions = self.places.provisions
        first, key = index, self.places.lid_key(index)
        while first > 0 and offset - provisions[first].start < _MOST_BEFORE:
            if self.places.lid_key(first - 1) != key:
                break
            first -= 1
        start = max(provisions[first].start, offset - _MOST_BEFORE)
        return self.text[start:offset]

    def place(self, index: int) -> Provision:
        """Return a provision."""
        return self.places.provisions[index]


def _items_of(provisions: tuple[Provision, ...]) -> dict[tuple[str, str | None], set[str]]:
    items: dict[tuple[str, str | None], set[str]] = {}
    for at in provisions:
        if at.item is not None and at.article is not None and at.part is Part.BODY:
            labels = items.setdefault((at.article.lower(), at.lid), set())
            labels.update(at.item.replace("°", "").split("."))
    return items


_DIGITS = re.compile(r"\d+")


def _major(number: str) -> int:
    found = _DIGITS.match(number)
    return int(found[0]) if found else 0


def _style(number: str) -> str:
    """Return how an article is numbered: "9" for 3a, "9.9" for 2.10, "I" for IV."""
    if number[0].isdigit():
        return _DIGITS.sub("9", number).rstrip("abcdefghijklmnopqrstuvwxyz")
    return "A9" if number[-1:].isdigit() else "I"


# --- from what is cited to references -----------------------------------------------------------


def _ranges(cited: list[_Cited]) -> Iterator[tuple[_Cited, _Cited | None]]:
    """Yield each article with the one that ends a range from it, if any."""
    for position, one in enumerate(cited):
        after = cited[position + 1] if position + 1 < len(cited) else None
        yield one, after if after is not None and after.until else None


def _of_articles(known: _Known, group: tuple[_Cited, _Cited | None]) -> Iterator[Reference]:
    one, until = group
    at = known.place(one.index)
    target = _target(known, one, at)
    dead = target is ReferenceTarget.THIS_TEXT and _is_dead(known, one)
    if target is None or (dead and not _certainly_own(known, one)):
        target, dead = ReferenceTarget.OTHER_ACT, False
    number = one.number.replace(" ", "")
    passage = _passage(one.start, one.end, at)
    own = target is ReferenceTarget.THIS_TEXT
    for lid, item in one.parts:
        gone = dead
        if own and not dead and (lid is not None or item is not None):
            gone = known.lid_missing(number, lid) or known.item_missing(number, lid, item)
            gone = gone and _certainly_own(known, one)
        yield Reference(passage, target, number, lid, item, gone)
    if until is not None and own:
        span = _passage(one.start, until.end, at)
        for between in _between(known, one.number, until.number):
            yield Reference(span, target, between)


def _passage(start: int, end: int, at: Provision) -> Passage:
    return Passage(start, end, at.article, at.lid, at.item, at.inserted_article)


def _between(known: _Known, first: str, last: str) -> list[str]:
    start, stop = known.order.get(first.lower()), known.order.get(last.lower())
    if start is None or stop is None:
        return []
    between = known.numbers[start + 1 : stop][: known.room]
    known.room -= len(between)
    return between


def _target(known: _Known, one: _Cited, at: Provision) -> ReferenceTarget | None:
    if one.owner is ReferenceTarget.OTHER_ACT:
        return one.owner
    if at.amending or at.inserted:
        return ReferenceTarget.AMENDED_ACT
    if one.owner is not None:
        return one.owner
    if not known.numbers or (at.article is None and not known.has_article(one.number)):
        return None
    return ReferenceTarget.THIS_TEXT


def _is_dead(known: _Known, one: _Cited) -> bool:
    return bool(one.number) and not known.has_article(one.number)


def _certainly_own(known: _Known, one: _Cited) -> bool:
    """Whether nothing near speaks of another act."""
    if known.places.legal.is_amending or _style(one.number) not in known.styles:
        return False
    if one.owner is ReferenceTarget.THIS_TEXT:
        return True
    known.doubts += 1
    if _major(one.number) > known.last + _FAR_BEYOND or known.doubts > _MOST_DOUBTS:
        return False
    before = known.lid_before(one.start, one.index)
    if _POINTED_BACK.search(before) or _OTHERS_WORDS.search(before):
        return False
    _, end = known.places.sentence(one.start, one.index)
    after = known.text[one.chain_end : min(end, one.chain_end + _MOST_AFTER)]
    return _OTHERS_WORDS.search(after) is None


# --- leden and onderdelen of the article itself -------------------------------------------------


class _Taken:
    """The stretches that citations of articles take up."""

    def __init__(self, cited: list[_Cited]) -> None:
        self.starts = [one.start for one in cited]
        self.ends = [one.end for one in cited]

    def holds(self, at: int) -> bool:
        """Whether ``at`` lies in one of them."""
        position = bisect_left(self.starts, at + 1) - 1
        return position >= 0 and self.ends[position] > at


_LID_WORD = re.compile(r" l(?:id|eden)(?![\w])")


def _of_leden(known: _Known, taken: _Taken, cited: list[_Cited]) -> Iterator[Reference]:
    text = known.text
    for hit in _LID_WORD.finditer(text):
        at = hit.start()
        begin = max(0, at - 90)
        found = _LID.search(text, begin, at + 1)
        if found is None or taken.holds(at) or _NOT_A_LID.match(text, hit.end()):
            continue
        index = _cites(known.places, at)
        if index is None or found.start() < known.place(index).start:
            continue
        leden = _leden_named(found["ords"], known.place(index).lid)
        if not leden or (hit[0] == " leden" and len(leden) < 2):
            continue
        place = (found.start(), hit.end(), index)
        certain = found["ords"] not in _LAST
        yield from _own_leden(known, taken, cited, place, leden, certain)


def _leden_named(words: str, own: str | None) -> list[str]:
    step = _LAST.get(words)
    if step is None:
        return _lid_numbers(words.replace(" het ", " "))
    if own is None or not own.isdecimal() or int(own) + step < 1:
        return []
    return [str(int(own) + step)]


def _own_leden(
    known: _Known,
    taken: _Taken,
    cited: list[_Cited],
    place: tuple[int, int, int],
    leden: list[str],
    certain: bool,
) -> Iterator[Reference]:
    start, end, index = place
    at = known.place(index)
    target, article = _own_article(at)
    certain = certain and target is ReferenceTarget.THIS_TEXT
    elsewhere = _OF_ARTICLE.match(known.text, end)
    if elsewhere is not None:
        certain = False
        position = bisect_left(taken.starts, end)
        if elsewhere["which"] == "a" and position < len(cited) and cited[position].start < end + 40:
            named = cited[position]
            target = _target(known, named, at) or ReferenceTarget.OTHER_ACT
            article = named.number
    passage = _passage(start, end, at)
    for lid in leden:
        dead = certain and article is not None and known.lid_missing(article, lid)
        dead = dead and _alone(known, start, index)
        yield Reference(passage, target, article, lid, None, dead)


def _own_article(at: Provision) -> tuple[ReferenceTarget, str | None]:
    """Return target and article of a lid that is named without its article."""
    if at.inserted or at.amending:
        return ReferenceTarget.AMENDED_ACT, at.inserted_article
    return ReferenceTarget.THIS_TEXT, at.article


def _alone(known: _Known, start: int, index: int) -> bool:
    """Whether no other article or act is named earlier in the same lid."""
    if known.places.legal.is_amending:
        return False
    before = known.lid_before(start, index)
    if "rtikel" in before or "rt. " in before or '"' in before or "„" in before:
        return False
    return _OTHERS_WORDS.search(before) is None


def _of_items(known: _Known, taken: _Taken) -> Iterator[Reference]:
    for found in _OWN_ITEMS.finditer(known.text):
        begin = found.start()
        if (begin and known.text[begin - 1].isalpha()) or taken.holds(begin):
            continue
        index = _cites(known.places, begin)
        if index is None:
            continue
        labels = [label for label in _item_labels(found["items"]) if _CERTAIN_ITEM.match(label)]
        at = known.place(index)
        target, article = _own_article(at)
        passage = _passage(begin, found.end(), at)
        for label in labels:  # whose list is meant is too uncertain to call one dead
            yield Reference(passage, target, article, at.lid, label)
