"""Which copy a reader gets, and what stands on it."""

from __future__ import annotations

import dataclasses

import pytest

from beraad.disclosure.reader_mentions import named_in
from beraad.disclosure.views import (
    AnswerView,
    EmergencyStepView,
    NamedView,
    PlanBody,
    PlanView,
    ReadinessView,
    ScoreView,
    TimeOutView,
)
from beraad.export.childs_copy import childs_copy
from beraad.export.copies import copy_for, full_plan, personal_copy
from beraad.export.document import (
    Answers,
    Columns,
    Document,
    Head,
    Item,
    Listing,
    Mark,
    Overleaf,
    OwnScale,
    PageStyle,
    Panel,
    ScaleChart,
)
from beraad.i18n import DUTCH
from beraad.models import Person
from beraad.terms import Attendance, Decision
from tests.export import samples
from tests.export.reading import squeezed, text_of


def panel(document: Document, title: str) -> Panel:
    return next(block for block in document.blocks if isinstance(block, Panel) and block.title == title)


def said(document: Document) -> str:
    return " ".join(span.text for line in lines(document) for span in line)


def lines(document: Document) -> list[tuple[object, ...]]:
    """Every line of the document, wherever it stands."""
    found: list[tuple[object, ...]] = []

    def look(value: object) -> None:
        if isinstance(value, tuple):
            if value and all(type(item).__name__ == "Span" for item in value):
                found.append(value)
            for item in value:
                look(item)
        elif dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                look(getattr(value, field.name))

    look(document.blocks)
    return found


def told(document: Document) -> str:
    """Every line of the document, and the words before each fact."""
    facts = [
        f"{label} " + "".join(span.text for span in line)
        for block in document.blocks
        for item in getattr(block, "items", ())
        for label, line in item.facts
    ]
    return " ".join((*("".join(span.text for span in line) for line in lines(document)), *facts))


def said_in(item: Item) -> list[str]:
    """The lines of an item, and its facts behind the words they answer to."""
    facts = [(label, line) for label, line in item.facts]
    return [
        *("".join(span.text for span in line) for line in item.lines),
        *(f"{label} " + "".join(span.text for span in line) for label, line in facts),
    ]


def of_the_reader(view: PlanView) -> PlanView:
    """The same with where it names its reader, as the door finds it."""
    assert view.reader is not None
    called = view.reader.person.called
    person = Person(id="reader", name=called, called=called, circle="family")
    named = named_in(view.body, person, called)
    return dataclasses.replace(view, reader=dataclasses.replace(view.reader, named=named))


def without(view: PlanView, **parts: object) -> PlanView:
    return dataclasses.replace(view, body=dataclasses.replace(view.body, **parts))


EMPTY = dataclasses.replace(
    samples.de_wit(samples.KEES), body=PlanBody(), contacts=(), answers=(), next_meeting=None
)


def test_a_child_gets_a_childs_copy() -> None:
    assert copy_for(samples.de_wit(samples.LISA, child=True)).style is PageStyle.CHILD


def test_the_file_gets_the_full_plan() -> None:
    assert copy_for(samples.de_wit()) == full_plan(samples.de_wit())


def test_a_grown_up_gets_a_personal_copy() -> None:
    view = samples.de_wit(samples.KEES)
    assert copy_for(view) == personal_copy(view, DUTCH)


def test_who_reads_large_letters_gets_large_letters() -> None:
    assert copy_for(samples.de_wit(samples.ANS, large=True)).style is PageStyle.LARGE
    assert copy_for(samples.de_wit(samples.ANS)).style is PageStyle.NORMAL


def test_a_copy_for_somebody_needs_somebody() -> None:
    with pytest.raises(ValueError, match="is for"):
        personal_copy(samples.de_wit(), DUTCH)
    with pytest.raises(ValueError, match="is for"):
        childs_copy(samples.de_wit(), "", DUTCH)


