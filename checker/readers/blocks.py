"""Where the calculations on a sheet are: the row of headings, and the rows that belong to it.

Headings can stand over two rows, be repeated on every page, or come in groups beside each other
("klein: aantal, uren, kosten; groot: aantal, uren, kosten"). Each group is a block of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.models.verification import INPUTS, RESULTS, Role, Scale
from checker.readers import headers, numbers
from checker.readers.table import CellKind, Row, Sheet

WORDS = frozenset({Role.NAME, Role.SIZE})
_TOTAL = re.compile(
    r"(?:eind|sub|grand |sub-)?(?:totaal|totalen|totale|totals?|som|sum|summe|(?:ins)?gesamt\w*)\b"
    r"|(?:alles )?(?:samen|together|overall)$|.* (?:totaal|total|gesamt)$|(?:afgerond|rounded)$"
    r"|(?:annual |3 year |three year )?(?:average|gemiddelde?|durchschnitt)$"
)
_BARE_TOTAL = re.compile(
    r"(?:eind|sub|grand |sub-)?(?:totaal|totals?|summe|(?:ins)?gesamt)(?: \w+)?"
)
_NUMBERING = re.compile(r"\(?(?P<sign>\d{1,2}|[a-z])\)?(?:\s*=.*)?", re.IGNORECASE)
_FEWEST_NUMBERED = 3
_ROWS_ABOVE = 5


@dataclass(frozen=True)
class Block:
    """The rows below one row of headings."""

    titles: Mapping[int, str]
    rows: tuple[Row, ...]
    breaks: frozenset[int] = frozenset()
    """Rows of the sheet above which the headings are repeated."""
    scale: Scale = Scale.ONE
    """Unit of money that is said above the headings."""

    def only(self, columns: Mapping[int, str]) -> "Block":
        """Return the block with these columns and their headings, without the others."""
        rows = ({c: cell for c, cell in row.items() if c in columns} for row in self.rows)
        titles = {column: title for column, title in columns.items() if title}
        return replace(self, titles=titles, rows=tuple(row for row in rows if row))


def find(sheet: Sheet) -> list[Block]:
    """Return the blocks of ``sheet`` that have headings which are known."""
    rows, start = sheet.rows, 0
    heads: list[_Head] = []
    while start < len(rows):
        head = _head(rows, start)
        if head is None or _goes_on(rows, start, head, heads):
            start += 1
        else:
            heads.append(head)
            start = head.body
    return [part for block in _blocks(rows, heads) for part in _groups(*block) if part.rows]


def _goes_on(rows: Sequence[Row], start: int, head: "_Head", heads: Sequence["_Head"]) -> bool:
    """Whether what looks like headings goes on with the table above it.

    1999 and 2001 need not be years, and a row that begins with "Totaal" is hardly ever a heading.
    """
    titles = head.titles
    if not start or any(titles == other.titles for other in heads):
        return False
    above = rows[start - 1]
    is_next = _are_adjacent(above, rows[start])
    years = {column for column, title in titles.items() if headers.is_year(title)}
    if not heads:
        return is_next and bool(years) and years <= set(above) and is_words(above)
    if is_total(titles[min(titles)]):
        return is_next or bool(years)
    return is_next and bool(years)


def find_sums(sheet: Sheet) -> list[Block]:
    """Return blocks that have figures with a total below them, whatever their headings say."""
    rows = sheet.rows
    if is_transposed(sheet):
        return []
    for start, row in enumerate(rows[:-1]):
        if len(row) > 1 and is_words(row) and _is_added_up(rows[start + 1 :]):
            titles = {column: cell.text for column, cell in row.items()}
            return [Block(titles, rows[start + 1 :])]
    return []


def has_heading(sheet: Sheet) -> bool:
    """Whether headings that are known stand somewhere, be it with nothing below them."""
    return any(_head(sheet.rows, start) is not None for start in range(len(sheet.rows)))


def is_transposed(sheet: Sheet) -> bool:
    """Whether the headings stand below each other in the first column."""
    first = min(min(row) for row in sheet.rows)
    names = {row_of(row): row[first].text for row in sheet.rows if first in row}
    roles = {role for role in _roles(names).values() if role in INPUTS}
    return len(roles) > 1


def is_total(text: str) -> bool:
    """Whether a row with this name has totals."""
    return bool(_TOTAL.match(headers.plain(text)))


def is_bare_total(text: str) -> bool:
    """Whether a name says that it is a total and little else, unlike "total product recall"."""
    return bool(_BARE_TOTAL.fullmatch(headers.plain(text)))


def row_of(row: Row) -> int:
    """Return which row of the sheet it is."""
    return next(iter(row.values())).row


def is_words(row: Row) -> bool:
    """Whether a row holds no figures besides years."""
    return all(
        headers.is_year(cell.text)
        or (cell.kind is CellKind.TEXT and numbers.read(cell.text) is None)
        for cell in row.values()
    )


def _is_added_up(rows: Sequence[Row]) -> bool:
    first = rows[0]
    figures = [column for column, cell in first.items() if cell.number() is not None]
    return len(figures) > 1 and any(
        is_total(next(iter(row.values())).text)
        for row in rows[1:]
        if any(cell.number() is not None for cell in row.values())
    )


# --- rows of headings -----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Head:
    first: int
    """Position among the rows of the sheet."""
    body: int
    titles: Mapping[int, str]
    lower: Mapping[int, str]
    """The headings right above the figures, without what stands over them."""
    groups: Mapping[int, str]
    """What stands over each column."""


def _head(rows: Sequence[Row], start: int) -> _Head | None:
    """Return the headings that begin at ``start``; None for none."""
    row, following = rows[start], rows[start + 1] if start + 1 < len(rows) else {}
    if not is_words(row):
        return None
    single = _texts(row)
    if len(following) > 1 and _are_adjacent(row, following) and is_words(following):
        lower, double = _texts(following), _joined(row, following)
        is_better = _worth(double) > max(_worth(single), _worth(lower), 1)
        if is_better and not _is_title(row, following):
            return _Head(start, start + 2, double, lower, _above(row, lower))
    if not _is_heading(single):
        return None
    if following and all(headers.is_unit(cell.text) for cell in following.values()):
        # a unit says what the heading itself leaves open, and goes without brackets of its own
        units = {c: f"{single.get(c, '')} ({cell.text.strip('()')})".strip()
                 for c, cell in following.items()}  # fmt: skip
        return _Head(start, start + 2, {**single, **units}, single, {})
    upper = rows[start - 1] if start and _are_adjacent(rows[start - 1], row) else {}
    has_groups = len({cell.text for cell in upper.values()}) > 1 and is_words(upper)
    return _Head(start, start + 1, single, single, _above(upper, single) if has_groups else {})


def _texts(row: Row) -> dict[int, str]:
    return {column: cell.text for column, cell in row.items()}


def _are_adjacent(upper: Row, lower: Row) -> bool:
    return row_of(upper) + 1 == row_of(lower)


def _is_title(upper: Row, lower: Row) -> bool:
    """Whether a row holds one text for all that is below it: no heading of some columns."""
    return len({cell.text for cell in upper.values()}) == 1 and min(upper) <= min(lower)


def _above(upper: Row, lower: Mapping[int, str]) -> dict[int, str]:
    """Return what stands over each column; a text goes for the columns to its right as well."""
    found, above = {}, ""
    for column in range(min(*upper, *lower), max(*upper, *lower) + 1):
        above = upper[column].text if column in upper else above
        if column in lower:
            found[column] = above
    return found


def _joined(upper: Row, lower: Row) -> dict[int, str]:
    """Return headings over two rows; an upper one goes for the columns to its right as well."""
    found, above = {}, ""
    for column in range(min(*upper, *lower), max(*upper, *lower) + 1):
        own = upper[column].text if column in upper else ""
        above = own or (above if column in lower else "")
        parts = [part for part in (above, lower[column].text if column in lower else "") if part]
        if parts:
            found[column] = " ".join(dict.fromkeys(parts))
    return found


def _is_heading(titles: Mapping[int, str]) -> bool:
    return _worth(titles) > 1 or (len(titles) == 1 + _worth(titles) > 1)


def _worth(titles: Mapping[int, str]) -> int:
    """Return how many headings stand above figures."""
    return sum(role is not None and role not in WORDS for role in _roles(titles).values())


def _roles(titles: Mapping[int, str]) -> dict[int, Role | None]:
    found = ((column, headers.heading(title)) for column, title in titles.items())
    return {column: None if one is None else one.role for column, one in found}


# --- what is below them ---------------------------------------------------------------------------


def _blocks(rows: Sequence[Row], heads: Sequence[_Head]) -> Iterator[tuple[Block, _Head]]:
    """Yield what is below each row of headings; the same headings again go on with it."""
    found: list[tuple[Block, _Head]] = []
    before = 0
    for head, following in zip(heads, [*heads, None][1:], strict=True):
        end = len(rows) if following is None else following.first
        body = rows[head.body : end]
        body = body[1:] if body and _is_numbering(body[0]) else body
        last = found[-1] if found else None
        if last and last[1].titles == head.titles and body and not _has_total(last[0].rows):
            breaks = last[0].breaks | {row_of(body[0])}
            found[-1] = replace(last[0], rows=(*last[0].rows, *body), breaks=breaks), last[1]
        else:
            scale = _scale_above(rows[max(before, head.first - _ROWS_ABOVE) : head.first])
            found.append((Block(head.titles, tuple(body), scale=scale), head))
        before = head.body
    yield from found


def _has_total(rows: Sequence[Row]) -> bool:
    return any(is_total(cell.text) for row in rows for cell in row.values())


def _is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or (A), (B), (C = A x B)."""
    found = [_NUMBERING.fullmatch(cell.text) for _, cell in sorted(row.items())]
    signs = [one["sign"].lower() for one in found if one is not None]
    if len(signs) < max(len(found), _FEWEST_NUMBERED):
        return False
    places = [int(s) if s.isdigit() else ord(s) for s in signs]
    return all(later - earlier == 1 for earlier, later in pairwise(places))


