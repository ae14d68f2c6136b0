"""A process that works and dies: one start-up, then for every named point a child that is killed there.

Run by test_stekker_eruit; prints one line of JSON per point, of what is left after a restart.
"""

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.bench.namen import bsn_nummers

VANDAAG, LATER, JULI = date(2024, 6, 3), date(2024, 6, 12), date(2024, 7, 2)
BSN = ("999990019", "999990020", "999991024", "999991036", "999991048")
"""One client for the starts, and one for each point that a message of our own accord passes."""
BIJ_301 = ("antwoord", "versturen", "geschreven", "neergelegd")
"""The points that a message of our own accord passes."""
PER_BERICHT = {"verwerken": (1, 2, 2), "gevolgen": (1, 2, 2), "antwoord": (1, 2, 2), "verwerkt": (1, 1, 1)}
"""The points of one message -> at which passing each of three processes dies, so that each of three messages
meets it: what was committed is not passed again."""


def gevorkt(werk: Callable[[], None]) -> int:
    """Do work in a child; return the signal that ended it (0: none)."""
    from django.db import connections

    connections.close_all()
    kind = os.fork()
    if kind == 0:
        try:
            werk()
        finally:
            connections.close_all()
            os._exit(0)
    _pid, status = os.waitpid(kind, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def ronde(
    post: Path, sterf_bij: str = "", gezien: Path | None = None, dag: date = LATER, keer: int = 1
) -> None:
    """Do one run; pull the plug at a passing of a point, or write down which points were passed."""
    from samendoen.berichten.actions.verkeer import doe_ronde
    from samendoen.berichten.transport.mappen import Mappen
    from samendoen.berichten.transport.punten import Punt, kijk
    from samendoen.kernel import klok

    def bij(punt: Punt) -> None:
        if gezien:
            with gezien.open("a") as bestand:
                bestand.write(f"{punt}\n")
        if punt == sterf_bij:
            passeringen.append(punt)
            if len(passeringen) == keer:
                os.kill(os.getpid(), signal.SIGKILL)

    passeringen: list[Punt] = []
    kijk(bij)
    with klok.op(dag):
        doe_ronde(Mappen(post))


def lever(post: Path, nummer: int, toewijzing: int) -> None:
    """Deliver a start (by turns: that it is taken back), one with a fault and one that nobody can read."""
    from tests.berichtmaker import bewerkt, goud

    start = {
        "ToewijzingNummer": toewijzing,
        "Product": {"Categorie": "01", "Code": "01A01"},
        "ToewijzingIngangsdatum": "2024-06-10",
        "Begindatum": "2024-06-11",
        "StatusAanlevering": "3" if nummer % 2 else "1",
    }

    def bericht(identificatie: str) -> bytes:
        kop = {"Identificatie": identificatie, "Dagtekening": "2024-06-12"}
        anders = {"Header/Afzender": "99990001", "Header/BerichtIdentificatie": kop}
        return bewerkt(goud("WMO305"), {**anders, "Client/StartProducten": {"StartProduct": [start]}})

    fout = bericht(f"F{nummer}").replace(b"999990019", b"999990018")
    for naam, inhoud in (("a.xml", bericht(f"G{nummer}")), ("b.xml", fout), ("c.xml", b"geen xml")):
        (post / "in" / naam).write_bytes(inhoud)


def lever_andere(post: Path, nummer: int, toewijzing: int, bsn: str) -> None:
    """Deliver an invoice, a wish for more hours and a referral of somebody unknown: before any start."""
    from tests.berichtmaker import bewerkt, goud
    from tests.declaratiemaker import Regel, rekening

    def kop(naam: str, wie: str) -> dict[str, Any]:
        identiteit = {"Identificatie": f"{naam}{nummer}", "Dagtekening": "2024-07-01"}
        return {"Header/Afzender": "99990001", "Header/BerichtIdentificatie": identiteit, "Client/Bsn": wie}

    uren = {"Volume": 5, "Eenheid": "04", "Frequentie": "2"}
    wens = {"ToewijzingNummer": toewijzing, "GewensteIngangsdatum": "2024-08-01", "Einddatum": "2025-06-08"}
    meer = {
        "ReferentieAanbieder": f"W{nummer}",
        "RedenVerzoek": "1",
        "TeWijzigenProducten": {"TeWijzigenProduct": [{**wens, "Omvang": uren}]},
    }
    nieuw = {
        "ReferentieAanbieder": f"V{nummer}",
        "Product": {"Categorie": "01", "Code": "01A01"},
        "ToewijzingIngangsdatum": "2024-07-08",
        "ToewijzingEinddatum": "2024-12-31",
        "Omvang": uren,
        "Verwijzer": {"Type": "02", "ZorgverlenerCode": "01012345"},
    }
    vreemd = next(islice(bsn_nummers(), nummer, None))
    berichten = {
        "a.xml": rekening(f"D{nummer}", Regel(f"R{nummer}", bsn, toewijzing, uren=6, begin="10")),
        "b.xml": bewerkt(goud("WMO317"), {**kop("W", bsn), "Client/Verzoek": meer}),
        "c.xml": bewerkt(
            goud("WMO315"),
            {**kop("V", vreemd), "Client/AangevraagdeProducten": {"AangevraagdProduct": [nieuw]}},
        ),
    }
    for naam, inhoud in berichten.items():
        (post / "in" / naam).write_bytes(inhoud)


def gevolgen(vanaf: int) -> dict[str, Any]:
    """Return what came of the invoice, the wish and the referral since a message."""
    from samendoen.berichten.models import Bericht, Verzoek
    from samendoen.besluiten.models import Declaratie, Declaratieregel
    from samendoen.toegang.models import Melding

    rijen = Bericht.objects.filter(pk__gt=vanaf)
    nummers = {pk: (soort, status) for pk, soort, status in rijen.values_list("pk", "soort", "status")}
    verzoeken = Verzoek.objects.filter(bericht__in=nummers)
    return {
        "berichten": sorted(nummers.values()),
        "verzoeken": sorted(verzoeken.values_list("bericht__soort", "status")),
        "meldingen": Melding.objects.filter(pk__in=verzoeken.values("melding")).count(),
        "alle_meldingen": Melding.objects.filter(kanaal="huisarts").count(),
        "declaraties": list(Declaratie.objects.order_by("pk").values_list("toegekend_eurocent", flat=True)),
        "regels": Declaratieregel.objects.count(),
    }


def trek_per_bericht(wortel: Path, nummer: int, punt: str, toewijzing: int) -> dict[str, Any]:
    """Kill a process at a point in each of three messages, restart, and deliver all of them once more."""
    from django.db.models import Max

    from samendoen.berichten.models import Bericht
    from samendoen.berichten.transport.mappen import Mappen

    post = wortel / f"post-andere-{punt}"
    Mappen(post)
    vanaf = Bericht.objects.aggregate(hoogste=Max("pk"))["hoogste"] or 0
    lever_andere(post, nummer, toewijzing, BSN[nummer])
    einden, klaar = [], []
    for keer in PER_BERICHT[punt]:
        einden.append(gevorkt(lambda: ronde(post, punt, dag=JULI, keer=keer)))  # noqa: B023
        klaar.append(Bericht.objects.filter(pk__gt=vanaf, richting="in").exclude(status="ontvangen").count())
    gevorkt(lambda: ronde(post, dag=JULI))
    eerst = gevolgen(vanaf) | {"namen": sorted(pad.name[:6] for pad in (post / "uit").iterdir())}
    lever_andere(post, nummer, toewijzing, BSN[nummer])
    gevorkt(lambda: ronde(post, dag=JULI))
    daarna = gevolgen(vanaf) | {"namen": sorted(pad.name[:6] for pad in (post / "uit").iterdir())}
    return {"punt": punt, "einden": einden, "klaar": klaar, "eerst": eerst, "daarna": daarna}


def stand(post: Path, vanaf: int) -> dict[str, Any]:
    """Return what database and folders hold of one point."""
    from samendoen.berichten.models import Bericht, Berichtregel
    from samendoen.besluiten.models import Levering
    from samendoen.kernel.models import Gebeurtenis

    rijen = {rij.pk: rij for rij in Bericht.objects.filter(pk__gt=vanaf)}
    binnen = [rij for rij in rijen.values() if rij.richting == "in"]
    gebeurtenissen = Gebeurtenis.objects.filter(onderwerp_soort="berichten.bericht", onderwerp_id__in=rijen)
    per = Counter(gebeurtenissen.values_list("soort", flat=True))
    return {
        "binnen": sorted((rij.identificatie, rij.status) for rij in binnen),
        "antwoord_op": sorted(
            rij.antwoord_op.identificatie
            for rij in rijen.values()
            if rij.richting == "uit" and rij.antwoord_op
        ),
        "uit": sorted(rij.status for rij in rijen.values() if rij.richting == "uit"),
        "leveringen": [
            Levering.objects.count(),
            Levering.objects.filter(ingetrokken_op__isnull=True).count(),
        ],
        "regels": Berichtregel.objects.filter(bericht__in=rijen).count(),
        "gebeurtenissen": dict(sorted(per.items())),
        "bestanden": {
            map_: len(list((post / map_).iterdir())) for map_ in ("in", "bezig", "uit", "archief", "fout")
        },
        "namen": sorted(pad.name for pad in (post / "uit").iterdir())
        == sorted(rij.naam for rij in rijen.values() if rij.richting == "uit"),
    }


def wijs_toe(voorziening: int) -> int:
    """Assign, so that a provider must hear of it; return the number."""
    from samendoen.besluiten.api import NieuweToewijzing, wijs_toe
    from samendoen.kernel import klok
    from samendoen.kernel.api import SYSTEEM

    with klok.op(VANDAAG):
        return wijs_toe(SYSTEEM, [NieuweToewijzing(uuid4(), voorziening, "99990001", VANDAAG)])[0]


def main(wortel: Path, voorzieningen: list[int]) -> None:
    """Kill at every point and say what is left: first of what comes in, then of what is assigned."""
    import django

    django.setup()
    from django.db.models import Max

    from samendoen.berichten.models import Bericht
    from samendoen.berichten.transport.mappen import Mappen
    from samendoen.berichten.transport.punten import Punt, _kijkers

    gezien = wortel / "gezien"
    toewijzing = wijs_toe(voorzieningen.pop(0))
    ronde(wortel / "begin")
    for nummer, punt in enumerate(["", *Punt]):
        post = wortel / f"post{nummer}"
        Mappen(post)
        vanaf = Bericht.objects.aggregate(hoogste=Max("pk"))["hoogste"] or 0
        lever(post, nummer, toewijzing)
        if punt:
            einde = gevorkt(lambda: ronde(post, punt))  # noqa: B023
            gevorkt(lambda: ronde(post))  # noqa: B023
        else:  # in this process, so that the children have read all there is to read
            einde = 0
            ronde(post, gezien=gezien)
            _kijkers.clear()
        over = stand(post, vanaf)
        print(json.dumps({"punt": punt, "einde": einde, **over}), flush=True)  # noqa: T201
    toegewezen = []
    for punt, voorziening in zip(BIJ_301, voorzieningen, strict=True):
        post = wortel / f"post-{punt}"
        vanaf = Bericht.objects.aggregate(hoogste=Max("pk"))["hoogste"] or 0
        toegewezen.append(wijs_toe(voorziening))
        einde = gevorkt(lambda: ronde(post, punt))  # noqa: B023
        gevorkt(lambda: ronde(post))  # noqa: B023
        print(json.dumps({"punt": f"301-{punt}", "einde": einde, **stand(post, vanaf)}), flush=True)  # noqa: T201
    for nummer, (punt, nieuw) in enumerate(zip(PER_BERICHT, toegewezen, strict=True), 1):
        print(json.dumps(trek_per_bericht(wortel, nummer, punt, nieuw)), flush=True)  # noqa: T201
    gepasseerd = sorted(set(gezien.read_text().split()))
    print(json.dumps({"gepasseerd": gepasseerd}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(nummer) for nummer in sys.argv[2:]])
