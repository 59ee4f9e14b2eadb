"""Every write of the door: keyword-only, atomic, with an actor and a time. It calls the operations of the record."""
