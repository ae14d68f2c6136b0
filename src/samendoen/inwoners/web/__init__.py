"""Screens of inwoners."""
