"""Charts of figures: from a table to what is drawn, the picture, and the same in words."""
