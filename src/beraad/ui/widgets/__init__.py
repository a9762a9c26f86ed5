"""Small widgets from which every page is built. They know the method's terms, and no case."""
