"""Codes for what the program did, found and refused; `words` has the words for each.

They stand below the rooms that give them: `words` needs none of these rooms.
"""

from __future__ import annotations

from enum import StrEnum


class ActKind(StrEnum):
    """Kind of act on a case or on the store."""

    STORE_MADE = "store_made"
    UNLOCKED = "unlocked"
    UNLOCKED_BY_CODE = "unlocked_by_code"
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105 - the name of an act
    CODE_SHOWN = "code_shown"
    CODE_KEPT = "code_kept"
    CODE_REPLACED = "code_replaced"
    CASE_EXPORTED = "case_exported"
    COPY_SAVED = "copy_saved"
    COPY_PRINTED = "copy_printed"
    CASE_MADE = "case_made"
    CASE_IMPORTED = "case_imported"
    COLOUR_GIVEN = "colour_given"
    SECRETS_CHANGED = "secrets_changed"
    WORKERS_CHANGED = "workers_changed"
    PERSON_CHANGED = "person_changed"
    LETTERS_CHOSEN = "letters_chosen"
    CHECKED = "checked"
    CHECK_CORRECTED = "check_corrected"
    CALL_PUT_OFF = "call_put_off"
    MEETING_PLANNED = "meeting_planned"
    MEETING_CALLED_OFF = "meeting_called_off"
    MEETING_RESTORED = "meeting_restored"
    TIME_SPENT = "time_spent"
    DANGER_ADDED = "danger_added"
    DANGER_CHANGED = "danger_changed"
    DANGER_REMOVED = "danger_removed"
    DANGER_MOVED = "danger_moved"
    SAFETY_ADDED = "safety_added"
    SAFETY_CHANGED = "safety_changed"
    SAFETY_REMOVED = "safety_removed"
    SAFETY_MOVED = "safety_moved"
    NEXT_STEP_ADDED = "next_step_added"
    NEXT_STEP_CHANGED = "next_step_changed"
    NEXT_STEP_REMOVED = "next_step_removed"
    NEXT_STEP_MOVED = "next_step_moved"
    GOAL_MADE = "goal_made"
    SCALE_ADDED = "scale_added"
    SCALE_CHANGED = "scale_changed"
    SCALE_REMOVED = "scale_removed"
    SCORE_GIVEN = "score_given"
    AGREEMENT_ADDED = "agreement_added"
    AGREEMENT_CHANGED = "agreement_changed"
    AGREEMENT_REMOVED = "agreement_removed"
    AGREEMENT_MOVED = "agreement_moved"
    AGREEMENT_ENDED = "agreement_ended"
    TIME_OUT_CHANGED = "time_out_changed"
    TIME_OUT_REMOVED = "time_out_removed"
    EMERGENCY_ADDED = "emergency_added"
    EMERGENCY_CHANGED = "emergency_changed"
    EMERGENCY_REMOVED = "emergency_removed"
    EMERGENCY_MOVED = "emergency_moved"
    ATTENDANCE_CHANGED = "attendance_changed"
    AGENDA_CHANGED = "agenda_changed"
    ANSWERS_SHOWN = "answers_shown"
    STEP_MOVED = "step_moved"
    STEP_LEFT_OUT = "step_left_out"
    STEP_ADDED = "step_added"
    NOTE_CHANGED = "note_changed"
    NEXT_MEETING_CHANGED = "next_meeting_changed"
    MEETING_CHANGED = "meeting_changed"
    MODE_CHANGED = "mode_changed"
    PERSON_ADDED = "person_added"
    PERSON_LEFT_OUT = "person_left_out"
    PERSON_REMOVED = "person_removed"
    CHILDS_PAPER_CHANGED = "childs_paper_changed"
    MARKS_GIVEN = "marks_given"
    CARRIED_OVER = "carried_over"
    PLAN_DECIDED = "plan_decided"
    ANSWERED = "answered"
    RELEASED = "released"
    HIDDEN_DECIDED = "hidden_decided"
    LET_KNOW = "let_know"
    READERS_CHANGED = "readers_changed"
    SCAN_ADDED = "scan_added"
    SCAN_REMOVED = "scan_removed"
    SCAN_TURNED = "scan_turned"
    DRAFT_DISCARDED = "draft_discarded"
    UNDONE = "undone"
    REDONE = "redone"


