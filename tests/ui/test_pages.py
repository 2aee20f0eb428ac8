"""Every page, in both languages, with every sample and with nothing."""

import re
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings

from checker.models.regulation import Regulation
from checker.models.rule import Section
from checker.models.wording import written
from checker.readers import dossier
from checker.ui import navigation
from checker.ui.components import section
from checker.ui.layout import parts_of
from tests.strategies import regulations
from tests.ui.conftest import SAMPLE_FILES, App

PAGES = [screen.name for screens in navigation.GROUPS.values() for screen in screens]
MOST_WIDGETS = 26
"""What a page may show at once besides the menu; one estimate opened adds five."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_with_nothing(language):
    app = App(language=language)
    for page in PAGES:
        app.go(page).assert_sound()


@pytest.mark.parametrize("file", SAMPLE_FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_page_with_every_sample(file, rulebook):
    app = App(dossier.read(file, rulebook))
    for page in PAGES:
        app.go(page).assert_sound()
    app.language("en")
    for page in PAGES:
        app.go(page).assert_sound()


def test_every_part_of_the_form_with_the_largest_sample(largest):
    app = App(largest)
    counts = {}
    for name in Section:
        app.go(name)
        for part in _parts(app, name):
            app.part(part).assert_sound()
            counts[name, part] = len(app.widgets)
            if part in ("duties", "groups"):
                counts |= _inner_parts(app, part)
    assert {where: n for where, n in counts.items() if n > MOST_WIDGETS} == {}


def _parts(app: App, name: Section) -> list[str]:
    from checker.ui.layout import SECTIONS

    own = [part.name for part in SECTIONS[name]]
    group = app.test.main.get("button_group")
    labels = group[0].options if group else []
    return own[: len(labels)] + [section._group_name(i) for i in range(len(labels) - len(own))]


def _inner_parts(app: App, part: str) -> dict:
    regulation = app.regulation
    items = regulation.obligations if part == "duties" else regulation.target_groups
    counts = {}
    for inner in parts_of(type(items[0])):
        app.part(inner.name).assert_sound()
        counts[part, inner.name] = len(app.widgets)
        if inner.name == "activities":
            for innermost in parts_of(type(items[0].activities[0])):
                app.part(innermost.name).assert_sound()
                counts[part, inner.name, innermost.name] = len(app.widgets)
    return counts


def test_the_scorecard_says_everything_in_words(largest, open_app):
    app = open_app(largest).go("scorecard")
    assessment = app.desk.assessed[1]
    assert assessment.verdict.label.nl in app.html
    assert assessment.disclaimer.nl in app.html
    assert "van 100" in app.html
    for criterion in assessment.criteria:
        settled = criterion.low == criterion.high
        low = written(criterion.low, "nl")
        assert ("ligt vast" if settled else f"Kan nog uitkomen op {low} tot") in app.html
    assert "nog te controleren" in app.html
    assert 'rel="noopener noreferrer"' in app.html


def test_a_filter_narrows_the_findings(largest, open_app):
    app = open_app(largest).go("scorecard")
    everything = app.html.count("<details")
    app.find("selectbox", "Criterium").select("clarity").run()
    assert 0 < app.html.count("<details") < everything
    app.find("text_input", "Zoek in bevindingen").set_value("geen regel bevat dit woord").run()
    assert app.html.count("<details") == 0


def test_the_filter_is_still_there_after_another_page(largest, open_app):
    app = open_app(largest).go("scorecard")
    app.find("selectbox", "Criterium").select("clarity").run()
    app.go("rules").go("scorecard")
    assert app.find("selectbox", "Criterium").value == "clarity"


def test_every_framework_has_its_view(largest, open_app):
    app = open_app(largest).go("scorecard")
    for view in app.desk.assessed[1].frameworks:
        app.part(view.framework).assert_sound()
        assert view.answers[0].question.nl[:40] in app.html


def test_the_catalogue_shows_every_rule(app, rulebook):
    app.go("rules")
    assert all(rule.id in app.html for rule in rulebook.rules)
    app.find("text_input", "Zoek in bevindingen").set_value("HAN-03").run()
    found = re.findall(r'<span class="rule-id">(.*?)</span></summary>', app.html)
    assert "HAN-03" in found
    assert len(found) < len(rulebook.rules) / 4


def test_text_of_a_user_is_never_markup(open_app):
    nasty = "<script>alert(1)</script> **vet** $x$ <img src=x>"
    regulation = Regulation.model_validate(
        {
            "identity": {"title": nasty, "draft": "<b>"},
            "obligations": [{"id": "a", "article": nasty[:100], "description": nasty}],
        }
    )
    app = open_app(regulation)
    about_the_dossier = set(PAGES) - {"rules", "verify"}
    for page in PAGES:
        app.go(page).assert_sound()
        assert "<img src=x>" not in app.html
        assert "<script>alert" not in app.html
        assert (escape(nasty) in app.html) == (page in about_the_dossier)
    app.go("identity")
    assert app.find("text_input", "Titel van de regeling").value == nasty
    app.go("obligations")
    chooser = next(w for w in app.test.main.get("selectbox") if "Kies welke" in w.label)
    assert nasty[:20] in chooser.options[0]


def test_a_very_long_title_is_cut_in_the_header(open_app):
    app = open_app(Regulation.model_validate({"identity": {"title": "x" * 20_000}}))
    for page in PAGES:
        app.go(page).assert_sound()
        assert "x" * 200 not in app.html


@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(regulations())
def test_any_dossier_opens_on_every_part(regulation):
    app = App(regulation)
    for name in Section:
        app.go(name)
        for part in _parts(app, name):
            app.part(part).assert_sound()
    for page in ("start", "scorecard", "report"):
        app.go(page).assert_sound()


def test_sanctions_without_obligations(open_app):
    """A sanction names obligations, of which nothing may be known yet."""
    app = open_app(Regulation.model_validate({"enforcement": {"sanctions": [{"kind": "civil"}]}}))
    app.go("enforcement").part("sanctions").assert_sound()
