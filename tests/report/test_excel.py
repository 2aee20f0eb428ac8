import hashlib
import json
import re
import zipfile
from datetime import date, datetime
from io import BytesIO
from itertools import cycle

import openpyxl
import pandas as pd
import pytest
from pydantic import ValidationError

from checker.assess import assess
from checker.content import say
from checker.content.messages import source_state
from checker.models.assessment import WITHHELD
from checker.models.finding import Outcome
from checker.models.obligation import Obligation
from checker.models.regulation import Identity, Phase, Purpose, Regulation
from checker.readers import dossier
from checker.report import excel

SHEETS = ("summary", "scorecard", "findings", "burden", "inputs", "calculation", "parameters",
          "sensitivity", "personas", "transposition", "panel", "frameworks", "sources",
          "account", "dossier")  # fmt: skip
LANGUAGES = ("nl", "en")
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
FORMULAS = ("=COUNTIFS(", "=SUM(")
CALLS = re.compile(r"[A-Za-z.]+(?=\()")
FUNCTIONS = {"SUM", "SUMIFS", "SUMPRODUCT", "COUNTIF", "COUNTIFS", "IF", "AND", "ABS", "MIN", "MAX"}
PAYLOADS = (
    '=HYPERLINK("http://kwaad.example","klik")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "=cmd|'/c calc'!A1",
)


def _sheet(workbook, key, language="nl"):
    return workbook[say(language, f"report/sheet/{key}")]


def _cells(workbook):
    return [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]


def _rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def _row_of(sheet, first):
    return next(row for row in _rows(sheet) if row[0] == first)


def _table(assessment, rulebook, key, language="nl"):
    file = BytesIO(excel.build(assessment, rulebook, language))
    return pd.read_excel(file, sheet_name=say(language, f"report/sheet/{key}"))


def _capital(text):
    return text[:1].upper() + text[1:]


# --- what it says


def test_every_sheet_is_there_in_the_language_of_the_report(assessed, sample, open_report):
    assessment = assessed(sample)
    for language in LANGUAGES:
        names = [say(language, f"report/sheet/{key}") for key in SHEETS]
        assert open_report(assessment, language).sheetnames == names


def test_the_summary_opens_with_title_verdict_and_reasons(assessed, sample, open_report):
    assessment = assessed(sample)
    sheet = _sheet(open_report(assessment), "summary")
    texts = [str(cell.value) for row in sheet.iter_rows(max_row=25) for cell in row if cell.value]
    assert texts[0] == f"MKB-toets: {sample.identity.title}"
    assert assessment.verdict.label.nl in texts
    assert assessment.disclaimer.nl in texts
    assert len(assessment.verdict.reasons) > 0


def test_the_criteria_are_those_of_the_assessment(assessed, sample, open_report):
    assessment = assessed(sample)
    sheet = _sheet(open_report(assessment), "summary")
    for score in assessment.criteria:
        row = _row_of(sheet, _capital(say("nl", f"choices/Criterion/{score.criterion}")))
        for shown, value in zip(
            row[1:5], (score.score, score.low, score.high, score.completeness), strict=True
        ):
            assert isinstance(shown, str) if value is None else shown == pytest.approx(float(value))


def test_every_finding_has_its_row(assessed, sample, rulebook):
    assessment = assessed(sample)
    table = _table(assessment, rulebook, "findings")
    assert list(table["Regel"]) == [f.rule for f in assessment.findings]
    for finding, row in zip(assessment.findings, table.to_dict("records"), strict=True):
        assert row["Uitkomst"] == say("nl", f"choices/Outcome/{finding.outcome}")
        assert row["Gewicht"] == finding.weight
        assert pd.isna(row["Verdiend (0–1)"]) == (finding.credit is None)
        assert finding.credit is None or row["Verdiend (0–1)"] == float(finding.credit)
        assert row["Bevinding"] == finding.message.nl
        assert row["Advies"] == finding.advice.nl
        assert pd.isna(row["Onderbouwing"]) == (finding.evidence is None)


