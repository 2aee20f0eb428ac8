"""The house style: every cell of a workbook has one of these named styles.

Colour only repeats what a word in or beside the cell says.
"""

from typing import Any

from checker.models.base import Language
from checker.models.finding import Outcome
from checker.models.verification import Status

DATE_FORMATS: dict[Language, str] = {
    "nl": "[$-413]d mmmm yyyy",
    "en": "[$-809]d mmmm yyyy",
}
"""Days with the month in the words of the report's language, whoever opens it."""

TYPED_DATE_FORMATS: dict[Language, str] = {"nl": "d-m-yyyy", "en": "d mmm yyyy"}
"""Days that somebody is to type."""

_INK = "#1F2933"
_BRAND = "#1F3864"
_LINE = "#D0D5DD"
_FONT = {"font_name": "Calibri", "font_size": 10, "font_color": _INK, "valign": "top"}
_FRAMED = _FONT | {"border": 1, "border_color": _LINE}
_TEXT = _FRAMED | {"text_wrap": True, "align": "left", "indent": 1}
_NUMBER = _FRAMED | {"align": "right", "indent": 1}
_TOTAL = _NUMBER | {"bold": True, "bg_color": "#F2F4F7"}
_INPUT = _NUMBER | {"bg_color": "#FFF9E0", "font_color": "#1F4E9E"}
_FORM = _TEXT | {"bg_color": "#FFF9E0", "font_color": "#1F4E9E"}
_EURO = '"€" #,##0;-"€" #,##0'
_EURO_CENT = '"€" #,##0.00;-"€" #,##0.00'
_HOURS = "#,##0.0"
_HEADER = _TEXT | {"bold": True, "font_color": "#FFFFFF", "bg_color": _BRAND, "valign": "vcenter"}
_BANNER = _FONT | {"text_wrap": True, "align": "left", "bold": True, "valign": "vcenter"}
_VERDICT = _BANNER | {"font_size": 16, "indent": 1}

BAR_COLOUR = "#9DC3E6"
CHART_COLOURS = ("#9DC3E6", "#1F3864")
"""Light and dark, so that they differ also without colour."""
TITLE_COLOUR = _BRAND
EURO_LABEL = _EURO
EURO_CENT_LABEL = _EURO_CENT

AS_IT_IS = "number"
"""The style of a number that shows the decimals it has."""

OUTCOME_STYLES = {
    Outcome.PASS: "outcome_pass",
    Outcome.PARTIAL: "outcome_partial",
    Outcome.FAIL: "outcome_fail",
    Outcome.NOT_APPLICABLE: "outcome_not_applicable",
    Outcome.NOT_ASSESSED: "outcome_not_assessed",
}
GRADE_STYLES = ("grade_1", "grade_2", "grade_3", "grade_4")
"""From the best step of the verdict to the worst."""
WITHHELD_STYLE = "grade_none"

_STATUS_COLOURS: dict[Status, dict[str, Any]] = {
    Status.FOLLOWS: {"bg_color": "#E2EFDA", "font_color": "#1E5128"},
    Status.FOLLOWS_ROUNDED: {"bg_color": "#DCE6F2", "font_color": "#1F3864"},
    Status.DOES_NOT_FOLLOW: {"bg_color": "#F8D7DA", "font_color": "#7A1420", "bold": True},
    Status.CONTRADICTS_HOURS: {"bg_color": "#FCE4D6", "font_color": "#7A3803", "bold": True},
    Status.UNREADABLE: {"bg_color": "#FFFFFF", "font_color": "#3B4A6B", "italic": True},
}

