"""Words: data to Slack messages and forms, and what was filled in back to data. Pure."""
