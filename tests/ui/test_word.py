"""The Word documents on the page with the report."""

import io

import docx
import pytest

from checker.content import say
from checker.models.regulation import Panel, Regulation
from checker.report import word
from checker.ui.components import downloads, word_documents


@pytest.fixture
def made(monkeypatch):
    """What each download button was given, by its label."""
    found = {}

    def button(label, data, **options):
        found[label] = (data, options["file_name"])

    monkeypatch.setattr(word_documents.st, "download_button", button)
    return found


def _label(kind, language="nl"):
    return say(language, "word/ui/download", title=word.title(kind, language))


def test_each_document_has_a_button_that_makes_it(open_app, largest, made):
    open_app(largest).go("report").assert_sound()
    for kind in word.Kind:
        data, name = made[_label(kind)]
        assert docx.Document(io.BytesIO(data())).paragraphs[0].text == word.title(kind, "nl")
        assert name.endswith(".docx")


def test_names_are_in_it_only_when_ticked(open_app, made):
    panel = Panel.model_validate({"held": True, "participants": [{"name": "Sanne de Wit"}]})
    app = open_app(Regulation(panel=panel)).go("report")
    paragraph = _label(word.Kind.PARAGRAPH)

    def text():
        opened = docx.Document(io.BytesIO(made[paragraph][0]()))
        return "\n".join(p.text for p in opened.paragraphs)

    assert "Sanne" not in text()
    app.find("checkbox", say("nl", "word/ui/names")).check().run()
    assert "Sanne de Wit" in text()


def test_a_document_that_cannot_be_made_is_said(open_app, largest, made, monkeypatch, caplog):
    monkeypatch.setattr(word_documents.word, "build", lambda *given, **more: 1 / 0)
    app = open_app(largest).go("report")
    with pytest.raises(downloads.NotMadeError):
        made[_label(word.Kind.BRIEFING)][0]()
    app.go("scorecard")
    assert "kan nu niet worden gemaakt" in app.html
    assert "ZeroDivisionError" in caplog.text
