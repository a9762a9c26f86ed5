"""While somebody types: whose hidden detail it is, whom it would reach, and what was let stand."""

from collections.abc import Iterator

import pytest

from beraad.i18n import DUTCH
from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.terms import Column, Remark
from beraad.words.remarks import remark_sentence
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, HADDAD, Clock


@pytest.fixture
def haddad(store: Store) -> Iterator[MeetingService]:
    """The meeting in which an address must not reach somebody."""
    service = MeetingService(store, HADDAD, "b1", Clock())
    yield service
    service.close()


@pytest.fixture
def de_wit(store: Store) -> Iterator[MeetingService]:
    """An ordinary meeting."""
    service = MeetingService(store, DE_WIT, "b2", Clock())
    yield service
    service.close()


def _hidden_text(service: MeetingService) -> str:
    """A sentence with the first address that is hidden from somebody."""
    case = rows_of(service).case
    detail = next(
        item
        for person in case.people
        for item in person.contact
        if item.kind == "address" and item.visible_to != EVERYONE
    )
    return f"Zij woont {detail.value}."


def test_a_hidden_detail_names_whose_it_is_and_whom_it_would_reach(haddad: MeetingService) -> None:
    first = haddad.wording.remarks(_hidden_text(haddad), promise=False)[0]
    assert first.remark is Remark.HIDDEN_DETAIL
    assert first.leak
    assert first.leak.owner
    assert "Yousef" in first.leak.reaches
    assert "het adres van" in remark_sentence(first, DUTCH)
    assert all(word in remark_sentence(first, DUTCH) for word in first.leak.words)


def test_a_text_without_a_hidden_detail_says_nothing(haddad: MeetingService) -> None:
    assert haddad.wording.remarks("Zij woont bij haar zus.", promise=False) == ()


def test_a_hidden_detail_reaches_nobody_where_only_the_facilitator_reads(haddad: MeetingService) -> None:
    text = _hidden_text(haddad)
    assert haddad.wording.remarks(text, promise=False, visible_to=FACILITATOR) == ()


def test_the_remark_is_the_one_that_the_kept_statement_would_get(haddad: MeetingService) -> None:
    text = _hidden_text(haddad)
    (typed,) = [item.leak for item in haddad.wording.remarks(text, promise=False) if item.leak]
    key = haddad.statements.add(Column.DANGER, text, visible_to=EVERYONE)
    (kept,) = [leak for leak in haddad.leaks() if leak.place.of_meeting.item == Place.statement(key)]
    assert (typed.owner, typed.kind) == (kept.owner, kept.kind)
    # While it is typed nobody asked yet what becomes of it. A worry is not on a child's copy.
    assert set(typed.reaches) - set(kept.reaches) == {"Adam"}
    assert set(kept.reaches) < set(typed.reaches)


def test_what_was_let_stand_is_not_said_again_while_one_types_on(de_wit: MeetingService) -> None:
    (remark,) = de_wit.wording.remarks("Mark is agressief", promise=False)
    de_wit.wording.let_stand("Mark is agressief", remark, "zo zei hij het zelf")
    assert de_wit.wording.remarks("Mark is agressief als hij drinkt.", promise=False) == ()
    assert [item.because for item in de_wit.wording.stands("Mark is agressief.")] == ["zo zei hij het zelf"]


def test_it_is_said_again_in_another_text(de_wit: MeetingService) -> None:
    (remark,) = de_wit.wording.remarks("Mark is agressief", promise=False)
    de_wit.wording.let_stand("Mark is agressief", remark, "")
    assert de_wit.wording.remarks("Kees is agressief", promise=False) == (remark,)


def test_another_word_in_the_same_text_is_still_said(de_wit: MeetingService) -> None:
    (remark,) = de_wit.wording.remarks("Mark is agressief", promise=False)
    de_wit.wording.let_stand("Mark is agressief", remark, "")
    assert len(de_wit.wording.remarks("Mark is agressief en een leugenaar", promise=False)) == 1


def test_what_was_let_stand_can_be_pointed_out_again(de_wit: MeetingService) -> None:
    text = "Mark is agressief"
    (remark,) = de_wit.wording.remarks(text, promise=False)
    de_wit.wording.let_stand(text, remark, "")
    de_wit.wording.point_out_again(de_wit.wording.stands(text)[0])
    assert de_wit.wording.remarks(text, promise=False) == (remark,)
