"""Contracts and tariffs: new, another end, taken back. What it changes is shown before it is saved."""

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samendoen.besluiten.actions import afspraak as acties
from samendoen.besluiten.actions.aanbieder import haal_aanbieder
from samendoen.besluiten.models import Contract, Product, Tarief
from samendoen.besluiten.queries.aanbieders import producten_om_te_leveren, tarief_zin
from samendoen.besluiten.queries.afspraken import haal_afspraak
from samendoen.besluiten.queries.gevolgen import (
    gevolg_contract,
    gevolg_einde,
    gevolg_intrekken,
    gevolg_tarief,
)
from samendoen.besluiten.queries.woorden import laatste_dag, periode_zin
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.web.aanbieders import MAG, adres, kruimels
from samendoen.besluiten.web.aanbodforms import (
    ContractForm,
    EindeAfspraakForm,
    GezienForm,
    IntrekForm,
    TariefForm,
)
from samendoen.kernel.api import Verzoek, poort
from samendoen.schil.api import Formulierpagina, probeer, toon_formulier

Kruimels = list[tuple[str, str]]


def vraag(
    request: Verzoek,
    form: GezienForm,
    pagina: Formulierpagina,
    boven: Kruimels,
    gevolg: Callable[[], list[str]],
    doe: Callable[[], object],
) -> HttpResponse:
    """Show the form, then with what it changes, and save what was seen like that."""
    zinnen: list[str] = []
    if request.method == "POST" and form.is_valid():
        if form.is_gezien:
            if probeer(form, doe):
                messages.success(request, pagina.gelukt)
                return redirect(pagina.terug)
        elif probeer(form, lambda: zinnen.extend(gevolg())):
            gegevens = request.POST.copy()
            gegevens["gezien"] = form.merk()
            form.data = gegevens
            pagina = replace(pagina, knop=_("Opslaan"))
    extra = {"gevolgen": [zin for zin in zinnen if zin]}
    return toon_formulier(request, form, pagina, boven, sjabloon="besluiten/afspraak.html", extra=extra)


