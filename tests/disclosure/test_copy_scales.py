"""Of the answers to a scale a personal copy holds the own one, and nothing of the others."""

import pytest

from beraad.disclosure.audience import Audience, File, Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView, ScaleView, canonical_json
from tests.disclosure.small_cases import Document, read
from tests.disclosure.test_room_scales import CIRCLE_OF, NOW, asked

READERS = tuple(CIRCLE_OF)


def copy_of(content: Document, audience: Audience) -> PlanView:
    """The copy of the second meeting."""
    case = read(content)
    return Disclosure(case, case.meetings[1]).copy(audience).view


def scale_of(content: Document, audience: Audience) -> ScaleView:
    """The question in that copy."""
    (scale,) = copy_of(content, audience).body.scales
    return scale


def test_the_own_answer_stands_with_number_and_words() -> None:
    scale = scale_of(asked({**NOW}), Reader("rima"))
    assert [(item.person.called, item.value, item.because) for item in scale.scores] == [
        ("Rima", 3, "reden family")
    ]
    assert [(item.person.called, item.value) for item in scale.before] == [("Rima", 2)]


def test_who_gave_no_answer_has_none_in_the_own_copy() -> None:
    others = {name: number for name, number in NOW.items() if name != "rima"}
    assert scale_of(asked({**others}), Reader("rima")).scores == ()


@pytest.mark.parametrize("reader", READERS)
def test_a_copy_is_the_same_whatever_the_others_answered(reader: str) -> None:
    """Numbers and words of others change: nobody can tell, and nobody is asked to sign again.

    Not even the lowest and highest stand there: who knows the own number reads another's from those.
    """
    before, after = asked({**NOW}), asked({**NOW})
    for score in after["meetings"][1]["scales"][0]["scores"]:
        if score["person"] != reader:
            score.update(value=10 - score["value"], because="iets anders")
    assert before != after
    assert canonical_json(copy_of(before, Reader(reader))) == canonical_json(copy_of(after, Reader(reader)))


def test_the_file_holds_every_answer_by_name() -> None:
    """The control: what is looked for above is there to be found."""
    before = asked({**NOW})
    after = asked({**NOW, "rima": NOW["yousef"], "yousef": NOW["rima"]})
    assert len(scale_of(before, File()).scores) == len(NOW)
    assert scale_of(before, File()) != scale_of(after, File())
