"""Dashboards per role: which there are for somebody, and what stands on them."""
