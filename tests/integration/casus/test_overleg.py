"""Case tables: an agenda that fills itself, what was shared and why, and that a seat opens no dossier."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.casus import events
from samendoen.casus.api import (
    Afspraak,
    Agendering,
    Bespreking,
    Deelnemerinvoer,
    NieuwOverleg,
    agendeer_punten,
    bespreek_punten,
    haal_deelnemer_weg,
    heropen_punt,
    plan_overleggen,
    sluit_casussen,
    trek_deling_in,
    verplaats_punten,
    voeg_deelnemers_toe,
    wijzig_overleg,
)
from samendoen.casus.models import Agendapunt, Deling, Overleg
from samendoen.casus.rules import PuntStand, Puntstatus, vouw_punt
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import SOORTEN, lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis, Gebruiker, Inzagelogregel, Inzagerecht
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import NieuweMelding, handel_melding_af, registreer_meldingen
from samendoen.werk.models import Taak
from tests import overlegmaker as ov
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.integration.casus.conftest import Gezin
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG, VOLGENDE = date(2024, 6, 3), date(2024, 6, 10)


@pytest.fixture
def casus(gezin: Gezin, consulent: Actor) -> int:
    return maak_casus(consulent, gezin.melding)


def klant(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


def tekst(wie: Actor, naam: str, *args: object, zoek: str = "") -> str:
    antwoord = klant(wie).get(reverse(naam, args=args) + zoek)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def stand(punt: int) -> PuntStand | None:
    rijen = van_onderwerp(events.PUNT, [punt]).get(punt, [])
    return vouw_punt((r.voorgevallen_op, lees(r)) for r in rijen)


def test_every_new_question_of_the_team_stands_on_the_next_agenda_until_it_was_discussed(
    gezin: Gezin, consulent: Actor
) -> None:
    nu, later = ov.overleg(), ov.overleg(op=VOLGENDE)
    ander_team = maak_melding(gezin.zoon, team="gebiedsteam_vianen")
    html = tekst(consulent, "overleg", nu)
    assert f"Melding {gezin.melding}" in html
    assert f"Melding {ander_team}" not in html
    assert f"Melding {gezin.melding}" not in tekst(consulent, "overleg", later)  # not its turn yet
    handel_melding_af(SYSTEEM, gezin.melding, "onderzocht", VANDAAG)
    assert f"Melding {gezin.melding}" in tekst(consulent, "overleg", nu)  # handled is not discussed
    klant(consulent).post(reverse("overleg_melding", args=[nu, gezin.melding]))
    punt = Agendapunt.objects.get()
    assert (punt.melding_id, punt.status) == (gezin.melding, "open")
    with klok.op(VOLGENDE):  # nobody discussed it: it comes along
        html = tekst(consulent, "overleg", later)
        assert "Blijft over van eerdere overleggen" in html
        klant(consulent).post(reverse("overleg_meenemen", args=[later, punt.pk]))
        nieuw = Agendapunt.objects.get(overleg=later)
        bespreek_punten(consulent, [Bespreking(nieuw.pk, "advies", "Buurthuis past.")])
        assert "Blijft over" not in tekst(consulent, "overleg", later)
    assert Agendapunt.objects.get(pk=punt.pk).status == "verplaatst"


def test_without_a_next_meeting_the_list_says_how_many_wait(gezin: Gezin, consulent: Actor) -> None:
    ov.overleg()
    with klok.op(VOLGENDE):
        maak_melding(gezin.zoon)
        html = tekst(consulent, "overleggen")
        assert "2 nieuwe meldingen wachten" in html
        ov.overleg(op=VOLGENDE)
        assert "wachten om besproken" not in tekst(consulent, "overleggen")


def test_the_weekly_table_with_veilig_thuis_fills_with_their_reports_alone(
    gezin: Gezin, consulent: Actor
) -> None:
    nu = ov.overleg("veilig_thuis")
    nieuw = NieuweMelding(uuid4(), "Ruzie.", "veilig_thuis", "jeugd", TEAM, VANDAAG, inwoner=gezin.zoon)
    [melding] = registreer_meldingen(SYSTEEM, [nieuw])
    html = tekst(consulent, "overleg", nu)
    assert f"Melding {melding}" in html
    assert f"Melding {gezin.melding}" not in html


def test_a_seat_at_the_table_opens_nothing_and_shows_a_number_alone(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    vt = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"], "Vera Vianen"))
    nu = ov.overleg("zorg_en_veiligheid")
    rechten = Inzagerecht.objects.count()
    ov.zet_aan_tafel(nu, vt.id)
    punt = ov.agendeer(consulent, nu, casus=casus, vraag="GEHEIMEVRAAG")
    bespreek_punten(consulent, [Bespreking(punt, "lokaal_verder", "GEHEIMVERSLAG")])
    assert Inzagerecht.objects.count() == rechten
    html = tekst(vt, "overleg", nu)
    assert f"Casus {casus}" in html
    for woord in ("Fatima", "Yilmaz", "GEHEIMEVRAAG", "GEHEIMVERSLAG", "Het team gaat"):
        assert woord not in html
    assert klant(vt).get(reverse("overleg_punt", args=[punt])).status_code == 404
    assert klant(vt).get(reverse("casus", args=[casus])).status_code == 404
    with pytest.raises(NietGevonden):
        bespreek_punten(vt, [Bespreking(punt, "escaleren")])
    html = tekst(consulent, "overleg", nu)
    assert "Yilmaz" in html and "GEHEIMVERSLAG" in html
    assert "Yilmaz" not in tekst(consulent, "overleg", nu, zoek="?kaal=1")
    with pytest.raises(NietGevonden):
        wijzig_overleg(actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"])), nu, VOLGENDE, None)


def test_what_was_shared_names_with_whom_and_on_which_basis(casus: int, consulent: Actor) -> None:
    nu = ov.overleg("veilig_thuis")
    punt = ov.agendeer(consulent, nu, casus=casus)
    vera = ov.zet_aan_tafel(nu, naam="Vera Veilig", organisatie="Veilig Thuis")
    with pytest.raises(Domeinfout, match="grond"):
        ov.deel(consulent, punt, vera, "taak_wmo")  # no basis of this table
    with pytest.raises(Domeinfout, match="toestemming"):
        ov.deel(consulent, punt, vera, "toestemming")
    elders = ov.zet_aan_tafel(ov.overleg("pga"), naam="Wim Wijk", organisatie="Politie")
    with pytest.raises(NietGevonden):
        ov.deel(consulent, punt, elders, "melden_veilig_thuis")
    deling = ov.deel(consulent, punt, vera, "melden_veilig_thuis")
    met_ja = ov.deel(consulent, punt, vera, "toestemming", VANDAAG)
    html = tekst(consulent, "overleg_punt", punt)
    for woorden in ("Vera Veilig, Veilig Thuis", "Wmo 2015 artikel 5.2.6", "Er zijn zorgen over het huis."):
        assert woorden in html
    with pytest.raises(Domeinfout, match="gedeeld"):
        haal_deelnemer_weg(consulent, vera)
    trek_deling_in(consulent, met_ja)
    trek_deling_in(consulent, met_ja)
    assert "Ingetrokken: dit was een vergissing." in tekst(consulent, "overleg_punt", punt)
    over = stand(punt)
    assert over is not None
    assert over.delingen == ((Deling.objects.get(pk=deling).kenmerk, "melden_veilig_thuis"),)
    gedeeld = Gebeurtenis.objects.get(soort=events.GegevensGedeeld.soort, gegevens__grond="toestemming")
    assert gedeeld.gegevens["buiten"] is True
    assert "gedeeld met iemand van een andere organisatie" in tekst(consulent, "casus", casus)


def test_minutes_stand_on_the_page_of_the_casus_and_a_mistake_is_taken_back(
    casus: int, consulent: Actor, collega: Actor, gezin: Gezin
) -> None:
    nu = ov.overleg()
    punt = ov.agendeer(consulent, nu, casus=casus)
    assert ov.agendeer(consulent, nu, casus=casus) == punt  # once is enough
    taak = Afspraak(uuid4(), "Bel de school", VOLGENDE, collega.id)
    bespreek_punten(consulent, [Bespreking(punt, "oppakken", "Joke gaat langs.", taak)])
    html = tekst(consulent, "casus", casus)
    assert "Joke gaat langs." in html
    assert "Besproken, Teamoverleg" in html
    assert Taak.objects.get(notitie="Bel de school").gebruiker_id == collega.id
    heropen_punt(consulent, punt)
    rij = Agendapunt.objects.get(pk=punt)
    assert (rij.status, rij.uitkomst, rij.verslag) == ("open", "", "Joke gaat langs.")
    assert stand(punt) == PuntStand(nu)
    bespreek_punten(consulent, [Bespreking(punt, "wacht")])
    assert stand(punt) == PuntStand(nu, Puntstatus.BESPROKEN, "wacht")
    with pytest.raises(Domeinfout):
        verplaats_punten(consulent, [(punt, ov.overleg(op=VOLGENDE))])


def test_a_task_goes_to_nobody_who_may_not_open_the_dossier(casus: int, consulent: Actor) -> None:
    buur = maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"])
    punt = ov.agendeer(consulent, ov.overleg(), casus=casus)
    taak = Afspraak(uuid4(), "Bel de school", VOLGENDE, buur.pk)
    with pytest.raises(Domeinfout, match="niet openen"):
        bespreek_punten(consulent, [Bespreking(punt, "oppakken", "", taak)])
    assert not Taak.objects.filter(notitie="Bel de school").exists()


def test_what_cannot_be_is_refused_with_what_to_do(gezin: Gezin, casus: int, consulent: Actor) -> None:
    later = ov.overleg(op=VOLGENDE)
    punt = ov.agendeer(consulent, later, casus=casus)
    with pytest.raises(Domeinfout, match="nog niet geweest"):
        bespreek_punten(consulent, [Bespreking(punt, "oppakken")])
    with klok.op(VOLGENDE), pytest.raises(Domeinfout, match="uitkomst"):
        bespreek_punten(consulent, [Bespreking(punt, "raadsonderzoek")])
    with pytest.raises(Domeinfout, match="al op deze agenda"):
        verplaats_punten(consulent, [(punt, later)])
    with pytest.raises(Domeinfout, match="tafel"):
        plan_overleggen(consulent, [NieuwOverleg(uuid4(), "onbekend", TEAM, VANDAAG)])
    with pytest.raises(Domeinfout, match="jaar"):
        plan_overleggen(consulent, [NieuwOverleg(uuid4(), "pga", TEAM, date(2029, 1, 1))])
    with pytest.raises(NietGevonden):
        plan_overleggen(consulent, [NieuwOverleg(uuid4(), "pga", "gebiedsteam_vianen", VANDAAG)])
    with pytest.raises(Domeinfout, match="organisatie"):
        voeg_deelnemers_toe(consulent, [Deelnemerinvoer(uuid4(), later, naam="Zonder")])
    ov.overleg()
    with pytest.raises(Domeinfout, match="al"):
        wijzig_overleg(consulent, later, VANDAAG, None)
    handel_melding_af(SYSTEEM, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    with pytest.raises(Domeinfout):
        agendeer_punten(consulent, [Agendering(uuid4(), ov.overleg("pga"), casus=casus)])


def test_a_consultant_reads_the_minutes_and_changes_nothing(casus: int, consulent: Actor) -> None:
    from samendoen.casus.api import Consultatieinvoer, begin_consultaties

    punt = ov.agendeer(consulent, ov.overleg(), casus=casus)
    deskundige = maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"])
    begin_consultaties(SYSTEEM, [Consultatieinvoer(uuid4(), casus, deskundige.pk, "Advies", VOLGENDE)])
    assert "Bespreken" not in tekst(actor(deskundige), "overleg_punt", punt)
    with pytest.raises(Geweigerd):
        bespreek_punten(actor(deskundige), [Bespreking(punt, "oppakken")])


def test_the_forms_do_what_the_actions_do(casus: int, consulent: Actor) -> None:
    bezoek = klant(consulent)
    velden = {"kenmerk": str(uuid4()), "tafel": "pga", "team": TEAM, "op": "2024-06-03", "voorzitter": ""}
    assert bezoek.post(reverse("overleg_nieuw"), velden).status_code == 302
    assert bezoek.post(reverse("overleg_nieuw"), velden).status_code == 302
    nu = Overleg.objects.get().pk
    van_buiten = {"kenmerk": str(uuid4()), "gebruiker": "", "naam": "Wim Wijk", "organisatie": "Politie"}
    bezoek.post(reverse("overleg_deelnemer", args=[nu]), van_buiten)
    assert "Wim Wijk" in tekst(consulent, "overleg", nu)
    bezoek.post(
        reverse("casus_agenderen", args=[casus]), {"kenmerk": str(uuid4()), "overleg": nu, "vraag": "Hoe nu?"}
    )
    punt = Agendapunt.objects.get()
    wie = punt.overleg.deelnemers.get().pk
    bezoek.post(
        reverse("overleg_delen", args=[punt.pk]),
        {"kenmerk": str(uuid4()), "deelnemer": wie, "wat": "Overlast.", "grond": "openbare_orde"},
    )
    assert Deling.objects.get().wat == "Overlast."
    fout = bezoek.post(
        reverse("overleg_bespreken", args=[punt.pk]),
        {"kenmerk": str(uuid4()), "uitkomst": "aanpak_start", "taak": "Bellen"},
    )
    assert "Vul in wanneer de taak klaar moet zijn." in fout.content.decode()
    bezoek.post(
        reverse("overleg_bespreken", args=[punt.pk]),
        {"kenmerk": str(uuid4()), "uitkomst": "aanpak_start", "verslag": "We beginnen."},
    )
    assert Agendapunt.objects.get().uitkomst == "aanpak_start"
    assert "112" in tekst(consulent, "escalatie")


def test_erasing_takes_the_words_and_keeps_that_it_was_discussed(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nu = ov.overleg()
    punt = ov.agendeer(consulent, nu, casus=casus, vraag="WOORDEN")
    ov.deel(consulent, punt, ov.zet_aan_tafel(nu, naam="Vera", organisatie="Veilig Thuis"))
    bespreek_punten(consulent, [Bespreking(punt, "oppakken", "WOORDEN")])
    fg = actor(maak_medewerker(Rol.FG))
    wis_persoon(fg, gezin.moeder, "wmo", "verzoek")
    rij = Agendapunt.objects.get()
    assert (rij.vraag, rij.verslag, Deling.objects.get().wat, rij.status) == ("", "", "", "besproken")


def test_the_page_of_a_meeting_takes_as_many_reads_whatever_its_length(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nu = ov.overleg()
    ov.agendeer(consulent, nu, casus=casus)
    bezoek = klant(consulent)
    url = reverse("overleg", args=[nu])

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert bezoek.get(url).status_code == 200
        return len(vragen)

    tel()
    een = tel()
    for naam in ("Anna", "Bert", "Carla"):
        [ouder] = maak_gezin((naam, date(1970, 1, 1)))
        ov.agendeer(consulent, nu, casus=maak_casus(consulent, maak_melding(ouder)))
        maak_melding(ouder)
    assert tel() == een <= 32
    assert Inzagelogregel.objects.order_by("-pk").first() is not None


def test_nothing_changes_when_recording_fails(
    casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samendoen.casus.actions import agendapunt

    nu = ov.overleg()

    def stuk(*_a: object) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr(agendapunt, "leg_vast", stuk)
    with pytest.raises(RuntimeError):
        ov.agendeer(consulent, nu, casus=casus)
    assert not Agendapunt.objects.exists()


def test_every_event_kind_has_a_fold_or_is_about_the_meeting() -> None:
    van_punt = {s.soort for s in SOORTEN.values() if s.onderwerp == events.PUNT}
    assert van_punt == {
        "casus.punt_geagendeerd",
        "casus.punt_besproken",
        "casus.punt_heropend",
        "casus.punt_verplaatst",
        "casus.gegevens_gedeeld",
        "casus.deling_ingetrokken",
    }
