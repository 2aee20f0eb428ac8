"""Tables as they are published: by whom, with which headings, right and wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook

from checker.models.verification import Checked, HintCode, Status, Subject, Verification, Way
from tests.verify.tables import as_csv, as_xlsx, outcomes, saved, verified

PUBLISHED = Path(__file__).parent / "published"
CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "regeldruk_cases.yaml"
OK, ROUNDED, WRONG = "follows", "follows_rounded", "does_not_follow"


def rows_of(case: dict[str, Any]) -> list[list[Any]]:
    """A case of the collection as the table it was taken from."""
    if "columns" in case:
        lines = [[row["name"], *row["values"]] for row in case["rows"]]
        return [["", *case["columns"]], *lines, ["Totaal", *case["published_total"]]]
    names = list(dict.fromkeys(key for row in case["rows"] for key in row))
    if "published_hours" in case:
        names = list(dict.fromkeys([*names, "published_hours"]))
    lines = [[row.get(name) for name in names] for row in case["rows"]]
    if "published_total" in case:
        total = {"name": "Total", "published": case["published_total"],
                 "published_hours": case.get("published_hours")}  # fmt: skip
        lines.append([total.get(name) for name in names])
    return [names, *lines]


EXPECTED = {
    "uscg-1625-0102": [OK] * 6 + [OK, OK],
    "uscg-1625-0030": [ROUNDED, OK, OK, OK],
    "uscg-1625-0088": [ROUNDED, OK, ROUNDED],
    "fda-2010-5656": [OK, OK],
    "skm-wikipedia": [OK, OK],
    "yearly-report-range": [OK, OK],
    "nigc-negative": [OK, OK, WRONG],
    "belastingplan-2024": [WRONG] * 4,
    "leitfaden-rounding": [ROUNDED, ROUNDED],
}


def cases() -> dict[str, dict[str, Any]]:
    if not CASES.is_file():
        return {}
    return {case["id"]: case for case in yaml.safe_load(CASES.read_text("utf-8"))}


@pytest.mark.parametrize("write", [as_csv, as_xlsx], ids=["csv", "xlsx"])
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_published_case(name, write):
    collection = cases()
    if not collection:
        pytest.skip("the collection of published cases is not beside this checkout")
    assert outcomes(write(rows_of(collection[name]))) == EXPECTED[name]


def test_no_case_is_forgotten():
    if not cases():
        pytest.skip("the collection of published cases is not beside this checkout")
    assert set(cases()) == set(EXPECTED)


# --- the same facts, so that they are tested without the collection ------------------------------


def figures(verification: Verification) -> tuple[Checked, ...]:
    return verification.figures


def test_a_unit_cost_that_was_rounded_first_is_named():
    """USCG 1625-0030: 0.25 hours at 109 dollars is 27.25, and 320 times 27 is 8,640."""
    manager, clerk, *_ = figures(
        verified("name;n;h;r;published\nmanager;320;0.25;109;8640\nclerk;320;0.25;51;4080")
    )
    assert manager.status is Status.FOLLOWS_ROUNDED
    assert [(r.subject, r.way, r.places) for r in manager.roundings] == [
        (Subject.UNIT_COST, Way.HALF_UP, 0)
    ]
    assert (manager.computed, manager.difference) == (8720, -80)
    assert clerk.status is Status.FOLLOWS


def test_responses_and_hours_that_were_rounded_first_are_named():
    """USCG 1625-0088: 1,872.89 voyages became 1,873, and 936.5 hours 937."""
    (figure,) = figures(
        verified("name;population;share;h;r;published\nvoyage plan;13621;0.1375;0.5;65;60905")
    )
    assert [r.subject for r in figure.roundings] == [Subject.NUMBER, Subject.TOTAL_HOURS]


def test_hours_that_contradict_costs_are_flagged():
    """NIGC: 36,178 hours were printed; 112,615 x 0.83 is 93,470, and neither gives 694,742."""
    checked = verified(
        "name;n;h;r;total hours;published\nok;7;80;75;560;42000\nwrong;112615;0.83;35;36178;694742"
    )
    (row,) = [row for row in checked.calculations[0].rows if row.name == "wrong"]
    hours, costs = row.figures
    assert row.status is Status.CONTRADICTS_HOURS
    assert hours.status is Status.DOES_NOT_FOLLOW
    assert costs.computed == 3271465.75
    assert [(h.code, h.amount) for h in costs.hints] == [(HintCode.HOURS_SAY, 1266230)]


def test_a_total_that_follows_without_one_row():
    """Belastingplan 2024: row 3 is not in the totals, and 2024 is then still off by 0.02."""
    first, *later = figures(
        verified(
            """
            Regeldruk in mln euro;2024;2025;2026;structureel
            OV-abonnementen vrijstelling;-2,84;-2,88;-2,88;-2,88
            Samenloopvrijstelling;0,19;0,04;0,04;0,04
            Energiebelasting eerste schijf;2,2;1,6;1,6;1,6
            Informatie energieleveranciers;0,03;0,03;0,03;0,03
            Totaal;-2,60;-2,81;-2,81;-2,81
            """
        )
    )
    for figure in later:
        assert [(h.code, h.rows) for h in figure.hints] == [(HintCode.LEFT_OUT, (3,))]
    (hint,) = first.hints
    assert (hint.code, hint.rows, str(hint.amount)) == (HintCode.NEARLY_LEFT_OUT, (3,), "-2.62")


# --- other tables, right and wrong ----------------------------------------------------------------

OUTCOMES = {
    "a-regeldrukparagraaf": [OK, OK, OK, OK],
    "the-same-with-a-wrong-row": [OK, WRONG, OK],
    "hours-and-a-rate-kosten-beside-totaal": [OK, OK, OK, OK, OK],
    "a-supporting-statement": [OK, OK, OK, OK, OK, OK, OK, OK, OK, OK, OK, OK],
    "the-same-dollars-rounded": [ROUNDED, OK],
    "burden-hours-of-five-minutes": [ROUNDED, ROUNDED],
    "a-erfullungsaufwand": [OK, OK, OK, OK, OK, OK],
    "the-standard-cost-model-of-the-eu": [OK, OK, OK, OK, OK, OK, OK],
    "with-what-firms-would-do-anyway": [OK, OK],
    "one-off-and-structural-beside-each-other": [OK, OK, OK, OK],
    "internal-and-external-hours": [OK, WRONG],
    "two-staff-categories-in-one-row": [OK, OK],
    "shares-in-per-cent-with-and-without-the-sign": [OK, OK],
    "shares-with-the-sign-in-the-cell": [OK, OK],
    "hours-each-rounded-up": [ROUNDED, ROUNDED, OK],
    "a-total-of-unrounded-rows": [ROUNDED, ROUNDED, ROUNDED, ROUNDED],
    "subtotals-and-a-grand-total": [OK, OK, OK, OK, OK, OK],
    "a-total-with-a-row-counted-twice": [WRONG, WRONG],
    "in-millions-rounded": [ROUNDED, ROUNDED, OK],
    "costs-per-firm": [OK, OK, OK, OK, OK],
    "the-frequency-forgotten": [WRONG],
}
"""By file: the status of every figure, rows first."""


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_a_table_as_somebody_would_publish_it(name):
    assert outcomes((PUBLISHED / f"{name}.csv").read_bytes()) == OUTCOMES[name]


def test_every_table_has_its_outcome():
    assert {file.stem for file in PUBLISHED.iterdir()} == set(OUTCOMES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Handeling;Aantal;Frequentie;Minuten;Tarief;Totaal\nA;100;12;30;60;3000",
         HintCode.FREQUENCY_IGNORED),
        ("Handeling;Aantal;Frequentie;Minuten;Tarief;Totaal\nA;100;12;30;60;432000",
         HintCode.FREQUENCY_TWICE),
        ("Handeling;Aantal;Aandeel;Uren;Tarief;Totaal\nA;100;0,5;2;60;12000",
         HintCode.SHARE_IGNORED),
        ("Handeling;Aantal;Minuten;Tarief;Totaal\nA;100;30;60;180000", HintCode.MINUTES_AS_HOURS),
        ("Handeling;Aantal;Uren;Tarief;Totaal\nA;100;2;60;120000", HintCode.FACTOR_TEN),
        ("Handeling;Aantal;Uren;Tarief;Aankopen;Totaal\nA;100;2;60;15;12000",
         HintCode.PURCHASES_LEFT_OUT),
        ("Handeling;Aantal;Uren;Tarief;Totaal\nA;100;2;60;-12000", HintCode.SIGN),
        ("Handeling;Aantal;Frequentie;Uren;Tarief;Totaal\nA;100;0;2;60;12000",
         HintCode.ZERO_FREQUENCY),
    ],
)  # fmt: skip
def test_a_mistake_that_is_often_made_is_named(text, code):
    (figure,) = figures(verified(text))
    assert figure.status is Status.DOES_NOT_FOLLOW
    assert code in [hint.code for hint in figure.hints]


def test_a_sheet_without_headings_beside_one_with():
    book = Workbook()
    book.active.append(["Alleen wat tekst", "en nog wat"])
    sheet = book.create_sheet("Berekening")
    for row in (["Handeling", "Aantal", "Uren", "Tarief", "Totaal"], ["Melden", 10, 2, 54, 1080]):
        sheet.append(row)
    assert outcomes(saved(book)) == [OK]


def test_a_title_above_the_headings_is_no_part_of_them():
    table = """Kosten per bedrijf;;;;
        Handeling;Aantal;Uren;Tarief;Totaal
        Melden;10;2;54;1080"""
    calculation = verified(table).calculations[0].calculation
    assert [column.title for column in calculation.columns][:2] == ["Handeling", "Aantal"]


def test_a_table_without_figures_beside_a_calculation_is_left_out():
    table = "Afkorting;Aantal\nATR;1\n\nHandeling;Aantal;Uren;Tarief;Totaal\nMelden;10;2;54;1080"
    assert len(verified(table).calculations) == 1
