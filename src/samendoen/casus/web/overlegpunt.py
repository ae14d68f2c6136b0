"""Screens of one agenda item: put it on, discuss it, say what was shared, move it, take it back."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import geweigerd, niet_gevonden
from samendoen.casus.actions.agendapunt import (
    Afspraak,
    Agendering,
    Bespreking,
    agendeer_punten,
    bespreek_punten,
    heropen_punt,
    verplaats_punten,
)
from samendoen.casus.actions.deling import Delinginvoer, deel_gegevens, trek_deling_in
from samendoen.casus.queries.overleg import te_kiezen_overleggen
from samendoen.casus.queries.overlegpunt import (
    Puntbeeld,
    bespreekbaar,
    collegas_voor_taak,
    deelnemers_voor_keuze,
    puntbeeld,
)
from samendoen.casus.web.formulier import Formulierpagina, doe_of_zeg
from samendoen.casus.web.overleg import MAG, behandel_overleg
from samendoen.casus.web.overlegforms import AgendeerForm, BespreekForm, DeelForm, VerplaatsForm
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import toon


@poort(Permissie.WERK_ZIEN)
def punt(request: Verzoek, punt_id: int) -> HttpResponse:
    """One agenda item with what came of it and what was shared."""
    beeld = puntbeeld(request.actor, punt_id)
    return toon(request, "casus/overlegpunt.html", {"p": beeld, "kruimels": _kruimels(beeld)})


def _kruimels(beeld: Puntbeeld) -> list[tuple[str, str]]:
    terug = [(beeld.overleg, beeld.overleg_url)] if beeld.overleg_url else []
    return [(_("Overleg"), reverse("overleggen")), *terug, (beeld.titel, "")]


def te_wijzigen(request: Verzoek, punt_id: int) -> Puntbeeld:
    """Return an item of which this actor may change something."""
    beeld = puntbeeld(request.actor, punt_id)
    if not beeld.werkt:
        raise geweigerd(mag_lezen=True)
    return beeld


def _pagina(beeld: Puntbeeld, titel: str, knop: str, gelukt: str, uitleg: str = "") -> Formulierpagina:
    url = reverse("overleg_punt", args=[beeld.id])
    return Formulierpagina(
        titel,
        knop,
        gelukt,
        url,
        intro=f"{beeld.titel}, {beeld.overleg}",
        uitleg=uitleg,
        via=((beeld.titel, url),),
    )


@poort(MAG, "GET", "HEAD", "POST")
def bespreken(request: Verzoek, punt_id: int) -> HttpResponse:
    """Record what came of an item."""
    beeld = te_wijzigen(request, punt_id)
    form = BespreekForm(
        request.POST or None,
        initial={"uitkomst": beeld.punt.uitkomst, "verslag": beeld.punt.verslag},
        uitkomsten=list(beeld.tafel.uitkomsten().items()) if beeld.tafel else [],
        mensen=collegas_voor_taak(beeld.punt),
    )

    def bespreek() -> None:
        g = form.cleaned_data
        taak = Afspraak(g["kenmerk"], g["taak"], g["uiterlijk"], g["gebruiker"]) if g["taak"] else None
        bespreek_punten(request.actor, [Bespreking(punt_id, g["uitkomst"], g["verslag"], taak)])

    pagina = _pagina(beeld, _("Bespreken"), _("Opslaan"), _("De uitkomst is vastgelegd."))
    return behandel_overleg(request, form, pagina, bespreek)


@poort(MAG, "GET", "HEAD", "POST")
def delen(request: Verzoek, punt_id: int) -> HttpResponse:
    """Record what was shared with somebody at the table."""
    beeld = te_wijzigen(request, punt_id)
    gronden = beeld.tafel.grond if beeld.tafel else ()
    form = DeelForm(
        request.POST or None,
        mensen=deelnemers_voor_keuze(beeld.punt.overleg_id),
        gronden=[(g.code, f"{g.naam} ({g.artikel})") for g in gronden],
    )
    pagina = _pagina(
        beeld,
        _("Vastleggen wat is gedeeld"),
        _("Vastleggen"),
        _("Vastgelegd wat is gedeeld, met wie en waarom dat mocht."),
        _("Staat iemand er niet bij? Zet die persoon eerst op de lijst van het overleg."),
    )

    def deel() -> None:
        deel_gegevens(request.actor, [Delinginvoer(punt=punt_id, **form.cleaned_data)])

    return behandel_overleg(request, form, pagina, deel)


@poort(MAG, "GET", "HEAD", "POST")
def verplaatsen(request: Verzoek, punt_id: int) -> HttpResponse:
    """Move an item to another meeting."""
    beeld = te_wijzigen(request, punt_id)
    form = VerplaatsForm(
        request.POST or None, overleggen=te_kiezen_overleggen(klok.vandaag(), beeld.punt.overleg_id)
    )
    pagina = _pagina(
        beeld,
        _("Naar een ander overleg"),
        _("Verplaatsen"),
        _("Het punt staat nu op de andere agenda. Hier blijft te zien waar het heen ging."),
    )
    return behandel_overleg(
        request,
        form,
        pagina,
        lambda: verplaats_punten(request.actor, [(punt_id, form.cleaned_data["overleg"])]),
    )


@poort(MAG, "POST")
def heropenen(request: Verzoek, punt_id: int) -> HttpResponse:
    """Take back that an item was discussed."""
    doe_of_zeg(
        request,
        lambda: heropen_punt(request.actor, punt_id),
        _("Het punt staat weer open; de tekst bleef staan."),
    )
    return redirect("overleg_punt", punt_id)


@poort(MAG, "POST")
def deling_weg(request: Verzoek, punt_id: int, deling_id: int) -> HttpResponse:
    """Say that sharing was recorded by mistake."""
    te_wijzigen(request, punt_id)
    doe_of_zeg(
        request,
        lambda: trek_deling_in(request.actor, deling_id),
        _("Ingetrokken. Het blijft te zien, als vergissing."),
    )
    return redirect("overleg_punt", punt_id)


@poort(MAG, "GET", "HEAD", "POST")
def agendeer_casus(request: Verzoek, casus_id: int) -> HttpResponse:
    """Put a casus on the agenda of a meeting."""
    return _agendeer(request, reverse("casus", args=[casus_id]), casus=casus_id)


@poort(MAG, "GET", "HEAD", "POST")
def agendeer_melding(request: Verzoek, melding_id: int) -> HttpResponse:
    """Put a question on the agenda of a meeting."""
    return _agendeer(request, reverse("melding", args=[melding_id]), melding=melding_id)


def _agendeer(
    request: Verzoek, terug: str, *, casus: int | None = None, melding: int | None = None
) -> HttpResponse:
    nummer = bespreekbaar(request.actor, casus=casus, melding=melding)
    if not nummer:
        raise niet_gevonden()
    form = AgendeerForm(request.POST or None, overleggen=te_kiezen_overleggen(klok.vandaag()))
    pagina = Formulierpagina(
        _("Op de agenda zetten"),
        _("Op de agenda zetten"),
        _("Het staat op de agenda."),
        terug,
        intro=nummer,
        uitleg=_("Wie aan tafel zit maar dit dossier niet mag openen, ziet op de agenda alleen het nummer."),
        via=((nummer, terug),),
    )

    def agendeer() -> None:
        invoer = Agendering(casus=casus, melding=melding, **form.cleaned_data)
        agendeer_punten(request.actor, [invoer])

    return behandel_overleg(request, form, pagina, agendeer)
