"""Every write: keyword-only, atomic, with an actor and a time."""
