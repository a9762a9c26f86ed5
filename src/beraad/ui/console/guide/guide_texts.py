"""Guide texts for the facilitator at each step: the shipped ones, or the team's own.

The team's own texts are a plain text file per language. `== Zorgen ==` begins a step; `Begin:`,
`Vragen:` and `Let op:` begin its parts. The shipped texts fill in what the file leaves out. A file that
cannot be understood is not used at all, and one sentence says why.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

from beraad import assets
from beraad.i18n import Language, _
from beraad.languages import LANGUAGES
from beraad.terms import Step
from beraad.texts import on_one_line
from beraad.words.meeting import step_title

LARGEST = 200_000
"""Greatest size of a team's own file, in bytes."""
_LONGEST_LINE = 600


class Part(StrEnum):
    """Part of the guide text of a step."""

    OPENING = "opening"
    QUESTIONS = "questions"
    WATCH_FOR = "watch_for"


_PARTS = {
    "begin": Part.OPENING,
    "opening": Part.OPENING,
    "vragen": Part.QUESTIONS,
    "questions": Part.QUESTIONS,
    "let op": Part.WATCH_FOR,
    "watch for": Part.WATCH_FOR,
}

Told = dict[tuple[Step, Part], tuple[str, ...]]


@dataclasses.dataclass(frozen=True, slots=True)
class GuideTexts:
    """Lines of each part of each step; `trouble` says why the team's own are not among them."""

    told: Told
    trouble: str = ""

    def lines(self, step: Step, part: Part) -> tuple[str, ...]:
        """Return the lines of one part of a step."""
        return self.told.get((step, part), ())


class _NotUnderstoodError(Exception):
    """Holds the sentence that tells of it."""


def own_file(folder: Path, language: str) -> Path:
    """Return the path of the team's own guide texts in this language."""
    return folder / f"guide-{language}.txt"


def guide_texts(language: str, folder: Path | None) -> GuideTexts:
    """Read the guide texts in this language; `folder` is where a team may keep its own."""
    shipped = _shipped(language)
    if folder is None:
        return GuideTexts(shipped)
    path = own_file(folder, language)
    try:
        own = _parsed(_text_of(path), path.name)
    except FileNotFoundError:
        return GuideTexts(shipped)
    except OSError:
        return GuideTexts(shipped, _told(path.name, _("het bestand kan niet worden gelezen")))
    except _NotUnderstoodError as trouble:
        return GuideTexts(shipped, str(trouble))
    return GuideTexts({**shipped, **own})


@cache
def _steps() -> dict[str, Step]:
    """Steps by their titles in every language."""
    languages = map(Language, LANGUAGES)
    return {_plain(step_title(step, language)): step for language in languages for step in Step}


@cache
def _shipped(language: str) -> Told:
    path = assets.guide_path(language)
    return _parsed(path.read_text("utf-8"), path.name)


def _text_of(path: Path) -> str:
    """Plain text as any editor writes it: with or without a mark in front, in the old code of Windows too."""
    with path.open("rb") as file:
        written = file.read(LARGEST + 1)
    if len(written) > LARGEST:
        raise _NotUnderstoodError(_told(path.name, _("het bestand is te groot")))
    codes = ("utf-16",) if written[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for code in codes:
        try:
            text = written.decode(code)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _NotUnderstoodError(_told(path.name, _("dit is geen gewone tekst")))


def _parsed(text: str, file: str) -> Told:
    told: dict[tuple[Step, Part], list[str]] = {}
    seen: set[Step] = set()
    step: Step | None = None
    part: Part | None = None
    for number, line in _lines_of(text):
        if line.startswith("=="):
            title = line.strip("= \t")
            step, part = _steps().get(_plain(title)), None
            if step is None:
                raise _at(file, number, _("„{words}” is geen stap van het beraad"), title)
            if step in seen:
                raise _at(file, number, _("de stap „{words}” staat er twee keer"), title)
            seen.add(step)
        elif step is None:
            raise _at(file, number, _("boven „{words}” staat geen stap"), line)
        elif line.endswith(":") and (found := _PARTS.get(_plain(line[:-1]))):
            part = found
            told.setdefault((step, part), [])
        elif part is None or _looks_like_part(line):
            raise _at(file, number, _("„{words}” is niet „Begin:”, „Vragen:” of „Let op:”"), line)
        elif len(line) > _LONGEST_LINE:
            raise _at(file, number, _("de regel „{words}” is te lang"), line)
        else:
            told[step, part].append(line.lstrip("-–•* \t"))
    return {place: tuple(lines) for place, lines in told.items()}


def _lines_of(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        stripped = on_one_line(line).strip()
        if stripped and not stripped.startswith("#"):
            yield number, stripped


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _looks_like_part(line: str) -> bool:
    """One or two words and a colon, and no dash before them: meant as the name of a part, and mistyped."""
    return line.endswith(":") and line[0] not in "-–•*" and len(line.split()) <= 2


def _at(file: str, number: int, cause: str, words: str) -> _NotUnderstoodError:
    shown = words if len(words) <= 40 else f"{words[:39]}…"
    place = _("{file}, regel {number}").format(file=file, number=number)
    return _NotUnderstoodError(_told(place, cause.format(words=shown)))


def _told(place: str, cause: str) -> str:
    return _("In {place}: {cause}. U ziet nu de gewone tekst.").format(place=place, cause=cause)
