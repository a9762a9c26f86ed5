"""Small widgets that every page is built from. They know the method's terms, and no case."""

from beraad.ui.widgets.card import Card
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_choice import PersonChoice, initials_of
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.save_state import SaveState
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.smart_lamps import SmartLamps, lamp_title
from beraad.ui.widgets.step_rail import RailStep, StepRail
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.visible_to_picker import VisibleToPicker

__all__ = [
    "Card",
    "EmptyState",
    "FlowLayout",
    "GrowingTextEdit",
    "PersonChoice",
    "PersonPicker",
    "PersonToken",
    "Pill",
    "RailStep",
    "SaveState",
    "ScorePad",
    "ScrollColumn",
    "SectionHeading",
    "SmartLamps",
    "StepRail",
    "TextLabel",
    "VisibleToPicker",
    "initials_of",
    "lamp_title",
]
