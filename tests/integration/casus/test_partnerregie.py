"""Direction at a partner: one life domain goes there, the rest stays, and it comes back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samendoen.casus import events
from samendoen.casus.actions import partnerregie as module
from samendoen.casus.api import (
    beeindig_partnerregies,
    bekijk_partnerregies,
    heropen_casus,
    sluit_casussen,
    zet_tweede,
)
from samendoen.casus.definities import partnerbestand
from samendoen.casus.models import Partnerregie, Regie
from samendoen.casus.rules import Partnerstand, vouw
from samendoen.kaart.definities import kaartdefinitie
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.definities import definitie_pad
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.wissen import wis_persoon
from samendoen.organisatie.definities import gemeentedefinitie
from samendoen.toegang.api import handel_melding_af
from samendoen.werk.jobs import nieuwe_dag
from samendoen.werk.models import Taak
from tests.casusmaker import maak_avres, maak_partnerregie
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
DAG = VANDAAG + timedelta(days=90)
BESTANDEN = sorted(pad.stem for pad in definitie_pad("partnerregie").glob("*.toml"))


def gevouwen(casus: int) -> dict[object, Partnerstand]:
    stand = vouw((g.voorgevallen_op, lees(g)) for g in van_onderwerp(events.CASUS, [casus])[casus])
    assert stand is not None
    return {kenmerk: deel for kenmerk, deel in stand.partnerregies.items()}


def rijen(casus: int) -> dict[object, Partnerstand]:
    return {
        r.kenmerk: Partnerstand(r.leefgebied, r.organisatie_id, r.van, r.bekijken_op, r.tot)
        for r in Partnerregie.objects.filter(casus=casus)
    }


def test_the_director_gives_a_part_away_looks_at_it_and_takes_it_back(
    casus: int, consulent: Actor, buur: Actor
) -> None:
    client = klant(consulent)
    assert "De hele regie ligt bij de regisseur" not in tekst(client, "casus", casus)  # no map yet
    avres = maak_avres()
    assert "De hele regie ligt bij de regisseur" in tekst(client, "casus", casus)
    assert "schuldentraject" in tekst(client, "partnerregie_nieuw", casus)
    velden = {
        "kenmerk": str(uuid4()),
        "organisatie": f"{avres}.inkomen",
        "contact": "A. Visser",
        "afspraak": "KANARIEAFSPRAAK",
        "van": VANDAAG.isoformat(),
        "bekijken_op": DAG.isoformat(),
    }
    for _ in range(2):  # sent twice it is one
        client.post(reverse("partnerregie_nieuw", args=[casus]), velden)
    nummer = Partnerregie.objects.get().pk
    assert "Er is nu niets over te dragen" in tekst(client, "partnerregie_nieuw", casus)
    html = tekst(client, "casus", casus)
    for woorden in (
        "Inkomen: Avres, sinds ma 3 juni 2024",
        "A. Visser",
        "KANARIEAFSPRAAK",
        "De regie over inkomen ligt nu bij Avres. De rest blijft bij de regisseur.",
    ):
        assert woorden in html, woorden
    assert Regie.objects.get(casus=casus, tot=None).gebruiker_id == consulent.id
    client.post(
        reverse("partnerregie_bekijken", args=[casus, nummer]),
        {"bekijken_op": (DAG + timedelta(days=30)).isoformat(), "toelichting": "Loopt goed."},
    )
    assert rijen(casus) == gevouwen(casus)
    client.post(reverse("partnerregie_terugnemen", args=[casus, nummer]), {"op": VANDAAG.isoformat()})
    assert rijen(casus) == gevouwen(casus)
    html = tekst(client, "casus", casus)
    assert "sinds ma 3 juni 2024" not in html.partition("Tijdlijn")[0].partition("Status")[0]
    for woorden in ("Wat er eerder bij een partner lag", "De regie is terug bij de regisseur", "Loopt goed."):
        assert woorden in html, woorden
    assert klant(buur).get(reverse("casus", args=[casus])).status_code == 404


def test_when_the_day_nears_the_night_asks_the_director_to_look(casus: int, consulent: Actor) -> None:
    nummer = maak_partnerregie(consulent, casus)
    nachten = {}
    for n in (-8, -7, 0):
        with klok.op(DAG + timedelta(days=n)):
            nieuwe_dag(0)
        nachten[n] = Taak.objects.filter(regel="partnerregie", status="open").count()
    assert nachten == {-8: 0, -7: 1, 0: 1}
    taak = Taak.objects.get(regel="partnerregie")
    assert (taak.gebruiker_id, taak.uiterlijk) == (consulent.id, DAG)
    assert "Avres" not in taak.tekst + taak.uitleg
    with klok.op(DAG):
        assert "Regie bij de partner sinds" in tekst(klant(consulent), "taak", taak.pk)
        bekijk_partnerregies(consulent, [(nummer, DAG + timedelta(days=90), "")])
    taak.refresh_from_db()
    assert taak.status == "vervallen"


def test_only_who_directs_or_assigns_decides(
    casus: int, consulent: Actor, collega: Actor, leider: Actor, buur: Actor
) -> None:
    nummer = maak_partnerregie(consulent, casus)
    doen: list[Callable[[Actor], object]] = [
        lambda wie: maak_partnerregie(wie, casus),
        lambda wie: bekijk_partnerregies(wie, [(nummer, DAG, "")]),
        lambda wie: beeindig_partnerregies(wie, [(nummer, VANDAAG)]),
    ]
    for doe in doen:
        with pytest.raises(Geweigerd):
            doe(collega)
        with pytest.raises(NietGevonden):
            doe(buur)
    assert "Alleen de regisseur beslist dit" in tekst(klant(collega), "partnerregie_nieuw", casus)
    assert klant(collega).post(reverse("partnerregie_nieuw", args=[casus])).status_code == 403
    assert reverse("partnerregie_nieuw", args=[casus]) not in tekst(klant(collega), "casus", casus)
    zet_tweede(consulent, casus, collega.id)
    bekijk_partnerregies(collega, [(nummer, DAG, "")])
    beeindig_partnerregies(leider, [(nummer, VANDAAG)])


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"leefgebied": "veiligheid"}, "organisatie"),
        ({"organisatie": 999_999}, "organisatie"),
        ({"contact": " "}, "contact"),
        ({"afspraak": "x" * 2001}, "afspraak"),
        ({"van": VANDAAG + timedelta(days=1)}, "van"),
        ({"bekijken_op": VANDAAG}, "bekijken_op"),
    ],
)
def test_what_cannot_be_is_refused(casus: int, consulent: Actor, anders: dict[str, Any], veld: str) -> None:
    with pytest.raises(Domeinfout) as fout:
        maak_partnerregie(consulent, casus, **anders)
    assert fout.value.veld == veld


def test_a_life_domain_is_directed_in_one_place_and_comes_back_once(casus: int, consulent: Actor) -> None:
    nummer = maak_partnerregie(consulent, casus)
    with pytest.raises(Domeinfout, match="ligt al bij een partner"):
        maak_partnerregie(consulent, casus)
    with pytest.raises(Domeinfout) as fout:
        beeindig_partnerregies(consulent, [(nummer, VANDAAG + timedelta(days=1))])
    assert fout.value.veld == "op"
    beeindig_partnerregies(consulent, [(nummer, VANDAAG)])
    with pytest.raises(Domeinfout, match="al teruggenomen"):
        beeindig_partnerregies(consulent, [(nummer, VANDAAG)])
    maak_partnerregie(consulent, casus)


def test_closing_the_casus_ends_it_and_reopening_does_not_bring_it_back(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nummer = maak_partnerregie(consulent, casus)
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    assert Partnerregie.objects.get().tot == VANDAAG
    heropen_casus(consulent, casus)
    assert rijen(casus) == gevouwen(casus)
    with pytest.raises(Domeinfout):
        bekijk_partnerregies(consulent, [(nummer, DAG, "")])


def test_nothing_is_given_away_when_recording_fails(
    casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        maak_partnerregie(consulent, casus)
    assert not Partnerregie.objects.exists()


def test_erasure_takes_the_words(
    gezin: Gezin, casus: int, consulent: Actor, settings: Any, tmp_path: object
) -> None:
    maak_partnerregie(consulent, casus)
    settings.SAMENDOEN_SLEUTELS = tmp_path
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    rij = Partnerregie.objects.get()
    assert (rij.contact, rij.afspraak) == ("", "")


@pytest.mark.parametrize("naam", BESTANDEN)
def test_every_file_names_organisations_and_life_domains_that_exist(naam: str) -> None:
    bestand = partnerbestand(naam)
    if naam == "algemeen":
        assert not bestand.partner
        return
    gemeente = gemeentedefinitie(naam)
    kaart, _merk = kaartdefinitie(gemeente.gemeente.code)
    assert {p.organisatie for p in bestand.partner} <= {o.naam for o in kaart.organisatie}
    gebieden = {code for partner in bestand.partner for code in partner.leefgebieden}
    assert gebieden <= {gebied.code for gebied in gemeente.leefgebied}
