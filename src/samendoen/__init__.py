"""Samendoen: één huishouden, één plan, één regisseur."""
