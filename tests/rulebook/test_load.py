"""A rules folder: every mistake of every file at once, each with its place."""

import shutil
from pathlib import Path

import pytest

from checker.assess import judge
from checker.content.messages import problem_text
from checker.models.base import LANGUAGES
from checker.models.problem import BadInputError
from checker.rulebook import load, rules_folder
from checker.rulebook.locate import ENVIRONMENT_VARIABLE, OWN_RULES

RULE = """\
id: DUI-90
criterion: clarity
title: {nl: De regel is goed, en: The rule is good}
status: stable
weight: 3
severity: major
due_from: draft
section: purpose
check:
  kind: question
  question: {nl: "Goed?", en: "Good?"}
  answers: {ja: 1, nee: 0}
message: {nl: Niet goed., en: Not good.}
why: {nl: Daarom., en: Because.}
advice: {nl: Doe iets., en: Do something.}
known_limits: {nl: Geen., en: None.}
sources: [own-rule]
frameworks: [atr.werkbaarheid]
examples:
  - {name: goed, given: {answers: {DUI-90: ja}}, expect: pass}
  - {name: fout, given: {answers: {DUI-90: nee}}, expect: fail}
  - {name: open, given: {}, expect: not_assessed}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rules folder with one good rule."""
    for name in ("sources.yaml", "scoring.yaml"):
        shutil.copy(OWN_RULES / name, tmp_path / name)
    for name in ("frameworks", "parameters"):
        shutil.copytree(OWN_RULES / name, tmp_path / name)
    (tmp_path / "duidelijkheid").mkdir()
    (tmp_path / "duidelijkheid" / "DUI-90-goed.yaml").write_text(RULE, "utf-8")
    return tmp_path


def write(folder: Path, number: int, old: str, new: str) -> None:
    """Add a rule that differs from the good one in ``old`` -> ``new``."""
    assert old in RULE
    text = RULE.replace(old, new).replace("DUI-90", f"DUI-{number}")
    text = text.replace("De regel is goed", f"Regel {number}").replace(
        "The rule is good", f"Rule {number}"
    )
    (folder / "duidelijkheid" / f"DUI-{number}.yaml").write_text(text, "utf-8")


def problems(folder: Path) -> list[tuple[str, str, int | None]]:
    with pytest.raises(BadInputError) as caught:
        load(folder, judge)
    for problem in caught.value.problems:
        for language in LANGUAGES:
            assert problem_text(problem, language)
    return [(Path(p.file or "").stem, p.code, p.line) for p in caught.value.problems]


def test_a_rule_added_by_hand_is_a_rule(folder: Path) -> None:
    assert [rule.id for rule in load(folder, judge).rules] == ["DUI-90"]


