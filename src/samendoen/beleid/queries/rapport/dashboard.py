"""The report `raadsdashboard`: in two pages whether we are on course, what asks attention, the money."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from samendoen.beleid.queries import geld as geldvragen
from samendoen.beleid.queries.boom import DeelWaarde, boom, nieuwste_agenda
from samendoen.beleid.queries.rapport import delen, geld
from samendoen.beleid.queries.rapport.cijfers import Cijfers, cijfers_tot
from samendoen.beleid.rules import AANDACHT, Aspect, Kleur
from samendoen.beleid.rules.rapport import Alinea, Blok, Cel, Kolom, Kop, Lijst, Rapportdocument, Tabel
from samendoen.schil.api import euro


def raadsdashboard(op: delen.Opdracht) -> Rapportdocument:
    """Return the report. Raises Domeinfout when the plan has no agenda."""
    deel = nieuwste_agenda(boom(op.plan, op.peildatum))
    codes = list(dict.fromkeys(chain.from_iterable(doel.indicatoren for doel in deel.doelen)))
    cijfers = cijfers_tot(op.peildatum, codes)
    return Rapportdocument(
        soort="raadsdashboard",
        titel=_("Zijn we op koers? %(jaar)s") % {"jaar": deel.jaar},
        afzender=op.gemeente,
        onder=(deel.titel, op.stand),
        peildatum=op.peildatum,
        blokken=tuple(_blokken(op, deel, cijfers)),
        voet=delen.voet(op.plan, deel.bron),
        gegevens=delen.gegevens(op, deel, cijfers.grondslag, {}),
    )


def _blokken(op: delen.Opdracht, deel: DeelWaarde, cijfers: Cijfers) -> Iterator[Blok]:
    yield from delen.over_de_lichten(deel.activiteiten)
    yield Kop(_("Per doel"))
    yield delen.telling(deel)
    yield Kop(_("Wat vraagt aandacht?"))
    yield from _aandacht(deel)
    yield Kop(_("Cijfers bij de doelen"))
    yield from _cijfers(deel, cijfers)
    tabellen = [tabel for tabel in geldvragen.tabellen(op.plan) if tabel.onderdeel_id == deel.id]
    begrotingen = [b for b in geld.begrotingen_van(op.plan) if b.bestedingen]
    if tabellen or begrotingen:
        yield Kop(_("Geld"))
    for tabel in tabellen:
        wat = _("lasten %(lasten)s, baten %(baten)s, saldo %(saldo)s, door ons opgeteld.")
        t = tabel.totaal
        woorden = {"lasten": euro(t.lasten), "baten": euro(t.baten), "saldo": euro(t.saldo)}
        yield Alinea(wat % woorden, tabel.titel)
    for begroting in begrotingen:
        yield from geld.besteed_per_jaar(begroting)


def _aandacht(deel: DeelWaarde) -> Iterator[Blok]:
    """Yield every orange and red light with its reason, red first."""
    gevonden = [
        (stand.kleur, a.titel, aspect, stand.toelichting, stand.synthetisch)
        for a in deel.activiteiten
        for aspect, stand in a.lichten.items()
        if stand.kleur in AANDACHT
    ]
    if not gevonden:
        yield Alinea(_("Geen enkel licht staat op oranje of rood."))
        return
    gevonden.sort(key=lambda regel: regel[0] is not Kleur.ROOD)
    kolommen = (
        Kolom(_("Activiteit"), breedte=4),
        Kolom(_("Licht"), breedte=3),
        Kolom(_("Waarom"), breedte=5),
    )
    yield Tabel(
        _("Activiteiten met een oranje of rood licht"),
        kolommen,
        tuple(
            (Cel(titel), _licht(kleur, aspect, verzonnen=verzonnen), Cel("-" if verzonnen else waarom))
            for kleur, titel, aspect, waarom, verzonnen in gevonden
        ),
    )


def _licht(kleur: Kleur, aspect: Aspect, *, verzonnen: bool) -> Cel:
    woord = delen.woorden_van([aspect])[kleur]
    return Cel(f"{aspect.value}: {woord}", _("voorbeeld") if verzonnen else "", kleur)


def _cijfers(deel: DeelWaarde, cijfers: Cijfers) -> Iterator[Blok]:
    per = cijfers.per_code
    rijen = []
    for doel in deel.doelen:
        for code in doel.indicatoren:
            een, ander = per.get(code), cijfers.elders.get(code)
            if een is not None:
                waarde = f"{een.waarde or '-'} ({een.periode})" if een.periode else een.waarde or "-"
                rijen.append(
                    (Cel(f"{doel.code}. {doel.titel}"), Cel(een.naam, een.ontwikkeling), Cel(waarde))
                )
            elif ander is not None:
                waarde = f"{ander.waarde} ({ander.periode})"
                rijen.append((Cel(f"{doel.code}. {doel.titel}"), Cel(ander.naam), Cel(waarde)))
    if not rijen:
        yield Alinea(_("Bij de doelen staat nog geen gepubliceerd cijfer."))
        return
    kolommen = (Kolom(_("Doel"), breedte=4), Kolom(_("Cijfer"), breedte=5), Kolom(_("Nu"), breedte=3))
    yield Tabel(_("Het nieuwste gepubliceerde cijfer bij elk doel"), kolommen, tuple(rijen))
    yield Lijst((cijfers.zin(),))
