"""Sentences of one provision.

Statutes end few words with a point that is not the end of a sentence, but always the same ones:
abbreviations of publications (Stb., nr.), letters and numbers of onderdelen ("onder b."), and
initials. Those are decided here, by the word before the point and the word after it; what was
compared before that choice stands in docs/adr/0010-sentences-and-words.md.
"""

import re

_OPENING = "\"“„‘'«([\u2039–"
_CLOSING = "\"”’'»)]\u203a"

_NEVER_LAST_TEXT = """
a.h.w a.u.b aanw afb afd alg apr arr art artt aug bc bijl bijv blz b.v.b bw ca cf d.d d.i d.m.v
d.w.z dd dhr dir dr dra drs ds eng evt fa febr fig fl g.g.d gebr gem gld h.o.d.n hfdst hfst hr
hst i.c i.h.a i.h.b i.i i.o i.p.v i.t.t i.v.m ing inz ir jhr jkvr jo jur kamerst kmr kst
ktr l.s lett lic m.a.w m.b.t m.b.v m.i.v m.m.v m.n m.u.v mej mevr mgr mr mrs mw n.a.v n.l n° nº
no nr nrs o.a o.b.v o.g.v o.i.v o.l.v o.m o.v.v okt ond ong op.cit p.a pag par ph pl plv pnt
prof r.k red resp s.v.p sept soc st st.crt stb stbl stc stcr stcrt t.a.v t.b.v t.g.v t.h.v
t.n.v t.o.v t.w t.z.t tab th tit trb v.w.b verz vgl vlg vlgs vnl voorz vs vz w.o wnd zgn pb
pbeg pbeu jac joh chr
"""
NEVER_LAST = frozenset(_NEVER_LAST_TEXT.split())
"""Abbreviations that something always follows, in lower case and without their last point."""

_MAYBE_LAST_TEXT = """
a.i a.s al art.nr b.a b.v bv c.a c.q c.s ca d.v dec e.a e.d e.v enz etc ev excl gr i.e i.w
incl jan jl jr ltd m.e m.m m.v max min mld mln n.c n.v nl nov nv pct plc s.a s.l sr u.a v.a
v.o.f v.v w.v.o zn zr
"""
MAYBE_LAST = frozenset(_MAYBE_LAST_TEXT.split())
"""Abbreviations and words cut short that may end a sentence as well."""

_STARTERS_TEXT = """
Aan Aangezien Aldus Alle Alleen Als Alsdan Alvorens Artikel Artikelen Behalve Behoudens Beide
Bij Binnen Boven Bovendien Buiten Daar Daaraan Daarbij Daarenboven Daarin Daarmee Daarna
Daarnaast Daarom Daartoe Daarvan Daarvoor Dan Dat De Degene Degenen Den Derhalve Des
Desgevraagd Deze Dezelfde Die Dien Dit Ditzelfde Doch Door Echter Een Eén Eenmaal Elk Elke En
Er Evenmin Eveneens Gedurende Geen Gehoord Gelet Haar Heeft Het Hetgeen Hetzelfde Hierbij
Hierdoor Hierin Hiermee Hiermede Hiertoe Hiervan Hiervoor Hij Hun Ieder Iedere Iemand Ik In
Indien Ingeval Ingevolge Inzake Is Jaarlijks Kan Krachtens Kunnen Maar Mede Men Met Mits Mocht
Mochten Mogelijk Na Naar Naast Namens Niet Niemand Niettemin Nu Of Om Omdat Omtrent Onder
Onderdeel Ongeacht Onverminderd Onverwijld Onze Ook Op Over Overigens Per Reeds Samen Sedert
Sinds Slechts Sommige Staatssecretaris Steeds Te Tegelijk Tegen Telkens Ten Tenzij Ter Terwijl
Teneinde Tevens Tijdens Toch Tot Totdat Tussen U Uit Uitsluitend Uiterlijk Van Vanaf Vanwege
Verder Vervolgens Via Volgens Voor Vooraf Voorafgaand Voorts Voorzover Waar Wanneer Wat We
Welke Wie Wij Wijzigt Worden Wordt Ze Zie Zij Zijn Zo Zoals Zodra Zolang Zonder Zowel Zulks
"""
STARTERS = frozenset(_STARTERS_TEXT.split())
"""Words that open sentences in statutes and notes and are seldom part of a name."""

_NAME_PARTICLES = frozenset(
    ("De", "Den", "Des", "In", "Op", "Te", "Ten", "Ter", "Tot", "Uit", "Van", "Voor")
)
"""What may stand between initials and a surname."""

