"""Example firms: what the regulation means on one desk, in hours, euro and dates."""

from collections.abc import Iterable
from decimal import Decimal

from checker.burden import personas
from checker.content import cost_words
from checker.models.cost import Line, PersonaCosts, Task, known
from checker.models.obligation import Effect, Timing
from checker.models.parameters import Persona
from checker.ui.components import choosing
from checker.ui.components.burden.inputs import doubts
from checker.ui.components.burden.view import View, is_zero
from checker.ui.components.markup import definition, esc, html, paragraph
from checker.ui.components.tables import Html, mark, table

_ALL = Decimal(1)


def show(view: View) -> None:
    """Draw one firm: what it pays, and the list of what it must do."""
    firms = {persona.id: persona for persona in view.rulebook.parameters.personas}
    if not firms:
        html(paragraph(view.say("persona/none"), "empty"))
        return
    costs = _choose(firms, view)
    persona = costs.persona
    html(f"<h2>{esc(persona.title.get(view.language))}</h2>")
    if not costs.tasks:
        html(paragraph(view.say(f"persona/{_why_nothing(costs, view)}"), "empty"))
        return
    if not costs.complete:
        html(f'<div class="note warning">{esc(view.say("persona/incomplete"))}</div>')
    _show_amounts(costs, view)
    _show_tasks(costs, view)
    _show_assumptions(persona, view)


def _choose(firms: dict[str, Persona], view: View) -> PersonaCosts:
    """Let the user pick a firm; at first the smallest that has something to do."""
    costs = {name: personas.of(persona, view.costs) for name, persona in firms.items()}
    ordered = sorted(costs, key=lambda name: not costs[name].tasks)
    options = {name: firms[name].title.get(view.language) for name in ordered}
    return costs[choosing.pick("burden:persona", view.say("persona/choose"), options)]


def _why_nothing(costs: PersonaCosts, view: View) -> str:
    """Return the code of the reason why this firm has nothing to do."""
    size = costs.persona.size_class
    own = next(item for item in view.costs.by_size_class if item.size_class is size)
    if own.firms is not None and own.firms.high == 0:
        return "no_such_firms"
    if not costs.complete:
        return "unknown"
    return "only_voluntary" if not is_zero(view.costs.voluntary) else "nothing"


def _show_amounts(costs: PersonaCosts, view: View) -> None:
    possible = costs.possible
    first = (costs.first_year.mid, costs.first_year_hours)
    yearly = (possible.recurring.mid, possible.hours_recurring.mid)
    warning = doubts(_lines(costs, view), view)
    html(
        f"<p>{esc(view.say('persona/amounts_rest'))}{warning}</p>" if warning else "",
        '<div class="criteria amounts">',
        _card("first_year", *first, costs, view),
        _card("every_year", *yearly, costs, view),
        "</div>",
    )
    rows = [(view.say("persona/first_year_span"), esc(view.span(costs.first_year)))]
    if costs.certain != possible:
        rows.append((view.say("persona/certain"), esc(_certain(costs, view))))
    html(definition(rows))
    html(paragraph(view.say("persona/amounts_text"), "help"))


def _card(name: str, euro: Decimal, time: Decimal, costs: PersonaCosts, view: View) -> str:
    persona, complete = costs.persona, costs.complete
    lines = [view.say("persona/hours", value=view.hours(time, complete=complete))]
    if known(euro, complete=complete) is not None:
        lines += [
            view.say("persona/per_person", value=cost_words.euro(euro / persona.persons)),
            view.say("persona/of_turnover", value=view.share(euro / persona.turnover)),
        ]
    return (
        f'<article class="criterion"><h3>{esc(view.say(f"persona/{name}"))}</h3>'
        f'<p class="score"><strong>{esc(view.euro(euro, complete=complete))}</strong></p>'
        f"{''.join(paragraph(line) for line in lines)}</article>"
    )


def _lines(costs: PersonaCosts, view: View, task: Task | None = None) -> Iterable[Line]:
    """Yield the lines behind what a firm pays, or behind one of the things that it must do."""
    for line in view.costs.counted_lines:
        if line.size_class is costs.persona.size_class and (
            task is None or (line.obligation, line.activity) == (task.obligation, task.activity)
        ):
            yield line


def _certain(costs: PersonaCosts, view: View) -> str:
    totals, complete = costs.certain, costs.complete
    return view.say(
        "persona/certain_text",
        one_off=view.euro(totals.one_off.mid, complete=complete),
        hours_one_off=view.hours(totals.hours_one_off.mid, complete=complete),
        recurring=view.euro(totals.recurring.mid, complete=complete),
        hours_recurring=view.hours(totals.hours_recurring.mid, complete=complete),
    )


def _show_tasks(costs: PersonaCosts, view: View) -> None:
    columns = [view.say(f"column/{name}") for name in
               ("task", "obligation", "when", "applies", "hours", "euro")]  # fmt: skip
    # What comes once comes first.
    ordered = sorted(costs.tasks, key=lambda task: task.timing is Timing.RECURRING)
    html(
        f"<h3>{esc(view.say('persona/tasks'))}</h3>",
        table(
            view.say("persona/tasks"),
            columns,
            [_row(task, costs, view) for task in ordered],
            figures=slice(4, None),
        ),
        paragraph(view.say("persona/tasks_text"), "help"),
    )


def _row(task: Task, costs: PersonaCosts, view: View) -> tuple[str, ...]:
    duty = (view.regulation.obligations or ())[task.obligation]
    name = esc(view.activity(task.obligation, task.activity))
    if task.effect is Effect.ABOLISHED:
        name += mark(view.say("mark/abolished"))
    name = Html(name + doubts(_lines(costs, view, task), view))
    totals = task.totals
    once = task.timing is Timing.ONE_OFF
    time = totals.hours_one_off.mid if once else totals.hours_recurring.mid
    euro = view.euro(totals.one_off.mid if once else totals.recurring.mid)
    if once and totals.recurring.mid:
        euro = view.say("persona/and_yearly", value=euro,
                        yearly=cost_words.euro(totals.recurring.mid))  # fmt: skip
    return name, duty.label, _when(task, view), _applies(task, view), view.hours(time), euro


def _when(task: Task, view: View) -> str:
    """Return by when, or how often."""
    if task.effect is Effect.ABOLISHED:
        return view.say("when/abolished")
    if task.timing is Timing.ONE_OFF:
        day = view.regulation.identity.entry_into_force
        return view.say("when/no_date") if day is None else view.say("when/before", day=day)
    if task.every_years is not None:
        return view.say("when/every_years", value=task.every_years)
    if task.times is None:
        return view.say("when/event")
    if task.times == _ALL:
        return view.say("when/yearly")
    return view.say("when/times", value=view.exact(task.times))


def _applies(task: Task, view: View) -> str:
    told = view.say("applies/all")
    if task.chance != _ALL:
        told = view.say("applies/part", value=view.share(task.chance))
    if task.usual:
        told += f"; {view.say('applies/usual', value=view.share(task.usual))}"
    return told


def _show_assumptions(persona: Persona, view: View) -> None:
    rows = [
        (view.say("persona/persons"), esc(view.count(persona.persons))),
        (view.say("persona/turnover"),
         Html(esc(view.euro(persona.turnover)) + mark(view.say("mark/assumption")))),
        (view.say("persona/note"), esc(persona.note.get(view.language) if persona.note else "")),
        (view.say("persona/in_group"), esc(view.say("persona/in_group_text"))),
    ]  # fmt: skip
    html(f"<h3>{esc(view.say('persona/assumptions'))}</h3>", definition(rows))
