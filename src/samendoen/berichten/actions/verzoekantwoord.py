"""Answer a request of a provider: look into it, refuse it (319), or grant it by assigning (301)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.berichten.access import haal_verzoeken
from samendoen.berichten.actions.klaarzetten import Uitgaand, zet_klaar
from samendoen.berichten.events import VERZOEK as ONDERWERP
from samendoen.berichten.events import VerzoekAfgewezen, VerzoekInOnderzoek, VerzoekToegewezen
from samendoen.berichten.models import AFWIJSREDENEN, VERZOEKSTATUSSEN, Verzoek
from samendoen.berichten.queries.taken import VERZOEK
from samendoen.berichten.queries.toewijzingen import STANDAARD
from samendoen.berichten.rules.antwoordbericht import Antwoordbericht
from samendoen.berichten.rules.verzoekstand import (
    ANTWOORD,
    LOOPT,
    VERZOEK_OVERGANGEN,
    WOONPLAATSBEGINSEL,
    Verzoekstatus,
)
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    Wet,
    actie,
    klok,
    leg_vast,
    werk_bij,
)
from samendoen.organisatie.api import gemeente
from samendoen.werk.api import laat_taken_vervallen


@dataclass(frozen=True, slots=True)
class Afwijzing:
    """Why a request is refused (WJ759). `woonplaats` is the municipality that is to pay, with reason 8 of
    the Jeugdwet alone: four digits."""

    verzoek: int
    reden: str
    woonplaats: str = ""


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def neem_in_onderzoek(door: Actor, verzoek_ids: Sequence[int]) -> None:
    """Tell the providers that we look into these requests (319); one that is looked into changes nothing.

    Raises NietGevonden or Geweigerd without the right on the dossier of one; Domeinfout for one that was
    granted or refused.
    """
    rijen = haal_verzoeken(door, verzoek_ids).values()
    nieuw = [rij for rij in rijen if rij.status != Verzoekstatus.IN_ONDERZOEK]
    for rij in nieuw:
        _stap(rij, "neem_in_onderzoek")
    _antwoord(door, nieuw, {})
    leg_vast(door, *(_vastlegging(VerzoekInOnderzoek(antwoord=_nummer(rij)), rij) for rij in nieuw))


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def wijs_verzoeken_af(door: Actor, afwijzingen: Sequence[Afwijzing]) -> None:
    """Refuse these requests (319); one that was refused for this reason changes nothing.

    Raises NietGevonden or Geweigerd without the right on the dossier of one; Domeinfout for a reason that
    does not exist, a municipality too much or missing, and for one that was granted or refused already.
    """
    waarom = {afwijzing.verzoek: afwijzing for afwijzing in afwijzingen}
    rijen = haal_verzoeken(door, waarom)
    nieuw = []
    for pk, rij in rijen.items():
        _controleer(waarom[pk], rij)
        if (rij.status, rij.reden) != (Verzoekstatus.AFGEWEZEN, waarom[pk].reden):
            _stap(rij, "wijs_af")
            rij.reden = waarom[pk].reden
            nieuw.append(rij)
    _antwoord(door, nieuw, {pk: afwijzing.woonplaats for pk, afwijzing in waarom.items()})
    leg_vast(
        door,
        *(_vastlegging(VerzoekAfgewezen(antwoord=_nummer(rij), reden=rij.reden), rij) for rij in nieuw),
    )


def houd_vast(verzoek_ids: Iterable[int]) -> bool:
    """Lock these requests until the transaction ends; False when one does not wait any more."""
    gevraagd = set(verzoek_ids)
    rijen = Verzoek.objects.select_for_update(of=("self",)).filter(pk__in=gevraagd).order_by("pk")
    return all(rij.status in LOOPT for rij in rijen) if gevraagd else True


def wijs_verzoeken_toe(door: Actor, toegekend: Mapping[int, Sequence[int]]) -> None:
    """Note which assignments grant which requests (locked); for the action that makes the 301."""
    rijen = list(Verzoek.objects.filter(pk__in=toegekend).order_by("pk")) if toegekend else []
    for rij in rijen:
        _stap(rij, "wijs_toe")
        rij.toewijzingen = list(toegekend[rij.pk])
    werk_bij(rijen, ["status", "toewijzingen"])
    leg_vast(
        door,
        *(_vastlegging(VerzoekToegewezen(toewijzingen=tuple(rij.toewijzingen)), rij) for rij in rijen),
    )
    if rijen:
        laat_taken_vervallen(door, VERZOEK, ONDERWERP, [rij.pk for rij in rijen])


def _stap(rij: Verzoek, stap: str) -> None:
    volgende = VERZOEK_OVERGANGEN[Verzoekstatus(rij.status)].get(stap)
    if volgende is None:
        raise Domeinfout(
            "verzoek_beantwoord",
            _("Dit verzoek is al beantwoord: %(stand)s.")
            % {"stand": str(VERZOEKSTATUSSEN[Verzoekstatus(rij.status)]).lower()},
            _("Ververs de pagina. Vraag de aanbieder om een nieuw verzoek als het antwoord niet klopt."),
        )
    rij.status = volgende.value


def _controleer(afwijzing: Afwijzing, rij: Verzoek) -> None:
    if afwijzing.reden not in AFWIJSREDENEN:
        raise Domeinfout(
            "verzoek_reden", _("Deze reden bestaat niet."), _("Kies er een uit de lijst."), veld="reden"
        )
    nodig = rij.wet == Wet.JEUGD and afwijzing.reden == WOONPLAATSBEGINSEL
    code = afwijzing.woonplaats
    if nodig and not (len(code) == len("0000") and code.isascii() and code.isdigit()):
        raise Domeinfout(
            "verzoek_woonplaats",
            _("De gemeente die moet betalen ontbreekt."),
            _("Vul de code van die gemeente in: vier cijfers."),
            veld="woonplaats",
        )
    if code and not nodig:
        raise Domeinfout(
            "verzoek_woonplaats",
            _("Een andere gemeente hoort alleen bij het woonplaatsbeginsel van de Jeugdwet."),
            _("Laat de gemeente leeg, of kies die reden."),
            veld="woonplaats",
        )


def _antwoord(door: Actor, rijen: Sequence[Verzoek], woonplaats: Mapping[int, str]) -> None:
    """Queue a 319 for each of these requests, and keep its number with the request."""
    hier = gemeente()
    assert hier is not None  # a request came in for this municipality
    uit = [
        Uitgaand(
            maak=Antwoordbericht(
                standaard=STANDAARD[rij.wet],
                gemeente=hier.code,
                aanbieder=rij.aanbieder,
                referentie=rij.referentie,
                antwoord=ANTWOORD[Verzoekstatus(rij.status)],
                reden=rij.reden,
                woonplaats=woonplaats.get(rij.pk, ""),
            ).maak,
            inwoner=rij.dossier.persoon_id if rij.dossier else None,
            dossier=rij.dossier_id,
        )
        for rij in rijen
    ]
    for rij, pk in zip(rijen, zet_klaar(door, uit) if uit else [], strict=True):
        rij.antwoord_id = pk
    werk_bij(rijen, ["status", "reden", "antwoord"])
    if rijen:
        laat_taken_vervallen(door, VERZOEK, ONDERWERP, [rij.pk for rij in rijen])


def _nummer(rij: Verzoek) -> int:
    assert rij.antwoord_id is not None
    return rij.antwoord_id


def _vastlegging(
    gebeurtenis: VerzoekInOnderzoek | VerzoekAfgewezen | VerzoekToegewezen, rij: Verzoek
) -> Vastlegging:
    return Vastlegging(gebeurtenis, rij.pk, klok.vandaag(), dossier_id=rij.dossier_id)
