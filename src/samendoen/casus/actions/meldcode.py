"""Walk the meldcode: begin a path, write down its steps, take back what was a mistake."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, leesbare_paden, niet_gevonden
from samendoen.casus.actions.meldcodeinvoer import (
    NieuweMeldcode,
    Stapinvoer,
    controleer_begin,
    controleer_stap,
    haal_paden,
)
from samendoen.casus.actions.veiligheidinvoer import haal_om_te_schrijven
from samendoen.casus.events import MELDCODE, MeldcodeBegonnen, MeldcodeStapGezet, MeldcodeStapIngetrokken
from samendoen.casus.models import Casus, Meldcodepad, Meldcodepersoon, Meldcodestap
from samendoen.casus.queries.meldcodetaken import TERUGKOPPELING
from samendoen.casus.rules import Stapsoort, als_antwoorden, als_codes, wijkt_af
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    van_onderwerp,
)
from samendoen.recht.api import weeg
from samendoen.werk.api import laat_taken_vervallen


@actie("casus", Permissie.CASUS_WERKEN)
def begin_meldcodes(door: Actor, nieuwe: Sequence[NieuweMeldcode]) -> list[int]:
    """Begin paths of the meldcode; return their ids.

    A `kenmerk` that is known changes nothing. Raises NietGevonden or Geweigerd without the right on the
    casus or on anybody it is about, Domeinfout with the field for a closed casus or what cannot be.
    """
    casussen, wie = haal_om_te_schrijven(door, [(n.casus, p) for n in nieuwe for p in n.personen])
    bekend = dict(
        Meldcodepad.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk")
    )
    vers = [n for n in nieuwe if n.kenmerk not in bekend]
    for n in vers:
        controleer_begin(n)
    eis_open(casussen[n.casus] for n in vers)
    paden = schrijf(
        Meldcodepad(
            kenmerk=n.kenmerk,
            casus_id=n.casus,
            inwoner_id=n.personen[0],
            wet=wie[n.casus, n.personen[0]].wet,
            dossier_id=wie[n.casus, n.personen[0]].dossier_id,
            doelgroep=n.doelgroep,
            begonnen_op=n.op,
            begonnen_door_id=door.id,
        )
        for n in vers
    )
    personen = schrijf(
        Meldcodepersoon(pad=pad, inwoner_id=p, wet=b.wet, dossier_id=b.dossier_id)
        for pad, n in zip(paden, vers, strict=True)
        for p in n.personen
        for b in (wie[n.casus, p],)
    )
    _leg_begin_vast(door, paden, personen, casussen)
    bekend |= {pad.kenmerk: pad.pk for pad in paden}
    return [bekend[n.kenmerk] for n in nieuwe]


def _leg_begin_vast(
    door: Actor,
    paden: Sequence[Meldcodepad],
    personen: Sequence[Meldcodepersoon],
    casussen: Mapping[int, Casus],
) -> None:
    per: dict[int, list[Meldcodepersoon]] = {}
    for p in personen:
        per.setdefault(p.pad_id, []).append(p)
    leg_vast(
        door,
        *(
            Vastlegging(
                MeldcodeBegonnen(
                    casus=pad.casus_id,
                    team=casussen[pad.casus_id].team.code,
                    kader=casussen[pad.casus_id].wet,
                    doelgroep=pad.doelgroep,
                    personen=tuple(p.inwoner_id for p in per[pad.pk]),
                ),
                pad.pk,
                pad.begonnen_op,
                dossier_id=pad.dossier_id,
                ook=[p.dossier_id for p in per[pad.pk]],
            )
            for pad in paden
        ),
    )


@actie("casus", Permissie.CASUS_WERKEN)
def leg_stappen_vast(door: Actor, stappen: Sequence[Stapinvoer]) -> list[int]:
    """Write down steps, in any order; return their ids. What was written before stays to be read; the last
    one stands.

    A step towards Veilig Thuis or the table may come after the path ended. A `kenmerk` that is known changes
    nothing. Raises NietGevonden or Geweigerd without the right, Domeinfout with the field for missing words,
    an open weighing question, or what cannot be.
    """
    paden, _casussen = haal_paden(door, [s.pad for s in stappen])
    bekend = dict(
        Meldcodestap.objects.filter(kenmerk__in=[s.kenmerk for s in stappen]).values_list("kenmerk", "pk")
    )
    nieuw = [s for s in stappen if s.kenmerk not in bekend]
    for s in nieuw:
        controleer_stap(s, paden[s.pad])
    gewogen = _wegingen(paden)
    rijen = schrijf(_rij(door, s, paden[s.pad], gewogen.get(s.pad, "")) for s in nieuw)
    leg_vast(door, *(_gezet(rij, paden[rij.pad_id]) for rij in rijen))
    terug = {r.pad_id for r in rijen if r.soort == Stapsoort.VT_TERUGKOPPELING}
    laat_taken_vervallen(door, TERUGKOPPELING, MELDCODE, terug)
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[s.kenmerk] for s in stappen]


def _wegingen(paden: Mapping[int, Meldcodepad]) -> dict[int, str]:
    """Return path -> where its weighing leads to, of those that were weighed."""
    rijen = Meldcodestap.objects.filter(
        pad__in=paden, soort=Stapsoort.WEGEN, overgeslagen=False, ingetrokken_op=None
    ).order_by("pk")
    return {rij.pad_id: weeg(als_antwoorden(rij.antwoorden)).besluit.value for rij in rijen}


def _rij(door: Actor, s: Stapinvoer, pad: Meldcodepad, weging: str) -> Meldcodestap:
    inhoud = not s.overgeslagen
    antwoorden = als_codes(s.antwoorden) if inhoud and s.soort == Stapsoort.WEGEN else ()
    besluit = s.besluit if inhoud and s.soort == Stapsoort.BESLISSEN else ""
    return Meldcodestap(
        kenmerk=s.kenmerk,
        pad=pad,
        inwoner_id=pad.inwoner_id,
        wet=pad.wet,
        soort=s.soort,
        overgeslagen=s.overgeslagen,
        woorden=s.woorden.strip(),
        met_wie=list(s.keuzes) if inhoud else [],
        antwoorden=list(antwoorden),
        besluit=besluit,
        afgeweken=bool(weging and besluit) and wijkt_af(weging, besluit),
        op=s.op,
        door_id=door.id,
    )


def _gezet(rij: Meldcodestap, pad: Meldcodepad) -> Vastlegging:
    gebeurtenis = MeldcodeStapGezet(
        vastlegging=rij.kenmerk,
        stap=rij.soort,
        overgeslagen=rij.overgeslagen,
        keuzes=tuple(rij.met_wie),
        antwoorden=tuple(rij.antwoorden),
        besluit=rij.besluit or None,
        afgeweken=rij.afgeweken,
    )
    return Vastlegging(gebeurtenis, pad.pk, rij.op, dossier_id=pad.dossier_id)


@actie("casus", Permissie.CASUS_WERKEN)
def trek_stap_in(door: Actor, stap_id: int) -> None:
    """Take back what was written down of a step: a mistake; what stood before it stands again.

    Raises NietGevonden or Geweigerd without the right, Domeinfout when it was taken back already.
    """
    van = Meldcodestap.objects.filter(pk=stap_id).values_list("pad_id", flat=True).first()
    if van is None or not leesbare_paden(door, pk=van).exists():
        raise niet_gevonden()
    paden, _casussen = haal_paden(door, [van])
    rij = Meldcodestap.objects.select_for_update().get(pk=stap_id)
    if rij.ingetrokken_op is not None:
        raise Domeinfout(
            "meldcode_ingetrokken",
            _("Dit is al ingetrokken."),
            _("Ververs de pagina om te zien hoe het er nu voor staat."),
        )
    rij.ingetrokken_op = klok.vandaag()
    rij.save(update_fields=["ingetrokken_op"])
    leg_vast(
        door,
        Vastlegging(
            MeldcodeStapIngetrokken(vastlegging=rij.kenmerk),
            van,
            klok.vandaag(),
            dossier_id=paden[van].dossier_id,
            herroept_id=_gebeurtenis(van, rij.kenmerk),
        ),
    )


def _gebeurtenis(pad_id: int, kenmerk: UUID) -> int:
    """Return the event that wrote down this step."""
    for g in van_onderwerp(MELDCODE, [pad_id])[pad_id]:
        if g.soort == MeldcodeStapGezet.soort and g.gegevens["vastlegging"] == str(kenmerk):
            return g.pk
    raise LookupError(f"no event of step {kenmerk}")
