"""Base template, components and formats: what every screen extends."""
