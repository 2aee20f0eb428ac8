"""Every sample comes out exactly as its ``expected.yaml`` says, and together they show it all."""

from pathlib import Path

import pytest

from checker import yaml_source
from checker.models.assessment import WITHHELD
from checker.models.rulebook import Rulebook
from checker.readers import dossier
from tests.samples.expected import SAMPLES, dossiers_in, outcome_of

FOLDERS = sorted(path for path in SAMPLES.iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_sample_comes_out_as_expected(folder: Path, rulebook: Rulebook) -> None:
    expected = yaml_source.read(folder / "expected.yaml").data
    found = {path.name: outcome_of(path, rulebook) for path in dossiers_in(folder)}
    assert found == expected


def test_twelve_samples_of_which_five_pairs() -> None:
    drafts = [tuple(path.name for path in dossiers_in(folder)) for folder in FOLDERS]
    assert len(drafts) == 12
    assert drafts.count(("dossier-a.yaml", "dossier-b.yaml")) == 5
    assert drafts.count(("dossier.yaml",)) == 7


def test_together_they_show_every_verdict(samples: list[Path], rulebook: Rulebook) -> None:
    shown = {outcome_of(path, rulebook)["verdict"] for path in samples}
    assert shown == {WITHHELD, *(grade.code for grade in rulebook.scoring.verdicts)}


def test_samples_are_real(samples: list[Path], rulebook: Rulebook) -> None:
    """All but the one of which too little is known have duties with activities and figures."""
    for path in samples:
        regulation = dossier.read(path, rulebook)
        if "10-" in path.parent.name:
            continue
        activities = [a for duty in regulation.obligations for a in duty.activities]
        assert len(regulation.obligations) >= 2, path
        assert any(a.minutes is not None for a in activities), path
        assert regulation.panel.held is not None, path
