"""What a sample must come out as, and how its ``expected.yaml`` is written.

``python -m tests.samples.expected`` writes the files anew. Read the difference before committing
it: a rule or a sample changed, and that is either meant or a mistake.
"""

from datetime import date
from pathlib import Path
from typing import Any

from checker import yaml_source
from checker.assess import assess
from checker.models.rulebook import Rulebook
from checker.readers import dossier
from checker.rulebook import load
from checker.rulebook.locate import OWN_RULES

SAMPLES = Path(__file__).resolve().parents[2] / "sample_regulations"
TODAY = date(2026, 11, 1)


def outcome_of(path: Path, rulebook: Rulebook) -> dict[str, Any]:
    """Return verdict, scores and findings of one dossier as plain values."""
    result = assess(dossier.read(path, rulebook), rulebook, TODAY)
    return {
        "verdict": result.verdict.code,
        "criteria": {
            item.criterion.value: {"score": item.score, "low": item.low, "high": item.high}
            for item in result.criteria
        },
        "changes": [change.rule for change in result.changes],
        "findings": {
            finding.rule: f"{finding.outcome} ({finding.reason})"
            if finding.reason
            else str(finding.outcome)
            for finding in result.findings
        },
    }


def dossiers_in(folder: Path) -> list[Path]:
    """Return the dossiers of one sample: ``dossier.yaml``, or the drafts a and b."""
    return sorted(folder.glob("dossier*.yaml"))


def main() -> None:
    """Write every ``expected.yaml``."""
    rulebook = load(OWN_RULES)
    for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        expected = {path.name: outcome_of(path, rulebook) for path in dossiers_in(folder)}
        (folder / "expected.yaml").write_text(yaml_source.dump(expected), "utf-8")


if __name__ == "__main__":
    main()
