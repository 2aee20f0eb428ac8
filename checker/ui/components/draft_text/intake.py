"""Reading a text in: from a file, or pasted. What cannot be read leaves everything as it is."""

import hashlib
from collections.abc import Callable

import streamlit as st

from checker.legal_text.reading import read_stored
from checker.legal_text.stored import to_stored
from checker.models.edit import with_value
from checker.models.legal_text import Block
from checker.models.problem import BadInputError
from checker.readers.legal_text import read, read_pasted
from checker.ui import state
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.markup import esc, html, paragraph
from checker.ui.components.problems import show_problems

REPLACING = "text:replacing"
"""Name under which is kept whether another text is being chosen."""
_REFUSED, _PASTED = "text:refused", "text:pasted"
_LONGEST_NAME = 190


def show() -> None:
    """Draw the two ways in."""
    upload, paste = st.columns(2, gap="large")
    with upload:
        _show_upload()
    with paste:
        _show_paste()


def _show_upload() -> None:
    html(f"<h2>{esc(words('upload/title'))}</h2>", paragraph(words("upload/limits"), "help"))
    # Any file is let in: why one cannot be read is said in words of ours, Streamlit's are English.
    file = st.file_uploader(words("upload/label"), key=state.widget_key("text", "upload"))
    if file is not None:
        content = file.getvalue()
        mark = hashlib.sha256(file.name.encode() + b"|" + content).hexdigest()
        _take(mark, file.name, lambda: read(content, file.name))


def _show_paste() -> None:
    html(f"<h2>{esc(words('paste/title'))}</h2>", paragraph(words("paste/text"), "help"))
    key = state.widget_key("text", "pasted")
    typed = st.text_area(
        words("paste/label"),
        value=state.look(_PASTED, ""),
        height=160,
        key=key,
        on_change=_keep_typed,
        args=(key,),
    )
    pressed = st.button(
        words("paste/read"), key=state.widget_key("text", "read"), icon=":material/article:"
    )
    mark = hashlib.sha256(b"|pasted|" + typed.encode(errors="replace")).hexdigest()
    if pressed or state.look(_REFUSED, ("",))[0] == mark:
        _take(mark, None, lambda: read_pasted(typed))


@state.callback
def _keep_typed(key: str) -> None:
    state.turn(_PASTED, state.widget_value(key))


def _take(mark: str, name: str | None, read_it: Callable[[], tuple[Block, ...]]) -> None:
    """Put a text into the dossier, or say why it cannot be read.

    The page is drawn again at every click: what was refused is not read again each time.
    """
    known, problems = state.look(_REFUSED, ("", ()))
    if known == mark:
        show_problems(words("refused"), problems)
        return
    try:
        with st.spinner(words("reading")):
            _put(read_it(), name)
    except BadInputError as error:
        state.turn(_REFUSED, [mark, error.problems])
        show_problems(words("refused"), error.problems)
        return
    st.rerun()


def _put(blocks: tuple[Block, ...], name: str | None) -> None:
    body = to_stored(blocks)
    changed = with_value(state.regulation(), ("text", "body"), body)
    changed = with_value(changed, ("text", "name"), name[:_LONGEST_NAME] if name else None)
    assert changed.text.body is not None
    read_stored(changed.text.body)  # while the spinner turns; what is read is kept
    for choice, chosen in ((_REFUSED, ["", ()]), (_PASTED, ""), (REPLACING, False)):
        state.turn(choice, chosen)
    state.restructure(changed)
