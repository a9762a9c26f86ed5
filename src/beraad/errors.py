"""Expected failures as typed exceptions with a code; `words.errors` has a sentence for each."""

from __future__ import annotations


class BeraadError(Exception):
    """Expected failure: what happened as a `code`, and its `facts` for the sentence.

    Facts hold plain values only (text, numbers, paths), never rows or contents of a case that
    the reader of the sentence may not see. `str()` gives code and fact names, so that a log line
    never carries a family's words.
    """

    code = "unexpected"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code}({', '.join(sorted(self.facts))})"
