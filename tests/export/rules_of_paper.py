"""The rules that every copy of a reader keeps, read back from its PDF; each says what is wrong with one."""

from __future__ import annotations

import dataclasses
import io
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import groupby, pairwise

import pdfplumber
import pypdf

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.sheet import dialled
from beraad.disclosure.views import AgreementView, PersonView, PlanView
from beraad.export.copies import copy_for
from beraad.export.document import Answers, Document, Emphasis, Head, Item, Mark, PageStyle, Tone
from beraad.export.pdf import render, unwritable
from beraad.export.pdf.styles import PAGE_HEIGHT
from beraad.i18n import Language
from beraad.models import Case, Meeting, Person
from beraad.models.names import told_apart
from beraad.terms import ContactKind
from tests.export.reading import squeezed

FULL_DATE = re.compile(r"\d{1,2} (?:[A-Za-z]{4,9}|mei|May) \d{4}")
_FOOT = PAGE_HEIGHT - 55


@dataclasses.dataclass
class Paper:
    """One printed copy, with whom it is for."""

    case: Case
    meeting: Meeting
    person: Person
    view: PlanView
    document: Document

    @cached_property
    def data(self) -> bytes:
        return render(self.document).data

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, spaces as they come."""
        return [page.extract_text() for page in self.pdf.pages]

    @cached_property
    def pdf(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(io.BytesIO(self.data))

    @cached_property
    def letters(self) -> list[list[dict[str, object]]]:
        with pdfplumber.open(io.BytesIO(self.data)) as pdf:
            return [list(page.chars) for page in pdf.pages]

    @cached_property
    def front(self) -> str:
        return squeezed(self.pages[0])

    @cached_property
    def whole(self) -> str:
        return squeezed("".join(self.pages))

    @property
    def words(self) -> Language:
        """The language of the copy."""
        return Language(self.document.language)

    @property
    def called(self) -> str:
        return self.reader.called

    @property
    def reader(self) -> PersonView:
        assert self.view.reader is not None
        return self.view.reader.person

    def names(self, text: str | None) -> bool:
        """Whether a text names the reader, worked out anew: by what the plan calls this person or by name."""
        ways = (self.person.called, self.person.name, self.person.name.split()[0])
        return any(f" {words_of(way)} " in f" {words_of(text or '')} " for way in ways)


def words_of(text: str) -> str:
    """The words of a text, without what stands between them."""
    return " ".join(re.findall(r"[^\W_]+", text)).casefold()


def papers(case: Case, *, children: bool = False) -> Iterator[Paper]:
    """Everybody's copy of the plan in force; of children up to twelve, who get another, only if asked for."""
    meeting = case.current_plan() or case.meetings[-1]
    disclosure = Disclosure(case, meeting)
    for person in case.people:
        view = disclosure.copy(Reader(person.id)).view
        if view.reader is not None and (children or not view.reader.child):
            yield Paper(case, meeting, person, view, copy_for(view))


# -- the rules ------------------------------------------------------------------------------------


def what_is_mine_is_on_page_one(paper: Paper) -> Iterator[str]:
    """Every agreement, fallback, check, measure or step that names the reader."""
    for item in paper.view.body.agreements:
        for text in _mine_of(paper, item):
            if not stands_in(text, paper.pages[0]):
                yield text
    for step in paper.view.body.emergency:
        if paper.names(step.text) and not stands_in(step.text, paper.pages[0]):
            yield step.text


def _mine_of(paper: Paper, item: AgreementView) -> Iterator[str]:
    owns, checks = paper.reader in item.owners, item.checked_by == paper.called
    named = [text for text in (item.measured_by, item.fallback) if text and paper.names(text)]
    if owns or checks or named or paper.names(item.what):
        yield item.what
    yield from named


def page_one_says_whom_to_call_and_when_we_meet(paper: Paper) -> Iterator[str]:
    """112, the fixed contact with a number, and the next meeting."""
    wanted = ["112", "0800"]
    for contact in paper.view.contacts:
        phones = [item.value for item in contact.details if item.kind is ContactKind.PHONE]
        if contact.fixed_contact and phones:
            wanted += [contact.person.called, phones[0]]
    coming = paper.meeting.next_meeting
    if coming and coming.starts_at:
        wanted += [f"{int(coming.starts_at[8:10])} ", coming.starts_at[:4], coming.starts_at[11:16]]
    wanted += [coming.place] if coming and coming.place else []
    yield from (text for text in wanted if squeezed(text) not in paper.front)


