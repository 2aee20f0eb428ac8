"""How fast a folder of regulations is scanned, and how much memory that takes."""

import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from bench.tables import table

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT.parent / "shared" / "corpus" / "sample2000.tar.xz"
WORKERS = (1, 2)
MEASURED = """
import json, resource, sys, time
from pathlib import Path
from checker.rulebook import load
from checker.rulebook.locate import OWN_RULES
from checker.statutebook.scan import Order, scan

SELF, OTHERS = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN

def peak(who):
    return resource.getrusage(who).ru_maxrss / 1024

def busy():
    return sum(resource.getrusage(who)[part] for who in (SELF, OTHERS) for part in (0, 1))

if __name__ == "__main__":
    folder, target, workers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    start = time.perf_counter()
    outcome = scan(Order(folder, target, "nl", workers), load(OWN_RULES), lambda *_: None)
    print(json.dumps({
        "seconds": time.perf_counter() - start, "texts": outcome.texts, "broken": outcome.broken,
        "here": peak(SELF), "worker": peak(OTHERS), "busy": busy(),
    }))
"""
"""Runs in a process of its own, or the peak would be that of everything measured before."""


def _measure(folder: Path, target: Path, workers: int) -> dict[str, Any]:
    script = target.with_suffix(".py")
    script.write_text(MEASURED, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(folder), str(target), str(workers)],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> None:
    """Print how long a scan of the sample takes with one and two processes."""
    if not SAMPLE.exists():
        print("\nThe scan is not measured: the sample of the statute book is not here.")
        return
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "texts"
        with tarfile.open(SAMPLE) as archive:
            archive.extractall(folder, filter="data")
        size = sum(file.stat().st_size for file in folder.rglob("*.md")) / 1e6
        for workers in WORKERS:
            found = _measure(folder, Path(name) / f"{workers}.parquet", workers)
            worker = f"{found['worker']:.0f}" if workers > 1 else "–"
            speed, here = f"{size / found['seconds']:.2f}", f"{found['here']:.0f}"
            seconds, busy = f"{found['seconds']:.1f}", f"{found['busy']:.1f}"
            texts = str(found["texts"])
            rows.append((str(workers), texts, f"{size:.1f}", seconds, busy, speed, here, worker))
    header = ("processes", "texts", "MB", "s", "CPU s", "MB/s", "peak MB here", "peak MB a worker")
    table("A scan of a folder, all rules about texts included", header, rows)


if __name__ == "__main__":
    main()