class AttentionKind(StrEnum):
    """Kinds of things that ask for attention, the most pressing first."""

    PLAN_CHANGED = "plan_changed"
    """The plan in force was changed and not agreed again."""
    ANSWERS_MISSING = "answers_missing"
    SCORE_FELL = "score_fell"
    PAST_END = "past_end"
    """An agreement is past its last day and was not ended."""
    CHECK_OVERDUE = "check_overdue"
    NO_MEETING = "no_meeting"
    NEXT_NOT_PLANNED = "next_not_planned"
    """A next meeting was agreed at the table and is not planned."""
    NO_NEXT_MEETING = "no_next_meeting"
    NOT_AGREED = "not_agreed"
    """The day of a meeting went by and no plan was agreed."""


class FoundIn(StrEnum):
    """Part of a case in which words were found."""

    CASE = "case"
    """Reference, name of the family or municipality."""
    PERSON = "person"
    MEETING = "meeting"
    """Place of a meeting."""
    STATEMENT = "statement"
    AGREEMENT = "agreement"


class WayOut(StrEnum):
    """Way out for a text that tells, or may tell, a hidden detail."""

    CHANGE_TEXT = "change_text"
    LET_KNOW = "let_know"
    """Let those whom it would reach know the detail: `Hidden.let_know`."""
    ONLY_WHO_MAY_KNOW = "only_who_may_know"
    """Keep the text to those who may know the detail: `Hidden.keep_to_who_may_know`."""
    ABOUT_SOMETHING_ELSE = "about_something_else"
    """Say that it is about something else: `Hidden.decide(leak, is_about=False)`.

    Offered where the leak is only possible, or was answered with yes.
    """


class CallDoubt(StrEnum):
    """Reason why a child had better not be sent to somebody, or cannot be."""

    FEARED = "feared"
    NO_NUMBER = "no_number"


class NoCopy(StrEnum):
    """Reason why somebody gets no copy."""

    LEAK = "leak"
    """Its text would tell somebody's hidden detail."""
    PAPER = "paper"
    """This person may not have paper at home."""


class NotInPaper(StrEnum):
    """Reasons why an item of the plan does not stand in a paper."""

    HIDDEN = "hidden"
    """This reader may not see it."""
    CARD = "card"
    """It stands on this reader's card, kept elsewhere: somebody who may see the paper may not see it."""
    CHILDS_COPY = "childs_copy"
    """The paper is a child's copy, which leaves most of the plan out."""
    NO_ANSWER = "no_answer"
    """A scale question stands only in the papers of those who answered it."""


class Cause(StrEnum):
    """Reasons for refusing a case file."""

    MISSING_FILE = "missing_file"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    CUT_OFF = "cut_off"
    TOO_DEEP = "too_deep"
    NOT_AN_OBJECT = "not_an_object"
    WRONG_FORMAT = "wrong_format"
    WRONG_VERSION = "wrong_version"
    NEWER_VERSION = "newer_version"
    MISSING_KEY = "missing_key"
    UNKNOWN_KEY = "unknown_key"
    DOUBLE_KEY = "double_key"
    WRONG_TYPE = "wrong_type"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    NO_NAME = "no_name"
    NOT_A_NUMBER = "not_a_number"
    NUMBER_TOO_LARGE = "number_too_large"
    NOT_A_DATE = "not_a_date"
    NOT_A_LOCAL_TIME = "not_a_local_time"
    NOT_A_TIME = "not_a_time"
    NOT_A_PERSON_ID = "not_a_person_id"
    NOT_A_GROUP = "not_a_group"
    NOT_A_STROKE = "not_a_stroke"
    BROKEN_CHARACTER = "broken_character"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_STATEMENT = "unknown_statement"
    UNKNOWN_AGREEMENT = "unknown_agreement"
    UNKNOWN_ORIGIN = "unknown_origin"
    UNKNOWN_SCALE = "unknown_scale"
    UNKNOWN_MEETING = "unknown_meeting"
    NOT_UNIQUE = "not_unique"


