"""The sheets of the report, in the order of their tabs."""

from checker.models.regulation import Regulation

_SHEETS = ("summary", "scorecard", "findings", "burden", "inputs", "calculation",
           "parameters", "sensitivity", "personas", "transposition", "panel", "frameworks",
           "statute_book", "sources", "account", "dossier")  # fmt: skip
CALCULATION_SHEETS = ("cover", "burden", "inputs", "calculation", "parameters", "sources")
"""Sheets of the file with the calculation alone."""
_OF_TEXT = frozenset({"statute_book"})
"""Sheets that say something only where a text was read."""


def sheets_for(regulation: Regulation) -> tuple[str, ...]:
    """Return the sheets of its report: keys below ``report/sheet`` and ``report/about``."""
    has_text = regulation.text.body is not None
    return tuple(name for name in _SHEETS if has_text or name not in _OF_TEXT)
