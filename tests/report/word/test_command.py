"""``assess --word`` and the buttons on the page with the report."""

import docx
import pytest

from checker.cli import main
from checker.content import say
from checker.report import word


@pytest.fixture
def run(samples, capsys):
    def call(*options):
        code = main(["assess", str(samples[-1]), *map(str, options)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def test_a_document_is_written_beside_the_assessment(run, tmp_path):
    target = tmp_path / "stuk.docx"
    code, out, err = run("--word", target)
    assert (code, err) == (0, "")
    assert out.endswith(f"Geschreven: {target}\n")
    assert docx.Document(str(target)).paragraphs[0].text == "Regeldrukparagraaf"
    code, out, _ = run("--word", target, "--document", "follow-up", "--json", "--lang", "en")
    assert code == 0
    assert out.startswith("{")
    assert docx.Document(str(target)).paragraphs[0].text == "Follow-up table"


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (["--word", "{folder}/stuk.doc"], "eindigt op .docx"),
        (["--document", "briefing"], "--word FILE"),
        (["--with-names"], "--word FILE"),
        (["--word", "{folder}/stuk.docx", "--document", "roman"], "roman"),
        (["--word", "{folder}/nergens/stuk.docx"], "niet schrijven"),
    ],
    ids=["suffix", "document-alone", "names-alone", "unknown-document", "no-folder"],
)
def test_a_wrong_command_is_refused_and_nothing_written(run, tmp_path, options, wrong):
    code, out, err = run(*(option.format(folder=tmp_path) for option in options))
    assert (code, out) == (2, "")
    assert wrong in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_every_document_has_its_words(samples):
    for language in ("nl", "en"):
        for kind in word.Kind:
            assert word.title(kind, language)
            assert word.about(kind, language)
        assert say(language, "word/ui/download", title="x")
