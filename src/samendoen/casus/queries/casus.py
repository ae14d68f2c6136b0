"""The page of a casus: who, which questions and clocks, the plan, and what happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.access import haal, mag_schrijven, niet_gevonden, regie_van
from samendoen.casus.events import (
    BevindingGeschreven,
    CijferLaterGegeven,
    LeefgebiedenGekozen,
    OnderzochteBijgewerkt,
    PlanGeschreven,
)
from samendoen.casus.models import REDENEN, STATUSSEN, Casus, Casusmelding, Plan
from samendoen.casus.queries.mensen import Mensen, mensen_van
from samendoen.casus.queries.partnerregie import elders
from samendoen.casus.queries.plan import Planbeeld, planbeeld, plannen_van
from samendoen.casus.rules import Planstatus, RedenSluiten, Status, Taakrol
from samendoen.kernel.api import Actor, log_inzage, tijdlijn
from samendoen.organisatie.api import teamnaam
from samendoen.schil.api import Klok, datum_lang, status
from samendoen.toegang.api import Meldingkern, meldingkernen
from samendoen.toegang.api import Status as Meldingstatus
from samendoen.werk.api import klokken_van_alle

PAGINA = 30
STATUSVORM = {Status.OPEN: "loopt", Status.GESLOTEN: "neutraal"}
# Kinds of event that come in rows, by what they are one line of.
GEBUNDELD = {
    PlanGeschreven.soort: "plan",
    BevindingGeschreven.soort: "onderzoek",
    OnderzochteBijgewerkt.soort: "onderzoek",
    LeefgebiedenGekozen.soort: "leefgebieden",
    CijferLaterGegeven.soort: "cijfers",
}
KLAAR = {"klaar", "klaar-laat"}
"""States of a clock that ended."""


@dataclass(frozen=True, slots=True)
class Meldingbeeld:
    """A question of the casus, in the words it was asked in."""

    id: int
    url: str
    vraag: str
    ontvangen: str
    stand: SafeString
    open: bool
    afgeschermd: bool
    lopend: tuple[Klok, ...]
    klaar: tuple[Klok, ...]


@dataclass(frozen=True, slots=True)
class Regiebeeld:
    """Somebody who directs or stands beside, or did, and when."""

    naam: str
    rol: Taakrol
    tot: date | None
    rolnaam: str
    periode: str


@dataclass(frozen=True, slots=True)
class Casusbeeld:
    """Everything that the page of one casus shows."""

    id: int
    titel: str
    mensen: Mensen
    status: Status
    statuslabel: SafeString
    team: str
    geopend: str
    gesloten: str
    regisseur: str
    tweede: str
    elders: tuple[tuple[str, str], ...]
    eerder: tuple[Regiebeeld, ...]
    schrijfbaar: bool
    meldingen: tuple[Meldingbeeld, ...]
    plan: Planbeeld | None
    concept_versie: int | None
    oude_versies: tuple[tuple[str, str], ...]
    tijdlijn: list[dict[str, str]]
    volgende: int | None

    @property
    def lopende_klokken(self) -> bool:
        """Return whether a clock of one of its questions runs."""
        return any(m.lopend for m in self.meldingen)

    @property
    def loopt(self) -> bool:
        """Return whether it is open."""
        return self.status is Status.OPEN


def casusbeeld(door: Actor, casus_id: int, voor: int | None = None) -> Casusbeeld:
    """Return one casus with 30 events before `voor`; logged. NietGevonden outside the scope.

    Of everybody in it only what this reader may read: names, goals, words and events of somebody whose
    dossier is closed to them are not in it at all.
    """
    casus = haal(door, casus_id)
    mensen = mensen_van(door, casus_id)
    meldingen = _meldingen(door, casus_id)
    dossiers = [*(m.dossier_id for m in mensen.bekend), *(k.dossier_id for k in meldingen)]
    log_inzage(door, "casus", dossiers)
    regels = tijdlijn(dossiers, voor)
    plannen = plannen_van(door, casus.pk)
    regie = _regie(door, casus.pk)
    open_ = casus.status == Status.OPEN
    regisseur = next(r for r in reversed(regie) if r.rol is Taakrol.REGISSEUR)
    tweede = next((r for r in regie if r.rol is Taakrol.TWEEDE and r.tot is None), None)
    return Casusbeeld(
        id=casus.pk,
        titel=mensen.namen or _("Casus %(nr)s") % {"nr": casus.pk},
        mensen=mensen,
        status=Status(casus.status),
        statuslabel=status(STATUSVORM[Status(casus.status)], str(STATUSSEN[Status(casus.status)])),
        team=teamnaam(casus.team.code),
        geopend=datum_lang(casus.geopend_op),
        gesloten=_gesloten(casus),
        regisseur=regisseur.naam,
        tweede=tweede.naam if tweede else "",
        elders=elders(door, casus.pk),
        eerder=tuple(r for r in regie if r.tot is not None and (open_ or r is not regisseur)),
        schrijfbaar=mag_schrijven(door, casus.pk),
        meldingen=_met_klokken(door, meldingen),
        plan=_te_tonen(door, plannen, mensen),
        concept_versie=next((p.versie for p in plannen if p.status == Planstatus.CONCEPT), None),
        oude_versies=_oude_versies(plannen),
        tijdlijn=_regels(regels),
        volgende=regels[-1]["id"] if len(regels) == PAGINA else None,
    )


def _meldingen(door: Actor, casus_id: int) -> list[Meldingkern]:
    ids = Casusmelding.objects.filter(casus=casus_id).order_by("sinds", "pk")
    volgorde = list(ids.values_list("melding_id", flat=True))
    kernen = meldingkernen(door, volgorde)
    return [kernen[pk] for pk in volgorde if pk in kernen]


def hoort_bij(door: Actor, casus_id: int, melding_id: int) -> Meldingkern:
    """Return a question of a casus; NietGevonden when it is not this reader's, or not of this casus."""
    for kern in _meldingen(door, casus_id):
        if kern.id == melding_id:
            return kern
    raise niet_gevonden()


