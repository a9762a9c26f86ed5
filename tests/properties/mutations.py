"""Take one guard away at a time, and see that the tests notice. `make mutations` prints the table.

Every call of `may_see` is found by itself, so that a new one is tried without anybody thinking of it. The
others are written down as what stands in the source, and what is put in its place.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import hypothesis

from beraad.disclosure.audience import Reader, Room
from beraad.disclosure.disclose import Copy, Disclosure
from beraad.disclosure.views import ChildView
from beraad.services.printing import Copies
from beraad.terms import RoomSees
from tests.disclosure import test_leaks as told
from tests.disclosure import test_room_scales as shown
from tests.disclosure import test_traces as traces
from tests.disclosure import test_turn as turns
from tests.disclosure.small_cases import (
    Document,
    agreement,
    case,
    detail,
    meeting,
    people,
    person,
    statement,
)
from tests.properties import test_digest as digests
from tests.properties import test_disclosure as views
from tests.properties import test_leaks as slips
from tests.properties import test_names as named
from tests.properties import test_no_interference as twins
from tests.properties import test_papers as papers

DOOR = "beraad.disclosure"
ROOMS = ("audience", "contacts", "content", "disclose", "leaks", "room_scales", "spreads", "wall")
"""Where a filter may stand."""

Watch = Callable[[], object]

SETTINGS = hypothesis.settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(hypothesis.Phase.generate,),
    report_multiple_bugs=False,
    verbosity=hypothesis.Verbosity.quiet,
)


@dataclass(frozen=True)
class Mutation:
    """One guard, and the source without it."""

    name: str
    module: str
    source: str
    first: Watch
    """The test that is most likely to notice, to be quick about it."""


def a_leak_withholds_the_copy() -> None:
    """Of three readers two may not know the address that was typed."""
    home = [{"kind": "address", "value": "Lindestraat 14", "visible_to": ["noor"]}]
    content = case(meeting(statements=[statement("s1", "op Lindestraat 14")]), people=people(rima=home))
    with tempfile.TemporaryDirectory() as folder:
        printed = Copies(content).write_all(Path(folder))
        assert [item.person for item in printed.copies] == ["rima", "noor"]
        assert len(list(Path(folder).glob("*.pdf"))) == 2


def the_screen_says_what_paper_says() -> None:
    """Of a case with a child, agreements that say what if they fail, and answers."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    widgets = importlib.import_module("PySide6.QtWidgets")
    _KEPT["app"] = widgets.QApplication.instance() or widgets.QApplication([])
    importlib.import_module("beraad.ui.theme").Theme.load("light").apply(_KEPT["app"])
    inks = importlib.import_module("tests.ui.document_view.two_inks")
    assert inks.not_the_same_in_two() == []


def one_signs_the_whole_document() -> None:
    """A number, the next date, or whom a child may call is another."""
    for reader in ("yousef", "adam"):
        for change in ({"to_noor": "076 555 0199"}, {"at": "2026-12-11T10:00:00"}):
            digests.test_a_number_and_the_next_date_are_of_the_document_and_not_of_the_plan(change, reader)
    digests.test_whom_a_child_may_call_and_what_it_said_is_of_its_own_document_alone({"may_call": []})


_KEPT: dict[str, object] = {}
"""What has to live as long as the windows."""


def a_newcomer_sees_last_time() -> None:
    """Somebody was not in the room when it was shown."""
    shown.test_whoever_did_not_see_it_then_does_not_see_it_now("yousef")


def words_show_no_numbers() -> None:
    """Last time the room read words, and saw no number."""
    shown.test_where_no_numbers_were_shown_there_is_nothing_of_the_last_time([shown.shown("words")])


def a_number_in_letters_is_found() -> None:
    """Typed with the letter O for each 0."""
    told.test_a_mobile_number_is_found_however_it_is_written("O6 77 OO 11 O1")


def what_is_possible_is_printed() -> None:
    """The water mill may be the school of that name: that is asked about."""
    assert not _watermolen("bij de watermolen").leaks


def a_childs_copy_is_searched_as_it_is_printed() -> None:
    """It has no worries, so nothing that a worry tells withholds it."""
    assert not _watermolen("bij De Watermolen", born="2018-01-01").leaks


def a_child_calls_nobody_who_is_feared() -> None:
    """It chose its father, whom a danger statement named since."""
    assert not _of_a_child(may_call=[{"person": "yousef"}]).calls


def no_promise_takes_a_child_to_who_is_feared() -> None:
    """Nobody wrote down why."""
    assert not _of_a_child().promises