def test_whom_to_call_comes_first_then_what_i_do_then_the_rest() -> None:
    text = text_of(copy_for(samples.with_last_time(samples.de_wit(samples.MARK))))
    titles = (
        "Mijn plan",
        "Mijn vaste contact: Fatima",
        "We zien elkaar weer",
        "Als het misgaat",
        "Dit doe ik",
        "Mijn time-out",
        "Dit doen anderen",
        "Deze afspraken zijn gestopt",
        "Zorgen",
        "Wat gaat goed",
        "Wat moet er gebeuren",
        "Hoe veilig is het nu voor Lisa?",
        "Getekend op 5 oktober 2026",
        "Andere nummers",
    )
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


def test_my_part_holds_my_agreements_and_where_i_have_a_part_in_those_of_others() -> None:
    part = panel(copy_for(of_the_reader(samples.de_wit(samples.ANS))), "Dit doe ik")
    assert [(item.mark, item.style) for item in part.items] == [
        ("2", Mark.FULL),
        ("4", Mark.FULL),
        ("1", Mark.OPEN),
    ]


def test_an_agreement_of_mine_says_when_who_checks_how_and_what_if_it_fails() -> None:
    item = panel(copy_for(samples.de_wit(samples.ANS)), "Dit doe ik").items[0]
    assert said_in(item) == [
        "Oma Ans belt Lisa elke avond om acht uur.",
        "Wanneer? Elke dag om 20:00 uur, tot en met 15 januari 2027.",
        "Wie kijkt? Kees. Lisa zet een kruisje op de kalender",
        "Lukt het niet? Kees belt",
    ]


def test_i_read_with_whom_i_do_it() -> None:
    item = panel(copy_for(samples.de_wit(samples.ANS)), "Dit doe ik").items[1]
    assert "Samen met Sanne" in said_in(item)


def test_i_read_what_helps_me_and_nobody_else_does() -> None:
    view = samples.de_wit(samples.ANS)
    helps = ReadinessView(samples.ANS, remark="ik zet een wekker")
    mine = dataclasses.replace(view.body.agreements[1], readiness=(helps,))
    part = panel(copy_for(without(view, agreements=(mine,))), "Dit doe ik")
    assert said_in(part.items[0])[-1] == "Wat helpt? ik zet een wekker"
    other = without(samples.de_wit(samples.KEES), agreements=(dataclasses.replace(mine, mine=False),))
    assert "wekker" not in said(copy_for(other))


def test_who_has_no_agreement_reads_so() -> None:
    part = panel(copy_for(samples.de_wit(samples.PETER)), "Dit doe ik")
    assert part.items[0].lines[0][0].text == "Voor mij staat er geen afspraak in dit plan."


def test_who_checks_an_agreement_reads_what_to_look_at() -> None:
    part = panel(copy_for(of_the_reader(samples.de_wit(samples.FATIMA))), "Dit doe ik")
    assert said_in(part.items[-1]) == [
        "Sanne en Lisa slapen het weekend bij oma Ans als Mark gedronken heeft.",
        "Wie kijkt? ik. oma Ans belt Fatima",
        "Lukt het niet? Sanne belt 112",
    ]


def test_of_an_agreement_that_only_names_me_the_rest_stands_on_the_back_by_its_number() -> None:
    document = copy_for(of_the_reader(samples.de_wit(samples.JOKE)))
    front = panel(document, "Dit doe ik").items[0]
    back = next(block for block in document.blocks if isinstance(block, Listing))
    assert front.mark == back.items[0].mark == "1"
    assert back.items[0].lines == ()
    assert said_in(back.items[0]) == ["Wie? Mark en Kees"]


def test_who_takes_the_time_out_reads_it_whole_and_others_read_it_with_the_steps() -> None:
    own = panel(copy_for(samples.de_wit(samples.MARK)), "Dit doe ik").items[2]
    assert said_in(own)[:2] == ["Mijn time-out", "Hoe merk ik het? hij loopt heen en weer en praat harder"]
    other = panel(copy_for(samples.de_wit(samples.SANNE)), "Als het misgaat").items[-1]
    assert said_in(other)[0] == "Time-out van Mark"
    assert "Waarheen? Kees, 2 uur" in said_in(other)


