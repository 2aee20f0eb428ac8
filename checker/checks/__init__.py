"""The kinds of check a rule can pick. A new kind is code; a new rule never is."""

from typing import Annotated

from pydantic import Field

from checker.checks.contradiction import Contradiction
from checker.checks.coverage import Coverage
from checker.checks.date_rule import DateRule
from checker.checks.per_obligation import PerObligation
from checker.checks.phrase import Phrase
from checker.checks.present import Present
from checker.checks.question import Question
from checker.checks.sentence_length import SentenceLength
from checker.checks.structure import Structure
from checker.checks.text_fact import TextFactCheck
from checker.checks.threshold import Threshold

AnyCheck = Annotated[
    Question
    | PerObligation
    | Threshold
    | Present
    | DateRule
    | Coverage
    | Contradiction
    | Phrase
    | SentenceLength
    | Structure
    | TextFactCheck,
    Field(discriminator="kind"),
]
"""Any check, told apart by its ``kind``."""
