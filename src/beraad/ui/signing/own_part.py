"""Own part of one person in the plan, in large letters."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.signing_views import SigningView
from beraad.disclosure.views import PlanView
from beraad.export.copies import changed_part, own_part
from beraad.export.timing import moment
from beraad.i18n import _, spoken
from beraad.initials import initials_apart
from beraad.ui.document_view import DocumentView
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.answers import (
    Voice,
    answer_label,
    nothing_own,
    own_copy_title,
    own_part_title,
    what_signing_means,
)


class OwnPart(QWidget):
    """Name, version, what this person takes on in the words of the own copy, and who has answered already.

    Who is asked again reads first what changed since. A child reads the whole own copy: it is one page.
    """

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
        if view.changed:
            column.addWidget(DocumentView(changed_part(view.plan, view.changed, view.letters), large=True))
        column.addWidget(DocumentView(own_part(view.plan, view.letters), large=True))
        if not (view.own or view.plan.child):
            column.addWidget(TextLabel(nothing_own(voice, spoken()), "large"))
        column.addWidget(TextLabel(what_signing_means(voice, spoken()), "large", tone="soft"))
        tokens = QWidget()
        row = FlowLayout(tokens, gap=theme.size("space", "small"))
        letters = initials_apart(person.called for person, _answered in view.answered)
        for person, answered in view.answered:
            token = PersonToken(person.called, person.circle, letters=letters[person.called], diameter=40)
            token.set_marked(answered, answer_label(None, spoken()))
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
        title = own_part_title if view.own and view.plan.child is None else own_copy_title
        words.addWidget(TextLabel(title(voice, name, spoken()), "display"))
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
