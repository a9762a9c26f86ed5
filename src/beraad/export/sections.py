"""Sections of the plan for the file, some shared with copies. A section without content yields nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from beraad.disclosure.sheet import ALARM
from beraad.disclosure.views import (
    AgreementView,
    AnswerView,
    AttendanceView,
    ContactView,
    DetailView,
    EmergencyStepView,
    HistoryView,
    PersonView,
    PlanBody,
    PlanView,
    ReadinessView,
    ScaleView,
    ScoreView,
    StatementView,
    TimeOutView,
)
from beraad.export import timing, wording
from beraad.export.document import (
    Answer,
    Answers,
    Block,
    Columns,
    Emphasis,
    Entries,
    Facts,
    Item,
    Line,
    Panel,
    ScaleChart,
    Span,
    Table,
    TableRow,
    TextColumn,
    Token,
    Tone,
    TrendChart,
    TrendColumn,
)
from beraad.i18n import Language
from beraad.initials import initials_apart
from beraad.terms import KINDS_IN, Attendance, Circle, Column, ContactKind, Decision, Said
from beraad.texts import set_in
from beraad.words import headings
from beraad.words.answers import answer_label, decision_label, outdated_label, signed_on_paper_label
from beraad.words.people import attendance_label, circle_label, contact_kind_label
from beraad.words.plan import column_title, differs, kind_title, minutes, spread
from beraad.words.scale import said_question

SAFE_AT_HOME = "0800-2000"
"""Number of Veilig Thuis: free, day and night."""


def line(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> Line:
    """Return a paragraph of one span."""
    return (Span(text, emphasis),)


def labelled(label: str, text: str) -> Line:
    """Return a paragraph with a soft label before somebody's words."""
    return Span(f"{label} ", Emphasis.SOFT), Span(text)


# -- when it goes wrong ---------------------------------------------------------------------------


def emergency(body: PlanBody, _: Language) -> Iterator[Block]:
    """Yield *Als het misgaat*: who does what, who calls whom, and the two numbers that are always there."""
    steps = body.emergency
    items = [Item((line(step.text),), mark=str(step.number), aside=step.call or "") for step in steps]
    if not _mentions(steps, ALARM):
        items.insert(0, Item((line(_("Bij direct gevaar: bel de politie.")),), aside=ALARM))
    if not _mentions(steps, SAFE_AT_HOME):
        items.append(Item((line(_(headings.SAFE_AT_HOME)),), aside=SAFE_AT_HOME))
    items += [Item((_time_out_in_short(item, _),)) for item in body.time_outs]
    yield Panel(_(headings.EMERGENCY), Tone.DANGER, tuple(items), outlined=True)


