"""Print copies: views → a frozen document tree → PDF. Only `export.pdf` uses ReportLab."""
