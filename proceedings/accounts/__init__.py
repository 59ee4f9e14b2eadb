"""Who may do what: groups and their rights, sign-in pages."""
