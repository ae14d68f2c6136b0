"""Ask a provider to give a provision, and let that end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_voorzieningen
from samendoen.besluiten.actions.controle import Bevinding, bevindingen_aanbieder, eis
from samendoen.besluiten.actions.herroeping import beeindig, vast_voorziening
from samendoen.besluiten.events import Toegewezen
from samendoen.besluiten.models import Toewijzing, Voorziening
from samendoen.besluiten.queries.aanbod import Aanbod, aanbod
from samendoen.besluiten.queries.verbruik import niet_te_verwijderen, verbruikt
from samendoen.besluiten.rules import Toewijzingstatus, Voorzieningstatus, Vorm
from samendoen.besluiten.rules.wijziging import BIJ_TOEWIJZING, REDENEN, Reden
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, schrijf


@dataclass(frozen=True, slots=True)
class NieuweToewijzing:
    """A provider to ask. `kenmerk` is made by the client; `aanbieder` is an AGB code."""

    kenmerk: UUID
    voorziening: int
    aanbieder: str
    op: date


@actie("besluiten", Permissie.VOORZIENING_TOEWIJZEN)
def wijs_toe(door: Actor, nieuwe: Sequence[NieuweToewijzing]) -> list[int]:
    """Ask providers to give provisions; return the ids of the assignments in the order asked.

    It runs from the first day of the provision, or from where the one before it ended, to its last day. A
    known `kenmerk` gives the assignment that exists. Raises NietGevonden or Geweigerd without the right on a
    provision; Domeinfout (with the field) when it does not hold, is no help in kind, has a provider already
    or has ended, for a provider that does not offer it, or for an impossible day. All or nothing.
    """
    voorzieningen = haal_voorzieningen(door, [n.voorziening for n in nieuwe])
    rijen = Toewijzing.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    if eerste:
        bekend |= _schrijf(door, list(eerste.values()), voorzieningen)
    return [bekend[n.kenmerk] for n in nieuwe]


def _schrijf(
    door: Actor, nieuwe: Sequence[NieuweToewijzing], voorzieningen: Mapping[int, Voorziening]
) -> dict[UUID, int]:
    aanbieders = aanbod({n.aanbieder for n in nieuwe})
    bezet, tot = _bestaande(voorzieningen)
    for n in nieuwe:
        v = voorzieningen[n.voorziening]
        _controleer(n, v, aanbieders, bezet, max(v.van, tot.get(v.pk) or v.van))
        bezet[n.voorziening] = aanbieders[n.aanbieder].aanbieder.naam
    rijen = schrijf(
        Toewijzing(
            kenmerk=n.kenmerk,
            voorziening_id=n.voorziening,
            aanbieder=aanbieders[n.aanbieder].aanbieder,
            toegewezen_op=n.op,
            van=max(v.van, tot.get(v.pk) or v.van),
            tot=v.tot,
        )
        for n in nieuwe
        for v in [voorzieningen[n.voorziening]]
    )
    leg_vast(door, *(_toegewezen(rij, voorzieningen[rij.voorziening_id]) for rij in rijen))
    return {rij.kenmerk: rij.pk for rij in rijen}


def _bestaande(voorzieningen: Mapping[int, Voorziening]) -> tuple[dict[int, str], dict[int, date]]:
    """Return which provisions have a provider now (its name), and where their last assignment ended."""
    rijen = Toewijzing.objects.filter(voorziening__in=voorzieningen)
    geldt = rijen.filter(status=Toewijzingstatus.GELDT.value)
    beeindigd = rijen.filter(status=Toewijzingstatus.BEEINDIGD.value).order_by("voorziening")
    laatste = beeindigd.values("voorziening").annotate(laatste=Max("tot"))
    return (
        dict(geldt.values_list("voorziening_id", "aanbieder__naam")),
        dict(laatste.values_list("voorziening_id", "laatste")),
    )


def _controleer(
    n: NieuweToewijzing,
    v: Voorziening,
    aanbieders: Mapping[str, Aanbod],
    bezet: Mapping[int, str],
    begin: date,
) -> None:
    afgelopen = v.tot is not None and v.tot <= n.op
    bevindingen: tuple[Bevinding, ...] = (
        (
            "voorziening",
            v.status != Voorzieningstatus.GELDT,
            _("Deze voorziening geldt niet, of nog niet."),
            _("Maak eerst het besluit bekend."),
        ),
        (
            "voorziening",
            v.vorm != Vorm.ZIN,
            _("Met een persoonsgebonden budget kiest de inwoner zelf wie helpt."),
            _("Hier hoeft u niets toe te wijzen."),
        ),
        (
            "aanbieder",
            v.pk in bezet,
            _("Deze voorziening is al toegewezen aan %(naam)s.") % {"naam": bezet.get(v.pk, "")},
            _("Beëindig eerst die toewijzing."),
        ),
        ("op", afgelopen, _("Deze voorziening is afgelopen."), _("Neem zo nodig een nieuw besluit.")),
        ("op", n.op > klok.vandaag(), _("Deze dag ligt in de toekomst."), _("Kies vandaag of eerder.")),
        ("aanbieder", not n.aanbieder, _("De aanbieder ontbreekt."), _("Kies een aanbieder uit de lijst.")),
        *bevindingen_aanbieder(n.aanbieder, v.product, aanbieders, begin),
    )
    eis("toewijzing", bevindingen)


def _toegewezen(rij: Toewijzing, v: Voorziening) -> Vastlegging:
    gebeurtenis = Toegewezen(toewijzing=rij.pk, aanbieder=rij.aanbieder.agb, van=rij.van, tot=rij.tot)
    return vast_voorziening(v, gebeurtenis, rij.toegewezen_op)


@actie("besluiten", Permissie.VOORZIENING_TOEWIJZEN)
def beeindig_toewijzingen(
    door: Actor, einden: Sequence[tuple[int, date]], reden: str = Reden.ANDERE_AANBIEDER.value
) -> None:
    """End (assignment, first day no longer): the provision can be assigned to another provider.

    `reden` is one of BIJ_TOEWIJZING. One that ended already is passed over; one that never began is removed,
    unless something was given or paid on it. Raises NietGevonden or Geweigerd without the right on one;
    Domeinfout for a day after the provision ends, or another reason.
    """
    if reden not in BIJ_TOEWIJZING:
        raise Domeinfout(
            "toewijzing_reden",
            _("De reden ontbreekt, of past hier niet."),
            _("Kies een reden uit de lijst."),
            veld="reden",
        )
    code = REDENEN[Reden(reden)].code
    per = dict(einden)
    van = dict(Toewijzing.objects.filter(pk__in=per).values_list("pk", "voorziening_id"))
    voorzieningen = haal_voorzieningen(door, [van.get(pk, 0) for pk in per])
    rijen = Toewijzing.objects.select_for_update(of=("self",)).filter(
        pk__in=per, status=Toewijzingstatus.GELDT.value
    )
    lopend = list(rijen.order_by("pk"))
    for rij in lopend:
        if rij.tot is not None and per[rij.pk] > rij.tot:
            raise Domeinfout(
                "toewijzing_tot",
                _("De toewijzing eindigt al eerder vanzelf."),
                _("Kies een dag op of voor het einde."),
                veld="tot",
            )
    weg = [rij.pk for rij in lopend if per[rij.pk] <= rij.van]
    if weg and verbruikt(weg):
        raise niet_te_verwijderen("tot")
    vandaag = dict.fromkeys(voorzieningen, klok.vandaag())
    leg_vast(door, *beeindig([(rij, per[rij.pk]) for rij in lopend], voorzieningen, vandaag, code))
