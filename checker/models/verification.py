"""Somebody else's calculation, and what becomes of it when it is done again."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from string import ascii_uppercase
from typing import Protocol

from pydantic import Field

from checker.models.base import Model


class Role(StrEnum):
    """What a column of a calculation holds."""

    NAME = "name"
    SIZE = "size"
    NUMBER = "number"
    """Firms, respondents, cases: what the rest is multiplied by."""
    SHARE = "share"
    USUAL = "usual"
    """Part that firms would spend anyway."""
    FREQUENCY = "frequency"
    """Times a year, or persons or machines per firm."""
    RESPONSES = "responses"
    """Number times frequency."""
    HOURS = "hours"
    """Time for one action, in hours; minutes are brought to hours."""
    RATE = "rate"
    SURCHARGE = "surcharge"
    """Overhead on a rate: 0.5 for half as much again, or 1.5 for the same."""
    EXTERNAL_HOURS = "external_hours"
    EXTERNAL_RATE = "external_rate"
    PURCHASES = "purchases"
    """Out-of-pocket costs of one action."""
    UNIT_COST = "unit_cost"
    """Costs of one action, or of one firm."""
    TOTAL_HOURS = "total_hours"
    LABOUR_COST = "labour_cost"
    """Costs of all time."""
    TOTAL_PURCHASES = "total_purchases"
    TOTAL_COST = "total_cost"
    DAYS = "days"
    """Working days of 480 minutes."""
    AMOUNT = "amount"
    """Figures that are only added up, such as those of a year."""
    OTHER = "other"


INPUTS = (Role.NUMBER, Role.SHARE, Role.FREQUENCY, Role.HOURS, Role.RATE, Role.SURCHARGE,
          Role.EXTERNAL_HOURS, Role.EXTERNAL_RATE, Role.PURCHASES, Role.USUAL)  # fmt: skip
"""What a calculation starts from."""
RESULTS = (Role.RESPONSES, Role.UNIT_COST, Role.TOTAL_HOURS, Role.DAYS, Role.LABOUR_COST,
           Role.TOTAL_PURCHASES, Role.TOTAL_COST)  # fmt: skip
"""What follows from them, in the order in which one rests on another."""


class Scale(StrEnum):
    """The unit of a figure, where it is not euro, hours or a number."""

    ONE = "one"
    MINUTES = "minutes"
    PER_CENT = "per_cent"
    THOUSANDS = "thousands"
    MILLIONS = "millions"
    BILLIONS = "billions"


FACTORS = {
    Scale.ONE: Fraction(1),
    Scale.MINUTES: Fraction(1, 60),
    Scale.PER_CENT: Fraction(1, 100),
    Scale.THOUSANDS: Fraction(1_000),
    Scale.MILLIONS: Fraction(1_000_000),
    Scale.BILLIONS: Fraction(1_000_000_000),
}
"""What a figure is multiplied by to be in euro, hours or a share."""


class Column(Model):
    """A column of a calculation."""

    index: int
    """Position on the sheet, from 1."""
    letter: str
    title: str
    role: Role
    scale: Scale = Scale.ONE
    once: bool = False
    """Costs that are made once: the frequency does not count."""
    each_firm: bool = False
    """Of one firm, however often it acts: the frequency can be in it already."""
    is_sum: bool = False
    """Headed as the sum of what stands beside it."""


class Entry(Model):
    """A figure as it was published."""

    cell: str
    text: str
    value: Decimal
    """As written."""
    places: int
    """Decimals of ``value`` that were shown; negative where it was written as "2.5 million"."""
    scale: Scale = Scale.ONE
    zeros: int = 0
    """Zeros at the end of every figure of its column: how coarsely that was rounded at most."""
    is_rounded: bool = False
    """Its row says that it is."""

    @property
    def exact(self) -> Fraction:
        """The value in euro, hours, or as a share from 0 to 1."""
        return Fraction(self.value) * FACTORS[self.scale]


class Unreadable(Model):
    """A cell that should hold a figure and does not."""

    cell: str
    text: str
    code: str
    """Which problem; the words are those of bad input."""


class Line(Model):
    """A row of a calculation."""

    number: int
    """Which row of the calculation, from 1."""
    row: int
    """Which row of the sheet."""
    name: str = ""
    entries: Mapping[int, Entry] = Field(default_factory=dict)
    """By position of the column."""
    unreadable: Mapping[int, Unreadable] = Field(default_factory=dict)
    saving: bool = False
    """It is about what is no longer done."""


class TotalLine(Model):
    """A row with totals of the rows above it."""

    line: Line
    covers: tuple[tuple[int, ...], ...]
    """Numbers of the rows that it may add up: the most likely first."""
    average: bool = False
    """It holds their mean, and not their sum."""


class Calculation(Model):
    """A table of somebody's calculation."""

    sheet: str = ""
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    totals: tuple[TotalLine, ...] = ()
    assumed: tuple[Entry, ...] = ()
    """Ambiguous numbers, as they were read."""

    def with_role(self, *roles: Role) -> tuple[Column, ...]:
        """Return the columns that have one of ``roles``."""
        return tuple(column for column in self.columns if column.role in roles)


class Reading(Protocol):
    """One way in which a table can be read."""

    def read(self, most: int | None = None) -> Calculation | None:
        """Return the calculation, or what the first ``most`` rows of it say; None for none."""


# --- what becomes of it ---------------------------------------------------------------------------


class Status(StrEnum):
    """Whether a published figure follows from what it rests on."""

    FOLLOWS = "follows"
    FOLLOWS_ROUNDED = "follows_rounded"
    DOES_NOT_FOLLOW = "does_not_follow"
    CONTRADICTS_HOURS = "contradicts_hours"
    UNREADABLE = "unreadable"


