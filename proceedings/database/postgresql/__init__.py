"""The database engine: Django's PostgreSQL backend that brings the embedded server up when it is needed."""