def _met_klokken(door: Actor, kernen: Sequence[Meldingkern]) -> tuple[Meldingbeeld, ...]:
    klokken = klokken_van_alle(door, "toegang.melding", [k.id for k in kernen])
    labels = {
        Meldingstatus.OPEN: status("loopt", _("Open")),
        Meldingstatus.AFGEHANDELD: status("ok", _("Afgehandeld")),
        Meldingstatus.INGETROKKEN: status("neutraal", _("Ingetrokken")),
    }
    return tuple(
        Meldingbeeld(
            id=k.id,
            url=reverse("melding", args=[k.id]),
            vraag=k.vraag,
            ontvangen=datum_lang(k.ontvangen_op),
            stand=labels[Meldingstatus(k.status)],
            open=k.status == Meldingstatus.OPEN,
            afgeschermd=k.afgeschermd,
            lopend=tuple(_genoemd(kl, k.id) for kl in klokken.get(k.id, ()) if kl.stand not in KLAAR),
            klaar=tuple(kl for kl in klokken.get(k.id, ()) if kl.stand in KLAAR),
        )
        for k in kernen
    )


def _genoemd(klok: Klok, melding_id: int) -> Klok:
    """Return a clock that says of which question it is: a casus has several."""
    woorden = {"nr": melding_id, "klok": klok.naam[:1].lower() + klok.naam[1:]}
    return replace(klok, naam=_("Melding %(nr)s: %(klok)s") % woorden)


def _te_tonen(door: Actor, plannen: Iterable[Plan], mensen: Mensen) -> Planbeeld | None:
    """Return the version that holds; a concept when none does yet."""
    per = {p.status: p for p in reversed(list(plannen))}
    plan = per.get(Planstatus.VASTGESTELD) or per.get(Planstatus.CONCEPT)
    return planbeeld(door, plan, mensen) if plan else None


def _oude_versies(plannen: Iterable[Plan]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            _("Versie %(nr)s van %(dag)s") % {"nr": p.versie, "dag": datum_lang(p.vastgesteld_op)},
            f"{reverse('casus_plan', args=[p.casus_id])}?versie={p.versie}",
        )
        for p in plannen
        if p.status == Planstatus.VERVANGEN and p.vastgesteld_op
    )


def _gesloten(casus: Casus) -> str:
    if casus.gesloten_op is None:
        return ""
    reden = str(REDENEN[RedenSluiten(casus.reden_sluiten)])
    return _("Gesloten op %(dag)s: %(reden)s.") % {
        "dag": datum_lang(casus.gesloten_op),
        "reden": reden[:1].lower() + reden[1:],
    }


def _regie(door: Actor, casus_id: int) -> list[Regiebeeld]:
    """Return who directed and stood beside, oldest first."""
    rollen = {Taakrol.REGISSEUR: _("Regisseur"), Taakrol.TWEEDE: _("Tweede professional")}
    beelden = []
    for r in regie_van(door, casus_id):
        dagen = {"van": datum_lang(r.van), "tot": datum_lang(r.tot) if r.tot else ""}
        rol = Taakrol(r.rol)
        beelden.append(Regiebeeld(r.naam, rol, r.tot, rollen[rol], _("%(van)s tot %(tot)s") % dagen))
    return beelden


def _regels(regels: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """Return the timeline ready to show. Who writes saves many times: one line a day each."""
    uit: list[dict[str, str]] = []
    vorige: tuple[object, ...] = ()
    for r in regels:
        bundel = GEBUNDELD.get(r["soort"])
        sleutel = (bundel, r["datum"], r["wie"])
        if bundel and sleutel == vorige:
            continue
        vorige = sleutel
        uit.append(
            {
                "datum": datum_lang(r["datum"]),
                "wat": r["zin"],
                "wie": r["wie"],
                "toelichting": r["inhoud"].get("toelichting", ""),
                "soort": "waarschuwing" if r["herroepen"] else "",
            }
        )
    return uit
