"""Whatever is wrong with a file, it is refused whole, with its cause and its place."""

import json
import os
from pathlib import Path

import pytest

from beraad.codes import Cause
from beraad.exchange import LARGEST_FILE, CaseFileError, read_case, read_case_file
from beraad.texts import LONGEST_LINE, LONGEST_TEXT, MOST_ITEMS, MOST_PEOPLE
from tests.exchange.documents import Steps, example, place_of, refusal, replaced, smallest, without

M = ("meetings", 0)


def refused(data: object) -> CaseFileError:
    error = refusal(data)
    assert error is not None
    return error


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", Cause.EMPTY),
        (b" \r\n\t", Cause.EMPTY),
        (b"\xef\xbb\xbf", Cause.EMPTY),
        ('{"format"'.encode("utf-16"), Cause.NOT_UTF8),
        (b'{"format": "caf\xe9"}', Cause.NOT_UTF8),
        (b'{"format": "\xc3', Cause.CUT_OFF),
        (b'{"format": "beraad-case", "version": 1', Cause.CUT_OFF),
        (b'{"format": "beraad', Cause.CUT_OFF),
        (b'{"format": tr', Cause.CUT_OFF),
        (b"[", Cause.CUT_OFF),
        (b'{"format": beraad-case}', Cause.NOT_JSON),
        (b"{'format': 'beraad-case'}", Cause.NOT_JSON),
        (b'{"a": 1} {"b": 2}', Cause.NOT_JSON),
        (b'{"a": "x\ny"}', Cause.NOT_JSON),
        (b"PK\x03\x04", Cause.NOT_JSON),
        (b"[]", Cause.NOT_AN_OBJECT),
        (b"null", Cause.NOT_AN_OBJECT),
        (b"1", Cause.NOT_AN_OBJECT),
        (b"NaN", Cause.NOT_AN_OBJECT),
        (b"{}", Cause.WRONG_FORMAT),
        (b'{"format": "recipe", "version": 1}', Cause.WRONG_FORMAT),
        (b'{"format": ["beraad-case"], "version": 1}', Cause.WRONG_FORMAT),
        (b'{"format": "beraad-case"}', Cause.MISSING_KEY),
        (b'{"format": "beraad-case", "version": 3, "new": {}}', Cause.NEWER_VERSION),
        (b'{"format": "beraad-case", "version": 0}', Cause.WRONG_VERSION),
        (b'{"format": "beraad-case", "version": "1"}', Cause.WRONG_TYPE),
        (b'{"format": "beraad-case", "version": true}', Cause.WRONG_TYPE),
        (b'{"format": "beraad-case", "version": 1e999}', Cause.WRONG_TYPE),
        (b"[" * 100_000, Cause.TOO_DEEP),
        (b"[" * 100_000 + b"]" * 100_000, Cause.TOO_DEEP),
        (b'{"a":' * 100_000, Cause.TOO_DEEP),
        (b" " * (LARGEST_FILE + 1), Cause.TOO_LARGE),
    ],
)
def test_what_is_no_case_at_all_is_refused(data: bytes, cause: Cause) -> None:
    assert refused(data).cause is cause


def test_brackets_that_python_still_reads_are_refused_where_they_begin() -> None:
    document = json.dumps(smallest()).replace('"people": []', '"people": ' + "[" * 500 + "]" * 500)
    assert refused(document.encode()).place == "people[0]"


def test_not_json_is_told_with_line_and_column() -> None:
    error = refused(b'{\n "format": beraad\n}')
    assert (error.facts["line"], error.facts["column"]) == (2, 12)


def test_not_utf8_is_told_with_line_and_column() -> None:
    error = refused(b'{\n "\xc3\xa9": "\xff"}')
    assert (error.facts["line"], error.facts["column"]) == (2, 8)


def test_an_error_bears_the_name_of_the_file() -> None:
    assert refused(b"").facts["file"] == "zaak.json"


