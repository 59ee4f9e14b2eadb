"""Tables of contributions, one row each: our template, which column is what, what is wrong in which cell."""
