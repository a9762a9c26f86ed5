"""Which answers say why, which are signed, and what a signature is."""

import pytest

from beraad.answer_rules import Strokes, is_drawn, is_signed, says_why
from beraad.terms import Decision

LINE = ((0.1, 0.5), (0.2, 0.5))
TAP = ((0.1, 0.5), (0.11, 0.51))


@pytest.mark.parametrize("decision", Decision)
def test_who_does_not_simply_agree_says_why(decision: Decision) -> None:
    needs = decision in (Decision.AGREE_WITH_REMARK, Decision.DISAGREE, Decision.UNABLE)
    assert says_why(decision, "omdat")
    assert all(says_why(decision, blank) is not needs for blank in (None, "", " \n"))


@pytest.mark.parametrize("decision", Decision)
def test_who_agrees_signs_here_or_on_paper(decision: Decision) -> None:
    needs = decision in (Decision.AGREE, Decision.AGREE_WITH_REMARK)
    assert is_signed(decision, [LINE], on_paper=False)
    assert is_signed(decision, (), on_paper=True)
    assert is_signed(decision, (), on_paper=False) is not needs
    assert is_signed(decision, [TAP], on_paper=False) is not needs


@pytest.mark.parametrize(
    ("strokes", "drawn"),
    [
        ((), False),
        (((),), False),
        ((TAP,) * 20, False),
        ((TAP, LINE), True),
        ((((0.5, 0.1), (0.5, 0.15)),), False),
        ((((0.5, 0.1), (0.5, 0.3)),), True),
    ],
)
def test_a_line_is_a_signature_and_taps_are_none(strokes: Strokes, drawn: bool) -> None:
    assert is_drawn(strokes) is drawn
