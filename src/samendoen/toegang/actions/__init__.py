"""Use cases of the front door."""
