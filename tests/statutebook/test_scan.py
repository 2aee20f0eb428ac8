"""A scan: one row a text, whatever happens to texts, files and the process itself."""

import csv
import io
import json
import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pyarrow.parquet as pq
import pytest

from checker.cli import main
from checker.models.rulebook import Rulebook
from checker.report.excel.stream import write_rows
from checker.statutebook import pool, tables
from checker.statutebook import scan as scanning
from checker.statutebook.columns import Column, ColumnKind, Row
from checker.statutebook.journal import Journal
from checker.statutebook.pool import ScanRefusedError
from checker.statutebook.progress import Progress
from checker.statutebook.scan import Order, Outcome, scan
from tests.statutebook.texts import fill, text

ROOT = Path(__file__).resolve().parents[2]
PROMISED = {
    "path", "articles", "leden", "words", "words_per_sentence", "flesch_douma", "obligations",
    "findings", "error",
}  # fmt: skip
KILLED_AFTER = """
import os, pickle, signal, sys
from pathlib import Path
from checker.statutebook.scan import Order, scan

def tell(done, *_):
    if done >= int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)

rulebook = pickle.loads(sys.stdin.buffer.read())
scan(Order(Path(sys.argv[1]), Path(sys.argv[2]), "nl", 1), rulebook, tell)
"""


def nobody(*_: int) -> None:
    """Is told how far it is, and does not care."""


def rows_in(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        return list(pq.read_table(path).to_pylist())
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    header, *rows = openpyxl.load_workbook(path).active.values
    return [dict(zip(header, row, strict=True)) for row in rows]


def paths_in(path: Path) -> list[str]:
    return [row["path"] for row in rows_in(path)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "teksten", 40)


@pytest.fixture
def run(rulebook: Rulebook) -> Any:
    """Scan with our own rules, loaded once."""

    def call(folder: Path, target: Path, tell: Any = nobody, **options: Any) -> Outcome:
        order = Order(folder, target, "nl", **{"workers": 1, **options})
        return scan(order, rulebook, tell)

    return call


# --- what comes out ------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_one_row_a_text_in_every_format(
    run: Any, folder: Path, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"uit{suffix}"

    outcome = run(folder, target)

    rows = rows_in(target)
    assert (outcome.texts, outcome.broken, len(rows)) == (40, 0, 40)
    assert rows[0].keys() >= PROMISED
    assert sorted(row["path"] for row in rows)[0] == "deel/tekst-001.md"
    assert {int(row["articles"]) for row in rows} == {3}
    assert {int(row["leden"]) for row in rows} == {2}
    assert not [row for row in rows if row["error"]]
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "teksten", f"uit{suffix}", f"uit{suffix}.svg",
    ]  # fmt: skip


def test_the_picture_can_be_read_aloud(run: Any, folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "uit.csv")

    root = ElementTree.parse(tmp_path / "uit.csv.svg").getroot()

    told = {child.tag.rpartition("}")[2]: child.text or "" for child in root}
    assert root.get("role") == "img"
    assert "teksten" in told["title"]
    assert "Gelezen teksten: 40" in told["desc"]
    assert "Woorden per zin: de middelste tekst heeft" in told["desc"]


@pytest.mark.parametrize("bad", ["=1+1", "+x", "-x", "@x", "\tx"])
def test_text_is_never_a_formula(tmp_path: Path, bad: str) -> None:
    columns = [Column("path", ColumnKind.TEXT), Column("flesch_douma", ColumnKind.NUMBER)]
    rows: list[Row] = [{"path": bad, "flesch_douma": -3.5}]
    for suffix in (".csv", ".xlsx"):
        tables.WRITERS[suffix](tmp_path / f"uit{suffix}", columns, rows)

    assert rows_in(tmp_path / "uit.csv") == [{"path": f"'{bad}", "flesch_douma": "-3.5"}]
    sheet = openpyxl.load_workbook(tmp_path / "uit.xlsx").active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (bad, "s")
    assert sheet["B2"].value == -3.5


def test_a_sheet_without_rows_can_be_opened(tmp_path: Path) -> None:
    write_rows(tmp_path / "leeg.xlsx", ["path", "words"], [])

    assert rows_in(tmp_path / "leeg.xlsx") == []


# --- what goes in --------------------------------------------------------------------------------


