"""The doorbraakbudget on the page of a casus, and one budget with what was paid from it."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.access import binnen, niet_gevonden
from samendoen.besluiten.definities.doorbraak import eigen_doorbraak
from samendoen.besluiten.models import Doorbraak, Doorbraakuitgave
from samendoen.besluiten.rules.doorbraak import ruimte
from samendoen.kernel.api import Actor, Niveau, gevuld, klok
from samendoen.schil.api import datum_lang, euro_centen


@dataclass(frozen=True, slots=True)
class Uitgavebeeld:
    """One payment."""

    id: int
    omschrijving: str
    bedrag: str
    op: str
    weg: bool


@dataclass(frozen=True, slots=True)
class Doorbraakbeeld:
    """A budget in words."""

    id: int
    casus_id: int
    bedrag: str
    besteed: str
    over: str
    over_eurocent: int
    waarvoor: str
    waarom: str
    toegekend: str
    ingetrokken: str
    uitgaven: tuple[Uitgavebeeld, ...]
    schrijfbaar: bool
    dossier_id: int


def doorbraakbeeld(door: Actor, doorbraak_id: int) -> Doorbraakbeeld:
    """Return a budget that this actor may read; NietGevonden outside the scope. The page logs it."""
    rijen = Doorbraak.objects.select_related("toegekend_door").prefetch_related("uitgaven")
    rij = binnen(rijen, door).filter(pk=doorbraak_id).first()
    if rij is None:
        raise niet_gevonden()
    uitgaven = sorted(rij.uitgaven.all(), key=lambda u: (u.op, u.pk))
    besteed = sum(u.bedrag_eurocent for u in uitgaven if u.ingetrokken_op is None)
    wie = rij.toegekend_door.naam if rij.toegekend_door else "Samendoen"
    return Doorbraakbeeld(
        id=rij.pk,
        casus_id=rij.casus_id,
        bedrag=euro_centen(rij.bedrag_eurocent),
        besteed=euro_centen(besteed),
        over=euro_centen(rij.bedrag_eurocent - besteed),
        over_eurocent=rij.bedrag_eurocent - besteed,
        waarvoor=rij.waarvoor,
        waarom=rij.waarom,
        toegekend=_("%(dag)s, door %(naam)s") % {"dag": datum_lang(rij.toegekend_op), "naam": wie},
        ingetrokken=datum_lang(rij.ingetrokken_op) if rij.ingetrokken_op else "",
        uitgaven=tuple(_uitgave(u) for u in uitgaven),
        schrijfbaar=binnen(Doorbraak.objects.filter(pk=rij.pk), door, Niveau.SCHRIJFBAAR).exists(),
        dossier_id=rij.dossier_id,
    )


def _uitgave(u: Doorbraakuitgave) -> Uitgavebeeld:
    return Uitgavebeeld(
        u.pk, u.omschrijving, euro_centen(u.bedrag_eurocent), datum_lang(u.op), u.ingetrokken_op is not None
    )


def budget_van_uitgave(uitgave_id: int) -> int:
    """Return from which budget a payment was; NietGevonden when there is no such payment."""
    nummer = Doorbraakuitgave.objects.filter(pk=uitgave_id).values_list("budget_id", flat=True).first()
    if nummer is None:
        raise niet_gevonden()
    return nummer


def ruimtezin(door: Actor, huishouden_id: int) -> str:
    """Return in words what this actor may grant and what the household can still get."""
    regels, vandaag = eigen_doorbraak(), klok.vandaag()
    rijen = Doorbraak.objects.filter(casus__huishouden=huishouden_id, ingetrokken_op__isnull=True)
    eerder = list(rijen.values_list("toegekend_op", "bedrag_eurocent"))
    over = ruimte(regels.budget.plafond_eurocent, eerder, vandaag, regels.budget.maanden)
    zin = _(
        "U mag ten hoogste %(mag)s toekennen. Dit huishouden kan nog %(over)s krijgen; wat in de afgelopen "
        "%(maanden)s maanden is toegekend, telt mee."
    )
    return zin % {
        "mag": euro_centen(regels.tot(door.rollen)),
        "over": euro_centen(over),
        "maanden": regels.budget.maanden,
    }


def paneel_casus(door: Actor, onderwerp_id: int) -> str:
    """Return the panel on the page of a casus: what was granted and what is left. The page logs it."""
    rijen = []
    if "casus:doorbraak" in gevuld(door, "casus", onderwerp_id):
        alle = binnen(Doorbraak.objects.filter(casus=onderwerp_id, ingetrokken_op__isnull=True), door)
        rijen = list(alle.prefetch_related("uitgaven").order_by("-pk"))
    if not rijen:
        return ""
    regels = [
        {
            "url": reverse("doorbraak", args=[rij.pk]),
            "waarvoor": rij.waarvoor or _("Doorbraakbudget %(nr)s") % {"nr": rij.pk},
            "zin": _("%(bedrag)s toegekend op %(dag)s; %(besteed)s besteed.")
            % {
                "bedrag": euro_centen(rij.bedrag_eurocent),
                "dag": datum_lang(rij.toegekend_op),
                "besteed": euro_centen(
                    sum(u.bedrag_eurocent for u in rij.uitgaven.all() if u.ingetrokken_op is None)
                ),
            },
        }
        for rij in rijen
    ]
    return render_to_string("besluiten/doorbraak/paneel.html", {"regels": regels})
