"""Findings and costs as tables of plain values, for those who compute further.

Comma-separated, UTF-8, a point as decimal sign, headings and codes in English whatever the
language of the texts: a script must be able to rely on them. A text that a spreadsheet would take
for a formula gets an apostrophe in front.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from io import StringIO

from checker.content import cost_words, messages
from checker.models.assessment import Assessment
from checker.models.base import Language
from checker.models.cost import InputKind, Line
from checker.models.wording import looks_like_formula

_FINDINGS = (
    "rule", "criterion", "outcome", "reason", "severity", "weight", "credit", "counted_with",
    "title", "message", "where", "advice", "explanation", "evidence", "sources",
)  # fmt: skip
_INPUTS = (
    InputKind.STARTERS, InputKind.SHARE, InputKind.TIMES, InputKind.PER_FIRM, InputKind.EVENTS,
    InputKind.MINUTES, InputKind.TARIFF, InputKind.OUTSOURCED, InputKind.EXTERNAL_HOURS,
    InputKind.EXTERNAL_RATE, InputKind.PURCHASES, InputKind.MAINTENANCE, InputKind.RESIDUAL,
    InputKind.BUSINESS_AS_USUAL,
)  # fmt: skip
_PLAIN = ("every_years", "lifetime", "events_weight")
_AMOUNTS = ("one_off", "recurring", "hours_one_off", "hours_recurring")
_ENDS = ("low", "mid", "high")
_COSTS = (
    "obligation", "article", "obligation_text", "obligation_kind", "activity", "activity_text",
    "addressee", "size_class", "timing", "effect", "counted", "familiarisation", "staff", "firms",
    *(kind.value for kind in _INPUTS), *_PLAIN,
    *(f"{amount}_{end}" for amount in _AMOUNTS for end in _ENDS),
)  # fmt: skip

_Value = str | int | bool | Decimal | None


def findings(assessment: Assessment, language: Language) -> str:
    """Return one row for each finding; lists within a cell are parted by a bar."""
    return _table(
        _FINDINGS,
        (
            (
                finding.rule,
                finding.criterion.value,
                finding.outcome.value,
                finding.reason,
                finding.severity.value,
                finding.weight,
                finding.credit,
                finding.counted_with,
                finding.title.get(language),
                finding.message.get(language),
                " | ".join(messages.place_text(place, language) for place in finding.where),
                finding.advice.get(language),
                finding.explanation,
                finding.evidence,
                " | ".join(finding.sources),
            )
            for finding in assessment.findings
        ),
    )


def costs(assessment: Assessment, language: Language) -> str:
    """Return one row for each activity in each size class: its inputs and its amounts.

    Inputs are middle values; amounts are in euro and hours, unrounded, a saving negative.
    """
    return _table(_COSTS, (_line(line, assessment, language) for line in assessment.burden.lines))


def _line(line: Line, assessment: Assessment, language: Language) -> tuple[_Value, ...]:
    duty = (assessment.regulation.obligations or ())[line.obligation]
    activity = duty.activities[line.activity]
    given = line.inputs
    twice = sum((overlap.mid for overlap in given.overlaps), Decimal(0))
    firms = sum((variable.mid for variable in given.firms), Decimal(0)) - twice
    inputs = (getattr(given, kind.value) for kind in _INPUTS)
    return (
        duty.id,
        duty.article,
        duty.description,
        duty.kind and duty.kind.value,
        line.activity + 1,
        cost_words.activity_name(activity, line.activity, language, whole=True),
        line.addressee.value,
        line.size_class and line.size_class.value,
        line.timing.value,
        line.effect.value,
        line.counted,
        line.familiarisation,
        line.staff,
        max(firms, Decimal(0)),
        *(None if variable is None else variable.mid for variable in inputs),
        *(getattr(given, name) for name in _PLAIN),
        *(getattr(getattr(line.totals, amount), end) for amount in _AMOUNTS for end in _ENDS),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[_Value]]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: _Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and looks_like_formula(text) else text


TABLES: dict[str, Callable[[Assessment, Language], str]] = {"findings": findings, "costs": costs}
"""Every table by the name of its file."""
