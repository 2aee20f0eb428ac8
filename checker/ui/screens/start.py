"""Start: what this is, and how to begin, open or keep a dossier."""

import hashlib
from collections.abc import Sequence

import streamlit as st

from checker.content import say
from checker.models.problem import BadInputError, Problem
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.wording import cut
from checker.readers import dossier
from checker.ui import library, navigation, state
from checker.ui.components import page
from checker.ui.components.downloads import dossier_button, intake_button
from checker.ui.components.markup import bullets, html, paragraph
from checker.ui.components.problems import show_problems

_LONGEST_PART = 52
"""Signs of title and draft in the list of samples."""
_REFUSED_UPLOAD = "upload"
"""Name under which is kept which file was refused, and why."""


def _show() -> None:
    language = state.language()
    rulebook = library.rulebook()
    filled = state.regulation() != Regulation()
    page.begin(say(language, "ui/start/title"), rulebook if filled else None)
    html(*(paragraph(say(language, f"ui/start/what_{i}"), "intro") for i in (1, 2, 3)))
    if filled:
        _show_current(rulebook)
    _show_new(filled)
    _show_text()
    _show_samples()
    _show_upload(rulebook)
    html(paragraph(say(language, "intake/button_help")))
    intake_button(rulebook)
    html(
        f"<h2>{say(language, 'ui/start/keep_title')}</h2>",
        bullets([say(language, f"ui/start/keep_{i}") for i in (1, 2, 3)]),
    )


def _show_current(rulebook: Rulebook) -> None:
    language = state.language()
    with st.container(border=True):
        html(
            f"<h2>{say(language, 'ui/start/current')}</h2>",
            paragraph(page.title_of(state.regulation())),
        )
        go_on, result, save = st.columns(3)
        with go_on:
            st.page_link(
                navigation.file_of("identity"),
                label=say(language, "ui/start/go_on"),
                icon=":material/edit:",
            )
        with result:
            st.page_link(
                navigation.file_of("scorecard"),
                label=say(language, "ui/start/to_scorecard"),
                icon=":material/speed:",
            )
        with save:
            dossier_button(rulebook, "yaml")


def _show_new(filled: bool) -> None:
    language = state.language()
    html(
        f"<h2>{say(language, 'ui/start/new_title')}</h2>",
        paragraph(say(language, "ui/start/new_text")),
    )
    if st.button(
        say(language, "ui/start/new"),
        key=state.widget_key("new"),
        type="secondary" if filled else "primary",
        icon=":material/add:",
    ):
        _open(Regulation(), "ui/start/new_done")
        st.switch_page(navigation.file_of("identity"))


def _show_text() -> None:
    """Draw the way to begin with a text."""
    language = state.language()
    html(
        f"<h2>{say(language, 'text_ui/start/title')}</h2>",
        paragraph(say(language, "text_ui/start/text")),
    )
    st.page_link(
        navigation.file_of("text"),
        label=say(language, "text_ui/start/link"),
        icon=":material/description:",
    )


def _show_samples() -> None:
    language = state.language()
    html(
        f"<h2>{say(language, 'ui/start/sample_title')}</h2>",
        paragraph(say(language, "ui/start/sample_text")),
    )
    samples = {sample.name: sample.regulation for sample in library.samples()}
    titles = {name: _sample_title(name, new) for name, new in samples.items()}
    if not samples:
        html(paragraph(say(language, "ui/start/no_samples"), "empty"))
        return
    left, right = st.columns([5, 2], vertical_alignment="bottom")
    with left:
        chosen = st.selectbox(
            say(language, "ui/start/sample"),
            list(samples),
            format_func=lambda name: titles[name],
            key=state.widget_key("sample"),
        )
    with right:
        pressed = st.button(
            say(language, "ui/start/open_sample"),
            key=state.widget_key("open-sample"),
            icon=":material/folder_open:",
            width="stretch",
        )
    if pressed:
        _open(samples[chosen], "ui/start/sample_done")
        st.switch_page(navigation.file_of("scorecard"))


def _sample_title(name: str, sample: Regulation) -> str:
    """Return number, letter, title and draft, so short that drafts of one can be told apart."""
    identity = sample.identity
    letter = name.rpartition("dossier")[2].strip("-").upper()
    parts = (cut(text, _LONGEST_PART) for text in (identity.title, identity.draft) if text)
    return " · ".join((f"{name[:2]}{letter}", *parts))


def _show_upload(rulebook: Rulebook) -> None:
    language = state.language()
    html(
        f"<h2>{say(language, 'ui/start/upload_title')}</h2>",
        paragraph(say(language, "ui/start/upload_text")),
    )
    # Any file is let in: why one cannot be read is said in words of ours, Streamlit's are English.
    file = st.file_uploader(say(language, "ui/start/upload"), key=state.widget_key("upload"))
    if file is None:
        return
    content = file.getvalue()
    mark = hashlib.sha256(f"{file.name}|{rulebook.content_hash}|".encode() + content).hexdigest()
    known, problems = state.look(_REFUSED_UPLOAD, ("", ()))
    if known == mark:
        _show_problems(problems)
        return
    try:
        with st.spinner(say(language, "ui/start/reading")):
            new = dossier.read_bytes(content, file.name, rulebook)
    except BadInputError as error:
        # The page is drawn again at every click; the file is not read again each time.
        state.turn(_REFUSED_UPLOAD, [mark, error.problems])
        _show_problems(error.problems)
        return
    _open(new, "ui/start/upload_done")
    st.switch_page(navigation.file_of("scorecard"))


def _show_problems(found: Sequence[Problem]) -> None:
    show_problems(say(state.language(), "ui/start/upload_failed", count=len(found)), found)


def _open(new: Regulation, sentence: str) -> None:
    had_work = state.desk().unsaved
    state.open_dossier(new)
    state.notify(say(state.language(), sentence))
    if had_work:
        state.notify(say(state.language(), "ui/start/undo_possible"))


_show()
