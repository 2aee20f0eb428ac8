"""The words of a text: terms that are defined, terms that mean the same, abbreviations."""

import re
from collections.abc import Iterator, Sequence

from checker.legal_text.observing.acting import ACT, FIRM
from checker.legal_text.observing.leden import RUNNING, Outline
from checker.legal_text.observing.word_pairs import KNOWN_ABBREVIATIONS, PAIRS, PLURALS
from checker.models.legal_text import Part
from checker.models.observation import Observation
from checker.models.text_facts import Definition, Passage, Recognised

# --- defined terms --------------------------------------------------------------------------------

_FOR_OTHERS = re.compile(r"berustende (?:bepalingen|regel|voorschrift)|krachtens deze wet")
_SHORTEST_STEM = 4
_OR = re.compile(r",\s*|\s+(?:of|en|dan wel)\s+|[()]")
_WORD = re.compile(r"[\wÀ-ÿ-]+")
_DOUBLE_VOWEL = re.compile(r"(?:aa|ee|oo|uu)[a-z]$")


def unused_terms(outline: Outline, definitions: Sequence[Definition]) -> Observation:
    """Terms of a list of definitions that occur nowhere else.

    None where the definitions may be there for a lower regulation. Definitions in a sentence
    ("Onder x wordt mede verstaan") say by themselves where they are used.
    """
    listed = [d for d in definitions if _is_listed(d, outline.text.text)]
    if not listed or _serve_others(outline, listed[0]):
        return Observation((), 0)
    found = [d.at for d in listed if not _is_used(d, outline.lowered)]
    return Observation(tuple(found), len(listed))


def _is_listed(definition: Definition, text: str) -> bool:
    begin = text[definition.at.start : definition.at.start + len(definition.term) + 12]
    return definition.term in begin and ":" in text[definition.at.start : definition.at.end]


def _serve_others(outline: Outline, first: Definition) -> bool:
    return bool(_FOR_OTHERS.search(outline.lowered, max(0, first.at.start - 300), first.at.start))


def _is_used(definition: Definition, lowered: str) -> bool:
    """Whether a term occurs outside its definition: as it is, in its parts, or as all its words."""
    at, term = definition.at, definition.term.lower()
    if any(_occurs_outside(at, part, lowered) for part in _OR.split(term)):
        return True
    words = [word for word in _WORD.findall(term) if len(word) >= _SHORTEST_STEM]
    return len(words) > 1 and all(_occurs_outside(at, word, lowered) for word in words)


def _occurs_outside(at: Passage, term: str, lowered: str) -> bool:
    for stem in _stems(term):
        position = lowered.find(stem)
        while position >= 0:
            if not at.start <= position < at.end:
                return True
            position = lowered.find(stem, at.end)
    return False


def _stems(term: str) -> Iterator[str]:
    """Yield what a term and its inflections begin with: bedrijf, bedrijv; persoon, person."""
    stem = term.strip(" '\"‘’“”«»,.")
    if not stem:
        return
    ending = next((e for e in ("en", "e", "s", "n") if stem.endswith(e)), "")
    if len(stem) - len(ending) >= _SHORTEST_STEM:
        stem = stem.removesuffix(ending)
    yield stem
    if " " in stem:
        yield stem.replace(" ", "-")
    if len(stem) > _SHORTEST_STEM and stem[-1] in "fs":
        yield stem[:-1] + {"f": "v", "s": "z"}[stem[-1]]
    if _DOUBLE_VOWEL.search(stem):
        yield stem[:-2] + stem[-1]
    first, _, rest = stem.partition(" ")
    if rest and first.endswith("e"):
        yield f"{first[:-1]} {rest}"


