"""What the form to apply starts with: who is involved, what the plan says, whether it is too soon."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samendoen.besluiten.access import niet_gevonden
from samendoen.besluiten.queries.beeld import casus_url
from samendoen.besluiten.queries.onderzoek import te_vroeg
from samendoen.casus import api as casussen
from samendoen.inwoners.api import kernen
from samendoen.kernel.api import Actor, Wet, klok


@dataclass(frozen=True, slots=True)
class Actieregel:
    """An action of the plan that needs a decision: for whom, what, why nothing lighter, and as a choice."""

    id: int
    wie: str
    tekst: str
    niet_lichter: str
    keuze: str


@dataclass(frozen=True, slots=True)
class Aanvraagbegin:
    """What the page to apply shows. `waarden` are what is filled in already."""

    casus_id: int
    casus_url: str
    personen: list[tuple[int, str]]
    acties: list[Actieregel]
    waarden: dict[str, Any]
    te_vroeg: str
    dossiers: list[int]


def begin(door: Actor, casus_id: int, actie_id: int | None) -> Aanvraagbegin:
    """Return what the form starts with; with an action of the plan its words are taken over.

    NietGevonden for a casus outside the scope.
    """
    if casus_id not in casussen.casuskernen(door, [casus_id]):
        raise niet_gevonden()
    betrokken = casussen.betrokkenen_van(door, [casus_id]).get(casus_id, {})
    wie = kernen(door, betrokken)
    acties = casussen.maatwerkacties(door, casus_id)
    gekozen = next((a for a in acties if a.id == actie_id), None)
    vragen = [melding for _casus, melding in casussen.meldingen_van([casus_id])]
    waarden: dict[str, Any] = {}
    if gekozen is not None:
        waarden = {"persoon": gekozen.persoon_id, "actie": gekozen.id, "motivering": gekozen.tekst}
    elif len(wie) == 1:
        waarden = {"persoon": next(iter(wie))}
    return Aanvraagbegin(
        casus_id=casus_id,
        casus_url=casus_url(casus_id),
        personen=[
            (pk, _("%(naam)s (%(jaren)s jaar)") % {"naam": kern.naam, "jaren": kern.leeftijd})
            for pk in betrokken
            if (kern := wie.get(pk))
        ],
        acties=[
            Actieregel(a.id, naam, a.tekst, a.niet_lichter, f"{naam}: {a.tekst[:80]}")
            for a in acties
            for naam in [wie[a.persoon_id].naam if a.persoon_id in wie else ""]
        ],
        waarden=waarden,
        te_vroeg=te_vroeg(vragen, Wet.WMO, klok.vandaag()),
        dossiers=[waarde.dossier_id for waarde in betrokken.values()],
    )
