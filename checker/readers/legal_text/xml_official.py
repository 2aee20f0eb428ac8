"""XML of the government: the statute book (BWB) and official publications."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from checker.models.legal_text import Block, BlockKind, Part
from checker.readers.legal_text import words
from checker.readers.legal_text.limits import refused
from checker.readers.legal_text.safe_xml import local, parsed

_ROOTS = frozenset(
    {"toestand", "officiele-publicatie", "wetgeving", "staatsblad", "staatscourant", "kamerstuk",
     "kamerwrk", "gemeenteblad", "provinciaalblad", "waterschapsblad", "blad"}
)  # fmt: skip
_DROPPED = frozenset(
    {"meta-data", "metadata", "noot", "nootref", "noot.al", "plaatje", "illustratie", "jci", "jcis",
     "brondata", "bron", "inhoud", "inhoudsopgave", "bwb-inputbestand", "bwb-wijzigingen",
     "colspec", "redactionele-correcties", "publicatiegegevens"}
)  # fmt: skip
_PARTS = {
    "intitule": Part.PREAMBLE, "aanhef": Part.PREAMBLE, "considerans": Part.PREAMBLE,
    "preambule": Part.PREAMBLE, "afkondiging": Part.PREAMBLE, "wie": Part.PREAMBLE,
    "wij": Part.PREAMBLE, "regelinghoofd": Part.PREAMBLE,
    "wettekst": Part.BODY, "regeling-tekst": Part.BODY, "regeltekst": Part.BODY,
    "artikel": Part.BODY, "wijzig-artikel": Part.BODY, "lichaam": Part.BODY,
    "wetsluiting": Part.CLOSING, "regeling-sluiting": Part.CLOSING, "sluiting": Part.CLOSING,
    "wet-sluiting": Part.CLOSING, "slotformulering": Part.CLOSING, "ondertekening": Part.CLOSING,
    "besluit-sluiting": Part.CLOSING, "regelingsluiting": Part.CLOSING,
    "bijlage": Part.ANNEX, "wetbijlage": Part.ANNEX, "bijlage-sluiting": Part.ANNEX,
    "nota-toelichting": Part.NOTE, "toelichting": Part.NOTE, "regeling-toelichting": Part.NOTE,
    "memorie-van-toelichting": Part.NOTE, "algemenetoelichting": Part.NOTE,
    "artikelgewijzetoelichting": Part.NOTE, "wat-toelichting": Part.NOTE,
}  # fmt: skip
_KEPT = frozenset({Part.NOTE, Part.ANNEX})
"""What stands inside these stays part of them, articles included."""
_NUMBERS = frozenset({"lidnr", "li.nr", "nr", "lidnummer", "linummer", "nummer"})
_HEADINGS = frozenset({"intitule", "tussenkop", "titel", "opschrift", "subtitel", "title"})
_TEXTS = frozenset(
    {"al", "considerans.al", "wij", "wie", "naam", "functie", "term", "plaats", "datum",
     "ondertekening.al", "slotformulering.al", "tekst.al", "gegeven"}
)  # fmt: skip
_INLINE = frozenset(
    {"nadruk", "extref", "intref", "extioref", "intioref", "sup", "inf", "sub", "ovl", "unl",
     "ins", "hi", "i", "b", "u", "abbr", "voornaam", "achternaam", "functie.al", "unicode"}
)  # fmt: skip
_BLOCKS = frozenset({"al", "lijst", "li", "lid", "table", "definitielijst", "al-groep", "kop"})
_TABLES = frozenset({"table", "tgroup"})
_SPACED = frozenset({"voornaam", "achternaam", "al", "li", "li.nr", "term", "br", "entry"})
_IS_ARTICLE_TEXT = frozenset({"al", "artikel"})


def read(data: bytes, name: str) -> Iterator[Block]:
    """Yield the blocks of an official XML file.

    Raises:
        BadInputError: it is damaged, unsafe or another kind of XML.
    """
    root = parsed(data, name, "text_xml_damaged")
    is_known = local(root.tag).lower() in _ROOTS
    if not is_known and not any(local(e.tag).lower() in _IS_ARTICLE_TEXT for e in root.iter()):
        raise refused(name, "text_xml_unknown")
    try:
        yield from _Reader().blocks(root, None)
    except RecursionError:
        raise refused(name, "text_too_deep") from None


class _Reader:
    """Goes through the elements; ``number`` is one that waits for the words behind it."""

    def __init__(self) -> None:
        self.number = ""

    def blocks(self, node: Element, part: Part | None) -> Iterator[Block]:
        """Yield the blocks in ``node``."""
        name = local(node.tag).lower()
        if not name or name in _DROPPED:
            return
        part = part if part in _KEPT else _PARTS.get(name, part)
        if name == "kop":
            yield words.block(_heading(node), BlockKind.HEADING, part)
        elif name in _HEADINGS:
            yield words.block(_text(node), BlockKind.HEADING, part)
        elif name in _NUMBERS:
            yield from self._numbered(_text(node), part)
        elif name in _TABLES:
            yield from _rows(node, part)
        elif name == "definitie-item":
            yield from self._definition(node, part)
        else:
            yield from self._mixed(node, name, part)

    def _mixed(self, node: Element, name: str, part: Part | None) -> Iterator[Block]:
        """Words, and elements that are blocks of their own between them."""
        if name == "li" and (number := node.get("nr")) and not _has(node, "li.nr"):
            yield from self._numbered(number, part)
        run = node.text or ""
        for child in node:
            inner = local(child.tag).lower()
            is_words = inner in _INLINE or name in _TEXTS or bool(run.strip())
            if inner in _DROPPED or not inner:
                pass
            elif is_words and inner not in _BLOCKS:
                run += f" {_text(child)} " if inner in _SPACED else _text(child)
            else:
                yield from self._run(run, part)
                run = ""
                yield from self.blocks(child, part)
            run += child.tail or ""
        yield from self._run(run, part)

    def _run(self, text: str, part: Part | None) -> Iterator[Block]:
        if text.strip():
            number, self.number = self.number, ""
            yield words.block(f"{number} {text}", part=part)

    def _numbered(self, text: str, part: Part | None) -> Iterator[Block]:
        """Keep a number for the words behind it; a capital of an amendment stands alone."""
        number = words.clean(text)
        if number.isalpha() and number.isupper():
            yield words.block(number, part=part)
        elif number:
            dot = "." if number[-1].isalnum() else ""
            self.number = f"{self.number} {number}{dot}".strip()

    def _definition(self, node: Element, part: Part | None) -> Iterator[Block]:
        term = ""
        for child in node:
            inner = local(child.tag).lower()
            if inner in _NUMBERS:
                yield from self._numbered(_text(child), part)
            elif inner == "term":
                term = words.clean(_text(child))
                self.number = f"{self.number} {term}{'' if term.endswith(':') else ':'}".strip()
            else:
                yield from self.blocks(child, part)


def _has(node: Element, name: str) -> bool:
    return any(local(child.tag).lower() == name for child in node)


def _text(node: Element) -> str:
    """Return the words in ``node``, without its notes."""
    parts = [node.text or ""]
    for child in node:
        name = local(child.tag).lower()
        if name and name not in _DROPPED:
            inner = _text(child)
            parts.append(f" {inner} " if name in _SPACED else inner)
        parts.append(child.tail or "")
    return "".join(parts)


def _heading(kop: Element) -> str:
    """Return ``Artikel 3a. Opschrift``."""
    found: dict[str, str] = {}
    for child in kop:
        name = local(child.tag).lower()
        if name and name not in _DROPPED:
            kind = {"nummer": "nr", "opschrift": "titel", "subtitel": "titel"}.get(name, name)
            found[kind] = f"{found.get(kind, '')} {words.clean(_text(child))}".strip()
    if not found:
        return _text(kop)
    label, number = found.pop("label", ""), found.pop("nr", "")
    title = " ".join(found.values())
    if label and number:
        number = number.rstrip(".")
    head = f"{label} {number}".strip()
    return f"{head}. {title}" if label and title else f"{head} {title}"


def _rows(table: Element, part: Part | None) -> Iterator[Block]:
    for node in table.iter():
        name = local(node.tag).lower()
        if name == "title":
            yield words.block(_text(node), part=part)
        elif name in ("row", "tr"):
            cells = [c for c in node if local(c.tag).lower() in ("entry", "td", "th")]
            yield words.row([_text(cell) for cell in cells], part)
