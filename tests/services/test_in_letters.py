"""What paper has no letters for is told before printing, and a name is printed as it is in letters."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdf
import pytest
from typing_extensions import override

from beraad.exchange import case_document
from beraad.export.copies import signing_copy
from beraad.export.in_letters import texts_of
from beraad.models import Case
from beraad.readers import FACILITATOR
from beraad.services.case_origin import FromFile
from beraad.services.errors import CopyLeaks, NotValid, UnknownPerson
from beraad.services.printing import Copies, PrintingService
from beraad.services.unwritable import Unwritable
from beraad.store.store import Store
from beraad.terms import ContactKind
from tests.disclosure.small_cases import agreement, document, meeting, people, read, statement
from tests.services.conftest import DE_WIT, HADDAD, Opened

CHINESE = {"name": "王小明", "called": "小明"}


def a_case(*, letters: str | None = None, **more: object) -> Case:
    """Xiaoming, Yousef and Noor, with a text that names the first."""
    everybody = people()
    everybody[0] |= CHINESE
    if letters:
        everybody[0]["in_letters"] = letters
    told = meeting(
        agreed_at="2026-11-12T12:00:00",
        statements=[statement("s1", "Yousef riep naar 小明.")],
        agreements=[agreement("a1", "王小明 belt Noor.", owners=("rima", "yousef"))],
        scales=[
            {
                "id": "q",
                "kind": "safety",
                "question": "Hoe veilig?",
                "zero": "niet",
                "ten": "wel",
                "scores": [{"person": "rima", "value": 4}],
            }
        ],
    )
    content = document(told, people=everybody, **more)
    return read({**content, "version": 2})


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def test_a_name_without_letters_is_asked_about_once_and_dots_stand_there() -> None:
    copies = Copies(a_case())
    assert copies.unwritable() == (Unwritable("小明", "rima"),)
    assert "Yousef riep naar …." in text_of(copies.one("yousef").data)
    assert "U+" not in text_of(copies.one("yousef").data)


def test_a_name_is_printed_as_it_is_in_letters_wherever_it_stands() -> None:
    copies = Copies(a_case(letters="Xiaoming"))
    assert copies.unwritable() == ()
    for text in (text_of(copies.one("rima").data), text_of(copies.for_the_file().data)):
        assert "Yousef riep naar Xiaoming." in text
        assert "Xiaoming belt Noor." in text
    assert "…" not in text_of(copies.one("rima").data)
    assert "Xi" in text_of(copies.one("rima").data), "the token on the scale"


class Told(FromFile):
    """Notes what it is told to keep."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, str]] = []

    @override
    def spell(self, case: Case, person: str, letters: str) -> None:
        self.kept.append((person, letters))
        super().spell(case, person, letters)


def test_what_is_said_is_kept_and_the_copies_follow() -> None:
    told = Told()
    copies = Copies(a_case(), origin=told)
    copies.unwritable()
    copies.spell("rima", "  Xiao\nming ")
    assert told.kept == [("rima", "Xiao ming")]
    assert copies.unwritable() == ()
    assert "Xiao ming belt Noor" in text_of(copies.one("rima").data)


@pytest.mark.parametrize("letters", ["", "  ", "小明", "Xiao 👍"])
def test_what_paper_cannot_write_either_is_not_kept(letters: str) -> None:
    told = Told()
    copies = Copies(a_case(), origin=told)
    with pytest.raises(NotValid):
        copies.spell("rima", letters)
    with pytest.raises(UnknownPerson):
        copies.spell("niemand", "X")
    assert told.kept == []


def test_other_texts_are_told_with_the_words_that_have_no_letters() -> None:
    told = meeting(agreements=[agreement("a1", "Noor belt 👍 om acht uur.", owners=("noor",))])
    content = document(told)
    copies = Copies(read(content))
    assert copies.unwritable() == (Unwritable("Noor belt 👍 om acht uur."),)
    assert copies.unwritable()[0].words == "👍"


