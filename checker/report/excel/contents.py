"""The sheets of the report, in the order of their tabs."""

SHEETS = ("summary", "scorecard", "findings", "burden", "calculation", "frameworks", "sources",
          "account")  # fmt: skip
"""Keys below ``report/sheet`` and ``report/about``."""
