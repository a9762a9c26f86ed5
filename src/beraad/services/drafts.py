"""Validates input through pydantic drafts: database rows do not validate."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from beraad.models.base import Draft
from beraad.services.errors import NotValid

D = TypeVar("D", bound=Draft)


def checked(draft: type[D], **values: Any) -> D:
    """Return the validated draft; raise NotValid with field and cause of the first mistake."""
    try:
        return draft.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        cause = str(first["ctx"]["error"]) if "ctx" in first and "error" in first["ctx"] else first["type"]
        raise NotValid(field=".".join(map(str, first["loc"])), cause=cause) from None