STYLES: dict[str, dict[str, Any]] = {
    "title": _BANNER | {"font_size": 18, "font_color": _BRAND},
    "section": _BANNER
    | {"font_size": 12, "font_color": _BRAND, "bottom": 1, "bottom_color": _BRAND},
    "note": _FONT | {"text_wrap": True, "align": "left", "italic": True, "font_color": "#475467"},
    "plain": _FONT | {"text_wrap": True, "align": "left"},
    "header": _HEADER,
    "header_number": _HEADER | {"align": "right"},
    "label": _TEXT | {"bold": True, "bg_color": "#F2F4F7"},
    "band": _TEXT | {"bold": True, "bg_color": "#DCE6F2", "font_size": 11},
    "text": _TEXT,
    "strong": _TEXT | {"bold": True},
    "code": _TEXT | {"font_name": "Consolas", "font_size": 9},
    "link": _TEXT | {"font_color": "#0B5394", "underline": 1},
    "integer": _NUMBER | {"num_format": "#,##0"},
    "count": _NUMBER | {"num_format": "#,##0", "align": "left"},
    "integer_strong": _TOTAL | {"num_format": "#,##0"},
    "decimal": _NUMBER | {"num_format": "0.0"},
    "number": _NUMBER,
    "euro": _NUMBER | {"num_format": _EURO},
    "euro_strong": _TOTAL | {"num_format": _EURO},
    "euro_cent": _NUMBER | {"num_format": _EURO_CENT},
    "euro_cent_strong": _TOTAL | {"num_format": _EURO_CENT},
    "hours": _NUMBER | {"num_format": _HOURS},
    "hours_strong": _TOTAL | {"num_format": _HOURS},
    "factor": _NUMBER | {"num_format": "0.000000"},
    "ratio": _NUMBER | {"num_format": "#,##0.0"},
    "general": _NUMBER | {"num_format": "General"},
    "input": _INPUT,
    "input_euro": _INPUT | {"num_format": _EURO_CENT},
    "form_text": _FORM | {"num_format": "@"},
    "form_number": _FORM | {"num_format": "General", "align": "right"},
    "form_share": _FORM | {"num_format": "0.0%", "align": "right"},
    "form_day": _FORM,
    "part_title": {key: value for key, value in _BANNER.items() if key != "text_wrap"}
    | {"font_size": 12, "font_color": _BRAND, "bottom": 1, "bottom_color": _BRAND},
    "about": _FONT | {"italic": True, "font_color": "#475467"},
    "hint": _TEXT
    | {"italic": True, "font_size": 9, "font_color": "#475467", "bg_color": "#F2F4F7"},
    "part": _FRAMED
    | {"font_name": "Consolas", "font_size": 9, "num_format": "@", "text_wrap": True},
    "share": _NUMBER | {"num_format": "0.0%"},
    "day": _FRAMED | {"align": "left", "indent": 1},
    "outcome_pass": _TEXT | {"bg_color": "#E2EFDA", "font_color": "#1E5128"},
    "outcome_partial": _TEXT | {"bg_color": "#FFF2CC", "font_color": "#614700"},
    "outcome_fail": _TEXT | {"bg_color": "#F8D7DA", "font_color": "#7A1420", "bold": True},
    "outcome_not_applicable": _TEXT | {"bg_color": "#EEEEEE", "font_color": "#4A4A4A"},
    "outcome_not_assessed": _TEXT
    | {"bg_color": "#FFFFFF", "font_color": "#3B4A6B", "italic": True},
    "grade_1": _VERDICT | {"bg_color": "#E2EFDA", "font_color": "#1E5128"},
    "grade_2": _VERDICT | {"bg_color": "#FFF2CC", "font_color": "#614700"},
    "grade_3": _VERDICT | {"bg_color": "#FCE4D6", "font_color": "#7A3803"},
    "grade_4": _VERDICT | {"bg_color": "#F8D7DA", "font_color": "#7A1420"},
    "grade_none": _VERDICT | {"bg_color": "#E7EAF0", "font_color": _INK},
    "given": _FONT,
    **{f"status_{status}": _TEXT | colours for status, colours in _STATUS_COLOURS.items()},
    **{f"figure_{status}": _NUMBER | colours for status, colours in _STATUS_COLOURS.items()},
}


def grade_style(step: int | None, steps: int) -> str:
    """Return the style of step ``step`` (0 is best) of a verdict of ``steps`` steps."""
    if step is None:
        return WITHHELD_STYLE
    last = len(GRADE_STYLES) - 1
    return GRADE_STYLES[round(step * last / max(steps - 1, 1))]
