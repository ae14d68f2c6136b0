"""Complaints as their handlers see them: one, the list, and who may handle any."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.access import binnen, niet_gevonden
from samendoen.besluiten.events import KLACHT
from samendoen.besluiten.models import (
    AFLOPEN,
    BRIEFSOORTEN,
    KLACHTSTATUSSEN,
    NIETBEHANDELD,
    NIETGEHOORD,
    OORDELEN,
    Klacht,
)
from samendoen.besluiten.queries.zaakbrief import brieven_van
from samendoen.besluiten.rules.klacht import Afloop, Klachtstatus, Nietbehandeld, Nietgehoord, Oordeel
from samendoen.inwoners.api import postadressen
from samendoen.kernel.api import Actor, Niveau, Permissie, Wet, klok, log_inzage, wie_mag
from samendoen.kernel.api import verloop as gebeurtenissen
from samendoen.organisatie.api import medewerkers_van, teams_bij_code
from samendoen.schil.api import Klok, datum_lang, status, termijn_tekst
from samendoen.werk.api import klokken_van, laatste_dagen

PER_PAGINA = 50
VORM = {Klachtstatus.OPEN: "loopt", Klachtstatus.AFGEHANDELD: "ok"}
WELKE = {"": gettext_lazy("Wat loopt"), "klaar": gettext_lazy("Afgehandeld")}
Feit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Klachtbeeld:
    """A complaint in words."""

    id: int
    klager: str
    klageradres: str
    status: Klachtstatus
    statuslabel: SafeString
    feiten: tuple[Feit, ...]
    over: str
    verslag: str
    einde: tuple[Feit, ...]
    bevindingen: str
    conclusies: str
    gehoord: bool
    klokken: tuple[Klok, ...]
    termijn_id: int | None
    brieven: tuple[tuple[str, str, str], ...]
    verloop: tuple[dict[str, str], ...]
    schrijfbaar: bool
    dossier_id: int


def iedereen() -> list[tuple[int, str]]:
    """Return (account, name) of everybody who works here, by name: whom a complaint can be about."""
    groepen = (team.groep_id for team in teams_bij_code(klok.vandaag()).values())
    return [(wie.id, wie.naam) for wie in medewerkers_van(groepen)]


def wie_behandelt_klachten() -> list[tuple[int, str]]:
    """Return (account, name) of everybody who may handle complaints, by name."""
    alle = iedereen()
    mogen = wie_mag(Permissie.REGIE_TOEWIJZEN, [nummer for nummer, _naam in alle], klok.vandaag())
    return [(nummer, naam) for nummer, naam in alle if nummer in mogen]


def klager_bekend(door: Actor, persoon_id: int) -> dict[str, Any]:
    """Return what the form starts with for a resident whom this actor may read; {} for another. Logged."""
    adres = postadressen(door, [persoon_id]).get(persoon_id)
    if adres is None:
        return {}
    log_inzage(door, "klacht-nieuw", [], [persoon_id])
    open_ = () if adres.geheim else adres.regels
    return {"persoon": persoon_id, "klager": adres.naam, "klageradres": "\n".join(open_)}


def inwonerlink(door: Actor, onderwerp_id: int) -> str:
    """Return the way to a complaint from the page of a resident, for who takes complaints down. Whether
    there are any is not said here."""
    if not door.mag(Permissie.MELDING_REGISTREREN):
        return ""
    url = f"{reverse('klacht_nieuw')}?inwoner={onderwerp_id}"
    return render_to_string("besluiten/klacht/inwonerlink.html", {"url": url})


def leesbaar(door: Actor) -> QuerySet[Klacht]:
    """Return the complaints that this actor may read: never one about oneself, whatever the grant."""
    rijen = binnen(Klacht.objects.all(), door)
    return rijen if door.id is None else rijen.exclude(beklaagde=door.id)


def klachtbeeld(door: Actor, klacht_id: int) -> Klachtbeeld:
    """Return a complaint that this actor may read; NietGevonden outside the scope. The page logs it."""
    rij = leesbaar(door).select_related("behandelaar", "beklaagde").filter(pk=klacht_id).first()
    if rij is None:
        raise niet_gevonden()
    open_ = rij.status == Klachtstatus.OPEN
    return Klachtbeeld(
        id=rij.pk,
        klager=rij.klager,
        klageradres=", ".join(rij.klageradres.splitlines()),
        status=Klachtstatus(rij.status),
        statuslabel=klachtstatus(rij.status),
        feiten=tuple(_feiten(rij)),
        over=rij.over,
        verslag=rij.verslag,
        einde=tuple(_einde(rij)),
        bevindingen=rij.bevindingen,
        conclusies=rij.conclusies,
        gehoord=rij.klager_gehoord_op is not None or bool(rij.nietgehoord),
        klokken=klokken_van(door, KLACHT, rij.pk),
        termijn_id=rij.termijn_id if open_ else None,
        brieven=tuple(_brieven(rij.pk)),
        verloop=tuple(_verloop(rij.pk)),
        schrijfbaar=binnen(Klacht.objects.filter(pk=rij.pk), door, Niveau.SCHRIJFBAAR).exists(),
        dossier_id=rij.dossier_id,
    )


def klachtstatus(code: str) -> SafeString:
    """Return the label of a complaint's status."""
    stand = Klachtstatus(code)
    return status(VORM[stand], str(KLACHTSTATUSSEN[stand]))


