"""Which text was read: its name and size, and what can be done with it."""

from decimal import Decimal
from pathlib import PurePath

import streamlit as st

from checker.content import say
from checker.content.messages import text_cautions
from checker.models.draft_text import DraftText
from checker.models.edit import with_value
from checker.models.legal_text import Part
from checker.models.text_facts import Readability
from checker.models.text_reading import TextReading
from checker.models.wording import written
from checker.ui import state
from checker.ui.components.draft_text.intake import REPLACING
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.markup import esc, html, note, paragraph

_REMOVING = "text:removing"


def show(text: DraftText, reading: TextReading) -> None:
    """Draw the name and size of the text."""
    html(_card(text, reading))
    for caution in text_cautions(reading, state.language()):
        note(caution, "note warning")


def show_buttons(text: DraftText, reading: TextReading) -> None:
    """Draw what can be done with the text, in a row."""
    replacing = state.look(REPLACING, False)
    st.button(
        words("keep" if replacing else "replace"),
        key=state.widget_key("text", "replace"),
        icon=":material/swap_horiz:",
        type="tertiary",
        on_click=_turn,
        args=(REPLACING, not replacing),
    )
    st.download_button(
        words("download"),
        data=lambda: reading.text.text.encode(errors="replace"),
        file_name=_file_name(text),
        mime="text/plain",
        key=state.widget_key("text", "download"),
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )
    st.button(
        words("remove"),
        key=state.widget_key("text", "remove"),
        icon=":material/delete:",
        type="tertiary",
        on_click=_turn if text.switched_off else _remove,
        args=(_REMOVING, True) if text.switched_off else (),
    )


def show_warning(text: DraftText) -> None:
    """Ask whether the text may go, where reasons would go with it."""
    if state.look(_REMOVING, False) and text.switched_off:
        _show_warning(len(text.switched_off))


def _file_name(text: DraftText) -> str:
    name = text.name or words("pasted_file")
    return f"{PurePath(name).stem}.txt"


def _card(text: DraftText, reading: TextReading) -> str:
    language, legal = state.language(), reading.text
    leden = sum(len(article.numbered_leden) for article in legal.articles)
    size = say(
        language,
        "reading/size",
        articles=len(legal.articles),
        leden=leden,
        words=legal.words_in(Part.BODY),
    )
    return (
        f'<section class="text-card" role="status"><h2>{esc(text.name or words("pasted"))}</h2>'
        f"{paragraph(size)}"
        f"{paragraph(say(language, 'reading/amending') if legal.is_amending else '')}"
        f"{_readable('body', reading.readability)}"
        f"{_readable('note', reading.note_readability)}</section>"
    )


def _readable(part: str, measured: Readability | None) -> str:
    if measured is None:
        return ""
    language = state.language()
    figures = {
        "words": measured.words_per_sentence,
        "flesch": measured.flesch_douma,
        "brouwer": measured.brouwer,
    }
    told = {
        name: say(language, "reading/unknown")
        if value is None
        else written(Decimal(str(value)), language)
        for name, value in figures.items()
    }
    return paragraph(say(language, f"reading/readability_{part}", **told), "help")


def _show_warning(count: int) -> None:
    note(words("remove_warning", count=count), "note warning")
    yes, no, _ = st.columns([3, 3, 4])
    with yes:
        st.button(
            words("remove_anyway"),
            key=state.widget_key("text", "remove-anyway"),
            width="stretch",
            on_click=_remove,
        )
    with no:
        st.button(
            words("remove_not"),
            key=state.widget_key("text", "remove-not"),
            width="stretch",
            on_click=_turn,
            args=(_REMOVING, False),
        )


@state.callback
def _turn(name: str, chosen: bool) -> None:
    state.turn(name, chosen)


@state.callback
def _remove() -> None:
    changed = with_value(state.regulation(), ("text",), DraftText())
    for name in (REPLACING, _REMOVING):
        state.turn(name, False)
    state.restructure(changed)
    state.notify(words("removed"))
