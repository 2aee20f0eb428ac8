"""By size class: what a firm and a working person of each class bears, and how unequal that is."""

from decimal import Decimal

from checker.burden.classes import BELOW_50, FROM_50, FROM_250, TEN_TO_49
from checker.content import cost_words
from checker.models.cost import ZERO, ClassCosts, Each, Ratio, known
from checker.models.figure import Unit
from checker.models.size_class import SizeClass
from checker.models.wording import Quantity
from checker.ui.components import choosing
from checker.ui.components.burden import groups
from checker.ui.components.burden.charts import Bar, show_bars
from checker.ui.components.burden.headline import amount_cells, amount_columns
from checker.ui.components.burden.inputs import doubts
from checker.ui.components.burden.side_by_side import show_pair
from checker.ui.components.burden.view import View, is_zero
from checker.ui.components.markup import bullets, esc, fold, html, paragraph
from checker.ui.components.tables import Html, mark, table

_MEASURES = ("per_person", "per_firm", "per_affected", "hardest_hit", "totals")
_EACH = ("hardest_hit", "per_affected", "per_firm", "per_person")
"""Measures of one firm or person, in the order of the table of everything."""
_PARTS = ("one_off", "recurring")


def show(view: View) -> None:
    """Draw the ratio in words, a chart for the chosen measure, and all figures."""
    totals = view.costs.totals
    if totals is None or is_zero(totals):
        html(paragraph(view.say("classes/nothing"), "empty"))
        return
    html(f"<h2>{esc(view.say('classes/ratio'))}</h2>", bullets(_ratios(view)))
    html(f"<h2>{esc(view.say('classes/title'))}</h2>")
    names = {name: view.say(f"measure/{name}") for name in _MEASURES}
    measure = choosing.choose("burden:measure", view.say("classes/measure"), names)
    html(paragraph(view.say(f"measure_help/{measure}"), "help"))
    _show_charts(measure, view)
    html(_table(measure, view))
    html(fold(esc(view.say("classes/all")), _everything(view)))
    groups.show(view)


def _ratios(view: View) -> list[str]:
    costs = view.costs
    pairs = (("small_large", costs.ratio, BELOW_50, FROM_50),
             ("extremes", costs.ratio_extremes, TEN_TO_49, FROM_250))  # fmt: skip
    return [
        _ratio_sentence(name, part, ratio, (small, large), view)
        for name, ratio, small, large in pairs
        for part in _PARTS
    ]


def _ratio_sentence(
    name: str,
    part: str,
    ratio: Ratio,
    sides: tuple[tuple[SizeClass, ...], tuple[SizeClass, ...]],
    view: View,
) -> str:
    value: Decimal | None = getattr(ratio, part)
    who = view.say(f"ratio/{name}")
    what = view.say(f"ratio/{part}")
    if value is not None:
        return view.say("ratio/is", who=who, what=what, value=Quantity(value, Unit.RATIO))
    why = view.say(f"no_ratio/{why_no_ratio(view.costs.by_size_class, sides, part)}")
    return view.say("ratio/none", who=who, what=what, why=why)


def why_no_ratio(
    classes: tuple[ClassCosts, ...],
    sides: tuple[tuple[SizeClass, ...], tuple[SizeClass, ...]],
    part: str,
) -> str:
    """Return the code of the reason why two sides cannot be held against each other."""
    found = [[c for c in classes if c.size_class in side] for side in sides]
    if any(all(_is_empty(c) for c in side) for side in found):
        return "empty"
    there = [[c for c in side if not _is_empty(c)] for side in found]
    if any(not c.complete or c.totals is None or not c.persons for side in there for c in side):
        return "unknown"
    sums = [
        sum((getattr(c.totals, part).mid for c in side if c.totals is not None), ZERO)
        for side in there
    ]
    return "saving" if min(sums) < 0 else "zero"


