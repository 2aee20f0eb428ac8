"""A dossier keeps a text without loss."""

from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text.stored import from_stored, to_stored
from checker.models.legal_text import Block, BlockKind, Part

WORDS = (
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text.strip("#| ")))
)
BLOCKS = st.lists(
    st.builds(
        Block,
        WORDS,
        st.sampled_from([BlockKind.PARAGRAPH]),
        st.sampled_from([None, Part.NOTE, Part.ANNEX]),
    ),
    max_size=8,
)


@given(BLOCKS)
def test_what_is_written_is_read_back(blocks):
    assert list(from_stored(to_stored(blocks))) == blocks


def test_headings_and_table_rows_keep_their_kind():
    blocks = [
        Block("Artikel 1", BlockKind.HEADING),
        Block("bedrag\t€ 10", BlockKind.TABLE_ROW),
        Block("# geen kop"),
        Block("%% geen deel"),
        Block("De werkgever meldt het."),
    ]
    assert list(from_stored(to_stored(blocks))) == blocks


def test_lines_without_words_are_no_blocks():
    assert from_stored("\\\n#\n| |\n%%\n \nTekst.") == (Block("Tekst."),)


CELLS = st.one_of(WORDS, st.just(""), st.sampled_from(["van | tot", "|", "a|b"]))


@given(st.lists(CELLS, min_size=2, max_size=5).filter(any))
def test_cells_of_a_row_are_read_back(cells):
    row = Block("\t".join(cells), BlockKind.TABLE_ROW)
    assert from_stored(to_stored([row])) == (row,)
