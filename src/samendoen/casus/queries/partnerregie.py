"""Direction at a partner: what the page of a casus says of it, who may take it, and its task."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, eigen_rollen, niet_gevonden, werkt_in
from samendoen.casus.actions.partnerregie import mag_regisseren, toegestaan
from samendoen.casus.definities import Partner, partners
from samendoen.casus.events import CASUS
from samendoen.casus.models import Partnerregie
from samendoen.casus.queries.taken import PARTNERREGIE, regisseurs
from samendoen.casus.rules import Status
from samendoen.kaart.api import organisaties_voor_keuze
from samendoen.kernel.api import Actor, gevuld, klok, onthoud
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import datum_lang, termijn_tekst
from samendoen.werk.api import taakregel


def elders(door: Actor, casus_id: int) -> tuple[tuple[str, str], ...]:
    """Return (life domain, "Avres, sinds ma 3 juni 2024") of what partners direct now; to who may read the
    dossier with which the casus began."""
    rijen = [rij for rij in _leesbaar(door, casus_id) if rij.tot is None]
    gebieden = leefgebieden()
    return tuple(
        (
            gebieden.get(r.leefgebied, r.leefgebied),
            _("%(wie)s, sinds %(dag)s") % {"wie": r.organisatie.naam, "dag": datum_lang(r.van)},
        )
        for r in rijen
    )


@onthoud
def _leesbaar(door: Actor, casus_id: int) -> Sequence[Partnerregie]:
    if "casus:partnerregie" not in gevuld(door, "casus", casus_id):
        return ()
    rijen = binnen(Partnerregie.objects.filter(casus=casus_id), door, pad="casus__dossier")
    return tuple(rijen.select_related("organisatie").order_by("-van", "-pk"))


def keuzes(casus_id: int, lopend: Iterable[Partnerregie] | None = None) -> list[tuple[str, str]]:
    """Return ("organisation.life domain", "Avres: Inkomen") of what may still be directed elsewhere.

    `lopend`: all that is directed elsewhere now, for who has fetched it already.
    """
    if lopend is None:
        lopend = Partnerregie.objects.filter(casus=casus_id, tot=None)
    bezet = {rij.leefgebied for rij in lopend}
    namen, gebieden = dict(organisaties_voor_keuze()), leefgebieden()
    return [
        (f"{org}.{gebied}", f"{namen[org]}: {gebieden.get(gebied, gebied)}")
        for org, gebied in sorted(toegestaan(namen))
        if gebied not in bezet
    ]


def afspraken() -> tuple[Partner, ...]:
    """Return what the municipality agreed with partners."""
    return partners()


def voorgestelde_dag() -> date:
    """Return the day to look at it together that the definitions suggest."""
    weken = min((partner.bekijken_weken for partner in partners()), default=13)
    return klok.vandaag() + timedelta(weeks=weken)


def haal_partnerregie(casus_id: int, partnerregie_id: int) -> Partnerregie:
    """Return an agreement of a casus that was authorised; NietGevonden when it is not of it."""
    rijen = Partnerregie.objects.select_related("organisatie").filter(casus=casus_id)
    rij = rijen.filter(pk=partnerregie_id).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus what partners direct, with whom one speaks there and what was agreed."""
    rijen = _leesbaar(door, onderwerp_id)
    mag = werkt_in(door, onderwerp_id) and (
        bool(eigen_rollen(door, onderwerp_id)) or mag_regisseren(door, [onderwerp_id])
    )
    # Who works in a casus reads all of it: it hangs on the dossier with which the casus began.
    nieuw = mag and bool(keuzes(onderwerp_id, [rij for rij in rijen if rij.tot is None]))
    if not rijen and not nieuw:
        return ""
    regels = [_regel(rij, mag=mag) for rij in rijen]
    gegevens = {
        "nu": [r for r in regels if r["loopt"]],
        "eerder": [r for r in regels if not r["loopt"]],
        "nieuw_url": reverse("partnerregie_nieuw", args=[onderwerp_id]) if nieuw else "",
    }
    return render_to_string("casus/paneel_partnerregie.html", {"p": gegevens})


def _regel(rij: Partnerregie, *, mag: bool) -> dict[str, object]:
    loopt, gebieden = rij.tot is None, leefgebieden()
    periode = {"van": datum_lang(rij.van), "tot": datum_lang(rij.tot) if rij.tot else ""}
    args = [rij.casus_id, rij.pk]
    return {
        "loopt": loopt,
        "gebied": gebieden.get(rij.leefgebied, rij.leefgebied),
        "wie": rij.organisatie.naam,
        "contact": rij.contact or _("De woorden zijn gewist."),
        "afspraak": rij.afspraak or _("De woorden zijn gewist."),
        "periode": _("sinds %(van)s") % periode if loopt else _("%(van)s tot %(tot)s") % periode,
        "bekijken": termijn_tekst(rij.bekijken_op, klok.vandaag()),
        "bekijk_url": reverse("partnerregie_bekijken", args=args) if loopt and mag else "",
        "terug_url": reverse("partnerregie_terugnemen", args=args) if loopt and mag else "",
    }


def te_bekijken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director of every casus of which the day nears to look at it with a partner."""
    regel = taakregel(PARTNERREGIE)
    rijen = Partnerregie.objects.filter(
        tot=None, casus__status=Status.OPEN, bekijken_op__lte=dag + regel.vooraf
    ).order_by("pk")
    regie = regisseurs(rijen.values_list("casus_id", flat=True))
    velden = rijen.values_list("pk", "van", "bekijken_op", "casus_id", "casus__dossier_id")
    for pk, van, op, casus, dossier in velden:
        # Which partner and what for stands in the casus, not in the words of a task.
        tekst, uitleg = regel.schrijf(van=datum_lang(van), dag=datum_lang(op))
        yield Taakvoorstel(
            # With the day in it: the next time asks anew.
            sleutel=f"{pk}.{op.isoformat()}",
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=op,
            dossier_id=dossier,
            groep_id=None,
            gebruiker_id=regie.get(casus),
            onderwerp_soort=CASUS,
            onderwerp_id=casus,
        )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to look at it with a partner was computed."""
    rij = Partnerregie.objects.get(pk=int(sleutel.partition(".")[0]))
    return [(_("Regie bij de partner sinds"), rij.van), (_("Samen kijken hoe het gaat"), rij.bekijken_op)]
