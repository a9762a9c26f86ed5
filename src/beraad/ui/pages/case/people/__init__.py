"""Tab Mensen: who belongs to a case, and who may know what."""

from beraad.ui.pages.case.people.tab import PeopleTab

__all__ = ["PeopleTab"]
