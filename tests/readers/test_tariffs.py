"""Tariff tables as organisations keep them: what is understood, and what is said of the rest."""

import csv
import io
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from checker.content.messages import problem_text
from checker.models.problem import BadInputError
from checker.models.regulation import OwnTariffSet, Regulation
from checker.readers import dossier, tariffs
from checker.readers.staff_categories import Categories, own_id
from checker.rulebook import load
from checker.rulebook.locate import OWN_RULES

PARAMETERS = load(OWN_RULES).parameters

Rows = list[list[object]]


def as_csv(rows: Rows, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(*sheets: Rows, merged: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"Tarieven {number + 1}")
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, name: str = "uurtarieven.csv") -> tuple[OwnTariffSet, ...]:
    return tariffs.read(data, name, PARAMETERS)


def one(rows: Rows, **layout: object) -> OwnTariffSet:
    (found,) = read(as_csv(rows, **layout))
    return found


def amounts(found: OwnTariffSet) -> dict[str, Decimal]:
    return {tariff.category: tariff.amount for tariff in found.tariffs}


def refused(data: bytes, name: str = "t.csv") -> list[tuple[str, str]]:
    """Place and code of every problem; each has words in both languages."""
    with pytest.raises(BadInputError) as caught:
        read(data, name)
    for problem in caught.value.problems:
        for language in ("nl", "en"):
            assert "{" not in problem_text(problem, language)
    return [(problem.path, problem.code) for problem in caught.value.problems]


HEAD = ["Categorie", "Uurtarief"]


# --- what is understood ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        ["Personeelscategorie", "Bedrag per uur", "Editie", "Prijspeil", "Bron", "Organisatie"],
        ["category", "AMOUNT", "edition", "price level", "source", "organisation"],
        ["Functiegroep", "Tarief (€ / uur)", "Versie", "Prijsjaar", "Vindplaats", "Ministerie"],
        ["Staff", "Hourly rate", "Version", "Price year", "Source", "Organization"],
        ["CATEGORIE", "Intern uurtarief in euro", "Uitgave", "Jaar", "Herkomst", "Instelling"],
    ],
)
def test_heads_in_either_language(head):
    row = ["Administratief personeel", "39,50", "2023", "2022", "Bijlage 5", "EZ"]
    found = one([head, row])
    assert amounts(found) == {"administratief": Decimal("39.50")}
    assert (found.edition, found.price_level, found.source) == ("2023", 2022, "Bijlage 5")
    assert found.organisation == "EZ"
    assert found.tariffs[0].name == "Administratief personeel"


def test_columns_in_another_order_with_others_between():
    found = one(
        [["Nr", "Uurtarief", "Toelichting", "Categorie"], [1, 77, "met overhead", "Manager"]]
    )
    assert amounts(found) == {"leidinggevende": 77}


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("54", "54"), ("54,5", "54.5"), ("54.50", "54.50"), ("€ 54,00", "54"), ("€54", "54"),
        ("EUR 54.00", "54"), ("54,-", "54"), ("54,00 euro", "54"), ("54 per uur", "54"),
        ("€ 54,00/uur", "54"), ("54.00 per hour", "54"), ("54 an hour", "54"),
        ("1.250,00", "1250"), ("1,250.00", "1250"), (" 54,00 ", "54"), ("\u20ac\u00a054,00", "54"),
    ],
)  # fmt: skip
def test_an_amount_as_people_write_it(written, amount):
    assert amounts(one([HEAD, ["Manager", written]])) == {"leidinggevende": Decimal(amount)}


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Leidinggevende", "leidinggevende"),
        ("leidinggevenden en managers", "leidinggevende"),
        ("Managers (ISCO 1)", "leidinggevende"),
        ("1. Managers", "leidinggevende"),
        ("ISCO 4 Clerical support workers", "administratief"),
        ("Adm. personeel", "administratief"),
        ("Professionals", "hoogopgeleide_kenniswerker"),
        ("hoogopgeleide_kenniswerker", "hoogopgeleide_kenniswerker"),
        ("Vakkrachten / craft workers", "vakkracht"),
        ("AL HET PERSONEEL", "gemiddeld"),
        ("Elementaire  beroepen", "elementair"),
    ],
)
def test_categories_are_recognised_by_their_names(name, category):
    assert Categories(PARAMETERS).find(name).category == category


