"""The file with the calculation alone: everything to check the sums by, and nothing else."""

from io import BytesIO

import openpyxl
import pytest

from checker.content import say
from checker.models.regulation import Panel, Participant, Remark
from checker.report import excel
from checker.report.excel.contents import CALCULATION_SHEETS

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
LANGUAGES = ("nl", "en")


@pytest.fixture(scope="module")
def told(sample):
    """The sample with a panel whose words and names may not leave the house."""
    people = (Participant(name="Mevrouw Geheim", sector="Sectorgeheim"),)
    remarks = (Remark(text="Panelgeheim", response="Antwoordgeheim"),)
    panel = Panel(held=True, participants=people, remarks=remarks)
    return sample.model_copy(update={"panel": panel})


def _open(assessment, rulebook, language, *, values=True):
    content = excel.build_calculation(assessment, rulebook, language)
    return content, openpyxl.load_workbook(BytesIO(content), data_only=values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_the_calculation_and_no_more(assessed, told, rulebook, language):
    assessment = assessed(told)
    _, workbook = _open(assessment, rulebook, language)
    assert workbook.sheetnames == [say(language, f"report/sheet/{k}") for k in CALCULATION_SHEETS]
    texts = [str(c.value) for s in workbook for row in s.iter_rows() for c in row if c.value]
    everything = "\n".join(texts).lower()
    for secret in ("geheim", assessment.verdict.label.get(language).lower(), "panel:"):
        assert secret not in everything
    assert not any(rule.id in text for text in texts for rule in rulebook.rules)
    assert workbook.properties.subject == say(language, "report/calculation_subject")


def test_its_figures_are_those_of_the_report(assessed, sample, rulebook, open_report):
    assessment = assessed(sample)
    _, own = _open(assessment, rulebook, "nl")
    report = open_report(assessment, values=True)
    for key in ("burden", "calculation", "parameters"):
        name = say("nl", f"report/sheet/{key}")
        pairs = zip(own[name].iter_rows(), report[name].iter_rows(), strict=True)
        for row, other in pairs:
            for cell, twin in zip(row, other, strict=True):
                assert cell.value == twin.value or isinstance(cell.value, str)


def test_its_sources_are_those_of_the_parameters_used(assessed, sample, rulebook):
    _, workbook = _open(assessed(sample), rulebook, "nl")
    rows = list(workbook[say("nl", "report/sheet/sources")].iter_rows(values_only=True))[1:]
    assert rows
    names = {name for row in rows for name in row[-1].split(", ")}
    assert names <= set(workbook.defined_names)


def test_the_same_assessment_gives_the_same_bytes(assessed, sample, rulebook):
    first, second = (excel.build_calculation(assessed(sample), rulebook, "nl") for _ in range(2))
    assert first == second
