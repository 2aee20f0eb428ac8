"""A report opens again as the dossier it was made from; any other workbook says what will do."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from checker.assess import assess
from checker.cli import main
from checker.content import say
from checker.models.problem import BadInputError
from checker.models.regulation import Regulation
from checker.readers import dossier
from checker.report import excel
from checker.report.excel import marked
from checker.report.excel.book import Book
from checker.report.excel.sheets import dossier as dossier_sheet
from checker.report.excel.view import View
from checker.verify import verify

DAY = date(2026, 3, 2)
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


@pytest.fixture(scope="module")
def report(sample, assessed, rulebook) -> bytes:
    return excel.build(assessed(sample), rulebook, "nl")


def _changed(report: bytes, change) -> bytes:
    workbook = openpyxl.load_workbook(BytesIO(report))
    change(workbook)
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def _parts(workbook, language="nl"):
    sheet = workbook[say(language, "report/sheet/dossier")]
    return sheet, [row for row in sheet.iter_rows() if isinstance(row[0].value, int)]


def _refusal(data: bytes, rulebook) -> list[str]:
    with pytest.raises(BadInputError) as refused:
        dossier.read_bytes(data, "rapport.xlsx", rulebook)
    return [problem.code for problem in refused.value.problems]


def _alone(assessment, rulebook, language="nl") -> bytes:
    """The sheet by itself: the others take their time and do not matter here."""
    view = View(assessment, rulebook, language)
    book = Book(view.title, DAY, language)
    dossier_sheet.write(book, view)
    return book.finish()


def test_a_report_comes_back_with_the_same_receipt(report, sample, assessed, rulebook):
    again = dossier.read_bytes(report, "r.xlsx", rulebook)
    assert again == sample
    assert assess(again, rulebook, DAY).receipt == assessed(sample).receipt


def test_every_sample_comes_back(samples, assessed, rulebook):
    for number, path in enumerate(samples):
        regulation = dossier.read(path, rulebook)
        # The sheet holds the regulation alone: any other assessment of it will do.
        other = assessed(Regulation()).model_copy(update={"regulation": regulation})
        file = _alone(other, rulebook, "en" if number % 2 else "nl")
        assert dossier.read_bytes(file, path.name, rulebook) == regulation


def test_what_somebody_types_comes_back_and_is_never_worked_out(assessed, rulebook):
    for text in ("=1+1", "+1", "-1", "@A1", "_x000D_ _x005F_", "a\u2028b\x7f😀", "'=1"):
        regulation = Regulation.model_validate({"identity": {"title": text, "draft": text[:9]}})
        file = _alone(assessed(regulation), rulebook)
        assert dossier.read_bytes(file, "r.xlsx", rulebook) == regulation
        sheet, _ = _parts(openpyxl.load_workbook(BytesIO(file)))
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_sheet_that_was_renamed_and_sorted_is_still_read(report, sample, rulebook):
    def turn(workbook):
        sheet, rows = _parts(workbook)
        sheet.title = "Iets anders"
        values = [[cell.value for cell in row] for row in rows][::-1]
        for row, line in zip(rows, values, strict=True):
            for cell, value in zip(row, line, strict=True):
                cell.value = value
        workbook[say("nl", "report/sheet/inputs")]["A1"] = "niet gelezen"

    assert dossier.read_bytes(_changed(report, turn), "r.xlsx", rulebook) == sample


def test_a_changed_dossier_is_refused_once(report, rulebook):
    def edit(workbook):
        _, rows = _parts(workbook)
        for row in rows:
            row[3].value = row[3].value.replace("e", "a", 1)

    def shorten(workbook):
        sheet, rows = _parts(workbook)
        sheet.delete_rows(rows[-1][0].row)

    assert _refusal(_changed(report, edit), rulebook) == ["workbook_changed"]
    assert _refusal(_changed(report, shorten), rulebook) == ["workbook_changed"]


def test_a_later_version_is_told(report, rulebook):
    def raise_version(workbook):
        sheet, _ = _parts(workbook)
        for row in sheet.iter_rows(max_row=10):
            if str(row[0].value).startswith("mkb-toets-dossier:1:"):
                row[0].value = row[0].value.replace(":1:", ":2:", 1)

    assert _refusal(_changed(report, raise_version), rulebook) == ["workbook_newer"]


def test_other_workbooks_say_what_can_be_opened(report, rulebook, assessed, sample):
    other = openpyxl.Workbook()
    other.active["A1"] = "een begroting"
    saved = BytesIO()
    other.save(saved)
    assert _refusal(saved.getvalue(), rulebook) == ["workbook_not_ours"]
    checked = marked.build(verify("leeg", ()), (), DAY, "nl")
    assert _refusal(checked, rulebook) == ["workbook_not_ours"]
    calculation = excel.build_calculation(assessed(sample), rulebook, "nl")
    assert _refusal(calculation, rulebook) == ["workbook_not_ours"]
    assert _refusal(report[:3000], rulebook) == ["workbook_damaged"]
    assert _refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oud", rulebook) == ["workbook_old"]


def test_the_command_line_opens_a_report(report, sample, tmp_path, capsys):
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(report)
    assert main(["burden", str(file), "--json"]) == 0
    from_report = capsys.readouterr().out
    plain = tmp_path / "dossier.yaml"
    plain.write_text(dossier.to_yaml(sample), "utf-8")
    assert main(["burden", str(plain), "--json"]) == 0
    assert capsys.readouterr().out == from_report


@pytest.mark.parametrize("with_names", [True, False])
def test_names_of_panel_members_are_kept_only_when_asked_for(assessed, rulebook, with_names):
    person = {"name": "J. Jansen", "sector": "Bakkerij"}
    regulation = Regulation.model_validate({"panel": {"participants": [person]}})
    file = excel.build(assessed(regulation), rulebook, "nl", with_names=with_names)
    texts = [
        c.value for s in openpyxl.load_workbook(BytesIO(file)) for r in s.iter_rows() for c in r
    ]
    assert any("Jansen" in str(text) for text in texts) is with_names
    assert (
        say("nl", "report/dossier/names" if with_names else "report/dossier/names_left_out")
        in texts
    )
    again = dossier.read_bytes(file, "rapport.xlsx", rulebook)
    assert again.panel.participants[0].sector == "Bakkerij"
    assert (again == regulation) is with_names
