"""Builds the demo municipality by the same actions as the screens use, one week after the other."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import translation

from samendoen.beleid.api import (
    importeer_plan,
    laad_jaarvoorbeeld,
    laad_voorbeeld,
    laad_voorbeeldrapporten,
    laad_voorbeeldverhalen,
    plancodes,
)
from samendoen.besluiten.api import aanbieders_voor_keuze, importeer_catalogus
from samendoen.cijfers.api import maak_momentopname, publiceer
from samendoen.kaart.api import aanbod_voor_keuze, importeer_kaart, organisaties_voor_keuze
from samendoen.kernel.api import SYSTEEM, Actor, actor_van, klok, minder_opruimen
from samendoen.organisatie.api import NieuweMedewerker, importeer_gemeente, maak_medewerkers, telnamen
from samendoen.site.demo.agenda import Agenda, Week, maak_agenda
from samendoen.site.demo.collegas import maak_collegas, regisseurs
from samendoen.site.demo.definities import Meldingendemo
from samendoen.site.demo.deur import Deurloop, Teams, door_de_deur
from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS, maak_demogebruikers
from samendoen.site.demo.gesprekken import Gesprekken
from samendoen.site.demo.kamers import Stuk, wegingen
from samendoen.site.demo.levensloop import Meldingloop, leef
from samendoen.site.demo.plan import ZAAD, Schrijfritme, voorvallen, werkdagen_terug
from samendoen.site.demo.plandefinities import plannenbank
from samendoen.site.demo.schrijven import besluiten, casussen, kamers, veiligheid, voordeur, wachten
from samendoen.site.demo.schrijven.bewoners import schrijf_bewoners
from samendoen.site.demo.schrijven.cijfers import schrijf_cijfers
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.site.demo.schrijven.raad import schrijf_raad
from samendoen.site.demo.traject import Traject, Versie, Verzoek
from samendoen.site.demo.verloop import Verloop
from samendoen.site.demo.vitrine import richt_in
from samendoen.toegang.api import tafel
from samendoen.werk.api import pas_taakregels_toe

Voortgang = Callable[[int, int], None]


Wie = Callable[[Any], str]


def _systeem(_werk: Any) -> str:
    return ""


def _van_casus(werk: Traject | Versie | Verzoek | Meldingloop) -> str:
    return werk.casus.door if werk.casus else ""


def _van_vraag(vraag: Deurloop) -> str:
    return _van_casus(vraag.melding)


def _van_stuk(stuk: Stuk[Any]) -> str:
    return stuk.door


# What is written of a week, in this order, and by whom: the system, or somebody of the tour.
STAPPEN: tuple[tuple[str, Callable[[Actor, Any, Nummers], None], Wie], ...] = (
    ("gezinnen", schrijf_bewoners, _systeem),
    ("nieuw", voordeur.neem_op, lambda vraag: vraag.aannemer),
    ("bevestigd", voordeur.bevestig, _systeem),
    ("getrieerd", voordeur.trieer, _systeem),
    ("gezocht", wachten.zoek_contact, _van_stuk),
    ("opgevolgd", voordeur.volg_op, _systeem),
    ("opnieuw_getrieerd", voordeur.trieer, _systeem),
    ("gewacht", wachten.bel, _van_stuk),
    ("geopend", casussen.open_, _van_casus),
    ("tweede", casussen.zet_tweede_, _van_casus),
    ("toegevoegd", casussen.voeg_toe, _van_casus),
    ("gemerkt", veiligheid.merk, _van_stuk),
    ("getaxeerd", veiligheid.taxeer, _van_stuk),
    ("meldcode_begonnen", veiligheid.begin_meldcode, _van_stuk),
    ("meldcode_stappen", veiligheid.zet_stappen, _van_stuk),
    ("meldcode_klaar", veiligheid.rond_af, _van_stuk),
    ("onderzoek_begonnen", kamers.begin_onderzoek, _van_stuk),
    ("bevonden", kamers.bevind, _van_stuk),
    ("geevalueerd", kamers.evalueer, _van_stuk),
    ("acties_klaar", casussen.rond_af, _van_casus),
    ("geschreven", casussen.schrijf, _van_casus),
    ("vastgesteld", casussen.stel_vast, _van_casus),
    ("bij_partner", kamers.geef_partner_regie, _van_stuk),
    ("verslagen", kamers.verstuur, _van_stuk),
    ("klaar", voordeur.rond_af, _van_vraag),
    ("ingetrokken", voordeur.trek_in, _systeem),
    ("gevraagd", besluiten.vraag, _van_casus),
    ("aanvraag_ingetrokken", besluiten.trek_in, _van_casus),
    ("besloten", besluiten.beslis, _van_casus),
    ("bekend", besluiten.maak_bekend_, _van_casus),
    ("toegewezen", besluiten.wijs, _van_casus),
    ("genoteerd", kamers.noteer, _van_stuk),
    ("gewogen", kamers.weeg, _van_stuk),
    ("geagendeerd", wachten.agendeer, _van_stuk),
    ("besproken", wachten.bespreek, _van_stuk),
    ("overgedragen", casussen.draag_over, _systeem),
    ("gesloten", casussen.sluit, _systeem),
)


def vul(demo: Meldingendemo, schaal: float, voortgang: Voortgang) -> None:
    """Fill an empty database with everything that happened until `demo.vandaag`; tell how far it is."""
    # The demo is Dutch and so are the source strings: no word needs to be looked up.
    with translation.override(None), _snel(), minder_opruimen():
        collegas = maak_collegas(demo.gemeente, ZAAD)
        with klok.op(date(demo.jaren[0], 1, 1)):
            nummers = _richt_in(demo, collegas)
        agenda = _bedenk(demo, schaal, collegas)
        gc.freeze()  # hundreds of thousands of values that stay until the end: not to be gone over each time
        gesprekken = Gesprekken(demo)
        totaal, gedaan = sum(week.omvang for week in agenda.values()), 0
        for dag, week in agenda.items():
            with klok.op(dag):
                _beleef(week, nummers)
            gesprekken.leef(dag)
            gedaan += week.omvang
            voortgang(gedaan, totaal)
        gesprekken.leef(demo.vandaag)
        gesprekken.geef_over()
        _werk_af(demo)


@contextmanager
def _snel() -> Iterator[None]:
    """Do not wait for the disk at every step: a build that breaks off is done again from the start.

    What was written is on disk once the first step after this is.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
        cursor.execute("ANALYZE")


