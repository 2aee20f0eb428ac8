from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from checker.assess import assess
from checker.models.assessment import Assessment
from checker.models.base import Language
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.readers import dossier
from checker.report import excel

DAY = date(2026, 3, 2)

Assess = Callable[[Regulation], Assessment]


@pytest.fixture(scope="session")
def assessed(rulebook: Rulebook) -> Assess:
    return lambda regulation: assess(regulation, rulebook, DAY)


@pytest.fixture(scope="session")
def sample(samples: list[Path], rulebook: Rulebook) -> Regulation:
    """The sample with the most in it."""
    largest = max(samples, key=lambda path: path.stat().st_size)
    return dossier.read(largest, rulebook)


@pytest.fixture(scope="session")
def open_report(rulebook: Rulebook) -> Callable[..., Workbook]:
    """Builds a report and opens it: its formulas, or with ``values=True`` their stored results."""

    def build_and_open(
        assessment: Assessment, language: Language = "nl", *, values: bool = False
    ) -> Workbook:
        file = BytesIO(excel.build(assessment, rulebook, language))
        return openpyxl.load_workbook(file, data_only=values)

    return build_and_open
