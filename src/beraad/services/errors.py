"""Errors for wishes that the rules of a beraad refuse."""

from __future__ import annotations

from beraad.errors import BeraadError


class NotThere(BeraadError):
    """The item that the wish is about does not exist (any more): fact `id`."""

    code = "not_there"


class ReferenceTaken(BeraadError):
    """There is a case with this reference already: fact `reference`."""

    code = "reference_taken"


class UnknownPerson(BeraadError):
    """No person of the case has this id: fact `person`."""

    code = "unknown_person"


class NoMeeting(BeraadError):
    """The case has no meeting to print or to open."""

    code = "no_meeting"


class UnknownMeeting(BeraadError):
    """The case has no meeting with this id."""

    code = "unknown_meeting"


class MeetingSettled(BeraadError):
    """A meeting that was agreed or called off is not changed any more: fact `meeting`."""

    code = "meeting_settled"


class StillNeeded(BeraadError):
    """Something hangs on this person: facts `called` and `references` (tuple of `PersonReference`)."""

    code = "still_needed"


class OwnerCannotSee(BeraadError):
    """An owner could not see the own agreement: fact `called`."""

    code = "owner_cannot_see"


class MustBeEnded(BeraadError):
    """An agreement that was checked, or goes on from an agreed plan, is ended, not removed."""

    code = "must_be_ended"


class PlanHasGaps(BeraadError):
    """The plan is incomplete and some gap has no reason: fact `count`."""

    code = "plan_has_gaps"


class PlanNotAgreed(BeraadError):
    """There is nothing to answer for until the plan was agreed."""

    code = "plan_not_agreed"


class NotInThisRoom(BeraadError):
    """Of two rooms this person does not sit in the one that is here: fact `called`."""

    code = "not_in_this_room"


class CopyLeaks(BeraadError):
    """This person's view would tell what the person may not have: fact `leaks` (console leaks)."""

    code = "copy_leaks"


class NotValid(BeraadError):
    """A value is not allowed: facts `field` and `cause`."""

    code = "not_valid"


class PhaseNotPossible(BeraadError):
    """A case cannot go to a phase, or not on that day: fact `why`, a `PhaseRefused`."""

    code = "phase_not_possible"


class TooManyPages(BeraadError):
    """A scan would get too many pages: facts `count` and `most`."""

    code = "too_many_pages"


class PassphrasesDiffer(BeraadError):
    """A new passphrase was typed twice, and not the same."""

    code = "passphrases_differ"


class PassphraseBroken(BeraadError):
    """A passphrase was given with half characters, by a terminal of another encoding."""

    code = "passphrase_broken"


class NoTerminal(BeraadError):
    """There is no terminal to ask for a passphrase on."""

    code = "no_terminal"


class PassphraseUnreadable(BeraadError):
    """The file with the passphrase cannot be read: fact `file`."""

    code = "passphrase_unreadable"


class CalendarNotWritten(BeraadError):
    """Failure to write a calendar; older files are untouched or whole: facts `file`, its name, and `reason`.

    The reason is the errno's symbol such as `ENOSPC`.
    """

    code = "calendar_not_written"
