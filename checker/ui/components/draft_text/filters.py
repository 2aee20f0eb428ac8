"""Which findings in the text are wanted: chosen once, and still so after another page."""

from collections.abc import Iterable, Sequence

import streamlit as st

from checker.content import say
from checker.content.messages import criterion_name
from checker.models.finding import Outcome
from checker.models.text_reading import TextReading
from checker.models.wording import cut
from checker.ui import state
from checker.ui.components import choosing
from checker.ui.components.draft_text.hits import (
    Hit,
    Looked,
    Wanted,
    by_rule,
    sanctioned_articles,
)
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.going import TEXT_RULE
from checker.ui.components.markup import first_capital
from checker.ui.components.words import choice_label

_SANCTIONED = "text:sanctioned"
_LONGEST_TITLE = 60


def show(looked: Sequence[Looked], hits: Iterable[Hit], reading: TextReading) -> Wanted:
    """Draw the filter and return what is wanted."""
    language = state.language()
    first, second, third, fourth = st.columns([4, 7, 4, 4])
    with first:
        criterion = _pick_criterion(looked)
    with second:
        rule = _pick_rule([one for one in looked if criterion in ("", one.finding.criterion)], hits)
    with third:
        outcome = _pick_outcome(looked)
    with fourth:
        typed = choosing.search("text:words", say(language, "ui/score/search"))
    articles = sanctioned_articles(reading.recognised)
    only = bool(articles) and _tick_sanctioned()
    return Wanted(
        criterion=criterion,
        rule=rule,
        outcome=outcome,
        articles=articles if only else None,
        words=tuple(typed.casefold().split()),
    )


def _pick_criterion(looked: Sequence[Looked]) -> str:
    language = state.language()
    found = dict.fromkeys(one.finding.criterion for one in looked)
    names = {str(c): first_capital(criterion_name(c, language)) for c in found}
    options = {"": say(language, "ui/score/all_criteria")} | names
    return choosing.pick("text:criterion", say(language, "ui/score/criterion"), options)


def _pick_rule(looked: Sequence[Looked], hits: Iterable[Hit]) -> str:
    language = state.language()
    own = by_rule(hits)
    options = {"": words("all_rules")}
    for one in looked:
        title = cut(one.finding.title.get(language), _LONGEST_TITLE)
        count = len(own.get(one.finding.rule, ()))
        options[one.finding.rule] = f"{one.finding.rule} {title} ({count})"
    return choosing.pick(TEXT_RULE, words("rule"), options)


def _pick_outcome(looked: Sequence[Looked]) -> str:
    found = {one.finding.outcome for one in looked}
    options = {"": words("all_outcomes")}
    options |= {str(each): choice_label(each) for each in Outcome if each in found}
    return choosing.pick("text:outcome", say(state.language(), "ui/score/outcome"), options)


def _tick_sanctioned() -> bool:
    ticked = bool(state.look(_SANCTIONED, False))
    key = state.widget_key("view", _SANCTIONED)
    st.checkbox(words("only_sanctioned"), value=ticked, key=key, on_change=_turn, args=(key,))
    return ticked


@state.callback
def _turn(key: str) -> None:
    state.turn(_SANCTIONED, bool(state.widget_value(key)))
