"""Three columns of statements: worries, what goes well and what must happen."""
