"""Use cases of kaart."""
