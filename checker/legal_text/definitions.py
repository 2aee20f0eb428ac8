"""Terms that a regulation gives a meaning: lists, definitions in a sentence, and labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import re2

from checker.legal_text.places import LONGEST, Places, follows_in_list
from checker.models.legal_text import Provision, ProvisionKind
from checker.models.text_facts import Definition

_LONGEST_TERM = 200
_BETWEEN = 160
_LONGEST_HEAD = 400
"""A term with what stands between it and its verb."""
_LONGEST_LABEL = 80
_LOOK_BACK = 700
"""Characters around the verb that are looked at."""

# --- the words that announce a definition -------------------------------------------------------

_QUOTES = "\"'“”„‘’«»`"
_SCOPE = (
    r"(?:(?:in|bij|voor) (?:deze|dit|de(?: toepassing van)?|het)\b[^,:;]{0,120}?|mede|tevens|ook"
    r"|verder|voorts|uitsluitend|slechts|alleen|steeds|telkens|eveneens|in (?:elk|ieder) geval"
    r"|ten minste|tenminste|onder meer|onder andere|in dit verband|hier|dan|er|verder)"
)
_LIST = re2.compile(
    rf"(?:,? ?(?:{_SCOPE})){{0,2}},?\s*onder(?:\s*:|,?\s*(?:de (?:volgende|navolgende"
    r"|hierna(?: te)?"
    r"|hieronder)[^:]{0,60}(?::|$)|het volgende\s*:|$))"
)
"""After "verstaan": a list of terms follows."""
_LIST_OF_ONDER = re.compile(r"\s*:\s*(?=(?:[a1][.°)]\s*)?onder\s|$)")
"""After "verstaan": each item begins with "onder"."""
_NAMED = re2.compile(
    rf"(?:,? ?(?:{_SCOPE})){{0,2}},?\s*onder\s+(?P<term>[^:;]{{1,{_LONGEST_TERM}}}?)\s*:\s*"
)
"""After "verstaan": one term and a colon."""
_QUOTED = re.compile(
    rf"\s*onder\s+(?:de |het |een )?[{_QUOTES}](?P<term>[^:;]{{1,80}}?)[{_QUOTES}],?\s"
)
_UNMARKED = re.compile(
    r"\s*onder\s+(?:een |de |het )?(?P<term>[^:;,.]{1,80}?)(?<!\bvan)(?<!\bin)(?<!\bvoor)(?<!\bof)"
    r"(?<!\ben)(?<!\bop)(?<!\bmet)(?<!\bdoor)\s(?=(?:een|de|het|degene|hetgeen|elke?|iedere?"
    r"|alle)\s)"
)
"""After "verstaan": one term and, without any mark, its meaning."""
_TERM_FIRST = re2.compile(
    r"(?:^Onder|.*\bonder)\s+(?P<term>[^;]+?)\s*,?"
    r"\s+(?:wordt|worden|moet|dient|is|zijn)\b(?P<between>[^;:]*?)\s*$"
)
_VERB_FIRST = re2.compile(
    r".*\b(?:wordt|worden)\b(?P<between>[^;:]*?)\bonder\s+(?P<term>[^;]+?)"
    rf"(?P<after>(?:,? (?:{_SCOPE}))*)\s*,?\s*$"
)
_ASKS = re.compile(r"\bwat (?:\w+ )?onder\b")
"""Another provision says what is meant."""
_AN_ITEM = re.compile(r"[a-z\d]{1,2}[,°]")
"""What "onder" points at is an onderdeel and no term."""
_SPOKEN_OF = re2.compile(
    r"(?:Waar|Indien|Wanneer|Voor ?zover) [^,;]{0,100}?\b(?:sprake is van|gesproken wordt (?:van"
    r"|over)"
    r"|wordt gesproken (?:van|over)) (?P<term>[^,;]{2,100}?),? (?:wordt|worden|dient"
    r"|moet)\b[^,;]{0,20}"
    r"\b(?:hier|daar)onder\b[^,;]{0,60}$"
)
_WHEREUNDER = re.compile(r"(?:een |de |het )?(?P<term>[\w-]{3,60}), waaronder\b[\w ]{0,60}$")
"""An onderdeel that names one term and then what it means."""
_POINTS_BACK = re2.compile(r"\b(?:daar|hier|waar)onder\b[^,;]{0,60}$")
_INCLUDES = re2.compile(
    r"\b(?:wordt|worden) (?:mede |tevens )?onder (?P<after>[^,;:.]{3,80}?)(?: mede| tevens)?$"
    r"|\b[Oo]nder (?P<before>[^;:.]{3,120}?),? (?:wordt|worden) (?:mede|tevens|ook)$"
)
_SENSE = re2.compile(
    r"(?P<term>[A-Z][^,;:.]{2,80}?) (?:in de zin|voor de toepassing) van (?:deze|dit) [a-z]+"
    r" (?:is|zijn)(?::|(?: een| de| het| degene)\b)"
)
_EXCLUDES = re.compile(r"\b(?:niet|geen)\b(?!-)")
_FORMULA = re2.compile(r"\b(?:formule|waarbij|waarin|hierin|daarin|voorstel(?:t|len))\b[^.]{0,60}$")

# --- terms and lists ----------------------------------------------------------------------------

_THE_TERM = re.compile(
    r"(?:uitdrukking|begrip|begrippen|term|termen|woord|woorden|zinsnede)\s+(?=\S)"
)
_FIRST_WORD = re.compile(r"(?:[a-z]{1,2}\.\s+|onder\s+)(?=\S)")
_ARTICLE_WORD = re.compile(r"(?:de|het|een|den|der|’t|'t|eene)\s+(?=\S)", re.IGNORECASE)
_ALSO = re.compile(
    r"(?:als bedoeld|,? ?bedoeld|in de zin van|,? ?genoemd) (?:in|bij|onder)\b.*$", re.DOTALL
)
_ONLY_COLON = re.compile(r":(?!\d)")
_NEXT_CAPITAL = re.compile(
    r"(?<=[a-zà-ÿ)])\s(?=(?:De|Het|Een|Degene|Iedere?|Elke?|Alle|Dat|Die)\s)"
)
"""Term and meaning with nothing between: "Zorgaanbieder De natuurlijke persoon die"."""
_COLON = re.compile(r":(?!\d)|\s[–—=-]\s(?=\S)|\t")
_LABEL = re.compile(
    r"(?:(?P<label>(?:[a-z]{1,2}\d?|[1-9]\d?)[.°)])(?:\s*(?=[^\W\d_])|\s+(?=\S))"
    r"|(?<![^\s;:])(?P<dash>[–-])\s+(?=\S))"
)
_PIECE_ENDS = re.compile(r";\s*|\.\s+(?=[A-Z][^.:;]{1,60}:\s)|$")
_LABEL_CELL = re.compile(r"(?:[A-Za-z]{1,2}\d?|\d{1,2})[.)°]?|[–•-]")
_DEFINING_HEADING = re.compile(r"\b(?:begrip|definitie|begripsomschrijving)", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:hetgeen|wat|dat wat) [^;]{0,80}?\b(?:daar|hier)onder\b|hetgeen (?:daar|hier)onder\b"
    r"|deze begrippen\b|de begrippen\b"
)
_ENUMERATED = re.compile(r"[\w-]+(?:, [\w-]+)+")
"""Single words, as in "gries, grutten": each is a term."""
_AND = re.compile(r",? (?:en|alsmede|onderscheidenlijk) |, ")
_NO_TERM = re.compile(
    r"^(?:voor ?zover|in ?geval|bij|ten aanzien van|met betrekking tot|voor wat betreft"
    r"|in(?! (?:de handel|het verkeer|bezit|gebruik|omloop|voorraad|dienst)\b))\b"
    r"|\b(?:wordt|worden|indien|als volgt|dient|kunnen|zijn|heeft|hebben|moet|mag|onderstaande)\b"
    r"|(?<!\bnr)(?<!\bno)[.;]\s",
    re.IGNORECASE,
)

# --- labels in running text ---------------------------------------------------------------------

_HEREAFTER = re.compile(
    r"\b(?:hierna|verder|nader|hierna verder|in het vervolg|vervolgens|verder ook|hierna ook)"
    r"(?: ook| verder| telkens| gezamenlijk| samen| kortweg)*,?\s*"
    r"(?:te noemen|aan te duiden als|aangeduid als|aangeduid met|aan te halen als|genoemd(?=[:,\s])"
    r"|afgekort(?: als| tot)?|(?=:))\s*:?,?\s*"
    rf"(?P<open>[{_QUOTES}]*)(?P<term>[^,;:()\n]{{2,{_LONGEST_LABEL}}})"
)
_AFTER_LABEL = re.compile(
    r"\s(?:te|op|in|die|dat|is|zijn|wordt|worden|en|of|heeft|met|voor|kan|ter|ten|alsmede)\s.*$|\.$"
    r"|\.\s.*$"
)


def find_definitions(places: Places) -> list[Definition]:
    """Return every term that the body defines, in the order of the text.

    A term stands without article and quotation marks; each is given once in a lid.
    """
    found: dict[tuple[object, ...], Definition] = {}
    listed: set[int] = set()
    seen = _Seen()
    for at, index in places.hits(("verstaa",)):
        if index not in listed:
            _keep(found, _defined_at(places, at, index, listed, seen))
        seen.until = at + len("verstaan")
    _keep(found, _under_headings(places, listed))
    _keep(found, _included(places))
    _keep(found, _in_the_sense(places))
    _keep(found, _labels(places))
    return sorted(found.values(), key=lambda definition: definition.at.start)


def _keep(found: dict[tuple[object, ...], Definition], definitions: Iterator[Definition]) -> None:
    for definition in definitions:
        at = definition.at
        key = (at.article, at.inserted_article, at.lid, definition.term.casefold())
        found.setdefault(key, definition)


@dataclass
class _Seen:
    """What an earlier "verstaan" has taken already; so that none is gone through twice."""

    until: int = 0
    """The end of the "verstaan" before."""
    scanned: set[int] = field(default_factory=set)
    """The provisions of which the rest was read as a list."""


def _defined_at(
    places: Places, at: int, index: int, listed: set[int], seen: _Seen
) -> Iterator[Definition]:
    """Yield what is defined by the "verstaan" at ``at``."""
    provision = places.provisions[index]
    sentence, _ = places.sentence(at, index)
    sentence = max(sentence, at - _LOOK_BACK, seen.until)
    before = places.text[sentence:at]
    word = at + len("verstaan")
    rest = places.text[word : min(provision.end, word + _LOOK_BACK)].partition("verstaa")[0]
    if before[-1:].isalpha() or _FORMULA.search(before):  # "ten overstaan van"
        return
    if _POINTS_BACK.search(before):
        spoken_of = _SPOKEN_OF.match(before) or _WHEREUNDER.fullmatch(before.rstrip())
        if spoken_of is not None:
            yield from _one(places, spoken_of["term"], sentence, word, index)
        return
    term_before = _VERB_FIRST.match(before) or _TERM_FIRST.match(before)
    if term_before is not None:
        yield from _term_before(places, term_before, word, index)
        return
    if _EXCLUDES.search(before[-30:]):
        return
    head = _LIST.match(rest) or _LIST_OF_ONDER.match(rest)
    if head is not None:
        if index in seen.scanned:
            return
        seen.scanned.add(index)
        start = word + head.end()
        labels = _Labels()
        if places.text[start : provision.end].strip(" :"):
            yield from _inline(places, start, index, labels)
        if labels.open:
            yield from _inline_after(places, index, listed, labels)
        else:
            yield from _list_after(places, index, listed)
        return
    named = _NAMED.match(rest) or _QUOTED.match(rest) or _UNMARKED.match(rest)
    if named is not None:
        yield from _one(places, named["term"], word + named.start(1), word + named.end(), index)


def _term_before(
    places: Places, found: re.Match[str], word: int, index: int
) -> Iterator[Definition]:
    between = found["between"] + (found.groupdict().get("after") or "")
    if (
        _ASKS.search(found[0])
        or _EXCLUDES.search(between)
        or _EXCLUDES.match(found["term"])
        or len(between) > _BETWEEN
    ):
        return
    if _AN_ITEM.match(found["term"]) or len(found["term"]) > _LONGEST_HEAD:
        return
    term = _ALSO.sub("", found["term"])
    for part in re.split(r",? (?:onderscheidenlijk|respectievelijk) ", term):
        yield from _one(places, part, word - len("verstaan") - len(found[0]), word, index)


def _one(places: Places, term: str, start: int, meaning: int, index: int) -> Iterator[Definition]:
    """Yield one term whose meaning runs from ``meaning`` to the end of its sentence."""
    _, end = places.sentence(max(start, meaning - 1), index)
    yield from _definition(places, term, start, meaning, end, index)


def _definition(
    places: Places, term: str, start: int, meaning: int, end: int, index: int
) -> Iterator[Definition]:
    """Yield the definition; several where a list of terms only points elsewhere."""
    text = places.text
    end = min(end, meaning + LONGEST)
    while end > meaning and text[end - 1] in " ;,.":
        end -= 1
    words = text[meaning:end].strip(" :\t")
    while start < end and text[start] in " :":
        start += 1
    several = _ELSEWHERE.match(words) or _ENUMERATED.fullmatch(term.strip())
    names = _AND.split(term) if several else (term,)
    for name in map(_bare, names):
        if name and len(name) <= _LONGEST_TERM and not name.endswith(" niet"):
            yield Definition(places.passage(start, max(end, meaning), index), name, words)


def _bare(term: str) -> str:
    """Take article, quotation marks and points off a term."""
    name = term.strip(" ,:;\t" + _QUOTES)
    for prefix in (_FIRST_WORD, _ARTICLE_WORD, _THE_TERM):
        found = prefix.match(name)
        name = name[found.end() :] if found else name
    return name.strip(" ,:;\t" + _QUOTES)


def _included(places: Places) -> Iterator[Definition]:
    """Yield the terms of "worden onder hoofd van een inrichting begrepen bestuurders"."""
    done = 0
    for at, index in places.hits((" begrepen",)):
        sentence, _ = places.sentence(at, index)
        before = places.text[max(sentence, at - _BETWEEN, done) : at]
        done = at + len(" begrepen")
        found = _INCLUDES.search(before)
        if found is not None:
            term = found["after"] or found["before"]
            yield from _one(places, _ALSO.sub("", term), sentence, done, index)


def _in_the_sense(places: Places) -> Iterator[Definition]:
    """Yield the terms of "Ambtenaren in de zin van deze wet zijn: ..."."""
    for at, index in places.hits((" in de zin van d", " voor de toepassing van d")):
        sentence, _ = places.sentence(at, index)
        head = places.text[sentence : min(at + _BETWEEN, places.provisions[index].end)]
        if at - sentence <= _BETWEEN and (found := _SENSE.match(head)) is not None:
            yield from _one(places, found["term"], sentence, sentence + found.end(), index)


# --- lists --------------------------------------------------------------------------------------


def _list_after(places: Places, head: int, listed: set[int]) -> Iterator[Definition]:
    """Yield the terms of the list that follows the provision ``head``."""
    provisions = places.provisions
    depth: int | None = None
    open_term: tuple[str, int, int, int] | None = None
    end = 0
    for index in range(head + 1, len(provisions)):
        provision = provisions[index]
        if not follows_in_list(provisions[head], provision):
            break
        listed.add(index)
        level = _depth(provision)
        depth = level if depth is None else depth
        named = _term_of(places, provision) if level == depth else None
        if named is None and _list_ends(places, provision, level, depth):
            listed.discard(index)
            break
        if named is not None:
            yield from _close(places, open_term, end)
            open_term = (*named, index)
        end = provision.end
    yield from _close(places, open_term, end)


def _depth(provision: Provision) -> int:
    return 0 if provision.item is None else provision.item.count(".") + 1


def _list_ends(places: Places, provision: Provision, level: int, depth: int) -> bool:
    """Whether a paragraph that defines nothing stands after the list, not within a meaning."""
    if provision.kind is not ProvisionKind.TEXT or level > depth:
        return False
    before = places.text[max(0, provision.start - 12) : provision.start].rstrip()
    return before[-1:] == "." and places.text[provision.start].isupper()


def _close(
    places: Places, term: tuple[str, int, int, int] | None, end: int
) -> Iterator[Definition]:
    if term is not None:
        name, start, meaning, index = term
        yield from _definition(places, name, start, meaning, end, index)


def _term_of(places: Places, provision: Provision) -> tuple[str, int, int] | None:
    """Return the term that a paragraph of a list defines, its place and that of its meaning."""
    text = places.text
    if provision.kind is ProvisionKind.TABLE:
        return _term_of_row(text, provision)
    start, end = provision.start, provision.end
    separator = _separator(text, start, end) or _NEXT_CAPITAL.search(
        text, start, min(end, start + 100)
    )
    if separator is None:
        return None
    term = text[provision.start : separator.start()]
    if len(term) > _LONGEST_TERM or _NO_TERM.search(term):
        return None
    return term, provision.start, separator.end()


def _separator(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find what parts a term from its meaning; a colon rather than a dash."""
    stop = min(end, start + _LONGEST_TERM)
    first = _COLON.search(text, start, stop)
    if first is None or first[0] == ":":
        return first
    return _ONLY_COLON.search(text, first.end(), min(stop, start + 80)) or first


