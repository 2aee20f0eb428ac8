"""Rules and sources: every rule with its reason, limits, sources and examples."""

import streamlit as st

from checker.content import say
from checker.content.messages import criterion_name, overlap_text
from checker.models.rule import Criterion, Rule, Status
from checker.models.rulebook import Rulebook
from checker.ui import library, state
from checker.ui.components import choosing, page
from checker.ui.components.findings import sources_html
from checker.ui.components.markup import definition, esc, first_capital, fold, html, paragraph
from checker.ui.components.words import choice_label


def _show() -> None:
    language = state.language()
    rulebook = library.rulebook()
    page.begin(say(language, "ui/rules/title"), intro=say(language, "ui/rules/intro"))
    left, right = st.columns(2)
    with left:
        names = {c.value: first_capital(criterion_name(c, language)) for c in Criterion}
        options = {"": say(language, "ui/score/all_criteria")} | names
        criterion = choosing.pick("rules:criterion", say(language, "ui/score/criterion"), options)
    with right:
        text = choosing.search("rules:text", say(language, "ui/score/search"))
    found = [rule for rule in rulebook.rules if _matches(rule, criterion, text)]
    html(
        paragraph(
            say(language, "ui/rules/shown", count=len(found), total=len(rulebook.rules)), "help"
        ),
        '<div class="findings">',
        *(_folded(rule, rulebook) for rule in found),
        "</div>",
    )


def _matches(rule: Rule, criterion: str, text: str) -> bool:
    language = state.language()
    texts = (rule.title, rule.message, rule.why, rule.advice, rule.known_limits)
    searched = f"{rule.id} {' '.join(t.get(language) for t in texts)}".casefold()
    words = text.casefold().split()
    return criterion in ("", rule.criterion) and all(word in searched for word in words)


def _folded(rule: Rule, rulebook: Rulebook) -> str:
    language = state.language()
    status = ""
    if rule.status is not Status.STABLE:
        status = f' <span class="blocking">{esc(choice_label(rule.status))}</span>'
    summary = (
        f'<span class="finding-title">{esc(rule.title.get(language))}</span>{status}'
        f'<span class="rule-id">{esc(rule.id)}</span>'
    )
    return fold(summary, _details(rule, rulebook))


def _details(rule: Rule, rulebook: Rulebook) -> str:
    language = state.language()

    def named(name: str, text: str) -> tuple[str, str]:
        return say(language, f"ui/finding/{name}"), esc(text)

    weight = say(
        language,
        "ui/finding/weight_text",
        criterion=criterion_name(rule.criterion, language),
        weight=rule.weight,
        severity=choice_label(rule.severity).lower(),
    )
    question = rule.check.question_text
    examples = "".join(
        f"<li>{esc(example.name)}: "
        f"{esc(say(language, f'choices/Outcome/{example.expect}').lower())}</li>"
        for example in rule.examples
    )
    return definition(
        [
            named("question", question.get(language) if question else ""),
            named("message", rule.message.get(language)),
            named("why", rule.why.get(language)),
            named("advice", rule.advice.get(language)),
            named("limits", rule.known_limits.get(language)),
            named("due_from", choice_label(rule.due_from)),
            named("evidence_demand", choice_label(rule.evidence)),
            named("weight", weight),
            named("overlaps", overlap_text(rule, language)),
            (say(language, "ui/finding/sources"), sources_html(rule.sources, rulebook)),
            (say(language, "ui/finding/examples"), f"<ul>{examples}</ul>" if examples else ""),
        ]
    )


_show()
