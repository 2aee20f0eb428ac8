"""The pages and their order."""

from dataclasses import dataclass
from pathlib import Path

from checker.models.rule import Section

SCREENS = Path(__file__).parent / "screens"
FIRST = "start"


@dataclass(frozen=True)
class Screen:
    """One page: its file below ``screens/``, its icon, and its address."""

    name: str
    icon: str
    address: str


GROUPS: dict[str, tuple[Screen, ...]] = {
    "begin": (Screen("start", "home", ""), Screen("text", "description", "tekst")),
    "form": (
        Screen("identity", "article", "regeling"),
        Screen("purpose", "flag", "doel"),
        Screen("target_groups", "groups", "doelgroepen"),
        Screen("obligations", "checklist", "verplichtingen"),
        Screen("eu", "public", "eu"),
        Screen("enforcement", "gavel", "handhaving"),
        Screen("small_firms", "storefront", "kleine-bedrijven"),
        Screen("consultation", "forum", "consultatie"),
        Screen("evaluation", "update", "evaluatie"),
    ),
    "result": (
        Screen("scorecard", "speed", "scorekaart"),
        Screen("burden", "euro", "regeldruk"),
        Screen("report", "download", "rapport"),
    ),
    "others": (Screen("verify", "calculate", "narekenen"),),
    "background": (Screen("rules", "menu_book", "regels"),),
}
"""The pages in the order of the work, by group of the menu."""


def file_of(name: str | Section) -> Path:
    """Return the file of a page; that of a section of the form bears its name."""
    return SCREENS / f"{name}.py"
