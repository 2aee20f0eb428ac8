"""``text_fact``: what the text must say, or the act above it."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from checker.checks import AnyCheck
from checker.models.context import View
from checker.models.finding import Reason
from checker.models.regulation import Regulation
from checker.models.rule import Check, Result
from tests.contexts import context_of

CHECKS: TypeAdapter[Any] = TypeAdapter(AnyCheck)
DUTY = "Artikel 1\nDe werkgever meldt elk ongeval."
SUPERVISED = (
    DUTY
    + "\nArtikel 2\nMet het toezicht op de naleving van deze wet zijn belast de ambtenaren van "
    "de Nederlandse Arbeidsinspectie."
)
FINED = (
    DUTY
    + "\nArtikel 2\nOnze Minister kan een bestuurlijke boete opleggen ter zake van overtreding "
    "van artikel 1."
)
AMENDING = """Artikel I
De Voorbeeldwet wordt als volgt gewijzigd:
A
Artikel 3 komt te luiden:
Artikel 3
De werkgever meldt elk ongeval.
B
Artikel 5 vervalt."""
SUPERVISION = {"fact": "supervisors", "needed": "duties", "parent_provides": "supervision"}


def run(body: str, identity: dict[str, Any], **check: Any) -> Result:
    regulation = Regulation.model_validate({"identity": identity, "text": {"body": body}})
    settings = {"kind": "text_fact", **check}
    made: Check = CHECKS.validate_python(settings)
    return made.evaluate(View("XX-01", context_of(regulation)))


def lower(*provides: str) -> dict[str, Any]:
    return {"instrument": "amvb", "parent_act": {"provides": list(provides)}}


@pytest.mark.parametrize(
    ("body", "identity", "outcome", "reason"),
    [
        (SUPERVISED, {"instrument": "wet"}, "pass", None),
        (DUTY, {"instrument": "wet"}, "fail", None),
        (SUPERVISED, {"instrument": "amvb"}, "pass", None),
        (DUTY, lower("supervision"), "pass", None),
        (DUTY, lower("sanctions"), "fail", None),
        (DUTY, {"instrument": "amvb"}, "not_assessed", Reason.NO_FACT),
        (DUTY, {}, "not_assessed", Reason.NO_FACT),
        (DUTY, {"instrument": "beleidsregel"}, "not_applicable", Reason.RULE_DOES_NOT_APPLY),
        (AMENDING, {"instrument": "wet"}, "not_assessed", Reason.NO_FACT),
        (
            AMENDING,
            {"instrument": "wet", "parent_act": {"provides": ["supervision"]}},
            "pass",
            None,
        ),
        (
            "Artikel 1\nOnze Minister beslist binnen acht weken.",
            {"instrument": "wet"},
            "not_applicable",
            Reason.NOTHING_TO_CHECK,
        ),
    ],
)
def test_what_the_act_above_provides_is_not_missed(
    body: str, identity: dict[str, Any], outcome: str, reason: Reason | None
) -> None:
    result = run(body, identity, **SUPERVISION)
    assert (result.outcome, result.reason) == (outcome, reason)


def test_the_instrument_of_the_text_counts_where_the_dossier_is_silent() -> None:
    body = (
        f"# Besluit van 1 mei 2027, houdende regels over ongevallen\nWij Willem-Alexander,\n{DUTY}"
    )
    assert run(body, {}, **SUPERVISION).missing == ("identity.parent_act.provides",)


@pytest.mark.parametrize(
    ("sanction", "outcome"),
    [
        ("een bestuurlijke boete van ten hoogste € 5.000 opleggen", "pass"),
        ("een bestuurlijke boete opleggen van ten hoogste 2% van de omzet", "pass"),
        ("een bestuurlijke boete van de derde categorie opleggen", "pass"),
        ("een bestuurlijke boete opleggen", "fail"),
        ("een last onder dwangsom opleggen", "not_applicable"),
    ],
)
def test_highest_fine(sanction: str, outcome: str) -> None:
    body = (
        f"{DUTY}\nArtikel 2\nOnze Minister kan {sanction} ter zake van overtreding van artikel 1."
    )
    check = {"fact": "fine_maximum", "needed": "sanctions", "parent_provides": "fine_maximum"}
    assert run(body, {"instrument": "wet"}, **check).outcome == outcome


def test_a_fine_of_which_the_act_above_names_the_highest() -> None:
    check = {"fact": "fine_maximum", "needed": "sanctions", "parent_provides": "fine_maximum"}
    assert run(FINED, lower("fine_maximum"), **check).outcome == "pass"
    assert run(FINED, lower("supervision"), **check).outcome == "fail"


@pytest.mark.parametrize(
    ("name", "last", "outcome"),
    [
        ("Tijdelijke regeling ongevallen", " en vervalt met ingang van 1 januari 2030", "pass"),
        ("Tijdelijke regeling ongevallen", "", "fail"),
        ("Regeling ongevallen", "", "not_applicable"),
        ("Wijziging van de Tijdelijke regeling ongevallen", "", "not_applicable"),
    ],
)
def test_sunset_of_what_calls_itself_temporary(name: str, last: str, outcome: str) -> None:
    body = (
        f"{DUTY}\nArtikel 2\nDeze regeling treedt in werking met ingang van 1 januari 2027{last}."
        f"\nArtikel 3\nDeze regeling wordt aangehaald als: {name}."
    )
    assert run(body, {}, fact="sunset", needed="temporary").outcome == outcome


PREAMBLE = "# Besluit van 1 mei 2027\nGelet op richtlijn 2009/104/EG van de Raad;\n"
NOTE = "\n# Nota van toelichting\nDit besluit zet de richtlijn om."


@pytest.mark.parametrize(
    ("body", "outcome", "reason"),
    [
        (PREAMBLE + DUTY + NOTE + "\nTransponeringstabel\n| 3 | 1 | geen |", "pass", None),
        (PREAMBLE + DUTY + NOTE, "fail", None),
        (PREAMBLE + DUTY, "not_assessed", Reason.NO_NOTE),
        (DUTY + NOTE, "not_applicable", Reason.NOTHING_TO_CHECK),
        (
            DUTY + "\nArtikel 2\nRichtlijn 2009/104/EG geldt." + NOTE,
            "not_applicable",
            Reason.NOTHING_TO_CHECK,
        ),
    ],
)
def test_transposition_table(body: str, outcome: str, reason: Reason | None) -> None:
    result = run(body, {}, fact="transposition_table", needed="directives")
    assert (result.outcome, result.reason) == (outcome, reason)


def test_a_short_text_can_do_without() -> None:
    check = {"fact": "definitions", "needed": "duties"}
    assert run(DUTY, {}, **check).outcome == "fail"
    assert run(DUTY, {}, at_least_words=100, **check).outcome == "not_applicable"


def test_several_duties() -> None:
    many = "\n".join(f"Artikel {n}\nDe werkgever meldt elk ongeval." for n in range(1, 6))
    check = {"fact": "evaluation", "needed": "several_duties"}
    assert run(many, {}, **check).outcome == "fail"
    assert run(DUTY, {}, **check).outcome == "not_applicable"


def test_skip_amending() -> None:
    result = run(AMENDING, {}, fact="definitions", skip_amending=True)
    assert (result.outcome, result.reason) == ("not_applicable", Reason.RULE_DOES_NOT_APPLY)


def test_where_the_text_says_it_is_pointed_at_and_is_no_hit() -> None:
    (place,) = run(SUPERVISED, {"instrument": "wet"}, **SUPERVISION).places
    assert (place.article, place.hit) == ("2", False)
