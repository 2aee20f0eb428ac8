"""The same findings by the questions of the official frameworks."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.models.assessment import FrameworkAnswer, FrameworkView
from checker.models.finding import Finding
from checker.report.excel.book import Book
from checker.report.excel.table import Column, write_table
from checker.report.excel.view import View

_FROZEN = 2  # framework and part stay in view


@dataclass(frozen=True)
class _Row:
    """A question with one finding that answers it; None where no rule does."""

    framework: FrameworkView
    answer: FrameworkAnswer
    finding: Finding | None


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    write_table(book, "frameworks", _columns(view), tuple(_rows(view)), _FROZEN)


def _rows(view: View) -> Iterator[_Row]:
    for framework in view.assessment.frameworks:
        for answer in framework.answers:
            if not answer.rules:
                yield _Row(framework, answer, None)
            for rule in answer.rules:
                yield _Row(framework, answer, view.findings[rule])


def _columns(view: View) -> tuple[Column[_Row], ...]:
    no_rule = view.say("frameworks/no_rule")
    return (
        Column("framework", 22, lambda r: view.text(r.framework.title), "strong"),
        Column("item", 26, lambda r: view.text(r.answer.title)),
        Column("question", 46, lambda r: view.text(r.answer.question)),
        Column("rule", 9, lambda r: r.finding.rule if r.finding else None, "strong"),
        Column("outcome", 16, lambda r: _outcome(r, view), lambda r: _style(r, view)),
        Column("message", 46, lambda r: view.text(r.finding.message) if r.finding else no_rule),
    )


def _outcome(row: _Row, view: View) -> str | None:
    return view.choice(row.finding.outcome) if row.finding else None


def _style(row: _Row, view: View) -> str:
    return view.outcome_style(row.finding) if row.finding else "text"
