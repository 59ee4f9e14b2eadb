"""Bytes → paragraphs: one module for each kind of file, free of Django, run in a child process with limits."""
