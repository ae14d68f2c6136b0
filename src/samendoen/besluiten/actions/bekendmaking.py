"""Announce decisions: the letter is frozen, the term to object is told, provisions begin to hold."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_besluiten, naar_aanvraag, naar_besluit, naar_voorziening
from samendoen.besluiten.actions.besluit import vast
from samendoen.besluiten.actions.herroeping import dag_van, herroep, vast_voorziening
from samendoen.besluiten.actions.wijziging_toepassen import pas_toe
from samendoen.besluiten.events import (
    AANVRAAG,
    BesluitBekendgemaakt,
    ToewijzingswijzeGekozen,
    VoorzieningToegekend,
)
from samendoen.besluiten.models import Besluit, Voorziening
from samendoen.besluiten.queries.brief import brieven
from samendoen.besluiten.rules import NALOOP, Besluitstatus, Toewijzingswijze, honderdste
from samendoen.kernel.api import (
    Actor,
    ActorSoort,
    Domeinfout,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    Vastlegging,
    actie,
    ken_toe,
    klok,
    leg_vast,
    werk_bij,
    zichtbaar,
)
from samendoen.organisatie.api import teams_bij_code
from samendoen.recht.api import bereken
from samendoen.werk.api import laatste_dagen, voltooi_termijnen

BACKOFFICE = "backoffice"


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def maak_bekend(door: Actor, bekendmakingen: Sequence[tuple[int, date]]) -> None:
    """Announce (decision, day): the letter is frozen, what is granted holds from now on.

    Through which day one may object is computed (Awb art. 6:7, 6:8), and a decision that it replaces ends.
    The clock of the application is met or missed on that day: a decision is given when it is announced (Awb
    art. 3:40, 3:41).

    One that was announced already is passed over. Raises NietGevonden or Geweigerd without the right on one;
    Domeinfout for one that was taken back or waits for a second signature, or for a day before the decision
    or in the future. All or nothing.
    """
    dagen = dict(bekendmakingen)
    alle = haal_besluiten(door, list(dagen))
    besluiten = [b for b in alle.values() if b.bekendgemaakt_op is None]
    for besluit in besluiten:
        _controleer(besluit, dagen[besluit.pk])
        besluit.status = naar_besluit(besluit, "maak_bekend")
        besluit.aanvraag.status = naar_aanvraag(besluit.aanvraag, "maak_bekend")
        besluit.bekendgemaakt_op = dagen[besluit.pk]
        besluit.bezwaar_tot = bereken("bezwaar", dagen[besluit.pk]).einde
    if besluiten:
        _schrijf(door, besluiten)


def _controleer(besluit: Besluit, op: date) -> None:
    if besluit.status == Besluitstatus.GENOMEN and besluit.tweede_nodig and besluit.tweede_door_id is None:
        raise Domeinfout(
            "niet_meegetekend",
            _("Dit besluit wacht op een tweede handtekening."),
            _("Vraag een collega met mandaat om mee te tekenen."),
        )
    if not besluit.besloten_op <= op <= klok.vandaag():
        raise Domeinfout(
            "bekendmaking_op",
            _("De dag van bekendmaken ligt vóór het besluit of in de toekomst."),
            _("Kies een dag tussen het besluit en vandaag."),
            veld="op",
        )


def _schrijf(door: Actor, besluiten: Sequence[Besluit]) -> None:
    rijen = Voorziening.objects.select_for_update(of=("self",)).select_related("product", "aanbieder")
    nieuw = {v.besluit_id: v for v in rijen.filter(besluit__in=[b.pk for b in besluiten]).order_by("pk")}
    for besluit, brief in zip(
        besluiten, brieven(door, [(b, nieuw.get(b.pk)) for b in besluiten]), strict=True
    ):
        besluit.brief = brief
    for voorziening in nieuw.values():
        voorziening.status = naar_voorziening(voorziening, "maak_bekend")
    eerste = [b for b in besluiten if b.herziet_id is None]
    voltooi_termijnen(door, AANVRAAG, [(b.aanvraag_id, dag_van(b)) for b in eerste])
    # Read after the completion: a suspension that still ran has been counted now.
    uiterste = laatste_dagen(AANVRAAG, [b.aanvraag_id for b in eerste])
    for b in eerste:
        dag = uiterste.get(b.aanvraag_id)
        b.bekend_op_tijd = None if dag is None else dag_van(b) <= dag
    # First the old one ends: at no moment do two hold.
    herroepen = herroep([b for b in besluiten if b.herziet_id is not None and not b.verandering], nieuw)
    gewijzigd = pas_toe([b for b in besluiten if b.verandering], nieuw)
    werk_bij(besluiten, ["status", "bekendgemaakt_op", "bekend_op_tijd", "bezwaar_tot", "brief"])
    werk_bij([b.aanvraag for b in besluiten], ["status"])
    werk_bij(nieuw.values(), ["status"])
    leg_vast(
        door,
        *(vast(b, _bekendgemaakt(b), dag_van(b)) for b in besluiten),
        *herroepen,
        *gewijzigd.eerst,
        *(gebeurtenis for b in besluiten if b.pk in nieuw for gebeurtenis in _toegekend(b, nieuw[b.pk])),
        *gewijzigd.daarna,
    )
    langer = {v.pk: v for v in gewijzigd.langer}
    _geef_backoffice(({v.pk: v for v in nieuw.values()} | langer).values(), langer)


def _bekendgemaakt(b: Besluit) -> BesluitBekendgemaakt:
    assert b.bezwaar_tot is not None  # set by maak_bekend
    return BesluitBekendgemaakt(besluit=b.pk, op_tijd=b.bekend_op_tijd, bezwaar_tot=b.bezwaar_tot)


def _toegekend(besluit: Besluit, v: Voorziening) -> Iterator[Vastlegging]:
    aanvraag = besluit.aanvraag
    gebeurtenis = VoorzieningToegekend(
        besluit=besluit.pk,
        product=aanvraag.product.code,
        categorie=aanvraag.product.categorie,
        kader=v.wet,
        team=aanvraag.team.code,
        vorm=v.vorm,
        honderdste=honderdste(v.omvang),
        eenheid=v.eenheid,
        frequentie=v.frequentie,
        van=v.van,
        tot=v.tot,
    )
    yield vast_voorziening(v, gebeurtenis, dag_van(besluit))
    if v.wijze != Toewijzingswijze.SPECIFIEK:
        yield vast_voorziening(v, ToewijzingswijzeGekozen(wijze=v.wijze), dag_van(besluit))


def _geef_backoffice(voorzieningen: Iterable[Voorziening], langer: Collection[int]) -> None:
    """Let the back office of that law into the dossier of who gets help: it asks the provider, or checks
    the care agreement of a budget and tells the SVB.

    Until some weeks after the provision ends; once per dossier, and again for what runs `langer`.
    """
    alle = list(voorzieningen)
    if not alle:
        return
    teams = [team for team in teams_bij_code(klok.vandaag()).values() if team.soort == BACKOFFICE]
    for team in teams:
        van_team = [v for v in alle if v.wet in team.kaders]
        groep = Actor(ActorSoort.SYSTEEM, None, team.naam, groepen=frozenset({team.groep_id}))
        al_binnen = zichtbaar(
            Voorziening.objects.filter(pk__in=[v.pk for v in van_team]), groep, niveau=Niveau.SCHRIJFBAAR
        )
        binnen = set(al_binnen.values_list("dossier_id", flat=True))
        laatste = {v.dossier_id: v for v in sorted(van_team, key=lambda v: v.tot or date.max)}
        ken_toe(
            Toekenning(
                dossier,
                Niveau.SCHRIJFBAAR,
                Grond.TEAM,
                v.wet,
                groep_id=team.groep_id,
                tot=klok.einde_van(v.tot + NALOOP) if v.tot else None,
            )
            for dossier, v in laatste.items()
            if dossier not in binnen or v.pk in langer
        )
