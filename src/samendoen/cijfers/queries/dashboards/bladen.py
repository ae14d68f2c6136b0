"""The tables of a dashboard: the figures of a chart one by one, or rows by columns."""

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.queries.dashboards.beeld import Blokbeeld
from samendoen.cijfers.queries.dashboards.uitsnede import Uitsnede
from samendoen.cijfers.queries.grafieken.uit_tabel import eenheid_van, namen_in
from samendoen.cijfers.queries.kruis import celtekst, naamtekst
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import Tabel
from samendoen.cijfers.rules.grafiek import Grafiek
from samendoen.cijfers.rules.uitdrukking import Sleutel
from samendoen.schil.api import Kolom
from samendoen.schil.api import Tabel as Blad


def blad(uit: Uitsnede, beeld: Blokbeeld) -> Blad | None:
    """Return the table of a block: of a chart exactly what is drawn."""
    if beeld.grafiek is not None:
        return van_grafiek(beeld.titel, beeld.grafiek)
    if beeld.tabel is None or beeld.cijfer is not None:
        return None
    return van_tabel(uit, beeld.titel, beeld.tabel)


def van_grafiek(titel: str, grafiek: Grafiek) -> Blad:
    """Return a row per place on the axis and a column per series."""
    kolommen = [Kolom("kop", _("Wanneer") if grafiek.vorm == "lijn" else _("Wat"))]
    kolommen += [Kolom(str(n), reeks.naam, getal=True) for n, reeks in enumerate(grafiek.reeksen)]
    rijen = [
        {"kop": naam} | {str(n): reeks.punten[plek].tekst for n, reeks in enumerate(grafiek.reeksen)}
        for plek, naam in enumerate(grafiek.as_)
    ]
    return Blad(f"{titel} ({grafiek.eenheid})", kolommen, rijen, toon_titel=False, breed=True)


def van_tabel(uit: Uitsnede, titel: str, tabel: Tabel) -> Blad:
    """Return rows by columns, with the totals of the columns where figures have those."""
    per, breed = tabel.per, len(tabel.per) > 1
    rijnamen = namen_in(tabel, 0)
    kolomnamen: list[Sleutel] = list(namen_in(tabel, 1)) if breed else [None]
    cellen = {rij.namen: rij for rij in tabel.rijen}

    def kop(naam: Sleutel, nummer: int) -> str:
        return naamtekst(naam, per[nummer], tabel.indicator, tabel.peildatum)

    def sleutel(rij: Sleutel, kolom: Sleutel) -> tuple[Sleutel, ...]:
        return (rij, kolom) if breed else (rij,)

    kolommen = [Kolom("kop", uitsplitsingsnaam(per[0]))]
    kolommen += [
        Kolom(str(n), kop(naam, 1) if breed else eenheid_van(tabel), getal=True)
        for n, naam in enumerate(kolomnamen)
    ]
    rijen = [
        {"kop": kop(rij, 0)}
        | {str(n): celtekst(cellen.get(sleutel(rij, k)), tabel) for n, k in enumerate(kolomnamen)}
        for rij in rijnamen
    ]
    voet = _voet(uit, tabel, kolomnamen)
    return Blad(f"{titel} ({eenheid_van(tabel)})", kolommen, rijen, voet=voet, toon_titel=False, breed=True)


def _voet(uit: Uitsnede, tabel: Tabel, kolomnamen: list[Sleutel]) -> dict[str, str] | None:
    """Return the totals as they are asked of the data; published figures of different people have none."""
    if tabel.beschermd and isinstance(tabel.indicator.maat, definities.Uniek):
        return None
    totalen = uit.tabel(tabel.indicator, tabel.per[1:])
    if totalen is None:
        return None
    per = {rij.namen: rij for rij in totalen.rijen}
    sleutels = [(naam,) for naam in kolomnamen] if len(tabel.per) > 1 else [()]
    teksten = {str(n): celtekst(per.get(sleutel), totalen) for n, sleutel in enumerate(sleutels)}
    return {"kop": _("Totaal")} | teksten
