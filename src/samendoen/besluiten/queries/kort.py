"""What the page of a melding shows of applying along its short route, and where the application lands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.access import binnen
from samendoen.besluiten.models import Aanvraag, Product
from samendoen.besluiten.rules import Aanvraagstatus
from samendoen.casus.api import Casuskern, casuskernen, casussen_van_meldingen, lopende_van_huishoudens
from samendoen.inwoners.api import huishoudens_van
from samendoen.kernel.api import Actor, Permissie, Wet
from samendoen.organisatie.api import teamnamen
from samendoen.toegang.api import Meldingkern, Status, meldingkernen, routekernen


@dataclass(frozen=True, slots=True)
class Landing:
    """The casus of the household that runs, in which an application would land; and whether this actor may
    work there (`mag`)."""

    casus: Casuskern
    mag: bool

    @property
    def zin(self) -> str:
        """Return which casus it is, and who directs it."""
        return _("Voor dit huishouden loopt casus %(nr)s. Regisseur is %(naam)s (%(team)s).") % {
            "nr": self.casus.id,
            "naam": self.casus.regisseur,
            "team": teamnamen().get(self.casus.team, self.casus.team),
        }


def landing(door: Actor, kern: Meldingkern) -> Landing | None:
    """Return where a melding without a casus would join; None when it has one, or its household has none.

    For who has the question before them: that a casus runs, with whom and where, is told to bring it there.
    """
    if not kern.herkend or casussen_van_meldingen([kern.id]):
        return None
    huishouden = huishoudens_van([kern.persoon_id]).get(kern.persoon_id)
    loopt = lopende_van_huishoudens([huishouden]).get(huishouden) if huishouden else None
    return Landing(loopt, bool(casuskernen(door, [loopt.id]))) if loopt else None


def zonder_onderzoek(producten: Iterable[str]) -> set[str]:
    """Return which of these products are decided on without the investigation of the Wmo or the Jeugdwet."""
    rijen = Product.objects.filter(code__in=list(producten), wet=Wet.GEEN)
    return set(rijen.values_list("code", flat=True))


def uitleg(waar: Landing | None, product: str) -> str:
    """Return what happens when somebody applies along a short route, and how it is undone."""
    onderzocht = not zonder_onderzoek([product])
    if waar is None:
        wat = (
            _("Er komt een casus met een onderzoek dat met deze antwoorden begint, als die er nog niet is.")
            if onderzocht
            else _("Er komt een casus als die er nog niet is. Een onderzoek is hiervoor niet nodig.")
        )
        later = _("Een aanvraag kunt u later intrekken.")
        return f"{wat} {later}"
    wat = (
        _("De melding en de aanvraag komen in die casus, en de antwoorden in het onderzoek.")
        if onderzocht
        else _("De melding en de aanvraag komen in die casus. Een onderzoek is hiervoor niet nodig.")
    )
    terug = _("U kunt de aanvraag later intrekken en de melding weer uit de casus halen.")
    return f"{waar.zin} {wat} {terug}"


def paneel_melding(door: Actor, onderwerp_id: int) -> str:
    """Lead from a short route to its application, made or to be made; "" where there is neither."""
    route = routekernen([onderwerp_id]).get(onderwerp_id)
    if route is None or not route.product:
        return ""
    gevraagd = Aanvraag.objects.filter(melding=onderwerp_id).exclude(status=Aanvraagstatus.INGETROKKEN.value)
    staand = binnen(gevraagd, door).order_by("-pk").first()
    if staand is not None:
        gegevens = {"nr": staand.pk, "url": reverse("aanvraag", args=[staand.pk]), "naam": route.naam}
        return render_to_string("besluiten/paneel_gevraagd.html", gegevens)
    if gevraagd.exists() or not _mag_vragen(door):
        return ""
    kern = meldingkernen(door, [onderwerp_id]).get(onderwerp_id)
    if kern is None or not kern.herkend or kern.status != Status.OPEN:
        return ""
    waar = landing(door, kern)
    return render_to_string(
        "besluiten/paneel_melding.html",
        {
            "url": "" if waar and not waar.mag else reverse("aanvraag_kort", args=[onderwerp_id]),
            "naam": route.naam,
            "waar": waar.zin if waar else "",
            "onderzocht": not zonder_onderzoek([route.product]),
        },
    )


def _mag_vragen(door: Actor) -> bool:
    return door.mag(Permissie.BESLUIT_VOORBEREIDEN) and door.mag(Permissie.CASUS_WERKEN)
