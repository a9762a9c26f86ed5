"""A change that a reader may not see leaves no trace in this reader's copy, nor on the wall."""

import hashlib
from typing import Any

from beraad.disclosure.audience import File, Reader, Room
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView, canonical_json
from beraad.export.copies import copy_for
from beraad.models import Case, PlanVersion
from tests.disclosure.small_cases import agreement, case, detail, meeting, people, person, statement

FOR_RIMA = ["rima", "noor"]
RIMA, YOUSEF = Reader("rima"), Reader("yousef")


def a_plan(**more: Any) -> Case:
    """A plan with one agreement for everyone and one that Yousef may not see."""
    plan = meeting(
        agreements=[
            agreement("a1", "Noor belt.", ("noor",)),
            agreement("a2", "De tas staat klaar.", ("rima",), visible_to=FOR_RIMA),
        ],
        **more,
    )
    return case(plan)


def decide(content: Case, moment: str) -> None:
    """Freeze the plan as it stands."""
    plan = content.meetings[0]
    plan.agreed_at = moment
    digests = Disclosure(content, plan).digests()
    plan.plan_versions.append(PlanVersion(agreed_at=moment, digests=digests))


def answer_everybody(content: Case) -> None:
    """Everybody's answer holds the digest of the own view."""
    plan = content.meetings[0]
    for answer in plan.answers:
        answer.digest = Disclosure(content, plan).digest(answer.person)


def view(content: Case, reader: Reader) -> PlanView:
    """The reader's copy."""
    return Disclosure(content, content.meetings[0]).copy(reader).view


def outdated(content: Case, reader: Reader | File) -> set[str]:
    """Who is to answer again, as this copy says."""
    copy = Disclosure(content, content.meetings[0]).copy(reader).view
    return {answer.person.called for answer in copy.answers if answer.outdated}


def agreed_and_answered() -> Case:
    """The plan, agreed in the morning; Rima and Yousef agree."""
    content = a_plan(answers=[{"person": name, "decision": "agree"} for name in ("rima", "yousef")])
    decide(content, "2026-11-12T10:00:00")
    answer_everybody(content)
    return content


def test_a_hidden_change_that_waits_for_a_decision_makes_no_concept_of_the_copy_of_who_may_not_see_it() -> (
    None
):
    content = agreed_and_answered()
    before = view(content, YOUSEF)
    content.meetings[0].agreements[1].what = "De tas staat bij Samira."
    content.meetings[0].agreed_at = None
    assert view(content, YOUSEF) == before
    assert view(content, RIMA).meeting.agreed_at is None


def test_a_hidden_change_agreed_later_leaves_the_copy_of_who_may_not_see_it_as_it_was() -> None:
    content = agreed_and_answered()
    before = view(content, YOUSEF)
    content.meetings[0].agreements[1].what = "De tas staat bij Samira."
    decide(content, "2026-11-19T16:00:00")
    assert view(content, YOUSEF) == before
    assert view(content, RIMA).version == 2
    assert view(content, RIMA).meeting.agreed_at == "2026-11-19T16:00:00"


def test_a_copy_does_not_tell_that_somebody_else_is_asked_again_for_what_its_reader_may_not_see() -> None:
    content = agreed_and_answered()
    content.meetings[0].agreements[1].what = "De tas staat bij Samira."
    assert outdated(content, YOUSEF) == set()
    assert outdated(content, RIMA) == {"Rima"}
    assert outdated(content, File()) == {"Rima"}


def test_after_a_change_for_everyone_each_copy_says_who_is_asked_again() -> None:
    content = agreed_and_answered()
    content.meetings[0].agreements[0].what = "Noor belt elke dag."
    for reader in (RIMA, YOUSEF, File()):
        assert outdated(content, reader) == {"Rima", "Yousef"}


def test_an_answer_given_again_is_not_asked_again() -> None:
    content = agreed_and_answered()
    content.meetings[0].agreements[0].what = "Noor belt elke dag."
    decide(content, "2026-11-19T16:00:00")
    answer_everybody(content)
    assert outdated(content, YOUSEF) == set()


def test_the_wall_does_not_tell_that_somebody_is_asked_again_for_what_the_room_may_not_see() -> None:
    content = agreed_and_answered()
    content.meetings[0].agreements[1].what = "De tas staat bij Samira."
    room = Room(frozenset({"rima", "yousef"}))
    answered = Disclosure(content, content.meetings[0]).answered(room)
    assert [(who.called, done) for who, done in answered] == [("Rima", True), ("Yousef", True)]


def test_an_answer_from_elsewhere_with_a_digest_of_its_own_tells_nobody_else_anything() -> None:
    content = a_plan(answers=[{"person": "rima", "decision": "agree", "digest": "0" * 64}])
    assert outdated(content, YOUSEF) == set()
    assert outdated(content, RIMA) == {"Rima"}