def _of_a_child(**more: object) -> ChildView:
    """The copy of Adam, who has a father who is feared and a mother who promised to bring him there."""
    promised = agreement("a1", "Rima brengt Adam naar Yousef.", ("rima",), accepted_by=["rima"])
    fear = statement("s1", kind="danger_statement", **{"from": ["yousef"]})
    adam = person("adam", birth_date="2018-08-30", **more)
    number = detail("phone", "06 7700 1102", "everyone")
    content = case(
        meeting(agreements=[promised], statements=[fear]),
        people=[*people(yousef=[number]), adam],
        version=2,
    )
    view = Disclosure(content, content.meetings[0]).copy(Reader("adam")).view.child
    assert view is not None
    return view


def numbers_out_of_sight_tell_no_names_apart() -> None:
    """Somebody else is called Rima, and gave a number that the room does not see."""
    asked = {"kind": "safety", "zero": "a", "ten": "b"}
    scales = [
        {**asked, "id": "v1", "question": "Nu?", "scores": [{"person": "rima", "value": 3}]},
        {**asked, "id": "v2", "question": "Straks?", "scores": [{"person": "samira", "value": 4}]},
    ]
    content = case(meeting(scales=scales), people=[*people(), person("samira", called="Rima")])
    door, room = Disclosure(content, content.meetings[0]), Room(frozenset({"rima", "yousef"}))
    seen = door.scales(room, {"v1": RoomSees.ALL})
    assert [who.called for view in seen for who, _number in view.given] == ["Rima"]
    control = door.scales(room, {"v1": RoomSees.ALL, "v2": RoomSees.ALL})
    assert "Rima" not in [who.called for view in control for who, _number in view.given]


def a_question_out_of_sight_tells_no_names_apart() -> None:
    """Somebody else is called Rima, and gave a number to a question that the room may not see."""
    asked = {"kind": "safety", "zero": "a", "ten": "b"}
    first = {**asked, "id": "v1", "question": "Nu?", "scores": [{"person": "rima", "value": 3}]}
    other = {**asked, "id": "v2", "question": "Straks?", "scores": [{"person": "samira", "value": 4}]}
    room, sees = Room(frozenset({"rima", "yousef"})), dict.fromkeys(("v1", "v2"), RoomSees.ALL)
    called = {}
    for seen_by in ("facilitator", "everyone"):
        scales = [first, {**other, "visible_to": seen_by}]
        content = case(meeting(scales=scales), people=[*people(), person("samira", called="Rima")])
        views = Disclosure(content, content.meetings[0]).scales(room, sees)
        called[seen_by] = [who.called for view in views for who, _number in view.given]
    assert called["facilitator"] == ["Rima"]
    assert "Rima" not in called["everyone"], "control"


def an_answer_is_followed() -> None:
    """Somebody said that it is about the school."""
    answer = {"text": "bij de watermolen", "detail": "De Watermolen", "is_about": True}
    assert _watermolen("bij de watermolen", decisions=[answer]).leaks


def an_answer_is_about_its_words() -> None:
    """The same words where no place stands, in a text of which it was said."""
    answer = {"text": "een watermolen", "detail": "De Watermolen", "is_about": True}
    assert _watermolen("een watermolen", decisions=[answer]).leaks


def a_public_number_passes() -> None:
    """Without its 06, this number is that of Veilig Thuis."""
    told.test_a_number_that_everybody_may_call_is_none_of_a_hidden_one("06 0800 2000", "Bel 0800-2000.")


def hours_pass() -> None:
    """Two hours hold the digits of this number."""
    told.test_hours_dates_amounts_and_marks_are_none_of_a_hidden_number("06 1835 2015", "om 18:35 en 20:15")


def a_public_number_is_not_watched() -> None:
    """Somebody typed that of Veilig Thuis as a contact detail."""
    told.test_a_number_that_everybody_may_call_is_never_watched("0800-2000")


def _watermolen(text: str, born: str | None = None, decisions: list[Document] | None = None) -> Copy:
    """Yousef's copy of a worry with this text, where he may not know the school."""
    family = people(rima=[detail("school", "De Watermolen", ["noor"])])
    family[1]["birth_date"] = born
    content = case(
        meeting(statements=[statement("s1", text)]), people=family, version=2, leak_decisions=decisions or []
    )
    return Disclosure(content, content.meetings[0]).copy(Reader("yousef"))


