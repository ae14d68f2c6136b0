"""Builds the demo municipality by the same actions as the screens use, one week after the other."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db import connection

from samendoen.cijfers.api import maak_momentopname
from samendoen.kaart.api import importeer_kaart, organisaties_voor_keuze
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.organisatie.api import importeer_gemeente, telnamen
from samendoen.site.demo.agenda import Week, maak_agenda
from samendoen.site.demo.definities import Meldingendemo
from samendoen.site.demo.deur import Teams, door_de_deur
from samendoen.site.demo.gebruikers import maak_demogebruikers
from samendoen.site.demo.levensloop import leef
from samendoen.site.demo.plan import voorvallen
from samendoen.site.demo.schrijven import voordeur
from samendoen.site.demo.schrijven.bewoners import schrijf_bewoners
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.toegang.api import tafel
from samendoen.werk.api import pas_taakregels_toe

Voortgang = Callable[[int, int], None]


# What is written of a week, in this order.
STAPPEN: tuple[tuple[str, Callable[[Any, Nummers], None]], ...] = (
    ("gezinnen", schrijf_bewoners),
    ("nieuw", voordeur.neem_op),
    ("bevestigd", voordeur.bevestig),
    ("getrieerd", voordeur.trieer),
    ("opgevolgd", voordeur.volg_op),
    ("opnieuw_getrieerd", voordeur.trieer),
    ("klaar", voordeur.rond_af),
    ("ingetrokken", voordeur.trek_in),
)


def vul(demo: Meldingendemo, schaal: float, voortgang: Voortgang) -> None:
    """Fill an empty database with everything that happened until `demo.vandaag`; tell how far it is."""
    with klok.op(date(demo.jaren[0], 1, 1)):
        _richt_in(demo)
    loop = leef(demo, voorvallen(demo, schaal), schaal)
    teams = Teams({telnaam: code for code, telnaam in telnamen().items() if telnaam}, tafel())
    agenda = maak_agenda(loop.gezinnen, door_de_deur(demo, loop, teams))
    nummers = Nummers({naam: pk for pk, naam in organisaties_voor_keuze()})
    totaal, gedaan = sum(week.omvang for week in agenda.values()), 0
    for dag, week in agenda.items():
        with klok.op(dag):
            _beleef(week, nummers)
        gedaan += week.omvang
        voortgang(gedaan, totaal)
    _werk_af(demo)


def _richt_in(demo: Meldingendemo) -> None:
    """Do what functional management does before the first resident comes."""
    importeer_gemeente(SYSTEEM, demo.gemeente)
    maak_demogebruikers(SYSTEEM)
    importeer_kaart(SYSTEEM, demo.gemeente)


def _beleef(week: Week, nummers: Nummers) -> None:
    for naam, schrijf in STAPPEN:
        if werk := getattr(week, naam):
            schrijf(werk, nummers)


def _werk_af(demo: Meldingendemo) -> None:
    """Do what the nightly jobs did: tasks of today, and the snapshot of yesterday; then tidy the database."""
    with klok.op(demo.vandaag):
        pas_taakregels_toe(SYSTEEM)
        maak_momentopname(SYSTEEM, demo.vandaag - timedelta(days=1))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
