"""Recognise figures in a text that are no hidden number: hours, dates, amounts, public numbers."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable

from beraad.disclosure.watch.folding import Folded
from beraad.disclosure.watch.vocabulary import known, lines

_APART = r"[\s.()/–-]{0,2}"


def is_public(number: str) -> bool:
    """Return True if everybody may call this number: 112, Veilig Thuis, a helpline."""
    digits = re.sub(r"\D", "", number)
    return re.sub(r"^(?:00)?31(?=[89]00)", "0", digits) in lines("public_numbers")


def are_other(text: Folded, letters: Iterable[int], *, but: int = 0) -> bool:
    """Return True if these letters stand in such a figure, all except at most `but` of them."""
    spans = _spans(text.text)
    free = (at for at in letters if not any(start <= text.places[at] < end for start, end in spans))
    return len(list(itertools.islice(free, but + 1))) <= but


@functools.lru_cache(256)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for pattern in _patterns() for match in pattern.finditer(text))


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    counted = "|".join(sorted(known("counted"), key=len, reverse=True))
    months = "|".join(sorted(known("months"), key=len, reverse=True))
    what = "|".join(
        sorted(known("not_streets") - {"nr", "nummer", "na", "om", "sinds", "tot", "vanaf", "voor", "vóór"})
    )
    hour = r"(?:[01]?\d|2[0-4])"
    public = "|".join(
        _APART.join(number) for number in sorted(lines("public_numbers"), key=len, reverse=True)
    )
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?<![\d:]){hour}:[0-5]\d(?!:?\d)",
            rf"(?<![\d.]){hour}[.:]?(?:[0-5]\d)?\s*(?:uur|u)\b",
            rf"\b(?:om|tot|van|vanaf|rond|na|voor|tussen)\s+{hour}\.[0-5]\d(?![.\d])",
            r"(?<![\d./-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![./-]?\d)",
            rf"(?<!\d)\d{{1,2}}\s+(?:{months})\b\.?(?:\s+\d{{4}}\b)?",
            rf"\b(?:{months})\s+\d{{4}}\b",
            r"\b(?:in|sinds|uit|jaar|eind|begin|zomer|winter)\s+(?:19|20)\d\d(?:\s*(?:en|tot|of|-|–)\s*(?:19|20)\d\d)?\b",
            r"€\s*\d[\d.,]*\d|€\s*\d|\d[\d.,]*\s*(?:euro|eur|%|procent)",
            rf"(?<!\d)\d{{1,4}}\s+(?:{counted})\b",
            rf"\b(?:{what}|cijfer|score|pagina|artikel|dossier|zaak)\s+\d{{1,4}}\b(?!\s*\d)",
            r"\b(?:een|van|naar|op)\s+(?:een\s+)?(?:10|\d)(?:,\d)?\b(?![\s.-]*\d)",
            rf"(?<!\d)(?:{public})(?!\d)",
        )
    )
