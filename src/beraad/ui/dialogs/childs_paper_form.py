"""Dialog to fill in with a child what its paper holds: whom it may call, and its own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.services.people import PersonLine
from beraad.ui.dialogs.childs_paper import ChildsPaper
from beraad.ui.dialogs.form_dialog import FormDialog


class ChildsPaperForm(FormDialog):
    """The child's part of a person's form on its own, to fill in during a meeting."""

    def __init__(
        self,
        save: Callable[[PersonLine], None],
        *,
        child: PersonLine,
        people: tuple[PersonLine, ...],
        feared: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        heading = _("Papier van {name}").format(name=child.called)
        super().__init__(heading, _("Opslaan"), width=640, height=560, parent=parent)
        self._save, self._child = save, child
        self.paper = ChildsPaper(child, people, feared)
        self.form.addWidget(self.paper)

    @classmethod
    def ask(
        cls,
        save: Callable[[PersonLine], None],
        *,
        child: PersonLine,
        people: tuple[PersonLine, ...],
        feared: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Ask over a window, until `save` accepted it or the user cancelled."""
        dialog = cls(save, child=child, people=people, feared=feared, parent=parent)
        dialog.exec()
        dialog.deleteLater()

    @override
    def save(self) -> None:
        self._save(self.paper.put_in(self._child))
