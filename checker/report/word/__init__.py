"""The Word documents that an adviser must write anyway, made from one assessment."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from checker.content import say
from checker.models.assessment import Assessment
from checker.models.base import Language
from checker.models.rulebook import Rulebook
from checker.report import names
from checker.report.word import (
    briefing,
    burden_paragraph,
    follow_up,
    panel_report,
    transposition,
)
from checker.report.word.paper import Cover, Paper
from checker.report.word.view import View


class Kind(StrEnum):
    """The documents, by the names that the command line has for them."""

    PARAGRAPH = "paragraph"
    REPORT = "report"
    BRIEFING = "briefing"
    TRANSPOSITION = "transposition"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True)
class _Form:
    write: Callable[[Paper, View], None]
    landscape: bool = False


_FORMS = {
    Kind.PARAGRAPH: _Form(burden_paragraph.write),
    Kind.REPORT: _Form(panel_report.write),
    Kind.BRIEFING: _Form(briefing.write),
    Kind.TRANSPOSITION: _Form(transposition.write, landscape=True),
    Kind.FOLLOW_UP: _Form(follow_up.write, landscape=True),
}


def build(
    kind: Kind,
    assessment: Assessment,
    rulebook: Rulebook,
    language: Language,
    *,
    with_names: bool = False,
) -> bytes:
    """Return a document as a ``.docx`` file.

    Args:
        kind: which document.
        assessment: what it is about.
        rulebook: the rules it was assessed by.
        language: of the document.
        with_names: whether names of people on the panel may be in it.

    Returns:
        The file; the same arguments give the same bytes.
    """
    view = View(assessment, rulebook, language, with_names)
    form = _FORMS[kind]
    cover = Cover(
        title=title(kind, language),
        about=view.about,
        subject=about(kind, language),
        day=assessment.receipt.assessed_on,
    )
    paper = Paper(cover, language, landscape=form.landscape)
    form.write(paper, view)
    return paper.finish()


def title(kind: Kind, language: Language) -> str:
    """Return how a document is called."""
    return say(language, f"word/document/{kind}/title")


def about(kind: Kind, language: Language) -> str:
    """Return what a document is for."""
    return say(language, f"word/document/{kind}/about")


def file_name(kind: Kind, assessment: Assessment, language: Language) -> str:
    """Return a name such as ``Transponeringstabel - Wet X - concept A - 2026-07-01.docx``."""
    name = names.file_name(assessment, "docx", language)
    program = say(language, "report/file/name")
    return f"{say(language, f'word/document/{kind}/file')}{name.removeprefix(program)}"
