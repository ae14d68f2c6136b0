"""A divorce with two children and two homes: school, debts, Veilig Thuis; and what one parent said."""

import logging
from collections.abc import Iterator, Mapping, MutableMapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from structlog.testing import capture_logs

from samendoen.besluiten.models import Besluit
from samendoen.casus.api import Consultatieinvoer, begin_consultaties, bekijk_partnerregies
from samendoen.casus.models import Evaluatie, Onderzoek, Partnerregie, Verslagbrief, Verslagdeel
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Gebeurtenis, GebeurtenisInhoud
from samendoen.kernel.rechten import Rol
from samendoen.werk.models import Taak
from tests.besluitmaker import maak_catalogus
from tests.casusmaker import TEAM, maak_avres
from tests.integration.inwoners.test_bsn import tabellen_met
from tests.integration.verhalen import scheiding
from tests.integration.verhalen.klokken import elke_klok_is_gehaald, elke_klok_klopt_op_het_scherm
from tests.integration.verhalen.scheiding import POSTCODE, STRAAT, VIANEN, WOORD, Gezin
from tests.integration.verhalen.scherm import Antwoord, bereik, haal, klant, zoek
from tests.integration.verhalen.verloop import Verloop
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.volle_maat

JOKE = "Joke Jansen"
SPOREN = (WOORD, STRAAT, POSTCODE)
TERUG = date(2024, 9, 16)


def dag(maand: int, nummer: int) -> date:
    return date(2024, maand, nummer)


@pytest.fixture
def wil(verloop: Verloop) -> Actor:
    return actor(maak_medewerker(Rol.KWALITEIT, [VIANEN], "Wil Weters"))


@pytest.fixture
def gelogd() -> Iterator[list[MutableMapping[str, Any]]]:
    """Give what the product logs, before anything is dropped from it."""
    with capture_logs() as regels:
        yield regels


@pytest.fixture
def gezin(verloop: Verloop) -> Gezin:
    maak_catalogus()
    maak_avres()
    return scheiding.maak_vier()


def test_from_the_school_report_to_two_evaluated_plans(
    verloop: Verloop,
    gezin: Gezin,
    joke: Actor,
    piet: Actor,
    lena: Actor,
    bram: Actor,
    wil: Actor,
    gelogd: list[MutableMapping[str, Any]],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.INFO, logger="procrastinate")
    casus = school_en_schulden(verloop, joke, gezin)
    pad = veilig_thuis(verloop, joke, piet, casus, gezin)
    van_vader = twee_professionals(verloop, joke, bram, casus, pad, gezin)
    bijlage = het_plan_van_moeder(verloop, joke, casus, gezin)
    wil_leest_mee(verloop, lena, wil, casus, bijlage)
    terugkijken(verloop, joke, bram, casus, van_vader, gezin)
    wat_zij_zei_staat_alleen_waar_het_mag(joke, bram, casus, van_vader, gezin)
    geen_brief_aan_vader_met_haar_woorden(joke, casus, gezin)
    uit = capfd.readouterr()
    geen_spoor(gezin, f"{gelogd} {[regel.getMessage() for regel in caplog.records]} {uit.out} {uit.err}")
    assert elke_klok_is_gehaald() == [
        ("wgs-gesprek", dag(7, 3), dag(6, 27)),
        ("wmo-onderzoek", dag(8, 19), dag(7, 16)),
        ("awb-beslistermijn", dag(9, 11), dag(7, 24)),
    ]
    assert elke_klok_klopt_op_het_scherm({TEAM: klant(joke), VIANEN: klant(bram)}) == 3
    assert verloop.nachten == 69


def school_en_schulden(verloop: Verloop, joke: Actor, gezin: Gezin) -> int:
    """One casus for both questions; the talk about debts is in time and Avres takes that part."""
    casus = scheiding.school_meldt(joke, gezin)
    verloop.tot(dag(6, 5))
    melding = scheiding.schulden(joke, casus, gezin)
    verloop.tot(dag(6, 27))
    assert verloop.gekomen() == {dag(6, 26): [("termijn-nadert", TEAM)]}
    scheiding.gesprek_over_schulden(joke, casus, melding)
    verloop.tot(dag(7, 1))
    scheiding.twee_huizen(joke, gezin)
    return casus


def veilig_thuis(verloop: Verloop, joke: Actor, piet: Actor, casus: int, gezin: Gezin) -> int:
    """The report asks for a decision the next night; the meldcode is walked with two."""
    verloop.tot(dag(7, 3))
    assert verloop.gekomen() == {}
    melding = scheiding.veilig_thuis_meldt(gezin)
    verloop.tot(dag(7, 4))
    assert verloop.gekomen() == {dag(7, 4): [("veilig-thuis", TEAM)]}
    pad = scheiding.zorgen(joke, piet, casus, melding, gezin)
    assert not Taak.objects.filter(regel="veilig-thuis", status="open").exists()
    return pad


