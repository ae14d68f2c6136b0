"""The front door: melding and what starts with it."""
