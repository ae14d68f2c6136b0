"""Use cases of inwoners."""
