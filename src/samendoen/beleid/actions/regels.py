"""Use cases of keeping a plan up: change, move, end and restore its themes, goals and activities.

What was read in stays recognisable: every change keeps what stood there before, who did it and why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from samendoen.beleid.events import RegelBeeindigd, RegelGewijzigd, RegelHersteld, RegelVerplaatst
from samendoen.beleid.models import Activiteit, Doelstelling, Planwijziging, Thema
from samendoen.beleid.rules.jaar import Regelsoort, schuif
from samendoen.beleid.rules.planregels import VELDEN, als_tekst, mis, netjes, reden_verplicht
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
    wie_mag,
)

Regel = Thema | Doelstelling | Activiteit
MODELLEN: Mapping[Regelsoort, tuple[type[Any], str, str]] = {
    Regelsoort.THEMA: (Thema, "onderdeel", "onderdeel"),
    Regelsoort.DOEL: (Doelstelling, "thema", "thema__onderdeel"),
    Regelsoort.ACTIVITEIT: (Activiteit, "doelstelling", "doelstelling__thema__onderdeel"),
}
"""Of each kind of line its model, what it lies in, and the way from it to its part of the plan."""
LANGSTE_REDEN = 1000


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What to change of one line, and why. `versie` is the one that the writer had before them. Fields that
    are not in `velden` stay; `eigenaar` is the number of an account, or None."""

    soort: Regelsoort
    regel: int
    versie: int
    velden: Mapping[str, Any] = field(default_factory=dict)
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Verplaatsing:
    """A line, and which of its own it should be, counted from 1."""

    soort: Regelsoort
    regel: int
    versie: int
    plaats: int


@dataclass(frozen=True, slots=True)
class Einde:
    """A line that ends, or runs again, and why."""

    soort: Regelsoort
    regel: int
    versie: int
    reden: str


@actie("beleid", Permissie.BELEID_BEHEREN)
def wijzig_regels(door: Actor, wijzigingen: Sequence[Wijziging]) -> list[int]:
    """Change themes, goals and activities, and return the numbers of those that changed.

    What stands there already changes nothing: sent again it is harmless. Raises Domeinfout for a value that
    cannot be, for a change of a goal or of a promised result without a reason, and ("regel_intussen") when a
    colleague changed the line since; NietGevonden for an unknown one. All or nothing.
    """
    gewijzigd = []
    for w in wijzigingen:
        rij = haal_regel(w.soort, w.regel, op_slot=True)
        velden = {veld: netjes(waarde) for veld, waarde in w.velden.items()}
        controleer_velden(w.soort, velden)
        anders = {v: waarde for v, waarde in velden.items() if waarde != _nu(rij, v)}
        if not anders:
            continue
        eis_versie(rij, w.versie)
        eis_loopt(rij)
        if reden_verplicht(w.soort, anders):
            eis_reden(w.reden)
        oud = {veld: _nu(rij, veld) for veld in anders}
        for veld, waarde in anders.items():
            setattr(rij, "eigenaar_id" if veld == "eigenaar" else veld, waarde)
        bewaar(rij, anders)
        schrijf_geschiedenis(
            door, w.soort, rij, [(v, als_tekst(oud[v]), als_tekst(anders[v])) for v in anders], w.reden
        )
        gebeurtenis = RegelGewijzigd(
            regelsoort=w.soort.value, regel=rij.pk, velden=tuple(sorted(anders)), regelversie=rij.versie
        )
        leg_vast_bij(door, w.soort, rij, gebeurtenis)
        gewijzigd.append(rij.pk)
    return gewijzigd


@actie("beleid", Permissie.BELEID_BEHEREN)
def verplaats_regels(door: Actor, verplaatsingen: Sequence[Verplaatsing]) -> None:
    """Give lines another place among those beside them; one that stands there already stays.

    Raises as wijzig_regels. A place beyond the last is the last.
    """
    for v in verplaatsingen:
        rij = haal_regel(v.soort, v.regel, op_slot=True)
        model, ouder, _pad = MODELLEN[v.soort]
        naast = list(
            model.objects.select_for_update()
            .filter(**{ouder: getattr(rij, f"{ouder}_id")}, beeindigd_op=None)
            .order_by("volgorde", "pk")
        )
        nummers = [n.pk for n in naast]
        nieuw = schuif(nummers, rij.pk, v.plaats)
        if list(nieuw) == nummers:
            continue
        eis_versie(rij, v.versie)
        eis_loopt(rij)
        plek = {nummer: nr for nr, nummer in enumerate(nieuw, 1)}
        for n in naast:
            n.volgorde = plek[n.pk]
        werk_bij(naast, ["volgorde"])
        rij.volgorde = plek[rij.pk]
        bewaar(rij, ["volgorde"])
        schrijf_geschiedenis(door, v.soort, rij, [("plaats", "", str(rij.volgorde))], "")
        leg_vast_bij(
            door, v.soort, rij, RegelVerplaatst(regelsoort=v.soort.value, regel=rij.pk, plaats=rij.volgorde)
        )


@actie("beleid", Permissie.BELEID_BEHEREN)
def beeindig_regels(door: Actor, eindes: Sequence[Einde]) -> None:
    """End lines today, with a reason; what was written of them stays, and so does what lies below them.

    One that ended already stays as it is. Raises as wijzig_regels.
    """
    for einde in eindes:
        rij = haal_regel(einde.soort, einde.regel, op_slot=True)
        if rij.beeindigd_op is not None:
            continue
        eis_reden(einde.reden)
        eis_versie(rij, einde.versie)
        rij.beeindigd_op, rij.beeindigd_reden = klok.vandaag(), einde.reden.strip()
        bewaar(rij, ["beeindigd_op", "beeindigd_reden"])
        schrijf_geschiedenis(door, einde.soort, rij, [("beeindigd", rij.titel, "")], einde.reden)
        gebeurtenis = RegelBeeindigd(regelsoort=einde.soort.value, regel=rij.pk, op=rij.beeindigd_op)
        leg_vast_bij(door, einde.soort, rij, gebeurtenis)


