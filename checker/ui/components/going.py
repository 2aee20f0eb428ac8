"""From a finding to the place on the form where it is decided."""

import re

import streamlit as st

from checker.models.finding import Finding
from checker.models.rule import Section
from checker.models.rulebook import Rulebook
from checker.ui import navigation, state
from checker.ui.components import section
from checker.ui.layout import SECTIONS

_STEP = re.compile(r"^([a-z_]+)(?:\[(\d+)\])?")


def go_to_rule(rule_id: str, rulebook: Rulebook) -> None:
    """Open the page with the question of a rule, or else the field that it looks at."""
    rule = next(rule for rule in rulebook.rules if rule.id == rule_id)
    finding = state.assessment(rulebook).finding(rule_id)
    target, part = rule.section, section.question_part(rule.section, rule_id, rulebook)
    if part is None:
        target, part = _place(finding) or (rule.section, None)
    state.show(section.part_name(target), part)
    st.switch_page(navigation.file_of(target))


def _place(finding: Finding) -> tuple[Section, str] | None:
    """Return section and part with the first field the finding looks at; select the item."""
    paths = [place.path for place in finding.where] or list(finding.missing)
    for path in paths:
        found = _part_with(re.sub(r"\[\d+\]", "", path))
        if found is not None:
            item = _STEP.match(path)
            if item is not None and item[2]:
                state.select((item[1],), int(item[2]) - 1)
            return found
    return None


def _part_with(path: str) -> tuple[Section, str] | None:
    for target, parts in SECTIONS.items():
        for part in parts:
            if any(path == fact or path.startswith(f"{fact}.") for fact in part.facts):
                return target, part.name
    return None
