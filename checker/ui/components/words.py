"""What fields, choices and items are called on screen."""

from enum import StrEnum

from pydantic import BaseModel

from checker.content import fields, say
from checker.models.edit import model_at
from checker.models.problem import Path
from checker.models.regulation import Regulation
from checker.models.wording import cut
from checker.ui import state
from checker.ui.components.markup import plain

ANSWER_PARTS = {
    "value": "answer.value",
    "explanation": "answer.explanation",
    "reference": "answer.evidence.reference",
    "quote": "answer.evidence.quote",
}
"""Parts of an answer, each with the key of its words."""


def dotted(path: Path) -> str:
    """Return the path of a field without positions: the key of its words."""
    if "answers" in path[:-2]:
        return ANSWER_PARTS[str(path[-1])]
    names: list[str] = []
    model: type[BaseModel] = Regulation
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            names.append(step)
            model = model_at(tuple(names))
    return ".".join(names)


def label(path: Path) -> str:
    """Return the label of a field."""
    return words(dotted(path), "label") or str(path[-1])


def help_text(path: Path) -> str | None:
    """Return the help of a field with its example, for a widget's tooltip."""
    return help_of(dotted(path))


def help_of(name: str) -> str | None:
    """Return help and example of a field by its dotted name."""
    text, example = words(name, "help"), words(name, "example")
    if example:
        text = f"{text}\n\n{say(state.language(), 'ui/form/example', example=example)}"
    return plain(text) if text else None


def words(name: str, which: str) -> str:
    """Return the words of a field: its ``label``, ``help`` or ``example``; "" for none."""
    return fields.words(name, which, state.language())


def choice_label(choice: StrEnum) -> str:
    """Return the words for one choice of an enumeration."""
    return say(state.language(), f"choices/{type(choice).__name__}/{choice.value}")


def unfilled() -> str:
    """Return the words for a field that nobody filled in."""
    return say(state.language(), "choices/Flag/unknown")


_NAMES = ("article", "eu_article", "national_article", "number", "size_class", "kind")
_DESCRIPTIONS = ("name", "title", "description", "text")
_SHORT = 70


def item_label(item: BaseModel) -> str:
    """Return how an item of a list is called on screen."""
    found_words: list[str] = []
    for names in (_NAMES, _DESCRIPTIONS):
        found = next((v for n in names if (v := getattr(item, n, None)) is not None), None)
        if isinstance(found, StrEnum):
            found_words.append(choice_label(found))
        elif found is not None:
            text = str(found)
            found_words.append(cut(text, _SHORT))
    return " · ".join(found_words) or say(state.language(), "ui/form/nameless")
