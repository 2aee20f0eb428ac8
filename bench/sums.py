"""How fast somebody else's table is checked, and how that grows with its rows."""

from bench.tables import milliseconds, table
from checker.readers import sums
from checker.readers import table as tables
from checker.verify import verify

COUNTS = (100, 1000, 5000)
HEAD = "Handeling;Aantal;Uren;Tarief;Kosten"


def _right(count: int) -> list[str]:
    return [f"a{i};{i + 1};2;50;{(i + 1) * 100}" for i in range(count)]


def _wrong(count: int) -> list[str]:
    return [f"a{i};{i + 1};2;50;{(i + 1) * 100 + 7}" for i in range(count)]


def _ambiguous(count: int) -> list[str]:
    return [f"a{i};{i % 9 + 1}.{i % 900 + 100};2;50;1.250" for i in range(count)]


def _subtotals(count: int) -> list[str]:
    rows = []
    for i in range(0, count, 5):
        rows += [f"a{n};{n + 1};2;50;{(n + 1) * 100}" for n in range(i, i + 5)]
        rows.append(f"Subtotaal;;;;{sum((n + 1) * 100 for n in range(i, i + 5))}")
    return rows


def _check(content: bytes) -> None:
    verify("t.csv", sums.readings(tables.read(content, "t.csv")))


def main() -> None:
    """Print how long checking takes, for tables of every kind and size."""
    found = []
    for name, make in (("right", _right), ("all wrong", _wrong), ("ambiguous numbers", _ambiguous),
                       ("subtotals", _subtotals)):  # fmt: skip
        for count in COUNTS:
            content = "\n".join([HEAD, *make(count)]).encode()
            took = milliseconds(lambda c=content: _check(c), 1)
            found.append((name, str(count), f"{took:.0f}", f"{took / count:.2f}"))
    table("Somebody else's table", ("table", "rows", "ms", "ms a row"), found)
