"""Buttons that give a file."""

from collections.abc import Callable

import streamlit as st

from checker.content import say
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.verification import Verification
from checker.readers import dossier
from checker.report import excel
from checker.report.excel import marked
from checker.report.names import checked_name, file_name
from checker.ui import faults, state
from checker.ui.checked_file import CheckedFile
from checker.ui.components.markup import note

EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WRITERS: dict[str, tuple[Callable[[Regulation], str], str]] = {
    "yaml": (dossier.to_yaml, "application/yaml"),
    "json": (dossier.to_json, "application/json"),
}


class NotMadeError(Exception):
    """A file could not be made; why stands in the log."""


def excel_button(rulebook: Rulebook) -> None:
    """Draw the button for the Excel report."""
    assessment, language = state.assessment(rulebook), state.language()
    _workbook_button(
        say(language, "ui/report/excel"),
        file_name(assessment, "xlsx", language),
        lambda: excel.build(assessment, rulebook, language),
    )


def marked_button(checked: CheckedFile, found: Verification) -> None:
    """Draw the button for the workbook in which a checked calculation is marked."""
    language, day = state.language(), state.today()
    _workbook_button(
        say(language, "verify_ui/download"),
        checked_name(checked.name, language),
        lambda: marked.build(found, checked.sheets, day, language),
    )


def _workbook_button(label: str, name: str, build: Callable[[], bytes]) -> None:
    """Draw a button for a workbook, which is made when it is pressed.

    That happens outside the run that draws the page, so a failure is told on the next page drawn.
    """
    here = state.desk()
    failed = say(state.language(), "ui/report/failed")

    def make() -> bytes:
        try:
            return _made("xlsx", build)
        except NotMadeError:
            here.notices.append(failed)
            raise

    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=EXCEL_TYPE,
        key=state.widget_key("download", "xlsx"),
        icon=":material/table_view:",
        type="primary",
        on_click="ignore",
    )


def dossier_button(rulebook: Rulebook, suffix: str) -> None:
    """Draw the button for the dossier as ``yaml`` or ``json``; after it the dossier is saved.

    The file is made before it is offered, so that nothing counts as saved that was never made.
    """
    regulation, language = state.regulation(), state.language()
    write, mime = _WRITERS[suffix]
    try:
        content = _made(suffix, lambda: write(regulation).encode())
    except NotMadeError:
        note(say(language, "ui/report/failed"), "note warning")
        return
    st.download_button(
        say(language, f"ui/report/{suffix}"),
        data=content,
        file_name=file_name(state.assessment(rulebook), suffix, language),
        mime=mime,
        key=state.widget_key("download", suffix),
        icon=":material/download:",
        on_click=state.mark_saved,
        args=(regulation,),
    )


def _made(suffix: str, make: Callable[[], bytes]) -> bytes:
    """Return the file, or log why it could not be made.

    Raises:
        NotMadeError: it could not be made.
    """
    with faults.Guard(f"The {suffix} file could not be made"):
        return make()
    raise NotMadeError(suffix)
