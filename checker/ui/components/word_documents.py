"""The Word documents of the dossier, each with its button."""

from collections.abc import Callable

import streamlit as st

from checker.content import say
from checker.models.rulebook import Rulebook
from checker.report import word
from checker.ui import faults, state
from checker.ui.components.downloads import NotMadeError
from checker.ui.components.markup import definition, esc, html, paragraph

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_COLUMNS = 2


def show(rulebook: Rulebook) -> None:
    """Draw what the documents are for, whether names may be in them, and their buttons."""
    language = state.language()
    html(
        f"<h2>{say(language, 'word/ui/title')}</h2>",
        paragraph(say(language, "word/ui/text")),
        definition(
            (word.title(kind, language), esc(word.about(kind, language))) for kind in word.Kind
        ),
    )
    with_names = st.checkbox(
        say(language, "word/ui/names"),
        key=state.widget_key("download", "word-names"),
        help=say(language, "word/ui/names_help"),
    )
    columns = st.columns(_COLUMNS)
    for number, kind in enumerate(word.Kind):
        with columns[number % _COLUMNS]:
            _button(kind, rulebook, with_names=with_names)


def _button(kind: word.Kind, rulebook: Rulebook, *, with_names: bool) -> None:
    """Draw the button for a document, which is made when it is pressed."""
    assessment, language = state.assessment(rulebook), state.language()

    def build() -> bytes:
        return word.build(kind, assessment, rulebook, language, with_names=with_names)

    st.download_button(
        say(language, "word/ui/download", title=word.title(kind, language)),
        data=_made(build),
        file_name=word.file_name(kind, assessment, language),
        mime=WORD_TYPE,
        key=state.widget_key("download", f"word-{kind}"),
        icon=":material/description:",
        width="stretch",
        on_click="ignore",
    )


def _made(build: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return ``build``, with a failure told on the next page: it happens outside the run of one."""
    here = state.desk()
    failed = say(state.language(), "ui/report/failed")

    def make() -> bytes:
        with faults.Guard("The docx file could not be made"):
            return build()
        here.notices.append(failed)
        raise NotMadeError("docx")

    return make
