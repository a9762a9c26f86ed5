"""Words for the terms of the method: plain Dutch (B1), the same on screen, on paper and on the command line.

Each function takes the language as its last argument. A label begins with a small letter, a title with a
capital.
"""
