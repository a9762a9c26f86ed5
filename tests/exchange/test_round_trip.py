"""Export after import equals the file, with and without a database in between."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from sqlalchemy.orm import selectinload
from sqlmodel import Session, SQLModel, select

from beraad import assets
from beraad.exchange import (
    case_document,
    meeting_document,
    read_case,
    read_case_file,
    read_meeting,
    write_case,
)
from beraad.models import Case, Meeting
from tests.cases import Document, case_documents
from tests.exchange.documents import as_kept, at, example, paths, replaced, smallest


def there_and_back(document: Document) -> Document:
    result: Document = json.loads(write_case(read_case(json.dumps(document).encode(), "x.json")))
    return result


def everything(row: Any, so_far: Any = None) -> Iterator[Any]:
    """Loader options for every relation under a row."""
    for relation in sa.inspect(row).relationships:
        attribute = getattr(row, relation.key)
        option = so_far.selectinload(attribute) if so_far else selectinload(attribute)
        deeper = list(everything(relation.mapper.class_, option))
        yield from deeper or [option]


class Database:
    """A plain database in memory that outlives its sessions."""

    def __init__(self) -> None:
        self.engine = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
        SQLModel.metadata.create_all(self.engine)
        self.options = list(everything(Case))

    def through(self, document: Document) -> Document:
        """Store a case, load it whole in a fresh session, export it and remove it."""
        with Session(self.engine) as session:
            session.add(read_case(json.dumps(document).encode(), "x.json"))
            session.commit()
        with Session(self.engine) as session:
            case = session.exec(select(Case).options(*self.options)).one()
            result: Document = json.loads(write_case(case))
            session.delete(case)
            session.commit()
        return result


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    database = Database()
    yield database
    database.engine.dispose()


@pytest.mark.parametrize("path", assets.example_cases(), ids=lambda path: path.stem)
def test_export_of_an_example_equals_its_file(path: Path) -> None:
    assert json.loads(write_case(read_case_file(path))) == json.loads(path.read_bytes())


def test_export_of_the_smallest_case_adds_nothing() -> None:
    assert there_and_back(smallest()) == smallest()


@given(case_documents())
def test_export_of_any_case_equals_its_file(document: Document) -> None:
    assert there_and_back(document) == as_kept(document)


@settings(max_examples=15)
@given(case_documents(full=True))
def test_export_of_a_large_case_equals_its_file(document: Document) -> None:
    assert there_and_back(document) == as_kept(document)


@pytest.mark.parametrize("name", ["de-wit", "haddad"])
def test_an_example_comes_out_of_a_database_as_it_went_in(database: Database, name: str) -> None:
    assert database.through(example(name)) == example(name)


@settings(max_examples=30)
@given(document=case_documents())
def test_any_case_comes_out_of_a_database_as_it_went_in(database: Database, document: Document) -> None:
    assert database.through(document) == as_kept(document)


@pytest.mark.slow
@settings(max_examples=8)
@given(document=case_documents(full=True))
def test_a_large_case_comes_out_of_a_database_as_it_went_in(database: Database, document: Document) -> None:
    assert database.through(document) == as_kept(document)


def test_an_optional_key_that_was_left_out_stays_out() -> None:
    assert "checks" not in there_and_back(smallest())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("municipality", None),
        ("opened_on", None),
        ("workers", []),
        ("phases", []),
        ("registration", {}),
        ("registration", {"violence_type": None, "violence_natures": []}),
        ("selection", {}),
        ("checks", []),
    ],
)
def test_a_default_that_was_spelled_out_stays_spelled_out(key: str, value: object) -> None:
    assert there_and_back(smallest() | {key: value})[key] == value


def test_a_changed_value_is_written_though_its_key_was_left_out() -> None:
    case = read_case(json.dumps(smallest()).encode(), "x.json")
    case.municipality = "Breda"
    assert case_document(case)["municipality"] == "Breda"


@pytest.mark.parametrize("text", [" ", "a  b ", "\ufeff", "\u202e", "e\u0301", "👩‍👧‍👦", "\U0010ffff"])
def test_a_text_comes_back_character_by_character(database: Database, text: str) -> None:
    document = smallest() | {"family_name": text, "workers": []}
    assert database.through(document)["family_name"] == text


@pytest.mark.parametrize("text", ["een\ntwee\n\n", "\tingesprongen", "\u2028", "  "])
def test_a_text_of_several_lines_comes_back_character_by_character(database: Database, text: str) -> None:
    path = ("meetings", 0, "statements", 0, "text")
    assert at(database.through(replaced(example(), path, text)), path) == text


def test_control_codes_do_not_come_back(database: Database) -> None:
    """A vertical tab and NUL came in through a file, and no font and no printer knows what they mean."""
    statement, name = ("meetings", 0, "statements", 0, "text"), ("people", 0, "name")
    document = replaced(example(), statement, "een\vtwee\r\ndrie\x00\x07\x9f")
    document = replaced(document, name, "Sanne\x00 de\nWit\t\n")
    back = database.through(document)
    assert (at(back, statement), at(back, name)) == ("een\ntwee\ndrie", "Sanne de Wit")


def test_numbers_of_a_stroke_keep_their_kind() -> None:
    document = example()
    document["meetings"][0]["answers"][0]["strokes"] = [[[0, 1.0], [0.1, 5e-324]], []]
    written = write_case(read_case(json.dumps(document).encode(), "x.json"))
    strokes = json.loads(written)["meetings"][0]["answers"][0]["strokes"]
    assert repr(strokes) == "[[[0, 1.0], [0.1, 5e-324]], []]"


def test_a_byte_order_mark_is_dropped() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(smallest()).encode()
    assert json.loads(write_case(read_case(data, "x.json"))) == smallest()


def test_a_meeting_alone_comes_back_equal() -> None:
    document = example()["meetings"][0]
    assert meeting_document(read_meeting(document)) == document


@settings(max_examples=25)
@given(case_documents())
def test_any_meeting_alone_comes_back_equal(document: Document) -> None:
    for meeting in document["meetings"]:
        assert meeting_document(read_meeting(meeting)) == as_kept(meeting, Meeting)


def test_a_meeting_alone_may_refer_to_a_person_it_does_not_hold() -> None:
    meeting = read_meeting(example()["meetings"][0])
    assert meeting.facilitator == "fatima"


def test_rows_know_their_place_among_their_siblings() -> None:
    case = read_case_file(assets.example_case("de-wit"))
    assert [person.position for person in case.people] == list(range(8))
    assert [step.position for step in case.meetings[0].emergency] == [0, 1, 2, 3]


def test_export_is_the_same_every_time() -> None:
    case = read_case_file(assets.example_case("haddad"))
    assert write_case(case) == write_case(case)


def test_a_document_holds_plain_values_only() -> None:
    document = case_document(read_case_file(assets.example_case("haddad")))
    assert {type(at(document, path)) for path in paths(document)} <= {
        dict,
        list,
        str,
        int,
        float,
        bool,
        type(None),
    }
