"""A report and a filled-in form open on the first page; an empty form can be had there."""

from datetime import date

from checker.assess import assess
from checker.content import say
from checker.report import excel
from checker.report.excel import intake

DAY = date(2026, 3, 2)


def test_a_report_and_a_form_open_like_a_dossier(app, largest, rulebook):
    report = excel.build(assess(largest, rulebook, DAY), rulebook, "nl")
    form = intake.build(rulebook, DAY, "nl", largest)
    for name, content in (("rapport.xlsx", report), ("formulier.xlsx", form)):
        app.go("start").test.main.get("file_uploader")[0].upload(name, content).run()
        app.assert_sound()
        assert app.headings == ["Scorekaart"]
        assert app.regulation.obligations == largest.obligations


def test_another_workbook_is_refused_and_says_what_will_do(app):
    content = b"PK\x03\x04 geen werkmap"
    app.go("start").test.main.get("file_uploader")[0].upload("x.xlsx", content).run()
    app.assert_sound()
    assert "niet geopend" in app.html


def test_an_empty_form_can_be_downloaded(app):
    labels = [button.proto.label for button in app.go("start").test.main.get("download_button")]
    assert say("nl", "intake/button") in labels
