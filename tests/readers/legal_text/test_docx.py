"""Word documents: what shows on paper, and nothing else."""

import pytest

from checker.models.legal_text import Block, BlockKind
from checker.models.problem import BadInputError
from checker.readers.legal_text import read
from tests.readers.legal_text.files import docx, level, p, packed, r, table

HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Artikelkop"><w:name w:val="Artikelkop"/>'
    '<w:basedOn w:val="Kop1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lid"><w:name w:val="Lid"/>'
    '<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data, "concept.docx")]


def abstract(key: str, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key: str, to: str, *starts: int) -> str:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for at, start in enumerate(starts)
    )
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{to}"/>{overrides}</w:num>'


LEDEN = (
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "%2."),
    level(2, "decimal", "%3°."),
    level(3, "lowerRoman", "%4."),
    level(4, "bullet", "\uf0b7"),
    level(5, "upperRoman", "%6)"),
)


def test_automatic_numbers() -> None:
    body = (
        p("De werkgever", list_="1", level=0)
        + p("het register", list_="1", level=1)
        + p("op papier", list_="1", level=2)
        + p("in het net", list_="1", level=2)
        + p("elders", list_="1", level=3)
        + p("een streep", list_="1", level=4)
        + p("groot", list_="1", level=5)
        + p("de premie", list_="1", level=1)
        + p("Tussen de leden.")
        + p("De werknemer", list_="1", level=0)
        + p("opnieuw", list_="1", level=1)
        + p("Een ander begin", list_="2", level=0)
        + p("en verder", list_="2", level=0)
        + p("geen nummer", list_="0", level=0)
    )
    numbering = abstract("4", *LEDEN) + num("1", "4") + num("2", "4", 5)
    assert texts(docx(body, numbering=numbering)) == [
        "1. De werkgever",
        "a. het register",
        "1°. op papier",
        "2°. in het net",
        "i. elders",
        "– een streep",
        "I) groot",
        "b. de premie",
        "Tussen de leden.",
        "2. De werknemer",
        "a. opnieuw",
        "5. Een ander begin",
        "6. en verder",
        "geen nummer",
    ]


def test_numbers_that_come_with_a_style() -> None:
    numbering = (
        abstract(
            "1",
            level(0, "decimal", "Hoofdstuk %1", more='<w:pStyle w:val="Kop1"/>'),
            level(1, "decimal", "Artikel %1.%2", more='<w:pStyle w:val="Artikelkop"/>'),
        )
        + abstract("2", *LEDEN, more='<w:styleLink w:val="Leden"/>')
        + abstract("3", more='<w:numStyleLink w:val="Leden"/>')
        + num("7", "1")
        + num("8", "3")
    )
    body = (
        p("Algemeen", style="Kop1")
        + p("Begrippen", style="Artikelkop")
        + p("De werkgever.", style="Lid")
        + p("De werknemer.", style="Lid")
        + p("", style="Lid")
        + p("", style="Artikelkop")
        + p("Bijzonder", style="Kop1")
        + p("Slot", style="Artikelkop")
        + p("Geen kop", style="Artikelkop", list_="0")
    )
    blocks = read(docx(body, numbering=numbering, styles=HEADINGS), "a.docx")
    assert [block.text for block in blocks] == [
        "Hoofdstuk 1. Algemeen",
        "Artikel 1.1. Begrippen",
        "1. De werkgever.",
        "2. De werknemer.",
        "Artikel 1.2",
        "Hoofdstuk 2. Bijzonder",
        "Artikel 2.1. Slot",
        "Geen kop",
    ]
    assert blocks[0].kind is blocks[4].kind is BlockKind.HEADING
    assert blocks[2].kind is BlockKind.PARAGRAPH


def test_tracked_changes_and_comments() -> None:
    body = (
        "<w:p><w:r><w:t>De </w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>ondernemer</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>werkgever</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3"><w:r><w:t> elders</w:t></w:r></w:moveFrom>'
        '<w:commentRangeStart w:id="0"/><w:r><w:t> meldt.</w:t></w:r>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Een </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>alinea.</w:t></w:r></w:p>"
    )
    comments = "<w:comments><w:p><w:r><w:t>opmerking</w:t></w:r></w:p></w:comments>"
    assert texts(docx(body, comments=comments)) == ["De werkgever meldt.", "Een alinea."]


