"""Readings of documents as ready strings: the list, one to look over, one activity of it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.models import Lezing
from samendoen.beleid.models.lezing import STATEN
from samendoen.beleid.rules.overnemen import OVERNEEMBAAR, Staat, haperingen
from samendoen.kernel.api import NietGevonden
from samendoen.schil.api import datum_lang, euro

MEESTE_LOS = 50
"""So many lines without a place are shown; the rest is counted."""


def lijst() -> list[dict[str, str]]:
    """Return the readings, newest first; one query."""
    return [
        {
            "naam": rij.naam,
            "url": reverse("koers_lezing", args=[rij.pk]),
            "plan": f"{rij.plan.titel} ({rij.plan.gemeente})",
            "gelezen": datum_lang(rij.gelezen_op),
            "staat": str(STATEN[Staat(rij.staat)]),
        }
        for rij in Lezing.objects.select_related("plan").order_by("-pk")
    ]


def haal(lezing_id: int) -> Lezing:
    """Return a reading. Raises NietGevonden."""
    rij = Lezing.objects.select_related("plan", "onderdeel").filter(pk=lezing_id).first()
    if rij is None:
        raise NietGevonden(
            "lezing_onbekend", _("Deze lezing bestaat niet."), _("Kies een document uit de lijst.")
        )
    return rij


def pagina(rij: Lezing) -> dict[str, Any]:
    """Return a reading to look over."""
    inhoud = rij.inhoud
    los = inhoud["niet_geplaatst"]
    lastig = {h.regel for h in haperingen(inhoud)}
    t = inhoud["telling"]
    return {
        "id": rij.pk,
        "naam": rij.naam,
        "plan": rij.plan.titel,
        "staat": str(STATEN[Staat(rij.staat)]),
        "open": rij.staat == Staat.OPEN,
        "over_te_nemen": rij.staat == Staat.OPEN and inhoud["soort"] in OVERNEEMBAAR,
        "onderdeel_url": _onderdeel_url(rij),
        "telling": _(
            "%(doelen)s doelen, %(accenten)s accenten, %(activiteiten)s activiteiten, %(resultaten)s "
            "resultaten, %(lichten)s lichten, %(verantwoordingen)s verantwoordingen, %(mutaties)s mutaties; "
            "niet geplaatst: %(niet_geplaatst)s regels."
        )
        % t,
        "bevindingen": inhoud["bevindingen"],
        "doelen": [
            {
                "titel": doel["titel"] or _("Zonder titel"),
                "thema": doel["thema"],
                "lastig": doel["regel"] in lastig,
                "activiteiten": [
                    _activiteit(rij.pk, d, n, a, a["regel"] in lastig)
                    for n, a in enumerate(doel["activiteiten"], 1)
                ],
            }
            for d, doel in enumerate(inhoud["doelen"], 1)
        ],
        "mutaties": [_mutatie(m) for m in inhoud["mutaties"]],
        "los": los[:MEESTE_LOS],
        "los_rest": max(0, len(los) - MEESTE_LOS),
    }


def _onderdeel_url(rij: Lezing) -> str:
    if rij.onderdeel is None:
        return ""
    return f"{reverse('koers')}?plan={rij.plan.code}&deel={rij.onderdeel.code}"


def _activiteit(lezing_id: int, doel: int, nummer: int, a: dict[str, Any], lastig: bool) -> dict[str, Any]:
    return {
        "titel": a["titel"] or _("Zonder titel"),
        "url": reverse("koers_lezing_activiteit", args=[lezing_id, doel, nummer]),
        "resultaat": a["resultaat"] or _("Geen resultaat gelezen"),
        "weglaten": bool(a.get("weglaten")),
        "lastig": lastig and not a.get("weglaten"),
        "regel": _("regel %(n)s") % {"n": a["regel"]},
    }


def _mutatie(m: dict[str, Any]) -> str:
    wat = _("%(naam)s: lasten %(lasten)s, baten %(baten)s, %(soort)s")
    return wat % {
        "naam": m["naam"],
        "lasten": euro(m["lasten_eurocent"]),
        "baten": euro(m["baten_eurocent"]),
        "soort": m["soort"] or "?",
    }


def een_activiteit(rij: Lezing, doel: int, activiteit: int) -> dict[str, Any]:
    """Return one activity of a reading. Raises NietGevonden."""
    try:
        if min(doel, activiteit) < 1:
            raise IndexError
        return dict(rij.inhoud["doelen"][doel - 1]["activiteiten"][activiteit - 1])
    except IndexError as fout:
        raise NietGevonden(
            "activiteit_onbekend",
            _("Deze activiteit staat niet in de lezing."),
            _("Kies er een uit de lijst."),
        ) from fout
