"""Reading a tariff table from a file: upload, look at what was understood, take over."""

import hashlib

import streamlit as st

from checker.content import say
from checker.models.problem import BadInputError, Problem
from checker.models.regulation import OwnTariffSet
from checker.models.rulebook import Rulebook
from checker.readers import tariffs
from checker.ui import state
from checker.ui.components import own_tariffs
from checker.ui.components.markup import esc, html, paragraph
from checker.ui.components.problems import show_problems

_READ = "tariff_import"
"""Name under which is kept what was read from which file: a page is drawn at every click."""


def show(rulebook: Rulebook) -> None:
    """Draw the upload with an example, and below it what was read."""
    language = state.language()
    html(f"<h3>{esc(_say('title'))}</h3>", paragraph(_say("text"), "help"))
    st.download_button(
        _say("example"),
        data=tariffs.example(rulebook.parameters, language),
        file_name=_say("example_file"),
        mime="text/csv",
        key=state.widget_key("tariffs", "example"),
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )
    # Any file is let in: why one cannot be read is said in words of ours, Streamlit's are English.
    file = st.file_uploader(_say("upload"), key=state.widget_key("tariffs", "upload"))
    if file is None:
        return
    tables, problems = _read(file.name, file.getvalue(), rulebook)
    if problems:
        show_problems(_say("failed", count=len(problems)), problems)
    else:
        _show_preview(tables, rulebook)


def _say(key: str, **values: object) -> str:
    return say(state.language(), f"costing/import/{key}", **values)


def _read(
    name: str, content: bytes, rulebook: Rulebook
) -> tuple[tuple[OwnTariffSet, ...], tuple[Problem, ...]]:
    """Return what the file says, or what is wrong with it; read once."""
    digest = hashlib.sha256(f"{name}|{rulebook.content_hash}|".encode() + content).hexdigest()
    known, *found = state.look(_READ) or ["", (), ()]
    if known != digest:
        try:
            found = [tariffs.read(content, name, rulebook.parameters), ()]
        except BadInputError as error:
            found = [(), error.problems]
        state.turn(_READ, [digest, *found])
    tables, problems = found
    return tables, problems


def _show_preview(tables: tuple[OwnTariffSet, ...], rulebook: Rulebook) -> None:
    """Draw what was understood, for somebody to agree with before it counts."""
    html(f"<h3>{esc(_say('preview'))}</h3>")
    if len(tables) > 1:
        html(paragraph(_say("several", count=len(tables))))
    for table in tables:
        html(own_tariffs.about(table), own_tariffs.rates_table(table, rulebook))
    if any(table.price_level is None for table in tables):
        html(paragraph(_say("no_price_level"), "help"))
    if st.button(
        _say("take_over"),
        key=state.widget_key("tariffs", "take-over"),
        type="primary",
        icon=":material/check:",
    ):
        own_tariffs.take_over(tables, rulebook)
        state.turn(_READ, None)
        st.rerun()
