"""Take in a request of a provider: a 315 becomes a question at the front door, a 317 hangs on assignments."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils.timezone import localtime

from samendoen.berichten.actions.ontvangen import Ontvangen
from samendoen.berichten.events import VerzoekOntvangen
from samendoen.berichten.models import Berichtregel, Verzoek
from samendoen.berichten.queries.toewijzingen import KLASSE
from samendoen.berichten.queries.verwijzing import woorden
from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.inhoudsopgave import GEEN_OPMERKING
from samendoen.berichten.rules.toestand import Richting
from samendoen.berichten.rules.verzoekstand import Gevraagd, Verzoekstatus
from samendoen.besluiten.api import toewijzingskernen
from samendoen.casus.api import Casuskern, lopende_van_huishoudens, voeg_meldingen_toe
from samendoen.inwoners.api import huishouden_van
from samendoen.kernel.api import SYSTEEM, Actor, Vastlegging, klok, leg_vast, schrijf, werk_bij
from samendoen.organisatie.api import teams_bij_code
from samendoen.toegang.api import (
    Kanaal,
    Melder,
    Meldingkern,
    NieuweMelding,
    meldingkernen,
    registreer_meldingen,
)

# Kind of referrer (COD327) -> how the question came in; whoever is not here: through the provider.
KANALEN = {"02": Kanaal.HUISARTS, "04": Kanaal.JEUGDBESCHERMING, "08": Kanaal.JEUGDBESCHERMING}


def neem_verwijzing_aan(door: Actor, ontvangen: Ontvangen) -> None:
    """A 315: one question of the household, and a request per product. Something found: nothing (OP286).

    The question joins the casus that runs; without one it waits for the triage of the front door. Of a
    number that we do not know it is a question of somebody not recognised yet.
    """
    if not _helemaal_goed(ontvangen):
        return
    goed = list(ontvangen.goed("AangevraagdProduct"))
    melding = _meld(ontvangen, goed)
    for regel, _groep in goed:
        regel.dossier_id = melding.dossier_id
    werk_bij([regel for regel, _groep in goed], ["dossier_id"])
    ontvangen.rij.dossier_id = melding.dossier_id
    rijen = schrijf(
        _verzoek(
            ontvangen,
            groep.tekst("ReferentieAanbieder"),
            [Gevraagd.uit(groep, {})],
            inwoner_id=melding.persoon_id,
            dossier_id=melding.dossier_id,
            melding_id=melding.id,
        )
        for _regel, groep in goed
    )
    _leg_vast(door, rijen)


def neem_wijziging_aan(door: Actor, ontvangen: Ontvangen) -> None:
    """A 317: one request, about the assignments that it names. Something found in it: nothing (OP286)."""
    if not _helemaal_goed(ontvangen):
        return
    goed = [paar for klasse in ("TeWijzigenProduct", "NieuwProduct") for paar in ontvangen.goed(klasse)]
    regels = [regel for regel in ontvangen.regels if regel.klasse != "Client"]
    gevraagd = [regel for regel, _groep in goed]
    [verzoek] = ontvangen.waarde.wortel.groepen("Client/Verzoek")
    kernen = toewijzingskernen(SYSTEEM, [r.toewijzing_id for r in gevraagd if r.toewijzing_id])
    bestaand = {nummer: (kern.categorie, kern.productcode) for nummer, kern in kernen.items()}
    dossier = next((r.dossier_id for r in regels if r.dossier_id), None) or _laatste_dossier(ontvangen)
    rij = _verzoek(
        ontvangen,
        verzoek.tekst("ReferentieAanbieder"),
        [Gevraagd.uit(groep, bestaand) for _regel, groep in goed],
        inwoner_id=regels[0].inwoner_id,
        dossier_id=dossier,
    )
    _leg_vast(door, schrijf([rij]))


def _helemaal_goed(ontvangen: Ontvangen) -> bool:
    return all(GEEN_OPMERKING.issuperset(regel.retourcodes) for regel in ontvangen.regels)


def _laatste_dossier(ontvangen: Ontvangen) -> int | None:
    """Return the dossier of what this provider had for this client last: nothing runs any more."""
    regels = Berichtregel.objects.filter(
        inwoner=ontvangen.regels[0].inwoner_id,
        klasse=KLASSE,
        wet=ontvangen.rij.wet,
        bericht__richting=Richting.UIT.value,
        bericht__ontvanger=ontvangen.rij.afzender,
        dossier__isnull=False,
    )
    return regels.order_by("-pk").values_list("dossier", flat=True).first()


def _verzoek(ontvangen: Ontvangen, referentie: str, gevraagd: Sequence[Gevraagd], **waar: Any) -> Verzoek:
    rij = ontvangen.rij
    assert rij.dagtekening is not None  # it passed level 1
    return Verzoek(
        bericht=rij,
        aanbieder=rij.afzender,
        referentie=referentie,
        dagtekening=rij.dagtekening,
        ontvangen_op=localtime(rij.op).date(),
        status=Verzoekstatus.ONTVANGEN.value,
        gevraagd=[asdict(een) for een in gevraagd],
        wet=rij.wet,
        **waar,
    )


def _meld(ontvangen: Ontvangen, goed: Sequence[tuple[Berichtregel, Groep]]) -> Meldingkern:
    """Register the question; together with its casus when the household has one that runs."""
    rij, inwoner = ontvangen.rij, goed[0][0].inwoner_id
    casus = _casus_van(inwoner)
    [client] = ontvangen.waarde.wortel.groepen("Client")
    verwijzer = goed[0][1].tekst("Verwijzer/Type")
    nieuw = NieuweMelding(
        kenmerk=uuid5(NAMESPACE_URL, f"samendoen:bericht:{rij.pk}"),
        vraag=woorden(client, [groep for _regel, groep in goed], bekend=inwoner is not None),
        kanaal=KANALEN.get(verwijzer, Kanaal.AANBIEDER).value,
        kader=rij.wet,
        team=casus.team if casus is not None and _neemt(casus.team, rij.wet) else "",
        ontvangen_op=localtime(rij.op).date(),
        inwoner=inwoner,
        melder=Melder.ANDER.value,
    )
    [melding] = registreer_meldingen(SYSTEEM, [nieuw])
    if casus is not None:
        voeg_meldingen_toe(SYSTEEM, [(casus.id, melding)])
    return meldingkernen(SYSTEEM, [melding])[melding]


def _casus_van(inwoner: int | None) -> Casuskern | None:
    huishouden = huishouden_van(inwoner) if inwoner is not None else None
    return lopende_van_huishoudens([huishouden]).get(huishouden) if huishouden is not None else None


def _neemt(team: str, wet: str) -> bool:
    gevonden = teams_bij_code(klok.vandaag(), [team]).get(team)
    return gevonden is not None and wet in gevonden.kaders


def _leg_vast(door: Actor, rijen: Sequence[Verzoek]) -> None:
    leg_vast(
        door,
        *(
            Vastlegging(
                VerzoekOntvangen(
                    berichtsoort=rij.bericht.soort.lower(),
                    aanbieder=rij.aanbieder,
                    bericht=rij.bericht_id,
                    melding=rij.melding_id,
                    toewijzingen=tuple(g["toewijzing"] for g in rij.gevraagd if g["toewijzing"]),
                ),
                rij.pk,
                rij.ontvangen_op,
                dossier_id=rij.dossier_id,
            )
            for rij in rijen
        ),
    )
