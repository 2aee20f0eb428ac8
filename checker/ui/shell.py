"""Around every page: the menu, the language, the looks, and what happens when something breaks."""

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
_CLOSE_MENU = """
if (!window.mkbToetsMenu) {
  window.mkbToetsMenu = true;
  document.addEventListener("click", event => {
    const chosen = event.target.closest('[data-testid="stSidebar"] a');
    const close = document.querySelector('[data-testid="stSidebarCollapseButton"] button');
    if (chosen && close && window.innerWidth < 768) setTimeout(() => close.click(), 50);
  });
}
"""


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


def _tell_browser() -> None:
    """Tell the browser in which language the page is, and whether closing it would lose work.

    Streamlit says ``lang="en"`` and has no other way in. On a narrow screen the menu lies over the
    page, so it goes away when something is chosen from it. The script holds no text of a user.
    """
    here = state.desk()
    asks = "event => { event.preventDefault(); }" if here.unsaved or here.refused else "null"
    st.html(
        f"<script>document.documentElement.lang = '{here.language}';"
        f"window.onbeforeunload = {asks};{_CLOSE_MENU}</script>",
        unsafe_allow_javascript=True,
    )
