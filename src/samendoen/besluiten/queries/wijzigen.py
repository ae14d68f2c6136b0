"""What the screens to extend, change and end a provision start with, and what they show live."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.besluiten.access import is_systeem
from samendoen.besluiten.actions.besluit import bedrag, oordeel
from samendoen.besluiten.actions.wijziging import Wijzigingsbesluit, als_besluit, grond_van, rij_van
from samendoen.besluiten.models import FREQUENTIES, Aanvraag, Besluit, Voorziening
from samendoen.besluiten.queries.aanbod import aanbod
from samendoen.besluiten.queries.beeld import lees_aanvraag
from samendoen.besluiten.queries.beslissen import Voorbeeld
from samendoen.besluiten.queries.brief import brief_van
from samendoen.besluiten.queries.keuzes import aanbieders_voor_keuze
from samendoen.besluiten.queries.wijziging import wie_geeft
from samendoen.besluiten.queries.woorden import eenheid_naam, laatste_dag, omvang_zin, periode_zin, vorm_zin
from samendoen.besluiten.rules import EEN_DAG, MET_BUDGET, Frequentie, Uitkomst, omvang_tekst
from samendoen.besluiten.rules.wijziging import Reden, Verandering, redenen_bij
from samendoen.kernel.api import Actor, NietGevonden, Niveau, Permissie, Wet, haal, klok
from samendoen.organisatie.api import Mandaatuitkomst, mandaatzin
from samendoen.schil.api import brief_html, euro_centen


@dataclass(frozen=True, slots=True)
class Teveranderen:
    """A provision that may change, with the application that the decision is on.

    `gevraagd`: somebody applied for the change; `wie` is the AGB code of who gives it now ("": nobody).
    """

    v: Voorziening
    aanvraag: Aanvraag
    gevraagd: bool
    wie: str
    naam: str

    @property
    def feiten(self) -> list[tuple[str, str]]:
        """Return what holds now, as label and value."""
        v = self.v
        alle = [
            (_("Hoeveel"), omvang_zin(v.omvang, v.eenheid, v.frequentie)),
            (_("Wanneer"), periode_zin(v.van, v.tot)),
            (_("Hoe"), vorm_zin(v.vorm, v.wijze)),
        ]
        return [*alle, (_("Van wie"), self.naam)] if self.naam else alle

    def keuzes(self, verandering: Verandering) -> dict[str, Any]:
        """Return what the form of this change can offer."""
        product = self.v.product
        return {
            "verandering": verandering,
            "eenheid": f"{eenheid_naam(self.v.eenheid)} {FREQUENTIES[Frequentie(self.v.frequentie)]}",
            "gevraagd": self.gevraagd and verandering is not Verandering.BEEINDIGING,
            "totaal": self.v.frequentie == Frequentie.TOTAAL,
            "pgb": product.pgb and self.v.wijze not in MET_BUDGET,
            "jeugd": self.v.wet == Wet.JEUGD,
            "aanbieders": aanbieders_voor_keuze(product.code),
        }

    def beginwaarden(self, verandering: Verandering) -> dict[str, Any]:
        """Return what the form starts with: what holds now; an extension goes on for as long again."""
        v = self.v
        redenen = redenen_bij(verandering)
        waarden: dict[str, Any] = {"omvang": omvang_tekst(v.omvang), "vorm": v.vorm, "aanbieder": self.wie}
        if v.tot:
            tot = v.tot + (v.tot - v.van) if verandering is Verandering.VERLENGING else v.tot
            waarden["tot"] = laatste_dag(tot)
        if verandering is Verandering.BEEINDIGING:
            waarden["laatste"] = max(v.van, klok.vandaag())
        if verandering is Verandering.WIJZIGING:
            waarden["per"] = max(v.van, klok.vandaag() + EEN_DAG)
        if verandering is Verandering.VERLENGING:
            waarden["reden"] = redenen[0].value
        return waarden


def lees(door: Actor, voorziening_id: int, aanvraag_id: int | None) -> Teveranderen:
    """Return a provision to change; NietGevonden outside the scope, or for an application about another."""
    rijen = Voorziening.objects.select_related("product", "aanbieder", "besluit")
    if is_systeem(door):
        v = rijen.get(pk=voorziening_id)
    else:
        v = haal(rijen, door, voorziening_id, niveau=Niveau.LEESBAAR)
    aanvraag = lees_aanvraag(door, aanvraag_id or v.besluit.aanvraag_id)
    if aanvraag_id is not None and aanvraag.over_id != v.pk:
        raise NietGevonden(
            "niet_gevonden",
            _("Deze aanvraag gaat niet over deze voorziening."),
            _("Begin opnieuw op de pagina van de aanvraag."),
        )
    nu = wie_geeft([v])[v.pk]
    return Teveranderen(v, aanvraag, aanvraag_id is not None, nu.agb if nu else "", nu.naam if nu else "")


def als_invoer(t: Teveranderen, verandering: Verandering, waarden: dict[str, Any]) -> Wijzigingsbesluit:
    """Return what is filled in as the action takes it; nothing need be complete."""
    leeg = {"kenmerk": uuid4(), "reden": "", "motivering": ""}
    bekend = {veld: w for veld, w in waarden.items() if w is not None}
    return Wijzigingsbesluit(
        voorziening=t.v.pk,
        verandering=verandering.value,
        besloten_op=klok.vandaag(),
        aanvraag=t.aanvraag.pk if t.gevraagd else None,
        **{**leeg, **bekend},
    )


def voorbeeld(door: Actor, t: Teveranderen, verandering: Verandering, waarden: dict[str, Any]) -> Voorbeeld:
    """Return what comes of what is filled in so far: nothing is written."""
    n = als_invoer(t, verandering, waarden)
    nieuw = als_besluit(n, t.v, t.aanvraag, t.wie)
    eurocent = 0
    if nieuw.omvang and nieuw.omvang > 0 and nieuw.van and (nieuw.tot is None or nieuw.tot > nieuw.van):
        eurocent = bedrag(nieuw, t.aanvraag)
    uitspraak = oordeel(door, t.v.wet, eurocent, klok.vandaag())
    mag_nemen = door.mag(Permissie.BESLUIT_NEMEN)
    return Voorbeeld(
        bedrag=euro_centen(eurocent) if eurocent else "",
        mandaat=mandaatzin(uitspraak) if mag_nemen else _("Uw rol bereidt besluiten voor en adviseert."),
        mag=uitspraak.uitkomst if mag_nemen else Mandaatuitkomst.ALLEEN_ADVIES,
        brief=_brief(door, t, n, eurocent),
        herziet=not t.gevraagd,
    )


def _brief(door: Actor, t: Teveranderen, n: Wijzigingsbesluit, eurocent: int) -> SafeString | str:
    """Return the letter as it will look, or "" before it can be made."""
    nieuw = als_besluit(n, t.v, t.aanvraag, t.wie)
    if n.uitkomst != Uitkomst.AFGEWEZEN and (n.reden not in set(Reden) or nieuw.van is None):
        return ""
    besluit = Besluit(
        aanvraag=t.aanvraag,
        inwoner_id=t.v.inwoner_id,
        wet=t.v.wet,
        uitkomst=nieuw.uitkomst,
        grond=grond_van(n, t.v),
        bevinding=n.bevinding,
        motivering=n.motivering,
        bedrag_eurocent=eurocent,
        besloten_op=n.besloten_op,
        besloten_door_id=door.id,
        herziet_id=None if t.gevraagd else t.v.besluit_id,
        verandering=n.verandering,
    )
    rij_van(n, t.v, besluit, nieuw, aanbod({nieuw.aanbieder} - {""}))
    brief = brief_van(door, besluit, None)
    return brief_html(brief, 3) if brief else ""
