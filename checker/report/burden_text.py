"""Costs as plain text for a terminal."""

from collections.abc import Iterator
from decimal import Decimal

from checker.content import cost_words, say
from checker.content.cost_words import euro, hours
from checker.models.base import Language
from checker.models.cost import Burden, ClassCosts, Ratio, TariffChoice, Totals
from checker.models.figure import Unit
from checker.models.obligation import ObligationKind
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.wording import Quantity

_INDENT = "  - "


def burden(costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language) -> str:
    """Return totals, classes, obligations, and what they rest on."""
    return "\n".join(_lines(costs, regulation, rulebook, language))


def _lines(
    costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language
) -> Iterator[str]:
    yield regulation.identity.title or say(language, "cli/untitled")
    yield ""
    yield from totals_lines(costs, rulebook, language)
    yield from _apart_lines(costs, regulation, language)
    yield ""
    yield say(language, "burden/text/by_class")
    for item in costs.by_size_class:
        yield _class_line(item, language)
    yield _text(
        language,
        "ratio",
        one_off=_ratio(costs.ratio, "one_off", language),
        recurring=_ratio(costs.ratio, "recurring", language),
    )
    yield ""
    yield say(language, "burden/text/by_obligation")
    for duty, own in zip(regulation.obligations or (), costs.by_obligation, strict=True):
        name = cost_words.obligation_name(duty)
        if own.totals is None:
            yield _text(language, "obligation_unknown", name=name)
        else:
            yield _text(language, "obligation_line", name=name, **_middle(own.totals))
    yield from _notes(costs, regulation, rulebook, language)
    yield ""
    yield tariffs_text(costs, rulebook, language)


def totals_lines(costs: Burden, rulebook: Rulebook, language: Language) -> Iterator[str]:
    """Yield the totals and what they are made of; one-off and recurring never added up."""
    yield say(language, "burden/text/title")
    if not costs.complete:
        yield _INDENT[:2] + say(language, "burden/text/incomplete")
    totals = costs.totals
    if totals is None:
        yield _INDENT[:2] + say(language, "burden/text/nothing")
        return
    values = {
        "one_off": euro(totals.one_off.mid),
        "one_off_low": euro(totals.one_off.low),
        "one_off_high": euro(totals.one_off.high),
        "hours_one_off": hours(totals.hours_one_off.mid),
    }
    yield _text(language, "total", **values)
    values = {
        "recurring": euro(totals.recurring.mid),
        "recurring_low": euro(totals.recurring.low),
        "recurring_high": euro(totals.recurring.high),
        "hours_recurring": hours(totals.hours_recurring.mid),
    }
    yield _text(language, "total_recurring", **values)
    general = rulebook.parameters.general
    assert costs.yearly_equivalent is not None
    yield _text(
        language,
        "equivalent",
        value=euro(costs.yearly_equivalent.mid),
        years=general.horizon.value,
        rate=Quantity(general.discount_rate.value * 100, Unit.EXACT),
    )
    origin = costs.by_origin
    yield _text(
        language,
        "origin",
        eu=euro(origin.eu.one_off.mid),
        eu_recurring=euro(origin.eu.recurring.mid),
        national=euro(origin.national.one_off.mid),
        national_recurring=euro(origin.national.recurring.mid),
    )
    information = costs.by_kind.get(ObligationKind.INFORMATION, Totals())
    yield _text(language, "information", **_middle(information))


def _apart_lines(costs: Burden, regulation: Regulation, language: Language) -> Iterator[str]:
    if costs.voluntary != Totals():
        yield _text(language, "voluntary", **_middle(costs.voluntary))
    if costs.kept_apart:
        yield say(language, "burden/text/kept_apart")
    for item in costs.kept_apart:
        path = f"obligations[{item.obligation + 1}].activities[{item.activity + 1}]"
        yield _text(
            language,
            "kept_line",
            kind=say(language, f"choices/PurchaseKind/{item.kind}"),
            where=cost_words.place_name(path, regulation, language),
            one_off=euro(item.one_off.mid),
            recurring=euro(item.recurring.mid),
        )
    if costs.others:
        yield say(language, "burden/text/others")
    for other in costs.others:
        yield _text(
            language,
            "other_line",
            who=say(language, f"choices/Addressee/{other.addressee}"),
            hours_one_off=hours(other.totals.hours_one_off.mid),
            hours_recurring=hours(other.totals.hours_recurring.mid),
            **_middle(other.totals),
        )


def _class_line(item: ClassCosts, language: Language) -> str:
    size = cost_words.size_name(item.size_class, language)
    if item.firms is not None and item.firms.high == 0:
        return _text(language, "class_empty", size=size)
    if item.totals is None or item.firms is None:
        return _text(language, "class_unknown", size=size)
    return _text(
        language,
        "class_line",
        size=size,
        firms=item.firms.mid,
        one_off_firm=_euro_or_none(item.per_firm.one_off, language),
        recurring_firm=_euro_or_none(item.per_firm.recurring, language),
        recurring_person=_euro_or_none(item.per_person.recurring, language),
        **_middle(item.totals),
    )


def _notes(
    costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language
) -> Iterator[str]:
    groups = {
        "missing": list(cost_words.gap_texts(costs.missing, regulation, language)),
        "remarks": [
            cost_words.remark_text(remark, regulation, rulebook, language)
            for remark in costs.remarks
        ],
        "unverified": [
            cost_words.unverified_text(item, regulation, rulebook, language)
            for item in costs.unverified
        ],
    }
    for name, sentences in groups.items():
        if sentences:
            yield ""
            yield say(language, f"burden/text/{name}")
            yield from (_INDENT + sentence for sentence in sentences)
    if costs.proposal is not None:
        yield ""
        yield proposal_text(costs, regulation, rulebook, language)


def proposal_text(
    costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language
) -> str:
    """Return the proposal for familiarisation as a sentence; "" where there is none."""
    proposal = costs.proposal
    if proposal is None:
        return ""
    staff = cost_words.staff_name(proposal.staff, regulation, rulebook, language)
    return _text(
        language,
        "proposal",
        minutes=proposal.minutes,
        staff=staff.lower(),
        one_off=euro(proposal.totals.one_off.mid),
    )


def tariffs_text(costs: Burden, rulebook: Rulebook, language: Language) -> str:
    """Return with which tariffs and prices the calculation was made."""
    chosen = costs.tariffs
    sets = {tariffs.id: tariffs.title.get(language) for tariffs in rulebook.parameters.tariffs.sets}
    return _text(
        language,
        "tariffs",
        set=chosen.title or sets.get(chosen.set_id, chosen.set_id),
        edition=chosen.edition or say(language, "burden/text/none"),
        state="" if chosen.verified else say(language, f"burden/text/{_unread(chosen)}"),
        year=str(chosen.year),
        parameters=costs.edition,
    )


def _unread(chosen: TariffChoice) -> str:
    return "unverified_set" if chosen.title is None else "own_set"


def _middle(totals: Totals) -> dict[str, Quantity]:
    return {"one_off": euro(totals.one_off.mid), "recurring": euro(totals.recurring.mid)}


def _euro_or_none(value: Decimal | None, language: Language) -> object:
    return say(language, "burden/text/none") if value is None else euro(value)


def _ratio(ratio: Ratio, part: str, language: Language) -> object:
    value: Decimal | None = getattr(ratio, part)
    if value is None:
        return say(language, "burden/text/none")
    return Quantity(value, Unit.RATIO)


def _text(language: Language, key: str, **values: object) -> str:
    return say(language, f"burden/text/{key}", **values)
