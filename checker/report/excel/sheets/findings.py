"""Every finding, one row each: the sheet to filter and to work from."""

from itertools import groupby

from checker.content.messages import place_text, reason_text
from checker.models.finding import Finding, Place
from checker.models.wording import cut
from checker.report.excel.book import Book, reference
from checker.report.excel.cells import Link, is_web_address, web_link
from checker.report.excel.table import Column, position, write_table
from checker.report.excel.view import View

_FROZEN = 3  # rule, criterion and title stay in view
_MOST_SHOWN = 8
_MOST_SWITCHED_OFF = 40
"""A cell of Excel holds 32,767 signs."""
_QUOTE = 120


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    write_table(book, "findings", _columns(view), view.assessment.findings, _FROZEN)


def cells_of(view: View, heading: str) -> str:
    """Return the cells of one column of this sheet, for use in a formula."""
    column = position(_columns(view), heading)
    last = max(len(view.assessment.findings), 1)
    return reference(view.say("sheet/findings"), column, 1, last)


def _columns(view: View) -> tuple[Column[Finding], ...]:
    language = view.language
    return (
        Column("rule", 9, lambda f: f.rule, "strong"),
        Column("criterion", 15, lambda f: view.criterion(f.criterion)),
        Column("title", 18, lambda f: view.text(f.title)),
        Column("outcome", 11, lambda f: view.choice(f.outcome), view.outcome_style),
        Column("reason", 12, lambda f: reason_text(f, language)),
        Column("severity", 11, lambda f: view.choice(f.severity)),
        Column("weight", 8, lambda f: f.weight, "integer"),
        Column("credit", 9, lambda f: f.credit, "decimal"),
        Column("message", 22, lambda f: view.text(f.message)),
        Column("where", 14, lambda f: _places(f, view)),
        Column("quotes", 30, lambda f: _quotes(f, view)),
        Column("switched_off", 16, lambda f: _switched_off(f, view)),
        Column("why", 20, lambda f: view.text(f.why)),
        Column("advice", 23, lambda f: view.text(f.advice)),
        Column("known_limits", 17, lambda f: view.text(f.known_limits)),
        Column("explanation", 14, lambda f: f.explanation),
        Column("evidence", 14, lambda f: f.evidence),
        Column("sources", 30, lambda f: _sources(f, view)),
        Column("first_link", 18, lambda f: _first_link(f, view), "text"),
    )


def _places(finding: Finding, view: View) -> str:
    """Where the finding looks; places in the same list share a line."""
    groups = groupby(finding.where, key=lambda place: place.path.partition("[")[0])
    return "\n".join(_group_text(list(places), view) for _, places in groups)


def _group_text(places: list[Place], view: View) -> str:
    first, *others = places
    rest = dict.fromkeys(place.label or place_text(place, view.language) for place in others)
    rest.pop(first.label or "", None)
    shown = [place_text(first, view.language), *list(rest)[:_MOST_SHOWN]]
    return ", ".join(shown) + _more(len(rest) - _MOST_SHOWN, view)


def _more(count: int, view: View) -> str:
    return " " + view.say("and_more", count=count) if count > 0 else ""


def _quotes(finding: Finding, view: View) -> str:
    """The words of the draft that the rule has something against, with their places."""
    lines = [f"{place.label or ''} “{cut(place.quote or '', _QUOTE)}”" for place in finding.hits]
    text = "\n".join(line.strip() for line in lines[:_MOST_SHOWN])
    return text + _more(len(lines) - _MOST_SHOWN, view)


def _switched_off(finding: Finding, view: View) -> str:
    """The words that the adviser set aside, each with the place and the reason."""
    lines = [
        f"{place.label or ''} “{cut(place.quote or '', _QUOTE)}”: {place.switched_off}".strip()
        for place in finding.set_aside
    ]
    text = "\n".join(lines[:_MOST_SWITCHED_OFF])
    return text + _more(len(lines) - _MOST_SWITCHED_OFF, view)


def _sources(finding: Finding, view: View) -> str:
    """All sources by name, those still to be checked marked."""
    mark = view.say("summary/to_verify")
    entries = (view.rulebook.sources[name] for name in finding.sources)
    names = ((view.text(entry.title), entry.verified) for entry in entries)
    return "\n".join(name if verified else f"{name} [{mark}]" for name, verified in names)


def _first_link(finding: Finding, view: View) -> Link | None:
    """A link to the first source that can be opened."""
    urls = (view.rulebook.sources[name].url for name in finding.sources)
    url = next((url for url in urls if is_web_address(url)), None)
    return web_link(url) if url else None
