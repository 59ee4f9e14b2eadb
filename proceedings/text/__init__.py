"""The language engine: what the house knows of Vietnamese text, free of Django and of the rest of ours."""
