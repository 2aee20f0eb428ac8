"""What every page begins with: its one h1, and for which regulation it is."""

import streamlit as st

from checker.content import say
from checker.content.messages import share
from checker.models.assessment import Assessment
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.wording import cut
from checker.ui import navigation, state
from checker.ui.components.markup import esc, html, note, paragraph
from checker.ui.components.orphans import show_orphans
from checker.ui.components.refusals import refused_names

_LONGEST_TITLE, _LONGEST_DRAFT = 160, 60


def begin(
    title: str, rulebook: Rulebook | None = None, intro: str = "", *, verdict: bool = True
) -> None:
    """Draw the head of a page.

    Args:
        title: the h1.
        rulebook: given where the page is about the dossier: then a line says where that stands.
        intro: what the page is for, in a sentence or two.
        verdict: whether that line gives the verdict; not where the page itself does.
    """
    if rulebook is not None:
        html(_standing(state.assessment(rulebook), verdict))
    html(f"<h1>{esc(title)}</h1>", paragraph(intro, "intro"))
    for sentence in state.take_notices():
        note(sentence)
    if rulebook is not None:
        show_orphans(rulebook)
    if state.desk().refused:
        note(say(state.language(), "ui/form/refused", names=refused_names()), "note warning")


def title_of(regulation: Regulation) -> str:
    """Return how the dossier is called, with its draft."""
    language = state.language()
    identity = regulation.identity
    title = cut(identity.title or say(language, "report/untitled"), _LONGEST_TITLE)
    return f"{title} · {cut(identity.draft, _LONGEST_DRAFT)}" if identity.draft else title


def _standing(assessment: Assessment, with_verdict: bool) -> str:
    """Return the line above the title: which regulation, the verdict so far, how much is known."""
    language = state.language()
    verdict = esc(assessment.verdict.label.get(language)) if with_verdict else ""
    known = esc(say(language, "ui/head/known", value=share(assessment.completeness)))
    title = esc(title_of(assessment.regulation))
    return (
        f'<div class="standing"><span class="standing-title">{title}</span>'
        f'<span class="standing-verdict">{verdict}</span>'
        f'<span class="standing-known">{known}</span></div>'
    )


def show_empty(text: str) -> None:
    """Say that there is no dossier yet, with the way to begin one."""
    html(paragraph(text, "empty"))
    st.page_link(
        navigation.file_of("identity"),
        label=say(state.language(), "ui/start/go_on"),
        icon=":material/edit:",
    )
