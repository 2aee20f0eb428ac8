"""Costs as sentences and tables: one-off and recurring apart, with their range, never added up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from checker.content import cost_words, say
from checker.content.cost_words import euro, hours
from checker.models.cost import ClassCosts, Line, Range, Totals, known
from checker.models.figure import Unit
from checker.models.obligation import ObligationKind
from checker.models.regulation import Addressee
from checker.models.size_class import SMALL, SizeClass
from checker.models.wording import Quantity, written
from checker.report.word.pieces import Column, Gap, Table
from checker.report.word.pieces import Line as Words
from checker.report.word.view import View

PARTS = ("one_off", "recurring")
MARK = "\u00a0*"
"""Stays on the line of its amount; the legend below the table says what it means."""


def mark(view: View, lines: Iterable[Line]) -> str:
    """Return the mark of amounts that rest on doubtful values; "" for others."""
    return MARK if view.costs.is_doubtful(lines) else ""


def has_marks(view: View) -> bool:
    """Whether any amount rests on values that are not verified or illustrative."""
    return view.costs.is_doubtful(view.costs.lines)


def has_costs(view: View) -> bool:
    """Whether firms have costs that could be calculated, however few."""
    totals = view.costs.totals
    return totals is not None and totals != Totals()


def amount(view: View, value: Decimal | None, doubt: str = "") -> str:
    """Return an amount, or that it is not known."""
    return (
        view.say("costs/unknown") if value is None else written(euro(value), view.language) + doubt
    )


def middle(view: View, value: Range, doubt: str = "", *, complete: bool) -> str:
    """Return the middle amount, or that it is not known."""
    shown = known(value, complete=complete)
    return amount(view, None if shown is None else shown.mid, doubt)


def both(view: View, totals: Totals, doubt: str = "", *, complete: bool) -> dict[str, str]:
    """Return both middle amounts, to be put into a sentence."""
    return {part: middle(view, getattr(totals, part), doubt, complete=complete) for part in PARTS}


# --- sentences ------------------------------------------------------------------------------------


def totals_of_firms(view: View) -> Iterator[Words]:
    """Yield a paragraph on the one-off costs, and one on the recurring."""
    for part in PARTS:
        yield (view.lead(part), _total(view, part))


def _total(view: View, part: str) -> str | Gap:
    costs = view.costs
    value = None if costs.totals is None else getattr(costs.totals, part)
    shown: Range | None = known(value, complete=costs.complete)
    if shown is None or costs.totals is None:
        return Gap(view.say(f"costs/gap_{part}"))
    if shown == Range():
        return view.say(f"costs/none_{part}", who=view.this)
    own = (line for line in costs.counted_lines if getattr(line.totals, part) != Range())
    time: Range = getattr(costs.totals, f"hours_{part}")
    is_saving = shown.mid < 0
    if is_saving:
        shown, time = -shown, -time
    key = "saving" if is_saving else "total"
    said = [view.say(f"costs/{key}_{part}", amount=euro(shown.mid), mark=mark(view, own))]
    if shown.low != shown.high:
        said.append(view.say("costs/range", low=euro(shown.low), high=euro(shown.high)))
    if time.mid > 0:
        said.append(view.say(f"costs/hours_{key}_{part}", hours=hours(time.mid)))
    return " ".join(said)


def made_of(view: View) -> Iterator[str]:
    """Yield sentences on information obligations and on the small beside the large."""
    costs, kind = view.costs, ObligationKind.INFORMATION
    if not has_costs(view):
        return
    duties = view.regulation.obligations or ()
    if any(duty.kind is kind for duty in duties):
        own = (line for line in costs.counted_lines if duties[line.obligation].kind is kind)
        values = both(view, costs.by_kind.get(kind, Totals()), mark(view, own),
                      complete=costs.kind_is_complete(kind))  # fmt: skip
        yield view.say("costs/information", **values)
    for part, ratio in (("one_off", costs.ratio.one_off), ("recurring", costs.ratio.recurring)):
        if ratio is not None:
            yield view.say(f"costs/ratio_{part}", ratio=Quantity(ratio, Unit.RATIO))


def by_origin(view: View) -> Iterator[str]:
    """Yield what EU law causes and what national choices cause, where there are costs at all."""
    costs = view.costs
    if not has_costs(view):
        return
    doubt = mark(view, costs.counted_lines)
    for key in ("eu", "national", "unknown"):
        totals: Totals = getattr(costs.by_origin, key)
        if totals != Totals():
            values = both(view, totals, doubt, complete=costs.complete)
            yield view.say(f"costs/origin_{key}", **values)


def outside_the_total(view: View) -> Iterator[Words]:
    """Yield what is voluntary, what others pay, and what is no regeldruk."""
    costs = view.costs
    if costs.voluntary != Totals():
        doubt = mark(view, costs.lines_of(Addressee.FIRM, counted=False))
        values = both(view, costs.voluntary, doubt, complete=costs.voluntary_is_complete())
        yield view.say("costs/voluntary", **values)
    for other in costs.others:
        values = both(view, other.totals, mark(view, costs.lines_of(other.addressee)),
                      complete=other.complete)  # fmt: skip
        yield view.say("costs/other", who=view.choice(other.addressee), **values)
    for item in costs.kept_apart:
        values = both(view, Totals(item.one_off, item.recurring), mark(view, item.lines),
                      complete=True)  # fmt: skip
        payer = cost_words.payer_name(item, view.regulation, view.language)
        yield view.say("costs/kept_apart", kind=view.choice(item.kind), payer=payer, **values)


# --- tables ---------------------------------------------------------------------------------------


def range_table(view: View) -> Table | None:
    """Return low, middle and high of euro and hours; None where there are no costs."""
    costs = view.costs
    if costs.totals is None or not has_costs(view):
        return None
    rows = []
    for name in (*PARTS, "hours_one_off", "hours_recurring"):
        value: Range | None = known(getattr(costs.totals, name), complete=costs.complete)
        unit = hours if name.startswith("hours") else euro
        ends = () if value is None else (value.low, value.mid, value.high)
        own = (line for line in costs.counted_lines if getattr(line.totals, name) != Range())
        doubt = mark(view, own)
        told = [written(unit(end), view.language) + doubt for end in ends]
        rows.append([view.say(f"costs/row_{name}"), *(told or [view.say("costs/unknown")] * 3)])
    heads = [view.say(f"column/{name}") for name in ("figure", "low", "mid", "high")]
    columns = [Column(heads[0], 4), *(Column(head, 2, number=True) for head in heads[1:])]
    return Table(view.say("costs/range_caption"), columns, rows)


def class_table(view: View) -> Table | None:
    """Return costs by size class, per firm and per working person; None where there are none."""
    costs = view.costs
    if costs.totals is None or not has_costs(view):
        return None
    rows = [_class_row(view, item) for item in costs.by_size_class]
    doubt = mark(view, costs.counted_lines)
    total = both(view, costs.totals, doubt, complete=costs.complete)
    firms = [item.firms.mid for item in costs.by_size_class if item.firms is not None]
    rows.append([view.say("costs/all_classes"), written(sum(firms, Decimal()), view.language),
                 total["one_off"], total["recurring"], "–", "–", "–"])  # fmt: skip
    names = ("size_class", "firms", "one_off", "recurring", "one_off_firm", "recurring_firm",
             "recurring_person")  # fmt: skip
    shares = (30, 17, 25, 25, 21, 21, 21)
    columns = [
        Column(view.say(f"column/{name}"), share, number=name != "size_class")
        for name, share in zip(names, shares, strict=True)
    ]
    return Table(view.say("costs/class_caption"), columns, rows, has_total=True)


def class_mark(view: View, size: SizeClass) -> str:
    """Return the mark of the amounts of a size class that rest on doubtful values; or ""."""
    lines = (line for line in view.costs.counted_lines if line.size_class is size)
    return mark(view, lines)


def _class_row(view: View, item: ClassCosts) -> list[Words]:
    name = view.sizes([item.size_class])
    if not view.costs.has_firms(item.size_class):
        return [name, view.say("costs/no_firms"), *["–"] * 5]
    if item.totals is None or item.firms is None:
        return [name, *[view.say("costs/unknown")] * 6]
    doubt = class_mark(view, item.size_class)
    # How many persons a firm has may be assumed, and that touches what is per person only.
    by_person = MARK if view.costs.class_is_doubtful(item.size_class) else ""
    each = (
        (item.per_firm.one_off, doubt),
        (item.per_firm.recurring, doubt),
        (item.per_person.recurring, by_person),
    )
    return [
        name,
        written(item.firms.mid, view.language),
        middle(view, item.totals.one_off, doubt, complete=item.complete),
        middle(view, item.totals.recurring, doubt, complete=item.complete),
        *(amount(view, known(value, complete=item.complete), own) for value, own in each),
    ]


def small_class_costs(view: View) -> Iterator[ClassCosts]:
    """Yield the size classes below 50 that have firms."""
    for item in view.costs.by_size_class:
        if item.size_class in SMALL and view.costs.has_firms(item.size_class):
            yield item


def obligation_table(view: View) -> Table | None:
    """Return costs by obligation; None where none is described."""
    duties = view.regulation.obligations or ()
    if not duties or view.costs.totals is None:
        return None
    rows: list[list[Words]] = []
    for item in view.costs.by_obligation:
        name = cost_words.obligation_name(duties[item.index], whole=True)
        if not item.counted:
            name = say(view.language, "burden/text/obligation_voluntary", name=name)
        totals = item.totals
        if totals is None:
            rows.append([name, view.say("costs/unknown"), view.say("costs/unknown")])
        else:
            values = both(view, totals, mark(view, item.lines), complete=item.complete)
            rows.append([name, values["one_off"], values["recurring"]])
    heads = [view.say(f"column/{name}") for name in ("obligation", *PARTS)]
    columns = [Column(heads[0], 5), Column(heads[1], 2, number=True),
               Column(heads[2], 2, number=True)]  # fmt: skip
    return Table(view.say("costs/obligation_caption"), columns, rows)


def applying(view: View, size: SizeClass) -> int:
    """Return how many of the obligations that come in a firm of this size class has."""
    return sum(size not in duty.exempt for duty in view.regulation.firm_obligations)