_CANDIDATE = re.compile(
    rf"[.!?…](?:[{re.escape(_CLOSING)}]*(?P<blank>\s+)"
    rf"(?=[{re.escape(_OPENING)}]*[A-ZÀ-ÖØ-Þ0-9§€])"
    r"|(?<=[a-zà-öø-ÿ]{3}\.)(?=[A-Z][a-zà-öø-ÿ]+\s))"
)
"""Where a sentence may end; also where the blank was forgotten ("zichtbaar is.Indien"). It begins
with the mark: looked for in another way it takes three times as long."""
_TOKEN = re.compile(rf"[^\s{re.escape(_OPENING)}]*$")
_NEXT_WORD = re.compile(r"[^\W_]+")
_POINTED_AT = re.compile(
    r"\b(?:afdeling|artikel|bijlagen?|boek|categorie|deel|groep|hoofdstuk|klasse|kolom|letters?|lid"
    r"|lijst|model|nummer|onder|onderde(?:el|len)|paragraaf|punt|rubriek|schaal|sub|tabel|titel"
    r"|type|zone)\s+[\"“‘'«]?$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"\d\s$")
_LISTED = re.compile(r"(?:,|\b(?:en|of|tot en met|t/m))\s+[\"“‘'«]?$", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.:]*\d[a-z]?|\d+[°º]")
_ROMAN = re.compile(r"[IVXLC]{2,}|[ivxlc]{2,4}")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}[./-])+[^\W\d_]{1,3}")
_ITEM = re.compile(r"\d+(?:\.\d+)*[a-z]?(?:\.\s|[°º])")
_SHORT = re.compile(r"(?<![^\W_])[^\W\d_]{1,4}$")
"""A word that may be an abbreviation nobody has listed."""
_REACH = 48
"""Characters before a point that are looked at: longer than any abbreviation."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of one provision as (start, end), in code points.

    They are stripped of blanks, follow each other, and together hold all of ``text`` but blanks.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        if _ends_sentence(text, start, match):
            end = match.start("blank") if match["blank"] else match.end()
            _append_stripped(spans, text, start, end)
            start = end
    _append_stripped(spans, text, start, len(text))
    return spans


def _append_stripped(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, sentence: int, match: re.Match[str]) -> bool:
    """Whether the point at ``match`` ends the sentence that began at ``sentence``."""
    if not match["blank"]:
        return _next_word(text, match.end()) in STARTERS
    if match[0][0] in "!?":
        return True
    point = match.start()
    found = _TOKEN.search(text, max(sentence, point - _REACH), point)
    token = found[0] if found else ""
    before = text[max(sentence, point - len(token) - _REACH) : point - len(token)]
    following = _next_word(text, match.end())
    if _belongs_to_word(text, sentence, match, following):
        return False
    return _token_ends_sentence(token, before, following)


def _belongs_to_word(text: str, sentence: int, match: re.Match[str], following: str) -> bool:
    """Whether what follows shows that the point stands within a sentence."""
    point, after = match.start(), match.end()
    if text.startswith(")", point + 1):
        opened = text.rfind("(", sentence, point)
        return opened > sentence and text[sentence:opened].strip(_OPENING + " ") != ""
    if text.startswith("(", after):
        return following.lower() in NEVER_LAST
    # "[Ref. 2]", "(Kst. 32396)": no sentence begins with a bare number
    short = _SHORT.search(text, max(sentence, point - _REACH), point)
    return bool(short) and following[:1].isdigit() and not _ITEM.match(text, after)


def _next_word(text: str, position: int) -> str:
    while position < len(text) and text[position] in _OPENING:
        position += 1
    found = _NEXT_WORD.match(text, position)
    return found[0] if found else ""


def _token_ends_sentence(token: str, before: str, following: str) -> bool:
    """Decide by the word before the point, what stands before that, and the next word."""
    starter = following in STARTERS
    lower = token.lower()
    numbers_something = not before.strip() or before.rstrip()[-1] in ":;"
    if not token or token[-1] == ".":  # a dotted line to fill in, or a stray point
        return starter
    if len(token) > 1 and token.isupper() and token.isalpha():
        letter_follows = len(following) == 1 and following.isalpha() and not starter
        return not letter_follows and not (numbers_something and _ROMAN.fullmatch(token))
    if lower in NEVER_LAST or _last_part(lower) in NEVER_LAST:
        return False
    if lower in MAYBE_LAST:
        return starter
    if _NUMBER.fullmatch(lower):
        return not numbers_something and following[:1].isalpha()
    if len(token) == 1:
        return not numbers_something and _letter_ends_sentence(token, before, following)
    if _DOTTED.fullmatch(token):
        return starter and not (token.isupper() and following in _NAME_PARTICLES)
    return not (numbers_something and _ROMAN.fullmatch(token))


def _last_part(token: str) -> str:
    """The end of words written together: "prof.mr", "lid/plv"."""
    return re.split(r"[./]", token)[-1]


def _letter_ends_sentence(letter: str, before: str, following: str) -> bool:
    """A single letter is an initial, unless the text points to it: "onder b. Het"."""
    if _QUANTITY.search(before):  # "op een hoogte van 3 m. In plaats"
        return following in STARTERS
    if _POINTED_AT.search(before):
        return following in STARTERS or (letter.islower() and len(following) > 1)
    return following in STARTERS and bool(_LISTED.search(before))
