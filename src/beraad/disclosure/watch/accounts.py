"""Patterns for every reasonable way to write or say an e-mail address, an account name or a code."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.disclosure.watch.folding import fold
from beraad.disclosure.watch.names import tells_alone
from beraad.disclosure.watch.numbers import ends_of, in_words
from beraad.disclosure.watch.patterns import Doubt, Edge, TextPattern
from beraad.disclosure.watch.vocabulary import known
from beraad.terms import Strength

_SHORTEST = 6
"""Letters of the shortest name or firm that tells something."""
_LAST_DIGITS = 4
_AT_WORDS = ("", "at", "apenstaart", "apenstaartje", "apestaart", "apestaartje", "bij")
_DOT_WORDS = ("", "punt", "dot")
_LINE_WORDS = ("", "underscore", "laagstreepje", "liggendstreepje")
_DASH_WORDS = ("", "streepje", "min")
_ENDS_IN_DIGITS = re.compile(r"[0-9]{8,10}$")
_ENDS_IN_A_FEW = re.compile(r"^(.*[a-z])([0-9]{1,4})$")


def email(value: str) -> Iterator[TextPattern]:
    """Yield patterns for an e-mail address, what stands before its @ if that tells alone, and its firm."""
    name, _at, domain = value.partition("@")
    names = list(dict.fromkeys(_spoken(name)))
    for spoken, at, dot in itertools.product(names, _AT_WORDS, _DOT_WORDS):
        yield _apart(spoken, at, domain.replace(".", dot))
    yield from (
        _apart(spoken, at, domain.rpartition(".")[0]) for spoken in names for at in _AT_WORDS if "." in domain
    )
    if "+" in name:
        # Mail arrives without the part behind the plus too.
        yield from email(f"{name.partition('+')[0]}@{domain}")
    if tells_alone(name):
        yield from map(_apart, names)
    elif len(name) >= _SHORTEST and not {".", "_"}.isdisjoint(name):
        yield TextPattern(fold(name).letters, doubt=Doubt.AS_TYPED)
    words = domain.split(".")[:-1]
    firm = words[-1] if words else ""
    if firm.lower() not in known("providers") and len(firm) >= _SHORTEST and not is_ordinary(firm):
        yield TextPattern(fold(firm).letters, strength=Strength.POSSIBLE, doubt=Doubt.ANOTHERS_MAIL)


def account(value: str) -> Iterator[TextPattern]:
    """Yield patterns for an account name or a code, also as it is said; a bank account without its bank."""
    letters = fold(value).letters
    for said in dict.fromkeys(_spoken(value)):
        # A text that says the signs of the name means the account.
        yield TextPattern(
            fold(said).letters, doubt=Doubt.SPELLED_APART if fold(said).letters == letters else Doubt.NONE
        )
    if digits := _ENDS_IN_DIGITS.search(letters):
        yield TextPattern(digits[0], Edge.FREE, number=True)
        whole = digits[0].lstrip("0")
        if _SHORTEST <= len(whole) < len(digits[0]):
            # Nobody says the zeros in front.
            yield TextPattern(whole, number=True)
        yield from ends_of(digits[0], _LAST_DIGITS, len(digits[0]) - 1)
    elif few := _ENDS_IN_A_FEW.match(letters):
        yield from (TextPattern(few[1] + words) for words in in_words(few[2]))


def _spoken(name: str) -> Iterator[str]:
    """Yield a name with its signs, and with the signs as they are said."""
    signs = itertools.product(
        _DOT_WORDS if "." in name else _DOT_WORDS[:1],
        _LINE_WORDS if "_" in name else _LINE_WORDS[:1],
        _DASH_WORDS if "-" in name else _DASH_WORDS[:1],
    )
    for dot, line, dash in signs:
        yield name.replace(".", dot).replace("_", line).replace("-", dash)


def _apart(*values: str) -> TextPattern:
    return TextPattern("".join(fold(value).letters for value in values))
