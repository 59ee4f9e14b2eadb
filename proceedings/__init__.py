"""The record: what was convened, said, answered, concluded and published; also the Django project."""
