"""The invoice of a month (323): one line per assignment and product period, credits for what was wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from samendoen.site.fout import Bedrijfsfout
from samendoen.site.simulator.rekenen import MINUUT, UUR, bedrag, geleverd, maand_van, maanden, productperiode
from samendoen.site.simulator.vorm import Veld
from samendoen.site.simulator.waarden import Declaratie, Levering, Prestatie, Stand, Toewijzing
from samendoen.site.simulator.werk import Werk

OUDSTE = date(2021, 1, 1)
"""Nothing before this day can be declared by these messages (CS100)."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """What to declare: the month ("2024-06"), and beside it.

    `achteraf` also what was left in the months before; `herstel` again what was rejected; `corrigeer` the
    numbers of assignments of which the last granted line was one unit too high.
    """

    maand: str
    achteraf: bool = False
    herstel: bool = False
    corrigeer: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rekening:
    """An invoice before it is written: number and lines. `totaal` is their sum, but for a mistake."""

    standaard: str
    maand: str
    nummer: str
    prestaties: tuple[Prestatie, ...]
    totaal: int


Verdraai = Callable[[Rekening], Rekening]


def declareer(werk: Werk, vraag: Vraag, verdraai: Verdraai | None = None) -> None:
    """Put one 323 per standard in the outbox when there is something to declare.

    `verdraai` spoils an invoice on purpose. Raises Bedrijfsfout when the month is not over.
    """
    if werk.vandaag < maand_van(vraag.maand).tot:
        raise Bedrijfsfout(
            "maand_loopt_nog",
            f"De maand {vraag.maand} is op {werk.vandaag} nog niet voorbij.",
            "Declareer na de laatste dag van de maand, of kies met --vandaag een latere dag.",
        )
    for standaard in ("WMO", "JW"):
        rekening = _stel_op(werk, standaard, vraag)
        rekening = verdraai(rekening) if verdraai else rekening
        if rekening.prestaties:
            _dien_in(werk, rekening)


def _stel_op(werk: Werk, standaard: str, vraag: Vraag) -> Rekening:
    leveringen: dict[int, list[Levering]] = defaultdict(list)
    for levering in werk.boek.alle(Levering, standaard=standaard, stand=Stand.GEMELD):
        leveringen[levering.nummer].append(levering)
    eerder: dict[int, list[Prestatie]] = defaultdict(list)
    for prestatie in werk.boek.alle(Prestatie, standaard=standaard):
        eerder[prestatie.nummer].append(prestatie)
    toewijzingen = werk.boek.alle(Toewijzing, standaard=standaard)
    prestaties = [
        prestatie
        for t in sorted(toewijzingen, key=lambda t: (t.bsn, t.nummer))
        for prestatie in _van_toewijzing(werk, t, leveringen[t.nummer], eerder[t.nummer], vraag)
    ]
    volgnummer = len(werk.boek.alle(Declaratie, standaard=standaard, maand=vraag.maand)) + 1
    nummer = werk.kenmerk("declaratie", standaard, vraag.maand, volgnummer)
    som = sum(prestatie.bedrag for prestatie in prestaties)
    return Rekening(standaard, vraag.maand, nummer, tuple(prestaties), som)


def _van_toewijzing(
    werk: Werk, t: Toewijzing, leveringen: list[Levering], eerder: list[Prestatie], vraag: Vraag
) -> list[Prestatie]:
    """Return the lines of one assignment: credits first, then what was delivered and is not declared."""
    terug, minder = _terug(werk, t, eerder, vraag)
    regels = [_credit(werk, p, eerder) for p in terug]
    bezet = [p for p in eerder if p.stand != Stand.AFGEWEZEN or not vraag.herstel]
    vast = {_maand(p) for p in _debet(bezet)} - {_maand(p) for p in terug}
    geldig = _debet(p for p in eerder if p.stand != Stand.AFGEWEZEN)
    al = sum(_in_toewijzing(t, p) for p in geldig if p not in terug)
    for maand in _te_declareren(t, vraag, terug):
        if maand in vast or t.verwijderd:
            continue
        volume = geleverd(t, leveringen, maand, al, werk.zaad)
        volume = min(volume, minder.get(maand, volume))
        if volume > 0 and (regel := _regel(werk, t, maand, volume, eerder)):
            regels.append(regel)
            al += _in_toewijzing(t, regel)
    return regels


def _terug(
    werk: Werk, t: Toewijzing, eerder: list[Prestatie], vraag: Vraag
) -> tuple[list[Prestatie], dict[str, int]]:
    """Return the granted lines to credit, and per month the volume that should have been declared."""
    goed = _goedgekeurd(eerder)
    terug = [p for p in goed if t.verwijderd or not _past(t, p)]
    if not goed or goed[-1] in terug or t.nummer not in vraag.corrigeer:
        return terug, {}
    if not werk.boek.eerste_keer("corrigeer", t.standaard, t.nummer, vraag.maand):
        return terug, {}
    return [*terug, goed[-1]], {_maand(goed[-1]): _in_toewijzing(t, goed[-1]) - 1}


def _maand(p: Prestatie) -> str:
    return p.van.isoformat()[:7]


def _in_toewijzing(t: Toewijzing, p: Prestatie) -> int:
    """Return the volume of a line in the unit of its assignment: of a budget cents, of minutes hours."""
    if t.budget is not None:
        return p.bedrag
    return p.volume // 60 if (t.eenheid, p.eenheid) == (UUR, MINUUT) else p.volume


def _te_declareren(t: Toewijzing, vraag: Vraag, terug: Iterable[Prestatie]) -> list[str]:
    eerste = max(t.ingang, OUDSTE)
    laatste = maand_van(vraag.maand).tot
    reeks = set(maanden(eerste, laatste)) if vraag.achteraf and eerste <= laatste else {vraag.maand}
    return sorted(reeks | {_maand(p) for p in terug})


def _debet(prestaties: Iterable[Prestatie]) -> list[Prestatie]:
    """Return the debit lines that no credit took back."""
    rij = list(prestaties)
    terug = {p.vorig for p in rij if p.credit and p.stand != Stand.AFGEWEZEN}
    return [p for p in rij if not p.credit and p.referentie not in terug]


def _goedgekeurd(prestaties: list[Prestatie]) -> list[Prestatie]:
    goed = [p for p in _debet(prestaties) if p.stand == Stand.TOEGEKEND]
    return sorted(goed, key=lambda p: (p.van, p.referentie))


def _past(t: Toewijzing, p: Prestatie) -> bool:
    """Tell whether a line still has the product period that the assignment gives it."""
    periode = productperiode(t, _maand(p))
    return periode is not None and (periode.van, periode.tot) == (p.van, p.tot)


def _credit(werk: Werk, p: Prestatie, eerder: list[Prestatie]) -> Prestatie:
    keer = sum(q.vorig == p.referentie for q in eerder)
    referentie = werk.kenmerk("credit", p.standaard, p.referentie, keer, lengte=20)
    return replace(p, referentie=referentie, vorig=p.referentie, bedrag=-p.bedrag, stand=Stand.GEMELD)


def _regel(werk: Werk, t: Toewijzing, maand: str, volume: int, eerder: list[Prestatie]) -> Prestatie | None:
    periode = productperiode(t, maand)
    if periode is None:
        return None
    product = werk.tarieven.product_van(t)
    tarief = product.tarief
    in_eenheden = t.budget is not None and tarief is not None
    aantal = volume // max(tarief.cent, 1) if in_eenheden and tarief else volume * product.maal
    if not aantal:
        return None
    keer = sum(_maand(p) == maand and not p.credit for p in eerder)
    return Prestatie(
        t.standaard,
        "",
        werk.kenmerk("prestatie", t.standaard, t.nummer, maand, keer, lengte=20),
        "",
        t.nummer,
        t.bsn,
        product.categorie,
        product.code,
        periode.van,
        periode.tot,
        aantal,
        product.eenheid,
        tarief.in_bericht if tarief else None,
        bedrag(aantal, tarief.cent, tarief.per_uur) if tarief else aantal,
        Stand.GEMELD,
    )


def _dien_in(werk: Werk, rekening: Rekening) -> None:
    """Write an invoice: the message, and the ledger."""
    soort = f"{rekening.standaard}323"
    volgnummer = len(werk.boek.alle(Declaratie, standaard=rekening.standaard))
    over = ("declaratie", rekening.standaard, rekening.maand, volgnummer)
    identificatie = werk.stuur(soort, over, [("Declaratie", _inhoud(werk, rekening))])
    som = sum(p.bedrag for p in rekening.prestaties)
    werk.boek.zet(Declaratie(rekening.standaard, identificatie, rekening.nummer, rekening.maand, som, None))
    werk.boek.zet(*(replace(p, declaratie=identificatie) for p in rekening.prestaties))


def _inhoud(werk: Werk, rekening: Rekening) -> list[Veld]:
    periode = maand_van(rekening.maand)
    per_client = groupby(sorted(rekening.prestaties, key=lambda p: p.bsn), lambda p: p.bsn)
    clienten: list[Veld] = [
        ("Client", [("Bsn", bsn), ("Prestaties", [("Prestatie", _prestatie(p)) for p in rij])])
        for bsn, rij in per_client
    ]
    return [
        ("DeclaratieNummer", rekening.nummer),
        ("DeclaratiePeriode", [(":Begindatum", periode.van), (":Einddatum", periode.tot)]),
        ("DeclaratieDagtekening", werk.vandaag),
        ("TotaalIngediendBedrag", _bedrag(":TotaalBedrag", rekening.totaal, rekening.totaal < 0)),
        ("Clienten", clienten),
    ]


def _prestatie(p: Prestatie) -> list[Veld]:
    referentie: list[Veld] = [(":ReferentieNummer", p.referentie), (":VorigReferentieNummer", p.vorig)]
    return [
        ("ProductReferentie", referentie),
        ("ToewijzingNummer", p.nummer),
        ("ProductCategorie", p.categorie),
        ("ProductCode", p.code),
        ("ProductPeriode", [(":Begindatum", p.van), (":Einddatum", p.tot)]),
        ("GeleverdVolume", p.volume),
        ("Eenheid", p.eenheid),
        ("ProductTarief", p.tarief),
        ("IngediendBedrag", _bedrag(":Bedrag", p.bedrag, p.credit)),
    ]


def _bedrag(naam: str, cent: int, credit: bool) -> list[Veld]:
    return [(naam, abs(cent)), (":DebetCredit", "C" if credit and cent else "D")]
