"""Builds the demo municipality by the same actions as the screens use, one week after the other."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection

from samendoen.besluiten.api import aanbieders_voor_keuze, importeer_catalogus
from samendoen.cijfers.api import maak_momentopname
from samendoen.kaart.api import aanbod_voor_keuze, importeer_kaart, organisaties_voor_keuze
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.organisatie.api import NieuweMedewerker, importeer_gemeente, maak_medewerkers, telnamen
from samendoen.site.demo.agenda import Agenda, Week, maak_agenda
from samendoen.site.demo.collegas import maak_collegas, regisseurs
from samendoen.site.demo.definities import Meldingendemo
from samendoen.site.demo.deur import Teams, door_de_deur
from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS, maak_demogebruikers
from samendoen.site.demo.levensloop import leef
from samendoen.site.demo.plan import ZAAD, voorvallen
from samendoen.site.demo.plandefinities import plannenbank
from samendoen.site.demo.schrijven import besluiten, casussen, voordeur
from samendoen.site.demo.schrijven.bewoners import schrijf_bewoners
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.site.demo.verloop import Verloop
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
    ("geopend", casussen.open_),
    ("toegevoegd", casussen.voeg_toe),
    ("acties_klaar", casussen.rond_af),
    ("geschreven", casussen.schrijf),
    ("vastgesteld", casussen.stel_vast),
    ("gevraagd", besluiten.vraag),
    ("aanvraag_ingetrokken", besluiten.trek_in),
    ("besloten", besluiten.beslis),
    ("bekend", besluiten.maak_bekend_),
    ("toegewezen", besluiten.wijs),
    ("klaar", voordeur.rond_af),
    ("ingetrokken", voordeur.trek_in),
    ("overgedragen", casussen.draag_over),
    ("gesloten", casussen.sluit),
)


def vul(demo: Meldingendemo, schaal: float, voortgang: Voortgang) -> None:
    """Fill an empty database with everything that happened until `demo.vandaag`; tell how far it is."""
    collegas = maak_collegas(demo.gemeente, ZAAD)
    with klok.op(date(demo.jaren[0], 1, 1)):
        nummers = _richt_in(demo, collegas)
    agenda = _bedenk(demo, schaal, collegas)
    totaal, gedaan = sum(week.omvang for week in agenda.values()), 0
    for dag, week in agenda.items():
        with klok.op(dag):
            _beleef(week, nummers)
        gedaan += week.omvang
        voortgang(gedaan, totaal)
    _werk_af(demo)


def _richt_in(demo: Meldingendemo, collegas: Sequence[NieuweMedewerker]) -> Nummers:
    """Do what functional management does before the first resident comes."""
    importeer_gemeente(SYSTEEM, demo.gemeente)
    bekend = dict(zip((g.gebruikersnaam for g in DEMO_GEBRUIKERS), maak_demogebruikers(SYSTEEM), strict=True))
    ids = maak_medewerkers(SYSTEEM, collegas)
    importeer_kaart(SYSTEEM, demo.gemeente)
    importeer_catalogus(SYSTEEM, demo.gemeente)
    return Nummers(
        organisaties={naam: pk for pk, naam in organisaties_voor_keuze()},
        aanbod={naam.rpartition(" (")[0]: pk for pk, naam in aanbod_voor_keuze()},
        gebruikers=bekend | dict(zip((n.gebruikersnaam for n in collegas), ids, strict=True)),
    )


def _bedenk(demo: Meldingendemo, schaal: float, collegas: Sequence[NieuweMedewerker]) -> Agenda:
    """Decide everything, from the questions to the ends of the casussen; nothing is written yet."""
    codes = {telnaam: code for code, telnaam in telnamen().items() if telnaam}
    loop = leef(demo, voorvallen(demo, schaal), schaal)
    aanbieders = {p.code: [agb for agb, _ in aanbieders_voor_keuze(p.code)] for p in plannenbank().product}
    verloop = Verloop(demo, aanbieders, regisseurs(collegas, codes))
    return maak_agenda(
        loop.gezinnen,
        door_de_deur(demo, loop, Teams(codes, tafel())),
        [verloop.maak(casus) for casus in loop.casussen],
    )


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
