"""Pure rules of the figures: what can be asked of a fact, and what may be shown of the answer."""
