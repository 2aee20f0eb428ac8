"""Changing one thing in a regulation."""

from decimal import Decimal

import pytest
from hypothesis import given

from checker.models import edit
from checker.models.answer import Answer
from checker.models.estimate import Estimate
from checker.models.facts import FactKind, facts_of
from checker.models.obligation import Obligation
from checker.models.problem import BadInputError, Path
from checker.models.regulation import Regulation, Sanction, TargetGroup
from checker.models.size_class import SizeClass
from tests.strategies import regulations

DUTIES = Regulation(
    obligations=(Obligation(id="verplichting-1"), Obligation(id="melden", article="4")),
    target_groups=(TargetGroup(id="bakkers"),),
)


def paths(model, place: Path, regulation):
    """Every place of ``regulation`` below ``place``."""
    for fact in facts_of(model):
        here = (*place, fact.name)
        yield here
        if fact.kind is FactKind.GROUP and edit.value_at(regulation, here) is not None:
            yield from paths(fact.model, here, regulation)
        elif fact.kind is FactKind.ITEMS:
            items = edit.value_at(regulation, here) or ()
            key = edit.key_fact(fact.model)
            if key and not _is_tidy(items, key):
                continue  # written to, such a list comes out in order and without empty items
            for i, item in enumerate(items):
                step = getattr(item, key.name).value if key else i
                yield from paths(fact.model, (*here, step), regulation)


def _is_tidy(items, key) -> bool:
    order = [getattr(item, key.name) for item in items]
    empty = [type(item).model_validate({key.name: getattr(item, key.name)}) for item in items]
    return order == [c for c in key.choices if c in order] and not any(
        item == nothing for item, nothing in zip(items, empty, strict=True)
    )


@given(regulations())
def test_writing_back_what_is_there_changes_nothing(regulation):
    for path in paths(Regulation, (), regulation):
        value = edit.value_at(regulation, path)
        assert edit.with_value(regulation, path, value) == regulation, path


def test_a_value_lands_where_it_belongs_and_the_old_regulation_stays():
    changed = edit.with_value(DUTIES, ("obligations", 1, "article"), "5")
    assert [duty.article for duty in changed.obligations] == [None, "5"]
    assert DUTIES.obligations[1].article == "4"


def test_a_plain_number_becomes_an_estimate():
    one = edit.added(DUTIES, ("obligations", 0, "activities"))
    changed = edit.with_value(one, ("obligations", 0, "activities", 0, "minutes"), Decimal(30))
    assert changed.obligations[0].activities[0].minutes == Estimate.exactly(30)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("share", Decimal(2), "share_over_one"),
        ("minutes", Decimal(-1), "too_small"),
        ("minutes", {"low": 5, "mid": 3}, "range_order"),
        ("description", "x" * 30_000, "too_long"),
        ("timing", "sometimes", "not_allowed"),
    ],
)
def test_what_will_not_do_is_refused_with_its_place(name, value, code):
    one = edit.added(DUTIES, ("obligations", 0, "activities"))
    path = ("obligations", 0, "activities", 0, name)
    with pytest.raises(BadInputError) as caught:
        edit.with_value(one, path, value)
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.path == f"obligations[1].activities[1].{name}"


def test_two_frequencies_are_refused_wherever_the_second_is_written():
    one = edit.added(DUTIES, ("obligations", 0, "activities"))
    place = ("obligations", 0, "activities", 0)
    yearly = edit.with_value(one, (*place, "times_per_year"), Decimal(2))
    with pytest.raises(BadInputError):
        edit.with_value(yearly, (*place, "every_years"), Decimal(5))


def test_an_item_of_a_keyed_list_comes_and_goes_with_its_contents():
    firms = ("target_groups", 0, "sizes", "10-49", "firms")
    assert edit.value_at(DUTIES, firms) is None
    some = edit.with_value(DUTIES, firms, Decimal(7))
    more = edit.with_value(some, ("target_groups", 0, "sizes", "1", "firms"), Decimal(9))
    sizes = more.target_groups[0].sizes
    assert [size.size_class for size in sizes] == [SizeClass.ONE, SizeClass.TEN_TO_49]
    none = edit.with_value(some, firms, None)
    assert none.target_groups[0].sizes == ()


def test_notifications_are_addressed_by_kind():
    changed = edit.with_value(Regulation(), ("eu", "notifications", "services", "done"), True)
    assert [n.kind.value for n in changed.eu.notifications] == ["services"]


def test_new_items_get_ids_of_their_own():
    twice = edit.added(edit.added(DUTIES, ("obligations",)), ("obligations",))
    assert [d.id for d in twice.obligations] == [
        "verplichting-1", "melden", "verplichting-2", "verplichting-3"]  # fmt: skip
    copied = edit.copied(edit.copied(DUTIES, ("obligations",), 1), ("obligations",), 1)
    assert [d.id for d in copied.obligations] == [
        "verplichting-1", "melden", "melden-3", "melden-2"]  # fmt: skip
    assert copied.obligations[2].article == "4"


def test_moving_an_item():
    moved = edit.moved(DUTIES, ("obligations",), 1, 0)
    assert [d.id for d in moved.obligations] == ["melden", "verplichting-1"]


def test_the_last_item_leaves_an_optional_list_unknown_again():
    one = edit.added(Regulation(), ("eu", "acts"))
    assert edit.removed(one, ("eu", "acts"), 0).eu.acts is None
    assert edit.removed(DUTIES, ("target_groups",), 0).target_groups == ()


def test_references_go_with_what_they_name():
    named = edit.with_value(DUTIES, ("obligations", 0, "target_groups"), ("bakkers",))
    sanction = Sanction(obligations=("melden", "verplichting-1"))
    named = edit.with_value(named, ("enforcement", "sanctions"), (sanction,))
    assert edit.references_to(named, "target_groups", "bakkers") == (
        ("obligations", 0, "target_groups"),)  # fmt: skip
    assert edit.removed(named, ("target_groups",), 0).obligations[0].target_groups == ()
    left = edit.removed(named, ("obligations",), 1)
    assert left.enforcement.sanctions[0].obligations == ("verplichting-1",)


def test_an_answer_is_made_changed_and_taken_away():
    yes = edit.with_answer(Regulation(), (), "HAN-05", value="ja")
    assert yes.answers == (Answer(rule="HAN-05", value="ja"),)
    founded = edit.with_answer(yes, (), "HAN-05", evidence={"reference": "par. 3", "quote": None})
    assert founded.answers[0].value == "ja"
    assert founded.answers[0].evidence.reference == "par. 3"
    bare = edit.with_answer(founded, (), "HAN-05", evidence={"reference": "", "quote": ""})
    assert bare == yes
    assert edit.with_answer(bare, (), "HAN-05", value=None) == Regulation()


def test_an_answer_about_an_obligation_stays_with_it():
    changed = edit.with_answer(DUTIES, ("obligations", 1), "HAN-03", value="nee")
    assert [len(duty.answers) for duty in changed.obligations] == [0, 1]
