"""Use cases on who lives in a household: somebody joins, moves here, leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.inwoners.access import haal_huishoudens
from samendoen.inwoners.actions.huishouden import BEZET, al_ergens, fout, geboren
from samendoen.inwoners.events import GezinslidErbij, GezinslidVertrokken
from samendoen.inwoners.models import Gezinslid
from samendoen.inwoners.rules import Gezinsrol
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)


@dataclass(frozen=True, slots=True)
class Toetreding:
    """Somebody joins a household; `van` is the first day there.

    `hoofdverblijf` False: a child that has its main home elsewhere (co-parents). `verhuist`: whose main home
    is elsewhere leaves it on that same day.
    """

    huishouden_id: int
    persoon_id: int
    rol: str
    van: date
    hoofdverblijf: bool = True
    verhuist: bool = False


@dataclass(frozen=True, slots=True)
class Vertrek:
    """Somebody leaves a household; `tot` is the first day no longer there."""

    huishouden_id: int
    persoon_id: int
    tot: date


Lopend = Mapping[tuple[int, int], Gezinslid]


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def gezinsleden_erbij(door: Actor, nieuwe: Sequence[Toetreding]) -> None:
    """Let people join households; who lives there in this way since that day already changes nothing.

    Asks a writable grant on somebody who lives there (also where somebody moves away from). Raises Domeinfout
    for an unknown role or person, a second home of who is no child, a day in the future or before the birth,
    or somebody who lives there or elsewhere already.
    """
    verlaten = _te_verlaten(nieuwe)
    haal_huishoudens(door, {n.huishouden_id for n in nieuwe})
    _eis_vertrek(door, verlaten)
    datums = geboren(door, [n.persoon_id for n in nieuwe])
    er_al = _lopend([(n.huishouden_id, n.persoon_id) for n in nieuwe])
    verse = [n for n in dict.fromkeys(nieuwe) if not _is_zo(er_al.get((n.huishouden_id, n.persoon_id)), n)]
    for nieuw in verse:
        _controleer(nieuw, datums[nieuw.persoon_id])
    _vertrek(door, [v for v in verlaten if any(n.persoon_id == v.persoon_id for n in verse)])
    try:
        with transaction.atomic():
            Gezinslid.objects.bulk_create(
                Gezinslid(
                    huishouden_id=n.huishouden_id,
                    inwoner_id=n.persoon_id,
                    rol=str(n.rol),
                    hoofdverblijf=n.hoofdverblijf,
                    van=n.van,
                )
                for n in verse
            )
    except IntegrityError as f:
        raise _bezet(f) from f
    leg_vast(door, *(_erbij(n) for n in verse))


def _te_verlaten(nieuwe: Sequence[Toetreding]) -> list[Vertrek]:
    """Return whom to take out of which household: who moves, and has the main home elsewhere.

    Who turns out to have moved before that home was recorded never lived there: it ends on its first day.
    """
    verhuizers = {n.persoon_id: n for n in nieuwe if n.verhuist and n.hoofdverblijf}
    thuis = Gezinslid.objects.filter(inwoner__in=list(verhuizers), hoofdverblijf=True, tot=None)
    return [
        Vertrek(huishouden, persoon, max(van, verhuizers[persoon].van))
        for huishouden, persoon, van in thuis.values_list("huishouden_id", "inwoner_id", "van")
        if huishouden != verhuizers[persoon].huishouden_id
    ]


def _eis_vertrek(door: Actor, verlaten: Sequence[Vertrek]) -> None:
    try:
        haal_huishoudens(door, {v.huishouden_id for v in verlaten})
    except (NietGevonden, Geweigerd) as f:
        raise fout(
            "leden",
            _("Een van deze mensen hoort nog bij een huishouden buiten uw werkgebied."),
            _("Vraag wie daar werkt om het vertrek vast te leggen."),
        ) from f


def _erbij(nieuw: Toetreding) -> Vastlegging:
    gebeurtenis = GezinslidErbij(
        persoon=nieuw.persoon_id, rol=str(nieuw.rol), hoofdverblijf=nieuw.hoofdverblijf
    )
    return Vastlegging(gebeurtenis, nieuw.huishouden_id, nieuw.van)


def _is_zo(lid: Gezinslid | None, nieuw: Toetreding) -> bool:
    return lid is not None and (lid.rol, lid.hoofdverblijf, lid.van) == (
        str(nieuw.rol),
        nieuw.hoofdverblijf,
        nieuw.van,
    )


def _controleer(nieuw: Toetreding, geboortedatum: date) -> None:
    fouten = (
        (
            "rol",
            nieuw.rol not in set(Gezinsrol),
            _("Deze rol bestaat niet."),
            _("Kies een rol uit de lijst."),
        ),
        (
            "hoofdverblijf",
            not nieuw.hoofdverblijf and nieuw.rol != Gezinsrol.KIND,
            _("Alleen een kind kan op twee adressen wonen."),
            _("Kies voor deze persoon één huishouden."),
        ),
        (
            "van",
            nieuw.van > klok.vandaag(),
            _("Deze dag ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        ),
        (
            "van",
            nieuw.van < geboortedatum,
            _("Deze dag ligt vóór de geboorte."),
            _("Kies de geboortedag of een dag daarna."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise fout(veld, wat, doe)


def _bezet(f: IntegrityError) -> Exception:
    if "gezinslid_niet_dubbel" in str(f):
        return fout(
            "leden",
            _("Deze persoon hoort in deze periode al bij dit huishouden."),
            _("Kijk bij het huishouden sinds wanneer."),
        )
    return al_ergens() if any(naam in str(f) for naam in BEZET) else f


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def gezinsleden_vertrekken(door: Actor, vertrekken: Sequence[Vertrek]) -> None:
    """Let people leave households; who left on that day already changes nothing.

    Leaving on the day of joining undoes a mistake: that membership was never in force. Asks a writable grant
    on who leaves, or on somebody who lives there. Raises Domeinfout for who is no member, and for a day in
    the future or before joining.
    """
    haal_huishoudens(door, [v.huishouden_id for v in vertrekken], ook=[v.persoon_id for v in vertrekken])
    _vertrek(door, vertrekken)


def _vertrek(door: Actor, vertrekken: Sequence[Vertrek]) -> None:
    paren = [(v.huishouden_id, v.persoon_id) for v in vertrekken]
    lopend, weg = _lopend(paren), _al_weg(paren)
    echt = [v for v in dict.fromkeys(vertrekken) if v not in weg]
    for vertrek in echt:
        _controleer_vertrek(vertrek, lopend.get((vertrek.huishouden_id, vertrek.persoon_id)))
    for vertrek in echt:
        lopend[vertrek.huishouden_id, vertrek.persoon_id].tot = vertrek.tot
    werk_bij([lopend[v.huishouden_id, v.persoon_id] for v in echt], ["tot"])
    leg_vast(
        door,
        *(Vastlegging(GezinslidVertrokken(persoon=v.persoon_id), v.huishouden_id, v.tot) for v in echt),
    )


def _lopend(paren: Sequence[tuple[int, int]]) -> Lopend:
    """Return the memberships of these (household, person) that have not ended."""
    rijen = Gezinslid.objects.filter(
        huishouden__in={h for h, _p in paren}, inwoner__in={p for _h, p in paren}, tot=None
    )
    return {(rij.huishouden_id, rij.inwoner_id): rij for rij in rijen}


def _al_weg(paren: Sequence[tuple[int, int]]) -> set[Vertrek]:
    rijen = Gezinslid.objects.filter(
        huishouden__in={h for h, _p in paren}, inwoner__in={p for _h, p in paren}, tot__isnull=False
    )
    velden = rijen.values_list("huishouden_id", "inwoner_id", "tot")
    return {Vertrek(huishouden, persoon, tot) for huishouden, persoon, tot in velden if tot}


def _controleer_vertrek(vertrek: Vertrek, lid: Gezinslid | None) -> None:
    if lid is None:
        raise Domeinfout(
            "huishouden_geen_lid",
            _("Deze persoon hoort niet (meer) bij dit huishouden."),
            _("Ververs de pagina om te zien wie er nu wonen."),
        )
    if vertrek.tot > klok.vandaag():
        raise fout("tot", _("Deze dag ligt in de toekomst."), _("Kies vandaag of een dag daarvoor."))
    if vertrek.tot < lid.van:
        raise fout(
            "tot",
            _("Deze dag ligt voor de eerste dag in dit huishouden."),
            _("Kies de eerste dag of een dag daarna."),
        )
