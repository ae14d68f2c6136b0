"""The door of beleid for other contexts."""