def _term_of_row(text: str, provision: Provision) -> tuple[str, int, int] | None:
    at = provision.start
    cells: list[tuple[str, int]] = []
    for cell in text[provision.start : provision.end].split("\t"):
        if cell.strip(" :") and not (not cells and _LABEL_CELL.fullmatch(cell.strip())):
            cells.append((cell, at))
        at += len(cell) + 1
    if len(cells) < 2:
        return None
    (term, start), (_, meaning) = cells[0], cells[1]
    return term, start, meaning


class _Labels:
    """The labels of a list within paragraphs: the next one is the only one that counts."""

    def __init__(self) -> None:
        self.wanted: tuple[str, ...] = ("a", "1", "–", "-")
        self.open = False

    def pieces(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Cut "a. …; b. …" at its labels; what stands before the first is left out."""
        found: list[re.Match[str]] = []
        for hit in _LABEL.finditer(text, start, end):
            label = (hit["label"] or hit["dash"]).rstrip(".°)")
            if label not in self.wanted or (
                hit.start() > start and text[hit.start() - 1].isalnum()
            ):
                continue
            if not self.open and text[start : hit.start()].strip(" :"):
                return []
            self.open = True
            self.wanted = _next_labels(label)
            found.append(hit)
        stops = [hit.start() for hit in found[1:]] + [end]
        return [(hit.end(), stop) for hit, stop in zip(found, stops, strict=False)]


def _inline(places: Places, start: int, index: int, labels: _Labels) -> Iterator[Definition]:
    """Yield the terms of a list that stands in one paragraph."""
    end = places.provisions[index].end
    text = places.text
    pieces = labels.pieces(text, start, end)
    if not pieces and not labels.open:
        pieces = _plain_pieces(text, start, end)
    for at, stop in pieces:
        separator = _separator(text, at, stop)
        if separator is None:
            continue
        term = text[at : separator.start()]
        if not _NO_TERM.search(term):
            yield from _definition(places, term, at, separator.end(), stop, index)


def _inline_after(
    places: Places, head: int, listed: set[int], labels: _Labels
) -> Iterator[Definition]:
    """Yield what goes on of such a list in the paragraphs after it, after onderdelen of its own."""
    for index in range(head + 1, len(places.provisions)):
        provision = places.provisions[index]
        if not follows_in_list(places.provisions[head], provision):
            break
        listed.add(index)
        yield from _inline(places, provision.start, index, labels)


def _next_labels(label: str) -> tuple[str, ...]:
    if label in "–-":
        return (label,)
    if label.isdecimal():
        return (str(int(label) + 1),)
    following = chr(ord(label[-1]) + 1) if label[-1] != "z" else "aa"
    return (label[:-1] + following if label[-1] != "z" else following, f"{label}1")


def _plain_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at semicolons; what defines nothing belongs to the piece before."""
    pieces: list[tuple[int, int]] = []
    at = start
    for found in _PIECE_ENDS.finditer(text, start, end):
        if found.start() > at:
            separator = _separator(text, at, found.start())
            if pieces and (separator is None or _NO_TERM.search(text[at : separator.start()])):
                pieces[-1] = (pieces[-1][0], found.start())
            else:
                pieces.append((at, found.start()))
        at = found.end()
    return pieces


# --- articles on definitions without the verb ---------------------------------------------------


def _under_headings(places: Places, listed: set[int]) -> Iterator[Definition]:
    """Yield the terms of articles that are headed "Begripsbepalingen" and only list terms."""
    for article in places.legal.articles:
        if article.heading is None or not _DEFINING_HEADING.search(article.heading):
            continue
        if places.text.find("verstaa", article.start, article.end) >= 0:
            continue
        first = places.index(article.start)
        for index in range(first + 1, len(places.provisions)):
            provision = places.provisions[index]
            if provision.start >= article.end:
                break
            if index in listed or _depth(provision) > 1 or provision.kind is ProvisionKind.HEADING:
                continue
            named = _term_of(places, provision)
            if named is not None:
                yield from _close(places, (*named, index), provision.end)


# --- labels in running text ---------------------------------------------------------------------


def _labels(places: Places) -> Iterator[Definition]:
    """Yield terms such as "hierna te noemen: de commissie"."""
    for at, index in places.hits(("hierna", "erder ", "te noemen")):
        end = places.provisions[index].end
        begin = max(places.provisions[index].start, at - 10)
        found = _HEREAFTER.search(places.text, begin, min(end, at + 200))
        if found is None or found.end() < at:
            continue
        term = found["term"]
        if found["open"]:
            term = re.split(f"[{_QUOTES}]", term, maxsplit=1)[0]
        term = _AFTER_LABEL.sub("", term)
        start, _ = places.sentence(at, index)
        meaning = places.text[start : found.start()].strip(" ,(")
        name = _bare(term)
        if name and len(name) <= _LONGEST_LABEL:
            place = places.passage(start, found.start("term") + len(term), index)
            yield Definition(place, name, meaning)
