"""Vandaag: what lies with me, in order, explained, and in a fixed number of queries."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from samendoen.kernel import stekkers
from samendoen.kernel.api import SYSTEEM, Actor, Rol, actor_van
from samendoen.kernel.models import Dossier, Gebruiker, Inzagelogregel
from samendoen.kernel.stekkers import Aanduiding, Register, Taakregel, Taakvoorstel
from samendoen.recht.api import Grond
from samendoen.werk.api import (
    NieuweTaak,
    TermijnStart,
    draag_termijnen_over,
    maak_taak,
    pas_taakregels_toe,
    rond_taak_af,
    schors_termijn,
    start_termijnen,
)
from samendoen.werk.models import Taak, Termijn
from samendoen.werk.queries import Vraag, vandaag
from tests.integration.werk.conftest import ANDER, TEAM, VANDAAG, Starter, in_actie, laat_lezen, maak_dossier
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
# Django: session, user. Kernel: roles, groups. Werk: clocks, tasks, the words of their subjects, team names,
# log. Shell: the municipality, here only: once it is read in, its name is kept.
QUERIES_VANDAAG = 8
OUD = VANDAAG - timedelta(days=20)


@pytest.fixture
def gebruiker(db: None) -> Gebruiker:
    return maak_medewerker(Rol.CONSULENT, [TEAM])


@pytest.fixture
def client(gebruiker: Gebruiker) -> Client:
    return aangemelde_client(gebruiker)


@pytest.fixture
def ik(gebruiker: Gebruiker) -> Actor:
    return actor_van(gebruiker)


def rijen(door: Actor, code: str, **vraag: Any) -> list[dict[str, str]]:
    return vandaag(door, Vraag(**vraag))[code].rijen


def taak(door: Actor, **anders: Any) -> int:
    gewoon: dict[str, Any] = {"sleutel": uuid4(), "notitie": "Bel de huisarts", "uiterlijk": VANDAAG}
    return maak_taak(door, NieuweTaak(**(gewoon | anders)))


def test_an_empty_desk_says_what_will_come(client: Client) -> None:
    pagina = client.get("/vandaag/").content.decode()
    assert "Er ligt nu niets" in pagina
    assert "Zodra uw team een melding krijgt" in pagina


def test_a_clock_that_just_started_is_new_at_my_desk(start: Starter, ik: Actor) -> None:
    termijn = start("wmo-onderzoek")
    [rij] = rijen(ik, "nieuw")
    assert rij["wat"] == f"Onderzoek na een melding (melding {termijn.onderwerp_id})"
    assert strip_tags(rij["uiterlijk"]) == "ma 15 juli 2024 (nog 42 dagen): uitleg"
    assert rij["bij"] == "Gebiedsteam Leerdam"
    assert f'href="/vandaag/termijnen/{termijn.pk}/"' in rij["uiterlijk"]


@pytest.mark.parametrize(
    ("begonnen", "bij_sinds", "deel", "woord"),
    [
        (0, 0, "nieuw", "loopt"),
        (20, 20, "loopt", "loopt"),
        (32, 32, "nu", "bijna om"),
        (60, 60, "nu", "te laat"),
        (60, 0, "nu", "te laat"),
    ],
)
def test_due_and_overdue_come_first(
    start: Starter, ik: Actor, begonnen: int, bij_sinds: int, deel: str, woord: str
) -> None:
    from samendoen.kernel import klok

    with klok.op(VANDAAG - timedelta(days=bij_sinds)):
        start("wmo-onderzoek", VANDAAG - timedelta(days=begonnen))
    [rij] = rijen(ik, deel)
    assert woord in rij["stand"]
    assert sum(d.aantal for d in vandaag(ik, Vraag()).values()) == 1


def test_the_most_overdue_stands_on_top_and_the_url_turns_it(start: Starter, ik: Actor) -> None:
    laat, later = start("wmo-onderzoek", date(2024, 3, 1)), start("wmo-onderzoek", date(2024, 3, 20))
    nummers = [laat.onderwerp_id, later.onderwerp_id]
    assert [_nummer(r) for r in rijen(ik, "nu")] == nummers
    assert [_nummer(r) for r in rijen(ik, "nu", orde="-uiterlijk")] == nummers[::-1]


def _nummer(rij: dict[str, str]) -> int:
    return int(rij["wat"].rpartition(" ")[2].rstrip(")"))


def test_a_suspended_clock_shows_no_day_and_does_not_press(start: Starter, ik: Actor) -> None:
    termijn = start("awb-beslistermijn", date(2024, 4, 9))  # last day tomorrow
    assert vandaag(ik, Vraag())["nu"].aantal == 1
    schors_termijn(ik, termijn.pk, VANDAAG, Grond.AANVULLING, uuid4(), VANDAAG + timedelta(days=14))
    delen = vandaag(ik, Vraag())
    assert delen["nu"].aantal == 0
    [rij] = delen["nieuw"].rijen
    assert "staat stil" in rij["stand"]
    assert strip_tags(rij["uiterlijk"]) == "Nog niet bekend: uitleg"


def test_my_work_apart_from_that_of_my_team(start: Starter, ik: Actor) -> None:
    mijn, van_team = start(), start()
    with in_actie():
        draag_termijnen_over(SYSTEEM, "toegang.melding", [mijn.onderwerp_id], gebruiker_id=ik.id)
    assert {_nummer(r) for r in rijen(ik, "nieuw")} == {mijn.onderwerp_id, van_team.onderwerp_id}
    assert [_nummer(r) for r in rijen(ik, "nieuw", wie="mij")] == [mijn.onderwerp_id]
    assert [_nummer(r) for r in rijen(ik, "nieuw", wie="team")] == [van_team.onderwerp_id]
    assert rijen(ik, "nieuw", wie="mij")[0]["bij"] == "uzelf"


def test_another_team_sees_nothing_of_it(start: Starter, buur: Actor) -> None:
    start()
    assert sum(d.aantal for d in vandaag(buur, Vraag()).values()) == 0


def test_work_on_a_dossier_that_i_may_no_longer_see_is_gone(start: Starter, ik: Actor, buur: Actor) -> None:
    """The grant decides, not whose name is on the clock."""
    termijn = start()
    with in_actie():
        draag_termijnen_over(SYSTEEM, "toegang.melding", [termijn.onderwerp_id], gebruiker_id=buur.id)
    assert rijen(buur, "nieuw") == []


def test_a_colleague_who_reads_along_does_not_get_the_teams_work(
    start: Starter, dossier: Dossier, meelezer: Actor
) -> None:
    start()
    laat_lezen(dossier, meelezer)
    assert sum(d.aantal for d in vandaag(meelezer, Vraag()).values()) == 0


def test_a_task_stands_there_until_done_and_then_can_be_taken_back(client: Client, ik: Actor) -> None:
    nummer = taak(ik)
    pagina = client.get("/vandaag/").content.decode()
    assert f'formaction="/vandaag/taken/{nummer}/gedaan/"' in pagina
    antwoord = client.post(f"/vandaag/taken/{nummer}/gedaan/", {"terug": "/vandaag/?wie=mij"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/vandaag/?wie=mij")
    pagina = client.get("/vandaag/?wie=mij").content.decode()
    assert f'formaction="/vandaag/taken/{nummer}/heropenen/"' in pagina
    client.post(f"/vandaag/taken/{nummer}/heropenen/")
    assert Taak.objects.get(pk=nummer).status == "open"


def test_what_was_done_yesterday_is_off_the_page(ik: Actor) -> None:
    from samendoen.kernel import klok

    rond_taak_af(ik, taak(ik))
    assert len(rijen(ik, "gedaan")) == 1
    with klok.op(VANDAAG + timedelta(days=1)):
        assert rijen(ik, "gedaan") == []


def test_the_return_address_stays_on_this_site(client: Client, ik: Actor) -> None:
    antwoord = client.post(f"/vandaag/taken/{taak(ik)}/gedaan/", {"terug": "https://elders.example/"})
    assert antwoord["Location"] == "/vandaag/"


def test_a_task_of_a_rule_says_why_it_is_there(ik: Actor, regel: Callable[[str], None]) -> None:
    regel("evaluatie")
    [rij] = rijen(ik, "taken")
    assert rij["wat"] == "Kijk hoe het gaat"
    assert "Omdat de proef het vraagt" in rij["waarom"]
    assert "Waarom staat dit hier?" in rij["waarom"]


def test_an_answer_that_came_back_has_its_own_place(ik: Actor, regel: Callable[[str], None]) -> None:
    regel("terug-bericht")
    delen = vandaag(ik, Vraag())
    assert (delen["terug"].aantal, delen["taken"].aantal) == (1, 0)


@pytest.fixture
def regel(groep: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Run a rule of this code that asks for one task."""

    def pas_toe(code: str) -> None:
        def voorstellen(dag: date) -> Iterator[Taakvoorstel]:
            yield Taakvoorstel(
                "1",
                "Kijk hoe het gaat",
                "Omdat de proef het vraagt",
                dag,
                None,
                groep,
                None,
                "werk.termijn",
                1,
            )

        register: Register[Taakregel] = Register("taakregel")
        register.meld_aan(code, Taakregel(code, "Een proef", voorstellen))
        monkeypatch.setattr(stekkers, "taakregel", register)
        pas_taakregels_toe(SYSTEEM)

    return pas_toe


