"""Words of the text as markup in which the hits are marked: without its tags it is the text."""

from collections.abc import Sequence
from itertools import pairwise

from checker.ui.components.draft_text.hits import Hit
from checker.ui.components.markup import esc

_LONG = 160
"""A longer hit is no phrase but a sentence: it is marked more lightly."""


def marked(text: str, start: int, end: int, hits: Sequence[Hit]) -> str:
    """Return ``text[start:end]`` with the parts of ``hits`` that lie in it marked.

    Overlapping hits are cut at each other's borders, and the shorter lies inside the longer. A
    hit in one piece is a link around its words; any other has its number, a link, at its start.
    """
    inside = [hit for hit in hits if hit.start < end and hit.end > start]
    borders = {start, end}
    for hit in inside:
        borders |= {max(hit.start, start), min(hit.end, end)}
    cuts = sorted(borders)
    return "".join(_segment(text, left, right, inside) for left, right in pairwise(cuts))


def sign(hit: Hit, style: str = "") -> str:
    """Return the number of a hit as a link to the list, without words of the text."""
    label = esc(f"{hit.number}: {hit.title}")
    return (
        f'<a class="hit-number {style}{_state(hit)}" id="hit-{hit.number}" '
        f'href="#item-{hit.number}" data-n="{hit.number}" title="{esc(hit.title)}" '
        f'aria-label="{label}"></a>'
    )


def _segment(text: str, left: int, right: int, hits: Sequence[Hit]) -> str:
    """Return one piece of text that is covered by the same hits from end to end."""
    words = esc(text[left:right])
    around = [hit for hit in hits if hit.start <= left and hit.end >= right]
    if not around:
        return words
    around.sort(key=lambda hit: (hit.end - hit.start, hit.number))
    innermost = around[0]
    whole = (innermost.start, innermost.end) == (left, right)
    if whole:
        words = _linked(words, innermost)
    for hit in around:
        words = f'<mark class="{style_of(hit)}">{words}</mark>'
    begun = around[1:] if whole else around
    signs = (sign(hit) for hit in sorted(begun, key=lambda h: h.number) if hit.start == left)
    return "".join(signs) + words


def _linked(words: str, hit: Hit) -> str:
    return (
        f'<a id="hit-{hit.number}" href="#item-{hit.number}" data-n="{hit.number}" '
        f'title="{esc(hit.title)}">{words}</a>'
    )


def style_of(hit: Hit) -> str:
    """Return the classes of a mark: one for each criterion, so that they can be told apart."""
    is_long = hit.end - hit.start > _LONG
    return f"hit {hit.criterion}{' long' if is_long else ''}{_state(hit)}"


def _state(hit: Hit) -> str:
    return "" if hit.switched_off is None else " off"