def test_every_word_of_the_parameters_is_recognised():
    known = Categories(PARAMETERS)
    for entry in PARAMETERS.tariffs.categories:
        for name in (entry.id, entry.title.nl, entry.title.en, *entry.words):
            assert known.find(name).category == entry.id, name


def test_an_unknown_category_is_kept_as_an_own_one():
    found = one([HEAD, ["Piloot (gezagvoerder)", 120], ["Café-medewerker", 30]])
    assert amounts(found) == {"piloot_gezagvoerder": 120, "cafe_medewerker": 30}
    assert [tariff.name for tariff in found.tariffs] == ["Piloot (gezagvoerder)", "Café-medewerker"]


def test_two_names_for_one_category_are_both_kept_and_its_own_name_has_it():
    found = one([HEAD, ["Directeur", 95], ["Leidinggevende", 77], ["Manager", 80]])
    assert amounts(found) == {"directeur": 95, "leidinggevende": 77, "manager": 80}


def test_own_categories_that_look_alike_stay_apart():
    long = "x" * 80
    found = one([HEAD, ["Piloot+", 1], ["Piloot #", 2], [f"{long}a", 3], [f"{long}b", 4]])
    assert [tariff.amount for tariff in found.tariffs] == [1, 2, 3, 4]
    assert len(amounts(found)) == 4
    assert own_id("日本") == "eigen"


def test_a_title_above_and_notes_below_say_what_no_column_does():
    found = one([
        ["Uurtarieven rijksbreed, editie 2023 (prijspeil 2022)"], [],
        HEAD, ["Manager", "77,00"], ["Klerk", 39], ["Administratie", "39,50"],
        [], ["Bron: Handboek, bijlage 5"], ["* Bedragen met overhead."],
    ])  # fmt: skip
    assert (found.edition, found.price_level) == ("2023", 2022)
    assert found.source == "Handboek, bijlage 5"
    assert amounts(found)["administratief"] == Decimal("39.50")


def test_a_title_alone_is_the_source():
    assert one([["Tarieven van het Handboek"], HEAD, ["Manager", 77]]).source == (
        "Tarieven van het Handboek"
    )


def test_what_is_given_once_counts_for_the_whole_table():
    rows = [[*HEAD, "Editie", "Prijspeil"], ["Manager", 77, "", ""],
            ["Administratie", 39, 2023, "prijspeil 2022"], ["Piloot", 120, "", ""]]  # fmt: skip
    found = one(rows)
    assert (found.edition, found.price_level, len(found.tariffs)) == ("2023", 2022, 3)


def test_each_edition_is_a_table_of_its_own():
    rows = [[*HEAD, "Editie"], ["Manager", 77, 2018], ["Manager", 85, 2023]]
    old, new = read(as_csv(rows))
    assert (old.edition, amounts(old)) == ("2018", {"leidinggevende": 77})
    assert (new.edition, amounts(new)) == ("2023", {"leidinggevende": 85})
    assert old.id != new.id


def test_a_column_for_each_year():
    old, new = read(
        as_csv([["Categorie", "2018", "2023"], ["Manager", 77, 85], ["Piloot", "-", 9]])
    )
    assert (old.price_level, amounts(old)) == (2018, {"leidinggevende": 77})
    assert (new.price_level, amounts(new)) == (2023, {"leidinggevende": 85, "piloot": 9})


def test_a_year_in_the_head_is_the_price_level():
    assert one([["Categorie", "Uurtarief 2023"], ["Manager", 77]]).price_level == 2023


def test_categories_without_a_head_are_found():
    assert amounts(one([["", "Uurtarief"], ["Piloot", 9], ["Manager", 77]])) == {
        "piloot": 9, "leidinggevende": 77
    }  # fmt: skip