def test_the_scorecard_has_every_rule_once(assessed, sample, open_report):
    assessment = assessed(sample)
    column = [row[0] for row in _rows(_sheet(open_report(assessment), "scorecard"))]
    for finding in assessment.findings:
        assert column.count(finding.rule) == 1


def test_the_frameworks_have_every_question(assessed, sample, rulebook):
    assessment = assessed(sample)
    table = _table(assessment, rulebook, "frameworks", "en")
    shown = set(zip(table["Framework"], table["Part"], table["Rule"].fillna(""), strict=True))
    expected = {
        (framework.title.en, answer.title.en, rule)
        for framework in assessment.frameworks
        for answer in framework.answers
        for rule in (answer.rules or ("",))
    }
    assert shown == expected


def test_the_sources_say_whether_they_were_read(assessed, sample, rulebook):
    assessment = assessed(sample)
    table = _table(assessment, rulebook, "sources").set_index("Bron")
    used = {source for finding in assessment.findings for source in finding.sources}
    used |= {framework.source for framework in assessment.frameworks}
    assert set(table.index) == used
    for name, row in table.iterrows():
        entry = rulebook.sources[str(name)]
        assert row["Naam"] == entry.title.nl
        assert row["Gelezen aan de bron"] == source_state(entry, "nl")
        if entry.consulted is None:
            assert row["Geraadpleegd op"] == "niet vastgelegd"
        else:
            assert row["Geraadpleegd op"].date() == entry.consulted


def test_sources_still_to_be_checked_are_on_the_summary(assessed, sample, rulebook, open_report):
    assessment = assessed(sample)
    rows = _rows(_sheet(open_report(assessment), "summary"))
    shown = {row[0] for row in rows if row[1] == "nog te controleren"}
    assert shown == {
        rulebook.sources[source].title.nl
        for finding in assessment.findings
        if finding.assessed
        for source in finding.sources
        if not rulebook.sources[source].verified
    }


def test_the_account_holds_the_receipt_and_what_was_left_out(assessed, sample, open_report):
    assessment = assessed(sample)
    rows = _rows(_sheet(open_report(assessment), "account"))
    values = {row[0]: row[1] for row in rows}
    assert assessment.receipt.ruleset_hash in values.values()
    assert assessment.receipt.input_hash in values.values()
    assert values["Beoordeeld op"].date() == assessment.receipt.assessed_on
    for finding in assessment.findings:
        left_out = finding.outcome in (Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE)
        assert (finding.rule in values) == left_out


def test_dates_of_the_proposal_are_dates(assessed, open_report):
    identity = Identity(title="X", entry_into_force="2027-01-01")
    sheet = _sheet(open_report(assessed(Regulation(identity=identity))), "summary")
    days = [
        value.date().isoformat()
        for row in _rows(sheet)
        for value in row
        if isinstance(value, datetime)
    ]
    assert days == ["2026-03-02", "2027-01-01"]


# --- formulas


@pytest.mark.parametrize("language", LANGUAGES)
def test_stored_counts_are_what_the_formulas_give(assessed, sample, open_report, language):
    """Works the formulas out by hand from the cells they refer to."""
    assessment = assessed(sample)
    stored = open_report(assessment, language, values=True)
    formulas = _sheet(open_report(assessment, language), "summary", language)
    values, findings = _sheet(stored, "summary", language), _sheet(stored, "findings", language)
    pairs = [(row[1], row[3]) for row in _rows(findings)[1:]]
    checked = 0
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type != "f" or not cell.value.startswith(FORMULAS):
                continue
            result = values[cell.coordinate].value
            if cell.value.startswith("=COUNTIFS"):
                criterion = values.cell(cell.row, 1).value
                heading = cell.value.rpartition(",")[2].rstrip(")").replace("$", "")
                assert result == pairs.count((criterion, values[heading].value))
            else:
                area = cell.value.removeprefix("=SUM(").rstrip(")")
                assert result == sum(c.value for line in values[area] for c in line)
            checked += 1
    assert checked == 4 * 6 + 6
    assert _row_of(values, say(language, "report/column/total"))[6] == len(assessment.findings)


