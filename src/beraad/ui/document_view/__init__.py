"""Draws a document on screen: the same frozen tree that is printed, in the same words and the same order."""

from beraad.ui.document_view.document_view import DocumentView

__all__ = ["DocumentView"]
