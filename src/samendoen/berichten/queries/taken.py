"""Tasks that the message traffic asks of the back office: alarms, findings, answers that stay out."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samendoen.berichten import events
from samendoen.berichten.models import Bericht
from samendoen.berichten.queries import vraagt
from samendoen.berichten.queries.rekening import kenmerk_van
from samendoen.berichten.queries.toewijzingen import op_te_stellen
from samendoen.berichten.rules.toestand import Richting, Status
from samendoen.besluiten.api import declaraties_bij, toewijzingskernen
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.organisatie.api import teams_bij_code
from samendoen.recht.api import bereken, geef_soort, plus_werkdagen
from samendoen.schil.api import datum_lang, euro_centen
from samendoen.werk.api import taakregel

ALARM, BEVINDING = "bericht-alarm", "bericht-bevinding"
ZONDER_ANTWOORD, BEANTWOORDEN = "bericht-zonder-antwoord", "bericht-beantwoorden"
ZONDER_BERICHT, BETALEN = "toewijzing-zonder-bericht", "declaratie-betalen"
VERZOEK = "verzoek-beantwoorden"
CODES = (ALARM, BEVINDING, ZONDER_ANTWOORD, BEANTWOORDEN, ZONDER_BERICHT, BETALEN, VERZOEK)
BACKOFFICE = "backoffice"
VOORZIENING = "besluiten.voorziening"
RETOUR, DECLARATIE = "istandaard-retour", "istandaard-declaratie-antwoord"
BETALING = "declaratie-betaling"
# Number of a message -> the term within which it is answered, by them or by us.
TERMIJN = {"323": DECLARATIE}
_VELDEN = (
    "pk", "soort", "status", "fout", "pogingen", "op", "verwerkt_op", "aangeboden_op", "wet", "dossier_id",
    "richting", "afzender", "identificatie",
)  # fmt: skip
# Why somebody must look -> the variant of the sentence.
_VARIANT = {
    Status.AFWIJKEND.value: "afwijkend",
    Status.GEWEIGERD.value: "geweigerd",
    Status.MISLUKT.value: "mislukt",
    Status.AFGEKEURD.value: "onbekend",
}
Dagen = list[tuple[str, date]]


def backoffices(dag: date) -> dict[str, int]:
    """Return law -> the group of its back office on a day; "" is any of them."""
    teams = [team for team in teams_bij_code(dag).values() if team.soort == BACKOFFICE]
    groepen = {wet: team.groep_id for team in reversed(teams) for wet in team.kaders}
    return groepen | ({"": teams[0].groep_id} if teams else {})


def alarmen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every message with which something is wrong that a person must look at."""
    regel = taakregel(ALARM)
    rijen = Bericht.objects.annotate(met_antwoord=vraagt.is_beantwoord()).filter(vraagt.alarm())
    for r, groep in _met_groep(rijen.order_by("pk"), dag):
        wanneer = _dag(r["verwerkt_op"] or r["op"])
        yield _voorstel(
            r,
            groep,
            sleutel=f"bericht.{r['pk']}",
            woorden=regel.schrijf(_variant(r), dag=datum_lang(wanneer)),
            uiterlijk=plus_werkdagen(wanneer, regel.getal("binnen_werkdagen")),
        )


def _variant(r: dict[str, Any]) -> str:
    if r["fout"] == vraagt.GEEN_TEAM:
        return "team"
    if r["status"] == Status.KLAAR:
        return "schijf" if r["fout"] == vraagt.SCHIJF_VOL else "verzenden"
    return _VARIANT.get(r["status"], "")


def bevindingen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every message of ours in whose answer the other party found something."""
    regel = taakregel(BEVINDING)
    rijen = Bericht.objects.filter(vraagt.afgekeurd_door_hen())
    for r, groep in _met_groep(rijen.order_by("pk"), dag):
        wanneer = _dag(r["verwerkt_op"] or r["op"])
        yield _voorstel(
            r,
            groep,
            sleutel=f"bericht.{r['pk']}",
            woorden=regel.schrijf(soort=r["soort"], dag=datum_lang(wanneer)),
            uiterlijk=plus_werkdagen(wanneer, regel.getal("binnen_werkdagen")),
        )


def zonder_antwoord(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every message of ours whose answer stays out longer than the standard allows."""
    rijen = Bericht.objects.filter(vraagt.zonder_antwoord(), aangeboden_op__lte=klok.einde_van(dag))
    yield from _met_termijn(rijen, dag, ZONDER_ANTWOORD, "aangeboden_op", alleen_te_laat=True)