def _show_charts(measure: str, view: View) -> None:
    def draw(part: str) -> None:
        bars = [_bar(item, measure, part, view) for item in view.costs.by_size_class]
        shown = [bar for bar in bars if bar is not None]
        if not shown:
            html(paragraph(view.say("chart/nothing_known"), "empty"))
            return
        title = view.say(f"amount/{part}")
        told = view.say(
            "chart/told",
            title=f"{title}, {view.say(f'measure/{measure}').lower()}",
            rows="; ".join(f"{bar.name}: {bar.text}" for bar in shown),
        )
        show_bars(shown, told)

    show_pair(_PARTS, draw, view)
    if measure == "totals":
        html(paragraph(view.say("chart/line"), "help"))


def _bar(item: ClassCosts, measure: str, part: str, view: View) -> Bar | None:
    name = cost_words.size_name(item.size_class, view.language)
    if measure == "totals":
        if item.totals is None:
            return None
        amount = getattr(item.totals, part)
        return Bar(name, amount.mid, view.euro(amount.mid), amount.low, amount.high)
    value = getattr(_each(item, measure), part)
    if known(value, complete=item.complete) is None:
        return None
    return Bar(name, value, view.euro(value))


def _each(item: ClassCosts, measure: str) -> Each:
    each: Each = getattr(item, measure)
    return each


def _table(measure: str, view: View) -> str:
    first, *rest = amount_columns(view.say("column/size_class"), view)
    columns = (first, view.say(f"number_of/{measure}"), *rest)
    rows = [_row(item, measure, view) for item in view.costs.by_size_class]
    return table(view.say(f"measure/{measure}"), columns, rows)


def _row(item: ClassCosts, measure: str, view: View) -> tuple[str, ...]:
    name = _name(item, view, of_persons=measure == "per_person")
    number = {
        "per_person": item.persons,
        "per_affected": item.affected,
    }.get(measure, None if item.firms is None else item.firms.mid)
    if item.totals is None:
        return (name, view.whole(number), *(view.say("none") for _ in range(4)))
    if measure == "totals":
        return name, view.whole(number), *amount_cells(item.totals, view, complete=item.complete)
    each, complete = _each(item, measure), item.complete
    return (
        name,
        view.whole(number),
        view.euro(each.one_off, complete=complete),
        view.euro(each.recurring, complete=complete),
        view.hours(each.hours_one_off, complete=complete),
        view.hours(each.hours_recurring, complete=complete),
    )


def _name(item: ClassCosts, view: View, *, of_persons: bool) -> str:
    """Return the name of a class with the words that warn about its amounts.

    Args:
        item: the class.
        view: in whose words.
        of_persons: whether the amounts are divided by persons, whose number may be assumed.
    """
    name = esc(cost_words.size_name(item.size_class, view.language))
    if _is_empty(item):
        return Html(name + mark(view.say("mark/empty_class")))
    if not item.complete:
        name += mark(view.say("mark/incomplete"))
    lines = (ln for ln in view.costs.counted_lines if ln.size_class is item.size_class)
    if of_persons and f"persons:{item.size_class}" in {v.key for v in view.costs.unverified}:
        name += mark(view.say("mark/persons_assumed"))
    return Html(name + doubts(lines, view))


def _is_empty(item: ClassCosts) -> bool:
    return item.firms is not None and item.firms.high == 0


def _everything(view: View) -> str:
    """Return both amounts in every measure, for who wants to compare them at once."""
    tables = []
    for part in _PARTS:
        columns = [view.say("column/size_class"), view.say("column/firms"),
                   *(view.say(f"measure/{measure}") for measure in ("totals", *_EACH)),
                   view.say("column/range")]  # fmt: skip
        rows = []
        for item in view.costs.by_size_class:
            total = None if item.totals is None else getattr(item.totals, part)
            each = [getattr(_each(item, measure), part) for measure in _EACH]
            middle = [None if total is None else total.mid, *each]
            firms = None if item.firms is None else item.firms.mid
            name = _name(item, view, of_persons=True)
            rows.append((name, view.whole(firms),
                         *(view.euro(v, complete=item.complete) for v in middle),
                         view.say("none") if total is None else view.span(total)))  # fmt: skip
        tables.append(table(view.say(f"amount/{part}"), columns, rows))
    return "".join(tables)
