"""Which duties of a new version of a text a dossier has already, and which are gone."""

import time

import pytest

from checker.assess import assess_text
from checker.content import say
from checker.content.fields import words
from checker.legal_text.proposals import accepted, draft, propose, renewed, versions
from checker.legal_text.reading import read_stored
from checker.legal_text.versions import Standing, compare
from checker.models.legal_text import Block
from checker.models.obligation import Obligation
from checker.models.regulation import Phase, Regulation
from checker.models.rulebook import Rulebook
from checker.report import draft_yaml

OLD = """Artikel 1
De werkgever meldt elk ongeval binnen zes weken aan Onze Minister.
Artikel 2
De werkgever houdt een register van ongevallen bij.
Artikel 3
De werkgever stelt jaarlijks een plan op."""
NEW = """Artikel 1
De werkgever meldt elk ongeval binnen twee weken aan Onze Minister.
Artikel 2
De werkgever wijst een deskundige werknemer aan.
Artikel 3
De werkgever houdt een register van ongevallen bij."""


def duty(article: str | None, description: str) -> Obligation:
    return Obligation(id="x", article=article, description=description)


def test_new_changed_moved_and_gone() -> None:
    dossier = draft(read_stored(OLD), OLD, None)
    found = versions(dossier, propose(read_stored(NEW)))
    assert [(m.duty.article, m.standing.value) for m in found.matched] == [
        ("1", "changed"),
        ("2", "new"),
        ("3", "moved"),
    ]
    assert [gone.article for gone in found.gone] == ["3"]


def test_a_new_version_does_not_double_the_duties() -> None:
    dossier = draft(read_stored(OLD), OLD, None)
    later = accepted(dossier, propose(read_stored(NEW)))
    assert [d.article for d in later.obligations or ()] == ["1", "2", "3", "2"]
    assert (later.obligations or ())[:3] == dossier.obligations
    assert accepted(later, propose(read_stored(NEW))) == later


@pytest.mark.parametrize(
    ("present", "proposed", "standing"),
    [
        (duty("1", "De werkgever meldt dit."), duty("1", "de werkgever  meldt dit"), "same"),
        (duty("1", "De werkgever meldt dit."), duty("2", "De werkgever meldt dit."), "moved"),
        (duty("1", "De werkgever meldt dit."), duty("2", "Een schip heeft lichten."), "new"),
        (duty("1", "De werkgever meldt dit."), duty("1", "Een schip heeft lichten."), "changed"),
        (duty("art. 5, lid 1", "Hij meldt dit."), duty("5 lid 1", "Hij meldt dit."), "same"),
        (
            duty("5 lid 1", "De werkgever meldt dit."),
            duty("5", "Een schip heeft licht."),
            "changed",
        ),
        (duty("5", "De werkgever meldt dit."), duty("5 lid 1 a", "Een schip vaart."), "changed"),
        (duty("5 lid 1", "De werkgever meldt dit."), duty("5 lid 2", "Een schip vaart."), "new"),
        (duty("5", "De werkgever meldt dit."), duty("51", "Een schip vaart."), "new"),
        (duty("1", ""), duty("1", "De werkgever meldt dit."), "changed"),
        (duty(None, ""), duty("1", ""), "new"),
    ],
)
def test_how_a_duty_stands(present: Obligation, proposed: Obligation, standing: str) -> None:
    assert [m.standing for m in compare([present], [proposed]).matched] == [Standing(standing)]


def test_a_reworded_duty_is_not_added_a_second_time() -> None:
    own = duty("1", "Ongevallen melden bij de minister")
    dossier = draft(read_stored(NEW), NEW, None).model_copy(update={"obligations": (own,)})
    found = versions(dossier, propose(read_stored(NEW)))
    assert found.matched[0].standing is Standing.CHANGED
    assert found.matched[0].present == own
    assert found.gone == ()
    later = accepted(dossier, propose(read_stored(NEW)))
    assert [d.article for d in later.obligations or ()] == ["1", "2", "3"]


def test_where_more_are_left_in_a_place_none_is_taken_for_the_other() -> None:
    new = [duty("5 lid 1", "Een schip vaart."), duty("5 lid 2", "Een wagen rijdt.")]
    found = compare([duty("5", "De werkgever meldt dit.")], new)
    assert [m.standing for m in found.matched] == [Standing.NEW, Standing.NEW]
    assert len(found.gone) == 1


def test_what_the_text_says_twice_in_one_place_is_in_the_dossier_already() -> None:
    one = duty("1", "De werkgever meldt dit.")
    found = compare([one], [one, one])
    assert [m.standing for m in found.matched] == [Standing.SAME, Standing.SAME]


