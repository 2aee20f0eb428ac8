"""Tiny regulations for tests of the scan."""

from pathlib import Path

_TEXT = """### Regeling nummer {number}

#### Artikel 1

In deze regeling wordt verstaan onder ondernemer: degene die een bedrijf drijft.

#### Artikel 2

1. De ondernemer meldt jaarlijks het aantal van zijn werknemers aan Onze Minister.

2. De ondernemer bewaart de melding {years} jaar.

#### Artikel 3

Deze regeling treedt in werking met ingang van 1 januari 2027.
"""


def text(number: int) -> str:
    """Return a regulation unlike the others."""
    return _TEXT.format(number=number, years=number % 9 + 2)


def fill(folder: Path, count: int) -> Path:
    """Write ``count`` texts below ``folder``, some in folders of their own."""
    for number in range(count):
        place = folder / ("deel" if number % 3 else ".") / f"tekst-{number:03}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text(number), "utf-8")
    return folder
