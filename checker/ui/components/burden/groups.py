"""By target group: what the firms of each pay, where a mean over several would hide it."""

from collections.abc import Iterable
from dataclasses import replace

from checker.burden.one_firm import hardest_hit
from checker.content import cost_words
from checker.models.cost import ClassCosts, Line
from checker.models.regulation import TargetGroup
from checker.ui.components.burden.headline import amount_columns
from checker.ui.components.burden.inputs import doubts
from checker.ui.components.burden.view import View
from checker.ui.components.markup import esc, html, paragraph
from checker.ui.components.tables import Html, mark, table
from checker.ui.components.words import item_label


def show(view: View) -> None:
    """Draw what a firm of each target group and size class pays; nothing for a single group."""
    groups = view.regulation.firm_groups
    if len(groups) < 2:
        return
    first, *amounts = amount_columns(view.say("column/group"), view)
    columns = (first, view.say("column/size_class"), view.say("column/firms"), *amounts)
    html(
        f"<h2>{esc(view.say('groups/title'))}</h2>",
        paragraph(view.say("groups/text"), "help"),
        table(
            view.say("groups/title"),
            columns,
            [row for group in groups for row in _rows(group, view)],
            figures=slice(2, None),
        ),
    )


def _rows(group: TargetGroup, view: View) -> Iterable[tuple[str, ...]]:
    """Yield a row for each size class in which the group has firms, or may have them."""
    firms = {size.size_class: size.firms for size in group.sizes}
    for costs in view.costs.by_size_class:
        number = firms.get(costs.size_class)
        if number is not None and number.high:
            lines = tuple(_lines(group, costs, view))
            name = Html(esc(item_label(group)) + doubts(lines, view))
            yield name, _class_name(costs, view), view.count(number.mid), *_each(lines, costs, view)


def _lines(group: TargetGroup, costs: ClassCosts, view: View) -> Iterable[Line]:
    """Yield what firms of the group have to do, as if they were in no other group."""
    for line in view.costs.counted_lines:
        if line.size_class is costs.size_class and group.id in line.groups:
            yield replace(line, groups=(group.id,))


def _each(lines: tuple[Line, ...], costs: ClassCosts, view: View) -> tuple[str, ...]:
    each = hardest_hit(lines)
    return (
        view.euro(each.one_off, complete=costs.complete),
        view.euro(each.recurring, complete=costs.complete),
        view.hours(each.hours_one_off, complete=costs.complete),
        view.hours(each.hours_recurring, complete=costs.complete),
    )


def _class_name(costs: ClassCosts, view: View) -> str:
    name = cost_words.size_name(costs.size_class, view.language)
    return name if costs.complete else Html(esc(name) + mark(view.say("mark/incomplete")))
