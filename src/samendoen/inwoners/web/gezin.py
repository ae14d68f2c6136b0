"""Screens about the people around a resident: household, custody, relations."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from samendoen.inwoners.actions.gezag import Gezagseinde, NieuwGezag, beeindig_gezag, leg_gezag_vast
from samendoen.inwoners.actions.gezinslid import (
    Toetreding,
    Vertrek,
    gezinsleden_erbij,
    gezinsleden_vertrekken,
)
from samendoen.inwoners.actions.huishouden import NieuwHuishouden, vorm_huishoudens
from samendoen.inwoners.actions.inwoner import NieuweInwoner, registreer_inwoners
from samendoen.inwoners.actions.relatie import NieuweRelatie, beeindig_relaties, leg_relaties_vast
from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.queries.herkennen import Herkenning, herken
from samendoen.inwoners.queries.huishoudens import huishouden_van
from samendoen.inwoners.queries.kernen import naam_van
from samendoen.inwoners.queries.wijzigen import (
    adres_is_dicht,
    huisgenoten_voor_keuze,
    naam_van_gezaghebber,
    naam_van_lid,
    naam_van_relatie,
    te_wijzigen,
)
from samendoen.inwoners.web.forms import NIEUW, EindeForm, GezagForm, LidForm, RelatieForm, ZoekForm
from samendoen.inwoners.web.pagina import Formulierpagina, behandel
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import probeer

WIJZIGEN = Permissie.INWONER_WIJZIGEN
ADRES = ("straat", "huisnummer", "postcode", "plaats", "bag_id")


def _zoek(request: Verzoek) -> tuple[ZoekForm, list[Herkenning] | None]:
    """Return the search as it was filled in and who was found; None: nothing (good) was asked yet."""
    form = ZoekForm(request.POST or None)
    gevonden: list[Herkenning] = []

    def doe() -> None:
        vraag = form.cleaned_data
        gevonden.extend(
            herken(
                request.actor,
                naam=vraag["achternaam"],
                geboortedatum=vraag["geboortedatum"],
                bsn=vraag["bsn"],
            )
        )

    # What was filled in below the search without searching is no question.
    gevraagd = request.POST.get("stap") == "zoek" or form.has_changed()
    gedaan = form.is_bound and gevraagd and probeer(form, doe)
    return form, gevonden if gedaan else None


def _keuzes(gevonden: Sequence[Herkenning], behalve: int) -> list[tuple[int, str]]:
    return [(h.persoon_id, h.regel) for h in gevonden if h.persoon_id != behalve]


def _vervolg(request: Verzoek, zoek: ZoekForm) -> dict[str, Any]:
    """Return how the form below the search begins: bound when it was sent, else with what was searched."""
    if request.POST.get("stap") == "kies":
        return {"data": request.POST}
    return {"initial": zoek.cleaned_data if zoek.is_bound and zoek.is_valid() else {}}


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def lid_erbij(request: Verzoek, persoon_id: int) -> HttpResponse:
    """Add somebody to the household of a resident: look up, choose or register, and since when."""
    rij = te_wijzigen(request.actor, persoon_id)
    huis = huishouden_van(persoon_id)
    zoek, gevonden = _zoek(request)
    form = None
    if gevonden is not None:
        form = LidForm(
            gevonden=_keuzes(gevonden, persoon_id),
            alleen="" if huis else naam_van(rij),
            adres=bool(rij.straat) and not adres_is_dicht(request.actor, persoon_id),
            **_vervolg(request, zoek),
        )
    pagina = Formulierpagina(
        rij,
        _("Gezinslid toevoegen"),
        _("Toevoegen"),
        _("Het gezinslid is toegevoegd."),
        sjabloon="inwoners/erbij.html",
    )
    extra = {"zoek": zoek, "niemand": gevonden == []}
    return behandel(request, form, pagina, lambda: _voeg_toe(request, rij, huis, form), extra)


def _voeg_toe(request: Verzoek, rij: Inwoner, huis: int | None, form: LidForm | None) -> None:
    if form is None:
        return
    ingevuld = form.cleaned_data
    gekozen, kenmerk, van = ingevuld["persoon"], ingevuld["kenmerk"], ingevuld["van"]
    wie = _schrijf_in(request, rij, ingevuld) if gekozen == NIEUW else int(gekozen)
    if huis is None:
        leden = ((rij.pk, ingevuld["eigen_rol"]),)
        nieuw = NieuwHuishouden(_afgeleid(kenmerk, "huishouden"), van, leden)
        [huis] = vorm_huishoudens(request.actor, [nieuw])
    hier = not ingevuld["elders"]
    erbij = Toetreding(huis, wie, ingevuld["rol"], van, hoofdverblijf=hier, verhuist=hier)
    gezinsleden_erbij(request.actor, [erbij])


def _schrijf_in(request: Verzoek, rij: Inwoner, ingevuld: dict[str, Any]) -> int:
    """Register who is new, at the same address if that was said; sent again it is the same person."""
    adres = {veld: getattr(rij, veld) for veld in ADRES} if ingevuld.get("zelfde_adres") else {}
    namen = ("achternaam", "geboortedatum", "voornamen", "tussenvoegsel", "bsn")
    wie = {veld: ingevuld[veld] for veld in namen}
    return registreer_inwoners(request.actor, [NieuweInwoner(kenmerk=ingevuld["kenmerk"], **wie, **adres)])[0]


def _afgeleid(kenmerk: UUID, wat: str) -> UUID:
    return uuid5(kenmerk, wat)


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def lid_vertrekt(request: Verzoek, persoon_id: int, huishouden_id: int, wie: int) -> HttpResponse:
    """Record that somebody left a household in which this resident lives."""
    rij = te_wijzigen(request.actor, persoon_id)
    naam = naam_van_lid(request.actor, persoon_id, huishouden_id, wie)
    form = EindeForm(
        request.POST or None,
        label=_("Eerste dag dat %(naam)s hier niet meer woont") % {"naam": naam},
        hint=_("Was het een vergissing? Vul dan de dag in die bij ‘Sinds’ staat."),
    )

    def doe() -> None:
        gezinsleden_vertrekken(request.actor, [Vertrek(huishouden_id, wie, form.cleaned_data["tot"])])

    pagina = Formulierpagina(rij, _("Vertrek vastleggen"), _("Opslaan"), _("Het vertrek is vastgelegd."))
    return behandel(request, form, pagina, doe)


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def gezag_nieuw(request: Verzoek, persoon_id: int) -> HttpResponse:
    """Record who has custody over this child: somebody from the household, or looked up."""
    rij = te_wijzigen(request.actor, persoon_id)
    zoek, gevonden = _zoek(request)
    keuzes = dict(huisgenoten_voor_keuze(request.actor, persoon_id, voor_gezag=True))
    keuzes |= dict(_keuzes(gevonden or [], persoon_id))
    form = GezagForm(wie=keuzes.items(), **_vervolg(request, zoek)) if keuzes else None
    if request.POST.get("stap") == "kies":
        zoek = ZoekForm()
    pagina = Formulierpagina(
        rij,
        _("Gezag vastleggen"),
        _("Opslaan"),
        _("Het gezag is vastgelegd."),
        sjabloon="inwoners/gezag.html",
    )
    extra = {"zoek": zoek, "niemand": gevonden == []}
    return behandel(request, form, pagina, lambda: _leg_gezag_vast(request, persoon_id, form), extra)


def _leg_gezag_vast(request: Verzoek, kind: int, form: forms.Form | None) -> None:
    if form is not None:
        nieuw = NieuwGezag(kind, form.cleaned_data["gezaghebber"], form.cleaned_data["van"])
        leg_gezag_vast(request.actor, [nieuw])


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def gezag_einde(request: Verzoek, persoon_id: int, wie: int) -> HttpResponse:
    """Record that custody over this child ended."""
    rij = te_wijzigen(request.actor, persoon_id)
    naam = naam_van_gezaghebber(request.actor, persoon_id, wie)
    form = EindeForm(
        request.POST or None,
        label=_("Eerste dag waarop %(naam)s geen gezag meer heeft") % {"naam": naam},
        hint=_("Was het een vergissing? Vul dan de dag in die bij ‘Sinds’ staat."),
    )

    def doe() -> None:
        beeindig_gezag(request.actor, [Gezagseinde(persoon_id, wie, form.cleaned_data["tot"])])

    pagina = Formulierpagina(rij, _("Gezag beëindigen"), _("Beëindigen"), _("Het gezag is beëindigd."))
    return behandel(request, form, pagina, doe)


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def relatie_nieuw(request: Verzoek, persoon_id: int) -> HttpResponse:
    """Record somebody who matters to this resident."""
    rij = te_wijzigen(request.actor, persoon_id)
    form = RelatieForm(request.POST or None, wie=huisgenoten_voor_keuze(request.actor, persoon_id))

    def doe() -> None:
        nieuw = NieuweRelatie(persoon_id=persoon_id, **form.cleaned_data)
        leg_relaties_vast(request.actor, [nieuw])

    pagina = Formulierpagina(
        rij, _("Relatie toevoegen"), _("Opslaan"), _("De relatie is toegevoegd."), _("Wie helpt of telt mee?")
    )
    return behandel(request, form, pagina, doe)


@poort(WIJZIGEN, "GET", "HEAD", "POST")
def relatie_einde(request: Verzoek, persoon_id: int, relatie_id: int) -> HttpResponse:
    """Record that a relation ended."""
    rij = te_wijzigen(request.actor, persoon_id)
    naam = naam_van_relatie(request.actor, persoon_id, relatie_id)
    form = EindeForm(
        request.POST or None, label=_("Eerste dag waarop %(naam)s er niet meer is") % {"naam": naam}
    )

    def doe() -> None:
        beeindig_relaties(request.actor, [(relatie_id, form.cleaned_data["tot"])])

    pagina = Formulierpagina(rij, _("Relatie beëindigen"), _("Beëindigen"), _("De relatie is beëindigd."))
    return behandel(request, form, pagina, doe)