class StoreState(StrEnum):
    """State of a data folder, as far as it can be seen from outside."""

    ABSENT = "absent"
    """Nothing: a new database can be made."""
    PRESENT = "present"
    """A database with its key file: ask for the passphrase."""
    ONLY_BACKUPS = "only_backups"
    """No database, but backups of one, or one that was put aside: ask before a new one is made."""
    DATABASE_MISSING = "database_missing"
    DATABASE_EMPTY = "database_empty"
    DATABASE_NOT_ENCRYPTED = "database_not_encrypted"
    KEY_FILE_MISSING = "key_file_missing"
    KEY_FILE_DAMAGED = "key_file_damaged"
    IN_USE = "in_use"
    """Present, and another running program has it open."""
    UNREACHABLE = "unreachable"
    """The folder or a file in it cannot be read."""


class FindingCode(StrEnum):
    """Kinds of trouble with a database."""

    BAD_PAGES = "bad_pages"
    """Pages that were changed since they were written. Facts: `pages`."""
    UNREADABLE = "unreadable"
    """SQLite cannot read it: cut off, or its first page is damaged. Facts: `reason`."""
    STRUCTURE = "structure"
    """Pages are whole, but do not fit together. Facts: `count`."""
    BROKEN_REFERENCES = "broken_references"
    """Rows that refer to rows that are not there. Facts: `tables`."""
    MISSING = "missing"
    """There is no database in the folder."""
    EMPTY = "empty"
    """It holds nothing: 0 bytes, 1 byte, or no table."""
    EDITS_MISSING = "edits_missing"
    """It has seen fewer commits than were counted beside it: its log was lost. Facts: `count`."""
    KEY_FILE = "key_file"
    """The key file beside it is gone or damaged, so it cannot be opened on its own. Facts: `reason`."""
    FOREIGN_LOG = "foreign_log"
    """The file beside it with the name of its write-ahead log is not one."""
    NO_BACKUPS = "no_backups"
    """There is no backup."""
    BACKUPS_BLOCKED = "backups_blocked"
    """The place of the backup folder holds something else, or cannot be read."""
    FORMER_KEY = "former_key"
    """It opens with a passphrase or recovery code that the live database no longer has."""


class DocumentChange(StrEnum):
    """Ways in which something of a reader's document is another in the next one, in the order of reading."""

    NEW = "new"
    CHANGED = "changed"
    STOPPED = "stopped"
    """It does not stand there any more, or stands among what was ended."""
    STAYS = "stays"


class ChangedFact(StrEnum):
    """Facts of an item of a plan that may be others in the next one."""

    WORDS = "words"
    OWNERS = "owners"
    TIMING = "timing"
    HOUR = "hour"
    """Hour of the timing, if all else of it stays."""
    MEASURED_BY = "measured_by"
    CHECKED_BY = "checked_by"
    FALLBACK = "fallback"
    WAITING = "waiting"
    """Owners who did not say yes."""
    HELPS = "helps"
    """Words about what helps the reader."""
    NUMBER = "number"
    """Telephone number of an emergency step."""
    SIGNS = "signs"
    GOES_TO = "goes_to"
    MINUTES = "minutes"
    RETURNS = "returns"
    DISPUTED_BY = "disputed_by"
    ENDS = "ends"
    """What 0 and 10 of a scale question mean."""
    ANSWER = "answer"
    """Reader's own answer to a scale question."""
