"""The code at the foot of a copy: what changes on the copy changes it, and nothing else does."""

import dataclasses
import io
import re
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad import i18n
from beraad.services.printing import Copies
from tests.disclosure.small_cases import agreement, detail, document, meeting, people, read

Change = Callable[[dict[str, Any]], None]


def a_document() -> dict[str, Any]:
    """Noor may be called by Yousef; Rima's number is not for him."""
    plan = meeting(
        agreements=[agreement("a1", "Noor belt.", ("noor",))],
        agreed_at="2026-11-12T12:00:00",
        answers=[{"person": "rima", "decision": "agree"}],
        next_meeting={"starts_at": "2026-12-10T10:00:00", "place": "wijkcentrum"},
    )
    known = people(
        noor=[detail("phone", "076 555 0101", "everyone")], rima=[detail("phone", "06 7700 1101", ["noor"])]
    )
    return document(plan, people=known)


@dataclasses.dataclass(frozen=True)
class Paper:
    """A printed copy: the code at its foot, and all other text of its pages."""

    code: str
    ink: tuple[str, ...]

    @property
    def signed_code(self) -> str:
        """What stays while what is signed for stays."""
        return self.code.partition("-")[0]


def copy_after(*changes: Change) -> Paper:
    """Yousef's copy."""
    content = a_document()
    for change in changes:
        change(content)
    data = Copies(read({**content, "version": 2})).one("yousef").data
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    (code,) = {found for page in pages for found in re.findall(r"Plan (\w{4}-\w{4}) · ", page)}
    return Paper(code, tuple(page.replace(code, "") for page in pages))


def some_words(words: str) -> Change:
    """Noor says something else."""

    def change(content: dict[str, Any]) -> None:
        content["meetings"][0]["agreements"][0]["fallback"] = words

    return change


def nothing(_content: dict[str, Any]) -> None:
    """No change."""


def the_number(content: dict[str, Any]) -> None:
    """Noor has another number."""
    content["people"][2]["contact"][0]["value"] = "076 555 0199"


def an_answer(content: dict[str, Any]) -> None:
    """Rima does not agree."""
    content["meetings"][0]["answers"][0]["decision"] = "disagree"


def the_next_date(content: dict[str, Any]) -> None:
    """A day later."""
    content["meetings"][0]["next_meeting"]["starts_at"] = "2026-12-11T10:00:00"


def an_agreement(content: dict[str, Any]) -> None:
    """Something else."""
    content["meetings"][0]["agreements"][0]["what"] = "Noor belt elke dag."


def a_number_kept_from_him(content: dict[str, Any]) -> None:
    """Rima has another number."""
    content["people"][0]["contact"][0]["value"] = "06 7700 1199"


def larger_letters(content: dict[str, Any]) -> None:
    """For Yousef."""
    content["people"][1]["large_print"] = True


@pytest.mark.parametrize("change", [the_number, an_answer, the_next_date, larger_letters])
def test_what_changes_on_a_copy_changes_its_code_and_not_what_was_signed_for(change: Change) -> None:
    before, after = copy_after(nothing), copy_after(change)
    assert after.code != before.code
    assert after.signed_code == before.signed_code


def test_another_agreement_changes_what_is_signed_for() -> None:
    assert copy_after(an_agreement).signed_code != copy_after(nothing).signed_code


def test_what_the_reader_may_not_see_changes_nothing() -> None:
    assert copy_after(a_number_kept_from_him).code == copy_after(nothing).code


def a_name_without_letters(content: dict[str, Any]) -> None:
    """Noor is called 小明."""
    content["people"][2] |= {"name": "王小明", "called": "小明"}


def in_letters(content: dict[str, Any]) -> None:
    """Somebody said how that is written."""
    content["people"][2]["in_letters"] = "Xiaoming"


def test_how_a_name_is_written_in_letters_changes_the_code_and_not_what_was_signed_for() -> None:
    before, after = copy_after(a_name_without_letters), copy_after(a_name_without_letters, in_letters)
    assert after.code != before.code
    assert after.signed_code == before.signed_code
    assert copy_after(in_letters).code == copy_after(nothing).code, "a name with letters stays as it is"


def in_english(content: dict[str, Any]) -> None:
    """Yousef reads English."""
    content["people"][1]["language"] = "en"


def test_another_language_is_another_copy_of_what_was_signed_for() -> None:
    before, after = copy_after(nothing), copy_after(in_english)
    assert after.code != before.code
    assert after.signed_code == before.signed_code


def test_the_language_of_the_windows_changes_no_copy() -> None:
    before = copy_after(nothing), copy_after(in_english)
    i18n.set_language("en")
    assert (copy_after(nothing), copy_after(in_english)) == before


def test_an_address_that_no_copy_prints_changes_nothing() -> None:
    def an_address(content: dict[str, Any]) -> None:
        content["people"][2]["contact"].append(detail("address", "Markt 3, Breda", "everyone"))

    assert copy_after(an_address).code == copy_after(nothing).code


LETTERS = st.sampled_from(("Xiaoming", "Xiao Ming"))
CHANGES = st.lists(
    st.one_of(
        st.sampled_from((the_number, an_answer, the_next_date, an_agreement, a_number_kept_from_him)),
        st.sampled_from((larger_letters, a_name_without_letters, in_letters)),
        st.text("abc小", min_size=1, max_size=4).map(some_words),
    ),
    max_size=4,
)


@settings(max_examples=25)
@given(CHANGES, CHANGES)
def test_copies_that_differ_in_ink_have_different_codes(one: list[Change], other: list[Change]) -> None:
    first, second = copy_after(*one), copy_after(*other)
    assert first.ink == second.ink or first.code != second.code
    if set(one) == set(other):
        assert first == second
