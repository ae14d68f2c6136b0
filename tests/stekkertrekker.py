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
from pathlib import Path
from typing import Any
from uuid import uuid4

VANDAAG, LATER = date(2024, 6, 3), date(2024, 6, 12)
BIJ_301 = ("antwoord", "versturen", "geschreven", "neergelegd")
"""The points that a message of our own accord passes."""


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


def ronde(post: Path, sterf_bij: str = "", gezien: Path | None = None) -> None:
    """Do one run; pull the plug at a point, or write down which points were passed."""
    from samendoen.berichten.actions.verkeer import doe_ronde
    from samendoen.berichten.transport.mappen import Mappen
    from samendoen.berichten.transport.punten import Punt, kijk
    from samendoen.kernel import klok

    def bij(punt: Punt) -> None:
        if gezien:
            with gezien.open("a") as bestand:
                bestand.write(f"{punt}\n")
        if punt == sterf_bij:
            os.kill(os.getpid(), signal.SIGKILL)

    kijk(bij)
    with klok.op(LATER):
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
    for punt, voorziening in zip(BIJ_301, voorzieningen, strict=True):
        post = wortel / f"post-{punt}"
        vanaf = Bericht.objects.aggregate(hoogste=Max("pk"))["hoogste"] or 0
        wijs_toe(voorziening)
        einde = gevorkt(lambda: ronde(post, punt))  # noqa: B023
        gevorkt(lambda: ronde(post))  # noqa: B023
        print(json.dumps({"punt": f"301-{punt}", "einde": einde, **stand(post, vanaf)}), flush=True)  # noqa: T201
    gepasseerd = sorted(set(gezien.read_text().split()))
    print(json.dumps({"gepasseerd": gepasseerd}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(nummer) for nummer in sys.argv[2:]])
