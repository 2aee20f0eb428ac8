"""How the sheets, columns and questions of the form are called."""

import re
from functools import cache

from checker.content import fields, has, say
from checker.models.base import Language
from checker.models.facts import find_fact
from checker.readers.intake import form
from checker.readers.intake.form import Entry, Field

_LONGEST_NAME = 31
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")


@cache
def sheet_name(path: str, language: Language) -> str:
    """Return what a sheet is called; a list without a name of its own by its label."""
    key = f"intake/sheet/{path}"
    name = say(language, key) if has(key) else fields.words(path, "label", language) or path
    return _NOT_IN_NAME.sub(" ", name)[:_LONGEST_NAME]


def sheet_about(path: str, language: Language) -> str:
    """Return what a sheet is for."""
    key = f"intake/about/{path}"
    return say(language, key) if has(key) else fields.words(path, "help", language)


def label(field: Field, language: Language) -> str:
    """Return what stands above a column, or before a question."""
    name = _words(field.words, "label", language) or field.key
    if field.options == form.NONE:
        return say(language, "intake/label/none", label=name)
    if field.part and field.part != "mid":
        part = fields.words(f"estimate.{field.part}", "label", language)
        return say(language, "intake/label/of_estimate", label=name, part=_lower(part))
    if field.member:
        return say(language, "intake/label/of_member", label=name, member=_member(field, language))
    return name


def help_text(field: Field, language: Language) -> str:
    """Return what helps who fills it in; "" where there is nothing."""
    if field.options == form.NONE:
        sheet = sheet_name(field.words, language)
        return say(language, "intake/none_help", sheet=sheet)
    if field.part and field.part != "mid":
        return fields.words(f"estimate.{field.part}", "help", language)
    return _words(field.words, "help", language)


def example(field: Field, language: Language) -> str:
    """Return an example of an answer, or ""."""
    if field.part == "source":
        return fields.words("estimate.source", "example", language)
    is_figure = not field.part or field.part == "mid"
    plain = is_figure and not field.member and field.entry is not Entry.CHOICE
    return _words(field.words, "example", language) if plain else ""


def hint(field: Field, language: Language) -> str:
    """Return what sort of answer belongs there, and whether it is required."""
    sort = say(language, f"intake/hint/{field.entry}")
    return say(language, "intake/hint/required", hint=sort) if field.required else sort


def _words(path: str, which: str, language: Language) -> str:
    if not path.startswith("#"):
        return fields.words(path, which, language)
    key = f"intake/link/{path[1:]}/{which}"
    return say(language, key) if has(key) else ""


def _member(field: Field, language: Language) -> str:
    fact = find_fact(field.words)
    assert fact is not None
    assert fact.choices is not None
    return say(language, f"choices/{fact.choices.__name__}/{field.member}")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