def test_each_partner_reads_the_own_time_out_and_that_of_the_other() -> None:
    view = samples.de_wit(samples.SANNE)
    hers = TimeOutView("de deur open", samples.SANNE, "de tuin", 20, "als het stil is", mine=True)
    document = copy_for(without(view, more_time_outs=(hers,)))
    assert "Mijn time-out" in said_in(panel(document, "Dit doe ik").items[-1])
    assert "Time-out van Mark" in said_in(panel(document, "Als het misgaat").items[-1])
    assert (
        squeezed(text_of(full_plan(without(samples.de_wit(), more_time_outs=(hers,))))).count("Time-out") > 2
    )


def test_the_emergency_steps_stand_with_their_numbers_to_dial_and_whose_they_are() -> None:
    part = panel(copy_for(samples.de_wit(samples.MARK)), "Als het misgaat")
    assert [(item.whose, item.aside) for item in part.items] == [
        ("", "112"),
        ("oma Ans", "06 1234 0003"),
        ("Kees", "06 1234 0004"),
        ("", "0800-2000"),
    ]


def test_a_number_at_an_earlier_step_or_at_the_top_is_not_given_again() -> None:
    steps = (
        EmergencyStepView(1, "Bel Kees.", "06 1234 0004"),
        EmergencyStepView(2, "Bel Kees nog eens.", "+31 6 1234 0004"),
        EmergencyStepView(3, "Bel Fatima.", "076-5550101"),
    )
    part = panel(copy_for(without(samples.de_wit(samples.MARK), emergency=steps)), "Als het misgaat")
    assert [(item.whose, item.aside) for item in part.items[1:4]] == [
        ("Kees", "06 1234 0004"),
        ("Kees, nummer bij 1", ""),
        ("Fatima, nummer bovenaan", ""),
    ]


def test_a_long_list_of_steps_goes_on_behind_what_i_do() -> None:
    steps = tuple(EmergencyStepView(n, f"Stap {n}.", f"06 9999 {n:04}") for n in range(1, 13))
    view = without(samples.de_wit(samples.MARK), emergency=steps)
    reader = dataclasses.replace(view.reader, named=NamedView(steps=(11,)))
    document = copy_for(dataclasses.replace(view, reader=reader))
    front = [item.mark for item in panel(document, "Als het misgaat").items if item.mark]
    assert front == ["1", "2", "3", "4", "5", "6", "7", "8", "11"]
    assert [item.mark for item in panel(document, "Als het misgaat (vervolg)").items] == ["9", "10", "12"]


def test_the_two_numbers_that_are_always_there_are_there_without_any_steps() -> None:
    part = panel(copy_for(EMPTY), "Als het misgaat")
    assert [item.aside for item in part.items] == ["112", "0800-2000"]


def test_a_number_among_the_steps_is_not_said_twice_however_it_is_spaced() -> None:
    steps = (EmergencyStepView(1, "Bel Veilig Thuis.", "0800 20 00"), EmergencyStepView(2, "Bel.", "1 1 2"))
    part = panel(copy_for(without(EMPTY, emergency=steps)), "Als het misgaat")
    assert [(item.whose, item.aside) for item in part.items] == [
        ("", "112"),
        ("", "0800 20 00"),
        ("nummer bovenaan", ""),
    ]


def test_an_agreement_that_is_not_accepted_says_who_has_not_said_yes() -> None:
    view = samples.de_wit(samples.KEES)
    open_one = dataclasses.replace(view.body.agreements[0], accepted=False, accepted_by=("Kees",))
    assert "Nog geen ja van Mark" in told(copy_for(without(view, agreements=(open_one,))))


def test_what_is_on_the_front_is_not_told_again() -> None:
    document = copy_for(samples.de_wit(samples.ANS))
    back = next(block for block in document.blocks if isinstance(block, Listing))
    assert [item.mark for item in back.items] == ["1", "3"]
    assert back.note == "Wat we afspraken bij 2 en 4, staat bij ‘Dit doe ik’."


def test_agreements_keep_their_words() -> None:
    document = copy_for(samples.de_wit(samples.ANS))
    for agreement in samples.de_wit_body().agreements:
        assert agreement.what in said(document)


def test_a_part_without_content_leaves_no_title() -> None:
    kinds = [type(block) for block in copy_for(EMPTY).blocks]
    assert kinds == [Head, Panel, Panel, Overleaf, Answers]


