"""Use cases on the budget: what a plan brings along, and what was spent of a line."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.beleid import definities
from samendoen.beleid.definities import Plandefinitie
from samendoen.beleid.events import BestedingGeboekt
from samendoen.beleid.models import (
    Begroting,
    Begrotingsadvies,
    Begrotingskolom,
    Begrotingsregel,
    Besteding,
    Doelstelling,
    Nulmeting,
    Onderdeel,
    Plan,
    Zwaartekeuze,
)
from samendoen.beleid.queries.begroting import budget_van
from samendoen.beleid.rules.bedragen import eurocent, is_bedrag
from samendoen.beleid.rules.wijziging import pas_toe
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
)

MEESTE = 10_000_000_000_00
"""No line of a municipality's social domain is larger, in cents; a typing error is."""


@dataclass(frozen=True, slots=True)
class NieuweBesteding:
    """What was spent of a line in a year, in cents, up to a day of that year."""

    regel_id: int
    jaar: int
    besteed_eurocent: int
    tot: date


@actie("beleid", Permissie.BELEID_BEHEREN)
def boek_bestedingen(door: Actor, nieuwe: Sequence[NieuweBesteding]) -> list[int]:
    """Book what was spent and return the ids of what is new; what was booked before stays, the newest counts.

    The same amount up to the same day changes nothing. What was available is what the budget says for that
    year. Raises Domeinfout for a day outside the year or to come, a year the budget has not, or an amount
    that cannot be; NietGevonden for an unknown line.
    """
    regels = neem_regels([n.regel_id for n in nieuwe])
    staat = _laatste(list(regels))
    rijen = []
    for n in nieuwe:
        beschikbaar = _beschikbaar(regels[n.regel_id], n)
        kern = (n.besteed_eurocent, n.tot)
        if staat.get((n.regel_id, n.jaar)) != kern:
            staat[n.regel_id, n.jaar] = kern
            rijen.append(
                Besteding(
                    regel_id=n.regel_id,
                    jaar=n.jaar,
                    beschikbaar_eurocent=beschikbaar,
                    besteed_eurocent=n.besteed_eurocent,
                    tot=n.tot,
                )
            )
    gemaakt = Besteding.objects.bulk_create(rijen)
    leg_vast(
        door,
        *(
            Vastlegging(
                BestedingGeboekt(jaar=rij.jaar, besteed_eurocent=rij.besteed_eurocent, tot=rij.tot),
                rij.regel_id,
                rij.tot,
            )
            for rij in gemaakt
        ),
    )
    return [rij.pk for rij in gemaakt]


def lees_grootboek(plan: Plan, tekst: str) -> list[NieuweBesteding]:
    """Read lines "regel;jaar;besteed;tot" as a ledger exports them; a header is skipped.

    `regel` is the code of a line of the plan, `besteed` an amount as Dutch people write it, `tot` a day as
    2025-06-30. Raises Domeinfout that names every line that cannot be read; then nothing is read.
    """
    regels = dict(Begrotingsregel.objects.filter(begroting__onderdeel__plan=plan).values_list("code", "pk"))
    gelezen, fouten = [], []
    for nr, velden in enumerate(csv.reader(io.StringIO(tekst.strip()), delimiter=";"), 1):
        if nr == 1 and velden and velden[0].strip().casefold() == "regel":
            continue
        nieuw = _lees_regel([veld.strip() for veld in velden], regels)
        if nieuw is None:
            fouten.append(str(nr))
        else:
            gelezen.append(nieuw)
    if fouten or not gelezen:
        raise Domeinfout(
            "grootboek_onleesbaar",
            _("Deze regels zijn niet te lezen: %(regels)s.") % {"regels": ", ".join(fouten[:10]) or "-"},
            _("Zet op elke regel: code;jaar;besteed;tot, bijvoorbeeld kans;2025;12.345,67;2025-06-30."),
            veld="tekst",
        )
    return gelezen


