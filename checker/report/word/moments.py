"""When a regulation begins, when it is looked at again, and when it ends."""

from datetime import date

from checker.checks.date_rule import DateRule, first_fixed_date
from checker.models.regulation import Instrument
from checker.report.word.paper import Paper
from checker.report.word.pieces import Piece
from checker.report.word.view import View


def write_start(paper: Paper, view: View) -> None:
    """Write when it begins, beside the fixed change dates, and why it departs from them."""
    identity = view.regulation.identity
    begins = identity.entry_into_force
    if begins is None:
        paper.text(view.missing("identity.entry_into_force"))
    else:
        said = [view.say("start/date", date=begins)]
        if identity.planned_publication:
            said.append(view.say("start/publication", date=identity.planned_publication))
        nearest = _nearest_fixed(view, begins, identity.instrument)
        if nearest is not None:
            key = "fixed" if nearest == begins else "not_fixed"
            said.append(view.say(f"start/{key}", date=nearest))
        paper.text(" ".join(said))
        if nearest is not None and nearest != begins:
            _write_exception(paper, view)
    if identity.retroactive:
        motivation = identity.retroactive_motivation
        paper.text(
            view.say("start/retroactive", this=view.this) + " ",
            view.or_missing(motivation, "identity.retroactive_motivation"),
        )


def _nearest_fixed(view: View, begins: date, instrument: Instrument | None) -> date | None:
    """Return the first fixed change date from ``begins`` on; None where the rules have none."""
    for rule in view.rulebook.rules:
        check = rule.check
        if not isinstance(check, DateRule) or check.date != "identity.entry_into_force":
            continue
        days = [day for f in check.fixed if instrument in f.instrument for day in f.days]
        if days:
            return first_fixed_date(begins, days)
    return None


def _write_exception(paper: Paper, view: View) -> None:
    identity = view.regulation.identity
    ground, path = identity.exception_ground, "identity.exception_ground"
    pieces: list[Piece] = [view.missing(path)]
    if ground is not None:
        pieces = [view.say("start/ground", ground=view.choice(ground).lower())]
        if ground.value == "eu_implementation":
            pieces = [view.say("start/ground", ground=view.say("start/eu_implementation"))]
    motivation = view.or_missing(identity.exception_motivation, "identity.exception_motivation")
    paper.text(*pieces, " ", motivation)


def write_evaluation(paper: Paper, view: View) -> None:
    """Write whether and when the regulation is evaluated, and whether it lapses."""
    evaluation = view.regulation.evaluation
    if evaluation.planned is None:
        paper.text(view.missing("evaluation.planned"))
    elif not evaluation.planned:
        paper.text(view.say("evaluation/none"))
    else:
        paper.text(*_evaluation(view))
    sunset = view.regulation.sunset
    if sunset.temporary:
        day: Piece = view.day(sunset.date) if sunset.date else view.missing("sunset.date")
        before, _, after = view.say("evaluation/lapses", this=view.this, date="\0").partition("\0")
        paper.text(before, day, _article(view, sunset.article), after)


def _evaluation(view: View) -> list[Piece]:
    evaluation = view.regulation.evaluation
    if evaluation.within_years is None:
        pieces: list[Piece] = [view.say("evaluation/planned") + " "]
        pieces += [view.missing("evaluation.within_years"), " "]
    else:
        article = _article(view, evaluation.article)
        years = evaluation.within_years
        pieces = [view.say("evaluation/within", years=years, article=article) + " "]
    included = evaluation.small_firms_included
    if included is None:
        return [*pieces, view.missing("evaluation.small_firms_included")]
    return [
        *pieces,
        view.say("evaluation/small_firms" if included else "evaluation/no_small_firms"),
    ]


def _article(view: View, article: str | None) -> str:
    return f" ({view.article(article)})" if article else ""