def test_an_approaching_clock_stands_there_once_not_also_as_a_task(start: Starter, ik: Actor) -> None:
    start("wmo-onderzoek", OUD - timedelta(days=20))
    assert pas_taakregels_toe(SYSTEEM).gemaakt == 1
    delen = vandaag(ik, Vraag())
    assert (delen["nu"].aantal, delen["taken"].aantal) == (1, 0)


def test_a_row_leads_to_its_subject(start: Starter, ik: Actor) -> None:
    termijn = start()
    assert rijen(ik, "nieuw")[0]["url"] == f"/meldingen/{termijn.onderwerp_id}/"


def test_a_row_is_recognised_by_the_words_of_its_subject(
    start: Starter, ik: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    termijn = start("wmo-onderzoek")
    gevraagd: list[tuple[int | None, set[int]]] = []

    def woorden(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
        gevraagd.append((door.id, set(onderwerp_ids)))
        return {termijn.onderwerp_id: "Ik kan de trap <niet> meer op"}

    register: Register[Aanduiding] = Register("aanduiding")
    register.meld_aan("toegang.melding", woorden)
    monkeypatch.setattr(stekkers, "aanduiding", register)
    [rij] = rijen(ik, "nieuw")
    assert rij["wat"] == "Ik kan de trap <niet> meer op"
    assert rij["onder"] == f"Onderzoek na een melding (melding {termijn.onderwerp_id})"
    assert gevraagd == [(ik.id, {termijn.onderwerp_id})]


def test_each_part_says_once_why_something_stands_in_it(client: Client, start: Starter) -> None:
    start()
    start()
    pagina = client.get("/vandaag/").content.decode()
    assert pagina.count("In de afgelopen 7 dagen bij u of uw team gekomen.") == 1


@pytest.mark.parametrize(("rol", "ziet"), [(Rol.LOKET, True), (Rol.BACKOFFICE, False)])
def test_who_takes_meldingen_begins_one_here(db: None, rol: Rol, ziet: bool) -> None:
    pagina = aangemelde_client(maak_medewerker(rol, [TEAM])).get("/vandaag/").content.decode()
    assert ("/meldingen/nieuw/" in pagina) is ziet


def test_nothing_in_a_part_of_the_work_points_to_all_of_it(client: Client) -> None:
    pagina = client.get("/vandaag/?wie=mij").content.decode()
    assert "Hier ligt nu niets" in pagina
    assert 'href="/vandaag/">Toon alles' in pagina


def test_the_reading_is_logged_in_one_row(client: Client, start: Starter, groep: int, ik: Actor) -> None:
    start()
    tweede = maak_dossier(groep)
    start(dossier_id=tweede.pk)
    client.get("/vandaag/")
    [regel] = Inzagelogregel.objects.all()
    assert (regel.pagina, regel.gebruiker_id) == ("vandaag", ik.id)
    assert regel.dossiers == sorted(Termijn.objects.values_list("dossier_id", flat=True))


def test_an_empty_page_is_no_reading(client: Client) -> None:
    client.get("/vandaag/")
    assert not Inzagelogregel.objects.exists()


@pytest.mark.parametrize("aantal", [1, 300])
def test_it_costs_the_same_number_of_queries_whatever_there_is(
    client: Client, dossier: Dossier, groep: int, ik: Actor, aantal: int
) -> None:
    starts = [
        TermijnStart("wmo-onderzoek", OUD, dossier.pk, "toegang.melding", nr, groep_id=groep)
        for nr in range(aantal)
    ]
    with in_actie():
        start_termijnen(SYSTEEM, starts)
    for _ in range(min(aantal, 40)):
        taak(ik)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get("/vandaag/").status_code == 200
    assert len(vragen) == QUERIES_VANDAAG <= 10


def test_the_work_of_others_is_not_walked_through_to_find_mine(
    client: Client, start: Starter, groep: int, ik: Actor, buur: Actor
) -> None:
    """Else the page grows with the database: each way in (me, my dossiers, my team) has an index."""
    start(onderwerp_id=0)
    taak(buur)
    _vermeerder(Termijn, onderwerp_id="n", groep_id=f"{min(buur.groepen)}", dossier_id="NULL")
    _vermeerder(Taak, sleutel="n::text")
    with CaptureQueriesContext(connection) as vragen:
        client.get("/vandaag/")
    for tabel in ("werk_termijn", "werk_taak"):
        [vraag] = [v["sql"] for v in vragen if f'FROM "{tabel}"' in v["sql"]]
        plan = _plan(vraag)
        assert max(map(int, re.findall(r"Rows Removed by .+: (\d+)", plan)), default=0) < 10, plan


def _vermeerder(model: type[Model], **anders: str) -> None:
    """Write the only row of a table two thousand times more, with other SQL in some columns."""
    tabel = model._meta.db_table
    kolommen = [str(v.column) for v in model._meta.concrete_fields if not v.primary_key]
    waarden = ", ".join(anders.get(kolom, kolom) for kolom in kolommen)
    with connection.cursor() as cursor:
        # Past the guard of writes, which asks an action.
        cursor.cursor.execute(
            f"INSERT INTO {tabel} ({', '.join(kolommen)}) "
            f"SELECT {waarden} FROM {tabel}, generate_series(1, 2000) n; ANALYZE {tabel}"
        )


def _plan(vraag: str) -> str:
    with connection.cursor() as cursor:
        # As if the table were too large to walk through.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF) {vraag}")
        return "\n".join(regel for (regel,) in cursor.fetchall())


def test_a_long_part_shows_its_beginning_its_size_and_the_way_to_the_rest(
    client: Client, dossier: Dossier, groep: int, ik: Actor
) -> None:
    starts = [
        TermijnStart("wmo-onderzoek", VANDAAG, dossier.pk, "toegang.melding", nr, groep_id=groep)
        for nr in range(60)
    ]
    with in_actie():
        start_termijnen(SYSTEEM, starts)
    deel = vandaag(ik, Vraag())["nieuw"]
    assert (len(deel.rijen), deel.aantal) == (25, 60)
    assert "deel=nieuw&amp;pagina=1" in client.get("/vandaag/").content.decode()
    gezien = [_nummer(r) for p in (1, 2, 3) for r in rijen(ik, "nieuw", deel="nieuw", pagina=p)]
    assert gezien == list(range(60))
    laatste = client.get("/vandaag/?deel=nieuw&pagina=3").content.decode()
    assert "Meer laten zien" not in laatste
    assert "Terug naar het hele overzicht" in laatste


@pytest.mark.parametrize(
    "vraag",
    ["wie=alles", "sorteer=-wat", "sorteer=wachtwoord", "pagina=x", "pagina=-1", "deel=kelder", "pagina=99"],
)
def test_a_strange_url_is_no_error(client: Client, start: Starter, vraag: str) -> None:
    start()
    assert client.get(f"/vandaag/?{vraag}").status_code == 200


def test_the_order_and_whose_work_stay_in_the_links(client: Client, start: Starter) -> None:
    start()
    pagina = client.get("/vandaag/?wie=team&sorteer=-uiterlijk").content.decode()
    assert "?wie=mij&amp;sorteer=-uiterlijk" in pagina
    assert 'aria-sort="descending"' in pagina


def test_without_a_login_there_is_nothing_to_see(client: Client) -> None:
    assert Client().get("/vandaag/").status_code == 302


@pytest.mark.parametrize("rol", [Rol.RAAD, Rol.FG])
def test_a_role_without_work_does_not_enter(rol: Rol) -> None:
    assert aangemelde_client(maak_medewerker(rol)).get("/vandaag/").status_code == 403


# --- a task by hand


def invoer(**anders: str) -> dict[str, str]:
    return {
        "sleutel": str(uuid4()),
        "notitie": "Bel de huisarts",
        "uiterlijk": "2024-06-10",
        "voor": "mij",
        **anders,
    }


def test_a_task_is_made_by_the_form_and_sent_twice_it_is_one(client: Client, gebruiker: Gebruiker) -> None:
    assert client.get("/vandaag/taken/nieuw/").status_code == 200
    gegevens = invoer()
    for _ in range(2):
        assert client.post("/vandaag/taken/nieuw/", gegevens)["Location"] == "/vandaag/"
    assert Taak.objects.get().gebruiker_id == gebruiker.pk


def test_a_task_for_the_team_on_a_dossier(client: Client, dossier: Dossier, groep: int) -> None:
    vorm = client.get(
        f"/vandaag/taken/nieuw/?dossier={dossier.pk}&onderwerp_soort=toegang.melding&onderwerp_id=7"
    )
    assert f'name="dossier" value="{dossier.pk}"' in vorm.content.decode()
    gegevens = invoer(
        voor=str(groep), dossier=str(dossier.pk), onderwerp_soort="toegang.melding", onderwerp_id="7"
    )
    client.post("/vandaag/taken/nieuw/", gegevens)
    gemaakt = Taak.objects.get()
    assert (gemaakt.groep_id, gemaakt.dossier_id, gemaakt.onderwerp_id) == (groep, dossier.pk, 7)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"notitie": ""}, "verplicht"),
        ({"uiterlijk": "2024-06-02"}, "Deze dag is al voorbij."),
        ({"uiterlijk": "31-2-2024"}, "Vul een bestaande datum in"),
        ({"onderwerp_soort": "geheim.ding", "onderwerp_id": "1"}, "is niet bekend"),
        ({"voor": "999999"}, "Selecteer een geldige keuze"),
    ],
)
def test_what_is_wrong_stands_beside_the_field(client: Client, anders: dict[str, str], zin: str) -> None:
    antwoord = client.post("/vandaag/taken/nieuw/", invoer(**anders))
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert not Taak.objects.exists()


def test_a_task_on_a_dossier_of_another_team_is_a_404(dossier: Dossier) -> None:
    vreemd = aangemelde_client(maak_medewerker(Rol.CONSULENT, [ANDER]))
    assert vreemd.post("/vandaag/taken/nieuw/", invoer(dossier=str(dossier.pk))).status_code == 404


def test_finishing_asks_a_post_with_a_token(ik: Actor, gebruiker: Gebruiker) -> None:
    nummer = taak(ik)
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(gebruiker)
    assert streng.post(f"/vandaag/taken/{nummer}/gedaan/").status_code == 403
    assert streng.get(f"/vandaag/taken/{nummer}/gedaan/").status_code == 405
    assert Taak.objects.get(pk=nummer).status == "open"
