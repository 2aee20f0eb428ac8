"""Draft regulations as somebody wrote them: Word, PDF, HTML, XML, Markdown or plain text.

:func:`read_file` and :func:`read` give the text as blocks in the order in which one reads them.
What a file is shows from its content, and only where that says nothing from its name.
"""

import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from checker.models.legal_text import Block
from checker.readers.legal_text import (
    docx,
    encoding,
    html,
    limits,
    markdown,
    pdf,
    plain,
    xml_official,
)
from checker.readers.legal_text.limits import refused
from checker.readers.legal_text.packed import Packed

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_RTF = b"{\\rtf"
_OTHER_KINDS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM6", b"\x1f\x8b",
    b"7z\xbc", b"PK\x05\x06", b"Rar!", b"\x7fELF", b"MZ",
)  # fmt: skip
"""How pictures, archives and programs begin."""
_HEAD = 4_000
_HTML = re.compile(r"<!doctype html\b|<html\b", re.IGNORECASE)
_PROLOGUE = re.compile(r"<\?xml[^>]*>")
_XML = re.compile(
    r"<\?xml\b|<!DOCTYPE\b|<(?:toestand|officiele-publicatie|wetgeving)\b", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<(?:p|div|h[1-6]|br|li|table|body|span)\b", re.IGNORECASE)
_WORD_XML = re.compile(r"<w:wordDocument|<pkg:package|progid=\"Word\.Document\"")
HTML = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN = frozenset({".md", ".markdown", ".mkd"})


def read_file(path: Path) -> tuple[Block, ...]:
    """Read the regulation in a file.

    Raises:
        BadInputError: there is no such file, or :func:`read` cannot read it.
    """
    try:
        if path.stat().st_size > limits.MAX_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise refused(path.name, "no_such_file") from None
    except (IsADirectoryError, PermissionError) as error:
        if path.is_dir():
            raise refused(path.name, "not_a_file") from None
        raise refused(path.name, "cannot_read", value=error.strerror or str(error)) from None
    except OSError as error:
        raise refused(path.name, "cannot_read", value=error.strerror or str(error)) from None
    return read(data, path.name)


def read(data: bytes, name: str) -> tuple[Block, ...]:
    """Read the regulation in ``data``.

    Args:
        data: the file.
        name: of the file, for messages and for its extension.

    Raises:
        BadInputError: it cannot be read; the message says why and what to do.
    """
    if len(data) > limits.MAX_BYTES:
        raise _too_large(name)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refused(name, "text_empty")
    if (packed := _packed_kind(data, name)) is not None:
        return _blocks(packed, name)
    return _text(encoding.decoded(data, name), data, name)


def read_pasted(text: str) -> tuple[Block, ...]:
    """Read a regulation that somebody typed or pasted.

    Raises:
        BadInputError: there is nothing in it, or far too much.
    """
    if len(text) > limits.MAX_BYTES:
        raise _too_large("")
    reader = markdown if markdown.looks_like(text) else plain
    return _blocks(reader.read(text), "")


def _packed_kind(data: bytes, name: str) -> Iterable[Block] | None:
    """Return the blocks of a file that is no text to look at, or None where it is one."""
    if data.startswith(_OLE):
        raise refused(name, "text_word_password" if _ENCRYPTED in data else "text_word_old")
    if data.startswith(_ZIP):
        return docx.read(Packed(data, name), name)
    if _PDF in data[:_HEAD]:
        return pdf.read(data, name)
    if data.lstrip().startswith(_RTF):
        raise refused(name, "text_rtf")
    if data.startswith(_OTHER_KINDS):
        raise refused(name, "not_a_text")
    return None


def _text(text: str, data: bytes, name: str) -> tuple[Block, ...]:
    start = text[:_HEAD].lstrip("\ufeff\x00 \t\r\n")
    if _WORD_XML.search(start):
        raise refused(name, "text_word_xml")
    if _begins_as_html(start) or (Path(name).suffix.lower() in HTML and _ANY_TAG.search(text)):
        return _blocks(html.read(text, name), name)
    if _XML.match(start) or (Path(name).suffix.lower() == ".xml" and start.startswith("<")):
        return _blocks(xml_official.read(data, name), name)
    is_markdown = Path(name).suffix.lower() in MARKDOWN or markdown.looks_like(text)
    return _blocks((markdown if is_markdown else plain).read(text), name)


def _too_large(name: str) -> Exception:
    return refused(name, "text_too_large", bound=limits.megabytes(limits.MAX_BYTES))


def _begins_as_html(start: str) -> bool:
    """Whether a page begins, behind the prologue of XML and any comments."""
    if (prologue := _PROLOGUE.match(start)) is not None:
        start = start[prologue.end() :].lstrip()
    while start.startswith("<!--"):
        _, _, start = start.partition("-->")
        start = start.lstrip()
    return _HTML.match(start) is not None


def _blocks(blocks: Iterable[Block], name: str) -> tuple[Block, ...]:
    found = tuple(islice((block for block in blocks if block.text), limits.MAX_BLOCKS + 1))
    if not found:
        raise refused(name, "text_empty")
    if len(found) > limits.MAX_BLOCKS:
        raise refused(name, "text_too_many_blocks", bound=f"{limits.MAX_BLOCKS:,}")
    if sum(len(block.text) for block in found) > limits.MAX_CHARACTERS:
        raise refused(name, "text_too_long", bound=f"{limits.MAX_CHARACTERS:,}")
    return found