@poort(MAG, "GET", "HEAD", "POST")
def contract_nieuw(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    """Agree with a provider on what it gives."""
    rij = haal_aanbieder(aanbieder_id)
    lopend = rij.contracten.filter(ingetrokken_op=None).order_by("-van").first()
    begin = {"producten": [p.code for p in lopend.producten.all()] if lopend else []}
    form = ContractForm(request.POST or None, initial=begin, producten=producten_om_te_leveren())
    pagina = Formulierpagina(
        _("Nieuw contract"),
        _("Verder"),
        _("Het contract is vastgelegd."),
        adres(aanbieder_id),
        intro=rij.naam,
        uitleg=_("Een contract dat nu loopt, eindigt de dag ervoor. Er wordt niets overschreven."),
    )

    def gevolg() -> list[str]:
        nieuw = Contract(aanbieder=rij, **form.periode())
        return gevolg_contract(nieuw, form.cleaned_data["producten"])

    def doe() -> object:
        producten = tuple(form.cleaned_data["producten"])
        nieuw = acties.NieuwContract(rij.agb, producten, **form.periode())
        return acties.spreek_contracten_af(request.actor, [nieuw])

    return vraag(request, form, pagina, kruimels((rij.naam, adres(aanbieder_id))), gevolg, doe)


@poort(MAG, "GET", "HEAD", "POST")
def tarief_nieuw(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    """Agree with a provider on what a unit costs; ?product= fills the product in."""
    rij = haal_aanbieder(aanbieder_id)
    form = TariefForm(
        request.POST or None,
        initial={"product": request.GET.get("product", "")},
        producten=producten_om_te_leveren(),
    )
    pagina = Formulierpagina(
        _("Nieuw tarief"),
        _("Verder"),
        _("Het tarief is vastgelegd."),
        adres(aanbieder_id),
        intro=rij.naam,
        uitleg=_("Het tarief dat nu geldt, eindigt de dag ervoor. Er wordt niets overschreven."),
    )

    def gevolg() -> list[str]:
        product = Product.objects.get(code=form.cleaned_data["product"])
        cent = form.cleaned_data["eurocent"]
        return gevolg_tarief(
            Tarief(product=product, aanbieder=rij, eurocent=cent, eenheid=product.eenheid, **form.periode())
        )

    def doe() -> object:
        g = form.cleaned_data
        nieuw = acties.NieuwTarief(g["product"], rij.agb, g["eurocent"], **form.periode())
        return acties.spreek_tarieven_af(request.actor, [nieuw])

    return vraag(request, form, pagina, kruimels((rij.naam, adres(aanbieder_id))), gevolg, doe)


def _terug(rij: Tarief | Contract) -> tuple[str, Kruimels]:
    if rij.aanbieder is None:
        assert isinstance(rij, Tarief)
        terug = reverse("product", args=[rij.product_id])
        return terug, [(_("Producten"), reverse("producten")), (capfirst(rij.product.naam), terug)]
    return adres(rij.aanbieder.pk), kruimels((rij.aanbieder.naam, adres(rij.aanbieder.pk)))


def _wat(rij: Tarief | Contract) -> str:
    periode = periode_zin(rij.van, rij.tot)
    if isinstance(rij, Contract):
        return _("Contract %(periode)s") % {"periode": periode}
    tarief = tarief_zin(rij.eurocent, rij.eenheid)
    return _("%(product)s: %(tarief)s, %(periode)s") % {
        "product": capfirst(rij.product.naam),
        "tarief": tarief,
        "periode": periode,
    }


def _einde(
    request: Verzoek, rij: Tarief | Contract, doe: Callable[..., None], titel: str, gelukt: str
) -> HttpResponse:
    begin = {"tot": laatste_dag(rij.tot) if rij.tot else None}
    form = EindeAfspraakForm(request.POST or None, initial=begin)
    terug, boven = _terug(rij)
    pagina = Formulierpagina(titel, _("Verder"), gelukt, terug, intro=_wat(rij))

    def tot() -> object:
        dag = form.cleaned_data["tot"]
        return dag + EEN_DAG if dag else None

    return vraag(
        request,
        form,
        pagina,
        boven,
        lambda: gevolg_einde(rij, tot()),  # type: ignore[arg-type]
        lambda: doe(request.actor, [(rij.pk, tot())]),
    )


def _intrekken(
    request: Verzoek, rij: Tarief | Contract, doe: Callable[..., None], titel: str, gelukt: str
) -> HttpResponse:
    """Ask once, with what it changes."""
    post = request.POST if request.method == "POST" else None
    form = IntrekForm(post)
    terug, boven = _terug(rij)
    uitleg = _("Alleen voor een vergissing: dit heeft dan nooit gegolden. Het blijft als ingetrokken staan.")
    pagina = Formulierpagina(titel, _("Verder"), gelukt, terug, intro=_wat(rij), uitleg=uitleg, gevaar=True)
    return vraag(
        request, form, pagina, boven, lambda: gevolg_intrekken(rij), lambda: doe(request.actor, [rij.pk])
    )


@poort(MAG, "GET", "HEAD", "POST")
def contract_einde(request: Verzoek, contract_id: int) -> HttpResponse:
    """Let a contract end on another day."""
    rij, titel = haal_afspraak(Contract, contract_id), _("Einde van het contract")
    return _einde(request, rij, acties.beeindig_contracten, titel, _("Het einde is vastgelegd."))


@poort(MAG, "GET", "HEAD", "POST")
def contract_intrekken(request: Verzoek, contract_id: int) -> HttpResponse:
    """Take a contract back that was a mistake."""
    rij, titel = haal_afspraak(Contract, contract_id), _("Contract intrekken")
    return _intrekken(request, rij, acties.trek_contracten_in, titel, _("Het contract is ingetrokken."))


@poort(MAG, "GET", "HEAD", "POST")
def tarief_einde(request: Verzoek, tarief_id: int) -> HttpResponse:
    """Let a tariff end on another day."""
    rij, titel = haal_afspraak(Tarief, tarief_id), _("Einde van het tarief")
    return _einde(request, rij, acties.beeindig_tarieven, titel, _("Het einde is vastgelegd."))


@poort(MAG, "GET", "HEAD", "POST")
def tarief_intrekken(request: Verzoek, tarief_id: int) -> HttpResponse:
    """Take a tariff back that was a mistake."""
    rij, titel = haal_afspraak(Tarief, tarief_id), _("Tarief intrekken")
    return _intrekken(request, rij, acties.trek_tarieven_in, titel, _("Het tarief is ingetrokken."))
