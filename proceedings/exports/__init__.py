"""What leaves the record: one neutral document tree, and the writers that turn it into bytes."""
