"""Residents: who they are, with whom they live, who decides for whom."""
