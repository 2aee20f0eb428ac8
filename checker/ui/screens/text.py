"""Text of the draft: read it in, see what is unclear at its place, take over its facts."""

import streamlit as st

from checker.legal_text.reading import read_stored
from checker.models.draft_text import DraftText
from checker.models.rulebook import Rulebook
from checker.models.text_reading import TextReading
from checker.ui import library, state
from checker.ui.components import choosing, page
from checker.ui.components.draft_text import (
    facts_view,
    findings_view,
    intake,
    readability_view,
    summary,
)
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.going import TEXT_VIEW
from checker.ui.components.markup import html, paragraph

_VIEWS = ("findings", "facts", "readability")


def _show() -> None:
    rulebook = library.rulebook()
    text = state.regulation().text
    is_read = text.body is not None
    page.begin(words("title"), rulebook, "" if is_read else words("intro"))
    if text.body is None:
        html(paragraph(words("stays_here"), "help"))
        intake.show()
    else:
        _show_text(text, read_stored(text.body), rulebook)


def _show_text(text: DraftText, reading: TextReading, rulebook: Rulebook) -> None:
    summary.show(text, reading)
    views = {name: words(f"views/{name}") for name in _VIEWS}
    with st.container(horizontal=True, key="text-bar", vertical_alignment="center"):
        chosen = choosing.choose(TEXT_VIEW, words("views/title"), views)
        summary.show_buttons(text, reading)
    summary.show_warning(text)
    if state.look(intake.REPLACING, False):
        html(paragraph(words("replace_text"), "help"))
        intake.show()
    match chosen:
        case "facts":
            facts_view.show(reading, rulebook)
        case "readability":
            readability_view.show(reading)
        case _:
            findings_view.show(reading, rulebook)


_show()
