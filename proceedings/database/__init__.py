"""Where the record is kept: the URL of a PostgreSQL, or a server of the checkout's own."""
