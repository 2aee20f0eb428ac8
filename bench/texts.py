"""How fast texts are read, beside the plain way, the fastest way, and packages that do part of it.

One core, on real regulations where they are beside the project, and on a made text otherwise.
"""

import gc
import importlib
import re
import sys
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from bench.tables import table
from checker.assess import find_in_text
from checker.checks.patterns import Pattern
from checker.checks.phrase import Phrase
from checker.legal_text.observations import observe
from checker.legal_text.readability import measure
from checker.legal_text.reading import read
from checker.legal_text.recognise import recognise
from checker.legal_text.structure import parse
from checker.legal_text.uncollected import uncollected
from checker.models.legal_text import Block, LegalText, Part
from checker.models.linear import re2
from checker.models.rulebook import Rulebook
from checker.models.text_reading import TextReading
from checker.readers.legal_text import read_file

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "wetten"
MADE = [
    "Artikel {n}",
    "1. De werkgever meldt binnen {n} dagen aan Onze Minister hoeveel lasrook vrijkomt.",
    "2. Onverminderd het eerste lid neemt hij passende maatregelen, bedoeld in artikel {n}.",
]
GROWTH = (1, 4, 16)
_RUNS = 3
"""Of each step; the best counts, for other work on the machine slows some down."""
_MEMORY = 512_000_000
"""Bytes that RE2 may use for all patterns in one; with less it falls back to something slow."""


def run(rulebook: Rulebook) -> None:
    """Print megabytes a second of each step, of other ways, and how time grows with length."""
    blocks = [read_file(path) for path in sorted(CORPUS.glob("*.md"))] or [_made(2_000)]
    texts = [parse(each) for each in blocks]
    readings = [read(each) for each in blocks]
    size = sum(len(text.text.encode()) for text in texts) / 1e6
    # Python's garbage collector would go through all texts again and again, for each that is read;
    # who reads one text, or scans a folder, does not have so many in memory.
    gc.collect()
    gc.freeze()
    _steps(size, blocks, texts, readings, rulebook)
    _patterns(size, texts, rulebook)
    _growth(rulebook)


def _made(articles: int) -> tuple[Block, ...]:
    lines = (line.format(n=n + 1) for n in range(articles) for line in MADE)
    return tuple(Block(line) for line in lines)


def _steps(
    size: float,
    blocks: list[tuple[Block, ...]],
    texts: list[LegalText],
    readings: list[TextReading],
    rulebook: Rulebook,
) -> None:
    rules = [rule for rule in rulebook.stable_rules if rule.check.needs_text]

    def all_rules() -> None:
        for reading in readings:
            find_in_text(reading, rules)

    @uncollected()  # as a scan does
    def everything() -> None:
        for each in blocks:
            text = parse(each)
            recognised = recognise(text)
            find_in_text(TextReading(text, recognised, observe(text, recognised)), rules)

    steps: dict[str, Callable[[], object]] = {
        "structure, sentences and words": lambda: [parse(each) for each in blocks],
        "recognition": lambda: [recognise(text) for text in texts],
        "observations": lambda: [observe(r.text, r.recognised) for r in readings],
        f"all {len(rules)} text rules": all_rules,
        "structure, recognition, observations and all rules": everything,
        "readability": lambda: [measure(text, Part.BODY) for text in texts],
        **_others(texts),
    }
    title = f"Reading {len(texts)} texts, {size:.1f} MB, on one core"
    table(title, ("step", "MB/s"), [(name, _speed(size, work)) for name, work in steps.items()])


def _others(texts: list[LegalText]) -> dict[str, Callable[[], object]]:
    """Packages for readability that do Dutch, where somebody installed them beside the project."""
    some = [text.text for text in texts]
    found: dict[str, Callable[[], object]] = {}
    for name in ("textstat", "readability"):
        try:
            # readability takes google-re2 for another package of that name, and trips over it
            with patch.dict(sys.modules, {"re2": None}):
                package = importlib.import_module(name)
        except ImportError:
            print(f"not compared with {name}: pip install {name}")
            continue
        found[f"readability by {name}"] = _measuring(package, some)
    return found


