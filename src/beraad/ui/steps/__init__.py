"""Steps of a meeting, a folder each: a page and the parts that only it uses. Steps do not know each other."""
