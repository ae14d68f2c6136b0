"""The page of an activity: its lights and account as this reader may see them, and their history."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.access import activiteit_onbekend, eis_ziet_concept, zicht, ziet_concept
from samendoen.beleid.models import Activiteit, Stand, Verantwoording
from samendoen.beleid.queries.boom import StandWaarde
from samendoen.beleid.queries.doel import beeindigd
from samendoen.beleid.queries.goedkeuren import laatste_aanbod
from samendoen.beleid.queries.lichten import concept, een_licht
from samendoen.beleid.queries.wijzigingen import namen_van, verschil, wijzigingen_van
from samendoen.beleid.rules import Aspect, Kleur
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.kernel.api import Actor
from samendoen.schil.api import datum_lang, datum_zonder_dag


def haal_activiteit(activiteit_id: int) -> Activiteit:
    """Return an activity with its goal, part and plan. Raises NietGevonden."""
    rijen = Activiteit.objects.select_related("doelstelling__thema__onderdeel__plan", "eigenaar")
    rij = rijen.filter(pk=activiteit_id).first()
    if rij is None:
        raise activiteit_onbekend()
    return rij


def activiteitpagina(door: Actor, activiteit_id: int) -> dict[str, Any]:
    """Return the page of an activity with the history of its lights and accounts. Raises NietGevonden."""
    rij = haal_activiteit(activiteit_id)
    doel, onderdeel = rij.doelstelling, rij.doelstelling.thema.onderdeel
    mag = zicht(door)
    werkt = ziet_concept(door, rij)
    standen = list(Stand.objects.filter(mag, activiteit=rij).order_by("-peildatum", "-pk"))
    teksten = list(Verantwoording.objects.filter(mag, activiteit=rij).order_by("-op", "-pk"))
    namen = namen_van({t.door_id for t in teksten} | {s.door_id for s in standen}) if werkt else {}
    aspecten = [Aspect(a) for a in onderdeel.aspecten]
    return {
        "id": rij.pk,
        "titel": rij.titel,
        "beeindigd": beeindigd(rij),
        "resultaat": rij.resultaat,
        "partners": ", ".join(rij.partners),
        "eigenaar": rij.eigenaar.naam if rij.eigenaar and werkt else "",
        "adviezen": rij.adviezen,
        "bron": rij.bron,
        "doel": f"{doel.code} {doel.titel}",
        "doel_url": reverse("koers_doel", args=[doel.pk]),
        "deel": onderdeel.titel,
        "deel_url": f"{reverse('koers')}?plan={onderdeel.plan.code}&deel={onderdeel.code}",
        "geld_url": f"{reverse('koers_geld')}?plan={onderdeel.plan.code}",
        "werkt": werkt,
        "lichten": _lichten(standen, aspecten),
        "geschiedenis": [_standregel(stand, namen) for stand in standen],
        "verantwoording": _tekst(teksten[0], namen) if teksten else None,
        "eerder": _eerder(teksten, namen),
        "wijzigingen": wijzigingen_van(door, [(Regelsoort.ACTIVITEIT, rij.pk)]),
        "aanbod": laatste_aanbod(door, rij) if werkt else None,
        "mutaties": list(rij.mutaties.order_by("pk").values_list("naam", flat=True)),
    }


def _waarde(stand: Stand) -> StandWaarde:
    return StandWaarde(
        Kleur(stand.kleur),
        stand.peildatum,
        stand.toelichting,
        stand.synthetisch,
        stand.gepubliceerd_op is not None,
    )


def _lichten(standen: list[Stand], aspecten: Sequence[Aspect]) -> list[dict[str, Any]]:
    """Return the lights as they stand now, each with its reason; nothing without any."""
    nieuwste: dict[Aspect, Stand] = {}
    for stand in standen:
        nieuwste.setdefault(Aspect(stand.aspect), stand)
    if not nieuwste:
        return []
    return [
        {
            "licht": een_licht(aspect, _waarde(nieuwste[aspect]) if aspect in nieuwste else None),
            "concept": concept() if aspect in nieuwste and not nieuwste[aspect].gepubliceerd_op else "",
            "toelichting": nieuwste[aspect].toelichting if aspect in nieuwste else "",
        }
        for aspect in aspecten
    ]


def _standregel(stand: Stand, namen: dict[int, str]) -> dict[str, Any]:
    return {
        "datum": datum_lang(stand.peildatum),
        "wat": een_licht(Aspect(stand.aspect), _waarde(stand)),
        "wie": namen.get(stand.door_id or 0, ""),
        "toelichting": stand.toelichting,
    }


def _tekst(tekst: Verantwoording, namen: dict[int, str]) -> dict[str, Any]:
    herkomst = tekst.bron or _("geschreven op %(dag)s") % {"dag": datum_zonder_dag(tekst.op)}
    wie = namen.get(tekst.door_id or 0)
    if wie:
        herkomst = _("geschreven op %(dag)s door %(wie)s") % {
            "dag": datum_zonder_dag(tekst.op),
            "wie": wie,
        }
    return {
        "id": tekst.pk,
        "tekst": tekst.tekst,
        "herkomst": herkomst,
        "concept": tekst.gepubliceerd_op is None,
    }


def _eerder(teksten: list[Verantwoording], namen: dict[int, str]) -> list[dict[str, Any]]:
    """Return the texts before the one that counts, each with what changed in the one after it."""
    return [
        _tekst(oud, namen) | {"verschil": verschil(oud.tekst, nieuw.tekst)}
        for nieuw, oud in pairwise(teksten)
    ]


def schrijfstand(door: Actor, activiteit_id: int) -> dict[str, Any]:
    """Return what a form about an activity needs: its names and the newest text, whoever wrote it.

    Raises NietGevonden for an unknown one, Geweigerd for that of a colleague.
    """
    rij = haal_activiteit(activiteit_id)
    eis_ziet_concept(door, rij)
    doel, onderdeel = rij.doelstelling, rij.doelstelling.thema.onderdeel
    tekst = Verantwoording.objects.filter(activiteit=rij).order_by("-op", "-pk").first()
    return {
        "id": rij.pk,
        "titel": rij.titel,
        "doel": f"{doel.code} {doel.titel}",
        "doel_url": reverse("koers_doel", args=[doel.pk]),
        "deel": onderdeel.titel,
        "deel_url": f"{reverse('koers')}?plan={onderdeel.plan.code}&deel={onderdeel.code}",
        "tekst": _tekst(tekst, namen_van([tekst.door_id])) if tekst else None,
    }


def huidige_lichten(activiteit_id: int) -> tuple[list[Aspect], dict[Aspect, tuple[str, str]]]:
    """Return which lights an activity has, and the newest of each: colour and reason."""
    rij = haal_activiteit(activiteit_id)
    standen = Stand.objects.filter(activiteit=rij, synthetisch=False).order_by("aspect", "-peildatum", "-pk")
    nu = {Aspect(s.aspect): (s.kleur, s.toelichting) for s in standen.distinct("aspect")}
    return [Aspect(a) for a in rij.doelstelling.thema.onderdeel.aspecten], nu
