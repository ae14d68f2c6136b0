"""What the kernel adds to the web: the typed request, its actor, domain errors as answers."""
