"""Per criterion the rules with their outcome, weight and what was earned."""

from checker.content.messages import reason_text, share
from checker.models.assessment import CriterionScore
from checker.models.finding import Finding
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_WIDTHS = (10, 51, 16, 15, 9, 14, 32)
_HEADINGS = ("rule", "title", "outcome", "severity", "weight", "credit", "note")


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("scorecard", _WIDTHS, landscape=True)
    put_headings(sheet, 0, _HEADINGS)
    sheet.freeze(1, 1)
    row = 1
    for score in view.assessment.criteria:
        text = _band(score, view)
        sheet.set_height(row, sheet.put_across(row, 0, sheet.last_column, text, "band"))
        row += 1
        for finding in view.assessment.findings:
            if finding.criterion is score.criterion:
                _put_rule(sheet, row, finding, view)
                row += 1


def _band(score: CriterionScore, view: View) -> str:
    name = view.criterion(score.criterion)
    if score.completeness is None:
        return view.say("scorecard/band_not_applicable", criterion=name)
    shown = view.shown_score(score)
    return view.say(
        "scorecard/band" if shown is not None else "scorecard/band_without_score",
        criterion=name,
        score=shown,
        low=score.low,
        high=score.high,
        completeness=share(score.completeness),
        cap=view.cap(score),
    )


def _note(finding: Finding, view: View) -> str:
    """Why there is no outcome, with which rule it counts, and what was switched off."""
    told = [reason_text(finding, view.language)]
    if finding.set_aside:
        told.append(view.say("scorecard/switched_off", count=len(finding.set_aside)))
    return "\n".join(text for text in told if text)


def _put_rule(sheet: Sheet, row: int, finding: Finding, view: View) -> None:
    cells: tuple[tuple[Cell, str], ...] = (
        (finding.rule, "strong"),
        (view.text(finding.title), "text"),
        (view.choice(finding.outcome), view.outcome_style(finding)),
        (view.choice(finding.severity), "text"),
        (finding.weight, "integer"),
        (finding.credit, "decimal"),
        (_note(finding, view), "text"),
    )
    sheet.put_row(row, [value for value, _ in cells], [style for _, style in cells])
