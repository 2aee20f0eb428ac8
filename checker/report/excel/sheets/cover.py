"""The first sheet of the calculation file: of what it is the calculation, and how to read it.

This file goes outside: it says nothing of verdict, scores, findings or panel.
"""

from checker.content import say
from checker.report import burden_text
from checker.report.excel.book import Book
from checker.report.excel.cells import Cell
from checker.report.excel.contents import CALCULATION_SHEETS
from checker.report.excel.view import View

_WIDTHS = (34, 96)
_LAST = len(_WIDTHS) - 1


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("cover", _WIDTHS, landscape=False)
    title = f"{view.say('cover/title')}: {view.heading}"
    sheet.set_height(0, 46, sheet.put_across(0, 0, _LAST, title, "title"))
    sheet.freeze(1)
    row = 2
    for name, value in _facts(view):
        sheet.put_row(row, (name, value), ("label", "text"))
        row += 1
    for key in ("how", "amounts", "unverified"):
        row += 1
        text = view.say(f"cover/{key}")
        sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, "plain"))
    row += 2
    sheet.set_height(row, sheet.put_across(row, 0, _LAST, view.say("summary/contents"), "section"))
    for key in CALCULATION_SHEETS[1:]:
        row += 1
        sheet.put_row(row, (view.say(f"sheet/{key}"), view.say(f"about/{key}")), ("label", "text"))


def _facts(view: View) -> tuple[tuple[str, Cell], ...]:
    identity = view.assessment.regulation.identity
    receipt = view.assessment.receipt
    gap = view.say("cell/unknown")
    costs = view.assessment.burden
    told: dict[str, Cell] = {
        "title": view.title,
        "draft": identity.draft or gap,
        "ministry": identity.ministry or gap,
        "instrument": view.choice(identity.instrument) if identity.instrument else gap,
        "phase": view.choice(identity.phase) if identity.phase else gap,
        "entry_into_force": identity.entry_into_force or gap,
        "reference_date": receipt.reference_date,
    }
    named = {say(view.language, f"fields/identity.{key}/label"): v for key, v in told.items()}
    return (
        *named.items(),
        (view.say("account/assessed_on"), receipt.assessed_on),
        (view.say("cover/tariffs"), burden_text.tariffs_text(costs, view.rulebook, view.language)),
        (view.say("account/software_version"), receipt.software_version),
    )
