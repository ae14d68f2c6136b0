"""Reads of the front door; every one starts from what the asker may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Niveau, Wet, haal, log_inzage, tijdlijn, zichtbaar
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import datum_lang, status
from samendoen.toegang.models import KANALEN, STATUSSEN, UITKOMSTEN, Melding
from samendoen.toegang.rules import Kanaal, Status, Uitkomst, kort
from samendoen.werk.api import Klok, klokken_van

PER_PAGINA = 50
SORTEERBAAR = {"ontvangen_op", "wet", "kanaal", "status", "team__code"}
STATUSVORM = {Status.OPEN: "loopt", Status.AFGEHANDELD: "ok", Status.INGETROKKEN: "neutraal"}


@dataclass(frozen=True, slots=True)
class MeldingBeeld:
    """Everything that the page of one melding shows."""

    id: int
    vraag: str
    team: str
    wet: str
    kanaal: str
    ontvangen: str
    ontvangen_op: date
    status: Status
    statuslabel: str
    uitkomst: str
    afgehandeld: str
    klokken: tuple[Klok, ...]
    schrijfbaar: bool
    tijdlijn: list[dict[str, str]]
    volgende: int | None


def meldingen(
    door: Actor, filters: Mapping[str, str], orde: str, pagina: int
) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the rows of a page as ready strings, and the page; logged."""
    rijen = zichtbaar(Melding.objects.all(), door)
    if filters.get("status") in set(Status):
        rijen = rijen.filter(status=filters["status"])
    if filters.get("team"):
        rijen = rijen.filter(team__code=filters["team"])
    velden = rijen.order_by(orde, "-id").values(
        "id", "dossier_id", "ontvangen_op", "wet", "kanaal", "status", "team__code", "vraag"
    )
    deel: Page[Any] = Paginator(velden, PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    log_inzage(door, "meldingen", (r["dossier_id"] for r in ruw))
    namen = teamnamen()
    wetten = {wet.value: str(wet.label) for wet in Wet}
    kanalen = {kanaal.value: str(naam) for kanaal, naam in KANALEN.items()}
    vormen = {s.value: status(STATUSVORM[s], str(naam)) for s, naam in STATUSSEN.items()}
    stam = reverse("melding", args=[0]).removesuffix("0/")
    teksten = [
        {
            "url": f"{stam}{r['id']}/",
            "vraag": kort(r["vraag"]) or _("Melding %(nr)s") % {"nr": r["id"]},
            "ontvangen_op": datum_lang(r["ontvangen_op"]),
            "wet": wetten[r["wet"]],
            "kanaal": kanalen[r["kanaal"]],
            "team__code": namen.get(r["team__code"], r["team__code"]),
            "status": vormen[r["status"]],
        }
        for r in ruw
    ]
    return teksten, deel


def aantallen_per_team_en_jaar() -> list[tuple[str, int, int]]:
    """Return (team code, year, number of meldingen): every one that was taken, also what was withdrawn.

    Counts of the running installation for the summary of the demo; a figure for others is `cijfers`.
    """
    per = (
        Melding.objects.values_list("team__code", "ontvangen_op__year")
        .annotate(aantal=Count("id"))
        .order_by("team__code", "ontvangen_op__year")
    )
    return list(per)


def melding(door: Actor, melding_id: int, voor: int | None = None) -> MeldingBeeld:
    """Return one melding with its clocks and 30 events before `voor`; logged. NietGevonden outside scope."""
    rij = haal(Melding.objects.select_related("team"), door, melding_id, niveau=Niveau.LEESBAAR)
    log_inzage(door, "melding", [rij.dossier_id])
    schrijfbaar = zichtbaar(Melding.objects.filter(pk=rij.pk), door, niveau=Niveau.SCHRIJFBAAR).exists()
    regels = tijdlijn([rij.dossier_id], voor)
    return MeldingBeeld(
        id=rij.pk,
        vraag=rij.vraag,
        team=teamnamen().get(rij.team.code, rij.team.code),
        wet=str(Wet(rij.wet).label),
        kanaal=str(KANALEN[Kanaal(rij.kanaal)]),
        ontvangen=datum_lang(rij.ontvangen_op),
        ontvangen_op=rij.ontvangen_op,
        status=Status(rij.status),
        statuslabel=status(STATUSVORM[Status(rij.status)], str(STATUSSEN[Status(rij.status)])),
        uitkomst=str(UITKOMSTEN[Uitkomst(rij.uitkomst)]) if rij.uitkomst else "",
        afgehandeld=datum_lang(rij.afgehandeld_op) if rij.afgehandeld_op else "",
        klokken=klokken_van(door, "toegang.melding", rij.pk),
        schrijfbaar=schrijfbaar,
        tijdlijn=[_regel(r, rij.vraag) for r in regels],
        volgende=regels[-1]["id"] if len(regels) == 30 else None,
    )


def _regel(regel: dict[str, Any], vraag: str) -> dict[str, str]:
    toen = regel["inhoud"].get("vraag", "")
    return {
        # The question as it was then, only where it is another than the one that stands on the page.
        "toelichting": toen if toen != vraag else "",
        "datum": datum_lang(regel["datum"]),
        "wat": regel["zin"],
        "wie": regel["wie"],
        "soort": "waarschuwing" if regel["herroepen"] else "",
    }
