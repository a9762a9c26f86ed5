"""The words for the terms of the method, once: plain Dutch (B1), for screen, paper and command line alike.

Each function takes the language as its last argument. A label begins with a small letter, a title with a
capital.
"""
