"""What one person takes on, in large letters."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.views import AgreementView, PlanView, SigningView
from beraad.export.timing import moment, timing_in_words
from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel


class OwnPart(QWidget):
    """Name, version, this person's own agreements as they were written, and who has answered already."""

    def __init__(self, view: SigningView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inside")
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.size("space", "medium"), 0)
        column.setSpacing(theme.size("space", "medium"))
        column.addLayout(_head(view))
        for agreement in view.own:
            column.addWidget(_card(agreement))
        if not view.own:
            column.addWidget(
                TextLabel(_("Jij hebt geen eigen afspraak in dit plan. Jouw antwoord telt wel."), "large")
            )
        column.addWidget(
            TextLabel(
                _(
                    "Tekenen betekent: ik ken het plan, en ik sta voor mijn eigen deel. Het is geen "
                    "bekentenis. Verandert het plan, dan vragen we je opnieuw."
                ),
                "large",
                tone="soft",
            )
        )
        tokens = QWidget()
        row = FlowLayout(tokens, gap=theme.size("space", "small"))
        for person, answered in view.answered:
            token = PersonToken(person.called, person.circle, diameter=40)
            token.set_marked(answered, _("heeft geantwoord"))
            row.addWidget(token)
        column.addWidget(tokens)
        column.addStretch(1)


def _head(view: SigningView) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Theme.current().size("space", "medium"))
    reader = view.plan.reader
    words = QVBoxLayout()
    words.setSpacing(0)
    if reader:
        row.addWidget(PersonToken(reader.person.called, reader.person.circle, diameter=64))
        name = reader.person.called[:1].upper() + reader.person.called[1:]
        words.addWidget(TextLabel(_greeting(view).format(name=name), "display"))
    words.addWidget(TextLabel(_version(view.plan), "large", tone="soft"))
    row.addLayout(words, 1)
    return row


def _greeting(view: SigningView) -> str:
    return _("{name}, dit neem jij op je") if view.own else _("{name}, dit is jouw exemplaar")


def _version(plan: PlanView) -> str:
    agreed_at = plan.meeting.agreed_at
    if not agreed_at:
        return _("Het plan is nog niet vastgesteld")
    return _("Plan versie {version} · vastgesteld op {moment}").format(
        version=plan.version, moment=moment(agreed_at)
    )


def _card(agreement: AgreementView) -> Card:
    card = Card(tone="next")
    what = _("{number}. {what}").format(number=agreement.number, what=agreement.what)
    card.body.addWidget(TextLabel(what, "title"))
    timing = timing_in_words(agreement.timing)
    lines = [timing[:1].upper() + timing[1:]]
    if agreement.measured_by:
        lines.append(_("Hoe zien we dat? {how}").format(how=agreement.measured_by))
    if agreement.fallback:
        lines.append(_("Lukt het niet? {fallback}").format(fallback=agreement.fallback))
    for line in filter(None, lines):
        card.body.addWidget(TextLabel(line, "large", tone="soft"))
    card.setAccessibleName(" ".join((what, *lines)))
    return card
