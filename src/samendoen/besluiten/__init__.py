"""Decisions: application, decision with its letter, provision and assignment."""
