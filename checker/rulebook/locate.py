"""Where the rules are: given, named by the environment, or those that come with the program."""

import os
from pathlib import Path

ENVIRONMENT_VARIABLE = "MKB_TOETS_RULES"
OWN_RULES = Path(__file__).resolve().parents[2] / "rules"


def rules_folder(given: Path | None = None) -> Path:
    """Return the rules folder: ``given``, else that of ``MKB_TOETS_RULES``, else our own."""
    if given is not None:
        return given
    named = os.environ.get(ENVIRONMENT_VARIABLE, "").strip()
    return Path(named) if named else OWN_RULES
