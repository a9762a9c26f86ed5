"""Blocks of one reader's copy, from the sheet that says where everything stands.

The front has whom to call, the next meeting and the reader's tasks. What happened is only on the back,
because the front may hang on a fridge.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping

from beraad.disclosure.sheet import ALARM, Sheet, SheetStep, Signer, Unsigned, dialled, relation_of
from beraad.disclosure.views import (
    AgreementView,
    AnswerView,
    ContactView,
    DetailView,
    ScoreView,
    TimeOutView,
)
from beraad.export import timing, wording
from beraad.export.dates import Dates
from beraad.export.document import (
    Answer,
    Answers,
    Block,
    Contacts,
    Emphasis,
    Head,
    Item,
    Line,
    Listing,
    Mark,
    Overleaf,
    OwnScale,
    Panel,
    Span,
    Table,
    TableRow,
    Tone,
)
from beraad.export.sections import SAFE_AT_HOME, columns, line
from beraad.i18n import Language
from beraad.terms import ContactKind, Decision, Said
from beraad.texts import set_in
from beraad.words import headings
from beraad.words.answers import answer_label, decision_label, outdated_label
from beraad.words.plan import minutes, version_label
from beraad.words.revision import revised_after
from beraad.words.scale import said_question

Fact = tuple[str, Line]


def blocks(sheet: Sheet, title: str, _: Language) -> Iterator[Block]:
    """Yield all blocks in reading order."""
    yield _head(sheet, title, _)
    yield from _next_meeting(sheet, _)
    yield _if_it_goes_wrong(sheet, _)
    yield from _what_i_do(sheet, _)
    yield from _more_steps(sheet, _)
    yield from _what_others_do(sheet, _)
    yield Overleaf()
    yield from _ended(sheet, _)
    yield from columns(sheet.view.body, _)
    yield from _own_numbers(sheet, _)
    yield from _signed(sheet, _)
    yield from _other_numbers(sheet, _)


def own_part(copy: Iterable[Block]) -> tuple[Block, ...]:
    """Return the block of a copy that says what the reader does, with all facts of the reader's agreements.

    Where the front of the sheet is crowded, some of these stand on its back.
    """
    blocks = tuple(copy)
    listed = [item for block in blocks if isinstance(block, Listing) for item in block.items]
    on_back = {item.mark: item.facts for item in listed if not item.lines}
    return tuple(
        dataclasses.replace(block, items=tuple(_whole(item, on_back) for item in block.items))
        for block in blocks
        if isinstance(block, Panel) and block.tone is Tone.NEXT
    )


def _whole(item: Item, on_back: Mapping[str, tuple[Fact, ...]]) -> Item:
    more = on_back.get(item.mark, ()) if item.style is Mark.FULL else ()
    return dataclasses.replace(item, facts=(*item.facts, *more))


# -- the front ------------------------------------------------------------------------------------


def _head(sheet: Sheet, title: str, _: Language) -> Head:
    view = sheet.view
    moment = view.meeting.agreed_at or view.meeting.starts_at
    version = version_label(view.version if view.meeting.agreed_at else None, _)
    name = _("voor {name}").format(name=sheet.person.called)
    day = timing.day_of(moment, _) if moment else ""
    revised = [revised_after(item.how, timing.day(item.on, _), _) for item in view.meeting.revisions]
    subtitle = " · ".join(part for part in (name, version, day, *revised) if part)
    if sheet.fixed is None or sheet.fixed_number is None:
        return Head(title, subtitle)
    mine = sheet.fixed.person == sheet.person
    label = _("Vast contact, dat ben ik: {name}") if mine else _("Mijn vaste contact: {name}")
    return Head(title, subtitle, label.format(name=sheet.fixed.person.called), sheet.fixed_number.value)


def _if_it_goes_wrong(sheet: Sheet, _: Language) -> Panel:
    """Return the emergency panel: the steps, the two numbers that are always there, others' time-outs."""
    items = [_step(step, _) for step in sheet.front_steps]
    if sheet.alarm_first:
        words = line(_("Direct gevaar? Bel de politie."), Emphasis.STRONG)
        items.insert(0, Item((words,), aside=ALARM, loud=True))
    if not any(dialled(step.view.call or "") == dialled(SAFE_AT_HOME) for step in sheet.steps):
        items.append(Item((line(_(headings.SAFE_AT_HOME)),), aside=SAFE_AT_HOME))
    items += (_time_out(out, _) for out in sheet.front_time_outs)
    title, onward = _(headings.EMERGENCY), _("verder op bladzijde 2")
    return Panel(title, Tone.DANGER, tuple(items), outlined=True, onward=onward)


