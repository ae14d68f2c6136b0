"""Take a question that was joined by mistake out of its casus again."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, haal_op_slot
from samendoen.casus.actions.meldingen import haal_meldingen
from samendoen.casus.actions.rechten import GROND
from samendoen.casus.events import (
    CASUS,
    MeldingLosgemaakt,
    MeldingToegevoegd,
    OnderzoekMeldingLosgelaten,
)
from samendoen.casus.models import Casus, Casusmelding, Onderzoekmelding
from samendoen.casus.rules import Onderzoekstatus
from samendoen.kernel import stekkers
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    Vastlegging,
    actie,
    beeindig_op,
    ken_toe,
    klok,
    leg_vast,
    van_onderwerp,
)
from samendoen.organisatie.api import teams_bij_code
from samendoen.toegang.api import Meldingkern


@actie("casus", Permissie.CASUS_WERKEN)
def haal_melding_los(door: Actor, casus_id: int, melding_id: int) -> None:
    """Take a question out of a casus that it was joined to: it is with its own team again, as before.

    A question that is not in it changes nothing. Who came to be involved through it stays so. Raises
    NietGevonden or Geweigerd without the right to write in both, Domeinfout for a closed casus, for the
    question with which the casus began, one of which the report was sent, or one on which an application
    leans.
    """
    casus = haal_op_slot(door, [casus_id])[casus_id]
    kern = haal_meldingen(door, [melding_id])[melding_id]
    rij = Casusmelding.objects.filter(casus=casus, melding=melding_id).first()
    if rij is None:
        return
    eis_open([casus])
    _controleer(rij)
    _uit_onderzoek(door, casus, melding_id)
    rij.delete()
    _terug_naar_team(kern)
    erbij = next(
        g
        for g in reversed(van_onderwerp(CASUS, [casus_id])[casus_id])
        if g.soort == MeldingToegevoegd.soort and g.gegevens["melding"] == melding_id
    )
    leg_vast(
        door,
        Vastlegging(
            MeldingLosgemaakt(melding=melding_id),
            casus_id,
            klok.vandaag(),
            dossier_id=casus.dossier_id,
            ook=(kern.dossier_id,),
            herroept_id=erbij.pk,
        ),
    )


def begon_ermee(rij: Casusmelding) -> bool:
    """Tell whether the casus began with this question: then it stays."""
    return not Casusmelding.objects.filter(casus=rij.casus_id, pk__lt=rij.pk).exists()


def _controleer(rij: Casusmelding) -> None:
    verslag = Onderzoekmelding.objects.filter(
        melding=rij.melding_id, onderzoek__status=Onderzoekstatus.AFGEROND
    )
    for code, mis, wat, doe in (
        (
            "begin",
            begon_ermee(rij),
            _("Met deze melding is de casus geopend."),
            _("Is de casus bij vergissing geopend? Sluit hem dan met die reden."),
        ),
        (
            "verslag",
            verslag.exists(),
            _("Over deze melding is al een verslag verstuurd."),
            _("Laat de melding in de casus staan."),
        ),
        (
            "aanvraag",
            _steunt_iets_op(rij),
            _("Bij deze melding hoort een aanvraag die nog loopt of waarop is besloten."),
            _("Is de aanvraag een vergissing? Trek haar dan eerst in."),
        ),
    ):
        if mis:
            raise Domeinfout(f"los_{code}", wat, doe)


def _steunt_iets_op(rij: Casusmelding) -> bool:
    """Tell whether another context leans on it that this question is in this casus."""
    zelf = Casusmelding.objects.filter(pk=rij.pk)
    return any(
        zelf.filter(Exists(rijen(OuterRef("melding")))).exists()
        for sleutel, rijen in stekkers.opgepakt
        if sleutel.startswith("casus.melding:")
    )


def _uit_onderzoek(door: Actor, casus: Casus, melding_id: int) -> None:
    rij = Onderzoekmelding.objects.filter(melding=melding_id).first()
    if rij is None:
        return
    gebeurtenis = OnderzoekMeldingLosgelaten(melding=melding_id)
    rij.delete()
    leg_vast(door, Vastlegging(gebeurtenis, rij.onderzoek_id, klok.vandaag(), dossier_id=casus.dossier_id))


def _terug_naar_team(kern: Meldingkern) -> None:
    """End what joining gave on the dossier of the question; its own team keeps it."""
    for grond in (*GROND.values(), Grond.CONSULTATIE, Grond.TEAM):
        beeindig_op([kern.dossier_id], grond)
    groep = teams_bij_code(klok.vandaag())[kern.team].groep_id
    ken_toe([Toekenning(kern.dossier_id, Niveau.SCHRIJFBAAR, Grond.TEAM, kern.wet, groep_id=groep)])
