"""A page of the form: the parts of one section, its questions, and the way on."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby, pairwise

import streamlit as st

from checker.content import say
from checker.models.edit import model_at
from checker.models.problem import Path
from checker.models.regulation import Addressee
from checker.models.rule import Rule, Section
from checker.models.rulebook import Rulebook
from checker.ui import library, navigation, state
from checker.ui.components import (
    choosing,
    firm_numbers,
    live_costs,
    overview,
    own_tariffs,
    page,
    questions,
    tariff_import,
)
from checker.ui.components.items import ExtraParts, show_facts, show_list
from checker.ui.components.words import choice_label
from checker.ui.layout import SECTIONS, Part

Draw = Callable[[], None]


def show(section: Section) -> None:
    """Draw the page of ``section``."""
    language = state.language()
    rulebook = library.rulebook()
    page.begin(choice_label(section), rulebook, say(language, f"ui/section/{section}"))
    parts = _parts(section, rulebook)
    chosen = next(iter(parts))
    name = part_name(section)
    if len(parts) > 1:
        titles = {code: title for code, (title, _) in parts.items()}
        chosen = choosing.choose(name, say(language, "ui/form/parts"), titles)
    if section is Section.OBLIGATIONS:
        live_costs.show(rulebook, with_obligation=chosen == "duties")
    parts[chosen][1]()
    _show_way_on(section, list(parts), chosen)


def part_name(section: Section) -> str:
    """Return the name under which the chosen part of ``section`` is kept."""
    return f"part:{section}"


def question_part(section: Section, rule: str, rulebook: Rulebook) -> str | None:
    """Return the part of ``section`` that holds the question of ``rule``."""
    return _part_asking(rule, questions.of_section(section, rulebook, state.assessment(rulebook)))


def obligation_part(index: int, rule: str, rulebook: Rulebook) -> str | None:
    """Return the part of the form of an obligation that holds the question of ``rule``."""
    return _part_asking(rule, questions.of_obligation(index, rulebook))


def _part_asking(rule: str, rules: list[Rule]) -> str | None:
    for number, group in enumerate(_groups(rules)):
        if rule in {other.id for other in group}:
            return _group_name(number)
    return None


def _parts(section: Section, rulebook: Rulebook) -> dict[str, tuple[str, Draw]]:
    language = state.language()
    parts: dict[str, tuple[str, Draw]] = {}
    for part in SECTIONS[section]:
        title = say(language, f"ui/parts/{section}/{part.name}")
        parts[part.name] = title, partial(_show_part, part, rulebook)
    rules = questions.of_section(section, rulebook, state.assessment(rulebook))
    return parts | _question_parts(rules, (), rulebook)


def _show_part(part: Part, rulebook: Rulebook) -> None:
    drawn = _drawn_apart(rulebook)

    def group(path: str) -> str:
        return path if path in drawn else path.rpartition(".")[0]

    for prefix, paths in groupby(part.facts, key=group):
        if prefix in drawn:
            drawn[prefix]()
            continue
        place: Path = tuple(prefix.split(".")) if prefix else ()
        names = [path.rpartition(".")[2] for path in paths]
        show_facts(place, model_at(place), names)


def _drawn_apart(rulebook: Rulebook) -> dict[str, Draw]:
    """Return the lists that have more on their form than their fields: how each is drawn."""
    return {
        "target_groups": lambda: show_list(
            ("target_groups",), 2, lambda index: _group_parts(index, rulebook)
        ),
        "obligations": lambda: show_list(
            ("obligations",),
            2,
            lambda index: _obligation_parts(index, rulebook),
            lambda: overview.show(rulebook),
        ),
        "costing.own_tariffs": lambda: _show_own_tariffs(rulebook),
    }


def _show_own_tariffs(rulebook: Rulebook) -> None:
    own_tariffs.show(rulebook)
    tariff_import.show(rulebook)
    own_tariffs.show_begin(rulebook)


def _obligation_parts(index: int, rulebook: Rulebook) -> ExtraParts:
    rules = questions.of_obligation(index, rulebook)
    return _question_parts(rules, ("obligations", index), rulebook)


def _group_parts(index: int, rulebook: Rulebook) -> ExtraParts:
    """Numbers by size class can be had for firms only."""
    if state.regulation().target_groups[index].addressee is not Addressee.FIRM:
        return {}
    title = say(state.language(), "costing/firms/part")
    return {"numbers": (title, partial(firm_numbers.show, index, rulebook))}


def _question_parts(rules: list[Rule], holder: Path, rulebook: Rulebook) -> ExtraParts:
    language = state.language()
    groups = _groups(rules)
    parts: ExtraParts = {}
    for number, group in enumerate(groups):
        key = "ui/question/part" if len(groups) == 1 else "ui/question/part_of"
        title = say(language, key, number=number + 1, total=len(groups))
        left = questions.open_count(group, holder)
        title += f" ({say(language, 'ui/question/open', count=left)})" if left else " ✓"
        parts[_group_name(number)] = title, partial(_show_questions, group, holder, rulebook)
    return parts


def _show_questions(group: Sequence[Rule], holder: Path, rulebook: Rulebook) -> None:
    questions.show(group, holder, state.assessment(rulebook))


def _groups(rules: Sequence[Rule]) -> list[Sequence[Rule]]:
    """Return ``rules`` in groups of about equal size, none too large for one screen."""
    count = -(-len(rules) // questions.AT_ONCE)
    bounds = [round(i * len(rules) / count) for i in range(count + 1)] if count else []
    return [rules[a:b] for a, b in pairwise(bounds)]


def _group_name(number: int) -> str:
    return f"questions-{number + 1}"


def _show_way_on(section: Section, parts: list[str], chosen: str) -> None:
    """Draw the buttons to the part before and after this one, over the edge of the section."""
    language = state.language()
    back, _, on = st.columns([2, 3, 2])
    position = parts.index(chosen)
    with back:
        if (position or section is not next(iter(Section))) and st.button(
            say(language, "ui/form/back"),
            key=state.widget_key("back", section, chosen),
            icon=":material/arrow_back:",
            width="stretch",
        ):
            _go(section, parts, position - 1)
    with on:
        if st.button(
            say(language, "ui/form/on"),
            key=state.widget_key("on", section, chosen),
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            width="stretch",
        ):
            _go(section, parts, position + 1)


def _go(section: Section, parts: list[str], position: int) -> None:
    if 0 <= position < len(parts):
        state.show(part_name(section), parts[position])
        st.rerun()
    order = list(Section)
    target = order.index(section) + (1 if position > 0 else -1)
    if target == len(order):
        st.switch_page(navigation.file_of("scorecard"))
    if position > 0:
        # A page begins at its first part, unless it was left somewhere further on by hand.
        state.show(part_name(order[target]), None)
    st.switch_page(navigation.file_of(order[target]))
