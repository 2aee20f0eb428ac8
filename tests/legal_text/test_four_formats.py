"""The same regulation as .docx, .pdf, .html and .txt has the same structure: real files, read."""

import html
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from checker.legal_text.structure import parse
from checker.models.legal_text import Block, BlockKind, LegalText, Part, ProvisionKind
from checker.readers.legal_text import read_file

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "wetten"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
REGULATIONS = ("BWBR0018139", "BWBR0008653", "BWBR0011301", "BWBR0024325", "BWBR0026965")
FORMATS = ("docx", "pdf", "html", "txt:Text (encoded):UTF8")

pytestmark = [
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the project"),
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.xdist_group("libreoffice"),
]


def as_html(blocks: Iterable[Block]) -> str:
    """A page as a word processor would save it."""
    rows = {
        BlockKind.HEADING: "<h3>{}</h3>",
        BlockKind.PARAGRAPH: "<p>{}</p>",
        BlockKind.TABLE_ROW: "<table><tr><td>{}</td></tr></table>",
    }
    body = "".join(
        rows[block.kind].format(html.escape(block.text).replace("\t", "</td><td>"))
        for block in blocks
    )
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds each regulation in each format."""
    made = tmp_path_factory.mktemp("formats")
    for name in REGULATIONS:
        page = as_html(read_file(CORPUS / f"{name}.md"))
        (made / f"{name}.html").write_text(page, "utf-8")
    profile = (made / "profile").as_uri()
    for form in (f for f in FORMATS if f != "html"):
        command = [
            str(SOFFICE), "--headless", f"-env:UserInstallation={profile}", "--writer",
            "--convert-to", form, "--outdir", str(made),
            *(str(made / f"{name}.html") for name in REGULATIONS),
        ]  # fmt: skip
        home = {"HOME": str(made), "PATH": os.environ["PATH"]}
        subprocess.run(command, check=True, capture_output=True, timeout=240, env=home)
    if not (made / f"{REGULATIONS[0]}.docx").exists():
        pytest.skip("LibreOffice is there, but not its part that writes documents (Writer)")
    return made


def outline(text: LegalText) -> list[tuple[str, list[str | None]]]:
    return [(a.number, [lid.number for lid in a.numbered_leden]) for a in text.articles]


@pytest.mark.parametrize("form", [f.partition(":")[0] for f in FORMATS])
@pytest.mark.parametrize("name", REGULATIONS)
def test_articles_and_leden_are_the_same(folder, name, form):
    original = parse(read_file(CORPUS / f"{name}.md"))
    made = parse(read_file(folder / f"{name}.{form}"))
    assert outline(made) == outline(original)
    assert [part for part, _ in made.parts] == [part for part, _ in original.parts]
    if ProvisionKind.TABLE not in [p.kind for p in original.provisions]:  # .pdf and .txt lose those
        words = original.words_in(Part.BODY)
        assert made.words_in(Part.BODY) == pytest.approx(words, rel=0.01)