def test_heads_that_are_repeated_are_no_row():
    assert len(one([HEAD, ["Manager", 77], HEAD, ["Piloot", 9]]).tariffs) == 2


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), ("\t", "utf-16"), (";", "cp1252")]
)
def test_however_the_file_was_saved(delimiter, encoding):
    found = one([HEAD, ["Café-houder", "39,50"]], delimiter=delimiter, encoding=encoding)
    assert found.tariffs[0].name == "Café-houder"
    assert found.tariffs[0].amount == Decimal("39.50")


def test_a_workbook_with_a_merged_title_and_editions():
    rows = [["Uurtarieven", None, None], ["Categorie", "Uurtarief", "Editie"],
            ["Manager", 77.25, 2023], ["Administratie", "39,50", None]]  # fmt: skip
    (found,) = read(as_xlsx(rows, merged=("A1:C1", "C3:C4")), "t.xlsx")
    assert amounts(found) == {
        "leidinggevende": Decimal("77.25"),
        "administratief": Decimal("39.50"),
    }
    assert found.edition == "2023"
    assert found.source == "Uurtarieven"


def test_sheets_with_a_table_each_and_one_without():
    data = as_xlsx([["Leeswijzer"]], [HEAD, ["Manager", 77]], [HEAD, ["Manager", 85]],
                   names=("Over", "2018", "2023"))  # fmt: skip
    assert [(found.edition, amounts(found)) for found in read(data, "t.xlsx")] == [
        ("2018", {"leidinggevende": 77}), ("2023", {"leidinggevende": 85})
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_reads_as_itself(language):
    (found,) = read(tariffs.example(PARAMETERS, language))
    assert list(amounts(found)) == [entry.id for entry in PARAMETERS.tariffs.categories]
    assert found.edition
    assert found.price_level
    assert found.source
    assert found.organisation


def test_what_is_read_fits_in_a_dossier_and_comes_back(rulebook):
    sets = read(as_csv([[*HEAD, "Editie"], ["Manager", "77,5", 2018], ["Piloot", 9, 2023]]))
    regulation = Regulation.model_validate({"costing": {"own_tariffs": sets}})
    assert dossier.parse(dossier.to_yaml(regulation), "d.yaml", rulebook) == regulation


# --- every amount comes back ----------------------------------------------------------------------

LETTERS = st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x17F)
NAMES = st.lists(
    st.text(LETTERS, min_size=1, max_size=20).map(lambda text: f"Groep {text}"),
    min_size=1, max_size=12, unique_by=str.casefold,
)  # fmt: skip
AMOUNTS = st.decimals(min_value="0.01", max_value=9999, places=2)


def in_style(amount: Decimal, style: str, *, cents: bool) -> str:
    whole, _, fraction = f"{amount:,.2f}".partition(".")
    point, group = (",", ".") if style == "nl" else (".", ",")
    if not cents and fraction == "00":
        return whole.replace(",", "")
    return f"{whole.replace(',', group)}{point}{fraction}"


@given(data=st.data(), names=NAMES, style=st.sampled_from(["nl", "en"]), cents=st.booleans())
def test_every_amount_comes_back_in_either_style(data, names, style, cents):
    given_amounts = data.draw(st.lists(AMOUNTS, min_size=len(names), max_size=len(names)))
    sign = data.draw(st.sampled_from(["", "€ ", "EUR "]))
    written = [f"{sign}{in_style(amount, style, cents=cents)}" for amount in given_amounts]
    rows = [HEAD, *([name, text] for name, text in zip(names, written, strict=True))]
    (found,) = read(as_csv(rows))
    assert [tariff.amount for tariff in found.tariffs] == given_amounts
    as_numbers = [HEAD, *([n, float(a)] for n, a in zip(names, given_amounts, strict=True))]
    (again,) = read(as_xlsx(as_numbers), "t.xlsx")
    assert [tariff.amount for tariff in again.tariffs] == given_amounts


# --- what is said of the rest ---------------------------------------------------------------------


