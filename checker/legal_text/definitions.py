"""Terms that a regulation gives a meaning: lists, definitions in a sentence, and labels."""

import re
from collections.abc import Iterator

from checker.legal_text.definition_labels import labels
from checker.legal_text.definition_lists import Lists, under_headings
from checker.legal_text.definition_terms import LONGEST_TERM, QUOTES, one, without_pointer
from checker.legal_text.needles import Needles
from checker.legal_text.places import Places
from checker.models.linear import re2
from checker.models.text_facts import Definition

_BETWEEN = 160
_LONGEST_HEAD = 400
"""A term with what stands between it and its verb."""
_LOOK_BACK = 700
"""Characters around the verb that are looked at."""

_SCOPE = (
    r"(?:(?:in|bij|voor) (?:deze|dit|de(?: toepassing van)?|het)\b[^,:;]{0,120}?|mede|tevens|ook"
    r"|verder|hierna|voorts|uitsluitend|slechts|alleen|steeds|telkens|eveneens|in (?:elk|ieder)"
    r" geval"
    r"|ten minste|tenminste|onder meer|onder andere|in dit verband|hier|dan|er)"
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
    rf"(?:,? ?(?:{_SCOPE})){{0,2}},?\s*onder\s+(?P<term>[^:;]{{1,{LONGEST_TERM}}}?)\s*:\s*"
)
"""After "verstaan": one term and a colon."""
_QUOTED = re.compile(
    rf"\s*onder\s+(?:de |het |een )?[{QUOTES}](?P<term>[^:;]{{1,80}}?)[{QUOTES}],?\s"
)
_UNMARKED = re.compile(
    r"\s*onder\s+(?:een |de |het )?(?P<term>[^:;,.]{1,80}?)(?<!\bvan)(?<!\bin)(?<!\bvoor)(?<!\bof)"
    r"(?<!\ben)(?<!\bop)(?<!\bmet)(?<!\bdoor)\s(?=(?:een|de|het|degene|hetgeen|elke?|iedere?"
    r"|alle)\s)"
)
"""After "verstaan": one term and, without any mark, its meaning."""
_TERM_FIRST = re2.compile(
    r"(?:^|.*\b)[Oo]nder\s+(?P<term>[^;]+?)\s*,?"
    r"\s+(?:wordt|worden|moet|moeten|dient|dienen|kan|kunnen|is|zijn)\b(?P<between>[^;:]*?)\s*$"
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
    r"|\b[Oo]nder (?P<before>[^;:.]{3,120}?),? (?:wordt|worden)(?: in [^,;]{1,30})?"
    r"(?: mede| tevens| ook)$"
    r"|^Onder (?P<plain>[^;:.]{3,120}? (?:in de zin van|bedoeld in) [^;:.]{3,60}?),? (?:wordt"
    r"|worden)$"
)
_SENSE = re2.compile(
    r"(?P<term>[A-Z][^,;:.]{2,80}?) (?:in de zin|voor de toepassing) van (?:deze|dit) [A-Za-z]+,?"
    r" (?:is|zijn)(?::|(?: mede| tevens| ook)?,?(?: een| de| het| degenen?| diegenen?| hij| zij"
    r"| hen| ieder| elke?| alle)\b)"
)
_MEANT = re.compile(
    r"Met (?P<term>[^,;:]{2,100}?) (?:wordt|worden)(?: (?:in|voor|bij|hier|mede)\b[^,;:]{0,50})?$"
)
_AS_MEANT = re2.compile(
    r"(?P<term>[A-Z][a-z-]{3,40}) als bedoeld in het [a-z]+ lid (?:is|zijn)"
    r"(?: een| de| het| elke?| iedere?| alle)\b"
)
"""A word of another lid: "Onvervangbaar als bedoeld in het eerste lid is een zaak die"."""
_UNDER_STEM = re.compile(r"\bonder\s*:?\s*$")
"""What a list stands under of which each onderdeel has the verb: "wordt onder:"."""
_STEM_VERB = re.compile(r"\b(?:wordt|worden)\s*:?\s*$")
_UNDER_ITEM = re.compile(r"onder (?P<term>[^,;:]{2,80}?)(?: mede| tevens)? $")
"""An onderdeel of "wordt:": "onder loon verstaan het loon"."""
_FURTHER = re.compile(
    r"(?:,|;)? (?:en|alsmede|en voorts) onder\s+(?:(?P<marked>[^,;:.]{2,60}?)\s*:"
    r"|(?P<bare>[^,;:.]{2,60}?)(?=\s(?:een|de|het|degene|hetgeen|alle)\s))"
)
"""A second term in the sentence of the first: "en onder notaris: de notaris"."""
_EXCLUDES = re.compile(r"\b(?:niet|geen)\b(?!-)")
_ASIDE = re.compile(r", (?:tenzij|voor ?zover)\b[^,]{1,80},\s*$")
"""Between the verb and its participle: "wordt, voor zover niet anders is bepaald, verstaan"."""
_FORMULA = re2.compile(
    r"\b(?:formule\b[^.]{0,300}|(?:waarbij|waarin|hierin|daarin|voorstel(?:t|len))\b[^.]{0,60})$"
)

