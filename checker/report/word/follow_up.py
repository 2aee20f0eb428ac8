"""The follow-up table: point raised, what was done with it, and where the note says so."""

from checker.models.regulation import Phase
from checker.report.word import closing, panel
from checker.report.word.paper import Paper
from checker.report.word.pieces import Column, Table
from checker.report.word.view import View


def write(paper: Paper, view: View) -> None:
    """Write the table of what the panel raised, and what else belongs in it."""
    remarks = view.regulation.panel.remarks
    paper.heading(view.say("follow/points"))
    if remarks:
        paper.text(panel.follow_up_counts(view))
        paper.table(_table(view))
    elif remarks == () and view.regulation.panel.held:
        paper.text(view.say("follow/no_remarks"))
    elif view.regulation.panel.held is False:
        panel.write_panel(paper, view)
    else:
        paper.text(view.missing("panel.remarks"))
    _write_others(paper, view)
    closing.begin(paper, view, new_page=bool(paper.gaps))
    closing.write(paper, view, with_costs=False)


def _table(view: View) -> Table:
    names = ("number", "raised_by", "point", "response", "place")
    shares = (1, 3, 9, 9, 5)
    columns = [
        Column(view.say(f"column/{name}"), share) for name, share in zip(names, shares, strict=True)
    ]
    rows = [
        [str(number), view.say("follow/panel"), *panel.cells_of(view, remark)]
        for number, remark in enumerate(view.regulation.panel.remarks or (), start=1)
    ]
    return Table(view.say("follow/caption"), columns, rows)


def _write_others(paper: Paper, view: View) -> None:
    """Say which points a dossier does not keep, as soon as there can be any."""
    phase = view.regulation.identity.phase
    sources = []
    if view.regulation.consultation.held:
        sources.append(view.say("follow/consultation"))
    if phase is not None and phase.reached(Phase.ATR):
        sources.append(view.say("follow/atr"))
    if sources:
        paper.note(view.say("follow/not_kept", sources=tuple(sources)))
