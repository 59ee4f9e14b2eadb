"""What is typed at the door, read and worded."""
