"""Small files of every kind, made on the spot: a Word document and a PDF need no more than this."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from checker.models.legal_text import Block, BlockKind

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"

# --- Word -----------------------------------------------------------------------------------------


def packed(parts: dict[str, bytes | str]) -> bytes:
    """Return a packed file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for path, content in parts.items():
            file.writestr(path, content)
    return stream.getvalue()


def docx(body: str, *, numbering: str = "", styles: str = "", **parts: str) -> bytes:
    """Return a Word document with ``body`` between the tags of its body."""
    found: dict[str, bytes | str] = {
        "word/document.xml": _word("document", f"<w:body>{body}</w:body>")
    }
    if numbering:
        found["word/numbering.xml"] = _word("numbering", numbering)
    if styles:
        found["word/styles.xml"] = _word("styles", styles)
    for name, content in parts.items():
        found[f"word/{name}.xml"] = content
    return packed(found)


def _word(root: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{WORD}" '
        f'xmlns:mc="{COMPATIBLE}">{content}</w:{root}>'
    )


def p(*runs: str, style: str = "", list_: str = "", level: int | None = None) -> str:
    """Return a paragraph; runs that are no XML become plain runs."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_:
        at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        properties += f'<w:numPr>{at}<w:numId w:val="{list_}"/></w:numPr>'
    content = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: Sequence[str]) -> str:
    """Return a table of paragraphs."""
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def level(at: int, kind: str, text: str, *, start: int = 1, more: str = "") -> str:
    """Return how a level of a list is numbered."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


# --- PDF ------------------------------------------------------------------------------------------

_WIDTHS = dict(
    zip(
        map(chr, range(32, 127)),
        (
            278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556,
            556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667,
            667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722,
            667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
            556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278,
            556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
        ),
        strict=True,
    )
)  # fmt: skip
"""Of Helvetica, in thousandths of its size."""
PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0


@dataclass(frozen=True)
class At:
    """A line on a page."""

    x: float
    y: float
    text: str
    size: float = 10.0
    bold: bool = False


def width(text: str, size: float = 10.0) -> float:
    """Return how wide ``text`` is."""
    return sum(_WIDTHS.get(letter, 556) for letter in text) * size / 1000


def pdf(pages: Sequence[Sequence[At]], *, encrypted: bool = False) -> bytes:
    """Return a PDF with lines in Helvetica, in the order in which they are given."""
    fonts = (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for name in ("Helvetica", "Helvetica-Bold")
    )
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", *fonts]
    kids = []
    for lines in pages:
        kids.append(len(objects) + 1)
        content = "\n".join(map(_shown, lines))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] /Contents "
            f"{len(objects) + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        size = len(content.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{content}\nendstream")
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>"
    extra = ""
    if encrypted:
        key = "28" * 32
        extra = (
            f"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{key}> /U <{key}> >> "
            "/ID [<00> <00>] "
        )
    return _assembled(objects, extra)


def _shown(line: At) -> str:
    text = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = "F2" if line.bold else "F1"
    return f"BT /{font} {line.size} Tf {line.x} {line.y} Td ({text}) Tj ET"


def _assembled(objects: Sequence[str], extra: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(data)
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    size = len(objects) + 1
    return data + f"trailer << /Size {size} /Root 1 0 R {extra}>>\nstartxref\n{start}\n".encode()


def set_on_pages(blocks: Iterable[Block], *, gap: float = 6.0, header: str = "") -> bytes:
    """Return a PDF of ``blocks`` as a word processor sets it, with page numbers at the foot."""
    pages: list[list[At]] = [[]]
    y = PAGE_HEIGHT - 80
    for block in blocks:
        size = 12.0 if block.kind is BlockKind.HEADING else 10.0
        for line in _set(block.text.replace("\t", "  "), size):
            if y < 80:
                pages.append([])
                y = PAGE_HEIGHT - 80
            pages[-1].append(At(70, y, line, size, bold=block.kind is BlockKind.HEADING))
            y -= size * 1.2
        y -= gap
    for number, page in enumerate(pages, start=1):
        page.append(At(290, 40, f"{number}"))
        if header:
            page.append(At(70, PAGE_HEIGHT - 40, header))
    return pdf(pages)


def _set(text: str, size: float) -> Iterator[str]:
    """Break ``text`` off where the page is full."""
    line = ""
    for word in text.encode("cp1252", "replace").decode("cp1252").split(" "):
        longer = f"{line} {word}".strip()
        if line and width(longer, size * (1.06 if size > 10 else 1)) > PAGE_WIDTH - 140:
            yield line
            line = word
        else:
            line = longer
    yield line


# --- HTML and Word of blocks ----------------------------------------------------------------------


def html_of(blocks: Iterable[Block]) -> bytes:
    """Return a page of ``blocks``."""
    return f"<!DOCTYPE html><html><body>{''.join(_tagged(blocks))}</body></html>".encode()


def _tagged(blocks: Iterable[Block]) -> Iterator[str]:
    for is_table, group in _tables(blocks):
        if is_table:
            rows = (map(escape, block.text.split("\t")) for block in group)
            cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
            yield f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        for block in () if is_table else group:
            tag = "h3" if block.kind is BlockKind.HEADING else "p"
            yield f"<{tag}>{escape(block.text)}</{tag}>\n"


def docx_of(blocks: Iterable[Block]) -> bytes:
    """Return a Word document of ``blocks``."""
    parts = []
    for is_table, group in _tables(blocks):
        if is_table:
            parts.append(table(*(block.text.split("\t") for block in group)))
        for block in () if is_table else group:
            style = "Kop3" if block.kind is BlockKind.HEADING else ""
            parts.append(p(r(block.text), style=style))
    heading = (
        '<w:style w:type="paragraph" w:styleId="Kop3"><w:name w:val="heading 3"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    return docx("".join(parts), styles=heading)


def _tables(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    group: list[Block] = []
    for block in blocks:
        if group and (group[-1].kind is BlockKind.TABLE_ROW) != (block.kind is BlockKind.TABLE_ROW):
            yield group[-1].kind is BlockKind.TABLE_ROW, group
            group = []
        group.append(block)
    if group:
        yield group[-1].kind is BlockKind.TABLE_ROW, group
