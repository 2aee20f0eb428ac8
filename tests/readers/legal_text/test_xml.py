"""Official XML: the statute book and official publications."""

from checker.models.legal_text import Block, BlockKind, Part
from checker.readers.legal_text import read

STATUTE = """<?xml version="1.0" encoding="UTF-8"?>
<toestand bwb-id="BWBR0001"><wetgeving soort="wet">
  <meta-data><jcis><jci>weg</jci></jcis></meta-data>
  <intitule>Wet van 1 mei</intitule>
  <wet-besluit><aanhef><wij>Wij Willem-Alexander,</wij><considerans><considerans.al>Alzo Wij
    <nadruk>in</nadruk> overweging;</considerans.al></considerans></aanhef>
  <wettekst>
    <hoofdstuk><kop><label>Hoofdstuk</label> <nr>2</nr> <titel>Algemeen</titel></kop>
    <artikel><kop><label>Artikel</label> <nr>3a</nr> <titel status="officieel">Begrippen</titel>
      </kop>
      <lid><lidnr>1</lidnr><al>De werkgever<noot><noot.nr>1</noot.nr><noot.al>weg</noot.al></noot>
        meldt:</al>
        <lijst type="expliciet"><li><li.nr>a.</li.nr><al>aan de <extref doc="x">Minister</extref>;
          </al><lijst><li><li.nr>1°.</li.nr><al>op papier;</al></li></lijst></li></lijst></lid>
      <lid><lidnr>2.</lidnr><al>Slot.</al></lid></artikel>
    <artikel><kop><label>Artikel</label> <nr>4</nr></kop><al>Zonder leden.</al>
      <definitielijst><definitie-item><term>loon</term><definitie><al>wat men betaalt.</al>
      </definitie></definitie-item></definitielijst>
      <table><tgroup><thead><row><entry><al>Klasse</al></entry><entry><al>Aantal</al></entry></row>
      </thead><tbody><row><entry><al>klein</al></entry><entry><al>10</al></entry></row></tbody>
      </tgroup></table></artikel></hoofdstuk>
  </wettekst>
  <wetsluiting><slotformulering><al>Lasten en bevelen.</al></slotformulering><ondertekening>
    <functie>De Minister,</functie><naam><voornaam>J.</voornaam><achternaam>Jansen</achternaam>
    </naam></ondertekening></wetsluiting></wet-besluit>
  <bijlage><kop><label>Bijlage</label> <nr>1</nr></kop><al>Lijst.</al></bijlage>
</wetgeving></toestand>"""


def test_the_statute_book() -> None:
    heading, row = BlockKind.HEADING, BlockKind.TABLE_ROW
    text = BlockKind.PARAGRAPH
    assert read(STATUTE.encode(), "wet.xml") == (
        Block("Wet van 1 mei", heading, Part.PREAMBLE),
        Block("Wij Willem-Alexander,", text, Part.PREAMBLE),
        Block("Alzo Wij in overweging;", text, Part.PREAMBLE),
        Block("Hoofdstuk 2. Algemeen", heading, Part.BODY),
        Block("Artikel 3a. Begrippen", heading, Part.BODY),
        Block("1. De werkgever meldt:", text, Part.BODY),
        Block("a. aan de Minister;", text, Part.BODY),
        Block("1°. op papier;", text, Part.BODY),
        Block("2. Slot.", text, Part.BODY),
        Block("Artikel 4", heading, Part.BODY),
        Block("Zonder leden.", text, Part.BODY),
        Block("loon: wat men betaalt.", text, Part.BODY),
        Block("Klasse\tAantal", row, Part.BODY),
        Block("klein\t10", row, Part.BODY),
        Block("Lasten en bevelen.", text, Part.CLOSING),
        Block("De Minister,", text, Part.CLOSING),
        Block("J. Jansen", text, Part.CLOSING),
        Block("Bijlage 1", heading, Part.ANNEX),
        Block("Lijst.", text, Part.ANNEX),
    )


PUBLICATION = """<?xml version="1.0"?>
<!DOCTYPE officiele-publicatie SYSTEM "http://localhost/op.dtd">
<officiele-publicatie><metadata><meta name="x" content="weg"/></metadata><staatsblad>
<wet-besluit><regeling><aanhef><wij>Wij,</wij></aanhef><regeling-tekst>
<wijzig-artikel><kop><label>Artikel</label><nr>I</nr></kop>
  <wat>De Wet X wordt gewijzigd:</wat>
  <wijzig-lid><lidnr>A</lidnr><wat>Artikel 1 komt te luiden:</wat>
  <wijziging><artikel><kop><label>Artikel</label><nr>1</nr></kop><al>Nieuw.</al></artikel>
  </wijziging></wijzig-lid></wijzig-artikel></regeling-tekst></regeling></wet-besluit>
<nota-toelichting><kop><titel>NOTA VAN TOELICHTING</titel></kop><divisie><kop><nr>1.</nr>
  <titel>Algemeen</titel></kop><tekst><tussenkop>Doel</tussenkop><al>Waarom<sup>2</sup>.</al>
  <artikel><al>Uitleg.</al></artikel></tekst></divisie></nota-toelichting>
</staatsblad></officiele-publicatie>"""


def test_an_official_publication() -> None:
    found = read(PUBLICATION.encode(), "stb.xml")
    assert [block.text for block in found] == [
        "Wij,",
        "Artikel I",
        "De Wet X wordt gewijzigd:",
        "A",
        "Artikel 1 komt te luiden:",
        "Artikel 1",
        "Nieuw.",
        "NOTA VAN TOELICHTING",
        "1. Algemeen",
        "Doel",
        "Waarom2.",
        "Uitleg.",
    ]
    assert {block.part for block in found[7:]} == {Part.NOTE}
    assert {block.part for block in found[1:7]} == {Part.BODY}


def test_unspaced_kop_and_other_encodings() -> None:
    text = STATUTE.replace("</label> <nr>", "</label><nr>").replace("UTF-8", "UTF-16")
    assert read(text.encode("utf-16"), "wet.xml") == read(STATUTE.encode(), "wet.xml")