def _scale_above(rows: Sequence[Row]) -> Scale:
    texts = [cell.text for row in rows if is_words(row) for cell in row.values()]
    found = [scale for text in texts if (scale := headers.scale(text)) is not Scale.ONE]
    return found[-1] if found else Scale.ONE


# --- groups of columns ----------------------------------------------------------------------------


def _groups(block: Block, head: _Head) -> Iterator[Block]:
    """Yield the block, or one for each group of columns in it that is a calculation by itself."""
    over = {column: text for column, text in head.groups.items() if text}
    found = _belonging(over, _roles(head.lower))
    titles = {**head.titles, **{c: f"{over[c]} {head.lower[c]}" for c in found if c in head.lower}}
    if not found:
        named = ((c, headers.group(title)) for c, title in head.titles.items())
        found = _belonging({c: name for c, name in named if name}, _roles(head.titles))
    if not found:
        yield block
        return
    columns = {column for row in block.rows for column in row} | set(titles)
    shared = {
        column
        for column in columns - set(found)
        if (one := headers.heading(titles.get(column, ""))) is None or one.role not in RESULTS
    }
    for name in dict.fromkeys(found.values()):
        own = shared | {column for column, group in found.items() if group == name}
        yield block.only({column: titles.get(column, "") for column in sorted(own)})


def _belonging(names: Mapping[int, str], roles: Mapping[int, Role | None]) -> Mapping[int, str]:
    """Return the group of each column; nothing where groups are no calculations of their own.

    They are where each has the same kind of result, from the same kind of input.
    """
    groups: dict[str, list[int]] = {}
    for column, name in names.items():
        groups.setdefault(name, []).append(column)
    kinds = [[roles.get(column) for column in columns] for columns in groups.values()]
    kinds = [kind for kind in kinds if {*kind} & {*INPUTS, *RESULTS}]
    common = set.intersection(*map(set, kinds)) if len(kinds) > 1 else set()
    starts = common & {*INPUTS, Role.UNIT_COST}
    if not (starts and common & {*RESULTS} - starts):
        return {}
    found: dict[int, str] = {}
    width = len(kinds[0])
    for columns in groups.values():
        own = [roles.get(column) for column in columns]
        # A last total over all groups stands below the last of them in a file without merging.
        kept = columns[:width] if own[:width] == kinds[0] else columns
        found |= {column: names[column] for column in kept if {*own} & {*INPUTS, *RESULTS}}
    return found
