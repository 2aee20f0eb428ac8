"""Report: the files to take away."""

import streamlit as st

from checker.content import say
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.wording import written
from checker.report.excel.contents import sheets_for
from checker.ui import library, state
from checker.ui.components import page, word_documents
from checker.ui.components.downloads import (
    assessment_button,
    calculation_button,
    dossier_button,
    excel_button,
    table_button,
)
from checker.ui.components.markup import definition, esc, html, paragraph


def _show() -> None:
    language = state.language()
    rulebook = library.rulebook()
    page.begin(say(language, "ui/report/title"), rulebook, say(language, "ui/report/intro"))
    if state.regulation() == Regulation():
        page.show_empty(say(language, "ui/score/empty"))
        return
    sheets = (
        (say(language, f"report/sheet/{s}"), esc(say(language, f"report/about/{s}")))
        for s in sheets_for(state.regulation())
    )
    html(
        f"<h2>{say(language, 'ui/report/excel_title')}</h2>",
        paragraph(say(language, "ui/report/excel_text")),
        definition(sheets),
    )
    excel_button(rulebook)
    html(
        f"<h2>{say(language, 'ui/report/calculation_title')}</h2>",
        paragraph(say(language, "ui/report/calculation_text")),
    )
    calculation_button(rulebook)
    word_documents.show(rulebook)
    html(
        f"<h2>{say(language, 'ui/report/dossier_title')}</h2>",
        paragraph(say(language, "ui/report/dossier_text")),
    )
    left, right, _ = st.columns([2, 2, 3])
    with left:
        dossier_button(rulebook, "yaml")
    with right:
        dossier_button(rulebook, "json")
    _show_plain_values(rulebook)
    _show_receipt(rulebook)


def _show_plain_values(rulebook: Rulebook) -> None:
    language = state.language()
    html(
        f"<h2>{say(language, 'ui/report/values_title')}</h2>",
        paragraph(say(language, "ui/report/values_text")),
    )
    for column, draw in zip(
        st.columns(3),
        (
            lambda: table_button(rulebook, "findings"),
            lambda: table_button(rulebook, "costs"),
            lambda: assessment_button(rulebook),
        ),
        strict=True,
    ):
        with column:
            draw()


def _show_receipt(rulebook: Rulebook) -> None:
    language = state.language()
    receipt = state.assessment(rulebook).receipt
    rows = (
        (say(language, f"report/account/{name}"), esc(written(value, language)))
        for name, value in (
            ("software_version", receipt.software_version),
            ("ruleset_version", receipt.ruleset_version),
            ("ruleset_hash", receipt.ruleset_hash),
            ("parameters_edition", receipt.parameters_edition),
            ("input_hash", receipt.input_hash),
            ("assessed_on", receipt.assessed_on),
            ("reference_date", receipt.reference_date),
        )
    )
    html(
        f"<h2>{say(language, 'report/account/receipt')}</h2>",
        paragraph(say(language, "report/account/receipt_note"), "help"),
        definition(rows),
    )


_show()
