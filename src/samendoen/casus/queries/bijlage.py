"""Attachments as one finds and opens them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import bijlagen, niet_gevonden, werkt_in
from samendoen.casus.actions.bijlage import DOEL
from samendoen.casus.models import Bijlage
from samendoen.casus.queries.mensen import mensen_van
from samendoen.casus.rules import MIME, Bestandsoort
from samendoen.kernel.api import Actor, gevuld, klok, lees_bestand, log_inzage, scanner_ingesteld
from samendoen.schil.api import datum_lang


@dataclass(frozen=True, slots=True)
class Bijlageregel:
    """A file in a list."""

    naam: str
    url: str
    weg_url: str
    over: str
    meer: str
    gescand: bool


@dataclass(frozen=True, slots=True)
class Download:
    """A file as it is handed over."""

    naam: str
    mime: str
    inhoud: bytes


def haal_bijlage(door: Actor, casus_id: int, bijlage_id: int) -> Bijlage:
    """Return a file of a casus; NietGevonden for what this actor may not open."""
    rij = bijlagen(door, casus_id).filter(pk=bijlage_id).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def download(door: Actor, casus_id: int, bijlage_id: int) -> Download:
    """Return a file with its content; logged. NietGevonden for what this actor may not open, or is gone."""
    rij = haal_bijlage(door, casus_id, bijlage_id)
    inhoud = lees_bestand(rij.bestand, DOEL)
    if inhoud is None:
        raise niet_gevonden()
    log_inzage(door, "bijlage", [rij.dossier_id])
    return Download(str(rij.naam), MIME[Bestandsoort(rij.soort)], inhoud)


def regels(door: Actor, casus_id: int, rijen: Iterable[Bijlage], *, mag: bool) -> list[Bijlageregel]:
    """Return files as a list shows them, to who may read them."""
    alle = list(rijen)
    wie = mensen_van(door, casus_id).per_id() if alle else {}
    return [
        Bijlageregel(
            naam=str(rij.naam),
            url=reverse("bijlage", args=[casus_id, rij.pk]),
            weg_url=reverse("bijlage_verwijderen", args=[casus_id, rij.pk]) if mag else "",
            over=wie[rij.inwoner_id].roepnaam if rij.inwoner_id in wie else "",
            meer=_("%(grootte)s, van %(dag)s door %(naam)s")
            % {
                "grootte": filesizeformat(rij.bytes),
                "dag": datum_lang(rij.toegevoegd_op.astimezone(klok.NEDERLAND).date()),
                "naam": rij.toegevoegd_door.naam if rij.toegevoegd_door else "Samendoen",
            },
            gescand=rij.gescand,
        )
        for rij in alle
    ]


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus the files that this reader may open, and where one adds another."""
    rijen: list[Bijlage] = []
    if "casus:bijlagen" in gevuld(door, "casus", onderwerp_id):
        rijen = list(bijlagen(door, onderwerp_id).select_related("toegevoegd_door").order_by("-pk"))
    mag = werkt_in(door, onderwerp_id)
    if not rijen and not mag:
        return ""
    gegevens = {
        "regels": regels(door, onderwerp_id, rijen, mag=mag),
        "nieuw_url": reverse("bijlage_nieuw", args=[onderwerp_id]) if mag else "",
        "ongescand": not scanner_ingesteld(),
    }
    return render_to_string("casus/paneel_bijlagen.html", {"p": gegevens})


def bekende_bestanden() -> frozenset[str]:
    """Return the name of every file that a row refers to."""
    return frozenset(Bijlage.objects.exclude(bestand="").values_list("bestand", flat=True))
