"""Messages for the back office: what went wrong, with whom, what to do, by when; and one message."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.berichten.access import haal_om_te_lezen
from samendoen.berichten.actions.afhandelen import (
    handel_signalen_af,
    heropen_signalen,
    herzend_berichten,
    probeer_opnieuw,
)
from samendoen.berichten.actions.verkeer import werk_taken_bij
from samendoen.berichten.models import STATUSSEN
from samendoen.berichten.queries.beeld import beeld, xml_van
from samendoen.berichten.queries.lijst import AANDACHT, berichten
from samendoen.berichten.queries.ruimte import bezwaren
from samendoen.berichten.queries.woorden import soort_zin
from samendoen.berichten.rules.soorten import SOORTEN
from samendoen.besluiten.api import aanbiedernamen
from samendoen.kernel.api import Permissie, Verzoek, geheel, log_inzage, poort
from samendoen.schil.api import Formulierpagina, Kolom, Kruimel, Tabel, behandel_formulier, toon

FILTERS = ("stand", "soort", "aanbieder", "van", "tot")


@poort(Permissie.BERICHTEN_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Every message within sight, what asks attention first. Without names: nothing personal is read here."""
    filters = {naam: request.GET.get(naam, "").replace("\x00", "") for naam in FILTERS}
    namen = aanbiedernamen()
    rijen, deel = berichten(request.actor, filters, namen, geheel(request.GET.get("pagina", "1")) or 1)
    tabel = Tabel(
        _("Berichten"),
        [
            Kolom("bericht", _("Bericht")),
            Kolom("wat", _("Wat nu")),
            Kolom("uiterlijk", _("Uiterlijk")),
            Kolom("stand", _("Stand")),
        ],
        rijen,
        leeg=_(
            "Hier verschijnen de berichten met aanbieders. Het eerste gaat vanzelf weg na een toewijzing."
        ),
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "bezwaren": bezwaren(),
        "filters": filters,
        "gefilterd": any(filters.values()),
        "standen": [
            ("", _("Alles")),
            (AANDACHT, _("Vraagt aandacht")),
            *((code.value, str(woord)) for code, woord in STATUSSEN.items()),
        ],
        "soorten": [("", _("Alle soorten")), *((code, soort_zin(code)) for code in SOORTEN)],
        "aanbieders": [("", _("Alle aanbieders")), *namen.items()],
    }
    return toon(request, "berichten/lijst.html", context, deel="lijst")


@poort(Permissie.VOORZIENING_TOEWIJZEN)
def bericht(request: Verzoek, bericht_id: int) -> HttpResponse:
    """One message; logged for everybody of whom something stands on the page."""
    b = beeld(request.actor, bericht_id, geheel(request.GET.get("pagina", "1")) or 1)
    log_inzage(request.actor, "bericht", b.dossiers, b.personen)
    bevindingen = Tabel(
        _("Bevindingen"),
        [
            Kolom("wat", _("Wat is er te doen?")),
            Kolom("waar", _("Plaats in het bericht")),
            Kolom("regel", _("Regel en code")),
            Kolom("tegen", _("Getoetst aan")),
        ],
        b.bevindingen,
        toon_titel=False,
    )
    regels = Tabel(
        _("Regels"),
        [
            Kolom("wat", _("Regel")),
            Kolom("toewijzing", _("Toewijzing")),
            Kolom("casus", _("Casus")),
            Kolom("oordeel", _("Oordeel")),
        ],
        b.regels,
        toon_titel=False,
    )
    context = {
        "b": b,
        "bevindingen": bevindingen,
        "regels": regels,
        "kruimels": _kruimels(request, (_naam(bericht_id), "")),
    }
    return toon(request, "berichten/bericht.html", context)


