"""References to articles, leden and onderdelen, and whether what they point at exists."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.legal_text.citable import Known, first_number, numbering_style
from checker.legal_text.citation_owners import OTHERS_WORDS, assign
from checker.legal_text.citations import Cited, cited_articles, cites
from checker.legal_text.cited_numbers import AND, ITEM, ORDINAL, item_labels, lid_numbers
from checker.legal_text.places import Places
from checker.models.legal_text import Provision
from checker.models.text_facts import Reference, ReferenceTarget

_LID = re.compile(
    rf"(?P<ords>(?<![\w-]){ORDINAL}(?:{AND} (?:het )?{ORDINAL}){{0,12}}"
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
    rf"onder(?:de(?:el|len))? (?P<items>{ITEM}(?:{AND} (?:onder(?:deel)? )?{ITEM}){{0,15}})"
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
_MOST_AFTER = 1_000
_MOST_DOUBTS = 2_000
"""A text with so many references that seem dead is not what it looks like."""
_LAST = {"vorig": -1, "vorige": -1, "voorgaand": -1, "voorgaande": -1, "voorafgaand": -1}
_LAST |= {"voorafgaande": -1, "dit": 0, "volgend": 1, "volgende": 1}


def find_references(places: Places) -> list[Reference]:
    """Return the references in running text of the body, in the order of the text.

    Each article, lid and onderdeel of an enumeration is one, and a range gives all of this text
    that lie in it. A reference is dead only where nothing near says that another act is meant.
    """
    cited = cited_articles(places)
    assign(places, cited)
    known = Known(places)
    found = [reference for group in _ranges(cited) for reference in _of_articles(known, group)]
    taken = _Taken(cited)
    found += _of_leden(known, taken, cited)
    found += _of_items(known, taken)
    found.sort(key=lambda reference: (reference.at.start, reference.at.end))
    return found


def _ranges(cited: list[Cited]) -> Iterator[tuple[Cited, Cited | None]]:
    """Yield each article with the one that ends a range from it, if any."""
    for position, one in enumerate(cited):
        after = cited[position + 1] if position + 1 < len(cited) else None
        yield one, after if after is not None and after.until else None


def _of_articles(known: Known, group: tuple[Cited, Cited | None]) -> Iterator[Reference]:
    one, until = group
    at = known.place(one.index)
    target = _target(known, one, at)
    dead = target is ReferenceTarget.THIS_TEXT and _is_dead(known, one)
    if target is None or (dead and not _certainly_own(known, one)):
        target, dead = ReferenceTarget.OTHER_ACT, False
    number = one.number.replace(" ", "")
    passage = at.passage(one.start, one.end)
    own = target is ReferenceTarget.THIS_TEXT
    for lid, item in one.parts:
        gone = dead
        if own and not dead and (lid is not None or item is not None):
            gone = _names_no_part(known, one, lid, item) and _certainly_own(known, one)
        yield Reference(passage, target, number, lid, item, gone)
    if until is not None and own:
        span = at.passage(one.start, until.end)
        for between in _between(known, one.number, until.number):
            yield Reference(span, target, between)


def _names_no_part(known: Known, one: Cited, lid: str | None, item: str | None) -> bool:
    """Whether the article is there without that lid or onderdeel.

    A lid named after an onderdeel ("3, aanhef en onderdeel d, 4, eerste lid") may be another's.
    """
    number = one.number.replace(" ", "")
    before_lid = known.text[one.start : one.end].partition(" lid")[0]
    lid_gone = "onder" not in before_lid and known.lid_missing(number, lid)
    return lid_gone or known.item_missing(number, lid, item)


def _between(known: Known, first: str, last: str) -> list[str]:
    start, stop = known.order.get(first.lower()), known.order.get(last.lower())
    if start is None or stop is None:
        return []
    between = known.numbers[start + 1 : stop][: known.room]
    known.room -= len(between)
    return between


def _target(known: Known, one: Cited, at: Provision) -> ReferenceTarget | None:
    if one.owner is ReferenceTarget.OTHER_ACT:
        return one.owner
    if at.amending or at.inserted:
        return ReferenceTarget.AMENDED_ACT
    if one.owner is not None:
        return one.owner
    if not known.numbers or (at.article is None and not known.has_article(one.number)):
        return None
    return ReferenceTarget.THIS_TEXT


def _is_dead(known: Known, one: Cited) -> bool:
    return bool(one.number) and not known.has_article(one.number)


def _certainly_own(known: Known, one: Cited) -> bool:
    """Whether nothing near speaks of another act."""
    if known.places.legal.is_amending or numbering_style(one.number) not in known.styles:
        return False
    if one.owner is ReferenceTarget.THIS_TEXT:
        return True
    known.doubts += 1
    if first_number(one.number) > known.last + _FAR_BEYOND or known.doubts > _MOST_DOUBTS:
        return False
    before = known.lid_before(one.start, one.index)
    if _POINTED_BACK.search(before) or OTHERS_WORDS.search(before):
        return False
    _, end = known.places.sentence(one.start, one.index)
    after = known.text[one.chain_end : min(end, one.chain_end + _MOST_AFTER)]
    return OTHERS_WORDS.search(after) is None


class _Taken:
    """The stretches that citations of articles take up."""

    def __init__(self, cited: list[Cited]) -> None:
        self.starts = [one.start for one in cited]
        self.ends = [one.end for one in cited]

    def holds(self, at: int) -> bool:
        """Whether ``at`` lies in one of them."""
        position = bisect_left(self.starts, at + 1) - 1
        return position >= 0 and self.ends[position] > at


_LID_WORD = re.compile(r" l(?:id|eden)(?![\w])")


def _of_leden(known: Known, taken: _Taken, cited: list[Cited]) -> Iterator[Reference]:
    text = known.text
    for hit in _LID_WORD.finditer(text):
        at = hit.start()
        begin = max(0, at - 90)
        found = _LID.search(text, begin, at + 1)
        if found is None or taken.holds(at) or _NOT_A_LID.match(text, hit.end()):
            continue
        index = cites(known.places, at)
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
        return lid_numbers(words.replace(" het ", " "))
    if own is None or not own.isdecimal() or int(own) + step < 1:
        return []
    return [str(int(own) + step)]


def _own_leden(
    known: Known,
    taken: _Taken,
    cited: list[Cited],
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
    passage = at.passage(start, end)
    for lid in leden:
        dead = certain and article is not None and known.lid_missing(article, lid)
        dead = dead and _alone(known, start, index)
        yield Reference(passage, target, article, lid, None, dead)


def _own_article(at: Provision) -> tuple[ReferenceTarget, str | None]:
    """Return target and article of a lid that is named without its article."""
    if at.inserted or at.amending:
        return ReferenceTarget.AMENDED_ACT, at.inserted_article
    return ReferenceTarget.THIS_TEXT, at.article


def _alone(known: Known, start: int, index: int) -> bool:
    """Whether no other article or act is named earlier in the same lid."""
    known.doubts += 1
    if known.places.legal.is_amending or known.doubts > _MOST_DOUBTS:
        return False
    before = known.lid_before(start, index)
    if "rtikel" in before or "rt. " in before or '"' in before or "„" in before:
        return False
    return OTHERS_WORDS.search(before) is None


def _of_items(known: Known, taken: _Taken) -> Iterator[Reference]:
    for found in _OWN_ITEMS.finditer(known.text):
        begin = found.start()
        if (begin and known.text[begin - 1].isalpha()) or taken.holds(begin):
            continue
        index = cites(known.places, begin)
        if index is None:
            continue
        labels = [label for label in item_labels(found["items"]) if _CERTAIN_ITEM.match(label)]
        at = known.place(index)
        target, article = _own_article(at)
        passage = at.passage(begin, found.end())
        for label in labels:  # whose list is meant is too uncertain to call one dead
            yield Reference(passage, target, article, at.lid, label)
