"""The transposition table: each provision of the EU act, and what national law does with it.

In the order that Aanwijzing 9.12 asks: the provision of the act, where it is implemented, what
room it leaves, and why the room is used as it is. What does more than the act asks is marked.
"""

from checker.models.regulation import Provision, Relation
from checker.report.excel.book import Book
from checker.report.excel.table import Column, write_table
from checker.report.excel.view import View

_FROZEN = 1


def write(book: Book, view: View) -> None:
    """Add the sheet; below the table the acts that it is about."""
    gap = view.say("cell/unknown")
    columns = (
        Column[Provision]("eu_article", 26, lambda p: p.eu_article or gap, "strong"),
        Column[Provision]("national_article", 26, lambda p: p.national_article or gap),
        Column[Provision]("eu_room", 34, lambda p: p.description or gap),
        Column[Provision]("relation", 32, lambda p: view.choice(p.relation) if p.relation else gap),
        Column[Provision]("beyond", 20, lambda p: _beyond(p, view), _beyond_style),
        Column[Provision]("eu_reason", 50, lambda p: p.justification or _no_reason(p, view)),
    )
    eu = view.assessment.regulation.eu
    sheet = write_table(book, "transposition", columns, eu.provisions or (), _FROZEN)
    row = len(eu.provisions or ()) + 2
    last = len(columns) - 1
    acts = [
        view.say(
            "transposition/act",
            number=act.number or gap,
            title=act.title or gap,
            deadline=act.deadline or gap,
        )
        for act in eu.acts or ()
    ]
    for text in acts or [view.say("transposition/no_act")]:
        sheet.set_height(row, sheet.put_across(row, 0, last, text, "note"))
        row += 1


def _is_beyond(provision: Provision) -> bool:
    return provision.relation not in (None, Relation.EQUAL)


def _beyond(provision: Provision, view: View) -> str:
    if provision.relation is None:
        return view.say("cell/unknown")
    return view.say("transposition/beyond" if _is_beyond(provision) else "transposition/equal")


def _beyond_style(provision: Provision) -> str:
    return "outcome_partial" if _is_beyond(provision) else "text"


def _no_reason(provision: Provision, view: View) -> str:
    """Return that a reason lacks where one is asked."""
    return view.say("transposition/no_reason") if _is_beyond(provision) else ""
