"""What people fill in at the intake desk."""
