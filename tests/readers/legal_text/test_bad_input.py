"""Files that cannot be used: one clear message each, in both languages, and nothing hangs."""

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest

from checker.content import has, texts
from checker.models.problem import BadInputError
from checker.readers import legal_text
from checker.readers.legal_text import limits, read, read_file, read_pasted
from tests.readers.legal_text.files import docx, p, packed

READERS = Path(legal_text.__file__).parent
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = '<!DOCTYPE toestand [<!ENTITY a "aaaa">%s]><toestand><al>&a;</al></toestand>'
LAUGHS = ENTITY % "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = ENTITY % '<!ENTITY b SYSTEM "file:///etc/hostname">'
WORD_ENTITY = (
    '<!DOCTYPE x [<!ENTITY a "b">]><document><body><p><r><t>&a;</t></r></p></body></document>'
)


def code(data: bytes, name: str) -> str:
    with pytest.raises(BadInputError) as caught:
        read(data, name)
    [problem] = caught.value.problems
    assert problem.file == name
    assert has(f"problems/{problem.code}")
    return problem.code


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "leeg.txt", "text_empty"),
        (b" \r\n\x00\xef\xbb\xbf", "leeg.docx", "text_empty"),
        (b"<html><body><p> </p></body></html>", "leeg.html", "text_empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "text_word_password"),
        (OLE + b"\x00" * 600, "a.doc", "text_word_old"),
        (b"{\\rtf1 x}", "a.docx", "text_rtf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "a.pdf", "not_a_text"),
        (bytes(range(256)) * 20, "a.txt", "not_a_text"),
        (b"PK\x03\x04kapot", "a.docx", "text_word_damaged"),
        (b'<?xml version="1.0"?><pkg:package/>', "a.xml", "text_word_xml"),
        (b"<?xml version='1.0'?><toestand>", "a.xml", "text_xml_damaged"),
        (b"<?xml version='1.0'?><rss><item>x</item></rss>", "a.xml", "text_xml_unknown"),
        (LAUGHS.encode(), "a.xml", "text_xml_unsafe"),
        (OUTSIDE.encode(), "a.xml", "text_xml_unsafe"),
        (packed({"word/document.xml": WORD_ENTITY}), "a.docx", "text_xml_unsafe"),
        (packed({"word/document.xml": LAUGHS.encode("utf-16")}), "a.docx", "text_xml_unsafe"),
        (b"<toestand>" + b"<x>" * 3000 + b"<al>x</al>" + b"</x>" * 3000 + b"</toestand>", "a.xml",
         "text_too_deep"),
    ],
)  # fmt: skip
def test_one_clear_problem(data: bytes, name: str, expected: str) -> None:
    assert code(data, name) == expected


@pytest.mark.parametrize("name", ["wet.docx", "wet.pdf", "wet.xml", "wet", "wet.html"])
def test_plain_text_under_a_wrong_name_is_read(name: str) -> None:
    assert read(b"Artikel 1\nDe werkgever meldt dit.", name)[0].text == "Artikel 1"


@pytest.mark.parametrize("name", ["wet.txt", "wet.pdf", "wet.md", "wet.doc"])
def test_other_kinds_under_a_wrong_name_are_read(name: str) -> None:
    assert read(docx(p("De werkgever.")), name)[0].text == "De werkgever."
    assert read(b"<html><p>De werkgever.</p></html>", name)[0].text == "De werkgever."


def test_null_bytes() -> None:
    assert read(b"De werk\x00gever meldt dit onverwijld.", "a.txt")[0].text.startswith(
        "De werkgever"
    )


def test_zip_bomb() -> None:
    bomb = packed({"word/document.xml": bytes(limits.MAX_PART + 1)})
    assert len(bomb) < 200_000
    assert code(bomb, "bom.docx") == "text_unpacks"
    many = packed({f"word/media/{n}": bytes(40_000_000) for n in range(4)})
    assert code(many, "bom.docx") == "text_unpacks"


def test_a_part_that_is_larger_than_it_says() -> None:
    whole = docx(p("De werkgever." * 2_000))
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        [part] = file.infolist()
    whole = whole.replace(struct.pack("<L", part.file_size), struct.pack("<L", 100))
    assert code(whole, "bom.docx") == "text_word_damaged"


def test_a_hundred_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # a hole, which takes no room on the disk
    with pytest.raises(BadInputError) as caught:
        read_file(path)
    [problem] = caught.value.problems
    assert (problem.code, problem.values["bound"]) == ("text_too_large", "25 MB")


def test_too_much_is_pasted_or_uploaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 1_000)
    assert code(b"x" * 1_001, "a.txt") == "text_too_large"
    with pytest.raises(BadInputError):
        read_pasted("x" * 1_001)
    monkeypatch.setattr(limits, "MAX_BLOCKS", 3)
    assert code(b"a\nb\nc\nd", "a.txt") == "text_too_many_blocks"


def test_no_file(tmp_path: Path) -> None:
    for path, expected in ((tmp_path, "not_a_file"), (tmp_path / "x.md", "no_such_file")):
        with pytest.raises(BadInputError) as caught:
            read_file(path)
        assert caught.value.problems[0].code == expected


def test_every_code_has_words_in_both_languages() -> None:
    pattern = re.compile(r'"((?:text|not_a)_[a-z_]+)"')
    codes = {c for file in READERS.glob("*.py") for c in pattern.findall(file.read_text("utf-8"))}
    assert len(codes) > 15
    for language in ("nl", "en"):
        assert [c for c in codes if f"problems/{c}" not in texts(language)] == []


@pytest.mark.parametrize(
    "hostile",
    [
        "[",
        "![",
        "](",
        "*",
        "**a",
        "_a",
        "`",
        "<",
        "|",
        "> ",
        "~",
        "1.",
        "a-\n",
        "[^",
        "\\",
        "[a](b",
    ],
)
def test_markdown_takes_no_longer_than_its_size(hostile: str) -> None:
    text = "# Kop\n## Kop\n" + hostile * (200_000 // len(hostile))
    assert read(text.encode(), "a.md")


def test_a_pile_of_comments_does_not_keep_anybody_busy() -> None:
    assert read(b"<!---->" * 2_000 + b"hello", "x.txt")


def test_a_number_too_long_for_a_sign_stays_as_it_is() -> None:
    page = f"<html><body><p>Artikel 1 &#{'9' * 5_000};</p></body></html>"
    assert read(page.encode(), "x.html")[0].text.startswith("Artikel 1")
