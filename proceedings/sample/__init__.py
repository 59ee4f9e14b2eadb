"""The founding workshop: what its report states, and texts written to illustrate, each marked as a sample."""
