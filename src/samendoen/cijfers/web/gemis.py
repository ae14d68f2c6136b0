"""What practice misses, for who makes policy: numbers, never words of people."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.cijfers import queries
from samendoen.cijfers.queries.gemis import AANTAL, DEEL, Snede, gemisbeeld
from samendoen.cijfers.queries.tabellen import beschermd
from samendoen.cijfers.web.views import schermtabel
from samendoen.cijfers.web.zaken import verwijzer
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil import api as schil


@poort(Permissie.CIJFERS_ZIEN)
def gemis(request: Verzoek) -> HttpResponse:
    """Show which lighter offers were missing; the council reads that this is not published."""
    gegevens = {
        "kruimels": [(_("Cijfers"), reverse("cijfers")), (_("Wat de praktijk mist"), "")],
        "alleen_binnen": beschermd(request.actor),
        "codes": (AANTAL, DEEL),
    }
    if not gegevens["alleen_binnen"] and queries.nieuwste_dag(request.actor) is not None:
        beeld = gemisbeeld(request.actor)
        if beeld is not None and beeld.vol:
            gegevens |= {
                "beeld": beeld,
                "peildatum": schil.datum_lang(beeld.peildatum),
                "sneden": [
                    (s.naam, s.kop, schermtabel(s.kruis, verwijzer(request.actor, s.kruis)), _verder(s))
                    for s in beeld.sneden
                ],
            }
    return schil.toon(request, "cijfers/gemis.html", gegevens)


def _verder(snede: Snede) -> str:
    """Return where this table stands with its definition, and can be cut another way."""
    rijen, kolommen = snede.kruis.tabel.per
    keuze = urlencode({"rijen": rijen, "kolommen": kolommen})
    return f"{reverse('indicator', args=[AANTAL])}?{keuze}"
