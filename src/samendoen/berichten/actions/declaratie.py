"""An invoice (323): every line goes into the ledger as it was judged, granted in full or not at all."""

from collections.abc import Iterator
from datetime import date, timedelta

from samendoen.berichten.actions.ontvangen import Ontvangen
from samendoen.berichten.queries.rekening import kenmerk_van
from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.inhoudsopgave import GEEN_OPMERKING
from samendoen.besluiten.api import Declaratieinvoer, Regelinvoer, boek_declaraties, kent_aanbieder
from samendoen.kernel.api import Actor

EEN_DAG = timedelta(days=1)


def boek_declaratie(door: Actor, ontvangen: Ontvangen) -> None:
    """Book an invoice in the ledger of besluiten, under a mark of the message: again changes nothing.

    One that was refused as a whole, or of a provider that we do not know, counts as never sent: its number
    and references may be used again. Its answer says that nothing was granted.
    """
    rij, waarde = ontvangen.rij, ontvangen.waarde
    [declaratie] = waarde.wortel.groepen("Declaratie")
    if ontvangen.afgewezen & {waarde.kop.pad, declaratie.pad} or not kent_aanbieder(rij.afzender):
        return
    van, tot = _periode(declaratie, "DeclaratiePeriode")
    invoer = Declaratieinvoer(
        kenmerk=kenmerk_van(rij.afzender, rij.soort, rij.identificatie),
        aanbieder=rij.afzender,
        wet=rij.wet,
        nummer=declaratie.tekst("DeclaratieNummer"),
        van=van,
        tot=tot,
        dagtekening=declaratie.datum("DeclaratieDagtekening") or rij.dagtekening or date.min,
        regels=tuple(_regels(ontvangen)),
    )
    boek_declaraties(door, [invoer])
    rij.toegekend_eurocent = sum(
        r.toegekend_eurocent * (-1 if r.vorige_referentie else 1) for r in invoer.regels
    )


def _regels(ontvangen: Ontvangen) -> Iterator[Regelinvoer]:
    plekken = {groep.pad: groep for groep in ontvangen.waarde.wortel.loop() if groep.naam == "Prestatie"}
    for regel in ontvangen.regels:
        if regel.klasse == "Prestatie":
            codes = tuple(code for code in regel.retourcodes if code not in GEEN_OPMERKING)
            yield _regel(plekken[regel.pad], regel.toewijzing_id, codes)


def _regel(prestatie: Groep, toewijzing: int | None, codes: tuple[str, ...]) -> Regelinvoer:
    van, tot = _periode(prestatie, "ProductPeriode")
    bedrag = prestatie.getal("IngediendBedrag/Bedrag") or 0
    return Regelinvoer(
        referentie=prestatie.tekst("ProductReferentie/ReferentieNummer"),
        vorige_referentie=prestatie.tekst("ProductReferentie/VorigReferentieNummer"),
        toewijzing=toewijzing,
        van=van,
        tot=tot,
        volume=prestatie.getal("GeleverdVolume") or 0,
        eenheid=prestatie.tekst("Eenheid"),
        tarief_eurocent=prestatie.getal("ProductTarief"),
        ingediend_eurocent=bedrag,
        toegekend_eurocent=0 if codes else bedrag,
        retourcodes=codes,
        categorie=prestatie.tekst("ProductCategorie"),
        productcode=prestatie.tekst("ProductCode"),
    )


def _periode(groep: Groep, naam: str) -> tuple[date, date]:
    """Return the first day and the first day no longer."""
    van, tot = groep.datum(f"{naam}/Begindatum"), groep.datum(f"{naam}/Einddatum")
    assert van is not None and tot is not None  # level 1 asks for both
    return van, tot + EEN_DAG
