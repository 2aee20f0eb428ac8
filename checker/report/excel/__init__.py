"""The Excel report of one assessment, and a file with its calculation alone."""

from checker.models.assessment import Assessment
from checker.models.base import Language
from checker.models.rulebook import Rulebook
from checker.report.excel.book import Book
from checker.report.excel.contents import CALCULATION_SHEETS, sheets_for
from checker.report.excel.sheets import (
    account,
    burden,
    calculation,
    cover,
    dossier,
    findings,
    frameworks,
    inputs,
    panel,
    parameters,
    personas,
    scorecard,
    sensitivity,
    sources,
    statute_book,
    summary,
    transposition,
)
from checker.report.excel.view import View

_WRITERS = {
    "cover": cover.write,
    "summary": summary.write,
    "scorecard": scorecard.write,
    "findings": findings.write,
    "burden": burden.write,
    "inputs": inputs.write,
    "calculation": calculation.write,
    "parameters": parameters.write,
    "sensitivity": sensitivity.write,
    "personas": personas.write,
    "transposition": transposition.write,
    "panel": panel.write,
    "frameworks": frameworks.write,
    "statute_book": statute_book.write,
    "sources": sources.write,
    "account": account.write,
    "dossier": dossier.write,
}


def build(
    assessment: Assessment,
    rulebook: Rulebook,
    language: Language,
    *,
    with_names: bool = False,
) -> bytes:
    """Return the report as an ``.xlsx`` file.

    Args:
        assessment: what to report.
        rulebook: the rules it was assessed by.
        language: of the report.
        with_names: whether names of people on the panel may be in it, on the sheet that keeps the
            dossier.

    Returns:
        The file; the same arguments give the same bytes.
    """
    view = View(assessment, rulebook, language, with_names=with_names)
    book = Book(view.title, assessment.receipt.assessed_on, language)
    for name in sheets_for(assessment.regulation):
        _WRITERS[name](book, view)
    return book.finish()


def build_calculation(assessment: Assessment, rulebook: Rulebook, language: Language) -> bytes:
    """Return the calculation alone as an ``.xlsx`` file, for who checks it from outside.

    It has obligations, inputs, parameters, totals, sources and assumptions; no verdict, score,
    finding, panel or dossier.

    Args:
        assessment: whose costs to report.
        rulebook: whose parameters were used.
        language: of the file.

    Returns:
        The file; the same arguments give the same bytes.
    """
    view = View(assessment, rulebook, language, is_calculation=True)
    day = assessment.receipt.assessed_on
    book = Book(view.title, day, language, subject="calculation_subject")
    for name in CALCULATION_SHEETS:
        _WRITERS[name](book, view)
    return book.finish()
