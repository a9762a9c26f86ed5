"""*Vaststellen*: gaps and reasons, versions, answers, and who is asked again."""

import json

import pytest

from beraad import assets
from beraad.disclosure.audience import File, Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView
from beraad.exchange import read_case
from beraad.services.errors import CopyLeaks, NotValid, PlanHasGaps, PlanNotAgreed
from beraad.services.meeting import ActKind, MeetingService
from beraad.store.store import Store
from beraad.terms import AnswerShows, Column, Decision, Gap, StatementKind
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, HADDAD, Clock, Opened

FOR_RIMA = ("rima", "samira", "noor", "piet", "agent")


def change_hidden(service: MeetingService) -> None:
    """A change that Yousef may not see: a4 is for Rima's side."""
    service.agreements.change("a4", fallback="Samira belt Noor")


def change_common(service: MeetingService) -> None:
    """A change that everybody sees."""
    service.agreements.change("a1", fallback="Noor belt Chantal")


def outdated(service: MeetingService) -> set[str]:
    """Who is asked again, as the console says."""
    return {item.person for item in service.answers() if item.outdated}


def version(store: Store, person: str) -> int:
    """The version of the copy that this person would get."""
    with store.unit_of_work() as work:
        case = work.cases.get(HADDAD)
        return Disclosure(case, case.meetings[0]).copy(Reader(person)).view.version


# -- gaps and reasons -------------------------------------------------------------------------------


def test_a_plan_with_a_gap_is_not_agreed_without_a_reason(opened: Opened) -> None:
    service = opened()
    worry = service.statements.add(Column.DANGER, "…", StatementKind.DANGER_STATEMENT)
    service.carrying.keep_the_rest()
    with pytest.raises(PlanHasGaps) as refused:
        service.deciding.decide({(Gap.UNCOVERED_DANGER, worry): "  "})
    assert refused.value.facts["count"] == len(service.gaps())
    assert service.console().agreed_at is None


def test_with_a_reason_for_every_gap_it_is_agreed_and_the_reasons_are_kept(
    opened: Opened, clock: Clock
) -> None:
    service = opened()
    worry = service.statements.add(Column.DANGER, "…", StatementKind.DANGER_STATEMENT)
    reasons = {(gap.gap, gap.subject): f" komt later: {gap.subject} " for gap in service.gaps()}
    assert service.deciding.decide(reasons) == 1
    shown = service.console()
    assert shown.agreed_at == "2026-11-19T10:00:00"
    assert {gap.subject: gap.reason for gap in service.gaps()}[worry] == f"komt later: {worry}"
    service.deciding.decide()


