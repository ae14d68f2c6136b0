"""Use cases on a budget that holds: shift, add, take away, take back; and what a light for money means."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.beleid.actions.begroting import MEESTE, neem_regels
from samendoen.beleid.events.begroting import (
    BegrotingGewijzigd,
    BegrotingswijzigingIngetrokken,
    GeldgrensGezet,
)
from samendoen.beleid.models import Begroting, Begrotingskolom, Begrotingswijziging, Geldgrens, Plan
from samendoen.beleid.queries.begroting import budget_van
from samendoen.beleid.rules import Soort
from samendoen.beleid.rules.wijziging import pas_toe, te_kort
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
)
from samendoen.schil.api import euro

LANGSTE_REDEN = 2_000


@dataclass(frozen=True, slots=True)
class NieuweWijziging:
    """`eurocent` from the line `van` (None: from outside) to the line `naar` (None: it leaves the budget).

    From `kolom` on when structural, for that column alone when not.
    """

    kenmerk: UUID
    kolom_id: int
    van_id: int | None
    naar_id: int | None
    eurocent: int
    soort: Soort
    reden: str


@actie("beleid", Permissie.BELEID_BEHEREN)
def wijzig_begroting(door: Actor, nieuw: NieuweWijziging) -> int:
    """Change a budget and return the id of the change; the same `kenmerk` again changes nothing.

    Raises Domeinfout: no amount, no reason, nowhere from or to, lines or column of different budgets, more
    than a line has; NietGevonden for an unknown line or column.
    """
    _controleer(nieuw)
    ids = [regel for regel in (nieuw.van_id, nieuw.naar_id) if regel is not None]
    regels = neem_regels(ids)
    bekend = Begrotingswijziging.objects.filter(kenmerk=nieuw.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    begroting = _een_begroting(nieuw, [regels[regel].begroting for regel in ids])
    rij = Begrotingswijziging.objects.create(
        kenmerk=nieuw.kenmerk,
        van=regels[nieuw.van_id] if nieuw.van_id else None,
        naar=regels[nieuw.naar_id] if nieuw.naar_id else None,
        kolom_id=nieuw.kolom_id,
        eurocent=nieuw.eurocent,
        soort=nieuw.soort.value,
        reden=nieuw.reden.strip(),
        op=klok.vandaag(),
    )
    _niet_te_kort(begroting)
    gebeurtenis = BegrotingGewijzigd(
        van=nieuw.van_id,
        naar=nieuw.naar_id,
        kolom=rij.kolom.code,
        eurocent=rij.eurocent,
        structureel=nieuw.soort is Soort.STRUCTUREEL,
    )
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, rij.op))
    return rij.pk


@actie("beleid", Permissie.BELEID_BEHEREN)
def trek_wijziging_in(door: Actor, wijziging_id: int) -> None:
    """Let a change of the budget count no longer; a second time changes nothing.

    Raises Domeinfout when a line would have less than nothing without it, NietGevonden when there is none.
    """
    rij = Begrotingswijziging.objects.filter(pk=wijziging_id).first()
    if rij is None:
        raise wijziging_onbekend()
    neem_regels([regel for regel in (rij.van_id, rij.naar_id) if regel is not None])
    rij = Begrotingswijziging.objects.select_for_update().get(pk=wijziging_id)
    if rij.ingetrokken_op is not None:
        return
    rij.ingetrokken_op = klok.vandaag()
    rij.save(update_fields=["ingetrokken_op"])
    _niet_te_kort(rij.kolom.begroting)
    leg_vast(
        door,
        Vastlegging(BegrotingswijzigingIngetrokken(eurocent=rij.eurocent), rij.pk, rij.ingetrokken_op),
    )


@actie("beleid", Permissie.BELEID_BEHEREN)
def zet_geldgrens(door: Actor, plan_id: int, groen_tot: int, oranje_tot: int, vanaf: date, reden: str) -> int:
    """Say what a light for money means in a plan from a day on; return the id. The same again is harmless.

    Shares are percentages of what is available. Raises Domeinfout for bounds that do not rise or no reason.
    """
    if not 1 <= groen_tot < oranje_tot <= 1_000:
        raise Domeinfout(
            "geldgrens_volgorde",
            _("De grens van oranje ligt boven die van groen, en beide boven nul."),
            _("Vul bijvoorbeeld 100 en 110 in."),
            veld="oranje_tot",
        )
    _controleer_reden(reden)
    if not Plan.objects.select_for_update().filter(pk=plan_id).exists():
        raise NietGevonden("plan_onbekend", _("Dit plan bestaat niet."), _("Kies een plan op Koers."))
    laatste = Geldgrens.objects.filter(plan=plan_id, vanaf__lte=vanaf).order_by("-vanaf", "-pk").first()
    if laatste and (laatste.groen_tot, laatste.oranje_tot) == (groen_tot, oranje_tot):
        return laatste.pk
    rij = Geldgrens.objects.create(
        plan_id=plan_id,
        groen_tot=groen_tot,
        oranje_tot=oranje_tot,
        vanaf=vanaf,
        reden=reden.strip(),
        door_id=door.id,
    )
    gebeurtenis = GeldgrensGezet(groen_tot=groen_tot, oranje_tot=oranje_tot, vanaf=vanaf)
    leg_vast(door, Vastlegging(gebeurtenis, plan_id, klok.vandaag()))
    return rij.pk


def wijziging_onbekend() -> NietGevonden:
    """Return the error for a change that does not exist."""
    return NietGevonden(
        "wijziging_onbekend",
        _("Deze wijziging van de begroting bestaat niet."),
        _("Kies een wijziging op de pagina Geld."),
    )


def _controleer(nieuw: NieuweWijziging) -> None:
    fouten = (
        ("bedrag", not 0 < nieuw.eurocent <= MEESTE, _("Het bedrag is meer dan nul."), "bedrag"),
        ("leeg", nieuw.van_id is None and nieuw.naar_id is None, _("Er is geen regel gekozen."), "naar"),
        ("zelfde", nieuw.van_id == nieuw.naar_id, _("Van en naar zijn dezelfde regel."), "naar"),
    )
    for code, mis, wat, veld in fouten:
        if mis:
            raise Domeinfout(
                f"begrotingswijziging_{code}",
                wat,
                _("Kies waar het bedrag vandaan komt en waar het heen gaat."),
                veld=veld,
            )
    _controleer_reden(nieuw.reden)


def _controleer_reden(reden: str) -> None:
    if not reden.strip() or len(reden) > LANGSTE_REDEN:
        raise Domeinfout(
            "reden_ontbreekt",
            _("De reden ontbreekt of is te lang."),
            _("Schrijf in een paar zinnen op waarom."),
            veld="reden",
        )


def _een_begroting(nieuw: NieuweWijziging, begrotingen: list[Begroting]) -> Begroting:
    kolom = Begrotingskolom.objects.filter(pk=nieuw.kolom_id).first()
    if kolom is None or {b.pk for b in begrotingen} != {kolom.begroting_id}:
        raise Domeinfout(
            "begrotingswijziging_begroting",
            _("De regels en het jaar horen niet bij dezelfde begroting."),
            _("Kies regels en een jaar van een en dezelfde begroting."),
            veld="kolom",
        )
    # Of one budget one change at a time: together they may not take more than there is.
    return Begroting.objects.select_for_update().get(pk=kolom.begroting_id)


def _niet_te_kort(begroting: Begroting) -> None:
    """Refuse a change by which a line would have less than nothing."""
    document, wijzigingen = budget_van(begroting)
    voor = {(regel, kolom) for regel, kolom, _bedrag in te_kort(document)}
    for regel, kolom, bedrag in te_kort(pas_toe(document, wijzigingen)):
        if (regel, kolom) not in voor:
            raise Domeinfout(
                "begrotingswijziging_te_veel",
                _("Dan staat er bij '%(regel)s' in %(jaar)s %(bedrag)s.")
                % {"regel": regel, "jaar": kolom, "bedrag": euro(bedrag)},
                _("Kies een kleiner bedrag, een andere regel, of alleen dit jaar."),
                veld="bedrag",
            )
