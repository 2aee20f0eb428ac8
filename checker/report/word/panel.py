"""The MKB-toets and the consultation in words, and what was done with each remark."""

from collections import Counter
from collections.abc import Iterator

from checker.models.regulation import FollowUp, Remark
from checker.models.size_class import SizeClass
from checker.report.word.paper import Paper
from checker.report.word.pieces import Column, Gap, Line, Piece, Table
from checker.report.word.view import View, sentence


def write_panel(paper: Paper, view: View) -> None:
    """Write whether there was an MKB-toets and with whom, or why there was none."""
    panel = view.regulation.panel
    if panel.held is None:
        paper.text(view.missing("panel.held"))
        return
    if not panel.held:
        reason = view.or_missing(panel.reason_not_held, "panel.reason_not_held")
        paper.text(view.say("panel/not_held") + " ", _as_sentence(reason))
        return
    day: Piece = view.day(panel.date) if panel.date else view.missing("panel.date")
    before, _, after = view.say("panel/held", date="\0").partition("\0")
    paper.text(before, day, after)
    if panel.participants:
        paper.text(" ".join(_participants(view)))
    else:
        paper.text(view.missing("panel.participants"))
    if panel.feedback_given is not None:
        paper.text(view.say("panel/feedback" if panel.feedback_given else "panel/no_feedback"))


def _as_sentence(said: str | Gap) -> str | Gap:
    return said if isinstance(said, Gap) else sentence(said)


def _participants(view: View) -> Iterator[str]:
    people = view.regulation.panel.participants
    owners = sum(person.entrepreneur is True for person in people)
    others = sum(person.entrepreneur is False for person in people)
    yield view.say("panel/participants", count=len(people))
    if owners == len(people) > 1:
        yield view.say("panel/all_entrepreneurs")
    elif owners or others:
        yield view.say("panel/entrepreneurs", count=owners)
    if others:
        yield view.say("panel/representatives", count=others)
    sizes = Counter(person.size_class for person in people if person.size_class)
    if sizes:
        named = (f"{view.size(size)} ({sizes[size]})" for size in SizeClass if size in sizes)
        yield view.say("panel/sizes", sizes=tuple(named))
    sectors = tuple(dict.fromkeys(person.sector for person in people if person.sector))
    if sectors:
        yield view.say("panel/sectors", sectors=sectors)
    names = tuple(person.name for person in people if person.name)
    if view.with_names and names:
        yield view.say("panel/names", names=names)


def remark_table(view: View) -> Table | None:
    """Return what the panel said and what was done with it; None where nothing was said."""
    remarks = view.regulation.panel.remarks or ()
    rows = [
        [str(number), *cells_of(view, remark)] for number, remark in enumerate(remarks, start=1)
    ]
    heads = [view.say(f"column/{name}") for name in ("number", "remark", "response", "place")]
    shares = (1, 7, 7, 4)
    columns = [Column(head, share) for head, share in zip(heads, shares, strict=True)]
    return Table(view.say("panel/caption"), columns, rows) if rows else None


def cells_of(view: View, remark: Remark) -> tuple[Line, Line, Line]:
    """Return a remark, what was done with it, and where the note says so."""
    return (
        view.or_missing(remark.text, "panel.remarks.text"),
        _response(view, remark),
        view.or_missing(remark.place_in_note, "panel.remarks.place_in_note"),
    )


def _response(view: View, remark: Remark) -> Line:
    if remark.follow_up is None:
        done: Piece = view.missing("panel.remarks.follow_up")
    elif remark.follow_up is FollowUp.OPEN:
        done = Gap(view.say("panel/open"))
    else:
        done = f"{view.choice(remark.follow_up)}."
    if remark.response:
        return (done, f" {sentence(remark.response)}")
    if remark.follow_up in (None, FollowUp.OPEN):
        return done
    return (done, " ", view.missing("panel.remarks.response"))


def follow_up_counts(view: View) -> str:
    """Return how many remarks were taken over, in part, not, or are open."""
    remarks = view.regulation.panel.remarks or ()
    counts = Counter(remark.follow_up or FollowUp.OPEN for remark in remarks)
    parts = (f"{view.choice(done).lower()}: {counts[done]}" for done in FollowUp if counts[done])
    return view.say("panel/counts", count=len(remarks), parts=tuple(parts))


def write_consultation(paper: Paper, view: View) -> None:
    """Write whether the draft was open to comments, and for how long."""
    talk = view.regulation.consultation
    lead = view.lead("consultation")
    if talk.held is None:
        paper.text(lead, view.missing("consultation.held"))
        return
    if not talk.held:
        reason = view.or_missing(talk.reason_not_held, "consultation.reason_not_held")
        paper.text(lead, view.say("consultation/not_held") + " ", _as_sentence(reason))
        return
    said = [view.say("consultation/held")]
    if talk.start and talk.end:
        said = [view.say("consultation/between", start=talk.start, end=talk.end)]
    if talk.weeks is not None:
        said.append(view.say("consultation/weeks", count=talk.weeks))
    if talk.in_holidays:
        said.append(view.say("consultation/in_holidays"))
    paper.text(lead, " ".join(said))
