"""What somebody with a screen reader hears of what appears in a meeting while the keyboard is elsewhere."""

import pytest

from beraad.errors import BeraadError
from beraad.services.meeting import MeetingService
from beraad.terms import Column, Step
from tests.ui.heard import Heard
from tests.ui.opened_console import HADDAD, Console, Opener, press

WHO_IS_HERE = (
    "Wie zit er nu in de kamer? Tot u kiest, toont het scherm alleen wat iedereen mag zien. "
    "Druk op Ctrl+1 of Ctrl+2."
)


class DiskFull(BeraadError):
    """Stands for a store that cannot write."""

    code = "disk_full"


@pytest.fixture
def haddad(open_console: Opener) -> Console:
    """In two rooms; it was said who is here."""
    return open_console(HADDAD, "b1")


def test_a_meeting_in_two_rooms_asks_aloud_who_is_in_the_room(open_console: Opener, heard: Heard) -> None:
    console = open_console(HADDAD, "b1", half=None)
    assert WHO_IS_HERE in heard()
    console.model.show(lambda meeting: meeting.show_half(1))
    console.page.go_to(Step.WORRIES)
    assert heard().count(WHO_IS_HERE) == 1


def test_after_a_pause_it_is_asked_aloud_again(haddad: Console, heard: Heard) -> None:
    haddad.page.pausing.pause()
    said = heard()
    assert any(words.startswith("Pauze sinds 14:00 uur.") for words in said)
    assert WHO_IS_HERE in said


def test_that_the_plan_is_a_concept_again_is_said_once(haddad: Console, heard: Heard) -> None:
    haddad.page.go_to(Step.AGREEMENTS)
    first = haddad.model.view.agreements[0].id
    for text in ("Omar belt", "Omar belt op zondag."):
        haddad.model.act(lambda meeting, text=text: meeting.agreements.change(first, what=text))
    assert [words for words in heard() if "weer een concept" in words] == [haddad.page.concept.words()]


def test_a_save_that_failed_is_heard_at_each_try_and_so_is_the_one_that_did_not(
    console: Console, heard: Heard
) -> None:
    full = True

    def wish(meeting: MeetingService) -> None:
        if full:
            raise DiskFull
        meeting.statements.add(Column.DANGER, "Toch bewaard")

    console.model.act(wish)
    console.model.retry()
    assert heard().count("Niet opgeslagen") == 2
    full = False
    console.model.retry()
    assert heard()[-1].startswith("Opgeslagen ")


def test_what_is_not_discussed_yet_is_counted_aloud(console: Console, heard: Heard) -> None:
    console.page.go_to(Step.EVALUATION)
    press(console.page.top_bar, "Beraad sluiten")
    assert any(words.endswith("Sluiten kan altijd.") for words in heard())


def test_each_who_gives_a_number_hears_the_question(console: Console, heard: Heard) -> None:
    console.model.act(lambda meeting: meeting.scales.add("Hoe veilig is het?", "geweld", "veilig"))
    console.page.go_to(Step.SCALE)
    press(console.page, "Ieder kiest zelf")
    assert heard()[-1] == "Ieder kiest zelf een cijfer\nGeef het toetsenbord aan Sanne."
    press(console.page, "Ik ben Sanne")
    assert heard()[-1] == "Sanne, welk cijfer geef je? Hoe veilig is het? 0 = geweld. 10 = veilig."


def test_who_signs_hears_nothing_of_the_console(console: Console, heard: Heard) -> None:
    console.page.steps.private.mark()
    before = len(heard())
    console.page.status.save_state.set_failed()
    console.page.notice.say("Dit is voor u.", "Goed", lambda: None, icon="pause", closable=True)
    assert heard()[before:] == []
