"""LibreOffice works every formula out anew and must arrive at what the program says.

In the base case that is what we stored beside the formula. With an input changed it is what the
program gives for a dossier with the same change.
"""

import re
import shutil
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import unescape

import openpyxl
import pytest

from checker.assess import assess
from checker.content import say
from checker.models.regulation import Regulation
from checker.readers import dossier as dossiers
from checker.report import excel
from checker.report.excel.view import View
from tests.burden.examples import SIZES, duty, once, reading, yearly

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning"),
]

# 0 is "always": otherwise LibreOffice trusts the stored results and nothing would be proved.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
TOLD = (say("nl", "report/live/same"), say("nl", "report/live/changed"))
DAY = date(2026, 3, 2)
CENT = 0.005
SHEETS = ("summary", "burden", "calculation")
NUMBERS = (int, float)
SHEET = re.compile(r'<sheet name="([^"]*)"')
FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f[^>]*>[^<]*</f><v>([^<]*)</v></c>')
STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?|([0-9+-]+)")


@pytest.fixture(scope="module")
def recalculate(tmp_path_factory):
    """Opens workbooks in LibreOffice, has it work everything out, and returns what it saved."""
    root = tmp_path_factory.mktemp("recalculation")
    profile = root / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS)

    def run(files):
        before, after = root / "before", root / "after"
        for folder in (before, after):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        for name, content in files.items():
            (before / name).write_bytes(content)
        command = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}",
                   "--convert-to", "xlsx", "--outdir", str(after)]  # fmt: skip
        subprocess.run(
            [*command, *(str(before / name) for name in files)],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {name: (after / name).read_bytes() for name in files}

    return run


def _results(content):
    """The result of every formula by sheet and cell, as the file has it.

    Straight from the file: a library takes many times as long, and there are dozens to read.
    """
    found = {}
    with zipfile.ZipFile(BytesIO(content)) as file:
        book = file.read("xl/workbook.xml").decode()
        for number, name in enumerate(SHEET.findall(book), start=1):
            cells = file.read(f"xl/worksheets/sheet{number}.xml").decode()
            for place, told, result in FORMULA.findall(cells):
                text = ' t="str"' in told or ' t="e"' in told
                found[unescape(name), place] = unescape(result) if text else float(result)
    return found


def _differences(found, expected):
    """The places where a number is more than half a cent off, or a text is another."""
    wrong = {}
    for place, value in expected.items():
        both_numbers = isinstance(value, NUMBERS) and isinstance(found[place], NUMBERS)
        near = both_numbers and abs(found[place] - value) <= max(CENT, 1e-9 * abs(value))
        if not near and found[place] != value:
            wrong[place] = (found[place], value)
    return wrong


# --- the base case


def test_every_stored_result_of_every_sample_is_what_libreoffice_computes(
    samples, rulebook, assessed, recalculate
):
    stored = {
        f"{path.parent.name}-{path.stem}.xlsx": excel.build(
            assessed(dossiers.read(path, rulebook)), rulebook, language
        )
        for path, language in zip(samples, ("nl", "en") * len(samples), strict=False)
    }
    computed = recalculate(stored)
    for name, content in stored.items():
        results = _results(computed[name])
        assert results
        assert not _differences(results, _results(content)), name
        assert not [place for place, value in results.items() if str(value).startswith("#")]


def test_a_wrong_stored_result_would_be_noticed(sample, rulebook, assessed, recalculate):
    right = excel.build(assessed(sample), rulebook, "nl")
    wrong = _with_wrong_total(right)
    computed = _results(recalculate({"wrong.xlsx": wrong})["wrong.xlsx"])
    assert 999_999 in _results(wrong).values()
    assert 999_999 not in computed.values()
    assert not _differences(computed, _results(right))


def _with_wrong_total(content):
    """The workbook with another stored result in its last formula."""
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                head, formula, tail = data.rpartition(b"</f><v>")
                data = head + formula + b"999999" + tail[tail.index(b"</v>") :]
            new.writestr(name, data)
    return changed.getvalue()


# --- one input changed


def _rich():
    """A dossier in which every sort of input occurs."""
    half = {"low": Decimal("0.4"), "mid": Decimal("0.5"), "high": Decimal("0.6")}
    firms = [
        {"size_class": size, "firms": 1000 // (i + 1), "persons_per_firm": persons}
        for i, (size, persons) in enumerate(zip(SIZES, (1, 4, 20, None, 600), strict=True))
    ]
    bakers = {
        "id": "bakers",
        "sizes": firms,
        "starters_per_year": Decimal("0.05"),
        "overlaps": [{"group": "butchers", "size_class": "2-9", "firms": 50}],
    }
    butchers = {"id": "butchers", "sizes": [{"size_class": s, "firms": 300} for s in SIZES]}
    people = {"id": "people", "addressee": "citizen", "number": 5000}
    hired = {"outsourced": half, "external_hours": 2, "external_rate": 90}
    machine = {
        "purchases": {"low": 800, "mid": 1000, "high": 1500},
        "lifetime": 4,
        "residual_value": 100,
        "maintenance": 60,
    }
    both = {"target_groups": ["bakers", "butchers"]}
    fee = once(minutes=None, staff=None, purchases=200, purchase_kind="fee")
    events = yearly(times_per_year=None, events_per_year=700, events_scope="sector")
    lighter = {"kind": "lighter_rule", "obligations": [duty("z", yearly(minutes=7), **both)]}
    return {
        "target_groups": [bakers, butchers, people],
        "obligations": [
            duty("read", reading(minutes={"low": 10, "mid": 30, "high": 60}), **both),
            duty("count", yearly(share=half, business_as_usual=Decimal("0.2"), times_per_year=None,
                                 every_years=3, persons_per_firm=2), **both, origin="national"),
            duty("hire", yearly(**hired), **both, origin="eu", national_share=Decimal("0.25")),
            duty("buy", once(**machine, overrides=[{"size_class": "250+", "minutes": 90}]), fee,
                 target_groups=["bakers"], exempt=["1"], kind="substantive"),
            duty("happen", events, target_groups=["butchers"], kind="information"),
            duty("gone", yearly(minutes=15), effect="abolished", **both),
            duty("free", yearly(minutes=5), voluntary=True, **both),
            duty("ask", yearly(minutes=20, staff="burger"), target_groups=["people"]),
        ],
        "purpose": {"alternatives": [lighter]},
    }  # fmt: skip


def _holder(data, key):
    """The mapping in a dossier that has the last step of ``key``, and that step."""
    node, steps = data, [match.groups() for match in STEP.finditer(key)]
    for name, position, size in steps[:-1]:
        if size is not None:
            node = next(item for item in node if str(item["size_class"]) == size)
        else:
            node = node[name] if position is None else node[name][int(position) - 1]
    return node, steps[-1][0]


def _changed(data, variable):
    """The dossier with another value for one input, and that value."""
    copy = Regulation.model_validate(data).model_dump()
    holder, name = _holder(copy, variable.key)
    value = variable.mid + (variable.high - variable.mid) / 2
    if not variable.is_range:
        value = variable.mid * Decimal("0.8")
        if variable.key.endswith(("years", "lifetime", "firms", "number")):
            value = variable.mid - 1
    if isinstance(holder[name], dict):
        holder[name]["mid"] = value
        if not variable.is_range:
            holder[name] |= {"low": value, "high": value}
    else:
        holder[name] = value
    return Regulation.model_validate(copy), value


def _with_inputs(content, changes):
    """A workbook for each change of one cell: its name, sheet, place and new value."""
    workbook = openpyxl.load_workbook(BytesIO(content))
    files = {}
    for name, (sheet, place, value) in changes.items():
        before = workbook[sheet][place].value
        workbook[sheet][place] = float(value)
        saved = BytesIO()
        workbook.save(saved)
        files[name] = saved.getvalue()
        workbook[sheet][place] = before
    return files


def _followed(results):
    """The formulas that follow a change: all about costs but the check against the program."""
    sheets = {say("nl", f"report/sheet/{key}") for key in SHEETS}
    (last,) = (place for place, value in results.items() if value in TOLD)
    control = range(_row(last) - 4, _row(last) + 1)
    return {
        place: value
        for place, value in results.items()
        if place[0] in sheets and (place[0] != last[0] or _row(place) not in control)
    }


def _row(place):
    return int(place[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


@pytest.fixture(scope="module")
def bare(rulebook):
    """The parameters without a rule: a workbook about the costs alone."""
    return rulebook.model_copy(update={"rules": ()})


@pytest.fixture(scope="module")
def base(bare):
    return assess(Regulation.model_validate(_rich()), bare, DAY)


def test_an_input_of_each_kind_changes_the_workbook_as_it_does_the_program(base, bare, recalculate):
    content = excel.build(base, bare, "nl")
    cells = list({c.variable.kind: c for c in View(base, bare, "nl").plan.cells.inputs}.values())
    assert len(cells) > 17
    changes, wanted = {}, {}
    for cell in cells:
        name = f"{cell.variable.kind}.xlsx"
        changed, value = _changed(_rich(), cell.variable)
        changes[name] = (say("nl", "report/sheet/inputs"), f"D{cell.row + 1}", value)
        wanted[name] = excel.build(assess(changed, bare, DAY), bare, "nl")
    _compare(recalculate(_with_inputs(content, changes)), content, wanted)


def test_a_changed_parameter_changes_the_workbook_as_it_does_the_program(base, bare, recalculate):
    content = excel.build(base, bare, "nl")
    cells = {cell.name: cell for cell in View(base, bare, "nl").plan.cells.parameters}
    changes, wanted = {}, {}
    for name, parameters in _parameter_changes(bare):
        cell, sheet = cells[name], say("nl", "report/sheet/parameters")
        changes[f"{name}.xlsx"] = (sheet, f"C{cell.row + 1}", cell.variable.mid * 2)
        other = bare.model_copy(update={"parameters": parameters})
        assessment = assess(base.regulation, other, DAY)
        wanted[f"{name}.xlsx"] = excel.build(assessment, other, "nl")
    _compare(recalculate(_with_inputs(content, changes)), content, wanted)


def _compare(computed, content, wanted):
    stored = _results(content)
    for name, other in wanted.items():
        found = _results(computed[name])
        expected = _followed(_results(other))
        assert not _differences(found, expected), name
        moved = _differences(found, {place: stored[place] for place in _totals(expected)})
        assert bool(moved) == (TOLD[1] in found.values()), name


def _totals(places):
    """The four totals that the workbook checks itself by."""
    sheet = say("nl", "report/sheet/burden")
    return [place for place in places if place[0] == sheet and place[1][0] == "C"][:4]


def _parameter_changes(rulebook):
    """For each parameter: its name, and the parameters with twice its value."""
    given = rulebook.parameters
    general = given.general
    for name, field in (("horizon_jaren", "horizon"), ("discontovoet", "discount_rate")):
        value = getattr(general, field)
        update = {field: value.model_copy(update={"value": value.value * 2})}
        yield name, given.model_copy(update={"general": general.model_copy(update=update)})
    means = tuple(
        mean.model_copy(update={"persons": mean.persons * 2})
        if mean.size_class == "50-249" else mean
        for mean in general.mean_persons
    )  # fmt: skip
    changed = general.model_copy(update={"mean_persons": means})
    yield "werkzame_personen_50_249", given.model_copy(update={"general": changed})
    sets = tuple(
        tariffs.model_copy(update={"tariffs": tuple(
            tariff.model_copy(update={"amount": tariff.amount * 2})
            if tariff.category == "administratief" else tariff
            for tariff in tariffs.tariffs
        )})
        for tariffs in given.tariffs.sets
    )  # fmt: skip
    tariffs = given.tariffs.model_copy(update={"sets": sets})
    yield "tarief_administratief", given.model_copy(update={"tariffs": tariffs})
