"""How long printing takes, against the floor: the same texts in the same tables given straight to ReportLab.

`python benchmarks/print_copies.py`: 25 copies of a plan with 25 people, 60 statements and 40 agreements. Both
arms run in this process, in turns, by processor time; the best of the rounds counts. The floor gets its texts
ready-made, draws no chart and no signatures; ours starts from the views. Target: 0.6 times the floor at most.

`--long`: 1,000 copies, with the memory of the process after each hundred. It should stay flat.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

sys.path.insert(0, str(Path(__file__).parents[1]))

from beraad.export import document as d
from beraad.export.copies import copy_for
from beraad.export.pdf import render
from beraad.export.pdf.faces import BOLD, REGULAR, face
from beraad.export.pdf.styles import MM
from tests.export.samples import big

COPIES, ROUNDS = 25, 5
BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=10, leading=13.6)
STRONG = ParagraphStyle("strong", parent=BODY, fontName=BOLD)
LINES = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def paragraph(line: d.Line) -> Paragraph:
    """One paragraph as anybody would write it for ReportLab."""
    strong = d.Emphasis.STRONG
    text = "".join(
        f'<font name="{BOLD}">{escape(span.text)}</font>' if span.emphasis is strong else escape(span.text)
        for span in line
    )
    return Paragraph(text, BODY)


def fact(told: tuple[str, d.Line]) -> Paragraph:
    """A fact behind the word it answers to."""
    label, line = told
    return paragraph((d.Span(f"{label} "), *line))


def signatures(block: d.Answers) -> Iterator[Any]:
    """Three beside each other, and the rest in sentences."""
    cells = [
        [Paragraph(escape(answer.name), STRONG), *map(paragraph, answer.words)] for answer in block.answers
    ]
    cells += [[]] * (-len(cells) % 3)
    yield Table([cells[n : n + 3] for n in range(0, len(cells), 3)], colWidths=[60 * MM] * 3)
    yield from map(paragraph, block.words)


def story(document: d.Document) -> Iterator[Any]:
    """The texts of a document in Tables and Paragraphs."""
    for block in document.blocks:
        yield from ([Paragraph(escape(block.title), STRONG)] if getattr(block, "title", "") else ())
        match block:
            case d.Head():
                yield Table([[Paragraph(block.subtitle, BODY), Paragraph(block.side_name, STRONG)]])
            case d.Panel() | d.Listing():
                rows = [
                    [
                        Paragraph(item.mark, STRONG),
                        [*map(paragraph, item.lines), *map(fact, item.facts)],
                        Paragraph(f"{escape(item.whose)} {escape(item.aside)}", STRONG),
                    ]
                    for item in block.items
                ]
                yield Table(rows, colWidths=[10 * MM, 130 * MM, 40 * MM], style=LINES)
            case d.Columns():
                columns = [
                    [
                        [paragraph(line) for line in lines]
                        for group in column.groups
                        for lines in ([((d.Span(group.label),))], *group.entries)
                    ]
                    for column in block.columns
                ]
                tall = max(map(len, columns))
                rows = [[column[n] if n < len(column) else "" for column in columns] for n in range(tall)]
                yield Table(rows, colWidths=[60 * MM] * len(columns), style=LINES)
            case d.Table():
                wide = [180 * MM * share / sum(block.shares) for share in block.shares]
                head = [[Paragraph(word, STRONG) for word in block.header]]
                rows = [[[paragraph(line) for line in cell] for cell in row.cells] for row in block.rows]
                yield Table(head + rows, colWidths=wide, repeatRows=1, style=LINES)
            case d.Facts():
                rows = [[Paragraph(label, BODY), paragraph(line)] for label, line in block.facts]
                yield Table(rows, colWidths=[40 * MM, 140 * MM], style=LINES)
            case d.OwnScale():
                yield from map(paragraph, (*block.said, (d.Span(f"{block.zero} – {block.ten}"),)))
            case d.Contacts():
                rows = [[paragraph(who), [*map(paragraph, ways)]] for who, ways in block.entries]
                yield Table(rows, colWidths=[90 * MM, 90 * MM], style=LINES)
            case d.Answers():
                yield from signatures(block)
        yield Spacer(1, 12)


def floor(document: d.Document) -> bytes:
    """A document printed with ReportLab as it comes."""
    file = io.BytesIO()
    template = BaseDocTemplate(file, pagesize=A4, invariant=1)

    def foot(canvas: Any, _template: Any) -> None:
        canvas.setFont(REGULAR, 8)
        canvas.drawString(15 * MM, 10 * MM, document.footer_left)
        canvas.drawRightString(195 * MM, 10 * MM, document.footer_right)

    frame = Frame(15 * MM, 20 * MM, 180 * MM, 262 * MM, 0, 0, 0, 0)
    template.addPageTemplates([PageTemplate(frames=[frame], onPage=foot)])
    template.build(list(story(document)))
    return file.getvalue()


def compare() -> None:
    """Both arms in turns; the best round of each."""
    views = [big(reader) for reader in range(COPIES)]
    documents = [copy_for(view) for view in views]
    ours, theirs = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        pages = sum(render(copy_for(view)).pages for view in views)
        ours.append(time.process_time() - start)
        start = time.process_time()
        for document in documents:
            floor(document)
        theirs.append(time.process_time() - start)
    print(f"{COPIES} copies, {pages} pages, best of {ROUNDS}")
    print(f"floor   {min(theirs):7.3f} s   (each round: {', '.join(f'{one:.2f}' for one in theirs)})")
    print(f"beraad  {min(ours):7.3f} s   (each round: {', '.join(f'{one:.2f}' for one in ours)})")
    print(f"ratio   {min(ours) / min(theirs):7.2f}     (target: at most 0.6)")


def memory() -> None:
    """A thousand copies, each with words of its own."""
    print("copies  resident memory")
    for number in range(1, 1_001):
        render(copy_for(big(number % COPIES)))
        if number % 100 == 0:
            print(f"{number:6}  {_resident():8.1f} MB", flush=True)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main() -> None:
    """The comparison, or the long run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--long", action="store_true", help="1,000 copies: is the memory flat?")
    face(REGULAR), face(BOLD)
    if parser.parse_args().long:
        memory()
    else:
        compare()


if __name__ == "__main__":
    main()
