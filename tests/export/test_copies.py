"""Which copy a reader gets, and what stands on it."""

from __future__ import annotations

import dataclasses

import pytest

from beraad.disclosure.views import AnswerView, EmergencyStepView, PlanBody, PlanView
from beraad.export.childs_copy import childs_copy
from beraad.export.copies import copy_for, full_plan, personal_copy
from beraad.export.document import Answers, Columns, Document, Head, PageStyle, Panel, ScaleChart, Table
from beraad.terms import Attendance
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
    assert copy_for(view) == personal_copy(view)


def test_who_reads_large_letters_gets_large_letters() -> None:
    assert copy_for(samples.de_wit(samples.ANS, large=True)).style is PageStyle.LARGE
    assert copy_for(samples.de_wit(samples.ANS)).style is PageStyle.NORMAL


def test_a_copy_for_somebody_needs_somebody() -> None:
    with pytest.raises(ValueError, match="is for"):
        personal_copy(samples.de_wit())
    with pytest.raises(ValueError, match="is for"):
        childs_copy(samples.de_wit(), "")


def test_what_you_do_comes_first_then_what_if_it_goes_wrong_then_the_rest() -> None:
    text = text_of(copy_for(samples.with_last_time(samples.de_wit(samples.MARK))))
    titles = (
        "Veiligheidsplan",
        "Dit doe jij",
        "Als het misgaat",
        "Zorgen",
        "Wat gaat goed",
        "Wat moet er gebeuren",
        "Alle afspraken",
        "Deze afspraken zijn gestopt",
        "Hoe veilig is het nu voor Lisa?",
        "Signalen",
        "Zo bereik je elkaar",
        "We zien elkaar weer",
        "Getekend",
    )
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


def test_your_part_holds_your_agreements_and_no_others() -> None:
    part = panel(copy_for(samples.de_wit(samples.ANS)), "Dit doe jij")
    assert [item.mark for item in part.items] == ["2.", "4."]


def test_an_agreement_of_yours_says_when_what_if_it_fails_how_it_is_seen_and_who_checks() -> None:
    item = panel(copy_for(samples.de_wit(samples.ANS)), "Dit doe jij").items[0]
    assert ["".join(span.text for span in line) for line in item.lines] == [
        "Oma Ans belt Lisa elke avond om acht uur.",
        "Elke dag om 20:00 uur, vanaf 5 oktober 2026, tot en met 15 januari 2027.",
        "Lukt het niet? Kees belt",
        "Zo merken we het: Lisa zet een kruisje op de kalender",
        "Wie erop let: Kees",
    ]


def test_you_read_with_whom_you_do_it() -> None:
    item = panel(copy_for(samples.de_wit(samples.ANS)), "Dit doe jij").items[1]
    assert "".join(span.text for span in item.lines[-1]) == "Samen met: Sanne"


def test_who_has_no_agreement_reads_a_kind_word() -> None:
    part = panel(copy_for(samples.de_wit(samples.PETER)), "Dit doe jij")
    assert "Fijn dat je meedenkt." in part.items[0].lines[0][0].text


def test_who_checks_an_agreement_reads_so_first() -> None:
    part = panel(copy_for(samples.de_wit(samples.FATIMA)), "Dit doe jij")
    assert [item.lines[0][0].text for item in part.items] == ["Jij let op de afspraken 3 en 4."]


def test_who_takes_the_time_out_reads_so_first() -> None:
    part = panel(copy_for(samples.de_wit(samples.MARK)), "Dit doe jij")
    assert "Jij neemt de time-out" in part.items[-1].lines[0][0].text


def test_the_emergency_steps_stand_with_their_numbers_to_dial() -> None:
    part = panel(copy_for(samples.de_wit(samples.MARK)), "Als het misgaat")
    assert [item.aside for item in part.items] == ["112", "06 1234 0003", "06 1234 0004", "0800-2000", ""]


def test_the_two_numbers_that_are_always_there_are_there_without_any_steps() -> None:
    part = panel(copy_for(EMPTY), "Als het misgaat")
    assert [item.aside for item in part.items] == ["112", "0800-2000"]


def test_a_number_among_the_steps_is_not_said_twice_however_it_is_spaced() -> None:
    steps = (EmergencyStepView(1, "Bel Veilig Thuis.", "0800 20 00"), EmergencyStepView(2, "Bel.", "1 1 2"))
    part = panel(copy_for(without(EMPTY, emergency=steps)), "Als het misgaat")
    assert [item.aside for item in part.items] == ["0800 20 00", "1 1 2"]


def test_an_agreement_that_is_not_accepted_says_who_has_not_said_yes() -> None:
    view = samples.de_wit(samples.KEES)
    open_one = dataclasses.replace(view.body.agreements[0], accepted=False, accepted_by=("Kees",))
    assert "Nog geen ja van Mark." in said(copy_for(without(view, agreements=(open_one,))))


def test_your_own_rows_are_marked() -> None:
    tables = [block for block in copy_for(samples.de_wit(samples.ANS)).blocks if isinstance(block, Table)]
    assert [row.marked for row in tables[0].rows] == [False, True, False, True]


def test_agreements_keep_their_words() -> None:
    document = copy_for(samples.de_wit(samples.ANS))
    for agreement in samples.de_wit_body().agreements:
        assert agreement.what in said(document)


def test_a_part_without_content_leaves_no_title() -> None:
    kinds = [type(block) for block in copy_for(EMPTY).blocks]
    assert kinds == [Head, Panel, Panel, Answers]


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


def test_a_number_that_was_not_given_has_no_token_but_a_word() -> None:
    view = samples.de_wit(samples.SANNE)
    scale = view.body.scales[0]
    silent = dataclasses.replace(scale.scores[0], value=None, declined=True)
    document = copy_for(without(view, scales=(dataclasses.replace(scale, scores=(silent,)),)))
    chart = next(block for block in document.blocks if isinstance(block, ScaleChart))
    assert chart.tokens == ()
    assert "zegt het liever niet" in said(document)


def test_every_kind_of_answer_is_printed() -> None:
    text = text_of(copy_for(samples.de_wit(samples.SANNE)))
    for words in (
        "akkoord, met een opmerking",
        "niet akkoord",
        "kon niet antwoorden",
        "was er niet",
        "op papier getekend",
    ):
        assert words in text


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


def test_who_could_not_sign_has_no_empty_line() -> None:
    answers = next(block for block in copy_for(samples.de_wit()).blocks if isinstance(block, Answers))
    assert [answer.name for answer in answers.answers if not answer.line] == ["Lisa", "Peter"]


def test_of_an_answer_that_is_kept_from_this_reader_it_says_that_there_is_one() -> None:
    view = samples.de_wit(samples.SANNE)
    kept = AnswerView(samples.JOKE, None, answered_at="2026-10-05T16:29:00")
    copy = copy_for(dataclasses.replace(view, answers=(kept,)))
    answers = next(block for block in copy.blocks if isinstance(block, Answers))
    (found,) = (item for item in answers.answers if item.name == "Joke")
    assert ["".join(part.text for part in words) for words in found.words] == [
        "heeft geantwoord",
        "5 oktober 2026",
    ]
    assert not found.line, "a line to sign on would tell what the answer is not"


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


def test_a_reader_gets_no_marks_and_no_gaps() -> None:
    view = dataclasses.replace(
        samples.de_wit(samples.KEES), marks=samples.de_wit().marks, overrides=samples.de_wit().overrides
    )
    assert "huur" not in text_of(copy_for(view))
    assert "Cijfers" not in text_of(copy_for(view))
