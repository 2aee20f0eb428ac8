"""A dossier proposed from a text: every fact with its place, and nothing written over."""

from datetime import date

from checker.legal_text.proposals import (
    Proposal,
    accepted,
    draft,
    is_open,
    propose,
    says_the_same,
)
from checker.legal_text.reading import read_stored
from checker.models import edit
from checker.models.obligation import ObligationKind
from checker.models.regulation import (
    Identity,
    Instrument,
    Nature,
    Regulation,
    SmallFirmMeasureKind,
)
from checker.models.size_class import SizeClass
from checker.readers.dossier import parse, to_json, to_yaml

BODY = """# Besluit van 3 maart 2024, houdende regels over lasrook (Besluit lasrook)
Gelet op artikel 16, eerste lid, van de Arbeidsomstandighedenwet en richtlijn 2004/37/EG;
De Afdeling advisering van de Raad van State gehoord;
Hebben goedgevonden en verstaan:
Artikel 1
In dit besluit wordt verstaan onder werkgever: degene die lasarbeid laat verrichten.
Artikel 2
1. De werkgever meldt binnen zes weken aan de toezichthouder hoeveel lasrook vrijkomt.
2. Het is verboden zonder vergunning van Onze Minister lasrook te lozen.
Artikel 3
Met het toezicht op de naleving van dit besluit zijn belast de ambtenaren van de Arbeidsinspectie.
Artikel 4
Onze Minister kan een bestuurlijke boete opleggen wegens overtreding van artikel 2, eerste lid.
Artikel 5
Dit besluit treedt in werking met ingang van 1 juli 2024."""


def by_path(proposals):
    return {".".join(map(str, p.path)): p.value for p in proposals if not p.appends}


def test_it_proposes_what_the_text_says():
    found = propose(read_stored(BODY))
    fields = by_path(found)
    assert fields["identity.title"].startswith("Besluit van 3 maart 2024")
    assert fields["identity.instrument"] is Instrument.AMVB
    assert fields["identity.nature"] is Nature.NEW
    assert fields["identity.entry_into_force"] == date(2024, 7, 1)
    assert "Arbeidsinspectie" in fields["enforcement.supervisor"]
    duties = [p.value for p in found if p.path == ("obligations",)]
    assert [duty.article for duty in duties] == ["2 lid 1", "2 lid 2"]
    assert duties[0].kind is ObligationKind.INFORMATION
    assert duties[0].sanctioned is True
    assert [p.value.number for p in found if p.path == ("eu", "acts")] == ["2004/37/EG"]


def test_every_quote_stands_in_the_text():
    reading = read_stored(BODY)
    for proposal in propose(reading):
        if proposal.passage is not None:
            at = proposal.passage
            assert reading.text.text[at.start : at.end].startswith(proposal.quote.rstrip("…"))


def test_what_the_adviser_entered_is_never_written_over():
    own = Regulation(identity=Identity(title="Mijn titel", instrument=Instrument.WET))
    proposals = propose(read_stored(BODY))
    result = accepted(own, proposals)
    assert result.identity.title == "Mijn titel"
    assert result.identity.instrument is Instrument.WET
    assert result.identity.entry_into_force == date(2024, 7, 1)


def test_accepting_twice_adds_nothing():
    proposals = propose(read_stored(BODY))
    once = accepted(Regulation(), proposals)
    assert accepted(once, proposals) == once
    assert not any(is_open(once, proposal) for proposal in proposals)


def test_the_proposed_dossier_is_kept_and_read_without_loss(rulebook):
    regulation = draft(read_stored(BODY), BODY, "lasrook.docx")
    assert parse(to_yaml(regulation), "d.yaml", rulebook) == regulation
    assert parse(to_json(regulation), "d.json", rulebook, is_json=True) == regulation


