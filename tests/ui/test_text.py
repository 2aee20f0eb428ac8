"""The page Text of the draft: read a text in, see its findings, take its facts over."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.content import say, texts
from checker.legal_text.proposals import propose
from checker.legal_text.reading import read_stored
from checker.legal_text.stored import to_stored
from checker.models.draft_text import DraftText, SwitchedOff
from checker.models.finding import Outcome
from checker.models.legal_text import Part
from checker.models.regulation import Identity, Instrument, Phase, Regulation
from checker.models.rule import Criterion
from checker.readers.legal_text import read_pasted
from checker.ui.components.draft_text import (
    fact_words,
    hits,
    marking,
    pieces,
    switching,
    taking,
)
from checker.ui.components.draft_text.hits import Hit, Looked, Wanted
from checker.ui.components.draft_text.regulation_text import RegulationText
from tests.readers.legal_text.files import docx, p
from tests.ui.conftest import App

DRAFT = """\
Besluit van 3 maart 2027, houdende regels over lasrook (Besluit lasrook)

Gelet op artikel 16 van de Arbeidsomstandighedenwet;

Hebben goedgevonden en verstaan:

Artikel 1
In dit besluit wordt verstaan onder incident: een gebeurtenis waarbij lasrook vrijkomt.

Artikel 2
1. De werkgever treft passende maatregelen tegen lasrook.
2. De werkgever meldt een incident zo spoedig mogelijk aan de toezichthouder.
3. De werkgever bewaart de gegevens op passende wijze.

Artikel 3
Met het toezicht op de naleving van artikel 2 is belast de Nederlandse Arbeidsinspectie.

Artikel 4
Overtreding van artikel 2 kan worden bestraft met een bestuurlijke boete van € 10.000.

