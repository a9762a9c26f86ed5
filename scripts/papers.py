"""Pages of every copy of a few families as pictures, in colour and in grey, and a table of how many they are.

`python scripts/papers.py [FOLDER]` (`make papers`): of the example cases and of a large family, for every
reader in normal and in large letters, of children the child's copy, and the copy for the file. PDFs and
pictures go to FOLDER, build/papers if not said.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from beraad.disclosure.audience import File, Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView
from beraad.exchange import read_case_file
from beraad.export.copies import copy_for
from beraad.export.document import PageStyle
from beraad.export.pdf import render

HOME = Path(__file__).parents[1]
CASES = (
    HOME / "resources/cases/de-wit.json",
    HOME / "resources/cases/haddad.json",
    HOME / "tests/export/found/large-family.json",
)
WIDTH = 900
"""Of a picture, in pixels."""


def copies(view: PlanView) -> Iterator[tuple[PageStyle, PlanView]]:
    """The copies that its reader may get: a child's, or one in normal and one in large letters."""
    reader = view.reader
    if reader is None or view.child:
        yield PageStyle.CHILD if reader else PageStyle.FILE, view
        return
    for style in (PageStyle.NORMAL, PageStyle.LARGE):
        large = style is PageStyle.LARGE
        yield style, replace(view, reader=replace(reader, large_print=large, plain_language=False))


def views(path: Path) -> Iterator[tuple[str, PlanView]]:
    """The plan in force as each reader sees it, and as the file does, each with the id of its reader."""
    case = read_case_file(path)
    disclosure = Disclosure(case, case.current_plan() or case.meetings[-1])
    for person in case.people:
        yield person.id, disclosure.copy(Reader(person.id)).view
    yield "dossier", disclosure.copy(File()).view


def photograph(path: Path) -> None:
    """A picture of each page of a PDF beside it, and the same in grey."""
    document = QPdfDocument()
    document.load(str(path))
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        page = QImage(QSize(WIDTH, round(WIDTH * size.height() / size.width())), QImage.Format.Format_RGB32)
        page.fill(QColor("white"))
        painter = QPainter(page)
        painter.drawImage(0, 0, document.render(number, page.size()))
        painter.end()
        page.save(str(path.with_name(f"{path.stem}-{number + 1}.png")))
        grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
        grey.save(str(path.with_name(f"{path.stem}-{number + 1}-grey.png")))
    document.close()


def main() -> None:
    """Print them all, take their pictures, and tell their pages."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=HOME / "build/papers")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(sys.argv[:1])
    print("| case | reader | normal | large | child | file |\n|---|---|---|---|---|---|")
    for case in CASES:
        for reader, view in views(case):
            pages: dict[PageStyle, int] = {}
            for style, copy in copies(view):
                rendered = render(copy_for(copy))
                pages[style] = rendered.pages
                path = folder / f"{case.stem}-{reader}-{style.value}.pdf"
                path.write_bytes(rendered.data)
                photograph(path)
            told = (str(pages.get(style, "")) for style in PageStyle)
            print(f"| {case.stem} | {reader} | {' | '.join(told)} |", flush=True)
    application.quit()
    print(f"\nPDFs and pictures, also in grey: {folder}")


if __name__ == "__main__":
    main()
