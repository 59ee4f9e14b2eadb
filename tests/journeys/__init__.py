"""Journeys of people through the whole house, in real Chromium."""