COPY = views.test_a_copy_holds_exactly_the_texts_that_its_reader_may_see
WALL = views.test_the_wall_holds_exactly_what_everybody_in_the_room_may_see
ROOM = views.test_in_the_room_are_those_present_or_by_phone_and_in_this_half
DECLINED = views.test_an_answer_that_was_declined_shows_no_number
NUMBERS = views.test_numbers_have_no_gap_and_agreements_for_everyone_carry_the_same_in_every_copy
SLIP_ON_WALL = slips.test_a_slip_in_any_text_of_the_wall_keeps_it_from_the_wall
FILE_ALONE = views.test_marks_gaps_let_stand_and_scales_over_time_are_for_the_file_alone
SLIP_IN_COPY = slips.test_a_slip_in_any_text_of_a_copy_withholds_that_copy
TWIN_COPIES = twins.test_a_copy_does_not_depend_on_what_its_reader_may_not_see
PAPERS = papers.test_a_paper_is_the_same_whatever_somebody_who_may_see_it_may_not_see
CARDS = papers.test_what_does_not_stand_in_the_paper_stands_on_the_card
TWIN_WALLS = twins.test_the_wall_does_not_depend_on_what_the_room_may_not_see
TWIN_VERSIONS = twins.test_a_hidden_change_agreed_later_leaves_version_date_and_answers_as_they_were
SCANS = twins.test_scans_of_what_was_signed_on_paper_are_in_the_copy_for_the_file_and_nowhere_else
READ_BY_OTHERS = views.test_of_an_answer_others_read_what_was_chosen_and_the_file_all_of_it
OWN = views.test_what_a_reader_owns_or_takes_is_marked_as_the_readers_own
ONE_DOOR = views.test_one_door_gives_every_reader_what_a_door_of_the_own_would
HALVES = told.test_a_number_written_half_in_one_field_and_half_in_the_next_is_found
HOUSEMATES = told.test_who_lives_there_too_may_read_the_address
LAST_TIME = shown.test_last_time_is_not_beside_it_if_that_was_not_for_the_room
NOT_TOLD = traces.test_the_wall_does_not_tell_that_somebody_is_asked_again_for_what_the_room_may_not_see
NAMES = named.test_a_copy_tells_nothing_of_somebody_called_alike_whom_its_reader_does_not_see
NAMES_ON_WALL = named.test_the_wall_tells_nothing_of_somebody_called_alike_whom_the_room_does_not_see
NAMES_APART = named.test_two_called_alike_on_one_paper_are_told_apart
ASKED = shown.test_a_question_is_asked_only_of_who_may_see_it
SHOWN = shown.test_nothing_counts_as_shown_of_a_question_that_the_room_may_not_see

WATCHES: tuple[Watch, ...] = (
    COPY,
    WALL,
    ROOM,
    DECLINED,
    NUMBERS,
    OWN,
    READ_BY_OTHERS,
    ONE_DOOR,
    FILE_ALONE,
    TWIN_COPIES,
    TWIN_WALLS,
    TWIN_VERSIONS,
    SCANS,
    SLIP_IN_COPY,
    SLIP_ON_WALL,
    HALVES,
    HOUSEMATES,
    ASKED,
    NOT_TOLD,
    NAMES,
    NAMES_ON_WALL,
    NAMES_APART,
    a_question_out_of_sight_tells_no_names_apart,
    a_leak_withholds_the_copy,
    a_number_in_letters_is_found,
    what_is_possible_is_printed,
    a_childs_copy_is_searched_as_it_is_printed,
    a_child_calls_nobody_who_is_feared,
    no_promise_takes_a_child_to_who_is_feared,
    an_answer_is_followed,
)