@pytest.mark.parametrize(
    ("path", "value", "cause"),
    [
        (("family_name",), 5, Cause.WRONG_TYPE),
        (("family_name",), None, Cause.WRONG_TYPE),
        (("people",), {}, Cause.WRONG_TYPE),
        (("people", 2), "lisa", Cause.WRONG_TYPE),
        (("people", 2, "plain_language"), 1, Cause.WRONG_TYPE),
        (("people", 2, "plain_language"), "true", Cause.WRONG_TYPE),
        (("people", 2, "birth_date"), "2026-02-30", Cause.NOT_A_DATE),
        (("people", 2, "birth_date"), "20260203", Cause.NOT_A_DATE),
        (("people", 2, "birth_date"), 20260203, Cause.NOT_A_DATE),
        (("people", 2, "id"), "Lisa Jansen", Cause.NOT_A_PERSON_ID),
        (("people", 2, "id"), "lisa\n", Cause.NOT_A_PERSON_ID),
        (("people", 2, "id"), "mark", Cause.NOT_UNIQUE),
        (("people", 2, "circle"), "vrienden", Cause.UNKNOWN_VALUE),
        (("people", 2, "circle"), [], Cause.UNKNOWN_VALUE),
        (("people", 2, "circle"), None, Cause.UNKNOWN_VALUE),
        (("people", 0, "contact", 1, "visible_to"), "iedereen", Cause.NOT_A_GROUP),
        (("people", 0, "contact", 1, "visible_to"), None, Cause.NOT_A_GROUP),
        (("people", 0, "contact", 1, "visible_to"), {}, Cause.NOT_A_GROUP),
        (("people", 0, "contact", 1, "visible_to"), {"everyone_but": []}, Cause.NOT_A_GROUP),
        (("people", 0, "contact", 1, "visible_to"), {"everyone_but": "mark"}, Cause.NOT_A_GROUP),
        (("people", 0, "contact", 1, "visible_to"), {"everyone_but": [1]}, Cause.NOT_A_GROUP),
        (("people", 0, "contact", 1, "visible_to"), {"everyone_but": ["Mark"]}, Cause.NOT_A_PERSON_ID),
        (("people", 0, "contact", 1, "visible_to"), {"everyone": ["mark"]}, Cause.NOT_A_GROUP),
        (
            ("people", 0, "contact", 1, "visible_to"),
            {"everyone_but": ["mark"], "or": ["kees"]},
            Cause.NOT_A_GROUP,
        ),
        (("people", 0, "name"), "\ud800", Cause.BROKEN_CHARACTER),
        (("people", 0, "circle"), "\ud800", Cause.BROKEN_CHARACTER),
        (("phases", 0, "phase"), "begin", Cause.UNKNOWN_VALUE),
        (("phases", 0, "from"), "gisteren", Cause.NOT_A_DATE),
        (("registration", "problem_areas"), ["work"] * 3, Cause.TOO_MANY),
        (("registration", "problem_areas", 1), "geld", Cause.UNKNOWN_VALUE),
        (("registration",), None, Cause.WRONG_TYPE),
        (("selection",), [], Cause.WRONG_TYPE),
        ((*M, "number"), 0, Cause.TOO_LOW),
        ((*M, "number"), 1.0, Cause.WRONG_TYPE),
        ((*M, "number"), True, Cause.WRONG_TYPE),
        (("meetings", 1, "number"), 1, Cause.NOT_UNIQUE),
        (("meetings", 1, "id"), "b1", Cause.NOT_UNIQUE),
        ((*M, "starts_at"), "2026-10-05T14:00:00+02:00", Cause.NOT_A_LOCAL_TIME),
        ((*M, "starts_at"), "2026-10-05T14:00:00Z", Cause.NOT_A_LOCAL_TIME),
        ((*M, "starts_at"), "2026-10-05", Cause.NOT_A_LOCAL_TIME),
        ((*M, "starts_at"), "2026-10-05T25:00", Cause.NOT_A_LOCAL_TIME),
        ((*M, "time_out", "minutes"), 2**53 + 1, Cause.TOO_HIGH),
        ((*M, "time_out", "minutes"), 10**30, Cause.NUMBER_TOO_LARGE),
        ((*M, "time_out", "minutes"), float("nan"), Cause.NOT_A_NUMBER),
        ((*M, "time_out", "minutes"), float("inf"), Cause.NOT_A_NUMBER),
        ((*M, "time_out"), [], Cause.WRONG_TYPE),
        ((*M, "statements"), None, Cause.WRONG_TYPE),
        ((*M, "statements", 3, "kind"), "banaan", Cause.UNKNOWN_VALUE),
        ((*M, "statements", 3, "id"), "s1", Cause.NOT_UNIQUE),
        ((*M, "scales", 0, "scores", 1, "value"), 11, Cause.TOO_HIGH),
        ((*M, "scales", 0, "scores", 1, "value"), -1, Cause.TOO_LOW),
        ((*M, "scales", 0, "scores", 1, "value"), 5.5, Cause.WRONG_TYPE),
        ((*M, "scales", 0, "scores", 1, "person"), "lisa", Cause.NOT_UNIQUE),
        ((*M, "participants", 1, "person"), "sanne", Cause.NOT_UNIQUE),
        ((*M, "answers", 1, "person"), "sanne", Cause.NOT_UNIQUE),
        ((*M, "answers", 0, "strokes"), [[[0, 2]]], Cause.NOT_A_STROKE),
        ((*M, "answers", 0, "strokes"), [[[0, True]]], Cause.NOT_A_STROKE),
        ((*M, "answers", 0, "strokes"), [[[0, float("nan")]]], Cause.NOT_A_STROKE),
        ((*M, "answers", 0, "strokes"), "krabbel", Cause.WRONG_TYPE),
        ((*M, "agreements", 1, "id"), "a1", Cause.NOT_UNIQUE),
        ((*M, "agreements", 1, "timing"), None, Cause.WRONG_TYPE),
        ((*M, "agreements", 1, "timing", "at"), "24:00", Cause.NOT_A_TIME),
        ((*M, "agreements", 0, "readiness", 1, "person"), "mark", Cause.NOT_UNIQUE),
        (("people", 0, "name"), "x" * 240_000, Cause.TOO_LONG),
        (("people", 0, "called"), "x" * (LONGEST_LINE + 1), Cause.TOO_LONG),
        (("registration", "organisations", 0), "x" * (LONGEST_LINE + 1), Cause.TOO_LONG),
        ((*M, "statements", 0, "text"), "x" * (LONGEST_TEXT + 1), Cause.TOO_LONG),
        (("people",), [{}] * (MOST_PEOPLE + 1), Cause.TOO_MANY),
        (("people",), [{}] * 5_000, Cause.TOO_MANY),
        ((*M, "statements"), [{}] * (MOST_ITEMS + 1), Cause.TOO_MANY),
        (("workers",), ["sanne"] * (MOST_ITEMS + 1), Cause.TOO_MANY),
        ((*M, "statements", 3, "id"), "s1\n", Cause.NOT_UNIQUE),
        ((*M, "evaluations", 0, "trust"), 0, Cause.TOO_LOW),
    ],
)
def test_a_wrong_value_is_refused_where_it_stands(path: Steps, value: object, cause: Cause) -> None:
    error = refused(replaced(example(), path, value))
    assert (error.cause, error.place) == (cause, place_of(path))


