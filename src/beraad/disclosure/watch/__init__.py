"""Signs that a text tells a hidden detail: the words that are searched for, in every way to write them."""
