"""Use case: freeze a report."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.beleid.actions.agenda import plan_onbekend
from samendoen.beleid.events import RapportGemaakt
from samendoen.beleid.models import Plan, Rapport, Rapportbestand
from samendoen.beleid.models.rapport import RAPPORTSOORTEN
from samendoen.beleid.queries.voortgang import maak_html, maak_json, voortgang
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast

LATER = ("trendrapportage", "evaluatie", "raadsdashboard")
"""Kinds of report that the design names and that are not built yet."""


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A frozen report: its number, its bytes by form, the hash of its contents, and whether it is new."""

    rapport_id: int
    titel: str
    peildatum: date
    bestanden: dict[str, bytes]
    inhoud_hash: str
    nieuw: bool


@actie("beleid", Permissie.BELEID_BEHEREN)
def maak_rapport(door: Actor, soort: str, plan: str, peildatum: date | None = None) -> Gemaakt:
    """Freeze a report of a plan as it stood on `peildatum` (today when left out), in every form.

    The same contents are the same report: made twice, at one moment or later, it is there once. Raises
    Domeinfout for a kind that does not exist (yet), a day to come, a plan without an agenda; NietGevonden
    for a plan that was not read in.
    """
    _controleer(soort, peildatum)
    rij = Plan.objects.filter(code=plan).first()
    if rij is None:
        raise plan_onbekend(plan)
    inhoud = voortgang(rij, peildatum or klok.vandaag())
    bestanden = {"html": maak_html(inhoud), "json": maak_json(inhoud)}
    hashes = {vorm: hashlib.sha256(bytes_).hexdigest() for vorm, bytes_ in bestanden.items()}
    merk = hashlib.sha256("".join(hashes[vorm] for vorm in sorted(hashes)).encode()).hexdigest()
    nieuw = Rapport(
        plan=rij,
        soort=soort,
        titel=inhoud.titel,
        peildatum=inhoud.peildatum,
        gemaakt_op=klok.nu(),
        inhoud_hash=merk,
        versie=inhoud.versie,
    )
    nummer, gemaakt = _vind_of_schrijf(nieuw, bestanden, hashes)
    if gemaakt:
        gebeurtenis = RapportGemaakt(
            rapportsoort=soort, plan=rij.code, peildatum=inhoud.peildatum, inhoud=merk
        )
        leg_vast(door, Vastlegging(gebeurtenis, nummer, klok.vandaag()))
    return Gemaakt(nummer, inhoud.titel, inhoud.peildatum, bestanden, merk, gemaakt)


def _vind_of_schrijf(nieuw: Rapport, bestanden: dict[str, bytes], hashes: dict[str, str]) -> tuple[int, bool]:
    """Of the same report made twice at one moment the second finds what the first wrote."""
    bekend = Rapport.objects.filter(plan=nieuw.plan, soort=nieuw.soort, inhoud_hash=nieuw.inhoud_hash)
    bestaat = bekend.first()
    if bestaat:
        return bestaat.pk, False
    try:
        with transaction.atomic():
            nieuw.save(force_insert=True)
            Rapportbestand.objects.bulk_create(
                Rapportbestand(rapport=nieuw, vorm=vorm, inhoud=bytes_, hash=hashes[vorm])
                for vorm, bytes_ in bestanden.items()
            )
    except IntegrityError as fout:
        if "rapport_inhoud" not in str(fout):
            raise
        return bekend.get().pk, False
    return nieuw.pk, True


def _controleer(soort: str, peildatum: date | None) -> None:
    if soort in LATER:
        raise Domeinfout(
            "rapport_komt_later",
            _("Het rapport '%(soort)s' komt in een latere versie.") % {"soort": soort},
            _("Maak nu het rapport '%(soorten)s'.") % {"soorten": ", ".join(RAPPORTSOORTEN)},
        )
    if soort not in RAPPORTSOORTEN:
        raise Domeinfout(
            "onbekend_rapport",
            _("Het rapport '%(soort)s' bestaat niet.") % {"soort": soort[:60]},
            _("Kies uit: %(soorten)s.") % {"soorten": ", ".join(RAPPORTSOORTEN)},
        )
    if peildatum and peildatum > klok.vandaag():
        raise Domeinfout(
            "peildatum_in_de_toekomst",
            _("De peildatum ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
            veld="peildatum",
        )
