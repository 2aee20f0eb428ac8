"""What a category of fine comes to for one text, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from checker.content import say
from checker.models.base import Language
from checker.models.parameters import FineCategories, Parameters
from checker.models.text_facts import Recognised
from checker.models.wording import written

_ADAPTED_EVERY = 2
"""Years after which the amounts are adapted (article 23, ninth paragraph, of the Criminal Code)."""


@dataclass(frozen=True, slots=True)
class FineScale:
    """The amounts of the categories on the day on which a text begins."""

    categories: FineCategories
    begins: date | None

    def amount(self, category: int) -> Decimal:
        """Return the highest amount in euro of a category, 1 to 6."""
        return self.categories.amount(category)

    def since(self, language: Language) -> str:
        """Return from which day the amounts are."""
        return written(self.categories.valid_from, language)

    @property
    def is_dated(self) -> bool:
        """Whether other amounts held by the time the text begins, which are not known here."""
        since = self.categories.valid_from
        return self.begins is not None and self.begins.year - since.year >= _ADAPTED_EVERY

    def doubts(self, language: Language) -> str:
        """Return what is to be said of how sure the amounts are; nothing where they are."""
        dated = say(language, "reading/fine_dated") if self.is_dated else ""
        unsure = "" if self.categories.verified else say(language, "reading/fine_unverified")
        return dated + unsure


def scale_of(known: Recognised, parameters: Parameters | None) -> FineScale | None:
    """Return the amounts of the categories for a text; None where none are known."""
    if parameters is None:
        return None
    found = parameters.fine_categories_at(known.begins)
    return None if found is None else FineScale(found, known.begins)
