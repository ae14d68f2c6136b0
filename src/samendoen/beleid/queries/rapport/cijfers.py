"""Figures in a report: only what was published, with its table, its words and how it was counted."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.rules.rapport import Alinea, Blok, Cel, Figuur, Kolom, Kop, Lijst, Tabel
from samendoen.cijfers.api import (
    Cijfer,
    Kruistabel,
    Openbaar,
    Openbaarverslag,
    is_elders_gemeten,
    nieuwste_cijfer,
    openbaar_verslag,
    uitsplitsingsnaam,
)
from samendoen.kernel.api import SYSTEEM
from samendoen.organisatie.api import gemeente
from samendoen.schil.api import datum_zonder_dag


@dataclass(frozen=True, slots=True)
class Cijfers:
    """The figures of a report: those of the publication that holds, and those that others measured."""

    verslag: Openbaarverslag | None
    elders: Mapping[str, Cijfer]

    @property
    def per_code(self) -> dict[str, Openbaar]:
        """Return the published ones by code."""
        return {een.code: een for een in self.verslag.indicatoren} if self.verslag else {}

    @property
    def grondslag(self) -> dict[str, Any]:
        """Return on which publication and which definitions the report rests."""
        if self.verslag is None:
            return {"publicatie": None, "indicatoren": {}}
        return {
            "publicatie": {"peildatum": self.verslag.peildatum.isoformat(), "hash": self.verslag.hash},
            "indicatoren": {een.code: een.definitie for een in self.verslag.indicatoren},
        }

    def zin(self) -> str:
        """Say of which municipality and which day the figures are."""
        onze = gemeente()
        if self.verslag is None:
            return _("Er waren op deze dag nog geen cijfers gepubliceerd.")
        return _("De cijfers zijn van gemeente %(naam)s, zoals gepubliceerd met de stand van %(dag)s.") % {
            "naam": onze.naam if onze else "",
            "dag": datum_zonder_dag(self.verslag.peildatum),
        }


def cijfers_tot(dag: date, codes: Collection[str] = (), niveaus: Collection[str] = ()) -> Cijfers:
    """Return the published figures of these indicators or levels on a day.

    What others measured is asked by code alone. Read for everybody, whoever makes the report: it holds
    nothing that the council could not look up.
    """
    verslag = openbaar_verslag(SYSTEEM, dag, codes=codes, niveaus=niveaus)
    elders = (nieuwste_cijfer(SYSTEEM, code) for code in codes if is_elders_gemeten(code))
    return Cijfers(verslag, {een.code: een for een in elders if een and een.waarde})


def vol(een: Openbaar, niveau: int) -> Iterator[Blok]:
    """Yield an indicator with its heading, sentence, development, chart and table."""
    yield Kop(een.naam, niveau)
    yield Alinea(een.zin)
    if een.ontwikkeling:
        yield Alinea(een.ontwikkeling, _("Ontwikkeling"))
    tabel = als_tabel(een.naam, een.kruistabel)
    if een.grafiek is not None:
        yield Figuur(een.grafiek.alt, een.grafiek.svg, tabel)
        if een.grafiek.opmerkingen:
            yield Alinea(" ".join(een.grafiek.opmerkingen), stil=True)
    else:
        yield tabel
    if een.kruistabel.met_verborgen:
        yield Alinea(
            _("Kleine aantallen zijn verborgen, zodat niemand te herkennen is."),
            stil=True,
        )
    if een.breuken and een.grafiek is None:
        yield Lijst(een.breuken)


def regel(een: Openbaar) -> str:
    """Return an indicator as one sentence."""
    wanneer = f" ({een.periode})" if een.periode else ""
    waarde = f"{een.waarde}{wanneer}" if een.waarde else _("nog geen cijfer")
    return f"{een.naam}: {waarde}. {een.ontwikkeling}".rstrip()


def bij_doel(cijfers: Cijfers, codes: tuple[str, ...]) -> Iterator[Blok]:
    """Yield the figures beside a goal, one sentence each."""
    per = cijfers.per_code
    punten = [regel(per[code]) for code in codes if code in per]
    for code in codes:
        if (ander := cijfers.elders.get(code)) is not None:
            punten.append(f"{ander.naam}: {ander.waarde} ({ander.periode}).")
    if punten:
        yield Alinea(_("de cijfers bij dit doel"), _("Cijfers"))
        yield Lijst(tuple(punten))


def als_tabel(titel: str, kruis: Kruistabel) -> Tabel:
    """Return an indicator's table as a block, with the totals that were published."""
    per = kruis.tabel.per
    eerste = uitsplitsingsnaam(per[0]) if per else _("Wat")
    totaal = kruis.rijtotalen is not None
    kolommen = (
        Kolom(eerste, breedte=2),
        *(Kolom(naam, getal=True) for naam in kruis.kolommen),
        *((Kolom(_("Totaal"), getal=True),) if totaal else ()),
    )
    rijen = []
    for nummer, naam in enumerate(kruis.rijen):
        cellen = [Cel(naam), *(Cel(tekst) for tekst in kruis.cellen[nummer])]
        if kruis.rijtotalen is not None:
            cellen.append(Cel(kruis.rijtotalen[nummer]))
        rijen.append(tuple(cellen))
    onder: tuple[Cel, ...] = ()
    if kruis.kolomtotalen is not None:
        onder = (Cel(_("Totaal")), *(Cel(tekst) for tekst in kruis.kolomtotalen))
        onder = (*onder, Cel(kruis.totaal or "")) if totaal else onder
    return Tabel(titel, kolommen, tuple(rijen), onder)


def hoe_geteld(cijfers: Cijfers) -> Iterator[Blok]:
    """Yield the definitions as they were: the report explains itself when they change."""
    if cijfers.verslag is None or not cijfers.verslag.indicatoren:
        return
    yield Kop(_("Zo is er geteld"))
    yield Alinea(cijfers.zin())
    kolommen = (
        Kolom(_("Cijfer"), breedte=2),
        Kolom(_("Wat er is geteld"), breedte=4),
        Kolom(_("Bron"), breedte=2),
    )
    rijen = tuple(
        (Cel(een.naam, een.definitie[:12]), Cel(een.zin, een.waarom), Cel(een.bron))
        for een in cijfers.verslag.indicatoren
    )
    yield Tabel(_("De cijfers in dit rapport, met het kenmerk van hun definitie"), kolommen, rijen)
