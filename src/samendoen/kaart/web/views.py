"""Screens of the social map for everybody with a login: list, offer, organisation."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kaart.queries import schermen
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort
from samendoen.schil.api import Kolom, Tabel, sortering, toon

FILTERS = ("q", "leefgebied", "niveau", "kern", "gestopt")


@poort(None)
def kaart(request: Verzoek) -> HttpResponse:
    """What there is to send somebody to; filters and order stay in the URL."""
    orde = sortering(request.GET, schermen.SORTEERBAAR, "naam")
    filters = {naam: request.GET.get(naam, "").replace("\x00", "").strip() for naam in FILTERS}
    beheer = request.actor.mag(Permissie.KAART_BEHEREN)
    if not beheer:
        filters["gestopt"] = ""
    rijen, deel = schermen.lijst(filters, orde.orde, geheel(request.GET.get("pagina", "1")) or 1)
    tabel = Tabel(
        _("Aanbod"),
        [
            Kolom("naam", _("Aanbod"), sorteer=True),
            Kolom("niveau", _("Niveau")),
            Kolom("leefgebieden", _("Leefgebieden")),
            Kolom("waar", _("Waar")),
            Kolom("wachttijd_weken", _("Wachttijd"), sorteer=True, heel=True),
            Kolom("prijs", _("Kosten")),
        ],
        rijen,
        leeg=_("Hier verschijnt wat er in de gemeente aan hulp en activiteiten is."),
        sortering=orde,
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "filters": filters,
        "gefilterd": any(filters.values()),
        "sorteer": request.GET.get("sorteer", ""),
        "mag_beheren": beheer,
        **schermen.filterkeuzes(),
    }
    return toon(request, "kaart/kaart.html", context, deel="lijst")


@poort(None)
def toon_aanbod(request: Verzoek, aanbod_id: int) -> HttpResponse:
    """One offer: what it is, for whom, where, how to apply, and where this comes from."""
    beeld = schermen.aanbod(aanbod_id)
    context = {
        "a": beeld,
        "mag_beheren": request.actor.mag(Permissie.KAART_BEHEREN),
        "kruimels": [(_("Sociale kaart"), reverse("kaart")), (beeld.naam, "")],
    }
    return toon(request, "kaart/aanbod.html", context)


@poort(None)
def toon_organisatie(request: Verzoek, organisatie_id: int) -> HttpResponse:
    """One organisation: what it does, how to reach it, its places and offers."""
    beeld = schermen.organisatie(organisatie_id)
    context = {
        "o": beeld,
        "aanbod": Tabel(
            _("Aanbod"),
            [
                Kolom("naam", _("Aanbod")),
                Kolom("niveau", _("Niveau")),
                Kolom("leefgebieden", _("Leefgebieden")),
                Kolom("waar", _("Waar")),
            ],
            [{**rij, "onder": ""} for rij in beeld.aanbod],
            leeg=_("Deze organisatie heeft nu geen aanbod op de kaart."),
        ),
        "plekken": Tabel(
            _("Plekken"),
            [Kolom("naam", _("Plek")), Kolom("kern", _("Kern")), Kolom("adres", _("Adres"))],
            beeld.locaties,
            leeg=_("Er zijn geen plekken bekend."),
        ),
        "mag_beheren": request.actor.mag(Permissie.KAART_BEHEREN),
        "kruimels": [(_("Sociale kaart"), reverse("kaart")), (beeld.naam, "")],
    }
    return toon(request, "kaart/organisatie.html", context)
