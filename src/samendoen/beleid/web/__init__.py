"""Screens of beleid."""
