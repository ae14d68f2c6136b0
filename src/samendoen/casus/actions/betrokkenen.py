"""Who is involved in a casus, after it was opened."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, haal_op_slot
from samendoen.casus.actions.rechten import geef_regie, geef_team, lopende_regie
from samendoen.casus.events import BetrokkeneToegevoegd
from samendoen.casus.models import Betrokkene, Casus
from samendoen.inwoners.api import leden_van_huishoudens
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    ken_toe,
    klok,
    leg_vast,
    open_dossiers,
    schrijf,
)

Paren = Sequence[tuple[int, int]]
"""(casus, person)."""


@actie("casus", Permissie.CASUS_WERKEN)
def betrek_personen(door: Actor, paren: Paren) -> None:
    """Involve (casus, person): who came to live in the household since. Who is involved stays so.

    Raises NietGevonden or Geweigerd without the right to write in a casus, Domeinfout for a closed casus
    or somebody who does not live there.
    """
    casussen = haal_op_slot(door, [casus for casus, _persoon in paren])
    eis_open(casussen.values())
    nodig, vreemd = vreemden(casussen.values(), paren)
    if vreemd:
        raise Domeinfout(
            "casus_betrokkene",
            _("Deze persoon hoort niet bij het huishouden van de casus."),
            _("Leg eerst vast wie bij het huishouden hoort."),
            veld="persoon",
        )
    betrek(door, casussen, nodig)


def vreemden(casussen: Iterable[Casus], paren: Paren) -> tuple[Paren, Paren]:
    """Return which (casus, person) are still to be involved, and which do not belong to the household."""
    huishouden = {casus.pk: casus.huishouden_id for casus in casussen}
    bekend = set(Betrokkene.objects.filter(casus__in=huishouden).values_list("casus_id", "inwoner_id"))
    nieuw = [paar for paar in dict.fromkeys(paren) if paar not in bekend]
    leden = leden_van_huishoudens({huishouden[casus] for casus, _persoon in nieuw}) if nieuw else {}
    samen = {(huis, lid.persoon_id) for huis, rij in leden.items() for lid in rij}
    hoort = [(casus, persoon) for casus, persoon in nieuw if (huishouden[casus], persoon) in samen]
    return hoort, [paar for paar in nieuw if paar not in hoort]


def betrek(door: Actor, casussen: Mapping[int, Casus], paren: Paren) -> None:
    """Write that these persons are involved, with dossier, grants and event; in one statement each."""
    if not paren:
        return
    vandaag = klok.vandaag()
    wetten = [casussen[casus].wet for casus, _persoon in paren]
    dossiers = open_dossiers(wetten, "casus", [vandaag] * len(paren), [persoon for _c, persoon in paren])
    per: dict[int, list[tuple[int, str]]] = {}
    for (casus, _persoon), dossier in zip(paren, dossiers, strict=True):
        per.setdefault(casus, []).append((dossier.pk, dossier.wet))
    schrijf(
        Betrokkene(casus_id=casus, inwoner_id=persoon, wet=d.wet, dossier=d, van=vandaag)
        for (casus, persoon), d in zip(paren, dossiers, strict=True)
    )
    groepen = {casus: casussen[casus].team.groep_id for casus in per}
    ken_toe([*geef_team(groepen, per), *geef_regie(lopende_regie(per), per)])
    leg_vast(
        door,
        *(
            Vastlegging(BetrokkeneToegevoegd(persoon=persoon), casus, vandaag, dossier_id=d.pk)
            for (casus, persoon), d in zip(paren, dossiers, strict=True)
        ),
    )
