"""Supervisors, sanctions, delegations, evaluation and thresholds of firm size.

Each is looked for in two steps: a word that the fact cannot do without is found in the whole
text, and only the sentence around it is held against the patterns. What is found counts once a
lid.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import re2

from checker.legal_text.places import LONGEST, Places
from checker.models.text_facts import Fact, Passage, SizeThreshold

# --- supervisors --------------------------------------------------------------------------------

_SUPERVISION = ("oezicht",)
_CHARGED = re2.compile(
    r"\b[Mm]et (?:(?:het|de|dit) )?(?:(?:houden van )?toezicht|uitoefening van (?:het )?toezicht"
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
)
_SUPERVISION_ITEM = re2.compile(
    r"(?:het\b[^;]{0,90}\bhouden van toezicht|(?:het )?toezicht) op (?:de |het )?(?:naleving"
    r"|taakuitvoering|toepassing|handhaving|uitvoering van (?:deze|dit|het bij|het bepaalde))\b"
)
_TASKS = re2.compile(
    r"\b(?:is|zijn|wordt|worden)\b[^;]*\bbelast met:\s*$|\bheeft\b[^;]*\btot taak:\s*$"
)
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
    r"|\bToezichthouders? (?:is|zijn|op de naleving\b.*? (?:is|zijn))\b"
)
_OVERSEES = re2.compile(
    r"\b(?:[Hh]oudt|[Hh]ouden|[Oo]efent"
    r"|[Oo]efenen)\b.{0,80}?\btoezicht\b(?: uit)?(?: op\b[^;]{0,160}? en)? op (?:de )?"
    r"(?:naleving|uitvoering van (?:deze|dit|het (?:bij|bepaalde)|de wet)|toepassing|handhaving"
    r"|het bepaalde|het bij of)\b"
    r"|\b[Hh]et toezicht op (?:de )?(?:naleving|uitvoering|toepassing"
    r"|handhaving)\b.*?\b(?:berust bij"
    r"|wordt (?:uitgeoefend|gehouden)|geschiedt door|is opgedragen)"
    r"|\b(?:[Zz]iet|[Zz]ien)\b.{0,60}?\btoe op de (?:naleving|uitvoering)\b.{0,60}?\b(?:bepaalde"
    r"|wet|krachtens|regeling|besluit"
    r"|verordening|voorschriften)\b"
)
_NOT_OVERSEES = re2.compile(
    r"\b(?:[Hh]ouden van|te oefenen|te houden)(?: \w+)? toezicht|\bintern\w* toezicht"
    r"|\bvoor zover\b.*\bis opgedragen\b"
)
_RELATIVE = re2.compile(r"\b(?:die|dat|welke|wie|hen|personen|ambtenaren),? (?:\w+ )?$")
_WATCHES = ("toe op de naleving", "toe op de uitvoering")
_NO_SUPERVISOR = re2.compile(
    r"\braad van toezicht\b.*\bbeleid van het bestuur|\b(?:functie van"
    r"|functie) (?:\w+ )?toezichthouder\b|^Indien voor "
    r"|\braad van toezicht wijst\b|^in dit besluit wordt verstaan"
)

# --- sanctions ----------------------------------------------------------------------------------

_SANCTION = (
    "boete",
    "dwangsom",
    "bestuursdwang",
    "trafba",
    "delict",
    "estraf",
    "tuchtrecht",
    "tuchtma",
    "isdrij",
    "trafwet",
    "straf kan",
    "straffen k",
)
_FINES = re2.compile(
    r"\b(?:kan|kunnen|mag|is|zijn|legt|leggen|wordt|worden)\b.*?\b(?:boetes?|geldboetes?"
    r"|verzuimboete|vergrijpboete"
    r"|dwangsom|bestuursdwang|tuchtmaatregel(?:en)?|tuchtrechtelijke maatregel(?:en)?)\b.*?"
    r"\b(?:op(?:leggen|gelegd|te leggen)|op te leggen|op(?:[.,;:]|$| ter | aan | indien | wegens )"
    r"|toe te passen|toepassen|toegepast|uit te oefenen|verbeur\w+|vorderen)"
    r"|\b(?:bevoegd|bevoegdheid) tot (?:het )?(?:oplegg\w+|toepass\w+|uitoefen\w+) van (?:een "
    r"|de )?(?:last onder"
    r" )?(?:bestuurlijke |administratieve )?(?:boete|dwangsom|bestuursdwang)"
    r"|\b(?:boete|bestuurlijke boete|dwangsom|bestuursdwang"
    r"|tuchtrechtelijke maatregelen)\b.*?\b(?:kan|kunnen"
    r"|wordt|worden)\b.*?\b(?:opgelegd|toegepast|gesteld)\b"
    r"|\bverbeurt\b.*?\b(?:boete|dwangsom)\b"
    r"|\b[Oo]p overtreding\b.*?\bmaatregelen gesteld\b"
    r"|\bovertreding van\b.*?\bbedraagt de (?:bestuurlijke )?boete\b"
)
_AMOUNT = re2.compile(
    r"\b[Bb]oetes?\b[^;]*?\b(?:bedraagt|bedragen|wordt (?:\w+ )?vastgesteld op"
    r"|(?:kan|kunnen|mag|is|zijn) (?:niet hoger|ten hoogste))\b"
    r"|\bwordt(?: de)? (?:bestuurlijke )?boete (?:\w+ )?vastgesteld op\b"
)
"""What a fine comes to."""
_NO_AMOUNT = re2.compile(
    r"^(?:In|Bij) (?:de|die) (?:regeling|maatregel|verordening)\b|\bzou(?:den)? moeten\b"
    r"|\bafgerond\b|\b(?:rente|termijn|griffierecht) bedraagt\b"
)
_NO_FINE = re2.compile(
    r"\b(?:boetes?|\w*boetes?|dwangsom|straf|\w*straf|hechtenis|maatregel)\b[^;]{0,60}?,? (?:is"
    r"|zijn|was|werd|geweest)\b[^;]{0,30}"
    r" opgelegd"
    r"|\b(?:boetes?|dwangsom)\b,? (?:als )?bedoeld in"
    r"|\bboetes?,? (?:die|welke)\b.*\b(?:kan|kunnen|wordt|worden|zou)\b.*\bopgelegd"
    r"|\b(?:waarvoor|waarop|alvorens|voornemens|waarbij)\b.*\b(?:boete|dwangsom|bestuursdwang)\b"
    r"|\bgeen (?:\w+ )?(?:boete|dwangsom)\b"
    r"|\b(?:[Rr]egels|bezwaar|beroep|invordering|verrekening|betaling|hoogte van|tenuitvoerlegging"
    r"|dwangbevel|mandaat|zou(?:den)? moeten|blijft bevoegd)\b|^Tot de bevoegdheid\b"
)
_PUNISHABLE = re2.compile(
    r"\b(?:is|zijn|vormt|vormen|worden|wordt) (?:een |mede |eveneens |tevens )?(?:strafba(?:ar"
    r"|re) feit(?:en)?"
    r"|economische? delict(?:en)?|strafbaar)\b"
    r"|\b(?:[Oo]vertreding(?:en)?|[Hh]andelen|[Hh]andelingen|[Gg]edraging(?:en)?|[Nn]iet[- ]na\w+"
    r"|[Nn]iet voldoen)\b.*\b(?:is|zijn|worden|wordt"
    r"|levert|vormt)\b.*\b(?:strafba(?:ar|re) feit(?:en)?|economische? delict(?:en)?"
    r"|strafbaar(?: gesteld)?)\b"
    r"|\b(?:[Mm]et|tot) (?:een )?(?:hechtenis|geldboete|gevangenisstraf)\b.*?\bgestraft\b"
    r"|\b(?:wordt|worden)\b[^;]{0,80}\bgestraft\b"
    r"|\bstrafba(?:ar|re)\b.*?\b(?:zijn|worden|is)\b[^;]{0,60}?\b(?:overtreding(?:en)?"
    r"|misdrij\w+)\b"
    r"|\bovertreding\b.*\bals strafba(?:ar|re) feit(?:en)? (?:\w+ )?(?:aangemerkt|aangewezen)\b"
    r"|\b(?:is|zijn) (?:een )?(?:misdrijf|misdrijven|overtreding(?:en)?)(?:[.,;]|$)"
    r"|\bstrafwet\b.*\b(?:toepasselijk|van toepassing)\b"
    r"|\b[Aa]ls bijkomende straf(?:fen)? (?:kan|kunnen)\b"
    r"|\b(?:onderworpen|onderhevig) aan (?:de )?tucht\w+|\baan (?:het "
    r"|de )?tuchtrecht\w*.{0,40}? onderworpen"
)
_NO_SANCTION = re2.compile(
    r"\b(?:[Ii]ndien|[Ww]anneer) (?:\w+ ){0,12}?(?:strafba\w+|delict)\b"
    r"|\b(?:verdenking|verdachte?|vermoeden|opsporen|opsporing|veroordel\w+|vervolg\w+"
    r"|slachtoffers?|begaan|tenuitvoerlegging"
    r"|onder een)\b"
)
"""Where a punishable fact is only the occasion for something else."""
_PENAL_ALWAYS = re2.compile(
    r"\b(?:[Oo]vertreding(?:en)?|[Hh]andelen in strijd|[Gg]edraging(?:en)?|[Nn]iet[- ]na\w+) (?:van"
    r"|met|in strijd)\b"
    r"|\b(?:strafba(?:ar|re) feit(?:en)?|economische? delict(?:en)?)[.;]?$|\bgestraft\b"
    r"|\bstrafwet\b|\b[Aa]ls bijkomende straf"
)
_IMPOSES = re2.compile(
    r"\b(?:legt|leggen) [^;,]{0,80}?\b(?:boetes?|dwangsom)\b(?: van [^;,]{0,40})? op (?:van"
    r"|wegens|ter"
    r"|aan|indien)\b"
)
_ON_SUSPICION = re2.compile(r"^Bij (?:een )?(?:vermoeden|verdenking) van\b")
_WITHDRAW = ("ntrek", "ngetrokken", "chors", " trekt ", "trekken", "eigert ")
_ORDER = ("anwijzing geven", "evelen", "elasten", "verbieden", "aanwijzing te geven")
_ORDERS = re2.compile(
    r"\b(?:kan|kunnen|is bevoegd|zijn bevoegd)\b[^;]*\b(?:aanwijzing(?:en)? (?:te )?geven"
    r"|bevelen|gelasten"
    r"|verbieden|te bevelen|te gelasten|te verbieden)\b"
)
_REFUSES = re2.compile(
    r"\bweigert\b[^;]*\b(?:uitkering|toeslag|bijstand|pensioen|inkomensvoorziening)\b"
)
"""A benefit that is held back; to refuse a licence is none."""
_WITHDRAWS = re2.compile(
    r"\b(?:kan|kunnen|mag|trekt|trekken|wordt|worden|schorst)\b[^;]*?\b(?:intrekken|ingetrokken"
    r"|in te trekken|in"
    r"(?:[,:.;]|$| indien| als| wanneer)|schorsen|geschorst|schorst)\b?"
)
_BY_PRIVATE = re2.compile(
    r"(?:De|Een|Het) (?:\w+ ){0,3}(?:\w*keurings\w+|certific\w+|instelling|exameninst\w+) (?:trekt"
    r"|schorst)\b"
)
"""A body without authority that withdraws what it gave has a duty to."""
_WITHDRAWN = re2.compile(
    r"\bniet (?:eerder )?kan schorsen\b|\bblijft bevoegd\b|\b(?:is|zijn"
    r"|was) (?:niet )?(?:\w+ )?(?:geschorst"
    r"|ingetrokken)\b"
)
_LICENCE = re2.compile(
    r"(?i)\b(?:vergunning|erkenning|ontheffing|vrijstelling|aanwijzing|toelating|registratie"
    r"|inschrijving|certifica(?:at|ten)"
    r"|toestemming|goedkeuring|machtiging|concessie|bevoegdheid|bewijs|aanmelding|akte|keurmerk"
    r"|licentie|subsidie|toekenning|toeslag|uitkering)\w*\b"
)
_BREACH = re2.compile(
    r"\bniet (?:(?:meer|langer|of niet|volledig|behoorlijk|naar behoren"
    r"|in acht) ){0,3}(?:\w+ ){0,4}?"
    r"(?:na|is nagekomen|nakomt|nakomen|nagekomen|naleeft|naleven|nageleefd|voldoet|voldaan|voldoen"
    r"|in acht)\b"
    r"|\bniet\b[^;.]*?\b(?:voldoet|voldoen|voldaan|nakomt|naleeft|nageleefd|nagekomen"
    r"|in acht (?:neemt|genomen))\b"
    r"|\bin strijd (?:met|handelt)|\b[Oo]vertreding van|\bovertreedt\b|\bheeft overtreden\b"
    r"|\bniet-nakom\w+"
    r"|\bniet-nalev\w+|\bhandelt in strijd\b|\bmisbruik\b|\bin gebreke (?:is|blijft)\b"
    r"|\bniet houdt aan\b|\bonregelmatigheden\b|\bverzuimt te voldoen\b"
    r"|\b(?:gegevens|inlichtingen)\b[^;]{0,60}?\bonjuist(?: of onvolledig)? (?:blijken|zijn)\b"
    r"|\bonjuiste (?:of onvolledige )?(?:gegevens|inlichtingen)\b[^;]{0,40}\bverstrekt\b"
    r"|\bzodanig onjuist\b|\bnalatigheid in de naleving\b"
)

# --- delegations --------------------------------------------------------------------------------

_MEASURES = (
    "lgemene maatregel",
    "lgemeenen maatregel",
    "inisteriële regeling",
    "inisteriele regeling",
    "egeling van Onze",
    "egeling van de",
    "e maatregel",
    "ie maatregel",
    "erordening",
    "amvb",
)
_BY_MEASURE = re.compile(
    r"\b(?:[Bb]ij|[Kk]rachtens|[Ii]ngevolge) (?:of (?:krachtens|bij) |en krachtens )?(?:een |de in "
    r"|in |(?:wet|rijkswet) of )?"
    r"(?:(?:algemee?ne?n? maatregel(?:en)? van (?:rijks)?bestuur|amvb|AMvB"
    r"|ministeri[eë]le regeling(?:en)?"
    r"|(?:gezamenlijke )?regeling van (?:Onze|Ons|de [Mm]inister|de [Ss]taatssecretaris)"
    r"|(?:provinciale |gemeentelijke |nadere |waterschaps)?verordening(?: of [a-z]+)?(?= \b(?:kan"
    r"|kunnen|worden|wordt|regels"
    r"|vast|nadere|bepalen|gestelde|te stellen|aan|maatregel van bestuur|het bedrag|een)\b))\b)"
    r"(?P<after>,? (?:als )?(?:bedoeld|genoemd) in (?!(?:het"
    r"|dit) (?:\w+ )?lid)(?:de )?artikel(?:[^;.]|\.\d){0,80}?"
    r" van (?:de|het|die|dat) (?:[A-Z]\w+|wet|besluit)|,? ter uitvoering van"
    r"|, bedoeld in artikel \d+\w*(?:, \w+ lid)?,(?! (?:kan|kunnen|worden|wordt)\b))?"
)
_SAID_MEASURE = re2.compile(
    r"^Bij (?:of krachtens )?(?:de|die|deze) (?:algemene )?(?:maatregel|ministeriële regeling|amvb"
    r"|regeling)\b[^;:]*?\b(?:kan|kunnen|wordt|worden)\b|"
    r"\b(?:[Bb]ij|[Kk]rachtens|[Ii]n) (?:of krachtens )?(?:de|die|deze|een) (?:algemene "
    r"|in [^,;]{0,60} bedoelde )?"
    r"(?:ministeriële |algemene )?(?:maatregel|regeling|amvb)(?: van (?:rijks)?bestuur)?\b"
    r"[^;:]*?\b(?:kan|kunnen|wordt|worden)\b[^;]*?\b(?:regels|bepaald|gesteld|gemaakt|afgeweken"
    r"|aangewezen"
    r"|vastgesteld|geregeld|gegeven|voorzien|opgenomen|eisen|voorschriften|nadere|onderscheid"
    r"|betrekking)\b"
)
_BY_ORDINANCE = re2.compile(
    r"\b(?:[Bb]ij|[Ii]n) (?:de|een|die)(?: [^;:]{0,120})? \w*verordening\b[^;:]{0,60}\b(?:kan"
    r"|kunnen"
    r"|wordt|worden)\b[^;:]*?\b(?:regels|bepaald|aangewezen|gesteld|gegeven)\b"
    r"|\bkan\b[^;:]{0,60}\b(?:in de|een) \w+verordening (?:bepalen|vaststellen)\b"
    r"|^De verordening kan\b|\bkan de verordening (?:bepalen|voorzien|regelen)\b"
)
_RULES = (
    "egels",
    "egelen",
    "oorschriften",
    " eisen",
    "epalingen",
    "e regeling, ",
    "overgelaten de ",
    "regeling kan",
    "erordeningen",
)
_AUTHORITY = (
    r"(?:[Oo]nze (?:voornoemde )?[Mm]inisters?|[Dd]e (?:[Mm]inisters?|[Ss]taatssecretaris|[Rr]aad"
    r"|[Nn]ederlandsche"
    r" [Bb]ank|[Aa]utoriteit|AFM|NZa|zorgautoriteit|toezichthouder|[Cc]ommissie|voorzitter"
    r"|[Dd]ienst|directeur"
    r"|gemeenteraad|bestuursraad|[Hh]oofdingenieur|[Dd]irectie|[Ii]nspect\w+|RDW|[Vv]erenigingsraad"
    r"|ledenraad)|[Ww]ij\b"
    r"|[Pp]rovinciale [Ss]taten|[Gg]edeputeerde [Ss]taten|[Bb]urgemeester en [Ww]ethouders"
    r"|[Hh]et (?:[Bb]estuur"
    r"|[Cc]ollege|[Dd]agelijks [Bb]estuur|[Pp]roductschap|UWV|Uitvoeringsinstituut|bevoegde? gezag"
    r"|Commissariaat"
    r"|Praesidium|algemeen bestuur|CBR|hoofdproductschap|bedrijfschap))"
)
_MAY_HOLD = re2.compile(
    r"^De (?:(?:(?:bij|in|krachtens|op grond van|ingevolge)\b[^;:]{0,160}?"
    r" (?:bedoelde|te geven|gegeven|te stellen|gestelde|genoemde) )?(?:nadere )?"
    r"(?:regels|regelen|eisen|voorschriften|maatregel|regeling))\b[^;:]{0,120}?"
    r"\b(?:kunnen|kan|hebben|heeft)\b[^;:]{0,60}?\b(?:betrekking hebben op|betrekking op"
    r"|verschillen"
    r"|onderscheid|verschillend)\b"
    r"|^In (?:de|een) [a-z-]+ worden (?:\w+ )?(?:regels|regelen|voorschriften) (?:gesteld"
    r"|gegeven)\b"
    r"|^De regeling, bedoeld in [^;:]{1,60}, (?:bevat|bepaalt|voorziet)\b"
    r"|^In de (?:regels|regeling|regelen), bedoeld in [^;:]{1,60}, (?:wordt|kan|kunnen)\b"
    r"|^In (?:zodanige|die) (?:regels|regelen|regeling)\b[^;:]*\b(?:kan|kunnen)\b"
    r"|^Verordeningen\b[^;]*\bhouden\b[^;]*\bin\b"
)
"""What a measure already provided for may hold."""
_HOLDS_FROM = ("De ", "In ", "Verordeningen ")
"""With what such a sentence begins."""
_SETTLES = re2.compile(
    rf"{_AUTHORITY}\b[^;:]{{0,60}}? stelt de (?:regels|eisen|voorschriften)\b[^;:]*?\bvast\b"
    r"|\b(?:is|wordt) overgelaten de (?:nadere )?regeling\b"
)
_SETTLE_WORDS = (" stelt de ", "overgelaten de ")
_LAYS_DOWN = re2.compile(
    rf"{_AUTHORITY}\b[^;:]*?\b(?:kan|kunnen|stelt|stellen|geeft|geven|is bevoegd"
    r"|zijn bevoegd)\b[^;:]*?"
    r"\b(?:(?:nadere |bijzondere |aanvullende |afwijkende |algemene |andere |technische )(?:regels"
    r"|regelen|voorschriften|eisen"
    r"|bepalingen)|regels|regelen)\b[^;]*?\b(?:stellen|stelt|vaststellen|vast|geven|geeft"
    r"|uitvaardigen|te stellen"
    r"|vast te stellen|te geven)?"
    rf"|\b(?:kan|kunnen|stelt|stellen|geeft|geven)\b (?:door )?{_AUTHORITY}\b[^;:]*?\b(?:nadere "
    r"|bijzondere |aanvullende "
    r"|afwijkende )?(?:regels|regelen|(?:nadere|bijzondere|aanvullende) (?:voorschriften|eisen"
    r"|bepalingen))\b"
    rf"|\bdoor {_AUTHORITY}[^;:.]*?\b(?:gestelde?|te stellen|vastgestelde?|vast te stellen|gegeven"
    r"|te geven"
    r"|uitgevaardigde) (?:nadere |bijzondere |algemene )?(?:regels|regelen|eisen|voorschriften"
    r"|normen|bepalingen|richtlijnen)\b"
    r"|\b(?:kunnen|worden)\b[^;:]*?\b(?:nadere |bijzondere |aanvullende )(?:regels|regelen"
    r"|voorschriften|eisen|bepalingen)\b"
    r"[^;:]*?\b(?:gesteld|gegeven|vastgesteld|uitgevaardigd)\b"
    rf"|\b(?:kunnen|worden)\b[^;:]*? door {_AUTHORITY}[^;:]*?\b(?:regels|regelen|voorschriften"
    r"|eisen)\b[^;:]*?"
    r"\b(?:gesteld|gegeven|vastgesteld)\b"
    r"|\b(?:kan|kunnen|stelt|stellen|geeft|geven|is bevoegd|zijn bevoegd)\b[^;:]*\bnadere (?:regels"
    r"|regelen|voorschriften|eisen|richtlijnen|instructies)\b"
    r"[^;]*\b(?:vast|stellen|geven|te stellen|te geven|vaststellen|omtrent|over|inzake|ten aanzien"
    r"|met betrekking|ter|voor|aangaande)\b"
    r"|\bbestuursorgaan kan (?:nadere )?regels stellen\b"
    rf"|{_AUTHORITY}\b[^;:]*?\b(?:kan|kunnen)\b[^;:]*?\bvoorschriften\b[^;:]*?\b(?:vaststellen"
    r"|geven|stellen) (?:omtrent|betreffende|over|inzake|met betrekking tot|ten aanzien van)\b"
    rf"|{_AUTHORITY}\b[^;:]{{0,60}}? stelt de (?:regels|eisen|voorschriften)\b[^;:]*?\bvast\b"
    rf"|{_AUTHORITY}\b[^;:]{{0,80}}? bevoegd \w*voorschriften vast te stellen\b"
    r"|^voorschriften (?:geven|vaststellen) (?:omtrent|betreffende|over|inzake)\b"
    r"|\b[Nn]adere regel(?:s|en|ing)\b[^;:]*?\b(?:kunnen|kan|worden|wordt)\b[^;:]*?\b(?:gesteld"
    r"|gegeven|vastgesteld)\b"
)
_NO_RULES = re2.compile(
    r"\bkan van (?:de )?(?:bij|krachtens)\b[^;]*\bontheffing\b|\bverbinden\b|\bverbonden\b|(?:^"
    r"|[^f]) beleidsregels\b|\b(?:wenselijk|nodig|noodzakelijk) is\b"
    r"[^;]{0,20}\bregel|\b(?:gedrags|huis|spel)regels\b"
    r"|\b[Dd]e (?:nadere )?regels,? (?:be|ge)"
)
_AGREED = re2.compile(
    r"\bvoordracht voor (?:een|de)\b[^;]*?\b(?:maatregel|besluit)\b|\bontwerp van (?:een|de)\b"
)

# --- evaluation ---------------------------------------------------------------------------------

_REPORTS = ("valu", "oeltreffendheid", "erslag ")
_OWN = (
    r"(?:deze|dit)\s(?:wet|rijkswet|besluit|regeling|verordening|beleidsregels?|wijzigings\w+"
    r"|wijziging(?:en)?|artikel(?:en)?"
    r"|hoofdstuk|paragraaf|afdeling|titel|onderdeel|reglement|circulaire|aanwijzing|richtlijn"
    r"|bepaling(?:en)?|regels"
    r"|experiment|maatregel(?:en)?|rijkswet|convenant|protocol|overeenkomst)\b"
)
_EVALUATES = re2.compile(
    r"(?i)\b(?:zendt|zenden|brengt|brengen|doet|doen|biedt|onderzoekt|ontvangt|rapporteert"
    r"|stelt)\b.*\bverslag\b.*"
    rf"\b(?:doeltreffendheid|effecten|werking|uitvoering|toepassing)\b.*?\bvan\b.{{0,80}}?(?:{_OWN}"
    r"|\bartikel|hoofdstuk"
    r"|afdeling|paragraaf|het bij of krachtens)"
    rf"|\b(?:zendt|brengt|doet|onderzoekt|verslag)\b.*\bdoeltreffendheid\b.*?(?:{_OWN}"
    r"|\bin de praktijk\b)"
    r"|\b[Mm]inister\b.{0,80}\bstelt\b.{0,60}\been evaluatie op\b"
    rf"|{_OWN}.*\b(?:geëvalueerd|geevalueerd)\b"
    rf"|\b(?:wordt|worden) (?:\w+ ){{0,4}}{_OWN}.*\b(?:geëvalueerd|geevalueerd)\b"
    rf"|\b(?:evalueert|evalueren)\b.{{0,120}}?{_OWN}"
    r"|\b(?:zorg voor|plaats|verricht|voert|houdt"
    rf"|uitgevoerd)\b.{{0,60}}\bevaluatie van .{{0,60}}?{_OWN}"
    rf"|\bevaluatie van .{{0,60}}?{_OWN}.{{0,80}}\b(?:plaats|uitgevoerd|verricht|gehouden)\b"
)
_NO_EVALUATION = re2.compile(
    r"\beffecten van de (?:verstrekte )?subsid\w+|\bartikel 4:24\b|\bbedoeld in artikel 39 van de K"
    r"|\bmedewerking\b|\bwerkt mee\b"
    r"|\b(?:naar aanleiding van|in verband met|inzake|ten behoeve van) de evaluatie\b"
    r"|^In dit\b.*\bverstaan|^Indien\b"
    r"|\b(?:producent|subsidieontvanger|raad van toezicht)\b"
)

# --- thresholds of size -------------------------------------------------------------------------

_WORKERS = (
    "werknemer",
    "werkza",
    "medewerker",
    "personeelsl",
    "arbeidskracht",
    "rbeidsplaats",
    "fte",
)
_NUMBERS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20,
    "vijfentwintig": 25, "dertig": 30, "vijfendertig": 35, "veertig": 40, "vijftig": 50,
    "vijfenzeventig": 75, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
    "honderd": 100, "tweehonderd": 200, "tweehonderdvijftig": 250, "vijfhonderd": 500,
    "duizend": 1000,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,3}}(?:\.\d{{3}})?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_PEOPLE = (
    r"(?:werknemers?|werkzame (?:personen|persoon)|personen(?: [a-z]+){0,4}? (?:werkzaam|in dienst)"
    r"|medewerkers?|personeelsleden"
    r"|arbeidskrachten|arbeidsplaatsen|werkenden|fte(?:[’']s)?|(?:voltijds?"
    r"|fulltime)[- ]?(?:equivalent\w*|werknemers))\b"
)
_SIZE = re2.compile(
    r"(?i)\b(?:(?P<under>minder dan|kleiner dan|tot)|(?P<most>ten hoogste|hoogstens|maximaal"
    r"|niet meer dan|tot en met)"
    r"|(?P<over>meer dan|groter dan)|(?P<least>ten minste|tenminste|minstens|minimaal|vanaf))\s"
    rf"(?P<count>{_COUNT})\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}"
    rf"|\b(?P<number>{_COUNT})\sof\s(?P<more>meer|minder)\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}"
    rf"|\b(?P<count2>{_COUNT})\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}\sof\s(?P<more2>meer|minder)\b"
    rf"|\b(?P<from>{_COUNT})\s(?P<upto>tot en met|tot"
    rf"|t/m)\s(?P<to>{_COUNT})\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}"
)
_NO_SIZE = re2.compile(r"\b(?:buitengewoon|beëdigd|commissie|vertegenwoordig\w+)\b")


def find_supervisors(places: Places) -> list[Fact]:
    """Return the provisions that say who supervises; ``value`` is who, where that is plain."""
    return _once_a_lid(
        places,
        (*_SUPERVISION, *_WATCHES),
        lambda words, index: _supervises(words) or _is_a_task(places, words, index),
        _SUPERVISOR_OF,
    )


def _is_a_task(places: Places, words: str, index: int) -> bool:
    """Whether an onderdeel of "is belast met:" is supervision."""
    return _SUPERVISION_ITEM.match(words) is not None and bool(_TASKS.search(places.stem(index)))


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


def find_sanctions(places: Places) -> list[Fact]:
    """Return the provisions that set a sanction on a breach; ``value`` is the sort of sanction."""
    found = _once_a_lid(places, _SANCTION, lambda words, _: _punishes(words), _SORT_OF_SANCTION)
    taken = {_key(places, fact) for fact in found}
    withdrawn = _once_a_lid(
        places, _WITHDRAW, lambda words, at: _withdraws(places, words, at), None
    )
    ordered = _once_a_lid(places, _ORDER, lambda words, _: _orders(words), None)
    known = taken | {_key(places, fact) for fact in withdrawn}
    found += [replace(f, value="last") for f in ordered if _key(places, f) not in known]
    for fact in withdrawn:
        if _key(places, fact) not in taken:
            found.append(replace(fact, at=_with_breach(places, fact.at), value="intrekking"))
    return sorted(found, key=lambda fact: fact.at.start)


def _with_breach(places: Places, at: Passage) -> Passage:
    """Return the words that announce a list together with the list: it names the breaches."""
    if places.text[at.end - 1] != ":":
        return at
    provision = places.provisions[places.index(at.start)]
    return replace(at, end=provision.start + len(places.lid_words(places.index(at.start))))


_SORT_OF_SANCTION = re2.compile(
    r"\b(?P<value>bestuurlijke boete|last onder bestuursdwang|last onder dwangsom|bestuursdwang"
    r"|dwangsom|geldboete|boete"
    r"|economische? delict|strafbaar feit|strafbare feiten|hechtenis|gevangenisstraf|tucht\w+)"
)


def _punishes(words: str) -> bool:
    if _ON_SUSPICION.search(words):
        return False
    if _AMOUNT.search(words) and not _NO_AMOUNT.search(words):
        return True
    if _IMPOSES.search(words):
        return True
    if _FINES.search(words):
        return not _NO_FINE.search(words)
    if not _PUNISHABLE.search(words):
        return False
    return bool(_PENAL_ALWAYS.search(words)) or not _NO_SANCTION.search(words)


def _orders(words: str) -> bool:
    """Whether an order may be given because of a breach."""
    return _ORDERS.search(words) is not None and _BREACH.search(words) is not None


def _withdraws(places: Places, words: str, index: int) -> bool:
    if _REFUSES.search(words) and _BREACH.search(words):
        return True
    if not _WITHDRAWS.search(words) or not _LICENCE.search(words):
        return False
    if _WITHDRAWN.search(words) or _BY_PRIVATE.match(words):
        return False
    said = places.lid_words(index) if words.endswith(":") else words
    return _BREACH.search(said) is not None


def find_delegations(places: Places) -> list[Fact]:
    """Return the provisions that leave further rules to a lower level; ``value`` is the level."""
    found = _once_a_lid(places, _MEASURES, lambda words, _: _delegates(words), _LEVEL)
    taken = {_key(places, fact) for fact in found}
    rules = _once_a_lid(places, _RULES, lambda words, _: _lays_down(words), None)
    found += [fact for fact in rules if _key(places, fact) not in taken]
    return sorted(found, key=lambda fact: fact.at.start)


_LEVEL = re2.compile(
    r"(?i)(?P<value>(?:bij of krachtens|krachtens"
    r"|bij) algemene maatregel(?:en)? van (?:rijks)?bestuur|ministeri[eë]le regeling"
    r"|regeling van Onze Ministers?|verordening)"
)


def _delegates(words: str) -> bool:
    for by in _BY_MEASURE.finditer(words):
        if not by["after"]:
            return True
    said = _SAID_MEASURE.search(words) or (
        "erordening" in words and _BY_ORDINANCE.search(words) is not None
    )
    return bool(said) and not _AGREED.search(words)


def _lays_down(words: str) -> bool:
    if words.startswith(_HOLDS_FROM) and _MAY_HOLD.search(words):
        return True
    if any(word in words for word in _SETTLE_WORDS) and _SETTLES.search(words):
        return True
    return _LAYS_DOWN.search(words) is not None and not _NO_RULES.search(words)


def find_evaluation(places: Places) -> list[Fact]:
    """Return the provisions by which the regulation itself is evaluated or reported on."""
    return _once_a_lid(places, _REPORTS, lambda words, _: _evaluates(words), None)


def _evaluates(words: str) -> bool:
    return _EVALUATES.search(words) is not None and not _NO_EVALUATION.search(words)


def find_thresholds(places: Places) -> list[SizeThreshold]:
    """Return the thresholds in numbers of working persons.

    "Ten hoogste tien" means those below 11, "meer dan 50" those from 51 up; "5 tot 10" is two.
    """
    found: dict[tuple[int, int], SizeThreshold] = {}
    done: set[tuple[int, int]] = set()
    for at, index in places.hits(_WORKERS):
        bounds = places.sentence(at, index)
        if bounds in done:
            continue
        done.add(bounds)
        start, end = bounds
        words = places.text[start:end]
        if _NO_SIZE.search(words):
            continue
        for size in _SIZE.finditer(words):
            place = places.passage(start + size.start(), start + size.end(), index)
            for number, (persons, below) in enumerate(_sizes(size)):
                if persons > 1:  # "een of meer werknemers" is no threshold
                    found[place.start, number] = SizeThreshold(place, persons, below)
    return [found[key] for key in sorted(found)]


def _sizes(size: Any) -> Iterator[tuple[int, bool]]:
    if size["from"]:
        yield _number(size["from"]), False
        included = size["upto"].lower() != "tot"
        yield _number(size["to"]) + included, True
    elif count := size["number"] or size["count2"]:
        below = (size["more"] or size["more2"]).lower() == "minder"
        yield _number(count) + below, below
    else:
        number = _number(size["count"])
        below = bool(size["under"] or size["most"])
        yield number + bool(size["most"] or size["over"]), below


def _number(word: str) -> int:
    known = _NUMBERS.get(word.lower())
    return known if known is not None else int(word.replace(".", ""))


# --- once a lid ---------------------------------------------------------------------------------


def _once_a_lid(
    places: Places,
    needles: Sequence[str],
    holds: Callable[[str, int], bool],
    value: Any,
) -> list[Fact]:
    """Return a fact for each lid with a sentence that ``holds``, the first one in it."""
    found: dict[tuple[object, ...], Fact] = {}
    seen: set[tuple[int, int]] = set()
    hits = sorted(places.hits(needles)) if len(needles) > 1 else places.hits(needles)
    for at, index in hits:
        key = places.lid_key(index)
        if key in found:
            continue
        bounds = places.sentence(at, index)
        if bounds in seen:
            continue
        seen.add(bounds)
        start, end = bounds
        words = places.text[start:end]
        if len(words) > LONGEST or not holds(words, index):
            continue
        named = value.search(words) if value is not None else None
        found[key] = Fact(places.passage(start, end, index), named["value"] if named else None)
    return list(found.values())


def _key(places: Places, fact: Fact) -> tuple[object, ...]:
    return places.lid_key(places.index(fact.at.start))
