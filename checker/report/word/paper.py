"""A Word document in the house style, in which text can only ever be text.

All writing with python-docx goes through :class:`Paper`, so that every document has the same
headings, tables with a header row on each page, one language, and a list of what is missing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Twips

from checker.content import say
from checker.models.base import Language
from checker.models.wording import cut
from checker.report.word import house, markup
from checker.report.word.pieces import (
    Gap,
    Line,
    Piece,
    Soft,
    Strong,
    Table,
    clean,
    paragraphs_of,
    pieces_of,
)

_LONG_SIDE, _SHORT_SIDE, _MARGIN = Mm(297), Mm(210), Mm(25)
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a packed file knows: the same in every document."""
_BODY = b"<w:body>"
"""Where the text goes in. As elements, one by one, a table of a thousand rows took five seconds."""
_KEPT_TOGETHER = 600
"""Signs in a row of a table that still fit on a page with others."""
_FOOTER_TITLE = 80
_ROW_NAME = 60
_ROOM_BELOW = {house.TABLE_STYLE: 160, "ListBullet": 120, "ListNumber": 120}
"""Room between a table or a list and the text below it, in twentieths of a point."""
_PROPERTY = 255
"""Signs that a property of a document may have."""
_KEPT_PARTS = frozenset({"styles", "settings", "fontTable", "theme", "numbering"})
"""What is used of the template of python-docx."""


@dataclass(frozen=True)
class Cover:
    """What a document says of itself, above its text and in its properties."""

    title: str
    about: str
    """Which regulation, and which draft of it."""
    subject: str
    day: date


