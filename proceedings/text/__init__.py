"""The language engine: what the house knows of Vietnamese text. Free of Django and of everything else of ours."""
