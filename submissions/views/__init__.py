"""The pages of the intake desk: what arrived, what was read in it, and what a person decides."""
