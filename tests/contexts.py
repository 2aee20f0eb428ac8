"""What rules see of a dossier, with the small parameters of the cost model's own tests."""

from datetime import date

from checker.assess import prepare
from checker.burden import calculate
from checker.models.context import Context
from checker.models.regulation import Regulation
from tests.burden.examples import DAY, PARAMETERS


def context_of(regulation: Regulation, today: date = date.min) -> Context:
    """Return the context of ``regulation``."""
    return prepare(regulation, calculate(regulation, PARAMETERS, DAY), today)
