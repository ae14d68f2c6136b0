"""Use case: read in a plan, once."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.beleid import definities
from samendoen.beleid.actions.begroting import schrijf_geld
from samendoen.beleid.definities import Plandefinitie, plandefinitie
from samendoen.beleid.events import PlanGeimporteerd
from samendoen.beleid.models import (
    Activiteit,
    Begrotingsmutatie,
    Doelkoppeling,
    Doelstelling,
    Mutatietabel,
    Onderdeel,
    Plan,
    Thema,
    Verantwoording,
)
from samendoen.kernel.api import Actor, Permissie, Vastlegging, actie, klok, leg_vast, op_beurt


@dataclass(frozen=True, slots=True)
class Importuitslag:
    """What an import did; `zin` says it to a person. Not `nieuw`: it was there, nothing has changed."""

    plan_id: int
    code: str
    nieuw: bool
    zin: str


@actie("beleid", Permissie.BELEID_BEHEREN)
def importeer_plan(door: Actor, code: str) -> Importuitslag:
    """Read in a plan with everything below it; a second time changes nothing and says so.

    Raises Domeinfout for an unknown plan or a wrong definition.
    """
    definitie, merk = plandefinitie(code)
    op_beurt(f"beleid.plan.{code}")
    bestaat = Plan.objects.filter(code=code).first()
    if bestaat:
        zin = _("%(titel)s was al ingelezen; er is niets veranderd.") % {"titel": bestaat.titel}
        return Importuitslag(bestaat.pk, code, False, zin)
    regel = definitie.plan
    plan = Plan.objects.create(
        code=regel.code,
        titel=regel.titel,
        gemeente=regel.gemeente,
        definitie=merk,
        geimporteerd_op=klok.vandaag(),
    )
    aantallen = _Schrijver(definitie, plan).schrijf()
    leg_vast(
        door, Vastlegging(PlanGeimporteerd(plan=code, definitie=merk, **aantallen), plan.pk, klok.vandaag())
    )
    zin = _("%(titel)s is ingelezen: %(doelen)s doelen en %(activiteiten)s activiteiten.")
    return Importuitslag(plan.pk, code, True, zin % {"titel": plan.titel, **aantallen})


class _Schrijver:
    """Writes a definition table by table, one statement each."""

    def __init__(self, definitie: Plandefinitie, plan: Plan) -> None:
        self.definitie = definitie
        self.plan = plan
        self.niveaus = {niveau.code: niveau.titel for niveau in definitie.niveau}
        self.doelen: dict[str, Doelstelling] = {}
        self.activiteiten: dict[str, Activiteit] = {}

    def schrijf(self) -> dict[str, int]:
        """Write everything and return how much that was."""
        delen = self._onderdelen()
        self._doelen(self._themas(delen))
        self._koppelingen()
        self._activiteiten()
        mutaties = self._mutaties(delen)
        schrijf_geld(self.definitie, self.plan, delen, self.doelen)
        return {"doelen": len(self.doelen), "activiteiten": len(self.activiteiten), "mutaties": mutaties}

    def _onderdelen(self) -> dict[str, Onderdeel]:
        rijen = Onderdeel.objects.bulk_create(
            Onderdeel(
                plan=self.plan,
                code=deel.code,
                soort=deel.soort.value,
                titel=deel.titel,
                jaar=deel.jaar,
                aspecten=[aspect.value for aspect in deel.aspecten],
                volgorde=nummer,
                bron=self.definitie.herkomst(deel),
            )
            for nummer, deel in enumerate(self.definitie.onderdeel, 1)
        )
        return {rij.code: rij for rij in rijen}

    def _themas(self, delen: dict[str, Onderdeel]) -> list[tuple[Thema, definities.Thema]]:
        paren = [
            (
                Thema(
                    onderdeel=delen[deel.code],
                    code=thema.code,
                    titel=thema.titel,
                    volgorde=nummer,
                    bron=self.definitie.herkomst(thema),
                ),
                thema,
            )
            for deel in self.definitie.onderdeel
            for nummer, thema in enumerate(deel.thema, 1)
        ]
        Thema.objects.bulk_create(rij for rij, _thema in paren)
        return paren

    def _doelen(self, themas: list[tuple[Thema, definities.Thema]]) -> None:
        rijen = Doelstelling.objects.bulk_create(
            Doelstelling(
                thema=rij,
                code=doel.code,
                titel=doel.titel,
                tevreden_als=doel.tevreden_als,
                tellen=list(doel.tellen),
                vertellen=list(doel.vertellen),
                niveau=self.niveaus.get(doel.niveau or "", ""),
                indicatoren=[doel.meting.indicator] if doel.meting else [],
                volgorde=nummer,
                bron=self.definitie.herkomst(doel),
                toelichting=doel.toelichting,
            )
            for rij, thema in themas
            for nummer, doel in enumerate(thema.doel, 1)
        )
        self.doelen = {rij.code: rij for rij in rijen}

    def _koppelingen(self) -> None:
        Doelkoppeling.objects.bulk_create(
            Doelkoppeling(
                van=self.doelen[doel.code],
                naar=self.doelen[dient.doel],
                aanname=dient.aanname,
                toelichting=dient.toelichting,
            )
            for _deel, doel in self.definitie.doelen()
            for dient in doel.dient
        )

    def _activiteiten(self) -> None:
        paren = [
            (
                Activiteit(
                    doelstelling=self.doelen[doel.code],
                    code=deel.code,
                    titel=deel.titel,
                    resultaat=deel.resultaat,
                    partners=list(deel.partners),
                    adviezen=list(deel.advies),
                    volgorde=nummer,
                    bron=self.definitie.herkomst(deel),
                ),
                deel,
            )
            for _onderdeel, doel in self.definitie.doelen()
            for nummer, deel in enumerate(doel.activiteit, 1)
        ]
        rijen = Activiteit.objects.bulk_create(rij for rij, _deel in paren)
        self.activiteiten = {rij.code: rij for rij in rijen}
        Verantwoording.objects.bulk_create(
            Verantwoording(
                activiteit=rij,
                op=klok.vandaag(),
                tekst=deel.verantwoording,
                bron=rij.bron,
                # It stands in a public document.
                gepubliceerd_op=klok.vandaag(),
            )
            for rij, deel in paren
            if deel.verantwoording
        )

    def _mutaties(self, delen: dict[str, Onderdeel]) -> int:
        paren = [
            (self._tabel(delen[deel.code], deel.mutatietabel), deel.mutatietabel)
            for deel in self.definitie.onderdeel
            if deel.mutatietabel
        ]
        Mutatietabel.objects.bulk_create(tabel for tabel, _deel in paren)
        return len(
            Begrotingsmutatie.objects.bulk_create(
                mutatie for tabel, deel in paren for mutatie in self._regels(tabel, deel)
            )
        )

    def _tabel(self, onderdeel: Onderdeel, deel: definities.Mutatietabel) -> Mutatietabel:
        genoemd = deel.genoemd
        return Mutatietabel(
            onderdeel=onderdeel,
            titel=deel.titel,
            genoemd_lasten_eurocent=genoemd.lasten_eurocent if genoemd else None,
            genoemd_baten_eurocent=genoemd.baten_eurocent if genoemd else None,
            genoemd_saldo_eurocent=genoemd.saldo_eurocent if genoemd else None,
            bron=self.definitie.herkomst(deel),
        )

    def _regels(self, tabel: Mutatietabel, deel: definities.Mutatietabel) -> Iterator[Begrotingsmutatie]:
        for nummer, mutatie in enumerate(deel.mutatie, 1):
            yield Begrotingsmutatie(
                tabel=tabel,
                volgorde=nummer,
                naam=mutatie.naam,
                lasten_eurocent=mutatie.lasten_eurocent,
                baten_eurocent=mutatie.baten_eurocent,
                genoemd_saldo_eurocent=mutatie.saldo_eurocent,
                soort=mutatie.soort.value,
                toelichting=mutatie.verklaring,
                activiteit=self.activiteiten[mutatie.activiteit] if mutatie.activiteit else None,
                bron=self.definitie.herkomst(mutatie),
            )
