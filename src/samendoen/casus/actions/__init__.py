"""Use cases of casus."""
