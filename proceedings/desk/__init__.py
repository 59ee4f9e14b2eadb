"""The editors' workbench."""
