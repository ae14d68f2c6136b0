"""Reports from Veilig Thuis that nobody looked at yet: in order, with the day by which somebody does."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.inwoners.api import kernen, namen
from samendoen.kernel.api import SYSTEEM, Actor, klok, log_inzage, zichtbaar
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.organisatie.api import teamnamen
from samendoen.recht.api import plus_werkdagen
from samendoen.schil.api import datum_lang, status, termijn_tekst
from samendoen.toegang.definities import eigen_voorrang
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import (
    EERDER,
    VEILIG_THUIS,
    Kanaal,
    Status,
    Voorrangregel,
    Vtvraag,
    kort,
    leeftijdsgroep,
    voorrang,
)
from samendoen.werk.api import taakregel

SOORT = "toegang.melding"
MEESTE = 500
"""So many are shown at most: more than a team ever has waiting."""


@dataclass(frozen=True, slots=True)
class Vtmelding:
    """A report with its place and the last day to look at it."""

    melding: Melding
    rang: int
    regel: Voorrangregel
    uiterlijk: date
    eerder_gemeld: bool


def nog_te_bekijken() -> list[Melding]:
    """Return every report of Veilig Thuis on which nobody decided yet."""
    rijen = Melding.objects.filter(kanaal=Kanaal.VEILIG_THUIS, status=Status.OPEN, route="")
    return list(rijen.select_related("team").order_by("pk"))


def op_voorrang(door: Actor, meldingen: Collection[Melding]) -> list[Vtmelding]:
    """Return these reports, those that go first first. A few queries, whatever their number."""
    if not meldingen:
        return []
    regels = [regel.als_waarde() for regel in eigen_voorrang().regel]
    eerder = _eerder_gemeld(meldingen)
    bekend = kernen(door, {m.inwoner_id for m in meldingen if m.herkend})
    beelden = []
    for m in meldingen:
        kern = bekend.get(m.inwoner_id) if m.herkend else None
        groep = leeftijdsgroep(kern.leeftijd if kern else None)
        rang, regel = voorrang(regels, Vtvraag(m.spoed, m.wet, groep, m.pk in eerder))
        uiterlijk = plus_werkdagen(m.ontvangen_op, regel.binnen_werkdagen)
        beelden.append(Vtmelding(m, rang, regel, uiterlijk, m.pk in eerder))
    return sorted(beelden, key=lambda b: (b.rang, b.uiterlijk, b.melding.pk))


def _eerder_gemeld(meldingen: Iterable[Melding]) -> set[int]:
    """Return which of these came after another report about the same person at the same team within a year:
    what another team has is not told through the order."""
    van = [m for m in meldingen if m.herkend]
    rijen = Melding.objects.filter(
        kanaal=Kanaal.VEILIG_THUIS, herkend=True, inwoner__in={m.inwoner_id for m in van}
    ).exclude(status=Status.INGETROKKEN)
    per: dict[tuple[int, int], list[tuple[date, int]]] = {}
    for pk, inwoner, team, op in rijen.values_list("pk", "inwoner_id", "team_id", "ontvangen_op"):
        per.setdefault((inwoner, team), []).append((op, pk))
    return {
        m.pk
        for m in van
        if any(
            (op, pk) < (m.ontvangen_op, m.pk) and op >= m.ontvangen_op - EERDER
            for op, pk in per.get((m.inwoner_id, m.team_id), ())
        )
    }


def lijst(door: Actor) -> list[dict[str, str]]:
    """Return the reports that this actor may see and nobody looked at yet, as ready strings; logged."""
    rijen = Melding.objects.filter(kanaal=Kanaal.VEILIG_THUIS, status=Status.OPEN, route="")
    alle = list(zichtbaar(rijen, door).select_related("team").order_by("ontvangen_op", "pk")[:MEESTE])
    log_inzage(door, "veilig-thuis", (m.dossier_id for m in alle))
    wie = namen(door, {m.inwoner_id for m in alle if m.herkend})
    teams = teamnamen()
    stam, vandaag = reverse("melding", args=[0]).removesuffix("0/"), klok.vandaag()
    return [_regel(b, wie, teams, stam, vandaag) for b in op_voorrang(door, alle)]


def _regel(
    b: Vtmelding, wie: Mapping[int, str], teams: Mapping[str, str], stam: str, vandaag: date
) -> dict[str, str]:
    m = b.melding
    return {
        "url": f"{stam}{m.pk}/",
        "vraag": kort(m.vraag) or _("Melding %(nr)s") % {"nr": m.pk},
        "onder": wie.get(m.inwoner_id, "") if m.herkend else "",
        "voorrang": _label(b, vandaag),
        "reden": b.regel.reden,
        "uiterlijk": termijn_tekst(b.uiterlijk, vandaag),
        "ontvangen": datum_lang(m.ontvangen_op),
        "team": teams.get(m.team.code, m.team.code),
    }


def _label(b: Vtmelding, vandaag: date) -> SafeString:
    vorm = "fout" if b.uiterlijk <= vandaag else "waarschuwing" if b.rang <= 2 else "info"
    return status(vorm, f"{b.rang}. {b.regel.naam}")


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Say on the page of a report how soon somebody looks at it and why, until somebody decided."""
    rijen = Melding.objects.filter(
        pk=onderwerp_id, kanaal=Kanaal.VEILIG_THUIS, status=Status.OPEN, route=""
    ).select_related("team")
    gevonden = op_voorrang(door, list(zichtbaar(rijen, door)))
    if not gevonden:
        return ""
    [b] = gevonden
    vandaag = klok.vandaag()
    gegevens = {
        "label": _label(b, vandaag),
        "reden": b.regel.reden,
        "uiterlijk": termijn_tekst(b.uiterlijk, vandaag),
        "url": reverse("veilig_thuis"),
    }
    return render_to_string("toegang/paneel_veilig_thuis.html", {"p": gegevens})


def taken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the team for every report that nobody looked at, from the day that it came in."""
    regel = taakregel(VEILIG_THUIS)
    if not regel.geldt:
        return
    for b in op_voorrang(SYSTEEM, [m for m in nog_te_bekijken() if m.ontvangen_op <= dag]):
        m = b.melding
        tekst, uitleg = regel.schrijf(
            dag=datum_lang(m.ontvangen_op), uiterlijk=datum_lang(b.uiterlijk), reden=b.regel.reden
        )
        yield Taakvoorstel(
            sleutel=f"{m.pk}.{m.ontvangen_op.isoformat()}",
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=b.uiterlijk,
            dossier_id=m.dossier_id,
            groep_id=m.team.groep_id,
            gebruiker_id=None,
            onderwerp_soort=SOORT,
            onderwerp_id=m.pk,
        )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to look at a report was computed."""
    melding = Melding.objects.get(pk=int(sleutel.partition(".")[0]))
    return [(_("Binnengekomen"), melding.ontvangen_op)]
