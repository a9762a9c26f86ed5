"""Language of Qt's own words (file and print dialogs, calendars)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from beraad import assets
from beraad.languages import LANGUAGES

_NAME = "words of Qt"


def speak(app: QCoreApplication, code: str) -> None:
    """Let Qt use a language of the program from now on; English is its default."""
    QLocale.setDefault(QLocale(LANGUAGES[code].locale))
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # Qt's Dutch catalogue leaves some of the file dialog in English.
    for name, folder in ((f"qtbase_{code}", own), (f"qtbase_left_{code}", str(assets.qt_words_dir()))):
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if translator.load(name, folder):
            app.installTranslator(translator)