def _measuring(package: ModuleType, texts: list[str]) -> Callable[[], object]:
    if package.__name__ == "readability":
        return lambda: [package.getmeasures(text, lang="nl") for text in texts]
    package.set_lang("nl")
    return lambda: [package.flesch_reading_ease(text) for text in texts]


def _speed(size: float, work: Callable[[], object]) -> str:
    return f"{size / min(_seconds(work) for _ in range(_RUNS)):.2f}"


def _seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` keeps a core busy; what else the machine does is not counted."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _patterns(size: float, texts: list[LegalText], rulebook: Rulebook) -> None:
    """Print the same patterns the plain way, our way, and in one joined pass of RE2."""
    checks = [rule.check for rule in rulebook.stable_rules if isinstance(rule.check, Phrase)]
    # What excuses a hit is left out: the plain way and the joined pass know no such thing.
    patterns = [
        Pattern(find=pattern.find, ignore_case=pattern.ignore_case)
        for check in checks
        for pattern in check.patterns
    ]
    plain = [re.compile(p.find, re.IGNORECASE if p.ignore_case else 0) for p in patterns]
    options = re2.Options()
    options.max_mem = _MEMORY
    joined = re2.compile("|".join(f"(?:{_cased(p)})" for p in patterns).encode(), options)
    ours = _hits(texts, lambda text: [hit for p in patterns for hit in _ours(p, text)])
    theirs = _hits(texts, lambda text: [hit for p in plain for hit in _plain(p, text)])
    print(f"\n{len(patterns)} patterns: {len(ours)} hits our way, {len(theirs)} the plain way, "
          f"{'the same' if ours == theirs else 'NOT the same'}")  # fmt: skip
    ways: dict[str, Callable[[], object]] = {
        "plain: re, one after another": lambda: [
            hit for text in texts for p in plain for hit in _plain(p, text)
        ],
        "ours: RE2 finds where, re whether": lambda: [
            hit for text in texts for p in patterns for hit in _ours(p, text)
        ],
        "joined: one pass of RE2 (loses overlaps)": lambda: [
            hit for text in texts for hit in joined.finditer(text.encoded)
        ],
    }
    speeds = {name: size / _seconds(work) for name, work in ways.items()}
    slowest = min(speeds.values())
    rows = [(name, f"{speed:.2f}", f"{speed / slowest:.1f}") for name, speed in speeds.items()]
    table("The patterns of the phrase rules", ("way", "MB/s", "times the slowest"), rows)


def _cased(pattern: Pattern) -> str:
    return f"(?i:{pattern.find})" if pattern.ignore_case else pattern.find


def _hits(
    texts: list[LegalText], find: Callable[[LegalText], list[tuple[int, int]]]
) -> list[tuple[int, int, int]]:
    return sorted((i, *hit) for i, text in enumerate(texts) for hit in find(text))


def _ours(pattern: Pattern, text: LegalText) -> Iterator[tuple[int, int]]:
    for start, end, _ in pattern.hits(text, lambda _: True):
        yield start, end


def _plain(pattern: re.Pattern[str], text: LegalText) -> Iterator[tuple[int, int]]:
    """Search the whole text, and keep what lies in one provision."""
    starts = [provision.start for provision in text.provisions]
    for found in pattern.finditer(text.text):
        index = bisect_right(starts, found.start()) - 1
        if index >= 0 and found.end() <= text.provisions[index].end:
            yield found.span()


def _growth(rulebook: Rulebook) -> None:
    """Print how the time grows with the length of one text."""
    rules = [rule for rule in rulebook.stable_rules if rule.check.needs_text]
    rows = []
    for factor in GROWTH:
        blocks = _made(1_000 * factor)
        length = sum(len(block.text) + 1 for block in blocks)
        ms = 1000 * _seconds(lambda blocks=blocks: find_in_text(read(blocks), rules))
        rows.append((f"{length / 1e6:.2f}", f"{ms:.0f}", f"{ms / length * 1000:.2f}"))
    table("One text, longer and longer", ("MB", "ms", "microseconds a character"), rows)
