"""What was exchanged before, read from the messages themselves: what the other party knows is what we sent.

An erased message is no knowledge any more: who was erased is unknown to us.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Max, Q

from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.queries.rekening import met_rekening
from samendoen.berichten.queries.verzoek import eerdere_verzoeken
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.constraints import VERWIJDEREN
from samendoen.berichten.rules.inhoudsopgave import GEEN_OPMERKING
from samendoen.berichten.rules.kennis import Kennis, Start, Stop, Toewijzing
from samendoen.berichten.rules.toestand import TELT_NIET, Richting, Status
from samendoen.berichten.xml.lezen import lees
from samendoen.besluiten.api import berichtcodes
from samendoen.kernel.api import Wet, klok

Regel = tuple[Groep, str]
"""A class of an earlier message, and the BSN of its client."""
_GOED = sorted(GEEN_OPMERKING)
WET = {"wmo": Wet.WMO.value, "jw": Wet.JEUGD.value}
TE_KOMEN = frozenset({"315", "317"})
"""Messages about what is still to be given."""


def kennis_van(rij: Bericht, waarde: Waarde, regels: Sequence[Berichtregel]) -> Kennis:
    """Return what is known of who sent this message, as far as the message is about it.

    `regels` are the lines of the message. Assignments, starts and stops of its clients, and the identities
    that were used; of an invoice, which starts and stops do not block, instead what was declared and is paid.
    """
    personen = {regel.inwoner_id for regel in regels if regel.inwoner_id}
    nummers = {regel.toewijzing_id for regel in regels if regel.toewijzing_id}
    standaard = waarde.soort.standaard.upper()
    kennis = Kennis(
        gemeente=rij.ontvanger,
        aanbieder=rij.afzender,
        vandaag=klok.vandaag(),
        identificaties=frozenset(_identificaties(rij)),
        toewijzingen=tuple(_toewijzingen(f"{standaard}301", rij.afzender, personen, nummers)),
        verzoeken=tuple(eerdere_verzoeken(rij, waarde, personen)),
        producten=_producten(waarde),
    )
    if waarde.soort.nummer == "323":
        return met_rekening(kennis, rij, waarde)
    starts, stops = _leveringen(rij, standaard, personen)
    return replace(kennis, starts=starts, stops=stops)


def _producten(waarde: Waarde) -> frozenset[tuple[str, str]] | None:
    """Return the agreed codes (TR381): what is asked for must still hold, what was given once did."""
    vanaf = klok.vandaag() if waarde.soort.nummer in TE_KOMEN else None
    return berichtcodes(WET[waarde.soort.standaard], vanaf)


def _identificaties(rij: Bericht) -> Iterable[str]:
    """Return its own identity when another message has it: of the others no rule asks anything."""
    zelfde = Bericht.objects.filter(richting=Richting.IN.value, soort=rij.soort, afzender=rij.afzender)
    zelfde = zelfde.filter(identificatie=rij.identificatie).exclude(pk=rij.pk).exclude(status__in=TELT_NIET)
    return zelfde.values_list("identificatie", flat=True)


def _toewijzingen(
    soort: str, aanbieder: str, personen: Iterable[int], nummers: Iterable[int]
) -> Iterator[Toewijzing]:
    """Yield each assignment as the last 301 says that they did not refuse, for whatever line (IV032)."""
    regels = Berichtregel.objects.filter(
        Q(inwoner__in=list(personen)) | Q(toewijzing__in=list(nummers)),
        bericht__richting=Richting.UIT.value,
        bericht__soort=soort,
        bericht__ontvanger=aanbieder,
        klasse="ToegewezenProduct",
        toewijzing__isnull=False,
        bericht__bevindingen=[],
        retourcodes__contained_by=_GOED,
    ).exclude(bericht__status=Status.MISLUKT.value)
    laatste = dict(regels.values_list("toewijzing").annotate(laatste=Max("bericht")))
    for groep, bsn in _lees(set(laatste.values()), "Client/ToegewezenProducten/ToegewezenProduct"):
        nummer = groep.getal("ToewijzingNummer") or 0
        if laatste.pop(nummer, None) is not None:
            yield _toewijzing(groep, bsn)


def _toewijzing(groep: Groep, bsn: str) -> Toewijzing:
    return Toewijzing(
        nummer=groep.getal("ToewijzingNummer") or 0,
        bsn=bsn,
        ingang=groep.datum("Ingangsdatum") or date.min,
        einde=groep.datum("Einddatum"),
        categorie=groep.tekst("Product/Categorie"),
        code=groep.tekst("Product/Code"),
        volume=groep.getal("Omvang/Volume"),
        eenheid=groep.tekst("Omvang/Eenheid"),
        frequentie=groep.tekst("Omvang/Frequentie"),
        budget=groep.getal("Budget"),
        reden_wijziging=groep.tekst("RedenWijziging"),
        referentie=groep.tekst("ReferentieAanbieder"),
    )


def _leveringen(
    rij: Bericht, standaard: str, personen: Iterable[int]
) -> tuple[tuple[Start, ...], tuple[Stop, ...]]:
    """Return the starts and stops that this sender reported and did not take back.

    A message in which something was found counts for no line (IV032).
    """
    regels = Berichtregel.objects.filter(
        inwoner__in=list(personen),
        bericht__richting=Richting.IN.value,
        bericht__afzender=rij.afzender,
        bericht__soort__in=[f"{standaard}305", f"{standaard}307"],
        bericht__status=Status.VERWERKT.value,
        klasse__in=["StartProduct", "StopProduct"],
    )
    goed = set(regels.values_list("bericht_id", "pad"))
    starts: dict[Start, None] = {}
    stops: dict[Stop, None] = {}
    for bericht, groep, bsn in _lees_per_bericht({pk for pk, _pad in goed}):
        if (bericht, groep.pad) not in goed:
            continue
        weg = groep.tekst("StatusAanlevering") == VERWIJDEREN
        if groep.naam == "StartProduct":
            start = Start.uit(groep, bsn)
            starts.pop(start, None) if weg else starts.setdefault(start)
        else:
            stop = Stop.uit(groep, bsn)
            stops.pop(stop, None) if weg else stops.setdefault(stop)
    return tuple(starts), tuple(stops)


def _lees(berichten: Iterable[int], pad: str) -> Iterator[Regel]:
    """Yield the classes at a path of these messages, the newest message first."""
    for rij in Bericht.objects.filter(pk__in=list(berichten)).order_by("-pk").only("ruw").iterator(100):
        waarde = lees(bytes(rij.ruw or b"")).bericht
        if waarde is not None:
            for groep in waarde.wortel.groepen(pad):
                yield groep, waarde.wortel.groepen("Client")[0].tekst("Bsn")


def _lees_per_bericht(berichten: Iterable[int]) -> Iterator[tuple[int, Groep, str]]:
    """Yield the starts and stops of these messages in the order in which they came."""
    for rij in Bericht.objects.filter(pk__in=list(berichten)).order_by("pk").only("ruw").iterator(100):
        waarde = lees(bytes(rij.ruw or b"")).bericht
        for client in waarde.wortel.groepen("Client") if waarde else ():
            for pad in ("StartProducten/StartProduct", "StopProducten/StopProduct"):
                for groep in client.groepen(pad):
                    yield rij.pk, groep, client.tekst("Bsn")
