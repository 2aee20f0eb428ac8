"""Percentiles: ordered, never overstated, and honest where many have the same value."""

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.content import texts
from checker.models.base import LANGUAGES
from checker.models.regulation import Instrument
from checker.statutebook.compute import Gathered, data_file, gather
from checker.statutebook.features import DIGITS, FEATURES, WHOLE
from checker.statutebook.percentiles import (
    ALL,
    KINDS,
    LEAST,
    Edition,
    StatuteBook,
    percentiles,
    position,
    read,
    shipped,
)
from checker.statutebook.pool import open_pool
from checker.statutebook.wording import feature_name, sentence
from checker.statutebook.work import Job
from tests.statutebook.texts import fill, text

VALUES = st.lists(st.integers(-40, 40).map(lambda n: n / 4), min_size=LEAST, max_size=300)


def book(feature: str, values: list[float]) -> StatuteBook:
    figures = {ALL: {feature: (len(values), tuple(percentiles(values)))}}
    return StatuteBook(Edition(2017, 5), "proef", {ALL: len(values)}, {}, figures)


# --- what a position says ------------------------------------------------------------------------


@given(VALUES, st.integers(-44, 44).map(lambda n: n / 4))
def test_the_share_is_that_of_strictly_lower_values_rounded_down(
    values: list[float], value: float
) -> None:
    found = book("words_per_sentence", values).position("words_per_sentence", value)

    lower = sum(other < value for other in values)
    assert found is not None
    assert found.percent == min(100 * lower // len(values), 99)


@given(VALUES, st.integers(-44, 44).map(lambda n: n / 4))
def test_of_a_reading_ease_it_is_that_of_higher_ones_and_never_overstated(
    values: list[float], value: float
) -> None:
    found = book("flesch_douma", values).position("flesch_douma", value)

    exact = 100 * sum(other > value for other in values) / len(values)
    assert found is not None
    assert max(exact - 2, 0) <= found.percent + 1e-9
    assert found.percent <= exact


@given(VALUES)
def test_percentiles_are_ordered_values_that_occur(values: list[float]) -> None:
    steps = percentiles(values)

    assert len(steps) == 99
    assert steps == sorted(steps)
    assert set(steps) <= set(values)


@given(VALUES, st.lists(st.floats(-12, 12), min_size=2, max_size=2))
def test_a_longer_sentence_is_never_lower_placed(values: list[float], pair: list[float]) -> None:
    statutes = book("words_per_sentence", values)

    places = [statutes.position("words_per_sentence", value) for value in sorted(pair)]

    first, second = (place.percent for place in places if place is not None)
    assert 0 <= first <= second <= 99


def test_many_with_the_same_value_are_not_passed() -> None:
    statutes = book("delegations", [0.0] * 60 + [1.0] * 40)

    places = [statutes.position("delegations", value) for value in (0, 1, 2)]

    assert [place.percent for place in places if place] == [0, 60, 99]


def test_a_value_is_rounded_as_the_percentiles_are() -> None:
    statutes = book("words_per_sentence", [73 / 3] * 50)

    found = statutes.position("words_per_sentence", 73 / 3)

    assert found is not None
    assert found.percent == 0


def test_unknown_is_no_position() -> None:
    assert position("words_per_sentence", None) is None
    assert position("unheard_of", 3) is None
    assert sentence("words_per_sentence", None, "nl") is None


def test_a_kind_with_few_regulations_is_no_yardstick() -> None:
    whole = book("words", [float(n) for n in range(100)])
    few = {"wet": {"words": (LEAST - 1, tuple([5.0] * 99))}, **whole.features}
    statutes = StatuteBook(Edition(2017, 5), "proef", {}, {}, few)

    found = statutes.position("words", 50, Instrument.WET)

    assert found is not None
    assert (found.kind, found.n, found.percent) == (ALL, 100, 50)


def test_in_words() -> None:
    n = f"{shipped().features[ALL]['words_per_sentence'][0]:,}"
    dutch = sentence("words_per_sentence", 1000, "nl")
    english = sentence("words_per_sentence", 1000, "en")

    assert dutch == (
        f"langere zinnen dan in 99% van de regelingen (mei 2017, n = {n.replace(',', '.')})"
    )
    assert english == f"longer sentences than in 99% of the regulations (May 2017, n = {n})"
    assert "minder dan 1%" in (sentence("words_per_sentence", 0, "nl", "wet") or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feature_and_kind_has_its_words(language: str) -> None:
    known = texts("nl" if language == "nl" else "en")
    parts = {f"statutebook/{part}/{name}" for part in ("harder", "feature") for name in FEATURES}

    assert parts | {f"statutebook/kind/{kind}" for kind in KINDS} <= known.keys()
    assert len({feature_name(name, "nl") for name in FEATURES}) == len(FEATURES)


# --- the data file -------------------------------------------------------------------------------


def data_files() -> list[Path]:
    folder = files("checker.statutebook") / "data"
    return [Path(str(each)) for each in folder.iterdir() if each.name.endswith(".json")]


def test_the_data_file_is_small_dated_and_says_where_it_comes_from() -> None:
    assert data_files()
    for path in data_files():
        assert path.name == f"statutebook-{read(path).edition}.json"
        assert "wetten.overheid.nl" in read(path).provenance
        assert path.stat().st_size < 200_000


def test_the_data_file_is_whole() -> None:
    statutes = shipped()
    kinds = [kind for kind in KINDS if kind != ALL]

    assert statutes.features.keys() == set(KINDS) == statutes.counts.keys()
    assert sum(statutes.counts[kind] for kind in kinds) == statutes.counts[ALL] > 1000
    assert statutes.left_out.keys() == {"unreadable", "no_article", "too_short"}
    for kind, found in statutes.features.items():
        assert found.keys() <= set(FEATURES)
        assert {"words_per_sentence", "flesch_douma", "articles", "obligations"} <= found.keys()
        for feature, (n, steps) in found.items():
            assert 0 < n <= statutes.counts[kind]
            assert list(steps) == sorted(steps)
            assert len(steps) == 99
            assert all(round(step, DIGITS) == step for step in steps)
            assert feature not in WHOLE or all(step == int(step) for step in steps)


# --- how it is computed --------------------------------------------------------------------------


def gathered_from(folders: list[Path]) -> Gathered:
    with open_pool(Job((), "nl").packed(), 1, None, "nl") as pool:
        return gather(folders, pool)


def test_kinds_come_from_an_index_or_from_the_folder(tmp_path: Path) -> None:
    indexed, foldered = tmp_path / "wetten", tmp_path / "teksten" / "AMvB"
    long = "De ondernemer meldt elk jaar aan Onze Minister hoeveel werknemers hij heeft. " * 12
    for folder, names in ((indexed, "ab"), (foldered, "bc")):
        folder.mkdir(parents=True)
        for name in names:
            (folder / f"{name}.md").write_text(f"{text(1)}\n#### Artikel 4\n\n{long}\n", "utf-8")
    (foldered / "kort.md").write_text(text(1), "utf-8")
    (foldered / "brief.md").write_text(f"### Brief\n\n{long}\n", "utf-8")
    (foldered / "leeg.md").write_bytes(b"")
    (tmp_path / "index.csv").write_text("bwb_id,kind,title\na,wet,A\nb,KB,B\n", "utf-8")

    found = gathered_from([indexed, tmp_path / "teksten"])

    # b is in both folders and counts once, as the index has it
    assert found.counts == Counter({"wet": 1, "other": 1, "amvb": 1, "all": 3})
    assert found.left_out == Counter({"too_short": 1, "no_article": 1, "unreadable": 1})


def test_the_file_that_is_computed_can_be_read(tmp_path: Path) -> None:
    found = Gathered()
    for number in range(1, 41):
        row = dict.fromkeys(FEATURES, number) | {"error": None, "words": 100 + number}
        found.add("wet", row)
    path = tmp_path / "statutebook-2017-05.json"
    path.write_text(data_file(found, "2017-05", "proef"), "utf-8")

    statutes = read(path)

    assert json.loads(path.read_text("utf-8"))["least_words"] == 100
    place = statutes.position("leden", 21, "wet")
    assert place is not None
    assert (place.percent, place.n, str(place.edition)) == (50, 40, "2017-05")


def test_texts_are_measured_alike_in_scan_and_percentiles(tmp_path: Path) -> None:
    fill(tmp_path, 3)

    assert gathered_from([tmp_path]).left_out["too_short"] == 3