def twee_professionals(verloop: Verloop, joke: Actor, bram: Actor, casus: int, pad: int, gezin: Gezin) -> int:
    """The father has a casus of his own in Vianen; Veilig Thuis is asked what came of the report."""
    verloop.tot(dag(7, 8))
    van_vader = scheiding.vader_vraagt_hulp(bram, gezin)
    verloop.tot(dag(7, 16))
    assert verloop.gekomen() == {
        dag(7, 11): [("veilig-thuis-terugkoppeling", JOKE)],
        dag(7, 15): [("kijkmoment", JOKE)],
    }
    scheiding.veilig_thuis_belt_terug(joke, casus, pad, gezin)
    scheiding.onderzoek(joke, casus, gezin)
    scheiding.vader_wordt_geholpen(bram, van_vader, gezin, TERUG)
    return van_vader


def het_plan_van_moeder(verloop: Verloop, joke: Actor, casus: int, gezin: Gezin) -> int:
    """Plan, note, file, and help for Sami that is decided in time."""
    verloop.tot(dag(7, 17))
    scheiding.plan(joke, casus, gezin, TERUG)
    bijlage = scheiding.dossier_van_moeder(joke, casus, gezin)
    aanvraag = scheiding.hulp_voor_sami(joke, casus, gezin)
    verloop.tot(dag(7, 24))
    assert verloop.gekomen() == {}
    scheiding.besluit_over_sami(joke, aanvraag)
    return bijlage


def wil_leest_mee(verloop: Verloop, lena: Actor, wil: Actor, casus: int, bijlage: int) -> None:
    """Through the last moment of the last day everything opens; the next moment nothing does."""
    tot = dag(8, 2)
    begin_consultaties(lena, [Consultatieinvoer(uuid4(), casus, wil.id or 0, "Is dit veilig?", tot)])
    verloop.tot(tot)
    assert verloop.gekomen() == {}
    begin = [reverse("casus", args=[casus]), reverse("bijlage", args=[casus, bijlage])]
    laatste = datetime.combine(tot, time(23, 59, 59), klok.NEDERLAND)
    with klok.op(laatste):
        client = klant(wil)
        open_ = {a: r for a, r in bereik(client, begin).items() if van_de_casus(a, casus) and r.status == 200}
        assert any(WOORD in r.tekst for r in open_.values())
        assert not [a for a, r in open_.items() if STRAAT in r.tekst or POSTCODE in r.tekst]
        assert client.post(reverse("casus_zoeken", args=[casus]), {"q": "zus"}).status_code == 200
        assert set(wat_er_open_hoort(casus, bijlage)) <= set(open_)
        assert reverse("casus", args=[casus]) in zoek(client, f"casus {casus}")
    with klok.op(laatste + timedelta(seconds=1)):
        for koppen in ({}, {"HX-Request": "true"}):
            assert {a: haal(client, a, **koppen).status for a in open_} == dict.fromkeys(open_, 404)
        assert client.post(reverse("casus_zoeken", args=[casus]), {"q": "zus"}).status_code == 404
        assert reverse("casus", args=[casus]) not in zoek(client, f"casus {casus}")
        assert "Fatima" not in zoek(client, "Yilmaz")


def wat_er_open_hoort(casus: int, bijlage: int) -> list[str]:
    """Return what somebody who reads along can open at least."""
    namen = ("casus", "casus_plan", "notities", "veiligheid")
    paginas = [reverse(naam, args=[casus]) for naam in namen]
    return [*paginas, reverse("onderzoek", args=[casus, 1]), reverse("bijlage", args=[casus, bijlage])]


def van_de_casus(adres: str, casus: int) -> bool:
    """Tell whether an address belongs to this casus."""
    return adres.startswith(reverse("casus", args=[casus]))


def terugkijken(verloop: Verloop, joke: Actor, bram: Actor, casus: int, van_vader: int, gezin: Gezin) -> None:
    """The night asks both directors; both households look back."""
    verloop.spring(dag(8, 17))  # summer holidays: everybody does what was agreed
    verloop.tot(dag(8, 20))
    verloop.spring(dag(8, 31))
    verloop.tot(dag(9, 4))
    assert verloop.gekomen() == {
        dag(8, 19): [("merk-loopt-af", JOKE)],
        dag(9, 2): [("evaluatie", "Bram Buur"), ("evaluatie", JOKE), ("partnerregie", JOKE)],
    }
    bekijk_partnerregies(joke, [(Partnerregie.objects.get().pk, dag(12, 9), "De huur is op orde.")])
    scheiding.kijk_terug(joke, casus, {gezin.moeder: f"{WOORD} ik slaap weer."}, dag(12, 16))
    scheiding.kijk_terug(bram, van_vader, {}, dag(12, 16))
    assert Evaluatie.objects.count() == 2
    assert not Taak.objects.filter(status="open").exists()