def _more_steps(sheet: Sheet, _: Language) -> Iterator[Panel]:
    items = (
        *(_step(step, _) for step in sheet.back_steps),
        *(_time_out(out, _) for out in sheet.back_time_outs),
    )
    if items:
        title = _(headings.GOES_ON).format(title=_(headings.EMERGENCY))
        yield Panel(title if sheet.back_steps else _(headings.TIME_OUT), Tone.DANGER, items, outlined=True)


def _step(step: SheetStep, _: Language) -> Item:
    weight = Emphasis.STRONG if step.mine else Emphasis.PLAIN
    aside, whose = step.call or "", step.whose.called if step.whose else ""
    if step.at_step is not None:
        there = _("nummer bij {step}").format(step=step.at_step) if step.at_step else _("nummer bovenaan")
        aside, whose = "", ", ".join(part for part in (whose, there) if part)
    style = Mark.FULL if step.mine else Mark.OPEN
    loud = dialled(aside) == ALARM
    text = line(step.view.text, weight)
    return Item((text,), str(step.view.number), aside, whose, style=style, loud=loud)


def _next_meeting(sheet: Sheet, _: Language) -> Iterator[Panel]:
    meeting = sheet.view.next_meeting
    if not meeting or not (meeting.starts_at or meeting.place):
        return
    when = timing.moment(meeting.starts_at, _) if meeting.starts_at else _(headings.DATE_FOLLOWS)
    lines = [line(when, Emphasis.STRONG)]
    spans = [Span(meeting.place)] if meeting.place else []
    if sheet.fixed_number and sheet.fixed and sheet.fixed.person != sheet.person:
        spans.append(Span((" · " if spans else "") + _("Kun je niet? Bel je vaste contact."), Emphasis.SOFT))
    if spans:
        lines.append(tuple(spans))
    yield Panel(_(headings.SEE_AGAIN), Tone.SAFETY, (Item(tuple(lines)),))


def _what_i_do(sheet: Sheet, _: Language) -> Iterator[Panel]:
    """Return the reader's own agreements and time-outs, then those of others that name the reader."""
    dates = _dates(sheet, _)
    items = [_on_front(item, sheet, dates, _) for item in sheet.own]
    items += (_time_out(out, _) for out in sheet.own_time_outs)
    items += [_on_front(item, sheet, dates, _) for item in sheet.named]
    if not items:
        if sheet.view.card:
            return
        items.append(Item((line(_("Voor mij staat er geen afspraak in dit plan.")),)))
    onward = _("verder op bladzijde 2")
    yield Panel(_("Dit doe ik"), Tone.NEXT, tuple(items), onward=onward)


def _what_others_do(sheet: Sheet, _: Language) -> Iterator[Block]:
    """Yield all other agreements, and the facts of those on the front that are not there."""
    dates = _dates(sheet, _, short=True)
    items = tuple(filter(None, (_on_back(item, sheet, dates, _) for item in sheet.back)))
    if items:
        front = _.listed([str(item.number) for item in sheet.front])
        note = _("Wat we afspraken bij {numbers}, staat bij ‘Dit doe ik’.").format(numbers=front)
        yield Overleaf(if_it_fits=True)
        yield Listing(
            _("Dit doen anderen") if front else _(headings.ALL_AGREEMENTS), items, note if front else ""
        )


def _on_front(agreement: AgreementView, sheet: Sheet, dates: Dates, _: Language) -> Item:
    style = Mark.FULL if agreement.mine else Mark.OPEN
    facts = tuple(_facts(agreement, sheet, sheet.on_front(agreement), dates, _))
    what = line(agreement.what, Emphasis.STRONG)
    return Item((what,), str(agreement.number), facts=facts, style=style)


