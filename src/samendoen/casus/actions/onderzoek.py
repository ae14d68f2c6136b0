"""An investigation: choose where to look, take a question along, or throw it away."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from samendoen.casus.access import (
    Betrokkenewaarde,
    betrokkenen_van,
    eis_open,
    geweigerd,
    haal_onderzoeken,
)
from samendoen.casus.actions.onderzoekgebeurtenissen import gekozen
from samendoen.casus.actions.onderzoekinvoer import Bevindinginvoer, Leefgebiedkeuze
from samendoen.casus.actions.rechten import meldingen_van
from samendoen.casus.events import OnderzoekMeldingMeegenomen, OnderzoekWeggegooid
from samendoen.casus.models import (
    ONDERZOEKSTATUSSEN,
    Bevinding,
    Onderzochte,
    Onderzoek,
    Onderzoekmelding,
)
from samendoen.casus.rules import ONDERZOEK_OVERGANGEN, Onderzoekstatus
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.organisatie.api import leefgebieden
from samendoen.toegang.api import Status as Meldingstatus
from samendoen.toegang.api import routekernen

Mogen = Mapping[int, Mapping[int, Betrokkenewaarde]]
"""Casus -> person -> who this actor may write about."""


def naar(onderzoek: Onderzoek, overgang: str) -> Onderzoekstatus:
    """Return the status after this step; Domeinfout when it cannot be taken any more."""
    volgende = ONDERZOEK_OVERGANGEN[Onderzoekstatus(onderzoek.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "onderzoek_status",
            _("Onderzoek %(nr)s is: %(status)s. Dit kan nu niet meer.")
            % {
                "nr": onderzoek.nummer,
                "status": str(ONDERZOEKSTATUSSEN[Onderzoekstatus(onderzoek.status)]).lower(),
            },
            _("Begin een nieuw onderzoek: dat kan als kopie van dit onderzoek."),
        )
    return volgende


def eis_lopend(onderzoeken: Iterable[Onderzoek]) -> None:
    """Refuse to write in an investigation that has ended, or of a casus that was closed."""
    for onderzoek in onderzoeken:
        eis_open([onderzoek.casus])
        naar(onderzoek, "verstuur")


def eis_schrijfbaar(door: Actor, mogen: Mogen, casus: int, persoon: int) -> Betrokkenewaarde:
    """Return who that is in the casus; refuse (403, 404) for whom this actor may not write about."""
    wie = mogen.get(casus, {}).get(persoon)
    if wie is None:
        raise geweigerd(mag_lezen=persoon in betrokkenen_van(door, [casus]).get(casus, {}))
    return wie


@actie("casus", Permissie.CASUS_WERKEN)
def kies_leefgebieden(door: Actor, keuzes: Sequence[Leefgebiedkeuze]) -> None:
    """Say on which life domains one looks with somebody, in that order; who was not in it yet comes in.

    A domain on which something was written stays: its words do not disappear by a click. Raises NietGevonden
    or Geweigerd without the right on the casus or the person, Domeinfout for an investigation that ended, a
    domain that does not exist, one chosen twice, one with words that would go, or one of the short route that
    is left out without a reason: widening is free.
    """
    onderzoeken = haal_onderzoeken(door, [k.onderzoek for k in keuzes])
    eis_lopend(onderzoeken.values())
    mogen = betrokkenen_van(door, {o.casus_id for o in onderzoeken.values()}, schrijven=True)
    bestaan = leefgebieden().keys()
    for keuze in keuzes:
        eis_schrijfbaar(door, mogen, onderzoeken[keuze.onderzoek].casus_id, keuze.persoon)
        if not set(keuze.leefgebieden) <= bestaan or len(set(keuze.leefgebieden)) < len(keuze.leefgebieden):
            raise Domeinfout(
                "onderzoek_leefgebieden",
                _("Dit leefgebied bestaat niet, of het staat er twee keer."),
                _("Kies leefgebieden uit de lijst."),
                veld="leefgebieden",
            )
    _eis_reden(keuzes)
    personen = _zorg_voor_personen(keuzes, onderzoeken, mogen)
    _zet_gebieden(keuzes, personen)
    vandaag = klok.vandaag()
    leg_vast(
        door, *(gekozen(personen[k.onderzoek, k.persoon], k.leefgebieden, vandaag, k.reden) for k in keuzes)
    )


def van_korte_route(onderzoek_ids: Iterable[int]) -> dict[tuple[int, int], set[str]]:
    """Return (investigation, person) -> the life domains of the short routes of that person's questions."""
    paren = Onderzoekmelding.objects.filter(onderzoek__in=list(onderzoek_ids))
    lijst = list(paren.values_list("onderzoek_id", "melding_id", "melding__inwoner_id"))
    routes = routekernen(melding for _o, melding, _p in lijst)
    per: dict[tuple[int, int], set[str]] = {}
    for onderzoek, melding, persoon in lijst:
        if melding in routes:
            per.setdefault((onderzoek, persoon), set()).update(routes[melding].leefgebieden)
    return per


def _eis_reden(keuzes: Sequence[Leefgebiedkeuze]) -> None:
    kort = van_korte_route({k.onderzoek for k in keuzes})
    for keuze in keuzes:
        weg = kort.get((keuze.onderzoek, keuze.persoon), set()) - set(keuze.leefgebieden)
        if weg and not keuze.reden.strip():
            raise Domeinfout(
                "onderzoek_reden",
                _("U laat een leefgebied van de korte route weg."),
                _("Schrijf kort op waarom u daar niet naar kijkt."),
                veld="reden",
            )