def test_what_stands_in_no_copy_is_not_asked_about() -> None:
    hidden = statement("s1", "Geheim 👍.", visible_to=["rima"])
    copies = Copies(read(document(meeting(statements=[hidden]))))
    assert copies.unwritable(["yousef"]) == ()
    assert copies.unwritable(["rima"]) == (Unwritable("Geheim 👍."),)


def test_a_name_that_paper_can_write_stays_as_it_is() -> None:
    everybody = people()
    everybody[0]["in_letters"] = "Iets anders"
    copies = Copies(read({**document(meeting(), people=everybody), "version": 2}))
    text = text_of(copies.one("rima").data)
    assert "Rima" in text
    assert "Iets anders" not in text


def test_letters_that_tell_a_hidden_number_are_not_printed() -> None:
    everybody = people(rima=[{"kind": "phone", "value": "06 7700 1101", "visible_to": "facilitator"}])
    everybody[0] |= CHINESE
    everybody[0]["in_letters"] = "Xiaoming 06 7700 1101"
    copies = Copies(read({**document(meeting(), people=everybody), "version": 2}))
    assert [held.person for held in copies.withheld()] == ["yousef", "noor"]
    with pytest.raises(CopyLeaks):
        copies.one("yousef")


def test_it_is_kept_with_the_person_in_the_store_and_in_the_case_file(store: Store) -> None:
    service = PrintingService(store)
    with store.unit_of_work() as work:
        case = work.cases.get(DE_WIT)
        case.people[1].called = "小明"
        # As if it was agreed with that name.
        case.meetings[0].plan_versions.clear()
        work.commit()
    copies = service.copies(DE_WIT)
    (found,) = copies.unwritable()
    assert found.person is not None
    copies.spell(found.person, "Xiaoming")
    assert service.copies(DE_WIT).unwritable() == ()
    with store.unit_of_work() as work:
        written = case_document(work.cases.get(DE_WIT))
    assert written["people"][1]["in_letters"] == "Xiaoming"
    assert "in_letters" not in written["people"][0]


def test_the_list_beside_the_copies_names_it(tmp_path: Path) -> None:
    Copies(a_case()).write_all(tmp_path)
    listed = json.loads((tmp_path / "copies.json").read_bytes())
    assert listed["unwritable"] == [{"text": "小明", "person": "rima"}]


def called_otherwise(store: Store, letters: str) -> None:
    """Noor has a name for which paper has no letters, and the plan was agreed with it."""
    with store.unit_of_work() as work:
        case = work.cases.get(HADDAD)
        noor = case.person("noor")
        assert noor is not None
        noor.name, noor.called, noor.in_letters = CHINESE["name"], CHINESE["called"], letters
        case.meetings[0].plan_versions.clear()
        work.commit()


def test_who_signs_on_the_screen_reads_a_name_as_the_own_paper_writes_it(
    store: Store, opened: Opened
) -> None:
    called_otherwise(store, "Xiaoming")
    view = opened(HADDAD, "b1", half=2).deciding.signing("yousef")
    signed = " ".join(texts_of(signing_copy(view.plan, view.letters).blocks))
    assert "Xiaoming" in signed
    assert "小明" in " ".join(texts_of(signing_copy(view.plan).blocks)), "control"
    assert "小明" not in signed
    assert dict(view.letters) == {"小明": "Xiaoming"}, "and no name that does not stand there"


def test_letters_that_tell_a_hidden_number_are_on_no_screen_either(store: Store, opened: Opened) -> None:
    called_otherwise(store, "Xiaoming")
    with store.unit_of_work() as work:
        case = work.cases.get(HADDAD)
        samira = case.person("samira")
        hidden = next(item for item in samira.contact if item.kind == ContactKind.PHONE)  # type: ignore[union-attr]
        hidden.visible_to = FACILITATOR
        noor = case.person("noor")
        assert noor is not None
        noor.in_letters = f"bel {hidden.value}"
        work.commit()
    with pytest.raises(CopyLeaks):
        opened(HADDAD, "b1", half=2).deciding.signing("yousef")
