"""Rules: pure functions over frozen dataclasses. No Slack, no SQL, no clock, no logging."""
