"""Files of others as sheets of cells: what is read, and what is refused with which words."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from checker.content.messages import problem_text
from checker.models.problem import BadInputError
from checker.readers import table
from checker.readers.table import CellKind
from tests.verify.tables import as_xlsx, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
RED = PatternFill("solid", fgColor="FFFF0000")


def refused(data: bytes, name: str = "tabel.xlsx") -> str:
    """Return the code of the one problem; it has words in both languages."""
    with pytest.raises(BadInputError) as caught:
        table.read(data, name)
    (problem,) = caught.value.problems
    for language in ("nl", "en"):
        assert "{" not in problem_text(problem, language)
    return problem.code


def texts(data: bytes, name: str = "tabel.csv") -> list[list[str]]:
    (sheet,) = table.read(data, name)
    return [[cell.text for cell in row.values()] for row in sheet.rows]


# --- what is no table -----------------------------------------------------------------------------


def test_a_workbook_of_the_old_kind():
    assert refused(OLE) == "workbook_old"


def test_a_workbook_with_a_password():
    assert refused(OLE + "EncryptedPackage".encode("utf-16-le")) == "workbook_encrypted"


def test_half_a_workbook():
    assert refused(as_xlsx([["a", "b"]])[:500]) == "workbook_damaged"


def test_a_packed_file_that_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    assert refused(out.getvalue()) == "not_a_table"


def test_a_packed_file_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(table, "MAX_UNPACKED", 1000)
    assert refused(as_xlsx([["a", "b"]])) == "table_too_large"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"%PDF-1.7\n1;2", b"<html><table>;</table></html>",
     b"Aantal;Uren\n10;2\x00"],
    ids=["png", "pdf", "html", "nul"],
)  # fmt: skip
def test_another_kind_of_file_under_the_name_of_a_table(data):
    assert refused(data, "tabel.csv") == "not_a_table"


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\x00\x00", as_xlsx([])])
def test_nothing_at_all(data):
    assert refused(data) == "table_empty"


def test_one_column():
    assert refused(b"zomaar\nwat tekst", "tabel.csv") == "table_one_column"


def test_too_large_a_file(monkeypatch):
    monkeypatch.setattr(table, "MAX_BYTES", 10)
    assert refused(b"Aantal;Uren\n10;2", "tabel.csv") == "table_too_large"


def test_too_many_cells(monkeypatch):
    monkeypatch.setattr(table, "MAX_CELLS", 3)
    assert refused(b"Aantal;Uren\n10;2", "tabel.csv") == "table_too_many_cells"


def test_no_such_file(tmp_path):
    for path, code in ((tmp_path / "weg.csv", "no_such_file"), (tmp_path, "not_a_file")):
        with pytest.raises(BadInputError) as caught:
            table.read_file(path)
        assert caught.value.problems[0].code == code


# --- CSV ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_delimiter_and_encoding(delimiter, encoding):
    written = "\r\n".join(delimiter.join(row) for row in (["Één", "Uren"], ["Reünie", "2"]))
    assert texts(written.encode(encoding)) == [["Één", "Uren"], ["Reünie", "2"]]


def test_a_decimal_comma_does_not_divide_a_cell():
    assert texts(b"Uren;Tarief\n1,5;50,25\n2,5;60,75") == [
        ["Uren", "Tarief"], ["1,5", "50,25"], ["2,5", "60,75"]
    ]  # fmt: skip


def test_a_sheet_may_say_how_it_is_divided():
    assert texts(b"sep=|\na|b;c\n1|2;3") == [["a", "b;c"], ["1", "2;3"]]


def test_a_cell_over_several_lines_is_one():
    assert texts(b'"Uren\nper keer";Tarief\n2;50') == [["Uren\nper keer", "Tarief"], ["2", "50"]]


def test_rows_are_counted_as_a_spreadsheet_does():
    (sheet,) = table.read(b"Aantal;Uren\n\n10;2", "tabel.csv")
    assert [cell.address for row in sheet.rows for cell in row.values()] == ["A1", "B1", "A3", "B3"]


# --- workbooks ------------------------------------------------------------------------------------


def test_a_million_empty_rows_are_passed_over():
    book = Workbook()
    book.active.append(["Aantal", "Uren"])
    book.active.cell(1_000_000, 1).fill = RED
    (sheet,) = table.read(saved(book), "tabel.xlsx")
    assert len(sheet.rows) == 1


def test_a_formula_without_a_result_is_seen():
    book = Workbook()
    book.active.append(["Aantal", "Totaal"])
    book.active.append([10, "=A2*2"])
    (sheet,) = table.read(saved(book), "tabel.xlsx")
    cell = sheet.rows[1][2]
    assert (cell.address, cell.kind, cell.text) == ("B2", CellKind.NOT_CALCULATED, "=A2*2")


def test_a_merged_cell_goes_for_all_that_it_covers():
    book = Workbook()
    for row in (["Aantal", "Uren"], [10, 2], [None, 3]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    (sheet,) = table.read(saved(book), "tabel.xlsx")
    assert [(row[1].text, row[1].copied) for row in sheet.rows[1:]] == [("10", False), ("10", True)]


def test_errors_dates_and_truth_values_are_no_numbers():
    book = Workbook()
    book.active.append(["#REF!", True, 0.1 + 0.2])
    row = table.read(saved(book), "tabel.xlsx")[0].rows[0]
    assert row[1].kind is CellKind.ERROR
    assert row[2].number() is None
    assert str(row[3].number().value) == "0.3"


def test_a_layout_of_per_cent_is_read():
    book = Workbook()
    book.active.append([0.125])
    book.active["A1"].number_format = '0.0"%"'
    book.active["B1"] = 0.125
    book.active["B1"].number_format = "0.0%"
    row = table.read(saved(book), "tabel.xlsx")[0].rows[0]
    assert [row[1].number().percent, row[2].number().percent] == [False, True]


def test_entities_of_xml_are_refused():
    """A few lines that define each other can unfold to gigabytes."""
    source = zipfile.ZipFile(io.BytesIO(as_xlsx([["a", 1]])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "11">]>' + content.replace(b">1<", b">&a;&a;<")
            packed.writestr(name, content)
    assert refused(out.getvalue()) == "workbook_damaged"


def test_a_workbook_of_libreoffice():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refused(out.getvalue()) == "workbook_ods"


@pytest.mark.parametrize("area", ["A3:XFD1048576", "A3:CV5000"])
def test_a_merged_cell_that_covers_the_world_is_refused(area):
    book = Workbook()
    book.active.append(["Aantal", "Uren"])
    content = saved(book)
    source, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                merged = f'<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
                part = part.replace(b"</sheetData>", b"</sheetData>" + merged.encode())
            packed.writestr(name, part)
    assert refused(out.getvalue()) == "table_too_many_cells"


def test_a_number_without_end_is_no_number():
    book = Workbook()
    book.active.append([1e300, "a"])
    content = saved(book)
    row = table.read(content, "tabel.xlsx")[0].rows[0]
    assert row[1].kind is CellKind.ERROR


def repacked(changes: dict[str, tuple[bytes, bytes]], left_out: str = "") -> bytes:
    """A workbook with a formula that nobody calculated, with its parts changed."""
    book = Workbook()
    for row in (["Aantal", "Totaal"], [10, "=A2*2"]):
        book.active.append(row)
    source, out = zipfile.ZipFile(io.BytesIO(saved(book))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in source.namelist():
            if name != left_out:
                before, after = changes.get(name, (b"", b""))
                packed.writestr(name, source.read(name).replace(before, after))
    return out.getvalue()


def marked(content: bytes, offset: int, value: bytes) -> bytes:
    """A packed file with a field changed in the list of its parts."""
    changed = bytearray(content)
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        changed[at + offset : at + offset + len(value)] = value
        at += 1
    return bytes(changed)


FLAGS, METHOD = 8, 10


@pytest.mark.parametrize(
    "data",
    [
        marked(as_xlsx([["a", 1]]), FLAGS, b"\x01\x00"),
        marked(as_xlsx([["a", 1]]), METHOD, b"\x63\x00"),
        repacked({}, left_out="xl/_rels/workbook.xml.rels"),
        repacked({"xl/workbook.xml": (b'name="Sheet"', b'name="\xff\xfe"')}),
    ],
    ids=["password on a part", "unknown packing", "a part lacks", "odd letters"],
)
def test_a_workbook_that_is_packed_oddly_is_refused_with_words(data):
    assert refused(data) == "workbook_damaged"


def test_a_sheet_is_found_under_any_prefix_of_its_link():
    """Some programs write another prefix; a formula without a result must be seen all the same."""
    workbook = zipfile.ZipFile(io.BytesIO(repacked({}))).read("xl/workbook.xml")
    other = workbook.replace(b"xmlns:r=", b"xmlns:rel=").replace(b" r:id=", b" rel:id=")
    assert other != workbook
    (sheet,) = table.read(repacked({"xl/workbook.xml": (workbook, other)}), "tabel.xlsx")
    assert sheet.rows[1][2].kind is CellKind.NOT_CALCULATED


def test_a_packed_file_is_measured_before_anything_of_it_is_read(monkeypatch):
    monkeypatch.setattr(table, "MAX_UNPACKED", 1000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet" * 1000)
    assert refused(out.getvalue()) == "table_too_large"
