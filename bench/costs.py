"""How fast the cost model is, against the same calculation written plainly in pandas."""

import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from bench.tables import milliseconds, table
from checker.burden import calculate
from checker.burden.uncertainty import DRAWS, SEED, sensitivity, simulate
from checker.models.cost import Burden
from checker.models.parameters import Parameters
from checker.models.regulation import Regulation
from checker.models.size_class import SizeClass

DAY = date(2025, 1, 1)
COUNTS = (1, 10, 100, 1000)
FIRMS = dict(zip(SizeClass, (500_000, 100_000, 20_000, 4_000, 1_000), strict=True))


def dossier(obligations: int) -> Regulation:
    """Return a dossier of obligations with two activities each, in all five size classes."""
    sizes = [{"size_class": s, "firms": _spread(n, 0)} for s, n in FIRMS.items()]
    duties = [{"id": f"d{i}", "activities": list(_activities(i))} for i in range(obligations)]
    group = {"id": "g", "sizes": sizes}
    return Regulation.model_validate({"target_groups": [group], "obligations": duties})


def _activities(number: int) -> Iterator[dict[str, Any]]:
    yield {
        "timing": "one_off", "minutes": _spread(60 + number % 7), "tariff": 40,
        "purchases": _spread(100), "overrides": [{"size_class": "250+", "minutes": 600}],
    }  # fmt: skip
    yield {
        "timing": "recurring", "times_per_year": _spread(4), "minutes": _spread(30), "tariff": 40,
        "share": {"low": Decimal("0.2"), "mid": Decimal("0.25"), "high": Decimal("0.3")},
        "business_as_usual": Decimal("0.1"),
    }  # fmt: skip


def _spread(mid: int, decimals: int = 2) -> dict[str, Decimal]:
    around = (Decimal("0.8"), Decimal(1), Decimal("1.2"))
    values = (round(mid * factor, decimals) for factor in around)
    return dict(zip(("low", "mid", "high"), values, strict=True))


def rows(regulation: Regulation) -> pd.DataFrame:
    """Return the inputs of each activity in each class as a row, for pandas."""
    found = []
    for duty in regulation.obligations or ():
        for activity in duty.activities:
            overrides = {o.size_class: o for o in activity.overrides}
            for size in regulation.target_groups[0].sizes:
                own = overrides.get(size.size_class)
                minutes = (own and own.minutes) or activity.minutes
                row: dict[str, Any] = {"timing": activity.timing, "size": size.size_class}
                for name, value in (
                    ("firms", size.firms), ("minutes", minutes), ("tariff", activity.tariff),
                    ("share", activity.share), ("times", activity.times_per_year),
                    ("purchases", activity.purchases), ("usual", activity.business_as_usual),
                ):  # fmt: skip
                    default = 0.0 if name in ("purchases", "usual") else 1.0
                    for end in ("low", "mid", "high"):
                        row[f"{name}_{end}"] = float(getattr(value, end)) if value else default
                found.append(row)
    return pd.DataFrame(found)


def in_pandas(frame: pd.DataFrame) -> pd.DataFrame:
    """Return low, middle and high totals by timing and class, in floats."""
    result = frame[["timing", "size"]].copy()
    for end in ("low", "mid", "high"):
        value = {name: frame[f"{name}_{end}"] for name in _NAMES}
        each = value["minutes"] / 60 * value["tariff"] + value["purchases"]
        quantity = value["firms"] * value["share"] * value["times"]
        result[end] = quantity * each * (1 - value["usual"])
    return result.groupby(["timing", "size"], observed=True).sum()


_NAMES = ("firms", "minutes", "tariff", "share", "times", "purchases", "usual")


def simulated_in_pandas(frame: pd.DataFrame) -> list[float]:
    """Return P5, P50, P95 of recurring costs over 10,000 draws, a data frame of draws per row.

    Each input is drawn once, as in the model: firms by class, the rest by activity.
    """
    generator = np.random.default_rng(SEED)
    drawn: dict[tuple[Any, ...], Any] = {}
    total = pd.Series(np.zeros(DRAWS))
    for position, row in frame[frame["timing"] == "recurring"].iterrows():
        value = {}
        for name in _NAMES:
            low, mid, high = (row[f"{name}_{end}"] for end in ("low", "mid", "high"))
            owner = row["size"] if name == "firms" else int(str(position)) // len(FIRMS)
            key = (name, owner, low, mid, high)
            if key not in drawn:
                draws = generator.triangular(low, mid, high, DRAWS) if low < high else mid
                drawn[key] = pd.Series(draws) if low < high else mid
            value[name] = drawn[key]
        each = value["minutes"] / 60 * value["tariff"] + value["purchases"]
        total += value["firms"] * value["share"] * value["times"] * each * (1 - value["usual"])
    return list(np.percentile(total, (5, 50, 95)))


def _apart(burden: Burden, theirs: pd.DataFrame) -> str:
    """Return how far the exact and the floating totals are apart, in parts of a million."""
    assert burden.totals is not None
    sums = theirs.groupby(level="timing").sum()["mid"]
    pairs = ((burden.totals.one_off.mid, sums["one_off"]),
             (burden.totals.recurring.mid, sums["recurring"]))  # fmt: skip
    return f"{max(abs(float(ours) / other - 1) for ours, other in pairs) * 1e6:.6f}"


def main(parameters: Parameters) -> None:
    """Print how long the calculation, the sensitivity and the simulation take."""
    found = []
    for count in COUNTS:
        regulation = dossier(count)
        repeat = 7 if count < 1000 else 3
        ours = milliseconds(lambda r=regulation: calculate(r, parameters, DAY), repeat)
        frame = rows(regulation)
        theirs = milliseconds(lambda f=frame: in_pandas(f), repeat)
        apart = _apart(calculate(regulation, parameters, DAY), in_pandas(frame))
        start = time.perf_counter()
        rows(regulation)
        building = (time.perf_counter() - start) * 1000
        found.append(
            (str(count), str(len(frame)), f"{ours:.2f}", f"{1000 * ours / len(frame):.0f}",
             f"{building:.2f}", f"{theirs:.2f}", f"{ours / (building + theirs):.1f}", apart)
        )  # fmt: skip
    header = ("obligations", "sums", "exact ms", "microseconds each", "pandas: rows ms",
              "pandas: sums ms", "times pandas", "apart, millionths")  # fmt: skip
    table("The cost model (exact, every input kept) against pandas (floats)", header, found)

    found = []
    for count in COUNTS:
        regulation = dossier(count)
        burden = calculate(regulation, parameters, DAY)
        frame = rows(regulation)
        repeat = 3 if count < 1000 else 1
        ours = milliseconds(lambda b=burden: simulate(b), repeat)
        theirs = milliseconds(lambda f=frame: simulated_in_pandas(f), repeat)
        ranked = milliseconds(lambda b=burden: sensitivity(b), repeat)
        apart = float(simulate(burden).recurring.p50) / simulated_in_pandas(frame)[1] - 1
        found.append(
            (str(count), str(len(burden.lines)), f"{ours:.0f}", f"{theirs:.0f}",
             f"{ours / theirs:.2f}", f"{100 * abs(apart):.2f}", f"{ranked:.1f}")
        )  # fmt: skip
    header = ("obligations", "sums", "simulation ms", "pandas ms", "times pandas",
              "P50 apart, %", "sensitivity ms")  # fmt: skip
    table(f"{DRAWS:,} draws", header, found)
