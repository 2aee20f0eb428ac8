"""The intake form: what it asks, what it holds, and that a filled-in one becomes its dossier."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.workbook import Workbook
from pydantic import BaseModel

from checker.cli import main
from checker.content import has, say, texts
from checker.models.base import LANGUAGES
from checker.models.edit import copied
from checker.models.facts import FactKind, facts_of
from checker.models.regulation import Regulation
from checker.readers import dossier
from checker.readers.intake import form, marks
from checker.readers.intake.choices import Choices, answers_of
from checker.report.excel import intake
from checker.report.excel.intake.words import help_text, label, sheet_about, sheet_name
from tests.strategies import regulations

DAY = date(2026, 3, 2)


def _held(regulation: Regulation) -> Regulation:
    """What the form holds of a regulation, with answers in one order."""
    alternatives = regulation.purpose.alternatives
    kept = alternatives and [a.model_copy(update={"obligations": None}) for a in alternatives]
    duties = regulation.obligations
    return regulation.model_copy(
        update={
            "text": Regulation().text,
            "answers": _ordered(regulation.answers),
            "purpose": regulation.purpose.model_copy(
                update={"alternatives": alternatives and tuple(kept)}
            ),
            "obligations": duties
            and tuple(d.model_copy(update={"answers": _ordered(d.answers)}) for d in duties),
        }
    )


def _ordered(answers):
    return tuple(sorted(answers, key=lambda answer: answer.rule))


def _leaves(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for fact in facts_of(model):
        path = f"{prefix}{fact.name}"
        if fact.model is not None:
            yield from _leaves(fact.model, f"{path}.")
        elif fact.kind is not FactKind.ANSWERS:
            yield path


@pytest.fixture(scope="module")
def empty(rulebook) -> bytes:
    return intake.build(rulebook, DAY, "nl")


@pytest.fixture(scope="module")
def opened(empty) -> Workbook:
    return openpyxl.load_workbook(BytesIO(empty))


# --- what it asks


def test_every_field_is_asked_or_named_as_one_that_is_not() -> None:
    asked = {question.words for question in form.questions()}
    asked |= {field.words for table in form.tables() for field in table.fields}
    left_out = ("schema_version", *form.NOT_HELD)
    missing = [
        path for path in _leaves(Regulation) if path not in asked and not path.startswith(left_out)
    ]
    assert missing == []


def test_every_sheet_and_question_has_its_words() -> None:
    for language in LANGUAGES:
        fields = [*form.questions(), *(f for table in form.tables() for f in table.fields)]
        assert [f.key for f in fields if not help_text(f, language)] == []
        assert [f.key for f in fields if label(f, language) in ("", f.key)] == []
        names = [sheet_name(path, language) for path in (*intake.sheets(), "guide", "lists")]
        assert len({name.casefold() for name in names}) == len(names)
        assert all(has(f"intake/sheet/{path}") for path in intake.sheets())
        assert all(sheet_about(path, language) for path in intake.sheets())


def test_choices_can_be_told_apart_in_every_list(rulebook) -> None:
    choices = Choices(rulebook)
    lists = {name: choices.options(name) for name in choices._lists}
    lists |= {rule.id: answers_of(rule) for rule in choices.asked}
    for language in LANGUAGES:
        for name, options in lists.items():
            words = [option.words.get(language).casefold() for option in options]
            assert len(set(words)) == len(words), name


def test_a_choice_is_known_by_its_words_in_either_language_and_by_its_code(rulebook) -> None:
    choices = Choices(rulebook)
    for typed in ("2–9 werkzame personen", "2-9 Working Persons", "2-9"):
        assert choices.find("SizeClass", typed, "nl") == "2-9"
    assert choices.find("flag", "JA", "en") is True
    assert choices.find("flag", "no", "nl") is False
    assert choices.find("flag", "", "nl") is None


def test_every_sheet_has_its_mark_and_every_question_of_a_rule_its_row(opened, rulebook) -> None:
    found = {marks.mark_in(str(sheet["A1"].value)).sheet for sheet in opened}
    assert found == {*intake.sheets(), form.GUIDE, form.EXAMPLE, form.LISTS}
    sheet = opened[sheet_name(form.ANSWERS, "nl")]
    asked = {cell.value for cell in sheet["A"]}
    stable = {rule.id for rule in rulebook.stable_rules}
    assert {rule.id for rule in Choices(rulebook).asked if rule.id in stable} <= asked


def test_columns_that_take_a_choice_number_or_date_are_checked_by_excel(opened) -> None:
    for table in form.tables():
        sheet = opened[sheet_name(table.path, "nl")]
        rules = {
            area.min_col: rule
            for rule in sheet.data_validations.dataValidation
            for area in rule.sqref.ranges
        }
        for column, field in enumerate(table.fields, start=2):
            expected = {"choice": "list", "names": "list", "number": "decimal",
                        "share": "decimal", "date": "date"}.get(field.entry)  # fmt: skip
            assert rules[column].type == expected, field.key
            assert len(rules[column].prompt) <= 255
        assert sheet.freeze_panes == "C5"


def test_the_example_is_a_dossier_in_both_languages_and_is_shown(opened, rulebook) -> None:
    both = [dossier.parse(texts(lang)["intake/example"], "x", rulebook) for lang in LANGUAGES]
    dutch, english = (r.model_dump(exclude_defaults=True).keys() for r in both)
    assert dutch == english
    shown = {cell.value for cell in opened[sheet_name(form.EXAMPLE, "nl")]["E"]}
    assert {both[0].identity.title, "3.500", "60%"} <= shown


# --- what comes back


def test_an_empty_form_is_an_empty_dossier(empty, rulebook) -> None:
    assert dossier.read_bytes(empty, "leeg.xlsx", rulebook) == Regulation()


def test_every_sample_comes_back(samples, rulebook) -> None:
    for number, path in enumerate(samples):
        regulation = dossier.read(path, rulebook)
        file = intake.build(rulebook, DAY, LANGUAGES[number % 2], regulation)
        again = dossier.read_bytes(file, path.name, rulebook)
        assert _held(again) == _held(regulation), path


FULL = {
    "identity": {"title": "=1+1", "parent_act": {"provides": []}, "reference_date": "1900-02-03"},
    "purpose": {"alternatives": []},
    "target_groups": [
        {"id": "a", "overlaps": [{"group": "b", "size_class": "2-9", "firms": 3}],
         "starters_per_year": {"low": 0.01, "mid": 0.055, "high": 0.1, "illustrative": True}},
        {"id": "b"},
    ],
    "obligations": [
        {"id": "x", "article": "2.10", "exempt": ["1", "2-9"], "effect": "abolished",
         "target_groups": ["a", "b"],
         "activities": [{"staff": "lasser", "minutes": 12.5, "serves": ["y"],
                         "overrides": [{"size_class": "1", "every_years": 3}]}, {}]},
        {"id": "y", "answers": {"HAN-03": {"value": "nvt", "explanation": "-2"}}},
    ],
    "eu": {"acts": [], "notifications": [{"kind": "services", "done": False}]},
    "enforcement": {"capacity": {"staff_fte": {"mid": 2, "source": "Jaarverslag"}}},
    "costing": {"tariff_set": "eigen", "own_tariffs": [
        {"id": "eigen", "imported_on": "2026-01-31",
         "tariffs": [{"category": "lasser", "amount": 41.25}]}]},
    "answers": {"HAN-05": {"evidence": {"reference": "nota", "quote": "@A1"}}},
}  # fmt: skip


def test_all_sorts_of_fields_come_back(rulebook) -> None:
    regulation = Regulation.model_validate(FULL)
    file = intake.build(rulebook, DAY, "nl", regulation)
    assert _held(dossier.read_bytes(file, "f.xlsx", rulebook)) == _held(regulation)
    cells = [c for sheet in openpyxl.load_workbook(BytesIO(file)) for row in sheet for c in row]
    assert [cell for cell in cells if cell.data_type == "f"] == []


def test_a_copied_obligation_keeps_its_activities_apart(rulebook) -> None:
    regulation = copied(Regulation.model_validate(FULL), ("obligations",), 0)
    file = intake.build(rulebook, DAY, "nl", regulation)
    assert _held(dossier.read_bytes(file, "f.xlsx", rulebook)) == _held(regulation)


@given(regulations())
@settings(max_examples=6)
def test_any_regulation_comes_back(rulebook, regulation) -> None:
    # A cell has no control characters, and its ends are trimmed.
    if regulation.model_dump_json().isprintable():
        file = intake.build(rulebook, DAY, "en", regulation)
        assert _held(dossier.read_bytes(file, "f.xlsx", rulebook)) == _held(regulation)


def test_what_does_not_fit_is_said_on_the_first_sheet(rulebook) -> None:
    alternative = {"obligations": [{"id": "licht"}]}
    regulation = Regulation.model_validate(
        {"text": {"body": "Artikel 1"}, "purpose": {"alternatives": [alternative]}}
    )
    for language in LANGUAGES:
        file = BytesIO(intake.build(rulebook, DAY, language, regulation))
        guide = openpyxl.load_workbook(file).worksheets[0]
        told = " ".join(str(cell.value) for row in guide for cell in row if cell.value)
        for path in form.NOT_HELD:
            assert told.count(say(language, f"fields/{path}/label")) >= 2


def test_a_form_in_another_language_and_another_order_reads_the_same(rulebook) -> None:
    regulation = Regulation.model_validate(FULL)
    workbook = openpyxl.load_workbook(BytesIO(intake.build(rulebook, DAY, "en", regulation)))
    sheet = workbook[sheet_name("obligations", "en")]
    sheet.move_range("C1:C60", cols=60)  # a column to the far right
    sheet.insert_rows(6, 3)
    sheet.title = "Something else"
    workbook.move_sheet(sheet, -2)
    saved = BytesIO()
    workbook.save(saved)
    assert _held(dossier.read_bytes(saved.getvalue(), "f.xlsx", rulebook)) == _held(regulation)


def test_the_same_arguments_give_the_same_file(empty, rulebook) -> None:
    assert intake.build(rulebook, DAY, "nl") == empty


def test_the_command_line_makes_a_form(tmp_path, capsys, samples, rulebook) -> None:
    target = tmp_path / "form.xlsx"
    assert main(["intake", "--lang", "en", "--out", str(target), str(samples[0])]) == 0
    assert str(target) in capsys.readouterr().out
    assert _held(dossier.read(target, rulebook)) == _held(dossier.read(samples[0], rulebook))
    assert main(["intake", "--out", str(tmp_path / "form.pdf")]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert main(["intake"]) == 2


def test_a_date_is_a_date(rulebook) -> None:
    regulation = Regulation.model_validate({"identity": {"entry_into_force": "2027-07-01"}})
    workbook = openpyxl.load_workbook(BytesIO(intake.build(rulebook, DAY, "nl", regulation)))
    sheet = workbook[sheet_name(form.REGULATION, "nl")]
    [row] = [row for row in sheet.iter_rows() if row[0].value == "identity.entry_into_force"]
    assert row[2].value.date() == date(2027, 7, 1)
