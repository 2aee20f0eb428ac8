"""Who does the work: this process, worker processes on this machine, or a cluster.

All three get the same batches and give the rows back in the order of the batches. Only so many
batches are under way at a time, so memory does not grow with the folder.
"""

import importlib.util
import logging
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from checker import __version__
from checker.content import say
from checker.models.base import Language
from checker.statutebook.columns import Row, broken_row
from checker.statutebook.work import Source, rows

_PATIENT = {"distributed.deploy.lost-worker-timeout": "1 day"}
"""A worker that falls is started again. After the 15 seconds that Dask takes for this by itself it
gives up on workers that happen to be starting at that moment."""

if TYPE_CHECKING:
    from distributed import Client, Future

    RowsLater = Future[list[Row]]

_AHEAD = 3
"""Batches under way for each thread of a worker: one in work, the others on their way."""
_PATIENCE = 60.0
"""Seconds without any worker after which a scan gives up."""
_LOOK = 5.0
"""Seconds of waiting after which it is asked whether there still is a worker."""
_TRIES = 2
"""How often a text is tried by itself after its batch felled the workers that had it."""
_MEMORY_LIMIT = "2 GiB"
"""Of a worker of our own. A text that needs more is broken; its worker starts afresh."""


class ScanRefusedError(Exception):
    """The work cannot be done here; ``code`` says why, ``values`` with what."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts that are done together; ``places`` are the rows of those that were done before."""

    keys: tuple[int, ...]
    sources: tuple[Source, ...]
    places: tuple[int, ...]
    size: int
    """Bytes of all texts, those done before included."""


class Pool(Protocol):
    """Something that makes rows of texts."""

    def results(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, list[Row]]]:
        """Yield each batch with the rows of its texts, in order."""


def has_dask() -> bool:
    """Whether the optional packages for more than one process are installed."""
    return importlib.util.find_spec("distributed") is not None


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def open_pool(
    job: bytes, workers: int, scheduler: str | None, language: Language
) -> AbstractContextManager[Pool]:
    """Return who does the work, until the context is left.

    Args:
        job: what is the same for all texts, packed.
        workers: processes on this machine; 1 is this process.
        scheduler: address of a Dask scheduler, which goes before ``workers``.
        language: of messages in rows.

    Raises:
        ScanRefusedError: Dask is not installed, or there is no such scheduler.
    """
    if scheduler is None and workers == 1:
        return _here(job)
    if not has_dask():
        raise ScanRefusedError("no_dask")
    return _on_cluster(job, workers, scheduler, language)


# --- this process -------------------------------------------------------------------------------


@contextmanager
def _here(job: bytes) -> Iterator[Pool]:
    yield _InProcess(job)


@dataclass(frozen=True, slots=True)
class _InProcess:
    job: bytes

    def results(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, list[Row]]]:
        for batch in batches:
            yield batch, rows(self.job, batch.sources)


# --- Dask ---------------------------------------------------------------------------------------


@contextmanager
def _on_cluster(
    job: bytes, workers: int, scheduler: str | None, language: Language
) -> Iterator[Pool]:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    connect = _own_workers(workers) if scheduler is None else _existing(scheduler)
    with connect as client:
        _check_version(client)
        yield _Cluster(client, job, language)


@contextmanager
def _own_workers(workers: int) -> Iterator["Client"]:
    """Start worker processes that listen to this process alone: encrypted, with keys of its own."""
    import dask
    from distributed import Client, LocalCluster

    with tempfile.TemporaryDirectory() as scratch, dask.config.set(_PATIENT):
        with _deaf_children():
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
                security=True,
                memory_limit=_MEMORY_LIMIT,
                local_directory=scratch,
            )
        with cluster, Client(cluster, set_as_default=False) as client:
            _stay_deaf(client)
            yield client


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Let processes that are started in the meantime not hear Ctrl-C: that is for this one.

    They hear of it from this one, and stop in silence; otherwise each would show a traceback.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stay_deaf(client: "Client") -> None:
    """See to the same for workers that are started later, in place of one that fell."""
    from distributed import Worker, WorkerPlugin

    class Deaf(WorkerPlugin):
        def setup(self, worker: Worker) -> None:
            del worker  # it is about the process, not about the worker in it
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    client.register_plugin(Deaf())


@contextmanager
def _existing(address: str) -> Iterator["Client"]:
    from distributed import Client

    try:
        client = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError):  # TimeoutError is an OSError
        raise ScanRefusedError("no_scheduler", address=address) from None
    with client:
        yield client


def _version() -> str:
    return __version__


def _check_version(client: "Client") -> None:
    """Make sure that there is a worker, and that it has this version of the program."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        raise ScanRefusedError("no_workers", seconds=int(_PATIENCE)) from None
    try:
        found: object = client.submit(_version, pure=False).result(timeout=_PATIENCE)
    except Exception as error:  # whatever the other side raises, such as ModuleNotFoundError
        logging.getLogger("checker.statutebook").exception("no answer from the workers")
        raise ScanRefusedError(
            "other_version", found=type(error).__name__, ours=__version__
        ) from None
    if found != __version__:
        raise ScanRefusedError("other_version", found=found, ours=__version__)


@dataclass(frozen=True, slots=True)
class _Cluster:
    client: "Client"
    job: bytes
    language: Language

    def results(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, list[Row]]]:
        threads = sum(self.client.nthreads().values())
        underway: deque[tuple[Batch, RowsLater | None]] = deque()
        for batch in batches:
            future = self._submit(batch.sources) if batch.sources else None
            underway.append((batch, future))
            if len(underway) >= _AHEAD * max(threads, 1):
                yield self._next(underway)
        while underway:
            yield self._next(underway)

    def _submit(self, sources: Sequence[Source]) -> "RowsLater":
        # Not kept by what it is called with: the same batch is never asked for twice.
        return self.client.submit(rows, self.job, tuple(sources), pure=False)

    def _next(self, underway: "deque[tuple[Batch, RowsLater | None]]") -> tuple[Batch, list[Row]]:
        batch, future = underway.popleft()
        return batch, [] if future is None else self._rows(future, batch.sources)

    def _rows(self, future: "RowsLater", sources: Sequence[Source]) -> list[Row]:
        """Return the rows; where a batch fells its workers, text by text."""
        from distributed import KilledWorker

        try:
            return self._wait(future)
        except KilledWorker:
            return [self._alone(source) for source in sources]

    def _alone(self, source: Source) -> Row:
        """Return the row of a text that was under way when its worker fell.

        It is tried twice: what was on the same worker falls with it, four times at most.
        """
        from distributed import KilledWorker

        for _ in range(_TRIES):
            try:
                return self._wait(self._submit([source]))[0]
            except KilledWorker:
                continue
        return broken_row(source.name, say(self.language, "cli/scan/killed_worker"))

    def _wait(self, future: "RowsLater") -> list[Row]:
        """Wait as long as there is a worker; a lost one's batches go to another by themselves."""
        from concurrent.futures import CancelledError

        waited = 0.0
        while True:
            try:
                found: list[Row] = future.result(timeout=_LOOK)
            except TimeoutError:
                waited = 0.0 if self._has_worker() else waited + _LOOK
                if waited >= _PATIENCE:
                    raise ScanRefusedError("workers_gone", seconds=int(_PATIENCE)) from None
            except (CancelledError, OSError):
                raise ScanRefusedError("connection_lost") from None
            else:
                return found

    def _has_worker(self) -> bool:
        try:
            return bool(self.client.nthreads())
        except (OSError, TimeoutError):
            return False
