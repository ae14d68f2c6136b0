"""Screens of one resident: the page, registering, changing."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.inwoners.actions.inwoner import (
    Gegevenswijziging,
    NieuweInwoner,
    registreer_inwoners,
    wijzig_inwoners,
)
from samendoen.inwoners.queries import pagina as beelden
from samendoen.inwoners.queries.herkennen import Herkenning, herken
from samendoen.inwoners.queries.wijzigen import adres_is_dicht, is_ingeschreven, te_wijzigen
from samendoen.inwoners.web.forms import ADRESVELDEN, InwonerForm
from samendoen.inwoners.web.pagina import Formulierpagina, behandel
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import Kolom, Tabel, probeer, toon

WIJZIGEN = Permissie.INWONER_WIJZIGEN


@poort(Permissie.WERK_ZIEN)
def toon_inwoner(request: Verzoek, persoon_id: int) -> HttpResponse:
    """One resident: who it is, how to reach them, with whom they live, who decides and who helps."""
    beeld = beelden.inwoner(request.actor, persoon_id)
    context = {
        "i": beeld,
        "huishoudens": [_huishoudentabellen(h, beeld.schrijfbaar) for h in beeld.huishoudens],
        "gezag": _tabel(_("Wie gezag heeft"), beeld.gezag, beeld.schrijfbaar),
        "gezag_over": _tabel(_("Heeft gezag over"), beeld.gezag_over, False),
        "relaties": _relatietabel(beeld),
        "panelen": stekkers.panelen("inwoner", request.actor, persoon_id),
    }
    return toon(request, "inwoners/inwoner.html", context)


def _huishoudentabellen(beeld: beelden.Huishoudenbeeld, schrijfbaar: bool) -> dict[str, Any]:
    titel = _("Wonen hier nu") if beeld.hoofdverblijf else _("Wonen nu in het tweede huis")
    knop = [Kolom("knop", _("Wijzigen"))] if schrijfbaar else []
    wie = [Kolom("naam", _("Wie")), Kolom("rol", _("Rol")), Kolom("sinds", _("Sinds"), heel=True)]
    eerder = Tabel(_("Woonden hier eerder"), [*wie, Kolom("tot", _("Tot"), heel=True)], beeld.eerder)
    return {"leden": Tabel(titel, [*wie, *knop], beeld.leden), "eerder": eerder if beeld.eerder else None}


def _tabel(titel: str, rijen: list[beelden.Rij], schrijfbaar: bool) -> Tabel:
    knop = [Kolom("knop", _("Wijzigen"))] if schrijfbaar else []
    periode = [Kolom("sinds", _("Sinds"), heel=True), Kolom("tot", _("Tot"), heel=True)]
    return Tabel(titel, [Kolom("naam", _("Wie")), *periode, *knop], rijen, toon_titel=False)


def _relatietabel(beeld: beelden.Inwonerbeeld) -> Tabel:
    knop = [Kolom("knop", _("Wijzigen"))] if beeld.schrijfbaar else []
    kolommen = [
        Kolom("naam", _("Wie")),
        Kolom("soort", _("Relatie")),
        Kolom("telefoon", _("Telefoon"), heel=True),
        Kolom("sinds", _("Sinds"), heel=True),
        Kolom("tot", _("Tot"), heel=True),
    ]
    return Tabel(_("Mensen om deze inwoner heen"), [*kolommen, *knop], beeld.relaties, toon_titel=False)


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def inwoner_nieuw(request: Verzoek) -> HttpResponse:
    """Register a resident; somebody who looks the same is shown first. `vooraf`: filled in by a search."""
    if request.POST.get("vooraf"):
        form = InwonerForm(
            initial={v: request.POST.get(v, "") for v in ("achternaam", "bsn", "geboortedatum")}
        )
        return toon(request, "inwoners/nieuw.html", {"form": form})
    form = InwonerForm(request.POST or None)
    gelijken = _gelijken(request, form)
    if not gelijken and form.is_bound and probeer(form, lambda: _schrijf_in(request, form)):
        return redirect("inwoner_ingeschreven")
    return toon(request, "inwoners/nieuw.html", {"form": form, "gelijken": gelijken})


def _schrijf_in(request: Verzoek, form: InwonerForm) -> None:
    nieuw = NieuweInwoner(kenmerk=form.cleaned_data["kenmerk"], **form.gegevens())
    registreer_inwoners(request.actor, [nieuw])


def _gelijken(request: Verzoek, form: InwonerForm) -> list[Herkenning]:
    """Return who is known by this name and birth date, until somebody says that it is another person."""
    if not form.is_bound or not form.is_valid():
        return []
    ingevuld = form.cleaned_data
    if ingevuld["toch"] or is_ingeschreven(ingevuld["kenmerk"]):
        return []
    return herken(request.actor, naam=ingevuld["achternaam"], geboortedatum=ingevuld["geboortedatum"])


@poort(WIJZIGEN)
def inwoner_ingeschreven(request: Verzoek) -> HttpResponse:
    """Say that it was done and what comes next: who registers somebody has no grant on them yet."""
    punten = [
        punt for _sleutel, punt in stekkers.begin if punt.permissie and request.actor.mag(punt.permissie)
    ]
    begin = [(str(punt.label), reverse(punt.url_naam)) for punt in punten]
    return toon(request, "inwoners/ingeschreven.html", {"begin": begin})


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def inwoner_wijzigen(request: Verzoek, persoon_id: int) -> HttpResponse:
    """Change what is known of a resident; a secret address only for who may see it."""
    rij = te_wijzigen(request.actor, persoon_id)
    dicht = adres_is_dicht(request.actor, persoon_id)
    form = InwonerForm(request.POST or None, rij=rij, zonder=ADRESVELDEN if dicht else ())

    def doe() -> None:
        wijzig_inwoners(request.actor, [Gegevenswijziging(persoon_id, form.gegevens())])

    pagina = Formulierpagina(
        rij,
        _("Gegevens wijzigen"),
        _("Opslaan"),
        _("De gegevens zijn gewijzigd."),
        _("Het adres is geheim en staat daarom niet op deze pagina.") if dicht else "",
        "inwoners/wijzigen.html",
    )
    return behandel(request, form, pagina, doe)
