"""A verified table as JSON."""

from typing import Any

from checker.content import verify_words
from checker.models.base import Language
from checker.models.verification import (
    Calculation,
    Checked,
    CheckedRow,
    HintCode,
    Rounding,
    Status,
    Verification,
)

_LEFT_OUT = (HintCode.LEFT_OUT, HintCode.NEARLY_LEFT_OUT)


def verification(found: Verification, language: Language) -> dict[str, Any]:
    """Return ``found`` as plain data: amounts as decimal text, unrounded.

    ``rows`` has one entry for each row with a figure that follows from others in it; its own
    fields are those of its main figure, its status that of its worst.
    """
    return {
        "file": found.file,
        "rows": [
            _row(row, one.calculation, language) for one in found.calculations for row in one.rows
        ],
        "totals": [
            _figure(total, one.calculation, language)
            for one in found.calculations
            for total in one.totals
        ],
        "summary": _summary(found, language),
    }


def _summary(found: Verification, language: Language) -> dict[str, Any]:
    assumed = (verify_words.assumed_text(one.calculation, language) for one in found.calculations)
    return {
        "figures": len(found.figures),
        **{status.value: found.count(status) for status in Status},
        "text": verify_words.summary(found, language),
        "assumed": [text for text in assumed if text],
    }


def _row(row: CheckedRow, calculation: Calculation, language: Language) -> dict[str, Any]:
    main = _figure(row.main, calculation, language)
    figures = [_figure(figure, calculation, language) for figure in row.figures]
    return {**main, "status": row.status.value, "figures": figures}


def _figure(checked: Checked, calculation: Calculation, language: Language) -> dict[str, Any]:
    return {
        "row": checked.row,
        "sheet": checked.sheet,
        "sheet_row": checked.sheet_row if checked.cell else None,
        "cell": checked.cell,
        "name": checked.name,
        "column": checked.column,
        "quantity": checked.role.value,
        "published": _text(checked.published),
        "computed": _text(checked.computed),
        "difference": _text(checked.difference),
        "status": checked.status.value,
        "formula": verify_words.factors(checked, language),
        "rounding": verify_words.rounding_text(checked.roundings, language) or None,
        "rounding_steps": [_rounding(rounding) for rounding in checked.roundings],
        "left_out": [row for hint in checked.hints if hint.code in _LEFT_OUT for row in hint.rows],
        "hints": [
            {"code": hint.code.value, "rows": list(hint.rows), "amount": _text(hint.amount)}
            for hint in checked.hints
        ],
        "message": verify_words.message(checked, calculation, language),
    }


def _rounding(rounding: Rounding) -> dict[str, Any]:
    return {
        "what": rounding.subject.value,
        "how": rounding.way.value,
        "decimals": rounding.places,
    }


def _text(value: object) -> str | None:
    return None if value is None else f"{value:f}"