_NORM = re.compile(
    r"\b(?:moet(?:en)?|(?:dient|dienen)\b[^.;:]{0,80}\bte|(?:is|zijn) verplicht|is verboden"
    r"|(?:mag|mogen) (?:niet|geen|slechts|uitsluitend|alleen))\b"
)
_ACTS = (
    "bewa(?:art|ren)|meld(?:t|en)|registre(?:ert|ren)|houd(?:t|en)|verstrek(?:t|ken)|zorg(?:t|en)"
    "|draag(?:t|en)|leg(?:t|gen)|to(?:ont|nen)|stu(?:urt|ren)|vermeld(?:t|en)|betaal(?:t|en)"
    "|vold(?:oet|oen)|neemt|nemen|tref(?:t|fen)|geeft|geven|laat|laten|opent|openen"
    "|overleg(?:t|gen)"
)
"""What a firm does when a definition tells it to, in the present tense."""
_LATER = r"(?:(?<=\. )|(?<=; ))"
_DEMAND = re.compile(
    rf"{_LATER}(?:(?:{FIRM})|[Hh]ij|[Zz]ij|[Dd]eze)\b(?: [^ .;:]+){{0,6}}? (?:{_ACTS})\b"
    rf"|\bwaarbij (?:{FIRM})\b[^.;:]{{0,100}}? (?:{_ACTS})(?=$|[.;,])"
    rf"|(?<=\. )[A-Z][^.;:]{{0,80}}? word(?:t|en)\b[^.;:]{{0,80}}?{ACT}"
)
"""A sentence behind the description, or a clause with waarbij, that says what must be done."""
_SUBORDINATE = re.compile(
    r"\b(?:die|dat|wie|welke?|wiens|wier|waar[a-z]*|indien|als|tenzij|voor ?zover|mits|wanneer"
    r"|zoals|hoe|wat)\b"
)
_TELLS = re.compile(
    r"\b(?:kan|kunnen|indien|als|mede|verstaan|begrepen|bedoeld|gelijkgesteld"
    r"|die|dat|welke?|waar[a-z]*|voor ?zover)\b"
)
"""What describes further, or leaves a choice."""
_CLAUSE_MARKS = (". ", "; ", ": ")


def norms_in_definitions(definitions: Sequence[Definition]) -> Observation:
    """Definitions in which somebody must or must not do something."""
    found = [d.at for d in definitions if _lays_down_norm(d.meaning)]
    return Observation(tuple(found), len(definitions))


def _lays_down_norm(meaning: str) -> bool:
    """Whether a main clause demands; a subordinate one only describes what is defined."""
    demands = (hit[0].removeprefix("waarbij") for hit in _DEMAND.finditer(meaning))
    if any(not _TELLS.search(words) for words in demands):
        return True
    for norm in _NORM.finditer(meaning):
        before = meaning[: norm.start()]
        cut = max(before.rfind(mark) for mark in _CLAUSE_MARKS)
        if not _SUBORDINATE.search(before[cut + 1 :]):
            return True
    return False


# --- two terms for one thing ----------------------------------------------------------------------

_FORMS = {form: form for pair in PAIRS for form in pair} | PLURALS
_BOUND = re.compile(
    r"\b(?:de|het|een|die|dat|deze|dit|elke?|iedere?)\s(" + "|".join(_FORMS) + r")(?![\w-])",
    re.IGNORECASE,
)


def two_terms(outline: Outline, recognised: Recognised) -> Observation:
    """Pairs of words for one and the same in duties on firms, neither explained by the other.

    Only words for who bears the duty are compared, and only there: of others, and elsewhere, the
    text alone does not show that they mean the same.
    """
    uses = _first_uses(outline, recognised)
    explained = [f"{d.term} {d.meaning}".lower() for d in recognised.definitions]
    found, of = [], 0
    for usual, other in PAIRS:
        of += usual in uses or other in uses
        both = usual in uses and other in uses
        if both and not any(usual in words and other in words for words in explained):
            found.append(max(uses[usual], uses[other], key=lambda use: use.start))
    return Observation(tuple(sorted(found, key=lambda use: use.start)), of)


