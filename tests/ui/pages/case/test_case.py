"""One case: people with who may see what, meetings, course, workers, secret words, export."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from beraad.readers import FACILITATOR, Readers
from beraad.services.cases import ContactLine
from beraad.services.errors import NotValid
from beraad.terms import Circle, Colour, ContactKind, Decision, MeetingMode, Paper
from beraad.ui.dialogs.contact_editor import ContactEditor
from beraad.ui.dialogs.person import PersonDialog, read_date
from beraad.ui.dialogs.plan_meeting import PlanMeetingDialog
from beraad.ui.dialogs.secrets import SecretsDialog
from beraad.ui.dialogs.workers import WorkersDialog
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.case.people.person_card import PersonCard, age_on
from tests.scanned import jpeg
from tests.ui.driving import is_there, press
from tests.ui.opened_window import DE_WIT, HADDAD, Shell

InDialog = Callable[[Callable[[QDialog], None]], list[str]]


def case_page(shell: Shell, reference: str) -> CasePage:
    """The page of a case."""
    shell.window.show_case(reference)
    page = shell.window.page
    assert isinstance(page, CasePage)
    return page


def card_of(page: CasePage, person: str) -> PersonCard:
    """The card of somebody."""
    page.show_tab(page.people)
    return next(card for card in page.findChildren(PersonCard) if card.person.id == person)


def said(widget: QWidget) -> str:
    """Everything that the labels of a widget say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


# -- people ------------------------------------------------------------------------------------------


def test_a_contact_detail_says_who_sees_it(shell: Shell) -> None:
    words = said(card_of(case_page(shell, HADDAD), "rima"))
    assert "Lindestraat 14, Roosendaal" in words
    assert "mag dit zien: Samira, Noor en Piet" in words
    assert "mag dit zien: alleen de gespreksleider" in words


def test_a_card_says_what_to_mind_on_paper_and_in_the_talk(shell: Shell) -> None:
    page = case_page(shell, HADDAD)
    assert "papier: ligt bij Samira" in said(card_of(page, "rima"))
    assert "tolk: Arabisch (telefonisch)" in said(card_of(page, "rima"))
    assert "geen papier" in said(card_of(page, "adam"))
    assert "geen papier" in card_of(page, "adam").accessibleName()


@pytest.mark.parametrize(("day", "years"), [(dt.date(2026, 4, 11), 9), (dt.date(2026, 4, 12), 10)])
def test_a_year_older_on_the_birthday(day: dt.date, years: int) -> None:
    assert age_on(dt.date(2016, 4, 12), day) == years


def fill_person(dialog: QDialog) -> None:
    """Somebody with everything."""
    assert isinstance(dialog, PersonDialog)
    dialog.accept()
    assert dialog.said() == "Vul een naam in."
    dialog.name.setText("Elif Kaya")
    dialog.birth_date.setText("31-2-1980")
    dialog.accept()
    assert "geen datum" in dialog.said()
    dialog.birth_date.setText("3/2/1980")
    dialog.relation.setText("buurvrouw")
    dialog.language.setCurrentIndex(dialog.language.findData("tr"))
    dialog.interpreter.setText("Turks")
    dialog.large_print.setChecked(True)
    dialog.plain_language.setChecked(True)
    dialog.paper.setCurrentIndex(dialog.paper.findData("elsewhere"))
    dialog.paper_note.setText("ligt bij Joke")
    press(dialog.contact, "Nummer of adres toevoegen")
    dialog.contact.lines[0].value.setText("06 1111 2222")
    press(dialog.contact, "Nummer of adres toevoegen")
    dialog.accept()


def test_somebody_is_added_with_everything(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, DE_WIT)
    done = in_dialog(fill_person)
    page.people.add_person(Circle.NETWORK)
    assert done == ["PersonDialog"]
    person = shell.vault.cases().case(DE_WIT).people[-1]
    assert (person.name, person.called, person.circle) == ("Elif Kaya", "Elif Kaya", Circle.NETWORK)
    assert person.birth_date == dt.date(1980, 2, 3)
    assert (person.language, person.interpreter) == ("tr", "Turks")
    assert person.large_print
    assert person.plain_language
    assert (person.paper, person.paper_note) == (Paper.ELSEWHERE, "ligt bij Joke")
    assert person.contact == (ContactLine(ContactKind.PHONE, "06 1111 2222", FACILITATOR),)
    assert "papier: ligt bij Joke" in said(card_of(page, person.id))


