"""Tasks that a rule asks for: announce what was decided, assign what holds, look ahead before help ends.

When, and in which words, stands in the municipality's definitions (definities/taakregels).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from samendoen.besluiten import events
from samendoen.besluiten.models import Besluit, Toewijzing, Voorziening
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules import Besluitstatus, Toewijzingstatus, Voorzieningstatus, Vorm
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.werk.api import taakregel

BEKENDMAKEN, TOEWIJZEN = "besluit-bekendmaken", "voorziening-toewijzen"
TOEWIJZING_EINDIGT, VOORZIENING_EINDIGT = "toewijzing-loopt-af", "voorziening-loopt-af"
Dagen = list[tuple[str, date]]


def bekendmaken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every decision that was taken and not announced."""
    regel = taakregel(BEKENDMAKEN)
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
        wacht = r["tweede_nodig"] and r["tweede_door_id"] is None
        tekst, uitleg = regel.schrijf("meetekenen" if wacht else "", dag=datum_lang(r["besloten_op"]))
        yield Taakvoorstel(
            sleutel=f"besluit.{r['pk']}",
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=r["besloten_op"] + regel.dagen("binnen_dagen"),
            dossier_id=r["dossier_id"],
            groep_id=r["aanvraag__team__groep_id"],
            gebruiker_id=None,
            onderwerp_soort=events.AANVRAAG,
            onderwerp_id=r["aanvraag_id"],
        )


def herleid_bekendmaken(sleutel: str) -> Dagen:
    """Return the days from which the task to announce was computed."""
    besluit = Besluit.objects.get(pk=_nummer(sleutel))
    return [
        (_("Besluit genomen"), besluit.besloten_op),
        (
            _("Bekendmaken uiterlijk"),
            besluit.besloten_op + taakregel(BEKENDMAKEN).dagen("binnen_dagen"),
        ),
    ]


def toewijzen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every provision in kind that holds and that nobody gives."""
    regel = taakregel(TOEWIJZEN)
    bezet = Toewijzing.objects.filter(voorziening=OuterRef("pk"), status=Toewijzingstatus.GELDT.value)
    rijen = Voorziening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=dag),
        ~Exists(bezet),
        status=Voorzieningstatus.GELDT.value,
        vorm=Vorm.ZIN.value,
        product__eigen_uitgifte=False,
        eindreden="",
        besluit__bekendgemaakt_op__lte=dag,
    ).order_by("pk")
    velden = ("pk", "dossier_id", "besluit__bekendgemaakt_op", "besluit__aanvraag__team__groep_id")
    for r in rijen.values(*velden).iterator():
        bekend = r["besluit__bekendgemaakt_op"]
        yield _van_voorziening(
            r,
            sleutel=f"voorziening.{r['pk']}",
            woorden=regel.schrijf(dag=datum_lang(bekend)),
            uiterlijk=bekend + regel.dagen("binnen_dagen"),
            groep=r["besluit__aanvraag__team__groep_id"],
        )


def herleid_toewijzen(sleutel: str) -> Dagen:
    """Return the days from which the task to assign was computed."""
    bekend = Voorziening.objects.get(pk=_nummer(sleutel)).besluit.bekendgemaakt_op
    if bekend is None:
        return []
    einde = bekend + taakregel(TOEWIJZEN).dagen("binnen_dagen")
    return [(_("Besluit bekendgemaakt"), bekend), (_("Toewijzen uiterlijk"), einde)]


def toewijzing_loopt_af(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every assignment that ends as soon after `dag` as the definition says."""
    regel = taakregel(TOEWIJZING_EINDIGT)
    rijen = _eindigende_toewijzingen(dag).order_by("pk")
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
            woorden=regel.schrijf(dag=datum_lang(einde)),
            uiterlijk=einde,
            groep=r["voorziening__besluit__aanvraag__team__groep_id"],
        )


def _eindigende_toewijzingen(dag: date) -> Any:
    vooraf = taakregel(TOEWIJZING_EINDIGT).vooraf
    return Toewijzing.objects.filter(status=Toewijzingstatus.GELDT.value, tot__gt=dag, tot__lte=dag + vooraf)


def voorziening_loopt_af(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every budget that ends soon, and for help of which no assignment says so already."""
    regel = taakregel(VOORZIENING_EINDIGT)
    gezegd = _eindigende_toewijzingen(dag).filter(voorziening=OuterRef("pk"))
    geeft = Toewijzing.objects.filter(voorziening=OuterRef("pk"), status=Toewijzingstatus.GELDT.value)
    rijen = Voorziening.objects.filter(
        Q(vorm=Vorm.PGB.value) | Exists(geeft) & ~Exists(gezegd),
        status=Voorzieningstatus.GELDT.value,
        eindreden="",
        tot__gt=dag,
        tot__lte=dag + regel.vooraf,
    ).order_by("pk")
    velden = ("pk", "tot", "dossier_id", "besluit__aanvraag__team__groep_id")
    for pk, tot, dossier, groep in rijen.values_list(*velden).iterator():
        if tot is None:  # cannot be: it is compared above
            continue
        einde = laatste_dag(tot)
        yield _van_voorziening(
            {"pk": pk, "dossier_id": dossier},
            sleutel=f"voorziening.{pk}.{einde.isoformat()}",
            woorden=regel.schrijf(dag=datum_lang(einde)),
            uiterlijk=einde,
            groep=groep,
        )


def herleid_toewijzing(sleutel: str) -> Dagen:
    """Return the days from which the task before an assignment ends was computed."""
    rij = Toewijzing.objects.get(pk=_nummer(sleutel))
    return _einde(TOEWIJZING_EINDIGT, rij.van, rij.tot)


def herleid_voorziening(sleutel: str) -> Dagen:
    """Return the days from which the task before a provision ends was computed."""
    rij = Voorziening.objects.get(pk=_nummer(sleutel))
    return _einde(VOORZIENING_EINDIGT, rij.van, rij.tot)


def _einde(code: str, van: date, tot: date | None) -> Dagen:
    if tot is None:
        return [(_("Begonnen"), van)]
    regel = taakregel(code)
    return [
        (_("Begonnen"), van),
        (_("%(n)s weken voor het einde") % {"n": regel.weken_vooraf}, tot - regel.vooraf),
        (_("Laatste dag"), laatste_dag(tot)),
    ]


def _nummer(sleutel: str) -> int:
    return int(sleutel.split(".")[1])


def _van_voorziening(
    r: dict[str, Any], *, sleutel: str, woorden: tuple[str, str], uiterlijk: date, groep: int
) -> Taakvoorstel:
    return Taakvoorstel(
        sleutel=sleutel,
        tekst=woorden[0],
        uitleg=woorden[1],
        uiterlijk=uiterlijk,
        dossier_id=r["dossier_id"],
        groep_id=groep,
        gebruiker_id=None,
        onderwerp_soort=events.VOORZIENING,
        onderwerp_id=r["pk"],
    )
