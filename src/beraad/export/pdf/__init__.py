"""Render documents as PDF. The only code that uses ReportLab."""

from beraad.export.pdf.faces import unwritable
from beraad.export.pdf.pages import Rendered, render
from beraad.export.pdf.pictures import chart_svg, legend_svg, trend_svg

__all__ = ["Rendered", "chart_svg", "legend_svg", "render", "trend_svg", "unwritable"]
