"""Render documents as PDF. The only code that uses ReportLab."""

from beraad.export.pdf.faces import unwritable
from beraad.export.pdf.pages import Rendered, render
from beraad.export.pdf.trend_chart import trend_svg

__all__ = ["Rendered", "render", "trend_svg", "unwritable"]
