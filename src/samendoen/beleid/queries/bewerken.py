"""A part of a plan to work in: its lines in their order, what ended, and who can own an activity."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.timezone import localtime

from samendoen.beleid.models import Activiteit, Doelstelling, Onderdeel, Plan, Planwijziging, Thema
from samendoen.beleid.queries.doel import beeindigd
from samendoen.beleid.queries.wijzigingen import MEESTE, REGELSOORTEN, als_regels
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.kernel.api import Actor, Permissie, klok, wie_mag
from samendoen.schil.api import datum_lang, datum_zonder_dag

Rij = Thema | Doelstelling | Activiteit


def bewerkblad(deel: Onderdeel) -> dict[str, Any]:
    """Return a part as lines to change, with what ended apart; four queries."""
    themas = list(Thema.objects.filter(onderdeel=deel).order_by("volgorde", "pk"))
    doelen = list(Doelstelling.objects.filter(thema__onderdeel=deel).order_by("volgorde", "pk"))
    alle = Activiteit.objects.filter(doelstelling__thema__onderdeel=deel).select_related("eigenaar")
    activiteiten = list(alle.order_by("volgorde", "pk"))
    per_doel = {d.pk: [a for a in activiteiten if a.doelstelling_id == d.pk] for d in doelen}
    per_thema = {t.pk: [d for d in doelen if d.thema_id == t.pk] for t in themas}
    eind: list[tuple[Regelsoort, Rij]] = [
        *((Regelsoort.THEMA, t) for t in themas),
        *((Regelsoort.DOEL, d) for d in doelen),
        *((Regelsoort.ACTIVITEIT, a) for a in activiteiten),
    ]
    return {
        "deel": deel,
        "themas": [
            thema
            | {
                "doelen": [
                    doel | {"activiteiten": _regels(Regelsoort.ACTIVITEIT, per_doel[doel["id"]])}
                    for doel in _regels(Regelsoort.DOEL, per_thema[thema["id"]])
                ]
            }
            for thema in _regels(Regelsoort.THEMA, themas)
        ],
        "beeindigd": [_beeindigd(soort, rij) for soort, rij in eind if rij.beeindigd_op is not None],
    }


def _regels(soort: Regelsoort, rijen: Sequence[Rij]) -> list[dict[str, Any]]:
    lopend = [rij for rij in rijen if rij.beeindigd_op is None]
    return [
        {
            "id": rij.pk,
            "soort": soort.value,
            "titel": f"{rij.code} {rij.titel}" if isinstance(rij, Doelstelling) else rij.titel,
            "onder": _onder(rij),
            "versie": rij.versie,
            "plaats": nr,
            "hoger": nr - 1 if nr > 1 else None,
            "lager": nr + 1 if nr < len(lopend) else None,
        }
        for nr, rij in enumerate(lopend, 1)
    ]


def _onder(rij: Rij) -> str:
    return rij.eigenaar.naam if isinstance(rij, Activiteit) and rij.eigenaar else ""


def _beeindigd(soort: Regelsoort, rij: Rij) -> dict[str, Any]:
    return {
        "id": rij.pk,
        "soort": soort.value,
        "naam": REGELSOORTEN[soort],
        "titel": rij.titel,
        "zin": beeindigd(rij),
    }


def eigenaren() -> list[tuple[int, str]]:
    """Return the colleagues who may own an activity: number and name, by name."""
    return collega_met(Permissie.BELEID_VERANTWOORDEN)


def collega_met(permissie: Permissie) -> list[tuple[int, str]]:
    """Return the colleagues with a role of today that permits this: number and name, by name."""
    namen = dict(get_user_model().objects.filter(is_active=True).order_by("naam").values_list("pk", "naam"))
    mogen = wie_mag(permissie, list(namen), klok.vandaag())
    return [(nummer, naam) for nummer, naam in namen.items() if nummer in mogen]


def wijzigingsblad(door: Actor, plan: Plan) -> dict[str, Any]:
    """Return what changed in a plan since it was read in, newest first, each with the line it is about."""
    rijen = list(Planwijziging.objects.filter(plan=plan).order_by("-pk")[:MEESTE])
    titels = _titels(rijen)
    regels = als_regels(door, rijen)
    for regel, rij in zip(regels, rijen, strict=True):
        soort = Regelsoort(rij.regelsoort)
        regel["zin"] = regel["wat"]
        regel["zin"] = regel["wat"]
        regel["wat"] = f"{REGELSOORTEN[soort]} {titels[soort, rij.regel]}"
        regel["url"] = _url(soort, rij.regel)
    return {
        "plan": plan,
        "ingelezen": datum_zonder_dag(plan.geimporteerd_op),
        "definitie": plan.definitie[:12],
        "regels": regels,
        "afgekapt": len(rijen) == MEESTE,
        "laatste": datum_lang(localtime(rijen[0].op).date()) if rijen else "",
    }


def _titels(rijen: Sequence[Planwijziging]) -> dict[tuple[Regelsoort, int], str]:
    uit: dict[tuple[Regelsoort, int], str] = {}
    modellen: tuple[tuple[Regelsoort, Any], ...] = (
        (Regelsoort.THEMA, Thema),
        (Regelsoort.DOEL, Doelstelling),
        (Regelsoort.ACTIVITEIT, Activiteit),
    )
    for soort, model in modellen:
        ids = {rij.regel for rij in rijen if rij.regelsoort == soort}
        if ids:
            uit |= {(soort, n): t for n, t in model.objects.filter(pk__in=ids).values_list("pk", "titel")}
    return uit


def _url(soort: Regelsoort, nummer: int) -> str:
    namen = {Regelsoort.DOEL: "koers_doel", Regelsoort.ACTIVITEIT: "koers_activiteit"}
    return reverse(namen[soort], args=[nummer]) if soort in namen else ""
