"""Scorecard: the verdict first, then what would help most, the criteria and all findings."""

import streamlit as st

from checker.content import say
from checker.content.messages import criterion_name
from checker.models.assessment import Assessment
from checker.models.finding import Outcome
from checker.models.regulation import Regulation
from checker.models.rule import Criterion
from checker.models.rulebook import Rulebook
from checker.ui import library, state
from checker.ui.components import choosing, findings, page, verdict
from checker.ui.components.going import go_to_rule
from checker.ui.components.markup import first_capital, html, paragraph, plain
from checker.ui.components.words import choice_label

_ATTENTION = [Outcome.FAIL, Outcome.PARTIAL, Outcome.NOT_ASSESSED]


def _show() -> None:
    language = state.language()
    rulebook = library.rulebook()
    assessment = state.assessment(rulebook)
    page.begin(say(language, "ui/score/title"), rulebook, verdict=False)
    if state.regulation() == Regulation():
        page.show_empty(say(language, "ui/score/empty"))
        return
    verdict.show_verdict(assessment)
    _show_next_question(assessment, rulebook)
    html(f"<h2>{say(language, 'ui/score/criteria')}</h2>")
    verdict.show_criteria(assessment, rulebook)
    _show_changes(assessment, rulebook)
    _show_findings(assessment, rulebook)


def _show_next_question(assessment: Assessment, rulebook: Rulebook) -> None:
    """Draw the way to the open point that weighs most, as long as there is one."""
    language = state.language()
    still_open = [f for f in assessment.findings if f.outcome is Outcome.NOT_ASSESSED]
    if not still_open:
        return
    first = findings.worst_first(still_open)[0]
    if st.button(
        say(language, "ui/score/next_open", count=len(still_open)),
        key=state.widget_key("next-open"),
        help=plain(first.title.get(language)),
        icon=":material/arrow_forward:",
    ):
        go_to_rule(first.rule, rulebook)


def _show_changes(assessment: Assessment, rulebook: Rulebook) -> None:
    language = state.language()
    html(f"<h2>{say(language, 'ui/score/changes')}</h2>")
    if not assessment.changes:
        html(paragraph(say(language, "ui/score/no_changes"), "empty"))
    for number, change in enumerate(assessment.changes):
        text, button = st.columns([5, 1], vertical_alignment="center")
        with text:
            html(verdict.change_html(change, assessment))
        with button:
            if st.button(
                say(language, "ui/score/to_answer"),
                key=state.widget_key("change", number),
                help=plain(assessment.finding(change.rule).title.get(language)),
                width="stretch",
            ):
                go_to_rule(change.rule, rulebook)


def _show_findings(assessment: Assessment, rulebook: Rulebook) -> None:
    language = state.language()
    html(f"<h2>{say(language, 'ui/score/findings')}</h2>")
    views = {"": say(language, "ui/score/by_criterion")}
    views |= {view.framework: view.title.get(language) for view in assessment.frameworks}
    chosen = choosing.choose("findings:view", say(language, "ui/score/order"), views)
    if chosen:
        view = next(view for view in assessment.frameworks if view.framework == chosen)
        findings.show_framework(view, assessment, rulebook)
    else:
        _show_filtered(assessment, rulebook)


def _show_filtered(assessment: Assessment, rulebook: Rulebook) -> None:
    language = state.language()
    left, middle, right = st.columns([5, 8, 5])
    with left:
        names = {c.value: first_capital(criterion_name(c, language)) for c in Criterion}
        options = {"": say(language, "ui/score/all_criteria")} | names
        criterion = choosing.pick(
            "findings:criterion", say(language, "ui/score/criterion"), options
        )
    with middle:
        outcomes = choosing.pick_several(
            "findings:outcomes",
            say(language, "ui/score/outcome"),
            {outcome: choice_label(outcome) for outcome in Outcome},
            _ATTENTION,
        )
    with right:
        text = choosing.search("findings:text", say(language, "ui/score/search"))
    found = findings.worst_first(findings.matching(assessment.findings, criterion, outcomes, text))
    total = len(assessment.findings)
    html(paragraph(say(language, "ui/score/shown", count=len(found), total=total), "help"))
    findings.show(found, rulebook)


_show()