def lekken(wat: Mapping[str, Antwoord]) -> dict[str, list[str]]:
    """Return by address the traces of the mother in what came back."""
    gevonden = {adres: [spoor for spoor in SPOREN if spoor in r.tekst] for adres, r in wat.items()}
    return {adres: sporen for adres, sporen in gevonden.items() if sporen}


def wat_zij_zei_staat_alleen_waar_het_mag(
    joke: Actor, bram: Actor, casus: int, van_vader: int, gezin: Gezin
) -> None:
    """Who works with the father reads none of it: not by following, nor by asking what others can open."""
    mensen = [reverse("inwoner", args=[wie]) for wie in (gezin.moeder, gezin.vader, *gezin.kinderen)]
    overal = [reverse(naam) for naam in ("vandaag", "casussen", "meldingen", "wachtlijst", "veilig_thuis")]
    van_joke = bereik(klant(joke), [reverse("casus", args=[casus]), *mensen], meest=90)
    assert {WOORD, STRAAT} <= {spoor for sporen in lekken(van_joke).values() for spoor in sporen}
    client = klant(bram)
    van_bram = bereik(client, [reverse("casus", args=[van_vader]), *mensen, *overal])
    assert not [adres for adres, r in van_bram.items() if r.status >= 500]
    assert reverse("casus_plan", args=[van_vader]) in van_bram
    assert lekken(van_bram) == {}
    gevraagd = {adres: haal(client, adres) for adres in van_joke}
    assert lekken(gevraagd) == {}
    assert {r.status for a, r in gevraagd.items() if van_de_casus(a, casus)} == {404}
    for woorden in ("Yilmaz", WOORD, STRAAT, POSTCODE):
        gezocht = zoek(client, woorden).replace(f'value="{woorden}"', "")
        assert reverse("casus", args=[casus]) not in gezocht
        assert not [spoor for spoor in SPOREN if spoor in gezocht.replace(woorden, "")]


def geen_brief_aan_vader_met_haar_woorden(joke: Actor, casus: int, gezin: Gezin) -> None:
    """Joke may read all of it, and still prints and sends the father only his own and the children's part."""
    client, nummer = klant(joke), Onderzoek.objects.get(casus=casus).nummer
    for naam, args in (
        ("onderzoek_verslag", [casus, nummer]),
        ("onderzoek_verslag_pdf", [casus, nummer]),
        ("casus_plan", [casus]),
    ):
        adres = reverse(naam, args=args)
        aan_moeder, aan_vader = (haal(client, f"{adres}?voor={wie}") for wie in (gezin.moeder, gezin.vader))
        assert (aan_moeder.status, aan_vader.status) == (200, 200)
        assert WOORD in aan_moeder.tekst, naam
        assert lekken({naam: aan_vader}) == {}
    druk = haal(client, reverse("notities_afdruk", args=[casus, gezin.vader]))
    assert (druk.status, lekken({"notities": druk})) == (200, {})
    over_moeder = Verslagdeel.objects.filter(inwoner=gezin.moeder)
    assert [WOORD in str(deel.blokken) for deel in over_moeder] == [True]
    overig = [*Verslagdeel.objects.exclude(pk__in=over_moeder).values_list("blokken", flat=True)]
    brieven = [
        *Verslagbrief.objects.values_list("kader", flat=True),
        *Besluit.objects.values_list("brief", flat=True),
    ]
    assert not [spoor for spoor in SPOREN if spoor in str([*overig, *brieven])]


def geen_spoor(gezin: Gezin, gelogd: str) -> None:
    """In no event, job, task, search row or log line: her words in casus alone, her address with her."""
    buiten = [tabel for tabel in tabellen_met(WOORD) if not tabel.startswith("casus_")]
    assert buiten == ["kernel_gebeurtenisinhoud"]  # words beside an event, each of one person
    van_wie = GebeurtenisInhoud.objects.filter(waarde__contains=WOORD).values_list("inwoner_id", flat=True)
    assert set(van_wie) == {gezin.moeder}
    assert {tabel for spoor in (STRAAT, POSTCODE) for tabel in tabellen_met(spoor)} == {"inwoners_inwoner"}
    assert not [g.pk for g in Gebeurtenis.objects.all() if any(spoor in str(g.gegevens) for spoor in SPOREN)]
    assert "taakregel" in gelogd
    assert [spoor for spoor in SPOREN if spoor in gelogd] == []
