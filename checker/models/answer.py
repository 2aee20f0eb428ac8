"""What an adviser answers to a rule's question."""

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetJsonSchemaHandler,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from checker.models.base import Label, Model, OptionalLabel, OptionalProse, refuse_duplicates

DONT_KNOW = "weet_niet"
NOT_APPLICABLE = "nvt"


class Evidence(Model):
    """What a claim rests on: a reference (document, paragraph, date) and, if any, a quote.

    A plain text is a valid short form and is read as the reference.
    """

    reference: OptionalProse = None
    quote: OptionalProse = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"reference": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _as_short_as_possible(self, full: SerializerFunctionWrapHandler) -> Any:
        return self.reference if self.quote is None else full(self)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(schema))]}

    @property
    def text(self) -> str | None:
        """Reference and quote in one line; None where there is neither."""
        return ": ".join(part for part in (self.reference, self.quote) if part) or None


class Answer(Model):
    """The answer to one rule. ``HAN-05: ja`` is a valid short form of ``HAN-05: {value: ja}``.

    ``value`` is one of the answers the rule offers, or ``weet_niet`` or ``nvt`` (which needs an
    explanation before it counts).
    """

    rule: Label
    value: OptionalLabel = None
    explanation: OptionalProse = None
    evidence: Evidence | None = None


def _from_mapping(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return value
    if not isinstance(value, dict):
        raise PydanticCustomError("not_a_group", "not a mapping of answers", {})
    return [
        {"rule": rule, **answer} if isinstance(answer, dict) else {"rule": rule, "value": answer}
        for rule, answer in value.items()
    ]


def _to_mapping(answers: tuple[Answer, ...]) -> dict[str, Any]:
    return {answer.rule: _short_answer(answer) for answer in answers}


def _short_answer(answer: Answer) -> Any:
    full = answer.model_dump(exclude={"rule"}, exclude_defaults=True)
    return full["value"] if full.keys() == {"value"} else full


Answers = Annotated[
    tuple[Answer, ...],
    BeforeValidator(_from_mapping),
    AfterValidator(lambda answers: refuse_duplicates(answers, "rule")),
    PlainSerializer(_to_mapping),
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {
                "anyOf": [
                    {"type": ["string", "number"]},
                    {
                        "type": "object",
                        "properties": {
                            "value": {"type": ["string", "number", "null"]},
                            "explanation": {"type": ["string", "null"]},
                            "evidence": {"type": ["string", "object", "null"]},
                        },
                        "additionalProperties": False,
                    },
                ]
            },
        }
    ),
]
"""Answers by rule id; in a file a mapping."""


def find_answer(answers: tuple[Answer, ...], rule: str) -> Answer | None:
    """Return the answer to ``rule`` that says something, or None."""
    return next((a for a in answers if a.rule == rule and a.value is not None), None)
