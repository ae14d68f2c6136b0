"""What pages of other contexts show about a casus."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, werkt_in
from samendoen.casus.actions.losmaken import begon_ermee
from samendoen.casus.models import STATUSSEN, Betrokkene, Casusmelding
from samendoen.casus.queries.kernen import (
    Casuskern,
    casuskernen,
    casussen_van_meldingen,
    lopende_van_huishoudens,
)
from samendoen.casus.rules import Status
from samendoen.inwoners.api import kernen, leden_van
from samendoen.kernel.api import SYSTEEM, Actor, Permissie
from samendoen.organisatie.api import teamnaam, teamnamen
from samendoen.toegang.api import Status as Meldingstatus
from samendoen.toegang.api import meldingkernen


def herkenning(door: Actor, onderwerp_id: int) -> str:
    """Say beside a recognised resident of this household that a casus runs, who directs it and in which
    team: enough to bring a question to the right place (decision record 0007).

    Nothing when somebody of the household keeps their address secret, for who may not read the casus.
    """
    kern = lopende_van_huishoudens([onderwerp_id]).get(onderwerp_id)
    if kern is None:
        return ""
    leesbaar = bool(casuskernen(door, [kern.id]))
    if not leesbaar and _iemand_verborgen(onderwerp_id):
        return ""
    return _paneel("herkenning", kern, leesbaar)


def _iemand_verborgen(huishouden_id: int) -> bool:
    leden = [lid.persoon_id for lid in leden_van(huishouden_id)]
    return any(kern.geheim for kern in kernen(SYSTEEM, leden).values())


def melding(door: Actor, onderwerp_id: int) -> str:
    """Lead from a question to its casus, or to opening one."""
    casus = casussen_van_meldingen([onderwerp_id]).get(onderwerp_id)
    if casus is not None:
        kern = casuskernen(SYSTEEM, [casus])[casus]
        los = werkt_in(door, casus) and kwam_erbij(onderwerp_id)
        los_url = reverse("casus_losmaken", args=[onderwerp_id]) if los else ""
        return _paneel("melding", kern, bool(casuskernen(door, [casus])), los_url)
    vraag = meldingkernen(door, [onderwerp_id]).get(onderwerp_id)
    if vraag is None or not door.mag(Permissie.CASUS_WERKEN):
        return ""
    if not vraag.herkend or vraag.status == Meldingstatus.INGETROKKEN:
        return ""
    url = reverse("casus_openen", args=[onderwerp_id])
    return render_to_string("casus/paneel_openen.html", {"url": url})


def inwoner(door: Actor, onderwerp_id: int) -> str:
    """Lead from a resident to the casussen in which that person is involved, of those one may read."""
    rijen = binnen(Betrokkene.objects.filter(inwoner=onderwerp_id, tot=None), door)
    kern_van = casuskernen(door, rijen.values_list("casus_id", flat=True))
    teams = teamnamen() if kern_van else {}
    regels = [
        {
            "url": reverse("casus", args=[k.id]),
            "naam": _("Casus %(nr)s") % {"nr": k.id},
            "onder": _("%(stand)s, regisseur %(naam)s, %(team)s")
            % {
                "stand": STATUSSEN[Status(k.status)],
                "naam": k.regisseur,
                "team": teams.get(k.team, k.team),
            },
        }
        for k in sorted(kern_van.values(), key=lambda k: -k.id)
    ]
    return render_to_string("casus/paneel_inwoner.html", {"regels": regels}) if regels else ""


def kwam_erbij(melding_id: int) -> bool:
    """Tell whether a question joined a casus that ran already; for who has authorised the question."""
    rij = Casusmelding.objects.filter(melding=melding_id).first()
    return rij is not None and not begon_ermee(rij)


def _paneel(soort: str, kern: Casuskern, leesbaar: bool, los_url: str = "") -> str:
    gegevens = {
        "soort": soort,
        "nr": kern.id,
        "regisseur": kern.regisseur,
        "team": teamnaam(kern.team),
        "gesloten": kern.status == Status.GESLOTEN,
        "url": reverse("casus", args=[kern.id]) if leesbaar else "",
        "los_url": los_url,
    }
    return render_to_string("casus/paneel_loopt.html", gegevens)
