"""What a regulation means for the example firms, as plain values."""

from decimal import Decimal
from typing import Any

from checker.burden import personas
from checker.content import cost_words
from checker.models.base import Language
from checker.models.cost import Burden, PersonaCosts, Task, known
from checker.models.obligation import Timing
from checker.models.parameters import Persona
from checker.models.regulation import Regulation
from checker.report import amounts_json
from checker.report.amounts_json import decimal, divided, span


def of(
    costs: Burden, firms: tuple[Persona, ...], regulation: Regulation, language: Language
) -> list[dict[str, Any]]:
    """Return each example firm with its costs and tasks.

    Amounts are null where the regulation has no firms of that size.
    """
    found = (personas.of(persona, costs) for persona in firms)
    return [_persona(item, costs, regulation, language) for item in found]


def _persona(
    item: PersonaCosts, costs: Burden, regulation: Regulation, language: Language
) -> dict[str, Any]:
    persona = item.persona
    is_known = item.complete and costs.has_firms(persona.size_class)
    first_year = known(item.first_year, complete=is_known)
    recurring = known(item.possible.recurring, complete=is_known)
    amounts = {
        "first_year": None if first_year is None else first_year.mid,
        "recurring": None if recurring is None else recurring.mid,
    }
    return {
        "id": persona.id,
        "title": persona.title.get(language),
        "persons": int(persona.persons),
        "turnover": decimal(persona.turnover),
        "size_class": persona.size_class.value,
        "verified": persona.verified,
        "complete": item.complete,
        "certain": amounts_json.totals(item.certain, complete=is_known),
        "possible": amounts_json.totals(item.possible, complete=is_known),
        "first_year": span(item.first_year, complete=is_known),
        "first_year_hours": decimal(known(item.first_year_hours, complete=is_known)),
        "per_person": _shares(amounts, persona.persons),
        "share_of_turnover": _shares(amounts, persona.turnover),
        "tasks": [_task(task, regulation, language) for task in item.tasks],
    }


def _shares(amounts: dict[str, Decimal | None], by: Decimal) -> dict[str, str | None]:
    return {name: divided(amount, by) for name, amount in amounts.items()}


def _task(task: Task, regulation: Regulation, language: Language) -> dict[str, Any]:
    duty = (regulation.obligations or ())[task.obligation]
    activity = duty.activities[task.activity]
    day = regulation.identity.entry_into_force if task.timing is Timing.ONE_OFF else None
    return {
        "obligation": duty.id,
        "article": duty.article,
        "activity": task.activity + 1,
        "text": cost_words.activity_name(activity, task.activity, language),
        "timing": task.timing.value,
        "effect": task.effect.value,
        "familiarisation": task.familiarisation,
        "by": day and day.isoformat(),
        "times": decimal(task.times),
        "every_years": decimal(task.every_years),
        "chance": decimal(task.chance),
        "usual": decimal(task.usual),
        **amounts_json.totals(task.totals, complete=True),
    }
