"""The automatic numbers of a Word document, written out as Word shows them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from checker.readers.legal_text import numbering
from checker.readers.legal_text.safe_xml import local

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_MOST_STYLES = 20
"""Styles can be based on each other; a circle of them must end."""


@dataclass(frozen=True)
class Level:
    """How the numbers of one level of a list look."""

    style: str = "decimal"
    text: str = ""
    start: int = 1
    linked_style: str | None = None
    restarts_after: int | None = None
    """Level whose use starts this one again; None for any higher one, -1 for none."""
    is_legal: bool = False
    """Whether all numbers in it are digits."""


@dataclass
class _List:
    """A list: its levels, and how far each has been counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass
class _Use:
    """A use of a list; it may begin again or look different."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(frozen=True)
class Style:
    """What a style of paragraphs says of numbers and headings."""

    name: str = ""
    based_on: str | None = None
    number: str | None = None
    level: int | None = None
    outline: int | None = None
    bold: bool | None = None
    hidden: bool = False


def value(node: Element | None, name: str = "val") -> str | None:
    """Return the attribute ``name`` of ``node``."""
    if node is None:
        return None
    return next((v for key, v in node.attrib.items() if local(key) == name), None)


def child(node: Element | None, *path: str) -> Element | None:
    """Return the first element at ``path`` below ``node``."""
    for name in path:
        if node is None:
            return None
        node = next((each for each in node if local(each.tag) == name), None)
    return node


def children(node: Element, name: str) -> Iterator[Element]:
    """Yield the elements called ``name`` right below ``node``."""
    return (each for each in node if local(each.tag) == name)


def whole(text: str | None) -> int | None:
    """Return ``text`` as a whole number."""
    return int(text) if text and re.fullmatch(r"-?\d{1,7}", text) else None


def is_on(node: Element | None) -> bool:
    """Whether a property that is there is on."""
    return node is not None and value(node) not in ("0", "false", "off", "none")


def styles(root: Element) -> dict[str, Style]:
    """Return the styles of paragraphs by their id."""
    found = {}
    for node in children(root, "style"):
        numbers = child(node, "pPr", "numPr")
        bold = child(node, "rPr", "b")
        found[value(node, "styleId") or ""] = Style(
            name=(value(child(node, "name")) or "").lower(),
            based_on=value(child(node, "basedOn")),
            number=value(child(numbers, "numId")),
            level=whole(value(child(numbers, "ilvl"))),
            outline=whole(value(child(node, "pPr", "outlineLvl"))),
            bold=None if bold is None else is_on(bold),
            hidden=is_on(child(node, "rPr", "vanish")),
        )
    return found


class Numbers:
    """Counts along while a document is read from its beginning."""

    def __init__(self, root: Element | None, known: Mapping[str, Style]) -> None:
        """Take the lists of ``root``; without it nothing is numbered."""
        self._styles = known
        self._lists: dict[str, _List] = {}
        self._uses: dict[str, _Use] = {}
        if root is not None:
            self._take(root)

    def _take(self, root: Element) -> None:
        by_style: dict[str, str] = {}
        links: dict[str, str] = {}
        for node in children(root, "abstractNum"):
            key = value(node, "abstractNumId") or ""
            levels = {n: _level(each) for n, each in _numbered(children(node, "lvl"))}
            self._lists[key] = _List(levels)
            if style := value(child(node, "styleLink")):
                by_style[style] = key
            if style := value(child(node, "numStyleLink")):
                links[key] = style
        for node in children(root, "num"):
            use = _use(node)
            if use.abstract in links:
                use.abstract = by_style.get(links[use.abstract], use.abstract)
            self._uses[value(node, "numId") or ""] = use

    def label(self, properties: Element | None, style: str | None) -> str:
        """Return the number of the next paragraph, or "" where it has none."""
        number, level = self._of(child(properties, "numPr"), style)
        use = self._uses.get(number or "")
        numbered = self._lists.get(use.abstract) if use else None
        if use is None or numbered is None:
            return ""
        levels = {**numbered.levels, **use.levels}
        if level is None:
            level = next(
                (n for n, each in levels.items() if style and each.linked_style == style), 0
            )
        shape = levels.get(level)
        if shape is None:
            return ""
        self._count(numbered, levels, use, level)
        return _written(levels, numbered.counts, level)

    def _of(self, direct: Element | None, style: str | None) -> tuple[str | None, int | None]:
        """Return which list and level a paragraph has, of itself or through its style."""
        number = value(child(direct, "numId"))
        level = whole(value(child(direct, "ilvl")))
        for _ in range(_MOST_STYLES):
            found = self._styles.get(style or "")
            if found is None or (number is not None and level is not None):
                break
            if number is None:
                # A style can change only the level of the one that it is based on.
                number = found.number
                level = found.level if level is None else level
                if number is not None and level is None:
                    level = self._linked(number, style)
            style = found.based_on
        return number, level

    def _linked(self, number: str, style: str | None) -> int | None:
        use = self._uses.get(number)
        if use is None or use.abstract not in self._lists:
            return None
        levels = {**self._lists[use.abstract].levels, **use.levels}
        return next((n for n, each in levels.items() if each.linked_style == style), None)

    @staticmethod
    def _count(numbered: _List, levels: Mapping[int, Level], use: _Use, level: int) -> None:
        counts = numbered.counts
        begins = use.starts.pop(level, None)
        if begins is not None:
            counts[level] = begins
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start
        for higher in range(level):
            counts.setdefault(higher, levels[higher].start if higher in levels else 1)
        for lower in range(level + 1, _LEVELS):
            after = levels[lower].restarts_after if lower in levels else None
            if after is None or level <= after:
                counts.pop(lower, None)


def _numbered(nodes: Iterator[Element]) -> Iterator[tuple[int, Element]]:
    for node in nodes:
        level = whole(value(node, "ilvl"))
        if level is not None and 0 <= level < _LEVELS:
            yield level, node


def _level(node: Element) -> Level:
    start = whole(value(child(node, "start")))
    restart = whole(value(child(node, "lvlRestart")))
    style = value(child(node, "numFmt"))
    if style is None:
        style = value(child(node, "AlternateContent", "Fallback", "numFmt"))
    return Level(
        style=style or "decimal",
        text=value(child(node, "lvlText")) or "",
        start=1 if start is None else start,
        linked_style=value(child(node, "pStyle")),
        restarts_after=None if restart is None else restart - 1,
        is_legal=is_on(child(node, "isLgl")),
    )


def _use(node: Element) -> _Use:
    use = _Use(value(child(node, "abstractNumId")) or "")
    for level, override in _numbered(children(node, "lvlOverride")):
        if (shape := child(override, "lvl")) is not None:
            use.levels[level] = _level(shape)
        start = whole(value(child(override, "startOverride")))
        if start is not None:
            use.starts[level] = start
    return use


def _written(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    shape = levels[level]
    if shape.style == "none":
        return "" if "%" in shape.text else shape.text.strip()
    if shape.style == "bullet":
        return numbering.BULLET if shape.text.strip() else ""
    digits = shape.is_legal

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        style = levels[place].style if place in levels else "decimal"
        return numbering.written(counts.get(place, 1), "decimal" if digits else style)

    return _PLACE.sub(number, shape.text).strip()
