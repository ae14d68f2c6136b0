"""The way to a page below a melding."""

from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.schil.api import Kruimel


def naar_melding(melding_id: int) -> list[Kruimel]:
    """Return the way to a melding: by its number, a name stands in no history of a browser."""
    return [
        (_("Meldingen"), reverse("meldingen")),
        (_("Melding %(nr)s") % {"nr": melding_id}, reverse("melding", args=[melding_id])),
    ]
