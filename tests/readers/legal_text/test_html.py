"""HTML: pages of the statute book and what Word, LibreOffice and pandoc save."""

import time

import pytest

from checker.models.legal_text import Block, BlockKind
from checker.models.problem import BadInputError
from checker.readers.legal_text import read


def blocks(body: str) -> tuple[Block, ...]:
    return read(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "wet.html")


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def test_a_page_of_the_statute_book() -> None:
    page = """
    <html><head><title>wet</title><style>p {}</style></head><body>
    <header><nav><a href="/">Zoeken</a></nav></header>
    <main><div class="artikel"><div class="article__header--main"><h4>Artikel 3a.
      Begripsbepalingen</h4></div><div class="article__header--functions"><ul><li>Toon</li></ul>
      </div><ul class="artikel_leden">
      <li><span class="lidnr">1</span>&nbsp;De <em>werk</em>gever &amp; de ander:
        <ul class="expliciet"><li><span class="ol">a.</span><p>het register;</p></li></ul></li>
      <li><span class="lidnr">2</span> Slot.</li></ul></div></main>
    <footer><p>Over deze site</p></footer><script>if (a < b) { "<p>nee</p>" }</script>
    </body></html>"""
    assert read(page.encode(), "wet.html") == (
        Block("Artikel 3a. Begripsbepalingen", BlockKind.HEADING),
        Block("1. De werkgever & de ander:"),
        Block("a. het register;"),
        Block("2. Slot."),
    )


def test_automatic_numbers() -> None:
    body = (
        '<ol start="3"><li>drie<ol type="a"><li>a</li><li><p>b</p><p>los</p></li></ol></li>'
        '<li value="7">zeven</li><li>8. acht</li></ol>'
        '<ol style="list-style-type: lower-roman"><li>romeins</li></ol>'
        "<ul><li>streep</li><li>a. eigen letter</li></ul>"
        '<ul style="list-style-type: none"><li>niets</li></ul>'
    )
    assert texts(body) == [
        "3. drie",
        "a. a",
        "b. b",
        "los",
        "7. zeven",
        "8. acht",
        "i. romeins",
        "– streep",
        "a. eigen letter",
        "niets",
    ]


def test_tables_and_layout_tables() -> None:
    body = (
        "<table><tr><th>Klasse</th><th>Aantal</th></tr><tr><td><p>klein</p></td><td>10</td></tr>"
        "</table><table><tr><td><h2>Artikel 1</h2><p>Tekst.</p></td></tr></table>"
    )
    assert blocks(body) == (
        Block("Klasse\tAantal", BlockKind.TABLE_ROW),
        Block("klein\t10", BlockKind.TABLE_ROW),
        Block("Artikel 1", BlockKind.HEADING),
        Block("Tekst."),
    )


def test_notes_deletions_and_what_is_hidden_are_left_out() -> None:
    body = (
        '<div title="header"><p>kop</p></div><p>De <del>oude</del><ins>nieuwe</ins> wet'
        '<a class="sdfootnoteanc" href="#n"><sup>1</sup></a>.</p><p hidden>weg</p>'
        '<p style="display: none">weg</p><!-- <p>weg</p> --><div id="sdfootnote1"><p>1 noot</p>'
        '</div><section class="footnotes"><ol><li>noot</li></ol></section>'
    )
    assert texts(body) == ["De nieuwe wet."]


def test_breaks_bold_and_definitions() -> None:
    body = (
        "<p><b>Artikel 1<br/>Begrippen</b></p><p>1. De werkgever<br>meldt dit.<br>2. Slot.</p>"
        "<dl><dt>loon</dt><dd>wat wordt betaald</dd></dl><pre>a. een\nb. twee</pre>"
    )
    found = blocks(body)
    assert [block.text for block in found] == [
        "Artikel 1",
        "Begrippen",
        "1. De werkgever meldt dit.",
        "2. Slot.",
        "loon: wat wordt betaald",
        "a. een",
        "b. twee",
    ]
    assert [block.kind for block in found[:2]] == [BlockKind.HEADING] * 2


def test_a_lone_sign_is_text() -> None:
    assert texts("<p>L < 12 m en b > 3 &euro;</p>") == ["L < 12 m en b > 3 €"]


@pytest.mark.parametrize(
    "hostile",
    ["<!--", "<a <a ", '<p "', "<p class='", "<script>", "<", "&", "<b>", "<ul><li>"],
)
def test_time_grows_with_size_only(hostile: str) -> None:
    start = time.process_time()
    read(b"<html>x" + (hostile * 100_000).encode(), "a.html")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("hostile", ["<table>", "<table><tr><td>x"])
def test_tables_inside_each_other_have_an_end(hostile: str) -> None:
    start = time.process_time()
    with pytest.raises(BadInputError) as caught:
        read(b"<html>x" + (hostile * 10_000).encode(), "a.html")
    assert [(p.file, p.code) for p in caught.value.problems] == [("a.html", "text_too_deep")]
    assert time.process_time() - start < 1
    nested = "<table><tr><td>" * 40 + "De werkgever meldt elk ongeval." + "</td></tr></table>" * 40
    assert texts(nested) == ["De werkgever meldt elk ongeval."]
