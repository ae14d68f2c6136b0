"""Products: the list, one with its tariffs for everybody, a new one, and until when it can be applied for."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.actions import afspraak as acties
from samendoen.besluiten.actions.product import (
    LANGSTE_NAAM,
    NieuwProduct,
    beeindig_producten,
    categorieen,
    haal_product,
    voeg_producten_toe,
)
from samendoen.besluiten.models import EENHEDEN, FREQUENTIES, Product, Tarief
from samendoen.besluiten.queries.gevolgen import gevolg_tarief
from samendoen.besluiten.queries.producten import productbeeld, productenlijst
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.rules.productlijst import CATEGORIEEN
from samendoen.besluiten.web.aanbieders import MAG
from samendoen.besluiten.web.aanbodforms import EuroVeld, PeriodeForm
from samendoen.besluiten.web.afspraken import vraag
from samendoen.besluiten.web.forms import vul
from samendoen.kernel.api import Verzoek, klok, poort
from samendoen.schil.api import DatumVeld, Formulierpagina, Kolom, Tabel, behandel_formulier, kies, toon


def _kruimels(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Producten"), reverse("producten")), *verder]


class ProductForm(forms.Form):
    """A new product."""

    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        help_text=gettext_lazy("Zoals in een zin: ‘U krijgt hulp bij het huishouden’."),
        max_length=LANGSTE_NAAM,
    )
    categorie = forms.ChoiceField(
        label=gettext_lazy("Categorie"), error_messages=kies(gettext_lazy("Kies er een uit de lijst."))
    )
    omschrijving = forms.CharField(
        label=gettext_lazy("Omschrijving"),
        help_text=gettext_lazy("Een of twee zinnen aan de inwoner; dit komt in de brief."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
    )
    eenheid = forms.ChoiceField(
        label=gettext_lazy("Eenheid"), choices=[(e.value, naam) for e, naam in EENHEDEN.items()]
    )
    frequentie = forms.ChoiceField(
        label=gettext_lazy("Hoe vaak?"), choices=[(f.value, naam) for f, naam in FREQUENTIES.items()]
    )
    prijs_eurocent = EuroVeld(
        label=gettext_lazy("Tarief per eenheid, in euro's"), help_text=gettext_lazy("Bijvoorbeeld 37,40.")
    )
    berichtcategorie = forms.ChoiceField(label=gettext_lazy("Categorie in berichten"), required=False)
    berichtcode = forms.CharField(
        label=gettext_lazy("Code in berichten"),
        max_length=5,
        required=False,
        widget=forms.TextInput(attrs={"class": "sd-kort", "autocomplete": "off"}),
    )
    eigen_bijdrage = forms.BooleanField(
        label=gettext_lazy("De inwoner betaalt een eigen bijdrage"), required=False
    )
    pgb = forms.BooleanField(label=gettext_lazy("Kan ook als budget (pgb)"), required=False, initial=True)
    van = DatumVeld(label=gettext_lazy("Aan te vragen vanaf"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soorten = [(code, naam) for code, naam, _wet in categorieen()]
        vul(self.fields["categorie"], [("", _("Kies er een")), *soorten])
        groepen = [
            (naam, [(c, f"{c} {wat}") for c, wat in CATEGORIEEN[wet].items()])
            for wet, naam in (("wmo", "Wmo"), ("jeugd", _("Jeugdwet")))
        ]
        vul(self.fields["berichtcategorie"], [("", _("Geen berichten")), *groepen])
        self.fields["van"].initial = klok.vandaag

    def clean_berichtcode(self) -> str:
        """Return the code in capitals."""
        return str(self.cleaned_data["berichtcode"]).upper().strip()


class AlgemeenTariefForm(PeriodeForm):
    """What a unit costs for everybody, from when until when."""

    eurocent = EuroVeld(
        label=gettext_lazy("Tarief per eenheid, in euro's"), help_text=gettext_lazy("Bijvoorbeeld 37,40.")
    )
    field_order = ("eurocent", "van", "tot")


class ProducteindeForm(forms.Form):
    """Until when it can be applied for."""

    tot = DatumVeld(
        label=gettext_lazy("Aan te vragen tot en met"),
        help_text=gettext_lazy("Leeg: zonder einde."),
        required=False,
    )


@poort(MAG)
def producten(request: Verzoek) -> HttpResponse:
    """All products."""
    tabel = Tabel(
        _("Producten"),
        [
            Kolom("naam", _("Product")),
            Kolom("wet", _("Wet"), heel=True),
            Kolom("code", _("Code"), heel=True),
            Kolom("tarief", _("Tarief voor iedereen"), heel=True),
            Kolom("lopend", _("Loopt nu"), getal=True),
            Kolom("stand", _("Stand")),
        ],
        productenlijst(),
        leeg=_("Hier staat wat de gemeente kan toekennen. Er is nog geen product."),
        toon_titel=False,
    )
    return toon(request, "besluiten/producten.html", {"tabel": tabel})


@poort(MAG)
def product(request: Verzoek, product_id: int) -> HttpResponse:
    """One product."""
    beeld = productbeeld(haal_product(product_id))
    return toon(request, "besluiten/product.html", {"p": beeld, "kruimels": _kruimels((beeld.naam, ""))})


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Add a product."""
    form = ProductForm(request.POST or None)
    pagina = Formulierpagina(
        _("Product toevoegen"),
        _("Toevoegen"),
        _("Het product is toegevoegd. Zet het nu in het contract van wie het levert."),
        reverse("producten"),
        uitleg=_("Naam en tarief staan vast in besluiten die worden genomen. Een nieuw tarief kan altijd."),
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: voeg_producten_toe(request.actor, [NieuwProduct(**form.cleaned_data)]),
        _kruimels(),
    )


