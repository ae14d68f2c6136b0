"""Who reads along in a casus, for what and until when."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, niet_gevonden, werkt_in
from samendoen.casus.actions.consultatie import deskundigen
from samendoen.casus.models import Consultatie
from samendoen.kernel.api import Actor, Permissie, gevuld, klok
from samendoen.organisatie.api import medewerkers_van, teams_bij_code
from samendoen.schil.api import datum_lang, termijn_tekst


def te_consulteren() -> list[tuple[int, str]]:
    """Return (user, name) of every colleague who may be consulted, by name."""
    groepen = [team.groep_id for team in teams_bij_code(klok.vandaag()).values()]
    mensen = medewerkers_van(groepen)
    mogen = deskundigen(m.id for m in mensen)
    return [(m.id, m.naam) for m in mensen if m.id in mogen]


def haal_consultatie(casus_id: int, consultatie_id: int) -> Consultatie:
    """Return a consultation of a casus that was authorised; NietGevonden when it is not of it."""
    rij = Consultatie.objects.select_related("gebruiker").filter(pk=consultatie_id, casus=casus_id).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus who reads along until when, and who did; to who may read the dossier with
    which the casus began."""
    zijn_er = "casus:consultatie" in gevuld(door, "casus", onderwerp_id)
    rijen = _leesbaar(door, onderwerp_id) if zijn_er else []
    mag = werkt_in(door, onderwerp_id, Permissie.INZAGE_TOEKENNEN)
    if not rijen and not mag:
        return ""
    regels = [_regel(rij, mag=mag) for rij in rijen]
    gegevens = {
        "nu": [r for r in regels if r["loopt"]],
        "eerder": [r for r in regels if not r["loopt"]],
        "nieuw_url": reverse("consultatie_nieuw", args=[onderwerp_id]) if mag else "",
    }
    return render_to_string("casus/paneel_consultatie.html", {"p": gegevens})


def _leesbaar(door: Actor, casus_id: int) -> list[Consultatie]:
    rijen = binnen(Consultatie.objects.filter(casus=casus_id), door, pad="casus__dossier")
    return list(rijen.select_related("gebruiker").order_by("-van", "-pk"))


def _regel(rij: Consultatie, *, mag: bool) -> dict[str, object]:
    loopt = rij.beeindigd_op is None and rij.tot >= klok.vandaag()
    einde = termijn_tekst(rij.tot, klok.vandaag()) if loopt else datum_lang(rij.beeindigd_op or rij.tot)
    stop = reverse("consultatie_stoppen", args=[rij.casus_id, rij.pk])
    return {
        "loopt": loopt,
        "naam": rij.gebruiker.naam,
        "periode": _("van %(van)s tot en met %(tot)s") % {"van": datum_lang(rij.van), "tot": einde},
        "waarvoor": rij.waarvoor or _("De woorden zijn gewist."),
        "stop_url": stop if loopt and mag else "",
    }
