"""The report `raadsdashboard`: in two pages whether we are on course, what asks attention, the money."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from samendoen.beleid.queries import geld as geldvragen
from samendoen.beleid.queries.boom import ActiviteitWaarde, DeelWaarde, boom, nieuwste_agenda
from samendoen.beleid.queries.rapport import delen, geld
from samendoen.beleid.queries.rapport.cijfers import Cijfers, cijfers_tot
from samendoen.beleid.rules import AANDACHT, Kleur
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
    """Yield every activity with an orange or red light, with the reasons that people gave; red first."""
    gevonden = [a for a in deel.activiteiten if a.kleur in AANDACHT]
    if not gevonden:
        yield Alinea(_("Geen enkel licht staat op oranje of rood."))
        return
    gevonden.sort(key=lambda a: a.kleur is not Kleur.ROOD)
    kolommen = (
        Kolom(_("Activiteit"), breedte=4),
        Kolom(_("Licht"), breedte=4),
        Kolom(_("Waarom"), breedte=4),
    )
    rijen = tuple((Cel(a.titel), _licht(a), Cel("\n".join(_redenen(a)) or "-")) for a in gevonden)
    yield Tabel(_("Activiteiten met een oranje of rood licht"), kolommen, rijen)


def _licht(a: ActiviteitWaarde) -> Cel:
    woorden = delen.woorden_van(a.aspecten)
    delen_ = [f"{x.value}: {woorden[s.kleur]}" for x, s in a.lichten.items() if s.kleur in AANDACHT]
    return Cel("; ".join(delen_), _("voorbeeld") if a.synthetisch else "", a.kleur)


def _redenen(a: ActiviteitWaarde) -> list[str]:
    standen = [s for s in a.lichten.values() if s.kleur in AANDACHT and not s.synthetisch]
    return [s.toelichting for s in standen if s.toelichting]


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
