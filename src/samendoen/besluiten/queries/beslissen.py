"""What the screen Beslissen starts with, and what it shows live: the amount, the mandate, the letter."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import uuid4

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.besluiten.actions.besluit import NieuwBesluit, bedrag, oordeel, waarin
from samendoen.besluiten.models import FREQUENTIES, Aanbieder, Aanvraag, Advies, Besluit, Voorziening
from samendoen.besluiten.queries.beeld import besluiten_van
from samendoen.besluiten.queries.brief import brief_van
from samendoen.besluiten.queries.woorden import eenheid_naam, laatste_dag
from samendoen.besluiten.rules import (
    Aanvraagstatus,
    Besluitstatus,
    Frequentie,
    Uitkomst,
    Vorm,
    grondslag,
    omvang_tekst,
)
from samendoen.casus import api as casussen
from samendoen.kernel.api import Actor, Permissie, klok
from samendoen.organisatie.api import Mandaatuitkomst, mandaatzin
from samendoen.schil.api import brief_html, euro_centen


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """What is shown beside the form while somebody fills it in."""

    bedrag: str
    mandaat: str
    mag: str
    brief: SafeString | str
    herziet: bool

    @property
    def alleen_advies(self) -> bool:
        """Whether this actor may not decide this."""
        return self.mag == Mandaatuitkomst.ALLEEN_ADVIES

    @property
    def samen(self) -> bool:
        """Whether somebody else must sign as well."""
        return self.mag == Mandaatuitkomst.TWEEDE_HANDTEKENING


def eenheid(aanvraag: Aanvraag) -> str:
    """Return in what a volume is filled in: "uur per week"."""
    product = aanvraag.product
    return f"{eenheid_naam(product.eenheid)} {FREQUENTIES[Frequentie(product.frequentie)]}"


def beginwaarden(door: Actor, aanvraag: Aanvraag) -> dict[str, Any]:
    """Return what the form starts with: what was decided, taken back or advised before; else what the plan
    and the investigation say, so that nobody types it again."""
    if aanvraag.status == Aanvraagstatus.BEKENDGEMAAKT:
        geldend = [b for b in besluiten_van(aanvraag) if b.status == Besluitstatus.BEKENDGEMAAKT]
        return _van_besluit(geldend[0]) | {"motivering": ""} if geldend else {}
    terug = Besluit.objects.filter(aanvraag=aanvraag, status=Besluitstatus.TERUGGENOMEN.value).last()
    advies = Advies.objects.filter(aanvraag=aanvraag, inhoud__isnull=False).first()
    if terug is not None and (advies is None or advies.gegeven_op < terug.besloten_op):
        return _van_besluit(terug)
    if advies is not None and advies.inhoud is not None:
        return _van_advies(advies.inhoud)
    acties = casussen.actiekernen(door, [aanvraag.actie_id]) if aanvraag.actie_id else {}
    actie = acties.get(aanvraag.actie_id or 0)
    gevonden = casussen.onderzoeksbevindingen(door, aanvraag.casus_id, aanvraag.inwoner_id)
    return {
        "vorm": Vorm.ZIN.value,
        "bevinding": gevonden.tekst if gevonden else "",
        "niet_lichter": actie.niet_lichter if actie else "",
        "omvang": "1" if aanvraag.product.eigen_uitgifte else "",
    }


def _van_besluit(b: Besluit) -> dict[str, Any]:
    woorden = {
        "uitkomst": b.uitkomst,
        "bevinding": b.bevinding,
        "niet_lichter": b.niet_lichter,
        "motivering": b.motivering,
        "vorm": Vorm.ZIN.value,
    }
    v = Voorziening.objects.select_related("aanbieder").filter(besluit=b).first()
    if v is None:
        return woorden
    return woorden | {
        "omvang": omvang_tekst(v.omvang),
        "van": v.van,
        "tot": laatste_dag(v.tot) if v.tot else None,
        "vorm": v.vorm,
        "wijze": v.wijze,
        "aanbieder": v.aanbieder.agb if v.aanbieder else "",
    }


def _van_advies(inhoud: dict[str, Any]) -> dict[str, Any]:
    waarden = dict(inhoud)
    for veld in ("van", "tot"):
        waarden[veld] = date.fromisoformat(inhoud[veld]) if inhoud.get(veld) else None
    if waarden["tot"]:
        waarden["tot"] = laatste_dag(waarden["tot"])
    waarden["omvang"] = _getal(inhoud.get("omvang"))
    return waarden


def _getal(tekst: str | None) -> str:
    try:
        return omvang_tekst(Decimal(tekst)) if tekst else ""
    except InvalidOperation:
        return ""


def voorbeeld(door: Actor, aanvraag: Aanvraag, waarden: dict[str, Any]) -> Voorbeeld:
    """Return what comes of what is filled in so far: nothing is written, nothing need be complete."""
    bekend = {veld: w for veld, w in waarden.items() if veld in VELDEN and w is not None}
    leeg = {"uitkomst": "", "motivering": ""}
    nieuw = NieuwBesluit(
        kenmerk=uuid4(), aanvraag=aanvraag.pk, besloten_op=klok.vandaag(), **{**leeg, **bekend}
    )
    eurocent = bedrag(nieuw, aanvraag) if _kan_rekenen(nieuw) else 0
    uitspraak = oordeel(door, aanvraag.wet, eurocent, klok.vandaag())
    mag_nemen = door.mag(Permissie.BESLUIT_NEMEN)
    herziet = aanvraag.status == Aanvraagstatus.BEKENDGEMAAKT
    return Voorbeeld(
        bedrag=euro_centen(eurocent) if eurocent else "",
        mandaat=mandaatzin(uitspraak) if mag_nemen else _("Uw rol bereidt besluiten voor en adviseert."),
        mag=uitspraak.uitkomst if mag_nemen else Mandaatuitkomst.ALLEEN_ADVIES,
        brief=_brief(door, aanvraag, nieuw, eurocent, herziet),
        herziet=herziet,
    )


VELDEN = (
    "uitkomst",
    "motivering",
    "bevinding",
    "niet_lichter",
    "omvang",
    "van",
    "tot",
    "vorm",
    "aanbieder",
    "wijze",
)


def _kan_rekenen(n: NieuwBesluit) -> bool:
    return bool(n.omvang and n.omvang > 0 and n.van and (n.tot is None or n.tot > n.van))


def _brief(
    door: Actor, aanvraag: Aanvraag, n: NieuwBesluit, eurocent: int, herziet: bool
) -> SafeString | str:
    """Return the letter as it will look, or "" before an outcome was chosen."""
    if n.uitkomst not in set(Uitkomst):
        return ""
    besluit = Besluit(
        aanvraag=aanvraag,
        inwoner_id=aanvraag.inwoner_id,
        wet=aanvraag.wet,
        uitkomst=n.uitkomst,
        grond=grondslag(
            aanvraag.wet, n.vorm, geeft=n.geeft, herziet=herziet, eigen=aanvraag.product.grondslag
        ),
        bevinding=n.bevinding,
        niet_lichter=n.niet_lichter if n.geeft else "",
        motivering=n.motivering,
        bedrag_eurocent=eurocent,
        besloten_op=n.besloten_op,
        besloten_door_id=door.id,
        herziet_id=_geldend(aanvraag) if herziet else None,
    )
    brief = brief_van(door, besluit, _voorziening(aanvraag, n) if n.geeft and _kan_rekenen(n) else None)
    return brief_html(brief, 3) if brief else ""


def _geldend(aanvraag: Aanvraag) -> int | None:
    rijen = Besluit.objects.filter(aanvraag=aanvraag, status=Besluitstatus.BEKENDGEMAAKT.value)
    return rijen.values_list("pk", flat=True).first()


def _voorziening(aanvraag: Aanvraag, n: NieuwBesluit) -> Voorziening:
    product = aanvraag.product
    assert n.omvang is not None and n.van is not None  # see _kan_rekenen
    eenheid, frequentie = waarin(n.wijze, product)
    return Voorziening(
        product=product,
        omvang=n.omvang,
        eenheid=eenheid,
        frequentie=frequentie,
        van=n.van,
        tot=n.tot,
        vorm=n.vorm,
        aanbieder=Aanbieder.objects.filter(agb=n.aanbieder).first() if n.aanbieder else None,
    )
