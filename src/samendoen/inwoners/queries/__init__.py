"""Reads of residents."""
