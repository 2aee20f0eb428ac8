"""Every sum: one row for each activity in each size class, with its inputs and its result."""

from collections.abc import Callable
from decimal import Decimal

from checker.content import cost_words
from checker.models.cost import Inputs, Line, Variable
from checker.report.excel.book import Book
from checker.report.excel.cells import Cell
from checker.report.excel.table import Column, write_table
from checker.report.excel.view import View

_FROZEN = 3


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    write_table(book, "calculation", columns(view), view.assessment.burden.lines, _FROZEN)


def columns(view: View) -> tuple[Column[Line], ...]:
    """Return the columns in order: what, how often, how much each time, and what it comes to."""
    duties = view.assessment.regulation.obligations or ()
    language = view.language

    def activity(line: Line) -> str:
        found = duties[line.obligation].activities[line.activity]
        return cost_words.activity_name(found, line.activity, language)

    def size(line: Line) -> str:
        if line.size_class is None:
            return view.choice(line.addressee)
        return cost_words.size_name(line.size_class, language)

    return (
        Column("obligation", 34, lambda ln: cost_words.obligation_name(duties[ln.obligation])),
        Column("activity", 34, activity),
        Column("size_class", 22, size),
        Column("timing", 13, lambda ln: view.choice(ln.timing)),
        Column("effect", 12, lambda ln: view.choice(ln.effect)),
        Column("counted", 12, lambda ln: view.say("burden/yes" if ln.counted else "burden/no")),
        Column("firms", 12, _firms, "number"),
        Column("starters", 12, _mid(lambda given: given.starters), "number"),
        Column("share", 10, _mid(lambda given: given.share), "number"),
        Column("frequency", 12, _mid(lambda given: given.times), "number"),
        Column("every_years", 10, lambda ln: ln.inputs.every_years, "number"),
        Column("per_firm", 10, _mid(lambda given: given.per_firm), "number"),
        Column("events", 12, _events, "number"),
        Column("minutes", 11, _mid(lambda given: given.minutes), "number"),
        Column("tariff", 11, _mid(lambda given: given.tariff), "euro_cent"),
        Column("outsourced", 11, _mid(lambda given: given.outsourced), "number"),
        Column("external_hours", 11, _mid(lambda given: given.external_hours), "number"),
        Column("external_rate", 11, _mid(lambda given: given.external_rate), "euro_cent"),
        Column("purchases", 12, _mid(lambda given: given.purchases), "euro_cent"),
        Column("maintenance", 12, _mid(lambda given: given.maintenance), "euro_cent"),
        Column("lifetime", 10, lambda ln: ln.inputs.lifetime, "number"),
        Column("residual", 12, _mid(lambda given: given.residual), "euro_cent"),
        Column("business_as_usual", 11, _mid(lambda given: given.business_as_usual), "number"),
        Column("one_off", 15, lambda ln: ln.totals.one_off.mid, "euro_cent"),
        Column("recurring", 15, lambda ln: ln.totals.recurring.mid, "euro_cent"),
        Column("hours_one_off", 12, lambda ln: ln.totals.hours_one_off.mid, "hours"),
        Column("hours_recurring", 12, lambda ln: ln.totals.hours_recurring.mid, "hours"),
        Column("marks", 44, lambda ln: _marks(ln, view)),
    )


def _mid(find: Callable[[Inputs], Variable | None]) -> Callable[[Line], Cell]:
    def value(line: Line) -> Cell:
        variable = find(line.inputs)
        return None if variable is None else variable.mid

    return value


def _firms(line: Line) -> Cell:
    """Return the firms that are counted, each once; nothing where events are."""
    given = line.inputs
    if given.events is not None:
        return None
    twice = sum((overlap.mid for overlap in given.overlaps), Decimal(0))
    return sum((firms.mid for firms in given.firms), Decimal(0)) - twice


def _events(line: Line) -> Cell:
    events = line.inputs.events
    return None if events is None else events.mid * line.inputs.events_weight


def _marks(line: Line, view: View) -> str:
    """Return the inputs of the row that are not verified or only illustrative."""
    regulation = view.assessment.regulation
    return "\n".join(
        cost_words.unverified_text(variable, regulation, view.rulebook, view.language)
        for variable in line.inputs.variables
        if not variable.verified or variable.illustrative
    )
