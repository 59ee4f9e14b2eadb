"""The pages of the door: the intake desk, and the committees' own way in."""