def test_a_column_without_statements_is_not_there() -> None:
    columns = next(
        block
        for block in copy_for(without(samples.de_wit(samples.KEES), safety=())).blocks
        if isinstance(block, Columns)
    )
    assert [column.title for column in columns.columns] == ["Zorgen", "Wat moet er gebeuren"]


def test_statements_stand_under_the_words_for_their_kind_in_the_methods_order() -> None:
    view = without(samples.de_wit(samples.KEES), danger=tuple(reversed(samples.de_wit_body().danger)))
    columns = next(block for block in copy_for(view).blocks if isinstance(block, Columns))
    labels = [group.label for group in columns.columns[0].groups]
    assert labels == ["Wat er is gebeurd", "Waar we bang voor zijn", "Wat het moeilijker maakt"]


def test_disagreement_stays_visible() -> None:
    assert "Mark ziet dit anders." in said(copy_for(samples.de_wit(samples.SANNE)))


def test_the_scale_shows_this_time_and_last_time() -> None:
    chart = next(
        block
        for block in copy_for(samples.with_last_time(samples.de_wit(None))).blocks
        if isinstance(block, ScaleChart)
    )
    assert (len(chart.tokens), len(chart.before)) == (7, 5)
    assert [words for _, words in chart.legend] == [
        "gezin 2 tot 7 (vorige keer 1 tot 6)",
        "netwerk 3 tot 5 (vorige keer 4)",
        "hulpverleners 2 (vorige keer 2)",
    ]


def test_a_number_that_was_not_given_has_no_row_but_a_word() -> None:
    view = samples.de_wit(samples.SANNE)
    silent = ScoreView(samples.SANNE, None, declined=True)
    scale = dataclasses.replace(view.body.scales[0], scores=(silent,))
    document = copy_for(without(view, scales=(scale,)))
    own = next(block for block in document.blocks if isinstance(block, OwnScale))
    assert own.value is None
    assert "Ik zeg het liever niet." in said(document)


def test_a_question_that_i_did_not_answer_is_not_there() -> None:
    document = copy_for(samples.de_wit(samples.PETER))
    assert not any(isinstance(block, OwnScale) for block in document.blocks)


def test_every_kind_of_answer_is_printed() -> None:
    text = text_of(copy_for(samples.de_wit(samples.SANNE)))
    for words in (
        "akkoord, met een opmerking",
        "Niet akkoord: Joke.",
        "Kon niet antwoorden: Lisa.",
        "Was er niet: Peter.",
        "Akkoord, op papier: Fatima.",
    ):
        assert words in " ".join(text.split())


def test_who_answered_the_same_without_a_signature_stands_in_one_sentence() -> None:
    answers = tuple(
        AnswerView(person, Decision.AGREE, None, "2026-10-05T16:29:00", on_paper=True)
        for person in (samples.ANS, samples.KEES)
    )
    document = copy_for(dataclasses.replace(samples.de_wit(samples.SANNE), answers=answers))
    assert "Akkoord, op papier: oma Ans en Kees." in told(document)


def test_who_was_not_there_stands_under_the_signatures_also_without_an_answer() -> None:
    for make in (samples.de_wit(samples.SANNE), samples.de_wit()):
        answers = tuple(item for item in make.answers if item.person != samples.PETER)
        text = " ".join(text_of(copy_for(dataclasses.replace(make, answers=answers))).split())
        signed = text[text.index("Getekend") :]
        assert "Was er niet: Peter." in signed or "Peter was er niet" in signed


def test_a_child_under_twelve_is_not_asked_to_sign() -> None:
    view = samples.de_wit(samples.SANNE)
    there = tuple(
        dataclasses.replace(item, signs=item.person != samples.LISA) for item in view.meeting.participants
    )
    meeting = dataclasses.replace(view.meeting, participants=there)
    for made in (view, samples.de_wit()):
        document = copy_for(dataclasses.replace(made, meeting=meeting, answers=()))
        answers = next(block for block in document.blocks if isinstance(block, Answers))
        assert not any(answer.line for answer in answers.answers if answer.name == "Lisa")