def test_a_reason_for_what_is_no_gap_is_not_kept(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.deciding.decide({(Gap.NO_CHECK, "a1"): "weet ik niet"})
    assert rows_of(service).meeting.overrides == []


def test_a_reason_given_again_replaces_the_first(opened: Opened) -> None:
    service = opened()
    worry = service.statements.add(Column.DANGER, "…", StatementKind.DANGER_STATEMENT)
    service.carrying.keep_the_rest()
    reasons = {(gap.gap, gap.subject): "eerst" for gap in service.gaps()}
    service.deciding.decide(reasons)
    service.deciding.decide({(Gap.UNCOVERED_DANGER, worry): "daarna"})
    kept = [item.reason for item in rows_of(service).meeting.overrides if item.subject == worry]
    assert kept == ["daarna"]


def test_the_agreed_plan_of_an_imported_case_has_no_gap_that_it_had_not(opened: Opened) -> None:
    assert opened(HADDAD, "b1").deciding.decide() == 2


# -- what makes it a concept again ------------------------------------------------------------------


def test_a_change_of_the_plan_makes_it_a_concept(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_common(service)
    shown = service.console()
    assert (shown.agreed_at, shown.changed_since_agreed) == (None, True)


def test_what_is_no_part_of_the_plan_leaves_it_agreed(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.course.note(0, "let op")
    service.course.meet_again("2026-12-24T10:00:00", "wijkcentrum")
    service.course.mark([7] * 6)
    service.deciding.answer("omar", Decision.AGREE, on_paper=True)
    assert service.console().agreed_at == "2026-11-12T12:10:00"


def test_undo_of_the_change_makes_it_agreed_again(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_common(service)
    service.undo()
    assert service.console().agreed_at == "2026-11-12T12:10:00"


def test_a_decision_is_taken_back_whole_and_made_again(opened: Opened, store: Store) -> None:
    service = opened(HADDAD, "b1")
    change_common(service)
    service.deciding.decide()
    agreed_at, last = service.console().agreed_at, version(store, "rima")
    assert service.undo() is ActKind.PLAN_DECIDED
    assert service.console().agreed_at is None
    assert version(store, "rima") == last - 1, "nobody was given a version that was not agreed"
    assert service.redo() is ActKind.PLAN_DECIDED
    assert (service.console().agreed_at, version(store, "rima")) == (agreed_at, last)


def test_a_first_decision_that_is_taken_back_leaves_the_plan_of_last_time_in_force(opened: Opened) -> None:
    service = opened(DE_WIT, "b2")
    service.deciding.decide({(gap.gap, gap.subject): "komt later" for gap in service.gaps()})
    case = rows_of(service).case
    assert case.current_plan() is rows_of(service).meeting
    service.undo()
    assert case.current_plan() is not rows_of(service).meeting
    assert not any(gap.reason for gap in service.gaps()), "nor are its reasons kept"


def test_past_a_decision_undo_leads_back_to_what_was_agreed_before(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_common(service)
    service.deciding.decide()
    service.undo()
    service.undo()
    assert service.console().agreed_at == "2026-11-12T12:10:00"


def test_an_answer_of_the_wrong_person_is_taken_back_and_the_signature_under_it_stands_again(
    opened: Opened,
) -> None:
    service = opened(HADDAD, "b1")
    before = service.answers()
    service.deciding.answer("omar", Decision.AGREE, strokes=[[[0.1, 0.2], [0.3, 0.4]]])
    service.deciding.answer("omar", Decision.DISAGREE, remark="Dit was van Piet.")
    assert service.undo() is ActKind.ANSWERED
    (row,) = [item for item in rows_of(service).meeting.answers if item.person == "omar"]
    assert (row.decision, row.remark, row.strokes) == (Decision.AGREE, None, [[[0.1, 0.2], [0.3, 0.4]]])
    service.undo()
    assert service.answers() == before


# -- answers ----------------------------------------------------------------------------------------


def test_nobody_answers_for_a_concept(opened: Opened) -> None:
    service = opened()
    with pytest.raises(PlanNotAgreed):
        service.deciding.answer("mark", Decision.AGREE)
    with pytest.raises(PlanNotAgreed):
        service.deciding.signing("mark")


@pytest.mark.parametrize("decision", [Decision.AGREE_WITH_REMARK, Decision.DISAGREE, Decision.UNABLE])
def test_an_answer_that_says_why_has_a_remark(opened: Opened, decision: Decision) -> None:
    service = opened(HADDAD, "b1")
    with pytest.raises(NotValid):
        service.deciding.answer("rima", decision, remark="  ", on_paper=True)
    service.deciding.answer("rima", decision, remark=" omdat ", on_paper=True)
    assert rows_of(service).meeting.answers[0].remark.strip() == "omdat"


@pytest.mark.parametrize("strokes", [(), [[[0.5, 0.5], [0.51, 0.5]]]])
def test_a_yes_is_signed_and_a_tap_is_no_signature(opened: Opened, strokes: list[list[list[float]]]) -> None:
    service = opened(HADDAD, "b1")
    answers = len(rows_of(service).meeting.answers)
    with pytest.raises(NotValid) as refused:
        service.deciding.answer("rima", Decision.AGREE, strokes=strokes)
    assert refused.value.facts["field"] == "signature"
    assert len(rows_of(service).meeting.answers) == answers
    service.deciding.answer("rima", Decision.AGREE, strokes=[[[0.1, 0.5], [0.9, 0.5]]])


def test_an_answer_holds_the_digest_of_what_was_signed_on_the_screen(opened: Opened, clock: Clock) -> None:
    service = opened(HADDAD, "b1", half=2)
    clock.later(days=1)
    view = service.deciding.signing("yousef")
    service.deciding.answer("yousef", Decision.AGREE, strokes=[[[0, 1], [0.5, 0.25]]], document=view.document)
    (kept,) = (item for item in rows_of(service).meeting.answers if item.person == "yousef")
    assert (kept.digest, kept.answered_at) == (view.digest, "2026-11-20T10:00:00")
    assert kept.document == view.document == rows_of(service).disclosure.document_digest("yousef")
    assert kept.strokes == [[[0.0, 1.0], [0.5, 0.25]]]
    assert len(rows_of(service).meeting.answers) == 8


def test_only_whose_own_view_changed_is_asked_again(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_hidden(service)
    service.deciding.decide()
    assert outdated(service) == set(FOR_RIMA)
    service.deciding.answer("rima", Decision.AGREE, on_paper=True)
    assert outdated(service) == set(FOR_RIMA) - {"rima"}


def test_who_is_asked_again_is_told_what_changed_and_nobody_else_anything(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_hidden(service)
    service.deciding.decide()
    told = service.deciding.signing("rima").changed
    assert told is not None
    assert told.changes
    service.deciding.answer("rima", Decision.AGREE, on_paper=True)
    assert service.deciding.signing("rima").changed is None
    service.show_half(2)
    assert service.deciding.signing("yousef").changed is None


def test_nothing_is_told_of_a_change_to_who_answers_for_the_first_time(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    assert service.deciding.signing("rima").changed is None
    change_common(service)
    service.deciding.decide()
    assert service.deciding.signing("rima").changed is not None


def test_after_a_change_for_everyone_everybody_is_asked_again(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_common(service)
    assert outdated(service) == {item.person for item in service.answers()}


def test_nobody_is_asked_again_because_of_a_next_date_though_the_document_is_another(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    before = rows_of(service).disclosure.document_digest("rima")
    service.course.meet_again("2026-12-24T10:00:00", "wijkcentrum")
    assert rows_of(service).disclosure.document_digest("rima") != before
    assert outdated(service) == set()


def test_a_later_answer_on_paper_takes_the_digest_of_the_screen_away(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.deciding.answer("rima", Decision.DISAGREE, remark="Nee.", document="d" * 64)
    service.deciding.answer("rima", Decision.AGREE, on_paper=True)
    (kept,) = (item for item in rows_of(service).meeting.answers if item.person == "rima")
    assert kept.document is None


def test_a_change_taken_back_asks_nobody_again(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_common(service)
    service.undo()
    assert outdated(service) == set()


def test_who_would_read_too_much_signs_no_screen(opened: Opened) -> None:
    with pytest.raises(CopyLeaks) as refused:
        opened(HADDAD, "b1").deciding.signing("agent")
    (leak,) = refused.value.facts["leaks"]
    assert (leak.owner, leak.reaches) == ("Samira", ("Chantal",))


# -- who reads it -----------------------------------------------------------------------------------


def read_by(service: MeetingService, reader: str, answerer: str) -> tuple[Decision | None, str | None]:
    """What stands on somebody's copy of another one's answer."""
    disclosure = rows_of(service).disclosure
    view = disclosure.copy(File() if reader == "file" else Reader(reader)).view
    called = rows_of(service).case.person(answerer).called
    (found,) = (item for item in view.answers if item.person.called == called)
    return found.decision, found.remark


@pytest.mark.parametrize(
    ("shows", "others_read"),
    [
        (AnswerShows.ANSWERED, (None, None)),
        (AnswerShows.DECISION, (Decision.DISAGREE, None)),
        (AnswerShows.WORDS, (Decision.DISAGREE, "Ik durf het niet te zeggen.")),
    ],
)
def test_others_read_of_an_answer_what_was_chosen(
    opened: Opened, shows: AnswerShows, others_read: tuple[Decision | None, str | None]
) -> None:
    service = opened(HADDAD, "b1")
    said = "Ik durf het niet te zeggen."
    service.deciding.answer("samira", Decision.DISAGREE, remark=said, shows=shows)
    for reader in ("yousef", "rima", "noor"):
        assert read_by(service, reader, "samira") == others_read
    for reader in ("samira", "file"):
        assert read_by(service, reader, "samira") == (Decision.DISAGREE, said)
    (kept,) = (item for item in service.answers() if item.person == "samira")
    assert (kept.remark, kept.shows) == (said, shows), "the facilitator reads it"


def test_unasked_nobody_reads_that_there_are_words(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.deciding.answer("samira", Decision.AGREE_WITH_REMARK, remark="Toch bang.", on_paper=True)
    assert read_by(service, "yousef", "samira") == (Decision.AGREE, None)


def test_another_answer_does_not_change_what_anybody_is_asked_for(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    before = {name: rows_of(service).disclosure.digest(name) for name in ("rima", "yousef", "noor")}
    for shows in AnswerShows:
        service.deciding.answer("samira", Decision.DISAGREE, remark="Nee.", shows=shows)
        assert {name: rows_of(service).disclosure.digest(name) for name in before} == before
    assert outdated(service) == set()


@pytest.mark.parametrize("version", [1, 2])
def test_the_words_of_a_file_that_says_nothing_of_readers_count_as_not_chosen(version: int) -> None:
    document = json.loads(assets.example_case("haddad").read_bytes())
    document["version"] = version
    case = read_case(json.dumps(document).encode(), "haddad.json")
    disclosure = Disclosure(case, case.meetings[0])

    def words(view: PlanView) -> set[str | None]:
        return {item.remark for item in view.answers} - {None}

    said = {item.remark for item in case.meetings[0].answers} - {None}
    assert said, "the control: there are words"
    assert words(disclosure.copy(File()).view) == said
    assert words(disclosure.copy(Reader("rima")).view) == set()


# -- versions ---------------------------------------------------------------------------------------


def test_the_version_of_a_copy_counts_only_what_its_reader_may_see(opened: Opened, store: Store) -> None:
    service = opened(HADDAD, "b1")
    change_hidden(service)
    service.deciding.decide()
    assert (version(store, "rima"), version(store, "yousef")) == (2, 1)
    change_common(service)
    service.deciding.decide()
    assert (version(store, "rima"), version(store, "yousef")) == (3, 2)


def test_deciding_again_without_a_change_makes_no_new_version(opened: Opened, store: Store) -> None:
    service = opened(HADDAD, "b1")
    service.deciding.decide()
    assert {version(store, name) for name in ("rima", "yousef", "noor")} == {1}


def test_a_frozen_plan_is_kept_whole(opened: Opened) -> None:
    service = opened(DE_WIT, "b1")
    (frozen,) = rows_of(service).meeting.plan_versions
    assert "Oma Ans" in frozen.content or "oma" in frozen.content.casefold()
    assert set(frozen.digests) >= {person.id for person in rows_of(service).case.people}