Artikel 5
Dit besluit treedt in werking met ingang van 1 juli 2027.
"""
KNOWN = Identity(phase=Phase.ADOPTION, instrument=Instrument.AMVB)
VAGUE = "DUI-03"
ENTITY = re.compile(r"<[^>]*>")


def words(key: str, language: str = "nl", **values) -> str:
    return say(language, f"text_ui/{key}", **values)


def with_text(text: str = DRAFT, identity: Identity = KNOWN, **parts) -> Regulation:
    body = to_stored(read_pasted(text))
    return Regulation(identity=identity, text=DraftText(name="lasrook.txt", body=body, **parts))


def upload(app: App, content: bytes, name: str) -> App:
    app.test.main.get("file_uploader")[0].upload(name, content).run()
    app.assert_sound()
    return app


def stripped(markup: str) -> str:
    return unescape(ENTITY.sub("", markup))


@pytest.fixture
def page(app) -> App:
    return app.go("text")


@pytest.fixture
def read_page(open_app) -> App:
    return open_app(with_text()).go("text")


# --- marking --------------------------------------------------------------------------------------


def hit(number: int, start: int, end: int, off: str | None = None) -> Hit:
    criterion = list(Criterion)[number % 4]
    return Hit(number, f"DUI-{number}", criterion, 'Ti"tel <b>', start, end, switched_off=off)


@st.composite
def texts_with_hits(draw):
    text = draw(st.text("ab <>&\"'é𝄞\t", min_size=1, max_size=60))
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place).map(sorted), max_size=8))
    spans = sorted((s, e) for s, e in spans if s < e)
    found = [hit(n, s, e, draw(st.none() | st.just("r"))) for n, (s, e) in enumerate(spans, 1)]
    return text, found


@given(texts_with_hits())
def test_without_its_tags_the_marked_text_is_the_text(case):
    text, found = case
    assert stripped(marking.marked(text, 0, len(text), found)) == text


@given(texts_with_hits())
def test_no_hit_is_lost_and_each_is_a_link_of_its_own(case):
    text, found = case
    markup = marking.marked(text, 0, len(text), found)
    for one in found:
        assert markup.count(f'id="hit-{one.number}"') == 1
        assert f'href="#item-{one.number}"' in markup
    inside = [re.sub(r"<mark[^>]*>", "(", m) for m in re.findall(r"</?mark[^>]*>", markup)]
    assert inside.count("(") == inside.count("</mark>")


def test_a_hit_inside_another_lies_inside_its_mark():
    outer, inner = hit(1, 0, 12), hit(2, 3, 6)
    markup = marking.marked("een hele zin", 0, 12, [outer, inner])
    assert markup.index('id="hit-1"') < markup.index('id="hit-2"')
    assert re.search(rf'<mark class="hit {outer.criterion}">\s*<mark', markup)


# --- the text as markup ---------------------------------------------------------------------------


def test_the_whole_text_is_there_in_every_piece():
    legal = read_stored(with_text().text.body).text
    for most in (10, 200, 10_000):
        cut = pieces.cut_up(legal, most=most)
        shown = [line for piece in cut for line in piece.lines]
        assert [legal.text[line.start : line.end] for line in shown] == legal.text.split("\n")
        drawn = "".join(RegulationText(legal, piece, (), "nl").html() for piece in cut)
        for line in legal.text.split("\n"):
            assert line.split(" ", 1)[-1] in stripped(drawn)


def test_a_hit_on_several_lines_is_a_number_at_its_first():
    legal = read_stored(with_text().text.body).text
    article = next(a for a in legal.articles if a.number == "2")
    whole = hit(1, article.start, article.end)
    (piece,) = pieces.cut_up(legal)
    markup = RegulationText(legal, piece, [whole], "nl").html()
    assert "<mark" not in markup
    assert re.search(r'<h4><span class="number"><a class="hit-number whole" id="hit-1"', markup)


def test_amending_text_is_told_apart():
    text = (
        "Artikel I\nHet Besluit lasrook wordt als volgt gewijzigd:\nA\nArtikel 3 komt te luiden:\n"
        "Artikel 3\n1. De werkgever meldt een incident.\n"
        "Artikel II\nDit besluit treedt in werking met ingang van 1 juli 2027.\n"
    )
    legal = read_stored(to_stored(read_pasted(text))).text
    (piece,) = pieces.cut_up(legal)
    markup = RegulationText(legal, piece, (), "nl").html()
    assert words("inserted") in markup
    assert re.search(r'<p class="text[^"]* inserted">', markup)
    assert re.search(r'<p class="[^"]*instruction[^"]*">', markup)


def test_long_texts_come_in_pieces_by_article_and_part():
    many = "\n".join(f"Artikel {n}\nDe werkgever meldt {n} incidenten." for n in range(1, 200))
    body = to_stored(read_pasted(f"{many}\nNOTA VAN TOELICHTING\nAlgemeen\n{'Uitleg. ' * 50}"))
    legal = read_stored(body).text
    cut = pieces.cut_up(legal, most=2_000)
    assert len(cut) > 3
    assert all(piece.end - piece.start <= 2_000 for piece in cut)
    assert all(Part.NOTE not in piece.parts or piece.parts == (Part.NOTE,) for piece in cut)
    articles = [number for piece in cut for number in piece.articles()]
    assert articles == [article.number for article in legal.articles]


def test_pieces_hold_no_more_hits_than_fit():
    legal = read_stored(with_text().text.body).text
    starts = sorted([legal.articles[1].start + 5] * 200 + [legal.articles[3].start + 5] * 200)
    assert len(pieces.cut_up(legal, starts)) == 2


# --- which are wanted -----------------------------------------------------------------------------


def looked_at(rulebook, regulation: Regulation) -> list[Looked]:
    from checker.assess import judge

    rules = [rule for rule in rulebook.stable_rules if rule.check.needs_text]
    return [Looked(judge(rule, regulation, rulebook.parameters)) for rule in rules]


def test_filters_narrow_findings_and_places(rulebook):
    looked = looked_at(rulebook, with_text())
    every = hits.gather(looked, "nl")
    assert [one.number for one in every] == list(range(1, len(every) + 1))
    assert [one.start for one in every] == sorted(one.start for one in every)

    def numbers(**wanted) -> set[int]:
        found = hits.chosen(looked, every, Wanted(**wanted), "nl")
        return {one.number for _, own in found for one in own}

    assert numbers() == {one.number for one in every}
    vague = numbers(rule=VAGUE)
    assert vague == {one.number for one in every if one.rule == VAGUE}
    assert numbers(rule=VAGUE, articles=frozenset({"9"})) == set()
    assert numbers(rule=VAGUE, articles=frozenset({"2"})) == vague
    assert numbers(rule=VAGUE, words=("passende",)) == vague
    assert numbers(words=("geenwoord",)) == set()
    assert numbers(outcome=Outcome.NOT_APPLICABLE) == set()
    assert numbers(criterion=Criterion.CLARITY) == {
        one.number for one in every if one.criterion is Criterion.CLARITY
    }


def test_scopes_are_words_in_an_article_words_anywhere_and_all():
    found = [
        Hit(n, VAGUE, Criterion.CLARITY, "t", n, n + 1, article, None, quote, off)
        for n, (quote, article, off) in enumerate(
            [("a", "1", None), ("a", "1", None), ("a", "2", None), ("b", None, None),
             ("c", "1", "reden")], start=1)
    ]  # fmt: skip
    scopes = [(s.quote, s.article, s.outside_articles, s.count) for s in switching.scopes_of(found)]
    assert scopes == [
        ("a", "1", None, 2), ("a", "2", None, 1), ("b", None, True, 1), ("a", None, None, 3),
        (None, None, None, 4),
    ]  # fmt: skip


def test_the_same_words_in_two_inserted_articles_are_two_scopes():
    found = [
        Hit(n, VAGUE, Criterion.CLARITY, "t", n, n + 1, "I", None, "a", inserted_article=inserted)
        for n, inserted in enumerate(["3", "4", None])
    ]
    scopes = switching.scopes_of(found)
    assert [(s.article, s.inserted_article, s.count) for s in scopes] == [
        ("I", "3", 1), ("I", "4", 1), ("I", None, 1), (None, None, 3), (None, None, 3),
    ]  # fmt: skip
    assert len({scope.name for scope in scopes}) == len(scopes)
    assert words("off/inserted", what="“a”", article="I", inserted="3") == switching.scope_text(
        scopes[0]
    )


# --- reading in -----------------------------------------------------------------------------------


def docx_of(text: str) -> bytes:
    return docx("".join(p(line) for line in text.splitlines() if line))


@pytest.mark.parametrize(
    ("content", "name"),
    [(DRAFT.encode(), "a.txt"), (docx_of(DRAFT), "a.docx")],
    ids=["txt", "docx"],
)
def test_a_file_is_read_into_the_dossier(page, content, name):
    upload(page, content, name)
    assert page.regulation.text.name == name
    assert "Artikelen: 5, genummerde leden: 3" in page.html
    assert f"<h2>{name}</h2>" in page.html
    assert page.desk.unsaved


def test_a_pasted_text_is_read(page):
    page.type(words("paste/label"), DRAFT).press(words("paste/read"))
    page.assert_sound()
    assert page.regulation.text.name is None
    assert words("pasted") in page.html


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(50), "a.docx"), (b"", "a.txt"), (b"PK\x03\x04x", "a.docx"),
     (b"%PDF-1.4 x", "a.pdf")],
    ids=["picture", "empty", "broken-docx", "broken-pdf"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_message_and_loses_nothing(page, content, name):
    page.type(words("paste/label"), "Artikel 1\nHalf getypt.")
    before = page.regulation
    upload(page, content, name)
    assert page.html.count('role="alert"') == 1
    assert words("refused") in page.html
    assert page.regulation is before
    page.go("start").go("text").assert_sound()
    assert page.find("text_area", words("paste/label")).value == "Artikel 1\nHalf getypt."


def test_nothing_pasted_says_so_and_another_text_goes(page):
    page.press(words("paste/read")).assert_sound()
    assert say("nl", "problems/text_empty") in page.html
    page.type(words("paste/label"), DRAFT).press(words("paste/read")).assert_sound()
    assert page.regulation.text.body is not None


def test_another_text_leaves_answers_and_reasons(open_app):
    off = SwitchedOff(rule=VAGUE, reason="Vaste term", quote="passende")
    app = open_app(with_text(switched_off=(off,))).go("text")
    app.press(words("replace")).assert_sound()
    upload(app, b"Artikel 1\nDe werkgever treft passende maatregelen.", "nieuw.txt")
    assert app.regulation.text.name == "nieuw.txt"
    assert app.regulation.text.switched_off == (off,)
    assert app.regulation.identity == KNOWN
    assert words("keep") not in app.labels("button")


def test_a_refused_replacement_leaves_the_text(read_page):
    before = read_page.regulation
    read_page.press(words("replace"))
    upload(read_page, b"", "leeg.txt")
    assert read_page.regulation is before
    read_page.press(words("keep")).assert_sound()
    assert words("refused") not in read_page.html


def test_the_text_goes_at_once_and_reasons_only_after_a_warning(open_app):
    app = open_app(with_text()).go("text").press(words("remove"))
    assert app.regulation.text == DraftText()
    off = SwitchedOff(rule=VAGUE, reason="Vaste term")
    app = open_app(with_text(switched_off=(off,))).go("text").press(words("remove"))
    assert app.regulation.text.switched_off == (off,)
    app.press(words("remove_not")).press(words("remove")).press(words("remove_anyway"))
    assert app.regulation.text == DraftText()
    assert app.regulation.identity == KNOWN


# --- findings on screen ---------------------------------------------------------------------------


def test_every_mark_has_its_place_in_the_list_and_back(read_page):
    markup = read_page.html
    marks = set(re.findall(r'id="hit-(\d+)"', markup))
    assert len(marks) > 2
    assert marks == set(re.findall(r'href="#hit-(\d+)"', markup))
    assert marks == set(re.findall(r'id="item-(\d+)"', markup))
    assert marks == set(re.findall(r'href="#item-(\d+)"', markup))


def test_findings_that_do_not_count_yet_are_shown_and_say_so(open_app):
    app = open_app(with_text(identity=Identity(phase=Phase.IDEA))).go("text")
    app.assert_sound()
    assert 'id="hit-1"' in app.html
    assert say("nl", "results/reason/not_due") in app.html


def test_the_filter_is_kept(read_page):
    everything = read_page.html.count('id="item-')
    read_page.find("selectbox", words("rule")).select(VAGUE).run()
    read_page.assert_sound()
    assert 0 < read_page.html.count('id="item-') < everything
    read_page.go("start").go("text")
    assert read_page.find("selectbox", words("rule")).value == VAGUE


def clarity(app: App):
    app.go("scorecard")
    found = next(c for c in app.desk.assessed[1].criteria if c.criterion is Criterion.CLARITY)
    app.go("text")
    return found.score


def test_switching_off_needs_a_reason_counts_and_can_be_undone(read_page):
    before = clarity(read_page)
    read_page.press(words("off/begin", rule=VAGUE)).press(words("off/do"))
    assert words("off/reason_needed") in read_page.html
    assert read_page.regulation.text.switched_off == ()
    which = read_page.find("selectbox", words("off/which"))
    which.select_index(len(which.options) - 1).run()
    read_page.type(words("off/reason"), "Vaste term <b>").press(words("off/do"))
    read_page.assert_sound()
    assert read_page.regulation.text.switched_off == (
        SwitchedOff(rule=VAGUE, reason="Vaste term <b>"),
    )
    assert "Vaste term &lt;b&gt;" in read_page.html
    assert 'class="hit clarity off"' in read_page.html
    assert clarity(read_page) > before
    read_page.press(words("off/undo"))
    assert read_page.regulation.text.switched_off == ()
    assert clarity(read_page) == before


def test_one_place_can_be_switched_off_alone(read_page):
    read_page.press(words("off/begin", rule=VAGUE))
    read_page.type(words("off/reason"), "Uitgelegd in de toelichting.").press(words("off/do"))
    (kept,) = read_page.regulation.text.switched_off
    assert (kept.quote, kept.article) == ("passende", "2")
    assert words("off/place", what="“passende”", article="2") in read_page.html


def test_a_reason_without_its_finding_can_still_be_taken_back(open_app):
    off = SwitchedOff(rule=VAGUE, reason="Van vroeger", quote="weg")
    app = open_app(with_text("Artikel 1\nDit besluit heet lasrook.", switched_off=(off,)))
    app.go("text").assert_sound()
    assert words("off/elsewhere") in app.html
    app.press(words("off/undo"))
    assert app.regulation.text.switched_off == ()


def test_the_scorecard_quotes_the_text_and_leads_to_it(open_app):
    off = SwitchedOff(rule=VAGUE, reason="Vaste term", quote="zo spoedig mogelijk")
    app = open_app(with_text(switched_off=(off,))).go("scorecard")
    assert re.search(r"art\. 2 lid 1: <q lang=\"nl\">passende</q>", app.html)
    assert 'data-page="tekst"' in app.html


def test_text_of_the_draft_is_never_markup(open_app):
    nasty = "<img src=x onerror=alert(1)>"
    text = DRAFT.replace("tegen lasrook", nasty).replace("Besluit lasrook", nasty)
    app = open_app(with_text(text)).go("text")
    for view in ("findings", "facts", "readability"):
        app.part(view).assert_sound()
        assert "<img" not in app.html


# --- facts ----------------------------------------------------------------------------------------


def test_nothing_is_ticked_by_itself_and_only_what_is_ticked_goes_over(open_app):
    app = open_app(with_text(identity=Identity())).go("text").part("facts")
    app.assert_sound()
    assert not any(box.value for box in app.test.main.get("checkbox"))
    box = next(b for b in app.test.main.get("checkbox") if b.label.startswith("Fase"))
    box.check().run()
    app.press(words("facts/take", count=1)).assert_sound()
    assert app.regulation.identity.phase is Phase.DRAFT
    assert app.regulation.identity.title is None
    assert words("facts/taken", count=1) in app.html


def test_what_the_adviser_filled_in_is_never_written_over(open_app):
    own = Identity(title="Eigen titel", phase=Phase.ATR)
    app = open_app(with_text(identity=own)).go("text").part("facts")
    assert not any(
        b.label.startswith("Titel van de regeling") for b in app.test.main.get("checkbox")
    )
    assert "Eigen titel" in app.html
    every = next(b for b in app.test.main.get("button") if b.label.startswith("Alles aanvinken"))
    every.click().run()
    count = sum(box.value for box in app.test.main.get("checkbox"))
    app.press(words("facts/take", count=count)).assert_sound()
    assert app.regulation.identity.title == "Eigen titel"
    assert app.regulation.identity.phase is Phase.ATR
    assert len(app.regulation.obligations) >= 3
    app.go("obligations").assert_sound()


def test_refused_facts_are_put_away_and_can_come_back(open_app):
    app = open_app(with_text(identity=Identity())).go("text").part("facts")
    offered = len(app.test.main.get("checkbox"))
    app.test.main.get("checkbox")[0].check().run()
    app.press(words("facts/put_away", count=1)).assert_sound()
    assert len(app.test.main.get("checkbox")) == offered - 1
    assert app.regulation.identity == Identity()
    app.press(words("facts/bring_back"))
    assert len(app.test.main.get("checkbox")) == offered


def test_many_duties_come_in_pages(open_app):
    duties = "\n".join(
        f"Artikel {n}\nDe werkgever meldt een incident van soort {n} aan de toezichthouder."
        for n in range(1, 46)
    )
    app = open_app(with_text(duties)).go("text").part("facts")
    app.assert_sound()
    assert "1–30" in app.find("selectbox", words("facts/pick_page", count=45)).options


def test_duties_are_compared_once_for_each_dossier(open_app, monkeypatch):
    compared = []
    plain = taking.versions

    def counted(regulation, proposals):
        compared.append(regulation)
        return plain(regulation, proposals)

    monkeypatch.setattr(taking, "versions", counted)
    app = open_app(with_text(identity=Identity())).go("text").part("facts")
    box = next(b for b in app.test.main.get("checkbox") if b.label.startswith("Fase"))
    box.check().run()
    assert len(compared) == 1
    app.press(words("facts/take", count=1)).assert_sound()
    assert len(compared) == 2


def test_it_says_what_was_not_compared(open_app):
    line = "De werkgever bewaart stuk{} voor {} zo lang als dat voor het toezicht nodig is"
    duties = [line.format(n, "gevaar " * 60) for n in range(102)]
    text = with_text("Artikel 1\n" + "\n".join(f"{duty}." for duty in duties))
    proposed = propose(read_stored(text.text.body))
    present = [p.value for p in proposed if p.path == ("obligations",)][:1]
    others = [
        present[0].model_copy(update={"id": f"x{n}", "description": f"Een schip vaart{n}"})
        for n in range(102)
    ]
    dossier = text.model_copy(update={"obligations": (*present, *others)})
    app = open_app(dossier).go("text").part("facts")
    app.assert_sound()
    assert words("facts/same_start") in app.html
    assert words("facts/unsearched", count=101) in app.html


def test_a_value_is_told_in_words(app):
    assert fact_words.section_of(("sunset", "article")) == "evaluation"


@settings(max_examples=20)
@given(st.text(max_size=300))
def test_any_text_can_be_drawn(text):
    from checker.models.problem import BadInputError

    try:
        body = to_stored(read_pasted(text))
    except BadInputError:
        return
    legal = read_stored(body).text
    for piece in pieces.cut_up(legal):
        assert RegulationText(legal, piece, (), "en").html()


# --- words ----------------------------------------------------------------------------------------


def test_every_key_of_the_page_has_a_text():
    folder = Path(fact_words.__file__).parent
    files = [*folder.glob("*.py"), folder.parents[1] / "screens" / "text.py"]
    used = {
        key
        for file in files
        for key in re.findall(r'words\(\s*"([a-z_0-9/]+)"', file.read_text("utf-8"))
    }
    assert len(used) > 50
    assert sorted(key for key in used if f"text_ui/{key}" not in texts("nl")) == []


def test_english_is_complete(open_app):
    app = open_app(with_text(), language="en").go("text")
    for view in ("findings", "facts", "readability"):
        app.part(view).assert_sound()
    assert words("readability/caption", "en") in app.html