# --- what people typed


@pytest.fixture(scope="module")
def poisoned(sample):
    """The sample with what looks like a formula in every field that takes any text."""
    data = json.loads(dossier.to_json(sample))
    payloads = cycle(PAYLOADS)
    places = []

    def collect(node):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(value, str):
                places.append((node, key))
            elif isinstance(value, dict | list):
                collect(value)

    collect(data)
    for node, key in places:
        before, node[key] = node[key], next(payloads)
        try:
            Regulation.model_validate(data)
        except ValidationError:
            node[key] = before
    return Regulation.model_validate(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_typed_is_never_executed(assessed, poisoned, open_report, language):
    assert poisoned.identity.title in PAYLOADS
    assert poisoned.obligations[0].description in PAYLOADS
    workbook = open_report(assessed(poisoned), language)
    hits = 0
    for cell in _cells(workbook):
        if cell.data_type == "f":
            assert set(CALLS.findall(cell.value)) <= FUNCTIONS
            assert not any(payload in cell.value for payload in PAYLOADS)
        elif isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
            assert cell.data_type == "s"
            assert cell.quotePrefix
            hits += 1
    assert hits > 3


def test_links_lead_to_web_addresses_only(assessed, poisoned, open_report):
    workbook = open_report(assessed(poisoned))
    links = [cell.hyperlink for cell in _cells(workbook) if cell.hyperlink]
    assert links
    assert all(link.target.startswith(("http://", "https://")) for link in links)


def test_a_finding_links_to_its_first_source(assessed, sample, rulebook, open_report):
    assessment = assessed(sample)
    sheet = _sheet(open_report(assessment), "findings")
    for finding, row in zip(assessment.findings, sheet.iter_rows(min_row=2), strict=True):
        urls = [url for s in finding.sources if (url := rulebook.sources[s].url)]
        link = row[-1].hyperlink
        assert bool(link) == bool(urls)
        assert not urls or urls[0].startswith(link.target)


# --- layout


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_ready_to_print(assessed, sample, open_report, language):
    for sheet in open_report(assessed(sample), language):
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation in ("landscape", "portrait")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(sheet.page_setup.fitToWidth or 1) == 1
        assert int(sheet.page_setup.fitToHeight) == 0
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.freeze_panes is not None
        assert sheet.oddHeader.left.text
        assert "&P" in str(sheet.oddFooter.right.text)
        assert "2026" in sheet.oddFooter.left.text


def test_tables_have_headings_and_filters(assessed, sample, open_report):
    workbook = open_report(assessed(sample))
    for key in ("findings", "frameworks", "sources"):
        sheet = _sheet(workbook, key)
        assert all(cell.value and cell.font.bold for cell in sheet[1])
        assert sheet.auto_filter.ref == sheet.dimensions


def test_no_text_is_squeezed_into_one_line(assessed, sample, open_report):
    for cell in _cells(open_report(assessed(sample))):
        if cell.data_type == "s":
            assert cell.alignment.wrap_text
            height = cell.parent.row_dimensions[cell.row].height
            assert height >= 12


def test_outcomes_are_words_and_not_colours_alone(assessed, sample, open_report):
    sheet = _sheet(open_report(assessed(sample)), "findings")
    looks = {(row[3].value, row[3].fill.fgColor.rgb) for row in sheet.iter_rows(min_row=2)}
    assert len(looks) == len({word for word, _ in looks})
    assert all(word for word, _ in looks)


def test_the_file_says_what_it_is(assessed, sample, open_report):
    workbook = open_report(assessed(sample), "en")
    properties = workbook.properties
    assert properties.title == f"MKB-toets: {sample.identity.title}"
    assert properties.creator == "MKB-toets"
    assert properties.subject
    assert properties.created.date().isoformat() == "2026-03-02"
    assert workbook.custom_doc_props["Language"].value == "en-GB"


# --- extremes


def test_the_same_assessment_gives_the_same_bytes(assessed, sample, rulebook):
    first, second = (excel.build(assessed(sample), rulebook, "nl") for _ in range(2))
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", [None, *Phase])
def test_an_almost_empty_dossier_gives_a_sensible_report(assessed, open_report, language, phase):
    assessment = assessed(Regulation(identity=Identity(phase=phase)))
    assert assessment.verdict.code == WITHHELD
    workbook = open_report(assessment, language, values=True)
    sheet = _sheet(workbook, "summary", language)
    texts = [cell.value for row in sheet.iter_rows() for cell in row]
    assert say(language, "report/summary/no_changes") in texts
    assert say(language, "report/untitled") in sheet["A1"].value
    assert assessment.verdict.label.get(language) in texts
    assert "None" not in {str(text) for text in texts if text is not None}


def test_every_sample_gives_a_report_without_error_cells(assessed, samples, rulebook):
    for path in samples:
        file = excel.build(assessed(dossier.read(path, rulebook)), rulebook, "nl")
        with zipfile.ZipFile(BytesIO(file)) as parts:
            sheets = [parts.read(f"xl/worksheets/sheet{n}.xml") for n in range(1, 7)]
        assert not any(b't="e"' in sheet for sheet in sheets), path


def test_long_texts_and_many_obligations(assessed, sample, rulebook):
    duties = tuple(
        Obligation(id=f"plicht-{n}", article=f"{n}", description="woord " * 3_000)
        for n in range(200)
    )
    large = sample.model_copy(
        update={
            "obligations": duties,
            "purpose": Purpose(goal="doel " * 4_000),
            "identity": sample.identity.model_copy(update={"title": "titel " * 3_000}),
        }
    )
    file = excel.build(assessed(large), rulebook, "nl")
    workbook = openpyxl.load_workbook(BytesIO(file))
    heights = [d.height for sheet in workbook for d in sheet.row_dimensions.values() if d.height]
    assert max(heights) <= 409
    first_rows = [sheet.row_dimensions[1].height for sheet in workbook]
    assert max(first_rows) < 100, "what stays in view must leave room for the rest"
    summary = _sheet(workbook, "summary")
    assert _row_of(summary, "Titel van de regeling")[1] == large.identity.title
    assert len(file) < 2_000_000


def test_a_score_that_rests_on_too_little_is_not_shown(rulebook, samples):
    [path] = [path for path in samples if path.parent.name.startswith("10-")]
    result = assess(dossier.read(path, rulebook), rulebook, date(2026, 1, 1))
    assert any(item.score is not None for item in result.criteria)
    sheet = openpyxl.load_workbook(BytesIO(excel.build(result, rulebook, "nl"))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    [head] = [cell for cell in cells if str(cell.value).startswith("Score (")]
    below = [sheet.cell(head.row + step, head.column).value for step in range(1, 5)]
    assert [value for value in below if isinstance(value, int | float)] == []


def test_what_was_set_aside_in_part_is_told_on_every_sheet(assessed, open_report):
    line = "De werkgever treft passende maatregelen."
    body = "\n".join(text for n in range(1, 47) for text in (f"Artikel {n}", line))
    off = [{"rule": "DUI-03", "reason": "Vaste term.", "article": str(n)} for n in range(1, 46)]
    dossier = {"identity": {"phase": "adoption"}, "text": {"body": body, "switched_off": off}}
    report = open_report(assessed(Regulation.model_validate(dossier)))
    heads, finding = (
        _rows(_sheet(report, "findings"))[0],
        _row_of(_sheet(report, "findings"), "DUI-03"),
    )
    told = finding[heads.index(say("nl", "report/column/switched_off"))]
    assert told.startswith("art. 1 “passende”: Vaste term.")
    assert told.endswith("… en nog 5")
    assert _row_of(_sheet(report, "scorecard"), "DUI-03")[-1] == (
        "Uitgezet, met reden: 45 vindplaatsen"
    )
    notes = [cell for row in _rows(_sheet(report, "summary")) for cell in row if cell]
    assert (
        "In de tekst zijn 45 vindplaatsen met een reden uitgezet (DUI-03); die tellen niet mee."
        in notes
    )