Personen = dict[tuple[int, int], Onderzochte]
"""(investigation, person) -> the row of that person in it."""


def _zorg_voor_personen(
    keuzes: Sequence[Leefgebiedkeuze], onderzoeken: Mapping[int, Onderzoek], mogen: Mogen
) -> Personen:
    rijen = Onderzochte.objects.select_for_update().filter(onderzoek__in=onderzoeken).order_by("pk")
    personen = {(p.onderzoek_id, p.inwoner_id): p for p in rijen}
    nieuw = {(k.onderzoek, k.persoon) for k in keuzes} - personen.keys()
    wie = {(o, p): mogen[onderzoeken[o].casus_id][p] for o, p in sorted(nieuw)}
    gemaakt = schrijf(
        Onderzochte(onderzoek=onderzoeken[o], inwoner_id=p, wet=w.wet, dossier_id=w.dossier_id)
        for (o, p), w in wie.items()
    )
    return personen | {(p.onderzoek_id, p.inwoner_id): p for p in gemaakt}


def _zet_gebieden(keuzes: Sequence[Leefgebiedkeuze], personen: Personen) -> None:
    """Make the rows of what is new, delete the empty ones of what is not chosen, and put them in order."""
    wens = {personen[k.onderzoek, k.persoon].pk: k.leefgebieden for k in keuzes}
    staand = {
        (b.onderzochte_id, b.leefgebied): b
        for b in Bevinding.objects.select_for_update().filter(onderzochte__in=wens).order_by("pk")
    }
    weg = [b for (p, code), b in staand.items() if code not in wens[p]]
    _weiger_woorden(weg)
    if weg:
        Bevinding.objects.filter(pk__in=[b.pk for b in weg]).delete()
    nieuw, oud = [], []
    for k in keuzes:
        persoon = personen[k.onderzoek, k.persoon]
        for n, code in enumerate(k.leefgebieden):
            rij = staand.get((persoon.pk, code))
            if rij is not None:
                rij.volgorde = n
                oud.append(rij)
            else:
                nieuw.append(
                    Bevinding(
                        onderzochte=persoon,
                        inwoner_id=persoon.inwoner_id,
                        wet=persoon.wet,
                        leefgebied=code,
                        volgorde=n,
                    )
                )
    werk_bij(oud, ["volgorde"])
    schrijf(nieuw)


def _weiger_woorden(weg: Iterable[Bevinding]) -> None:
    namen = leefgebieden()
    for b in weg:
        if any(getattr(b, veld) for veld in Bevindinginvoer.VELDEN):
            raise Domeinfout(
                "onderzoek_leefgebieden",
                _("Over %(gebied)s is al iets opgeschreven.")
                % {"gebied": namen.get(b.leefgebied, b.leefgebied)},
                _("Laat dit leefgebied staan, of maak het eerst leeg."),
                veld="leefgebieden",
            )


@actie("casus", Permissie.CASUS_WERKEN)
def neem_meldingen_mee(door: Actor, paren: Sequence[tuple[int, int]]) -> None:
    """Take (investigation, question) along: a further open question of the casus; a known pair changes
    nothing.

    Raises NietGevonden or Geweigerd without the right on the casus, Domeinfout for an investigation that
    ended, or a question that is not open, not of this casus, or has another investigation.
    """
    onderzoeken = haal_onderzoeken(door, [o for o, _m in paren])
    genoemd = Onderzoekmelding.objects.filter(melding__in=[m for _o, m in paren])
    bekend = set(genoemd.values_list("onderzoek_id", "melding_id"))
    nieuw = [paar for paar in dict.fromkeys(paren) if paar not in bekend]
    if not nieuw:
        return
    eis_lopend(onderzoeken[o] for o, _m in nieuw)
    casussen = {o.casus_id for o in onderzoeken.values()}
    open_ = {(c, k.id) for c, k in meldingen_van(casussen) if k.status == Meldingstatus.OPEN}
    bezet = {m for _o, m in bekend}
    for o, m in nieuw:
        if (onderzoeken[o].casus_id, m) not in open_ or m in bezet:
            raise Domeinfout(
                "onderzoek_meldingen",
                _("Deze melding hoort niet bij de casus, is niet open, of is al onderzocht."),
                _("Ververs de pagina om te zien welke vragen er nog open zijn."),
            )
    schrijf(Onderzoekmelding(onderzoek=onderzoeken[o], melding_id=m) for o, m in nieuw)
    leg_vast(
        door,
        *(
            Vastlegging(
                OnderzoekMeldingMeegenomen(melding=m),
                o,
                klok.vandaag(),
                dossier_id=onderzoeken[o].casus.dossier_id,
            )
            for o, m in nieuw
        ),
    )


@actie("casus", Permissie.CASUS_WERKEN)
def gooi_onderzoek_weg(door: Actor, onderzoek_id: int) -> None:
    """Throw an investigation away that was begun by mistake: its questions are free again, its words stay in
    the history until they are erased.

    Raises NietGevonden or Geweigerd without the right on the casus, Domeinfout when its report was sent.
    """
    onderzoek = haal_onderzoeken(door, [onderzoek_id])[onderzoek_id]
    onderzoek.status = naar(onderzoek, "gooi_weg")
    onderzoek.save(update_fields=["status"])
    Onderzoekmelding.objects.filter(onderzoek=onderzoek).delete()
    leg_vast(
        door,
        Vastlegging(
            OnderzoekWeggegooid(casus=onderzoek.casus_id),
            onderzoek_id,
            klok.vandaag(),
            dossier_id=onderzoek.casus.dossier_id,
        ),
    )
