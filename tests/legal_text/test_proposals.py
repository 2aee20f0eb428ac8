"""A dossier proposed from a text: every fact with its place, and nothing written over."""

from datetime import date

from checker.legal_text.proposals import accepted, draft, is_open, propose
from checker.legal_text.reading import read_stored
from checker.models.obligation import ObligationKind
from checker.models.regulation import Identity, Instrument, Nature, Regulation
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
