"""What every step in an objection shares: how its events are recorded, and that its letters are kept."""

from collections.abc import Iterable, Mapping
from datetime import date

from samendoen.besluiten.events import BEZWAAR
from samendoen.besluiten.models import Bezwaar, Zaakbrief
from samendoen.besluiten.queries.bezwaarbrief import Bezwaarzaak
from samendoen.besluiten.queries.brief import kenmerk
from samendoen.besluiten.queries.zaakbrief import Briefkop, maak
from samendoen.kernel.api import Actor, Gebeurtenissoort, Vastlegging, van_onderwerp
from samendoen.recht.api import bereken
from samendoen.schil.api import Blok
from samendoen.werk.api import laatste_dagen

ONDERWERPEN = {
    "ontvangst": "Wij hebben uw bezwaar ontvangen",
    "herstel": "Er ontbreekt iets aan uw bezwaar",
    "horen": "Uitnodiging: een gesprek over uw bezwaar",
    "uitstel": "Wij hebben meer tijd nodig voor uw bezwaar",
    "beslissing": "Onze beslissing op uw bezwaar",
    "intrekking": "U hebt uw bezwaar ingetrokken",
}


def vast_bezwaar(
    rij: Bezwaar,
    gebeurtenis: Gebeurtenissoort,
    op: date,
    inhoud: Mapping[str, str] | None = None,
    herroept: int | None = None,
) -> Vastlegging:
    """Return an event about an objection as it is recorded: in its own dossier."""
    return Vastlegging(
        gebeurtenis,
        rij.pk,
        op,
        dossier_id=rij.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud=inhoud or {},
        herroept_id=herroept,
    )


def laatste_gebeurtenis(rij: Bezwaar, soort: type[Gebeurtenissoort]) -> int:
    """Return the id of the last event of this kind that was not revoked; there must be one."""
    alle = van_onderwerp(BEZWAAR, [rij.pk])[rij.pk]
    return max(g.pk for g in alle if g.soort == soort.soort)


def zaak(rij: Bezwaar) -> Bezwaarzaak:
    """Return what every letter about this objection tells; its clock runs or ended."""
    besluit = rij.besluit
    assert besluit.bekendgemaakt_op is not None  # one objects to what was announced
    dagen = laatste_dagen(BEZWAAR, [rij.pk])
    return Bezwaarzaak(
        kenmerk_besluit=kenmerk(besluit),
        product=besluit.aanvraag.product.naam,
        besluit_van=besluit.bekendgemaakt_op,
        ontvangen_op=rij.ontvangen_op,
        uiterlijk=dagen.get(rij.pk) or bereken("beslissing-op-bezwaar", besluit.bekendgemaakt_op).einde,
        commissie=rij.commissie,
    )


def bewaar_brief(
    door: Actor,
    rij: Bezwaar,
    soort: str,
    op: date,
    blokken: Iterable[Blok],
    ondertekenaars: tuple[str, ...] = (),
) -> Zaakbrief:
    """Write a letter and keep it as it is sent."""
    kop = Briefkop(
        inwoner=rij.inwoner_id,
        kenmerk=f"BZ{rij.pk}",
        datum=op,
        onderwerp=ONDERWERPEN[soort],
        aan_naam=rij.indiener,
        aan_adres=rij.indieneradres,
        ondertekenaars=ondertekenaars,
    )
    brief = Zaakbrief(
        onderwerp_soort=BEZWAAR,
        onderwerp_id=rij.pk,
        dossier_id=rij.dossier_id,
        inwoner_id=rij.inwoner_id,
        wet=rij.wet,
        soort=soort,
        op=op,
        brief=maak(door, kop, blokken),
    )
    brief.save()
    return brief
