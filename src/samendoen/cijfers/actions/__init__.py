"""Use cases of the figures."""
