"""The door: all that arrives, before it is trusted. It calls the record; the record never imports it."""
