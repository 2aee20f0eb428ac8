"""The marked workbook: their cells in their places, what became of each figure beside them."""

import io
from datetime import date

import openpyxl
import pytest
from openpyxl import Workbook

from checker.content import say
from checker.models.verification import Status
from checker.readers import sums, table
from checker.report.excel import marked
from checker.report.names import checked_name
from checker.verify import verify
from tests.verify.tables import as_xlsx, saved

DAY = date(2026, 3, 2)
ROWS = [
    ["Tabel 3. Regeldrukkosten"],
    [],
    ["Handeling", "Aantal", "Frequentie", "Uren", "Tarief", "Totaal"],
    ["=1+1", 100, 1, 2, 54, 10800],
    ["Melden", 100, 12, 0.5, 54, 2700],
    ["Keuren", 33, 1, 0.25, 54, 446],
    ["Later", 100, 1, "pm", 54, 5400],
    ["Totaal", None, None, None, None, 19346],
]


def built(data: bytes, language="nl", name="tabel.xlsx"):
    sheets = table.read(data, name)
    found = verify(name, sums.readings(sheets))
    return found, openpyxl.load_workbook(
        io.BytesIO(marked.build(found, sheets, DAY, language)), data_only=False
    )


@pytest.fixture(scope="module")
def book():
    book = Workbook()
    book.active.title = "Kosten"
    for row in ROWS:
        book.active.append(row)
    book.active["A4"].data_type = "s"
    return built(saved(book))[1]


def test_every_cell_stands_where_it_stood(book):
    sheet = book["Kosten"]
    for number, row in enumerate(ROWS, start=1):
        for column, value in enumerate(row, start=1):
            assert sheet.cell(number, column).value == value


def test_text_of_the_file_stays_text(book):
    assert book["Kosten"]["A4"].data_type == "s"
    assert not [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]


def test_the_outcome_of_each_row_stands_beside_it_in_words(book):
    sheet = book["Kosten"]
    assert sheet["H3"].value == "Uitkomst"
    assert [sheet[f"H{row}"].value for row in range(4, 9)] == [
        "Klopt", "Klopt niet", "Klopt na afronding", "Niet na te rekenen", "Klopt",
    ]  # fmt: skip
    assert sheet["I4"].value is None
    assert "32.400" in sheet["I5"].value
    assert "frequentie" in sheet["I5"].value


def test_every_figure_is_in_the_list_with_the_right_one(book):
    rows = list(book["Elk getal"].iter_rows(values_only=True))[1:]
    assert [row[1] for row in rows] == ["F4", "F5", "F6", "F7", "F8"]
    wrong = rows[1]
    assert wrong[4:8] == (2700, 32400, -29700, "Klopt niet")
    assert rows[2][4:8] == (446, 445.5, 0.5, "Klopt na afronding")


def test_the_summary_counts_every_outcome(book):
    sheet = book["Nagerekend"]
    counts = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[1] is not None}
    assert counts["Klopt niet"] == 1
    assert sum(n for n in counts.values() if isinstance(n, int)) == 5


def test_the_program_speaks_the_language_that_is_chosen():
    found, book = built(as_xlsx(ROWS[2:]), "en")
    assert book.sheetnames == ["Checked", "Sheet", "Every figure"]
    assert book["Sheet"]["A1"].value == "Handeling"
    for status in Status:
        assert say("en", f"verify/status/{status}")
    assert len(found.figures) == len(list(book["Every figure"].iter_rows())) - 1


def test_a_sheet_with_a_name_of_ours_keeps_its_own():
    workbook = Workbook()
    workbook.active.title = "nagerekend"
    for row in ROWS[2:]:
        workbook.active.append(row)
    _, book = built(saved(workbook))
    assert book.sheetnames == ["Nagerekend", "nagerekend (2)", "Elk getal"]


def test_a_csv_has_its_numbers_as_numbers():
    text = "Handeling;Aantal;Uren;Tarief;Totaal\nMelden;1.250;0,5;54,50;34.062,50\nA;10%;x;;\n"
    _, book = built(text.encode(), name="tabel.csv")
    row = next(book["Tabel"].iter_rows(min_row=2, max_row=2))
    assert [cell.value for cell in row[:5]] == ["Melden", 1250, 0.5, 54.5, 34062.5]
    assert row[4].number_format == "#,##0.00"


def test_several_tables_on_one_sheet_each_have_their_headings():
    rows = [*ROWS[2:], [], ["Handeling", "Aantal", "Uren", "Tarief", "Totaal"], ["X", 2, 3, 4, 24]]
    _, book = built(as_xlsx(rows))
    sheet = book["Sheet"]
    assert sheet["H1"].value == "Uitkomst" == sheet["H8"].value
    assert sheet["H9"].value == "Klopt"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("tabel 3.xlsx", "nagerekend - tabel 3.xlsx"),
        ("../../a:b.csv", "nagerekend - a b.xlsx"),
        (".csv", "nagerekend - csv.xlsx"),
        ("***.csv", "nagerekend - zonder titel.xlsx"),
    ],
)
def test_the_file_is_called_after_the_one_that_was_checked(file, name):
    assert checked_name(file, "nl") == name
