"""Mistakes on request: what providers do wrong, so that a municipality can show that it notices.

A mistake is made once per day and month declared; the run that makes it may be repeated. What it sends stands
in the ledger as it was sent, so that the answer of the municipality is booked like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from samendoen.site.fout import Bedrijfsfout
from samendoen.site.simulator.declaratie import Rekening
from samendoen.site.simulator.regie import EERSTE, VERWIJDEREN, stuur_start, stuur_stop
from samendoen.site.simulator.rekenen import TIJDELIJK, VOLGENS_PLAN
from samendoen.site.simulator.waarden import (
    Client,
    Declaratie,
    Levering,
    Prestatie,
    Stand,
    Toewijzing,
    Verstuurd,
)
from samendoen.site.simulator.werk import Werk

NERGENS = 999999999
VREEMD_BSN, GEEN_BSN = "999991012", "999991013"
"""A number that passes the eleven test and is nobody's, and one that fails it."""


@dataclass(frozen=True, slots=True)
class Fout:
    """A mistake: what it is, and what makes it, in an invoice, in a start or stop, or in a file."""

    uitleg: str
    rekening: Callable[[Werk, Rekening], Rekening] | None = None
    los: Callable[[Werk], bool] | None = None
    """Sends something wrong; tells whether there was something to send it about."""


def _eerste(verander: Callable[[Prestatie], Prestatie]) -> Callable[[Werk, Rekening], Rekening]:
    """Return a mistake in the first line of an invoice."""

    def doe(werk: Werk, rekening: Rekening) -> Rekening:
        if not rekening.prestaties:
            return rekening
        regels = (verander(rekening.prestaties[0]), *rekening.prestaties[1:])
        return replace(rekening, prestaties=regels, totaal=sum(p.bedrag for p in regels))

    return doe


def _ander_tarief(p: Prestatie) -> Prestatie:
    if p.tarief is None:
        return replace(p, volume=p.volume + 1, bedrag=p.bedrag + (-1 if p.credit else 1))
    bedrag = p.volume * (p.tarief + 1)
    return replace(p, tarief=p.tarief + 1, bedrag=-bedrag if p.credit else bedrag)


def _te_veel(p: Prestatie) -> Prestatie:
    return replace(p, volume=p.volume * 20, bedrag=p.bedrag * 20)


def _verkeerde_periode(p: Prestatie) -> Prestatie:
    return replace(p, van=min(p.van + timedelta(days=1), p.tot))


def _als_credit(p: Prestatie) -> Prestatie:
    return replace(p, vorig="BESTAATNIET", bedrag=-abs(p.bedrag))


def _dubbel(werk: Werk, rekening: Rekening) -> Rekening:
    """Declare again what was declared before (TR389)."""
    debet = [p for p in _eerder(werk, rekening) if not p.credit and p.stand != Stand.AFGEWEZEN]
    if not debet:
        return rekening
    referentie = werk.kenmerk("dubbel", debet[-1].referentie, werk.vandaag, lengte=20)
    return _erbij(rekening, replace(debet[-1], referentie=referentie, stand=Stand.GEMELD))


def _oude_referentie(werk: Werk, rekening: Rekening) -> Rekening:
    oud = _eerder(werk, rekening)
    if not oud or not rekening.prestaties:
        return rekening
    return _eerste(lambda p: replace(p, referentie=oud[-1].referentie))(werk, rekening)


def _oud_nummer(werk: Werk, rekening: Rekening) -> Rekening:
    oud = werk.boek.een(Declaratie, standaard=rekening.standaard)
    return replace(rekening, nummer=oud.nummer) if oud else rekening


def _eerder(werk: Werk, rekening: Rekening) -> list[Prestatie]:
    rijen = werk.boek.alle(Prestatie, standaard=rekening.standaard)
    return sorted(rijen, key=lambda p: (p.van, p.nummer, p.referentie))


def _erbij(rekening: Rekening, prestatie: Prestatie) -> Rekening:
    regels = (*rekening.prestaties, prestatie)
    return replace(rekening, prestaties=regels, totaal=sum(p.bedrag for p in regels))


def _lopend(
    werk: Werk, telt: Callable[[Levering], bool] = lambda levering: True
) -> tuple[Client, Toewijzing, Levering] | None:
    """Return care that goes on, the lowest number first."""
    rijen = [x for x in werk.boek.alle(Levering, stand=Stand.GEMELD) if x.eind is None and telt(x)]
    for levering in sorted(rijen, key=lambda x: (x.standaard, x.nummer)):
        t = werk.boek.een(Toewijzing, standaard=levering.standaard, nummer=levering.nummer)
        client = werk.boek.een(Client, standaard=levering.standaard, bsn=t.bsn) if t else None
        if t and client:
            return client, t, levering
    return None


def _start(
    verander: Callable[[Client, Toewijzing, Levering], tuple[Client, Toewijzing, Levering]],
    status: str = EERSTE,
) -> Callable[[Werk], bool]:
    """Return a mistake in a start about care that goes on."""

    def doe(werk: Werk) -> bool:
        gevonden = _lopend(werk)
        if gevonden:
            client, t, levering = verander(*gevonden)
            stuur_start(werk, client, t, levering.begin, status)
        return gevonden is not None

    return doe


def _stop_zonder_start(werk: Werk) -> bool:
    gevonden = _lopend(werk)
    if gevonden:
        client, t, levering = gevonden
        dag = levering.begin - timedelta(days=1)
        nooit = replace(levering, begin=dag, eind=werk.vandaag, reden=VOLGENS_PLAN[t.standaard])
        stuur_stop(werk, client, t, nooit, EERSTE)
    return gevonden is not None


