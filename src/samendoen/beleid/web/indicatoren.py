"""Choosing the figures beside a goal: search, link, take off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions import agenda
from samendoen.beleid.queries.doel import haal_doel
from samendoen.cijfers.api import indicatorlijst, indicatornamen
from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, poort
from samendoen.schil.api import toon


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def indicator(request: Verzoek, doel_id: int) -> HttpResponse:
    """Link an indicator to a goal, or take one off; `zoek` finds them by words of their name."""
    doel = haal_doel(doel_id)
    fouten: list[str] = []
    if request.method == "POST":
        try:
            zin = _doe(request, doel_id)
        except Domeinfout as fout:
            fouten.append(f"{fout.toelichting} {fout.doe}")
        else:
            messages.success(request, zin)
            return redirect(request.get_full_path())
    namen = indicatornamen()
    zoek = request.GET.get("zoek", "")[:80]
    terug = reverse("koers_doel", args=[doel_id])
    over = f"{doel.code} {doel.titel}"
    kruimels = [(_("Koers"), reverse("koers")), (over, terug), (_("Cijfers kiezen"), "")]
    gegevens = {
        "over": over,
        "terug": terug,
        "kruimels": kruimels,
        "fouten": fouten,
        "zoek": zoek,
        "gekozen": [{"code": code, "naam": namen.get(code, code)} for code in doel.indicatoren],
        "lijst": [i for i in indicatorlijst(zoek) if i["code"] not in doel.indicatoren],
    }
    return toon(request, "beleid/indicatoren.html", gegevens)


def _doe(request: Verzoek, doel_id: int) -> str:
    if "weg" in request.POST:
        agenda.maak_indicator_los(request.actor, doel_id, request.POST["weg"])
        return _("Het cijfer is losgemaakt. Vergissing? Koppel het hieronder weer.")
    agenda.koppel_indicator(request.actor, doel_id, request.POST.get("indicator", ""))
    return _("Het cijfer staat bij dit doel. Vergissing? Maak het weer los.")
