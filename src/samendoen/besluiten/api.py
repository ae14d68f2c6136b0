"""The door of besluiten for other contexts."""