def _on_back(agreement: AgreementView, sheet: Sheet, dates: Dates, _: Language) -> Item | None:
    """Return the item on the back; None if only the timing is left for it, and says nothing."""
    facts = tuple(_facts(agreement, sheet, sheet.on_back(agreement), dates, _))
    lines = () if agreement in sheet.front else (line(agreement.what),)
    if not facts and not lines:
        return None
    return Item(lines, str(agreement.number), facts=facts, style=Mark.OPEN)


def _facts(
    agreement: AgreementView, sheet: Sheet, wanted: Collection[str], dates: Dates, _: Language
) -> Iterator[Fact]:
    """Yield the `wanted` facts of an agreement; a fact that names the reader stands out."""
    if "owners" in wanted:
        owners = wording.names(sheet.owners(agreement), _) or _(headings.NOBODY_YET)
        yield _("Samen met") if agreement.mine else _("Wie?"), line(owners)
    if "timing" in wanted and (when := dates.when(agreement.timing)):
        yield _("Wanneer?"), line(f"{when[:1].upper()}{when[1:]}.")
    if checks := tuple(_checks(agreement, sheet, wanted, _)):
        yield _("Wie kijkt?") if "checked_by" in wanted else _("Hoe merken we het?"), checks
    if "fallback" in wanted and agreement.fallback:
        yield _(headings.NOT_HELPED), (_said(agreement.fallback, agreement, "fallback", sheet),)
    if "readiness" in wanted:
        yield _("Wat helpt?"), line(sheet.helps(agreement) or "")
    if "waiting" in wanted:
        yield _("Nog geen ja van"), line(wording.names(sheet.waiting(agreement), _), Emphasis.STRONG)


def _checks(agreement: AgreementView, sheet: Sheet, wanted: Collection[str], _: Language) -> Iterator[Span]:
    """Yield who checks, and how: `Joke. Kees stuurt een bericht`."""
    who = "checked_by" in wanted
    if who:
        checker = sheet.checker(agreement)
        yield Span(checker) if checker else Span(_("ik"), Emphasis.STRONG)
    if "measured_by" in wanted and agreement.measured_by:
        if who:
            yield Span(". ")
        yield _said(agreement.measured_by, agreement, "measured_by", sheet)


def _said(words: str, agreement: AgreementView, text: str, sheet: Sheet) -> Span:
    named = sheet.reader.named.names(agreement, text)
    return Span(words, Emphasis.STRONG if named else Emphasis.PLAIN)


def _time_out(out: TimeOutView, _: Language) -> Item:
    """Return a time-out as an item, in the order in which it happens."""
    if out.mine:
        title = _("Mijn time-out")
        labels = (_("Hoe merk ik het?"), _("Wat doe ik?"), _(headings.WHERE_TO), _("En terug?"))
    else:
        title = _("Time-out van {name}").format(name=out.takes.called)
        labels = (_(headings.SIGNS), _(headings.SIGNAL), _(headings.WHERE_TO), _("En terug?"))
    where = set_in(_("{where}, {minutes}"), where=out.goes_to, minutes=minutes(out.minutes, _))
    said = (out.signs or "", out.signal, where, out.returns)
    facts = tuple((label, line(words)) for label, words in zip(labels, said, strict=True) if words)
    return Item((line(title, Emphasis.STRONG),), facts=facts)


# -- the back -------------------------------------------------------------------------------------


def _ended(sheet: Sheet, _: Language) -> Iterator[Block]:
    """Yield a table of agreements that no longer count: an old copy at home is false safety."""
    dates = Dates(_)
    rows = []
    for item in sheet.view.body.ended:
        since = [line(dates.day(item.on))] if item.on else []
        why = [line(item.because)] if item.because else []
        cells = (
            (line(item.what),),
            (line(wording.names(item.owners, _)),),
            tuple([*since, *why] or [line("")]),
        )
        rows.append(TableRow(cells))
    if rows:
        header = (_("Wat"), _("Wie"), _("Sinds en waarom"))
        yield Table(_(headings.STOPPED), header, (16, 6, 10), tuple(rows))


def _own_numbers(sheet: Sheet, _: Language) -> Iterator[Block]:
    """Yield the questions with the reader's answers."""
    for scale, score in sheet.scales:
        before = next((item.value for item in scale.before if item.person == sheet.person), None)
        yield OwnScale(
            scale.question, score.value, tuple(_own_words(score, before, _)), scale.zero, scale.ten
        )


