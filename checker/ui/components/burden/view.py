"""What every part of the page looks at, and how it writes an amount."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from checker.content import cost_words, say
from checker.models.assessment import Assessment
from checker.models.base import Language
from checker.models.cost import Burden, Line, Range, Totals, Variable, known
from checker.models.figure import Unit
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.wording import Quantity, written
from checker.ui import state

_ONE = Decimal(1)


@dataclass(frozen=True)
class View:
    """The costs of the dossier, with the rules and the language to tell them in."""

    assessment: Assessment
    rulebook: Rulebook
    language: Language

    @classmethod
    def of(cls, rulebook: Rulebook) -> "View":
        """Return the view of the dossier in front of the user."""
        return cls(state.assessment(rulebook), rulebook, state.language())

    @property
    def costs(self) -> Burden:
        """What the regulation costs."""
        return self.assessment.burden

    @property
    def regulation(self) -> Regulation:
        """The dossier."""
        return self.assessment.regulation

    def say(self, key: str, **values: object) -> str:
        """Return a text of this page."""
        return say(self.language, f"burden_ui/{key}", **values)

    def euro(self, value: Decimal | None, *, complete: bool = True) -> str:
        """Return an amount: a dash for none, and no zero for what is not known yet."""
        return self._amount(value, cost_words.euro, complete=complete)

    def hours(self, value: Decimal | None, *, complete: bool = True) -> str:
        """Return hours likewise."""
        return self._amount(value, cost_words.hours, complete=complete)

    def count(self, value: Decimal | None) -> str:
        """Return a number, or a dash for none."""
        return self.say("none") if value is None else self._written(value)

    def whole(self, value: Decimal | None) -> str:
        """Return a number of persons or the like as a whole number, or a dash for none."""
        return self.count(value if value is None else value.quantize(_ONE, ROUND_HALF_UP))

    def share(self, value: Decimal) -> str:
        """Return a part of one as a percentage."""
        return self._written(Quantity(value, Unit.SHARE))

    def exact(self, value: Decimal) -> str:
        """Return a number with the decimals that count."""
        return self._written(Quantity(value, Unit.EXACT))

    def change(self, value: Decimal) -> str:
        """Return a difference in euro, with its sign where a minus would stand."""
        return cost_words.change_text(value, self.language)

    def span(self, amount: Range) -> str:
        """Return from lowest to highest, or nothing where these are the same."""
        if amount.low == amount.high:
            return ""
        return self.say("span", low=cost_words.euro(amount.low), high=cost_words.euro(amount.high))

    def amounts(self, totals: Totals, *, complete: bool = True) -> str:
        """Return both middle amounts in words."""
        return self.say(
            "amounts",
            one_off=self.euro(totals.one_off.mid, complete=complete),
            recurring=self.euro(totals.recurring.mid, complete=complete),
        )

    def duty(self, index: int) -> str:
        """Return how an obligation is called."""
        return cost_words.obligation_name((self.regulation.obligations or ())[index])

    def activity(self, obligation: int, activity: int) -> str:
        """Return how an activity is called."""
        found = (self.regulation.obligations or ())[obligation].activities[activity]
        return cost_words.activity_name(found, activity, self.language)

    def who(self, line: Line) -> str:
        """Return for whom a line is: the size class, or who else."""
        if line.size_class is not None:
            return cost_words.size_name(line.size_class, self.language)
        return say(self.language, f"choices/Addressee/{line.addressee}")

    def input_name(self, variable: Variable) -> str:
        """Return how an input is called, with where it stands."""
        return cost_words.variable_name(variable, self.regulation, self.rulebook, self.language)

    def input_value(self, variable: Variable, value: Decimal | None = None) -> str:
        """Return the middle value of an input with its unit; or ``value`` written likewise."""
        value = variable.mid if value is None else value
        variable = replace(variable, mid=value, entered=None, price_years=None)
        return cost_words.variable_value(variable, self.language)

    def _amount(
        self, value: Decimal | None, unit: Callable[[Decimal], Quantity], *, complete: bool
    ) -> str:
        if value is None:
            return self.say("none")
        found = known(value, complete=complete)
        return self.say("unknown") if found is None else self._written(unit(found))

    def _written(self, value: object) -> str:
        return written(value, self.language)


def is_zero(totals: Totals) -> bool:
    """Whether nothing is in it, at the lowest and at the highest."""
    return totals == Totals()
