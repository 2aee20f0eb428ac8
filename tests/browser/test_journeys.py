"""The app in a real browser, as a policy adviser uses it."""

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from checker.models.regulation import Regulation
from checker.models.size_class import SizeClass
from checker.readers import dossier

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_a_sample_to_a_report_in_excel(user, tmp_path):
    user.open_sample("12")
    verdict = user.page.locator("section.verdict h2").inner_text()
    user.page.locator("details.finding summary").first.click()
    assert user.page.locator("details.finding dl").first.is_visible()
    user.go("Rapport")
    file = user.download("Excel-rapport downloaden", tmp_path)
    assert file.name.startswith("MKB-toets - ")
    workbook = load_workbook(file)
    cells = [str(cell.value) for row in workbook.worksheets[0].iter_rows() for cell in row]
    assert any(verdict in text for text in cells)


def test_a_new_dossier_from_nothing_to_a_file(user, tmp_path, rulebook):
    user.visit().press("Nieuw dossier beginnen").arrive("De regeling")
    user.type("Titel van de regeling", "Besluit lasrook")
    user.choose("Soort regeling", "Algemene maatregel van bestuur")
    user.choose("Fase van het voorstel", "Consultatie")
    user.go("Doelgroepen").press("De eerste toevoegen").type(
        "Naam van de doelgroep", "Lasbedrijven"
    )
    user.part("Aantallen").type("Aantal bedrijven: 2–9 werkzame personen", "1.250")
    user.go("Verplichtingen").press("De eerste toevoegen")
    user.type("Artikel van de verplichting", "4")
    user.part("Handelingen").press("De eerste toevoegen").part("Tijd en kosten")
    user.type("Minuten per keer", "1,5").press("Marge en herkomst").type("Hoge schatting", "3")
    user.go("Scorekaart")
    assert "Nog geen oordeel" in user.page.locator("section.verdict h2").inner_text()
    user.go("Verplichtingen")
    assert user.field("Minuten per keer").input_value() == "1,5"
    user.go("Rapport")
    file = user.download("Dossier downloaden (YAML)", tmp_path)
    saved = dossier.read(file, rulebook)
    assert saved.identity.title == "Besluit lasrook"
    assert saved.target_groups[0].sizes[0].firms.mid == 1250
    minutes = saved.obligations[0].activities[0].minutes
    assert [str(n) for n in (minutes.low, minutes.mid, minutes.high)] == ["1.5", "1.5", "3"]
    user.go("Start")
    user.page.locator('input[type="file"]').set_input_files(file)
    user.page.get_by_role("heading", level=1, name="Scorekaart").wait_for()
    assert "Besluit lasrook" in user.page.locator(".standing-title").inner_text()


def test_an_answer_changes_the_outcome_at_once(user):
    user.open_sample("12").go("Toezicht en handhaving").part("Vragen 2")
    card = user.page.locator('[class*="st-key"]').filter(has=user.page.locator("p.question")).first
    assert "Voldoet niet" not in card.locator(".status").inner_text()
    with user.answered():
        card.get_by_text("Nee", exact=True).click()
    assert "Voldoet niet" in card.locator(".status").inner_text()
    checked = user.page.locator('button[role="radio"][aria-checked="true"]').first
    assert checked.inner_text().startswith("Vragen 2")


def test_what_is_typed_just_before_a_click_is_not_lost(user):
    user.visit("verplichtingen").press("De eerste toevoegen")
    user.field("Artikel van de verplichting").fill("4")
    user.press("Toevoegen")
    expect(user.field("Artikel van de verplichting")).to_have_value("")  # of the second one
    user.settle()  # nobody types while the form is still being drawn
    user.field("Artikel van de verplichting").fill("5")
    user.press("Verder")
    user.press("Vorige")
    user.page.get_by_role("combobox", name="Kies welke u bekijkt").first.click()
    expect(user.page.get_by_role("option")).to_have_text(["1. 4", "2. 5"])


def test_reloading_is_warned_of_and_begins_anew(user):
    """Nothing is kept between two visits yet; the start page says so, and the browser asks."""
    user.visit("regeling").type("Titel van de regeling", "Besluit lasrook")
    user.part("Data")  # a browser asks only somebody who did something
    user.page.reload()
    user.settle()
    assert user.dialogs == ["beforeunload"]
    assert user.field("Titel van de regeling").input_value() == ""
    user.visit()
    assert "na herladen of sluiten is het weg" in user.page.locator("main, .stMain").inner_text()


def test_opening_a_sample_leaves_nothing_to_warn_of(user):
    user.open_sample()
    user.page.reload()
    user.settle()
    assert user.dialogs == []


def test_the_back_button_keeps_the_dossier(user):
    user.visit("regeling").type("Titel van de regeling", "Besluit lasrook")
    user.go("Scorekaart")
    user.page.go_back()
    user.page.get_by_role("heading", level=1, name="De regeling").wait_for()
    user.settle()
    assert user.field("Titel van de regeling").input_value() == "Besluit lasrook"


def test_another_language_in_the_middle(user):
    user.visit("regeling").type("Titel van de regeling", "Besluit lasrook")
    assert user.page.evaluate("document.documentElement.lang") == "nl"
    user.tick("English")
    user.page.get_by_role("heading", level=1, name="The regulation").wait_for()
    assert user.page.evaluate("document.documentElement.lang") == "en"
    assert user.page.get_by_role("textbox").first.input_value() == "Besluit lasrook"
    assert user.page.title().endswith("MKB-toets")


