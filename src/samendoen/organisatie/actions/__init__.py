"""Use cases of organisatie."""
