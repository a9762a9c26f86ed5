"""What the overview says of a case: who went down, what is overdue, and since when."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from beraad import assets
from beraad.exchange import read_case_file
from beraad.services.overview import CaseLine, line_of
from beraad.services.printing import copies_from_file

TODAY = dt.date(2026, 11, 30)


def example(name: str = "de-wit") -> dict[str, Any]:
    """A case file that ships."""
    return dict(json.loads(assets.example_case(name).read_bytes()))


def line(case: dict[str, Any], folder: Path) -> CaseLine:
    """The line of a case file."""
    path = folder / "case.json"
    path.write_text(json.dumps(case), "utf-8")
    return line_of(read_case_file(path))


def asked_twice(folder: Path, second: dict[str, int], **scale: object) -> CaseLine:
    """The example, where the second meeting asked again and these gave these numbers."""
    case = example()
    first, again = case["meetings"]
    again["scales"] = [json.loads(json.dumps(first["scales"][0])) | scale]
    again["scales"][0]["scores"] = [{"person": who, "value": value} for who, value in second.items()]
    return line(case, folder)


def test_who_went_down_is_named_though_the_mean_rose(tmp_path: Path) -> None:
    found = asked_twice(tmp_path, {"lisa": 0, "sanne": 5, "mark": 10, "kees": 10, "ans": 10, "fatima": 10})
    assert found.trend[-1] > found.trend[-2], "control: the mean rose"
    assert found.fell == ("Lisa",)


def test_a_question_in_other_words_is_compared_by_its_place(tmp_path: Path) -> None:
    assert asked_twice(tmp_path, {"lisa": 1}, question="Hoe veilig is Lisa nu?").fell == ("Lisa",)


@pytest.mark.parametrize("number", [2, 9])
def test_who_stayed_or_rose_did_not_go_down(tmp_path: Path, number: int) -> None:
    assert asked_twice(tmp_path, {"lisa": number}).fell == ()


def test_a_scale_of_something_else_says_nothing_of_safety(tmp_path: Path) -> None:
    assert asked_twice(tmp_path, {"lisa": 0}, kind="progress").fell == ()


def test_a_phase_has_its_own_date(tmp_path: Path) -> None:
    case = example()
    case["phases"] = [
        {"phase": "intensive", "from": "2026-03-02"},
        {"phase": "monitor", "from": "2026-07-06"},
    ]
    found = line(case, tmp_path)
    assert (found.phase_began, found.days_in_phase(TODAY)) == (dt.date(2026, 7, 6), 147)


@pytest.mark.parametrize(
    ("phase", "checked", "to_check"),
    [
        ("intensive", "2026-11-16", 3),
        ("intensive", "2026-11-15", 4),
        ("monitor", "2026-10-26", 3),
        ("monitor", "2026-10-25", 4),
        ("closed", "2026-10-01", 0),
    ],
)
def test_an_agreement_that_nobody_checked_for_long_is_counted(
    tmp_path: Path, phase: str, checked: str, to_check: int
) -> None:
    case = example()
    case["phases"][-1]["phase"] = phase
    case["checks"] = [{"agreement": "a1", "on": checked, "result": "kept"}]
    assert len(line(case, tmp_path).to_check(TODAY)) == to_check


def going_on(check: dict[str, Any]) -> dict[str, Any]:
    """The example with one check, where one agreement of the first plan goes on in the second."""
    case = example()
    first, second = case["meetings"]
    goes_on = {"id": "a7", "origin": "a1", "origin_meeting": "b1", "accepted_by": []}
    second["agreements"] = [json.loads(json.dumps(first["agreements"][0])) | goes_on]
    second |= {"starts_at": "2026-11-02T14:00", "agreed_at": "2026-11-02T16:00:00"}
    case["checks"] = [{"result": "kept", "on": "2026-11-26", **check}]
    return case


@pytest.mark.parametrize(
    ("check", "to_check"),
    [
        ({"agreement": "a7", "meeting": "b2"}, 0),
        ({"agreement": "a1", "meeting": "b1"}, 0),
        ({"agreement": "a1", "meeting": None}, 0),
        ({"agreement": "a2", "meeting": "b1"}, 1),
    ],
    ids=["as it stands now", "as it stood before", "with no meeting", "control: another"],
)
def test_a_check_of_what_goes_on_counts_by_whichever_id_it_has(
    tmp_path: Path, check: dict[str, Any], to_check: int
) -> None:
    assert len(line(going_on(check), tmp_path).to_check(TODAY)) == to_check


def test_a_check_of_another_agreement_of_the_same_id_does_not_count(tmp_path: Path) -> None:
    case = going_on({"agreement": "a2", "meeting": "b1"})
    case["meetings"][1]["agreements"][0]["id"] = "a2"
    assert len(line(case, tmp_path).to_check(TODAY)) == 1
    case["checks"][0]["meeting"] = "b2"
    assert len(line(case, tmp_path).to_check(TODAY)) == 0, "control"


def test_what_was_agreed_lately_needs_no_check_yet(tmp_path: Path) -> None:
    case = example()
    case["checks"] = []
    assert len(line(case, tmp_path).to_check(dt.date(2026, 10, 19))) == 0
    assert len(line(case, tmp_path).to_check(dt.date(2026, 10, 20))) == 3, "one begins a week later"


def test_an_agreement_past_its_last_day_is_counted_until_it_is_ended(tmp_path: Path) -> None:
    case = example()
    recurring = case["meetings"][0]["agreements"][1]
    recurring["timing"]["ends_on"] = "2026-11-29"
    assert len(line(case, tmp_path).past_end(TODAY)) == 1
    assert len(line(case, tmp_path).past_end(dt.date(2026, 11, 29))) == 0
    recurring["ended"] = {"on": "2026-11-20", "because": "klaar"}
    assert len(line(case, tmp_path).past_end(TODAY)) == 0


@pytest.mark.parametrize("name", ["de-wit", "haddad"])
def test_copies_are_counted_as_printing_makes_them(tmp_path: Path, name: str) -> None:
    case = example(name)
    number = case["meetings"][0]["agreements"][0]
    case["people"][0]["contact"] = [{"kind": "phone", "value": "06 5512 3498", "visible_to": "facilitator"}]
    number["what"] += " Bel 06 5512 3498."
    found = line(case, tmp_path).copies
    copies = copies_from_file(tmp_path / "case.json")
    assert found == len(copies.readers()) - len(copies.withheld())
    assert copies.withheld(), "control: a leak withholds"


def test_it_is_known_when_the_plan_of_its_meeting_was_agreed(tmp_path: Path) -> None:
    case = example()
    del case["meetings"][1]
    assert line(case, tmp_path).meeting_agreed_on == dt.date(2026, 10, 5)
