"""Screens of casus."""