def _mentions(steps: Sequence[EmergencyStepView], number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    return any(re.sub(r"\D", "", step.call or "") == digits for step in steps)


def _time_out_in_short(time_out: TimeOutView, _: Language) -> Line:
    words = set_in(
        _("{who}, naar {where}, {minutes}"),
        who=time_out.takes.called,
        where=time_out.goes_to,
        minutes=minutes(time_out.minutes, _),
    )
    return Span(_("Time-out: "), Emphasis.STRONG), Span(words)


def time_outs(body: PlanBody, _: Language) -> Iterator[Block]:
    """Yield each whole time-out, in the order in which it happens."""
    for content in body.time_outs:
        facts = [
            (_(headings.SIGNS), line(content.signs or "")),
            (_(headings.SIGNAL), line(content.signal)),
            (_.pgettext("time-out", "Wie"), line(content.takes.called)),
            (_("Waarheen"), line(content.goes_to)),
            (_("Hoe lang"), line(minutes(content.minutes, _))),
            (_("Terugkomen"), line(content.returns)),
        ]
        known = tuple((label, words) for label, words in facts if words[0].text)
        yield Facts(_(headings.TIME_OUT), Tone.AMBER, known)


# -- the three columns ----------------------------------------------------------------------------


def columns(body: PlanBody, _: Language) -> Iterator[Block]:
    """Yield the columns Zorgen, Wat gaat goed, Wat moet er gebeuren, without empty ones."""
    tones = {Column.DANGER: Tone.DANGER, Column.SAFETY: Tone.SAFETY, Column.NEXT_STEP: Tone.NEXT}
    filled = [(column, body.column(column)) for column in Column if body.column(column)]
    if filled:
        yield Columns(
            tuple(
                TextColumn(column_title(column, _), tones[column], _groups(column, statements, _))
                for column, statements in filled
            )
        )


def _groups(column: Column, statements: Sequence[StatementView], _: Language) -> tuple[Entries, ...]:
    """Return the statements of a column under the words for their kind, in the method's order of kinds."""
    groups = []
    for kind in KINDS_IN[column]:
        entries = tuple(_statement(item, _) for item in statements if item.kind is kind)
        if entries:
            groups.append(Entries(kind_title(kind, _), entries))
    strange = tuple(_statement(item, _) for item in statements if item.kind not in KINDS_IN[column])
    return (*groups, Entries("", strange)) if strange else tuple(groups)


def _statement(statement: StatementView, _: Language) -> tuple[Line, ...]:
    lines = [line(statement.text)]
    if statement.disputed_by:
        lines.append(line(f"{differs(statement.disputed_by, _)}.", Emphasis.SOFT))
    return tuple(lines)


# -- agreements -----------------------------------------------------------------------------------


def agreements(body: PlanBody, _: Language) -> Iterator[Block]:
    """Yield all agreements for the file, also with who said yes."""
    if body.agreements:
        yield Table(
            _(headings.ALL_AGREEMENTS),
            ("", _("Wat"), _("Wie"), _("Wanneer")),
            (1, 17, 6, 8),
            tuple(_agreement_row(agreement, _) for agreement in body.agreements),
        )


def _agreement_row(agreement: AgreementView, _: Language) -> TableRow:
    who = wording.names(agreement.owners, _) or _(headings.NOBODY_YET)
    when = timing.timing_in_words(agreement.timing, _) or _("nog niet afgesproken")
    yes = agreement.accepted_by
    said_yes = (labelled(_("Ja gezegd:"), _.listed(yes)),) if yes else ()
    cells = (
        (line(str(agreement.number)),),
        (
            line(agreement.what),
            *_how(agreement, _),
            *said_yes,
            *(_ready(ready, _) for ready in agreement.readiness),
        ),
        (line(who),),
        (line(when),),
    )
    return TableRow(cells)


def _how(agreement: AgreementView, _: Language) -> list[Line]:
    """Return what to do if it fails, how it is noticed, who checks, and who has not said yes."""
    lines = []
    if agreement.fallback:
        lines.append(labelled(_(headings.NOT_HELPED), agreement.fallback))
    if agreement.measured_by:
        lines.append(labelled(_("Zo merken we het:"), agreement.measured_by))
    if agreement.checked_by:
        lines.append(labelled(_("Wie erop let:"), agreement.checked_by))
    if not agreement.accepted:
        lines.append(line(_open(agreement, _), Emphasis.STRONG))
    return lines


def _open(agreement: AgreementView, _: Language) -> str:
    waiting = [person.called for person in agreement.owners if person.called not in agreement.accepted_by]
    if not waiting:
        return _("Hier heeft nog niemand ja op gezegd.")
    return _("Nog geen ja van {names}.").format(names=_.listed(waiting))


def _ready(ready: ReadinessView, _: Language) -> Line:
    """Return how ready an owner is, in the numbers that were given, and what helps."""
    numbers = [
        _("wil {number}").format(number=ready.willingness) if ready.willingness is not None else "",
        _("vertrouwt {number}").format(number=ready.confidence) if ready.confidence is not None else "",
        _("kan {number}").format(number=ready.capacity) if ready.capacity is not None else "",
    ]
    given = ", ".join(filter(None, numbers)) or _("geen cijfers")
    label = _("Hoe klaar is {name}:").format(name=ready.person.called)
    helps = (Span(f" {_('Wat helpt:')} ", Emphasis.SOFT), Span(ready.remark)) if ready.remark else ()
    return (*labelled(label, f"{given}."), *helps)


def ended(body: PlanBody, _: Language) -> Iterator[Block]:
    """Yield a table of agreements that no longer count: an old copy at home is false safety."""
    if not body.ended:
        return
    rows = []
    for agreement in body.ended:
        why = [line(agreement.because)] if agreement.because else []
        since = (
            [line(_("gestopt op {date}").format(date=timing.day(agreement.on, _)))] if agreement.on else []
        )
        who = wording.names(agreement.owners, _)
        rows.append(TableRow(((line(agreement.what),), (line(who),), tuple([*since, *why] or [line("")]))))
    header = (_("Wat"), _("Wie"), _("Waarom"))
    yield Table(_(headings.STOPPED), header, (16, 6, 10), tuple(rows))


# -- scales ---------------------------------------------------------------------------------------


def scales(view: PlanView, _: Language) -> Iterator[Block]:
    """Yield each scale: the answers on a line, the spread of each circle, and own words."""
    letters = _letters(score for scale in view.body.scales for score in (*scale.scores, *scale.before))
    for scale in view.body.scales:
        yield ScaleChart(
            scale.question,
            scale.zero,
            scale.ten,
            _tokens(scale.scores, letters),
            _tokens(scale.before, letters),
            _("open vorm = vorige keer"),
            tuple(_spreads(scale, _)),
        )
        if scale.scores:
            yield _score_table(scale, letters, _)


def trend(history: HistoryView, _: Language) -> TrendChart:
    """Return one question over the meetings; for the file and the facilitator alone."""
    columns, in_words = [], []
    letters = _letters(score for asked in history.askings for score in asked.scores)
    for asked in history.askings:
        title = _("Beraad {number}").format(number=asked.meeting)
        day = timing.day(asked.on, _) if asked.on else ""
        columns.append(TrendColumn(title, day, _tokens(asked.scores, letters)))
        spreads = ", ".join(
            f"{circle_label(circle, _)} {spread(values, _)}"
            for circle in Circle
            if (values := _values(asked.scores, circle))
        )
        in_words.append(f"{title}: {spreads or '–'}")
    legend: list[tuple[Circle | None, str]] = [(circle, circle_label(circle, _)) for circle in Circle]
    legend.append((None, _("lijn = gemiddelde van de kring")))
    title = _("Door de tijd: {question}").format(question=history.question)
    return TrendChart(title, history.zero, history.ten, tuple(columns), tuple(legend), tuple(in_words))


def _values(scores: Sequence[ScoreView], circle: Circle) -> list[int]:
    return [score.value for score in scores if score.person.circle is circle and score.value is not None]


def _letters(scores: Iterable[ScoreView]) -> dict[str, str]:
    """Return the letters of everybody in the charts of one document, by name."""
    return initials_apart(score.person.called for score in scores)


def _tokens(scores: Sequence[ScoreView], letters: Mapping[str, str]) -> tuple[Token, ...]:
    return tuple(
        Token(letters[score.person.called], score.person.circle, score.value)
        for score in scores
        if score.value is not None
    )


def _spreads(scale: ScaleView, _: Language) -> Iterator[tuple[Circle, str]]:
    for circle in Circle:
        now, before = (
            [score.value for score in scores if score.person.circle is circle and score.value is not None]
            for scores in (scale.scores, scale.before)
        )
        if now or before:
            words = " ".join(part for part in (circle_label(circle, _), spread(now, _)) if part)
            earlier = _(" (vorige keer {spread})").format(spread=spread(before, _)) if before else ""
            yield circle, words + earlier


def _score_table(scale: ScaleView, letters: Mapping[str, str], _: Language) -> Block:
    earlier = {score.person: _number(score) for score in scale.before}
    shares: tuple[float, ...] = (8, 3, 4, 17) if earlier else (8, 3, 21)
    header = (_("Wie"), _("Nu"), *((_("Vorige keer"),) if earlier else ()), _("Waarom"))
    rows = []
    for score in scale.scores:
        said = _said(score, _)
        before = ((line(earlier.get(score.person, "")),),) if earlier else ()
        name = (line(f"{score.person.called} ({letters[score.person.called]})"), *_spoken(score, _))
        rows.append(TableRow((name, (line(_number(score), Emphasis.STRONG),), *before, said)))
    return Table("", header, shares, tuple(rows), stays_table=True)


def _number(score: ScoreView) -> str:
    return "–" if score.value is None else str(score.value)


def _spoken(score: ScoreView, _: Language) -> tuple[Line, ...]:
    if not score.spoken_by:
        return ()
    return (
        line(
            _("{name} sprak voor {whom}").format(name=score.spoken_by, whom=score.person.called),
            Emphasis.SOFT,
        ),
    )


def _said(score: ScoreView, _: Language) -> tuple[Line, ...]:
    lines = [line(wording.score(score, _))] if score.value is None else []
    if score.because:
        lines.append(line(score.because))
    if score.one_up:
        lines.append(labelled(said_question(Said.ONE_UP, _), score.one_up))
    return tuple(lines or [line("")])


# -- people, the next meeting, and the answers ----------------------------------------------------


def contacts(view: PlanView, _: Language) -> Iterator[Block]:
    """Yield a table of people and their contact details."""
    if view.contacts:
        rows = tuple(
            TableRow(((_who(contact, _),), tuple(_detail(detail, _) for detail in contact.details)))
            for contact in view.contacts
        )
        yield Table(_("Zo bereik je elkaar"), ("", ""), (11, 9), rows, stays_table=True)


def _who(contact: ContactView, _: Language) -> Line:
    role = wording.role(contact.person)
    fixed = _("vast contactpersoon")
    if contact.fixed_contact and fixed not in role:
        role = ", ".join(part for part in (role, fixed) if part)
    name = Span(contact.person.called, Emphasis.STRONG)
    return (name, Span(f"  {role}", Emphasis.SOFT)) if role else (name,)


def _detail(detail: DetailView, _: Language) -> Line:
    if detail.kind is ContactKind.PHONE:
        return line(detail.value, Emphasis.STRONG)
    return labelled(f"{contact_kind_label(detail.kind, _)}:", detail.value)


def next_meeting(view: PlanView, _: Language) -> Iterator[Block]:
    """Yield the time and place of the next meeting."""
    meeting = view.next_meeting
    if meeting and (meeting.starts_at or meeting.place):
        when = timing.moment(meeting.starts_at, _) if meeting.starts_at else _(headings.DATE_FOLLOWS)
        facts = [("", line(when, Emphasis.STRONG))]
        if meeting.place:
            facts.append(("", line(meeting.place)))
        yield Facts(_(headings.SEE_AGAIN), Tone.SAFETY, tuple(facts))


def signed(view: PlanView, _: Language) -> Iterator[Block]:
    """Yield everybody's answer with remark and signature, and a line for those who may still sign."""
    answers = [_answer(answer, _) for answer in view.answers]
    if view.meeting.agreed_at:
        answered = {answer.person for answer in view.answers}
        waiting = (item for item in view.meeting.participants if item.person not in answered)
        answers += [_without_answer(item, _) for item in waiting]
    if answers:
        means = _(headings.SIGNING_MEANS)
        yield Answers(_(headings.SIGNED), line(means, Emphasis.SOFT), tuple(answers))


def _without_answer(item: AttendanceView, _: Language) -> Answer:
    absent = item.attendance is Attendance.ABSENT
    said = decision_label(Decision.ABSENT, _) if absent else _(headings.NOT_SIGNED_YET)
    return Answer(item.person.called, (line(said, Emphasis.SOFT),), line=item.signs and not absent)


def _answer(answer: AnswerView, _: Language) -> Answer:
    words = [line(answer_label(answer.decision, _))]
    if answer.on_paper:
        words.append(line(signed_on_paper_label(_), Emphasis.SOFT))
    if answer.outdated:
        words.append(line(outdated_label(_), Emphasis.SOFT))
    if answer.remark:
        words.append(line(answer.remark))
    if answer.answered_at:
        words.append(line(timing.day_of(answer.answered_at, _), Emphasis.SOFT))
    return Answer(answer.person.called, tuple(words), answer.strokes, line=bool(answer.strokes))


def participants(view: PlanView, _: Language) -> str:
    """Return who was at the table, in one sentence for the file."""
    return "; ".join(
        f"{person_with_role(item.person)}: {attendance_label(item.attendance, _)}"
        for item in view.meeting.participants
    )


def person_with_role(person: PersonView) -> str:
    """Return a name with the role: `Peter (wijkagent, politie Breda)`."""
    role = wording.role(person)
    return f"{person.called} ({role})" if role else person.called
