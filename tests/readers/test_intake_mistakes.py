"""What goes wrong in a filled-in form is told at once, each with its sheet and cell."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from checker.content.messages import problem_text
from checker.models.problem import BadInputError
from checker.models.regulation import Regulation
from checker.readers import dossier
from checker.readers.intake import form
from checker.report.excel import intake
from checker.report.excel.intake.words import sheet_name

FIRST = 5  # the first row of a list


@pytest.fixture(scope="module")
def blank(rulebook) -> bytes:
    return intake.build(rulebook, date(2026, 3, 2), "nl")


class Form:
    """A form that is filled in by hand."""

    def __init__(self, data: bytes, rulebook) -> None:
        self.workbook: Workbook = openpyxl.load_workbook(BytesIO(data))
        self.rulebook = rulebook

    def sheet(self, path: str):
        return self.workbook[sheet_name(path, "nl")]

    def row(self, path: str, *rows: dict[str, object]) -> "Form":
        """Fill in rows of a list, from the first on."""
        sheet = self.sheet(path)
        columns = {cell.value: cell.column for cell in sheet[1]}
        for number, values in enumerate(rows, start=FIRST):
            for key, value in values.items():
                sheet.cell(number, columns[key]).value = value
        return self

    def answer(self, key: str, value: object, path: str = form.REGULATION) -> "Form":
        """Answer a question that has a row of its own."""
        sheet = self.sheet(path)
        column = next(cell.column for cell in sheet[1] if cell.value == "value")
        [row] = [row[0].row for row in sheet.iter_rows() if row[0].value == key]
        sheet.cell(row, column).value = value
        return self

    def read(self) -> Regulation:
        saved = BytesIO()
        self.workbook.save(saved)
        return dossier.read_bytes(saved.getvalue(), "f.xlsx", self.rulebook)

    def told(self) -> list[tuple[str, str]]:
        """Places and codes of what is wrong; every one can be said in both languages."""
        with pytest.raises(BadInputError) as refused:
            self.read()
        for problem in refused.value.problems:
            for language in ("nl", "en"):
                assert problem.path in problem_text(problem, language)
        return [(problem.path, problem.code) for problem in refused.value.problems]


@pytest.fixture
def filled(blank, rulebook) -> Form:
    return Form(blank, rulebook)


def test_numbers_typed_as_text_are_read_as_a_dutch_reader_means_them(filled):
    typed = {"1.250": 1250, "1.250,50": 1250.5, "2,5": 2.5, "2.5": 2.5, "€ 4.500,-": 4500,
             " 30 ": 30, 7: 7, 0.1: 0.1, "1,5 mln": 1500000}  # fmt: skip
    shares = {"40%": 0.4, 0.4: 0.4, "0,4": 0.4, "0.4": 0.4}
    filled.row("obligations", {"id": "x"})
    rows = [{"#parent": "x", "purchases.mid": number} for number in typed]
    rows += [{"#parent": "x", "share.mid": share} for share in shares]
    filled.row("obligations.activities", *rows)
    [duty] = filled.read().obligations
    read = [float((each.purchases or each.share).mid) for each in duty.activities]
    assert read == [*typed.values(), *shares.values()]


def test_everything_is_told_at_once_in_the_order_of_the_sheets(filled):
    filled.answer("identity.phase", "ergens").answer("consultation.weeks", "vier")
    filled.answer("identity.reference_date", "1 juli 2027")
    filled.row("target_groups", {"id": "a"}, {"id": "a"}, {"name": "wie?"}, {"id": "b c"})
    filled.row("target_groups.sizes", {"#parent": "a", "size_class": date(2026, 9, 2)},
               {"#parent": "z", "size_class": "2-9"}, {"size_class": "1"})  # fmt: skip
    assert filled.told() == [
        ("Aantallen!C5", "form_date_for_text"),
        ("Aantallen!B6", "form_unknown_parent"),
        ("Aantallen!B7", "form_missing_key"),
        ("Doelgroepen!B6", "duplicate_id"),
        ("Doelgroepen!B7", "form_missing_key"),
        ("Doelgroepen!B8", "form_bad_form"),
        ("Regeling!C15", "form_not_allowed"),
        ("Regeling!C16", "form_not_a_date"),
        ("Regeling!C66", "form_not_a_number"),
    ]


MISTAKES = (
    ({"minutes.mid": "30 min"}, "form_not_a_number", "G"),
    ({"minutes.mid": -1}, "too_small", "G"),
    ({"minutes.mid": 5, "minutes.low": 6}, "range_order", "G"),
    ({"minutes.low": 6}, "form_no_figure", "G"),
    ({"share.mid": 40}, "form_share_over_one", "AB"),
    ({"staff": "tovenaar"}, "form_unknown_staff", "M"),
    ({"serves": "x; q"}, "form_unknown_obligation", "CP"),
    ({"description": "=1/0"}, "formula_not_calculated", "D"),
    ({"description": "#REF!"}, "error_cell", "D"),
    ({"times_per_year.mid": 1, "every_years": 2}, "form_two_frequencies", "B"),
    ({"price_level": 2025.5}, "not_whole", "CO"),
)


def test_a_mistake_is_told_once_at_its_cell(filled):
    rows = [{"#parent": "x", **values} for values, _, _ in MISTAKES]
    filled.row("obligations", {"id": "x"}).row("obligations.activities", *rows)
    expected = [
        (f"Handelingen!{column}{number}", code)
        for number, (_, code, column) in enumerate(MISTAKES, start=FIRST)
    ]
    assert filled.told() == expected


def test_mistakes_across_sheets_are_told_at_their_cells(filled):
    filled.row("obligations", {"id": "x", "target_groups": "w"})
    filled.answer("obligations#none", "Er zijn er geen")
    filled.answer("DUI-30", "misschien", form.ANSWERS)
    same = {"#parent": "x", "rule": "HAN-03", "value": "Ja"}
    filled.row(form.DUTY_ANSWERS, same, same, {"#parent": "x", "value": "Ja"})
    assert filled.told() == [
        ("Regeling!C93", "form_none_and_some"),
        ("Verplichtingen!F5", "form_unknown_target_group"),
        ("Vragen per verplichting!C6", "duplicate_id"),
        ("Vragen per verplichting!C7", "form_missing_key"),
        ("Vragen!D8", "form_not_allowed"),
    ]


def test_none_of_something_is_known_and_not_left_open(filled):
    regulation = filled.answer("obligations#none", "er zijn er geen").read()
    assert regulation.obligations == ()
    assert regulation.eu.acts is None


def test_nothing_is_lost_without_a_word(filled):
    sheet = filled.sheet("obligations")
    sheet["BH3"], sheet["BH9"] = "Mijn kolom", "eigen notitie"
    filled.workbook.create_sheet("Kladblok")["A1"] = "los"
    rules = filled.sheet(form.REGULATION)
    rules.cell(rules.max_row + 1, 3).value = "nog iets"
    assert sorted(code for _, code in filled.told()) == [
        "form_unknown_column", "form_unknown_row", "form_unknown_sheet",
    ]  # fmt: skip


def test_a_copied_sheet_is_told_only_when_something_is_on_it(filled):
    copy = filled.workbook.copy_worksheet(filled.sheet("target_groups"))
    assert filled.read() == Regulation()
    copy.cell(FIRST, 2).value = "a"
    assert filled.told() == [(copy.title, "form_sheet_twice")]


def test_the_example_and_an_empty_row_are_not_read(filled):
    filled.row("target_groups", {}, {}, {"id": "c"})
    filled.sheet(form.EXAMPLE)["E9"] = "iets anders"
    assert [group.id for group in filled.read().target_groups] == ["c"]


def test_a_form_that_was_cut_down_is_read_as_far_as_it_goes(filled):
    filled.row("target_groups", {"id": "a"})
    for path in ("eu.acts", "panel.remarks", form.ANSWERS, form.GUIDE, form.LISTS):
        del filled.workbook[sheet_name(path, "nl")]
    filled.sheet("target_groups").delete_cols(4, 5)
    assert filled.read().target_groups[0].id == "a"


def test_a_form_of_a_later_version_is_told(filled):
    cell = filled.sheet("obligations")["A1"]
    cell.value = cell.value.replace(":1:", ":2:")
    assert filled.workbook.sheetnames
    with pytest.raises(BadInputError) as refused:
        filled.read()
    assert [problem.code for problem in refused.value.problems] == ["form_newer"]
