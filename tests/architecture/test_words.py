"""One vocabulary: below the edges nothing knows the user's language, and words take theirs as an argument."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "beraad"

SPEAK_NO_LANGUAGE = ("disclosure", "exchange", "export", "models", "services", "store", "words")
OF_NO_USER = {"DUTCH", "Language", "N_"}
"""Names of `i18n` that are the same for every user."""


def of_the_user(source: str) -> list[str]:
    """The names that this module takes from `i18n` and that follow the language of the user."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "beraad.i18n":
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "beraad":
            names += [alias.name for alias in node.names if alias.name == "i18n"]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names if alias.name == "beraad.i18n"]
    return [name for name in names if name not in OF_NO_USER]


def test_below_the_edges_nothing_reads_the_language_of_the_user() -> None:
    modules = [module for room in SPEAK_NO_LANGUAGE for module in (PACKAGE / room).rglob("*.py")]
    found = {
        module.relative_to(PACKAGE).as_posix(): names
        for module in modules
        if (names := of_the_user(module.read_text("utf-8")))
    }
    assert found == {}
    assert len(modules) > len(SPEAK_NO_LANGUAGE), "the control: the rooms are there"


@pytest.mark.parametrize(
    "line",
    [
        "from beraad.i18n import Language, _",
        "from beraad.i18n import ngettext",
        "from beraad.i18n import spoken",
        "from beraad.i18n import language",
        "from beraad.i18n import format_list",
        "from beraad import i18n, terms",
        "import beraad.i18n as languages",
        "def late():\n    from beraad.i18n import _",
    ],
)
def test_the_language_of_the_user_would_be_seen(line: str) -> None:
    assert len(of_the_user(line)) == 1


# -- the language is an argument -------------------------------------------------------------------


def without_language(source: str) -> Iterator[str]:
    """The public functions of a module of words that do not take the language last."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            last = node.args.args[-1:]
            if [ast.unparse(argument) for argument in last] != ["_: Language"] or node.args.kwonlyargs:
                yield node.name


def test_every_function_of_words_takes_the_language_last() -> None:
    modules = [*(PACKAGE / "words").glob("*.py")]
    assert [name for module in modules for name in without_language(module.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "function",
    [
        "def f(kind: Kind) -> str: ...",
        "def f(_: Language, kind: Kind) -> str: ...",
        "def f(_: Language, *, kind: Kind) -> str: ...",
        "def f() -> str: ...",
    ],
)
def test_a_function_without_a_language_would_be_seen(function: str) -> None:
    assert list(without_language(function)) == ["f"]


# -- one table -------------------------------------------------------------------------------------

LOOKS_UP = {"_", "N_", "ngettext", "pgettext"}
SHARED = {"terms.py", "codes.py"}
"""Modules with the enumerations that several rooms share."""


def enumerations_in(source: str) -> set[str]:
    """The enumerations that this module defines."""
    return {
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Enum") for base in node.bases)
    }


def has_words(node: ast.AST) -> bool:
    """True if a sentence stands in this piece of code."""
    calls = (inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return any(ast.unparse(call).rpartition(".")[2] in LOOKS_UP for call in calls)


def members_in(node: ast.AST | None) -> set[str]:
    """Names of the possible enumerations of the members named here: `Colour` of `Colour.RED`."""
    attributes = (inner for inner in ast.walk(node or ast.Pass()) if isinstance(inner, ast.Attribute))
    return {inner.value.id for inner in attributes if isinstance(inner.value, ast.Name)}


def worded(source: str) -> set[str]:
    """The names of which two members or more get words in one table: a dict, a match, or a list of pairs."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        entries: list[set[str]] = []
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            entries = [members_in(key) for key, value in pairs if has_words(value)]
        elif isinstance(node, ast.Match):
            entries = [
                members_in(case.pattern) for case in node.cases if any(has_words(line) for line in case.body)
            ]
        elif isinstance(node, ast.Tuple | ast.List):
            entries = [
                members_in(item) for item in node.elts if isinstance(item, ast.Tuple) and has_words(item)
            ]
        names = [name for entry in entries for name in entry]
        found |= {name for name in names if names.count(name) > 1}
    return found


def defined_in(name: str, source: str, homes: dict[str, set[str]]) -> str | None:
    """The module that defines the enumeration which this module knows by a name; None for another thing."""
    if name in enumerations_in(source):
        return None
    imported = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom))
    modules = [node.module or "" for node in imported if name in {alias.name for alias in node.names}]
    paths = {module.removeprefix("beraad.").replace(".", "/") + ".py" for module in modules}
    exact = homes.get(name, set()) & paths
    return next(iter(exact or homes.get(name, set())), None) if modules else None


def test_each_enumeration_has_its_words_in_one_module() -> None:
    sources = {
        path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")
    }
    homes: dict[str, set[str]] = {}
    for module, source in sources.items():
        for name in enumerations_in(source):
            homes.setdefault(name, set()).add(module)
    tables: dict[tuple[str, str], set[str]] = {}
    for module, source in sources.items():
        for name in worded(source):
            home = module if name in enumerations_in(source) else defined_in(name, source, homes)
            if home is not None:
                tables.setdefault((home, name), set()).add(module)
    assert {key: modules for key, modules in tables.items() if len(modules) > 1} == {}
    shared = {key: modules for key, modules in tables.items() if key[0] in SHARED}
    outside = {
        key: modules
        for key, modules in shared.items()
        if any(not module.startswith("words/") for module in modules)
    }
    assert outside == {}
    assert len(shared) > 20, "the control: the tables are found"


@pytest.mark.parametrize(
    "table",
    [
        'WORDS = {Colour.RED: N_("rood"), Colour.GREEN: N_("groen")}',
        'WORDS = {Colour.RED: QRadioButton(_("rood")), Colour.GREEN: QRadioButton(_("groen")), **others}',
        'for colour, words in ((Colour.RED, _("rood")), (Colour.GREEN, _("groen"))): add(colour, words)',
        'CHOICES = [(_("rood"), Colour.RED, ""), (_("groen"), Colour.GREEN, "safety")]',
        'match colour:\n    case Colour.RED: say(_("rood"))\n    case Colour.GREEN: say(_("groen"))',
        'def f(colour): return {Colour.RED: _.pgettext("kleur", "rood"), Colour.GREEN: _("groen")}[colour]',
    ],
)
def test_a_second_table_would_be_seen(table: str) -> None:
    assert worded(table) == {"Colour"}


@pytest.mark.parametrize(
    "code",
    [
        'TONES = {Colour.RED: "danger", Colour.GREEN: "safety"}',
        'words = _("rood") if colour is Colour.RED else _("een andere kleur")',
        'match way:\n    case Way.ASK: ask(label)\n    case Way.TELL: tell(_("klaar"))',
    ],
)
def test_what_is_no_table_is_not_taken_for_one(code: str) -> None:
    assert worded(code) == set()
