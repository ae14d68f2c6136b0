"""Screen of the reports from Veilig Thuis that wait for somebody to look at them."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import Kolom, Tabel, toon
from samendoen.toegang.definities import eigen_voorrang
from samendoen.toegang.queries import veilig_thuis


@poort(Permissie.WERK_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """The reports nobody looked at yet, in the order of the municipality's table."""
    tabel = Tabel(
        _("Meldingen van Veilig Thuis"),
        [
            Kolom("vraag", _("Melding")),
            Kolom("voorrang", _("Voorrang")),
            Kolom("uiterlijk", _("Bekijken uiterlijk"), heel=True),
            Kolom("reden", _("Waarom")),
            Kolom("ontvangen", _("Ontvangen"), heel=True),
            Kolom("team", _("Team")),
        ],
        veilig_thuis.lijst(request.actor),
        toon_titel=False,
    )
    regels = [(regel.naam, regel.binnen_werkdagen, regel.reden) for regel in eigen_voorrang().regel]
    kruimels = [(_("Meldingen"), reverse("meldingen")), (_("Veilig Thuis"), "")]
    return toon(
        request, "toegang/veilig_thuis.html", {"tabel": tabel, "regels": regels, "kruimels": kruimels}
    )