def beantwoorden(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every message that we received and that nobody handled yet."""
    rijen = Bericht.objects.filter(vraagt.wacht_op_ons())
    yield from _met_termijn(rijen, dag, BEANTWOORDEN, "op", alleen_te_laat=False)


def betalen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every invoice of which something was granted, until somebody says that it is paid."""
    regel, soort = taakregel(BETALEN), geef_soort(BETALING)
    rijen = Bericht.objects.filter(vraagt.te_betalen())
    alle = [(_kenmerk(r), r, groep) for r, groep in _met_groep(rijen.order_by("pk"), dag)]
    geboekt = declaraties_bij(kenmerk for kenmerk, _r, _groep in alle)
    for kenmerk, r, groep in alle:
        declaratie = geboekt.get(kenmerk)
        if declaratie is None:  # the ledger of this invoice is gone
            continue
        woorden = regel.schrijf(
            bedrag=euro_centen(declaratie.toegekend_eurocent - declaratie.betaald_eurocent),
            dag=datum_lang(declaratie.dagtekening),
            dagen=soort.aantal,
            grondslag=soort.grondslag,
        )
        einde = bereken(BETALING, declaratie.dagtekening).einde
        yield _voorstel(r, groep, sleutel=f"bericht.{r['pk']}", woorden=woorden, uiterlijk=einde)


def herleid_betaling(sleutel: str) -> Dagen:
    """Return the day from which the term of paying was computed."""
    rij = Bericht.objects.values("afzender", "soort", "identificatie").get(pk=int(sleutel.split(".")[1]))
    declaratie = declaraties_bij([_kenmerk(rij)])[_kenmerk(rij)]
    return [(_("Dagtekening van de declaratie"), declaratie.dagtekening)]


def _kenmerk(r: Mapping[str, Any]) -> UUID:
    return kenmerk_van(r["afzender"], r["soort"], r["identificatie"])


def _met_termijn(
    rijen: Any, dag: date, code: str, veld: str, *, alleen_te_laat: bool
) -> Iterator[Taakvoorstel]:
    regel = taakregel(code)
    for r, groep in _met_groep(rijen.order_by("pk"), dag):
        wanneer, soort = _dag(r[veld]), TERMIJN.get(r["soort"][-3:], RETOUR)
        einde = bereken(soort, wanneer).einde
        if alleen_te_laat and einde >= dag:
            continue
        woorden = regel.schrijf(
            soort=r["soort"],
            dag=datum_lang(wanneer),
            werkdagen=geef_soort(soort).aantal,
            grondslag=geef_soort(soort).grondslag,
        )
        yield _voorstel(r, groep, sleutel=f"bericht.{r['pk']}", woorden=woorden, uiterlijk=einde)


def zonder_bericht(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every client to whose provider we cannot send what is assigned."""
    regel = taakregel(ZONDER_BERICHT)
    groepen = backoffices(dag)
    for te_sturen in op_te_stellen():
        groep = groepen.get(te_sturen.wet) or groepen.get("")
        if not te_sturen.beletsel or groep is None:
            continue
        kern = te_sturen.gewijzigd[0]
        yield Taakvoorstel(
            sleutel=f"toewijzing.{kern.id}",
            tekst=regel.schrijf(te_sturen.beletsel, dag=datum_lang(kern.toegewezen_op))[0],
            uitleg=regel.schrijf(dag=datum_lang(kern.toegewezen_op))[1],
            uiterlijk=plus_werkdagen(kern.toegewezen_op, regel.getal("binnen_werkdagen")),
            dossier_id=kern.dossier_id,
            groep_id=groep,
            gebruiker_id=None,
            onderwerp_soort=VOORZIENING,
            onderwerp_id=kern.voorziening_id,
        )


def herleid_toewijzing(sleutel: str) -> Dagen:
    """Return the day from which the task about an assignment that cannot be sent was computed."""
    nummer = int(sleutel.split(".")[1])
    kern = toewijzingskernen(SYSTEEM, [nummer])[nummer]
    return [(_("Toegewezen"), kern.toegewezen_op)]


def herleid(sleutel: str) -> Dagen:
    """Return the days from which a task about a message was computed."""
    rij = Bericht.objects.defer("ruw").get(pk=int(sleutel.split(".")[1]))
    dagen = [(_("Ontvangen") if rij.richting == Richting.IN else _("Gemaakt"), _dag(rij.op))]
    if rij.aangeboden_op:
        dagen.append((_("Verstuurd"), _dag(rij.aangeboden_op)))
    if rij.verwerkt_op:
        dagen.append((_("Verwerkt"), _dag(rij.verwerkt_op)))
    return dagen


def _met_groep(rijen: Any, dag: date) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield rows with the group of the back office that keeps watch; none where there is no back office."""
    groepen = backoffices(dag)
    for r in rijen.values(*_VELDEN).iterator():
        groep = groepen.get(r["wet"]) or groepen.get("")
        if groep is not None:
            yield r, groep


def _dag(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _voorstel(
    r: dict[str, Any], groep: int, *, sleutel: str, woorden: tuple[str, str], uiterlijk: date
) -> Taakvoorstel:
    return Taakvoorstel(
        sleutel=sleutel,
        tekst=woorden[0],
        uitleg=woorden[1],
        uiterlijk=uiterlijk,
        dossier_id=r["dossier_id"],
        groep_id=groep,
        gebruiker_id=None,
        onderwerp_soort=events.BERICHT,
        onderwerp_id=r["pk"],
    )
