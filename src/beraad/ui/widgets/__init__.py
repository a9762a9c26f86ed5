"""Small widgets that every page is built from. They know the method's terms, and no case."""