def test_a_number_of_100_000_digits_is_refused() -> None:
    data = json.dumps(example()).replace('"minutes": 120', '"minutes": ' + "9" * 100_000).encode()
    error = refused(data)
    assert (error.cause, error.place) == (Cause.NUMBER_TOO_LARGE, "meetings[0].time_out.minutes")


@pytest.mark.parametrize(
    "path",
    [
        ("reference",),
        ("people",),
        ("people", 1, "called"),
        ("phases", 0, "from"),
        (*M, "participants"),
        (*M, "starts_at"),
        (*M, "scales", 0, "scores"),
        (*M, "agreements", 0, "timing"),
        (*M, "agreements", 0, "timing", "kind"),
        ("checks", 0, "on"),
    ],
)
def test_a_required_key_that_is_missing_is_named(path: Steps) -> None:
    error = refused(without(example(), path))
    assert (error.cause, error.place) == (Cause.MISSING_KEY, place_of(path))


@pytest.mark.parametrize(
    "key", ["kleur", "pk", "position", "spelled_out", "case_pk", "carry_decisions", "from_"]
)
@pytest.mark.parametrize("path", [(), ("people", 1), M, ("phases", 0), (*M, "agreements", 0, "timing")])
def test_a_key_that_the_format_does_not_know_is_refused(path: Steps, key: str) -> None:
    assert refused(replaced(example(), (*path, key), 1)).cause is Cause.UNKNOWN_KEY


