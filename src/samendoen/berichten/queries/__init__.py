"""Reads of the message traffic."""
