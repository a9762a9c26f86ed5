"""Has Qt's own words (file and print dialogs, calendars) speak the language of the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
_NAME = "words of Qt"


def speak(app: QCoreApplication, code: str) -> None:
    """Let Qt speak `nl` or `en` from now on; English is what it speaks by itself."""
    QLocale.setDefault(QLocale(_LOCALES[code]))
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)
