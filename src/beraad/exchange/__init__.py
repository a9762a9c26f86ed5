"""Read and write case files: JSON ↔ models, lossless, all or nothing. See docs/file-format.md."""

from beraad.exchange.errors import CaseFileError, CaseNotWritten
from beraad.exchange.json_text import LARGEST_FILE
from beraad.exchange.reading import read_case, read_case_file, read_meeting, read_person
from beraad.exchange.writing import (
    MeetingDocuments,
    case_document,
    meeting_document,
    person_document,
    write_case,
    write_case_file,
)

__all__ = [
    "LARGEST_FILE",
    "CaseFileError",
    "CaseNotWritten",
    "MeetingDocuments",
    "case_document",
    "meeting_document",
    "person_document",
    "read_case",
    "read_case_file",
    "read_meeting",
    "read_person",
    "write_case",
    "write_case_file",
]
