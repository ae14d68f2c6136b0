"""Writes the demo's weeks down, by the same actions as the screens use."""
