"""Every sentence has an English one that says the same things."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from beraad import assets

SOURCE = Path(__file__).parents[1] / "src" / "beraad"
ENGLISH = assets.locale_dir() / "en" / "LC_MESSAGES" / "beraad.po"


def _said() -> dict[tuple[str | None, str], str]:
    """Every sentence in the code by its context and its (singular) Dutch → the module it stands in."""
    return {
        (context, message if isinstance(message, str) else message[0]): file
        for file, _, message, _, context in extract_from_dir(str(SOURCE))
    }


def _catalogue() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _key(message: Message) -> tuple[str | None, str]:
    context: str | bytes | None = message.context  # Babel reads it as bytes from a compiled catalogue
    return context.decode() if isinstance(context, bytes) else context, _texts(message.id)[0]


def _translated(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in _messages(catalogue) if all(_texts(message.string)))


def _texts(text: str | Iterable[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _missing(said: dict[tuple[str | None, str], str], catalogue: Catalog) -> list[str]:
    done = {_key(message) for message in _translated(catalogue) if not message.fuzzy}
    return sorted(f"{file}: {text}" for (context, text), file in said.items() if (context, text) not in done)


def _changed_placeholders(catalogue: Catalog) -> list[str]:
    """A plural may leave its number out in the singular (`één afspraak`), and never name a new one."""
    wrong = []
    for message in _translated(catalogue):
        dutch = [_placeholders(text) for text in _texts(message.id)]
        english = [_placeholders(text) for text in _texts(message.string)]
        if english[-1] != dutch[-1] or not english[0] <= dutch[-1]:
            wrong.append(_texts(message.id)[0])
    return wrong


def test_every_sentence_is_translated() -> None:
    assert _missing(_said(), _catalogue()) == []


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    said = _said()
    assert [_key(message) for message in _messages(_catalogue()) if _key(message) not in said] == []


def test_a_translation_fills_in_the_same_things() -> None:
    assert _changed_placeholders(_catalogue()) == []


def test_the_compiled_catalogue_is_made_from_this_text() -> None:
    """`make translations` compiles it."""
    with ENGLISH.with_suffix(".mo").open("rb") as file:
        compiled = {_key(message): _texts(message.string) for message in _translated(read_mo(file))}
    assert compiled == {_key(message): _texts(message.string) for message in _translated(_catalogue())}


def test_no_sentence_is_filled_in_before_it_is_looked_up() -> None:
    """`_(f"…")` finds no translation, and `_("…" + x)` neither."""
    early = re.compile(r"\b(_|N_|ngettext|pgettext)\(\s*(rf|fr|f)[\"']")
    assert [path.name for path in SOURCE.rglob("*.py") if early.search(path.read_text("utf-8"))] == []


def _other_word_for_a_copy(text: str) -> list[str]:
    return re.findall(r"\bkopie(?!er)\w*", text, re.IGNORECASE)


def test_what_an_attendee_gets_on_paper_has_one_name() -> None:
    """Exemplaar; a copy of the database (reservekopie) is something else, and so is copying by hand."""
    said = [text for _context, text in _said()]
    guide = assets.guide_path("nl").read_text("utf-8")
    assert [found for text in (*said, guide) for found in _other_word_for_a_copy(text)] == []


@pytest.mark.parametrize("text", ["Wie krijgt een kopie?", "Kopieën printen …"])
def test_another_name_for_it_would_be_seen(text: str) -> None:
    assert _other_word_for_a_copy(text) != []


def _of(**sentences: str) -> Catalog:
    catalogue = Catalog(locale="en")
    for dutch, english in sentences.items():
        catalogue.add(dutch, english)
    return catalogue


def test_a_missing_and_a_doubtful_translation_would_be_seen() -> None:
    catalogue = _of(Zorgen="", Afspraken="Agreements", Doel="Aim")
    catalogue.get("Doel").flags.add("fuzzy")
    said = {(None, text): "x.py" for text in ("Zorgen", "Afspraken", "Doel")}
    assert _missing(said, catalogue) == ["x.py: Doel", "x.py: Zorgen"]


@pytest.mark.parametrize("english", ["For {naam}", "For", "For {name} {more}"])
def test_a_changed_placeholder_would_be_seen(english: str) -> None:
    assert _changed_placeholders(_of(**{"Voor {name}": english})) == ["Voor {name}"]
