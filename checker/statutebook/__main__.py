"""``python -m checker.statutebook DIR...``: compute the data file of percentiles anew."""

import argparse
import sys
from pathlib import Path

from checker.rulebook import load, rules_folder
from checker.statutebook.compute import data_file, gather
from checker.statutebook.hits import text_rules
from checker.statutebook.pool import has_dask, open_pool, processors
from checker.statutebook.work import Job

DATA = Path(__file__).parent / "data"
PROVENANCE = (
    "The Dutch statute book as it was in {edition} (wetten.overheid.nl), in Markdown, from the "
    "laws-markdown collection of 2017: regulations drawn at random, and some by kind. Law texts "
    "carry no copyright (art. 11 Auteurswet)."
)


def main() -> int:
    """Measure the regulations below the folders and write the data file."""
    parser = argparse.ArgumentParser(prog="python -m checker.statutebook", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--edition", default="2017-05", help="year and month of the texts")
    parser.add_argument("--provenance", default=PROVENANCE, help="where the texts come from")
    options = parser.parse_args()
    job = Job(text_rules(load(rules_folder()).stable_rules), "nl").packed()
    with open_pool(job, processors() if has_dask() else 1, None, "nl") as pool:
        gathered = gather(options.folders, pool)
    provenance = options.provenance.format(edition=options.edition)
    target = DATA / f"statutebook-{options.edition}.json"
    DATA.mkdir(exist_ok=True)
    target.write_text(data_file(gathered, options.edition, provenance), "utf-8")
    counts = {**gathered.counts, **{f"left out: {k}": n for k, n in gathered.left_out.items()}}
    sys.stdout.write("".join(f"{name:>24}  {count:>6}\n" for name, count in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
