"""The use case as a whole: what must hold for any dossier."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings

from checker.assess import assess
from checker.models.base import LANGUAGES
from checker.models.finding import Outcome
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.readers import dossier
from checker.report import as_json, as_text
from checker.yaml_source import parse
from tests.strategies import regulations

TODAY = date(2026, 1, 1)


@given(regulations())
@settings(max_examples=40)
def test_any_dossier_gets_a_result_that_can_be_told(
    rulebook: Rulebook, regulation: Regulation
) -> None:
    result = assess(regulation, rulebook, TODAY)
    codes = {"withheld", *(grade.code for grade in rulebook.scoring.verdicts)}
    assert result.verdict.code in codes
    assert result.verdict.reasons
    for language in LANGUAGES:
        assert as_text.assessment(result, rulebook, language)
        assert as_json.assessment(result, rulebook, language)["verdict"]["reasons"]


@given(regulations())
@settings(max_examples=40)
def test_saving_changes_neither_result_nor_receipt(
    rulebook: Rulebook, regulation: Regulation
) -> None:
    before = assess(regulation, rulebook, TODAY)
    for text, is_json in (
        (dossier.to_yaml(regulation), False),
        (dossier.to_json(regulation), True),
    ):
        again = parse(text, "d", is_json=is_json).validate(Regulation)
        after = assess(again, rulebook, TODAY)
        assert after.receipt == before.receipt
        assert after.verdict == before.verdict


def test_the_spelling_of_a_number_does_not_change_the_receipt(rulebook: Rulebook) -> None:
    hashes = {
        assess(
            Regulation.model_validate({"consultation": {"weeks": Decimal(weeks)}}), rulebook, TODAY
        ).receipt.input_hash
        for weeks in ("4", "4.0", "4.000")
    }
    assert len(hashes) == 1


def test_an_unknown_phase_gets_no_verdict(samples: list, rulebook: Rulebook) -> None:
    """Leaving the phase open must never help: it decides what is due."""
    for path in samples:
        regulation = dossier.read(path, rulebook)
        identity = regulation.identity.model_copy(update={"phase": None})
        result = assess(regulation.model_copy(update={"identity": identity}), rulebook, TODAY)
        assert result.verdict.code in ("withheld", "not_workable"), path


def test_a_verdict_below_the_best_names_points(samples: list, rulebook: Rulebook) -> None:
    for path in samples:
        result = assess(dossier.read(path, rulebook), rulebook, TODAY)
        if result.verdict.code not in ("workable", "withheld"):
            named = [rule for reason in result.verdict.reasons for rule in reason.rules]
            assert named, path
            shortfalls = {f.rule for f in result.findings if f.credit not in (None, 1)}
            assert set(named) <= shortfalls | {
                f.rule for f in result.findings if f.outcome is Outcome.NOT_ASSESSED
            }
