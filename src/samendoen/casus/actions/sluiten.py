"""Close a casus, and open it again."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.casus.access import haal_op_slot, naar
from samendoen.casus.actions.consultatie import sluit_consultaties
from samendoen.casus.actions.openen import casus_loopt
from samendoen.casus.actions.overdrachtverval import sluit_af
from samendoen.casus.actions.partnerregie import sluit_partnerregies
from samendoen.casus.actions.rechten import Dossiers, dossiers_van_casussen, meldingen_van, wissel
from samendoen.casus.events import CASUS, CasusGeopend, CasusGesloten, CasusHeropend
from samendoen.casus.models import Casus, Casusmelding, Meldcodepad, Plan, Regie
from samendoen.casus.queries.kernen import lopende_van_huishoudens
from samendoen.casus.rules import BEZIG, CasusStand, Planstatus, RedenSluiten, Taakrol, vouw
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Grond,
    Permissie,
    Vastlegging,
    actie,
    beeindig_op,
    klok,
    lees,
    leg_vast,
    van_onderwerp,
    werk_bij,
)
from samendoen.schil.api import datum_lang
from samendoen.toegang.api import Status as Meldingstatus
from samendoen.werk.api import lopende_termijnen

Sluitingen = Sequence[tuple[int, str, date]]
"""(casus, reason, day)."""


@actie("casus", Permissie.CASUS_WERKEN)
def sluit_casussen(door: Actor, sluitingen: Sluitingen) -> None:
    """Close casussen. The direction ends, and with it the grants of director and second; the team keeps
    reading. The plan stays as it is: what was not done is part of the story.

    Nothing may be left that somebody waits for: an open question, or a legal clock on one of its dossiers
    (an application), is a Domeinfout that names it. Open actions do not stop it.
    `vergissing` says that it should not have been opened: its questions are free again, the grants of the
    team on the persons end, and no figure counts it; with an agreed plan it was no mistake.
    Raises NietGevonden or Geweigerd without the right on one of them, Domeinfout for an unknown reason, an
    impossible day, or one that is closed. All or nothing.
    """
    casussen = haal_op_slot(door, [pk for pk, _reden, _op in sluitingen])
    for pk, reden, op in sluitingen:
        casus = casussen[pk]
        casus.status = naar(casus, "sluit")
        _controleer(casus, reden, op)
        casus.gesloten_op, casus.reden_sluiten = op, reden
    dossiers = dossiers_van_casussen(list(casussen))
    _eis_niets_open(sluitingen, dossiers)
    mis = [pk for pk, reden, _op in sluitingen if reden == RedenSluiten.VERGISSING]
    _beeindig_regie(casussen)
    for rol in Taakrol:
        wissel(rol, [], dossiers)
    werk_bij(casussen.values(), ["status", "gesloten_op", "reden_sluiten"])
    herroept = _maak_ongedaan(mis) if mis else {}
    sluit_af(door, list(casussen))
    sluit_consultaties(door, casussen, dossiers)
    sluit_partnerregies(door, casussen)
    leg_vast(
        door,
        *(
            Vastlegging(
                CasusGesloten(reden=reden),
                pk,
                op,
                dossier_id=casussen[pk].dossier_id,
                herroept_id=herroept.get(pk),
                ook=[dossier for dossier, _wet in dossiers[pk]],
            )
            for pk, reden, op in sluitingen
        ),
    )


def _controleer(casus: Casus, reden: str, op: date) -> None:
    if reden not in set(RedenSluiten):
        raise Domeinfout(
            "casus_reden", _("Deze reden bestaat niet."), _("Kies een reden uit de lijst."), veld="reden"
        )
    if not casus.geopend_op <= op <= klok.vandaag():
        raise Domeinfout(
            "casus_gesloten_op",
            _("De dag van sluiten ligt vóór de opening of in de toekomst."),
            _("Kies een dag tussen de opening en vandaag."),
            veld="op",
        )


def _eis_niets_open(sluitingen: Sluitingen, dossiers: Dossiers) -> None:
    per_vergissing = {pk for pk, reden, _op in sluitingen if reden == RedenSluiten.VERGISSING}
    van_melding: set[int] = set()
    for casus, kern in meldingen_van(dossiers):
        van_melding.add(kern.dossier_id)
        if kern.status == Meldingstatus.OPEN and casus not in per_vergissing:
            raise Domeinfout(
                "casus_melding_open",
                _("Melding %(nr)s van casus %(casus)s staat nog open.") % {"nr": kern.id, "casus": casus},
                _("Handel de melding eerst af of trek haar in: anders let niemand meer op de termijn."),
            )
    lopend = Meldcodepad.objects.filter(casus__in=dossiers, status__in=BEZIG).values_list(
        "casus_id", flat=True
    )
    for casus in lopend[:1]:
        raise Domeinfout(
            "casus_meldcode_loopt",
            _("In casus %(nr)s loopt nog een meldcode.") % {"nr": casus},
            _("Rond de meldcode eerst af, of trek haar in als zij een vergissing was."),
        )
    eigen = {d for rijen in dossiers.values() for d, _wet in rijen if d not in van_melding}
    for naam in lopende_termijnen(eigen).values():
        raise Domeinfout(
            "casus_termijn_loopt",
            _("Er loopt nog een wettelijke termijn in deze casus: %(naam)s.") % {"naam": naam},
            _("Rond af waar die termijn voor is, en sluit de casus daarna."),
        )


def _beeindig_regie(casussen: Mapping[int, Casus]) -> None:
    lopend = list(Regie.objects.filter(casus__in=casussen, tot=None))
    for regie in lopend:
        regie.tot = casussen[regie.casus_id].gesloten_op
        if regie.tot is not None and regie.tot < regie.van:
            raise Domeinfout(
                "casus_gesloten_op",
                _("De dag van sluiten ligt vóór het begin van de huidige regie."),
                _("Kies een dag vanaf %(dag)s.") % {"dag": datum_lang(regie.van)},
                veld="op",
            )
    werk_bij(lopend, ["tot"])


def _maak_ongedaan(casus_ids: Sequence[int]) -> dict[int, int]:
    """Free the questions of what was opened by mistake and close it to the team; return the event of the
    opening by casus."""
    vast = Plan.objects.filter(casus__in=casus_ids).exclude(
        status__in=[Planstatus.CONCEPT, Planstatus.VERVALLEN]
    )
    if vast.exists():
        raise Domeinfout(
            "casus_geen_vergissing",
            _("In deze casus is al een plan vastgesteld."),
            _("Kies een andere reden om te sluiten."),
            veld="reden",
        )
    Casusmelding.objects.filter(casus__in=casus_ids).delete()
    eigen = dossiers_van_casussen(casus_ids)
    beeindig_op([d for rijen in eigen.values() for d, _wet in rijen], Grond.TEAM)
    return {
        pk: next(g.pk for g in regels if g.soort == CasusGeopend.soort)
        for pk, regels in van_onderwerp(CASUS, casus_ids).items()
    }


@actie("casus", Permissie.CASUS_WERKEN)
def heropen_casus(door: Actor, casus_id: int) -> None:
    """Undo the closing: it was too soon. Who directed it and stood beside does so again, as if it never
    stopped.

    Raises NietGevonden or Geweigerd without the right, Domeinfout when it is open, when it was closed as a
    mistake, or when the household has another open casus ("casus_loopt").
    """
    casus = haal_op_slot(door, [casus_id])[casus_id]
    casus.status = naar(casus, "heropen")
    if casus.reden_sluiten == RedenSluiten.VERGISSING:
        raise Domeinfout(
            "casus_was_vergissing",
            _("Deze casus is gesloten omdat zij bij vergissing geopend was."),
            _("Open een nieuwe casus vanaf de melding."),
        )
    _weiger_andere(casus)
    casus.gesloten_op, casus.reden_sluiten = None, ""
    try:
        with transaction.atomic():
            casus.save(update_fields=["status", "gesloten_op", "reden_sluiten"])
    except IntegrityError as fout:
        if "casus_een_open" not in str(fout):
            raise
        _weiger_andere(casus)
        raise
    gebeurtenissen = van_onderwerp(CASUS, [casus_id])[casus_id]
    sluiting = [g for g in gebeurtenissen if g.soort == CasusGesloten.soort][-1]
    eerder = [(g.voorgevallen_op, lees(g)) for g in gebeurtenissen if g.pk != sluiting.pk]
    _herstel_regie(casus, vouw(eerder))
    leg_vast(
        door,
        Vastlegging(
            CasusHeropend(),
            casus_id,
            klok.vandaag(),
            dossier_id=casus.dossier_id,
            herroept_id=sluiting.pk,
        ),
    )


def _weiger_andere(casus: Casus) -> None:
    for kern in lopende_van_huishoudens([casus.huishouden_id]).values():
        if kern.id != casus.pk:
            raise casus_loopt(kern)


def _herstel_regie(casus: Casus, stand: CasusStand | None) -> None:
    """Let those go on who did so until the closing, and give them their grants back."""
    dossiers = dossiers_van_casussen([casus.pk])
    for rol in Taakrol:
        if stand is None or stand.wie(rol) is None:
            continue
        laatste = Regie.objects.filter(casus=casus, rol=rol).order_by("-pk")[0]
        laatste.tot = None
        laatste.save(update_fields=["tot"])
        wissel(rol, [laatste], dossiers)
