"""Use cases of beleid."""
