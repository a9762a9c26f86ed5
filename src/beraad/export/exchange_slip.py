"""Exchange slip of one reader: the old paper counts no more, what changed, and a strip for the coordinator.

One page in large letters that may hang on a fridge: it does not tell what happened. The strip names nobody.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from beraad.disclosure.sheet import Sheet
from beraad.disclosure.signing_views import Difference
from beraad.disclosure.views import PlanView, ReaderView
from beraad.export.difference import difference_for_home
from beraad.export.document import (
    Block,
    Document,
    Emphasis,
    Head,
    Line,
    PageStyle,
    Panel,
    Prose,
    Replaced,
    Span,
    TearOff,
    Tone,
)
from beraad.export.sections import line, next_meeting
from beraad.i18n import Language
from beraad.words import headings

_EVER_FEWER = (8, 5, 3, 1, 0)
"""Most items of a group that are told, where the page has no room for all; 0: only that much changed."""


def exchange_slip(before: PlanView, now: PlanView, found: Difference, code: str) -> Document:
    """Return the slip that comes with the copy of `now`, of which `code` stands at the foot.

    Raise ValueError if the view has no reader.
    """
    if now.reader is None:
        raise ValueError("an exchange slip is for one reader")
    _ = Language.of(now.reader.language)
    slip = _Slip(before, now, found, now.reader, code)
    first, *shorter = slip.ways(_)
    return Document(
        title=_(headings.MY_PLAN),
        language=_.code,
        footer_left=_("alleen voor {name}").format(name=now.reader.person.called),
        code_words="",
        signed_code="",
        page_words=_(headings.PAGE),
        blocks=first,
        style=PageStyle.LARGE,
        names=(now.reader.person.called, *now.body.names, *before.body.names),
        shorter=tuple(shorter),
        most_pages=1,
    )


class _Slip:
    def __init__(
        self, before: PlanView, now: PlanView, found: Difference, reader: ReaderView, code: str
    ) -> None:
        self._before, self._now, self._found, self._reader = before, now, found, reader
        self._code = code

    def ways(self, _: Language) -> Iterator[tuple[Block, ...]]:
        """Yield the blocks, then ever fewer of them."""
        told = tuple(difference_for_home(self._found, _))
        yield self._with(told, _)
        yield self._with(told[: self._changed(told)], _)
        yield from (self._with(_cut(told[: self._changed(told)], most, _), _) for most in _EVER_FEWER)

    def _changed(self, told: tuple[Block, ...]) -> int:
        """Return how many of these blocks tell what changed, before those about what stays."""
        stays = (place for place, block in enumerate(told) if _is_ink(block))
        return next(stays, len(told))

    def _with(self, told: tuple[Block, ...], _: Language) -> tuple[Block, ...]:
        title = Head(
            _("Je oude papier telt niet meer"), _("voor {name}").format(name=self._reader.person.called)
        )
        return (
            title,
            self._replaced(_),
            Prose((line(_("Dit is er voor jou veranderd"), Emphasis.STRONG),), large=True),
            *told,
            *next_meeting(self._now, _),
            *self._lost(_),
            self._strip(_),
        )

    def _replaced(self, _: Language) -> Replaced:
        old, new = self._before.version, self._now.version
        to_whom = self._fixed_name()
        lines: list[Line] = [line(_("Gebruik nu versie {new}.").format(new=new), Emphasis.STRONG)]
        back = _("Geef versie {old} terug aan {name}.") if to_whom else _("Geef versie {old} terug.")
        lines.append(line(back.format(old=old, name=to_whom)))
        word = _("versie")
        return Replaced(
            (word, str(old), _day(self._before, _)), (word, str(new), _day(self._now, _)), tuple(lines)
        )

    def _fixed_name(self) -> str:
        """Return the name of the fixed contact; empty on a child's paper and for the fixed contact."""
        fixed = Sheet(self._now).fixed
        if fixed is None or self._now.child or fixed.person == self._reader.person:
            return ""
        return fixed.person.called

    def _lost(self, _: Language) -> Iterator[Block]:
        number = Sheet(self._now).fixed_number
        name = self._fixed_name()
        if name and number:
            lost = _("Versie {old} kwijt?").format(old=self._before.version)
            call = _("Dat geeft niet. Bel {name}:").format(name=name)
            spans = Span(lost, Emphasis.STRONG), Span(f" {call} "), Span(number.value, Emphasis.STRONG)
            yield Prose((spans,))

    def _strip(self, _: Language) -> TearOff:
        old, new = self._before.version, self._now.version
        codes = _("nr. {number} · {before} wordt {now}").format(
            number=f"{self._reader.number:02d}", before=self._before.signed_code, now=self._code
        )
        ticks = (
            _("versie {old} terug").format(old=old),
            _("versie {old} vernietigd, gezien").format(old=old),
            _("versie {old} kwijt, gemeld").format(old=old),
            _("versie {new} gegeven").format(new=new),
            _("krijgt geen papier meer"),
        )
        return TearOff(_("Voor de coördinator"), codes, ticks, (_("ligt bij:"), _("datum"), _("paraaf")))


def _cut(told: tuple[Block, ...], most: int, _: Language) -> tuple[Block, ...]:
    """Return the groups with at most so many items, and where to read the rest."""
    fewer = tuple(
        dataclasses.replace(block, items=block.items[:most]) if isinstance(block, Panel) else block
        for block in told
        if most or not isinstance(block, Panel)
    )
    return (*fewer, Prose((line(_("Er is nog meer veranderd. Lees je nieuwe papier.")),)))


def _is_ink(block: Block) -> bool:
    return isinstance(block, Panel) and block.tone is Tone.INK


def _day(view: PlanView, _: Language) -> str:
    return _.date_short(view.meeting.agreed_at) if view.meeting.agreed_at else ""
