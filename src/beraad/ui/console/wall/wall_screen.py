"""Opens the wall on the right screen, and tells what happens to that screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.console.wall.screen_notice import ScreenNotice
from beraad.ui.messages import Messages
from beraad.ui.screens.chooser import ScreenChooser
from beraad.ui.screens.wall_placement import Placed, WallPlacement


class WallScreen(QObject):
    """Screen of the wall, for the facilitator: asks where there is a choice, tells where something happens.

    It tells so in the notice above the console, which blocks nothing.
    """

    changed = Signal()
    """Emitted when the wall came or went."""

    def __init__(self, *, messages: Messages, over: QWidget) -> None:
        super().__init__(over)
        self.placement: WallPlacement | None = None
        self._messages, self._over = messages, over
        self.notice = ScreenNotice()
        self.notice.wall_wanted.connect(self.open)
        self.notice.swap_wanted.connect(self.swap)

    def stand_by(self, placement: WallPlacement | None) -> None:
        """Prepare to put the wall where `placement` says; None: there is no screen to put it on."""
        self.placement = placement
        if placement is not None:
            placement.screen_lost.connect(self._on_lost)
            placement.screen_back.connect(self._on_back)
            placement.screen_found.connect(self._on_found)
            placement.refitted.connect(self._on_refitted)
            placement.sure_changed.connect(self.changed)
            placement.astray.connect(self._on_astray)
            placement.left.connect(self._on_left)

    @property
    def is_open(self) -> bool:
        """True while the wall stands on a screen, or if there is no `placement`."""
        return self.placement is None or self.placement.is_open

    @property
    def lost(self) -> bool:
        """True while the wall waits for its screen to come back."""
        return self.placement is not None and self.placement.lost

    @property
    def is_sure(self) -> bool:
        """True if an open wall is known to stand on its screen."""
        return self.placement is None or self.placement.is_sure

    @property
    def can_swap(self) -> bool:
        """True if there is another screen to swap with."""
        return self.placement is not None and bool(self.placement.others())

    def toggle(self) -> None:
        """Put the wall on its screen, or take it away."""
        if self.placement is not None and self.placement.is_open:
            self.placement.close()
        else:
            self.open()

    def swap(self) -> None:
        """Swap the screens of the wall and this window."""
        if self.placement is not None and self.placement.swap():
            self.notice.hide()
            self.changed.emit()

    def open(self) -> None:
        """Put the wall on the remembered screen; ask if that is not clear or would cover the console."""
        placement = self.placement
        if placement is None:
            return
        expected = placement.expected()
        if expected is not Placed.OTHER_SCREEN:
            if not self._is_understood(expected):
                return
        elif placement.known() is None:
            screen = ScreenChooser.ask(placement.others(), placement.own_place(), over=self._over)
            if screen is None:
                return
            placement.choose(screen)
        self.notice.hide()
        placement.open()
        self.changed.emit()

    def _is_understood(self, expected: Placed) -> bool:
        if expected is Placed.MIRRORED:
            return self._messages.ask(
                _("Twee schermen tonen hetzelfde"),
                _(
                    "Wat u ziet, ziet de kamer nu ook. Kies bij de schermen van uw computer voor "
                    "‘uitbreiden’, niet voor ‘dupliceren’. Gaat u toch verder? Dan komt het beeld voor "
                    "de kamer over dit venster heen. Met F11 komt u terug."
                ),
                yes=_("Scherm aan"),
            )
        return self._messages.ask(
            _("Er is maar één scherm"),
            _("Het beeld voor de kamer komt over dit venster heen. Met F11 komt u terug."),
            yes=_("Scherm aan"),
        )

    def _on_lost(self) -> None:
        mirrored = self.placement is not None and self.placement.expected() is Placed.MIRRORED
        if mirrored:
            words = _(
                "Twee schermen tonen hetzelfde. Het beeld voor de kamer is uit. Kies voor ‘uitbreiden’: "
                "dan komt het terug."
            )
        else:
            words = _("Het scherm van de kamer is weg. Komt het terug, dan komt het beeld vanzelf terug.")
        self.notice.say(words, offer_cover=not mirrored)
        self.changed.emit()

    def _on_back(self) -> None:
        words = _("Het scherm van de kamer is terug. Het beeld staat er weer op.")
        self.notice.say(words, offer_swap=self.can_swap)
        self.changed.emit()

    def _on_found(self) -> None:
        if self.lost and self.placement is not None and self.placement.known() is None:
            words = _(
                "Er zijn nu meer schermen die op dat van de kamer lijken. De kamer ziet nog niets. "
                "Kies ‘Scherm aan’ en zeg naar welk scherm de kamer kijkt."
            )
        elif self.lost:
            words = _(
                "Er is een ander scherm aangesloten dan dat van daarnet. De kamer ziet daar nog niets. "
                "Is dit het goede scherm? Kies dan ‘Scherm aan’."
            )
        else:
            words = _("Er is een scherm bij gekomen. De kamer ziet daar nog niets.")
        self.notice.say(words, offer_wall=True)

    def _on_refitted(self) -> None:
        self.notice.say(
            _("Het scherm van de kamer kreeg een andere maat of plaats. Het beeld past er weer op.")
        )

    def _on_astray(self) -> None:
        words = _(
            "Uw computer zet het beeld niet op het scherm van de kamer. Het beeld is daarom uit. "
            "Staan de schermen goed? Kies dan ‘Scherm aan’."
        )
        self.notice.say(words, offer_wall=True)
        self.changed.emit()

    def _on_left(self) -> None:
        # A screen that came while the wall lay over the console was told of under it.
        if not self.notice.offers_wall:
            self.notice.hide()
        self.changed.emit()
