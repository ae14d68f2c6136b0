"""What ErOpAf plugs in: its panel, how its events read, its eraser, and the rule of its rhythm."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.toegang import events, feiten
from samendoen.toegang.actions.registratie import SOORT
from samendoen.toegang.models import (
    EROPAFKEUZES,
    POGINGUITKOMSTEN,
    POGINGWIJZEN,
    VERKENNINGUITKOMSTEN,
    Contactpoging,
    Eropaf,
    Eropafbesluit,
    Zorgmelding,
)
from samendoen.toegang.queries import eropaf
from samendoen.toegang.rules import (
    EROPAF_RITME,
    Eropafkeuze,
    Eropafstatus,
    Poginguitkomst,
    Pogingwijze,
    Route,
    Verkenninguitkomst,
)
from samendoen.werk.api import taakregel


def meld_aan() -> None:
    """Fill the stekkers of ErOpAf."""
    stekkers.feit.meld_aan("eropaf", feiten.TRAJECT)
    stekkers.taakregel.meld_aan(REGEL.code, REGEL)
    stekkers.paneel.meld_aan("melding:eropaf", eropaf.paneel)
    stekkers.begin.meld_aan("melding_bezorgd", BEZORGD)
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words on the way, and who reported a worry; that contact was sought stays, as a count."""
    wie = {"inwoner_id": persoon_id, "wet": wet}
    pogingen = Contactpoging.objects.filter(**wie).exclude(woorden="").update(woorden="")
    besluiten = Eropafbesluit.objects.filter(**wie).exclude(motivering="").update(motivering="")
    leeg = {"aanduiding": "", "melder_naam": "", "melder_telefoon": "", "melder_relatie": ""}
    return pogingen + besluiten + Zorgmelding.objects.filter(**wie).exclude(**leeg).update(**leeg)


def te_zoeken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the team of every melding for which contact is to be sought by `dag`."""
    regel = taakregel(EROPAF_RITME)
    rijen = Eropaf.objects.filter(
        status=Eropafstatus.LOOPT, melding__route=Route.EROPAF, volgende_op__lte=dag
    ).order_by("pk")
    for r in rijen.values(*TAAKVELDEN).iterator():
        tekst, uitleg = regel.schrijf(
            dag=datum_lang(r["begonnen_op"]),
            contact=_laatste(r["laatste_poging_op"]),
            volgende=datum_lang(r["volgende_op"]),
        )
        yield Taakvoorstel(
            # With the day in it: after an attempt the next one is another task.
            sleutel=f"{r['pk']}.{r['volgende_op'].isoformat()}",
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=r["volgende_op"],
            dossier_id=r["melding__dossier_id"],
            groep_id=r["melding__team__groep_id"],
            gebruiker_id=None,
            onderwerp_soort=SOORT,
            onderwerp_id=r["melding_id"],
        )


TAAKVELDEN = (
    "pk", "melding_id", "melding__dossier_id", "melding__team__groep_id", "begonnen_op", "volgende_op",
    "laatste_poging_op",
)  # fmt: skip


def _laatste(op: date | None) -> str:
    if op is None:
        return _("er is nog geen contact gezocht")
    return _("op %(dag)s is het laatst contact gezocht") % {"dag": datum_lang(op)}


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to seek contact was computed."""
    pad = Eropaf.objects.get(pk=int(sleutel.partition(".")[0]))
    dagen = (
        (_("ErOpAf begonnen"), pad.begonnen_op),
        (_("Laatste contactpoging"), pad.laatste_poging_op),
        (_("Volgende contact"), pad.volgende_op),
    )
    return [(naam, dag) for naam, dag in dagen if dag is not None]


Gegevens = Mapping[str, Any]


def _gezocht(gegevens: Gegevens, inhoud: Mapping[str, str]) -> str:
    return _("Contact gezocht (%(wijze)s): %(uitkomst)s.") % {
        "wijze": str(POGINGWIJZEN[Pogingwijze(gegevens["wijze"])]).lower(),
        "uitkomst": str(POGINGUITKOMSTEN[Poginguitkomst(gegevens["uitkomst"])]).lower(),
    }


def _besloten(gegevens: Gegevens, inhoud: Mapping[str, str]) -> str:
    zin = _("ErOpAf, besluit: %(besluit)s.") % {"besluit": EROPAFKEUZES[Eropafkeuze(gegevens["besluit"])]}
    if not gegevens["uitkomst"]:
        return zin
    return f"{zin} {VERKENNINGUITKOMSTEN[Verkenninguitkomst(gegevens['uitkomst'])]}."


ZINNEN: dict[str, stekkers.Zin] = {
    events.EropafBegonnen.soort: stekkers.vaste_zin(gettext_lazy("ErOpAf begonnen.")),
    events.ContactGezocht.soort: _gezocht,
    events.ContactIngetrokken.soort: stekkers.vaste_zin(
        gettext_lazy("Een contactpoging is ingetrokken: zij was een vergissing.")
    ),
    events.EropafBesloten.soort: _besloten,
    events.EropafTeruggenomen.soort: stekkers.vaste_zin(
        gettext_lazy("Een besluit over ErOpAf is teruggenomen. ErOpAf gaat verder.")
    ),
    events.EropafVervallen.soort: stekkers.vaste_zin(
        gettext_lazy("ErOpAf vervalt: de melding is ingetrokken.")
    ),
}
WISSER = stekkers.Wisser(("toegang.Contactpoging", "toegang.Eropafbesluit", "toegang.Zorgmelding"), wis)
REGEL = Taakregel(EROPAF_RITME, "De dag is gekomen om weer contact te zoeken.", te_zoeken, herleid)
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("ErOpAf"), "eropaf", Permissie.WERK_ZIEN, 21, "meldingen")
BEZORGD = stekkers.Navigatiepunt(
    gettext_lazy("Zorg om iemand melden"), "melding_bezorgd", Permissie.MELDING_REGISTREREN, 11
)
