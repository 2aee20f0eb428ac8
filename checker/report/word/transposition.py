"""The transposition table (Aanwijzing 9.12): per provision of the EU act where it went, and why."""

import re
from collections.abc import Iterable, Iterator

from checker.models.regulation import EuOrigin, Provision, Relation
from checker.report.word import closing
from checker.report.word.paper import Paper
from checker.report.word.pieces import Column, Line, Piece, Strong, Table
from checker.report.word.view import View, sentence

_NUMBER = re.compile(r"\d+")


def write(paper: Paper, view: View) -> None:
    """Write the acts and the table, or why there is none."""
    eu = view.regulation.eu
    paper.heading(view.say("transposition/acts"))
    if eu.origin is None:
        paper.text(view.missing("eu.origin"))
    else:
        paper.text(view.say(f"eu/origin/{eu.origin}", this=view.this))
    acts = list(act_lines(view))
    paper.bullets(acts)
    if not acts and eu.origin not in (None, EuOrigin.AUTONOMOUS):
        paper.text(view.missing("eu.acts"))
    paper.heading(view.say("transposition/table"))
    if eu.provisions:
        rows = _in_order(eu.provisions) if len(eu.acts or ()) <= 1 else eu.provisions
        paper.table(provision_table(view, rows, view.say("transposition/caption")))
        paper.note(view.say("transposition/note"))
    elif eu.origin is EuOrigin.AUTONOMOUS or eu.provisions == ():
        paper.text(view.say("transposition/none"))
    else:
        paper.text(view.missing("eu.provisions"))
    closing.begin(paper, view, new_page=bool(paper.gaps))
    closing.write(paper, view, with_costs=False)


def act_lines(view: View) -> Iterator[Line]:
    """Yield the EU acts that the regulation carries out or must respect."""
    for act in view.regulation.eu.acts or ():
        kind = view.choice(act.kind) if act.kind else view.say("eu/act")
        number: Piece = f"(EU) {act.number}" if act.number else view.missing("eu.acts.number")
        pieces: list[Piece] = [f"{kind} ", number]
        if act.title:
            pieces.append(f": {act.title}")
        if act.deadline:
            pieces.append(f" ({view.say('eu/deadline', date=act.deadline)})")
        yield tuple(pieces)


def provision_table(view: View, provisions: Iterable[Provision], caption: str) -> Table:
    """Return the table of provisions in the columns of Aanwijzing 9.12."""
    names = ("eu_provision", "national_provision", "discretion", "choice")
    shares = (3, 4, 7, 7)
    columns = [
        Column(view.say(f"column/{name}"), share) for name, share in zip(names, shares, strict=True)
    ]
    return Table(caption, columns, [_row(view, provision) for provision in provisions])


def _row(view: View, item: Provision) -> list[Line]:
    path = "eu.provisions"
    article: Piece = view.missing(f"{path}.eu_article")
    if item.eu_article:
        article = view.article(item.eu_article)
        article = article[:1].upper() + article[1:]
    national = item.national_article
    return [
        article,
        view.article(national) if national else view.say("transposition/not_there"),
        _discretion(view, item),
        _choice(view, item),
    ]


def _discretion(view: View, item: Provision) -> Line:
    if item.relation is None:
        return view.missing("eu.provisions.relation")
    told = f" {sentence(item.description)}" if item.description else ""
    if item.relation is Relation.EQUAL:
        return f"{sentence(view.choice(item.relation))}{told}"
    addition = Strong(view.say("transposition/addition") + " ")
    return (addition, f"{sentence(view.choice(item.relation))}{told}")


def _choice(view: View, item: Provision) -> Line:
    if item.justification:
        return item.justification
    if item.relation is Relation.EQUAL and item.national_article:
        return "–"
    return view.missing("eu.provisions.justification")


def _in_order(provisions: Iterable[Provision]) -> list[Provision]:
    """Return the rows of one act in the order of its articles; the rest stays behind, as it was."""

    def key(item: Provision) -> tuple[bool, tuple[int, ...], bool]:
        label = (item.eu_article or "").strip()
        is_numbered = label[:1].isdigit()
        numbers = tuple(map(int, _NUMBER.findall(label))) if is_numbered else ()
        return not is_numbered, numbers, "," in label

    return sorted(provisions, key=key)
