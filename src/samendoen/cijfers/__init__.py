"""Feit, indicator, momentopname: figures without names."""
