"""Documents as PDF. The only ReportLab code."""

from beraad.export.pdf.pages import Rendered, render

__all__ = ["Rendered", "render"]
