"""The dashboards: how long their pages take, with Django's own client, on the snapshot of the moment."""

import time
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.kernel.api import SYSTEEM
from samendoen.kernel.models import Gebruiker
from samendoen.organisatie.api import NieuweMedewerker, maak_medewerkers
from tests.bench.basis import TEAM, Basis
from tests.bench.rijen import Grenzen, Maat, Onderdeel
from tests.bench.verbruik import percentiel

PAGINAS = (("raad", "raad"), ("beleid", "sturing"), ("teamleider", "team"), ("teamleider", "mijn"))


def onderdeel() -> Onderdeel:
    """Return the row, still empty."""
    return Onderdeel(
        "Dashboard (raad, sturing, team, eigen werk)",
        "-",
        "p95 <= 200 ms",
        "gebeurtenissen",
        grenzen=Grenzen(p95=200),
    )


def meet(basis: Basis, peildatum: date, gebeurtenissen: int, keren: int, uit: Onderdeel) -> None:
    """Open each dashboard once, which draws its charts, and then as often as asked; the slowest count."""
    from samendoen.cijfers.api import publiceer

    publiceer(SYSTEEM, peildatum)
    duren, vragen = [], 0
    eerste = 0.0
    for rol, code in PAGINAS:
        klant, pad = Client(), reverse("dashboard", args=[code])
        klant.force_login(Gebruiker.objects.get(pk=_wie(basis, rol)))
        van = time.perf_counter()
        with CaptureQueriesContext(connection) as gevraagd:
            if klant.get(pad).status_code != 200:
                raise RuntimeError(f"The dashboard {code} does not open")
        eerste = max(eerste, 1000 * (time.perf_counter() - van))
        vragen = max(vragen, len(gevraagd))
        for _keer in range(keren):
            van = time.perf_counter()
            klant.get(pad)
            duren.append(1000 * (time.perf_counter() - van))
    noot = f"de eerste na een momentopname {eerste:.0f} ms"
    uit.maten.append(
        Maat(gebeurtenissen, percentiel(duren, 0.5), percentiel(duren, 0.95), vragen=vragen, noot=noot)
    )


def _wie(basis: Basis, rol: str) -> int:
    """Return who has this role; made when nobody has."""
    if rol == "teamleider":
        return basis.leider
    naam = f"bench-{rol}"
    bekend = Gebruiker.objects.filter(gebruikersnaam=naam).values_list("pk", flat=True).first()
    if bekend is not None:
        return bekend
    [nieuw] = maak_medewerkers(SYSTEEM, [NieuweMedewerker(naam, naam, (rol,), (TEAM,))])
    return nieuw