def test_a_wrong_file_is_answered_with_places(user):
    user.visit()
    wrong = b"schema_version: 1\nidentity:\n  titel: x\n"
    user.page.locator('input[type="file"]').set_input_files(
        {"name": "fout.yaml", "mimeType": "text/yaml", "buffer": wrong}
    )
    message = user.page.get_by_role("alert").filter(has_text="niet geopend")
    message.wait_for()
    assert "fout.yaml:3:3" in message.inner_text()


def test_the_sums_of_somebody_else(user, tmp_path):
    """A table is sent in, a wrong sum is pointed out, and the marked workbook goes back."""
    table = tmp_path / "berekening.csv"
    table.write_text(
        "Handeling;Aantal bedrijven;Uren;Tarief;Totaal\n"
        "Melden;1.250;2;54;135.000\nKeuren;40;1,5;54;324\nTotaal;;;;135.324\n",
        encoding="utf-8",
    )
    user.visit("narekenen")
    with user.answered():
        user.page.locator('input[type="file"]').set_input_files(table)
    summary = user.page.get_by_role("status").filter(has_text="berekening.csv")
    assert "1 van de 3" in summary.inner_text()
    user.part("Wat niet klopt")
    assert user.page.get_by_role("rowheader").all_inner_texts() == ["Keuren"]
    file = user.download("Gemarkeerde werkmap downloaden", tmp_path)
    sheet = load_workbook(file)["Tabel"]
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == ["Melden", "Keuren", "Totaal"]
    assert [sheet.cell(row, 7).value for row in (2, 3, 4)] == ["Klopt", "Klopt niet", "Klopt"]


@pytest.fixture
def many(tmp_path):
    """A dossier with thirty obligations, of which one lacks its time."""
    activity = {"timing": "recurring", "times_per_year": 1, "minutes": 30,
                "staff": "administratief", "description": "Opschrijven"}  # fmt: skip
    duties = [{"id": f"d{n}", "article": str(n), "description": f"De werkgever doet {n}.",
               "activities": [activity]} for n in range(1, 31)]  # fmt: skip
    duties[8]["activities"] = [{**activity, "minutes": None}]
    sizes = [{"size_class": size, "firms": 100} for size in SizeClass]
    groups = [{"id": "g", "sizes": sizes}]
    content = {"target_groups": groups, "obligations": duties}
    file = tmp_path / "dertig.yaml"
    file.write_text(dossier.to_yaml(Regulation.model_validate(content)), encoding="utf-8")
    return file


def open_file(user, file):
    user.visit()
    user.page.locator('input[type="file"]').set_input_files(file)
    user.page.get_by_role("heading", level=1, name="Scorekaart").wait_for()
    user.settle()
    return user


def test_one_of_thirty_is_chosen_in_the_table(user, many):
    open_file(user, many).go("Verplichtingen")
    with user.answered():
        user.page.get_by_role("row").filter(has_text="doet 6.").click()
    expect(user.field("Artikel van de verplichting")).to_have_value("6")
    expect(user.page.get_by_role("combobox", name="Kies welke u bekijkt")).to_be_focused()
    user.press("Volgende 10").press("12 · De werkgever doet 12.")
    expect(user.field("Artikel van de verplichting")).to_have_value("12")
    assert user.page.locator('tr[aria-current="true"] th').inner_text().endswith("12")


def test_the_totals_stay_in_sight(user, many):
    open_file(user, many).go("Verplichtingen").part("Handelingen").part("Tijd en kosten")
    user.field("Minuten per keer").scroll_into_view_if_needed()
    user.page.locator(".stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    expect(user.page.get_by_role("region", name="Regeldrukkosten tot nu toe")).to_be_in_viewport()


def test_the_way_to_what_is_missing_ends_in_its_field(user, many):
    open_file(user, many).go("Regeldruk").part("Aannames").press("Naar dit veld")
    user.page.get_by_role("heading", level=1, name="Verplichtingen").wait_for()
    expect(user.field("Minuten per keer")).to_be_focused()
    expect(user.field("Minuten per keer")).to_be_in_viewport()


def test_help_opens_when_asked_for_and_not_by_itself(user, many):
    open_file(user, many).go("Verplichtingen").part("Handelingen").part("Tijd en kosten")
    user.field("Minuten per keer").click()
    help_of = user.page.get_by_role("button", name="Help for Personeelscategorie")
    help_of.press("Shift")  # the keyboard is in use, as after Tab
    expect(help_of).to_be_focused()
    user.page.wait_for_timeout(600)
    assert user.page.get_by_role("tooltip").count() == 0
    help_of.press("Enter")
    expect(user.page.get_by_role("tooltip")).to_be_visible()


def test_a_narrow_screen(phone_user):
    user = phone_user.visit()
    user.page.get_by_test_id("stExpandSidebarButton").click()
    link = user.page.get_by_test_id("stSidebar").get_by_role("link", name="Doelgroepen")
    link.click()
    user.page.get_by_role("heading", level=1, name="Doelgroepen").wait_for()
    user.settle()
    # The menu does not stay in the way.
    user.page.locator('[data-testid="stSidebar"][data-collapsed="true"]').wait_for(state="attached")
    user.press("De eerste toevoegen").part("Aantallen")
    user.open_sample("12")
    too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not user.page.evaluate(too_wide)
    assert user.page.evaluate(
        "[...document.querySelectorAll('.stHtml, button')].every("
        "e => e.getBoundingClientRect().right <= window.innerWidth + 1)"
    )
