"""Doors for the clock: each step does one thing and says whether there was work."""
