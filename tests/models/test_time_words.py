"""Hours and lengths in words beside those that were chosen."""

import pytest

from beraad.models.time_words import other_hours, other_lengths


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("Oma belt om negen uur.", "20:00", ["negen uur"]),
        ("Oma belt om acht uur.", "20:00", []),
        ("Oma belt om acht uur.", "08:00", []),
        ("Oma belt om 8 uur 's avonds.", "08:00", ["8 uur 's avonds"]),
        ("Oma belt 's avonds om 21.00 uur.", "20:00", ["21.00 uur"]),
        ("Oma belt om 20:00.", "20:00", []),
        ("Oma belt om half negen.", "20:30", []),
        ("Oma belt om half negen.", "20:00", ["half negen"]),
        ("Oma blijft drie uur bij Lisa.", "20:00", []),
        ("Mark is voor tien uur binnen.", "20:00", ["tien uur"]),
        ("Oma belt elke avond.", "20:00", []),
        ("Het nummer is 06 12.34 uur", "12:34", []),
        ("", "20:00", []),
    ],
)
def test_another_hour_is_found(text: str, at: str, found: list[str]) -> None:
    assert list(other_hours(text, at)) == found


@pytest.mark.parametrize(
    ("text", "minutes", "found"),
    [
        ("Naar Kees, 2 uur.", 120, []),
        ("Naar Kees, twee uur.", 90, ["twee uur"]),
        ("Naar Kees, anderhalf uur.", 90, []),
        ("Een half uur later belt hij.", 30, []),
        ("Na 45 minuten belt hij.", 60, ["45 minuten"]),
        ("1 uur en 30 minuten", 90, []),
        ("Drie kwartier naar buiten.", 45, []),
        ("Een kwartier naar buiten.", 45, ["Een kwartier"]),
        ("Tot negen uur naar Kees.", 60, []),
        ("Om 21.00 uur belt hij.", 60, []),
        ("Naar zijn broer.", 60, []),
    ],
)
def test_another_length_is_found(text: str, minutes: int, found: list[str]) -> None:
    assert list(other_lengths(text, minutes)) == found
