"""The text of the draft in a real browser: read it in, jump, switch off, take over."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import serious
from tests.readers.legal_text.files import docx, p

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ARTICLES = [
    "Artikel 1",
    "In dit besluit wordt verstaan onder incident: een gebeurtenis waarbij lasrook vrijkomt.",
    "Artikel 2",
    "1. De werkgever treft passende maatregelen tegen lasrook.",
    "2. De werkgever meldt een incident zo spoedig mogelijk aan de toezichthouder.",
    "3. De werkgever bewaart de gegevens op passende wijze.",
    *(line for n in range(3, 40) for line in (f"Artikel {n}", f"Onderdeel {n} is vrijgesteld.")),
    "Artikel 40",
    "De werkgever treft afdoende maatregelen tegen brand.",
]
HEAD = [
    "Besluit van 3 maart 2027, houdende regels over lasrook",
    "Hebben goedgevonden en verstaan:",
]
DRAFT = [*HEAD, *ARTICLES]


def read_in(user, name: str, content: bytes) -> None:
    with user.answered():
        user.page.locator('input[type="file"]').set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        )


def word_file() -> bytes:
    return docx("".join(p(line) for line in DRAFT))


def test_from_a_word_file_to_a_place_and_back(user):
    user.visit("tekst")
    read_in(user, "lasrook.docx", word_file())
    told = user.page.get_by_role("status").first.inner_text()
    assert "Artikelen: 40, genummerde leden: 3" in told
    text, listed = user.page.locator(".regulation"), user.page.locator("ul.hits")
    expect(text.locator("mark.hit").filter(has_text="passende").first).to_be_visible()
    runs = user.page.evaluate("window.finishedRuns")
    entry = listed.locator("li").filter(has_text="afdoende").first
    entry.get_by_role("link").click()
    mark = text.locator("a:target")
    expect(mark).to_have_text("afdoende")
    expect(mark).to_be_in_viewport()
    mark.click()
    expect(listed.locator("li:target")).to_contain_text("afdoende")
    expect(listed.locator("li:target")).to_be_in_viewport()
    assert user.page.evaluate("window.finishedRuns") == runs, "a jump needs no run"
    assert serious(user) == []


def test_a_finding_is_filtered_and_switched_off_with_a_reason(user):
    user.visit("regeling").choose("Fase van het voorstel", "Vaststelling")
    user.choose("Soort regeling", "Algemene maatregel van bestuur").go("Tekst van het concept")
    user.type("Tekst van de regeling", "\n".join(DRAFT)).press("Lees deze tekst")
    everything = user.page.locator("ul.hits li").count()
    user.choose("Regel", "DUI-03")
    places = user.page.locator("ul.hits li")
    assert 0 < places.count() < everything
    before = score_of(user)
    user.go("Tekst van het concept")
    assert 0 < places.count() < everything, "the filter is still there"
    user.press("DUI-03 uitzetten…").press("Zet uit")
    expect(user.page.get_by_role("alert")).to_contain_text("Geef een reden")
    user.choose("Wat wilt u uitzetten?", "alles wat deze regel vindt")
    user.type("Reden", "Vaste term uit de wet.").press("Zet uit")
    assert score_of(user) != before
    user.go("Tekst van het concept")
    expect(user.page.locator(".off-reason")).to_contain_text("Vaste term uit de wet.")
    assert user.page.locator(".regulation mark.off").count() == places.count() > 0
    assert serious(user) == []


def score_of(user) -> str:
    user.go("Scorekaart")
    return user.page.locator(".criterion").filter(has_text="Duidelijkheid").inner_text()


def test_recognised_facts_are_taken_over_and_nothing_is_written_over(user):
    user.visit("regeling").type("Titel van de regeling", "Eigen titel")
    user.go("Tekst van het concept")
    read_in(user, "lasrook.txt", "\n".join(DRAFT).encode())
    user.part("Herkende feiten")
    assert serious(user) == []
    user.page.get_by_role("button", name="Alles aanvinken").first.click()
    user.settle()
    with user.answered():
        user.page.get_by_role("button", name=re.compile("Neem aangevinkte over")).first.click()
    differs = user.page.get_by_role("heading", name="Het dossier zegt iets anders dan de tekst (1)")
    expect(differs).to_be_visible()
    expect(user.page.locator(".facts-closed").first).to_contain_text(
        "U hebt al: Titel van de regeling"
    )
    user.page.locator("summary").filter(has_text="Staat al in het dossier").click()
    expect(user.page.locator(".facts-closed").last).to_contain_text("Dit staat zo al")
    assert serious(user) == []
    user.part("Leesbaarheid")
    assert serious(user) == []
    user.go("Verplichtingen")
    assert user.field("Artikel van de verplichting").input_value().startswith("2")
    user.go("De regeling")
    assert user.field("Titel van de regeling").input_value() == "Eigen titel"


def test_a_file_that_is_no_text_gets_one_message_and_loses_nothing(user):
    user.visit("tekst").type("Tekst van de regeling", "Artikel 1\nHalf getypt.")
    for name, content in (("plaatje.docx", b"\x89PNG\r\n\x1a\n" + bytes(60)), ("leeg.txt", b" ")):
        read_in(user, name, content)
        expect(user.page.get_by_role("alert").filter(has_text=name)).to_have_count(1)
        expect(user.page.get_by_role("alert")).to_have_count(1)
    assert user.field("Tekst van de regeling").input_value() == "Artikel 1\nHalf getypt."
    assert serious(user) == []
    read_in(user, "lasrook.docx", word_file())
    expect(user.page.locator(".regulation")).to_be_visible()
