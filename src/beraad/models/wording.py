"""Find what makes the words of a statement or an agreement hard to share. Pure functions that return codes.

Nothing here stops anybody: it points out, and the facilitator decides. Sources: the working method of the
netwerkberaad (say what somebody did, not what somebody is; vague words are pointed out; plain short
sentences, one idea each) and the usual advice for Dutch at level B1 (sentences of 15 words at most, everyday
words).

On measuring how hard a text is: the formula of Flesch as Douma fitted it to Dutch (1960) jumps from 113 to
60 between plain sentences of half a dozen words, so it is asked only of texts that are long enough. Libraries
for it (textstat, pyphen) count syllables by hyphenation patterns that take 0.2 s to read; counting groups of
vowels gives the same answer for Dutch words, and what is asked while somebody types must cost nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from beraad.models.smart import vague_words
from beraad.terms import Remark

LONGEST_SENTENCE = 15
"""Most words in a sentence of a text at level B1."""

MOST_SYLLABLES = 5
"""Most syllables in an everyday word: *telefoonnummer* has five, *verantwoordelijkheid* six."""

EASY_FROM = 60
"""Least reading ease (Flesch, Douma), 0-120, of a text that is called plain."""

EASE_KNOWN_FROM = 12
"""Fewest words of a text of which the reading ease means anything."""

LABELS = (
    *("agressief", "agressieve", "agressieveling", "gewelddadig", "gewelddadige", "manipulatief"),
    *("manipulatieve", "manipulator", "hysterisch", "hysterische", "onbetrouwbaar", "onbetrouwbare"),
    *("alcoholist", "alcoholiste", "alcoholisten", "alcoholicus", "dronkaard", "dronkenlap", "drankorgel"),
    *("junk", "junkie", "junkies", "drugsverslaafde", "verslaafde", "verslaafden"),
    *("leugenaar", "leugenaars", "leugenachtig", "bedrieger", "crimineel", "criminelen"),
    *("dader", "daders", "slachtoffer", "slachtoffers", "pleger", "plegers", "mishandelaar"),
    *("psychopaat", "narcist", "narcistisch", "narcistische", "borderliner", "sociopaat", "gestoord"),
    *("gestoorde", "asociaal", "asociale", "ontoerekeningsvatbaar", "onhandelbaar", "onhandelbare"),
    *("bemoeial", "lafaard", "klootzak", "slechte moeder", "slechte vader", "slechte ouder"),
    *("slechte ouders", "zorgmijder", "zorgmijders", "tiran", "monster", "zwakkeling"),
)
"""Labels: words for what somebody is. A label can only be denied; an action can be told and changed."""

TRAITS = (
    *("boosaardig", "dom", "egoïstisch", "gek", "gemeen", "jaloers", "koppig", "labiel", "laf", "lastig"),
    *("lui", "moeilijk", "naïef", "ongemotiveerd", "onverantwoordelijk", "slap", "slecht", "verslaafd"),
    *("verwend", "vals", "wreed", "zwak", "opvliegend", "dominant", "onbeschoft", "onvoorspelbaar"),
)
"""Labels only behind a form of *zijn*: *Mark is lui*, and not *een slecht nummer*."""

JARGON = (
    *("adequaat", "adequate", "ambulant", "ambulante", "betreffende", "casus", "casuïstiek", "conform"),
    *("continueren", "coping", "derhalve", "dynamiek", "emotieregulatie", "escalatie", "escaleert"),
    *("escaleren", "faciliteren", "grensoverschrijdend", "grensoverschrijdende", "hulpvraag", "indicatie"),
    *("inzake", "inzetten op", "interventie", "interventies", "middels", "monitoren", "participeren"),
    *("pedagogisch", "pedagogische", "problematiek", "realiseren", "signaleren", "stabiliseren"),
    *("gestabiliseerd", "systeemgericht", "teneinde", "traject", "trigger", "triggers", "zorgmijdend"),
    *(
        "draagkracht",
        "draaglast",
        "risicotaxatie",
        "psycho-educatie",
        "parentificatie",
        "hechtingsproblematiek",
    ),
)
"""Words of offices and professionals that are too short to be caught as long words."""

HOW_OFTEN = frozenset({"vaker", "misschien", "regelmatig", "af en toe", "soms"})
"""Vague words that hide how often something happened; the others only harm a promise."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+")
_SYLLABLE = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE
)
_CLITICS = frozenset({"s", "t", "n", "m", "k"})
"""Letters that an apostrophe leaves of a word: *'s nachts*."""


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_LABEL = re.compile(rf"\b(?:{_any_of(LABELS)})\b", re.IGNORECASE)
_TRAIT = re.compile(
    r"\b(?:is|was|ben|bent|zijn|waren|blijft)\s+(?:(?:zo|heel|erg|altijd|gewoon|echt|veel|te|nogal|"
    rf"ook|dan|vaak|soms)\s+)*(?P<trait>{_any_of(TRAITS)})(?:e)?\b(?!\s+(?:te|voor|om)\b)",
    re.IGNORECASE,
)
_JARGON = re.compile(rf"\b(?:{_any_of(JARGON)})\b", re.IGNORECASE)
_NO_LONGER = re.compile(r"\b(?:niet|geen|nooit|niets|niemand)\b[^.!?,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """Remark, and the words of the text it is about; `count` words in a long sentence."""

    remark: Remark
    words: str
    count: int = 0


@lru_cache(maxsize=512)
def remarks_on(text: str, *, promise: bool) -> tuple[Found, ...]:
    """Return what can be pointed out in `text`, each thing once; `promise`: it says what will be done.

    - A label. Reason: statements say what somebody did, not what somebody is.
    - A vague word. Reason: nobody can see it kept or broken; of what happened, how often is what counts.
    - A long sentence, a hard word, a hard text. Reason: everybody at the table must be able to read along.
    """
    found = (*_labels(text), *_vague(text, promise=promise), *_long_sentences(text), *_hard_words(text))
    if not any(item.remark in (Remark.LONG_SENTENCE, Remark.HARD_WORD) for item in found):
        found = (*found, *_hard_text(text))
    return tuple(dict.fromkeys(found))


def reading_ease(text: str) -> float:
    """Return Flesch's reading ease with the weights of Douma for Dutch.

    206.84 - 0.93 x words a sentence - 77 x syllables a word.
    About 0 (very hard) to 120; NaN for a text without words.
    """
    sentences = [words for sentence in _SENTENCE.findall(text) if (words := _words(sentence))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return float("nan")
    return 206.84 - 0.93 * len(words) / len(sentences) - 77 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """Count the syllables of a Dutch word, at least one: its groups of vowels, *ij* among them."""
    return max(1, len(_SYLLABLE.findall(word)))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.casefold() not in _CLITICS]


def _labels(text: str) -> Iterator[Found]:
    for hit in _LABEL.finditer(text):
        yield Found(Remark.LABEL, hit.group())
    for hit in _TRAIT.finditer(text):
        yield Found(Remark.LABEL, hit.group("trait"))


def _vague(text: str, *, promise: bool) -> Iterator[Found]:
    for word in vague_words(text):
        # *Niet meer* is as clear as can be.
        if word.word == "meer" and _NO_LONGER.search(text[: word.start]):
            continue
        if promise or word.word in HOW_OFTEN:
            yield Found(Remark.VAGUE, text[word.start : word.end])


def _long_sentences(text: str) -> Iterator[Found]:
    for sentence in _SENTENCE.findall(text):
        words = _words(sentence)
        if len(words) > LONGEST_SENTENCE:
            yield Found(Remark.LONG_SENTENCE, " ".join(words[:4]), len(words))


def _hard_words(text: str) -> Iterator[Found]:
    for hit in _JARGON.finditer(text):
        yield Found(Remark.HARD_WORD, hit.group())
    for hit in _WORD.finditer(text):
        word = hit.group()
        begins = not text[: hit.start()].strip() or text[: hit.start()].rstrip()[-1] in ".!?"
        # A name is nobody's fault.
        if word[0].isupper() and not begins:
            continue
        if syllables(word) > MOST_SYLLABLES:
            yield Found(Remark.HARD_WORD, word)


def _hard_text(text: str) -> Iterator[Found]:
    if len(_words(text)) >= EASE_KNOWN_FROM and reading_ease(text) < EASY_FROM:
        yield Found(Remark.HARD_TEXT, "")