OTHERS: tuple[tuple[str, str, str, str, Watch], ...] = (
    (
        "every statement is for everyone",
        "content",
        "self._part(Place.statement(item.id), view, item.visible_to",
        "self._part(Place.statement(item.id), view, EVERYONE",
        COPY,
    ),
    (
        "every scale is for everyone",
        "content",
        "self._scale_views[key], item.visible_to",
        "self._scale_views[key], EVERYONE",
        COPY,
    ),
    (
        "every agreement is for everyone",
        "content",
        "return self._part(Place.agreement(item.id), view, item.visible_to",
        "return self._part(Place.agreement(item.id), view, EVERYONE",
        COPY,
    ),
    (
        "every ended agreement is for everyone",
        "content",
        "yield self._part(Place.agreement(item.id), view, item.visible_to",
        "yield self._part(Place.agreement(item.id), view, EVERYONE",
        COPY,
    ),
    (
        "the time-out is for everyone",
        "content",
        "self._part(Place.time_out(number), view, row.visible_to",
        "self._part(Place.time_out(number), view, EVERYONE",
        COPY,
    ),
    (
        "every emergency step is for everyone",
        "content",
        "self._part(Place.emergency_step(number), view, item.visible_to)",
        "self._part(Place.emergency_step(number), view, EVERYONE)",
        COPY,
    ),
    (
        "every contact detail is for everyone",
        "contacts",
        "yield detail.visible_to, self",
        "yield type(detail.visible_to).parse('everyone'), self",
        COPY,
    ),
    (
        "owners do not see what is theirs",
        "content",
        "return self._part(Place.agreement(item.id), view, item.visible_to, item.owners, names)",
        "return self._part(Place.agreement(item.id), view, item.visible_to, (), names)",
        COPY,
    ),
    (
        "owners do not see what was theirs",
        "content",
        "yield self._part(Place.agreement(item.id), view, item.visible_to, item.owners, item.owners)",
        "yield self._part(Place.agreement(item.id), view, item.visible_to, (), item.owners)",
        COPY,
    ),
    (
        "a declined answer shows its number",
        "content",
        "None if item.declined else item.value",
        "item.value",
        DECLINED,
    ),
    (
        "numbers begin at two",
        "content",
        "in enumerate(seen(running), start=1)",
        "in enumerate(seen(running), start=2)",
        NUMBERS,
    ),
    ("the wall shows an item that leaks", "content", "and safe(part.place, part.view)", "", SLIP_ON_WALL),
    (
        "answers are shown before they are revealed",
        "room_scales",
        "sees.get(item.id, RoomSees.NOTHING)",
        "RoomSees.ALL",
        WALL,
    ),
    (
        "the wall shows a question that leaks",
        "room_scales",
        "if safe(place, view):",
        "if True:",
        SLIP_ON_WALL,
    ),
    (
        "the wall shows own words that leak",
        "room_scales",
        "if text and safe(place / person / name, text):",
        "if text:",
        shown.test_words_that_would_tell_too_much_stay_away_alone_and_are_told,
    ),
    (
        "a spread without names stands for too few",
        "spreads",
        "return _spreads(item, then, people, circles_together(counts_of(numbers_of(item, people))))",
        "return _spreads(item, then, people, [(circle,) for circle in Circle])",
        shown.test_per_circle_shows_no_spread_of_fewer_than_three_numbers,
    ),
    (
        "circles of last time come apart",
        "shown_before",
        "seen and len(given) >= LEAST_TOGETHER",
        "len(given) >= LEAST_TOGETHER",
        shown.test_a_circle_that_was_merged_with_few_others_does_not_come_apart,
    ),
    (
        "last time tells of fewer than three numbers",
        "shown_before",
        "if seen and len(given) >= LEAST_TOGETHER else None",
        "if seen and given else None",
        shown.test_all_shows_who_gave_which_number_and_the_spread_of_each_circle,
    ),
    (
        "who did not see it then sees it now",
        "shown_before",
        "if self._here and self._here <= who and",
        "if self._here and",
        a_newcomer_sees_last_time,
    ),
    (
        "of last time the other room is seen",
        "shown_before",
        "and given_by <= set(heard)",
        "",
        shown.test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other,
    ),
    (
        "numbers that were not shown then are seen now",
        "shown_before",
        "numbers = numbers_of(before, given_by)",
        "numbers = numbers_of(before, self._people)",
        shown.test_an_answer_that_was_not_in_it_is_not_in_it_now,
    ),
    (
        "words that were shown then let numbers be seen",
        "shown_before",
        "if row.sees == RoomSees.ALL:",
        "if row.sees != RoomSees.CIRCLES:",
        words_show_no_numbers,
    ),
    (
        "a copy holds everybody's answers",
        "content",
        "for score in scale.scores if score.person == _alone(eye))",
        "for score in scale.scores)",
        COPY,
    ),
    (
        "own words stand in the order of the table",
        "room_scales",
        "sorted(said, key=lambda one: (folded(one[0]), one[0]))",
        "reversed(said)",
        shown.test_own_words_come_without_number_or_name_in_an_order_that_is_nobodys,
    ),
    (
        "the wall shows what was answered in the other room",
        "audience",
        " or scale in room.released or person in room.people",
        " or True",
        shown.test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other,
    ),
    (
        "the wall shows the words of the other room",
        "room_scales",
        "(score for score in item.scores if score.person in people)",
        "(score for score in item.scores)",
        shown.test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other,
    ),
    (
        "the wall shows the numbers of the other room",
        "room_scales",
        "if score.person in people and score.value is not None",
        "if score.value is not None",
        shown.test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other,
    ),
    (
        "the wall tells how many of the other room would rather not say",
        "room_scales",
        "sum(score.declined for score in item.scores if score.person in people)",
        "sum(score.declined for score in item.scores)",
        shown.test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other,
    ),
    (
        "a spread of each circle counts the numbers of the other room",
        "room_scales",
        "by_circle(item, self._last_time.shown(item, people), people)",
        "by_circle(item, self._last_time.shown(item, people), self._people)",
        shown.test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other,
    ),
    (
        "a spread without names counts the numbers of the other room",
        "room_scales",
        "without_names(item, self._last_time.shown(item, heard), heard)",
        "without_names(item, self._last_time.shown(item, heard), self._people)",
        shown.test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other,
    ),
    (
        "a number goes along with the own words",
        "room_scales",
        'because=said["because"], one_up=said["one_up"])',
        'because=said["because"], one_up=said["one_up"], declined=item.scores[0].value or 0)',
        shown.test_the_wall_is_the_same_whatever_numbers_it_may_not_show,
    ),
    (
        "everybody gets the scales over time",
        "disclose",
        "if not isinstance(audience, Facilitator | File):\n            return ()",
        "if False:\n            return ()",
        FILE_ALONE,
    ),
    (
        "people without a detail are listed",
        "contacts",
        "        if not any(seen):\n            return None\n",
        "",
        COPY,
    ),
    (
        "a number is sought among the letters as they are spelled",
        "leaks",
        "for digits in (text.numbers, ",
        "for digits in (text.letters, ",
        a_number_in_letters_is_found,
    ),
    (
        "a name is sought among the letters read as digits",
        "leaks",
        "letters = text.letters",
        "letters = text.numbers",
        a_leak_withholds_the_copy,
    ),
    ("a copy is not searched", "disclose", "self.search.leaks(told, audience), ", "(), ", SLIP_IN_COPY),
    (
        "a copy tells that another is asked again",
        "disclose",
        "judged and self._is_outdated_for(item, audience))",
        "self.is_outdated(item))",
        TWIN_COPIES,
    ),
    (
        "a view of one reader is given to another: mine",
        "content",
        "key = part.place, number, mine",
        "key = part.place, number",
        OWN,
    ),
    (
        "a view of one reader is given to another: number",
        "content",
        "key = part.place, number, mine",
        "key = part.place, mine",
        NUMBERS,
    ),
    (
        "a view of one reader is given to another: answers",
        "content",
        "key = item.id, id(before), isinstance(eye.audience, Facilitator | File), _alone(eye)",
        "key = item.id",
        ONE_DOOR,
    ),
    (
        "a view of one reader is given to another: contacts",
        "contacts",
        "key = person.id, seen",
        "key = person.id",
        COPY,
    ),
    (
        "a view of one reader is given to another: asked again",
        "disclose",
        "key = answer.person, reads, outdated",
        "key = answer.person, reads",
        ONE_DOOR,
    ),
    ("an empty room sees everything", "audience", "return bool(people) and all(", "return all(", WALL),
    ("one in the room is enough", "audience", "bool(people) and all(", "bool(people) and any(", WALL),
    ("who is left out sees it", "readers", "return person not in self.people", "return True", COPY),
    ("who is left out sees it alone", "readers", "return person not in self.people", "return False", COPY),
    ("a list of people is for all", "readers", "return person in self.people", "return True", COPY),
    (
        "the network counts as professional",
        "readership",
        "circle == Circle.PROFESSIONAL",
        "circle != Circle.FAMILY",
        COPY,
    ),
    (
        "professionals see what is for the facilitator",
        "readers",
        "self.group is VisibleTo.PROFESSIONALS",
        "self.group is not None",
        COPY,
    ),
    ("an owner does not see the own", "audience", "person in always or", "", COPY),
    ("who did not come is in the room", "audience", "if item.attendance in IN_THE_ROOM", "if True", ROOM),
    ("the other half is in the room", "audience", "if item.room in (half, None)", "if True", ROOM),
    (
        "those for some come first",
        "content",
        "for_everyone in (True, False)",
        "for_everyone in (False, True)",
        NUMBERS,
    ),
    (
        "marks for everybody",
        "disclose",
        "_marks(self.meeting) if whole else ()",
        "_marks(self.meeting)",
        FILE_ALONE,
    ),
    (
        "the proof, and with it every scan, for everybody",
        "disclose",
        "if judged and isinstance(audience, File) else None",
        "if judged else None",
        SCANS,
    ),
    (
        "a scan is shown with any answer",
        "proof",
        "for item in meeting.scans if item.belongs_to(answer)",
        "for item in meeting.scans",
        SCANS,
    ),
    (
        "gaps let stand for everybody",
        "disclose",
        "in meeting.overrides) if whole else ()",
        "in meeting.overrides)",
        COPY,
    ),
    (
        "the wall tells that another is asked again",
        "disclose",
        "and not self._is_outdated_for(answer, audience)",
        "and not self.is_outdated(answer)",
        NOT_TOLD,
    ),
    (
        "a hidden change moves the date",
        "disclose",
        "agreed = agreed_at(meeting, audience, *digests) if judged",
        "agreed = meeting.agreed_at if judged",
        TWIN_VERSIONS,
    ),
    (
        "a hidden change makes a version",
        "disclose",
        "version.digests.get(audience.person if isinstance(audience, Reader) else FILE_DIGEST)",
        "version.digests.get(FILE_DIGEST)",
        TWIN_VERSIONS,
    ),
    (
        "a paper holds what somebody who may see it may not see",
        "audience",
        "(audience.person, *audience.seen_by) if",
        "(audience.person,) if",
        PAPERS,
    ),
    (
        "a paper that others see holds the own number",
        "audience",
        "return None if self.seen_by else self.person",
        "return self.person",
        PAPERS,
    ),
    (
        "a card lacks what is not in the paper",
        "card",
        "danger=self._rest(whole.danger, paper.danger)",
        "danger=()",
        CARDS,
    ),
    (
        "the wall names who is in the other room",
        "disclose",
        "if room is None or item.person in room",
        "",
        WALL,
    ),
    (
        "the wall names who answers in the other room",
        "disclose",
        "and (seen is None or item.person in seen.people)",
        "",
        WALL,
    ),
    (
        "others read words that nobody chose to show",
        "answers",
        "answer.remark if reads is AnswerShows.WORDS else None",
        "answer.remark",
        COPY,
    ),
    (
        "others read that there are words",
        "answers",
        "if reads is AnswerShows.DECISION and decision is Decision.AGREE_WITH_REMARK:",
        "if False:",
        READ_BY_OTHERS,
    ),
    (
        "others read a decision that was kept from them",
        "answers",
        "elif reads is AnswerShows.ANSWERED and decision is not Decision.ABSENT:",
        "elif False:",
        READ_BY_OTHERS,
    ),
    (
        "a signature tells the decision",
        "answers",
        "signed = shown is not None",
        "signed = True",
        READ_BY_OTHERS,
    ),
    (
        "everybody reads all of an answer",
        "disclose",
        "AnswerShows.WORDS if whole else AnswerShows(answer.shows)",
        "AnswerShows.WORDS",
        COPY,
    ),
    (
        "a view of an answer is given to who reads less of it",
        "disclose",
        "key = answer.person, reads, outdated",
        "key = answer.person, outdated",
        ONE_DOOR,
    ),
    (
        "the frame of the wall is not searched",
        "wall",
        "if leaks := disclosure.found.leaks(frame, room, place):",
        "if leaks := ():",
        SLIP_ON_WALL,
    ),
    ("the wall is not searched", "wall", "return not leaks", "return True", SLIP_ON_WALL),
    (
        "the wall names who has the turn in the other room",
        "wall",
        "if person is None or person not in room.people:",
        "if person is None:",
        turns.test_somebody_in_another_room_is_not,
    ),
    (
        "the name of who has the turn is not searched",
        "wall",
        "return None if disclosure.found.leaks(view, room, place) else view",
        "return view",
        turns.test_a_name_that_would_tell_a_secret_is_not_shown_and_the_same_name_is_without_the_secret,
    ),
    (
        "what is possible withholds a copy too",
        "leaks",
        "if leak.strength is strength and id(leak.hidden) in kept:",
        "if id(leak.hidden) in kept:",
        what_is_possible_is_printed,
    ),
    (
        "everybody of the case tells names apart",
        "shared_views",
        "if isinstance(audience, Facilitator | File):",
        "if True:",
        NAMES,
    ),
    (
        "who was invited tells names apart before the plan was agreed",
        "shared_views",
        "self.meeting.participants if agreed else ()",
        "self.meeting.participants",
        NAMES,
    ),
    (
        "who signs is told apart from nobody",
        "shared_views",
        "self.meeting.participants if agreed else ()",
        "()",
        NAMES_APART,
    ),
    (
        "who is listed to be called is told apart from nobody",
        "shared_views",
        "return named | made.contacts.named(eye) | {audience.person, *listed}",
        "return named | {audience.person, *listed}",
        NAMES_APART,
    ),
    (
        "whom the plan names is told apart from nobody",
        "shared_views",
        "return named | made.contacts.named(eye) | {audience.person, *listed}",
        "return made.contacts.named(eye) | {audience.person, *listed}",
        NAMES_APART,
    ),
    (
        "who is in the room is told apart from nobody",
        "shared_views",
        "return named | audience.people",
        "return named",
        NAMES_ON_WALL,
    ),
    (
        "a number that the room sees is told apart from nobody's",
        "disclose",
        "if sees.get(item.id) is RoomSees.ALL]",
        "if False]",
        NAMES_ON_WALL,
    ),
    (
        "numbers that the room does not see tell names apart",
        "disclose",
        "if sees.get(item.id) is RoomSees.ALL]",
        "]",
        numbers_out_of_sight_tell_no_names_apart,
    ),
    (
        "numbers of the other room tell names apart",
        "disclose",
        "            if hears(self.meeting, room, item.id, score.person)\n",
        "",
        NAMES_ON_WALL,
    ),
    (
        "a child's copy is searched as a whole copy",
        "paper",
        "elif view.child is not None:",
        "elif False:",
        a_childs_copy_is_searched_as_it_is_printed,
    ),
    (
        "a child may call who is feared",
        "childs_copy",
        "if who in self._feared and not may_call_all_the_same(self._meeting, self._child.id, who):",
        "if False:",
        a_child_calls_nobody_who_is_feared,
    ),
    (
        "a promise may take a child to who is feared",
        "childs_words",
        "if anywhere or self._goes_with(part, found):",
        "if anywhere:",
        no_promise_takes_a_child_to_who_is_feared,
    ),
    (
        "an answer to what is possible is not followed",
        "leaks",
        "if True in answers.values():",
        "if False:",
        an_answer_is_followed,
    ),
    (
        "an answer is not about the words where no place stands",
        "watch.context",
        "if text.known_to_tell:",
        "if False:",
        an_answer_is_about_its_words,
    ),
    (
        "hours are read as a number",
        "watch.patterns",
        "if self.letters.isdigit() and are_other(text, range(start, end)):",
        "if False:",
        a_public_number_passes,
    ),
    (
        "hours with words in between are read as a number",
        "watch.patterns",
        "if whole and not are_other(text, places, but=_LOOSE_DIGITS):",
        "if whole:",
        hours_pass,
    ),
    (
        "a number that everybody may call is watched",
        "watch.numbers",
        "if is_public(value):",
        "if False:",
        a_public_number_is_not_watched,
    ),
    (
        "texts that are printed behind each other are not searched as one",
        "view_search",
        "across = self._told_across((*windows(ordered), *beside), kept)",
        "across = ()",
        HALVES,
    ),
    (
        "who lives there too is not asked",
        "leaks",
        "other.kind is item.kind and patterns >= own",
        "False",
        HOUSEMATES,
    ),
    (
        "one signs without the numbers",
        "document_digest",
        "tuple((contact.person, details) for contact, details in sheet.numbers)",
        "()",
        one_signs_the_whole_document,
    ),
    (
        "one signs without the next meeting",
        "document_digest",
        "        sheet.view.next_meeting,\n",
        "",
        one_signs_the_whole_document,
    ),
    (
        "a child signs without whom it may call",
        "document_digest",
        "return child, coming",
        "return child.promises, coming",
        one_signs_the_whole_document,
    ),
    (
        "printing prints what leaks",
        "printing",
        "if not (found := self._leaks(reader)):\n            return None",
        "return None",
        a_leak_withholds_the_copy,
    ),
)


