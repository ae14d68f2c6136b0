"""Search for words in one casus: in what this reader may open, and in nothing else (decision record 0014)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.access import bijlagen, binnen, haal
from samendoen.casus.actions.notitieinvoer import woorden_van
from samendoen.casus.actions.onderzoekinvoer import Bevindinginvoer, Onderzochteinvoer
from samendoen.casus.models import Bevinding, Casusmelding, Doel, Onderzochte
from samendoen.casus.queries.mensen import mensen_van
from samendoen.casus.queries.notitie import dossiers, leesbare, sjabloonnaam
from samendoen.casus.queries.schrijven import Blad
from samendoen.casus.rules import Onderzoekstatus, Planstatus
from samendoen.kernel.api import Actor, log_inzage, vind_in_teksten
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import datum_lang
from samendoen.toegang.api import meldingkernen

MEESTE = 40


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A text in a casus: what it is, where one reads it, and on which dossiers it hangs."""

    naam: str
    url: str
    tekst: str
    dossiers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A text in which the words occur, with the words marked."""

    naam: str
    url: str
    fragment: SafeString


def zoek_in_casus(door: Actor, casus_id: int, woorden: str) -> tuple[Blad, list[Gevonden]]:
    """Return where these words occur in a casus, the best forty first; logged. NietGevonden outside the
    scope. What is asked is kept nowhere."""
    blad = Blad(haal(door, casus_id), mensen_van(door, casus_id))
    plaatsen = list(_plaatsen(door, casus_id)) if woorden.strip() else []
    treffers = vind_in_teksten(woorden, [p.tekst for p in plaatsen], MEESTE)
    log_inzage(door, "casus-zoeken", [d for plek, _f in treffers for d in plaatsen[plek].dossiers])
    return blad, [Gevonden(plaatsen[plek].naam, plaatsen[plek].url, fragment) for plek, fragment in treffers]


def _plaatsen(door: Actor, casus_id: int) -> Iterator[Vindplaats]:
    yield from _notities(door, casus_id)
    yield from _meldingen(door, casus_id)
    yield from _doelen(door, casus_id)
    yield from _onderzoeken(door, casus_id)
    for rij in bijlagen(door, casus_id).order_by("pk"):
        url = reverse("bijlage", args=[casus_id, rij.pk])
        # A name is one word to PostgreSQL: its parts are looked for.
        tekst = re.sub(r"[._-]+", " ", str(rij.naam))
        yield Vindplaats(_("Bijlage"), url, tekst, (rij.dossier_id,))


def _notities(door: Actor, casus_id: int) -> Iterator[Vindplaats]:
    for rij in leesbare(door, casus_id):
        woorden = woorden_van(rij)
        pagina = "notitie_schrijven" if rij.status == "concept" else "notitie"
        yield Vindplaats(
            _("%(naam)s, %(dag)s (notitie %(nr)s)")
            % {"naam": sjabloonnaam(rij.sjabloon), "dag": datum_lang(rij.op), "nr": rij.nummer},
            reverse(pagina, args=[casus_id, rij.nummer]),
            "\n".join([woorden.met_wie, *(d.tekst for d in woorden.delen)]),
            tuple(dossiers(rij)),
        )


def _meldingen(door: Actor, casus_id: int) -> Iterator[Vindplaats]:
    ids = Casusmelding.objects.filter(casus=casus_id).values_list("melding_id", flat=True)
    for kern in meldingkernen(door, ids).values():
        naam = _("Melding %(nr)s") % {"nr": kern.id}
        yield Vindplaats(naam, reverse("melding", args=[kern.id]), kern.vraag, (kern.dossier_id,))


def _doelen(door: Actor, casus_id: int) -> Iterator[Vindplaats]:
    staat = [Planstatus.VASTGESTELD, Planstatus.CONCEPT]
    rijen = Doel.objects.filter(plan__casus=casus_id, plan__status__in=staat).select_related("plan")
    for doel in binnen(rijen, door).prefetch_related("acties").order_by("pk"):
        acties = [tekst for a in doel.acties.all() for tekst in (a.tekst, a.niet_lichter)]
        url = f"{reverse('casus_plan', args=[casus_id])}?versie={doel.plan.versie}"
        naam = _("Plan, versie %(nr)s") % {"nr": doel.plan.versie}
        yield Vindplaats(naam, url, "\n".join([doel.tekst, doel.tevreden_als, *acties]), (doel.dossier_id,))


def _onderzoeken(door: Actor, casus_id: int) -> Iterator[Vindplaats]:
    staat = [Onderzoekstatus.LOOPT, Onderzoekstatus.AFGEROND]
    rijen = Onderzochte.objects.filter(onderzoek__casus=casus_id, onderzoek__status__in=staat)
    alle = list(binnen(rijen, door).select_related("onderzoek").order_by("pk"))
    namen = leefgebieden()
    for rij in alle:
        url = reverse("onderzoek", args=[casus_id, rij.onderzoek.nummer])
        naam = _("Onderzoek %(nr)s") % {"nr": rij.onderzoek.nummer}
        tekst = "\n".join(getattr(rij, veld) for veld in Onderzochteinvoer.TEKSTEN)
        yield Vindplaats(naam, url, tekst, (rij.dossier_id,))
    per = {rij.pk: rij for rij in alle}
    for b in Bevinding.objects.filter(onderzochte__in=per).order_by("pk"):
        rij = per[b.onderzochte_id]
        naam = _("Onderzoek %(nr)s: %(gebied)s") % {
            "nr": rij.onderzoek.nummer,
            "gebied": namen.get(b.leefgebied, b.leefgebied),
        }
        url = reverse("onderzoek", args=[casus_id, rij.onderzoek.nummer])
        tekst = "\n".join(getattr(b, veld) for veld in Bevindinginvoer.TEKSTEN)
        yield Vindplaats(naam, url, tekst, (rij.dossier_id,))