def test_who_comes_into_the_case_later_gets_a_first_version_not_none() -> None:
    content = agreed_and_answered()
    late = case(people=[*people(), person("samira", "network")]).people[3]
    content.people.append(late)
    assert view(content, Reader("samira")).version == 1


def test_a_digest_is_over_the_json_of_the_whole_body() -> None:
    content = agreed_and_answered()
    body = view(content, RIMA).body
    written = canonical_json(body).replace('"more_time_outs":[],', "")
    assert body.digest() == hashlib.sha256(written.encode()).hexdigest()
    assert Disclosure(content, content.meetings[0]).digest("rima") == body.digest()


def test_the_code_of_a_copy_does_not_change_with_what_is_hidden() -> None:
    content = agreed_and_answered()
    codes = {reader: copy_for(view(content, reader)).code for reader in (RIMA, YOUSEF)}
    content.meetings[0].agreements[1].what = "De tas staat bij Samira."
    assert copy_for(view(content, YOUSEF)).code == codes[YOUSEF]
    assert copy_for(view(content, RIMA)).code != codes[RIMA]


def test_agreements_for_everyone_carry_the_same_number_in_every_copy_and_the_others_follow() -> None:
    content = case(
        meeting(
            agreements=[
                agreement("a1", "voor Rima", visible_to=FOR_RIMA),
                agreement("a2", "voor ons allen"),
                agreement("a3", "voor Yousef", visible_to=["yousef"]),
                agreement("a4", "ook voor ons allen"),
            ]
        )
    )
    for_all = [(1, "voor ons allen"), (2, "ook voor ons allen")]
    shown = {
        reader: [(item.number, item.what) for item in view(content, reader).body.agreements]
        for reader in (RIMA, YOUSEF)
    }
    assert shown[RIMA] == [*for_all, (3, "voor Rima")]
    assert shown[YOUSEF] == [*for_all, (3, "voor Yousef")]


def test_an_owner_sees_the_own_agreement_even_where_nobody_thought_of_it() -> None:
    content = case(meeting(agreements=[agreement("a1", owners=("yousef",), visible_to="professionals")]))
    (own,) = view(content, YOUSEF).body.agreements
    assert own.mine


def test_a_value_beside_rather_not_say_is_never_shown() -> None:
    scale = {
        "id": "v1",
        "kind": "safety",
        "question": "Hoe veilig?",
        "zero": "niet",
        "ten": "heel",
        "scores": [{"person": "rima", "value": 2, "declined": True}],
    }
    content = case(meeting(scales=[scale]))
    for reader in (RIMA, File()):
        (score,) = Disclosure(content, content.meetings[0]).copy(reader).view.body.scales[0].scores
        assert (score.value, score.declined) == (None, True)


def test_an_earlier_answer_that_was_hidden_is_not_shown_beside_the_new_one() -> None:
    asked = {"kind": "safety", "question": "Hoe veilig?", "zero": "niet", "ten": "heel"}
    first = meeting(
        scales=[{**asked, "id": "v1", "scores": [{"person": "rima", "value": 1}], "visible_to": FOR_RIMA}]
    )
    second = meeting(
        id="b2", number=2, scales=[{**asked, "id": "v2", "scores": [{"person": "rima", "value": 6}]}]
    )
    content = case(first, second)
    shown = {
        reader: Disclosure(content, content.meetings[1]).copy(reader).view.body.scales[0].before
        for reader in (RIMA, YOUSEF)
    }
    assert [score.value for score in shown[RIMA]] == [1]
    assert shown[YOUSEF] == ()


def test_who_said_it_whom_it_is_about_and_full_names_are_in_no_copy() -> None:
    plan = meeting(
        statements=[statement("s1", by="rima", about=["yousef"])], notes=[{"text": "Noor let op."}]
    )
    text = repr(Disclosure(case(plan), case(plan).meetings[0])._plan(File()))
    assert "voluit" not in text
    assert "Noor let op" not in text
    assert "by=" not in text.replace("accepted_by=", "").replace("measured_by=", "").replace(
        "checked_by=", ""
    ).replace("disputed_by=", "").replace("spoken_by=", "")


def test_somebody_the_case_does_not_know_sees_what_is_for_everyone_and_no_more() -> None:
    plan = meeting(
        statements=[statement("s1", "voor allen"), statement("s2", "voor Rima", visible_to=FOR_RIMA)]
    )
    content = case(plan, people=people(rima=[detail("phone", "06 7700 1101")]))
    strange = Disclosure(content, content.meetings[0]).copy(Reader("niemand")).view
    assert [item.text for item in strange.body.danger] == ["voor allen"]
    assert strange.contacts == ()
