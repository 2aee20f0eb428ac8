"""Writes what is made from the rules and the models: ``make rules``.

- ``docs/schema/``: JSON schemas with which an editor checks a rule or a dossier while one types;
- ``docs/regels.md`` and ``docs/rules.md``: the catalogue of rules, in Dutch and English.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from checker.content import messages, say
from checker.models.base import Language
from checker.models.regulation import Regulation
from checker.models.rule import Criterion, Rule
from checker.models.rulebook import Framework, Rulebook, Scoring
from checker.rulebook import RuleFile, load
from checker.rulebook.locate import OWN_RULES

DOCS = Path(__file__).resolve().parent
CATALOGUES: dict[Language, str] = {"nl": "regels.md", "en": "rules.md"}
SCHEMAS: dict[str, type[BaseModel]] = {
    "rule": RuleFile,
    "dossier": Regulation,
    "framework": Framework,
    "scoring": Scoring,
}


def generated() -> dict[Path, str]:
    """Return the content of every generated file, by path."""
    rulebook = load(OWN_RULES)
    files = {
        DOCS / "schema" / f"{name}.schema.json": _schema(name, model)
        for name, model in SCHEMAS.items()
    }
    for language, name in CATALOGUES.items():
        files[DOCS / name] = "\n".join(_catalogue(rulebook, language)) + "\n"
    return files


def _schema(name: str, model: type[BaseModel]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"MKB-toets {name}",
    }
    return json.dumps(schema | model.model_json_schema(), ensure_ascii=False, indent=1) + "\n"


def _catalogue(rulebook: Rulebook, language: Language) -> Iterator[str]:
    yield "# " + say(language, "docs/title")
    yield ""
    yield say(language, "docs/made")
    yield ""
    stable = rulebook.stable_rules
    yield say(language, "docs/count", count=len(stable), hash=rulebook.content_hash[:12])
    for criterion in Criterion:
        rules = [rule for rule in stable if rule.criterion is criterion]
        name = messages.criterion_name(criterion, language)
        yield ""
        yield f"## {name[:1].upper()}{name[1:]} ({len(rules)})"
        for rule in rules:
            yield ""
            yield from _rule(rule, rulebook, language)


def _rule(rule: Rule, rulebook: Rulebook, language: Language) -> Iterator[str]:
    yield f"### {rule.id} {rule.title.get(language)}"
    yield ""
    yield messages.rule_facts(rule, language)
    yield ""
    parts = {
        "question": rule.check.question_text,
        "why": rule.why,
        "advice": rule.advice,
        "known_limits": rule.known_limits,
    }
    for name, text in parts.items():
        if text is not None:
            yield f"- **{say(language, f'cli/rule/{name}')}:** {text.get(language)}"
    yield f"- **{say(language, 'cli/rule/sources')}:** {_sources(rule, rulebook, language)}"
    if rule.frameworks:
        names = ", ".join(f"`{name}`" for name in rule.frameworks)
        yield f"- **{say(language, 'cli/rule/frameworks')}:** {names}"
    examples = "; ".join(
        f"{example.name} ({say(language, f'choices/Outcome/{example.expect}')})"
        for example in rule.examples
    )
    yield f"- **{say(language, 'cli/rule/examples')}:** {examples}"


def _sources(rule: Rule, rulebook: Rulebook, language: Language) -> str:
    parts = []
    for name in rule.sources:
        source = rulebook.sources[name]
        title = source.title.get(language)
        linked = f"[{title}]({source.url})" if source.url else title
        mark = "" if source.verified else f" ({say(language, 'cli/unverified')})"
        parts.append(linked + mark)
    return "; ".join(parts)


def main() -> None:
    """Write every generated file that differs."""
    for path, text in generated().items():
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
            print(f"{path.relative_to(DOCS.parent)} written")


if __name__ == "__main__":
    main()
