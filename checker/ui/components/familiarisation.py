"""The proposal to count the time that firms take to read what is asked of them."""

import streamlit as st

from checker.burden.calculation import proposed_familiarisation
from checker.content import cost_words, say
from checker.models import edit
from checker.models.cost import FamiliarisationProposal
from checker.models.obligation import Obligation
from checker.models.parameters import StandardActivity
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.ui import state
from checker.ui.components.markup import html, paragraph


def show(proposal: FamiliarisationProposal, rulebook: Rulebook) -> None:
    """Draw the whole proposal with the button that takes it over."""
    html(paragraph(_told(proposal, rulebook, "burden_ui/notes/proposal_text", "unknown")))
    _show_button(proposal)


def show_line(proposal: FamiliarisationProposal | None, rulebook: Rulebook) -> None:
    """Draw the proposal in one line, as a form has room for; nothing where there is none."""
    if proposal is None:
        return
    text, button = st.columns([5, 2], vertical_alignment="center")
    with text:
        told = _told(proposal, rulebook, "costing/familiarisation/line", "line_unknown")
        html(paragraph(told, "help"))
    with button:
        _show_button(proposal)


def _told(proposal: FamiliarisationProposal, rulebook: Rulebook, known: str, unknown: str) -> str:
    """Return what is proposed; without numbers of firms its amount is unknown, not zero."""
    language, regulation = state.language(), state.regulation()
    staff = cost_words.staff_name(proposal.staff, regulation, rulebook, language)
    standard = rulebook.parameters.activity(proposal.standard)
    amount = proposal.totals.one_off.mid
    told = say(
        language,
        known if amount else f"costing/familiarisation/{unknown}",
        minutes=proposal.minutes,
        staff=staff.lower(),
        one_off=cost_words.euro(amount),
        source=rulebook.sources[standard.source].title.get(language) if standard else "",
    )
    return f"{told} {_doubt(standard, rulebook)}".strip()


def _doubt(standard: StandardActivity | None, rulebook: Rulebook) -> str:
    """Return which of time and hourly rate nobody verified for here; nothing where both were."""
    time = standard is not None and (standard.foreign or not standard.verified)
    rate = not state.assessment(rulebook).burden.tariffs.verified
    if not time and not rate:
        return ""
    key = "both" if time and rate else "time" if time else "rate"
    return say(state.language(), f"costing/familiarisation/unverified_{key}")


def _show_button(proposal: FamiliarisationProposal) -> None:
    language = state.language()
    if st.button(
        say(language, "burden_ui/notes/add_familiarisation"),
        key=state.widget_key("familiarisation"),
        icon=":material/add:",
    ):
        state.restructure(with_familiarisation(state.regulation(), proposal.standard))
        state.notify(say(language, "burden_ui/notes/familiarisation_added"))
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