def test_broken_files_are_rows_and_stop_nothing(run: Any, folder: Path, tmp_path: Path) -> None:
    (folder / "leeg.md").write_bytes(b"")
    (folder / "stuk.docx").write_bytes(b"PK\x03\x04 geen zip")
    (folder / "stuk.pdf").write_bytes(b"%PDF-1.7 afgebroken")
    (folder / "oud.rtf").write_bytes(b"{\\rtf1 tekst}")
    (folder / "weg.md").symlink_to(folder / "bestaat-niet.md")

    outcome = run(folder, tmp_path / "uit.csv")

    broken = {row["path"]: row["error"] for row in rows_in(tmp_path / "uit.csv") if row["error"]}
    assert broken.keys() == {"leeg.md", "stuk.docx", "stuk.pdf", "oud.rtf", "weg.md"}
    assert (outcome.texts, outcome.broken) == (45, 5)
    assert dict(outcome.named) == broken


def test_a_fault_of_our_own_is_a_row_too(
    run: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(content: bytes, name: str) -> None:
        raise RecursionError(name)

    monkeypatch.setattr("checker.statutebook.work.read", fail)

    outcome = run(folder, tmp_path / "uit.csv")

    assert (outcome.texts, outcome.broken) == (40, 40)
    assert "RecursionError" in outcome.named[0][1]


def test_what_is_no_text_is_passed_over_and_counted(run: Any, folder: Path, tmp_path: Path) -> None:
    (folder / "foto.png").write_bytes(b"\x89PNG")
    (folder / ".verborgen.md").write_text(text(1), "utf-8")
    (folder / "rondje").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pijp.md")

    outcome = run(folder, tmp_path / "uit.csv")

    assert (outcome.texts, outcome.passed) == (40, 1)


def test_a_folder_that_may_not_be_read_is_listed(
    run: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refuse(place: Path) -> Any:
        if Path(place).name == "deel":
            raise PermissionError(13, "Permission denied")
        return scandir(place)

    monkeypatch.setattr("checker.statutebook.folder.os.scandir", refuse)

    outcome = run(folder, tmp_path / "uit.csv")

    assert [name for name, _ in outcome.named] == ["deel/"]
    assert outcome.texts == 15


def test_a_name_that_is_no_text_can_be_written(run: Any, tmp_path: Path) -> None:
    folder = fill(tmp_path / "teksten", 1)
    (folder / os.fsdecode(b"caf\xe9.md")).write_text(text(5), "utf-8")

    run(folder, tmp_path / "uit.parquet")

    assert paths_in(tmp_path / "uit.parquet") == ["caf\\xe9.md", "tekst-000.md"]


# --- going on after a kill -----------------------------------------------------------------------


def kill_halfway(folder: Path, target: Path, after: int, rulebook: Rulebook) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AFTER, str(folder), str(target), str(after)],
        cwd=ROOT, input=pickle.dumps(rulebook), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert not target.exists()


def test_it_goes_on_after_a_kill_without_double_or_lost_rows(
    run: Any, folder: Path, tmp_path: Path, rulebook: Rulebook
) -> None:
    target, whole = tmp_path / "uit.csv", tmp_path / "in-een-keer.csv"
    kill_halfway(folder, target, 16, rulebook)
    # a kill while a line was being written
    with (tmp_path / "uit.csv.part" / "rows.jsonl").open("ab") as file:
        file.write(b'[123, {"path": "tekst-0')
    (folder / "tekst-000.md").write_text(text(0) + "\n#### Artikel 4\n\nVervallen.\n", "utf-8")
    (folder / "deel" / "tekst-001.md").unlink()
    (folder / "nieuw.md").write_text(text(7), "utf-8")

    outcome = run(folder, target)

    run(folder, whole)
    assert outcome.resumed == 15  # the first sixteen, without the one that is gone
    assert target.read_bytes() == whole.read_bytes()
    assert len(set(paths_in(target))) == len(paths_in(target)) == 40
    assert not (tmp_path / "uit.csv.part").exists()


def test_other_rules_start_afresh(folder: Path, tmp_path: Path, rulebook: Rulebook) -> None:
    kill_halfway(folder, tmp_path / "uit.csv", 16, rulebook)
    other = rulebook.model_copy(update={"content_hash": "anders"})

    outcome = scan(Order(folder, tmp_path / "uit.csv", "nl", 1), other, nobody)

    assert (outcome.texts, outcome.resumed) == (40, 0)


def test_two_scans_do_not_write_the_same_file(run: Any, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.csv"
    journal = Journal(target, "van een ander")

    with pytest.raises(ScanRefusedError, match="in_use"):
        run(folder, target)

    journal.close()
    run(folder, target)


def test_what_is_not_ours_is_left_alone(run: Any, folder: Path, tmp_path: Path) -> None:
    precious = tmp_path / "uit.csv.part" / "brief.docx"
    precious.parent.mkdir()
    precious.write_bytes(b"brief")

    with pytest.raises(ScanRefusedError, match="name_taken"):
        run(folder, tmp_path / "uit.csv")

    assert precious.read_bytes() == b"brief"


# --- more than one process -----------------------------------------------------------------------


def test_worker_processes_give_the_same_as_one(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(scanning, "_BATCH_TEXTS", 3)  # so that both get some
    folder = fill(tmp_path / "teksten", 12)

    run(folder, tmp_path / "een.csv")
    run(folder, tmp_path / "twee.csv", workers=2)

    assert (tmp_path / "een.csv").read_bytes() == (tmp_path / "twee.csv").read_bytes()


def test_without_dask_one_process_works_and_more_say_what_is_missing(
    run: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "has_dask", lambda: False)
    monkeypatch.setattr(scanning, "has_dask", lambda: False)

    assert run(folder, tmp_path / "uit.csv", workers=None).texts == 40
    for options in ({"workers": 2}, {"scheduler": "tcp://127.0.0.1:1"}):
        with pytest.raises(ScanRefusedError, match="no_dask"):
            run(folder, tmp_path / "twee.csv", **options)
    assert not (tmp_path / "twee.csv.part").exists()


# --- the command ---------------------------------------------------------------------------------


def test_the_command_lists_what_is_broken_and_how_far_it_is_in_a_pipe(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "leeg.md").write_bytes(b"")
    target = tmp_path / "uit.csv"

    code = main(["scan", str(folder), "--out", str(target), "--workers", "1"])

    out, err = capsys.readouterr()
    assert code == 0
    assert out.splitlines()[0].startswith("Teksten: 41; niet te lezen: 1;")
    begin, *_, title, broken = err.splitlines()
    assert begin == "41 teksten lezen."
    assert title == "Niet te lezen (1):"
    assert broken.startswith("  leeg.md: ")


def test_the_command_as_json(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "uit.csv"

    assert main(["scan", str(folder), "--out", str(target), "--workers=1", "--json"]) == 0

    out, err = capsys.readouterr()
    assert err.startswith("40 teksten lezen.")
    assert json.loads(out)["texts"] == 40


@pytest.mark.parametrize(
    ("name", "target", "options", "told"),
    [
        ("teksten", "uit.txt", [], ".parquet, .csv of .xlsx"),
        ("nergens", "uit.csv", [], "bestaat niet"),
        ("leeg", "uit.csv", [], "geen enkele tekst"),
        ("teksten", "uit.csv", ["--workers", "0"], "1 of meer"),
        ("teksten", "nergens/uit.csv", [], "nergens"),
    ],
)
def test_bad_input_is_2_with_one_message_and_nothing_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    name: str, target: str, options: list[str], told: str,
) -> None:  # fmt: skip
    (tmp_path / "leeg").mkdir()

    code = main(["scan", str(tmp_path / name), "--out", str(tmp_path / target), *options])

    out, err = capsys.readouterr()
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert told in err
    assert {each.name for each in tmp_path.iterdir()} == {"teksten", "leeg"}


def test_an_excel_sheet_holds_only_so_many(
    run: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(tables.MOST_ROWS, ".xlsx", 39)

    with pytest.raises(ScanRefusedError, match="too_many_rows"):
        run(folder, tmp_path / "uit.xlsx")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_bar_tells_how_far_it_is() -> None:
    stream, seconds = Terminal(), iter(range(100))
    progress = Progress(stream, "nl", lambda: float(next(seconds)))

    progress.update(0, 4, 0, 100)
    progress.update(2, 4, 50, 100)
    progress.close()

    assert "50%  2 van 4 teksten  nog 0 min 1 s" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[2K")


def test_on_a_pipe_there_is_a_line_now_and_then() -> None:
    stream, seconds = io.StringIO(), iter([0, 1, 10, 15, 31, 32])
    progress = Progress(stream, "nl", lambda: float(next(seconds)))

    for texts in range(6):
        progress.update(texts, 6, 10 * texts, 60)
    progress.close()

    assert stream.getvalue().splitlines() == [
        "6 teksten lezen.",
        "2 van 6 teksten, 33%  nog 0 min 20 s",
        "4 van 6 teksten, 66%  nog 0 min 16 s",
    ]
