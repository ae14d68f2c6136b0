"""Reads of the case; every one starts from what the asker may see."""
