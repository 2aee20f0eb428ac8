"""The paragraph on regulatory burden for the explanatory note (regeldrukparagraaf).

Every sentence comes from the dossier or from its assessment; what neither says is a gap.
"""

from collections.abc import Callable, Iterator

from checker.models.obligation import (
    Authorisation,
    Effect,
    Norm,
    Obligation,
    ObligationKind,
    ObligationOrigin,
    OutsideExpert,
)
from checker.models.regulation import (
    Alternative,
    AlternativeKind,
    EuOrigin,
    Relation,
    SmallFirmMeasure,
)
from checker.report.burden_text import tariffs_text
from checker.report.word import closing, costs, explained, moments, panel, transposition
from checker.report.word.paper import Paper
from checker.report.word.pieces import Column, Gap, Line, Piece, Strong, Table
from checker.report.word.view import View, sentence


def write(paper: Paper, view: View) -> None:
    """Write the sections in the order in which a note has them."""
    paper.note(view.say("paragraph/intro", title=view.say("closing/title")))
    sections: dict[str, Callable[[Paper, View], None]] = {
        "purpose": _purpose,
        "obligations": _obligations,
        "costs": _costs,
        "workability": _workability,
        "small_firms": _small_firms,
        "eu": _eu,
        "test": _test,
        "start": moments.write_start,
        "evaluation": moments.write_evaluation,
    }
    for key, section in sections.items():
        paper.heading(view.say(f"paragraph/{key}"))
        section(paper, view)
    closing.begin(paper, view)
    closing.write(paper, view, with_costs=True)


def _purpose(paper: Paper, view: View) -> None:
    purpose = view.regulation.purpose
    for name in ("problem", "evidence", "goal", "indicator"):
        said = view.or_missing(getattr(purpose, name), f"purpose.{name}")
        paper.prose(view.say(f"lead/{name}"), said)
    paper.bullets(explained.lines(view, explained.NEED))


# --- obligations ----------------------------------------------------------------------------------


def _obligations(paper: Paper, view: View) -> None:
    regulation = view.regulation
    if regulation.obligations is None:
        paper.text(view.missing("obligations"))
        return
    paper.text(" ".join(_counts(view)))
    if regulation.obligations:
        paper.table(_obligation_table(view, regulation.obligations))


def _counts(view: View) -> Iterator[str]:
    coming = view.regulation.firm_obligations
    going = [d for d in view.regulation.changed_firm_obligations if d.effect is Effect.ABOLISHED]
    if not coming and not going:
        yield view.say("obligations/none", this=view.this)
        return
    yield view.say("obligations/count", this=view.this, count=len(coming))
    informing = sum(duty.kind is ObligationKind.INFORMATION for duty in coming)
    if informing:
        yield view.say("obligations/information", count=informing)
    voluntary = sum(duty.voluntary is True for duty in coming)
    if voluntary:
        yield view.say("obligations/voluntary", count=voluntary)
    if going:
        yield view.say("obligations/abolished", count=len(going))


def _obligation_table(view: View, duties: tuple[Obligation, ...]) -> Table:
    names = ("article", "obligation", "kind", "for_whom", "origin")
    heads = [view.say(f"column/{name}") for name in names]
    shares = (4, 11, 7, 7, 5)
    columns = [Column(head, share) for head, share in zip(heads, shares, strict=True)]
    rows = [_obligation_row(view, duty) for duty in duties]
    return Table(view.say("obligations/caption"), columns, rows)


def _obligation_row(view: View, duty: Obligation) -> list[Line]:
    kind = view.choice(duty.kind) if duty.kind else view.missing("obligations.kind")
    if duty.effect is Effect.ABOLISHED:
        effect: tuple[Piece, ...] = (Strong(view.say("obligations/goes") + " "),)
    else:
        effect = ()
    return [
        view.or_missing(duty.article, "obligations.article"),
        (*effect, view.or_missing(duty.description, "obligations.description")),
        kind,
        _for_whom(view, duty),
        _origin(view, duty.origin),
    ]


def _for_whom(view: View, duty: Obligation) -> Line:
    groups = view.regulation.target_groups
    named = [g for g in groups if not duty.target_groups or g.id in duty.target_groups]
    if not named:
        return view.missing("target_groups")
    told = ", ".join(group.name or group.id for group in named)
    if duty.voluntary:
        told = view.say("obligations/who_wants", who=told)
    if duty.exempt:
        told = view.say("obligations/exempt", who=told, sizes=view.sizes(duty.exempt))
    return told


def _origin(view: View, origin: ObligationOrigin | None) -> Line:
    return view.choice(origin) if origin else view.missing("obligations.origin")


# --- costs ----------------------------------------------------------------------------------------


