"""Check a calculation: somebody else's calculation, multiplied and added again."""

import streamlit as st

from checker.content import example, say, verify_words
from checker.models.verification import CheckedCalculation, Status, Verification
from checker.ui import state
from checker.ui.checked_file import CheckedFile, check_file
from checker.ui.components import choosing, page
from checker.ui.components.downloads import marked_button
from checker.ui.components.marked_table import MarkedTable, chip
from checker.ui.components.markup import definition, esc, fold, html, paragraph
from checker.ui.components.problems import show_problems

_EXAMPLE = "example_sums.csv"
_BAD = (Status.DOES_NOT_FOLLOW, Status.CONTRADICTS_HOURS)
_FILTERS: dict[str, tuple[Status, ...]] = {
    "all": (),
    "bad": (*_BAD, Status.UNREADABLE),
    "rounded": (Status.FOLLOWS_ROUNDED,),
}
_COLUMNS = ("number", "frequency", "time", "rate", "bought", "share", "costs", "added")


def _show() -> None:
    page.begin(_say("title"), None, _say("intro"))
    _show_upload()
    checked = state.desk().checked
    if checked is None:
        html(paragraph(_say("empty"), "empty"))
    elif checked.found is None:
        show_problems(_say("failed", file=checked.name), checked.problems)
    else:
        _show_result(checked, checked.found)


def _say(key: str, **values: object) -> str:
    return say(state.language(), f"verify_ui/{key}", **values)


# --- which file -----------------------------------------------------------------------------------


def _show_upload() -> None:
    key = state.widget_key("verify", "upload")
    # Any file is let in: why one cannot be read is said in words of ours, Streamlit's are English.
    st.file_uploader(_say("upload"), key=key, on_change=_take, args=(key,))
    language = state.language()
    try_it, download, _ = st.columns([2, 2, 3])
    with try_it:
        st.button(
            _say("try"),
            key=state.widget_key("verify", "example"),
            icon=":material/play_arrow:",
            on_click=_take_example,
        )
    with download:
        st.download_button(
            _say("example"),
            data=example(language, _EXAMPLE),
            file_name=_say("example_file"),
            mime="text/csv",
            key=state.widget_key("verify", "download-example"),
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
        )
    terms = ((_say(f"columns/{name}"), esc(_say(f"heads/{name}"))) for name in _COLUMNS)
    html(fold(esc(_say("which")), paragraph(_say("which_text")) + definition(terms)))


@state.callback
def _take(key: str) -> None:
    """Check the file that was chosen; where it was taken away, forget it."""
    file = state.widget_value(key)
    state.desk().checked = file and check_file(file.name, file.getvalue())


@state.callback
def _take_example() -> None:
    content = example(state.language(), _EXAMPLE)
    state.desk().checked = check_file(_say("example_file"), content)


# --- what became of it ----------------------------------------------------------------------------


def _show_result(checked: CheckedFile, found: Verification) -> None:
    language = state.language()
    html(_summary(checked, found))
    if not found.figures:
        html(
            *(
                paragraph(verify_words.how_read(one.calculation, language))
                for one in found.calculations
            )
        )
        return
    marked_button(checked, found)
    options = {name: _say(f"filter/{name}") for name in _FILTERS if _has(found, name)}
    chosen = choosing.choose("verify:filter", _say("filter/title"), options)
    for position, one in enumerate(found.calculations, start=1):
        if len(found.calculations) > 1:
            sheet = one.calculation.sheet or checked.name
            html(f"<h2>{esc(_say('table', number=position, sheet=sheet))}</h2>")
        _show_calculation(checked, one, _FILTERS[chosen])


def _summary(checked: CheckedFile, found: Verification) -> str:
    language = state.language()
    bad = sum(found.count(status) for status in _BAD)
    doubtful = bool(found.count(Status.UNREADABLE))
    style = "nothing" if not found.figures else "bad" if bad else "open" if doubtful else ""
    counts = "".join(
        f"<li>{chip(status, language)} {found.count(status)}</li>"
        for status in Status
        if found.count(status)
    )
    return (
        f'<section class="sums-summary {style}" role="status"><h2>{esc(checked.name)}</h2>'
        f"{paragraph(verify_words.summary(found, language))}"
        f'<ul class="tally">{counts}</ul></section>'
    )


def _has(found: Verification, name: str) -> bool:
    statuses = _FILTERS[name]
    return not statuses or any(found.count(status) for status in statuses)


def _show_calculation(
    checked: CheckedFile, one: CheckedCalculation, statuses: tuple[Status, ...]
) -> None:
    language = state.language()
    sheet = next(sheet for sheet in checked.sheets if sheet.name == one.calculation.sheet)
    table = MarkedTable(one, sheet, statuses, language)
    html(
        paragraph(verify_words.how_read(one.calculation, language), "help"),
        table.html(),
        paragraph(_say("left_out", count=table.left_out), "help") if table.left_out else "",
    )


_show()