class Paper:
    """One document under construction; the same calls give the same bytes."""

    def __init__(self, cover: Cover, language: Language, *, landscape: bool = False) -> None:
        """Start a document with its title.

        Args:
            cover: title and properties.
            language: of the document as a whole, and of our own words in it.
            landscape: whether the pages lie on their side.
        """
        self.language = language
        self.gaps: list[tuple[str, str, str]] = []
        """What is missing, each with the heading it stands under and the row of a table."""
        self._cover = cover
        self._document: DocumentObject = Document()
        self._body: list[str] = []
        self._heading = cover.title
        self._tables = 0
        self._above = ""
        """Style of what was written last."""
        self._dress()
        self._room = self._set_page(landscape)
        self._set_properties()
        self._put_footer()
        self._put((cover.title,), "Title")
        self._put((cover.about,), "Subtitle")

    # --- what a document is made of ---------------------------------------------------------------

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """Write a heading of level 1, 2 or 3, on a new page where asked for."""
        self._heading = text
        self._put((text,), f"Heading{level}", new_page=new_page)

    def text(self, *pieces: Piece, style: str = "Normal", keep: bool = False) -> None:
        """Write one paragraph, on the page of what comes after it where ``keep`` says so."""
        self._put(pieces, style, keep=keep)

    def note(self, text: str) -> None:
        """Write a paragraph in small letters."""
        self._put((text,), "Note")

    def prose(self, lead: str, said: str | Gap) -> None:
        """Write what somebody wrote, in as many paragraphs, with words before it that stand out."""
        told: list[Piece] = [said] if isinstance(said, Gap) else list(paragraphs_of(said))
        for number, piece in enumerate(told):
            self._put((Strong(f"{lead} "), piece) if number == 0 else (piece,), "Normal")

    def bullets(self, lines: Iterable[Line]) -> None:
        """Write a list with bullets."""
        for line in lines:
            self._put(pieces_of(line), "ListBullet")

    def numbers(self, lines: Iterable[Line]) -> None:
        """Write a list with numbers; a document has one."""
        for line in lines:
            self._put(pieces_of(line), "ListNumber")

    def table(self, table: Table) -> None:
        """Write a table under its caption; the header row comes back on each page."""
        self._tables += 1
        number = markup.field("SEQ Table \\* ARABIC", str(self._tables))
        word = markup.run(say(self.language, "word/table") + " ")
        caption = word + number + markup.run(f". {clean(table.caption)}")
        self._body.append(markup.paragraph(caption, "Caption"))
        whole = sum(column.share for column in table.columns)
        widths = [self._room * column.share // whole for column in table.columns]
        heads = [Strong(column.head) for column in table.columns]
        last, kept = len(table.rows) - 1, table.is_kept_together
        rows = [self._row(heads, table, widths, keep=kept, is_header=True)]
        rows += [
            self._row(row, table, widths, keep=kept and number < last)
            for number, row in enumerate(table.rows)
        ]
        told = clean(table.caption)
        self._body.append(markup.table(rows, widths, told, has_total=table.has_total))
        self._above = house.TABLE_STYLE

    def finish(self) -> bytes:
        """Return the document as a ``.docx`` file."""
        packed, main = BytesIO(), self._document.part.partname.lstrip("/")
        self._document.save(packed)
        result = BytesIO()
        with ZipFile(packed) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                # python-docx writes the time of the clock; documents are compared by their bytes
                info = ZipInfo(name, _FIRST_TIME)
                info.compress_type = ZIP_DEFLATED
                content = source.read(name)
                if name == main:
                    content = content.replace(_BODY, _BODY + "".join(self._body).encode(), 1)
                target.writestr(info, content)
        return result.getvalue()

    # --- the page ---------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Put our styles, lists and settings in the place of those of the template."""
        document = self._document
        for part in (document.part, document.part.package):
            for key, relation in list(part.rels.items()):
                kind = relation.reltype.rpartition("/")[2]
                if kind not in (*_KEPT_PARTS, "officeDocument", "core-properties"):
                    del part.rels[key]
        _replace(document.styles.element, house.styles(self.language))
        _replace(document.part.numbering_part.element, house.lists())
        _replace(document.settings.element, house.settings(self.language))

    def _set_page(self, landscape: bool) -> int:
        """Set size and margins, and return the width of the text in twentieths of a point."""
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        sides = (_LONG_SIDE, _SHORT_SIDE) if landscape else (_SHORT_SIDE, _LONG_SIDE)
        section.page_width, section.page_height = sides
        section.left_margin = section.right_margin = _MARGIN
        section.top_margin = section.bottom_margin = Mm(22)
        section.footer_distance = Mm(11)
        return (sides[0] - 2 * _MARGIN) // Twips(1)

    def _set_properties(self) -> None:
        cover, known = self._cover, self._document.core_properties
        made = datetime.combine(cover.day, time.min)
        program = say(self.language, "report/program")
        known.title = _property(f"{cover.title}: {cover.about}")
        known.subject = _property(cover.subject)
        known.author = known.last_modified_by = program
        known.keywords = say(self.language, "report/keywords")
        known.language = house.WORD_LANGUAGES[self.language]
        known.created = known.modified = made
        known.comments = ""
        known.revision = 1

    def _put_footer(self) -> None:
        footer = self._document.sections[0].footer
        footer.is_linked_to_previous = False
        title = cut(clean(f"{self._cover.title} · {self._cover.about}"), _FOOTER_TITLE)
        page, pages = ("\x00", "\x01")
        said = say(self.language, "report/print/page", page=page, pages=pages)
        before, _, rest = said.partition(page)
        between, _, after = rest.partition(pages)
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{self._room}"/></w:tabs>'
        runs = (
            markup.run(title + "\t" + before),
            markup.field("PAGE", "1"),
            markup.run(between),
            markup.field("NUMPAGES", "1"),
            markup.run(after),
        )
        line = f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{tab}</w:pPr>{"".join(runs)}</w:p>'
        _replace(footer.part.element, _root("w:ftr", line))

    # --- paragraphs and rows ----------------------------------------------------------------------

    def _put(
        self, pieces: Sequence[Piece], style: str, *, keep: bool = False, new_page: bool = False
    ) -> None:
        room = 0
        if style in ("Normal", "ListBullet") and style != self._above:
            room = _ROOM_BELOW.get(self._above, 0)
        self._above = style
        runs = self._runs(pieces)
        self._body.append(markup.paragraph(runs, style, keep=keep, new_page=new_page, room=room))

    def _runs(self, pieces: Sequence[Piece], row: str = "") -> str:
        return "".join(self._run(piece, row) for piece in pieces if piece)

    def _run(self, piece: Piece, row: str) -> str:
        if isinstance(piece, Gap):
            self.gaps.append((self._heading, piece.what, row))
            said = say(self.language, "word/gap", what=piece.what)
            return markup.run(clean(said), "Gap", is_highlighted=True)
        if isinstance(piece, Strong | Soft):
            style = "Strong" if isinstance(piece, Strong) else "Emphasis"
            return markup.run(clean(piece.text), style)
        return markup.run(clean(piece))

    def _row(
        self,
        cells: Sequence[Line],
        table: Table,
        widths: Sequence[int],
        *,
        keep: bool,
        is_header: bool = False,
    ) -> str:
        name = _name_of(cells[0])
        made = []
        for line, column, width in zip(cells, table.columns, widths, strict=True):
            style = "TableNumber" if column.number else "TableText"
            runs = (self._runs(pieces, name) for pieces in _paragraphs_in(line))
            made.append(markup.cell((markup.paragraph(r, style, keep=keep) for r in runs), width))
        signs = sum(len(_text_of(piece)) for line in cells for piece in pieces_of(line))
        is_kept = is_header or signs <= _KEPT_TOGETHER
        return markup.row(made, is_header=is_header, is_kept=is_kept)


def _paragraphs_in(line: Line) -> list[tuple[Piece, ...]]:
    """Return the paragraphs of a cell, at least one: what a user wrote may have several."""
    found: list[tuple[Piece, ...]] = [()]
    for piece in pieces_of(line):
        if not isinstance(piece, str):
            found[-1] += (piece,)
            continue
        for number, part in enumerate(clean(piece).split("\n")):
            if number and found[-1]:
                found.append(())
            found[-1] += (part,) if part else ()
    return found


def _name_of(line: Line) -> str:
    """Return how a row is called: what its first cell says, unless that is missing itself."""
    pieces = pieces_of(line)
    if any(isinstance(piece, Gap) for piece in pieces):
        return ""
    return cut(" ".join("".join(map(_text_of, pieces)).split()), _ROW_NAME)


def _text_of(piece: Piece) -> str:
    if isinstance(piece, Gap):
        return piece.what
    return piece if isinstance(piece, str) else piece.text


def _property(text: str) -> str:
    return cut(" ".join(clean(text).split()), _PROPERTY)


def _root(name: str, inner: str) -> str:
    return f'<{name} xmlns:w="{house.NAMESPACE}">{inner}</{name}>'


def _replace(element: BaseOxmlElement, xml: str) -> None:
    """Put the children that ``xml`` has in the place of those of ``element``."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)
