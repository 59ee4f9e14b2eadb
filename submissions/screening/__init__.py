"""What must not enter and what a person must know before a document enters. Free of Django and of the database."""