def _richt_in(demo: Meldingendemo, collegas: Sequence[NieuweMedewerker]) -> Nummers:
    """Do what functional management does before the first resident comes."""
    importeer_gemeente(SYSTEEM, demo.gemeente)
    bekend = dict(zip((g.gebruikersnaam for g in DEMO_GEBRUIKERS), maak_demogebruikers(SYSTEEM), strict=True))
    ids = maak_medewerkers(SYSTEEM, collegas)
    importeer_kaart(SYSTEEM, demo.gemeente)
    importeer_catalogus(SYSTEEM, demo.gemeente)
    gebruikers = get_user_model().objects.in_bulk(bekend.values())
    return Nummers(
        actoren={"": SYSTEEM} | {naam: actor_van(gebruikers[pk]) for naam, pk in bekend.items()},
        organisaties={naam: pk for pk, naam in organisaties_voor_keuze()},
        aanbod={naam.rpartition(" (")[0]: pk for pk, naam in aanbod_voor_keuze()},
        gebruikers=bekend | dict(zip((n.gebruikersnaam for n in collegas), ids, strict=True)),
    )


def _bedenk(demo: Meldingendemo, schaal: float, collegas: Sequence[NieuweMedewerker]) -> Agenda:
    """Decide everything, from the questions to the ends of the casussen; nothing is written yet."""
    codes = {telnaam: code for code, telnaam in telnamen().items() if telnaam}
    vitrine = richt_in(demo, voorvallen(demo, schaal))
    loop = leef(demo, vitrine.voorvallen, schaal, vast=vitrine.vast)
    aanbieders = {p.code: [agb for agb, _ in aanbieders_voor_keuze(p.code)] for p in plannenbank().product}
    ritme = Schrijfritme.bij(schaal)
    verloop = Verloop(demo, aanbieders, regisseurs(collegas, codes), ritme)
    trajecten = [verloop.maak(c) for c in loop.casussen if not c.gezin.vitrine]
    gewogen = wegingen(trajecten, werkdagen_terug(demo.vandaag, 1))
    return maak_agenda(
        loop.gezinnen,
        door_de_deur(demo, loop, Teams(codes, tafel())),
        [*vitrine.trajecten, *trajecten],
        [*vitrine.gebeurd, *gewogen],
        ritme,
    )


def _beleef(week: Week, nummers: Nummers) -> None:
    for naam, schrijf, wie in STAPPEN:
        per: dict[str, list[Any]] = defaultdict(list)
        for werk in getattr(week, naam):
            per[wie(werk)].append(werk)
        for gebruiker in sorted(per):
            schrijf(nummers.actoren[gebruiker], per[gebruiker], nummers)


def _werk_af(demo: Meldingendemo) -> None:
    """Read in the policy plans that serve as examples, and do what the nightly jobs did: tasks of today, and
    the snapshot of yesterday."""
    with klok.op(demo.vandaag):
        besluiten.vertel_ruimte(demo.vandaag - timedelta(days=5))
        laad_voorbeeld(SYSTEEM)
        for code in plancodes():
            importeer_plan(SYSTEEM, code)
        laad_voorbeeldverhalen(SYSTEEM)
        adviseur, tweede, teamleider = (_actor(naam) for naam in ("beleid", "beleid2", "teamleider"))
        laad_jaarvoorbeeld(adviseur, tweede, teamleider)
        pas_taakregels_toe(SYSTEEM)
        schrijf_cijfers(adviseur)
        schrijf_raad(adviseur)
        publiceer(SYSTEEM, maak_momentopname(SYSTEEM, demo.vandaag - timedelta(days=1)).peildatum)
        laad_voorbeeldrapporten(SYSTEEM)


def _actor(gebruikersnaam: str) -> Actor:
    return actor_van(get_user_model().objects.get(gebruikersnaam=gebruikersnaam))