_VERB = Needles("verstaa")
_INCLUDED = Needles(" begrepen")
_MEANT_BY = Needles(" bedoeld ", " bedoeld:")
_IN_THE_SENSE = Needles(" in de zin van d", " voor de toepassing van d", " als bedoeld in het ")


def find_definitions(places: Places) -> list[Definition]:
    """Return every term that the body defines, in the order of the text.

    A term stands without article and quotation marks; each is given once in a lid.
    """
    found: dict[tuple[object, ...], Definition] = {}
    lists = Lists(places)
    until = 0
    for at, index in places.hits(_VERB):
        if index not in lists.listed:
            _keep(found, _defined_at(places, at, index, lists, until))
        until = at + len("verstaan")
    _keep(found, under_headings(places, lists.listed))
    _keep(found, _included(places))
    _keep(found, _in_the_sense(places))
    _keep(found, _meant(places))
    _keep(found, labels(places))
    return sorted(found.values(), key=lambda definition: definition.at.start)


def _keep(found: dict[tuple[object, ...], Definition], definitions: Iterator[Definition]) -> None:
    for definition in definitions:
        at = definition.at
        key = (at.article, at.inserted_article, at.lid, definition.term.casefold())
        found.setdefault(key, definition)


def _defined_at(
    places: Places, at: int, index: int, lists: Lists, until: int
) -> Iterator[Definition]:
    """Yield what is defined by the "verstaan" at ``at``; ``until`` is the end of the one before."""
    provision, text = places.provisions[index], places.text
    sentence, _ = places.sentence(at, index)
    sentence = max(sentence, at - _LOOK_BACK, until)
    before = text[sentence:at]
    word = at + len("verstaan") + text.startswith("verstaand ", at)  # a usual slip
    rest = text[word : min(provision.end, word + _LOOK_BACK)].partition("verstaa")[0]
    approved = before.endswith("goedgevonden en ")
    if approved or before[-1:].isalpha() or _FORMULA.search(before):  # "ten overstaan van"
        return
    if _POINTS_BACK.search(before):
        spoken_of = _SPOKEN_OF.match(before) or _WHEREUNDER.fullmatch(before.rstrip())
        if spoken_of is not None:
            yield from one(places, spoken_of["term"], sentence, word, index)
        return
    has_term = "nder " in before  # "onder loon", before the verb
    found = (_VERB_FIRST.match(before) or _TERM_FIRST.match(before)) if has_term else None
    if found is not None and not _AN_ITEM.match(found["term"]):
        if (term := _term_before(found)) is not None:
            begin = word - len("verstaan") - len(found[0])
            for part in re.split(r",? (?:onderscheidenlijk|respectievelijk) ", term):
                yield from one(places, part, begin, word, index)
            yield from _further(places, word, index)
        return
    if _EXCLUDES.search(_ASIDE.sub("", before)[-30:]):
        return
    if (head := _LIST.match(rest) or _LIST_OF_ONDER.match(rest)) is not None:
        yield from lists.after(word + head.end(), index)
        return
    yield from _after_verb(places, word, rest, index)
    yield from _in_onderdeel(places, before, word, index)


