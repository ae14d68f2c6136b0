"""Gebruiker, gebeurtenissen, dossier en inzage, klok, stekkers: what every context stands on."""
