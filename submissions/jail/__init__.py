"""Where files that nobody trusts are opened: child processes with limits, without network, killed as a group."""
