"""What one person takes on, in large letters."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.views import AgreementView, PlanView, SigningView
from beraad.export.timing import moment, timing_in_words
from beraad.i18n import _, format_list, spoken
from beraad.initials import initials_apart
from beraad.texts import set_in
from beraad.ui.signing.voice import (
    Voice,
    nothing_own,
    takes_time_out,
    title,
    watches,
    what_signing_means,
    whose,
)
from beraad.ui.theme import Theme
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.plan import minutes


class OwnPart(QWidget):
    """Name, version, what this person takes on as it was written, and who has answered already."""

    def __init__(
        self, view: SigningView, *, voice: Voice = Voice.SECOND, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "inside")
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.size("space", "medium"), 0)
        column.setSpacing(theme.size("space", "medium"))
        column.addLayout(_head(view, voice))
        for card in _cards(view, voice):
            column.addWidget(card)
        if not view.own:
            column.addWidget(TextLabel(nothing_own(voice), "large"))
        column.addWidget(TextLabel(what_signing_means(voice), "large", tone="soft"))
        tokens = QWidget()
        row = FlowLayout(tokens, gap=theme.size("space", "small"))
        letters = initials_apart(person.called for person, _answered in view.answered)
        for person, answered in view.answered:
            token = PersonToken(person.called, person.circle, letters=letters[person.called], diameter=40)
            token.set_marked(answered, _("heeft geantwoord"))
            row.addWidget(token)
        column.addWidget(tokens)
        column.addStretch(1)


def _head(view: SigningView, voice: Voice) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Theme.current().size("space", "medium"))
    reader = view.plan.reader
    words = QVBoxLayout()
    words.setSpacing(0)
    if reader:
        row.addWidget(PersonToken(reader.person.called, reader.person.circle, diameter=64))
        name = reader.person.called[:1].upper() + reader.person.called[1:]
        words.addWidget(TextLabel(title(voice, name, own=bool(view.own)), "display"))
    words.addWidget(TextLabel(_version(view.plan), "large", tone="soft"))
    row.addLayout(words, 1)
    return row


def _version(plan: PlanView) -> str:
    agreed_at = plan.meeting.agreed_at
    if not agreed_at:
        return _("Het plan is nog niet vastgesteld")
    return _("Plan versie {version} · vastgesteld op {moment}").format(
        version=plan.version, moment=moment(agreed_at, spoken())
    )


def _cards(view: SigningView, voice: Voice) -> Iterator[Card]:
    """The own agreements, those one keeps an eye on, and the time-out of who takes it."""
    reader = view.plan.reader.person if view.plan.reader else None
    for agreement in view.own:
        others = [owner.called for owner in agreement.owners if owner != reader]
        yield _card(agreement, whose(voice, format_list(others)))
    for agreement in view.plan.body.agreements:
        if reader and agreement.checked_by == reader.called:
            what = _("{number}. {what}").format(number=agreement.number, what=agreement.what)
            yield _small_card(watches(voice), (what,))
    for time_out in (item for item in view.plan.body.time_outs if item.mine):
        lines = (
            _("Het teken: {signal}").format(signal=time_out.signal),
            set_in(
                _("Waarheen: {place}, {long}"),
                place=time_out.goes_to,
                long=minutes(time_out.minutes, spoken()),
            ),
            _("Daarna: {returns}").format(returns=time_out.returns),
        )
        yield _small_card(takes_time_out(voice), lines)


def _small_card(says: str, lines: tuple[str, ...]) -> Card:
    card = Card(tone="next")
    card.body.addWidget(TextLabel(says, "heading"))
    for line in lines:
        card.body.addWidget(TextLabel(line, "large", tone="soft"))
    card.setAccessibleName(" ".join((says, *lines)))
    return card


def _card(agreement: AgreementView, whose_it_is: str) -> Card:
    card = Card(tone="next")
    what = _("{number}. {what}").format(number=agreement.number, what=agreement.what)
    card.body.addWidget(TextLabel(what, "title"))
    timing = timing_in_words(agreement.timing, spoken())
    lines = [whose_it_is, timing[:1].upper() + timing[1:]]
    if agreement.measured_by:
        lines.append(_("Hoe zien we dat? {how}").format(how=agreement.measured_by))
    if agreement.fallback:
        lines.append(_("Lukt het niet? {fallback}").format(fallback=agreement.fallback))
    for line in filter(None, lines):
        card.body.addWidget(TextLabel(line, "large", tone="soft"))
    card.setAccessibleName(" ".join((what, *lines)))
    return card
