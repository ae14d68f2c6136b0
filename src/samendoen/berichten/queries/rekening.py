"""What an invoice is held against beside assignments: earlier lines and invoices, and what is paid.

All of it comes from the ledger and the contracts; the number of queries does not depend on its lines.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from samendoen.berichten.models import Bericht
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.kennis import Declaratie, Kennis, Prestatie, Tarief
from samendoen.besluiten.api import Boekregelkern, Tariefkern, boekregels, declaratiekernen, producttarieven

EEN_DAG = timedelta(days=1)


def kenmerk_van(afzender: str, soort: str, identificatie: str) -> UUID:
    """Return the mark under which a message is applied: the same for the same identity."""
    return uuid5(NAMESPACE_URL, f"{afzender}/{soort}/{identificatie}")


def met_rekening(kennis: Kennis, rij: Bericht, waarde: Waarde) -> Kennis:
    """Return what is known, with what the rules on an invoice ask."""
    bsn = {t.nummer: t.bsn for t in kennis.toewijzingen}
    regels = [
        Prestatie.uit(prestatie, client.tekst("Bsn"))
        for client in waarde.wortel.groepen("Declaratie/Clienten/Client")
        for prestatie in client.groepen("Prestaties/Prestatie")
    ]
    genoemd = {naam for p in regels for naam in (p.referentie, p.vorig) if naam}
    eerder = boekregels(rij.afzender, rij.wet, {p.toewijzing for p in regels}, genoemd)
    rekeningen = declaratiekernen(rij.afzender, rij.wet)
    van = min((p.van for p in regels), default=date.max)
    tot = max((p.tot for p in regels), default=date.min)
    prijzen = producttarieven(rij.afzender, rij.wet, (van, tot + EEN_DAG)) if van <= tot else []
    return replace(
        kennis,
        declaraties=tuple(Declaratie(d.nummer, d.van, d.tot - EEN_DAG) for d in rekeningen),
        prestaties=tuple(_prestatie(r, bsn.get(r.toewijzing or 0, "")) for r in eerder),
        tarieven=tuple(_tarief(t) for t in prijzen),
    )


def _prestatie(r: Boekregelkern, bsn: str) -> Prestatie:
    return Prestatie(
        referentie=r.referentie,
        bsn=bsn,
        toewijzing=r.toewijzing or 0,
        categorie=r.categorie,
        code=r.productcode,
        van=r.van,
        tot=r.tot - EEN_DAG,
        volume=r.volume,
        eenheid=r.eenheid,
        tarief=r.tarief_eurocent,
        bedrag=r.ingediend_eurocent,
        vorig=r.vorige_referentie,
        toegekend=r.toegekend,
    )


def _tarief(t: Tariefkern) -> Tarief:
    return Tarief(t.categorie, t.productcode, t.eenheid, t.eurocent, t.van, t.tot - EEN_DAG)
