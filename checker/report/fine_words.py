"""How high a fine can be, in words."""

from collections.abc import Iterator

from checker.content import say
from checker.legal_text.fine_scale import FineScale
from checker.models.base import Language
from checker.models.text_facts import FineMaximum
from checker.models.wording import written


def height(fine: FineMaximum, language: Language, scale: FineScale | None) -> str:
    """Return how high a fine can be, as the text says it; nothing where that was not read."""
    return " / ".join(_heights(fine, language, scale))


def _heights(fine: FineMaximum, language: Language, scale: FineScale | None) -> Iterator[str]:
    if fine.euro is not None:
        yield say(language, "reading/fine_euro", amount=written(fine.euro, language))
    if fine.category is not None:
        yield _category(fine.category, language, scale)
    if fine.percent is not None:
        yield say(language, "reading/fine_percent", percent=written(fine.percent, language))


def _category(category: int, language: Language, scale: FineScale | None) -> str:
    if scale is None:
        return say(language, "reading/fine_category", category=category)
    known = {
        "category": category,
        "amount": written(scale.amount(category), language),
        "date": scale.since(language),
        "doubt": scale.doubts(language),
    }
    return say(language, "reading/fine_category_amount", **known)
