"""What the regulation means for made-up firms: what each has to do, and what that costs it."""

from collections.abc import Sequence
from decimal import Decimal

from checker.burden import personas
from checker.content import cost_words
from checker.models.cost import PersonaCosts, Range, Task, known
from checker.models.obligation import Effect
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_WIDTHS = (50, 18, 18, 18, 18, 18, 18)
_LAST = len(_WIDTHS) - 1


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("personas", _WIDTHS, landscape=True)
    title = f"{view.say('sheet/personas')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, _LAST, title, "title"))
    sheet.set_height(1, sheet.put_across(1, 0, _LAST, view.say("personas/how"), "note"))
    sheet.freeze(1)
    costs = view.assessment.burden
    found = [personas.of(persona, costs) for persona in view.rulebook.parameters.personas]
    row = _overview(sheet, view, 3, found)
    for item in found:
        row = _tasks(sheet, view, row + 1, item)


def _overview(sheet: Sheet, view: View, row: int, found: Sequence[PersonaCosts]) -> int:
    put_headings(sheet, row, ("persona", "persons", "first_year", "recurring", "hours_recurring",
                              "recurring_person", "standing"))  # fmt: skip
    for item in found:
        row += 1
        persona, yearly = item.persona, item.possible
        each = yearly.recurring.mid / persona.persons
        own = (item.first_year.mid, yearly.recurring.mid, yearly.hours_recurring.mid, each)
        amounts = _known(view, item, *own)
        state = view.say("personas/verified" if persona.verified else "personas/unverified")
        _put(sheet, row, view.text(persona.title), persona.persons, amounts, state)
    return row + 1


def _put(
    sheet: Sheet,
    row: int,
    name: str,
    persons: Decimal,
    amounts: Sequence[Cell],
    state: str,
) -> None:
    looks = ("euro", "euro", "hours", "euro_cent")
    styles = ["text" if isinstance(a, str) else s for a, s in zip(amounts, looks, strict=True)]
    cells = (name, persons, *amounts, state)
    sheet.put_row(row, cells, ("strong", "integer", *styles, "text"))


def _known(view: View, item: PersonaCosts, *amounts: Decimal) -> list[Cell]:
    """Return amounts, or why there are none."""
    if not view.assessment.burden.has_firms(item.persona.size_class):
        return [view.say("burden/empty_class")] * len(amounts)
    found = [known(Range(a, a, a), complete=item.complete) for a in amounts]
    absent = view.say("burden/unknown_amount")
    return [absent if value is None else value.mid for value in found]


def _tasks(sheet: Sheet, view: View, row: int, item: PersonaCosts) -> int:
    """Write what one firm finds on its desk."""
    sheet.put_across(row, 0, _LAST, view.text(item.persona.title), "section")
    sheet.set_height(row, 21)
    row += 1
    if not item.tasks:
        has_firms = view.assessment.burden.has_firms(item.persona.size_class)
        text = view.say("personas/nothing" if has_firms else "personas/absent")
        sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, "plain"))
        return row + 1
    put_headings(sheet, row, ("activity", "chance", "timing", "one_off", "recurring",
                              "hours_one_off", "hours_recurring"))  # fmt: skip
    for task in item.tasks:
        row += 1
        totals = task.totals
        amounts = (totals.one_off.mid, totals.recurring.mid, totals.hours_one_off.mid,
                   totals.hours_recurring.mid)  # fmt: skip
        cells = (_name(task, view), task.chance, _timing(task, view), *amounts)
        sheet.put_row(
            row, cells, ("strong", "share", "text", "euro_cent", "euro_cent", "hours", "hours")
        )
    return row + 1


def _name(task: Task, view: View) -> str:
    duty = (view.assessment.regulation.obligations or ())[task.obligation]
    activity = duty.activities[task.activity]
    done = cost_words.activity_name(activity, task.activity, view.language)
    return f"{duty.label} · {done}"


def _timing(task: Task, view: View) -> str:
    timing = view.choice(task.timing)
    abolished = view.say("calculation/abolished")
    return f"{timing}; {abolished}" if task.effect is Effect.ABOLISHED else timing
