"""Pictures drawn by the server: frozen view models that templates turn into inline SVG with a table twin."""
