"""What is said of a text: fines with their amounts, and who is spared which duty."""

import pytest

from checker.assess import TextAssessment, assess_text
from checker.models.rulebook import Rulebook
from checker.readers.legal_text import read_pasted
from checker.report import draft_yaml, reading_json, reading_text

BODY = """Artikel 1
De werkgever stelt jaarlijks een plan op.
Artikel 2
Deze wet is niet van toepassing op werkgevers met minder dan 10 werknemers.
Artikel 3
Overtreding van artikel 1 wordt gestraft met een geldboete van de vierde categorie.
Artikel 4
Deze wet treedt in werking op 1 januari 2027."""


@pytest.fixture
def found(rulebook: Rulebook) -> TextAssessment:
    return assess_text(read_pasted(BODY), "wet.txt", rulebook)


def test_a_category_has_its_amount_its_day_and_the_doubt(
    found: TextAssessment, rulebook: Rulebook
) -> None:
    said = reading_text.text(found, "nl", rulebook.parameters)
    assert "bedrag van 1 januari 2024, het laatste dat hier bekend is, niet geverifieerd" in said
    (fine,) = reading_json.text(found, "nl", rulebook.parameters)["recognised"]["fine_maximum"]
    assert (fine["category"], fine["category_since"]) == (4, "2024-01-01")
    assert fine["category_euro"] == float(rulebook.parameters.fine_categories[-1].amount(4))
    assert fine["category_verified"] is False


def test_a_relief_from_the_whole_regulation_says_so(
    found: TextAssessment, rulebook: Rulebook
) -> None:
    assert "geldt voor de hele regeling" in reading_text.text(found, "nl", rulebook.parameters)
    (relief,) = reading_json.text(found, "nl")["recognised"]["reliefs"]
    assert relief["places"] == [{"article": None, "lid": None, "inserted_article": None}]


def test_the_comments_of_a_draft_say_who_is_exempt(found: TextAssessment) -> None:
    said = draft_yaml.text(found, "nl", found.regulation, None)
    assert "vrijgesteld: 1 werkzame persoon (zzp), 2–9 werkzame personen" in said
