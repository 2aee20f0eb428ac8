"""Buttons that give a file."""

import json
from collections.abc import Callable
from typing import Literal

import streamlit as st

from checker.content import say
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.verification import Verification
from checker.readers import dossier
from checker.report import as_csv, as_json, excel
from checker.report.excel import intake, marked
from checker.report.excel.sheets.dossier import has_names
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
    """Draw the button for the Excel report, and whether names on the panel may be in it."""
    assessment, language = state.assessment(rulebook), state.language()
    with_names = has_names(assessment.regulation) and st.checkbox(
        say(language, "ui/report/names"), key=state.widget_key("download", "excel-names")
    )
    _workbook_button(
        say(language, "ui/report/excel"),
        file_name(assessment, "xlsx", language),
        lambda: excel.build(assessment, rulebook, language, with_names=with_names),
    )


def calculation_button(rulebook: Rulebook) -> None:
    """Draw the button for the workbook with the calculation alone."""
    assessment, language = state.assessment(rulebook), state.language()
    _workbook_button(
        say(language, "ui/report/calculation"),
        file_name(assessment, "xlsx", language, "calculation"),
        lambda: excel.build_calculation(assessment, rulebook, language),
        key="calculation",
    )


def marked_button(checked: CheckedFile, found: Verification) -> None:
    """Draw the button for the workbook in which a checked calculation is marked."""
    language, day = state.language(), state.today()
    _workbook_button(
        say(language, "verify_ui/download"),
        checked_name(checked.name, language),
        lambda: marked.build(found, checked.sheets, day, language),
    )


def intake_button(rulebook: Rulebook) -> None:
    """Draw the button for an empty form that a colleague without the program can fill in."""
    language, day = state.language(), state.today()
    _workbook_button(
        say(language, "intake/button"),
        f"{say(language, 'report/file/name')} - {say(language, 'intake/file')}.xlsx",
        lambda: intake.build(rulebook, day, language),
        key="intake",
        kind="secondary",
    )


def _workbook_button(
    label: str,
    name: str,
    build: Callable[[], bytes],
    key: str = "xlsx",
    kind: Literal["primary", "secondary"] = "primary",
) -> None:
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
        key=state.widget_key("download", key),
        icon=":material/table_view:",
        type=kind,
        on_click="ignore",
    )


def table_button(rulebook: Rulebook, table: str) -> None:
    """Draw the button for a table of plain values: a key of :data:`as_csv.TABLES`."""
    assessment, language = state.assessment(rulebook), state.language()
    st.download_button(
        say(language, f"ui/report/{table}_csv"),
        data=lambda: as_csv.TABLES[table](assessment, language).encode("utf-8-sig"),
        file_name=file_name(assessment, "csv", language, f"{table}_csv"),
        mime="text/csv",
        key=state.widget_key("download", table),
        icon=":material/download:",
        on_click="ignore",
    )


def assessment_button(rulebook: Rulebook) -> None:
    """Draw the button for the whole assessment as JSON, as the command line gives it."""
    assessment, language = state.assessment(rulebook), state.language()

    def make() -> bytes:
        values = as_json.assessment(assessment, rulebook, language)
        return json.dumps(values, ensure_ascii=False, indent=2).encode()

    st.download_button(
        say(language, "ui/report/assessment_json"),
        data=make,
        file_name=file_name(assessment, "json", language, "assessment_json"),
        mime="application/json",
        key=state.widget_key("download", "assessment"),
        icon=":material/download:",
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
