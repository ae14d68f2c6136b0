"""Tasks that a rule asks for: announce what was decided, assign what holds, look ahead before help ends.

The days are ours: no law names them. Each task says why it is there.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from samendoen.besluiten import events
from samendoen.besluiten.models import Besluit, Toewijzing, Voorziening
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules import (
    BEKENDMAKEN_BINNEN,
    TOEWIJZEN_BINNEN,
    VOORAF,
    Besluitstatus,
    Toewijzingstatus,
    Voorzieningstatus,
    Vorm,
)
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.schil.api import datum_lang


def bekendmaken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every decision that was taken and not announced."""
    rijen = Besluit.objects.filter(status=Besluitstatus.GENOMEN.value, besloten_op__lte=dag).order_by("pk")
    velden = (
        "pk",
        "aanvraag_id",
        "besloten_op",
        "dossier_id",
        "aanvraag__team__groep_id",
        "tweede_nodig",
        "tweede_door_id",
    )
    for r in rijen.values(*velden).iterator():
        woorden = {"dag": datum_lang(r["besloten_op"]), "dagen": BEKENDMAKEN_BINNEN.days}
        yield Taakvoorstel(
            sleutel=f"besluit.{r['pk']}",
            tekst=_("Laat het besluit meetekenen en maak het bekend")
            if r["tweede_nodig"] and r["tweede_door_id"] is None
            else _("Maak het besluit bekend"),
            uitleg=_(
                "Regel “besluit bekendmaken”: het besluit is genomen op %(dag)s en geldt pas na de "
                "bekendmaking (Awb artikel 3:40). Wij maken een besluit binnen %(dagen)s dagen bekend."
            )
            % woorden,
            uiterlijk=r["besloten_op"] + BEKENDMAKEN_BINNEN,
            dossier_id=r["dossier_id"],
            groep_id=r["aanvraag__team__groep_id"],
            gebruiker_id=None,
            onderwerp_soort=events.AANVRAAG,
            onderwerp_id=r["aanvraag_id"],
        )


def toewijzen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every provision in kind that holds and that nobody gives."""
    bezet = Toewijzing.objects.filter(voorziening=OuterRef("pk"), status=Toewijzingstatus.GELDT.value)
    rijen = Voorziening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=dag),
        ~Exists(bezet),
        status=Voorzieningstatus.GELDT.value,
        vorm=Vorm.ZIN.value,
        besluit__bekendgemaakt_op__lte=dag,
    ).order_by("pk")
    velden = ("pk", "dossier_id", "besluit__bekendgemaakt_op", "besluit__aanvraag__team__groep_id")
    for r in rijen.values(*velden).iterator():
        bekend = r["besluit__bekendgemaakt_op"]
        yield _van_voorziening(
            r,
            sleutel=f"voorziening.{r['pk']}",
            tekst=_("Wijs de voorziening toe"),
            uitleg=_(
                "Regel “voorziening toewijzen”: het besluit is bekendgemaakt op %(dag)s, de hulp is in "
                "natura en nog geen aanbieder geeft die. Wij wijzen binnen %(dagen)s dagen toe."
            )
            % {"dag": datum_lang(bekend), "dagen": TOEWIJZEN_BINNEN.days},
            uiterlijk=bekend + TOEWIJZEN_BINNEN,
            groep=r["besluit__aanvraag__team__groep_id"],
        )


def loopt_af(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every assignment that ends within eight weeks."""
    rijen = Toewijzing.objects.filter(
        status=Toewijzingstatus.GELDT.value, tot__gt=dag, tot__lte=dag + VOORAF
    ).order_by("pk")
    velden = (
        "pk",
        "tot",
        "voorziening_id",
        "voorziening__dossier_id",
        "voorziening__besluit__aanvraag__team__groep_id",
    )
    for r in rijen.values(*velden).iterator():
        einde = laatste_dag(r["tot"])
        yield _van_voorziening(
            {"pk": r["voorziening_id"], "dossier_id": r["voorziening__dossier_id"]},
            # With the last day in it: an assignment that was moved asks anew.
            sleutel=f"toewijzing.{r['pk']}.{einde.isoformat()}",
            tekst=_("Bespreek hoe het verder gaat: de hulp stopt"),
            uitleg=_(
                "Regel “toewijzing loopt af”: de laatste dag van deze hulp is %(dag)s. Acht weken daarvoor "
                "is er nog tijd om samen terug te kijken en zo nodig opnieuw te besluiten."
            )
            % {"dag": datum_lang(einde)},
            uiterlijk=einde,
            groep=r["voorziening__besluit__aanvraag__team__groep_id"],
        )


def _van_voorziening(
    r: dict[str, Any], *, sleutel: str, tekst: str, uitleg: str, uiterlijk: date, groep: int
) -> Taakvoorstel:
    return Taakvoorstel(
        sleutel=sleutel,
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=uiterlijk,
        dossier_id=r["dossier_id"],
        groep_id=groep,
        gebruiker_id=None,
        onderwerp_soort=events.VOORZIENING,
        onderwerp_id=r["pk"],
    )