_ELSEWHERE = {
    "printing": "beraad.services.printing",
    "readers": "beraad.readers",
    "readership": "beraad.models.readership",
}

ON_SCREEN = (
    (
        "the screen lacks what to do if an agreement fails",
        "beraad.ui.document_view.blocks",
        "fact_in_line(label, line)) for label, line in item.facts]",
        "fact_in_line(label, line)) for label, line in item.facts if not label.startswith('Lukt')]",
    ),
    (
        "the screen lacks the answers on a scale",
        "beraad.ui.document_view.blocks",
        "[drawing, *ends, legend]",
        "[*ends, legend]",
    ),
    (
        "a child signs the paper of a grown-up",
        "beraad.export.copies",
        "    document = copy_for(view)",
        "    document = personal_copy(view, _reads(view))",
    ),
    (
        "who signs reads what others answered",
        "beraad.export.copies",
        "if not isinstance(block, Answers)",
        "if True",
    ),
)
"""Of what somebody signs; there has to be Qt to show it."""


def mutations() -> Iterator[Mutation]:
    """Every guard there is, one at a time."""
    yield from filters()
    for name, room, before, after, first in OTHERS:
        yield _mutation(name, _ELSEWHERE.get(room, f"{DOOR}.{room}"), before, after, first)
    if with_qt():
        yield from on_screen()


