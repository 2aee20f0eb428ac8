"""What all tests share: our own rulebook and samples, loaded once; Hypothesis profiles."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from checker.models.rulebook import Rulebook
from checker.rulebook import load
from checker.rulebook.locate import OWN_RULES

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("default", deadline=None)


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The rules that come with the program."""
    return load(OWN_RULES)


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """Every sample dossier."""
    return sorted((ROOT / "sample_regulations").glob("*/dossier*.yaml"))
