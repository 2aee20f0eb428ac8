"""What the documents say: amounts as everywhere else, reasons where they belong, order of rows."""

from decimal import Decimal

import pytest

from checker.content import say
from checker.content import texts as all_texts
from checker.content.cost_words import euro, hours
from checker.models.regulation import Eu, Panel, Regulation
from checker.models.wording import written
from checker.readers import dossier
from checker.report import word
from tests.report.word.documents import headings, opened, texts, under, whole


def _rows(document, heading):
    """The rows of the first table whose first header cell is ``heading``."""
    table = next(t for t in document.tables if t.rows[0].cells[0].text == heading)
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def _paragraph(assessment, rulebook, language="nl"):
    return opened(word.Kind.PARAGRAPH, assessment, rulebook, language)


def _made(assessed, **given):
    return assessed(Regulation.model_validate(given))


ONE_FIRM = {
    "target_groups": [{"id": "a", "name": "Smeden", "sizes": [
        {"size_class": "2-9", "firms": 100}, {"size_class": "1", "firms": 0},
        {"size_class": "10-49", "firms": 0}, {"size_class": "50-249", "firms": 0},
        {"size_class": "250+", "firms": 0}]}],
}  # fmt: skip


def _duty(**given):
    activity = {"description": "Doen", "timing": "recurring", "minutes": 60, "tariff": 50,
                "times_per_year": 2}  # fmt: skip
    return {"id": "d", "article": "4", "description": "De smid telt hamers.",
            "kind": "information", "origin": "national",
            "activities": [activity]} | given  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_amounts_are_those_of_the_program_with_their_range_and_never_added_up(
    language, sample, assessed, rulebook
):
    assessment = assessed(sample)
    totals = assessment.burden.totals
    text = whole(_paragraph(assessment, rulebook, language))
    for part in (totals.one_off, totals.recurring):
        for value in (part.low, part.mid, part.high):
            assert written(euro(value), language) in text
    assert written(hours(totals.hours_one_off.mid), language) in text
    both = totals.one_off.mid + totals.recurring.mid
    assert written(euro(both), language) not in text
    for item in assessment.burden.by_size_class:
        if item.per_firm.recurring:
            assert written(euro(item.per_firm.recurring), language) in text


def test_amounts_that_rest_on_unverified_values_are_marked_and_named(sample, assessed, rulebook):
    document = _paragraph(assessed(sample), rulebook)
    rows = _rows(document, "Werkzame personen")
    assert any(cell.endswith("\u00a0*") for row in rows for cell in row)
    named = under(document, "Waarden die nog te controleren zijn")
    assert any("niet geverifieerd" in line for line in named)
    own = _made(assessed, **ONE_FIRM, obligations=[_duty()])
    assert _rows(_paragraph(own, rulebook), "Verplichting") == [
        ["art. 4: De smid telt hamers.", "€\u00a00,00", "€\u00a010.000"]
    ]


def test_a_saving_is_told_as_one(assessed, rulebook):
    going = _made(assessed, **ONE_FIRM, obligations=[_duty(effect="abolished")])
    text = whole(_paragraph(going, rulebook))
    assert "nemen af met €\u00a010.000 per jaar" in text
    assert "Er vervalt 1 verplichting." in text


def test_what_cannot_be_calculated_is_no_zero(assessed, rulebook):
    document = _paragraph(_made(assessed, **ONE_FIRM, obligations=[_duty(activities=[])]), rulebook)
    said = "\n".join(under(document, "Regeldrukkosten"))
    assert "€" not in said
    assert "[nog in te vullen: de structurele regeldrukkosten" in said
    gaps = under(document, "Nog in te vullen")
    assert any(gap.startswith("Berekening: art. 4") for gap in gaps)


def test_no_mkb_toets_needs_its_reason(assessed, rulebook):
    reason = "Het gaat om een technische wijziging"
    for panel, wanted in (
        (Panel(held=False, reason_not_held=reason), f"Er is geen MKB-toets gehouden. {reason}."),
        (Panel(held=False), "Er is geen MKB-toets gehouden. [nog in te vullen: "),
        (Panel(), "[nog in te vullen: of er een MKB-toets is gehouden"),
    ):
        document = _paragraph(assessed(Regulation(panel=panel)), rulebook)
        assert under(document, "MKB-toets en consultatie")[0].startswith(wanted)


def test_the_note_addresses_nobody(samples, assessed, rulebook):
    """An explanatory note has no ‘u’, but in what an entrepreneur said."""
    fixed = say_all("nl", ("paragraph", "obligations", "costs", "workability", "small", "eu",
                           "panel", "consultation", "start", "evaluation", "lead"))  # fmt: skip
    assert len(fixed) > 80
    words = {"u", "uw", "je", "jouw", "wij"}
    assert [text for text in fixed if words & set(text.lower().split())] == []


def say_all(language, parts):
    prefixes = tuple(f"word/{part}/" for part in parts)
    return [text for key, text in all_texts(language).items() if key.startswith(prefixes)]