@actie("beleid", Permissie.BELEID_BEHEREN)
def herstel_regels(door: Actor, eindes: Sequence[Einde]) -> None:
    """Let lines that ended run again, with a reason; one that runs stays as it is. As beeindig_regels."""
    for einde in eindes:
        rij = haal_regel(einde.soort, einde.regel, op_slot=True)
        if rij.beeindigd_op is None:
            continue
        eis_reden(einde.reden)
        eis_versie(rij, einde.versie)
        rij.beeindigd_op, rij.beeindigd_reden = None, ""
        bewaar(rij, ["beeindigd_op", "beeindigd_reden"])
        schrijf_geschiedenis(door, einde.soort, rij, [("hersteld", "", rij.titel)], einde.reden)
        leg_vast_bij(door, einde.soort, rij, RegelHersteld(regelsoort=einde.soort.value, regel=rij.pk))


def haal_regel(soort: Regelsoort, nummer: int, *, op_slot: bool = False) -> Regel:
    """Return a line with its part of the plan. Raises NietGevonden."""
    model, _ouder, pad = MODELLEN[soort]
    rijen = model.objects.select_related(f"{pad}__plan")
    if op_slot:
        rijen = rijen.select_for_update(of=("self",))
    rij: Regel | None = rijen.filter(pk=nummer).first()
    if rij is None:
        raise NietGevonden(
            "regel_onbekend",
            _("Dit staat niet in het plan."),
            _("Kies een thema, doel of activiteit op de pagina Plan bewerken."),
        )
    return rij


def plan_id_van(soort: Regelsoort, rij: Any) -> int:
    """Return the number of the plan that a line belongs to."""
    for stap in MODELLEN[soort][2].split("__"):
        rij = getattr(rij, stap)
    nummer: int = rij.plan_id
    return nummer


def controleer_velden(soort: Regelsoort, velden: Mapping[str, Any]) -> None:
    """Refuse what a line of this kind cannot have. Raises Domeinfout beside its field."""
    for veld, waarde in velden.items():
        if veld not in VELDEN[soort]:
            raise Domeinfout(
                "veld_onbekend",
                _("Dit kan hier niet worden gewijzigd."),
                _("Kies een veld van het formulier."),
            )
        if veld == "eigenaar":
            _controleer_eigenaar(waarde)
        elif mis(veld, waarde):
            raise Domeinfout(
                "veld_onjuist",
                _("Dit veld is leeg, te lang of heeft te veel regels."),
                _("Maak het korter, of vul het in als het leeg is."),
                veld=veld,
            )


def _controleer_eigenaar(nummer: int | None) -> None:
    if nummer is None:
        return
    if nummer not in wie_mag(Permissie.BELEID_VERANTWOORDEN, [nummer], klok.vandaag()):
        raise Domeinfout(
            "eigenaar_onjuist",
            _("Deze collega kan geen eigenaar zijn."),
            _("Kies een beleidsadviseur of een teamleider."),
            veld="eigenaar",
        )


def eis_reden(reden: str) -> None:
    """Refuse a change that must say why and does not. Raises Domeinfout."""
    if not reden.strip() or len(reden) > LANGSTE_REDEN:
        raise Domeinfout(
            "reden_ontbreekt",
            _("Er staat niet waarom dit verandert."),
            _("Schrijf in een paar zinnen op waarom. De raad kan dit lezen."),
            veld="reden",
        )


def eis_versie(rij: Regel, versie: int) -> None:
    """Refuse to write over what a colleague changed since. Raises Domeinfout."""
    if rij.versie != versie:
        raise Domeinfout(
            "regel_intussen",
            _("Een collega heeft dit intussen gewijzigd."),
            _("Kopieer wat u schreef, ververs de pagina en kijk wat er nu staat."),
        )


def eis_loopt(rij: Regel) -> None:
    """Refuse to change what ended. Raises Domeinfout."""
    if rij.beeindigd_op is not None:
        raise Domeinfout(
            "regel_beeindigd",
            _("Dit is beëindigd en kan niet worden gewijzigd."),
            _("Herstel het eerst op de pagina Plan bewerken."),
        )


def bewaar(rij: Regel, velden: Iterable[str]) -> None:
    """Write fields of a line, as its next version."""
    rij.versie += 1
    rij.save(update_fields=[*velden, "versie"])


def schrijf_geschiedenis(
    door: Actor, soort: Regelsoort, rij: Regel, wat: Iterable[tuple[str, str, str]], reden: str
) -> None:
    """Keep before and after of the fields of a line, with the reason."""
    Planwijziging.objects.bulk_create(
        Planwijziging(
            plan_id=plan_id_van(soort, rij),
            regelsoort=soort.value,
            regel=rij.pk,
            versie=rij.versie,
            veld=veld,
            oud=oud,
            nieuw=nieuw,
            reden=reden.strip(),
            door_id=door.id,
            op=klok.nu(),
        )
        for veld, oud, nieuw in wat
    )


def leg_vast_bij(door: Actor, soort: Regelsoort, rij: Regel, gebeurtenis: Gebeurtenissoort) -> None:
    """Record an event of a line, on its plan."""
    leg_vast(door, Vastlegging(gebeurtenis, plan_id_van(soort, rij), klok.vandaag()))


def _nu(rij: Model, veld: str) -> Any:
    waarde = getattr(rij, "eigenaar_id" if veld == "eigenaar" else veld)
    return netjes(waarde)
