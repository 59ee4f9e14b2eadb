"""The secretariat's register."""
