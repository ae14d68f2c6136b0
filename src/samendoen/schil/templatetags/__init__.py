"""Template tags of schil."""