def on_screen() -> Iterator[Mutation]:
    """Those by which a screen says something else than paper."""
    for name, module, before, after in ON_SCREEN:
        yield _mutation(name, module, before, after, the_screen_says_what_paper_says)


def _mutation(name: str, module: str, before: str, after: str, first: Watch) -> Mutation:
    source = source_of(module)
    if source.count(before) != 1:
        raise LookupError(f"{before!r} stands {source.count(before)} times in {module}")
    return Mutation(name, module, source.replace(before, after), first)


def with_qt() -> bool:
    """Whether there are windows in this run."""
    try:
        importlib.import_module("PySide6")
    except ModuleNotFoundError:
        return False
    return True


def filters() -> Iterator[Mutation]:
    """Every question to `may_see`, answered with yes, one at a time."""
    for room in ROOMS:
        yield from _without_each_filter(f"{DOOR}.{room}")


def _without_each_filter(module: str) -> Iterator[Mutation]:
    """One mutation for each question to `may_see`: the answer is yes."""
    for number in range(len(_questions(ast.parse(source_of(module))))):
        tree = ast.parse(source_of(module))
        call = _questions(tree)[number]
        what = ast.unparse(call)
        yes = _Yes(call)
        name = f"no filter: {module.rpartition('.')[2]}:{call.lineno} {what}"
        first = SLIP_IN_COPY if module.endswith("leaks") else WALL if "(case, item." in what else COPY
        if module.endswith("room_scales"):
            first = SHOWN if number else WALL
        if module.endswith("spreads"):
            first = LAST_TIME
        if module.endswith("content") and "(scale." in what:
            first = TWIN_COPIES
        if what == "eye.may_see(detail.visible_to)" or (module.endswith("content") and number):
            first = NAMES
        if module.endswith("disclose") and "eye.may_see(item" in what:
            first = a_question_out_of_sight_tells_no_names_apart
        if "_eye(reader)" in what:
            first = ASKED
        yield Mutation(name, module, ast.unparse(ast.fix_missing_locations(yes.visit(tree))), first)


