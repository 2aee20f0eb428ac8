"""Regulatory costs: what the regulation asks of firms in euro and hours, part by part."""

import streamlit as st

from checker.content import say
from checker.models.regulation import Regulation
from checker.ui import library, state
from checker.ui.components import going, page
from checker.ui.components.burden import (
    alternatives,
    classes,
    headline,
    notes,
    obligations,
    parts,
    personas,
    uncertainty,
)
from checker.ui.components.burden.view import View
from checker.ui.components.markup import html, paragraph

_DRAW = {
    parts.HEADLINE: headline.show,
    parts.CLASSES: classes.show,
    parts.OBLIGATIONS: obligations.show,
    parts.UNCERTAINTY: uncertainty.show,
    parts.PERSONAS: personas.show,
    parts.ALTERNATIVES: alternatives.show,
    parts.NOTES: notes.show,
}


def _show() -> None:
    language = state.language()
    rulebook = library.rulebook()
    page.begin(
        say(language, "burden_ui/title"), rulebook, say(language, "burden_ui/intro"), verdict=False
    )
    if state.regulation() == Regulation():
        page.show_empty(say(language, "burden_ui/empty"))
        return
    view = View.of(rulebook)
    if not state.regulation().obligations:
        _show_no_obligations(view)
        return
    _DRAW[parts.choose(view)](view)


def _show_no_obligations(view: View) -> None:
    key = "no_obligations" if view.regulation.obligations is None else "none_at_all"
    html(paragraph(view.say(f"state/{key}"), "empty"))
    if st.button(
        view.say("state/to_obligations"),
        key=state.widget_key("burden", "obligations"),
        icon=":material/edit:",
    ):
        going.go_to_place("obligations")


_show()
