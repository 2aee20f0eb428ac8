import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from checker.report.excel import book as book_module
from checker.report.excel.book import Book, count_lines, reference
from checker.report.excel.cells import MAX_CELL, Link, clean, web_link

DAY = date(2026, 3, 2)


def _written(*values, language="nl", title="Proef"):
    """The cells that ``values`` become, in one row."""
    book = Book(title, DAY, language)
    sheet = book.sheet("summary", [20] * len(values), landscape=False)
    for column, value in enumerate(values):
        sheet.put(0, column, value)
    opened = openpyxl.load_workbook(BytesIO(book.finish())).worksheets[0]
    return [opened.cell(1, column + 1) for column in range(len(values))]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1", "=cmd|'/c calc'!A1", "{=1+1}"],
)
def test_text_stays_text(text):
    [cell] = _written(text)
    assert cell.data_type == "s"
    assert cell.value == text.replace("\r", "\n")
    assert cell.quotePrefix or text.startswith("{")


@pytest.mark.parametrize("text", ["1", "1,5", "2026-01-01", "TRUE", "http://a.nl", "mailto:a@b.nl"])
def test_text_is_not_read_as_anything_else(text):
    [cell] = _written(text)
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_what_xml_cannot_hold_is_left_out():
    [cell] = _written("a\x00b\x07c\x0bd\ud800e\ufffff é\U0001f31e")
    assert cell.value == "abcdef é\U0001f31e"


def test_text_that_looks_like_an_escape_survives():
    [cell] = _written("kop _x000D_ staart")
    assert "x000D" in cell.value, "not turned into a line break"


def test_a_text_of_control_characters_only_is_an_empty_cell():
    [cell] = _written("\x00\x01")
    assert cell.value is None


@pytest.mark.parametrize("letter", ["a", "é", "\U0001f31e"])
def test_a_text_that_is_too_long_is_cut_and_says_so(letter):
    [cell] = _written(letter * 40_000)
    assert cell.value.endswith("de volledige tekst staat in het dossier)")
    assert len(cell.value.encode("utf-16-le")) // 2 <= MAX_CELL


def test_a_text_that_just_fits_is_whole():
    assert clean("a" * MAX_CELL, "!") == "a" * MAX_CELL


def test_a_link_opens_its_address():
    [cell] = _written(web_link("https://wetten.overheid.nl/BWBR0005730#Hoofdstuk2"))
    assert cell.value == "wetten.overheid.nl"
    assert cell.hyperlink.target == "https://wetten.overheid.nl/BWBR0005730"
    assert cell.hyperlink.location == "Hoofdstuk2"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "internal:Bronnen!A1",
        "external:c:\\temp\\x.xlsx",
        "mailto:a@b.nl",
        "ftp://a.nl",
        "https://a b",
        "https://a\nb",
        " https://a.nl",
        "https://a.nl/" + "x" * 2_100,
    ],
    ids=lambda url: str(url)[:20],
)
def test_anything_but_a_web_address_stays_text(url):
    [cell] = _written(Link("bron", url))
    assert (cell.value, cell.hyperlink) == ("bron", None)


def test_links_beyond_the_number_excel_takes_are_text(monkeypatch):
    monkeypatch.setattr(book_module, "MAX_LINKS", 2)
    cells = _written(*(Link(f"{n}", f"https://a.nl/{n}") for n in range(4)))
    assert [cell.value for cell in cells] == ["0", "1", "2", "3"]
    assert [bool(cell.hyperlink) for cell in cells] == [True, True, False, False]


def test_numbers_and_dates_are_real():
    number, day, nothing = _written(Decimal("12.5"), date(2026, 7, 1), None)
    assert number.value == 12.5
    assert day.is_date
    assert day.value.date() == date(2026, 7, 1)
    assert nothing.value is None


@pytest.mark.parametrize(("language", "code"), [("nl", "[$-413]"), ("en", "[$-809]")])
def test_months_are_in_the_language_of_the_report(language, code):
    [cell] = _written(DAY, language=language)
    assert cell.number_format.startswith(code)


def test_a_day_before_excels_calendar_is_written_out():
    [cell] = _written(date(1815, 6, 18))
    assert cell.value == "18 juni 1815"


def test_page_headers_take_any_title():
    book = Book("Wet A&P &Z " + "lang " * 100, DAY, "nl")
    book.sheet("summary", [20], landscape=False)
    opened = openpyxl.load_workbook(BytesIO(book.finish())).worksheets[0]
    assert opened.oddHeader.left.text.strip().startswith("Wet A&&P &&Z")
    assert opened.oddFooter.right.text.strip() == "Pagina &P van &N"


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, 1),
        ("kort", 10, 1),
        ("een twee drie", 8, 2),
        ("een\ntwee", 10, 2),
        ("x" * 25, 10, 3),
        ("een " + "x" * 25, 10, 4),
        ("x", 0, 1),
    ],
)
def test_lines_are_counted_as_they_are_broken(text, room, lines):
    assert count_lines(text, room) == lines


def test_a_reference_quotes_the_name_of_its_sheet():
    assert reference("Foto's 2", 3, 1, 20) == "'Foto''s 2'!$D$2:$D$21"


def test_a_title_that_begins_with_a_digit_is_no_font_size():
    book = Book("30%-regeling", DAY, "nl")
    book.sheet("summary", [10], landscape=False)
    xml = zipfile.ZipFile(BytesIO(book.finish())).read("xl/worksheets/sheet1.xml").decode()
    assert "&amp;L&amp;9 30%-regeling" in xml