def test_a_description_that_is_cut_is_compared_in_part() -> None:
    long = duty("1", "De werkgever meldt elk ongeval…")
    (found,) = compare([long], [long]).matched
    assert found.standing is Standing.SAME
    assert found.is_compared_in_part
    whole = duty("1", "De werkgever meldt elk ongeval.")
    assert not compare([whole], [whole]).matched[0].is_compared_in_part


@pytest.mark.parametrize("place", ["1 lid 1", "{}"], ids=["in one place", "each in its own"])
def test_many_duties_do_not_take_long(place: str) -> None:
    """Held against each other one by one, two thousand duties take half a minute."""

    def many(first: int, words: str) -> list[Obligation]:
        return [duty(place.format(first + n), f"{words} stuk{n}") for n in range(2000)]

    old = many(0, "De werkgever meldt aan Onze Minister")
    new = many(9000, "Een exploitant bewaart voor toezicht")
    start = time.process_time()
    found = compare(old, new)
    assert time.process_time() - start < 4
    assert found.unsearched == len(new)


def test_few_duties_are_all_searched() -> None:
    old = [duty("1", f"De werkgever meldt ongeval{n}") for n in range(100)]
    new = [duty("1", f"Een schip heeft lamp{n}") for n in range(100)]
    assert compare(old, new).unsearched == 0


def test_two_alike_in_one_place_are_told_apart() -> None:
    first = duty("1", "De werkgever bewaart het register vijf jaar.")
    second = duty("1", "De werkgever bewaart het register zeven jaar.")
    found = compare([second], [first, second])
    assert [m.standing for m in found.matched] == [Standing.NEW, Standing.SAME]


def test_what_did_not_come_from_a_text_is_not_gone() -> None:
    assert compare([duty(None, "Zelf bedacht.")], []).gone == ()


def test_the_proposed_dossier_tells_what_became_of_the_duties(rulebook: Rulebook) -> None:
    blocks = [Block(line) for line in NEW.split("\n")]
    found = assess_text(blocks, "new.txt", rulebook)
    before = draft(read_stored(OLD), OLD, None)
    result = renewed(before, propose(found.reading), found.regulation.text)
    told = draft_yaml.text(found, "nl", result, before)
    assert "# Plichten: 1 nieuw, 1 gewijzigd, 1 verplaatst, 0 gelijk, 1 niet meer" in told
    assert "# Alleen de nieuwe plichten zijn toegevoegd." in told
    assert "# Niet meer in de tekst: art. 3 “De werkgever stelt jaarlijks een plan op" in told
    assert result.text.body is not None
    assert "twee weken" in result.text.body
    assert [d.article for d in result.obligations or ()] == ["1", "2", "3", "2"]


def taken_into(before: Regulation, rulebook: Rulebook) -> list[str]:
    """The comments on a text that was taken over into a dossier."""
    found = assess_text([Block(line) for line in NEW.split("\n")], "new.txt", rulebook)
    result = renewed(before, propose(found.reading), found.regulation.text)
    told = draft_yaml.text(found, "nl", result, before)
    return [line.removeprefix("# ") for line in told.split("\n") if line.startswith("# ")]


def test_comments_use_the_words_of_the_form(rulebook: Rulebook) -> None:
    found = assess_text([Block(line) for line in NEW.split("\n")], "new.txt", rulebook)
    told = draft_yaml.text(found, "nl", found.regulation, None)
    phase = say("nl", "choices/Phase/draft")
    assert f"uit de tekst als geheel “{phase}”" in told
    assert "“draft”" not in told
    assert "“new”" not in told


def test_what_was_not_taken_over_is_told_apart(rulebook: Rulebook) -> None:
    """The dossier has another phase; its nature it has already, and its duties it denies."""
    dossier = draft(read_stored(OLD), OLD, None)
    identity = dossier.identity.model_copy(update={"phase": Phase.ADOPTION})
    comments = taken_into(
        dossier.model_copy(update={"identity": identity, "obligations": ()}), rulebook
    )
    kept = [line for line in comments if line.startswith("Niet overgenomen")]
    assert len(kept) == 1
    assert say("nl", "choices/Phase/draft") in kept[0]
    assert say("nl", "reading/draft_none_added") in comments
    assert not any(line.startswith(words("identity.nature", "label", "nl")) for line in comments)


def test_what_was_taken_over_is_listed(rulebook: Rulebook) -> None:
    comments = taken_into(Regulation(), rulebook)
    assert any(line.startswith(words("identity.phase", "label", "nl")) for line in comments)
    assert not any(line.startswith("Niet overgenomen") for line in comments)
