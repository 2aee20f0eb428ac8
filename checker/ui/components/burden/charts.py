"""Bars with the figure beside them: calm, without an axis to read off.

The name of a bar stands above it, so that long names fit on a narrow screen as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import altair as alt
import streamlit as st

_INK, _SOFT, _DARK, _MIDDLE, _LIGHT = "#1d2733", "#4a5a6a", "#1f5580", "#5b8fbb", "#8fb3d1"
_TYPEFACE = "Source Sans, sans-serif"
_FONT = 14
_STEP = 46
_THICK = 14
_ROOM = 118
"""Pixels kept free for a figure beside a bar."""


@dataclass(frozen=True)
class Bar:
    """One bar: its length, the figure as it is written, and its range where there is one."""

    name: str
    value: Decimal
    text: str
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True)
class Swinging:
    """What one input does to an amount at its lowest and at its highest value."""

    name: str
    low: Decimal
    high: Decimal
    low_text: str
    high_text: str


def show_bars(bars: Sequence[Bar], told: str) -> None:
    """Draw bars from zero, a thin line from lowest to highest through each.

    Args:
        bars: from top to bottom.
        told: what the chart shows, for those who do not see it.
    """
    rows = [_bar_row(position, bar) for position, bar in enumerate(bars)]
    edges = [float(edge) for row in rows for edge in (row["low"], row["value"], row["high"])]
    scale = alt.Scale(
        domain=_domain(edges), range=[0, alt.ExprRef(f"width - {_ROOM}")], nice=False, zero=True
    )
    base = alt.Chart(alt.Data(values=rows)).encode(y=_rows_axis())
    x = alt.X("value:Q", scale=scale, axis=None)
    range_lines = (
        base.mark_rule(yOffset=9, color=_INK, strokeWidth=1.5)
        .transform_filter("datum.low != datum.high")
        .encode(x=alt.X("low:Q", scale=scale, axis=None), x2="high:Q")
    )
    # Without ranges the layer would be a picture of nothing, which a screen reader stumbles over.
    has_ranges = any(row["low"] != row["high"] for row in rows)
    _show(
        (
            base.mark_bar(size=_THICK, yOffset=9, color=_MIDDLE).encode(x=x),
            *([range_lines] if has_ranges else []),
            base.mark_text(align="left", dx=7, dy=9, fontSize=_FONT, color=_INK).encode(
                x=alt.X("end:Q", scale=scale, axis=None), text="text:N"
            ),
            _names(base),
        ),
        told,
    )


def show_tornado(swings: Sequence[Swinging], told: str) -> None:
    """Draw what each input does to the amount, from the largest effect down."""
    rows = [row for position, swing in enumerate(swings) for row in _swing_rows(position, swing)]
    domain = _domain([float(row["value"]) for row in rows])
    scale = alt.Scale(domain=domain, range=[_ROOM, alt.ExprRef(f"width - {_ROOM}")], nice=False)
    base = alt.Chart(alt.Data(values=rows)).encode(y=_rows_axis())
    x = alt.X("value:Q", scale=scale, axis=None)
    colour = alt.Color(
        "side:N", scale=alt.Scale(domain=["low", "high"], range=[_LIGHT, _DARK]), legend=None
    )
    figures = base.encode(x=x, text="text:N")
    _show(
        (
            base.mark_bar(size=_THICK, yOffset=9).encode(x=x, color=colour),
            figures.mark_text(align="right", dx=-6, dy=9, fontSize=_FONT, color=_INK)
            .transform_filter("datum.left"),
            figures.mark_text(align="left", dx=6, dy=9, fontSize=_FONT, color=_INK)
            .transform_filter("!datum.left"),
            _names(base.transform_filter('datum.side == "low"')),
        ),
        told,
    )  # fmt: skip


def _bar_row(position: int, bar: Bar) -> dict[str, Any]:
    low = bar.value if bar.low is None else bar.low
    high = bar.value if bar.high is None else bar.high
    return {
        "position": position,
        "name": bar.name,
        "value": float(bar.value),
        "low": float(low),
        "high": float(high),
        "end": float(max(high, bar.value, Decimal(0))),
        "text": bar.text,
    }


def _swing_rows(position: int, swing: Swinging) -> tuple[dict[str, Any], ...]:
    shared = {"position": position, "name": swing.name}
    low = {"side": "low", "value": float(swing.low), "text": swing.low_text}
    high = {"side": "high", "value": float(swing.high), "text": swing.high_text}
    low_is_left = swing.low <= swing.high
    return shared | low | {"left": low_is_left}, shared | high | {"left": not low_is_left}


def _domain(values: list[float]) -> list[float]:
    """Return bounds with zero in them, and something between them."""
    low, high = min([0.0, *values]), max([0.0, *values])
    return [low, high] if low != high else [0.0, 1.0]


def _rows_axis() -> alt.Y:
    return alt.Y("position:O", axis=None, sort=None)


def _names(base: alt.Chart) -> alt.Chart:
    return base.mark_text(
        align="left", dy=-9, fontSize=_FONT, color=_SOFT, limit=alt.ExprRef("width")
    ).encode(x=alt.value(0), text="name:N")


def _show(layers: Sequence[alt.Chart], told: str) -> None:
    chart = (
        alt.layer(*layers)
        .properties(height=alt.Step(_STEP), background="transparent")
        .configure(font=_TYPEFACE)
        .configure_view(stroke=None)
    )
    st.altair_chart(chart, width="stretch", theme=None, alt=told)
