"""Screens of kaart."""
