"""Tidy the texts of a row before it is stored, by the same rules as its draft."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from beraad.models.base import Draft, Row, TooLongError, rule_of_text

Rule = Callable[[str], str]


def tidy(row: Row, before: Mapping[str, object] = MappingProxyType({})) -> bool:
    """Tidy the texts of a row; return True if one changed.

    With `before` (attribute → the value that it had) only these are looked at, and a text that was longer
    than its field already may stay so, but never grow. Raises ValueError with the attribute and the cause:
    `too_long` or `broken_character`.
    """
    tidied = False
    for name, rule in rules_of(type(row)).items():
        if before and name not in before:
            continue
        value = getattr(row, name)
        try:
            kept = [rule(item) for item in value] if isinstance(value, list) else value and rule(value)
        except TooLongError:
            old = before.get(name)
            if not isinstance(old, str) or len(value) > len(old):
                raise ValueError(name, "too_long") from None
            continue
        except ValueError as error:
            raise ValueError(name, str(error)) from None
        if kept != value:
            setattr(row, name, kept)
            tidied = True
    return tidied


@cache
def rules_of(kind: type[Row]) -> Mapping[str, Rule]:
    """Return the attributes of a row that hold texts, and the rule of each."""
    drafts = [base for base in kind.__bases__ if issubclass(base, Draft)]
    return dict(_rules(drafts[0])) if drafts else {}


def _rules(draft: type[Draft]) -> Iterator[tuple[str, Rule]]:
    for name, field in draft.model_fields.items():
        rule = _rule(field.annotation, field.metadata)
        if rule is not None:
            yield name, rule


def _rule(annotation: Any, metadata: Any) -> Rule | None:
    """Return the rule of a `Text` or a `Line`, also if it is optional or in a list."""
    for item in metadata:
        if (rule := rule_of_text(item)) is not None:
            return rule
    if inner := getattr(annotation, "__metadata__", ()):
        return _rule(None, inner)
    return next((rule for part in get_args(annotation) if (rule := _rule(part, ()))), None)
