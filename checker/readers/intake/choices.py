"""What can be chosen in the cells of the form, in both languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic import BaseModel

from checker.checks.per_obligation import PerObligation
from checker.content import both, has
from checker.models.answer import DONT_KNOW, NOT_APPLICABLE
from checker.models.base import Language, Text
from checker.models.estimate import Certainty
from checker.models.facts import facts_of
from checker.models.regulation import Regulation
from checker.models.rule import Rule
from checker.models.rulebook import Rulebook
from checker.readers.intake.form import FLAG, NONE

ANSWERS_TO = "answers:"
"""Before the id of a rule: the answers that it takes."""
DUTY_RULES = "duty_rules"
ANY_DUTY_ANSWER = "duty_answers"
"""Every answer that some rule about obligations takes."""
_SAME = str.maketrans({"–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"',
                       "\u00a0": " "})  # fmt: skip


@dataclass(frozen=True)
class Option:
    """One choice: what it means, and how it is called."""

    value: str | bool
    words: Text


class Choices:
    """The lists of the form; what is typed is found again in either language."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Take rules, staff categories, standard activities and tariffs from ``rulebook``."""
        self._rulebook = rulebook
        self._found: dict[str, dict[str, str | bool]] = {}

    def options(self, name: str) -> tuple[Option, ...]:
        """Return the list called ``name``, in the order in which it is shown.

        Raises:
            KeyError: there is no such list.
        """
        if name.startswith(ANSWERS_TO):
            return answers_of(self.rules[name.removeprefix(ANSWERS_TO)])
        return self._lists[name]

    def find(self, name: str, typed: str, language: Language) -> str | bool | None:
        """Return what ``typed`` means in the list called ``name``, or None where it is no choice.

        The words of ``language`` come first, then those of the other, then what the dossier says.
        """
        key = f"{language} {name}"
        if key not in self._found:
            self._found[key] = dict(_names(self.options(name), language))
        return self._found[key].get(_folded(typed))

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every rule by its id."""
        return {rule.id: rule for rule in self._rulebook.rules}

    @cached_property
    def asked(self) -> tuple[Rule, ...]:
        """The rules that ask something of the regulation as a whole, also those not run."""
        return tuple(rule for rule in self._asking if not isinstance(rule.check, PerObligation))

    @cached_property
    def asked_of_duties(self) -> tuple[Rule, ...]:
        """The rules that ask something of each obligation."""
        return tuple(rule for rule in self._asking if isinstance(rule.check, PerObligation))

    @property
    def _asking(self) -> Iterator[Rule]:
        return (rule for rule in self._rulebook.rules if rule.check.answers)

    @cached_property
    def _lists(self) -> dict[str, tuple[Option, ...]]:
        parameters = self._rulebook.parameters
        tariffs = parameters.tariffs
        return {
            FLAG: tuple(Option(v, both(f"choices/Flag/{str(v).lower()}")) for v in (True, False)),
            NONE: (Option(True, both("ui/list/none")),),
            "staff": tuple(Option(each.id, each.title) for each in tariffs.categories),
            "standard": tuple(Option(each.id, each.title) for each in parameters.activities),
            "tariff_set": tuple(Option(each.id, each.title) for each in tariffs.sets),
            "rule": tuple(_rule(rule, rule.title) for rule in self._rulebook.rules),
            DUTY_RULES: tuple(_rule(rule, question_of(rule)) for rule in self.asked_of_duties),
            ANY_DUTY_ANSWER: tuple(
                dict.fromkeys(o for rule in self.asked_of_duties for o in answers_of(rule))
            ),
            **{kind.__name__: _members(kind) for kind in _enumerations()},
        }


def question_of(rule: Rule) -> Text:
    """Return what a rule asks."""
    return rule.check.question_text or rule.title


def answers_of(rule: Rule) -> tuple[Option, ...]:
    """Return the answers that a rule takes, "weet ik niet" and "n.v.t." included."""
    labels = getattr(rule.check, "labels", {})
    codes = (*rule.check.answers, DONT_KNOW, NOT_APPLICABLE)
    return tuple(Option(code, labels.get(code) or _answer(rule, code)) for code in codes)


def _answer(rule: Rule, code: str) -> Text:
    if rule.check.kind == "present" and code in rule.check.answers:
        return both("ui/question/absent")
    key = f"choices/Answer/{code}"
    return both(key) if has(key) else Text(nl=code, en=code)


def _rule(rule: Rule, words: Text) -> Option:
    return Option(rule.id, Text(nl=f"{rule.id} · {words.nl}", en=f"{rule.id} · {words.en}"))


def _members(kind: type[StrEnum]) -> tuple[Option, ...]:
    return tuple(Option(m.value, both(f"choices/{kind.__name__}/{m.value}")) for m in kind)


def _enumerations() -> Iterable[type[StrEnum]]:
    """Return every list of choices that a regulation, or an estimate in it, has."""
    found: dict[str, type[StrEnum]] = {}
    todo: list[type[BaseModel]] = [Regulation]
    while todo:
        for fact in facts_of(todo.pop()):
            if fact.choices is not None:
                found[fact.choices.__name__] = fact.choices
            if fact.model is not None:
                todo.append(fact.model)
    return (*found.values(), Certainty)


def _names(options: tuple[Option, ...], language: Language) -> Iterator[tuple[str, str | bool]]:
    """Yield every name of every choice; of the same names the last one counts."""
    for option in options:
        yield _folded(str(option.value)), option.value
    other: Language = "en" if language == "nl" else "nl"
    for words in (other, language):
        for option in options:
            yield _folded(option.words.get(words)), option.value


def _folded(text: str) -> str:
    return " ".join(text.translate(_SAME).casefold().split())
