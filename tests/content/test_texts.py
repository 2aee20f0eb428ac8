"""Dutch and English say the same things, with the same places to fill in."""

import re
from pathlib import Path

from checker.content import texts
from checker.models.assessment import CapKind, VerdictReasonCode
from checker.models.finding import Reason
from checker.models.wording import placeholders

CHECKER = Path(__file__).resolve().parents[2] / "checker"
KEY = re.compile(r'"((?:cli|problems|results|ui|report)/[a-z_/0-9]+)"')


def test_both_languages_have_every_text() -> None:
    assert texts("nl").keys() == texts("en").keys()


def test_both_languages_fill_in_the_same() -> None:
    english = texts("en")
    differing = [k for k, t in texts("nl").items() if placeholders(t) != placeholders(english[k])]
    assert differing == []


def test_every_key_in_the_code_has_a_text() -> None:
    used = {k for file in CHECKER.rglob("*.py") for k in KEY.findall(file.read_text("utf-8"))}
    known = texts("nl")
    assert len(used) > 20
    assert sorted(key for key in used if key not in known) == []


def test_every_code_has_a_text() -> None:
    known = texts("nl")
    for prefix, codes in (("reason", Reason), ("verdict_reason", VerdictReasonCode),
                          ("cap", CapKind)):  # fmt: skip
        assert [code for code in codes if f"results/{prefix}/{code}" not in known] == []


def test_every_problem_code_in_the_code_has_a_text() -> None:
    pattern = re.compile(
        r'(?:_refusal|_report|\.problem|Problem|PydanticCustomError)\((?:[^()"]|\([^()]*\))*?"([a-z_0-9]+)"'
    )
    from_maps = re.compile(r'": "([a-z_]+)",')
    problem_file = (CHECKER / "models/problem.py").read_text("utf-8")
    codes = set(from_maps.findall(problem_file))
    for file in CHECKER.rglob("*.py"):
        codes |= set(pattern.findall(file.read_text("utf-8")))
    codes &= {code for code in codes if "_" in code or code in ("empty",)}
    missing = sorted(code for code in codes if f"problems/{code}" not in texts("nl"))
    assert missing == []
