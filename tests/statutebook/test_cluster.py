"""A scan on a cluster that runs already, one machine of which is lost in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.models.rulebook import Rulebook
from checker.statutebook import scan as scanning
from checker.statutebook.pool import ScanRefusedError
from checker.statutebook.scan import Order, scan
from tests.statutebook.texts import fill

pytest.importorskip("distributed", reason="Dask is optional: pip install 'mkb-toets[scan]'")

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


def start(*words: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def address_in(file: Path) -> str:

    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if file.exists() and file.read_text("utf-8").endswith("}"):
            return str(json.loads(file.read_text("utf-8"))["address"])
        time.sleep(0.05)
    pytest.fail("the scheduler did not start")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process of its own."""
    file = tmp_path / "scheduler.json"
    common = ("--scheduler-file", str(file), "--no-dashboard")
    scheduler = start(
        "distributed.cli.dask_scheduler", *common, "--host", "127.0.0.1", "--port", "0"
    )
    workers: list[subprocess.Popen[bytes]] = []
    try:
        address = address_in(file)
        for name in ("een", "twee"):
            scratch = ("--local-directory", str(tmp_path / name), "--name", name)
            one = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
            workers.append(start("distributed.cli.dask_worker", *common, *scratch, *one))
        _wait_for_two(address)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _wait_for_two(address: str) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=PATIENCE)


def test_a_lost_worker_loses_no_row(
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    tmp_path: Path,
    rulebook: Rulebook,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, (first, second) = cluster
    # ten batches, so that at the first result the worker that falls still has some
    monkeypatch.setattr(scanning, "_BATCH_TEXTS", 4)
    folder = fill(tmp_path / "teksten", 40)
    seen: list[int] = []

    def tell(done: int, *_: int) -> None:
        seen.append(done)
        if 0 < done < 40 and first.poll() is None:
            first.send_signal(signal.SIGKILL)
            first.wait()

    on_cluster, alone = tmp_path / "samen.csv", tmp_path / "alleen.csv"
    scan(Order(folder, on_cluster, "nl", scheduler=address), rulebook, tell)
    scan(Order(folder, alone, "nl", workers=1), rulebook, lambda *_: None)

    assert first.returncode == -signal.SIGKILL
    assert second.poll() is None
    assert seen[-1] == 40
    assert on_cluster.read_bytes() == alone.read_bytes()


def test_where_no_scheduler_answers_it_says_so(tmp_path: Path, rulebook: Rulebook) -> None:
    folder = fill(tmp_path / "teksten", 1)

    with pytest.raises(ScanRefusedError, match="no_scheduler"):
        scan(
            Order(folder, tmp_path / "uit.csv", "nl", scheduler="geen adres"),
            rulebook, lambda *_: None,
        )  # fmt: skip

    assert not (tmp_path / "uit.csv.part").exists()