SMALL = """Artikel 1
De werkgever stelt jaarlijks een plan op.
Artikel 2
Artikel 1 is niet van toepassing op een werkgever met minder dan 10 werknemers.
Artikel 3
De bestuurlijke boete wegens overtreding van artikel 1 bedraagt ten hoogste € 20 500.
Artikel 4
Overtreding van artikel 1 wordt gestraft met een geldboete van de vierde categorie.
Artikel 5
Dit besluit treedt in werking met ingang van 1 juli 2019."""


def test_small_firms_that_are_spared_a_duty_are_exempt():
    found = propose(read_stored(SMALL))
    (duty,) = (p.value for p in found if p.path == ("obligations",))
    (measure,) = (p.value for p in found if p.path == ("small_firm_measures",))
    assert duty.exempt == (SizeClass.ONE, SizeClass.TWO_TO_NINE)
    assert measure.kind is SmallFirmMeasureKind.EXEMPTION
    assert (measure.size_classes, measure.article) == (duty.exempt, "2")


def test_the_highest_fine_is_proposed_in_euro(rulebook):
    found = propose(read_stored(SMALL), rulebook.parameters)
    fines = [p.value for p in found if p.path == ("enforcement", "sanctions")]
    known = rulebook.parameters.fine_categories_at(date(2019, 7, 1))
    assert known is not None
    assert known.valid_from == date(2018, 1, 1)
    assert [fine.maximum.mid for fine in fines] == [20500, known.amount(4)]


def test_a_category_without_amounts_has_no_maximum():
    fines = [p.value for p in propose(read_stored(SMALL)) if p.path[-1] == "sanctions"]
    assert [fine.maximum and fine.maximum.mid for fine in fines] == [20500, None]


def test_an_amount_of_a_category_says_of_when_it_is_and_that_nobody_checked_it(rulebook):
    text = SMALL.replace("1 juli 2019", "1 januari 2027")
    fines = [p.value for p in propose(read_stored(text), rulebook.parameters)]
    (source,) = (f.maximum.source for f in fines if getattr(f, "article", None) == "4")
    for told in ("vierde categorie", "1 januari 2024", "laatste", "niet geverifieerd"):
        assert told in source


def test_an_exemption_under_a_condition_is_shown_but_never_filled_in():
    text = SMALL.replace("10 werknemers.", "10 werknemers, tenzij zij lood gebruiken.")
    found = propose(read_stored(text))
    (duty,) = (p.value for p in found if p.path == ("obligations",))
    (measure,) = (p.value for p in found if p.path == ("small_firm_measures",))
    assert duty.exempt == ()
    assert "tenzij" in measure.description


def test_only_the_firms_between_two_bounds_are_exempt():
    text = SMALL.replace("minder dan 10 werknemers", "10 tot 50 werknemers")
    (duty,) = (p.value for p in propose(read_stored(text)) if p.path == ("obligations",))
    assert duty.exempt == (SizeClass.TEN_TO_49,)


def _fine(maximum: int) -> str:
    return (
        "Artikel 1\nDe werkgever meldt elk ongeval.\n\nArtikel 2\nOnze Minister kan ter zake van "
        f"overtreding van artikel 1 een bestuurlijke boete van ten hoogste € {maximum} opleggen."
    )


def test_a_fine_with_another_maximum_says_something_else() -> None:
    dossier = draft(read_stored(_fine(500)), _fine(500), None)
    (same,) = _sanctions(_fine(500))
    (other,) = _sanctions(_fine(900))
    assert says_the_same(dossier, same)
    assert not says_the_same(dossier, other)
    assert not is_open(dossier, other), "it is no second fine"


def test_what_an_adviser_adds_to_a_fine_does_not_count() -> None:
    dossier = draft(read_stored(_fine(500)), _fine(500), None)
    (fine,) = dossier.enforcement.sanctions or ()
    path = ("enforcement", "sanctions")
    dossier = edit.with_value(dossier, path, (fine.model_copy(update={"warning_first": True}),))
    (proposal,) = _sanctions(_fine(500))
    assert says_the_same(dossier, proposal)


def _sanctions(body: str) -> list[Proposal]:
    return [p for p in propose(read_stored(body)) if p.path == ("enforcement", "sanctions")]