def test_a_deleted_row_is_left_out() -> None:
    row = table(["oud", "weg"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    assert texts(docx(p("Slot.") + row)) == ["Slot."]


def test_headers_footers_and_notes_are_left_out() -> None:
    note = (
        '<w:p><w:r><w:t>De premie</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
        "<w:r><w:t> daalt.</w:t></w:r></w:p>"
    )
    data = docx(note, header1=p("Concept"), footer1=p("1"), footnotes=p("Een noot"))
    assert texts(data) == ["De premie daalt."]


def test_content_controls_links_text_boxes_and_hidden_text() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
        f"{p('In een vak.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<w:txbxContent>{p('In een vak.')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    link = "<w:hyperlink><w:r><w:t>Wet</w:t></w:r></w:hyperlink>"
    hidden = r("geheim", "<w:vanish/>")
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('Artikel 1')}</w:sdtContent></w:sdt>"
    )
    body = (
        contents
        + p("Artikel 1 ... 3", style="Inhopg1")
        + f"<w:sdt><w:sdtContent>{p('In een veld.')}</w:sdtContent></w:sdt>"
        + p("Zie de ", link, hidden, ".", box)
    )
    assert texts(docx(body, styles=HEADINGS)) == ["In een veld.", "Zie de Wet.", "In een vak."]


def test_signs_and_line_breaks() -> None:
    body = (
        "<w:p><w:r><w:t>EG</w:t><w:noBreakHyphen/><w:t>richt</w:t><w:softHyphen/><w:t>lijn</w:t>"
        '<w:sym w:font="Symbol" w:char="F0B0"/><w:tab/><w:t>en</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Artikel 1</w:t><w:br/><w:t>1. De werkgever</w:t><w:br/>"
        "<w:t>meldt dit.</w:t></w:r></w:p>"
    )
    assert texts(docx(body)) == ["EG-richtlijn° en", "Artikel 1", "1. De werkgever meldt dit."]


def test_field_codes_are_left_out_and_their_result_stays() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>artikel 3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert texts(docx(body)) == ["artikel 3"]


def test_tables() -> None:
    blocks = read(docx(table(["Klasse", ""], ["klein", "10"]) + table(["Alinea."])), "a.docx")
    assert blocks == (
        Block("Klasse", BlockKind.TABLE_ROW),
        Block("klein\t10", BlockKind.TABLE_ROW),
        Block("Alinea."),
    )


def test_bold_lines_are_headings_and_emphasis_is_none() -> None:
    bold = "<w:b/>"
    body = (
        p(r("Artikel 1 Begrippen", bold))
        + p(r("Algemeen", bold))
        + p(r("1. Lid", bold))
        + p(r("werkgever", bold), ": degene")
        + p(r("De werkgever meldt dit.", bold))
    )
    found = [(b.text, b.kind is BlockKind.HEADING) for b in read(docx(body), "a.docx")]
    assert found == [
        ("Artikel 1. Begrippen", True),
        ("Algemeen", True),
        ("1. Lid", False),
        ("werkgever: degene", False),
        ("De werkgever meldt dit.", False),
    ]


def test_text_in_another_place_and_in_no_namespace() -> None:
    elsewhere = packed(
        {
            "_rels/.rels": '<Relationships><Relationship Type="http://x/officeDocument" '
            'Target="word/document2.xml"/></Relationships>',
            "word/document2.xml": "<document><body><p><r><t>Hier.</t></r></p></body></document>",
        }
    )
    assert texts(elsewhere) == ["Hier."]


DEEP = f"<document><body>{'<x>' * 2000}{'</x>' * 2000}</body></document>"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"word/document.xml": "<w:document"}, "text_word_damaged"),
        ({"word/document.xml": "<document/>"}, "text_word_damaged"),
        ({"word/document.xml": "<document><body/></document>"}, "text_empty"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "text_odt"),
        ({"xl/workbook.xml": "<workbook/>"}, "not_a_text"),
        ({"word/document.xml": DEEP}, "text_too_deep"),
    ],
)
def test_packed_files_that_cannot_be_read(parts: dict[str, bytes | str], code: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read(packed(parts), "concept.docx")
    assert [problem.code for problem in caught.value.problems] == [code]