def _lees_regel(velden: Sequence[str], regels: dict[str, int]) -> NieuweBesteding | None:
    if len(velden) != 4 or velden[0] not in regels or not velden[1].isdecimal() or not is_bedrag(velden[2]):
        return None
    try:
        tot = date.fromisoformat(velden[3])
    except ValueError:
        return None
    return NieuweBesteding(regels[velden[0]], int(velden[1]), eurocent(velden[2]), tot)


def neem_regels(ids: Sequence[int]) -> dict[int, Begrotingsregel]:
    """Take the lines one after another; an unknown one is an error."""
    rijen = Begrotingsregel.objects.select_for_update(of=("self",)).select_related("begroting")
    gevonden = {rij.pk: rij for rij in rijen.filter(pk__in=ids).order_by("pk")}
    if set(ids) - set(gevonden):
        raise NietGevonden(
            "begrotingsregel_onbekend",
            _("Deze regel van de begroting bestaat niet."),
            _("Kies een regel op de pagina Geld."),
        )
    return gevonden


def _laatste(ids: Sequence[int]) -> dict[tuple[int, int], tuple[int, date]]:
    rijen = Besteding.objects.filter(regel__in=ids).order_by("regel", "jaar", "-tot", "-pk")
    return {(r.regel_id, r.jaar): (r.besteed_eurocent, r.tot) for r in rijen.distinct("regel", "jaar")}


def _beschikbaar(regel: Begrotingsregel, nieuw: NieuweBesteding) -> int:
    """Return what the budget has for a line in a year. Raises Domeinfout."""
    fouten = (
        ("tot", nieuw.tot.year != nieuw.jaar, _("Deze dag valt niet in het jaar van het bedrag.")),
        ("tot", nieuw.tot > klok.vandaag(), _("Deze dag ligt in de toekomst.")),
        ("besteed", abs(nieuw.besteed_eurocent) > MEESTE, _("Dit bedrag kan niet kloppen.")),
    )
    for veld, mis, wat in fouten:
        if mis:
            raise Domeinfout(f"besteding_{veld}", wat, _("Verbeter het bedrag of de dag."), veld=veld)
    bedrag = pas_toe(*budget_van(regel.begroting)).beschikbaar(regel.code, nieuw.jaar)
    if bedrag is not None:
        return bedrag
    raise Domeinfout(
        "besteding_jaar",
        _("In de begroting staat voor '%(regel)s' niets in %(jaar)s.")
        % {"regel": regel.naam, "jaar": nieuw.jaar},
        _("Kies een jaar dat in de begroting staat."),
        veld="jaar",
    )


def schrijf_geld(
    definitie: Plandefinitie, plan: Plan, delen: dict[str, Onderdeel], doelen: dict[str, Doelstelling]
) -> None:
    """Write the budgets and the baseline of a plan that is being read in."""
    for deel in definitie.onderdeel:
        if deel.begroting:
            _Geldschrijver(definitie, deel.begroting).schrijf(delen[deel.code], doelen)
    Nulmeting.objects.bulk_create(
        Nulmeting(
            plan=plan,
            naam=n.naam,
            jaar=n.jaar,
            hier=n.hier,
            elders=n.elders,
            waar=n.waar,
            volgorde=nummer,
            bron=definitie.herkomst(n),
        )
        for nummer, n in enumerate(definitie.nulmeting, 1)
    )


