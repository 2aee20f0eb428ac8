"""One-off and recurring next to each other: never in one chart, for they cannot be added up."""

from collections.abc import Callable, Sequence

import streamlit as st

from checker.ui.components.burden.view import View
from checker.ui.components.markup import esc, html


def show_pair(parts: Sequence[str], draw: Callable[[str], None], view: View) -> None:
    """Draw each of ``parts`` below its heading, in a column of its own."""
    for column, part in zip(st.columns(len(parts), gap="medium"), parts, strict=True):
        with column:
            html(f"<h3>{esc(view.say(f'amount/{part}'))}</h3>")
            draw(part)
