"""The way from a finding leads to the very thing that the finding names."""

import re
from datetime import date

import pytest

from checker.assess import assess
from checker.models.edit import value_at
from checker.models.regulation import Regulation
from checker.models.rule import Section
from checker.readers import dossier
from checker.ui import state
from checker.ui.components import going
from tests.ui.conftest import SAMPLE_FILES

DAY = date(2026, 7, 1)


def desk_with(monkeypatch, regulation, assessment) -> state.Desk:
    desk = state.Desk(regulation=regulation)
    monkeypatch.setattr(state, "desk", lambda: desk)
    monkeypatch.setattr(state, "assessment", lambda rulebook: assessment)
    return desk


def shown_item(target: going.Target, regulation: Regulation, path: str):
    """What is on the screen at ``path`` without its positions, once the choices are made."""
    place = ()
    for step in re.sub(r"\[\d+\]", "", path).split("."):
        place = (*place, step)
        if place in target.selection:
            place = (*place, target.selection[place])
        elif f"{'.'.join(str(s) for s in place)}.key" in target.view:
            place = (*place, target.view[f"{'.'.join(str(s) for s in place)}.key"])
    return value_at(regulation, place)


def named_item(regulation: Regulation, path: str):
    """What stands at ``path`` with its positions from 1."""
    found = regulation
    for name, position in re.findall(r"([a-z_]+)(?:\[(\d+)\])?", path):
        found = getattr(found, name)
        found = found[int(position) - 1] if position else found
    return found


@pytest.mark.parametrize("file", SAMPLE_FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_item_that_is_named_is_the_one_selected(file, rulebook, monkeypatch):
    regulation = dossier.read(file, rulebook)
    assessment = assess(regulation, rulebook, DAY)
    desk_with(monkeypatch, regulation, assessment)
    rules = {rule.id: rule for rule in rulebook.rules}
    for finding in assessment.findings:
        target = going.target_of(rules[finding.rule], finding, rulebook)
        named = [place.path for place in finding.where if "[" in place.path]
        if target.part is not None and target.part.startswith("questions-"):
            continue
        if named:
            shown = shown_item(target, regulation, named[0])
            assert shown == named_item(regulation, named[0]), (finding.rule, named[0], target)
        if named and rules[finding.rule].check.kind == "per_obligation":
            assert target.section is Section.OBLIGATIONS
            assert target.view["obligations.part"].startswith("questions-"), finding.rule


@pytest.mark.parametrize(
    ("path", "section", "part", "selection", "view"),
    [
        ("eu.provisions[5]", "eu", "provisions", {("eu", "provisions"): 4},
         {"eu.provisions.part": None}),
        ("enforcement.sanctions[2].maximum", "enforcement", "sanctions",
         {("enforcement", "sanctions"): 1}, {"enforcement.sanctions.part": "all"}),
        ("panel.remarks[3]", "consultation", "remarks", {("panel", "remarks"): 2},
         {"panel.remarks.part": None}),
        ("eu.notifications[2]", "eu", "notifications", {}, {"eu.notifications.key": "services"}),
        ("obligations[2].activities[1].minutes", "obligations", "duties",
         {("obligations",): 1, ("obligations", 1, "activities"): 0},
         {"obligations.part": "activities", "obligations.activities.part": "cost"}),
        ("obligations[1].norm", "obligations", "duties", {("obligations",): 0},
         {"obligations.part": "features"}),
        ("purpose.goal", "purpose", "why", {}, {}),
    ],
)  # fmt: skip
def test_every_step_of_a_path_is_chosen(path, section, part, selection, view, monkeypatch):
    kinds = [{"kind": "technical_regulation"}, {"kind": "services", "done": True}]
    regulation = Regulation.model_validate({"eu": {"notifications": kinds}})
    desk_with(monkeypatch, regulation, None)
    target = going._place(path)
    assert (target.section, target.part) == (section, part)
    assert (target.selection, target.view) == (selection, view)


def test_what_is_no_field_leads_nowhere():
    assert going._place("figures.obligations") is None


def test_the_form_opens_at_the_item(open_app, rulebook):
    """From the scorecard to a question about one obligation that is not the first."""
    asked_of_each = {r.id for r in rulebook.stable_rules if r.check.kind == "per_obligation"}
    for file in SAMPLE_FILES:
        app = open_app(dossier.read(file, rulebook)).go("scorecard")
        assessment = app.desk.assessed[1]
        for position, change in enumerate(assessment.changes):
            where = assessment.finding(change.rule).where
            if change.rule in asked_of_each and where[0].path != "obligations[1]":
                app.press("Naar dit punt", position)
                app.assert_sound()
                index = int(where[0].path.split("[")[1][:-1]) - 1
                keys = [w.key for w in app.test.main.get("radio")]
                assert any(f"|obligations|{index}|{change.rule}|" in key for key in keys)
                return
    raise AssertionError("no sample shows this")
