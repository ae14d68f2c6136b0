"""One click from a list or the casus to extending, changing or ending what is given."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Permissie


def veranderlinks(door: Actor, voorziening_id: int, wat: str) -> SafeString:
    """Return what this actor may do about a provision as links; `wat` tells them apart for who hears them."""
    if door.mag(Permissie.BESLUIT_NEMEN):
        paren = [
            ("voorziening_verlengen", _("Verlengen")),
            ("voorziening_wijzigen", _("Wijzigen")),
            ("voorziening_beeindigen", _("Beëindigen")),
        ]
    elif door.mag(Permissie.BESLUIT_VOORBEREIDEN):
        paren = [("voorziening_aanvragen", _("Aanvraag opnemen"))]
    else:
        return SafeString("")
    stof = ((reverse(naam, args=[voorziening_id]), tekst, wat) for naam, tekst in paren)
    links = format_html_join(" ", '<a href="{}">{}<span class="sd-verborgen">: {}</span></a>', stof)
    return format_html('<span class="sd-rij sd-geen-druk">{}</span>', links)
