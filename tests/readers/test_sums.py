"""Tables of sums: where the headings are, what the columns hold, what is said of a bad cell."""

from decimal import Decimal

import pytest
from openpyxl import Workbook

from checker.content.messages import problem_text
from checker.models.problem import BadInputError
from checker.models.verification import HintCode, Role, Scale, Status
from checker.readers import headers, sums, table
from tests.verify.tables import outcomes, saved, verified

HEADINGS = {
    "Aantal bedrijven": Role.NUMBER,
    "n": Role.NUMBER,
    "Number of respondents": Role.NUMBER,
    "Fallzahl": Role.NUMBER,
    "Frequentie": Role.FREQUENCY,
    "Responses per respondent": Role.FREQUENCY,
    "Levensduur (jaar)": Role.FREQUENCY,
    "Total annual responses": Role.RESPONSES,
    "Aandeel bedrijven (%)": Role.SHARE,
    "Uren per keer": Role.HOURS,
    "Zeitaufwand pro Fall (in Minuten)": Role.HOURS,
    "Average burden per response (hours)": Role.HOURS,
    "Total burden hours": Role.TOTAL_HOURS,
    "Uurtarief": Role.RATE,
    "€/uur": Role.RATE,
    "Lohnsatz pro Stunde": Role.RATE,
    "Out-of-pocketkosten": Role.PURCHASES,
    "Sachkosten pro Fall": Role.PURCHASES,
    "Kosten per bedrijf": Role.UNIT_COST,
    "Nalevingskosten": Role.TOTAL_COST,
    "Totale nalevingskosten": Role.TOTAL_COST,
    "Compliance costs": Role.TOTAL_COST,
    "Compliance hours": Role.HOURS,
    "Compliance rate": Role.SHARE,
    "Nalevingspercentage": Role.SHARE,
    "Aandeel in totaal (%)": Role.OTHER,
    "Share in total cost": Role.OTHER,
    "Anteil an Gesamtkosten": Role.OTHER,
    "Totaal %": Role.OTHER,
    "Opslag (%)": Role.SURCHARGE,
    "Opslag materiaal (€)": Role.PURCHASES,
    "Duur (min)": Role.HOURS,
    "P": Role.UNIT_COST,
    "Q": Role.RESPONSES,
    "Personalkosten (in Tsd. Euro)": Role.LABOUR_COST,
    "Totale kosten": Role.TOTAL_COST,
    "Erfüllungsaufwand": Role.TOTAL_COST,
    "2027": Role.AMOUNT,
    "structureel": Role.AMOUNT,
    "Grootteklasse": Role.SIZE,
    "Handeling": Role.NAME,
}


@pytest.mark.parametrize("text", HEADINGS)
def test_what_a_heading_says(text):
    assert headers.heading(text).role is HEADINGS[text]


@pytest.mark.parametrize("text", ["Toelichting op het voorstel", "Duur vergunning (jaar)"])
def test_a_heading_that_says_nothing(text):
    assert headers.heading(text) is None


@pytest.mark.parametrize(
    ("text", "scale"),
    [("Totaal (x € 1.000)", Scale.THOUSANDS), ("Kosten in mln euro", Scale.MILLIONS),
     ("£m total cost", Scale.MILLIONS), ("Tijd (min.)", Scale.MINUTES),
     ("Aandeel (%)", Scale.PER_CENT),
     ("Totale kosten", Scale.ONE)],
)  # fmt: skip
def test_the_unit_in_a_heading(text, scale):
    assert headers.heading(text).scale is scale


# --- what cannot be read --------------------------------------------------------------------------


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(BadInputError) as caught:
        sums.readings(table.read(text.encode(), "tabel.csv"))
    (problem,) = caught.value.problems
    return problem.code, problem_text(problem, "nl")


def test_no_headings():
    code, told = refused("A;10;2;50;1000\nB;10;2;50;1000")
    assert code == "no_heading"
    assert "A, 10, 2, 50, 1000" in told


def test_headings_with_nothing_below():
    assert refused("Handeling;Aantal;Uren;Tarief;Totaal")[0] == "no_figures"


def test_headings_below_each_other():
    assert refused("Aantal;10\nUren;2\nTarief;50\nTotaal;1000")[0] == "table_transposed"


BAD_CELLS = {
    "Handeling;Aantal;Uren;Tarief;Totaal\nA;10;twee;50;1000": ("C2", "not_a_figure"),
    "Handeling;Aantal;Uren;Tarief;Totaal\nA;10;2 dagen;50;1000": ("C2", "time_in_days"),
    "Handeling;Aantal;Uren;Tarief;Totaal\nA;10;2;50;duizend\nB;10;2;50;1000":
        ("E2", "not_a_figure"),
    "Handeling;Aantal;Aandeel;Uren;Tarief;Totaal\nA;10;1,5;2;50;1500\nB;10;0,5;2;50;500":
        ("C2", "share_too_large"),
    "Handeling;Aantal;Frequentie;Uren;Tarief;Totaal\nA;10;dagelijks;2;50;1000":
        ("C2", "not_a_figure"),
    "Handeling;Aantal;Uren;Tarief;Aankopen;Totaal\nA;10;2;50;zie bijlage;1000\nB;10;2;50;5;1050":
        ("E2", "not_a_figure"),
}  # fmt: skip


