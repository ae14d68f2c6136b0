"""Screens of besluiten."""
