"""The docs tell the truth: commands, kinds and figures they name exist, and none is left out."""

import re
from pathlib import Path
from typing import get_args

import pytest

from checker.checks import AnyCheck
from checker.cli import main
from checker.models.facts import find_fact
from checker.models.figure import FigureId
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
RULES_README = (ROOT / "rules" / "README.md").read_text("utf-8")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize(
    "page",
    sorted([ROOT / "README.md", ROOT / "rules" / "README.md", *(ROOT / "docs").rglob("*.md")]),
    ids=lambda page: str(page.relative_to(ROOT)),
)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_names_every_command() -> None:
    for command in ("assess", "burden", "verify", "rules list", "rules check", "rules show"):
        assert f"python -m checker {command}" in README


@pytest.mark.parametrize("words", [["--help"], ["assess", "--help"], ["rules", "check", "--help"]])
def test_help_is_there(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 0
    assert "python -m checker" in capsys.readouterr().out


def test_the_rules_readme_names_every_kind_figure_and_framework(rulebook: Rulebook) -> None:
    union, *_ = get_args(AnyCheck)
    kinds = [get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(union)]
    frameworks = [framework.id for framework in rulebook.frameworks]
    assert len(kinds) >= 7
    names = [*kinds, *FigureId, *frameworks]
    assert [name for name in names if f"`{name}`" not in RULES_README] == []


def test_the_rules_readme_names_every_part_of_a_dossier() -> None:
    missing = [name for name in Regulation.model_fields if f"`{name}" not in RULES_README]
    assert missing in ([], ["schema_version"])


def test_facts_named_in_the_rules_readme_exist() -> None:
    parts = "|".join(Regulation.model_fields)
    text, _ = RULES_README.split("## Common mistakes")
    named = set(re.findall(rf"`((?:{parts})(?:\.[a-z_]+)+)`", text))
    assert len(named) > 20
    assert sorted(path for path in named if find_fact(path) is None) == []
