"""How the words of a block are written, whatever file they come from."""

import re
import unicodedata

from checker.models.legal_text import Block, BlockKind, Part

_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff]+"
)
"""Signs that nobody sees: control characters, soft hyphens, zero-width signs, directions."""
_SUBSTITUTES = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "st", "\ufb06": "st", "\u0132": "IJ", "\u0133": "ij", "\u2011": "-",
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf076": "•", "\uf02d": "–",
        "\uf0b0": "°", "\uf0a3": "≤", "\uf0b3": "≥", "\uf0b4": "×", "\uf020": " ",
    }
)  # fmt: skip
"""Ligatures, the hyphen that does not break, and signs of Word's symbol fonts."""
_NEEDS_SUBSTITUTE = re.compile("[\u0132\u0133\u2011\uf000-\uf0ff\ufb00-\ufb06]")

_BULLET = re.compile(r"(?:[-–—−•·▪■◦●○‣\u2043] |[-–−](?=[^\W\d_]{2}))")
_GLUED = re.compile(
    r"(\d{1,3}[a-z]{0,2}\.|[a-z]{1,2}\.|\d{1,3}[a-z]{0,3}[°º]\.?)"
    r"(?=[^\W\d_]{2}|[’'‘\"“”„«\[(€])"
)
"""A number with the words right behind it, as it is often typed: "a.de werkgever"."""
_UNTITLED = re.compile(
    r"((?:Artikel|Hoofdstuk|Titel|Afdeling|Paragraaf|Boek|Deel|Bijlage|§)"
    r" (?:\d[\w.:]*|[IVXLC]+[a-z]*|[A-Z]))\.? (?=[A-ZÀ-Þ‘“(])",
    re.IGNORECASE,
)
_LONGEST_HEADING = 300


def clean(text: str) -> str:
    """Return ``text`` on one line, in NFC, with single plain spaces and nothing invisible."""
    if _DROPPED.search(text):
        text = _DROPPED.sub("", text)
    if not text.isascii():
        if _NEEDS_SUBSTITUTE.search(text):
            text = text.translate(_SUBSTITUTES)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, part: Part | None = None) -> Block:
    """Return a block of ``text``; it may turn out empty."""
    text = labelled(clean(text))
    if kind is BlockKind.HEADING:
        text = _heading(text)
    return Block(text, kind, part)


def row(cells: list[str], part: Part | None = None) -> Block:
    """Return a row of a table; it may turn out empty."""
    return Block("\t".join(map(clean, cells)).strip(), BlockKind.TABLE_ROW, part)


def labelled(text: str) -> str:
    """Return clean ``text`` with one space behind the number or dash that it begins with."""
    if found := _BULLET.match(text):
        return f"– {text[found.end() :]}"
    if found := _GLUED.match(text):
        return f"{found[1]} {text[found.end() :]}"
    return text


def _heading(text: str) -> str:
    """Return ``Artikel 3a. Opschrift``, also where only a space stands between the two."""
    found = _UNTITLED.match(text) if len(text) <= _LONGEST_HEADING else None
    # IGNORECASE is for the first word; an opschrift begins with a capital.
    if found and not text[found.end()].islower():
        return f"{found[1].rstrip('.')}. {text[found.end() :]}"
    return text
