"""The questions that rules ask, with their answers, explanation and evidence."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from checker.assess import prepare
from checker.checks.conditions import all_hold
from checker.checks.per_obligation import PerObligation
from checker.checks.present import Present
from checker.checks.question import Question
from checker.content import has, say
from checker.content.messages import name_text, reason_text
from checker.models.answer import DONT_KNOW, NOT_APPLICABLE, Answer, Answers, Evidence, find_answer
from checker.models.assessment import Assessment
from checker.models.edit import value_at, with_answer
from checker.models.facts import values_at
from checker.models.finding import Finding, Outcome, Reason
from checker.models.problem import Path
from checker.models.regulation import Regulation
from checker.models.rule import EvidenceDemand, Rule, Section
from checker.models.rulebook import Rulebook
from checker.ui import state
from checker.ui.components.markup import esc, html, paragraph, plain
from checker.ui.components.refusals import show_refusal
from checker.ui.components.words import ANSWER_PARTS, choice_label, help_of, words

AT_ONCE = 4
"""Questions on screen together; each may show an explanation and evidence besides its answer."""


def of_section(section: Section, rulebook: Rulebook, assessment: Assessment) -> list[Rule]:
    """Return the rules that ask something about the regulation in ``section``, those due first.

    A rule that does not apply is left out unless it has an answer, which must not be out of sight.
    """
    asking = [
        rule
        for rule in rulebook.stable_rules
        if rule.section is section
        and rule.check.answers
        and not isinstance(rule.check, PerObligation)
        and _is_asked(rule, assessment.finding(rule.id))
    ]
    return sorted(asking, key=lambda rule: assessment.finding(rule.id).reason is Reason.NOT_DUE)


def of_obligation(index: int, rulebook: Rulebook) -> list[Rule]:
    """Return the rules that ask something about one obligation.

    What does not concern this one is left out unless it has an answer.
    """
    regulation = state.regulation()
    duty = (regulation.obligations or ())[index]
    context = prepare(regulation, state.assessment(rulebook).burden, state.today())
    counted = counts(index)
    return [
        rule
        for rule in rulebook.stable_rules
        if isinstance(rule.check, PerObligation)
        and (
            _is_kept(duty.answers, rule)
            or (counted and all_hold(rule.check.where, duty, context) is not False)
        )
    ]


def counts(index: int) -> bool:
    """Whether the rules look at an obligation: it is brought in, and laid on firms."""
    regulation = state.regulation()
    duty = (regulation.obligations or ())[index]
    return duty.id in {other.id for other in regulation.firm_obligations}


def open_count(rules: Sequence[Rule], holder: Path) -> int:
    """Return how many of ``rules`` have no answer at ``holder``."""
    answers = state.value((*holder, "answers"))
    return sum(1 for rule in rules if find_answer(answers, rule.id) is None)


def show(rules: Sequence[Rule], holder: Path, assessment: Assessment) -> None:
    """Draw questions about what stands at ``holder``: the regulation, or an obligation."""
    if holder and not counts(int(holder[1])):
        html(paragraph(say(state.language(), "ui/question/not_counted"), "empty"))
    for rule in rules:
        with st.container(border=True, key=state.widget_key("question", *holder, rule.id)):
            _show_one(rule, holder, assessment.finding(rule.id))


def widget_of(rule: str, holder: Path) -> tuple[str | int, ...]:
    """Return the beginning of the key of the widgets that answer ``rule``."""
    return ("answer", *holder, rule)


def _is_kept(answers: Answers, rule: Rule) -> bool:
    """Whether there is an answer to ``rule``, or only an explanation or evidence."""
    return any(answer.rule == rule.id for answer in answers)


def _is_asked(rule: Rule, finding: Finding) -> bool:
    if _is_kept(state.regulation().answers, rule):
        return True
    if finding.reason is Reason.RULE_DOES_NOT_APPLY:
        return False
    if isinstance(rule.check, Present):
        # A fact that is there shows itself; only what is lacking is asked about.
        return any(values_at(state.regulation(), path) is None for path in rule.check.facts)
    return True


def _show_one(rule: Rule, holder: Path, finding: Finding) -> None:
    language = state.language()
    answers = state.value((*holder, "answers"))
    answer = next((a for a in answers if a.rule == rule.id), Answer(rule=rule.id))
    key = _key(rule, holder, "value")
    offered = [*rule.check.answers, DONT_KNOW, NOT_APPLICABLE]
    if answer.value is not None and answer.value not in offered:
        offered.append(answer.value)
    options = {code: _answer_label(rule, code) for code in (*offered, None)}
    html(paragraph(_question(rule), "question"), paragraph(_help(rule), "question-help"))
    st.radio(
        plain(_question(rule)),
        list(options),
        index=list(options).index(answer.value),
        format_func=lambda code: options[code],
        horizontal=True,
        label_visibility="collapsed",
        key=key,
        on_change=_write,
        args=(key, _path(rule, holder, "value")),
    )
    show_refusal(_path(rule, holder, "value"))
    _show_grounds(rule, holder, answer)
    if not holder:
        html(f'<p class="status">{_status(rule, finding)}</p>')
    elif finding.reason is Reason.NOT_DUE:
        html(f'<p class="status">{esc(say(language, "ui/question/not_due"))}</p>')


def _show_grounds(rule: Rule, holder: Path, answer: Answer) -> None:
    """Draw explanation and evidence where they matter, or where there are any."""
    credit = _credit(rule, answer)
    demanded = rule.evidence is EvidenceDemand.REQUIRED and credit not in (None, 0)
    evidence = answer.evidence or Evidence()
    parts = {
        "reference": (demanded or evidence.text, evidence.reference),
        "quote": (demanded or evidence.text, evidence.quote),
        "explanation": (answer.value is not None and credit != 1, answer.explanation),
    }
    for part, (matters, value) in parts.items():
        if matters or value or state.refused(_path(rule, holder, part)) is not None:
            _text(rule, holder, part, value or "")


def _text(rule: Rule, holder: Path, part: str, value: str) -> None:
    path = _path(rule, holder, part)
    refused = state.refused(path)
    key = _key(rule, holder, part)
    st.text_input(
        words(ANSWER_PARTS[part], "label"),
        value=value if refused is None else refused.raw,
        key=key,
        help=help_of(ANSWER_PARTS[part]),
        on_change=_write,
        args=(key, path),
    )
    show_refusal(path)


@state.callback
def _write(key: str, path: Path) -> None:
    typed = state.widget_value(key)
    state.attempt(path, typed, lambda into, place: _answered(into, place, typed))


def _answered(regulation: Regulation, path: Path, typed: str | None) -> Regulation:
    """Return ``regulation`` with one part of one answer as it was typed."""
    holder, rule, part = path[:-3], str(path[-2]), str(path[-1])
    if part not in ("reference", "quote"):
        return with_answer(regulation, holder, rule, **{part: typed})
    answers: Answers = value_at(regulation, (*holder, "answers"))
    known = next((a.evidence for a in answers if a.rule == rule), None) or Evidence()
    evidence = {"reference": known.reference, "quote": known.quote} | {part: typed}
    return with_answer(regulation, holder, rule, evidence=evidence)


def _path(rule: Rule, holder: Path, part: str) -> Path:
    """Return the place of one part of an answer, under which it is refused when it will not do."""
    return (*holder, "answers", rule.id, part)


def _key(rule: Rule, holder: Path, part: str) -> str:
    return state.widget_key(*widget_of(rule.id, holder), part)


# --- words ----------------------------------------------------------------------------------------


def _question(rule: Rule) -> str:
    return (rule.check.question_text or rule.title).get(state.language())


def _help(rule: Rule) -> str:
    language = state.language()
    if isinstance(rule.check, Present):
        facts = tuple(name_text(path, language) for path in rule.check.facts)
        return say(language, "ui/question/from_facts", facts=facts)
    if isinstance(rule.check, Question | PerObligation) and rule.check.help is not None:
        return rule.check.help.get(language)
    return ""


def _answer_label(rule: Rule, code: str | None) -> str:
    language = state.language()
    if code is None:
        return say(language, "ui/question/unanswered")
    if isinstance(rule.check, Present) and code in rule.check.answers:
        return say(language, "ui/question/absent")
    labels = getattr(rule.check, "labels", {})
    if code in labels:
        return plain(labels[code].get(language))
    key = f"choices/Answer/{code}"
    return say(language, key) if has(key) else code


def _credit(rule: Rule, answer: Answer) -> Decimal | None:
    """Return what the answer earns by itself; None for one that decides nothing."""
    if not isinstance(rule.check, Question | PerObligation) or answer.value is None:
        return None
    return rule.check.answers_credit.get(answer.value)


def _status(rule: Rule, finding: Finding) -> str:
    """Return what the rule finds now, as HTML."""
    language = state.language()
    outcome = choice_label(finding.outcome)
    parts = [f'<span class="outcome {finding.outcome.value}">{esc(outcome)}</span>']
    if finding.outcome not in (Outcome.PASS, Outcome.FAIL) and finding.reason is not None:
        parts.append(esc(reason_text(finding, language)))
    if finding.reason is Reason.NOT_DUE:
        since = choice_label(rule.due_from).lower()
        parts.append(esc(say(language, "ui/question/due_from", phase=since)))
    parts.append(f'<span class="rule-id">{esc(rule.id)}</span>')
    return " · ".join(parts)
