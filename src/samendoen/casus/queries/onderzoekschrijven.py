"""What the forms of an investigation show: the row one writes in, what was asked, and where one goes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, niet_gevonden
from samendoen.casus.models import (
    Actie,
    Bevinding,
    Doel,
    Notitie,
    Onderzochte,
    Onderzoek,
    Onderzoekmelding,
)
from samendoen.casus.queries.mensen import Mens, mensen_van
from samendoen.casus.queries.onderzoek import Gebiedregel, haal_onderzoek, op_volgorde, regel
from samendoen.casus.queries.schrijven import Blad
from samendoen.casus.rules import Onderzoekstatus
from samendoen.kaart.api import Ondersteuningsniveau, aanbod, aanbod_voor_keuze
from samendoen.kernel.api import Actor, Niveau, klok, log_inzage
from samendoen.organisatie.api import leefgebieden, leefgebiedvragen
from samendoen.schil.api import datum_lang
from samendoen.toegang.api import Meldingkern, meldingkernen

Rij = Bevinding | Onderzochte
VOOR_IEDEREEN = (
    Ondersteuningsniveau.EIGEN_KRACHT,
    Ondersteuningsniveau.NETWERK,
    Ondersteuningsniveau.ALGEMEEN,
)
"""Levels of support that ask no decision and no professional of the team."""


@dataclass(frozen=True, slots=True)
class Persoonsblad:
    """Somebody in an investigation, for the forms about that person. `vragen` are (day, question) as they
    were asked; `rij` is None for who is not in it yet."""

    blad: Blad
    onderzoek: Onderzoek
    mens: Mens
    rij: Onderzochte | None
    gebieden: tuple[Gebiedregel, ...]
    vragen: tuple[tuple[str, str], ...]
    genoemd: frozenset[str]

    @property
    def loopt(self) -> bool:
        """Return whether one may still write in it."""
        return self.onderzoek.status == Onderzoekstatus.LOOPT and self.blad.open

    @property
    def eerste(self) -> str:
        """Return where one goes after choosing life domains."""
        return self.gebieden[0].url if self.gebieden else self.terug

    @property
    def terug(self) -> str:
        """Return the page of the investigation."""
        return reverse("onderzoek", args=[self.blad.id, self.onderzoek.nummer])


@dataclass(frozen=True, slots=True)
class Gebiedblad:
    """One life domain of somebody, for its form. `verder` is the next domain, or what goes for all."""

    persoon: Persoonsblad
    bevinding: Bevinding
    naam: str
    vraag: str
    verder: str
    verder_naam: str


def persoonsblad(door: Actor, casus_id: int, nummer: int, persoon_id: int) -> Persoonsblad:
    """Return what stands around the forms about somebody; logged. Refuses who may not write in the casus
    (404, 403) or about that person (404)."""
    onderzoek = haal_onderzoek(door, casus_id, nummer, schrijven=True)
    blad = Blad(onderzoek.casus, mensen_van(door, casus_id))
    mens = blad.mens(persoon_id)
    rijen = binnen(
        Onderzochte.objects.filter(onderzoek=onderzoek, inwoner=persoon_id), door, niveau=Niveau.SCHRIJFBAAR
    )
    rij = rijen.prefetch_related("bevindingen", "bevindingen__bijgewerkt_door").first()
    log_inzage(door, "onderzoek-formulier", [mens.dossier_id])
    namen = leefgebieden()
    bevindingen = op_volgorde(rij.bevindingen.all()) if rij else []
    vragen = _vragen(door, onderzoek, persoon_id)
    return Persoonsblad(
        blad=blad,
        onderzoek=onderzoek,
        mens=mens,
        rij=rij,
        gebieden=tuple(regel(onderzoek, mens, b, namen) for b in bevindingen),
        vragen=tuple((datum_lang(k.ontvangen_op), k.vraag) for k in vragen if k.vraag),
        genoemd=frozenset(code for k in vragen for code in k.leefgebieden),
    )


def _vragen(door: Actor, onderzoek: Onderzoek, persoon_id: int) -> list[Meldingkern]:
    ids = Onderzoekmelding.objects.filter(onderzoek=onderzoek).order_by("melding_id")
    kernen = meldingkernen(door, ids.values_list("melding_id", flat=True))
    return [k for _pk, k in sorted(kernen.items()) if k.persoon_id == persoon_id]


def gebiedblad(door: Actor, casus_id: int, nummer: int, persoon_id: int, leefgebied: str) -> Gebiedblad:
    """Return what the form of a life domain shows; NietGevonden when it was not chosen."""
    persoon = persoonsblad(door, casus_id, nummer, persoon_id)
    rijen = {b.leefgebied: b for b in persoon.rij.bevindingen.all()} if persoon.rij else {}
    if leefgebied not in rijen:
        raise niet_gevonden()
    codes = [g.code for g in persoon.gebieden]
    plek = codes.index(leefgebied)
    volgende = persoon.gebieden[plek + 1] if plek + 1 < len(codes) else None
    rond = reverse("onderzoek_persoon", args=[casus_id, nummer, persoon_id])
    return Gebiedblad(
        persoon=persoon,
        bevinding=rijen[leefgebied],
        naam=leefgebieden().get(leefgebied, leefgebied),
        vraag=leefgebiedvragen().get(leefgebied, ""),
        verder=volgende.url if volgende else rond,
        verder_naam=volgende.naam if volgende else _("Voor alle leefgebieden"),
    )


def stand_van(rij: Rij | Notitie | Doel | Actie) -> str:
    """Return who wrote here last and when; "" for nobody yet."""
    if rij.bijgewerkt_op is None:
        return ""
    wie = rij.bijgewerkt_door.naam if rij.bijgewerkt_door else "Samendoen"
    op = rij.bijgewerkt_op.astimezone(klok.NEDERLAND)
    return _("Laatst bijgewerkt door %(naam)s op %(dag)s om %(tijd)s.") % {
        "naam": wie,
        "dag": datum_lang(op.date()),
        "tijd": f"{op:%H:%M}",
    }


def aanbodkeuzes(leefgebied: str, gekozen: Sequence[int]) -> list[tuple[int, str]]:
    """Return (offer, name) of what everybody may use on a life domain, and what was chosen before."""
    keuzes = [keuze for niveau in VOOR_IEDEREEN for keuze in aanbod_voor_keuze([leefgebied], niveau.value)]
    mist = set(gekozen) - dict(keuzes).keys()
    return keuzes + [(w.id, f"{w.naam} ({w.organisatie})") for w in aanbod(mist).values()] if mist else keuzes


def cijferlijst(p: Persoonsblad) -> list[tuple[str, str, str, int | None]]:
    """Return (code, life domain, the mark of then in words, the later mark) for the form of the marks."""
    namen = leefgebieden()
    rijen = op_volgorde(p.rij.bevindingen.all()) if p.rij else []
    return [
        (
            b.leefgebied,
            namen.get(b.leefgebied, b.leefgebied),
            _("Bij het begin: %(cijfer)s.") % {"cijfer": b.cijfer} if b.cijfer else "",
            b.cijfer_later,
        )
        for b in rijen
    ]
