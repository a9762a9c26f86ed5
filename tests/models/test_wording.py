"""What is pointed out in the words of a text, and what is left alone."""

import json
import math

import pytest

from beraad import assets
from beraad.models.wording import reading_ease, remarks_on, syllables
from beraad.terms import Remark


def found(text: str, *, promise: bool = False) -> list[tuple[Remark, str]]:
    """Remarks with their words."""
    return [(item.remark, item.words) for item in remarks_on(text, promise=promise)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mark is agressief.", "agressief"),
        ("Hij reageerde Agressief op Lisa.", "Agressief"),
        ("Ze is een leugenaar.", "leugenaar"),
        ("De dader was weg.", "dader"),
        ("Mark is altijd zo lui.", "lui"),
        ("Zij is een slechte moeder.", "slechte moeder"),
    ],
)
def test_what_somebody_is_called_is_pointed_out(text: str, word: str) -> None:
    assert found(text) == [(Remark.LABEL, word)]


@pytest.mark.parametrize(
    "text",
    [
        "Mark sloeg met de deur.",
        "Lisa luistert naar oma.",
        "Het was een slecht nummer.",
        "Het is moeilijk om te praten.",
        "De buurman daderde niet.",
    ],
)
def test_what_somebody_did_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_promise_may_not_be_vague() -> None:
    assert found("Mark probeert beter te luisteren.", promise=True) == [
        (Remark.VAGUE, "probeert"),
        (Remark.VAGUE, "beter"),
    ]


def test_of_what_happened_only_how_often_is_asked() -> None:
    assert found("Soms ging het beter.") == [(Remark.VAGUE, "Soms")]


def test_no_longer_is_not_vague() -> None:
    assert found("Mark slaat niet meer. Er komt geen drank meer.", promise=True) == []


def test_more_is_vague_where_another_sentence_says_not() -> None:
    assert found("Dat wil ik niet. We praten meer.", promise=True) == [(Remark.VAGUE, "meer")]


def test_a_sentence_of_fifteen_words_is_short_enough() -> None:
    assert found(" ".join(["huis"] * 15) + ".") == []


def test_a_sentence_of_sixteen_words_is_long() -> None:
    (remark,) = remarks_on("Kort. " + " ".join(["huis"] * 16) + ".", promise=False)
    assert (remark.remark, remark.count) == (Remark.LONG_SENTENCE, 16)


def test_what_an_apostrophe_leaves_is_no_word() -> None:
    assert found("'s Nachts " + " ".join(["huis"] * 14) + ".") == []


@pytest.mark.parametrize("word", ["verantwoordelijkheid", "grensoverschrijdend", "multidisciplinaire"])
def test_a_hard_word_is_pointed_out(word: str) -> None:
    assert found(f"Dat was {word}.") == [(Remark.HARD_WORD, word)]


@pytest.mark.parametrize("word", ["telefoonnummer", "huisarts", "noodplan", "Sint-Annapolderziekenhuis"])
def test_an_everyday_word_or_a_name_is_left_alone(word: str) -> None:
    assert found(f"Dat was {word}.") == []


def test_a_text_of_middling_long_words_reads_hard() -> None:
    text = "Begeleiders bespreken maandag onderling welke voorwaarden vaders voortaan naleven "
    text += "tijdens de feestdagen."
    assert found(text) == [(Remark.HARD_TEXT, "")]


def test_a_few_words_are_too_few_to_say_how_hard_they_read() -> None:
    text = "Begeleiders bespreken de voorwaarden."
    assert reading_ease(text) < 0
    assert found(text) == []


def test_the_ease_of_no_words_is_no_number() -> None:
    assert math.isnan(reading_ease("…"))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("boos", 1),
        ("ruzie", 2),
        ("drieën", 2),
        ("schreeuwde", 2),
        ("bijna", 2),
        ("veiligheidsplan", 4),
        ("tv", 1),
    ],
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_nothing_is_pointed_out_in_the_examples() -> None:
    """They show how it is done; somebody who reads them must not learn to look over a warning."""
    for path in assets.example_cases():
        for meeting in json.loads(path.read_bytes())["meetings"]:
            for item in meeting.get("statements", []):
                assert found(item["text"], promise=item["column"] == "next_step") == []
            for item in meeting.get("agreements", []):
                for name in ("what", "measured_by", "fallback"):
                    assert found(item.get(name) or "", promise=True) == []
