"""Meldingen as the API gives them: rows as dicts, no texts made for people; each read is logged."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Domeinfout, Niveau, haal, log_inzage, zichtbaar
from samendoen.organisatie.api import teamnamen
from samendoen.toegang.actions.registratie import SOORT
from samendoen.toegang.models import Melding
from samendoen.werk.api import laatste_dagen

PER_PAGINA = 100
# Name in the answer -> where it stands. `inwoner` is the number of a resident who was recognised.
VELDEN = {
    "nummer": "pk",
    "kenmerk": "kenmerk",
    "status": "status",
    "ontvangen_op": "ontvangen_op",
    "kader": "wet",
    "mede_kaders": "mede_kaders",
    "team": "team__code",
    "kanaal": "kanaal",
    "vraag": "vraag",
    "leefgebieden": "leefgebieden",
    "spoed": "spoed",
    "melder": "melder",
    "vrijwillig": "vrijwillig",
    "zorgvrager": "zorgvrager",
    "herkend": "herkend",
    "inwoner": "inwoner_id",
    "route": "route",
    "opvolgen_op": "opvolgen_op",
    "bevestigd_op": "bevestigd_op",
    "uitkomst": "uitkomst",
    "afgehandeld_op": "afgehandeld_op",
}
KOLOMMEN = ("dossier_id", *VELDEN.values())
EEN = attrgetter(*(kolom.replace("__", ".") for kolom in KOLOMMEN))


def bladzij(door: Actor, vraag: Mapping[str, Any], personen: list[int] | None = None) -> dict[str, Any]:
    """Return a hundred meldingen that this actor may read, the latest received first.

    `vraag` may name status, team, ontvangen_vanaf, ontvangen_tot (first day no longer) and pagina;
    `personen` keeps those of these residents. Not counted: that would cost more than the page.
    Raises Domeinfout for a team that never was.
    """
    rijen = _gefilterd(zichtbaar(Melding.objects.all(), door), vraag)
    if personen is not None:
        rijen = rijen.filter(inwoner__in=personen, herkend=True)
    pagina = vraag.get("pagina") or 1
    vanaf = (pagina - 1) * PER_PAGINA
    gelezen = list(
        rijen.order_by("-ontvangen_op", "-id").values_list(*KOLOMMEN)[vanaf : vanaf + PER_PAGINA + 1]
    )
    if not gelezen:
        _eis_team(vraag.get("team"))
    getoond = gelezen[:PER_PAGINA]
    log_inzage(door, "api meldingen", (rij[0] for rij in getoond))
    return {
        "pagina": pagina,
        "volgende": pagina + 1 if len(gelezen) > PER_PAGINA else None,
        "meldingen": [_melding(rij) for rij in getoond],
    }


def _gefilterd(rijen: QuerySet[Melding], vraag: Mapping[str, Any]) -> QuerySet[Melding]:
    voorwaarden: dict[str, Any] = {
        "status": vraag.get("status"),
        "team__code": vraag.get("team"),
        "ontvangen_op__gte": vraag.get("ontvangen_vanaf"),
        "ontvangen_op__lt": vraag.get("ontvangen_tot"),
    }
    return rijen.filter(**{veld: waarde for veld, waarde in voorwaarden.items() if waarde is not None})


def _eis_team(code: str | None) -> None:
    """Refuse a team that never was; asked when nothing was found: then it may be why."""
    if code and code not in teamnamen():
        raise Domeinfout(
            "melding_team", _("Dit team bestaat niet."), _("Kies een team uit de lijst."), veld="team"
        )


def _melding(rij: tuple[Any, ...]) -> dict[str, Any]:
    melding = dict(zip(VELDEN, rij[1:], strict=True))
    if not melding["herkend"]:
        melding["inwoner"] = None
    return melding


def melding(door: Actor, nummer: int) -> dict[str, Any]:
    """Return one melding with `uiterlijk`, the last day of its clock; NietGevonden outside the scope."""
    rij = haal(Melding.objects.select_related("team"), door, nummer, niveau=Niveau.LEESBAAR)
    log_inzage(door, "api melding", [rij.dossier_id])
    return _melding(EEN(rij)) | {"uiterlijk": laatste_dagen(SOORT, [nummer]).get(nummer)}
