"""What is generated is up to date, and the schemas accept what the program accepts."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker import yaml_source
from checker.rulebook.load import FOLDERS
from checker.rulebook.locate import OWN_RULES
from docs import generate


@pytest.mark.parametrize("path", generate.generated(), ids=lambda path: path.name)
def test_it_is_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == generate.generated()[path], "run make rules"


def data_of(path: Path) -> Any:
    return json.loads(json.dumps(yaml_source.read(path).data, default=_number))


def _number(value: object) -> float:
    assert isinstance(value, Decimal)
    return float(value)


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((generate.DOCS / "schema" / f"{name}.schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema)


def test_the_schemas_accept_our_own_rules_and_samples(samples: list[Path]) -> None:
    rules = [file for folder in FOLDERS for file in (OWN_RULES / folder).glob("*.yaml")]
    for name, files in (("rule", rules), ("dossier", samples)):
        check = validator(name)
        assert files
        for file in files:
            errors = [f"{e.json_path}: {e.message[:200]}" for e in check.iter_errors(data_of(file))]
            assert errors == [], file


@pytest.mark.parametrize(
    "dossier",
    [{"identiy": {}}, {"identity": {"phase": "x"}}, {"obligations": [{"article": 1}]},
     {"consultation": {"weeks": "twee"}}],
)  # fmt: skip
def test_the_schema_refuses_what_the_program_refuses(dossier: dict[str, Any]) -> None:
    assert list(validator("dossier").iter_errors(dossier))