def nothing_stands_twice(paper: Paper) -> Iterator[str]:
    """No agreement, number or time-out; in a block no day in full."""
    sentences = [squeezed(item.what) for item in paper.view.body.agreements]
    for sentence in set(sentences):
        if paper.whole.count(sentence) > sum(other.count(sentence) for other in sentences):
            yield sentence
    text = " ".join(" ".join(paper.pages).split())
    body = paper.view.body
    said = [(item.what, item.measured_by, item.fallback) for item in body.agreements]
    said += [(item.text,) for item in (*body.danger, *body.safety, *body.next_steps, *body.emergency)]
    typed = " ".join(words for texts in said for words in texts if words)
    for item in (item for contact in paper.view.contacts for item in contact.details):
        phone = item.kind is ContactKind.PHONE and dialled(item.value)
        if phone and text.count(item.value) > 1 + typed.count(item.value):
            yield item.value
    for out in paper.view.body.time_outs:
        if paper.whole.count(squeezed(out.signal)) > 1:
            yield out.signal
    for block in paper.document.blocks:
        dates = Counter(FULL_DATE.findall(" ".join(texts_in(block))))
        yield from (date for date, count in dates.items() if count > 1)


def it_is_one_sheet(paper: Paper) -> Iterator[str]:
    """Two pages, in large letters four."""
    most = 4 if paper.document.style is PageStyle.LARGE else 2
    if len(paper.pages) > most:
        yield f"{len(paper.pages)} pages"


def pages_are_filled_and_go_on_under_their_title(paper: Paper) -> Iterator[str]:
    """The last page is a quarter full; a page begins with a title, and what goes on says so."""
    last = [float(str(char["bottom"])) for char in paper.letters[-1] if float(str(char["top"])) < _FOOT]
    if len(paper.pages) > 1 and max(last) < 0.25 * PAGE_HEIGHT:
        yield "the last page is nearly empty"
    blocks = paper.document.blocks
    titles = [getattr(block, "title", "") for block in blocks]
    titles += [column.title for block in blocks for column in getattr(block, "columns", ())]
    for page in paper.pages[1:]:
        first = page.strip().splitlines()[0]
        if not any(title and squeezed(first).startswith(squeezed(title)) for title in titles):
            yield first
    for page in paper.pages:
        body = page.strip().splitlines()[:-2]
        if body and any(title and squeezed(body[-1]) == squeezed(title) for title in titles):
            yield f"the page ends with {body[-1]}"


def letters_are_large_enough(paper: Paper) -> Iterator[str]:
    """10.5 points and labels 9; large 14, for a child 15."""
    least = {PageStyle.LARGE: 14.0, PageStyle.CHILD: 15.0}.get(paper.document.style, 9.0)
    for page in paper.letters:
        for char in page:
            size, ink = round(float(str(char["size"])), 2), str(char["non_stroking_color"])
            at_the_foot = float(str(char["top"])) > _FOOT
            label = paper.document.style is PageStyle.NORMAL and not at_the_foot and size < 10.5
            if size < least or (label and ink == INK):
                yield f"{char['text']} {size}"


INK = "(0.105882, 0.133333, 0.188235)"


def page_one_does_not_tell_what_happened(paper: Paper) -> Iterator[str]:
    """No statement, no number on a scale, no answer; every page names its reader."""
    body, told = paper.view.body, []
    told += [item.text for item in (*body.danger, *body.safety, *body.next_steps)]
    told += [item.question for item in body.scales] + [item.remark or "" for item in paper.view.answers]
    yield from (text for text in told if text and squeezed(text) in paper.front)
    if paper.words("Getekend") in paper.pages[0]:
        yield "Getekend"
    for page in paper.pages:
        readable = not any(letter > "\u0900" and letter.isalpha() for letter in paper.called)
        whose = paper.words("alleen voor {name}").format(name=paper.called if readable else "")
        if squeezed(whose) not in squeezed(page):
            yield "a page without a name"


