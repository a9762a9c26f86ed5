"""Signing screen: one person's own copy, and an honest answer to it."""

from beraad.ui.signing.answer_given import AnswerGiven
from beraad.ui.signing.readers_choice import ReadersChoice
from beraad.ui.signing.signature_pad import SignaturePad
from beraad.ui.signing.signing_screen import SigningScreen

__all__ = ["AnswerGiven", "ReadersChoice", "SignaturePad", "SigningScreen"]
