"""The same regulation as Word, PDF, HTML and text gives the same blocks as its Markdown."""

import shutil
import subprocess
import textwrap
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from checker.models.legal_text import Block
from checker.readers.legal_text import read, read_file
from tests.readers.legal_text.files import docx_of, html_of, set_on_pages

CORPUS = Path(__file__).resolve().parents[4] / "shared/corpus/wetten"
NAMES = ("BWBR0002448", "BWBR0003961", "BWBR0013100", "BWBR0025062", "BWBR0025572", "BWBR0026562")


def regulation(name: str) -> tuple[Block, ...]:
    path = CORPUS / f"{name}.md"
    if not path.exists():
        pytest.skip("the corpus of real regulations is not on this machine")
    return read_file(path)


def words(blocks: Sequence[Block]) -> list[str]:
    """Return the words of each block, in the letters that a simple PDF can hold."""
    texts = (block.text.encode("cp1252", "replace").decode("cp1252") for block in blocks)
    return [" ".join(text.split()) for text in texts]


def likeness(first: Sequence[Block], second: Sequence[Block]) -> float:
    """Return which share of the blocks is the same, word for word and in the same order."""
    a, b = words(first), words(second)
    same = sum(match.size for match in SequenceMatcher(None, a, b, False).get_matching_blocks())
    return same / max(len(a), len(b))


def plain(blocks: Sequence[Block]) -> bytes:
    return "\n\n".join(block.text for block in blocks).encode()


def broken_off(blocks: Sequence[Block]) -> bytes:
    """Return the text as an e-mail or a page has it: a line break wherever the line was full."""
    lines = (
        block.text
        if "\t" in block.text
        else textwrap.fill(block.text, 78, break_long_words=False, break_on_hyphens=False)
        for block in blocks
    )
    return "\n\n".join(lines).encode()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("make", "file", "least"),
    [
        (docx_of, "a.docx", 1.0),
        (html_of, "a.html", 1.0),
        (plain, "a.txt", 1.0),
        (broken_off, "a.txt", 0.95),
        (set_on_pages, "a.pdf", 0.95),
    ],
)
def test_the_same_blocks(
    name: str, make: Callable[[Sequence[Block]], bytes], file: str, least: float
) -> None:
    blocks = regulation(name)
    assert likeness(blocks, read(make(blocks), file)) >= least


@pytest.mark.parametrize("name", NAMES[:2])
def test_headings_stay_headings(name: str) -> None:
    blocks = regulation(name)
    for data, file in ((docx_of(blocks), "a.docx"), (html_of(blocks), "a.html")):
        assert [b.kind for b in read(data, file)] == [b.kind for b in blocks]


# --- made by other programs -----------------------------------------------------------------------


def converted(source: Path, program: Sequence[str], made: Path) -> bytes:
    subprocess.run(program, cwd=source.parent, capture_output=True, timeout=120, check=False)
    if not made.exists():
        pytest.skip(f"{program[0]} cannot make a {made.suffix} of a page here")
    return made.read_bytes()


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_libreoffice(suffix: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    blocks = regulation(NAMES[2])
    page = tmp_path / "wet.html"
    page.write_bytes(html_of(blocks))
    kind = {".docx": "docx:MS Word 2007 XML", ".pdf": "pdf:writer_web_pdf_Export"}[suffix]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    program = [office, "--headless", profile, "--convert-to", kind, page.name]
    assert likeness(blocks, read(converted(page, program, page.with_suffix(suffix)), "a")) > 0.95


def test_chromium(tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium is on this machine")
    blocks = regulation(NAMES[2])
    page, made = tmp_path / "wet.html", tmp_path / "wet.pdf"
    page.write_bytes(html_of(blocks).replace(b"<html>", b'<html><meta charset="utf-8">'))
    program = [browser, "--headless", "--no-sandbox", "--disable-gpu",
               f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={made}",
               page.as_uri()]  # fmt: skip
    assert likeness(blocks, read(converted(page, program, made), "wet.pdf")) > 0.95
