"""Places in a case: typed paths to its items and their texts, with one text form."""

from __future__ import annotations

from beraad.terms import number_of_time_out, time_out_subject

_PARTS_OF_ITEM = {"time_out": 1, "next_meeting": 1, "people": 4, "case": 4}
"""Number of parts in the place of an item, by its kind, where that is not two."""

NEW = "new"
"""Part of a place instead of the id of an item that does not exist yet."""


class Place(tuple[str, ...]):
    """Path to an item or a text, part by part: from the case, or from a meeting of it.

    From the case it begins with the list of the item: meetings/b1/statements/s3/text, people/ans. What is
    said of one meeting alone (its drafts, its cards on the wall) goes from this meeting: statements/s3.
    `Place.meeting("b1") / Place.statement("s3")` is the first, of which `of_meeting` is the second.

    `str` gives the text form, with slashes, that is stored and written; `parse` reads it.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Place:
        """Return the place with this text form; an empty text is the case itself."""
        return cls(text.split("/")) if text else CASE

    # -- in a case -----------------------------------------------------------------------------------

    @classmethod
    def meeting(cls, meeting: str) -> Place:
        """Return the place of the meeting with this id."""
        return cls(("meetings", meeting))

    @classmethod
    def person(cls, person: str) -> Place:
        """Return the place of the person with this id."""
        return cls(("people", person))

    @classmethod
    def contact(cls, person: str, number: int) -> Place:
        """Return the place of a person's contact detail; `number` counts from 1."""
        return cls(("people", person, "contact", str(number)))

    @classmethod
    def secret(cls, number: int) -> Place:
        """Return the place of a secret phrase; `number` counts from 1."""
        return cls(("secrets", str(number)))

    # -- in a meeting --------------------------------------------------------------------------------

    @classmethod
    def statement(cls, statement: str) -> Place:
        """Return the place of the statement with this id."""
        return cls(("statements", statement))

    @classmethod
    def agreement(cls, agreement: str) -> Place:
        """Return the place of the agreement with this id."""
        return cls(("agreements", agreement))

    @classmethod
    def scale(cls, scale: str) -> Place:
        """Return the place of the scale question with this id."""
        return cls(("scales", scale))

    @classmethod
    def score(cls, scale: str, person: str) -> Place:
        """Return the place of the number that a person gives to a scale question."""
        return cls(("scales", scale, "scores", person))

    @classmethod
    def time_out(cls, number: int) -> Place:
        """Return the place of a time-out; `number` counts from 1."""
        return cls((time_out_subject(number),))

    @classmethod
    def emergency_step(cls, number: int) -> Place:
        """Return the place of a step of the emergency plan; `number` counts from 1."""
        return cls(("emergency", str(number)))

    @classmethod
    def answer(cls, person: str) -> Place:
        """Return the place of a person's answer to the plan."""
        return cls(("answers", person))

    @classmethod
    def carried(cls, kind: str, subject: str) -> Place:
        """Return the place of the decision about an item of the last plan: its `CarryKind`, and its name."""
        return cls(("carry", kind, subject))

    @classmethod
    def check(cls, agreement: str, *, asked: str | None = None, corrects: int | None = None) -> Place:
        """Return the place of what is being written down of an agreement.

        `asked` is who is on the telephone; `corrects` is the number of the check that is corrected.
        """
        if asked is not None:
            return cls(("checks", agreement, "round", asked))
        if corrects is not None:
            return cls(("checks", agreement, "correct", str(corrects)))
        return cls(("checks", agreement))

    # -- what is asked of a place --------------------------------------------------------------------

    def __str__(self) -> str:
        """Return the text form; empty for the case itself."""
        return "/".join(self)

    def __repr__(self) -> str:
        return f"Place({str(self)!r})"

    def __truediv__(self, below: Place | str | int) -> Place:
        """Return the place below this one: of a part, such as the field of a text, or of a whole path."""
        return Place((*self, *below)) if isinstance(below, Place) else Place((*self, str(below)))

    @property
    def parent(self) -> Place:
        """Place of what holds it; of the case, the case itself."""
        return Place(self[:-1])

    @property
    def kind(self) -> str:
        """Name of the list it begins with, e.g. statements; time_out for each time-out; empty: the case."""
        return self[0].partition("-")[0] if self else ""

    @property
    def id(self) -> str:
        """Id or number of the item in that list; empty if it has none."""
        return self[1] if len(self) > 1 else ""

    @property
    def is_check(self) -> bool:
        """True if it is that of what is being written down of an agreement, from its meeting."""
        return self.kind == "checks"

    @property
    def number(self) -> int | None:
        """Number, from 1, of a time-out or an emergency step; None for what has an id."""
        if self.kind == "time_out":
            return number_of_time_out(self[0])
        return int(self.id) if self.kind == "emergency" and self.id.isdecimal() else None

    @property
    def item(self) -> Place:
        """Place of the item that it is a text of, e.g. meetings/b1/agreements/a4, meetings/b1/time_out."""
        if self.kind == "meetings":
            return Place((*self[:2], *self.of_meeting.item))
        return Place(self[: _PARTS_OF_ITEM.get(self.kind, 2)])

    @property
    def of_meeting(self) -> Place:
        """The same place from its meeting; empty for a place outside meetings, and for a whole meeting."""
        return Place(self[2:]) if self.kind == "meetings" else CASE

    def moved(self, before: Place, after: Place) -> Place:
        """Return this place, which is within `before`, as it is called once that stands at `after`."""
        return Place((*after, *self[len(before) :]))

    def is_within(self, other: Place) -> bool:
        """Return True if it is `other`, or stands below it."""
        return self[: len(other)] == other


def below(place: str, part: str) -> str:
    """Return the text form of the place below one, both as text: where many are only written."""
    return f"{place}/{part}"


CASE = Place()
"""Place of the case itself."""

COPY = Place(("case",))
"""Place of what a copy says besides the items of the plan, e.g. the name of its reader."""
