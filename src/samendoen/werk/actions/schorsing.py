"""A clock stands still and runs again (Awb art. 4:15)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Niveau,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)
from samendoen.recht.api import Grond, geef_soort
from samendoen.werk import rules
from samendoen.werk.access import haal_termijn
from samendoen.werk.actions.rekenwerk import (
    GEREKEND,
    eis_dag,
    herreken,
    naar,
    stil_en_verdaagd,
    volgens_recht,
)
from samendoen.werk.events import TermijnGeschorst, TermijnHervat
from samendoen.werk.models import Schorsing, Termijn
from samendoen.werk.rules import Stilstand, Termijnstatus


@actie("werk", Permissie.TERMIJN_WIJZIGEN)
def schors_termijn(
    door: Actor,
    termijn_id: int,
    van: date,
    reden: Grond,
    sleutel: UUID,
    hersteltermijn: date | None = None,
) -> int:
    """Let a clock stand still from `van`; return the id of the suspension.

    With reason `aanvulling` `van` is the day of the invitation and `hersteltermijn` the last day that
    was set for the supplement: without one the law does not suspend. The same `sleutel` again changes
    nothing. Raises NietGevonden, Geweigerd, or Domeinfout: not running, standing still already, a
    reason that the law does not know for this kind, or days that cannot be.
    """
    termijn = haal_termijn(door, termijn_id, Niveau.SCHRIJFBAAR, op_slot=True)
    bekend = Schorsing.objects.filter(termijn=termijn, sleutel=sleutel).first()
    if bekend is not None:
        return bekend.pk
    naar(termijn, "schors")
    with volgens_recht("reden"):
        geef_soort(termijn.soort).grondslag_schorsing(reden)
    herstel = hersteltermijn if reden is Grond.AANVULLING else None
    with volgens_recht("van"):  # a day outside the years that the law is computed for
        _controleer(termijn, Stilstand(van, None, reden, herstel))
    rij = Schorsing.objects.create(
        termijn=termijn, sleutel=sleutel, van=van, reden=reden, hersteltermijn=herstel
    )
    herreken([termijn])
    termijn.save(update_fields=GEREKEND)
    gebeurtenis = TermijnGeschorst(reden=reden, hersteltermijn=herstel, uiterste_datum=termijn.uiterste_datum)
    leg_vast(door, Vastlegging(gebeurtenis, termijn.pk, van, dossier_id=termijn.dossier_id))
    return rij.pk


def _controleer(termijn: Termijn, nieuw: Stilstand) -> None:
    if termijn.geschorst_vanaf is not None:
        raise Domeinfout(
            "termijn_staat_stil",
            _("Deze termijn staat al stil."),
            _("Laat haar eerst weer lopen; daarna kunt u opnieuw opschorten."),
        )
    if nieuw.grond is Grond.AANVULLING and (
        nieuw.hersteltermijn is None or nieuw.hersteltermijn <= nieuw.van
    ):
        raise Domeinfout(
            "hersteltermijn_ontbreekt",
            _("Zonder dag waarop de aanvulling er moet zijn, staat de termijn niet stil (Awb art. 4:15)."),
            _("Vul de dag in die u de aanvrager gaf; die ligt na de uitnodiging."),
            veld="hersteltermijn",
        )
    van = rules.begin(termijn.soort, termijn.start)
    # The first day on which it would stand still must lie within the term (Awb art. 4:15 lid 1).
    wacht = nieuw.op(None).dagen()[0] - nieuw.van
    laatst = min(termijn.uiterste_datum - wacht, klok.vandaag())
    eis_dag(nieuw.van, van, laatst, "van", _("Opschorten kan alleen terwijl de termijn loopt."))
    stil, _extra = stil_en_verdaagd([termijn.pk])
    bestaand = [s.op(None) for s in stil.get(termijn.pk, [])]
    if rules.overlapt(nieuw.op(None), bestaand):
        raise Domeinfout(
            "schorsing_overlapt",
            _("In die tijd stond de termijn al stil."),
            _("Kies een dag na de vorige opschorting."),
            veld="van",
        )


@actie("werk", Permissie.TERMIJN_WIJZIGEN)
def hervat_termijn(door: Actor, termijn_id: int, tot: date) -> int:
    """Let a clock run again; return the id of the suspension that ended.

    `tot` is the day of the supplement (`aanvulling`) or the last day of the suspension. The same day
    again changes nothing. Raises NietGevonden, Geweigerd, or Domeinfout: not standing still, a day
    before the suspension, in the future, or after the set term.
    """
    termijn = haal_termijn(door, termijn_id, Niveau.SCHRIJFBAAR, op_slot=True)
    naar(termijn, "hervat")
    laatste = Schorsing.objects.filter(termijn=termijn).order_by("-van", "-pk").first()
    if laatste is not None and laatste.tot == tot:
        return laatste.pk
    if laatste is None or laatste.tot is not None:
        raise Domeinfout(
            "termijn_staat_niet_stil", _("Deze termijn staat niet stil."), _("Er is niets te hervatten.")
        )
    laatst = min(klok.vandaag(), laatste.hersteltermijn or date.max)
    eis_dag(
        tot,
        laatste.van,
        laatst,
        "tot",
        _("De opschorting eindigt na haar begin, niet in de toekomst en niet na de gestelde termijn."),
    )
    _beeindig(door, [(termijn, laatste, tot)], verstreken=False)
    return laatste.pk


@actie("werk", Permissie.SYSTEEM)
def hervat_verstreken(door: Actor, dag: date | None = None) -> int:
    """End the suspensions whose set term lapsed unused before `dag` (today); return how many.

    The clock has run since that day (Awb art. 4:15 lid 1); nobody has to notice it.
    """
    op_of_na = dag or klok.vandaag()
    rijen = (
        Schorsing.objects.select_for_update(of=("self", "termijn"))
        .select_related("termijn")
        .filter(tot=None, hersteltermijn__lt=op_of_na, termijn__status=Termijnstatus.LOOPT)
    )
    einden = [(s.termijn, s, s.hersteltermijn) for s in rijen.order_by("termijn_id") if s.hersteltermijn]
    if einden:
        _beeindig(door, einden, verstreken=True)
    return len(einden)


def _beeindig(door: Actor, einden: list[tuple[Termijn, Schorsing, date]], *, verstreken: bool) -> None:
    for _termijn, schorsing, tot in einden:
        schorsing.tot = tot
    werk_bij([s for _t, s, _tot in einden], ["tot"])
    termijnen = [t for t, _s, _tot in einden]
    herreken(termijnen)
    werk_bij(termijnen, GEREKEND)
    leg_vast(
        door,
        *(
            Vastlegging(
                TermijnHervat(van=s.van, tot=tot, verstreken=verstreken, uiterste_datum=t.uiterste_datum),
                t.pk,
                tot,
                dossier_id=t.dossier_id,
            )
            for t, s, tot in einden
        ),
    )
