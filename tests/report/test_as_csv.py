"""The tables of plain values: every finding and every sum, exact, and never a formula."""

import csv
from decimal import Decimal, localcontext
from io import StringIO

from checker.burden.formula import EXACT
from checker.report import as_csv
from tests.burden.examples import dossier, duty, yearly


def _rows(text):
    return list(csv.DictReader(StringIO(text)))


def test_every_finding_has_a_row(assessed, sample):
    assessment = assessed(sample)
    rows = _rows(as_csv.findings(assessment, "nl"))
    assert [row["rule"] for row in rows] == [f.rule for f in assessment.findings]
    for row, finding in zip(rows, assessment.findings, strict=True):
        assert row["outcome"] == finding.outcome.value
        assert row["message"] == finding.message.nl
        assert (row["credit"] == "") == (finding.credit is None)


def test_sums_add_up_to_the_totals(assessed, sample):
    burden = assessed(sample).burden
    rows = [r for r in _rows(as_csv.costs(assessed(sample), "en")) if r["addressee"] == "firm"]
    counted = [row for row in rows if row["counted"] == "true"]
    with localcontext(EXACT):
        for amount in ("one_off", "recurring", "hours_recurring"):
            for end in ("low", "mid", "high"):
                total = sum(Decimal(row[f"{amount}_{end}"]) for row in counted)
                assert total == getattr(getattr(burden.totals, amount), end)


def test_a_text_that_looks_like_a_formula_stays_text(assessed):
    poisoned = dossier(duty("a", yearly(description="@SUM(A1)"), description="=1+1"))
    row = _rows(as_csv.costs(assessed(poisoned), "nl"))[0]
    assert row["obligation_text"] == "'=1+1"
    assert row["activity_text"] == "'@SUM(A1)"


def test_numbers_keep_every_decimal(assessed):
    third = dossier(duty("a", yearly(minutes=Decimal("0.1"), share=Decimal("0.125"))))
    row = _rows(as_csv.costs(assessed(third), "nl"))[0]
    assert (row["minutes"], row["share"]) == ("0.1", "0.125")
