"""What was published: read as it was kept, nothing is computed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.rules.openbaar import Cel, uit_json
from samendoen.kernel.api import Domeinfout
from samendoen.schil.api import datum_zonder_dag

MEESTE_DAGEN = 6
"""So many days a message names."""


def nieuwste_publicatie() -> date | None:
    """Return the day of the newest publication, None when nothing was published yet."""
    return Publicatie.objects.order_by("-peildatum").values_list("peildatum", flat=True).first()


def gepubliceerd(indicator: Indicator, per: Sequence[str], publicatie: Publicatie) -> list[Cel]:
    """Return what a publication shows of an indicator.

    Raises Domeinfout: an indicator that is not in it, a breakdown that does not go out.
    """
    keur_openbaar(indicator, per)
    inhoud = publicatie.tabellen.get(indicator.code)
    if inhoud is None or inhoud.get("tekort"):
        raise _niet_erin(indicator, publicatie.peildatum, te_klein=inhoud is not None)
    for volgorde, cellen in inhoud["tabellen"].items():
        namen = volgorde.split(",") if volgorde else []
        if sorted(namen) == sorted(per):
            plaatsen = [namen.index(naam) for naam in per]
            gelezen = (uit_json(cel) for cel in cellen)
            return [replace(cel, sleutels=tuple(cel.sleutels[n] for n in plaatsen)) for cel in gelezen]
    raise _niet_openbaar(next(iter(inhoud["tabellen"])).split(","))


def keur_openbaar(indicator: Indicator, per: Sequence[str]) -> None:
    """Refuse an indicator or a breakdown that is never published. Raises Domeinfout."""
    if not indicator.openbaar:
        raise _alleen_binnen(indicator)
    if not set(per) <= set(indicator.weergave.per):
        raise _niet_openbaar(indicator.weergave.per)


def _alleen_binnen(indicator: Indicator) -> Domeinfout:
    return Domeinfout(
        "niet_in_publicatie",
        _("'%(naam)s' wordt niet gepubliceerd: dit cijfer is voor wie in de gemeente met cijfers werkt.")
        % {"naam": indicator.naam},
        _("Kies een openbaar cijfer op de pagina Cijfers."),
    )


def _niet_openbaar(per: Sequence[str]) -> Domeinfout:
    return Domeinfout(
        "niet_openbaar",
        _("Deze uitsplitsing gaat niet naar buiten: naast de openbare tabel zou ze mensen verraden."),
        _("Vraag de openbare tabel: uitgesplitst op %(per)s.") % {"per": ",".join(per)},
        veld="per",
    )


def publicatie_van(peildatum: date | None) -> Publicatie:
    """Return the publication of this day, or the newest. Raises Domeinfout."""
    rijen = Publicatie.objects.order_by("-peildatum")
    rij = rijen.first() if peildatum is None else rijen.filter(peildatum=peildatum).first()
    if rij is not None:
        return rij
    dagen = [datum_zonder_dag(dag) for dag in rijen.values_list("peildatum", flat=True)[:MEESTE_DAGEN]]
    if not dagen:
        raise Domeinfout(
            "niets_gepubliceerd",
            _("Er zijn nog geen cijfers gepubliceerd."),
            _("Maak een momentopname: de eerste wordt meteen gepubliceerd."),
        )
    raise Domeinfout(
        "niet_gepubliceerd",
        _("De cijfers van deze dag zijn niet gepubliceerd."),
        _("Kies een dag waarvan de cijfers wel gepubliceerd zijn: %(dagen)s.") % {"dagen": ", ".join(dagen)},
        veld="peildatum",
    )


def _niet_erin(indicator: Indicator, dag: date, *, te_klein: bool) -> Domeinfout:
    zin = (
        _("'%(naam)s' is op %(dag)s niet gepubliceerd: de aantallen zijn te klein om mensen te beschermen.")
        if te_klein
        else _("'%(naam)s' staat niet in de publicatie van %(dag)s.")
    )
    return Domeinfout(
        "niet_in_publicatie",
        zin % {"naam": indicator.naam, "dag": datum_zonder_dag(dag)},
        _("Kies een andere dag, of wacht op de volgende publicatie."),
        veld="peildatum",
    )