def nothing_stands_empty(paper: Paper) -> Iterator[str]:
    """No question that was not answered; a line to sign on only for who may still sign, and no child."""
    for scale in paper.view.body.scales:
        given = any(item.person == paper.reader for item in scale.scores)
        if not given and squeezed(scale.question) in paper.whole:
            yield scale.question
    answered = {item.person for item in paper.meeting.answers}
    there = {item.person for item in paper.meeting.participants if item.attendance != "absent"}
    grown = {one.id for one in paper.case.people if (one.age_on(paper.meeting.day_of_ages) or 99) >= 12}
    names = told_apart(paper.case.people)
    may = {names[person] for person in (there & grown) - answered}
    for block in paper.document.blocks:
        if isinstance(block, Answers):
            empty = [item.name for item in block.answers if item.line and not item.strokes]
            yield from (name for name in empty if name not in may)


def a_colour_only_repeats_words(paper: Paper) -> Iterator[str]:
    """What is toned has a title, which has that tone alone; what has another mark has another weight."""
    tones: dict[str, set[Tone]] = defaultdict(set)
    for part in parts_in(paper.document.blocks):
        tone, title = getattr(part, "tone", None), getattr(part, "title", "")
        if tone not in (None, Tone.INK):
            if not title:
                yield f"a {tone} without words"
            tones[title.removesuffix(" (vervolg)")].add(tone)
        if isinstance(part, Item) and part.mark and part.style is not Mark.PLAIN and part.lines:
            own = part.style is Mark.FULL
            if own and not all(span.emphasis is Emphasis.STRONG for span in part.lines[0]):
                yield f"{part.mark} is told by its mark alone"
    yield from (f"{title}: {found}" for title, found in tones.items() if len(found) > 1)


def it_may_be_found(paper: Paper) -> Iterator[str]:
    """The same neutral title on every copy, no family name, address, school or organisation."""
    head, title = paper.document.blocks[0], paper.words("Mijn plan")
    if not isinstance(head, Head) or head.title != title or not paper.pages[0].startswith(title):
        yield "title"
    about = " ".join(map(str, (paper.pdf.metadata or {}).values()))
    if (paper.pdf.metadata or {}).get("/Title") != title:
        yield f"title {about}"
    hidden = [paper.case.family_name, paper.case.reference]
    for one in paper.case.people:
        hidden += [item.value for item in one.contact if item.kind in ("address", "school")]
        hidden += [one.organisation] if one.organisation and " " in one.organisation else []
    typed = squeezed(" ".join(texts_in(paper.view.body)))
    where = paper.whole + squeezed(about)
    yield from (text for text in hidden if squeezed(text) in where and squeezed(text) not in typed)


Rule = Callable[[Paper], Iterator[str]]
OF_EVERY_COPY: tuple[Rule, ...] = (it_may_be_found, letters_are_large_enough)
OF_EVERY_PLAN: tuple[Rule, ...] = (
    *OF_EVERY_COPY,
    page_one_says_whom_to_call_and_when_we_meet,
    nothing_stands_twice,
    pages_are_filled_and_go_on_under_their_title,
    page_one_does_not_tell_what_happened,
    nothing_stands_empty,
    a_colour_only_repeats_words,
)
OF_A_NORMAL_PLAN: tuple[Rule, ...] = (*OF_EVERY_PLAN, what_is_mine_is_on_page_one, it_is_one_sheet)


def faults(paper: Paper, rules: tuple[Rule, ...]) -> list[str]:
    """All that is wrong with a copy."""
    return [f"{paper.person.id}: {rule.__name__}: {found}" for rule in rules for found in rule(paper)]


def stands_in(text: str, page: str) -> bool:
    """Whether a text is read on a page; from right to left: the letters of a line, in whatever order."""
    if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        # What no face has letters for stands there as dots.
        parts = (" ".join(words) for known, words in groupby(text.split(), unwritable) if not known)
        return all(squeezed(part) in squeezed(page) for part in parts)
    wanted = Counter(filter(str.isalnum, squeezed(text)))
    lines = [Counter(squeezed(line)) for line in page.splitlines()]
    return any(wanted <= one + other for one, other in pairwise([*lines, Counter()]))


def parts_in(value: object) -> Iterator[object]:
    """Every part of a document below here."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts_in(item)
    elif dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from parts_in(getattr(value, field.name))


def texts_in(value: object) -> Iterator[str]:
    """Every text below here."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))