def _own_words(score: ScoreView, before: int | None, _: Language) -> Iterator[Line]:
    if score.value is not None:
        given = _("Ik gaf een {number}.").format(number=score.value)
    else:
        given = _("Ik zeg het liever niet.") if score.declined else _("Ik gaf geen cijfer.")
    spans = [Span(given, Emphasis.STRONG)]
    if before is not None:
        spans.append(Span(" " + _("Vorige keer een {number}.").format(number=before)))
    if score.because:
        spans.append(Span(f" ‘{score.because}’"))
    yield tuple(spans)
    if score.one_up:
        yield (Span(said_question(Said.ONE_UP, _) + " ", Emphasis.SOFT), Span(score.one_up))
    if score.spoken_by:
        yield line(_("{name} sprak voor mij.").format(name=score.spoken_by), Emphasis.SOFT)


def _signed(sheet: Sheet, _: Language) -> Iterator[Block]:
    """Yield the signatures, the remarks, and one sentence for each answer without a signature."""
    answers = sheet.view.answers
    days = [answer.answered_at[:10] for answer in answers if answer.answered_at]
    day = max(days, key=days.count) if days else ""
    dates = Dates(_)
    title = _("Getekend op {day}").format(day=dates.day_of(day)) if day else _(headings.SIGNED)
    signers = tuple(_signer(signer, day, dates, _) for signer in sheet.signers)
    words = [_remark(answer, sheet, _) for answer in sheet.remarks]
    words += [_unsigned(group, day, dates, _) for group in sheet.unsigned]
    if signers or words:
        means = _(headings.SIGNING_MEANS)
        yield Answers(title, line(means, Emphasis.SOFT), signers, tuple(words))


def _signer(signer: Signer, day: str, dates: Dates, _: Language) -> Answer:
    answer = signer.answer
    if answer is None:
        return Answer(signer.person.called, (line(_(headings.NOT_SIGNED_YET), Emphasis.SOFT),))
    words = _answered(answer, day, dates, _)
    return Answer(signer.person.called, (line(words),), answer.strokes)


def _remark(answer: AnswerView, sheet: Sheet, _: Language) -> Line:
    mine = answer.person == sheet.person
    whose = _("Mijn opmerking:") if mine else _("Opmerking van {name}:").format(name=answer.person.called)
    return Span(f"{whose} ", Emphasis.SOFT), Span(f"‘{answer.remark}’")


def _unsigned(group: Unsigned, day: str, dates: Dates, _: Language) -> Line:
    said = _answered(group.answer, day, dates, _) if group.answer else decision_label(Decision.ABSENT, _)
    who = _.listed([person.called for person in group.people])
    return Span(f"{said[:1].upper()}{said[1:]}: ", Emphasis.SOFT), Span(f"{who}.")


def _answered(answer: AnswerView, day: str, dates: Dates, _: Language) -> str:
    """Return what somebody answered, how, and when if not on `day`."""
    said = [answer_label(answer.decision, _)]
    if answer.on_paper:
        said.append(_("op papier"))
    if answer.answered_at and answer.answered_at[:10] != day:
        said.append(dates.day_of(answer.answered_at))
    if answer.outdated:
        said.append(outdated_label(_))
    return ", ".join(said)


def _other_numbers(sheet: Sheet, _: Language) -> Iterator[Block]:
    entries = tuple((_who(contact), tuple(_details(details))) for contact, details in sheet.numbers)
    if entries:
        yield Contacts(_("Andere nummers"), entries)


def _who(contact: ContactView) -> Line:
    name, relation = Span(contact.person.called, Emphasis.STRONG), relation_of(contact.person)
    return (name, Span(f" {relation}", Emphasis.SOFT)) if relation else (name,)


def _details(details: Iterable[DetailView]) -> Iterator[Line]:
    for detail in details:
        phone = detail.kind is ContactKind.PHONE
        yield line(detail.value, Emphasis.STRONG if phone else Emphasis.PLAIN)


def _dates(sheet: Sheet, _: Language, *, short: bool = False) -> Dates:
    """Return the days of a block; agreements count from the day at the top of the copy."""
    return Dates(_, sheet.view.meeting.agreed_at or sheet.view.meeting.starts_at, short=short)
