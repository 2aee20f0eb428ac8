"""How well facts in a legal text are recognised, against regulations that a person has read.

``python -m bench.recognition`` prints totals per fact for both halves of the gold standard. Of
the held-out half nothing but totals is ever shown; ``--misses`` lists what went wrong in a file of
the tuned half.
"""

import argparse
import re
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.tables import table
from checker.legal_text.recognise import recognise
from checker.legal_text.structure import parse
from checker.models.legal_text import Article, LegalText
from checker.models.text_facts import Duty, Passage, Recognised
from checker.readers.legal_text import read_file
from checker.yaml_source import read

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "legal_text" / "gold"
CORPUS = ROOT.parent / "shared" / "corpus"
_EMPTY: Mapping[str, Any] = {
    "articles": [], "leden": {}, "obligations": [], "authority_duties": [],
}  # fmt: skip
"""What a gold file of facts alone leaves out."""
_FACTS = frozenset(
    {"supervisors", "sanctions", "delegations", "evaluation", "sunset", "entry_into_force", "date"}
    | {"eu_acts", "definitions"}
)
HEADER = ("fact", "gold", "found", "right", "precision", "recall", "F1")

Recogniser = Callable[[LegalText], Recognised]
Key = tuple[Any, ...]


@dataclass
class Tally:
    """Counts of one fact."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, other: "Tally") -> None:
        """Add the counts of another file."""
        self.gold += other.gold
        self.found += other.found
        self.right += other.right

    def row(self, name: str) -> tuple[str, ...]:
        """Return the row of the table."""
        precision = self.right / self.found if self.found else float(not self.gold)
        recall = self.right / self.gold if self.gold else float(not self.found)
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        counts = (str(self.gold), str(self.found), str(self.right))
        return (name, *counts, f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}")


@dataclass
class Result:
    """What came of one file."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    """One line for each thing missed, found too much or described wrongly."""

    def tally(self, name: str) -> Tally:
        """Return the counts of one fact, to add to."""
        return self.tallies.setdefault(name, Tally())


# --- the gold standard and its texts ------------------------------------------------------------


def gold_files(folder: Path) -> list[Mapping[str, Any]]:
    """Return the gold files of a folder."""
    return [read(path).data for path in sorted(folder.glob("*.yaml"))]


def legal_texts(names: Iterable[str]) -> Iterator[tuple[str, LegalText]]:
    """Read regulations of the corpus by their BWB ids, from the folder or else the archive."""
    packed = set()
    for name in names:
        path = CORPUS / "wetten" / f"{name}.md"
        if path.exists():
            yield name, parse(read_file(path))
        else:
            packed.add(f"{name}.md")
    if not packed:
        return
    with tempfile.TemporaryDirectory() as folder, tarfile.open(CORPUS / "sample2000.tar.xz") as tar:
        wanted = [member for member in tar if Path(member.name).name in packed]
        tar.extractall(folder, wanted, filter="data")
        for member in wanted:
            yield Path(member.name).stem, parse(read_file(Path(folder) / member.name))


# --- comparing ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Place:
    """Where something stands; no offsets where a quotation could not be found."""

    article: str | None
    lid: str | None
    start: int | None
    end: int | None
    entry: Any

    def meets(self, other: "_Place") -> bool:
        if (self.article, self.lid) != (other.article, other.lid):
            return False
        if None in (self.start, self.end, other.start, other.end):
            return True
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        return (self.end or 0) - (self.start or 0)


def _plain(text: str) -> str:
    """Make quotations comparable without moving any character."""
    return re.sub(r"[\s\u00a0]", " ", text).replace("’", "'").replace("‘", "'")


def _gold_places(text: LegalText, entries: Sequence[Mapping[str, Any]]) -> list[_Place]:
    plain = _plain(text.text)
    articles: dict[str, list[Article]] = {}
    for article in text.articles:
        articles.setdefault(article.number, []).append(article)
    places = []
    for entry in entries:
        start, quote = None, _plain(str(entry["quote"]))
        for begin, stop in _stretches(articles, entry["article"], len(plain)):
            at = plain.find(quote, begin, stop)
            start = at if at >= 0 and start is None else start
        end = None if start is None else start + len(quote)
        places.append(_Place(_article(entry), _lid(entry), start, end, entry))
    return places


def _article(entry: Mapping[str, Any]) -> str | None:
    """Return the article of an entry; None in a text without articles."""
    return None if entry["article"] is None else str(entry["article"])


def _stretches(
    articles: Mapping[str, Sequence[Article]], number: object, length: int
) -> Iterator[tuple[int, int]]:
    """Yield where an article stands, or the whole of a text that has none."""
    if number is None:
        yield 0, length
    else:
        for article in articles.get(str(number), ()):
            yield article.start, article.end


def _lid(entry: Mapping[str, Any]) -> str | None:
    lid = entry.get("lid")
    return None if lid is None else str(lid)


def _found_places(items: Iterable[Any]) -> list[_Place]:
    ats: list[tuple[Passage, Any]] = [(item.at, item) for item in items]
    return [_Place(at.article, at.lid, at.start, at.end, item) for at, item in ats]


def _match(gold: Sequence[_Place], found: Sequence[_Place]) -> dict[int, int]:
    """Pair entries one to one: each gold entry with the shortest free stretch that meets it."""
    taken: dict[int, int] = {}
    order = sorted(range(len(found)), key=lambda i: found[i].length)
    for index, place in enumerate(gold):
        fits = (i for i in order if i not in taken and found[i].meets(place))
        if (hit := next(fits, None)) is not None:
            taken[hit] = index
    return {g: f for f, g in taken.items()}


def _compare_places(
    name: str, text: LegalText, gold: Sequence[Mapping[str, Any]], items: Iterable[Any], out: Result
) -> list[tuple[Mapping[str, Any], Any]]:
    wanted, found = _gold_places(text, gold), _found_places(items)
    pairs = _match(wanted, found)
    out.tally(name).add(Tally(len(wanted), len(found), len(pairs)))
    for index, place in enumerate(wanted):
        if index not in pairs:
            lost = " (QUOTE NOT FOUND)" if place.start is None else ""
            out.misses.append(f"- {name} {place.article}.{place.lid}: {place.entry['quote']}{lost}")
    hits = set(pairs.values())
    for index, place in enumerate(found):
        if index not in hits:
            quote = text.text[place.start : place.end].replace("\n", " / ")[:160]
            out.misses.append(f"+ {name} {place.article}.{place.lid}: {quote}")
    return [(wanted[g].entry, found[f].entry) for g, f in pairs.items()]


def _compare_sets(name: str, gold: Iterable[Key], found: Iterable[Key], out: Result) -> None:
    wanted, got = set(gold), set(found)
    out.tally(name).add(Tally(len(wanted), len(got), len(wanted & got)))
    out.misses.extend(f"- {name} {key}" for key in sorted(wanted - got, key=str))
    out.misses.extend(f"+ {name} {key}" for key in sorted(got - wanted, key=str))


def _compare_details(pairs: list[tuple[Mapping[str, Any], Duty]], out: Result) -> None:
    """Compare what is said of a duty that was found: right of those found."""
    for entry, duty in pairs:
        named = entry.get("addressee")
        same_name = _head(named) == _head(duty.addressee)
        details = (
            ("  modality", entry["modality"], duty.modality.value, None),
            ("  kind", entry["kind"], duty.kind.value, None),
            ("  addressee", named, duty.addressee, same_name),
        )
        for name, wanted, got, same in details:
            right = wanted == got if same is None else same
            out.tally(name).add(Tally(1, 1, int(right)))
            if not right:
                place = f"{entry['article']}.{_lid(entry)}"
                out.misses.append(f"? {name.strip()} {place}: {wanted} != {got}: {entry['quote']}")


def _head(addressee: str | None) -> str | None:
    return None if addressee is None else addressee.casefold().split(" die ")[0].strip(" ,")


def compare(gold: Mapping[str, Any], text: LegalText, recognise: Recogniser) -> Result:
    """Hold what is recognised in ``text`` against its gold file."""
    gold = {**_EMPTY, **gold}
    out = Result()
    facts = recognise(text)
    numbers = [(article.number,) for article in text.articles]
    _compare_sets("articles", ((str(n),) for n in gold["articles"]), numbers, out)
    leden = [(a.number, len(a.numbered_leden)) for a in text.articles if len(a.numbered_leden) > 0]
    _compare_sets("leden", ((str(k), int(v)) for k, v in gold["leden"].items()), leden, out)
    duties = _compare_places("obligations", text, gold["obligations"], facts.duties, out)
    _compare_details(duties, out)
    for name, found in (
        ("authority_duties", facts.authority_duties),
        ("supervisors", facts.supervisors),
        ("sanctions", facts.sanctions),
        ("entry_into_force", facts.entry_into_force),
        ("delegations", facts.delegations),
        ("evaluation", facts.evaluation),
        ("sunset", facts.sunset),
    ):
        if name not in gold:
            continue
        pairs = _compare_places(name, text, gold[name], found, out)
        if name == "entry_into_force":
            _compare_dates(pairs, out)
    acts = ((act.number,) for act in facts.eu_acts)
    _compare_sets("eu_acts", ((str(act),) for act in gold["eu_acts"]), acts, out)
    wanted = ((_article(d), _lid(d), _term(d["term"])) for d in gold["definitions"])
    got = ((d.at.article, d.at.lid, _term(d.term)) for d in facts.definitions)
    _compare_sets("definitions", wanted, got, out)
    return out


def _compare_dates(pairs: list[tuple[Mapping[str, Any], Any]], out: Result) -> None:
    for entry, fact in pairs:
        wanted = entry["date"] and str(entry["date"])
        got = fact.date and fact.date.isoformat()
        out.tally("  date").add(Tally(1, 1, int(wanted == got)))
        if wanted != got:
            out.misses.append(f"? date {entry['article']}: {wanted} != {got}")


def _term(term: object) -> str:
    return _plain(str(term)).casefold().strip()


def score(folder: Path, recognise: Recogniser = recognise) -> list[tuple[str, ...]]:
    """Return a row of totals for each fact, over all gold files of a folder.

    Args:
        folder: a half of the gold standard.
        recognise: what is measured.
    """
    gold = {entry["bwb"]: entry for entry in gold_files(folder)}
    totals: dict[str, Tally] = {}
    for name, text in legal_texts(gold):
        for fact, tally in compare(gold[name], text, recognise).tallies.items():
            totals.setdefault(fact, Tally()).add(tally)
    return [tally.row(fact) for fact, tally in totals.items()]


def main() -> None:
    """Print the totals of both halves, or what went wrong in files of the tuned half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", nargs="*", metavar="BWB", help="of the tuned half; none: all")
    parser.add_argument("--fact", help="only the misses of this fact")
    options = parser.parse_args()
    if options.misses is None:
        for half in ("tuned", "held_out"):
            table(half, HEADER, score(GOLD / half))
        rows = [row for row in score(GOLD / "facts") if row[0].strip() in _FACTS]
        table("facts alone, all tuned on", HEADER, rows)
        return
    gold = {entry["bwb"]: entry for entry in gold_files(GOLD / "tuned")}
    for name, text in legal_texts(options.misses or gold):
        print(f"\n{name} {gold[name]['title']}")
        for line in compare(gold[name], text, recognise).misses:
            if options.fact is None or options.fact in line.split(":")[0]:
                print(line)


if __name__ == "__main__":
    main()
