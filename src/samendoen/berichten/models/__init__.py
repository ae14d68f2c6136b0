"""Tables of the message traffic."""

from samendoen.berichten.models.bericht import RICHTINGEN, STATUSSEN, Bericht, Berichtregel

__all__ = ["RICHTINGEN", "STATUSSEN", "Bericht", "Berichtregel"]
