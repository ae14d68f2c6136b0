"""Screens of werk."""
