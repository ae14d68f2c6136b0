"""A month between the real municipality and a provider that knows nothing of us, over the folders."""

import time
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Case, F, Sum, When

from samendoen.berichten.actions.verkeer import doe_ronde
from samendoen.berichten.transport.mappen import Mappen
from samendoen.besluiten.models import Declaratieregel
from samendoen.kernel.api import klok
from samendoen.site.simulator.boek import Saldo
from samendoen.site.simulator.ronde import Aanbieder, Opdracht
from samendoen.site.simulator.tarieven import Tarieven
from tests.besluitmaker import THUISHULP

TARIEVEN = Tarieven({"01A01": (3600, False)})
"""What the contract pays."""
Boek = dict[int, tuple[int, int]]
"""Assignment -> what was asked and what was granted, credits taken off."""


class Maand:
    """The days of one provider at these folders; `boek` and `saldo` are what it has in its books.

    `gemeente_s` is how long each turn of the municipality took, in seconds. Another `zaad` gives the provider
    other numbers of its own.
    """

    def __init__(self, post: Path, zaad: int = 0) -> None:
        self.post, self.zaad = post, zaad
        self.saldo = Saldo(0, 0, 0)
        self.boek: Boek = {}
        self.gemeente_s: list[float] = []

    def dag(self, dag: date, **opdracht: Any) -> list[str]:
        """Let both do their work, and the provider read what came of it; return what alarmed it."""
        with klok.op(dag):
            self.gemeente()
            alarmen = self._aanbieder(dag, **opdracht)
            self.gemeente()
            return [*alarmen, *self._aanbieder(dag)]

    def gemeente(self) -> None:
        """Let the municipality take its turn."""
        van = time.perf_counter()
        doe_ronde(Mappen(self.post))
        self.gemeente_s.append(time.perf_counter() - van)

    def _aanbieder(self, dag: date, **opdracht: Any) -> list[str]:
        vast: dict[str, Any] = {"zaad": self.zaad, "tarieven": TARIEVEN}
        aanbieder = Aanbieder(Opdracht(THUISHULP, "1961", **vast, **opdracht), self.post)
        verslag = aanbieder.ronde(dag)
        self.saldo = aanbieder.boek.saldo()
        self.boek = {
            nummer: (saldo.ingediend, saldo.toegekend)
            for (_standaard, nummer), saldo in aanbieder.boek.saldi().items()
        }
        aanbieder.sluit()
        return verslag.alarmen


def ons_boek() -> Boek:
    """Return what the municipality has in its ledger."""
    teken = Case(When(credit=True, then=-1), default=1)
    rijen = Declaratieregel.objects.values_list("toewijzing").annotate(
        gevraagd=Sum(teken * F("ingediend_eurocent")), toegekend=Sum(teken * F("toegekend_eurocent"))
    )
    return {nummer: (gevraagd, toegekend) for nummer, gevraagd, toegekend in rijen if nummer}