def _feiten(rij: Klacht) -> Iterable[Feit]:
    yield _("Gaat over"), rij.beklaagde.naam if rij.beklaagde else _("de gemeente, niet één medewerker")
    yield _("Gebeurd op"), datum_lang(rij.gebeurd_op)
    yield _("Ontvangen op"), datum_lang(rij.ontvangen_op)
    yield _("Wet"), str(Wet(rij.wet).label)
    yield _("Behandelaar"), rij.behandelaar.naam
    if rij.klager_gehoord_op:
        yield _("Klager gehoord"), datum_lang(rij.klager_gehoord_op)
    elif rij.nietgehoord:
        yield _("Klager niet gehoord"), str(NIETGEHOORD[Nietgehoord(rij.nietgehoord)])
    if rij.beklaagde_gehoord_op:
        yield _("Medewerker gehoord"), datum_lang(rij.beklaagde_gehoord_op)


def _einde(rij: Klacht) -> Iterable[Feit]:
    if not rij.afloop or rij.afgehandeld_op is None:
        return
    yield _("Afloop"), str(AFLOPEN[Afloop(rij.afloop)])
    if rij.oordeel:
        yield _("Oordeel"), str(OORDELEN[Oordeel(rij.oordeel)])
    if rij.nietbehandeld:
        yield _("Waarom niet"), str(NIETBEHANDELD[Nietbehandeld(rij.nietbehandeld)])
    te_laat = "" if rij.op_tijd else f" ({_('na de termijn')})"
    yield _("Afgehandeld op"), f"{datum_lang(rij.afgehandeld_op)}{te_laat}"


def _brieven(klacht_id: int) -> Iterable[tuple[str, str, str]]:
    for brief in brieven_van(KLACHT, klacht_id):
        url = reverse("zaakbrief", args=[brief.pk]) if brief.brief is not None else ""
        yield url, str(BRIEFSOORTEN[brief.soort]), datum_lang(brief.op)


def _verloop(klacht_id: int) -> Iterable[dict[str, str]]:
    for regel in gebeurtenissen(KLACHT, klacht_id):
        yield {
            "datum": datum_lang(regel["datum"]),
            "wat": regel["zin"],
            "wie": regel["wie"],
            "toelichting": _("Daarna teruggenomen.") if regel["herroepen"] else "",
        }


def klachten(door: Actor, filters: Mapping[str, str], pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the rows of a page as ready strings, the first to be late first, and the page; logged."""
    klaar = filters.get("welke") == "klaar"
    rijen = leesbaar(door).filter(status=Klachtstatus.AFGEHANDELD if klaar else Klachtstatus.OPEN)
    ruw = list(rijen.values_list("pk", "ontvangen_op"))
    dagen = laatste_dagen(KLACHT, [pk for pk, _op in ruw])
    volgorde = sorted(ruw, key=lambda r: (dagen.get(r[0], r[1]), r[0]), reverse=klaar)
    deel: Page[Any] = Paginator([pk for pk, _op in volgorde], PER_PAGINA).get_page(pagina)
    return _regels(door, list(deel.object_list), dagen), deel


def _regels(door: Actor, ids: Sequence[int], dagen: Mapping[int, date]) -> list[dict[str, Any]]:
    velden = ("pk", "dossier_id", "klager", "status", "ontvangen_op", "behandelaar__naam", "afloop")
    per = {r["pk"]: r for r in Klacht.objects.filter(pk__in=ids).values(*velden)}
    log_inzage(door, "klachten", (r["dossier_id"] for r in per.values()))
    stam, vandaag = reverse("klacht", args=[0]).removesuffix("0/"), klok.vandaag()
    return [
        {
            "url": f"{stam}{pk}/",
            "wie": r["klager"] or _("Klacht %(nr)s") % {"nr": pk},
            "onder": str(AFLOPEN[Afloop(r["afloop"])]) if r["afloop"] else _("Klacht %(nr)s") % {"nr": pk},
            "uiterlijk": termijn_tekst(dagen[pk], vandaag) if pk in dagen and not r["afloop"] else "",
            "stand": klachtstatus(r["status"]),
            "behandelaar": r["behandelaar__naam"],
            "ontvangen": datum_lang(r["ontvangen_op"]),
        }
        for pk in ids
        for r in [per[pk]]
    ]