def _first_uses(outline: Outline, recognised: Recognised) -> dict[str, Passage]:
    uses: dict[str, Passage] = {}
    for duty in recognised.duties:
        for use in _BOUND.finditer(outline.text.text, duty.at.start, duty.at.end):
            provision = outline.text.provisions[outline.index(use.start(1))]
            passage = provision.passage(use.start(1), use.end(1))
            uses.setdefault(_FORMS[use[1].lower()], passage)
    return uses


# --- abbreviations --------------------------------------------------------------------------------

_ABBREVIATION = re.compile(r"[A-Z]{3,6}(?![\w/’'&]|-\d|\.[A-Z])")
"""Capitals up to the end of a word; that they are its beginning is looked at after, for speed."""
_INSIDE = frozenset("._-/’'&")
_ROMAN = re.compile(r"[IVXLCM]+[A-H]?$")
_EXPLAINS_BEFORE = re.compile(
    r"(?:[(«“”‘\"']|\b(?:hierna|afgekort|genoemd|noemen|genaamd|aangeduid)\b[^.;]{0,40}|: )$"
)
_IN_A_TITLE = re.compile(
    r"(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]erdrag|[Rr]ichtlijn|[Bb]eleidsregels?|[Rr]eglement)"
    r"(?: [\w,&-]+){0,9} $"
)
"""In the name of an act it may stand; nobody can write it out there."""
_EXPLAINS_AFTER = re.compile(r"[)»”’\"']?(?::| \([A-Za-z]|, hierna| = |»|”|’|\))")
_NO_USE = re.compile(
    r"\b(?:letters?|codes?|klasse|type|categorie|model|kenteken|cijfers)\s[^.;]{0,30}$"
    r"|\b(?:[Mm]inisterie|[Mm]inister|[Aa]fdeling|[Dd]ienst|[Ii]nspectie|[Dd]irectie|[Pp]rogramma"
    r"|[Bb]egroting|Rijksbegroting|[Ss]tichting|[Vv]ereniging|[Ss]teunstichting|[Cc]onvenant)"
    r"(?: (?:van|voor|het|de|[‘'`’]?[A-Za-z]+)){0,3} $"
    r"|[A-Z]\. ?[A-Z][\w-]+ (?:[A-Z]{3,} )?$"
)
"""Letters without a meaning, names of bodies, and ranks after the name of a person."""
_NEAR = 60


def undefined_abbreviations(outline: Outline, definitions: Sequence[Definition]) -> Observation:
    """Abbreviations that the text nowhere explains; each where it is first used."""
    text = outline.text.text
    explained = {word for d in definitions for word in _ABBREVIATION.findall(d.term)}
    explained.update(_ABBREVIATION.findall(outline.text.title or ""))
    first: dict[str, Passage] = {}
    for use in _ABBREVIATION.finditer(text):
        word, last = use[0], text[use.start() - 1 : use.start()]
        if last.isalnum() or last in _INSIDE or word in KNOWN_ABBREVIATIONS:
            continue
        if _ROMAN.match(word):
            continue
        before = text[max(0, use.start() - _NEAR) : use.start()]
        if _EXPLAINS_BEFORE.search(before) or _EXPLAINS_AFTER.match(text, use.end()):
            explained.add(word)
        elif word not in first and not _NO_USE.search(before) and not _IN_A_TITLE.search(before):
            passage = _in_body(outline, use.start(), use.end())
            if passage is not None:
                first[word] = passage
    found = [passage for word, passage in first.items() if word not in explained]
    return Observation(tuple(found), len(first.keys() | explained))


def _in_body(outline: Outline, start: int, end: int) -> Passage | None:
    provision = outline.text.provisions[outline.index(start)]
    running = provision.part is Part.BODY and provision.kind in RUNNING and not provision.amending
    words = outline.text.text[provision.start : min(provision.end, provision.start + _NEAR)]
    if not running or words.isupper():
        return None
    return provision.passage(start, end)
