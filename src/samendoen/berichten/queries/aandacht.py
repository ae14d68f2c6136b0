"""Which messages ask something of somebody, what, and by when: for the tasks and for the screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from samendoen.berichten.models import Verzoek
from samendoen.berichten.queries import vraagt
from samendoen.berichten.queries.taken import ALARM, BETALING, BEVINDING, RETOUR, TERMIJN
from samendoen.berichten.queries.verzoek import ANTWOORDTERMIJN, ONDERZOEK
from samendoen.berichten.rules.toestand import ALARM_NA, Richting, Status
from samendoen.berichten.rules.verzoekstand import LOOPT, Verzoekstatus
from samendoen.kernel.api import klok
from samendoen.recht.api import bereken, plus_werkdagen
from samendoen.schil.api import euro_centen
from samendoen.werk.api import taakregel

EEN_DAG = timedelta(days=1)
VELDEN = (
    "pk", "richting", "soort", "afzender", "ontvanger", "identificatie", "status", "fout", "pogingen", "op",
    "verwerkt_op", "aangeboden_op", "afgehandeld_op", "antwoord_op_id", "dossier_id", "dagtekening",
    "met_antwoord", "met_bevinding", "verzoek", "toegekend_eurocent",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stand:
    """What a message asks: in which words, by when (None: nothing is due), and whether somebody must act now.

    `te_laat`: the day has passed. `wie` is "wij" or "zij": who is to move, "" when nobody is.
    """

    zin: str
    wie: str = ""
    uiterlijk: date | None = None
    te_laat: bool = False


def open_verzoek() -> Subquery:
    """Return where a request in a message stands that waits for our answer, NULL when none does."""
    wacht = Verzoek.objects.filter(bericht=OuterRef("pk"), status__in=[status.value for status in LOOPT])
    return Subquery(wacht.order_by("status", "pk").values("status")[:1])


def vraagt_ons(vandaag: date) -> Q:
    """Return the messages with which the municipality must do something; on rows with `met_antwoord`."""
    te_laat = vraagt.zonder_antwoord() & Q(aangeboden_op__lt=klok.einde_van(laatste_te_late_dag(vandaag)))
    return (
        vraagt.alarm()
        | vraagt.afgekeurd_door_hen()
        | vraagt.wacht_op_ons()
        | vraagt.te_betalen()
        | te_laat
        | Q(afgehandeld_op=None, verzoek__isnull=False)
    )


def vraagt_hen() -> Q:
    """Return the messages of theirs that we sent back; on rows with `met_antwoord`."""
    return Q(status=Status.AFGEKEURD.value, met_antwoord=True, afgehandeld_op=None)


def laatste_te_late_dag(vandaag: date) -> date:
    """Return the last day on which a message went whose answer is overdue today."""
    dag = vandaag - EEN_DAG
    while bereken(RETOUR, dag).einde >= vandaag:
        dag -= EEN_DAG
    return dag


def dag_van(moment: datetime) -> date:
    """Return the day of a moment on our clock."""
    return timezone.localtime(moment).date()


def stand_van(r: Mapping[str, Any], vandaag: date) -> Stand:
    """Return what a message asks; `r` are VELDEN of a row of `lijst.met_stand`."""
    if r["afgehandeld_op"] is not None:
        return Stand(_("Afgehandeld."))
    zin = _fout_zin(r)
    if zin:
        sinds = dag_van(r["verwerkt_op"] or r["op"])
        code = BEVINDING if r["status"] == Status.BEANTWOORD else ALARM
        return _van_ons(zin, plus_werkdagen(sinds, taakregel(code).getal("binnen_werkdagen")), vandaag)
    if r["verzoek"]:
        return _van_verzoek(r, vandaag)
    if (r["toegekend_eurocent"] or 0) > 0:
        einde = bereken(BETALING, r["dagtekening"]).einde
        return _van_ons(_("Betaal wat is goedgekeurd, en leg de betaling vast."), einde, vandaag)
    if r["status"] == Status.ONTVANGEN and r["fout"] == vraagt.GEEN_STROOM:
        einde = bereken(TERMIJN.get(r["soort"][-3:], RETOUR), dag_van(r["op"])).einde
        return _van_ons(_("Behandel dit bericht."), einde, vandaag)
    if r["status"] == Status.AANGEBODEN and r["antwoord_op_id"] is None and r["aangeboden_op"]:
        einde = bereken(RETOUR, dag_van(r["aangeboden_op"])).einde
        if einde < vandaag:
            return Stand(_("Bel de aanbieder: er kwam geen antwoord."), "wij", einde, te_laat=True)
        return Stand(_("De aanbieder moet nog antwoorden."), "zij", einde)
    return Stand(_rustig(r), "zij" if r["status"] == Status.AFGEKEURD else "")


def _van_ons(zin: str, uiterlijk: date, vandaag: date) -> Stand:
    return Stand(zin, "wij", uiterlijk, te_laat=uiterlijk < vandaag)


def _van_verzoek(r: Mapping[str, Any], vandaag: date) -> Stand:
    if r["verzoek"] == Verzoekstatus.IN_ONDERZOEK:
        einde = bereken(ONDERZOEK, r["dagtekening"]).einde
        return _van_ons(_("In onderzoek: beslis over dit verzoek van de aanbieder."), einde, vandaag)
    einde = bereken(ANTWOORDTERMIJN, dag_van(r["op"])).einde
    return _van_ons(_("Beslis over dit verzoek van de aanbieder."), einde, vandaag)


def _fout_zin(r: Mapping[str, Any]) -> str:
    """Return what to do about a message with which something is wrong, "" when nothing is."""
    zinnen = {
        vraagt.GEWIST: "",
        vraagt.GEEN_TEAM: _(
            "Laat functioneel beheer een team aanwijzen voor deze wet, en verwerk het bericht opnieuw."
        ),
        vraagt.SCHIJF_VOL: _(
            "Laat functioneel beheer ruimte maken op de schijf. Het bericht gaat weg zodra het past."
        ),
    }
    if r["fout"] in zinnen:
        return zinnen[r["fout"]]
    if r["status"] == Status.AFWIJKEND:
        return _("Bel de aanbieder: twee verschillende berichten hebben hetzelfde nummer.")
    if r["status"] == Status.GEWEIGERD:
        return _("Niet te lezen, of niet voor ons. Vraag de afzender om een goed bericht.")
    if r["status"] == Status.MISLUKT:
        return _("Het kwam niet aan. Verstuur het opnieuw.")
    if r["status"] == Status.AFGEKEURD and not r["met_antwoord"]:
        return _("Bel de aanbieder: dit antwoord hoort bij geen van onze berichten.")
    if r["status"] == Status.BEANTWOORD and r["met_bevinding"]:
        return _("Herstel wat de aanbieder afkeurde.")
    if r["pogingen"] >= ALARM_NA:
        if r["richting"] == Richting.UIT:
            return _("Versturen lukt niet. Vraag functioneel beheer om naar de verbinding te kijken.")
        return _("Verwerken lukt niet. Vraag functioneel beheer om hulp.")
    return ""


def _rustig(r: Mapping[str, Any]) -> str:
    """Return what happens with a message of which nobody here has to do anything."""
    if r["fout"] == vraagt.GEWIST:
        return _("Niets te doen: de gegevens in dit bericht zijn gewist.")
    if (r["toegekend_eurocent"] or 0) < 0:
        return _("Niets te betalen: de aanbieder crediteert %(bedrag)s. Verreken dat bij een betaling.") % {
            "bedrag": euro_centen(-r["toegekend_eurocent"])
        }
    if r["status"] == Status.AFGEKEURD and r["soort"].endswith("323"):
        return _("Niet helemaal toegekend: wat is afgewezen, kan de aanbieder verbeterd opnieuw declareren.")
    zinnen = {
        Status.ONTVANGEN: _("Wordt vanzelf verwerkt."),
        Status.KLAAR: _("Gaat vanzelf weg."),
        Status.DUBBEL: _("Niets te doen: dit bericht hadden wij al."),
        Status.AFGEKEURD: _("Teruggestuurd: de aanbieder moet een nieuw bericht sturen."),
    }
    return zinnen.get(Status(r["status"]), _("Niets te doen."))
