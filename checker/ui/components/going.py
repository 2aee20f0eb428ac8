"""From a finding to the place on the form where it is decided."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st
from pydantic import BaseModel

from checker.checks.coverage import Coverage
from checker.checks.per_obligation import PerObligation
from checker.models.edit import key_fact, value_at
from checker.models.facts import FactKind, facts_of
from checker.models.finding import Finding, Reason
from checker.models.problem import Path, path_text
from checker.models.regulation import Regulation
from checker.models.rule import Rule, Section
from checker.models.rulebook import Rulebook
from checker.ui import navigation, state
from checker.ui.components import questions, section
from checker.ui.components.items import has_grid, key_name, part_name
from checker.ui.layout import SECTIONS, parts_of

TEXT_RULE, TEXT_VIEW = "text:rule", "text:view"
"""Names of two choices on the page with the text: the rule and the view that are looked at."""
TEXT_FILTERS = ("text:criterion", "text:outcome", "text:words", "text:sanctioned")
"""Names of the other choices there that could hide a rule."""
_LACKS_A_FACT = (Reason.NO_FACT, Reason.APPLICABILITY_UNKNOWN)
"""Why a rule about the text may wait for the form."""
_POSITION = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True)
class Target:
    """A place on the form: a section, and what must be chosen there to see it."""

    section: Section
    part: str | None = None
    selection: dict[Path, int] = field(default_factory=dict)
    """Position of the item to choose, by list."""
    view: dict[str, Any] = field(default_factory=dict)
    """Other choices by name: the part of an item, or the size class or kind of a list."""
    widget: tuple[str | int, ...] = ()
    """Beginning of the key of the widget to go to."""


def go_to_rule(rule_id: str, rulebook: Rulebook) -> None:
    """Open the page with the question of a rule, the text, or else the field it looks at."""
    rule = next(rule for rule in rulebook.rules if rule.id == rule_id)
    finding = state.assessment(rulebook).finding(rule_id)
    if rule.check.needs_text and finding.reason not in _LACKS_A_FACT:
        for name in TEXT_FILTERS:
            state.turn(name, None)
        state.turn(TEXT_VIEW, "findings")
        state.show(TEXT_RULE, rule_id)
        st.switch_page(navigation.file_of("text"))
    _open(target_of(rule, finding, rulebook))


def go_to_place(path: str) -> None:
    """Open the form at ``path``, such as ``obligations[2].activities[1].minutes``."""
    target = _place(path)
    if target is not None:
        _open(target)


def _open(target: Target) -> None:
    for path, index in target.selection.items():
        state.select(path, index)
    for name, chosen in target.view.items():
        state.turn(name, chosen)
    if target.widget:
        state.focus(*target.widget)
    state.show(section.part_name(target.section), target.part)
    st.switch_page(navigation.file_of(target.section))


def target_of(rule: Rule, finding: Finding, rulebook: Rulebook) -> Target:
    """Return where ``finding`` is decided: its question, or the first thing that it names."""
    asked = section.question_part(rule.section, rule.id, rulebook)
    if asked is not None:
        return Target(rule.section, asked, widget=questions.widget_of(rule.id, ()))
    for path in _paths(rule, finding):
        if (target := _place(path)) is not None:
            return _with_question(target, rule, rulebook)
    if isinstance(rule.check, PerObligation):
        return Target(Section.OBLIGATIONS)
    return Target(rule.section)


def _paths(rule: Rule, finding: Finding) -> list[str]:
    """Return the places to try, each with the field to fill in there where that is known."""
    places = [place.path for place in finding.where]
    wanted = [name for name in finding.missing if "." in name]
    if isinstance(rule.check, Coverage):
        wanted += [f"{rule.check.each}.{one.fact}" for one in rule.check.has if one.fact]
    asks_itself = isinstance(rule.check, PerObligation) and finding.reason is not Reason.NO_FACT
    if places and wanted and not asks_itself:
        plain = f"{_POSITION.sub('', places[0])}."
        fields = (name.removeprefix(plain) for name in wanted if name.startswith(plain))
        places = [*(f"{places[0]}.{name}" for name in fields), *places]
    return [*places, *finding.missing]


def _place(path: str) -> Target | None:
    """Return the way to ``path``, with every item on it chosen; None where it is no field.

    An item of a list with one for each size class or kind may be named by that: ``sizes.2-9``.
    """
    found = _part_with(_POSITION.sub("", path))
    if found is None:
        return None
    target = Target(*found)
    place: Path = ()
    model: type[BaseModel] = Regulation
    for step in path.split("."):
        fact = next((f for f in facts_of(model) if f.name == _POSITION.sub("", step)), None)
        if fact is None and place and key_fact(model) is not None:
            place = _choose_code(target, place, model, step)
            continue
        if fact is None:
            break
        _choose_part(target, place, model, fact.name)
        place, model = (*place, fact.name), fact.model or model
        position = _POSITION.search(step)
        if fact.kind is FactKind.ITEMS and position is not None:
            place = _choose_item(target, place, model, int(position[1]) - 1)
    return replace(target, widget=(path_text(place),))


def _with_question(target: Target, rule: Rule, rulebook: Rulebook) -> Target:
    """Choose the part with the question of ``rule``, where it asks the same of each obligation."""
    index, part = target.selection.get(("obligations",)), part_name(("obligations",))
    if index is None or target.view[part] is not None:
        return target
    if not isinstance(rule.check, PerObligation):
        return target
    target.view[part] = section.obligation_part(index, rule.id, rulebook)
    return replace(target, widget=questions.widget_of(rule.id, ("obligations", index)))


def _choose_item(target: Target, place: Path, model: type[BaseModel], index: int) -> Path:
    """Choose an item of the list at ``place``, and return its place."""
    key = key_fact(model)
    if key is None:
        target.selection[place] = index
        target.view[part_name(place)] = None
        return (*place, index)
    code: str = getattr(value_at(state.regulation(), place)[index], key.name).value
    return _choose_code(target, place, model, code)


def _choose_code(target: Target, place: Path, model: type[BaseModel], code: str) -> Path:
    """Choose the item of the list at ``place`` for one size class or kind; return its place."""
    if not has_grid(model):
        target.view[key_name(place)] = code
    return (*place, code)


def _choose_part(target: Target, place: Path, model: type[BaseModel], name: str) -> None:
    """Choose the part of the form of the item at ``place`` that holds a field."""
    if place[:-1] in target.selection or key_name(place[:-1]) in target.view:
        parts = parts_of(model)
        chosen = next((part.name for part in parts if name in part.facts), None)
        target.view[part_name(place[:-1])] = chosen


def _part_with(path: str) -> tuple[Section, str] | None:
    for target, parts in SECTIONS.items():
        for part in parts:
            if any(path == fact or path.startswith(f"{fact}.") for fact in part.facts):
                return target, part.name
    return None