def _costs(paper: Paper, view: View) -> None:
    if view.costs.totals is not None and not view.costs.complete:
        paper.text(Gap(view.say("costs/gap_incomplete")))
    for line in costs.totals_of_firms(view):
        paper.text(*line if isinstance(line, tuple) else (line,))
    if said := " ".join(costs.made_of(view)):
        paper.text(said)
    paper.bullets(costs.outside_the_total(view))
    for make in (costs.range_table, costs.class_table, costs.obligation_table):
        table = make(view)
        if table is not None:
            paper.table(table)
    if costs.has_marks(view):
        paper.note(view.say("costs/legend", section=view.say("closing/doubts")))
    if view.costs.totals is not None:
        paper.note(view.say("costs/method"))
        paper.note(tariffs_text(view.costs, view.rulebook, view.language))
    if view.regulation.costs_excluded:
        paper.prose(view.say("lead/excluded"), view.regulation.costs_excluded)
    paper.bullets(explained.lines(view, explained.COUNTED))


# --- workability ----------------------------------------------------------------------------------


def _workability(paper: Paper, view: View) -> None:
    facts = list(_facts(view))
    said = list(explained.lines(view, explained.WORKABLE))
    if not said:
        paper.text(Gap(view.say("workability/gap")))
    if facts:
        paper.text(" ".join(facts))
    paper.bullets(said)
    _supervisor(paper, view)


_FACTS: dict[str, Callable[[Obligation], bool]] = {
    "open_norm": lambda duty: duty.norm is Norm.OPEN_UNFILLED,
    "permit": lambda duty: duty.authorisation is Authorisation.PERMIT,
    "certificate": lambda duty: duty.authorisation is Authorisation.CERTIFICATE,
    "expert_required": lambda duty: duty.outside_expert is OutsideExpert.REQUIRED,
    "expert_customary": lambda duty: duty.outside_expert is OutsideExpert.CUSTOMARY,
    "known_data": lambda duty: duty.data_known_to_government is True,
    "not_digital": lambda duty: duty.digital_channel is False,
}
"""What makes an obligation heavy in practice; each is a sentence that names the articles."""


def _facts(view: View) -> Iterator[str]:
    duties = view.regulation.firm_obligations
    for key, holds in _FACTS.items():
        labels = tuple(dict.fromkeys(duty.label for duty in duties if holds(duty)))
        if labels:
            yield view.say(f"workability/{key}", count=len(labels), articles=labels)


def _supervisor(paper: Paper, view: View) -> None:
    test = view.regulation.enforcement.supervisor_test
    path, lead = "enforcement.supervisor_test", view.lead("supervisor")
    if test.held is None:
        paper.text(lead, view.missing(f"{path}.held"))
    elif test.held:
        outcome = view.or_missing(test.outcome, f"{path}.outcome")
        who = view.regulation.enforcement.supervisor or view.say("workability/the_supervisor")
        key = "workability/tested" if test.date else "workability/tested_undated"
        pieces: list[Piece] = [view.say(key, who=who, date=test.date or "") + " "]
        pieces.append(outcome if isinstance(outcome, Gap) else sentence(outcome))
        if test.follow_up:
            pieces.append(f" {sentence(test.follow_up)}")
        paper.text(lead, *pieces)
    else:
        reason = view.or_missing(test.reason_not_held, f"{path}.reason_not_held")
        paper.text(lead, view.say("workability/not_tested") + " ", reason)


# --- small firms and alternatives -----------------------------------------------------------------


def _small_firms(paper: Paper, view: View) -> None:
    _small_firm_costs(paper, view)
    measures = view.regulation.small_firm_measures
    if measures is None:
        paper.text(view.missing("small_firm_measures"))
    elif not measures:
        paper.text(view.say("small/no_measures", this=view.this))
    else:
        paper.text(view.say("small/measures"))
        paper.bullets(_measure(view, measure) for measure in measures)
    _alternatives(paper, view)
    said = view.regulation.purpose.self_regulation
    paper.prose(view.say("lead/self_regulation"),
                view.or_missing(said, "purpose.self_regulation"))  # fmt: skip
    paper.bullets(explained.lines(view, explained.LIGHTER))


def _small_firm_costs(paper: Paper, view: View) -> None:
    known = [item for item in costs.small_class_costs(view) if item.complete and item.totals]
    if not known or not costs.has_costs(view):
        return
    paper.text(view.say("small/costs"), keep=True)
    for item in known:
        doubt = costs.class_mark(view, item.size_class)
        values = {
            part: costs.amount(view, getattr(item.per_firm, part), doubt) for part in costs.PARTS
        }
        paper.bullets([view.say("small/per_firm", size=view.size(item.size_class), **values)])


