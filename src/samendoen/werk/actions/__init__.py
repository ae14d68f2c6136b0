"""Use cases of werk."""
