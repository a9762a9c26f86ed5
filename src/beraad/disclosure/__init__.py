"""Who may see what: the one door through which everything passes that reaches an eye."""
