"""Sign a decision for the second time, and take one back before the announcement."""

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_besluiten, naar_aanvraag, naar_besluit
from samendoen.besluiten.actions.besluit import oordeel, vast
from samendoen.besluiten.events import AANVRAAG, BesluitGenomen, BesluitMeegetekend, BesluitTeruggenomen
from samendoen.besluiten.models import Besluit, Voorziening
from samendoen.besluiten.rules import Besluitstatus, Voorzieningstatus
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie, klok, leg_vast, van_onderwerp
from samendoen.organisatie.api import Mandaatuitkomst, mandaatzin


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def teken_mee(door: Actor, besluit_id: int) -> None:
    """Sign a decision for the second time, as the mandate asks; signing twice is harmless.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout when no second signature is needed,
    for who took the decision, or for who could not decide on this amount either.
    """
    besluit = haal_besluiten(door, [besluit_id])[besluit_id]
    if besluit.tweede_door_id is not None and besluit.tweede_door_id == door.id:
        return
    _controleer_meetekenen(door, besluit)
    besluit.tweede_door_id = door.id
    besluit.save(update_fields=["tweede_door"])
    leg_vast(door, vast(besluit, BesluitMeegetekend(besluit=besluit.pk), klok.vandaag()))


def _controleer_meetekenen(door: Actor, besluit: Besluit) -> None:
    ververs = _("Ververs de pagina om te zien hoe het besluit er nu voor staat.")
    if besluit.status != Besluitstatus.GENOMEN or not besluit.tweede_nodig:
        raise Domeinfout("meetekenen_niet_nodig", _("Dit besluit vraagt geen tweede handtekening."), ververs)
    if besluit.tweede_door_id is not None:
        raise Domeinfout("al_meegetekend", _("Een collega heeft dit besluit al meegetekend."), ververs)
    if door.id is None or besluit.besloten_door_id == door.id:
        raise Domeinfout(
            "zelf_meetekenen",
            _("Wie het besluit nam, kan het niet ook meetekenen."),
            _("Vraag een collega die over dit bedrag mag beslissen."),
        )
    uitspraak = oordeel(door, besluit.wet, besluit.bedrag_eurocent, klok.vandaag())
    if uitspraak.uitkomst is Mandaatuitkomst.ALLEEN_ADVIES:
        raise Domeinfout(
            "buiten_mandaat",
            mandaatzin(uitspraak),
            _("Vraag een collega die over dit bedrag mag beslissen."),
        )


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def neem_terug(door: Actor, besluit_id: int) -> None:
    """Take a decision back before it was announced: the application waits for one again, its clock runs on.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout after the announcement: then a new
    decision replaces it. Taken back twice is harmless.
    """
    besluit = haal_besluiten(door, [besluit_id])[besluit_id]
    if besluit.status == Besluitstatus.TERUGGENOMEN:
        return
    if besluit.status != Besluitstatus.GENOMEN:
        raise Domeinfout(
            "al_bekendgemaakt",
            _("Dit besluit is al bekendgemaakt en geldt."),
            _("Neem een nieuw besluit dat dit vervangt."),
        )
    besluit.status = naar_besluit(besluit, "neem_terug")
    besluit.save(update_fields=["status"])
    aanvraag = besluit.aanvraag
    aanvraag.status = naar_aanvraag(aanvraag, "neem_herziening_terug" if besluit.herziet_id else "neem_terug")
    aanvraag.save(update_fields=["status"])
    Voorziening.objects.filter(besluit=besluit).update(status=Voorzieningstatus.VERVALLEN.value)
    genomen = next(
        g
        for g in van_onderwerp(AANVRAAG, [aanvraag.pk])[aanvraag.pk]
        if g.soort == BesluitGenomen.soort and g.gegevens["besluit"] == besluit.pk
    )
    gebeurtenis = BesluitTeruggenomen(besluit=besluit.pk)
    leg_vast(door, vast(besluit, gebeurtenis, klok.vandaag(), herroept=genomen.pk))