@poort(Permissie.VOORZIENING_TOEWIJZEN)
def xml(request: Verzoek, bericht_id: int) -> HttpResponse:
    """The message as it came or went, for who may read everything in it; logged."""
    inhoud, naam, zicht, dossier = xml_van(request.actor, bericht_id)
    log_inzage(request.actor, "bericht_xml", zicht.dossiers(dossier), zicht.personen)
    antwoord = HttpResponse(inhoud, content_type="application/xml")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def herzenden(request: Verzoek, bericht_id: int) -> HttpResponse:
    """Let a message of ours go once more, after asking once."""
    pagina = Formulierpagina(
        titel=_("Bericht opnieuw versturen"),
        knop=_("Verstuur opnieuw"),
        gelukt=_(
            "Het bericht gaat binnen enkele minuten opnieuw weg. De termijn voor het antwoord begint dan."
        ),
        terug=reverse("bericht", args=[bericht_id]),
        intro=_naam(bericht_id),
        uitleg=_(
            "Precies hetzelfde bericht gaat nog een keer. Heeft de aanbieder het al, dan telt het daar niet "
            "dubbel. Moet er iets anders in staan? Wijzig dan de toewijzing: dan gaat er vanzelf een nieuw "
            "bericht weg."
        ),
    )
    return _vraag(request, bericht_id, pagina, lambda: herzend_berichten(request.actor, [bericht_id]))


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def afhandelen(request: Verzoek, bericht_id: int) -> HttpResponse:
    """Say that what a message asked is settled, after asking once."""
    pagina = Formulierpagina(
        titel=_("Bericht afhandelen"),
        knop=_("Het is afgehandeld"),
        gelukt=_("Het bericht is afgehandeld. De taak is weg; het bericht blijft in de lijst staan."),
        terug=reverse("bericht", args=[bericht_id]),
        intro=_naam(bericht_id),
        uitleg=_(
            "Hiermee zegt u dat er met dit bericht niets meer hoeft te gebeuren. Het blijft wel bewaard. "
            "Klopt het niet, dan kunt u het weer openen."
        ),
    )
    return _vraag(request, bericht_id, pagina, lambda: handel_signalen_af(request.actor, [bericht_id]))


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def heropenen(request: Verzoek, bericht_id: int) -> HttpResponse:
    """Take back that a message was settled, after asking once."""
    pagina = Formulierpagina(
        titel=_("Bericht weer openen"),
        knop=_("Open het weer"),
        gelukt=_("Het bericht vraagt weer aandacht. De taak is terug."),
        terug=reverse("bericht", args=[bericht_id]),
        intro=_naam(bericht_id),
        uitleg=_("Het bericht was afgehandeld. Hiermee vraagt het weer wat het vroeg, met dezelfde termijn."),
    )

    def doe() -> None:
        heropen_signalen(request.actor, [bericht_id])
        werk_taken_bij()

    return _vraag(request, bericht_id, pagina, doe)


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def verwerken(request: Verzoek, bericht_id: int) -> HttpResponse:
    """Let a message that waits be processed now, after asking once."""
    pagina = Formulierpagina(
        titel=_("Bericht opnieuw verwerken"),
        knop=_("Verwerk opnieuw"),
        gelukt=_("Het bericht wordt binnen enkele minuten opnieuw verwerkt."),
        terug=reverse("bericht", args=[bericht_id]),
        intro=_naam(bericht_id),
        uitleg=_(
            "Doe dit als er is waar het op wachtte. Anders wacht het gewoon verder: er raakt niets kwijt."
        ),
    )
    return _vraag(request, bericht_id, pagina, lambda: probeer_opnieuw(request.actor, [bericht_id]))


def _vraag(
    request: Verzoek, bericht_id: int, pagina: Formulierpagina, doe: Callable[[], object]
) -> HttpResponse:
    """Ask once, and do it; a message out of sight does not exist here either."""
    haal_om_te_lezen(request.actor, bericht_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    return behandel_formulier(
        request, form, pagina, doe, _kruimels(request, (_naam(bericht_id), pagina.terug))
    )


def _naam(bericht_id: int) -> str:
    return _("Bericht %(nr)s") % {"nr": bericht_id}


def _kruimels(request: Verzoek, *verder: Kruimel) -> list[Kruimel]:
    """Return the way to a message; the list only for who may open it."""
    boven = [(_("Berichten"), reverse("berichten"))] if request.actor.mag(Permissie.BERICHTEN_ZIEN) else []
    return [*boven, *verder]
