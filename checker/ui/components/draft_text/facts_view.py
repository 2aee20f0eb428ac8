"""The facts recognised in the text: each proposed for the dossier, to be taken over or not."""

from collections.abc import Iterable, Sequence

import streamlit as st

from checker.legal_text.proposals import present_of, propose
from checker.legal_text.versions import Matched
from checker.models.obligation import Obligation
from checker.models.rule import Section
from checker.models.rulebook import Rulebook
from checker.models.text_reading import TextReading
from checker.models.wording import cut
from checker.ui import navigation, state
from checker.ui.components import choosing
from checker.ui.components.draft_text import other_facts, taking
from checker.ui.components.draft_text.fact_words import (
    place_text,
    section_of,
    title_of,
    value_text,
)
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.draft_text.taking import Offer
from checker.ui.components.markup import esc, fold, html, paragraph, plain
from checker.ui.components.words import choice_label, label

PAGE = 30
"""Proposals of one section that are shown at once."""
_LONGEST_TITLE = 160


def show(reading: TextReading, rulebook: Rulebook) -> None:
    """Draw the proposals by section of the form, and the counts of what else was seen."""
    proposals = state.derived("proposals", rulebook, lambda: propose(reading, rulebook.parameters))
    away = taking.put_away()
    every, found = taking.offers(proposals, rulebook)
    wanted = [offer for offer in every if offer.is_open and offer.id not in away]
    html(paragraph(words("facts/intro"), "help"))
    _show_taken()
    if not wanted:
        html(paragraph(words("facts/nothing_open" if every else "facts/nothing"), "empty"))
    chosen = [offer for offer in wanted if offer.id in taking.ticked()]
    if wanted:
        _show_actions(wanted, chosen, "top")
    for section, own in _by_section(wanted).items():
        _show_section(section, own)
    if len(wanted) > PAGE:
        _show_actions(wanted, chosen, "bottom")
    _show_closed([offer for offer in every if not offer.is_open])
    _show_gone(found.gone)
    if found.unsearched:
        html(paragraph(words("facts/unsearched", count=found.unsearched), "help"))
    _show_away([offer for offer in every if offer.is_open and offer.id in away])
    other_facts.show(reading, rulebook.parameters)


def _by_section(offers: Iterable[Offer]) -> dict[Section, list[Offer]]:
    found: dict[Section, list[Offer]] = {}
    for offer in offers:
        found.setdefault(section_of(offer.proposal.path), []).append(offer)
    return found


def _show_taken() -> None:
    """Draw the way to the parts of the form that facts were just put into."""
    sections = taking.sections_taken()
    if not sections:
        return
    html(paragraph(words("facts/look_there")))
    with st.container(horizontal=True):  # columns would cut the names of four sections or more
        for section in sections:
            st.page_link(
                navigation.file_of(section),
                label=choice_label(section),
                icon=":material/edit:",
                width="content",
            )


def _show_actions(wanted: Sequence[Offer], chosen: Sequence[Offer], where: str) -> None:
    every, take, away = st.columns([3, 4, 4])
    names = tuple(offer.id for offer in wanted)
    all_on = len(chosen) == len(wanted)
    with every:
        st.button(
            words("facts/none" if all_on else "facts/all", count=len(wanted)),
            key=state.widget_key("facts", "all", where),
            icon=":material/checklist:",
            width="stretch",
            on_click=taking.tick_all,
            args=(names, not all_on),
        )
    with take:
        st.button(
            words("facts/take", count=len(chosen)),
            key=state.widget_key("facts", "take", where),
            type="primary",
            icon=":material/playlist_add_check:",
            width="stretch",
            disabled=not chosen,
            on_click=taking.take,
            args=(tuple(offer.proposal for offer in chosen),),
        )
    with away:
        st.button(
            words("facts/put_away", count=len(chosen)),
            key=state.widget_key("facts", "away", where),
            icon=":material/playlist_remove:",
            width="stretch",
            disabled=not chosen,
            on_click=taking.put_ticked_away,
            args=(tuple(offer.id for offer in chosen),),
        )


