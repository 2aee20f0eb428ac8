"""What is said of something that was typed and will not do: what is wrong, and what counts now."""

from decimal import Decimal
from typing import Any

from checker.content import cost_words, has, say
from checker.content.messages import problem_message
from checker.models.estimate import Estimate
from checker.models.problem import BadInputError, Path, Problem, path_text
from checker.ui import numbers, state
from checker.ui.components.markup import esc, html
from checker.ui.components.words import label, words

_LONGEST = 40


def show_refusal(path: Path) -> None:
    """Say what is wrong with what was typed at ``path``, if anything, and what counts instead."""
    if (refused := state.refused(path)) is not None:
        text = f"{_wrong(refused)} {_say_counting(path)}"
        html(f'<p class="field-error" role="alert">{esc(text)}</p>')


def refused_names() -> tuple[str, ...]:
    """Return each place where something was refused, with what counts there meanwhile."""
    return tuple(dict.fromkeys(_name(path) for path in state.desk().refused))


def _name(path: Path) -> str:
    if "answers" in path:
        return label(path)
    language = state.language()
    where = cost_words.place_name(path_text(path), state.regulation(), language)
    standing = _standing(path)
    if standing is None:
        return where
    key = "refused_still" if standing else "refused_empty"
    return say(language, f"ui/form/{key}", where=where, value=standing)


def _say_counting(path: Path) -> str:
    """Return what counts at ``path`` as long as what was typed there does not."""
    standing = None if "answers" in path else _standing(path)
    key = {None: "counts_not", "": "counts_empty"}.get(standing, "counts_still")
    return say(state.language(), f"ui/form/{key}", value=standing)


def _standing(path: Path) -> str | None:
    """Return the number that stands in the dossier, "" for an empty field, None for no number."""
    value, language = state.value(path), state.language()
    if value in (None, (), ""):
        return ""
    if isinstance(value, Decimal):
        return numbers.shown(value, language)
    if not isinstance(value, Estimate):
        return None
    figures = dict.fromkeys((value.low, value.mid, value.high))
    return " – ".join(numbers.shown(figure, language) for figure in figures)


def _wrong(refused: state.Refused) -> str:
    """Return what is wrong with a field, without its place: it stands right there."""
    problem, language = refused.problem, state.language()
    key = f"ui/wrong/{problem.code}"
    if has(key):
        return say(language, key, **{**problem.values, "typed": _typed(refused)})
    bare = Problem(None, None, None, "", problem.code, problem.values)
    return problem_message(bare, language)


def _typed(refused: state.Refused) -> str:
    """Return what was typed, as it was typed: of an estimate the part that is wrong, or all."""
    if not isinstance(refused.raw, dict):
        return str(refused.raw).strip()[:_LONGEST]
    parts = {part: refused.raw[part].strip()[:_LONGEST] for part in ("low", "mid", "high")}
    filled = {part: text for part, text in parts.items() if text}
    wrong = {p: t for p, t in filled.items() if _is_value(t, refused)}
    told = wrong or filled
    if len(told) == 1:
        return next(iter(told.values()))
    named = (f"{words(f'estimate.{part}', 'label').lower()} {text}" for part, text in told.items())
    return ", ".join(named)


def _is_value(typed: str, refused: state.Refused) -> bool:
    wrong: Any = refused.problem.values.get("value")
    try:
        return str(numbers.parse(typed, refused.language, share=True)) == wrong
    except BadInputError:
        return False
