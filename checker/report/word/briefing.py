"""The briefing note for the panel: one or two pages in plain words, and how plain they are.

Our own sentences are kept to everyday language by a test. What comes from the dossier is measured
apart, so that the adviser sees whose words are hard.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from checker.content.cost_words import hours
from checker.models.cost import ClassCosts, Each, Totals, known
from checker.models.obligation import Effect, Obligation
from checker.models.size_class import SMALL
from checker.models.wording import written
from checker.report.word import closing, costs
from checker.report.word.paper import Paper
from checker.report.word.pieces import Column, Gap, Line, Piece, Table
from checker.report.word.plain_words import Measures, measure, whole_sentences
from checker.report.word.view import View, sentence

QUESTIONS = ("clear", "applies", "yourself", "week", "costs", "hardest", "easier", "later")
_MINUTES = 60
_DUTIES, _LONG, _SHORT = 8, 600, 220
"""How many duties are named, and how long a text may be: the note is to stay within two pages."""


@dataclass
class _Note:
    """The note under construction; it remembers its words, ours and those of the dossier."""

    paper: Paper
    view: View
    ours: list[str] = field(default_factory=list)
    theirs: list[str] = field(default_factory=list)

    def say(self, key: str, **values: object) -> str:
        text = self.view.say(f"briefing/{key}", **values)
        self.ours.append(text)
        return text

    def heading(self, key: str) -> None:
        self.paper.heading(self.say(f"heading/{key}"))

    def text(self, *keys: str) -> None:
        self.paper.text(" ".join(self.say(key) for key in keys))

    def quoted(self, said: str | None, path: str, length: int = _LONG) -> str | Gap:
        """Return what the dossier says, cut to a length that a note can have."""
        if not said:
            return self.view.missing(path)
        text = sentence(whole_sentences(said, length))
        self.theirs.append(text)
        return text


def write(paper: Paper, view: View) -> None:
    """Write the note, and on a page of its own how it reads."""
    note = _Note(paper, view)
    _invitation(note)
    _change(note)
    _why(note)
    _for_whom(note)
    _start(note)
    has_amounts = _costs(note)
    note.heading("questions")
    paper.text(note.say("questions"), keep=True)
    asked = [key for key in QUESTIONS if has_amounts or key != "costs"]
    paper.numbers(note.say(f"question/{key}") for key in asked)
    note.heading("afterwards")
    note.text("written_down", "no_names")
    closing.begin(paper, view)
    _readability(note)
    closing.write(paper, view, with_costs=False)


def _invitation(note: _Note) -> None:
    day = note.view.regulation.panel.date
    note.text("invited", "want", "read_first")
    if day is None:
        note.paper.text(note.view.missing("panel.date"))
    else:
        note.paper.text(note.say("date", date=day))


def _change(note: _Note) -> None:
    note.heading("change")
    regulation = note.view.regulation
    note.paper.text(note.quoted(regulation.identity.summary, "identity.summary"))
    if regulation.obligations is None:
        note.paper.text(note.view.missing("obligations"))
    changed = regulation.changed_firm_obligations
    felt = [duty for duty in changed if not set(SMALL) <= set(duty.exempt)]
    for key, effect in (("must", Effect.INTRODUCED), ("no_longer", Effect.ABOLISHED)):
        own = [duty for duty in felt if duty.effect is effect]
        if own:
            voluntary = all(duty.voluntary for duty in own) or regulation.identity.voluntary
            note.text("may" if voluntary and effect is Effect.INTRODUCED else key)
            note.paper.bullets(_duties(note, own))
    if len(felt) < len(changed):
        note.text("larger" if felt else "only_larger")


def _duties(note: _Note, duties: list[Obligation]) -> Iterator[Line]:
    for duty in duties[:_DUTIES]:
        yield note.quoted(duty.description, "obligations.description", _SHORT)
    if more := max(len(duties) - _DUTIES, 0):
        yield note.say("more", count=more)


def _why(note: _Note) -> None:
    note.heading("why")
    purpose = note.view.regulation.purpose
    pieces: list[Piece] = [
        note.quoted(purpose.problem, "purpose.problem"), " ", note.say("goal"), " ",
        note.quoted(purpose.goal, "purpose.goal"),
    ]  # fmt: skip
    note.paper.text(*pieces)


def _for_whom(note: _Note) -> None:
    note.heading("for_whom")
    groups = note.view.regulation.firm_groups
    if not groups:
        note.paper.text(note.view.missing("target_groups"))
        return
    note.text("for_whom")
    note.paper.bullets(
        note.quoted(group.name, "target_groups.name", _SHORT) for group in groups[:_DUTIES]
    )


def _start(note: _Note) -> None:
    note.heading("start")
    day = note.view.regulation.identity.entry_into_force
    if day is None:
        note.paper.text(note.view.missing("identity.entry_into_force"))
    else:
        note.paper.text(note.say("start", date=day))


# --- what it costs a firm like yours --------------------------------------------------------------


def _costs(note: _Note) -> bool:
    """Write what it costs; return whether there are amounts that a reader can judge."""
    view = note.view
    note.heading("costs")
    items = [item for item in costs.small_class_costs(view) if item.totals is not None]
    nothing_asked = all(item.totals == Totals() for item in items)
    if items and nothing_asked and view.costs.voluntary != Totals():
        note.text("voluntary", "voluntary_time")
        return False
    if not items:
        note.paper.text(Gap(view.say("briefing/gap_costs")))
        return False
    said = " ".join((note.say("averages"), note.say("estimates")))
    note.paper.text(said, keep=True)
    note.paper.table(_table(note, items))
    if view.costs.is_doubtful(view.costs.counted_lines):
        note.paper.note(note.say("doubtful"))
    if not view.costs.complete:
        note.paper.text(Gap(view.say("costs/gap_incomplete")))
    return True


def _table(note: _Note, items: list[ClassCosts]) -> Table:
    view = note.view
    names = ("your_size", "duties", "once", "each_year", "hours_once", "hours_each_year")
    shares = (6, 3, 4, 4, 4, 4)
    columns = [
        Column(view.say(f"column/{name}"), share, number=name != "your_size")
        for name, share in zip(names, shares, strict=True)
    ]
    rows = [_row(view, item) for item in items]
    return Table(view.say("briefing/caption"), columns, rows, is_kept_together=True)


def _row(view: View, item: ClassCosts) -> list[Line]:
    doubt = costs.class_mark(view, item.size_class)
    # Who is exempt has nothing to do, but still reads the rules: then there is only a mean of all.
    each: Each = item.per_firm if item.per_affected == Each() else item.per_affected
    euros = (each.one_off, each.recurring)
    times = (each.hours_one_off, each.hours_recurring)
    return [
        view.sizes([item.size_class]),
        str(costs.applying(view, item.size_class)),
        *(costs.amount(view, _known(value, item), doubt) for value in euros),
        *(_hours(view, _known(value, item), doubt) for value in times),
    ]


def _known(value: Decimal | None, item: ClassCosts) -> Decimal | None:
    return known(value, complete=item.complete)


def _hours(view: View, value: Decimal | None, doubt: str) -> str:
    if value is None:
        return view.say("costs/unknown")
    if abs(value) < 1:
        minutes = (value * _MINUTES).to_integral_value(ROUND_HALF_UP)
        return view.say("briefing/minutes", count=minutes) + doubt
    return view.say("briefing/hours", hours=hours(value)) + doubt


# --- how it reads ---------------------------------------------------------------------------------


def _readability(note: _Note) -> None:
    view, paper = note.view, note.paper
    paper.heading(view.say("briefing/heading/readability"), 2)
    is_dutch = view.language == "nl"
    formulas = ("flesch_douma", "brouwer") if is_dutch else ()
    names = ("words_per_sentence", "longest", *formulas)
    columns = [
        Column(view.say("column/part"), 5),
        *(Column(view.say(f"column/{name}"), 3, number=True) for name in names),
    ]
    parts = {"whole": note.ours + note.theirs, "ours": note.ours, "theirs": note.theirs}
    rows = [
        [view.say(f"briefing/part/{key}"), *_figures(view, measure(texts), names)]
        for key, texts in parts.items()
    ]
    paper.table(Table(view.say("briefing/readability_caption"), columns, rows))
    paper.note(view.say("briefing/readability_note" if is_dutch else "briefing/not_dutch"))


def _figures(view: View, found: Measures, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        value = getattr(found, name)
        known_value = None if value is None else Decimal(str(value))
        yield "–" if known_value is None else written(known_value, view.language)
