"""``date_rule``: fixed change dates, a minimum period between two dates, a latest date."""

import datetime
from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from checker.checks.conditions import all_hold, unknown_names
from checker.models.base import Model
from checker.models.condition import Condition
from checker.models.context import Context, Need, NeedKind, View
from checker.models.facts import known_throughout, values_at
from checker.models.finding import Outcome, Place, Reason
from checker.models.regulation import Instrument
from checker.models.rule import Check, Result


def _in_every_year(value: str) -> str:
    try:
        datetime.date.fromisoformat(f"2001-{value}")  # no leap year: 02-29 is no yearly date
    except ValueError:
        raise PydanticCustomError("not_a_day", "no such day", {"value": value}) from None
    return value


DayOfYear = Annotated[str, AfterValidator(_in_every_year)]
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
        """Compare the date with what is allowed; an excuse counts only when it is motivated.

        Where it is not known which of two bounds holds, the rule stays open unless both agree.
        """
        context = view.context
        planned = _date_at(context, self.date)
        places = (Place(path=self.date),)
        bounds = self._bounds(planned, context)
        if not bounds:
            return Result(Outcome.NOT_APPLICABLE, Reason.RULE_DOES_NOT_APPLY, places)
        kept = {bound == planned for bound in bounds}
        if len(kept) > 1 or (kept == {True} and not self._all_known(context)):
            names = self._lacking(context)
            return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, places, missing=names)
        values = {"date": planned, "allowed": bounds[0]}
        outcome = Outcome.PASS if kept == {True} else self._excused(context)
        return Result(outcome, places=places, values=values)

    def _bounds(self, planned: datetime.date, context: Context) -> list[datetime.date]:
        """Return the allowed date nearest to ``planned`` under each bound that may hold."""
        if self.minimum is not None:
            start = _date_at(context, self.minimum.since)
            return [max(planned, add_months(start, months)) for months in self._months(context)]
        if self.not_after is not None:
            latest = values_at(context.regulation, self.not_after) or ()
            return [min((planned, *latest))]
        instrument = context.regulation.identity.instrument
        days = [d for f in self.fixed if instrument in f.instrument for d in f.days]
        return [first_fixed_date(planned, days)] if days else []

    def _months(self, context: Context) -> tuple[int, ...]:
        """Return the periods that may hold: one, or both where that is not known."""
        assert self.minimum is not None
        longer = self.minimum.longer
        if longer is None:
            return (self.minimum.months,)
        applies = all_hold(longer.when, context.regulation, context)
        if applies is None:
            return (self.minimum.months, longer.months)
        return (longer.months if applies else self.minimum.months,)

    def _all_known(self, context: Context) -> bool:
        """Whether every date that could be the earliest is there."""
        return self.not_after is None or known_throughout(context.regulation, self.not_after)

    def _lacking(self, context: Context) -> tuple[str, ...]:
        if self.not_after is not None:
            return (self.not_after,)
        longer = self.minimum.longer if self.minimum else None
        return unknown_names(longer.when if longer else (), context.regulation, context)

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
