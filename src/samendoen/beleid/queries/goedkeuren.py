"""What waits for somebody else's eyes, and what came of what was offered."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.access import GEPUBLICEERD
from samendoen.beleid.models import Aanbieding, Activiteit, Stand, Verantwoording
from samendoen.beleid.queries.boom import StandWaarde
from samendoen.beleid.queries.lichten import een_licht
from samendoen.beleid.queries.wijzigingen import namen_van, verschil
from samendoen.beleid.rules import Aspect, Kleur
from samendoen.beleid.rules.jaar import Aanbodstaat
from samendoen.kernel.api import Actor, NietGevonden, Permissie
from samendoen.schil.api import datum_lang, status

STATEN = {
    Aanbodstaat.OPEN: ("waarschuwing", gettext_lazy("wacht op goedkeuring")),
    Aanbodstaat.GOEDGEKEURD: ("ok", gettext_lazy("goedgekeurd")),
    Aanbodstaat.TERUGGESTUURD: ("fout", gettext_lazy("teruggestuurd")),
    Aanbodstaat.INGETROKKEN: ("neutraal", gettext_lazy("ingetrokken")),
    Aanbodstaat.VERLOPEN: ("neutraal", gettext_lazy("gewijzigd na het aanbieden")),
    Aanbodstaat.TERUGGEHAALD: ("fout", gettext_lazy("publicatie teruggehaald")),
}


def lijst(door: Actor) -> dict[str, Any]:
    """Return what is on offer, oldest first: what this actor may judge, and what they made themselves."""
    rijen = list(
        Aanbieding.objects.filter(staat=Aanbodstaat.OPEN)
        .select_related("activiteit__doelstelling__thema__onderdeel__plan", "tekst")
        .order_by("pk")
    )
    zetters = _zetters(rijen)
    namen = namen_van(rij.door_id for rij in rijen)
    regels = [_regel(rij, namen) | {"eigen": door.id in _makers(rij, zetters)} for rij in rijen]
    return {
        "voor_u": [r for r in regels if not r["eigen"]],
        "eigen": [r for r in regels if r["eigen"]],
    }


def _regel(rij: Aanbieding, namen: dict[int, str]) -> dict[str, Any]:
    doel = rij.activiteit.doelstelling
    return {
        "titel": rij.activiteit.titel,
        "url": reverse("koers_aanbod", args=[rij.pk]),
        "onder": f"{doel.code} {doel.titel}, {doel.thema.onderdeel.plan.titel}",
        "wanneer": datum_lang(localtime(rij.aangeboden_op).date()),
        "wie": namen.get(rij.door_id or 0, "Samendoen"),
    }


def _zetters(rijen: list[Aanbieding]) -> dict[int, int | None]:
    nummers = [nummer for rij in rijen for nummer in rij.standen]
    return dict(Stand.objects.filter(pk__in=nummers).values_list("pk", "door_id"))


def _makers(rij: Aanbieding, zetters: dict[int, int | None]) -> set[int | None]:
    return {rij.door_id, rij.tekst.door_id, *(zetters[nummer] for nummer in rij.standen)}


def aanbod(door: Actor, aanbieding_id: int) -> dict[str, Any]:
    """Return one offer beside what is published now. Raises NietGevonden."""
    rij = _haal(aanbieding_id)
    zetters = _zetters([rij])
    makers = _makers(rij, zetters)
    publiek = (
        Verantwoording.objects.filter(GEPUBLICEERD, activiteit=rij.activiteit_id)
        .exclude(pk=rij.tekst_id)
        .order_by("-op", "-pk")
        .first()
    )
    soort, woord = STATEN[Aanbodstaat(rij.staat)]
    namen = namen_van(makers)
    return {
        "id": rij.pk,
        "titel": rij.activiteit.titel,
        "url": reverse("koers_activiteit", args=[rij.activiteit_id]),
        "resultaat": rij.activiteit.resultaat,
        "open": rij.staat == Aanbodstaat.OPEN,
        "goedgekeurd": rij.staat == Aanbodstaat.GOEDGEKEURD,
        "staat": status(soort, str(woord)),
        "eigen": door.id in makers,
        "door": ", ".join(sorted({namen[m] for m in makers if m in namen})),
        "wanneer": datum_lang(localtime(rij.aangeboden_op).date()),
        "tekst": rij.tekst.tekst,
        "lichten": [_licht(s) for s in sorted(_standen(rij), key=_plek)],
        "publiek": publiek.tekst if publiek else "",
        "verschil": verschil(publiek.tekst, rij.tekst.tekst) if publiek else None,
        "opmerking": rij.opmerking,
    }


def _haal(aanbieding_id: int) -> Aanbieding:
    rij = Aanbieding.objects.select_related("activiteit", "tekst").filter(pk=aanbieding_id).first()
    if rij is None:
        raise NietGevonden(
            "aanbod_onbekend",
            _("Dit is niet aangeboden."),
            _("Kies een verantwoording op de pagina Goedkeuren."),
        )
    return rij


def _standen(rij: Aanbieding) -> list[Stand]:
    return list(Stand.objects.filter(pk__in=rij.standen))


def _plek(stand: Stand) -> int:
    return list(Aspect).index(Aspect(stand.aspect))


def _licht(stand: Stand) -> dict[str, Any]:
    waarde = StandWaarde(Kleur(stand.kleur), stand.peildatum, stand.toelichting, stand.synthetisch)
    return {
        "licht": een_licht(Aspect(stand.aspect), waarde),
        "dag": datum_lang(stand.peildatum),
        "toelichting": stand.toelichting,
    }


def activiteit_url(aanbieding_id: int) -> str:
    """Return the page of the activity of an offer. Raises NietGevonden."""
    return reverse("koers_activiteit", args=[_haal(aanbieding_id).activiteit_id])


def _nog_zo(rij: Aanbieding) -> bool:
    """Tell whether what was approved is still what stands there."""
    tekst = Verantwoording.objects.filter(activiteit=rij.activiteit_id).order_by("-op", "-pk").first()
    standen = Stand.objects.filter(activiteit=rij.activiteit_id, synthetisch=False)
    nieuwste = standen.order_by("aspect", "-peildatum", "-pk").distinct("aspect")
    zelfde = tekst is not None and tekst.pk == rij.tekst_id
    return zelfde and rij.staat == Aanbodstaat.GOEDGEKEURD and {s.pk for s in nieuwste} == set(rij.standen)


def laatste_aanbod(door: Actor, activiteit: Activiteit) -> dict[str, Any] | None:
    """Return what came of the newest offer of an activity, for who works on it; None without one."""
    rij = Aanbieding.objects.filter(activiteit=activiteit).order_by("-pk").first()
    if rij is None:
        return None
    soort, woord = STATEN[Aanbodstaat(rij.staat)]
    keurt = door.mag(Permissie.BELEID_PUBLICEREN)
    namen = namen_van([rij.door_id, rij.beoordelaar_id])
    return {
        "id": rij.pk,
        "staat": status(soort, str(woord)),
        "open": rij.staat == Aanbodstaat.OPEN,
        "wanneer": datum_lang(localtime(rij.aangeboden_op).date()),
        "door": namen.get(rij.door_id or 0, "Samendoen"),
        "beoordelaar": namen.get(rij.beoordelaar_id or 0, ""),
        "beoordeeld": datum_lang(localtime(rij.beoordeeld_op).date()) if rij.beoordeeld_op else "",
        "opmerking": rij.opmerking,
        "nog_zo": _nog_zo(rij),
        "kan_terug": keurt and rij.staat == Aanbodstaat.GOEDGEKEURD,
        "kan_keuren": keurt and rij.staat == Aanbodstaat.OPEN,
    }
