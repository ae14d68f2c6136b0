"""Use cases of besluiten."""
