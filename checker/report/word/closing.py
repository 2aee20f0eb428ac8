"""What stands at the end of every document, for who made it: gaps, doubts and the receipt."""

from collections.abc import Iterable

from checker.content import cost_words
from checker.models.cost import Variable
from checker.report.word.paper import Paper
from checker.report.word.view import View

_MOST = 15
"""How many values are named one by one; the Excel report has them all."""


def begin(paper: Paper, view: View, *, new_page: bool = True) -> None:
    """Begin the part that is not to be taken over or sent along, as a rule on a page of its own."""
    paper.heading(view.say("closing/title"), new_page=new_page)


def write(paper: Paper, view: View, *, with_costs: bool) -> None:
    """Write what is still to be filled in, what is to be checked, and the receipt.

    Args:
        paper: the document.
        view: what it is about.
        with_costs: whether the document has amounts, whose doubts are then told.
    """
    _write_gaps(paper, view, with_costs=with_costs)
    if with_costs:
        _write_remarks(paper, view)
        _write_doubts(paper, view)
    paper.heading(view.say("closing/receipt"), 2)
    receipt = view.assessment.receipt
    paper.note(
        view.say(
            "closing/receipt_text",
            software=receipt.software_version,
            ruleset=receipt.ruleset_version,
            hash=receipt.ruleset_hash[:12],
            parameters=receipt.parameters_edition,
            input=receipt.input_hash[:12],
            assessed=receipt.assessed_on,
            reference=receipt.reference_date,
        )
    )


def _write_gaps(paper: Paper, view: View, *, with_costs: bool) -> None:
    found = [
        f"{heading}: {what} ({row})" if row else f"{heading}: {what}"
        for heading, what, row in dict.fromkeys(paper.gaps)
    ]
    if with_costs:
        found += _unknown_costs(view)
    if not found:
        return
    paper.heading(view.say("closing/gaps"), 2)
    paper.bullets(found)


def _unknown_costs(view: View) -> list[str]:
    gaps = cost_words.gap_texts(view.costs.missing, view.regulation, view.language)
    return [view.say("closing/cost_gap", gap=gap) for gap in gaps]


def _write_remarks(paper: Paper, view: View) -> None:
    remarks = view.costs.remarks
    if not remarks:
        return
    paper.heading(view.say("closing/remarks"), 2)
    where = (view.regulation, view.rulebook, view.language)
    paper.bullets(dict.fromkeys(cost_words.remark_text(remark, *where) for remark in remarks))


def _write_doubts(paper: Paper, view: View) -> None:
    doubtful = view.costs.unverified
    if not doubtful:
        return
    paper.heading(view.say("closing/doubts"), 2)
    ordered = [item for item in doubtful if not item.verified]
    ordered += [item for item in doubtful if item.verified]
    paper.text(view.say("closing/doubts_text", count=len(ordered)))
    paper.bullets(_named(ordered[:_MOST], view))
    if (more := len(ordered) - _MOST) > 0:
        paper.text(view.say("closing/more", count=more))


def _named(variables: Iterable[Variable], view: View) -> Iterable[str]:
    where = (view.regulation, view.rulebook, view.language)
    return (cost_words.unverified_text(variable, *where) for variable in variables)
