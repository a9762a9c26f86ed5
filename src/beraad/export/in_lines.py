"""Write facts and rows of a table as lines, the same on paper and on screen."""

from __future__ import annotations

from beraad.export.document import Emphasis, Line, Span, TableRow


def words(line: Line) -> str:
    """Return the text of a line."""
    return "".join(span.text for span in line)


def fact_in_line(label: str, said: Line) -> Line:
    """Return a fact behind the word it answers to, as in `Wie kijkt? Joke.` and `Waarheen: naar oma.`."""
    end = "" if label.endswith("?") else ":"
    return Span(f"{label.rstrip(':')}{end} ", Emphasis.SOFT), *said


def row_in_lines(header: tuple[str, ...], row: TableRow) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the number of a row (empty without one) and its lines, for a table that is drawn as a list.

    The first line of the main cell comes first, then the other cells with the header's word before each, and
    then the rest of the main cell. Without a word over it the first column holds numbers.
    """
    number, cells = ((), row.cells) if header[0] else (row.cells[0], row.cells[1:])
    main, *others = cells
    lines = [main[0]]
    for word, cell in zip(header[-len(others) :] if others else (), others, strict=True):
        if any(map(words, cell)):
            lines += [(Span(f"{word}: ", Emphasis.SOFT), *cell[0]), *cell[1:]]
    return number, (*lines, *main[1:])
