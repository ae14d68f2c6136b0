"""The reports: make one, list them, read or download one byte for byte."""

import base64
import hashlib
import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions.rapport import maak_rapport
from samendoen.beleid.queries import schermen
from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, poort
from samendoen.schil.api import Kolom, Tabel, toon

STIJL = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


@poort(Permissie.BELEID_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Show the reports that were frozen."""
    rijen = schermen.rapporten()
    kolommen = [
        Kolom("titel", _("Rapport")),
        Kolom("peildatum", _("Stand van"), heel=True),
        Kolom("gemaakt", _("Gemaakt op"), heel=True),
        Kolom("hash", _("Kenmerk")),
        Kolom("downloads", _("Downloaden"), heel=True),
    ]
    leeg = _("Er is nog geen rapport gemaakt. Maak er een op de pagina Koers.")
    gegevens = {
        "tabel": Tabel(_("Rapporten"), kolommen, rijen, leeg=leeg, toon_titel=False),
        "plannen": schermen.plannen() if request.actor.mag(Permissie.BELEID_BEHEREN) else [],
        "kruimels": [(_("Koers"), reverse("koers")), (_("Rapporten"), "")],
    }
    return toon(request, "beleid/rapporten.html", gegevens)


@poort(Permissie.BELEID_BEHEREN, "POST")
def maken(request: Verzoek) -> HttpResponse:
    """Freeze the progress report of a plan as it stands today."""
    try:
        gemaakt = maak_rapport(request.actor, "voortgang", request.POST.get("plan", ""))
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
        return redirect("koers_rapporten")
    if gemaakt.nieuw:
        messages.success(request, _("Het rapport is gemaakt en verandert niet meer."))
    else:
        messages.info(request, _("Er is niets veranderd: dit rapport bestond al en staat in de lijst."))
    return redirect("koers_rapporten")


@poort(Permissie.BELEID_ZIEN)
def bestand(request: Verzoek, rapport_id: int, vorm: str) -> HttpResponse:
    """Give a report: to download, or with `?bekijk` to read on the screen."""
    gevonden = schermen.bestand(rapport_id, vorm)
    bekijk = "bekijk" in request.GET and vorm == "html"
    antwoord = HttpResponse(gevonden.inhoud, content_type=gevonden.soort)
    wijze = "inline" if bekijk else "attachment"
    antwoord.headers["Content-Disposition"] = f'{wijze}; filename="{gevonden.naam}"'
    antwoord.headers["ETag"] = f'"{gevonden.hash}"'
    # The file brings its own style sheet: exactly that one is allowed, and nothing else.
    antwoord.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src {_stijlhash(gevonden.inhoud)}; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    return antwoord


def _stijlhash(inhoud: bytes) -> str:
    gevonden = STIJL.search(inhoud)
    if gevonden is None:
        return "'none'"
    return f"'sha256-{base64.b64encode(hashlib.sha256(gevonden.group(1)).digest()).decode()}'"
