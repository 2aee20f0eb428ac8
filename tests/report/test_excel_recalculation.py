"""LibreOffice works every formula out anew and must arrive at what we stored."""

import shutil
import subprocess
import zipfile
from io import BytesIO

import openpyxl
import pytest

from checker.report import excel

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
RIGHT, WRONG = "right.xlsx", "wrong.xlsx"


def _formulas(file):
    return {
        (sheet.title, cell.coordinate)
        for sheet in openpyxl.load_workbook(file)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _results(file, places):
    workbook = openpyxl.load_workbook(file, data_only=True)
    return {place: workbook[place[0]][place[1]].value for place in places}


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


@pytest.fixture(scope="module")
def recalculated(assessed, sample, rulebook, tmp_path_factory):
    """The folders with the reports as we wrote them, and as LibreOffice saved them."""
    root = tmp_path_factory.mktemp("recalculation")
    profile, before, after = root / "profile", root / "before", root / "after"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS)
    before.mkdir()
    content = excel.build(assessed(sample), rulebook, "nl")
    (before / RIGHT).write_bytes(content)
    (before / WRONG).write_bytes(_with_wrong_total(content))
    subprocess.run(
        [
            str(SOFFICE),
            "--headless",
            f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(after),
            str(before / RIGHT),
            str(before / WRONG),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return before, after


def test_every_stored_result_is_what_libreoffice_computes(recalculated):
    before, after = recalculated
    places = _formulas(before / RIGHT)
    assert places
    assert _results(before / RIGHT, places) == _results(after / RIGHT, places)


def test_a_wrong_stored_result_would_be_noticed(recalculated):
    before, after = recalculated
    places = _formulas(before / WRONG)
    stored, computed = _results(before / WRONG, places), _results(after / WRONG, places)
    assert 999_999 in stored.values()
    assert 999_999 not in computed.values()
    assert computed == _results(before / RIGHT, places)
