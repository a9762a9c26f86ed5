"""Form that shows the recovery code once, to print or write down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.clipboard import put, take_off
from beraad.ui.pages.unlock.form import UnlockForm
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.text_label import TextLabel


class CodeForm(UnlockForm):
    """Recovery code in large letters; going on needs a tick that it was kept."""

    print_requested = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Bewaar deze herstelcode"),
            _(
                "Bent u de wachtzin kwijt? Dan is deze code de enige weg naar uw zaken. "
                "Bewaar hem op papier, niet bij deze computer."
            ),
            _("Verder"),
            icon="key",
            parent=parent,
        )
        self.code = TextLabel(role="title", wrap=False)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.fields.addWidget(self.code)
        self.copy = QPushButton(_("Kopiëren"))
        set_icon(self.copy, "copy")
        self.print_button = QPushButton(_("Printen…"))
        set_icon(self.print_button, "print")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.print_button)
        row.addWidget(self.copy)
        row.addStretch(1)
        self.fields.addSpacing(Theme.current().size("space", "small"))
        self.fields.addLayout(row)
        self.kept = QCheckBox(_("Ik heb de code bewaard"))
        self.fields.addSpacing(Theme.current().size("space", "small"))
        self.fields.addWidget(self.kept)
        self.submit.setEnabled(False)
        self.kept.toggled.connect(self.submit.setEnabled)
        self.copy.clicked.connect(self._on_copy)
        self.print_button.clicked.connect(self._on_print)

    def show_code(self, code: str) -> None:
        """Show this code on two lines."""
        groups = code.split("-")
        half = (len(groups) + 1) // 2
        self.code.setText("-".join(groups[:half]) + "\n" + "-".join(groups[half:]))
        self.code.setAccessibleName(_("Herstelcode {code}").format(code=code))

    @override
    def clear(self) -> None:
        """Remove the code from the form and from the clipboard."""
        super().clear()
        if code := self._on_one_line():
            take_off(code)
        self.code.clear()
        self.code.setAccessibleName("")
        self.kept.setChecked(False)

    def _on_copy(self) -> None:
        put(self._on_one_line())

    def _on_print(self) -> None:
        self.print_requested.emit(self._on_one_line())

    def _on_one_line(self) -> str:
        return self.code.text().replace("\n", "-")