def test_who_was_there_and_has_not_answered_gets_a_line_to_sign_on() -> None:
    view = dataclasses.replace(samples.de_wit(samples.SANNE), answers=())
    answers = next(block for block in copy_for(view).blocks if isinstance(block, Answers))
    present = [
        item.person.called for item in view.meeting.participants if item.attendance is not Attendance.ABSENT
    ]
    assert [answer.name for answer in answers.answers] == present
    assert all(answer.line for answer in answers.answers)


def test_everybody_answers_once() -> None:
    answers = next(block for block in copy_for(samples.de_wit()).blocks if isinstance(block, Answers))
    names = [answer.name for answer in answers.answers]
    assert sorted(names) == sorted(person.called for person in samples.DE_WIT)


def test_a_line_stands_only_under_a_signature_or_for_one() -> None:
    answers = next(block for block in copy_for(samples.de_wit()).blocks if isinstance(block, Answers))
    lines = {answer.name for answer in answers.answers if answer.line}
    assert lines == {answer.name for answer in answers.answers if answer.strokes}


def test_of_an_answer_that_is_kept_from_this_reader_it_says_that_there_is_one() -> None:
    view = samples.de_wit(samples.SANNE)
    kept = AnswerView(samples.JOKE, None, answered_at="2026-10-05T16:29:00")
    copy = copy_for(dataclasses.replace(view, answers=(kept,)))
    assert "Heeft geantwoord: Joke." in told(copy)
    answers = next(block for block in copy.blocks if isinstance(block, Answers))
    assert "Joke" not in {item.name for item in answers.answers}, "a line would tell what the answer is not"


def test_an_answer_to_an_earlier_version_says_so() -> None:
    view = samples.de_wit(samples.SANNE)
    answers = (dataclasses.replace(view.answers[0], outdated=True),)
    assert "voor een eerdere versie" in said(copy_for(dataclasses.replace(view, answers=answers)))


def test_a_plan_that_is_not_agreed_is_a_concept() -> None:
    document = copy_for(samples.concept(samples.de_wit(samples.KEES)))
    head = document.blocks[0]
    assert isinstance(head, Head)
    assert "concept" in head.subtitle
    assert "versie" not in head.subtitle
    assert document.banner == "Concept – nog niet vastgesteld"


def test_an_agreed_plan_has_no_banner() -> None:
    assert copy_for(samples.de_wit(samples.KEES)).banner == ""


def test_the_one_who_is_feared_reads_nothing_of_what_is_for_the_other() -> None:
    hers, his = (squeezed(text_of(copy_for(samples.haddad(who)))) for who in (samples.RIMA, samples.YOUSEF))
    for secret in ("paraplu", "0677001103", "Yousefweetwaar"):
        assert secret in hers
        assert secret not in his


# -- the file --------------------------------------------------------------------------------------


def test_the_file_holds_the_marks_the_gaps_and_who_was_there() -> None:
    text = squeezed(text_of(full_plan(samples.de_wit())))
    for shown in (
        "Cijfersvoorhetberaad",
        "nietingevuld",
        "dedatumhangtafvandehuur",
        "eenafspraakzonderdatum",
        "afwezig",
    ):
        assert shown in text


def test_the_file_says_who_said_yes() -> None:
    assert "Ja gezegd:" in said(full_plan(samples.de_wit()))


def test_the_file_says_how_ready_each_is_and_what_helps() -> None:
    view = samples.de_wit()
    ready = ReadinessView(samples.ANS, 8, None, 4, "een wekker")
    one = dataclasses.replace(view.body.agreements[1], readiness=(ready,))
    assert "Hoe klaar is oma Ans: wil 8, kan 4. Wat helpt: een wekker" in told(
        full_plan(without(view, agreements=(one,)))
    )


def test_a_reader_gets_no_marks_and_no_gaps() -> None:
    view = dataclasses.replace(
        samples.de_wit(samples.KEES), marks=samples.de_wit().marks, overrides=samples.de_wit().overrides
    )
    assert "huur" not in text_of(copy_for(view))
    assert "Cijfers" not in text_of(copy_for(view))
