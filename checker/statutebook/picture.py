"""A summary of a scan as a picture: three histograms in SVG, with words for who cannot see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from itertools import accumulate

from checker.content import say
from checker.models.base import Language
from checker.statutebook.columns import Row

_WIDTH, _PLOT, _LEFT = 760, 640, 70
_PANEL, _BARS, _TOP = 228, 140, 66
_INK, _BAR, _MIDDLE, _LINE = "#1b1b1b", "#1f5f8b", "#a33b00", "#c9c9c9"


@dataclass(slots=True)
class Histogram:
    """How many texts fall in each of a fixed number of equal bins; the outer ones are open."""

    feature: str
    low: float
    step: float
    bins: int
    tick: float
    """Distance between two numbers below the bars."""
    counts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.counts = [0] * self.bins

    def add(self, value: float) -> None:
        """Count one text."""
        place = int((value - self.low) // self.step)
        self.counts[min(max(place, 0), self.bins - 1)] += 1

    @property
    def total(self) -> int:
        """How many texts were counted."""
        return sum(self.counts)

    @property
    def middle(self) -> tuple[float, float]:
        """The bin in which the middle text falls, from and to."""
        seen = accumulate(self.counts)
        place = next(place for place, count in enumerate(seen) if 2 * count >= self.total)
        start = self.low + place * self.step
        return start, start + self.step

    @property
    def high(self) -> float:
        """Where the last bin would end if it were not open."""
        return self.low + self.bins * self.step


class Summary:
    """What the picture shows, gathered row by row."""

    def __init__(self) -> None:
        self.histograms = (
            Histogram("words_per_sentence", 0, 2.5, 24, 10),
            Histogram("flesch_douma", -40, 5, 28, 20),
            Histogram("duties_per_1000", 0, 1.25, 24, 5),
        )
        self.texts = 0
        self.broken = 0

    def add(self, row: Row) -> None:
        """Count one row."""
        self.texts += 1
        self.broken += row.get("error") is not None
        for histogram in self.histograms:
            value = row.get(histogram.feature)
            if isinstance(value, int | float):
                histogram.add(value)

    def svg(self, name: str, language: Language) -> str:
        """Return the picture.

        Args:
            name: of the folder that was scanned.
            language: of the words in it.
        """
        return "\n".join(_picture(self, name, language)) + "\n"


def _picture(summary: Summary, name: str, language: Language) -> Iterator[str]:
    height = _TOP + _PANEL * len(summary.histograms)
    title = say(language, "statutebook/picture/title", name=name)
    read = summary.texts - summary.broken
    under = say(language, "statutebook/picture/texts", count=read, broken=summary.broken)
    told = [under, *(_told(histogram, language) for histogram in summary.histograms)]
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" lang="{language}" role="img" '
        'aria-labelledby="title desc" font-family="sans-serif" font-size="13">'
    )
    yield f'<title id="title">{escape(title)}</title>'
    yield f'<desc id="desc">{escape(" ".join(told))}</desc>'
    yield f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
    yield _text(_LEFT, 28, title, size=18, bold=True)
    yield _text(_LEFT, 50, under)
    for position, histogram in enumerate(summary.histograms):
        yield from _panel(histogram, _TOP + position * _PANEL, language)
    yield "</svg>"


def _told(histogram: Histogram, language: Language) -> str:
    what = say(language, f"statutebook/picture/{histogram.feature}")
    if not histogram.total:
        return say(language, "statutebook/picture/nothing", what=what)
    low, high = (Decimal(str(bound)) for bound in histogram.middle)
    return say(language, "statutebook/picture/middle", what=what, low=low, high=high)


def _panel(histogram: Histogram, top: int, language: Language) -> Iterator[str]:
    yield _text(_LEFT, top + 20, _told(histogram, language), bold=True)
    floor = top + 40 + _BARS
    most = max(histogram.counts) or 1
    yield from _grid(most, floor, language)
    width = _PLOT / histogram.bins
    middle = histogram.middle[0] if histogram.total else None
    for place, count in enumerate(histogram.counts):
        tall = _BARS * count / most
        is_middle = histogram.low + place * histogram.step == middle
        yield (
            f'<rect x="{_LEFT + place * width + 1:.1f}" y="{floor - tall:.1f}" '
            f'width="{width - 2:.1f}" height="{tall:.1f}" fill="{_MIDDLE if is_middle else _BAR}"/>'
        )
    yield f'<path d="M{_LEFT} {floor}h{_PLOT}" stroke="{_INK}"/>'
    yield from _scale(histogram, floor, language)


def _grid(most: int, floor: int, language: Language) -> Iterator[str]:
    """Draw lines at round numbers of texts."""
    for count in _round_numbers(most):
        height = floor - _BARS * count / most
        yield f'<path d="M{_LEFT} {height:.1f}h{_PLOT}" stroke="{_LINE}"/>'
        number = say(language, "statutebook/picture/number", number=count)
        yield _text(_LEFT - 8, height + 4, number, anchor="end")


def _round_numbers(most: int) -> Sequence[int]:
    step = next(s for e in range(10) for s in (10**e, 2 * 10**e, 5 * 10**e) if most <= 5 * s)
    return range(0, most + 1, step)


def _scale(histogram: Histogram, floor: int, language: Language) -> Iterator[str]:
    """Write the numbers below the bars; those at the ends also stand for what lies beyond."""
    ticks = round((histogram.high - histogram.low) / histogram.tick)
    for place in range(ticks + 1):
        value = Decimal(str(histogram.low + place * histogram.tick))
        number = say(language, "statutebook/picture/number", number=value)
        beyond = "+" if place == ticks else ""
        x = _LEFT + _PLOT * place / ticks
        yield _text(x, floor + 18, number + beyond, anchor="middle")


def _text(
    x: float, y: float, text: str, *, size: int = 13, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" '
        f'fill="{_INK}"{weight}>{escape(text)}</text>'
    )
