"""What is missing, what was assumed, and what is proposed."""

from dataclasses import replace

import streamlit as st

from checker.burden.calculation import proposed_familiarisation
from checker.content import cost_words
from checker.models import edit
from checker.models.cost import Gap, Variable
from checker.models.obligation import Obligation
from checker.models.regulation import Regulation
from checker.ui import state
from checker.ui.components import going
from checker.ui.components.burden.inputs import marks, source_html
from checker.ui.components.burden.tables import Html, table
from checker.ui.components.burden.view import View
from checker.ui.components.markup import bullets, esc, html, paragraph, plain

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
    first: dict[Gap, Gap] = {}
    for gap in view.costs.missing:
        first.setdefault(replace(gap, size_class=None), gap)
    sentences = cost_words.gap_texts(view.costs.missing, view.regulation, view.language)
    return dict(zip(sentences, first.values(), strict=True))


def _show_proposal(view: View) -> None:
    proposal = view.costs.proposal
    if proposal is None:
        return
    staff = cost_words.staff_name(
        proposal.staff, view.regulation, view.rulebook, view.language
    ).lower()
    standard = view.rulebook.parameters.activity(proposal.standard)
    source = view.rulebook.sources[standard.source].title if standard else ""
    text = view.say(
        "notes/proposal_text",
        minutes=proposal.minutes,
        staff=staff,
        one_off=cost_words.euro(proposal.totals.one_off.mid),
        source=source,
    )
    html(f"<h2>{esc(view.say('notes/proposal'))}</h2>", paragraph(text))
    if st.button(
        view.say("notes/add_familiarisation"),
        key=state.widget_key("burden", "familiarisation"),
        icon=":material/add:",
    ):
        state.restructure(with_familiarisation(view.regulation, proposal.standard))
        state.notify(view.say("notes/familiarisation_added"))
        st.rerun()


def with_familiarisation(regulation: Regulation, standard: str) -> Regulation:
    """Return ``regulation`` with the proposed reading time.

    It is added to the first obligation on firms, and to the first of each other set of target
    groups: reading counts once per firm, for the groups of the obligation that has it.
    """
    everyone = {group.id for group in regulation.firm_groups}
    reached: set[str] = set()
    introduced = {duty.id for duty in regulation.firm_obligations}
    for index, duty in enumerate(regulation.obligations or ()):
        groups = _firm_groups(duty, everyone)
        if duty.id not in introduced or (groups <= reached and reached):
            continue
        reached |= groups
        place = ("obligations", index, "activities")
        activities = (*duty.activities, proposed_familiarisation(standard))
        regulation = edit.with_value(regulation, place, activities)
    return regulation


def _firm_groups(duty: Obligation, everyone: set[str]) -> set[str]:
    return everyone & set(duty.target_groups) if duty.target_groups else everyone


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
