"""How articles, leden and lists are laid out."""

import re
from collections.abc import Iterator
from string import ascii_uppercase

from checker.legal_text.observing.leden import Group, ItemList, Outline
from checker.models.legal_text import LegalText, ProvisionKind
from checker.models.observation import Observation
from checker.models.text_facts import Passage

_SENTENCES = 3
_LEDEN = 7
_NEAR = 200
"""So many of the last characters before a list announce it."""
_ARTICLES = 10
"""Up to so many articles are found without headings."""
_JOINED = re.compile(
    r"\b(?:en|of|en/of|alsmede|alsook|dan wel|danwel|noch|respectievelijk|resp\.|dan"
    r"|(?:dan wel|of|en) bij [^,;]{0,40})\s*[;,.:]?$"
)
_CONDITIONS = re.compile(
    r"(?:\b(?:indien|voor ?zover|tenzij|mits|wanneer|ingeval|in het geval dat?|voorwaarde,? dat"
    r"|waarvoor geldt,? dat)\b(?: (?!wordt|worden|volg|betreft|betrekking)[^\s.;:]+){0,5}"
    r"|\b(?:die|als)):$"
)
"""What announces onderdelen of which one must know whether all or one of them is meant."""
_SAYS_HOW = re.compile(
    r"\b(?:elk|elke|alle|beide|cumulatief|zowel|hetzij|ten minste|tenminste|in ieder geval|volgende"
    r"|onder meer|onder andere|achtereenvolgens|(?:een|één)(?: of meer)? (?:van|der))\b"
)
_GOES_ON = re.compile(
    r"(?!secretaris|voorzitter|de \w+ (?:januari|februari|maart|april|mei|juni|juli|augustus"
    r"|september|oktober|november|december)\b|een lid )[a-z][a-zà-ÿ]+,? .{20,}\.$",
    re.DOTALL,
)
_CLOSED = re.compile(r"(?::|\.|\b(?:en|of|dan wel)[,;]?)$")
"""After this comes another onderdeel, without a letter, or another sentence."""
_UNFINISHED = re.compile(
    r"(?:Indien|Als|Wanneer|Ingeval|In (?:het )?geval|Zodra|Nadat|Voor ?zover)\b"
    r"(?!.*\b(?:volgende|dient|dienen|komen|aangewezen|aangemerkt)\b)[^.;:]{0,200}:$"
    r"|(?:De|Het|Een|Degene|Ieder\w*|Wie|Elk\w*)\b[^,.;:]{0,80} (?:die|dat|wie|waar\w*):$"
)
"""An opening that says when or who, and leaves what follows to below its list."""
_VERB = (
    r"(?:wordt|worden|is|zijn|kan|kunnen|geldt|gelden|heeft|hebben|moet|moeten|mag|mogen|zal|zullen"
    r"|doet|blijft|blijven|(?!niet|met|(?:na|om|zo|op|door|voor|tot)dat)[a-z]{3,}t)"
)
_VERB_FIRST = re.compile(rf", ?{_VERB}\b")
_MAIN_CLAUSE = re.compile(
    rf"[,;] ?({_VERB} (?:de|het|hij|zij|hem|hun|deze|dit|dat|die|een|aan|in|op|bij|door|dan|niet"
    r"|ten|van|voor|[Oo]nze|haar|zijn|ook|tevens|geen|met|te|als|er\w*|daar\w+|slechts|zo|binnen"
    r"|onverminderd)\b)"
)
"""The verb before its subject, as a main clause has it after a subordinate one."""
_NO_ITEM = ("–", *ascii_uppercase)
_INITIAL = re.compile(r"\b[A-Z]\.\s*$")
_TERM = re.compile(r"[^:;.]{2,80}: ")
"""How the definition of a term begins, or an amount in a tariff."""


def several_sentences(outline: Outline) -> Observation:
    """Leden of three sentences or more, from the third on; onderdelen are not counted in."""
    found = []
    for group in outline.groups:
        own = [
            sentence
            for position in group.provisions
            if outline.text.provisions[position].kind is not ProvisionKind.ITEM
            for sentence in outline.sentences.get(position, ())
        ]
        if len(own) >= _SENTENCES:
            third = own[_SENTENCES - 1]
            provision = outline.text.provisions[third.provision]
            found.append(provision.passage(third.start, provision.end))
    return Observation(tuple(found), len(outline.groups))


