"""``date_rule``: fixed change dates, a minimum period between two dates, a latest date."""

import datetime
from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from checker.checks.conditions import all_hold
from checker.models.base import Model
from checker.models.condition import Condition
from checker.models.context import Context, Need, NeedKind, View
from checker.models.facts import values_at
from checker.models.finding import Outcome, Place, Reason
from checker.models.regulation import Instrument
from checker.models.rule import Check, Result

DayOfYear = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
"""Month and day, such as 07-01."""


class FixedDates(Model):
    """Days of the year that are allowed for some instruments."""

    instrument: Annotated[tuple[Instrument, ...], Field(min_length=1)]
    days: Annotated[tuple[DayOfYear, ...], Field(min_length=1)]


class Longer(Model):
    """A longer period where conditions hold."""

    when: Annotated[tuple[Condition, ...], Field(min_length=1)]
    months: Annotated[int, Field(gt=0)]


class MinimumPeriod(Model):
    """Whole months that must lie between an earlier date and the date of the check."""

    since: str
    months: Annotated[int, Field(gt=0)]
    longer: Longer | None = None


class Excuse(Model):
    """Facts that allow a departure: a ground, and a motivation without which it is half."""

    ground: str
    motivation: str


class DateRule(Check):
    """Holds one date against exactly one of: fixed days, a minimum period, a latest date."""

    kind: Literal["date_rule"]
    date: str
    fixed: tuple[FixedDates, ...] = ()
    minimum: MinimumPeriod | None = None
    not_after: str | None = None
    excuse: Excuse | None = None

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        if sum((bool(self.fixed), self.minimum is not None, self.not_after is not None)) != 1:
            raise PydanticCustomError(
                "one_shape", "one shape", {"allowed": "fixed, minimum, not_after"}
            )
        return self

    @property
    def needs(self) -> frozenset[Need]:
        """The dates that are compared; for fixed dates the instrument too."""
        names = {self.date, self.not_after, self.minimum and self.minimum.since}
        if self.fixed:
            names.add("identity.instrument")
        return frozenset(Need(NeedKind.FACT, name) for name in names if name)

    @property
    def placeholders(self) -> frozenset[str]:
        """``date`` as planned, and the ``allowed`` date nearest to it."""
        return frozenset({"date", "allowed"})

    def evaluate(self, view: View) -> Result:
        """Compare the date with what is allowed; an excuse counts only when it is motivated."""
        context = view.context
        planned = _date_at(context, self.date)
        allowed = self._allowed(planned, context)
        places = (Place(path=self.date),)
        if allowed is None:
            return Result(Outcome.NOT_APPLICABLE, Reason.RULE_DOES_NOT_APPLY, places)
        values = {"date": planned, "allowed": allowed}
        if allowed == planned:
            return Result(Outcome.PASS, places=places, values=values)
        return Result(self._excused(context), places=places, values=values)

    def _allowed(self, planned: datetime.date, context: Context) -> datetime.date | None:
        """Return the allowed date nearest to ``planned``; None where no bound applies."""
        if self.minimum is not None:
            months = self.minimum.months
            longer = self.minimum.longer
            if longer and all_hold(longer.when, context.regulation, context):
                months = longer.months
            return max(planned, add_months(_date_at(context, self.minimum.since), months))
        if self.not_after is not None:
            latest: tuple[datetime.date, ...] = values_at(context.regulation, self.not_after) or ()
            return min((planned, *latest))
        instrument = context.regulation.identity.instrument
        days = [d for f in self.fixed if instrument in f.instrument for d in f.days]
        return first_fixed_date(planned, days) if days else None

    def _excused(self, context: Context) -> Outcome:
        if self.excuse is None or not values_at(context.regulation, self.excuse.ground):
            return Outcome.FAIL
        motivated = values_at(context.regulation, self.excuse.motivation)
        return Outcome.PASS if motivated else Outcome.PARTIAL


def _date_at(context: Context, path: str) -> datetime.date:
    values = values_at(context.regulation, path)
    assert values
    value = values[0]
    assert isinstance(value, datetime.date)
    return value


def add_months(start: datetime.date, months: int) -> datetime.date:
    """Return the same day ``months`` later, or the last day of a month that is too short."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    following = datetime.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last_day = (following - timedelta(days=1)).day
    return datetime.date(year, month + 1, min(start.day, last_day))


def first_fixed_date(start: datetime.date, days: list[str]) -> datetime.date:
    """Return the first day of ``days`` (month-day) on or after ``start``."""
    candidates = (
        datetime.date(year, int(day[:2]), int(day[3:]))
        for year in (start.year, start.year + 1)
        for day in days
    )
    return min(candidate for candidate in candidates if candidate >= start)
