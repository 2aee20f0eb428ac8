"""Every text that the command line, reports and screens say, in Dutch and English.

The files below ``nl/`` and ``en/`` hold the same keys; a test compares them. Texts of rules are
not here: they stand with the rule.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from checker import yaml_source
from checker.models.base import LANGUAGES, Language, Text
from checker.models.problem import BadInputError
from checker.models.wording import put_in

Texts = dict[str, str]


def say(language: Language, key: str, /, **values: object) -> str:
    """Return the text ``key`` (file, then keys, joined by slashes) with its placeholders filled.

    Values are written as the language does: numbers, dates and lists included.

    Raises:
        KeyError: no such text; the tests hold every key that the program uses against the files.
    """
    text = texts(language)[key]
    if not values:
        return text
    return put_in(text, values, language)


def has(key: str) -> bool:
    """Whether there is a text ``key``."""
    return key in texts("nl")


def both(key: str) -> Text:
    """Return the text ``key`` in both languages."""
    return Text(**{language: texts(language)[key] for language in LANGUAGES})


def example(language: Language, name: str) -> bytes:
    """Return the example file ``name`` in ``language``."""
    return (files(__package__) / language / name).read_bytes()


@cache
def texts(language: Language) -> Texts:
    """Return all texts of ``language`` by key."""
    found: Texts = {}
    folder = files(__package__) / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        stem, _, suffix = file.name.partition(".")
        if suffix == "yaml":
            source = yaml_source.parse(file.read_text("utf-8"), file.name)
            if source.problems:
                raise BadInputError(source.problems)
            found.update(_flatten(stem, source.data))
    return found


def _flatten(prefix: str, data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _flatten(f"{prefix}/{key}", value)
    elif isinstance(data, str):
        yield prefix, data
    else:
        raise TypeError(f"{prefix}: every text must be text")
