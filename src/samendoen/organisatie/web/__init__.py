"""Screens of organisatie."""
