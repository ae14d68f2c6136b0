"""The door of inwoners for other contexts."""
