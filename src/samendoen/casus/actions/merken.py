"""Marks that warn a professional before a visit: set, prolonged, lifted."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, niet_gevonden, veilig
from samendoen.casus.actions.veiligheidinvoer import (
    Merkinvoer,
    controleer_merk,
    eis_einde,
    eis_tekst,
    haal_om_te_schrijven,
)
from samendoen.casus.actions.wie import bevoegd
from samendoen.casus.events import MERK, MerkGezet, MerkOpgeheven, MerkVerlengd
from samendoen.casus.models import Veiligheidsmerk
from samendoen.casus.queries.merken import MERK_LOOPT_AF
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.werk.api import laat_taken_vervallen


@actie("casus", Permissie.CASUS_WERKEN)
def zet_merken(door: Actor, invoer: Sequence[Merkinvoer]) -> list[int]:
    """Warn colleagues about somebody, through a last day within half a year; return the ids.

    A `kenmerk` that is known changes nothing. Raises NietGevonden or Geweigerd without the right on the
    casus or the person, Domeinfout with the field for a closed casus, a mark without words, an impossible
    day, or somebody who cannot have decided.
    """
    casussen, wie = haal_om_te_schrijven(door, [(m.casus, m.persoon) for m in invoer])
    bekend = dict(
        Veiligheidsmerk.objects.filter(kenmerk__in=[m.kenmerk for m in invoer]).values_list("kenmerk", "pk")
    )
    nieuw = [m for m in invoer if m.kenmerk not in bekend]
    eis_open(casussen[m.casus] for m in nieuw)
    for m in nieuw:
        controleer_merk(m)
    _eis_besluiters(door, [m.besloten_door for m in nieuw])
    rijen = schrijf(
        Veiligheidsmerk(
            kenmerk=m.kenmerk,
            casus_id=m.casus,
            inwoner_id=m.persoon,
            wet=wie[m.casus, m.persoon].wet,
            dossier_id=wie[m.casus, m.persoon].dossier_id,
            soort=m.soort,
            instructie=m.instructie.strip(),
            reden=m.reden.strip(),
            besloten_door_id=_besluiter(door, m.besloten_door),
            van=m.van,
            tot=m.tot,
        )
        for m in nieuw
    )
    leg_vast(door, *(_vast(rij, _gezet(rij)) for rij in rijen))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[m.kenmerk] for m in invoer]


def _eis_besluiters(door: Actor, wie: Iterable[int | None]) -> None:
    """Refuse a decision by nobody, or by another who does not work in casussen."""
    gekozen = {pk if pk is not None else door.id for pk in wie}
    anderen = {pk for pk in gekozen if pk is not None and pk != door.id}
    if None in gekozen or anderen - bevoegd(anderen):
        raise Domeinfout(
            "veiligheid_besloten_door",
            _("Er staat niet wie dit besloot, of die collega werkt niet in casussen."),
            _("Kies een consulent of teamleider."),
            veld="besloten_door",
        )


def _besluiter(door: Actor, wie: int | None) -> int:
    """Return who decided, of those that `_eis_besluiters` let through."""
    gekozen = wie if wie is not None else door.id
    assert gekozen is not None
    return gekozen


def _gezet(rij: Veiligheidsmerk) -> MerkGezet:
    return MerkGezet(
        merk=rij.soort,
        casus=rij.casus_id,
        persoon=rij.inwoner_id,
        van=rij.van,
        tot=rij.tot,
        besloten_door=rij.besloten_door_id,
    )


def _vast(rij: Veiligheidsmerk, gebeurtenis: Gebeurtenissoort) -> Vastlegging:
    return Vastlegging(gebeurtenis, rij.pk, klok.vandaag(), dossier_id=rij.dossier_id)


@actie("casus", Permissie.CASUS_WERKEN)
def verleng_merken(door: Actor, verlengingen: Sequence[tuple[int, date]]) -> None:
    """Let marks (mark, last day) hold longer: still needed, says who acts. The same day changes nothing.

    Raises NietGevonden or Geweigerd without the right, Domeinfout for a mark that was lifted, or a last day
    before the present one or more than half a year ahead.
    """
    rijen = _haal(door, [pk for pk, _tot in verlengingen])
    anders = [(rijen[pk], tot) for pk, tot in verlengingen if rijen[pk].tot != tot]
    _eis_besluiters(door, [None] if anders else [])
    for rij, tot in anders:
        eis_einde(tot)
        if tot < rij.tot:
            raise Domeinfout(
                "veiligheid_tot",
                _("Dit merk geldt al tot na die dag."),
                _("Kies een latere dag, of hef het merk op."),
                veld="tot",
            )
        rij.tot, rij.besloten_door_id = tot, _besluiter(door, None)
    werk_bij([rij for rij, _tot in anders], ["tot", "besloten_door"])
    leg_vast(
        door,
        *(_vast(rij, MerkVerlengd(tot=rij.tot, besloten_door=rij.besloten_door_id)) for rij, _tot in anders),
    )
    laat_taken_vervallen(door, MERK_LOOPT_AF, MERK, [rij.pk for rij, _tot in anders])


@actie("casus", Permissie.CASUS_WERKEN)
def hef_merken_op(door: Actor, opheffingen: Sequence[tuple[int, str]]) -> None:
    """Take marks (mark, why) away from today: needed no longer, or a mistake.

    Raises NietGevonden or Geweigerd without the right, Domeinfout without the reason or when it is gone.
    """
    rijen = _haal(door, [pk for pk, _reden in opheffingen])
    for pk, reden in opheffingen:
        rijen[pk].opgeheven_op = klok.vandaag()
        rijen[pk].reden_opheffen = eis_tekst(
            "reden",
            reden,
            _("Er staat niet waarom het merk weg kan."),
            _("Schrijf het op: bijvoorbeeld wat er veranderde, of dat het een vergissing was."),
        )
    werk_bij(rijen.values(), ["opgeheven_op", "reden_opheffen"])
    leg_vast(door, *(_vast(rij, MerkOpgeheven()) for rij in rijen.values()))
    laat_taken_vervallen(door, MERK_LOOPT_AF, MERK, list(rijen))


def _haal(door: Actor, ids: Sequence[int]) -> dict[int, Veiligheidsmerk]:
    """Return these marks, locked, for who may write about each of these people; refuses what was lifted."""
    paren = list(
        veilig(Veiligheidsmerk.objects.filter(pk__in=ids), door).values_list("pk", "casus_id", "inwoner_id")
    )
    if set(ids) - {pk for pk, _casus, _wie in paren}:
        raise niet_gevonden()
    haal_om_te_schrijven(door, [(casus, wie) for _pk, casus, wie in paren])
    rijen = Veiligheidsmerk.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    gevonden = {rij.pk: rij for rij in rijen}
    if any(rij.opgeheven_op for rij in gevonden.values()):
        raise Domeinfout(
            "veiligheid_opgeheven",
            _("Dit merk is al opgeheven."),
            _("Ververs de pagina. Is het toch nodig? Zet dan een nieuw merk."),
        )
    return gevonden
