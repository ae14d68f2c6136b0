"""Who waits at a team stands in order, hears from the team, and never drops off silently."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.casus.api import sluit_casussen
from samendoen.kaart.api import aanbod_voor_keuze
from samendoen.kernel import klok, stekkers
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.actions import wachtlijst as module
from samendoen.toegang.actions.overbrugging import stop_overbrugging, trek_overbrugging_in
from samendoen.toegang.actions.wachtlijst import trek_wachtcontact_in
from samendoen.toegang.api import (
    Contactinvoer,
    Overbruggingsinvoer,
    Prioriteitkeuze,
    Triagebesluit,
    bied_overbruggingen,
    handel_melding_af,
    heropen_melding,
    koppel_inwoners,
    leg_wachtcontacten_vast,
    registreer_meldingen,
    trek_melding_in,
    trieer_meldingen,
    wachtkop,
    zet_wachtprioriteiten,
)
from samendoen.toegang.models import Melding, Overbrugging, Wachtcontact, Wachtplek
from samendoen.toegang.rules import Contactmoment, Overbruggingstand, WachtStand, vouw_wachten
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.casusmaker import maak_casus
from tests.integration.toegang.conftest import BUREN, TEAM, MaakInwoner, nieuw
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
WEEK = timedelta(weeks=1)
BEGIN = VANDAAG - 2 * WEEK


def laat_wachten(uitkomst: str = "team", op: date = VANDAAG, team: str = TEAM, **anders: Any) -> int:
    """Take a question and bring it to a team."""
    with klok.op(op):
        [nummer] = registreer_meldingen(SYSTEEM, [nieuw(ontvangen_op=op, **anders)])
        trieer_meldingen(SYSTEEM, [Triagebesluit(nummer, uitkomst, team, reden="Zo hoort het")])
    return nummer


def bel(door: Actor, melding: int, uitkomst: str = "gesproken", **anders: Any) -> Contactinvoer:
    een = replace(Contactinvoer(uuid4(), melding, klok.vandaag(), uitkomst), **anders)
    leg_wachtcontacten_vast(door, [een])
    return een


def wachten(door: Actor) -> list[int]:
    return [int(rij["id"]) for rij in wachtkop(door, TEAM, 50).rijen]


def gevouwen(melding: int) -> WachtStand:
    regels = van_onderwerp("toegang.melding", [melding])[melding]
    return vouw_wachten([(g.voorgevallen_op, lees(g)) for g in regels])


def volgens_de_rijen(melding: int) -> WachtStand:
    plek = Wachtplek.objects.get(melding=melding)
    contacten = Wachtcontact.objects.filter(melding=melding, ingetrokken=False)
    zolang = Overbrugging.objects.filter(melding=melding, ingetrokken=False)
    stand = WachtStand(
        plek.prioriteit,
        {c.kenmerk: Contactmoment(c.op, c.volgende_op, c.verwachte_weken) for c in contacten},
        {o.kenmerk: Overbruggingstand(o.aanbod_id, o.van, o.tot) for o in zolang},
    )
    nu = stand.laatste
    assert (nu.contact_op, nu.volgende_op) == (plek.contact_op, plek.volgende_op)
    assert (nu.verteld_op, nu.verwachte_weken) == (plek.verteld_op, plek.verwachte_weken)
    return stand


def scherm(door: Actor, naam: str, *args: object, vraag: str = "") -> str:
    klant = aangemelde_client(Gebruiker.objects.get(pk=door.id or 0))
    antwoord = klant.get(reverse(naam, args=args) + vraag)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_priority_goes_first_and_then_who_waits_longest_and_the_screen_says_why(consulent: Actor) -> None:
    nieuwste, oudste = laat_wachten(), laat_wachten(op=BEGIN)
    spoed, hoog = laat_wachten("spoed", spoed=True), laat_wachten(vraag="De buurvrouw valt vaak.")
    laat_wachten("eropaf")
    laat_wachten(team=BUREN)
    zet_wachtprioriteiten(consulent, [Prioriteitkeuze(hoog, "hoog", "Er is een kind van twee.")])
    assert wachten(consulent) == [spoed, hoog, oudste, nieuwste]
    html = scherm(consulent, "wachtplek", oudste)
    assert "Plaats 3 van 4 bij Gebiedsteam Leerdam" in html
    assert "Wacht 14 dagen, sinds de melding op ma 20 mei 2024." in html
    assert "2 vragen met een hogere prioriteit gaan voor." in html
    assert "zo begint deze vraag" in html
    assert "Prioriteit Hoog, omdat: Er is een kind van twee." in scherm(consulent, "wachtplek", hoog)
    lijst = scherm(consulent, "wachtlijst")
    assert "Er is een kind van twee." in lijst
    assert lijst.index("De buurvrouw valt vaak.") < lijst.index("14 dagen")


def test_nobody_leaves_the_list_but_by_an_event(consulent: Actor, maak_inwoner: MaakInwoner) -> None:
    ids = [laat_wachten(inwoner=maak_inwoner()) for _n in range(5)]
    in_casus, af, terug, verhuisd, blijft = ids
    casus = maak_casus(SYSTEEM, in_casus, consulent.id)
    handel_melding_af(consulent, af, "onderzocht", VANDAAG)
    trek_melding_in(consulent, terug, "door_inwoner")
    trieer_meldingen(consulent, [Triagebesluit(verhuisd, "team", BUREN, reden="Verhuisd")])
    assert wachten(consulent) == [blijft]
    heropen_melding(consulent, af)
    handel_melding_af(consulent, in_casus, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    heropen_melding(consulent, in_casus)
    assert set(wachten(consulent)) == {blijft, af, in_casus}


def test_a_casus_that_was_a_mistake_gives_its_question_back(
    consulent: Actor, maak_inwoner: MaakInwoner
) -> None:
    nummer = laat_wachten(inwoner=maak_inwoner())
    casus = maak_casus(SYSTEEM, nummer, consulent.id)
    assert wachten(consulent) == []
    with pytest.raises(Domeinfout, match="niet op de wachtlijst"):
        bel(consulent, nummer)
    sluit_casussen(consulent, [(casus, "vergissing", VANDAAG)])
    assert wachten(consulent) == [nummer]


def test_a_row_is_what_its_events_say(consulent: Actor, avres: int) -> None:
    nummer = laat_wachten(op=BEGIN)
    [(aanbod, naam), *_rest] = aanbod_voor_keuze()
    zet_wachtprioriteiten(consulent, [Prioriteitkeuze(nummer, "hoog", "Ouder valt vaak")])
    bel(consulent, nummer, op=BEGIN + WEEK, woorden="Het duurt nog.", verwachte_weken=6)
    mis = bel(consulent, nummer, "niet_bereikt")
    trek_wachtcontact_in(consulent, nummer, Wachtcontact.objects.get(kenmerk=mis.kenmerk).pk)
    zolang = [
        Overbruggingsinvoer(uuid4(), nummer, VANDAAG, VANDAAG + WEEK, aanbod),
        Overbruggingsinvoer(uuid4(), nummer, VANDAAG, tekst="De buurvrouw kookt."),
        Overbruggingsinvoer(uuid4(), nummer, VANDAAG, tekst="Mis"),
    ]
    for _keer in range(2):  # a repeat is harmless
        bied_overbruggingen(consulent, zolang)
    _kaart, buurvrouw, fout = Overbrugging.objects.order_by("pk").values_list("pk", flat=True)
    stop_overbrugging(consulent, nummer, buurvrouw, VANDAAG + 2 * WEEK)
    stop_overbrugging(consulent, nummer, fout, VANDAAG)
    trek_overbrugging_in(consulent, nummer, fout)
    for _keer in range(2):
        trek_overbrugging_in(consulent, nummer, fout)
        trek_wachtcontact_in(consulent, nummer, Wachtcontact.objects.get(kenmerk=mis.kenmerk).pk)
    stand = volgens_de_rijen(nummer)
    assert gevouwen(nummer) == stand
    assert (stand.prioriteit, len(stand.contacten), len(stand.overbruggingen)) == ("hoog", 1, 2)
    html = scherm(consulent, "wachtplek", nummer)
    assert "tot ongeveer ma 8 juli 2024 (verteld op ma 27 mei 2024)" in html
    assert "Het duurt nog." in html
    assert naam.partition(" (")[0] in scherm(consulent, "wachtlijst")


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        (lambda d, m: zet_wachtprioriteiten(d, [Prioriteitkeuze(m, "vip", "Zomaar")]), "prioriteit"),
        (lambda d, m: zet_wachtprioriteiten(d, [Prioriteitkeuze(m, "hoog", " ")]), "reden"),
        (lambda d, m: zet_wachtprioriteiten(d, [Prioriteitkeuze(m, "hoog", "x" * 2001)]), "reden"),
        (lambda d, m: bel(d, m, "gemist"), "uitkomst"),
        (lambda d, m: bel(d, m, op=VANDAAG + WEEK), "op"),
        (lambda d, m: bel(d, m, op=VANDAAG - 9 * WEEK), "op"),
        (lambda d, m: bel(d, m, volgende_op=VANDAAG), "volgende_op"),
        (lambda d, m: bel(d, m, volgende_op=VANDAAG + 4 * WEEK), "volgende_op"),
        (lambda d, m: bel(d, m, verwachte_weken=105), "verwachte_weken"),
        (lambda d, m: bel(d, m, "niet_bereikt", verwachte_weken=3), "verwachte_weken"),
        (lambda d, m: bied_overbruggingen(d, [Overbruggingsinvoer(uuid4(), m, VANDAAG)]), "tekst"),
        (lambda d, m: bied_overbruggingen(d, [Overbruggingsinvoer(uuid4(), m, VANDAAG, None, 0)]), "aanbod"),
        (
            lambda d, m: bied_overbruggingen(d, [Overbruggingsinvoer(uuid4(), m, BEGIN - WEEK, tekst="Ja")]),
            "van",
        ),
        (
            lambda d, m: bied_overbruggingen(
                d, [Overbruggingsinvoer(uuid4(), m, VANDAAG, VANDAAG, tekst="Ja")]
            ),
            "tot",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    consulent: Actor, fout: Callable[[Actor, int], object], veld: str
) -> None:
    nummer = laat_wachten(op=BEGIN)
    with pytest.raises(Domeinfout) as gevallen:
        fout(consulent, nummer)
    assert gevallen.value.veld == veld
    assert not Wachtplek.objects.exists()


def test_without_contact_within_the_rhythm_the_team_gets_one_task(consulent: Actor) -> None:
    nummer = laat_wachten(op=BEGIN)
    with klok.op(BEGIN + 3 * WEEK - timedelta(days=1)):
        assert pas_taakregels_toe(SYSTEEM, codes=["wachtlijst-contact"]).gemaakt == 0
        # A quicker rhythm asks sooner.
        zet_wachtprioriteiten(consulent, [Prioriteitkeuze(nummer, "hoog", "Het gaat slechter.")])
        assert pas_taakregels_toe(SYSTEEM, codes=["wachtlijst-contact"]).gemaakt == 1
        assert pas_taakregels_toe(SYSTEEM, codes=["wachtlijst-contact"]).gemaakt == 0
        taak = Taak.objects.get()
        assert (taak.uiterlijk, taak.groep_id) == (VANDAAG, Melding.objects.get(pk=nummer).team.groep_id)
        assert "nog niemand belde" in taak.uitleg
        assert "slechter" not in taak.uitleg
        regel = stekkers.taakregel.geef("wachtlijst-contact")
        assert regel is not None
        assert regel.herleid is not None
        assert regel.herleid(taak.sleutel) == [("Naar het team", BEGIN), ("Na 2 weken", VANDAAG)]
        bel(consulent, nummer, "niet_bereikt")
        assert Taak.objects.get().status == "vervallen"
    with klok.op(BEGIN + 4 * WEEK):
        pas_taakregels_toe(SYSTEEM, codes=["wachtlijst-contact"])
        assert Taak.objects.filter(status="open").count() == 1
        assert "laatste contact" in Taak.objects.get(status="open").uitleg
        handel_melding_af(consulent, nummer, "onderzocht", klok.vandaag())
        assert pas_taakregels_toe(SYSTEEM, codes=["wachtlijst-contact"]).vervallen == 1


def test_nothing_changes_when_recording_fails(consulent: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    nummer = laat_wachten()

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    for doe in (
        lambda: zet_wachtprioriteiten(consulent, [Prioriteitkeuze(nummer, "hoog", "Ja")]),
        lambda: bel(consulent, nummer),
    ):
        with pytest.raises(RuntimeError, match="vol"):
            doe()
    assert not Wachtplek.objects.exists()
    assert not Wachtcontact.objects.exists()


def test_words_move_to_whom_it_turned_out_to_be_about_and_are_erased_with_them(
    consulent: Actor, maak_inwoner: MaakInwoner, settings: Any, tmp_path: object
) -> None:
    nummer = laat_wachten()
    zet_wachtprioriteiten(consulent, [Prioriteitkeuze(nummer, "hoog", "Valt vaak")])
    bel(consulent, nummer, woorden="Valt vaak")
    bied_overbruggingen(consulent, [Overbruggingsinvoer(uuid4(), nummer, VANDAAG, tekst="Valt vaak")])
    persoon = maak_inwoner()
    koppel_inwoners(consulent, [(nummer, persoon)])
    settings.SAMENDOEN_SLEUTELS = tmp_path
    wis_persoon(SYSTEEM, persoon, "wmo", "verzoek")
    teksten = (Wachtplek.objects.get().reden, Wachtcontact.objects.get().woorden)
    assert (*teksten, Overbrugging.objects.get().tekst) == ("", "", "")


def test_by_the_forms_from_the_melding_to_a_call_and_back(consulent: Actor, avres: int) -> None:
    nummer = laat_wachten()
    klant = aangemelde_client(Gebruiker.objects.get(pk=consulent.id or 0))
    assert reverse("wachtplek", args=[nummer]) in scherm(consulent, "melding", nummer)
    plek = reverse("wachtplek", args=[nummer])
    velden = {"prioriteit": "hoog", "reden": "Valt vaak"}
    assert klant.post(f"{plek}prioriteit/", velden)["Location"] == plek
    velden = {"kenmerk": str(uuid4()), "op": "2024-06-03", "uitkomst": "gesproken", "verwachte_weken": "4"}
    assert klant.post(f"{plek}contact/", velden)["Location"] == plek
    fout = klant.post(f"{plek}contact/", velden | {"kenmerk": str(uuid4()), "op": "2025-06-03"})
    assert "in de toekomst" in fout.content.decode()
    velden = {"kenmerk": str(uuid4()), "tekst": "Inloop", "van": "2024-06-03"}
    assert klant.post(f"{plek}overbrugging/", velden)["Location"] == plek
    zolang, contact = Overbrugging.objects.get().pk, Wachtcontact.objects.get().pk
    klant.post(f"{plek}overbrugging/{zolang}/stoppen/", {"op": "2024-06-05"})
    assert "ma 3 juni 2024 tot wo 5 juni 2024" in scherm(consulent, "wachtplek", nummer)
    klant.post(f"{plek}overbrugging/{zolang}/intrekken/")
    klant.post(f"{plek}contact/{contact}/intrekken/")
    assert scherm(consulent, "wachtplek", nummer).count("Ingetrokken") == 2
    assert klant.post(f"{plek}contact/0/intrekken/").status_code == 404
    tijdlijn = scherm(consulent, "melding", nummer)
    assert "Prioriteit op de wachtlijst: Hoog." in tijdlijn
    assert "Valt vaak" in tijdlijn


def test_the_list_takes_as_many_queries_for_one_as_for_many(
    consulent: Actor, maak_inwoner: MaakInwoner
) -> None:
    klant = aangemelde_client(Gebruiker.objects.get(pk=consulent.id or 0))

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert klant.get(reverse("wachtlijst")).status_code == 200
        return len(vragen)

    assert "Niemand wacht" in scherm(consulent, "wachtlijst")
    bel(consulent, laat_wachten(inwoner=maak_inwoner()))
    tel()
    een = tel()
    for _n in range(5):
        bel(consulent, laat_wachten(inwoner=maak_inwoner()))
    assert tel() == een == 9
    assert Inzagelogregel.objects.order_by("-pk")[0].pagina == "wachtlijst"
    assert len(Inzagelogregel.objects.order_by("-pk")[0].dossiers) == 6


def test_the_fact_tells_who_waits_and_for_how_long_without_anybody_in_it(consulent: Actor) -> None:
    lang = laat_wachten("spoed", BEGIN)
    laat_wachten()
    bel(consulent, lang)
    soort = stekkers.feit.geef("wachtlijst")
    assert soort is not None
    namen = [kolom.naam for kolom in soort.kolommen]
    peilmoment = klok.einde_van(VANDAAG) - timedelta(microseconds=1)
    rijen = [dict(zip(namen, rij, strict=True)) for portie in soort.rijen(peilmoment) for rij in portie]
    assert [(r["team"], r["dagen"], r["gebeld"], r["overbrugging"]) for r in rijen] == [
        (TEAM, 14, True, False),
        (TEAM, 0, False, False),
    ]
    assert "inwoner" not in namen