def test_fixed_change_dates_and_the_reason_to_depart_from_them(assessed, rulebook):
    identity = {"instrument": "wet", "entry_into_force": "2027-07-01"}
    section = "Inwerkingtreding en vaste verandermomenten"
    said = " ".join(under(_paragraph(_made(assessed, identity=identity), rulebook), section))
    assert "1 juli 2027 valt op een vast verandermoment" in said
    identity["entry_into_force"] = "2027-03-01"
    said = " ".join(under(_paragraph(_made(assessed, identity=identity), rulebook), section))
    assert "geen vast verandermoment; het eerstvolgende is 1 juli 2027" in said
    assert said.count("nog in te vullen") == 2  # ground and reasons


def test_rows_of_the_transposition_table_follow_the_act(assessed, rulebook):
    eu = Eu.model_validate(
        {
            "origin": "implementation",
            "acts": [{"number": "2023/970", "kind": "directive"}],
            "provisions": [
                {"eu_article": "Bijlage I", "national_article": "9", "relation": "equal"},
                {"eu_article": "10", "national_article": "3", "relation": "stricter"},
                {"eu_article": "9, tweede lid", "relation": "equal"},
                {"eu_article": "9", "national_article": "2", "relation": "equal"},
            ],
        }
    )
    rows = _rows(
        opened(word.Kind.TRANSPOSITION, assessed(Regulation(eu=eu)), rulebook),
        "Bepaling EU-regeling",
    )
    assert [row[0] for row in rows] == [
        "Artikel 9", "Artikel 9, tweede lid", "Artikel 10", "Bijlage I",
    ]  # fmt: skip
    assert rows[0][3] == "–"
    assert "nog in te vullen" in rows[1][3]  # nothing transposed, and no reason
    assert rows[2][2].startswith("Nationale toevoeging.")
    assert "nog in te vullen" in rows[2][3]


def test_every_remark_has_what_was_done_and_where(assessed, rulebook):
    panel = Panel.model_validate(
        {
            "held": True,
            "remarks": [
                {"text": "Te duur", "follow_up": "adopted", "response": "Vrijgesteld",
                 "place_in_note": "par. 3"},
                {"text": "Te vroeg", "follow_up": "open"},
            ],
        }
    )  # fmt: skip
    assessment = assessed(Regulation(panel=panel))
    for kind in (word.Kind.FOLLOW_UP, word.Kind.REPORT, word.Kind.PARAGRAPH):
        first, second = _rows(opened(kind, assessment, rulebook), "Nr.")
        assert first[-3:] == ["Te duur", "Overgenomen. Vrijgesteld.", "par. 3"]
        assert all("nog in te vullen" in cell for cell in second[-2:])


def test_the_report_has_verdict_criteria_and_every_finding_that_counts(sample, assessed, rulebook):
    assessment = assessed(sample)
    document = opened(word.Kind.REPORT, assessment, rulebook)
    text = whole(document)
    assert assessment.verdict.label.nl in text
    assert assessment.disclaimer.nl in text
    assert len(_rows(document, "Criterium")) == len(assessment.criteria)
    assert [f.rule for f in assessment.findings if f.applicable and f.rule not in text] == []
    for finding in assessment.findings:
        if finding.outcome in ("fail", "partial"):
            assert finding.message.nl in text
            assert finding.advice.nl in text


def test_the_letter_names_only_what_a_small_firm_must_do(assessed, rulebook):
    small = _duty()
    large = _duty(id="e", description="De fabriek telt ovens.", exempt=["1", "2-9", "10-49"])
    letter = opened(
        word.Kind.BRIEFING, _made(assessed, **ONE_FIRM, obligations=[small, large]), rulebook
    )
    text = whole(letter)
    assert "De smid telt hamers." in text
    assert "ovens" not in text
    assert "Voor grotere bedrijven komen er nog meer regels." in text
    assert _rows(letter, "Mensen in uw bedrijf, u meegeteld") == [
        ["2–9", "1", "€\u00a00,00", "€\u00a0100,00", "0 minuten", "2 uur"]
    ]


def test_who_need_not_take_part_gets_no_amounts_of_zero(samples, assessed, rulebook):
    path = next(p for p in samples if p.parent.name.startswith("03"))
    letter = opened(word.Kind.BRIEFING, assessed(dossier.read(path, rulebook)), rulebook)
    assert "U hoeft niet mee te doen." in whole(letter)
    assert "Kloppen de tijd en de kosten" not in whole(letter)
    assert [t.rows[0].cells[0].text for t in letter.tables] == ["Deel van de brief"]


def test_the_part_for_the_drafter_comes_last(sample, assessed, rulebook):
    for kind in word.Kind:
        found = headings(opened(kind, assessed(sample), rulebook))
        last = found[found.index("Voor de opsteller") + 1 :]
        assert last[-1] == "Herkomst"
        assert len(last) <= 4


def test_amounts_of_a_letter_are_in_cents_and_whole_minutes(assessed, rulebook):
    short = _duty()
    short["activities"][0]["minutes"] = Decimal("7.5")
    letter = opened(word.Kind.BRIEFING, _made(assessed, **ONE_FIRM, obligations=[short]), rulebook)
    assert any("15 minuten" in text for text in texts(letter))
    assert say("nl", "word/briefing/minutes", count=Decimal(1)) == "1 minuut"
