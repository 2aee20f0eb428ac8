"""The letter to the panel is plain: our own sentences keep to what B1 texts have."""

import pytest

from checker.content import texts
from checker.legal_text.readability import brouwer, flesch_douma
from checker.legal_text.readability import measure as measure_text
from checker.legal_text.structure import parse
from checker.models.legal_text import Part
from checker.readers.legal_text import read_pasted
from checker.report import word
from checker.report.word.plain_words import measure, whole_sentences
from tests.report.word.documents import opened

_FOR_THE_DRAFTER = ("readability", "not_dutch", "part/", "gap", "caption", "hours", "minutes")


def _own_sentences(language):
    """Every fixed sentence of the letter, its questions and its headings."""
    prefix = "word/briefing/"
    found = {
        key.removeprefix(prefix): text.replace("{date}", "1 juli 2027").replace("{count}", "3")
        for key, text in texts(language).items()
        if key.startswith(prefix)
    }
    return [
        text.replace("{3:ander punt|andere punten}", "andere punten")
        .replace("{count:ander punt|andere punten}", "andere punten")
        .replace("{count:other point|other points}", "other points")
        for key, text in found.items()
        if not key.removeprefix("heading/").startswith(_FOR_THE_DRAFTER)
    ]


def test_our_own_sentences_are_short_and_in_everyday_words():
    """Bounds of our own, after what is said of B1: some ten words a sentence, easy on both scales.

    80 and more is very easy on the scale of Brouwer and easy on that of Flesch-Douma.
    """
    found = measure(_own_sentences("nl"))
    assert found.sentences > 25
    assert found.words_per_sentence <= 10
    assert found.longest <= 15
    assert found.flesch_douma >= 80
    assert found.brouwer >= 80


def test_the_english_ones_are_short_too():
    found = measure(_own_sentences("en"))
    assert found.words_per_sentence <= 11
    assert found.longest <= 17


def test_measures_are_those_of_a_legal_text():
    body = "De werkgever telt de hamers. De inspecteur komt langs en leest de lijst na."
    part = measure_text(parse(read_pasted(f"Artikel 1\n{body}")), Part.BODY)
    found = measure([body])
    assert found.words_per_sentence == part.words_per_sentence == 7
    assert found.flesch_douma == pytest.approx(part.flesch_douma)
    assert found.brouwer == pytest.approx(part.brouwer)
    assert flesch_douma(7, 1.5) > found.flesch_douma - 40
    assert brouwer(7, 1.5) > found.brouwer - 40
    assert measure([]).words_per_sentence is None


def test_a_text_is_cut_between_sentences():
    text = "Een korte zin. Een tweede zin die wat langer is. En een derde."
    assert whole_sentences(text, 50) == "Een korte zin. Een tweede zin die wat langer is."
    assert whole_sentences("woord " * 20, 20) == "woord woord woord…"
    assert whole_sentences("kort", 20) == "kort"


def test_the_letter_prints_how_it_reads(sample, assessed, rulebook):
    letter = opened(word.Kind.BRIEFING, assessed(sample), rulebook)
    head, *rows = [[cell.text for cell in row.cells] for row in letter.tables[-1].rows]
    assert head[1:] == ["Woorden per zin", "Langste zin (woorden)", "Flesch-Douma", "Brouwer"]
    assert [row[0] for row in rows] == ["Hele brief", "Vaste zinnen", "Tekst uit het dossier"]
    easy, hard = (float(row[3].replace(",", ".")) for row in rows[1:])
    assert easy > hard
    english = opened(word.Kind.BRIEFING, assessed(sample), rulebook, "en")
    assert "Flesch-Douma" not in english.tables[-1].rows[0].cells[-1].text
