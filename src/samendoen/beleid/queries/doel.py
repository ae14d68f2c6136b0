"""The page of a goal: what it is about, how it goes, its figures, money and stories, and what changed."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.access import zicht
from samendoen.beleid.models import Doelstelling
from samendoen.beleid.queries.begroting import geld_van_doel
from samendoen.beleid.queries.boom import ActiviteitWaarde, DoelWaarde, Verwijzing, boom, loopt
from samendoen.beleid.queries.lichten import telling
from samendoen.beleid.queries.schermen import activiteitregel, cijfer
from samendoen.beleid.queries.wijzigingen import wijzigingen_van
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, NietGevonden, klok
from samendoen.schil.api import datum_zonder_dag


def haal_doel(doel_id: int) -> Doelstelling:
    """Return a goal with its theme, part and plan. Raises NietGevonden."""
    rij = Doelstelling.objects.select_related("thema__onderdeel__plan").filter(pk=doel_id).first()
    if rij is None:
        raise NietGevonden(
            "doel_onbekend", _("Dit doel bestaat niet."), _("Kies een doel op de pagina Koers.")
        )
    return rij


def doelpagina(door: Actor, doel_id: int) -> dict[str, Any]:
    """Return the page of a goal; a goal that ended has one too. Raises NietGevonden."""
    rij = haal_doel(doel_id)
    onderdeel = rij.thema.onderdeel
    delen = boom(onderdeel.plan, klok.vandaag(), zicht(door))
    per = {d.id: d for deel in delen for d in deel.doelen}
    doel = per.get(doel_id)
    activiteiten = doel.activiteiten if doel else ()
    dient, gediend = (doel.dient, doel.gediend) if doel else ((), ())
    return {
        "id": rij.pk,
        "code": rij.code,
        "titel": rij.titel,
        "thema": rij.thema.titel,
        "deel": onderdeel.titel,
        "deel_url": f"{reverse('koers')}?plan={onderdeel.plan.code}&deel={onderdeel.code}",
        "beeindigd": beeindigd(rij),
        "tevreden_als": rij.tevreden_als,
        "tellen": rij.tellen,
        "vertellen": rij.vertellen,
        "niveau": rij.niveau,
        "geld": geld_van_doel(rij),
        "geld_url": f"{reverse('koers_geld')}?plan={onderdeel.plan.code}",
        "toelichting": rij.toelichting,
        "bron": rij.bron,
        "cijfers": [gevonden for code in rij.indicatoren if (gevonden := cijfer(door, code))],
        "dient": [_verwijzing(w) for w in dient],
        "gediend": [_gediende(w, per) for w in gediend],
        "lezing": any(w.aanname for w in (*dient, *gediend)),
        "activiteiten": [_activiteit(a) for a in activiteiten],
        "telling": telling(activiteiten),
        "panelen": stekkers.panelen("doel", door, doel_id),
        "geschiedenis": wijzigingen_van(door, [(Regelsoort.DOEL, doel_id)]),
    }


def beeindigd(rij: Any) -> str:
    """Say since when and why a line of a plan ended; "" when it runs."""
    if rij.beeindigd_op is None or rij.beeindigd_op > klok.vandaag():
        return ""
    return _("Beëindigd op %(dag)s: %(reden)s") % {
        "dag": datum_zonder_dag(rij.beeindigd_op),
        "reden": rij.beeindigd_reden,
    }


def _activiteit(a: ActiviteitWaarde) -> dict[str, Any]:
    tekst = a.verantwoording
    return activiteitregel(a) | {
        "partners": ", ".join(a.partners),
        "verantwoording": tekst.tekst if tekst else "",
        "sinds": datum_zonder_dag(tekst.op) if tekst and not tekst.bron else "",
        "concept": bool(tekst and not tekst.gepubliceerd),
    }


def _verwijzing(w: Verwijzing) -> dict[str, str]:
    return {
        "url": reverse("koers_doel", args=[w.id]),
        "titel": f"{w.code} {w.titel}",
        "toelichting": w.toelichting,
    }


def _gediende(w: Verwijzing, per: dict[int, DoelWaarde]) -> dict[str, str]:
    """Return a goal that serves this one, with how its activities go."""
    doel = per.get(w.id)
    return _verwijzing(w) | {"telling": telling(doel.activiteiten) if doel and doel.activiteiten else ""}


def doelen_van(onderdeel_id: int) -> list[tuple[int, str]]:
    """Return the goals of a part that run, for a choice: number and name."""
    rijen = Doelstelling.objects.filter(loopt(klok.vandaag()), thema__onderdeel=onderdeel_id)
    return [
        (rij.pk, f"{rij.code} {rij.titel}") for rij in rijen.order_by("thema__volgorde", "volgorde", "pk")
    ]


def doelnummers(plan: str) -> dict[str, int]:
    """Return the goals of the plan with this code: goal code -> id."""
    return dict(Doelstelling.objects.filter(thema__onderdeel__plan__code=plan).values_list("code", "pk"))
