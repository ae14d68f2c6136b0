"""The door of kaart for other contexts."""
