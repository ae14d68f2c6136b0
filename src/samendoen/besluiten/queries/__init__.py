"""Reads of besluiten."""
