"""One household, one plan, one director."""
