"""The findings: the text with what is unclear marked at its place, and the list beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import streamlit as st

from checker.content.messages import criterion_name
from checker.models.legal_text import Part
from checker.models.rule import Criterion
from checker.models.rulebook import Rulebook
from checker.models.text_reading import TextReading
from checker.ui import navigation, state
from checker.ui.components import choosing
from checker.ui.components.draft_text import filters, hit_list
from checker.ui.components.draft_text.hits import Hit, Looked, by_rule, chosen
from checker.ui.components.draft_text.looking import look
from checker.ui.components.draft_text.pieces import Piece, cut_up
from checker.ui.components.draft_text.regulation_text import RegulationText
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.markup import esc, html, note, paragraph
from checker.ui.components.words import choice_label


def show(reading: TextReading, rulebook: Rulebook) -> None:
    """Draw the text with its findings."""
    language = state.language()
    looked, hits = look(reading, rulebook)
    if not looked:
        html(paragraph(words("no_rules"), "empty"))
        return
    wanted = filters.show(looked, hits, reading)
    groups = chosen(looked, hits, wanted, language)
    speaking = [group for group in groups if group[0].says_something]
    silent = [one for one, _ in groups if not one.says_something]
    shown = sorted((h for _, own in speaking for h in own), key=lambda hit: hit.number)
    pieces = _pieces(reading, hits, rulebook)
    piece = _pick_piece(pieces, shown)
    here = _inside(piece, shown)
    left, right = st.columns([7, 5])
    with left, st.container(key="text-pane"):
        html(
            f"<h2>{esc(words('text'))}</h2>",
            _legend(here),
            RegulationText(reading.text, piece, here, language).html(),
        )
    with right, st.container(key="list-pane"):
        html(
            f"<h2>{esc(words('findings'))}</h2>",
            paragraph(words("shown", count=len(shown), total=len(hits)), "help"),
        )
        _show_held_back(looked)
        if not speaking:
            html(paragraph(words("nothing_found"), "empty"))
        hit_list.show(speaking, by_rule(here), rulebook)
        hit_list.show_silent(silent)


def _show_held_back(looked: Sequence[Looked]) -> None:
    """Say that findings do not count yet, with the way to what they wait for."""
    held = [one for one in looked if not one.counts]
    if not held:
        return
    note(words("held_back", count=len(held), total=len(looked)))
    st.page_link(navigation.file_of("identity"), label=words("to_identity"), icon=":material/edit:")


def _pieces(reading: TextReading, hits: Sequence[Hit], rulebook: Rulebook) -> list[Piece]:
    starts = [hit.start for hit in hits]
    return state.derived("pieces", rulebook, lambda: cut_up(reading.text, starts))


def _inside(piece: Piece, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that begin in a piece; they are in the order of the text."""
    first = bisect_left(hits, piece.start, key=lambda hit: hit.start)
    return list(hits[first : bisect_right(hits, piece.end, key=lambda hit: hit.start)])


def _pick_piece(pieces: Sequence[Piece], hits: Sequence[Hit]) -> Piece:
    """Draw the choice of a piece where there are several."""
    if len(pieces) == 1:
        return pieces[0]
    options = {
        str(at): words("piece", name=name, count=len(_inside(piece, hits)))
        for at, (piece, name) in enumerate(zip(pieces, names_of(pieces), strict=True))
    }
    return pieces[int(choosing.pick("text:piece", words("pick_piece"), options))]


def names_of(pieces: Sequence[Piece]) -> list[str]:
    """Return how each piece is called; parts of one part are numbered."""
    plain = [_name(piece) for piece in pieces]
    seen: dict[str, int] = {}
    names = []
    for name in plain:
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} {seen[name]}" if plain.count(name) > 1 else name)
    return names


def _name(piece: Piece) -> str:
    told = []
    for part in piece.parts:
        articles = piece.articles() if part is Part.BODY else ()
        if not articles:
            told.append(choice_label(part))
        elif len(articles) == 1:
            told.append(words("article", number=articles[0]))
        else:
            told.append(words("articles", first=articles[0], last=articles[-1]))
    return ", ".join(told)


def _legend(hits: Sequence[Hit]) -> str:
    """Return what the marks mean: those that occur."""
    language = state.language()
    found = {hit.criterion for hit in hits if hit.switched_off is None}
    items = [
        f'<li><mark class="hit {c}">{esc(criterion_name(c, language))}</mark></li>'
        for c in Criterion
        if c in found
    ]
    if any(hit.switched_off is not None for hit in hits):
        items.append(f'<li><mark class="hit off">{esc(words("off/mark"))}</mark></li>')
    if not items:
        return ""
    return (
        f'<div class="legend"><span id="legend">{esc(words("legend"))}</span>'
        f'<ul aria-labelledby="legend">{"".join(items)}</ul></div>'
    )