SEVERITY = tuple(Status)
"""From good to bad."""


class Way(StrEnum):
    """How a figure is rounded."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


class Subject(StrEnum):
    """What is rounded before the calculation goes on, or at its end."""

    NUMBER = "number"
    HOURS_EACH = "hours_each"
    WHOLE_HOURS = "whole_hours"
    """Hours of one action that are at least one, to whole ones."""
    UNIT_COST = "unit_cost"
    TOTAL_HOURS = "total_hours"
    EACH_ROW = "each_row"
    RESULT = "result"
    MINUTES = "minutes"
    """Hours that stand for whole minutes: 0.33 for 20 minutes."""
    UNROUNDED_ROWS = "unrounded_rows"
    """A total of the products themselves, not of the rounded figures that stand in the rows."""


class Rounding(Model):
    """One rounding that makes a figure follow."""

    subject: Subject
    way: Way = Way.HALF_UP
    places: int = 0
    """Decimals that are kept; negative for tens, hundreds and thousands."""


class HintCode(StrEnum):
    """What else is worth knowing of a figure."""

    LEFT_OUT = "left_out"
    """It follows if these rows are left out."""
    LEFT_OUT_ONE_OF = "left_out_one_of"
    """It follows if any one of these rows is left out."""
    NEARLY_LEFT_OUT = "nearly_left_out"
    """Other figures of the same row follow without these rows; this one then still differs."""
    COUNTED_TWICE = "counted_twice"
    SIGN = "sign"
    """It follows with the sign of a row turned."""
    FROM_HOURS = "from_hours"
    """It does follow from the hours as published, which do not follow themselves."""
    HOURS_SAY = "hours_say"
    """What the hours as published come to at the rate."""
    FREQUENCY_IGNORED = "frequency_ignored"
    FREQUENCY_TWICE = "frequency_twice"
    SHARE_IGNORED = "share_ignored"
    PURCHASES_LEFT_OUT = "purchases_left_out"
    MINUTES_AS_HOURS = "minutes_as_hours"
    FACTOR_TEN = "factor_ten"
    """It is a power of ten too large or too small."""
    ROW_ROUNDING = "row_rounding"
    """The difference is no larger than the rounding of the rows can explain."""
    EMPTY_AS_ONE = "empty_as_one"
    """An empty share or frequency was taken for one."""
    NO_INPUTS = "no_inputs"
    NEGATIVE_TIME = "negative_time"
    NEGATIVE_NUMBER = "negative_number"
    SAVING = "saving"
    """It is written as a saving: the sign is that of what is no longer spent."""
    UNUSED_COLUMN = "unused_column"
    """A column with figures that was not recognised, and so is not in the sum."""
    ZERO_FREQUENCY = "zero_frequency"
    ROWS_SAY = "rows_say"
    """What the total is with the rows as they should be."""
    SAME_FIRMS = "same_firms"
    """The same number in each row was not added up."""
    AVERAGE = "average"
    """It is no sum but an average."""


class Hint(Model):
    """What else is worth knowing, with what the sentence needs."""

    code: HintCode
    rows: tuple[int, ...] = ()
    amount: Decimal | None = None
    text: str = ""


class Checked(Model):
    """One published figure and what it should have been."""

    sheet: str
    cell: str
    row: int
    """Row of the calculation, from 1; of a row with totals the row of the sheet."""
    name: str
    column: str
    """How the column is headed."""
    column_index: int
    """Position of the column on the sheet."""
    role: Role
    published: Decimal | None
    computed: Decimal | None = None
    """Unrounded, from the inputs; None where they are not there."""
    places: int = 0
    status: Status
    factors: tuple[Role, ...] = ()
    """What is multiplied; of a total nothing."""
    roundings: tuple[Rounding, ...] = ()
    hints: tuple[Hint, ...] = ()
    unreadable: Unreadable | None = None

    @property
    def sheet_row(self) -> int:
        """In which row of the sheet it stands."""
        return int(self.cell.lstrip(ascii_uppercase))

    @property
    def difference(self) -> Decimal | None:
        """Published less computed; None where one of the two is not known."""
        if self.published is None or self.computed is None:
            return None
        return self.published - self.computed


class CheckedRow(Model):
    """A row with the figures in it that could be checked; its status is that of the worst."""

    number: int
    row: int
    name: str
    figures: tuple[Checked, ...]

    @property
    def main(self) -> Checked:
        """The figure that the row is there for: its costs, or else its hours."""
        return max(self.figures, key=lambda figure: RESULTS.index(figure.role))

    @property
    def status(self) -> Status:
        """The worst of its figures."""
        return max((figure.status for figure in self.figures), key=SEVERITY.index)


class CheckedCalculation(Model):
    """A calculation, done again."""

    calculation: Calculation
    rows: tuple[CheckedRow, ...]
    """Rows with a figure that follows from others in the row; the rest is only added up."""
    totals: tuple[Checked, ...]

    @property
    def figures(self) -> tuple[Checked, ...]:
        """Every figure that was checked."""
        return (*(figure for row in self.rows for figure in row.figures), *self.totals)


class Verification(Model):
    """A file with calculations, done again."""

    file: str
    calculations: tuple[CheckedCalculation, ...]

    @property
    def figures(self) -> tuple[Checked, ...]:
        """Every figure that was checked."""
        return tuple(figure for one in self.calculations for figure in one.figures)

    def count(self, status: Status) -> int:
        """Return how many figures have ``status``."""
        return sum(figure.status is status for figure in self.figures)
