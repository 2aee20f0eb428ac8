"""The MKB-toets report: verdict with reasons, criteria, findings, and the panel's remarks."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from checker.content import say
from checker.content.messages import (
    caveats,
    no_rule_text,
    place_text,
    reason_text,
    share,
    verdict_reason_text,
)
from checker.models.assessment import CriterionScore
from checker.models.finding import Finding, Outcome
from checker.models.wording import cut, written
from checker.report.word import closing, costs, panel
from checker.report.word.paper import Paper
from checker.report.word.pieces import Column, Line, Piece, Strong, Table
from checker.report.word.view import View, sentence

_WRONG = (Outcome.FAIL, Outcome.PARTIAL)
_PLACES, _QUOTE = 3, 160
_ALIKE = 5
"""Rules that are open for the same reason are named together from this number on."""


def write(paper: Paper, view: View) -> None:
    """Write the whole report."""
    _verdict(paper, view)
    _criteria(paper, view)
    _changes(paper, view)
    _findings(paper, view)
    _costs(paper, view)
    paper.heading(view.say("outcome/panel"))
    panel.write_panel(paper, view)
    table = panel.remark_table(view)
    if table is not None:
        paper.text(panel.follow_up_counts(view))
        paper.table(table)
    panel.write_consultation(paper, view)
    closing.begin(paper, view)
    closing.write(paper, view, with_costs=True)


def _verdict(paper: Paper, view: View) -> None:
    assessment = view.assessment
    paper.heading(view.say("outcome/verdict"))
    paper.text(view.text(assessment.verdict.label), style="Verdict")
    paper.bullets(
        verdict_reason_text(reason, assessment, view.language)
        for reason in assessment.verdict.reasons
    )
    for caveat in caveats(assessment, view.language):
        paper.text(caveat)
    paper.note(view.text(assessment.disclaimer))
    paper.note(say(view.language, "report/account/scope"))


def _criteria(paper: Paper, view: View) -> None:
    paper.heading(view.say("outcome/criteria"))
    names = ("criterion", "score", "can_become", "known", "in_words")
    shares = (7, 3, 4, 3, 7)
    columns = [
        Column(view.say(f"column/{name}"), width, number=name in ("score", "known"))
        for name, width in zip(names, shares, strict=True)
    ]
    rows = [_criterion(view, score) for score in view.assessment.criteria]
    paper.table(Table(view.say("outcome/criteria_caption"), columns, rows))


def _criterion(view: View, score: CriterionScore) -> list[Line]:
    name = view.criterion(score.criterion)
    if score.completeness is None or score.low is None or score.high is None:
        text = no_rule_text(score.criterion, view.assessment, view.language)
        return [name, "–", "–", "–", text[:1].upper() + text[1:]]
    needed = view.rulebook.scoring.withholding.criterion_completeness.value
    shown = score.score if score.completeness >= needed else None
    grades: dict[str, str] = {
        grade.code: view.text(grade.label) for grade in view.rulebook.scoring.verdicts
    }
    words = None if shown is None else grades.get(score.grade or "")
    return [
        name,
        view.say("outcome/no_score") if shown is None else written(shown, view.language),
        _span(view, score.low, score.high),
        written(share(score.completeness), view.language),
        words or say(view.language, "report/summary/too_little"),
    ]


def _span(view: View, low: Decimal, high: Decimal) -> str:
    if low == high:
        return written(low, view.language)
    return view.say("outcome/from_to", low=low, high=high)


def _changes(paper: Paper, view: View) -> None:
    changes = view.assessment.changes
    if not changes:
        return
    paper.heading(view.say("outcome/changes"))
    paper.numbers(
        (
            Strong(f"{view.text(finding.message)} "),
            f"{view.text(finding.advice)} ",
            view.say(
                "outcome/gain",
                rule=change.rule,
                points=change.points,
                criterion=view.choice(change.criterion),
            ),
        )
        for change in changes
        for finding in (view.findings[change.rule],)
    )


# --- findings -------------------------------------------------------------------------------------


def _findings(paper: Paper, view: View) -> None:
    paper.heading(view.say("outcome/findings"))
    found = view.assessment.findings
    counts = {outcome: sum(f.outcome is outcome for f in found) for outcome in Outcome}
    parts = tuple(f"{view.choice(o).lower()}: {count}" for o, count in counts.items() if count)
    paper.text(view.say("outcome/counts", count=len(found), parts=parts))
    for score in view.assessment.criteria:
        wrong = [f for f in found if f.criterion is score.criterion and f.outcome in _WRONG]
        paper.heading(view.criterion(score.criterion), 2)
        if wrong:
            paper.table(_wrong_table(view, wrong))
        else:
            paper.text(view.say("outcome/nothing_wrong"))
    open_findings = [f for f in found if f.outcome is Outcome.NOT_ASSESSED]
    if open_findings:
        paper.heading(view.say("outcome/open"), 2)
        _open(paper, view, open_findings)
    in_order = [f for f in found if f.outcome is Outcome.PASS]
    if in_order:
        paper.heading(view.say("outcome/passed"), 2)
        names = tuple(f.rule for f in in_order if not _own_words(f))
        if names:
            paper.text(view.say("outcome/alike", count=len(names), rules=names))
    passed = [f for f in in_order if _own_words(f)]
    if passed:
        rows: list[list[Line]] = [[f.rule, view.text(f.title), _own_words(f)] for f in passed]
        paper.table(_short_table(view, "passed", "explanation", rows))


def _open(paper: Paper, view: View, findings: list[Finding]) -> None:
    """Write what is not assessed; rules that are open for the same reason in one sentence."""
    alike: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if not finding.explanation:
            alike[sentence(reason_text(finding, view.language))].append(finding.rule)
    shared = {reason: rules for reason, rules in alike.items() if len(rules) >= _ALIKE}
    for reason, rules in shared.items():
        said = view.say("outcome/alike", count=len(rules), rules=tuple(rules))
        paper.text(Strong(f"{reason} "), said)
    told = {rule for rules in shared.values() for rule in rules}
    rows: list[list[Line]] = [
        [f.rule, view.text(f.title), _open_reason(view, f)] for f in findings if f.rule not in told
    ]
    if rows:
        paper.table(_short_table(view, "open", "reason", rows))


def _wrong_table(view: View, findings: list[Finding]) -> Table:
    names = ("rule", "outcome", "finding", "advice")
    shares = (3, 3, 10, 9)
    columns = [
        Column(view.say(f"column/{name}"), width) for name, width in zip(names, shares, strict=True)
    ]
    rows = [
        [f.rule, view.choice(f.outcome), _finding(view, f), view.text(f.advice)] for f in findings
    ]
    return Table(view.say("outcome/wrong_caption"), columns, rows)


def _finding(view: View, finding: Finding) -> Line:
    said: list[Piece] = [Strong(view.text(finding.message))]
    said += [f"\n{line}" for line in _below(view, finding)]
    return tuple(said)


def _below(view: View, finding: Finding) -> Iterator[str]:
    """Yield what the adviser wrote with it, the reason, and the first places in the text."""
    if own := _own_words(finding):
        yield own
    if reason := reason_text(finding, view.language):
        yield sentence(reason)
    for place in finding.hits[:_PLACES]:
        where = place_text(place, view.language)
        yield f"{where}: “{cut(place.quote, _QUOTE)}”" if place.quote else where
    if more := max(len(finding.hits) - _PLACES, 0):
        yield say(view.language, "report/and_more", count=more)


def _own_words(finding: Finding) -> str:
    parts = [finding.explanation and sentence(finding.explanation), finding.evidence]
    return " ".join(part for part in parts if part)


def _open_reason(view: View, finding: Finding) -> Line:
    reason = sentence(reason_text(finding, view.language))
    return f"{reason}\n{sentence(finding.explanation)}" if finding.explanation else reason


def _short_table(view: View, key: str, last: str, rows: list[list[Line]]) -> Table:
    heads = [view.say(f"column/{name}") for name in ("rule", "norm", last)]
    columns = [Column(heads[0], 3), Column(heads[1], 11), Column(heads[2], 11)]
    return Table(view.say(f"outcome/{key}_caption"), columns, rows)


# --- costs ----------------------------------------------------------------------------------------


def _costs(paper: Paper, view: View) -> None:
    paper.heading(view.say("outcome/costs"))
    for line in costs.totals_of_firms(view):
        paper.text(*line if isinstance(line, tuple) else (line,))
    table = costs.class_table(view)
    if table is not None:
        paper.table(table)
    if costs.has_marks(view):
        paper.note(view.say("costs/legend", section=view.say("closing/doubts")))
