"""How a dossier keeps a text: one line a block, readable, and read back without loss."""

import re
from collections.abc import Iterable, Iterator

from checker.models.legal_text import Block, BlockKind, Part

_HEADING, _ROW, _PART, _ESCAPE = "# ", "| ", "%% ", "\\"
_BAR = re.compile(r"(?<!\\)\|")
_EMPTY = "\\-"
_MARKS = (_HEADING.strip(), _ROW.strip(), _PART.strip(), _ESCAPE)


def to_stored(blocks: Iterable[Block]) -> str:
    """Return ``blocks`` as text for a dossier; :func:`from_stored` gives them back."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    part: Part | None = None
    for block in blocks:
        if block.part is not part:
            part = block.part
            yield _PART + (part or "")
        if block.kind is BlockKind.HEADING:
            yield _HEADING + block.text
        elif block.kind is BlockKind.TABLE_ROW:
            yield _ROW + " | ".join(_written_cell(cell) for cell in block.text.split("\t"))
        else:
            yield _ESCAPE + block.text if block.text.startswith(_MARKS) else block.text


def from_stored(body: str) -> tuple[Block, ...]:
    """Return the blocks that a dossier keeps; empty lines are skipped.

    Text that nobody wrote with :func:`to_stored`, such as a text in a rule's example, is read by
    the same marks: ``#`` before a heading, ``|`` before a table row.
    """
    blocks: list[Block] = []
    part: Part | None = None
    for raw in body.split("\n"):
        line = " ".join(raw.split())
        if line.startswith(_PART.strip()):
            name = line.removeprefix(_PART.strip()).strip()
            part = Part(name) if name in list(Part) else None
        elif (block := _block(line, part)).text:
            blocks.append(block)
    return tuple(blocks)


def _block(line: str, part: Part | None) -> Block:
    if line.startswith("#"):
        return Block(line.lstrip("#").strip(), BlockKind.HEADING, part)
    if line.startswith("|"):
        cells = _BAR.split(line.removeprefix("|").removesuffix(" |"))
        return Block("\t".join(map(_read_cell, cells)), BlockKind.TABLE_ROW, part)
    return Block(line.removeprefix(_ESCAPE), BlockKind.PARAGRAPH, part)


def _written_cell(cell: str) -> str:
    return cell.replace("|", "\\|") if cell.strip() else _EMPTY


def _read_cell(cell: str) -> str:
    words = cell.strip()
    return "" if words == _EMPTY else words.replace("\\|", "|")