def _stop_eerst(werk: Werk) -> bool:
    """Report a temporary stop of care of which the start waits for the next round."""
    wacht = {bericht.over for bericht in werk.boek.alle(Verstuurd, plek="wacht")}
    gevonden = _lopend(werk, lambda x: f"{x.standaard}|{x.nummer}|{x.begin}|{EERSTE}" in wacht)
    if gevonden:
        client, t, levering = gevonden
        gestopt = replace(levering, eind=werk.vandaag, reden=TIJDELIJK)
        werk.boek.zet(gestopt)
        stuur_stop(werk, client, t, gestopt, EERSTE)
    return gevonden is not None


def _laatste(werk: Werk) -> Verstuurd | None:
    """Return the message that was made last, no answer."""
    rijen = [x for x in werk.boek.alle(Verstuurd) if x.soort[-3:] in {"305", "307", "315", "317", "323"}]
    return rijen[-1] if rijen else None


def _bestand(naam: str, verander: Callable[[bytes], bytes], *, zelfde: bool) -> Callable[[Werk], bool]:
    """Return a mistake in a file: the last message once more, spoiled, under its own identity or another."""

    def doe(werk: Werk) -> bool:
        laatste = _laatste(werk)
        if laatste is None:
            return False
        inhoud = verander(laatste.inhoud)
        eigen = laatste.identificatie if zelfde else werk.kenmerk(naam, laatste.identificatie)
        inhoud = inhoud.replace(laatste.identificatie.encode(), eigen.encode())
        extra = f"_{naam}" if zelfde else ""
        werk.leg_in(laatste.soort, eigen, f"fout|{naam}", inhoud, extra=extra)
        return True

    return doe


def _ander_bsn(bsn: str) -> Callable[[Prestatie], Prestatie]:
    return lambda p: replace(p, bsn=bsn)


FOUTEN: Mapping[str, Fout] = {
    "onbekende-toewijzing": Fout(
        "declareert op een toewijzing die er niet is", _eerste(lambda p: replace(p, nummer=NERGENS))
    ),
    "dubbele-declaratie": Fout("declareert nog eens wat al gedeclareerd is", _dubbel),
    "verkeerd-tarief": Fout("rekent een cent te veel per eenheid", _eerste(_ander_tarief)),
    "te-veel-volume": Fout("declareert twintig keer wat geleverd is", _eerste(_te_veel)),
    "verkeerd-bsn": Fout("declareert op het BSN van niemand", _eerste(_ander_bsn(VREEMD_BSN))),
    "ongeldig-bsn": Fout("declareert op een BSN dat niet bestaat", _eerste(_ander_bsn(GEEN_BSN))),
    "verkeerde-periode": Fout("laat de productperiode een dag te laat beginnen", _eerste(_verkeerde_periode)),
    "credit-zonder-debet": Fout("crediteert wat er nooit was", _eerste(_als_credit)),
    "oude-referentie": Fout("gebruikt het nummer van een prestatie nog eens", _oude_referentie),
    "oud-declaratienummer": Fout("gebruikt het nummer van een declaratie nog eens", _oud_nummer),
    "verkeerd-totaal": Fout(
        "telt een cent te veel op", lambda werk, r: replace(r, totaal=r.totaal + 1) if r.prestaties else r
    ),
    "start-onbekende-toewijzing": Fout(
        "meldt de start van een toewijzing die er niet is",
        los=_start(lambda c, t, x: (c, replace(t, nummer=NERGENS), x)),
    ),
    "start-verkeerd-bsn": Fout(
        "meldt een start bij een ander mens", los=_start(lambda c, t, x: (replace(c, bsn=VREEMD_BSN), t, x))
    ),
    "dubbele-start": Fout("meldt een start die al gemeld is", los=_start(lambda c, t, x: (c, t, x))),
    "verwijder-onbekende-start": Fout(
        "verwijdert een start die nooit gemeld is",
        los=_start(lambda c, t, x: (c, t, replace(x, begin=x.begin - timedelta(days=1))), VERWIJDEREN),
    ),
    "stop-zonder-start": Fout("meldt een stop zonder start", los=_stop_zonder_start),
    "kapotte-xml": Fout(
        "stuurt een half bestand", los=_bestand("kapot", lambda b: b[: len(b) // 2], zelfde=False)
    ),
    "verkeerde-vorm": Fout(
        "laat een verplicht element weg",
        los=_bestand("vorm", lambda b: b.replace(b"<BerichtVersie>3</BerichtVersie>", b""), zelfde=False),
    ),
    "dubbele-levering": Fout(
        "levert hetzelfde bericht nog eens af", los=_bestand("nogmaals", lambda b: b, zelfde=True)
    ),
    "andere-inhoud": Fout(
        "stuurt onder dezelfde identificatie andere bytes",
        los=_bestand("anders", lambda b: b.replace(b"<Bsn>", b"<Bsn >", 1), zelfde=True),
    ),
    "volgorde": Fout("meldt een stop vóór de start die erbij hoort", los=_stop_eerst),
}
"""What can go wrong on request, by name."""
VOLGORDE = "volgorde"
"""The mistake for which starts wait a round, so that the stop comes first."""


def niets_om_fout_te_doen(naam: str) -> Bedrijfsfout:
    """Return the error that says why a mistake cannot be made now."""
    return Bedrijfsfout(
        "niets_om_fout_te_doen",
        f"Voor de fout '{naam}' heeft deze aanbieder nog niets in handen.",
        "Laat hem eerst een toewijzing ontvangen en starten; geef bij een declaratie ook --maand.",
    )