@pytest.mark.parametrize("text", BAD_CELLS)
def test_a_figure_that_rests_on_a_bad_cell_is_neither_right_nor_wrong(text):
    figure = verified(text).figures[0]
    assert figure.status is Status.UNREADABLE
    assert (figure.unreadable.cell, figure.unreadable.code) == BAD_CELLS[text]


def test_negative_time_is_pointed_at():
    (figure,) = verified("Handeling;Aantal;Uren;Tarief;Totaal\nA;10;-2;50;-1000").figures
    assert [hint.code for hint in figure.hints] == [HintCode.NEGATIVE_TIME]


# --- ways in which a table can be meant -----------------------------------------------------------

OK, WRONG = "follows", "does_not_follow"


@pytest.mark.parametrize(
    "text",
    [
        "Aantal;Uren;Tarief;Totaal\n1.250;2;50;125.000",
        "Aantal;Uren;Tarief;Totaal\n1250;1,250;50;78.125",
        "Number;Hours;Rate;Total\n1,250;1.250;50;78,125",
        "Aantal;Uren;Tarief;Totaal\n1 250;2,5;€ 50,-;€ 156 250,-",
        "Aantal;Tijd;Tarief;Totaal\n10;1 uur 30 min;€ 60 per uur;900",
        "Aantal;Frequentie;Uren;Tarief;Totaal\n10;maandelijks;1;50;6000",
        "Aantal;Frequentie;Uren;Tarief;Totaal\n10;eens per 5 jaar;1;50;100",
        "Aantal;Uren;Tarief;Totaal\n10;1/2;50;250",
    ],
)
def test_numbers_are_read_as_they_are_meant(text):
    assert outcomes(text) == [OK]


def test_the_arithmetic_tells_what_an_ambiguous_number_is_and_this_is_said():
    (found,) = verified("Aantal;Uren;Tarief;Totaal\n10;1.250;50;625").calculations
    assert [entry.cell for entry in found.calculation.assumed] == ["B2"]
    assert found.rows[0].figures[0].status is Status.FOLLOWS


def test_groups_of_columns_are_calculations_of_their_own():
    found = verified(
        """
        ;klein;;;groot;;
        Handeling;Aantal;Uren;Kosten;Aantal;Uren;Kosten
        Melden;10;2;20;5;3;15
        """
    )
    assert len(found.calculations) == 2


def test_totals_may_stand_above_what_they_add_up():
    table_ = """
        Handeling;Aantal;Uren;Tarief;Kosten
        Totaal;;;;1500
        Melden;10;2;50;1000
        Keuren;10;1;50;500
        """
    assert outcomes(table_) == [OK, OK, OK]


def test_a_part_of_a_row_is_not_added_again():
    table_ = """
        Maatregel;2025;2026
        Melden;10;12
        waarvan mkb;4;5
        Keuren;5;5
        Totaal;15;17
        """
    assert outcomes(table_) == [OK, OK]


def test_headings_again_on_the_next_page_go_on_with_the_table():
    table_ = """
        Handeling;Aantal;Uren;Tarief;Totaal
        Melden;10;2;50;1000
        Handeling;Aantal;Uren;Tarief;Totaal
        Keuren;10;1;50;500
        Totaal;;;;1500
        """
    assert outcomes(table_) == [OK, OK, OK]


def test_a_row_of_units_says_what_the_figures_are_in():
    table_ = """
        Handeling;Aantal;Tijd;Tarief;Totaal
        ;#;min;€/uur;€
        Melden;10;30;50;250
        """
    (figure,) = verified(table_).figures
    assert (figure.status, figure.computed) == (Status.FOLLOWS, Decimal(250))


def test_a_total_without_a_column_for_names():
    assert (
        outcomes("Aantal;Uren;Tarief;Kosten\n10;2;50;1000\n5;2;50;500\nTotaal;;;1500") == [OK] * 3
    )


def test_an_amount_in_a_merged_cell_is_counted_once():
    book = Workbook()
    for row in (["Handeling", "Aantal", "Uren", "Kosten"], ["Melden", 10, 2, 1000],
                ["Keuren", 10, 1, None], ["Totaal", None, None, 1000]):  # fmt: skip
        book.active.append(row)
    book.active.merge_cells("D2:D3")
    assert outcomes(saved(book))[-1] == OK
