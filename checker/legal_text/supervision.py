"""Provisions that say who supervises, or that appoint supervisors."""

from checker.legal_text.needles import Needles
from checker.legal_text.per_lid import once_a_lid
from checker.legal_text.places import Places
from checker.models.linear import re2
from checker.models.text_facts import Fact

_SUPERVISION = Needles("oezicht", "ontrole op ", "toe op de ")
_CHARGED = re2.compile(
    r"\b[Mm]et (?:(?:het|de|dit) )?(?:controle op|(?:houden van )?toezicht|uitoefening van (?:het"
    r" )?toezicht"
    r"|(?:\w+ ){1,6}?(?:en|of) (?:het |de )?toezicht)\b.*?\b(?:zijn|is|worden|wordt|blijft"
    r"|blijven)\b"
    r".{0,80}?\bbelast\b"
    r"|\b[Mm]et (?:(?:het|de"
    r"|dit) )?(?:houden van )?toezicht\b[^;]*?\bbelast(?:e personen)?(?: zijn)?:?$"
)
_TASKED = re2.compile(
    r"\b(?:is|zijn|wordt|worden)\b(?:[^;]*?)\b(?:belast|verantwoordelijk)"
    r"\s(?:met|voor) (?:(?:het|de) )?(?:houden van |uitoefenen van "
    r"|uitoefening van )?(?:het )?(?:toezicht"
    r"(?: houden)? op (?:de )?(?:naleving|uitvoering|toepassing|handhaving)|\w+toezicht"
    r"|toezicht,? (?:als )?bedoeld in)\b"
    r"|\b(?:is|zijn),?\b[^;]{0,100}?\bmet (?:het )?toezicht op de (?:naleving"
    r"|uitvoering)\b[^;]*?\bbelast\b"
    r"|\bbelast met (?:het )?toezicht houden op\b"
)
_SUPERVISION_ITEM = re2.compile(
    r"belast met (?:het )?toezicht op\b"
    r"|(?:het\b[^;]{0,90}\bhouden van toezicht|(?:het )?toezicht) op (?:de |het )?(?:naleving"
    r"|taakuitvoering|toepassing|handhaving|uitvoering van (?:deze|dit|het bij|het bepaalde))\b"
)
_TASKS = re2.compile(
    r"\b(?:is|zijn|wordt|worden)\b[^;]*\b(?:belast met|verantwoordelijk voor):\s*$"
    r"|\bheeft\b[^;]*\btot taak:\s*$"
)
_WHO = re2.compile(r"\b(?:is|zijn)\b[^;]*:\s*$")
"""Before onderdelen that begin "belast met"."""
_ATTRIBUTE = re2.compile(
    r"\b(?:die|dat|welke|degene)\b[^,;]{0,90}\bbelast met .*toezicht|\b(?:ambtena(?:ar|ren)"
    r"|personen),? (?:mede )?belast met\b"
)
"""Supervisors are only mentioned: "de ambtenaren die zijn belast met het toezicht"."""
_APPOINTS = re2.compile(
    r"\bwijs(?:t|zen)\b.*?\baan\b.{0,90}?\btoezicht"
    r"|\bwijs(?:t|zen)\b.*?\b(?:toezichthouders?|met (?:het )?toezicht\b.*? belast\w*)\b"
    r"|\b(?:kan|kunnen)\b.*?\baanwijzen\b.{0,60}?\bbelast met (?:het )?toezicht"
    r"|\b[Aa]ls (?:\w+ )?(?:toezichthouders?|toezichthoudende|(?:ambtena(?:ar|ren)|perso(?:on|nen)"
    r"|functionaris\w*)\b[^;]*?"
    r" (?:die (?:zijn )?)?(?:belast met|met) (?:het )?toezicht)\b.*?\b(?:aangewezen|belast"
    r"|treden op)\b"
    r"|\btoezichthouders?\b[^;]{0,120}?\b(?:is|zijn|wordt|worden)\b[^;]*?\b(?:aangewezen|benoemd)\b"
    r"|\b(?:worden|wordt|zijn)\b.*?\baangewezen\b[^;]{0,80} belast met (?:het )?toezicht\b"
    r"|\b(?:kan|kunnen)\b[^;]*\baanwijzen (?:ten behoeve van|voor) (?:het )?toezicht\b"
    r"|\baangewezen als (?:ambtenaren|personen|toezichthouders?)\b[^;]{0,20}belast met (?:het"
    r" )?toezicht"
    r"|\bbelast met (?:het )?toezicht (?:worden|zijn) aangewezen\b"
    r"|\baanwijzen als toezichthouders?\b|\b(?:benoemen|benoemd) tot toezichthouder\b"
    r"|\bToezichthouders? (?:is|zijn|op de naleving\b.*? (?:is|zijn))\b"
)
_OVERSEES = re2.compile(
    r"\b(?:[Hh]oudt|[Hh]ouden|[Oo]efent"
    r"|[Oo]efenen)\b.{0,80}?\btoezicht\b(?: uit)?(?: op\b[^;]{0,160}? en)? op (?:de )?"
    r"(?:naleving|uitvoering van (?:deze|dit|het (?:bij|bepaalde)|de wet)|toepassing|handhaving"
    r"|het bepaalde|het bij of)\b"
    r"|\b[Hh]et toezicht op (?:de )?(?:naleving|uitvoering|toepassing"
    r"|handhaving)\b.*?\b(?:berust bij"
    r"|wordt\b[^;]{0,80}?\b(?:uitgeoefend|gehouden)|geschiedt door|is opgedragen)"
    r"|^Het toezicht op\b[^;]{0,120}? (?:is opgedragen aan|berust bij)\b"
    r"|^(?:Onze Ministers?|De inspectie|Gedeputeerde staten|De [Aa]utoriteit\b[^;]{0,40}|Het"
    r" Commissariaat"
    r"|De Nederlandsche Bank|De Dienst Wegverkeer) (?:oefenen|oefent|houden|houdt) (?:het"
    r" )?toezicht"
    r" (?:uit )?op (?:de|het|alle)\b"
    r"|\bhoudt de (?:Dienst|inspectie|Autoriteit)\b[^;]{0,40} toezicht op\b"
    r"|\b(?:[Zz]iet|[Zz]ien)\b.{0,120}?\btoe op de (?:[a-z]+,? (?:en )?){0,4}?(?:naleving"
    r"|uitvoering)\b"
    r".{0,60}?\b(?:bepaalde"
    r"|wet|krachtens|regeling|besluit"
    r"|verordening|voorschriften)\b"
)
_NOT_OVERSEES = re2.compile(
    r"\b(?:[Hh]ouden van|te oefenen|te houden)(?: \w+)? toezicht|\bintern\w* toezicht"
    r"|\bvoor zover\b.*\bis opgedragen\b"
)
_RELATIVE = re2.compile(
    r"\bbelast (?:zijn |is )?$|\b(?:die|dat|welke|wie|hen|personen|ambtenaren),? (?:\w+ )?$"
)
_NO_SUPERVISOR = re2.compile(
    r"\braad van toezicht\b.*\bbeleid van het bestuur|\b(?:functie van"
    r"|functie) (?:\w+ )?toezichthouder\b|^Indien voor "
    r"|\braad van toezicht wijst\b|^in dit besluit wordt verstaan"
)