def _after_verb(places: Places, word: int, rest: str, index: int) -> Iterator[Definition]:
    """Yield the term of "wordt verstaan onder loon: het loon"."""
    named = _NAMED.match(rest) or _QUOTED.match(rest) or _UNMARKED.match(rest)
    if named is not None:
        yield from one(places, named["term"], word + named.start(1), word + named.end(), index)
        yield from _further(places, word + named.end(), index)


def _in_onderdeel(places: Places, before: str, word: int, index: int) -> Iterator[Definition]:
    """Yield the term of an onderdeel with the verb: "wordt onder: a. loon verstaan het loon"."""
    if places.provisions[index].item is None or not 0 < len(before) <= LONGEST_TERM:
        return
    stem = places.stem(index)
    found = _UNDER_ITEM.match(before) if _STEM_VERB.search(stem) else None
    term = before if _UNDER_STEM.search(stem) else found["term"] if found else None
    if term is not None and not _EXCLUDES.search(term):
        start = word - len("verstaan") - len(before)
        yield from one(places, without_pointer(term), start, word, index)


def _term_before(found: re.Match[str]) -> str | None:
    """Return the term of "onder loon wordt verstaan", without what points elsewhere."""
    term, between = found["term"], found["between"] + (found.groupdict().get("after") or "")
    if _ASKS.search(found[0]) or _EXCLUDES.search(between) or _EXCLUDES.match(term):
        return None
    if len(between) > _BETWEEN or len(term) > _LONGEST_HEAD:
        return None
    return without_pointer(term)


def _further(places: Places, start: int, index: int) -> Iterator[Definition]:
    """Yield the other terms that the same sentence defines after its verb."""
    _, end = places.sentence(start, index)
    for found in _FURTHER.finditer(places.text, start, min(end, start + _LOOK_BACK)):
        name = "marked" if found["marked"] else "bare"
        yield from one(places, found[name], found.start(name), found.end(), index)


def _included(places: Places) -> Iterator[Definition]:
    """Yield the terms of "worden onder hoofd van een inrichting begrepen bestuurders"."""
    done = 0
    for at, index in places.hits(_INCLUDED):
        sentence, _ = places.sentence(at, index)
        before = places.text[max(sentence, at - _BETWEEN, done) : at]
        done = at + len(" begrepen")
        found = _INCLUDES.search(before)
        if found is not None:
            term = found["after"] or found["before"] or found["plain"]
            yield from one(places, without_pointer(term), sentence, done, index)


def _meant(places: Places) -> Iterator[Definition]:
    """Yield the terms of "Met kosten worden bedoeld kosten van huisvesting"."""
    for at, index in places.hits(_MEANT_BY):
        sentence, end = places.sentence(at, index)
        found = _MEANT.match(places.text[sentence:at]) if at - sentence <= _BETWEEN else None
        if found is not None and not places.text.startswith(" bedoeld in ", at):
            meaning = at + len(" bedoeld ")
            if meaning < end:
                yield from one(places, without_pointer(found["term"]), sentence, meaning, index)


def _in_the_sense(places: Places) -> Iterator[Definition]:
    """Yield the terms of "Ambtenaren in de zin van deze wet zijn: ..."."""
    for at, index in places.hits(_IN_THE_SENSE):
        sentence, _ = places.sentence(at, index)
        head = places.text[sentence : min(at + _BETWEEN, places.provisions[index].end)]
        if at - sentence > _BETWEEN:
            continue
        found = _SENSE.match(head) or _AS_MEANT.match(head)
        if found is not None:
            yield from one(places, found["term"], sentence, sentence + found.end(), index)
