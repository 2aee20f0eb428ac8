import pytest

from checker.models.regulation import Identity, Regulation
from checker.report.names import file_name

FORBIDDEN = set('<>:"/\\|?*')


def _name(assessed, title, draft=None, language="nl"):
    identity = Identity(title=title, draft=draft)
    return file_name(assessed(Regulation(identity=identity)), "xlsx", language)


def test_it_says_regulation_draft_and_date(assessed):
    name = _name(assessed, "Besluit zonne-energie", "concept A")
    assert name == "MKB-toets - Besluit zonne-energie - concept A - 2026-03-02.xlsx"


def test_a_dossier_without_title_has_a_name_too(assessed):
    assert _name(assessed, None) == "MKB-toets - zonder titel - 2026-03-02.xlsx"
    assert _name(assessed, "???", language="en") == "MKB-toets - untitled - 2026-03-02.xlsx"


def test_the_dot_of_the_extension_may_be_given(assessed):
    assert file_name(assessed(Regulation()), ".docx", "nl").endswith("2026-03-02.docx")


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        'a<b>c:d"e/f\\g|h?i*j',
        "CON",
        "regel\neen\ttwee\x00drie",
        "omgekeerd \u202egnp.exe",
        "punten...   ",
        "zon 🌞 en één ﬁets",
        "e\u0301e\u0301n",
        "lang " * 200,
        "x" * 500,
        "汉" * 300,
        "-rf .",
    ],
    ids=lambda title: ascii(title)[:20],
)
def test_any_title_gives_a_name_that_every_system_takes(assessed, title):
    name = _name(assessed, title, title[:200])
    assert name.startswith("MKB-toets - ")
    assert name.endswith(" - 2026-03-02.xlsx")
    assert len(name.encode()) <= 200
    assert name.isprintable()
    assert not FORBIDDEN & set(name)
    assert ".." not in name or title.startswith(("punten", ".."))
    assert "  " not in name


def test_a_long_title_is_cut_between_words(assessed):
    name = _name(assessed, "regeling " * 40)
    assert "regeling - 2026" in name
