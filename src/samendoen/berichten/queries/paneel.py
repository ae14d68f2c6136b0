"""The panel on the page of a casus: does the provider know what was assigned?"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.berichten.access import leesbaar
from samendoen.berichten.models import Berichtregel
from samendoen.berichten.queries import aandacht
from samendoen.berichten.queries.lijst import met_stand
from samendoen.berichten.queries.toewijzingen import KLASSE
from samendoen.berichten.rules.toestand import Richting, Status
from samendoen.besluiten.api import toewijzingen_van_casus
from samendoen.kernel.api import Actor, Permissie, gevuld, klok
from samendoen.schil.api import datum_lang, status

Rij = dict[str, Any]


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Return the panel for this reader, "" for who sees nothing here. The page of the casus logs it."""
    if "casus:besluiten" not in gevuld(door, "casus", onderwerp_id):
        return ""
    toewijzingen = toewijzingen_van_casus(door, onderwerp_id)
    laatste = _laatste(door, toewijzingen) if toewijzingen else {}
    open_ = door.mag(Permissie.VOORZIENING_TOEWIJZEN)
    regels = [
        {
            "wat": _("%(product)s van %(aanbieder)s")
            % {"product": f"{t.product[:1].upper()}{t.product[1:]}", "aanbieder": t.aanbieder},
            "stand": _stand(laatste[t.id]),
            "onder": _onder(laatste[t.id]),
            "url": reverse("bericht", args=[laatste[t.id]["pk"]]) if open_ else "",
        }
        for t in toewijzingen.values()
        if t.id in laatste
    ]
    return render_to_string("berichten/paneel.html", {"regels": regels}) if regels else ""


def _laatste(door: Actor, toewijzingen: Iterable[int]) -> dict[int, Rij]:
    """Return by assignment the last message in which we told of it, if this actor may read it: two reads."""
    regels = Berichtregel.objects.filter(
        toewijzing__in=list(toewijzingen), klasse=KLASSE, bericht__richting=Richting.UIT.value
    )
    laatste = dict(regels.values_list("toewijzing").annotate(laatste=Max("bericht")))
    if not laatste:
        return {}
    rijen = met_stand(leesbaar(door)).filter(pk__in=laatste.values())
    per = {r["pk"]: r for r in rijen.values(*aandacht.VELDEN)}
    return {nummer: per[pk] for nummer, pk in laatste.items() if pk in per}


def _stand(r: Rij) -> SafeString:
    """Return whether the provider knows."""
    if r["status"] == Status.BEANTWOORD:
        if r["met_bevinding"]:
            return status("fout", _("Aanbieder keurde het bericht af"))
        return status("ok", _("Aanbieder heeft het bericht ontvangen"))
    if r["status"] == Status.MISLUKT:
        return status("fout", _("Het bericht kwam niet aan"))
    if r["status"] == Status.KLAAR:
        return status("loopt", _("Het bericht gaat vanzelf weg"))
    return status("info", _("Nog niet beantwoord"))


def _onder(r: Rij) -> str:
    stand = aandacht.stand_van(r, klok.vandaag())
    if stand.uiterlijk is None:
        return ""
    return _("%(zin)s Uiterlijk %(dag)s.") % {"zin": stand.zin, "dag": datum_lang(stand.uiterlijk)}
