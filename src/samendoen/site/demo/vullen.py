"""Builds the demo municipality by the same actions as the screens use, one week after the other."""

from collections.abc import Callable
from datetime import timedelta

from django.db import connection

from samendoen.cijfers.api import maak_momentopname
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.organisatie.api import importeer_gemeente, telnamen
from samendoen.site.demo.agenda import Week, maak_agenda
from samendoen.site.demo.definities import Meldingendemo
from samendoen.site.demo.gebruikers import maak_demogebruikers
from samendoen.site.demo.levensloop import leef
from samendoen.site.demo.plan import voorvallen
from samendoen.site.demo.schrijven.bewoners import schrijf_bewoners
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.site.demo.schrijven.voordeur import neem_op, rond_af
from samendoen.werk.api import pas_taakregels_toe

Voortgang = Callable[[int, int], None]


def vul(demo: Meldingendemo, schaal: float, voortgang: Voortgang) -> None:
    """Fill an empty database with everything that happened until `demo.vandaag`; tell how far it is."""
    agenda = maak_agenda(leef(demo, voorvallen(demo, schaal), schaal), demo.vandaag)
    with klok.op(min(agenda) - timedelta(days=1)):
        importeer_gemeente(SYSTEEM, demo.gemeente)
        maak_demogebruikers(SYSTEEM)
    nummers = Nummers({telnaam: code for code, telnaam in telnamen().items() if telnaam})
    totaal, gedaan = sum(week.omvang for week in agenda.values()), 0
    for dag, week in agenda.items():
        with klok.op(dag):
            _beleef(week, nummers)
        gedaan += week.omvang
        voortgang(gedaan, totaal)
    _werk_af(demo)


def _beleef(week: Week, nummers: Nummers) -> None:
    """Live one week: who becomes known, what comes in, what is finished."""
    schrijf_bewoners(week.gezinnen, nummers)
    neem_op(week.nieuw, nummers)
    rond_af(week.klaar, nummers)


def _werk_af(demo: Meldingendemo) -> None:
    """Do what the nightly jobs did: tasks of today, and the snapshot of yesterday; then tidy the database."""
    with klok.op(demo.vandaag):
        pas_taakregels_toe(SYSTEEM)
        maak_momentopname(SYSTEEM, demo.vandaag - timedelta(days=1))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
