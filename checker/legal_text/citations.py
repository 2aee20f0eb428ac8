"""Articles that a text cites, with their leden and onderdelen; whose they are comes after."""

import re
from dataclasses import dataclass, field

from checker.legal_text.cited_numbers import (
    AND,
    ITEM,
    NUMBER,
    ORDINAL,
    item_labels,
    lid_numbers,
    plain_numbers,
)
from checker.legal_text.places import Places
from checker.models.legal_text import Part, ProvisionKind
from checker.models.text_facts import ReferenceTarget

_UNIT = (
    r"(?! (?:dagen|weken|maanden|jaar|jaren|uur|uren|euro|procent|personen|leden|meter|km|cm|kg)\b)"
)
_NOT_RUNNING = (ProvisionKind.HEADING, ProvisionKind.TABLE)
_ARTICLE = re.compile(rf"rtikel(?P<many>en)? (?P<number>{NUMBER})|rtikel\b")
_SHORT = re.compile(rf"rt(?P<many>t)?\. ?(?P<number>{NUMBER})")
_MORE = re.compile(
    r"(?P<lid>,?(?: (?:en|of|alsmede|dan wel|onderscheidenlijk|respectievelijk))?,? "
    rf"(?P<ords>{ORDINAL}(?:{AND} {ORDINAL}){{0,12}}) (?:lid|leden)\b)"
    r"|(?P<num>,?(?: en)? (?:lid|leden) (?P<nums>[1-3]?\d[a-z]?"
    r"(?:(?:,| en| of| tot en met| t/m) [1-3]?\d[a-z]?(?! l(?:id|eden)|,? (?:eerste"
    r"|tweede))){0,12})"
    r"(?![\w:]|\.\d))"
    r"|(?P<item>,?(?: (?:en|of))?(?:,? aanhef)?,?(?: en)? (?:onder(?:deel|delen)?|sub|letters?"
    r"|punt(?:en)?) "
    rf"(?P<items>{ITEM}(?:{AND} (?:onder(?:deel)? )?{ITEM}){{0,15}}))"
    r"|(?P<skip>,?(?: en)? (?:(?:de )?aanhef|slot|laatste zinsnede"
    rf"|{ORDINAL}(?:{AND} {ORDINAL}){{0,3}}"
    r" (?:vol)?zin(?:nen)?|laatste (?:vol)?zin|\((?:oud|nieuw)\))\b,?)"
    r"|(?P<next>(?P<sep>,|,? (?:en|of|tot en met|t/m|dan wel|onderscheidenlijk|respectievelijk"
    r"|alsmede"
    rf"|en/of))(?: (?:de )?artikel(?:en)?)? (?P<number>{NUMBER}){_UNIT})"
)
"""What may follow on the number of an article; one piece after the other."""


@dataclass(slots=True)
class Cited:
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


def cites(places: Places, offset: int) -> int | None:
    """Return the provision at ``offset`` if references in it count."""
    index = places.index(offset)
    if index < 0:
        return None
    at = places.provisions[index]
    running = at.kind not in _NOT_RUNNING
    return index if running and at.part is Part.BODY else None


def cited_articles(places: Places) -> list[Cited]:
    """Return the articles that are cited in running text of the body, in the order of the text."""
    text = places.text
    cited: list[Cited] = []
    done = 0
    hits = [*_ARTICLE.finditer(text), *_SHORT.finditer(text)]
    hits.sort(key=lambda hit: hit.start())
    for hit in hits:
        begin = hit.start() - 1
        if begin < done or text[begin] not in "Aa" or (begin and text[begin - 1].isalnum()):
            continue
        index = cites(places, begin)
        if index is None:
            continue
        if hit["number"] is None:
            if begin >= 4 and text[begin - 4 : begin].lower() == "dit ":
                article = places.provisions[index].article
                own = Cited(begin - 4, hit.end(), index, article or "", [(None, None)])
                own.owner = ReferenceTarget.THIS_TEXT
                own.chain_end = hit.end()
                cited.append(own)
            continue
        done = _read_articles(text, hit, begin, index, bool(hit["many"]), cited)
    return cited


def _read_articles(
    text: str, hit: re.Match[str], begin: int, index: int, many: bool, cited: list[Cited]
) -> int:
    """Read one enumeration of articles from its first number on; return where it ends."""
    current = Cited(begin, hit.end(), index, hit["number"])
    first = len(cited)
    cited.append(current)
    at = hit.end()
    while (more := _MORE.match(text, at)) is not None:
        if more["next"]:
            if not many and not _is_loose_list(text, more):
                break
            at = more.end()
            current = Cited(more.start("number"), at, index, more["number"])
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


def _take(current: Cited, more: re.Match[str]) -> bool:
    """Add leden or onderdelen to an article; False where the words are something else."""
    parts = current.parts
    if more["skip"]:
        return True
    if more["item"]:
        lid, item = parts[-1] if parts else (None, None)
        if parts and item is None:
            parts.pop()
        _add_items(parts, lid, item_labels(more["items"]))
        return True
    leden = lid_numbers(more["ords"]) if more["ords"] else plain_numbers(more["nums"])
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
