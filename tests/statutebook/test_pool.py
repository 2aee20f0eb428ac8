"""What happens when workers fall, without any: a client that behaves as Dask's does."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from checker.statutebook import pool
from checker.statutebook.columns import Row
from checker.statutebook.pool import Batch, ScanRefusedError
from checker.statutebook.work import Source

distributed = pytest.importorskip("distributed")


class Future:
    def __init__(self, outcome: Callable[[], list[Row]]) -> None:
        self._outcome = outcome

    def result(self, timeout: float) -> list[Row]:
        return self._outcome()


class Client:
    """Has workers that fall whenever they get the text ``poison``."""

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads
        self.under_way = self.most_under_way = 0

    def nthreads(self) -> dict[str, int]:
        return {"worker": self.threads} if self.threads else {}

    def submit(self, work: Any, job: bytes, sources: Sequence[Source], pure: bool) -> Future:
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)

        def outcome() -> list[Row]:
            self.under_way -= 1
            if any(source.name == "poison" for source in sources):
                raise distributed.KilledWorker("rows", None, 3)
            return [{"path": source.name, "error": None} for source in sources]

        return Future(outcome)


def batch(*names: str) -> Batch:
    return Batch((), tuple(Source(name, b"") for name in names), (), 0)


def results(client: Client, batches: list[Batch]) -> list[Row]:
    cluster = pool._Cluster(client, b"", "nl")
    return [row for _, rows in cluster.results(batches) for row in rows]


def test_a_text_that_fells_its_workers_is_told_from_those_beside_it() -> None:
    rows = results(Client(), [batch("a", "poison", "b"), batch("c")])

    assert [row["path"] for row in rows] == ["a", "poison", "b", "c"]
    assert [bool(row["error"]) for row in rows] == [False, True, False, False]


def test_only_so_many_batches_are_under_way() -> None:
    client = Client(threads=2)

    rows = results(client, [batch(str(number)) for number in range(50)])

    assert [row["path"] for row in rows] == [str(number) for number in range(50)]
    assert client.most_under_way == 6


def test_without_any_worker_it_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(threads=0)

    def never(timeout: float) -> list[Row]:
        raise TimeoutError

    monkeypatch.setattr(Future, "result", lambda self, timeout: never(timeout))

    with pytest.raises(ScanRefusedError, match="workers_gone"):
        results(client, [batch("a")])