def test_every_mistake_at_once_each_with_its_place():
    rows = [HEAD, ["Manager", "twaalf"], ["", 12], ["Piloot", ""], ["Steward", -3], ["Klerk", 0],
            ["Bakker", "20000"], ["Slager", "55 %"], ["Smid", "30 min"], ["Kok", "1.250"],
            ["Ober", "12-3-2024"], ["Kapper", 40]]  # fmt: skip
    assert sorted(refused(as_csv(rows))) == sorted([
        ("B2", "tariff_not_an_amount"), ("B3", "tariff_no_category"), ("A4", "tariff_no_amount"),
        ("B5", "tariff_not_positive"), ("B6", "tariff_not_positive"), ("B7", "tariff_too_high"),
        ("B8", "tariff_not_an_amount"), ("B9", "tariff_not_an_amount"), ("B10", "tariff_ambiguous"),
        ("B11", "tariff_not_an_amount"),
    ])  # fmt: skip


def test_the_place_names_the_sheet():
    data = as_xlsx([HEAD, ["Manager", "twaalf"]], names=("Tarieven 2023",))
    assert refused(data, "t.xlsx") == [("Tarieven 2023!B2", "tariff_not_an_amount")]


def test_a_style_that_another_row_shows_settles_an_ambiguous_amount():
    assert [t.amount for t in one([HEAD, ["Piloot", "1.250"], ["Kok", "39,50"]]).tariffs] == [
        1250, Decimal("39.50")
    ]  # fmt: skip


def test_a_category_twice():
    assert refused(as_csv([HEAD, ["Piloot", 9], ["piloot", 8]])) == [("A3", "tariff_twice")]


@pytest.mark.parametrize(
    "row", [["Manager", "77", "50"], ["Manager", "77", "50", "2018"]], ids=["alone", "with edition"]
)
def test_a_decimal_comma_that_cut_a_row_in_a_csv(row):
    head = [*HEAD, "Editie"][: len(row) - 1]
    text = "\n".join(
        [",".join(head), ",".join(row), "Piloot,9,2018"[: -5 if len(head) == 2 else None]]
    )
    ((_, code),) = refused(text.encode())
    assert code == "tariff_too_wide"


def test_a_price_level_that_is_no_year():
    rows = [[*HEAD, "Prijspeil"], ["Manager", 77, "huidig"]]
    assert refused(as_csv(rows)) == [("C2", "tariff_no_year")]


def test_the_last_row_without_an_amount_is_told_and_a_note_is_not():
    assert refused(as_csv([HEAD, ["Manager", 77], ["Piloot", ""]])) == [("A3", "tariff_no_amount")]
    assert len(one([HEAD, ["Manager", 77], ["Toelichting: met overhead", ""]]).tariffs) == 1


@pytest.mark.parametrize(
    ("cell", "code"),
    [("=40*1.5", "formula_not_calculated"), ("#REF!", "error_cell"),
     (date(2024, 12, 5), "date_for_number")],
)  # fmt: skip
def test_a_cell_of_a_workbook_that_holds_no_number(cell, code):
    data = as_xlsx([HEAD, ["Manager", cell]], names=("Tarieven",))
    assert refused(data, "t.xlsx") == [("Tarieven!B2", code)]


def test_names_that_are_too_long():
    rows = [[*HEAD, "Editie"], ["x" * 300, 77, "y" * 300]]
    assert refused(as_csv(rows)) == [("A2", "too_long"), ("C2", "too_long")]


def test_a_table_that_is_far_too_long():
    rows = [HEAD, *([f"Groep {n}", n + 1] for n in range(tariffs.MOST_ROWS + 1))]
    assert [code for _, code in refused(as_csv(rows))] == ["tariff_too_many"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Artikel", "Aantal"], ["4", "12"]], "tariff_no_heads"),
        ([["Uurtarief", "Bron"], ["77", "x"]], "tariff_no_heads"),
        ([HEAD], "tariff_no_rows"),
        ([HEAD, [], ["Bron: geen", ""]], "tariff_no_rows"),
    ],
)
def test_a_file_without_a_table_of_rates(rows, code):
    assert refused(as_csv(rows)) == [("", code)]


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"PK\x03\x04 broken"]
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(data):
    with pytest.raises(BadInputError) as caught:
        read(data, "t.xls")
    assert len(caught.value.problems) == 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_nothing_but_bad_input_ever_comes_out_of_rubbish(data):
    with suppress(BadInputError):
        assert read(b"Categorie;Uurtarief\n" + data)
