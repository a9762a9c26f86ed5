"""The printed copies: views → a frozen document tree → PDF. `export.pdf` is the only ReportLab code."""
