"""What is missing, what was assumed, and what is proposed."""

import streamlit as st

from checker.content import cost_words
from checker.models.cost import Gap, Variable, by_field
from checker.ui import state
from checker.ui.components import familiarisation, going
from checker.ui.components.burden.inputs import marks, source_html
from checker.ui.components.burden.view import View
from checker.ui.components.markup import bullets, esc, html, paragraph, plain
from checker.ui.components.tables import Html, table

_AT_ONCE = 10
"""Missing inputs with a button of their own; with more of them the page becomes a wall."""


def show(view: View) -> None:
    """Draw what is missing first: that is what can be done something about."""
    _show_missing(view)
    _show_proposal(view)
    _show_remarks(view)
    html(f"<h2>{esc(view.say('notes/unverified'))}</h2>")
    if view.costs.unverified:
        html(
            paragraph(view.say("notes/unverified_text"), "help"),
            _unverified_table(view),
        )
    else:
        html(paragraph(view.say("notes/all_verified"), "empty"))


def unverified_list(view: View) -> str:
    """Return inputs that nobody read at the source, or that stand in for unknown ones."""
    return bullets(
        cost_words.unverified_text(item, view.regulation, view.rulebook, view.language)
        for item in view.costs.unverified
    )


def _show_missing(view: View) -> None:
    html(f"<h2>{esc(view.say('notes/missing'))}</h2>")
    gaps = _told_once(view)
    if not gaps:
        html(paragraph(view.say("notes/nothing_missing"), "empty"))
        return
    html(paragraph(view.say("notes/missing_text"), "help"))
    for number, (sentence, gap) in enumerate(list(gaps.items())[:_AT_ONCE]):
        text, button = st.columns([5, 1], vertical_alignment="center")
        with text:
            html(paragraph(sentence))
        with button:
            if st.button(
                view.say("notes/to_field"),
                key=state.widget_key("burden", "gap", number),
                help=plain(sentence),
                width="stretch",
            ):
                going.go_to_place(gap.path)
    rest = list(gaps)[_AT_ONCE:]
    if rest:
        html(paragraph(view.say("notes/more_missing", count=len(rest)), "help"), bullets(rest))


def _told_once(view: View) -> dict[str, Gap]:
    """Return missing inputs by what is said of them; of several size classes, the first."""
    sentences = cost_words.gap_texts(view.costs.missing, view.regulation, view.language)
    return dict(zip(sentences, by_field(view.costs.missing), strict=True))


def _show_proposal(view: View) -> None:
    if view.costs.proposal is not None:
        html(f"<h2>{esc(view.say('notes/proposal'))}</h2>")
        familiarisation.show(view.costs.proposal, view.rulebook)


def _show_remarks(view: View) -> None:
    html(f"<h2>{esc(view.say('notes/remarks'))}</h2>")
    sentences = dict.fromkeys(
        cost_words.remark_text(remark, view.regulation, view.rulebook, view.language)
        for remark in view.costs.remarks
    )
    html(bullets(sentences) or paragraph(view.say("notes/no_remarks"), "empty"))


def _unverified_table(view: View) -> str:
    columns = [view.say(f"column/{name}") for name in ("input", "state", "source", "value")]
    return table(
        view.say("notes/unverified"),
        columns,
        [_unverified_row(variable, view) for variable in view.costs.unverified],
        figures=slice(3, None),
    )


def _unverified_row(variable: Variable, view: View) -> tuple[str, ...]:
    state_of = Html(marks(variable, view).strip())
    source = source_html(variable, view)
    return view.input_name(variable), state_of, source, view.input_value(variable)
