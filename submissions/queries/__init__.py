"""Reads of the door that cross its tables."""
