"""One task with its explanation: why does this stand here?"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, klok, log_inzage
from samendoen.organisatie.api import teamnaam
from samendoen.schil.api import datum_lang, termijn_tekst
from samendoen.werk.access import haal_om_te_lezen
from samendoen.werk.definities import Regel, documenttitel, taakregels
from samendoen.werk.models import Taak
from samendoen.werk.queries.klokken import aanduidingen, adres_van, onderwerp_naam
from samendoen.werk.rules import HANDMATIG, Taakstatus


@dataclass(frozen=True, slots=True)
class Taakbeeld:
    """Everything that the page of one task shows. `dagen`: what it was computed from, in order of time."""

    id: int
    wat: str
    uitleg: str
    uiterlijk: str
    bij: str
    sinds: str
    status: Taakstatus
    afgerond: str
    onderwerp: str
    aanduiding: str
    url: str
    regelnaam: str
    bron: str
    toelichting: str
    dagen: tuple[tuple[str, str], ...]

    @property
    def open(self) -> bool:
        """Return whether it is still to be done."""
        return self.status is Taakstatus.OPEN

    @property
    def gedaan(self) -> bool:
        """Return whether somebody did it."""
        return self.status is Taakstatus.GEDAAN


def taak(door: Actor, taak_id: int) -> Taakbeeld:
    """Return one task with its explanation; logged as a reading of its dossier. NietGevonden outside the
    scope."""
    rij = haal_om_te_lezen(door, taak_id)
    log_inzage(door, "taak", [rij.dossier_id] if rij.dossier_id else [])
    regel = _definitie(rij)
    soort, nummer = rij.onderwerp_soort, rij.onderwerp_id
    wie = aanduidingen(door, {(soort, nummer)}) if nummer is not None else {}
    return Taakbeeld(
        id=rij.pk,
        wat=rij.notitie or rij.tekst,
        uitleg=rij.uitleg or _("Een collega of uzelf maakte deze taak met de hand."),
        uiterlijk=termijn_tekst(rij.uiterlijk, klok.vandaag()),
        bij=_bij(rij, door),
        sinds=datum_lang(rij.bij_sinds),
        status=Taakstatus(rij.status),
        afgerond=datum_lang(rij.afgerond_op) if rij.afgerond_op else "",
        onderwerp=onderwerp_naam(soort, nummer) if nummer is not None else "",
        aanduiding=wie.get((soort, nummer), "") if nummer is not None else "",
        url=adres_van(soort, nummer) if nummer is not None else "",
        regelnaam=regel.naam if regel else "",
        bron=_bron(regel) if regel else "",
        toelichting=regel.toelichting if regel else "",
        dagen=tuple((naam, datum_lang(dag)) for naam, dag in sorted(_dagen(rij), key=lambda d: d[1])),
    )


def _definitie(rij: Taak) -> Regel | None:
    """Return the row of the definitions that asked for a task: that of its rule, or the one its key names."""
    alle = taakregels()
    return alle.get(rij.regel) or alle.get(rij.sleutel.partition(".")[0])


def _bron(regel: Regel) -> str:
    if regel.aanname:
        return _("Geen document: een aanname van Samendoen. De gemeente kan haar wijzigen.")
    return f"{documenttitel(regel)}: {regel.bron.partition(':')[2].strip()}"


def _dagen(rij: Taak) -> list[tuple[str, date]]:
    """Return the days from which it was computed: its last day, and what its rule says."""
    regel = stekkers.taakregel.geef(rij.regel)
    herleid = regel.herleid if regel and rij.regel != HANDMATIG else None
    dagen = list(herleid(rij.sleutel)) if herleid else []
    return [*dagen, (_("Deze taak: uiterlijk"), rij.uiterlijk)]


def _bij(rij: Taak, door: Actor) -> str:
    if rij.groep is not None:
        return teamnaam(rij.groep.code)
    assert rij.gebruiker is not None
    return _("uzelf") if rij.gebruiker_id == door.id else rij.gebruiker.naam
