"""What a dossier says about rules, questions or answers that are no longer there.

Rules change while people work. The app says what has lost its place and drops it at the press of a
button, because a file that has it would be refused when it is opened.
"""

from collections.abc import Mapping

import streamlit as st

from checker.checks.per_obligation import PerObligation
from checker.content import say
from checker.models.answer import DONT_KNOW, NOT_APPLICABLE, Answer
from checker.models.edit import value_at, with_value
from checker.models.problem import Path
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.ui import state
from checker.ui.components.markup import bullets, html, paragraph
from checker.ui.components.words import item_label, label

Asked = Mapping[str, tuple[str, ...]]
"""The answers that each question takes, by rule."""


def show_orphans(rulebook: Rulebook) -> None:
    """Draw what has lost its place, if there is any."""
    language = state.language()
    cleaned, told = without_orphans(state.regulation(), rulebook)
    if not told:
        return
    html(
        '<div class="note warning" role="alert">',
        paragraph(say(language, "ui/orphans/text")),
        bullets(dict.fromkeys(told), "problems"),
        "</div>",
    )
    if st.button(say(language, "ui/orphans/drop"), key=state.widget_key("orphans")):
        state.restructure(cleaned)
        state.notify(say(language, "ui/orphans/dropped"))
        st.rerun()


def without_orphans(regulation: Regulation, rulebook: Rulebook) -> tuple[Regulation, list[str]]:
    """Return ``regulation`` without what the rules no longer know, and what that was."""
    told: list[str] = []
    for place, asked in _questions(regulation, rulebook).items():
        answers: tuple[Answer, ...] = value_at(regulation, place)
        kept = tuple(answer for answer in answers if _fits(answer, asked))
        if kept != answers:
            told += [_told(answer) for answer in answers if answer not in kept]
            regulation = with_value(regulation, place, kept)
    known = {rule.id for rule in rulebook.rules}
    for index, remark in enumerate(regulation.panel.remarks or ()):
        if remark.rule is not None and remark.rule not in known:
            place = ("panel", "remarks", index, "rule")
            told.append(f"{remark.rule}: {label(place)}, {index + 1}. {item_label(remark)}")
            regulation = with_value(regulation, place, None)
    return regulation, told


def _questions(regulation: Regulation, rulebook: Rulebook) -> dict[Path, Asked]:
    """Return which questions are asked at each list of answers."""
    asking = [rule for rule in rulebook.stable_rules if rule.check.answers]
    each = {r.id: r.check.answers for r in asking if isinstance(r.check, PerObligation)}
    whole = {rule.id: rule.check.answers for rule in asking if rule.id not in each}
    duties = range(len(regulation.obligations or ()))
    of_each: dict[Path, Asked] = {("obligations", index, "answers"): each for index in duties}
    return {("answers",): whole} | of_each


def _fits(answer: Answer, asked: Asked) -> bool:
    taken = (None, *asked.get(answer.rule, ()), DONT_KNOW, NOT_APPLICABLE)
    return answer.rule in asked and answer.value in taken


def _told(answer: Answer) -> str:
    """Return an answer with what was written with it."""
    evidence = answer.evidence.text if answer.evidence else None
    parts = (answer.value, answer.explanation, evidence)
    return f"{answer.rule}: {'; '.join(part for part in parts if part)}"
