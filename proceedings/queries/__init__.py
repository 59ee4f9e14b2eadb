"""Reads that cross aggregates, as frozen dataclasses."""