def find_supervisors(places: Places) -> list[Fact]:
    """Return the provisions that say who supervises; ``value`` is who, where that is plain."""
    return once_a_lid(
        places,
        _SUPERVISION,
        lambda words, index: _supervises(words) or _is_a_task(places, words, index),
        _SUPERVISOR_OF,
    )


def _is_a_task(places: Places, words: str, index: int) -> bool:
    """Whether an onderdeel of "is belast met:" is supervision."""
    if not _SUPERVISION_ITEM.match(words):
        return False
    before = _WHO if words.startswith("belast") else _TASKS
    return bool(before.search(places.stem(index)))


def _supervises(words: str) -> bool:
    if _NO_SUPERVISOR.search(words):
        return False
    charged = _CHARGED.search(words)
    if charged is not None and _RELATIVE.search(words[: charged.start()]):
        charged = None
    if charged is not None or _APPOINTS.search(words):
        return True
    if _TASKED.search(words) and not _ATTRIBUTE.search(words):
        return True
    return _OVERSEES.search(words) is not None and not _NOT_OVERSEES.search(words)


_SUPERVISOR_OF = re2.compile(
    r"\bbelast:? (?P<value>(?:de|het|Onze|door|bij|ambtenaren|personen)\b[^.;:,]{3,160})"
)
