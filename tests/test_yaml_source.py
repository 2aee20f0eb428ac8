"""YAML and JSON: nothing read by accident, every mistake with its place."""

from decimal import Decimal
from pathlib import Path

import pytest

from checker import yaml_source
from checker.models.problem import BadInputError
from checker.yaml_source import MAX_BYTES, parse, read


def problems(text: str, *, is_json: bool = False) -> list[tuple[str, int | None, int | None]]:
    try:
        found = parse(text, "f", is_json=is_json).problems
    except BadInputError as error:
        found = error.problems
    return [(p.code, p.line, p.column) for p in found]


def test_scalars_mean_what_they_say() -> None:
    text = (
        "a: no\nb: 12:30\nc: true\nd: 2027-01-01\ne: 1.10\nf: 007\ng: ~\nh: 'true'\ni: 1e5\nj: -3"
    )
    assert parse(text, "f").data == {
        "a": "no", "b": "12:30", "c": True, "d": "2027-01-01", "e": Decimal("1.10"), "f": "007",
        "g": None, "h": "true", "i": "1e5", "j": -3,
    }  # fmt: skip


def test_numbers_stay_exact_in_json() -> None:
    assert parse('{"a": 0.1}', "f", is_json=True).data == {"a": Decimal("0.1")}


def test_places_count_from_one() -> None:
    source = parse("a:\n  - b: 1\n  - c: 2\n", "f")
    assert source.places["a", 1, "c"] == (3, 5)
    assert parse('{"a": {\n "b": 1}}', "f", is_json=True).places["a", "b"] == (2, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2", [("duplicate_key", 2, 1)]),
        ("a: &x 1\nb: *x", [("no_anchors", 1, 4), ("no_anchors", 2, 4)]),
        ("a: !!python/object 1", [("no_tags", 1, 4)]),
        ("a: 1\n---\nb: 2", [("several_documents", 2, 1)]),
        ("[a, b]: 1", [("key_not_text", 1, 1)]),
        ("a: [1, 2\nb: 3", [("not_yaml", 2, 2)]),
        ("", [("empty_file", None, None)]),
        ("   \n\n", [("empty_file", None, None)]),
        ("# only a comment", [("empty_file", None, None)]),
        ("a: \x00", [("not_text_file", None, None)]),
    ],
    ids=["duplicate", "anchor", "tag", "documents", "key", "syntax", "empty", "blank", "comment",
         "null"],
)  # fmt: skip
def test_what_is_refused(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert problems(text) == expected


def test_several_mistakes_are_told_together() -> None:
    assert len(problems("a: 1\na: 2\nb: &x 3\nc: !t 4")) == 3


@pytest.mark.parametrize("levels", [60, 10_000])
def test_deep_nesting_is_refused_without_a_crash(levels: int) -> None:
    assert problems("[" * levels + "]" * levels)[0][0] == "too_deep"
    assert problems("[" * levels + "]" * levels, is_json=True)[0][0] == "too_deep"
    blocks = "\n".join(" " * level + f"k{level}:" for level in range(min(levels, 300)))
    assert problems(blocks)[0][0] == "too_deep"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1,}', "not_json"),
        ('{"a": 1, "a": 2}', "duplicate_key"),
        ('{"a": NaN}', "not_a_number"),
    ],
    ids=["comma", "duplicate", "nan"],
)
def test_json_mistakes(text: str, code: str) -> None:
    assert problems(text, is_json=True)[0][0] == code


def test_files(tmp_path: Path) -> None:
    too_large, binary = tmp_path / "large.yaml", tmp_path / "b.yaml"
    too_large.write_bytes(b"a" * (MAX_BYTES + 1))
    binary.write_bytes(b"PK\x03\x04\xff\xfe")
    with_bom = tmp_path / "bom.yaml"
    with_bom.write_text("a: 1", "utf-8-sig")
    refused = {
        too_large: "file_too_large",
        binary: "not_utf8",
        tmp_path: "not_a_file",
        tmp_path / "x.yaml": "no_such_file",
    }
    for path, code in refused.items():
        with pytest.raises(BadInputError) as caught:
            read(path)
        assert [p.code for p in caught.value.problems] == [code]
    assert read(with_bom).data == {"a": 1}


def test_a_text_with_an_emoji_stays_a_block_that_can_be_read() -> None:
    data = {"body": "Artikel 1\nDe werkgever 😀 meldt elk ongeval.\n", "uren": Decimal("1.5")}
    written = yaml_source.dump(data)
    assert written == "body: |\n  Artikel 1\n  De werkgever 😀 meldt elk ongeval.\nuren: 1.5\n"
    assert parse(written, "f").data == data


def test_dump_repeats_instead_of_pointing() -> None:
    shared = ["x"]
    assert parse(yaml_source.dump({"a": shared, "b": shared}), "f").data == {"a": ["x"], "b": ["x"]}
