"""What ErOpAf does when something happens to its melding: begin, hand over, lapse, move along, reopen.

Parts of the actions on a melding; each looks at all of them in a few queries.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import uuid4

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Vastlegging,
    klok,
    lees,
    leg_vast,
    schrijf,
    van_onderwerp,
    werk_bij,
)
from samendoen.recht.api import plus_werkdagen
from samendoen.toegang.definities import eigen_eropafwijze
from samendoen.toegang.events import (
    EROPAF,
    EropafBegonnen,
    EropafBesloten,
    EropafTeruggenomen,
    EropafVervallen,
)
from samendoen.toegang.models import Contactpoging, Eropaf, Eropafbesluit, Melding, Routekeuze, Zorgmelding
from samendoen.toegang.rules import (
    EROPAF_EINDE,
    EROPAF_RITME,
    Eropafkeuze,
    Eropafstatus,
    Route,
    verkenning_loopt,
    vouw_eropaf,
)
from samendoen.werk.api import laat_taken_vervallen

SOORT = "toegang.melding"
STANDVELDEN = [
    "status",
    "begonnen_op",
    "beeindigd_op",
    "laatste_poging_op",
    "volgende_op",
    "verkenning_op",
    "verkenning_uitkomst",
]


def lopende(melding_ids: Collection[int]) -> dict[int, Eropaf]:
    """Return by melding the path that runs, locked; for who has authorised and locked the meldingen."""
    rijen = Eropaf.objects.select_for_update().filter(melding__in=melding_ids, status=Eropafstatus.LOOPT)
    return {rij.melding_id: rij for rij in rijen.order_by("pk")}


def eis_afgerond(melding_ids: Collection[int]) -> None:
    """Raise Domeinfout while ErOpAf runs on one of these: nobody leaves it in silence."""
    loopt = sorted(lopende(melding_ids)) if melding_ids else []
    if loopt:
        raise Domeinfout(
            "eropaf_loopt",
            _("Bij melding %(nr)s loopt ErOpAf nog.") % {"nr": loopt[0]},
            _("Neem eerst een besluit over ErOpAf: loslaten, overdragen of een casus openen."),
        )


def begin(door: Actor, paren: Sequence[tuple[Melding, date]]) -> None:
    """Begin on (melding, day) that triage sent here; who is here already goes on."""
    nieuw = [(m, op) for m, op in paren if m.route == Route.EROPAF]
    if not nieuw:
        return
    al = lopende([m.pk for m, _op in nieuw])
    nieuw = [(m, op) for m, op in nieuw if m.pk not in al]
    eerste = eigen_eropafwijze().ritme.eerste_werkdagen
    rijen = schrijf(
        Eropaf(melding=m, begonnen_op=op, volgende_op=plus_werkdagen(op, eerste)) for m, op in nieuw
    )
    leg_vast(
        door,
        *(
            Vastlegging(
                EropafBegonnen(melding=m.pk, team=m.team.code, volgende_op=rij.volgende_op),
                rij.pk,
                op,
                dossier_id=m.dossier_id,
            )
            for rij, (m, op) in zip(rijen, nieuw, strict=True)
            if rij.volgende_op
        ),
    )


def eis_overdracht(melding_ids: Collection[int], redenen: Mapping[int, str]) -> dict[int, Eropaf]:
    """Return the paths that end because triage sends their melding elsewhere. Raises Domeinfout without a
    reason, or while an exploratory investigation waits for its outcome."""
    weg = lopende(melding_ids) if melding_ids else {}
    for melding, rij in weg.items():
        eis_verkend(rij)
        if not redenen.get(melding, "").strip():
            raise Domeinfout(
                "eropaf_reden",
                _("ErOpAf loopt nog. Overdragen kan alleen met een reden."),
                _("Schrijf kort op wat er is gebeurd en waarom een ander verdergaat."),
                veld="reden",
            )
    return weg


def eis_verkend(rij: Eropaf) -> None:
    """Raise Domeinfout while an exploratory investigation waits for its outcome."""
    if verkenning_loopt(rij.verkenning_op, rij.verkenning_uitkomst):
        raise Domeinfout(
            "eropaf_verkenning_loopt",
            _("Het verkennend onderzoek loopt nog."),
            _("Leg eerst vast wat de uitkomst is en aan wie u die hebt verteld."),
        )


def draag_over(door: Actor, weg: Mapping[int, Eropaf], gevallen: Iterable[tuple[Melding, str, date]]) -> None:
    """End the paths of (melding, reason, day) as handed over, with the reason that triage asked."""
    paren = [(weg[m.pk], m, reden, op) for m, reden, op in gevallen if m.pk in weg]
    if paren:
        besluiten = schrijf(
            besluitrij(door, rij, m, Eropafkeuze.OVERDRAGEN, reden, max(op, rij.begonnen_op))
            for rij, m, reden, op in paren
        )
        pas_toe(door, [(rij, m, b, None, "") for (rij, m, _r, _o), b in zip(paren, besluiten, strict=True)])


def besluitrij(
    door: Actor, rij: Eropaf, melding: Melding, keuze: Eropafkeuze, motivering: str, op: date
) -> Eropafbesluit:
    """Return a decision about a path, not written yet."""
    return Eropafbesluit(
        kenmerk=uuid4(),
        eropaf=rij,
        inwoner_id=melding.inwoner_id,
        wet=melding.wet,
        besluit=keuze.value,
        op=op,
        motivering=motivering.strip(),
        door_id=door.id,
    )


Toepassing = tuple[Eropaf, Melding, Eropafbesluit, date | None, str]
"""A path, its melding, the decision, the day to seek contact again, and an outcome that was told."""


def pas_toe(door: Actor, toepassingen: Sequence[Toepassing]) -> None:
    """Record decisions and bring their paths in line with them."""
    leg_vast(
        door,
        *(
            Vastlegging(
                EropafBesloten(
                    besluit_id=b.pk,
                    besluit=b.besluit,
                    team=m.team.code,
                    volgende_op=None if Eropafkeuze(b.besluit) in EROPAF_EINDE else volgende,
                    uitkomst=uitkomst or None,
                ),
                rij.pk,
                b.op,
                dossier_id=m.dossier_id,
                persoon_id=m.inwoner_id,
                wet=m.wet,
                inhoud={"motivering": b.motivering},
            )
            for rij, m, b, volgende, uitkomst in toepassingen
        ),
    )
    vouw_rijen([rij for rij, *_rest in toepassingen])
    # The day to seek contact moved, or nothing is asked any more.
    laat_taken_vervallen(door, EROPAF_RITME, SOORT, [m.pk for _rij, m, *_rest in toepassingen])


def vouw_rijen(rijen: Sequence[Eropaf]) -> None:
    """Bring rows in line with their events."""
    per = van_onderwerp(EROPAF, [rij.pk for rij in rijen])
    for rij in rijen:
        stand = vouw_eropaf((g.voorgevallen_op, lees(g)) for g in per[rij.pk])
        for veld in STANDVELDEN:
            setattr(rij, veld, getattr(stand, veld))
    werk_bij(rijen, STANDVELDEN)


def laat_eropaf_vervallen(door: Actor, meldingen: Mapping[int, Melding]) -> None:
    """Let paths lapse whose melding was withdrawn; the reason is with that."""
    rijen = list(lopende(meldingen.keys()).values())
    if not rijen:
        return
    vandaag = klok.vandaag()
    leg_vast(
        door,
        *(
            Vastlegging(EropafVervallen(), r.pk, vandaag, dossier_id=meldingen[r.melding_id].dossier_id)
            for r in rijen
        ),
    )
    vouw_rijen(rijen)
    laat_taken_vervallen(door, EROPAF_RITME, SOORT, [r.melding_id for r in rijen])


def laatste_besluiten(eropaf_ids: Collection[int]) -> dict[int, Eropafbesluit]:
    """Return by path the last decision that stands."""
    rijen = Eropafbesluit.objects.filter(eropaf__in=eropaf_ids, ingetrokken=False).order_by("pk")
    return {b.eropaf_id: b for b in rijen}


def neem_besluit_terug(door: Actor, rij: Eropaf, melding: Melding, besluit: Eropafbesluit) -> None:
    """Revoke the last decision about a path; the row stands as before it."""
    gebeurtenis = next(
        g for g in van_onderwerp(EROPAF, [rij.pk])[rij.pk] if g.gegevens.get("besluit_id") == besluit.pk
    )
    besluit.ingetrokken = True
    besluit.save(update_fields=["ingetrokken"])
    leg_vast(
        door,
        Vastlegging(
            EropafTeruggenomen(),
            rij.pk,
            klok.vandaag(),
            dossier_id=melding.dossier_id,
            herroept_id=gebeurtenis.pk,
        ),
    )
    vouw_rijen([rij])


def heropen_losgelaten(door: Actor, melding: Melding) -> None:
    """Let ErOpAf run again of a melding that is reopened, if it ended by letting go."""
    rij = Eropaf.objects.select_for_update().filter(melding=melding).order_by("-pk").first()
    if rij is not None and rij.status == Eropafstatus.LOSGELATEN:
        neem_besluit_terug(door, rij, melding, laatste_besluiten([rij.pk])[rij.pk])


def verhuis(personen: Mapping[int, int]) -> None:
    """Let (melding -> resident) whom it turned out to be about be the one whom all words are about."""
    for melding, persoon in personen.items():
        for van_melding in (Zorgmelding, Routekeuze):
            van_melding.objects.filter(melding=melding).update(inwoner=persoon)
        for model in (Contactpoging, Eropafbesluit):
            model.objects.filter(eropaf__melding=melding).update(inwoner=persoon)


def over_dagen(op: date) -> date:
    """Return the day by which contact is sought again after `op`, by the rhythm of the municipality."""
    return op + timedelta(days=eigen_eropafwijze().ritme.dagen_ertussen)
