"""Copies on paper: who gets one, what the list beside them says, and what does not stay behind."""

import datetime as dt
import io
import json
import re
import stat
from pathlib import Path

import pypdf
import pytest

from beraad import assets
from beraad.codes import NoCopy
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import CaseFileError
from beraad.models import Case, PlanVersion
from beraad.readers import EVERYONE
from beraad.services.cases import CaseService
from beraad.services.errors import CopyLeaks, NoMeeting, StillNeeded, UnknownPerson
from beraad.services.people import PersonLine
from beraad.services.printing import Copies, PrintingService, copies_from_file
from beraad.store.errors import UnknownCase
from beraad.store.store import Store
from beraad.terms import Circle, Column, Decision
from tests.disclosure.small_cases import Document, case, detail, document, meeting, people, statement
from tests.services.conftest import DE_WIT, HADDAD, Opened

SECRETS = ("Lindestraat", "paraplu", "7700 1101", "7700 1103", "Kade 77", "Van Hees", "Watermolen", "AWARE")


def text_of(data: bytes) -> str:
    """What can be read in a PDF, on one line."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def listing(folder: Path) -> dict[str, object]:
    """What stands in copies.json."""
    content: dict[str, object] = json.loads((folder / "copies.json").read_bytes())
    return content


@pytest.fixture
def haddad(store: Store) -> Copies:
    """The copies of two ex-partners at one plan."""
    return PrintingService(store).copies(HADDAD)


def test_the_list_says_who_got_which_copy_and_who_none_and_why(haddad: Copies, tmp_path: Path) -> None:
    printed = haddad.write_all(tmp_path)
    content = listing(tmp_path)
    assert set(content) == {
        "reference",
        "agreed_at",
        "copies",
        "withheld",
        "remarks",
        "removed",
        "unwritable",
        "left_off",
    }
    assert (content["reference"], content["agreed_at"]) == (HADDAD, "2026-11-12T12:10:00")
    copies = {item["person"]: item for item in content["copies"]}  # type: ignore[attr-defined]
    assert list(copies) == ["rima", "yousef", "samira", "omar", "noor", "piet"]
    for item in copies.values():
        pdf = pypdf.PdfReader(tmp_path / item["file"])
        assert set(item) == {"person", "file", "pages", "code", "take_home"}
        assert item["take_home"] is (item["person"] != "rima")
        assert len(pdf.pages) == item["pages"]
        assert item["code"] in text_of((tmp_path / item["file"]).read_bytes())
    assert content["withheld"] == [
        {"person": "agent", "reason": "leak", "where": "meetings/b1/emergency/2/number"},
        {"person": "adam", "reason": "paper", "where": "people/adam/paper"},
    ]
    assert printed.leaked


def test_what_is_withheld_is_known_before_anything_is_printed(haddad: Copies, tmp_path: Path) -> None:
    assert haddad.withheld() == haddad.write_all(tmp_path).withheld
    assert [item.reason for item in haddad.withheld()] == [NoCopy.LEAK, NoCopy.PAPER]


def test_no_copy_holds_what_its_reader_may_not_have(haddad: Copies) -> None:
    may_have = {
        "yousef": (),
        "omar": (),
        # No address and no school: a paper may be found.
        "rima": ("paraplu", "7700 1103"),
        "samira": ("paraplu", "7700 1101", "7700 1103"),
        "piet": ("paraplu", "7700 1101", "7700 1103"),
    }
    for person, allowed in may_have.items():
        text = text_of(haddad.one(person).data)
        assert {secret for secret in SECRETS if secret.casefold() in text.casefold()} == set(allowed), person


def test_the_file_holds_everything_but_the_notes(haddad: Copies) -> None:
    text = text_of(haddad.for_the_file().data)
    assert {secret for secret in SECRETS if secret in text} == set(SECRETS) - {"AWARE"}


def test_file_names_and_metadata_hold_no_name(haddad: Copies, tmp_path: Path) -> None:
    for item in haddad.write_all(tmp_path).copies:
        assert re.fullmatch(r"IT-2026-021_0\d_2026-11-12\.pdf", item.file)
        about = str(pypdf.PdfReader(tmp_path / item.file).metadata).casefold()
        for name in ("haddad", "karimi", "rima", "yousef", "samira", "noor"):
            assert name not in about


def test_a_reference_that_no_file_system_likes_still_names_files(tmp_path: Path) -> None:
    content = document(reference="../Fam. Jansen/né\x00: 1?")
    copies = Copies(case(**{key: content[key] for key in ("reference", "people", "meetings")}))
    (first, *_) = copies.write_all(tmp_path).copies
    assert re.fullmatch(r"[A-Za-z0-9_-]+\.pdf", first.file)
    assert (tmp_path / first.file).is_file()


@pytest.mark.parametrize(
    "references",
    [
        ("2026/014", "2026-014"),
        ("2026 014", "2026/014"),
        ("it-1", "IT-1"),
        ("A" * 61, "A" * 62),
    ],
)
def test_two_references_never_share_a_file(references: tuple[str, str], tmp_path: Path) -> None:
    """The copies of the second family overwrote those of the first, and their list."""
    content = document()
    kept: dict[str, bytes] = {}
    for reference in references:
        parts = {key: content[key] for key in ("people", "meetings")}
        Copies(case(reference=reference, **parts)).write_all(tmp_path)
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        names = {name.casefold() for name in found}
        assert len(names) == len(found)
        # All that was there stands there still; the list of the first case has another name.
        assert sorted(kept.values()) == sorted(found[name] for name in found if found[name] in kept.values())
        kept = found
    lists = [json.loads(data) for name, data in kept.items() if name.endswith("copies.json")]
    assert {item["reference"] for item in lists} == set(references)
    assert json.loads(kept["copies.json"])["reference"] == references[1]
    assert all((tmp_path / made["file"]).is_file() for item in lists for made in item["copies"])


def test_a_list_that_is_none_is_replaced(haddad: Copies, tmp_path: Path) -> None:
    for content in (b"", b"[]", b"{", b'{"reference": 5}', b"[" * 100_000, b"\xff"):
        (tmp_path / "copies.json").write_bytes(content)
        haddad.write_all(tmp_path, ["rima"])
        assert json.loads((tmp_path / "copies.json").read_bytes())["reference"] == HADDAD
        assert len(list(tmp_path.iterdir())) == 2


def test_a_file_of_an_earlier_run_does_not_stay_behind_once_it_would_leak(
    opened: Opened, store: Store, tmp_path: Path
) -> None:
    before = PrintingService(store).copies(HADDAD)
    name = next(item.file for item in before.write_all(tmp_path).copies if item.person == "yousef")
    service = opened(HADDAD, "b1")
    service.statements.add(Column.DANGER, "Rima woont op Lindestraat 14.", visible_to=EVERYONE)
    service.deciding.decide()
    # The same day, so that the name is the same.
    copies = PrintingService(store).copies(HADDAD)
    (tmp_path / copies.name_for("yousef")).write_bytes(b"een exemplaar van eerder")
    printed = copies.write_all(tmp_path)
    assert "yousef" in {item.person for item in printed.withheld}
    assert not (tmp_path / copies.name_for("yousef")).exists()
    assert name != copies.name_for("yousef")


def test_only_some_can_be_printed_each_once(haddad: Copies, tmp_path: Path) -> None:
    printed = haddad.write_all(tmp_path / "out", ["omar", "rima", "omar"])
    assert [item.person for item in printed.copies] == ["omar", "rima"]
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".json", ".pdf", ".pdf"]


def test_somebody_unknown_is_refused_before_anything_is_written(haddad: Copies, tmp_path: Path) -> None:
    with pytest.raises(UnknownPerson):
        haddad.write_all(tmp_path / "new", ["omar", "niemand"])
    assert not (tmp_path / "new").exists()
    with pytest.raises(UnknownPerson):
        haddad.one("niemand")


def test_cancel_stops_between_two_copies_and_the_list_says_what_was_made(
    haddad: Copies, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []

    def stop_after_two(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    printed = haddad.write_all(tmp_path, progress=stop_after_two)
    assert printed.cancelled
    assert [item.person for item in printed.copies] == ["rima", "yousef"]
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert len(listing(tmp_path)["copies"]) == 2  # type: ignore[arg-type]
    assert told[:3] == [(0, 8), (1, 8), (2, 8)]


def test_a_leak_is_refused_on_the_screen_too(haddad: Copies) -> None:
    with pytest.raises(CopyLeaks):
        haddad.one("agent")


def test_readers_stand_in_the_order_of_the_table(haddad: Copies) -> None:
    lines = haddad.readers()
    assert [line.person for line in lines] == [
        "rima",
        "yousef",
        "samira",
        "omar",
        "noor",
        "piet",
        "agent",
        "adam",
    ]
    assert lines[0].paper_note == "ligt bij Samira"


def test_the_plan_in_force_is_printed_and_any_meeting_that_is_asked_for(store: Store) -> None:
    service = PrintingService(store)
    assert service.copies(DE_WIT).agreed_at == "2026-10-05T16:20:00"
    assert service.copies(DE_WIT, "b2").agreed_at is None
    with pytest.raises(UnknownCase):
        service.copies("geen zaak")


def test_the_plan_in_force_stays_printable_while_a_new_one_is_being_written(
    opened: Opened, store: Store
) -> None:
    service = opened()
    service.carrying.keep_the_rest()
    gaps = service.gaps()
    service.deciding.decide({(gap.gap, gap.subject): "later" for gap in gaps})
    service.deciding.answer("kees", Decision.AGREE, strokes=[[[0.1, 0.5], [0.9, 0.5]]])
    service.statements.add(Column.DANGER, "Er is iets nieuws.")
    in_force, concept = PrintingService(store).copies(DE_WIT), PrintingService(store).copies(DE_WIT, "b2")
    assert in_force.agreed_at is not None
    assert concept.agreed_at is None
    said, said_now = (text_of(copies.one("mark").data) for copies in (in_force, concept))
    assert "Er is iets nieuws." not in said
    assert "Concept" not in said
    assert "Er is iets nieuws." in said_now
    assert "Concept" in said_now
    assert re.search(r"Kees\s+akkoord", said), "who answered for that plan stands under it"


def test_the_plan_in_force_is_printed_though_the_next_meeting_goes_on_from_what_was_changed(
    opened: Opened, store: Store
) -> None:
    first = opened(meeting="b1")
    first.statements.add(Column.DANGER, "Er is iets nieuws.")
    first.close()
    second = opened(meeting="b2")
    second.carrying.keep_the_rest()
    second.close()
    copies = PrintingService(store).copies(DE_WIT)
    assert copies.is_being_changed
    assert "Er is iets nieuws." not in text_of(copies.one("mark").data)


def test_who_stands_in_the_plan_in_force_cannot_be_removed_while_it_is_being_changed(
    opened: Opened, store: Store
) -> None:
    cases, service = CaseService(store), opened(meeting="b1")
    service.close()
    buur = cases.save_person(DE_WIT, PersonLine("", "Bea Buur", "Bea", Circle.NETWORK))
    cases.remove_person(DE_WIT, buur)  # control: nothing hangs on somebody new
    buur = cases.save_person(DE_WIT, PersonLine("", "Bea Buur", "Bea", Circle.NETWORK))
    service = opened(meeting="b1")
    service.agreements.change("a2", checked_by=buur)
    service.deciding.decide({(gap.gap, gap.subject): "later" for gap in service.gaps()})
    service.agreements.change("a2", checked_by="kees")
    service.close()
    with pytest.raises(StillNeeded):
        cases.remove_person(DE_WIT, buur)
    assert "Bea" in text_of(PrintingService(store).copies(DE_WIT).one("mark").data)


def test_a_case_without_a_meeting_has_nothing_to_print() -> None:
    content = case()
    content.meetings = []
    with pytest.raises(NoMeeting):
        Copies(content)


def test_a_case_file_is_printed_without_a_store(tmp_path: Path) -> None:
    path = tmp_path / "zaak.json"
    path.write_bytes(assets.example_case("haddad").read_bytes())
    assert len(copies_from_file(path).write_all(tmp_path).copies) == 6
    path.write_text("geen zaak")
    with pytest.raises(CaseFileError):
        copies_from_file(path)


def small(*statements: Document, rima: tuple[Document, ...] = ()) -> Case:
    """A case of Rima, Yousef and Noor, agreed on 12 November."""
    plan = meeting(statements=list(statements), agreed_at="2026-11-12T12:10:00")
    return case(plan, people=people(rima=list(rima)))


def test_what_is_only_possible_is_printed_and_listed_with_its_words(tmp_path: Path) -> None:
    school = detail("school", "basisschool De Watermolen", ["noor"])
    texts = (statement("s1", "Vader stond bij de watermolen."), statement("s2", "Alles is rustig."))
    copies = Copies(small(*texts, rima=(school,)))
    (asked,) = copies.remarks()
    assert (asked.words, asked.reaches) == (("watermolen",), ("Yousef",))
    printed = copies.write_all(tmp_path)
    assert not printed.leaked
    assert len(printed.copies) == 3
    where = "meetings/b1/statements/s1/text"
    assert listing(tmp_path)["remarks"] == [{"person": "yousef", "where": where, "words": ["watermolen"]}]


def test_what_surely_tells_is_no_remark(tmp_path: Path) -> None:
    school = detail("school", "basisschool De Watermolen", ["noor"])
    copies = Copies(small(statement("s1", "Vader stond bij De Watermolen."), rima=(school,)))
    assert copies.remarks() == ()
    copies.write_all(tmp_path)
    content = listing(tmp_path)
    assert content["remarks"] == []
    assert [item["person"] for item in content["withheld"]] == ["yousef"]  # type: ignore[attr-defined]


def test_the_list_names_who_was_withheld_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    (tmp_path / "copies.json").write_text("{}")
    (tmp_path / "copies.json").chmod(0o644)
    Copies(small()).write_all(tmp_path)
    assert stat.S_IMODE((tmp_path / "copies.json").stat().st_mode) == 0o600


def agreed_again(hidden: str, common: str = "Er is iets.") -> Case:
    """Agreed on 12 November, and again in December with `hidden`, which is not for Yousef."""
    content = small(statement("s1"), statement("s2", "Eerst dit.", visible_to=["noor"]))
    plan = content.meetings[0]
    plan.plan_versions.append(_version(content, "2026-11-12T12:10:00"))
    plan.statements[0].text, plan.statements[1].text = common, hidden
    plan.agreed_at = "2026-12-24T09:00:00"
    plan.plan_versions.append(_version(content, plan.agreed_at))
    return content


def _version(content: Case, moment: str) -> PlanVersion:
    digests = Disclosure(content, content.meetings[0]).digests()
    return PlanVersion(agreed_at=moment, digests=digests)


def test_names_and_list_tell_nobody_of_a_change_that_is_for_others(tmp_path: Path) -> None:
    copies = Copies(agreed_again("Nu dat, in december."))
    assert copies.name_for("yousef") == "T-1_02_2026-11-12.pdf"
    assert copies.name_for("noor") == "T-1_03_2026-12-24.pdf"
    copies.write_all(tmp_path, ["yousef"])
    assert listing(tmp_path)["agreed_at"] == "2026-11-12T12:10:00"
    assert "2026-12" not in (tmp_path / "copies.json").read_text()


def test_names_follow_a_change_that_is_for_everyone(tmp_path: Path) -> None:
    copies = Copies(agreed_again("Eerst dit.", common="Er is iets anders."))
    assert copies.name_for("yousef") == "T-1_02_2026-12-24.pdf"
    copies.write_all(tmp_path, ["yousef"])
    assert listing(tmp_path)["agreed_at"] == "2026-12-24T09:00:00"


def test_of_a_childs_copy_only_what_it_prints_is_searched(tmp_path: Path) -> None:
    school = detail("school", "De Watermolen", ["noor"])
    content = small(statement("s1", "Vader stond bij De Watermolen."), rima=(school,))
    kid = content.people[1]
    kid.birth_date = dt.date(2018, 1, 1)
    assert [item.person for item in Copies(content).write_all(tmp_path).copies] == ["rima", "yousef", "noor"]
    kid.birth_date = dt.date(2010, 1, 1)
    assert [item.person for item in Copies(content).write_all(tmp_path).copies] == ["rima", "noor"]
