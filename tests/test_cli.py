"""The command line: what scripts rely on."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from checker import cli
from checker.cli import main
from checker.rulebook.locate import OWN_RULES

ROOT = Path(__file__).resolve().parents[1]
GOOD = "schema_version: 1\nidentity: {title: Proef, phase: draft}\n"

Run = tuple[int, str, str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> Run:
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.yaml"
    path.write_text(GOOD, "utf-8")
    return path


def test_assess_as_text_in_both_languages(run: Any, good: Path) -> None:
    code, out, err = run("assess", good)
    assert (code, err) == (0, "")
    assert "Oordeel: Nog geen oordeel: te weinig bekend" in out
    assert "Uitkomst van dit hulpmiddel" in out
    code, out, _ = run("assess", good, "--lang", "en")
    assert "Verdict: No verdict yet: too little known" in out


def test_assess_as_json_has_the_promised_keys(run: Any, good: Path) -> None:
    code, out, err = run("assess", good, "--json", "--lang=en")
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert document.keys() >= {
        "receipt", "regulation", "verdict", "completeness", "criteria", "findings", "burden",
    }  # fmt: skip
    assert document["verdict"].keys() >= {"code", "label", "reasons"}
    assert document["criteria"].keys() == {
        "clarity", "enforceability", "eu_alignment", "small_firm_burden",
    }  # fmt: skip
    for criterion in document["criteria"].values():
        assert criterion.keys() >= {"score", "low", "high", "completeness", "grade"}
    for finding in document["findings"]:
        assert finding.keys() >= {
            "rule", "criterion", "outcome", "reason", "severity", "weight", "credit", "message",
            "advice", "where", "sources",
        }  # fmt: skip
    assert document["receipt"]["ruleset_hash"]


SAMPLE = ROOT / "sample_regulations" / "11-vertrouwenspersoon" / "dossier-a.yaml"


def test_burden_has_the_promised_keys(run: Any) -> None:
    code, out, _ = run("burden", SAMPLE, "--json")
    costs = json.loads(out)
    assert code == 0
    promised = {"one_off", "recurring", "hours", "by_size_class", "ratio", "by_obligation",
                "missing", "unverified"}  # fmt: skip
    assert promised <= costs.keys()
    assert costs["one_off"].keys() == {"low", "mid", "high"}
    assert Decimal(costs["one_off"]["mid"]) > 0
    keys = {"size_class", "firms", "persons", "one_off", "recurring", "hours", "per_firm",
            "per_person"}  # fmt: skip
    assert all(keys <= item.keys() for item in costs["by_size_class"])
    assert costs["uncertainty"].keys() >= {
        "one_off",
        "recurring",
        "draws",
        "seed",
        "ranked",
        "fifth",
    }
    assert costs["uncertainty"]["recurring"].keys() == {"p5", "p50", "p95"}
    keys = {"id", "title", "persons", "complete", "certain", "possible", "first_year",
            "first_year_hours", "per_person", "share_of_turnover", "tasks"}  # fmt: skip
    assert len(costs["personas"]) == 6
    assert all(keys <= firm.keys() for firm in costs["personas"])
    _, assessed, _ = run("assess", SAMPLE, "--json")
    assert json.loads(assessed)["burden"] == costs


def test_burden_as_text_in_both_languages(run: Any) -> None:
    for language, word in (("nl", "Structureel"), ("en", "Recurring")):
        code, out, _ = run("burden", SAMPLE, "--lang", language)
        assert code == 0
        assert word in out


def test_a_staff_category_that_does_not_exist_is_named_with_those_that_do(
    run: Any, tmp_path: Path
) -> None:
    text = (
        "schema_version: 1\nobligations:\n  - id: a\n    activities:\n"
        "      - {minutes: 5, staff: tovenaar}\n"
    )
    (tmp_path / "d.yaml").write_text(text, "utf-8")
    code, out, error = run("burden", tmp_path / "d.yaml")
    assert (code, out) == (2, "")
    assert "d.yaml:5:" in error
    assert "tovenaar" in error
    assert "administratief" in error


def test_the_same_input_gives_the_same_result(run: Any, good: Path) -> None:
    assert run("assess", good, "--json") == run("assess", good, "--json")


def test_assess_writes_the_report(run: Any, good: Path, tmp_path: Path) -> None:
    report = tmp_path / "rapport.xlsx"
    code, out, _ = run("assess", good, "--excel", report)
    assert code == 0
    assert str(report) in out
    assert report.read_bytes()[:2] == b"PK"
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


def test_the_report_gets_the_rights_of_its_user_and_keeps_those_it_has(
    run: Any, good: Path, tmp_path: Path
) -> None:
    report, link = tmp_path / "rapport.xlsx", tmp_path / "link.xlsx"
    before = os.umask(0o077)
    try:
        run("assess", good, "--excel", report)
    finally:
        os.umask(before)
    assert report.stat().st_mode & 0o777 == 0o600
    report.chmod(0o640)
    link.symlink_to(report)
    assert run("assess", good, "--excel", link)[0] == 0
    assert link.is_symlink()
    assert report.stat().st_mode & 0o777 == 0o640


def test_options_may_stand_before_the_command(run: Any, good: Path) -> None:
    after = run("assess", good, "--lang", "en", "--json")
    assert run("--lang", "en", "--json", "assess", good) == after
    assert run("--rules", OWN_RULES, "rules", "list")[0] == 0


def test_mistakes_are_told_up_to_a_number(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "veel.yaml"
    path.write_text(GOOD + "".join(f"x{n}: 1\n" for n in range(500)), "utf-8")
    code, _, err = run("assess", path)
    assert code == 2
    assert len(err.splitlines()) == cli.MOST_PROBLEMS + 1
    assert "400" in err.splitlines()[-1]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_reader_that_goes_away_changes_no_outcome(stream: str, good: Path) -> None:
    words = ["assess", str(good)] if stream == "stdout" else ["assess", "nergens.yaml"]
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", *words],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    getattr(process, stream).close()
    other = process.stderr if stream == "stdout" else process.stdout
    said = other.read()
    assert process.wait() == (0 if stream == "stdout" else 2)
    assert said == b""


def test_from_another_folder_with_rules_from_the_environment(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MKB_TOETS_RULES", str(OWN_RULES))
    assert run("assess", good.name)[0] == 0
    monkeypatch.setenv("MKB_TOETS_RULES", str(tmp_path / "nergens"))
    assert run("assess", good.name)[0] == 2


def test_json_dossiers_are_read_too(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text('{"schema_version": 1, "identity": {"title": "Proef"}}', "utf-8")
    assert run("assess", path)[0] == 0


@pytest.mark.parametrize(
    "text",
    ["", "\n# niets\n", "identity: {}", GOOD + "x: 1", GOOD + "a: [", GOOD + "panel: {date: 1-1}",
     GOOD + "answers: {HAN-99: ja}", GOOD + "consultation: {weeks: -1}", "[" * 10_000],
)  # fmt: skip
def test_bad_input_gives_2_and_changes_nothing(run: Any, tmp_path: Path, text: str) -> None:
    path, report = tmp_path / "dossier.yaml", tmp_path / "rapport.xlsx"
    path.write_text(text, "utf-8")
    report.write_bytes(b"oud rapport")
    for options in ((), ("--json",), ("--lang", "en")):
        code, out, err = run("assess", path, "--excel", report, *options)
        assert (code, out) == (2, "")
        assert len(err.strip().splitlines()) == 1
        assert str(path) in err
        assert "Traceback" not in err
    assert path.read_text("utf-8") == text
    assert report.read_bytes() == b"oud rapport"


@pytest.mark.parametrize(
    "words",
    [[], ["beoordeel"], ["assess"], ["assess", "x", "--fout"], ["rules"], ["rules", "show"],
     ["rules", "show", "HAN-99"], ["assess", "nergens.yaml"], ["assess", "x", "--lang", "de"],
     ["rules", "list", "--rules", "nergens"]],
)  # fmt: skip
def test_a_wrong_command_gives_one_clear_line(run: Any, words: list[str]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_the_report_must_be_xlsx_and_its_folder_must_exist(run: Any, good: Path) -> None:
    assert run("assess", good, "--excel", good)[0] == 2
    assert good.read_text("utf-8") == GOOD
    code, _, err = run("assess", good, "--excel", good.parent / "nergens" / "r.xlsx")
    assert code == 2
    assert "nergens" in err


def test_rules_list(run: Any) -> None:
    code, out, _ = run("rules", "list", "--json")
    rows = json.loads(out)
    assert code == 0
    assert rows[0].keys() == {"id", "criterion", "status", "kind", "title", "verified"}
    assert len(run("rules", "list", "--lang", "en")[1].splitlines()) == len(rows)


def test_rules_show(run: Any) -> None:
    code, out, _ = run("rules", "show", "han-03")
    assert code == 0
    assert out.startswith("HAN-03  ")
    assert len(out.splitlines()) > 10
    document = json.loads(run("rules", "show", "HAN-03", "--json")[1])
    assert document["rule"]["check"]["kind"] == "per_obligation"


def test_rules_check(run: Any, tmp_path: Path) -> None:
    assert run("rules", "check")[0] == 0
    assert json.loads(run("rules", "check", OWN_RULES, "--json")[1]) == {"ok": True, "errors": []}
    code, out, err = run("rules", "check", tmp_path / "leeg")
    assert (code, out) == (2, "")
    assert "leeg" in err
    code, out, err = run("rules", "check", tmp_path, "--json")
    document = json.loads(out)
    assert (code, err, document["ok"]) == (2, "", False)
    assert document["errors"][0].keys() == {"file", "line", "column", "message"}


def test_our_own_fault_is_1_and_shows_no_traceback(
    run: Any, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr(cli, "assess", fail)
    code, out, err = run("assess", good)
    assert (code, out) == (1, "")
    assert "RuntimeError" in err
    assert "Traceback" not in err


def test_as_a_user_starts_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "checker", "rules", "list"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert "HAN-03" in done.stdout.decode("utf-8")
