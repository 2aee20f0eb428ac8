"""What axe finds on the pages; the menu and the widgets are Streamlit's, the rest is ours."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = {
    "De regeling": ["Data"],
    "Doel en noodzaak": ["Alternatieven"],
    "Doelgroepen": ["Aantallen", "Aantallen van CBS"],
    "Verplichtingen": [
        "Kenmerken",
        "Handelingen",
        "Tijd en kosten",
        "Anders per",
        "Uurtarieven en prijspeil",
    ],
    "Aansluiting op EU-recht": ["Transponeringstabel", "Meldingen"],
    "Toezicht en handhaving": ["Toets", "Sancties", "Vragen 1"],
    "Kleine bedrijven": [],
    "Consultatie en MKB-toets": ["MKB-toets", "Opmerkingen"],
    "Evaluatie en horizonbepaling": [],
    "Scorekaart": ["Tafel van Elf"],
    "Regeldruk": [
        "Per grootteklasse",
        "Per verplichting",
        "Onzekerheid",
        "Voorbeeldbedrijven",
        "Alternatieven en jaren",
        "Aannames",
    ],
    "Rapport": [],
    "Narekenen": [],
    "Regels en bronnen": [],
    "Start": [],
}


def serious(user) -> list[str]:
    found = Axe().run(user.page).response["violations"]
    return [
        f"{user.title}: {one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def test_no_serious_violation_on_any_page(user):
    user.open_sample("12")
    found = serious(user)
    for page, parts in PAGES.items():
        user.go(page)
        found += serious(user)
        for part in parts:
            user.part(part)
            found += serious(user)
    assert found == []


def test_no_serious_violation_where_something_is_wrong(user):
    user.visit("verplichtingen").press("De eerste toevoegen")
    user.type("Artikel van de verplichting", "x" * 300)
    assert user.page.get_by_role("alert").first.is_visible()
    assert serious(user) == []


def test_no_serious_violation_in_a_checked_table(user):
    user.visit("narekenen").press("Voorbeeld narekenen")
    assert user.page.get_by_role("table").is_visible()
    assert serious(user) == []


def test_the_headings_form_an_outline(user):
    user.open_sample("12")
    levels = user.page.evaluate(
        "[...document.querySelectorAll('.stMain h1, .stMain h2, .stMain h3')]"
        ".map(h => Number(h.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