class _Geldschrijver:
    """Writes one budget, a statement per table."""

    def __init__(self, definitie: Plandefinitie, geld: definities.Begroting) -> None:
        self.definitie = definitie
        self.geld = geld

    def schrijf(self, onderdeel: Onderdeel, doelen: dict[str, Doelstelling]) -> None:
        """Write everything of it."""
        g = self.geld.genoemd
        rij = Begroting.objects.create(
            onderdeel=onderdeel,
            titel=self.geld.titel,
            advieskolom=self.geld.advieskolom or "",
            genoemd_beschikbaar_eurocent=g.beschikbaar_eurocent if g else None,
            genoemd_advies_eurocent=g.advies_eurocent if g else None,
            genoemd_tekort_eurocent=g.tekort_eurocent if g else None,
            genoemd_ruimte_eurocent=g.ruimte_eurocent if g else None,
            bron=self.definitie.herkomst(self.geld),
        )
        self._kolommen(rij)
        regels = self._regels(rij, doelen)
        self._bestedingen(regels)
        self._adviezen(rij, regels)
        self._keuzen(rij)

    def _kolommen(self, begroting: Begroting) -> None:
        totalen = self.geld.genoemd.totalen_eurocent if self.geld.genoemd else {}
        doel = {t.kolom: t for t in self.geld.taakstelling}
        Begrotingskolom.objects.bulk_create(
            Begrotingskolom(
                begroting=begroting,
                code=k.code,
                titel=k.titel,
                jaar=k.jaar,
                doorlopend=k.doorlopend,
                volgorde=nummer,
                genoemd_totaal_eurocent=totalen.get(k.code),
                taakstelling_eurocent=doel[k.code].eurocent if k.code in doel else 0,
                taakstelling=doel[k.code].titel if k.code in doel else "",
            )
            for nummer, k in enumerate(self.geld.kolom, 1)
        )

    def _regels(self, begroting: Begroting, doelen: dict[str, Doelstelling]) -> dict[str, Begrotingsregel]:
        # First the lines that stand alone: a part points at one of them.
        geschreven: dict[str, Begrotingsregel] = {}
        paren = list(enumerate(self.geld.regel, 1))
        for deel in (False, True):
            rijen = Begrotingsregel.objects.bulk_create(
                Begrotingsregel(
                    begroting=begroting,
                    code=r.code,
                    naam=r.naam,
                    doelstelling=doelen[r.doel] if r.doel else None,
                    deel_van=geschreven[r.deel_van] if r.deel_van else None,
                    soort=r.soort.value,
                    dekking=r.dekking,
                    bedragen_eurocent=[r.bedragen_eurocent.get(k.code) for k in self.geld.kolom],
                    volgorde=nummer,
                    bron=self.definitie.herkomst(r),
                    toelichting=r.toelichting,
                )
                for nummer, r in paren
                if bool(r.deel_van) is deel
            )
            geschreven |= {rij.code: rij for rij in rijen}
        return geschreven

    def _bestedingen(self, regels: dict[str, Begrotingsregel]) -> None:
        Besteding.objects.bulk_create(
            Besteding(
                regel=regels[b.regel],
                jaar=b.jaar,
                beschikbaar_eurocent=b.beschikbaar_eurocent,
                besteed_eurocent=b.besteed_eurocent,
                tot=b.tot or date(b.jaar, 12, 31),
                bron=self.definitie.herkomst(b),
            )
            for b in self.geld.besteding
        )

    def _adviezen(self, begroting: Begroting, regels: dict[str, Begrotingsregel]) -> None:
        Begrotingsadvies.objects.bulk_create(
            Begrotingsadvies(
                begroting=begroting,
                naam=a.naam,
                regel=regels[a.regel] if a.regel else None,
                eurocent=a.eurocent,
                volgorde=nummer,
                bron=self.definitie.herkomst(a),
                toelichting=a.toelichting,
            )
            for nummer, a in enumerate(self.geld.advies, 1)
        )

    def _keuzen(self, begroting: Begroting) -> None:
        Zwaartekeuze.objects.bulk_create(
            Zwaartekeuze(
                begroting=begroting,
                naam=k.naam,
                **{f"{zwaarte}_eurocent": bedrag for zwaarte, bedrag in k.bedragen_eurocent.items()},
                gekozen=k.gekozen or "",
                volgorde=nummer,
                bron=self.definitie.herkomst(k),
                toelichting=k.toelichting,
            )
            for nummer, k in enumerate(self.geld.keuze, 1)
        )
