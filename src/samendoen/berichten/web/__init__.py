"""Screens of the message traffic."""
