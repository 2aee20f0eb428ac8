"""What the documents tell: an assessment and its rulebook, in the words of one language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from checker.content import fields, has, say
from checker.content.cost_words import size_name
from checker.models.assessment import Assessment
from checker.models.base import Language, Text
from checker.models.cost import Burden
from checker.models.finding import Finding
from checker.models.regulation import Regulation
from checker.models.rule import Criterion
from checker.models.rulebook import Rulebook
from checker.models.size_class import SizeClass
from checker.models.wording import written
from checker.report.word.pieces import Gap, Strong

_ARTICLE = re.compile(r"\d|[IVXLC]+[a-z]?\b")


@dataclass(frozen=True)
class View:
    """Everything a document asks for."""

    assessment: Assessment
    rulebook: Rulebook
    language: Language
    with_names: bool = False
    """Whether names of people on the panel may be in it."""

    def say(self, key: str, **values: object) -> str:
        """Return the text ``word/key``."""
        return say(self.language, f"word/{key}", **values)

    def lead(self, key: str) -> Strong:
        """Return the words before a paragraph that say what it is about."""
        return Strong(self.say(f"lead/{key}") + " ")

    def text(self, text: Text) -> str:
        """Return a text of a rule in the language of the document."""
        return text.get(self.language)

    def choice(self, member: StrEnum) -> str:
        """Return the word for a value from a fixed list."""
        return say(self.language, f"choices/{type(member).__name__}/{member.value}")

    def size(self, size: SizeClass) -> str:
        """Return how a size class is called."""
        return size_name(size, self.language)

    def sizes(self, sizes: Iterable[SizeClass]) -> str:
        """Return size classes in short, such as ``1, 2–9, 10–49``."""
        return ", ".join(size.value.replace("-", "–") for size in sizes)

    def day(self, day: date) -> str:
        """Return a date with the month in words."""
        return written(day, self.language)

    def article(self, label: str) -> str:
        """Return how an article is named; an annex and the like by its own name."""
        return self.say("article", article=label) if _ARTICLE.match(label) else label

    def criterion(self, criterion: Criterion) -> str:
        """Return the name of a criterion as it stands by itself."""
        name = self.choice(criterion)
        return name[:1].upper() + name[1:]

    def missing(self, path: str) -> Gap:
        """Return the gap for a field: in words of our own, or named as the form names it."""
        own = f"word/missing/{path.replace('.', '_')}"
        if has(own):
            return Gap(say(self.language, own))
        return Gap(as_in_a_sentence(fields.words(path, "label", self.language) or path))

    def or_missing(self, value: str | None, path: str) -> str | Gap:
        """Return what a field says, or its gap."""
        return value or self.missing(path)

    @property
    def regulation(self) -> Regulation:
        """The description of the regulation."""
        return self.assessment.regulation

    @property
    def costs(self) -> Burden:
        """What the regulation costs."""
        return self.assessment.burden

    @property
    def this(self) -> str:
        """How a note calls the regulation at the start of a sentence: ``Dit wetsvoorstel``."""
        instrument = self.regulation.identity.instrument
        return self.say(f"this/{instrument}" if instrument else "this/unknown")

    @property
    def title(self) -> str:
        """The name of the regulation, or that it has none yet."""
        return self.regulation.identity.title or say(self.language, "report/untitled")

    @property
    def about(self) -> str:
        """The regulation and its draft."""
        draft = self.regulation.identity.draft
        return f"{self.title} · {draft}" if draft else self.title

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The findings by rule id."""
        return {finding.rule: finding for finding in self.assessment.findings}


def as_in_a_sentence(label: str) -> str:
    """Return ``label`` with a small first letter, unless it begins with an abbreviation."""
    is_abbreviation = len(label) > 1 and not label[1].islower()
    return label if is_abbreviation else label[:1].lower() + label[1:]


def sentence(text: str) -> str:
    """Return what somebody wrote, with a point after it where it has no ending of its own."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in ".!?…:;" else f"{stripped}."
