"""What a person sees of a request of a provider: its page, and the panel on the page of its question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.berichten.access import haal_verzoek_om_te_lezen, leesbare_verzoeken
from samendoen.berichten.models import AFWIJSREDENEN, VERZOEKSTATUSSEN, Verzoek
from samendoen.berichten.queries.verzoek import kan_terug, termijn, woonplaats_tot
from samendoen.berichten.rules.verzoekstand import (
    ANTWOORD,
    LOOPT,
    VERZOEK_OVERGANGEN,
    Gevraagd,
    Verzoekstatus,
)
from samendoen.besluiten.api import aanbiedernamen
from samendoen.kernel.api import Actor, Permissie
from samendoen.recht.api import bereken
from samendoen.schil.api import datum_lang, datum_zonder_dag, euro_centen, status

_VORM = {
    Verzoekstatus.ONTVANGEN: "loopt",
    Verzoekstatus.IN_ONDERZOEK: "loopt",
    Verzoekstatus.TOEGEWEZEN: "ok",
    Verzoekstatus.AFGEWEZEN: "neutraal",
}


_EENHEDEN = {
    "01": gettext_lazy("minuten"),
    "04": gettext_lazy("uur"),
    "14": gettext_lazy("etmalen"),
    "16": gettext_lazy("dagdelen"),
    "82": gettext_lazy("stuks"),
    "83": gettext_lazy("euro"),
    "84": gettext_lazy("stuks"),
}
_FREQUENTIES = {
    "1": gettext_lazy("per dag"),
    "2": gettext_lazy("per week"),
    "4": gettext_lazy("per maand"),
    "6": gettext_lazy("in totaal"),
}


@dataclass(frozen=True, slots=True)
class Verzoekbeeld:
    """A request on its page, in ready words; `uiterlijk` is "" once it was answered for good."""

    id: int
    titel: str
    stand: SafeString
    feiten: Sequence[tuple[str, str]]
    gevraagd: Sequence[str]
    uiterlijk: str
    onderzoeken: bool
    terugnemen: bool
    vast: bool
    woonplaats: str
    afwijzen: bool
    jeugd: bool
    melding_url: str
    bericht_url: str
    antwoord_url: str
    dossier_id: int | None


def beeld(door: Actor, verzoek_id: int) -> Verzoekbeeld:
    """Return a request that this actor may read; NietGevonden outside the scope. The page logs it."""
    rij = haal_verzoek_om_te_lezen(door, verzoek_id)
    stappen = VERZOEK_OVERGANGEN[Verzoekstatus(rij.status)]
    return Verzoekbeeld(
        id=rij.pk,
        titel=_titel(rij, aanbiedernamen()),
        stand=_stand(rij),
        feiten=_feiten(rij),
        gevraagd=[_gevraagd(Gevraagd(**een)) for een in rij.gevraagd],
        uiterlijk=_uiterlijk(rij),
        onderzoeken="neem_in_onderzoek" in stappen,
        terugnemen=kan_terug(rij, rij.antwoord),
        vast=Verzoekstatus(rij.status) in ANTWOORD and not kan_terug(rij, rij.antwoord),
        woonplaats=datum_lang(einde) if (einde := woonplaats_tot(rij)) else "",
        afwijzen="wijs_af" in stappen,
        jeugd=rij.wet == "jeugd",
        melding_url=reverse("melding", args=[rij.melding_id]) if rij.melding_id else "",
        bericht_url=reverse("bericht", args=[rij.bericht_id]),
        antwoord_url=reverse("bericht", args=[rij.antwoord_id]) if rij.antwoord_id else "",
        dossier_id=rij.dossier_id,
    )


def paneel_melding(door: Actor, onderwerp_id: int) -> str:
    """Return the panel on the page of a question that came in by message, "" for another one."""
    rijen = list(leesbare_verzoeken(door).filter(melding=onderwerp_id).order_by("pk"))
    if not rijen:
        return ""
    namen, mag = aanbiedernamen(), door.mag(Permissie.VOORZIENING_TOEWIJZEN)
    regels = [
        {
            "titel": _titel(rij, namen),
            "gevraagd": _gevraagd(Gevraagd(**rij.gevraagd[0])) if rij.gevraagd else "",
            "stand": _stand(rij),
            "uiterlijk": _uiterlijk(rij),
            "url": reverse("verzoek", args=[rij.pk]) if mag else "",
        }
        for rij in rijen
    ]
    return render_to_string("berichten/paneel_verzoek.html", {"regels": regels})


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return what each request is that this actor may read, and of whom; no name of a person is in it."""
    rijen = list(leesbare_verzoeken(door).filter(pk__in=set(onderwerp_ids)))
    namen = aanbiedernamen() if rijen else {}
    return {rij.pk: _titel(rij, namen) for rij in rijen}


def _titel(rij: Verzoek, namen: dict[str, str]) -> str:
    wie = {"aanbieder": namen.get(rij.aanbieder, rij.aanbieder)}
    if rij.melding_id:
        return _("Verzoek om toewijzing van %(aanbieder)s") % wie
    return _("Verzoek van %(aanbieder)s") % wie


def _stand(rij: Verzoek) -> SafeString:
    soort = Verzoekstatus(rij.status)
    return status(_VORM[soort], str(VERZOEKSTATUSSEN[soort]))


def _uiterlijk(rij: Verzoek) -> str:
    return datum_lang(bereken(*termijn(rij)).einde) if rij.status in LOOPT else ""


def _feiten(rij: Verzoek) -> list[tuple[str, str]]:
    feiten = [
        (_("Ontvangen"), datum_lang(rij.ontvangen_op)),
        (_("Dagtekening"), datum_zonder_dag(rij.dagtekening)),
        (_("Referentie van de aanbieder"), rij.referentie),
    ]
    if rij.reden:
        feiten.append((_("Reden van afwijzing"), str(AFWIJSREDENEN[rij.reden])))
    if rij.toewijzingen:
        feiten.append((_("Toewijzing"), ", ".join(map(str, rij.toewijzingen))))
    return feiten


def _gevraagd(een: Gevraagd) -> str:
    wat = een.code or een.categorie
    wat = _("Product %(wat)s") % {"wat": wat} if wat else _("Een budget, zonder product")
    delen = [wat]
    if een.toewijzing:
        delen.append(_("wijziging van toewijzing %(nr)s") % {"nr": een.toewijzing})
    if een.volume:
        delen.append(_omvang(een.volume, een.eenheid, een.frequentie))
    if een.budget:
        delen.append(_("een budget van %(bedrag)s") % {"bedrag": euro_centen(een.budget)})
    if een.einde:
        delen.append(_("tot en met %(dag)s") % {"dag": datum_zonder_dag(date.fromisoformat(een.einde))})
    return ", ".join(delen)


def _omvang(volume: int, eenheid: str, frequentie: str) -> str:
    """Return how much is wished, in words of the codes of WJ756 and WMO757."""
    return f"{volume} {_EENHEDEN[eenheid]} {_FREQUENTIES[frequentie]}"
