"""Screens of notes: the list, one note, and the steps that it can take."""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions.notitie import begin_notities, kies_wie
from samendoen.casus.actions.notitieinvoer import NieuweNotitie, Notitiewie
from samendoen.casus.actions.notitieklaar import (
    gooi_notitie_weg,
    trek_notitie_in,
    verbeter_notitie,
    zet_notitie_terug,
)
from samendoen.casus.actions.notitiewissen import notitieteken, schoon_notitie
from samendoen.casus.definities import sjablonen
from samendoen.casus.models import Notitie
from samendoen.casus.queries.notitie import (
    haal_notitie,
    notitiebeeld,
    notitielijst,
    notities_voor,
    schrijfblad,
)
from samendoen.casus.queries.schrijven import Blad, formulierblad
from samendoen.casus.web.formulier import Formulierpagina, behandel, doe_of_zeg, kruimels, zonder_vragen
from samendoen.casus.web.notitieforms import (
    NieuweNotitieForm,
    RedenForm,
    SchoonForm,
    WieForm,
    beginwaarden,
)
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import probeer, toon, toon_formulier

LEZEN, WERKEN = Permissie.WERK_ZIEN, Permissie.CASUS_WERKEN


def naar_notities(blad: Blad, *verder: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way to a page below the notes of a casus."""
    return kruimels(blad, (_("Notities"), reverse("notities", args=[blad.id])), *verder)


@poort(LEZEN)
def lijst(request: Verzoek, casus_id: int) -> HttpResponse:
    """Every note of a casus that one may read."""
    blad, regels = notitielijst(request.actor, casus_id)
    gegevens = {
        "blad": blad,
        "regels": regels,
        "werkt": blad.open and request.actor.mag(WERKEN),
        "kruimels": kruimels(blad, (_("Notities"), "")),
    }
    return toon(request, "casus/notities.html", gegevens)


@poort(LEZEN)
def afdruk(request: Verzoek, casus_id: int, persoon_id: int) -> HttpResponse:
    """What somebody of the household may read, to print and hand over."""
    blad, beelden = notities_voor(request.actor, casus_id, persoon_id)
    gegevens = {
        "blad": blad,
        "mens": blad.mens(persoon_id),
        "beelden": beelden,
        "kruimels": naar_notities(blad, (_("Afdruk"), "")),
    }
    return toon(request, "casus/notities_afdruk.html", gegevens)


@poort(LEZEN)
def toon_notitie(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """One note."""
    beeld = notitiebeeld(request.actor, casus_id, nummer)
    titel = _("Notitie %(nr)s") % {"nr": nummer}
    return toon(
        request, "casus/notitie.html", {"n": beeld, "kruimels": naar_notities(beeld.blad, (titel, ""))}
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Begin a note."""
    blad = formulierblad(request.actor, casus_id)
    form = NieuweNotitieForm(
        request.POST or None,
        sjablonen=[(code, s.naam) for code, s in sjablonen().items()],
        mensen=[(m.persoon_id, m.naam) for m in blad.mensen.bekend],
    )
    gemaakt: list[int] = []

    def begin() -> None:
        g = form.cleaned_data
        invoer = NieuweNotitie(g["kenmerk"], casus_id, g["sjabloon"], tuple(g["over"]), g["op"])
        gemaakt.extend(begin_notities(request.actor, [invoer]))

    if request.method == "POST" and probeer(form, begin):
        return redirect("notitie_schrijven", casus_id, _nummer(gemaakt[0]))
    pagina = Formulierpagina(
        _("Nieuwe notitie"),
        _("Beginnen met schrijven"),
        "",
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
    )
    return toon_formulier(request, form, pagina, naar_notities(blad))


def _nummer(notitie_id: int) -> int:
    return Notitie.objects.values_list("nummer", flat=True).get(pk=notitie_id)


@poort(WERKEN, "GET", "HEAD", "POST")
def wie(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Say about whom a note is and who may read it."""
    s = schrijfblad(request.actor, casus_id, nummer)
    personen = list(s.rij.personen.order_by("pk"))
    begin = beginwaarden(
        [p.inwoner_id for p in personen if p.over],
        [p.inwoner_id for p in personen if p.leest],
        gekozen=s.rij.lezers_gekozen,
    )
    mensen = [(m.persoon_id, m.naam) for m in s.blad.mensen.bekend]
    form = WieForm(request.POST or None, initial=begin, mensen=mensen)
    pagina = Formulierpagina(
        _("Over wie, en wie leest mee"),
        _("Opslaan"),
        _("Opgeslagen."),
        s.url,
        intro=_("Notitie %(nr)s") % {"nr": nummer},
        uitleg=_(
            "Een ex-partner leest nooit vanzelf mee. Gaat de notitie over meer mensen, dan leest alleen mee "
            "wie over ieder van hen mag lezen. Worden de gegevens van één van hen gewist, dan vragen wij u "
            "om weg te halen wat over die persoon gaat."
        ),
        via=((_("Notities"), reverse("notities", args=[casus_id])),),
    )

    def kies() -> None:
        keuze = Notitiewie(s.rij.pk, tuple(form.cleaned_data["over"]), form.gekozen())
        kies_wie(request.actor, [keuze])

    return behandel(request, s.blad, form, pagina, kies)


def _stap(
    casus_id: int, nummer: int, titel: str, knop: str, gelukt: str, terug: str, annuleer: str = ""
) -> Formulierpagina:
    return Formulierpagina(
        titel,
        knop,
        gelukt,
        terug,
        intro=_("Notitie %(nr)s") % {"nr": nummer},
        annuleer=annuleer or reverse("notitie", args=[casus_id, nummer]),
        via=((_("Notities"), reverse("notities", args=[casus_id])),),
        gevaar=True,
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def weggooien(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Ask once, then throw a concept away."""
    s = schrijfblad(request.actor, casus_id, nummer)
    pagina = _stap(
        casus_id,
        nummer,
        _("Concept weggooien"),
        _("Weggooien"),
        _("Het concept is weggegooid."),
        reverse("casus", args=[casus_id]),
        s.url,
    )
    return zonder_vragen(request, s.blad, pagina, lambda: gooi_notitie_weg(request.actor, s.rij.pk))


@poort(WERKEN, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Ask why, then withdraw a note."""
    s = schrijfblad(request.actor, casus_id, nummer)
    form: forms.Form = RedenForm(request.POST or None)
    pagina = _stap(
        casus_id,
        nummer,
        _("Notitie intrekken"),
        _("Intrekken"),
        _("De notitie is ingetrokken."),
        reverse("notitie", args=[casus_id, nummer]),
    )
    return behandel(
        request,
        s.blad,
        form,
        pagina,
        lambda: trek_notitie_in(request.actor, s.rij.pk, form.cleaned_data["reden"]),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def schonen(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Take out of a note what it says of somebody whose data were erased."""
    s = schrijfblad(request.actor, casus_id, nummer)
    if s.rij.schonen_sinds is None:
        return redirect("notitie", casus_id, nummer)
    form = SchoonForm(request.POST or None, rij=s.rij, initial={"gezien": notitieteken(s.rij)})
    pagina = Formulierpagina(
        _("Notitie schonen"),
        _("Dit blijft over"),
        _("De notitie is geschoond. De oude tekst is weg."),
        reverse("notitie", args=[casus_id, nummer]),
        intro=_("Notitie %(nr)s, nu over: %(wie)s") % {"nr": nummer, "wie": s.over},
        uitleg=_(
            "Van iemand over wie deze notitie ook ging, zijn de gegevens gewist. Haal hieronder weg wat over "
            "die persoon gaat. Wat over de anderen gaat, blijft staan. De oude tekst komt niet terug. "
            "Gaat er niets over die persoon? Laat de tekst dan zoals hij is."
        ),
        via=((_("Notities"), reverse("notities", args=[casus_id])),),
    )
    return behandel(
        request, s.blad, form, pagina, lambda: schoon_notitie(request.actor, form.schoning(s.rij.pk))
    )


@poort(WERKEN, "POST")
def terugzetten(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Let a withdrawn note count again."""
    rij = haal_notitie(request.actor, casus_id, nummer)
    doe_of_zeg(request, lambda: zet_notitie_terug(request.actor, rij.pk), _("De notitie telt weer mee."))
    return redirect("notitie", casus_id, nummer)


@poort(WERKEN, "POST")
def verbeteren(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Begin a corrected version of a note, or go on with the one that was begun."""
    rij = haal_notitie(request.actor, casus_id, nummer)
    gemaakt: list[int] = []
    doe_of_zeg(
        request,
        lambda: gemaakt.append(verbeter_notitie(request.actor, rij.pk, uuid4())),
        _("Pas de tekst aan en rond af. Tot dan geldt de oude notitie."),
    )
    if not gemaakt:
        return redirect("notitie", casus_id, nummer)
    return redirect("notitie_schrijven", casus_id, _nummer(gemaakt[0]))


def afgerond(request: Verzoek) -> None:
    """Say that a note is finished, and what one can do when it is wrong."""
    messages.success(
        request,
        _("De notitie is afgerond en verandert niet meer. Klopt er iets niet? Maak een verbeterde versie."),
    )