@poort(MAG, "GET", "HEAD", "POST")
def product_einde(request: Verzoek, product_id: int) -> HttpResponse:
    """Say until when a product can be applied for."""
    rij = haal_product(product_id)
    form = ProducteindeForm(request.POST or None, initial={"tot": laatste_dag(rij.tot) if rij.tot else None})
    terug = reverse("product", args=[product_id])
    pagina = Formulierpagina(
        _("Tot wanneer kan dit?"),
        _("Opslaan"),
        _("Opgeslagen. U kunt dit altijd weer wijzigen."),
        terug,
        intro=capfirst(rij.naam),
        uitleg=_("Wat is toegekend, gaat gewoon door. Alleen nieuwe aanvragen kunnen daarna niet meer."),
    )

    def doe() -> None:
        tot = form.cleaned_data["tot"]
        beeindig_producten(request.actor, [(product_id, tot + EEN_DAG if tot else None)])

    return behandel_formulier(request, form, pagina, doe, _kruimels((capfirst(rij.naam), terug)))


@poort(MAG, "GET", "HEAD", "POST")
def product_tarief(request: Verzoek, product_id: int) -> HttpResponse:
    """Agree on what a unit costs for everybody who has no tariff of its own."""
    rij: Product = haal_product(product_id)
    form = AlgemeenTariefForm(request.POST or None)
    terug = reverse("product", args=[product_id])
    pagina = Formulierpagina(
        _("Nieuw tarief voor iedereen"),
        _("Verder"),
        _("Het tarief is vastgelegd."),
        terug,
        intro=capfirst(rij.naam),
        uitleg=_("Dit telt voor aanbieders zonder eigen tarief. Er wordt niets overschreven."),
    )

    def gevolg() -> list[str]:
        cent = form.cleaned_data["eurocent"]
        return gevolg_tarief(Tarief(product=rij, eurocent=cent, eenheid=rij.eenheid, **form.periode()))

    def doe() -> object:
        nieuw_tarief = acties.NieuwTarief(rij.code, "", form.cleaned_data["eurocent"], **form.periode())
        return acties.spreek_tarieven_af(request.actor, [nieuw_tarief])

    return vraag(request, form, pagina, _kruimels((capfirst(rij.naam), terug)), gevolg, doe)
