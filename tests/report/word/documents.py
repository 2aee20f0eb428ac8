"""A document as a reader finds it."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from checker.report import word


def opened(kind, assessment, rulebook, language="nl", **options) -> Document:
    return docx.Document(BytesIO(word.build(kind, assessment, rulebook, language, **options)))


def headings(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]


def texts(document: Document) -> Iterator[str]:
    """Every paragraph, those of tables too; a field counts as its result."""
    for paragraph in document.element.body.iter(qn("w:p")):
        yield "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def whole(document: Document) -> str:
    return "\n".join(texts(document))


def under(document: Document, heading: str) -> list[str]:
    """The paragraphs below ``heading``, up to the next one."""
    found, inside = [], False
    for paragraph in document.paragraphs:
        if paragraph.style.name.startswith("Heading"):
            inside = paragraph.text == heading
        elif inside:
            found.append(paragraph.text)
    return found
