"""What every request passes through: security headers, error pages, health."""
