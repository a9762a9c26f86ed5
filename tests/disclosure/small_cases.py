"""Small cases, written as a case file holds them and read as one: what each test says is all there is."""

import json
from typing import Any

from beraad.exchange import read_case
from beraad.models import Case

Document = dict[str, Any]


def person(name: str, circle: str = "family", **more: Any) -> Document:
    """Somebody with this id, called the same with a capital."""
    return {"id": name, "name": f"{name} voluit", "called": name.capitalize(), "circle": circle, **more}


def detail(kind: str, value: str, visible_to: Any = "facilitator") -> Document:
    """A way to reach somebody."""
    return {"kind": kind, "value": value, "visible_to": visible_to}


def statement(name: str, text: str = "Er is iets.", **more: Any) -> Document:
    """A worry about what happened."""
    return {"id": name, "column": "danger", "kind": "harm", "text": text, **more}


def agreement(
    name: str, what: str = "Iemand doet iets.", owners: tuple[str, ...] = (), **more: Any
) -> Document:
    """An agreement that always counts."""
    return {"id": name, "what": what, "owners": list(owners), "timing": {"kind": "always"}, **more}


def meeting(**more: Any) -> Document:
    """A first meeting with everybody of `case_with` present."""
    return {
        "id": "b1",
        "number": 1,
        "kind": "family_network",
        "starts_at": "2026-11-12T10:00:00",
        "facilitator": "noor",
        "participants": [{"person": name, "attendance": "present"} for name in ("rima", "yousef", "noor")],
        **more,
    }


def people(**contacts: list[Document]) -> list[Document]:
    """Rima and Yousef, who were a couple, and Noor, who works with them; with these ways to reach them."""
    circles = {"rima": "family", "yousef": "family", "noor": "professional"}
    return [person(name, circle, contact=contacts.get(name, [])) for name, circle in circles.items()]


def document(*meetings: Document, **more: Any) -> Document:
    """A whole case file around these meetings."""
    return {
        "format": "beraad-case",
        "version": 1,
        "reference": "T-1",
        "family_name": "Haddad",
        "people": people(),
        "meetings": list(meetings) or [meeting()],
        **more,
    }


def case(*meetings: Document, **more: Any) -> Case:
    """The same as rows."""
    return read(document(*meetings, **more))


def read(content: Document) -> Case:
    """A document as rows."""
    return read_case(json.dumps(content).encode(), "zaak.json")
