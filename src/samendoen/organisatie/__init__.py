"""Gemeente, team, medewerker, rol, mandaat, afwezigheid, capaciteit."""