def _questions(tree: ast.AST) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _asks(node.func)]
    return sorted(calls, key=lambda call: call.lineno)


def _asks(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name.endswith("may_see")


class _Yes(ast.NodeTransformer):
    """Puts True where the call stood."""

    def __init__(self, call: ast.Call) -> None:
        self._call = call

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Replace it, or look on."""
        return ast.Constant(value=True) if node is self._call else self.generic_visit(node)


def source_of(module: str) -> str:
    """The source of a module as it stands."""
    return Path(inspect.getfile(importlib.import_module(module))).read_text(encoding="utf-8")


@contextmanager
def applied(mutation: Mutation) -> Iterator[None]:
    """The running program with this mutation: the code of its functions is exchanged, and put back."""
    real = importlib.import_module(mutation.module)
    other = ModuleType(real.__name__)
    other.__file__ = real.__file__
    sys.modules["mutated"] = other
    exec(compile(mutation.source, mutation.module, "exec"), other.__dict__)  # noqa: S102 - our own source
    before: list[tuple[FunctionType, CodeType]] = []
    theirs = dict(_functions(other))
    for path, function in _functions(real):
        before.append((function, function.__code__))
        function.__code__ = theirs[path].__code__
    try:
        yield
    finally:
        for function, code in before:
            function.__code__ = code
        del sys.modules["mutated"]


def _functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    for name, value in vars(module).items():
        if getattr(value, "__module__", None) != module.__name__:
            continue
        if isinstance(value, FunctionType):
            yield name, value
        elif isinstance(value, type):
            for inner, method in vars(value).items():
                function = method.fget if isinstance(method, property) else method
                if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                    yield f"{name}.{inner}", function


def noticed_by(mutation: Mutation) -> str | None:
    """The first test that fails with this mutation, by name; None where nobody notices."""
    with applied(mutation):
        for watch in (mutation.first, *WATCHES):
            if fails(watch):
                return watch.__name__
    return None


def fails(watch: Watch) -> bool:
    """Whether a test fails now. Only what it asserts counts; a crash is no notice."""
    try:
        with _quick(watch):
            watch()
    except AssertionError:
        return True
    return False


@contextmanager
def _quick(watch: Watch) -> Iterator[None]:
    """Let a property test look for one failure, the same way each time, and not shrink it."""
    # The settings that a test runs with, bound to it when it was defined.
    name = "_hypothesis_internal_use_settings"
    bound = getattr(watch, name, None)
    if bound is None:
        yield
        return
    setattr(watch, name, SETTINGS)
    try:
        yield
    finally:
        setattr(watch, name, bound)


def main() -> int:
    """Print the table; 1 where a guard is missed by nobody."""
    missed = 0
    for mutation in mutations():
        begun = time.monotonic()
        by = noticed_by(mutation)
        missed += by is None
        took = f"{time.monotonic() - begun:.1f} s"
        print(f"{'noticed' if by else 'MISSED '}  {mutation.name}\n         {by or 'by nobody'}, {took}")  # noqa: T201
    print(f"{missed} missed")  # noqa: T201
    return 1 if missed else 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