@pytest.mark.parametrize(
    "path",
    [
        ("workers", 0),
        ("contact_person",),
        ("people", 2, "contact", 0, "visible_to", 0),
        ("secrets", 0, "visible_to", 0),
        (*M, "facilitator"),
        (*M, "note_taker"),
        (*M, "participants", 1, "person"),
        (*M, "statements", 0, "by"),
        (*M, "statements", 0, "about", 1),
        (*M, "statements", 2, "disputed_by", 0),
        (*M, "statements", 2, "visible_to", 0),
        (*M, "scales", 0, "scores", 0, "person"),
        (*M, "scales", 0, "scores", 0, "spoken_by"),
        (*M, "scales", 0, "visible_to", 0),
        (*M, "agreements", 0, "owners", 1),
        (*M, "agreements", 0, "checked_by"),
        (*M, "agreements", 0, "accepted_by", 0),
        (*M, "agreements", 0, "visible_to", 0),
        (*M, "agreements", 0, "readiness", 0, "person"),
        (*M, "time_out", "takes"),
        (*M, "time_out", "visible_to", 0),
        (*M, "emergency", 0, "visible_to", 0),
        (*M, "notes", 0, "by"),
        (*M, "answers", 0, "person"),
        (*M, "evaluations", 0, "person"),
        ("checks", 0, "by"),
        ("help_evaluation", 0, "person"),
    ],
    ids=lambda path: ".".join(map(str, path)),
)
def test_a_person_that_the_case_does_not_have_is_refused(path: Steps) -> None:
    document = example()
    document["secrets"] = [{"text": "mus", "visible_to": ["sanne"]}]
    document["help_evaluation"] = [{"person": "sanne"}]
    meeting = document["meetings"][0]
    for holder in (
        document["people"][2]["contact"][0],
        meeting["statements"][2],
        meeting["scales"][0],
        meeting["agreements"][0],
        meeting["time_out"],
        meeting["emergency"][0],
    ):
        holder["visible_to"] = ["sanne"]
    assert refusal(document) is None
    error = refused(replaced(document, path, "niemand"))
    assert (error.cause, error.facts["value"]) == (Cause.UNKNOWN_PERSON, "niemand")
    assert error.place == place_of(path)


def test_whom_it_leaves_out_must_be_of_the_case() -> None:
    document = example()
    path: Steps = (*M, "statements", 0, "visible_to")
    assert refusal(replaced(document, path, {"everyone_but": ["mark", "sanne"]})) is None
    error = refused(replaced(document, path, {"everyone_but": ["mark", "niemand"]}))
    assert (error.cause, error.facts["value"]) == (Cause.UNKNOWN_PERSON, "niemand")
    assert error.place == f"{place_of(path)}.everyone_but[1]"
    error = refused(replaced(document, path, {"everyone_but": ["mark"] * (MOST_ITEMS + 1)}))
    assert (error.cause, error.place) == (Cause.TOO_MANY, f"{place_of(path)}.everyone_but")


def test_everyone_but_some_is_no_value_of_version_1() -> None:
    path: Steps = (*M, "statements", 0, "visible_to")
    document = json.loads((Path(__file__).parent / "version_1" / "de-wit.json").read_text())
    assert refused(replaced(document, path, {"everyone_but": ["mark"]})).cause is Cause.NOT_A_GROUP


