"""The social map: organisations in the municipality and what they offer."""
