import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text.readability import (
    brouwer,
    flesch_douma,
    measure,
    passive_without_actor,
    uncommon_share,
)
from checker.legal_text.sentences import sentence_spans
from checker.legal_text.words import count_words, words_of
from checker.models.legal_text import LegalText, Part, Provision, ProvisionKind, Sentence


def legal_text(*parts: tuple[Part, str]) -> LegalText:
    text, provisions, sentences = "", [], []
    for number, (part, words) in enumerate(parts):
        start = len(text)
        text += words + "\n"
        provisions.append(Provision(start, start + len(words), ProvisionKind.TEXT, part))
        sentences += [
            Sentence(start + first, start + last, count_words(words[first:last]), number)
            for first, last in sentence_spans(words)
        ]
    return LegalText(text, provisions=tuple(provisions), sentences=tuple(sentences))


def test_published_example() -> None:
    """The test text of Yoast SEO for Dutch, which publishes a score of 68.3."""
    found = measure(legal_text((Part.NOTE, "Een stukje tekst om scores te berekenen.")), Part.NOTE)
    assert found
    assert (found.sentences, found.words) == (1, 7)
    assert found.flesch_douma == pytest.approx(68.3, abs=0.05)


def test_hand_counted_text() -> None:
    """Words 5 and 7, syllables 9 and 12."""
    text = "De werkgever meldt het ongeval. De inspecteur stelt daarna een onderzoek in."
    found = measure(legal_text((Part.BODY, text)), Part.BODY)
    assert found
    assert (found.sentences, found.words, found.words_per_sentence) == (2, 12, 6)
    assert found.flesch_douma == pytest.approx(206.835 - 0.93 * 6 - 77 * 21 / 12)
    assert found.brouwer == pytest.approx(195 - 200 / 3 * 21 / 12 - 2 * 6)
    assert (found.over_25, found.over_40, found.over_60) == (0, 0, 0)
    assert found.passive_without_actor == 0


def test_formulas_by_hand() -> None:
    assert flesch_douma(10, 1.5) == pytest.approx(82.035)
    assert brouwer(10, 1.5) == pytest.approx(75)


@pytest.mark.parametrize(
    ("words", "shares"), [(25, (0, 0, 0)), (26, (1, 0, 0)), (41, (1, 1, 0)), (61, (1, 1, 1))]
)
def test_long_sentences(words: int, shares: tuple[int, int, int]) -> None:
    found = measure(legal_text((Part.BODY, "woord " * words)), Part.BODY)
    assert found
    assert (found.over_25, found.over_40, found.over_60) == shares


def test_only_the_part_asked_for_counts() -> None:
    text = legal_text((Part.BODY, "De zaak wordt gesloten."), (Part.NOTE, "Dit is een zin."))
    body, note = measure(text, Part.BODY), measure(text, Part.NOTE)
    assert body
    assert note
    assert (body.words, body.passive_without_actor) == (4, 1)
    assert (note.words, note.passive_without_actor) == (4, 0)
    assert measure(text, Part.ANNEX) is None


def test_sentences_without_words_measure_nothing() -> None:
    found = measure(legal_text((Part.BODY, "– …")), Part.BODY)
    assert found
    assert (found.sentences, found.words) == (1, 0)
    assert found.words_per_sentence is None
    assert found.flesch_douma is None
    assert found.brouwer is None
    assert found.over_25 is None
    assert found.uncommon is None
    assert found.passive_without_actor is None


@pytest.mark.parametrize("junk", ["Plan.", "12 34 56 78 90 11 12 ja nee", "1 2 3 4. 5 6 7 8."])
def test_no_formula_measures_numbers_or_a_word(junk: str) -> None:
    found = measure(legal_text((Part.BODY, junk)), Part.BODY)
    assert found is not None
    assert (found.flesch_douma, found.brouwer, found.uncommon) == (None, None, None)


def test_the_share_of_passives_is_one_of_sentences() -> None:
    text = (
        "De aanvraag wordt ingediend en de bijlage wordt toegevoegd. Hij komt. "
        "De vergunning kan worden geweigerd. Zij gaat."
    )
    found = measure(legal_text((Part.BODY, text)), Part.BODY)
    assert found
    assert found.passive_without_actor == 0.5


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("de aanvraag", 0),
        ("retrocessie", 1),
        ("vergunninghouder", 0),  # vergunning and houder are both common
        ("de Rijnvaartcommissaris van Jansenius in 2013", 0),  # names and numbers are left out
        ("de retrocessie", 0.5),
    ],
)
def test_uncommon_share(text: str, share: float) -> None:
    counts = dict.fromkeys(words_of(text), 1)
    assert uncommon_share(counts) == share


def test_no_words_have_no_uncommon_share() -> None:
    assert uncommon_share({"2013": 3, "a": 1}) is None


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("De vergunning wordt verleend.", ["wordt verleend"]),
        ("Indien de aanvraag is ingediend, geldt dit.", ["is ingediend"]),
        ("Dit kan worden geweigerd.", ["worden geweigerd"]),
        ("Zodra het besluit genomen wordt, geldt dit.", ["genomen wordt"]),
        (
            "Daartoe worden de criteria, bedoeld in artikel 20, gehanteerd.",
            ["worden de criteria, bedoeld in artikel 20, gehanteerd"],
        ),
        ("De waarde wordt door de inspecteur vastgesteld.", []),
        ("De waarde wordt vastgesteld door de inspecteur.", []),
        ("Door Onze Minister worden regels gesteld.", []),
        (
            "Dit wordt door middel van een formulier gemeld.",
            ["wordt door middel van een formulier gemeld"],
        ),
        ("De ondernemer heeft zijn vergunning ingeleverd.", []),
        ("De ondernemer is verplicht te melden.", []),
        ("Zij is gevestigd in Nederland.", []),
        ("Het artikel is van toepassing.", []),
        ("De gemeenteraad wordt groter.", []),
        ("Dit is een gegeven.", []),
        ("Het wordt, indien nodig, hersteld.", []),  # divided by a clause: not seen
    ],
)
def test_passive_without_actor(text: str, hits: list[str]) -> None:
    assert [text[start:end] for start, end in passive_without_actor(text)] == hits


@given(
    st.lists(
        st.sampled_from(
            ["wordt", "is", "zijn", "verleend", "door", ",", ".", "het", "gegeven", "\n"]
        )
    ).map(" ".join)
)
def test_passives_begin_and_end_on_their_words(text: str) -> None:
    for start, end in passive_without_actor(text):
        words = text[start:end].split()
        assert {words[0], words[-1]} & {"wordt", "is", "zijn"}
        assert {words[0], words[-1]} & {"verleend", "gegeven"}
        assert "\n" not in text[start:end]