def test_whom_it_leaves_out_is_said_once() -> None:
    text = json.dumps(replaced(example(), (*M, "statements", 0, "visible_to"), "HERE"))
    doubled = '{"everyone_but": ["mark"], "everyone_but": ["kees"]}'
    with pytest.raises(CaseFileError) as refusal_:
        read_case(text.replace('"HERE"', doubled).encode(), "zaak.json")
    assert refusal_.value.cause is Cause.DOUBLE_KEY


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ((*M, "agreements", 0, "covers", 1), Cause.UNKNOWN_STATEMENT),
        (("checks", 0, "agreement"), Cause.UNKNOWN_AGREEMENT),
        ((*M, "agreements", 0, "origin"), Cause.UNKNOWN_ORIGIN),
        ((*M, "statements", 0, "origin"), Cause.UNKNOWN_ORIGIN),
    ],
)
def test_a_statement_or_agreement_that_the_case_does_not_have_is_refused(path: Steps, cause: Cause) -> None:
    assert refused(replaced(example(), path, "x9")).cause is cause


def test_a_later_meeting_may_refer_to_an_earlier_one_and_reuse_its_ids() -> None:
    document = example()
    first, second = document["meetings"]
    second["statements"] = [first["statements"][0] | {"origin": "s1"}]
    second["agreements"] = [first["agreements"][0] | {"covers": ["s3"], "origin": "a1"}]
    assert refusal(document) is None


def test_an_override_may_name_what_is_no_longer_there() -> None:
    document = example()
    document["meetings"][0]["overrides"] = [{"gap": "no_date", "subject": "weg", "reason": "later"}]
    assert refusal(document) is None


def test_a_kind_from_another_column_is_kept() -> None:
    assert refusal(replaced(example(), (*M, "statements", 0, "column"), "safety")) is None


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ('"reference":', '"reference": "x", "reference":', "reference"),
        ('"circle": "network"', '"circle": "network", "circle": "family"', "people[3].circle"),
        ('"signal":', '"signal": "x", "signal":', "meetings[0].time_out.signal"),
    ],
)
def test_a_key_twice_in_one_object_is_refused(before: str, after: str, place: str) -> None:
    data = json.dumps(example()).replace(before, after, 1).encode()
    error = refused(data)
    assert (error.cause, error.place) == (Cause.DOUBLE_KEY, place)


def test_a_shown_value_is_short_and_printable() -> None:
    error = refused(replaced(example(), ("people", 0, "circle"), "\u202e\x00\n" + "x" * 1000))
    assert error.facts["value"] == "\ufffd" * 3 + "x" * 36 + "…"


def test_a_text_of_the_family_is_not_in_the_facts_of_an_error() -> None:
    error = refused(replaced(example(), ("people", 0, "name"), "geheim \ud800"))
    assert "geheim" not in str(error.facts)


# -- files -------------------------------------------------------------------------------------------


def cause_of(path: Path) -> Cause:
    with pytest.raises(CaseFileError) as caught:
        read_case_file(path)
    return caught.value.cause


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert cause_of(tmp_path / "weg.json") is Cause.MISSING_FILE
    assert cause_of(tmp_path / "weg" / "weg.json") is Cause.MISSING_FILE
    assert cause_of(Path("nul\x00.json")) is Cause.MISSING_FILE


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert cause_of(tmp_path) is Cause.NOT_A_FILE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_a_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert cause_of(tmp_path / "pijp") is Cause.NOT_A_FILE


def test_a_file_that_may_not_be_opened_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dicht.json"
    path.write_bytes(b"{}")

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert cause_of(path) is Cause.UNREADABLE


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "groot.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_args, **_more: pytest.fail("it was opened"))
    assert cause_of(path) is Cause.TOO_LARGE


def test_reading_changes_nothing_on_disk(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"{")
    before = (tmp_path / "x.json").stat()
    assert cause_of(tmp_path / "x.json") is Cause.CUT_OFF
    assert list(tmp_path.iterdir()) == [tmp_path / "x.json"]
    assert (tmp_path / "x.json").stat().st_mtime_ns == before.st_mtime_ns


def test_a_valid_case_is_accepted_by_the_same_door() -> None:
    assert read_case(json.dumps(example()).encode(), "x.json").reference == "IT-2026-014"
