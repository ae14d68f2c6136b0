"""The door of casus for other contexts."""
