"""Requests of providers: what was asked before, what grants them, and what must be answered when."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from samendoen.berichten.events import VERZOEK as ONDERWERP
from samendoen.berichten.models import Bericht, Verzoek
from samendoen.berichten.queries.taken import VERZOEK, Dagen, backoffices
from samendoen.berichten.rules import kennis
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.toestand import Status
from samendoen.berichten.rules.verzoekstand import (
    ANTWOORD,
    LOOPT,
    Verzoekstatus,
)
from samendoen.berichten.xml.lezen import lees
from samendoen.kernel.api import SYSTEEM, Wet
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.organisatie.api import teams_bij_code
from samendoen.recht.api import bereken, geef_soort
from samendoen.schil.api import datum_lang
from samendoen.toegang.api import meldingkernen
from samendoen.werk.api import taakregel

_LOOPT = sorted(status.value for status in LOOPT)
ANTWOORDTERMIJN, ONDERZOEK = "istandaard-antwoord", "istandaard-onderzoek"
WOONPLAATS = "istandaard-woonplaats"
EEN_DAG = timedelta(days=1)


# ---- what was asked before


def eerdere_verzoeken(rij: Bericht, waarde: Waarde, personen: Iterable[int]) -> Iterator[kennis.Verzoek]:
    """Yield the requests of this sender about the clients of a message, or with a reference in it."""
    if waarde.soort.nummer not in {"315", "317"}:
        return
    groepen = waarde.wortel.loop()
    eigen = {g.tekst("ReferentieAanbieder") for g in groepen if g.heeft("ReferentieAanbieder")}
    [bsn] = [client.tekst("Bsn") for client in waarde.wortel.groepen("Client")]
    rijen = Verzoek.objects.filter(aanbieder=rij.afzender, wet=rij.wet).exclude(referentie="")
    onbekend = Q(bericht__inwoner=None, status__in=_LOOPT)
    over = Q(referentie__in=eigen) | Q(dossier__persoon__in=list(personen)) | onbekend
    for verzoek in rijen.filter(over).select_related("bericht", "dossier"):
        zelfde = verzoek.dossier is not None and verzoek.dossier.persoon_id in set(personen)
        if not zelfde and verzoek.bericht.inwoner_id is None:
            zelfde = _bsn(verzoek.bericht) == bsn
        yield kennis.Verzoek(
            verzoek.referentie,
            bsn if zelfde else "",
            _antwoord(verzoek),
            verzoek.status == Verzoekstatus.TOEGEWEZEN,
        )


def _antwoord(verzoek: Verzoek) -> str:
    """Return what the latest 319 said; of what was granted it no longer matters."""
    return ANTWOORD.get(Verzoekstatus(verzoek.status), "")


def _bsn(bericht: Bericht) -> str:
    """Return whom an earlier message is about, where we did not know the number."""
    waarde = lees(bytes(bericht.ruw or b"")).bericht
    return "".join(client.tekst("Bsn") for client in waarde.wortel.groepen("Client")) if waarde else ""


# ---- what must be answered


def te_beantwoorden(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every request that waits: for the team of its question, or for the back office.

    Five working days after it came (OP274, OP346); once it is looked into, eight weeks after its date, and
    two weeks to find that another municipality pays (OP359).
    """
    regel = taakregel(VERZOEK)
    rijen = list(Verzoek.objects.filter(status__in=_LOOPT, dossier__isnull=False).order_by("pk"))
    groep_van = _groepen(rijen, dag)
    for rij in rijen:
        groep, (soort, wanneer) = groep_van.get(rij.pk), termijn(rij)
        if groep is None:
            continue
        einde = bereken(soort, wanneer).einde
        variant = "onderzoek" if rij.status == Verzoekstatus.IN_ONDERZOEK else ""
        yield _voorstel(rij, groep, regel.schrijf, variant, soort, wanneer, einde)
        woonplaats = woonplaats_tot(rij)
        if woonplaats is not None and variant and woonplaats >= dag:
            # Whoever looks into it has eight weeks, but not to find that another municipality pays.
            wanneer = rij.ontvangen_op
            yield _voorstel(rij, groep, regel.schrijf, "woonplaats", WOONPLAATS, wanneer, woonplaats)


def _voorstel(
    rij: Verzoek,
    groep: int,
    schrijf: Callable[..., tuple[str, str]],
    variant: str,
    soort: str,
    wanneer: date,
    einde: date,
) -> Taakvoorstel:
    tekst, uitleg = schrijf(
        variant,
        dag=datum_lang(wanneer),
        uiterlijk=datum_lang(einde),
        grondslag=geef_soort(soort).grondslag,
    )
    return Taakvoorstel(
        sleutel=f"verzoek.{rij.pk}.{soort}",
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=einde,
        dossier_id=rij.dossier_id,
        groep_id=groep,
        gebruiker_id=None,
        onderwerp_soort=ONDERWERP,
        onderwerp_id=rij.pk,
    )


def woonplaats_tot(rij: Verzoek) -> date | None:
    """Return the last day on which a referral of youth care is refused because another municipality pays.

    Two weeks after it came (OP359); None where that cannot be, or it does not wait any more.
    """
    if rij.wet != Wet.JEUGD or rij.melding_id is None or rij.status not in LOOPT:
        return None
    return bereken(WOONPLAATS, rij.ontvangen_op).einde


def termijn(rij: Verzoek) -> tuple[str, date]:
    """Return the term within which a request that waits is to be answered, and from which day it runs."""
    if rij.status == Verzoekstatus.IN_ONDERZOEK:
        return ONDERZOEK, rij.dagtekening
    return ANTWOORDTERMIJN, rij.ontvangen_op


def kan_terug(rij: Verzoek, antwoord: Bericht | None) -> bool:
    """Tell whether the answer to a request can be taken back: the provider does not have it."""
    if antwoord is None or Verzoekstatus(rij.status) not in ANTWOORD:
        return False
    geweigerd = antwoord.status == Status.BEANTWOORD and bool(antwoord.bevindingen)
    return geweigerd or antwoord.status in {Status.KLAAR, Status.MISLUKT}


def _groepen(rijen: Iterable[Verzoek], dag: date) -> dict[int, int]:
    """Return request -> the group of the team that has its question, or else of the back office."""
    alle = list(rijen)
    meldingen = meldingkernen(SYSTEEM, [rij.melding_id for rij in alle if rij.melding_id])
    teams = teams_bij_code(dag) if alle else {}
    kantoren = backoffices(dag) if alle else {}
    gevonden: dict[int, int] = {}
    for rij in alle:
        melding = meldingen.get(rij.melding_id or 0)
        team = teams.get(melding.team) if melding else None
        groep = team.groep_id if team else kantoren.get(rij.wet) or kantoren.get("")
        if groep is not None:
            gevonden[rij.pk] = groep
    return gevonden


def herleid(sleutel: str) -> Dagen:
    """Return the days from which the task about a request was computed."""
    rij = Verzoek.objects.get(pk=int(sleutel.split(".")[1]))
    return [(_("Ontvangen"), rij.ontvangen_op), (_("Dagtekening van het verzoek"), rij.dagtekening)]
