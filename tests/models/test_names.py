"""People who are called alike are told apart wherever the plan names one."""

from dataclasses import dataclass

import pytest

from beraad.models.names import called_alike, told_apart


@dataclass(frozen=True)
class Somebody:
    """Somebody of a case."""

    id: str
    called: str
    name: str = ""
    relation: str | None = None


def names(*people: Somebody) -> list[str]:
    return list(told_apart(people).values())


def test_who_is_called_as_nobody_else_keeps_the_name() -> None:
    assert names(Somebody("a", "Jan", "Jan Bos", "opa"), Somebody("b", "Ans")) == ["Jan", "Ans"]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (("Jan", "Jan Bos", "opa"), ("Jan", "Jan Kok", "buurman"), ["Jan (opa)", "Jan (buurman)"]),
        (("Jan", "Jan Bos", "opa"), ("Jan", "Jan Kok", None), ["Jan Bos", "Jan Kok"]),
        (("Jan", "Jan Bos", "opa"), ("Jan", "Jan Kok", "opa"), ["Jan Bos", "Jan Kok"]),
        (("Jan", "Jan Bos", None), ("jan ", "Jan  Bos", None), ["Jan (1)", "jan (2)"]),
        (("Jan", "Jan", "opa"), ("JAN", "Jan", "oom"), ["Jan (opa)", "JAN (oom)"]),
    ],
)
def test_those_called_alike_are_told_apart_by_relation_name_or_number(
    first: tuple[str, str, str | None], second: tuple[str, str, str | None], wanted: list[str]
) -> None:
    people = [Somebody(key, *who) for key, who in zip("ab", (first, second), strict=True)]
    assert names(*people) == wanted


def test_a_name_that_tells_apart_is_no_name_of_a_third() -> None:
    people = (
        Somebody("a", "Jan", "Jan Bos", "opa"),
        Somebody("b", "Jan", "Jan Kok", "oom"),
        Somebody("c", "Jan (opa)", "Jan Pot"),
    )
    assert names(*people) == ["Jan Bos", "Jan Kok", "Jan (opa)"]


def test_who_is_called_alike_is_named_at_entry() -> None:
    jan, ans = Somebody("a", "Jan"), Somebody("b", "Ans")
    assert called_alike(Somebody("", " JAN"), (jan, ans)) == (jan,)
    assert called_alike(jan, (jan, ans)) == ()
