"""A piece of the regulation as real markup: headings, leden, items, tables, and the hits in it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from checker.content import say
from checker.models.base import Language
from checker.models.legal_text import LegalText, Part, ProvisionKind
from checker.ui.components.draft_text.hits import Hit
from checker.ui.components.draft_text.marking import marked, sign
from checker.ui.components.draft_text.pieces import Line, Piece
from checker.ui.components.markup import esc

_DEEPEST = 4
_OWN_HEADINGS = (Part.ANNEX, Part.NOTE)
"""Parts in which a line set as a heading stays one."""


class RegulationText:
    """One piece of the text, drawn line by line."""

    def __init__(
        self, text: LegalText, piece: Piece, hits: Sequence[Hit], language: Language
    ) -> None:
        """Sort the hits by line.

        Args:
            text: the regulation.
            piece: the lines to draw.
            hits: in the order of the text.
            language: of what is said besides the text.
        """
        self._text, self._piece, self._language = text, piece, language
        self._chapters = {chapter.start for chapter in text.chapters}
        self._hits: dict[int, list[Hit]] = {}
        self._signs: dict[int, list[Hit]] = {}
        lines, at = piece.lines, 0
        for hit in hits:
            while at < len(lines) - 1 and hit.start > lines[at].end:
                at += 1
            is_words = hit.start < hit.end <= lines[at].end
            kept = self._hits if is_words else self._signs
            kept.setdefault(lines[at].start, []).append(hit)

    def html(self) -> str:
        """Return the markup."""
        label = esc(say(self._language, "text_ui/text"))
        body = "".join(self._parts())
        return (
            f'<div class="regulation" role="region" tabindex="0" lang="nl" aria-label="{label}">'
            f"{body}</div>"
        )

    def _parts(self) -> Iterator[str]:
        for part, lines in groupby(self._piece.lines, key=lambda line: line.provision.part):
            yield f"<h3>{esc(say(self._language, f'choices/Part/{part}'))}</h3>"
            yield from self._blocks(list(lines))

    def _blocks(self, lines: Sequence[Line]) -> Iterator[str]:
        was_inserted = False
        for run in self._runs(lines):
            first = run[0].provision
            if first.inserted and not was_inserted:
                yield f'<p class="tag">{esc(say(self._language, "text_ui/inserted"))}</p>'
            was_inserted = first.inserted
            match first.kind:
                case ProvisionKind.HEADING:
                    yield self._heading(run)
                case ProvisionKind.TABLE:
                    yield self._table(run)
                case _:
                    yield self._paragraph(run[0])

    def _runs(self, lines: Iterable[Line]) -> Iterator[list[Line]]:
        """Yield lines that are drawn as one: a heading, the rows of a table, or a paragraph."""
        run: list[Line] = []
        for line in lines:
            if run and not self._goes_on(run[-1], line):
                yield run
                run = []
            run.append(line)
        if run:
            yield run

    def _goes_on(self, before: Line, line: Line) -> bool:
        one, other = before.provision, line.provision
        if one.kind is not other.kind or one.inserted != other.inserted:
            return False
        if one.kind is ProvisionKind.TABLE:
            return True
        # Number and title of an article or chapter stand on lines of their own.
        is_heading = one.kind is ProvisionKind.HEADING and one.part is Part.BODY
        is_same = one.article == other.article and line.start not in self._chapters
        return is_heading and is_same and not one.inserted

    def _heading(self, lines: Sequence[Line]) -> str:
        first = lines[0].provision
        words = " ".join(
            f'<span class="{"number" if at == 0 else "title"}">{self._words(line)}</span>'
            for at, line in enumerate(lines)
        )
        if first.inserted:
            return f'<p class="inserted inserted-heading">{words}</p>'
        if first.part is Part.BODY:
            return f"<h4>{words}</h4>" if first.article else f'<h3 class="chapter">{words}</h3>'
        if first.part in _OWN_HEADINGS:
            return f"<h4>{words}</h4>"
        return f'<p class="regulation-title">{words}</p>'

    def _paragraph(self, line: Line) -> str:
        provision = line.provision
        styles = [provision.kind.value]
        if provision.item is not None:
            depth = min(provision.item.count(".") + 1, _DEEPEST)
            styles.append(f"deep-{depth}")
        if provision.amending:
            styles.append("instruction")
        if provision.inserted:
            styles.append("inserted")
        return f'<p class="{" ".join(styles)}">{self._words(line)}</p>'

    def _table(self, lines: Sequence[Line]) -> str:
        rows = "".join(f"<tr>{''.join(self._cells(line))}</tr>" for line in lines)
        return f'<div class="cells"><table>{rows}</table></div>'

    def _cells(self, line: Line) -> Iterator[str]:
        at, first = line.start, True
        for cell in self._text.text[line.start : line.end].split("\t"):
            signs = self._line_signs(line) if first else ""
            yield f"<td>{signs}{self._marked(line, at, at + len(cell))}</td>"
            at, first = at + len(cell) + 1, False

    def _words(self, line: Line) -> str:
        """Return a line with its number apart, so that the number can hang in the margin."""
        number_end = line.provision.start
        signs = self._line_signs(line)
        if not line.start < number_end <= line.end:
            return signs + self._marked(line, line.start, line.end)
        number = self._marked(line, line.start, number_end)
        return f'{signs}<span class="nr">{number}</span>{self._marked(line, number_end, line.end)}'

    def _line_signs(self, line: Line) -> str:
        """Return the numbers of hits on more than words: a whole article, or several leden."""
        return "".join(sign(hit, "whole") for hit in self._signs.get(line.start, ()))

    def _marked(self, line: Line, start: int, end: int) -> str:
        return marked(self._text.text, start, end, self._hits.get(line.start, ()))