MISTAKES = [
    ("weight: 3", "weigth: 3", {("unknown_key", 5), ("missing_key", 1)}),
    ("weight: 3", "weight: 3\nweight: 5", {("duplicate_key", 6)}),
    ("weight: 3", "weight: 4", {("not_allowed", 5)}),
    ("status: stable", "status: yes", {("not_allowed", 4)}),
    (", en: The rule is good", "", {("missing_key", 3)}),
    ("en: Because.", 'en: ""', {("empty", 14)}),
    ("ja: 1,", "ja: 0.7,", {("bad_credit", 12)}),
    ("nee: 0", "soms: 0", {("answer_label", 12)}),
    ("[own-rule]", "[own-rul]", {("unknown_source", 17)}),
    ("atr.werkbaarheid", "atr.werkbaar", {("unknown_framework", 18)}),
    ("nl: Niet goed.", 'nl: "Niet {goed}."', {("unknown_placeholder", 13)}),
    ("nl: Niet goed.", 'nl: "Niet {goed."', {("open_brace", 13)}),
    ("nl: Niet goed.", 'nl: "Niet {count:d}."', {("open_brace", 13)}),
    ("ja: 1,", "ja: 1, weet_niet: 0,", {("answer_always_there", 12)}),
    ("section: purpose", "section: purpose\napplies_to: {when: [{fact: eu, known: true}]}",
     {("wrong_fact", 9)}),
    ("section: purpose", "section: purpose\napplies_to: {when: [{answer: HAN-03, is: [ja]}]}",
     {("unknown_question", 9)}),
    ("  - {name: open, given: {}, expect: not_assessed}\n", "", {("example_missing", 19)}),
    ("kind: question", "kind: vraag", {("not_allowed", 10)}),
    ("DUI-90: nee}}, expect: fail", "DUI-90: nee}}, expect: partial",
     {("example_missing", 19)}),
    ("given: {}", "given: {identity: {titel: x}}", {("unknown_key", 22)}),
    ("criterion: clarity", "criterion: enforceability", {("wrong_folder", 2)}),
    ("severity: major", "severity: major\nincurable: true", {("not_blocking", 6)}),
    ("severity: major", "severity: major\noverlaps: DUI-99", {("overlap", 7)}),
    ("severity: major", "severity: major\noverlaps: DUI-91", {("overlap", 7)}),
    ("section: purpose", "section: purpose\napplies_to: {when: [{fact: eu.orgin, is: [mixed]}]}",
     {("unknown_fact", 9)}),
    ("section: purpose", "section: purpose\napplies_to: {when: [{fact: eu.origin, is: [mxied]}]}",
     {("not_allowed", 9)}),
    ("section: purpose", "section: purpose\napplies_to: {when: [{fact: eu.origin}]}",
     {("one_test", 9)}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES)
def test_each_mistake_has_its_place(
    folder: Path, old: str, new: str, expected: set[tuple[str, int]]
) -> None:
    write(folder, 91, old, new)
    found = {(code, line) for _, code, line in problems(folder)}
    assert found == expected


def test_a_folder_with_ten_mistakes_reports_ten(folder: Path) -> None:
    for number, (old, new, _) in enumerate(MISTAKES[1:11], start=10):
        write(folder, number, old, new)
    found = problems(folder)
    assert len(found) == 10
    assert len({file for file, _, _ in found}) == 10


def test_an_example_that_does_not_come_out_is_a_mistake(folder: Path) -> None:
    write(folder, 91, "DUI-90: ja}}, expect: pass", "DUI-90: nee}}, expect: pass")
    assert problems(folder) == [("DUI-91", "example_differs", 20)]


def test_ids_titles_and_file_names_are_unique_and_agree(folder: Path) -> None:
    (folder / "duidelijkheid" / "DUI-91.yaml").write_text(RULE, "utf-8")
    codes = sorted(code for _, code, _ in problems(folder))
    assert codes == ["duplicate_id"] * 2 + ["duplicate_title"] * 4 + ["file_name"]


def test_files_where_nobody_looks_are_told(folder: Path) -> None:
    (folder / "duidelijkheid" / "extra").mkdir()
    (folder / "duidelijkheid" / "extra" / "DUI-92.yaml").write_text(RULE, "utf-8")
    (folder / "duidelijkheid" / "DUI-93.yml").write_text(RULE, "utf-8")
    (folder / "helderheid").mkdir()
    (folder / "helderheid" / "DUI-94.yaml").write_text(RULE, "utf-8")
    (folder / "DUI-95.yaml").write_text(RULE, "utf-8")
    (folder / "frameworks" / "atr2.yml").write_text("id: x", "utf-8")
    (folder / ".github").mkdir()
    (folder / ".github" / "ci.yaml").write_text("on: push", "utf-8")
    assert sorted(problems(folder)) == [
        ("DUI-92", "misplaced_file", None),
        ("DUI-93", "misplaced_file", None),
        ("DUI-95", "misplaced_file", None),
        ("atr2", "misplaced_file", None),
        ("helderheid", "unknown_folder", None),
    ]


def test_a_folder_without_rules_is_a_mistake(folder: Path, tmp_path: Path) -> None:
    (folder / "duidelijkheid" / "DUI-90-goed.yaml").unlink()
    assert [code for _, code, _ in problems(folder)] == ["no_rules_found"]
    assert [code for _, code, _ in problems(tmp_path / "nowhere")] == ["no_rules_folder"]


def test_a_file_with_many_mistakes_tells_them_at_once(folder: Path) -> None:
    text = RULE
    for old, new in (
        ("weight: 3", "weight: 3\nweight: 4"), ("id: DUI-90", "id: DUI-96"),
        ("criterion: clarity", "criterion: enforceability"), ("severity: major", "severity: zwaar"),
        ("due_from: draft", "due_form: draft"), ("[own-rule]", "[own-rul]"),
        ("atr.werkbaarheid", "atr.werkbaar"), ("nl: Daarom., ", ""),
        ("given: {}", "given: {identity: {titel: x}}"), ("ja: 1,", "ja: 0.7,"),
    ):  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    (folder / "duidelijkheid" / "DUI-95-veel.yaml").write_text(text, "utf-8")
    codes = [code for file, code, _ in problems(folder) if file == "DUI-95-veel"]
    assert sorted(codes) == [
        "bad_credit", "duplicate_key", "duplicate_title", "duplicate_title", "file_name",
        "missing_key", "missing_key", "not_allowed", "unknown_framework", "unknown_key",
        "unknown_key", "unknown_source", "wrong_folder",
    ]  # fmt: skip


def test_every_missing_key_is_named(folder: Path) -> None:
    (folder / "duidelijkheid" / "DUI-95.yaml").write_text("id: DUI-95\n", "utf-8")
    found = [code for file, code, _ in problems(folder) if file == "DUI-95"]
    assert found == ["missing_key"] * 13


def test_a_broken_framework_is_told_once(folder: Path) -> None:
    file = folder / "frameworks" / "atr.yaml"
    file.write_text(file.read_text("utf-8") + "\nextra: 1\n", "utf-8")
    assert [(file, code) for file, code, _ in problems(folder)] == [("atr", "unknown_key")]
    file.write_text("id: [", "utf-8")
    assert [(file, code) for file, code, _ in problems(folder)] == [("atr", "not_yaml")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("criterion: clarity", "criterion: helder", "not_allowed"),
        ("group: text", "group: tekst", "not_allowed"),
        ("value: 0.30", "value: 30", "too_large"),
        ("value: 0.70", "value: 70", "too_large"),
        ("value: 74", "value: 740", "too_large"),
        ("value: 74", "value: 40", "cap_order"),
        ("code: workable\n", "code: workabel\n", "not_allowed"),
        ("value: 5\n", "value: 2.5\n", "not_whole"),
        ("value: 75", "value: 55", "verdict_order"),
    ],
)
def test_scoring_is_checked(folder: Path, old: str, new: str, code: str) -> None:
    file = folder / "scoring.yaml"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [found for _, found, _ in problems(folder)] == [code]


def test_the_hash_changes_when_a_rule_does(folder: Path) -> None:
    before = load(folder).content_hash
    assert load(folder).content_hash == before
    write(folder, 91, "Daarom.", "Hierom.")
    assert load(folder).content_hash != before


def test_where_the_rules_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    assert rules_folder() == OWN_RULES
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path))
    assert rules_folder() == tmp_path
    assert rules_folder(OWN_RULES) == OWN_RULES
