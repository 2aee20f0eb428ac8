"""Around every page: the menu, the language, the looks, and what happens when something breaks."""

import json
import re
from pathlib import Path
from typing import cast

import streamlit as st

from checker.content import say
from checker.content.messages import problem_text
from checker.models.base import LANGUAGES, Language
from checker.models.problem import BadInputError
from checker.models.rule import Section
from checker.ui import faults, library, navigation, state
from checker.ui.components.markup import bullets, esc, html, note, paragraph
from checker.ui.components.problems import show_problems
from checker.ui.components.words import choice_label

_STYLE = Path(__file__).with_name("style.css")
# A file of our own, and pages get no icon: for the browser's tab Streamlit fetches the icons it
# knows by name from another server.
_ICON = Path(__file__).with_name("icon.svg")
_SHOWN_PROBLEMS = 5
_ONCE = """
if (!window.mkbToets) {
  window.mkbToets = true;
  const help = '[data-testid="stTooltipHoverTarget"] button';
  document.addEventListener("focusin", event => {
    if (event.isTrusted && event.target.closest(help)) event.stopPropagation();
  }, true);
  document.addEventListener("keydown", event => {
    const button = event.target.closest(help);
    if (!button || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    button.dispatchEvent(new FocusEvent("focusin", {bubbles: true}));
  }, true);
  document.addEventListener("click", event => {
    const row = event.target.closest("tr[data-pick]");
    if (!row) return;
    const place = [...row.parentElement.children].indexOf(row);
    document.querySelectorAll(".st-key-overview-picks button")[place]?.click();
  });
  document.addEventListener("click", event => {
    const page = event.target.closest("button[data-page]")?.dataset.page;
    if (!page) return;
    const links = [...document.querySelectorAll('[data-testid="stSidebar"] a')];
    links.find(link => new URL(link.href).pathname.endsWith("/" + page))?.click();
  });
  document.addEventListener("click", event => {
    const chosen = event.target.closest('[data-testid="stSidebar"] a');
    const close = document.querySelector('[data-testid="stSidebarCollapseButton"] button');
    if (chosen && close && window.innerWidth < 768) setTimeout(() => close.click(), 50);
  });
}
"""
"""Once a visit. A click on a row of the overview presses the hidden button of that row; a button
that names a page goes there by the menu, for a link would begin another visit. A narrow
screen's menu closes when something is chosen from it. Help opens under the mouse and with Enter,
not by itself when a user tabs past: it would lie over the next fields.
"""


_NOT_IN_CLASS = re.compile(r"[^a-zA-Z0-9_-]")
_FOCUS = """
(function seek(tries) {
  const found = document.querySelector(%s);
  const field = found?.querySelector("input:checked")
    ?? found?.querySelector("input, textarea, button:not([aria-label])");
  if (!field) { if (tries) setTimeout(() => seek(tries - 1), 100); return; }
  found.scrollIntoView({block: "center"});
  field.focus({preventScroll: true});
})(30);
"""
"""Looks for a widget until it is drawn, three seconds at most."""


def run() -> None:
    """Draw the page that is asked for."""
    pages = _pages()
    page = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_title=f"{page.title} · MKB-toets", page_icon=_ICON, layout="wide")
    st.html(_STYLE)
    _tell_browser()
    with st.sidebar:
        _show_menu(pages)
        _show_tools()
    name = page.url_path or navigation.FIRST
    with faults.Guard(f"The page {name} could not be drawn") as guard:
        if _has_rules():
            page.run()
            _go_to_field()
    if guard.failed:
        note(say(state.language(), "ui/fault"), "note warning")


def _pages() -> dict[str, st.Page]:
    return {
        screen.name: st.Page(
            navigation.file_of(screen.name),
            title=_title(screen.name),
            url_path=screen.address or None,
            default=screen.name == navigation.FIRST,
        )
        for screens in navigation.GROUPS.values()
        for screen in screens
    }


def _title(name: str) -> str:
    if name in list(Section):
        return choice_label(Section(name))
    return say(state.language(), f"ui/pages/{name}")


def _show_menu(pages: dict[str, st.Page]) -> None:
    """Draw the menu; Streamlit's own has headings inside its list, which is no list to a reader."""
    for group, screens in navigation.GROUPS.items():
        html(f'<p class="menu-group">{esc(say(state.language(), f"ui/menu/{group}"))}</p>')
        for screen in screens:
            icon = f":material/{screen.icon}:"
            st.page_link(pages[screen.name], icon=icon, width="stretch")


def _show_tools() -> None:
    """Draw language and undo below the menu."""
    language = state.language()
    key = "language"
    st.radio(
        say(language, "ui/menu/language"),
        LANGUAGES,
        index=LANGUAGES.index(language),
        format_func=lambda code: {"nl": "Nederlands", "en": "English"}[code],
        horizontal=True,
        key=key,
        on_change=lambda: state.use_language(cast("Language", state.widget_value(key))),
    )
    if state.desk().past and st.button(
        say(language, "ui/menu/undo"), key=state.widget_key("undo"), icon=":material/undo:"
    ):
        state.undo()
        st.rerun()


def _has_rules() -> bool:
    """Whether there are rules to work with; say what is wrong with those in the folder."""
    language = state.language()
    problems = library.mistakes()
    try:
        library.rulebook()
    except BadInputError:
        html(
            f"<h1>{say(language, 'ui/rules/broken_title')}</h1>",
            paragraph(say(language, "ui/rules/broken"), "intro"),
            bullets((problem_text(problem, language) for problem in problems), "problems"),
        )
        return False
    if problems:
        show_problems(say(language, "ui/rules/broken_meanwhile"), problems, _SHOWN_PROBLEMS)
    return True


def _go_to_field() -> None:
    """Bring the widget that was asked for into sight, with the cursor in it."""
    key = state.take_focus()
    if key is None:
        return
    # Streamlit gives each widget a class with its key, in which other signs become dashes.
    wanted = json.dumps(f'[class*="st-key-{_NOT_IN_CLASS.sub("-", key)}"]')
    st.html(f"<script>{_FOCUS % wanted}</script>", unsafe_allow_javascript=True)


def _tell_browser() -> None:
    """Tell the browser in which language the page is, and whether closing it would lose work.

    Streamlit says ``lang="en"`` and has no other way in. The script holds no text of a user.
    """
    here = state.desk()
    asks = "event => { event.preventDefault(); }" if here.unsaved or here.refused else "null"
    st.html(
        f"<script>document.documentElement.lang = '{here.language}';"
        f"window.onbeforeunload = {asks};{_ONCE}</script>",
        unsafe_allow_javascript=True,
    )