def test_somebody_else_can_be_added_at_once(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, DE_WIT)
    before = [person.name for person in shell.vault.cases().case(DE_WIT).people]

    def first(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        press(dialog, "Bewaar, en nog iemand")
        assert dialog.isVisible(), "without a name it stays"
        assert not dialog.wants_another
        dialog.name.setText("Elif Kaya")
        press(dialog, "Bewaar, en nog iemand")
        in_dialog(second)

    def second(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        assert (dialog.name.text(), dialog.circle.currentData()) == ("", "network")
        dialog.name.setText("Nur Kaya")
        dialog.accept()

    in_dialog(first)
    page.people.add_person(Circle.NETWORK)
    people = [person.name for person in shell.vault.cases().case(DE_WIT).people]
    assert people == [*before, "Elif Kaya", "Nur Kaya"]


def test_who_is_changed_is_not_followed_by_somebody_else(shell: Shell, in_dialog: InDialog) -> None:
    seen: list[bool] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        seen.append(is_there(dialog, "Bewaar, en nog iemand"))
        dialog.reject()

    in_dialog(look)
    case_page(shell, DE_WIT).people.change_person("lisa")
    assert seen == [False]


def test_opening_and_saving_changes_nothing(shell: Shell, in_dialog: InDialog) -> None:
    """What the dialog shows is what it gives back, for everybody in both examples."""
    for reference in (DE_WIT, HADDAD):
        page, cases = case_page(shell, reference), shell.vault.cases()
        for person in cases.case(reference).people:
            # No field of the form: what was put off on the telephone stays put off.
            cases.follow_up.call_again(reference, person.id, dt.date(2026, 12, 1))
        page.refresh()
        before = cases.case(reference)
        assert {person.call_again_on for person in before.people} == {dt.date(2026, 12, 1)}
        for person in before.people:
            in_dialog(lambda dialog: dialog.accept())
            page.people.change_person(person.id)
        assert shell.vault.cases().case(reference) == before


def test_a_new_detail_is_for_the_facilitator_alone(shell: Shell) -> None:
    editor = ContactEditor()
    editor.show()
    press(editor, "Nummer of adres toevoegen")
    assert editor.lines[0].visible_to.readers() == FACILITATOR
    editor.deleteLater()


def change_who_sees_the_phone(dialog: QDialog) -> None:
    """Let everybody see the first detail."""
    assert isinstance(dialog, PersonDialog)
    dialog.contact.lines[0].visible_to.set_readers(Readers.only("samira", "noor"))
    dialog.contact.lines[1].remove.click()
    dialog.accept()


def test_who_may_see_a_detail_is_kept(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, HADDAD)
    in_dialog(change_who_sees_the_phone)
    page.people.change_person("rima")
    rima = shell.vault.cases().case(HADDAD).people[0]
    assert rima.contact[0].visible_to == Readers.only("samira", "noor")
    assert [detail.kind for detail in rima.contact] == [ContactKind.PHONE, ContactKind.WORK]


def test_calling_off_a_dialog_keeps_everything(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, HADDAD)
    before = shell.vault.cases().case(HADDAD)

    def change_and_call_off(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.name.setText("Iemand anders")
        dialog.reject()

    in_dialog(change_and_call_off)
    page.people.change_person("rima")
    assert shell.vault.cases().case(HADDAD) == before


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("", None),
        ("3-2-1991", dt.date(1991, 2, 3)),
        ("03/02/1991", dt.date(1991, 2, 3)),
        (" 3.2.1991 ", dt.date(1991, 2, 3)),
        ("1991-02-03", dt.date(1991, 2, 3)),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, date: dt.date | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    "text", ["gisteren", "31-2-1980", "3-2", "3-2-80", "1-1-1", "99999999-1-1", "²-2-1991"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(NotValid):
        read_date(text)


# -- secrets, workers, colour ------------------------------------------------------------------------


def change_secrets(dialog: QDialog) -> None:
    """One more word, for some."""
    assert isinstance(dialog, SecretsDialog)
    assert dialog.lines[0].word.text() == "paraplu"
    press(dialog, "Geheim woord toevoegen")
    dialog.lines[1].word.setText("het tuinhuis")
    dialog.lines[1].visible_to.set_readers(Readers.only("rima", "samira"))
    press(dialog, "Geheim woord toevoegen")
    dialog.accept()


def test_a_secret_word_is_kept_with_who_may_know_it(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, HADDAD)
    in_dialog(change_secrets)
    page.people.change_secrets()
    secrets = shell.vault.cases().case(HADDAD).secrets
    assert [(item.text, item.visible_to) for item in secrets][1:] == [
        ("het tuinhuis", Readers.only("rima", "samira"))
    ]
    page.show_tab(page.people)
    assert "weet het: Rima en Samira" in said(page.people)


def test_the_fixed_workers_and_the_contact_person_are_kept(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, DE_WIT)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, WorkersDialog)
        dialog.workers.set_chosen(("joke", "peter"))
        dialog.contact_person.set_chosen(("joke",))
        dialog.accept()

    in_dialog(choose)
    page.people.change_workers()
    case = shell.vault.cases().case(DE_WIT)
    assert (case.workers, case.contact_person) == (("joke", "peter"), "joke")


def test_a_colour_is_chosen_by_its_meaning_and_kept_at_once(shell: Shell) -> None:
    page = case_page(shell, DE_WIT)
    box = page.overview.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData(Colour.GREEN.value))
    box.activated.emit(box.currentIndex())
    assert shell.vault.cases().case(DE_WIT).colour is Colour.GREEN
    assert "groen" in said(page)


# -- meetings ----------------------------------------------------------------------------------------


def plan(dialog: QDialog) -> None:
    """A meeting in two rooms, without one of the people."""
    assert isinstance(dialog, PlanMeetingDialog)
    dialog.facilitator.set_chosen(())
    dialog.accept()
    assert dialog.said() == "Kies wie het gesprek leidt."
    dialog.facilitator.set_chosen(("noor",))
    dialog.place.setText("wijkcentrum")
    dialog.mode.setCurrentIndex(dialog.mode.findData("alternating"))
    dialog.invited.set_chosen(("rima", "noor", "piet"))
    dialog.accept()


def test_a_meeting_is_planned_with_those_who_come(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, HADDAD)
    in_dialog(plan)
    page.preparing.plan_meeting()
    meeting = shell.vault.cases().case(HADDAD).meetings[-1]
    assert (meeting.number, meeting.mode, meeting.place) == (2, MeetingMode.ALTERNATING, "wijkcentrum")
    assert meeting.starts_at == "2026-12-10T10:00:00", "as agreed at the table"
    assert meeting.participants == ("rima", "noor", "piet")
    assert "2e beraad" in said(page)


@pytest.mark.parametrize(
    ("reference", "mode"), [(HADDAD, MeetingMode.ALTERNATING), (DE_WIT, MeetingMode.TOGETHER)]
)
def test_a_meeting_is_held_as_the_last_one_until_something_else_is_chosen(
    shell: Shell, in_dialog: InDialog, reference: str, mode: MeetingMode
) -> None:
    page = case_page(shell, reference)
    in_dialog(lambda dialog: dialog.accept())
    page.preparing.plan_meeting()
    assert shell.vault.cases().case(reference).meetings[-1].mode is mode


def test_a_meeting_can_be_planned_without_a_date(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, HADDAD)

    def without_date(dialog: QDialog) -> None:
        assert isinstance(dialog, PlanMeetingDialog)
        dialog.no_date.click()
        assert not dialog.date.isEnabled()
        dialog.accept()

    in_dialog(without_date)
    page.preparing.plan_meeting()
    assert shell.vault.cases().case(HADDAD).meetings[-1].starts_at is None
    assert "nog geen datum" in said(page)


def test_everybody_is_invited_until_somebody_is_left_out(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, HADDAD)
    in_dialog(lambda dialog: dialog.accept())
    page.preparing.plan_meeting()
    case = shell.vault.cases().case(HADDAD)
    assert case.meetings[-1].participants == tuple(person.id for person in case.people)


def test_without_a_worker_nobody_can_lead_and_that_is_said(shell: Shell) -> None:
    shell.vault.cases().create("IT-9", "Jansen")
    case_page(shell, "IT-9").preparing.plan_meeting()
    assert shell.messages.said[0][1] == "Er is nog geen hulpverlener"


# -- out ---------------------------------------------------------------------------------------------


def test_an_exported_case_is_a_case_file_and_its_danger_is_said(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    shell.files.answer(path)
    shell.messages.answer(True)
    case_page(shell, DE_WIT).export()
    shell.wait()
    assert json.loads(path.read_text())["reference"] == DE_WIT
    assert shell.files.suggested == ["IT-2026-014.json"]
    assert [kind for kind, _title, text in shell.messages.said if "niet versleuteld" in text] == [
        "ask",
        "tell",
    ]


def test_nothing_is_written_where_somebody_will_not_have_it_readable(shell: Shell) -> None:
    """That the file can be read by anybody was said when it stood there already."""
    shell.messages.answer(False)
    case_page(shell, DE_WIT).export()
    assert shell.messages.said[0][0] == "ask"
    assert "niet versleuteld" in shell.messages.said[0][2]
    assert shell.files.suggested == []


def test_an_exported_case_says_which_scans_stay_behind(shell: Shell, tmp_path: Path) -> None:
    meeting = shell.vault.meeting(HADDAD, "b1")
    for person in ("yousef", "rima"):
        meeting.deciding.answer(person, Decision.AGREE, on_paper=True)
        meeting.scans.add(person, [jpeg(1), jpeg(2)])
    meeting.close()
    shell.files.answer(tmp_path / "out.json")
    shell.messages.answer(True)
    case_page(shell, HADDAD).export()
    shell.wait()
    assert "De scans van 2 getekende papieren staan er niet in" in shell.messages.said[-1][2]


def test_an_export_that_cannot_be_written_is_said(shell: Shell, tmp_path: Path) -> None:
    shell.files.answer(tmp_path / "no" / "such" / "folder.json")
    shell.messages.answer(True)
    case_page(shell, DE_WIT).export()
    shell.wait()
    assert shell.messages.said[-1][:2] == ("warn", "De zaak is niet weggeschreven")


def test_every_field_of_a_dialog_has_a_name(shell: Shell, in_dialog: InDialog) -> None:
    page = case_page(shell, HADDAD)
    nameless: list[str] = []

    def look(dialog: QDialog) -> None:
        fields = (*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox))
        for field in fields:
            inner = field.parent()
            if (
                not field.accessibleName()
                and not isinstance(inner, QComboBox)
                and "spin" not in field.objectName()
            ):
                nameless.append(type(field).__name__)
        buttons = dialog.findChildren(QPushButton)
        nameless.extend("button" for button in buttons if not (button.accessibleName() or button.text()))
        dialog.reject()

    for ask in (
        lambda: page.people.change_person("rima"),
        page.people.change_secrets,
        page.people.change_workers,
        page.preparing.plan_meeting,
    ):
        in_dialog(look)
        ask()
    assert nameless == []


def test_one_person_after_the_other_is_entered_from_the_form(shell: Shell, in_dialog: InDialog) -> None:
    """The first is kept, and an empty form of the same circle stands."""
    page, forms = case_page(shell, DE_WIT), list[tuple[str, str]]()

    def another(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        forms.append((dialog.name.text(), dialog.circle.currentData()))
        dialog.name.setText("Elif Kaya")
        in_dialog(last)
        press_words(dialog, "Bewaar, en nog iemand")

    def last(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        forms.append((dialog.name.text(), dialog.circle.currentData()))
        dialog.reject()

    in_dialog(another)
    page.people.add_person(Circle.NETWORK)
    assert forms == [("", Circle.NETWORK.value)] * 2
    assert "Elif Kaya" in [person.name for person in shell.vault.cases().case(DE_WIT).people]


def press_words(dialog: QDialog, words: str) -> None:
    """Click the button that says this."""
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()


# -- the keyboard ------------------------------------------------------------------------------------


def _button(page: CasePage, name: str) -> QPushButton:
    return next(button for button in page.findChildren(QPushButton) if button.accessibleName() == name)


@pytest.mark.parametrize(
    "name", ["Iemand toevoegen bij Netwerk", "Vaste hulpverleners wijzigen", "Geheime woorden wijzigen"]
)
def test_after_a_dialog_the_keyboard_is_back_on_what_opened_it(
    name: str, shell: Shell, in_dialog: InDialog
) -> None:
    def keep(dialog: QDialog) -> None:
        if isinstance(dialog, PersonDialog):
            dialog.name.setText("Elif Kaya")
        dialog.accept()

    page = case_page(shell, DE_WIT)
    page.show_tab(page.people)
    opener = _button(page, name)
    opener.setFocus()
    in_dialog(keep)
    opener.click()
    assert page.window().focusWidget() is _button(page, name)
    assert page.window().focusWidget() is not opener


def test_after_changing_a_name_it_is_on_the_card_of_that_person(shell: Shell, in_dialog: InDialog) -> None:
    def rename(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.called.setText("Zwaantje")
        dialog.accept()

    page = case_page(shell, HADDAD)
    card_of(page, "samira").setFocus()
    in_dialog(rename)
    page.people.change_person("samira")
    assert page.window().focusWidget() is card_of(page, "samira")


def test_after_calling_off_an_enter_prints_nothing(shell: Shell, in_dialog: InDialog) -> None:
    """The button is gone, and another one stands in its place among the buttons."""
    page = case_page(shell, DE_WIT)
    page.show_tab(page.preparing)
    opener = next(button for button in page.findChildren(QPushButton) if button.text() == "Afzeggen…")
    opener.setFocus()
    in_dialog(lambda dialog: dialog.accept())
    opener.click()
    assert page.window().focusWidget() is page


def test_what_went_leaves_the_keyboard_on_no_button(shell: Shell) -> None:
    page = case_page(shell, DE_WIT)
    own = QLineEdit("Eenmalig")
    page.overview.beside.layout().addWidget(own)
    own.show()
    own.setFocus()
    page.refresh()
    assert page.window().focusWidget() is page