def _show_section(section: Section, offers: Sequence[Offer]) -> None:
    html(f"<h2>{esc(choice_label(section))}</h2>")
    duties = section is Section.OBLIGATIONS
    if duties and state.regulation().obligations == ():
        html(paragraph(words("facts/none_declared"), "field-error"))
    names = tuple(offer.id for offer in offers)
    all_on = set(names) <= taking.ticked()
    if len(offers) > 1:
        st.button(
            words("facts/none" if all_on else "facts/all", count=len(offers)),
            key=state.widget_key("facts", "all", section),
            type="tertiary",
            icon=":material/checklist:",
            on_click=taking.tick_all,
            args=(names, not all_on),
        )
    for offer in _page(section, offers):
        _show_offer(offer)


def _page(section: Section, offers: Sequence[Offer]) -> Sequence[Offer]:
    if len(offers) <= PAGE:
        return offers
    options = {
        str(first): words("facts/page", first=first + 1, last=min(first + PAGE, len(offers)))
        for first in range(0, len(offers), PAGE)
    }
    title = words("facts/pick_page", count=len(offers))
    first = int(choosing.pick(f"text:facts:{section}", title, options))
    return offers[first : first + PAGE]


def _show_offer(offer: Offer) -> None:
    key = state.widget_key("fact", offer.id)
    st.checkbox(
        plain(cut(title_of(offer.proposal), _LONGEST_TITLE)),
        value=offer.id in taking.ticked(),
        key=key,
        on_change=taking.tick,
        args=(offer.id, key),
    )
    html(_origin(offer))


def _origin(offer: Offer) -> str:
    quote = offer.proposal.quote
    place = esc(place_text(offer.proposal.passage))
    if quote and offer.proposal.path == ("obligations",):
        place = ""  # stands in the label already
    told = ": ".join(part for part in (place, quote and f'<q lang="nl">{esc(quote)}</q>') if part)
    return f'<p class="fact-origin">{told}</p>'


def _show_closed(offers: Sequence[Offer]) -> None:
    """List what the dossier holds already, first where it says something else than the text.

    It is never written over: the adviser decides.
    """
    other = [offer for offer in offers if not offer.is_same]
    if other:
        html(f"<h2>{esc(words('facts/other', count=len(other)))}</h2>", _list(other))
    if same := [offer for offer in offers if offer.is_same]:
        html(fold(esc(words("facts/closed", count=len(same))), _list(same)))


def _list(offers: Sequence[Offer]) -> str:
    rows = "".join(f"<li>{_closed(offer)}</li>" for offer in offers)
    return f'<ul class="facts-closed">{rows}</ul>'


def _closed(offer: Offer) -> str:
    title = esc(title_of(offer.proposal))
    if state.refused(offer.proposal.path) is not None:
        return f"{title}<br>{esc(words('facts/being_typed'))}"
    if offer.is_same:
        in_part = offer.version is not None and offer.version.is_compared_in_part
        return f"{title}<br>{esc(words('facts/same_start' if in_part else 'facts/same'))}"
    if offer.version is not None and offer.version.present is not None:
        return f"{title}<br><strong>{esc(_other_version(offer.version))}</strong>"
    present = value_text(present_of(state.regulation(), offer.proposal))
    field = label(offer.proposal.path)
    return f"{title}<br><strong>{esc(words('facts/present', field=field, value=present))}</strong>"


def _other_version(version: Matched) -> str:
    """Say where the dossier has another version of a duty, and in which words."""
    present = version.present
    place = present.article if present is not None and present.article else ""
    where = words("at_article", number=place) if place else words("no_article")
    said = present.description if present is not None else None
    return words(f"facts/{version.standing}", place=where, words=said or "")


def _present(duty: Obligation) -> str:
    return f"{words('at_article', number=duty.article or '')}: {duty.description or ''}"


def _show_gone(duties: Sequence[Obligation]) -> None:
    """List the duties of the dossier that this version of the text does not have."""
    if not duties:
        return
    rows = "".join(f"<li>{esc(_present(duty))}</li>" for duty in duties)
    told = paragraph(words("facts/gone_help"), "help")
    title = esc(words("facts/gone", count=len(duties)))
    html(fold(title, f'{told}<ul class="facts-closed">{rows}</ul>'))


def _show_away(offers: Sequence[Offer]) -> None:
    if not offers:
        return
    rows = "".join(f"<li>{esc(title_of(offer.proposal))}</li>" for offer in offers)
    title = esc(words("facts/away", count=len(offers)))
    html(fold(title, f'<ul class="facts-closed">{rows}</ul>'))
    st.button(
        words("facts/bring_back"),
        key=state.widget_key("facts", "back"),
        type="tertiary",
        icon=":material/undo:",
        on_click=taking.bring_back,
    )
