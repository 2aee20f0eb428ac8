"""Which hits a finding that was switched off is about."""

import pytest

from checker.models.draft_text import SwitchedOff
from checker.models.text_facts import Passage

OWN = Passage(0, 8, "I")
INSERTED = Passage(0, 8, "I", "2", inserted_article="3")
OTHER = Passage(0, 8, "I", inserted_article="4")
OUTSIDE = Passage(0, 8)
EVERYWHERE = [OWN, INSERTED, OTHER, OUTSIDE]


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        ({}, EVERYWHERE),
        ({"quote": "passende"}, EVERYWHERE),
        ({"quote": "redelijke"}, []),
        ({"article": "I"}, [OWN, INSERTED, OTHER]),
        ({"article": "I", "quote": "passende"}, [OWN]),
        ({"article": "I", "inserted_article": "3"}, [INSERTED]),
        ({"article": "I", "inserted_article": "3", "quote": "passende"}, [INSERTED]),
        ({"article": "II", "inserted_article": "3"}, []),
        ({"outside_articles": True, "quote": "passende"}, [OUTSIDE]),
    ],
)
def test_a_choice_is_about_one_place_or_all(scope: dict, covered: list[Passage]) -> None:
    choice = SwitchedOff.model_validate({"rule": "DUI-03", "reason": "Vaste term.", **scope})
    assert [at for at in EVERYWHERE if choice.covers("DUI-03", at, "passende")] == covered
    assert not any(choice.covers("DUI-04", at, "passende") for at in EVERYWHERE)
