"""Where a measure stands, in a sentence: the same on screen and in reports."""

from datetime import date

from babel.dates import format_date

from checker.content import say
from checker.models.base import Language
from checker.models.regulation import Instrument
from checker.statutebook.percentiles import Edition, Position, position

_LOCALES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}


def sentence(
    feature: str,
    value: float | None,
    language: Language,
    instrument: Instrument | str | None = None,
) -> str | None:
    """Return such as "langere zinnen dan in 83 % van de regelingen (mei 2017, n = 2.250)".

    None where the value, or what is usual, is not known.
    """
    found = position(feature, value, instrument)
    return None if found is None else told(found, language)


def told(found: Position, language: Language) -> str:
    """Return a position in words.

    At the bottom nothing is strictly below; it says so in place of "0 %".
    """
    share = "some" if found.percent else "none"
    return say(
        language,
        "statutebook/position",
        what=say(language, f"statutebook/harder/{found.feature}"),
        share=say(language, f"statutebook/share/{share}", percent=found.percent),
        kind=say(language, f"statutebook/kind/{found.kind}"),
        edition=edition_text(found.edition, language),
        count=found.n,
    )


def edition_text(edition: Edition, language: Language) -> str:
    """Return the month of an edition, such as "mei 2017"."""
    first = date(edition.year, edition.month, 1)
    return format_date(first, "MMMM yyyy", locale=_LOCALES[language])


def feature_name(feature: str, language: Language) -> str:
    """Return what a feature is called, with its unit."""
    return say(language, f"statutebook/feature/{feature}")
