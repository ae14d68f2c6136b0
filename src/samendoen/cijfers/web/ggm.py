"""The page of the GGM export: what it is, what may be done with it, and the button that gives the files."""

import tempfile
from pathlib import Path

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.cijfers.actions.ggm import pak_in, voer_ggm_uit
from samendoen.cijfers.definities import ggm as definities
from samendoen.cijfers.queries.momentopnamen import nieuwste_peildatum
from samendoen.cijfers.web.dag import gevraagde_dag
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil import api as schil


@poort(Permissie.FEITEN_UITVOEREN, "GET", "HEAD", "POST")
def ggm(request: Verzoek) -> HttpResponse:
    """Tell what the export is; by POST make it and give it as one zip."""
    if request.method == "POST":
        return _zip(request)
    peildatum = nieuwste_peildatum()
    afbeelding, tabellen = definities.afbeelding(), definities.tabellen()
    gegevens = {
        "kruimels": [(_("Cijfers"), reverse("cijfers")), (_("Gegevens uitvoeren"), "")],
        "versie": tabellen.versie,
        "peildatum": schil.datum_lang(peildatum) if peildatum else "",
        "dag": peildatum.isoformat() if peildatum else "",
        "tabellen": ", ".join(tabel.naam for tabel in tabellen.tabel),
        "zonder_plaats": [(z.feit, z.reden) for z in afbeelding.zonder_plaats],
    }
    return schil.toon(request, "cijfers/ggm.html", gegevens)


def _zip(request: Verzoek) -> HttpResponse:
    """Make the export and send it; nothing of it stays behind on this machine."""
    with tempfile.TemporaryDirectory(prefix="samendoen-ggm-") as map_:
        uit, pak = Path(map_) / "uit", Path(map_) / "ggm.zip"
        gemaakt = voer_ggm_uit(request.actor, uit, gevraagde_dag(request.POST.get("peildatum", "")))
        pak_in(uit, pak)
        inhoud = pak.read_bytes()
    naam = f"ggm-{gemaakt.peildatum.isoformat()}.zip"
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"'}
    return HttpResponse(inhoud, content_type="application/zip", headers=koppen)
