"""The page Check a calculation: choose a file, see what became of it, take the marked workbook."""

import io
import re
from datetime import date

import openpyxl
import pytest

from checker.content import say
from checker.report.excel import marked
from checker.ui.components import marked_table
from tests.ui.conftest import App
from tests.verify.tables import as_csv, as_xlsx

HEAD = ["Handeling", "Aantal", "Uren", "Tarief", "Totaal"]
RIGHT = [HEAD, ["Melden", 100, 2, 54, 10800], ["Totaal", None, None, None, 10800]]
WRONG = [HEAD, ["Melden", 100, 2, 54, 1080], ["Lezen", 33, 0.25, 54, 446],
         ["Keuren", 10, 1, 54, 540]]  # fmt: skip


def words(key: str, language: str = "nl", **values) -> str:
    return say(language, f"verify_ui/{key}", **values)


def upload(app: App, content: bytes, name: str) -> App:
    app.test.main.get("file_uploader")[0].upload(name, content).run()
    app.assert_sound()
    return app


@pytest.fixture
def page(app) -> App:
    return app.go("verify")


def rows(app: App) -> list[str]:
    """The first cell of every row that is drawn."""
    return re.findall(r'<tr><th scope="row">(.*?)</th>', app.html)


def outcomes(app: App) -> list[str]:
    body = app.html.partition("<tbody>")[2]
    return re.findall(r'class="outcome \w+">(.*?)<', body)


def test_nothing_is_chosen_at_first(page):
    assert words("empty") in page.html


@pytest.mark.parametrize(("write", "name"), [(as_csv, "t.csv"), (as_xlsx, "t.xlsx")])
def test_a_file_is_checked_at_once(page, write, name):
    upload(page, write(WRONG), name)
    assert outcomes(page) == ["Klopt niet", "Klopt na afronding", "Klopt"]
    assert "10.800" in page.html
    assert f"<h2>{name}</h2>" in page.html


def test_the_dossier_is_left_alone(page):
    before = page.regulation
    upload(page, as_csv(WRONG), "t.csv")
    assert page.regulation is before
    assert not page.desk.unsaved


def test_the_result_is_still_there_after_another_page_and_another_dossier(page):
    upload(page, as_csv(WRONG), "t.csv")
    page.go("start").press(say("nl", "ui/start/open_sample"))
    page.go("verify").assert_sound()
    assert rows(page) == ["Melden", "Lezen", "Keuren"]


def test_only_what_is_wrong(page):
    upload(page, as_csv(WRONG), "t.csv")
    (group,) = page.test.main.get("button_group")
    group.set_value("bad").run()
    assert rows(page) == ["Melden"]
    page.test.main.get("button_group")[0].set_value("rounded").run()
    assert rows(page) == ["Lezen"]


def test_a_filter_that_finds_nothing_is_not_offered(page):
    upload(page, as_csv(RIGHT), "t.csv")
    (group,) = page.test.main.get("button_group")
    assert len(group.options) == 1
    assert "sums-summary bad" not in page.html


def test_what_cannot_be_checked_is_no_good_outcome(page):
    upload(page, as_csv([*RIGHT[:2], ["Bellen", None, 2, 54, 900]]), "t.csv")
    assert "Niet na te rekenen" in outcomes(page)
    assert 'class="sums-summary open"' in page.html


def test_the_example_is_checked_in_both_languages(page):
    for language in ("nl", "en"):
        page.language(language).press(words("try", language))
        page.assert_sound()
        status = say(language, "verify/status/does_not_follow")
        assert outcomes(page).count(status) == 2
        assert words("example_file", language) in page.html


def test_a_file_that_is_no_calculation_says_what_is_needed(page):
    upload(page, b"a;b\nc;d\n", "brief.csv")
    assert words("failed", file="brief.csv") in page.html
    assert "kolomkoppen" in page.html
    assert 'role="alert"' in page.html
    assert "Gemarkeerde" not in "".join(page.labels("download_button"))


def test_a_broken_workbook_is_told_in_our_words(page):
    upload(page, b"PK\x03\x04rest", "t.xlsx")
    assert "beschadigd" in page.html


def test_a_good_file_after_a_bad_one(page):
    upload(page, b"a;b\nc;d\n", "brief.csv")
    upload(page, as_csv(RIGHT), "t.csv")
    assert words("failed", file="brief.csv") not in page.html
    assert outcomes(page) == ["Klopt", "Klopt"]


def test_taking_the_file_away_empties_the_page(page):
    upload(page, as_csv(RIGHT), "t.csv")
    page.test.main.get("file_uploader")[0].set_value(None).run()
    assert words("empty") in page.html


def test_a_table_with_nothing_to_check_says_so(page):
    upload(page, b"Handeling;Aantal;Uren\nMelden;10;2\n", "t.csv")
    assert say("nl", "verify/summary/nothing") in page.html
    assert "<tbody>" not in page.html


def test_text_of_the_file_is_never_markup(page):
    nasty = "<img src=x onerror=alert(1)>"
    upload(page, as_csv([[*HEAD[:-1], "Totaal"], [nasty, 100, 2, 54, 5]]), "t<b>.csv")
    assert "<img" not in page.html
    assert "t<b>" not in page.html


def test_a_long_table_is_cut_and_says_so(page):
    many = [HEAD, *([f"Rij {n}", n, 1, 54, n * 54] for n in range(1, 201))]
    upload(page, as_csv(many), "t.csv")
    assert len(rows(page)) == marked_table.MOST_ROWS
    assert words("left_out", count=50) in page.html


def test_several_tables_are_told_apart(page):
    upload(page, as_csv([*RIGHT, [], *WRONG]), "t.csv")
    for number in (1, 2):
        assert words("table", number=number, sheet="t.csv") in page.html


def test_the_marked_workbook_can_be_taken(page):
    upload(page, as_xlsx(WRONG), "kosten.xlsx")
    assert words("download") in page.labels("download_button")
    checked = page.desk.checked
    data = marked.build(checked.found, checked.sheets, date(2026, 11, 1), "nl")
    assert openpyxl.load_workbook(io.BytesIO(data))["Sheet"]["G2"].value == "Klopt niet"
