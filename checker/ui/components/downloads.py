"""Buttons that make a file when they are pressed."""

from collections.abc import Callable

import streamlit as st

from checker.content import say
from checker.models.rulebook import Rulebook
from checker.readers import dossier
from checker.report import excel
from checker.report.names import file_name
from checker.ui import state

EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def excel_button(rulebook: Rulebook) -> None:
    """Draw the button for the Excel report."""
    assessment, language = state.assessment(rulebook), state.language()
    st.download_button(
        say(language, "ui/report/excel"),
        data=lambda: excel.build(assessment, rulebook, language),
        file_name=file_name(assessment, "xlsx", language),
        mime=EXCEL_TYPE,
        key=state.widget_key("download", "xlsx"),
        icon=":material/table_view:",
        type="primary",
        on_click="ignore",
    )


def dossier_button(rulebook: Rulebook, suffix: str) -> None:
    """Draw the button for the dossier as ``yaml`` or ``json``; after it the dossier is saved."""
    writers: dict[str, tuple[Callable[..., str], str]] = {
        "yaml": (dossier.to_yaml, "application/yaml"),
        "json": (dossier.to_json, "application/json"),
    }
    write, mime = writers[suffix]
    regulation, language = state.regulation(), state.language()
    st.download_button(
        say(language, f"ui/report/{suffix}"),
        data=lambda: write(regulation),
        file_name=file_name(state.assessment(rulebook), suffix, language),
        mime=mime,
        key=state.widget_key("download", suffix),
        icon=":material/download:",
        on_click=state.mark_saved,
    )
