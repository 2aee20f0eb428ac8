"""Which part of the page is looked at."""

import streamlit as st

from checker.ui import state
from checker.ui.components import choosing
from checker.ui.components.burden.view import View

HEADLINE = "headline"
CLASSES = "classes"
OBLIGATIONS = "obligations"
UNCERTAINTY = "uncertainty"
PERSONAS = "personas"
ALTERNATIVES = "alternatives"
NOTES = "notes"

_EVERYTHING = (HEADLINE, CLASSES, OBLIGATIONS, UNCERTAINTY, PERSONAS, ALTERNATIVES, NOTES)
_WITHOUT_TOTALS = (HEADLINE, OBLIGATIONS, NOTES)
_NAME = "burden:part"


def choose(view: View) -> str:
    """Draw the row of parts that have something to show, and return the chosen one."""
    has_totals = view.costs.totals is not None and bool(view.regulation.firm_groups)
    names = _EVERYTHING if has_totals else _WITHOUT_TOTALS
    return choosing.choose(_NAME, view.say("parts"), {n: view.say(f"part/{n}") for n in names})


def turn_to(part: str) -> None:
    """Show another part."""
    state.show(_NAME, part)
    st.rerun()
