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


LONG = "De werkgever treft passende maatregelen tegen " + "stof, " * 41 + "en tegen brand."


def with_text(*lines: str, **parts: object) -> Regulation:
    text = {"body": "\n".join(lines), **parts}
    return Regulation.model_validate({"identity": {"phase": "adoption"}, "text": text})


def test_what_two_rules_both_find_is_shown_twice_and_counts_once(rulebook: Rulebook) -> None:
    longest = "De werkgever treft maatregelen tegen " + "regen en " * 32 + "wind."
    body = [f"{number}. {longest}" for number in range(1, 7)]
    found = assess(with_text("Artikel 1", *body), rulebook, TODAY)
    both = (found.finding("DUI-01"), found.finding("DUI-60"))
    assert [finding.outcome for finding in both] == [Outcome.FAIL, Outcome.FAIL]
    assert [finding.counted_with for finding in both] == [None, "DUI-01"]
    lines = as_text.assessment(found, rulebook, "nl").splitlines()
    (told,) = (line for line in lines if line.startswith("  DUI-60"))
    assert told.endswith("(Telt mee bij DUI-01)")
    assert "DUI-60" not in {change.rule for change in found.changes}


def test_the_terminal_names_what_passes_with_hits_and_what_was_set_aside(
    rulebook: Rulebook,
) -> None:
    off = [{"rule": "DUI-03", "reason": "Vaste term.", "article": "2", "quote": "passende"}]
    short = "De werkgever treft passende maatregelen."
    articles = (line for n in range(1, 8) for line in (f"Artikel {n}", short))
    text = with_text(*articles, "Artikel 8", LONG, switched_off=off)
    told = as_text.assessment(assess(text, rulebook, TODAY), rulebook, "nl")
    within = told[told.index("Binnen de grens, met vindplaatsen:") :]
    assert "  DUI-01  Zinnen van meer dan 40 woorden: 1 van de 8" in within
    assert "          art. 8: “De werkgever treft" in within
    assert "Uitgezet, met reden: 1\n  DUI-03  art. 2: “passende”\n" in within
    assert "          Reden: Vaste term." in within
    assert "In de tekst is 1 vindplaats met een reden uitgezet (DUI-03); die telt niet mee." in told