def _measure(view: View, measure: SmallFirmMeasure) -> Line:
    path = "small_firm_measures"
    kind: Piece = (
        Strong(view.choice(measure.kind)) if measure.kind else view.missing(f"{path}.kind")
    )
    where = []
    if measure.size_classes:
        where.append(view.say("small/sizes", sizes=view.sizes(measure.size_classes)))
    if measure.article:
        where.append(view.article(measure.article))
    told = view.or_missing(measure.description, f"{path}.description")
    return (kind, f" ({', '.join(where)}): " if where else ": ", told)


def _alternatives(paper: Paper, view: View) -> None:
    alternatives = view.regulation.purpose.alternatives
    if not alternatives:
        lead = view.lead("alternatives")
        none = view.say("small/no_alternatives")
        paper.text(lead, none if alternatives == () else view.missing("purpose.alternatives"))
        return
    names = ("alternative", "why_not", "lighter", *costs.PARTS)
    shares = (8, 8, 4, 4, 4)
    columns = [
        Column(view.say(f"column/{name}"), share, number=name in costs.PARTS)
        for name, share in zip(names, shares, strict=True)
    ]
    rows = [_alternative(view, index, item) for index, item in enumerate(alternatives)]
    if all(row[-1] == row[-2] == view.say("small/not_costed") for row in rows):
        columns, rows = columns[:-2], [row[:-2] for row in rows]
    paper.table(Table(view.say("small/caption"), columns, rows))


def _alternative(view: View, index: int, item: Alternative) -> list[Line]:
    path = "purpose.alternatives"
    kind: tuple[Piece, ...] = (Strong(view.choice(item.kind) + ". "),) if item.kind else ()
    return [
        (*kind, view.or_missing(item.description, f"{path}.description")),
        view.or_missing(item.why_not, f"{path}.why_not"),
        _lighter(view, item),
        *_alternative_costs(view, index),
    ]


def _lighter(view: View, item: Alternative) -> Line:
    if item.lighter_for_small_firms is None:
        is_nothing = item.kind is AlternativeKind.NULL
        return "–" if is_nothing else view.missing("purpose.alternatives.lighter_for_small_firms")
    return view.say("yes" if item.lighter_for_small_firms else "no")


def _alternative_costs(view: View, index: int) -> tuple[str, str]:
    own = next((item for item in view.costs.alternatives if item.index == index), None)
    if own is None or own.totals is None:
        return view.say("small/not_costed"), view.say("small/not_costed")
    values = costs.both(view, own.totals, costs.mark(view, own.lines), complete=own.complete)
    return values["one_off"], values["recurring"]


# --- EU law, the MKB-toets ------------------------------------------------------------------------


def _eu(paper: Paper, view: View) -> None:
    eu = view.regulation.eu
    if eu.origin is None:
        paper.text(view.missing("eu.origin"))
    else:
        paper.text(view.say(f"eu/origin/{eu.origin}", this=view.this))
    paper.bullets(transposition.act_lines(view))
    additions = [p for p in eu.provisions or () if p.relation not in (None, Relation.EQUAL)]
    if additions:
        paper.text(view.say("eu/additions", count=len(additions)))
        paper.table(transposition.provision_table(view, additions, view.say("eu/caption")))
    elif eu.provisions:
        paper.text(view.say("eu/no_additions"))
    elif eu.provisions is None and eu.origin not in (None, EuOrigin.AUTONOMOUS):
        paper.text(view.missing("eu.provisions"))
    if said := " ".join(costs.by_origin(view)):
        paper.text(said)
    paper.bullets(_notifications(view))
    paper.bullets(explained.lines(view, explained.EU))


def _notifications(view: View) -> Iterator[Line]:
    for item in view.regulation.eu.notifications:
        kind = Strong(f"{view.choice(item.kind)}: ")
        if item.required is None:
            yield (kind, view.missing("eu.notifications.required"))
            continue
        key = "not_required" if not item.required else "done" if item.done else "to_be_done"
        told: list[Piece] = [view.say(f"eu/notification/{key}")]
        if item.date:
            told.append(" " + view.say("eu/notification/date", date=item.date))
        if item.reason:
            told.append(f" {sentence(item.reason)}")
        elif not item.required:
            told += [" ", view.missing("eu.notifications.reason")]
        yield (kind, *told)


def _test(paper: Paper, view: View) -> None:
    panel.write_panel(paper, view)
    table = panel.remark_table(view)
    if table is not None:
        paper.text(panel.follow_up_counts(view))
        paper.table(table)
    elif view.regulation.panel.held and view.regulation.panel.remarks is None:
        paper.text(view.missing("panel.remarks"))
    panel.write_consultation(paper, view)
