"""Every document of every sample, in both languages: sound, accessible, the same each time."""

import re
from datetime import date
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from checker.content import say
from checker.models.regulation import Identity, Panel, Regulation
from checker.readers import dossier
from checker.report import word
from tests.report.word.documents import headings, opened, texts, under, whole

SPOKEN = {"nl": "nl-NL", "en": "en-GB"}
KINDS = list(word.Kind)
ALMOST_EMPTY = Regulation(identity=Identity(title="Besluit proef"))
NASTY = (
    "</w:t></w:r><w:p>&amp; <b>vet</b> ]]>", "{ HYPERLINK \"http://x\" }", "=1+1", "«veld»",
    "a\x0bb\u202ec\ufffe", "{titel} {0} {",
)  # fmt: skip


@pytest.fixture(scope="session")
def all_assessed(samples, rulebook, assessed):
    return [assessed(dossier.read(path, rulebook)) for path in samples]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_sample_gives_a_sound_document(kind, language, all_assessed, rulebook):
    for assessment in all_assessed:
        document = opened(kind, assessment, rulebook, language)
        assert headings(document)
        assert document.core_properties.language == SPOKEN[language]
        styles = document.styles.element
        assert {e.get(qn("w:val")) for e in styles.iter(qn("w:lang"))} == {SPOKEN[language]}
        assert [p.text for p in document.paragraphs if not whole_of(p).strip()] == []
        for table in document.tables:
            first, *rest = table._tbl.tr_lst
            assert first.trPr.find(qn("w:tblHeader")) is not None
            assert rest
            assert all(len(row.tc_lst) == len(first.tc_lst) for row in rest)
        for text in texts(document):
            assert not re.search(r"word/|\{\w*\}|[:(] ?None\b|\bDecimal|\bnan\b", text), text


def whole_of(paragraph) -> str:
    return "".join(t.text or "" for t in paragraph._p.iter(qn("w:t")))


def test_levels_of_headings_are_not_skipped(all_assessed, rulebook):
    for kind in KINDS:
        names = [p.style.name for p in opened(kind, all_assessed[0], rulebook).paragraphs]
        levels = [int(name[-1]) for name in names if name.startswith("Heading")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_is_a4_with_title_and_number_below(all_assessed, rulebook):
    for kind, is_wide in ((word.Kind.PARAGRAPH, False), (word.Kind.TRANSPOSITION, True)):
        section = opened(kind, all_assessed[0], rulebook).sections[0]
        sides = (section.page_width, section.page_height)
        wanted = (Mm(297), Mm(210)) if is_wide else (Mm(210), Mm(297))
        assert all(abs(side - want) < Mm(1) for side, want in zip(sides, wanted, strict=True))
        footer = section.footer.paragraphs[0]
        fields = [f.get(qn("w:instr")).strip() for f in footer._p.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert word.title(kind, "nl") in footer.text


def test_the_same_gives_the_same_bytes_and_no_time_of_the_clock(all_assessed, rulebook):
    for kind in KINDS:
        first, second = (word.build(kind, all_assessed[0], rulebook, "nl") for _ in range(2))
        assert first == second
        with ZipFile(BytesIO(first)) as packed:
            assert {part.date_time[0] for part in packed.infolist()} == {1980}
            assert not [name for name in packed.namelist() if "thumbnail" in name]
    known = opened(word.Kind.REPORT, all_assessed[0], rulebook).core_properties
    assert known.created == known.modified
    assert known.created.date() == date(2026, 3, 2)
    assert known.title.startswith("Rapport MKB-toets: ")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_gaps_are_seen_in_their_place_and_listed(kind, language, assessed, rulebook):
    document = opened(kind, assessed(ALMOST_EMPTY), rulebook, language)
    before = say(language, "word/gap", what="\0").partition("\0")[0]
    marked = {
        run.text
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.font.highlight_color is not None
    }
    assert marked
    assert all(text.startswith(before) for text in marked)
    listed = "\n".join(under(document, say(language, "word/closing/gaps")))
    assert [text for text in marked if text.removeprefix(before).rstrip("]") not in listed] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_dossier_has_no_gap(kind, full, assessed, rulebook):
    document = opened(kind, assessed(full), rulebook)
    assert [text for text in texts(document) if "nog in te vullen" in text.lower()] == []


@pytest.fixture(scope="session")
def full(samples, rulebook) -> Regulation:
    """The clean sample, with the one fact it lacks."""
    path = next(p for p in samples if p.parent.name.startswith("12") and p.stem == "dossier-b")
    return dossier.read(path, rulebook)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_user_wrote_stays_text(kind, sample, assessed, rulebook):
    words = " ".join(NASTY)
    changed = sample.model_copy(
        update={
            "identity": sample.identity.model_copy(update={"title": words, "summary": words}),
            "purpose": sample.purpose.model_copy(update={"problem": words}),
            "obligations": tuple(
                duty.model_copy(update={"description": words}) for duty in sample.obligations
            ),
            "eu": sample.eu.model_copy(
                update={
                    "provisions": tuple(
                        item.model_copy(update={"description": words})
                        for item in sample.eu.provisions or ()
                    )
                }
            ),
            "panel": sample.panel.model_copy(
                update={
                    "remarks": tuple(
                        remark.model_copy(update={"text": words})
                        for remark in sample.panel.remarks or ()
                    )
                }
            ),
        }
    )
    document = opened(kind, assessed(changed), rulebook)
    text = whole(document)
    assert "</w:t></w:r><w:p>&amp; <b>vet</b> ]]>" in text
    assert '{ HYPERLINK "http://x" } =1+1 «veld» ab' in text
    codes = {f.get(qn("w:instr")).split()[0] for f in document.element.iter(qn("w:fldSimple"))}
    assert codes <= {"SEQ"}
    assert not list(document.element.iter(qn("w:instrText")))
    assert not list(document.element.iter(qn("w:hyperlink")))


def test_very_long_texts_are_all_there(sample, assessed, rulebook):
    words = " ".join(f"woord{number}" for number in range(2_000))
    purpose = sample.purpose.model_copy(update={"problem": f"{words}\n\n{words}"})
    obligations = (sample.obligations[0].model_copy(update={"description": words}),)
    long = sample.model_copy(update={"purpose": purpose, "obligations": obligations})
    paragraph = opened(word.Kind.PARAGRAPH, assessed(long), rulebook)
    assert whole(paragraph).count("woord1999") == 4  # twice the problem, two tables
    row = next(
        row
        for table in paragraph.tables
        for row in table._tbl.tr_lst
        if "woord1999" in "".join(t.text for t in row.iter(qn("w:t")))
    )
    assert row.trPr is None or row.trPr.find(qn("w:cantSplit")) is None
    assert "woord1999" not in whole(opened(word.Kind.BRIEFING, assessed(long), rulebook))


def test_names_stay_out_unless_asked_for(assessed, rulebook):
    panel = Panel.model_validate(
        {"held": True, "date": date(2026, 2, 1), "participants": [{"name": "Sanne de Wit"}]}
    )
    assessment = assessed(Regulation(panel=panel))
    for kind in KINDS:
        assert "Sanne" not in whole(opened(kind, assessment, rulebook))
    for kind in (word.Kind.REPORT, word.Kind.PARAGRAPH):
        assert "Sanne de Wit" in whole(opened(kind, assessment, rulebook, with_names=True))


def test_file_names_differ_and_end_in_docx(all_assessed):
    names = {word.file_name(kind, all_assessed[0], "nl") for kind in KINDS}
    assert len(names) == len(KINDS)
    assert all(name.endswith(" - 2026-03-02.docx") for name in names)