def many_leden(outline: Outline) -> Observation:
    """Articles of more than seven leden, inserted ones too."""
    articles: dict[tuple[str | None, str | None], list[Group]] = {}
    for group in outline.groups:
        articles.setdefault(group.key[:2], []).append(group)
    found = [
        outline.passage(groups[_LEDEN].provisions[0])
        for groups in articles.values()
        if sum(group.key[2] is not None for group in groups) > _LEDEN
    ]
    return Observation(tuple(found), len(articles))


def sentence_in_item(outline: Outline) -> Observation:
    """Onderdelen in which a new sentence begins; the passage is what begins there."""
    found, of = [], 0
    for position in _items(outline):
        of += 1
        own = outline.sentences.get(position, ())
        if len(own) > 1 and not _INITIAL.search(outline.text.text, own[1].start - 4, own[1].start):
            provision = outline.text.provisions[position]
            found.append(provision.passage(own[1].start, own[-1].end))
    return Observation(tuple(found), of)


def _items(outline: Outline) -> Iterator[int]:
    """Yield the onderdelen of a sentence: no paragraphs after a dash, no lettered leden."""
    for group in outline.groups:
        for each in group.lists:
            if each.opening is None or not outline.words(each.opening):
                continue
            for position in each.items:
                if not (outline.text.provisions[position].item or "–").startswith(_NO_ITEM):
                    yield position


def text_after_list(outline: Outline) -> Observation:
    """A sentence that goes on after the last onderdeel of a list, below it or inside it."""
    found = [
        outline.passage(position)
        for group in outline.groups
        for position in group.after_list
        if _GOES_ON.match(outline.words(position))
        and not _CLOSED.search(outline.words(position - 1))
    ]
    lists = [each for group in outline.groups for each in group.lists]
    found += [passage for each in lists if (passage := _goes_on_inside(outline, each)) is not None]
    return Observation(tuple(sorted(found, key=lambda at: at.start)), len(lists))


def _goes_on_inside(outline: Outline, each: ItemList) -> Passage | None:
    """Return the main clause that the last onderdeel ends with, where the opening has none."""
    if each.opening is None or len(each.items) < 2:
        return None
    opening = outline.words(each.opening)
    if not _UNFINISHED.match(opening) or _VERB_FIRST.search(opening):
        return None
    if any(_MAIN_CLAUSE.search(outline.words(position)) for position in each.items[:-1]):
        return None
    provision = outline.text.provisions[each.last]
    clause = _MAIN_CLAUSE.search(outline.text.text, provision.start, provision.end)
    return None if clause is None else provision.passage(clause.start(1), provision.end)


def list_without_conjunction(outline: Outline) -> Observation:
    """Lists of conditions that do not say whether all or one of them is meant."""
    found, of = [], 0
    for group in outline.groups:
        for each in group.lists:
            if not _is_of_conditions(outline, each):
                continue
            of += 1
            before_last = range(each.items[0], each.items[-1])
            if not any(_JOINED.search(outline.words(position)) for position in before_last):
                found.append(outline.passage(each.items[-2]))
    return Observation(tuple(found), of)


def _is_of_conditions(outline: Outline, each: ItemList) -> bool:
    if len(each.items) < 2 or each.opening is None:
        return False
    opening = outline.words(each.opening)
    if not _CONDITIONS.search(opening[-_NEAR:]) or _SAYS_HOW.search(opening[-_NEAR:]):
        return False
    words = [outline.words(position) for position in each.items]
    return not any(_TERM.match(item) or item[-1:] == "." for item in words[:-1])


def no_article_headings(text: LegalText) -> Observation:
    """Articles without a heading, in a text of more than ten."""
    articles = text.articles
    if len(articles) <= _ARTICLES:
        return Observation((), 0)
    found = []
    for article in articles:
        if article.heading is None:
            end = text.text.find("\n", article.start, article.end)
            found.append(Passage(article.start, end if end >= 0 else article.end, article.number))
    return Observation(tuple(found), len(articles))
