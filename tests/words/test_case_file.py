"""Every refusal is one sentence with the file, the place and the cause."""

import re
from string import Formatter

import pytest

from beraad.codes import Cause
from beraad.exchange import CaseFileError, CaseNotWritten, read_case
from beraad.i18n import DUTCH
from beraad.words import errors
from beraad.words.case_file import _WHY
from tests.exchange.documents import example, refusal, replaced, without


def sentence(data: object) -> str:
    error = refusal(data)
    assert error is not None
    return errors.sentence(error, DUTCH)


def test_every_cause_has_a_sentence() -> None:
    assert set(_WHY) == set(Cause)


@pytest.mark.parametrize("cause", Cause)
def test_a_sentence_needs_only_facts_that_an_error_can_have(cause: Cause) -> None:
    names = {name for _text, name, _spec, _conversion in Formatter().parse(_WHY[cause]) if name}
    assert names <= {"place", "line", "column", "value", "expected", "allowed", "limit"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "het bestand is leeg"),
        (
            b'{"format": 1',
            "het stopt halverwege, op regel 1, teken 13; een deel ontbreekt",
        ),
        (
            replaced(example(), ("version",), 3),
            "bij „version” staat 3; dit programma is ouder en leest versie 1 en 2",
        ),
        (
            replaced(example(), ("meetings", 0, "mode"), "peer"),
            "bij „meetings[0].mode” staat „peer”; dat moet een van deze zijn: together, alternating",
        ),
        (
            replaced(example(), ("meetings", 0, "facilitator"), "niemand"),
            "bij „meetings[0].facilitator” staat „niemand”, en zo iemand is er niet in deze zaak",
        ),
        (
            replaced(example(), ("meetings", 0, "scales", 0, "scores", 1, "value"), 11),
            "bij „meetings[0].scales[0].scores[1].value” staat 11; dat mag hoogstens 10 zijn",
        ),
        (
            replaced(example(), ("opened_on",), "2026-02-30"),
            "bij „opened_on” staat „2026-02-30”, en dat is geen bestaande datum (jjjj-mm-dd)",
        ),
        (
            replaced(example(), ("people", 0, "called"), "x" * 240_000),
            "bij „people[0].called” staat een tekst van 240000 tekens; dat mogen er hoogstens 500 zijn",
        ),
        (without(example(), ("people",)), "„people” ontbreekt"),
        (
            replaced(example(), ("people", 0, "name"), 7),
            "bij „people[0].name” moet tekst staan",
        ),
        (
            b" " * 20_000_001,
            "het is groter dan 20 MB, en zo groot is een zaak nooit",
        ),
    ],
)
def test_a_refusal_is_said_in_one_sentence(data: object, why: str) -> None:
    assert sentence(data) == f"„zaak.json” is niet ingelezen: {why}."


@pytest.mark.parametrize("name", ["a\nb.json", "\u202ejson", "\udcff.json"])
def test_a_strange_file_name_stays_on_one_printable_line(name: str) -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case(b"", name)
    text = errors.sentence(caught.value, DUTCH)
    assert text.isprintable()
    assert text.encode()


@pytest.mark.parametrize("reason", ["ENOSPC", "EACCES", "", "EIO"])
def test_a_file_that_was_not_written_is_told_in_one_sentence(reason: str) -> None:
    text = errors.sentence(CaseNotWritten(file="zaak.json", reason=reason), DUTCH)
    assert re.fullmatch(r"„zaak\.json” is niet opgeslagen: [a-z ]+\.", text)
