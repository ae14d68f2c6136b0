"""What nobody may see who should not: words of one person, and a secret address."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from samendoen.casus.api import (
    Akkoordinvoer,
    betrokkenen,
    draag_regie_over,
    leg_akkoorden_vast,
    stel_plannen_vast,
    zet_tweede,
)
from samendoen.casus.queries import panelen
from samendoen.casus.stekkers import aanduiding
from samendoen.inwoners.api import NieuwGezag, leg_gezag_vast
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebeurtenis, Gebruiker, Grond, Inzagelogregel, Niveau, Zoekregel
from samendoen.kernel.rechten import Rol
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.integration.casus.conftest import Gezin
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = VANDAAG + timedelta(days=90)
KANARIE = "KANARIEWOORD"
STRAAT = "Kanariestraat"


def klant(door: Actor) -> Client:
    return aangemelde_client(Gebruiker.objects.get(pk=door.id or 0))


def bladzijden(client: Client, casus: int) -> str:
    """Return everything that somebody can read about a casus, one after the other."""
    adressen = [
        reverse("casussen") + "?wie=alle&status=",
        reverse("casus", args=[casus]),
        reverse("casus_plan", args=[casus]),
        reverse("plan_schrijven", args=[casus]),
        reverse("plan_doel_nieuw", args=[casus]),
        reverse("casus_regie", args=[casus]),
        reverse("casus_sluiten", args=[casus]),
        reverse("vandaag"),
    ]
    return "\n".join(client.get(adres).content.decode() for adres in adressen)


@pytest.fixture
def gast(gezin: Gezin, casus: int, consulent: Actor) -> Actor:
    """Give somebody who was consulted about the mother alone; the son's words are the canary."""
    plan = schrijf(
        consulent,
        casus,
        [
            doel(gezin.moeder, actie()),
            doel(
                gezin.zoon,
                actie("maatwerk", f"{KANARIE} a", wie=f"{KANARIE} b", niet_lichter=f"{KANARIE} c"),
                tekst=f"{KANARIE} d",
            ),
        ],
        LATER,
    )
    nee = Akkoordinvoer(plan, gezin.zoon, "niet_akkoord", VANDAAG, f"{KANARIE} e", ("zelf",))
    leg_akkoorden_vast(consulent, [nee])
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    wie = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"], "Guus Gast"))
    dossier = next(w.dossier_id for w in betrokkenen(casus) if w.persoon_id == gezin.moeder)
    with schrijft("kernel"):
        ken_toe([Toekenning(dossier, Niveau.SCHRIJFBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=wie.id)])
    return wie


def test_words_of_one_person_are_not_shown_without_a_grant_on_that_person(
    gezin: Gezin, casus: int, consulent: Actor, gast: Actor
) -> None:
    html = bladzijden(klant(gast), casus)
    assert "Rust in huis." in html
    assert KANARIE not in html
    assert "Sami" not in html
    assert "en 2 personen die u niet mag zien" in html
    assert KANARIE in bladzijden(klant(consulent), casus)


def test_somebody_out_of_reach_has_no_pages(gezin: Gezin, casus: int, gast: Actor) -> None:
    client = klant(gast)
    assert client.get(reverse("plan_akkoord", args=[casus, gezin.zoon])).status_code == 404
    assert client.get(reverse("casus_plan", args=[casus]) + f"?voor={gezin.zoon}").status_code == 404


def test_the_read_log_names_only_what_was_shown(gezin: Gezin, casus: int, gast: Actor) -> None:
    klant(gast).get(reverse("casus", args=[casus]))
    dossier = next(w.dossier_id for w in betrokkenen(casus) if w.persoon_id == gezin.moeder)
    assert Inzagelogregel.objects.latest("pk").dossiers == [dossier]


def test_no_word_of_a_plan_stands_in_an_event_or_a_search_row(casus: int, gast: Actor) -> None:
    assert all(KANARIE not in str(g.gegevens) for g in Gebeurtenis.objects.all())
    assert not Zoekregel.objects.filter(soort="casus.casus", tekst__contains=KANARIE).exists()


def test_a_letter_to_one_of_them_holds_own_goals_and_those_of_the_children_in_custody(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    leg_gezag_vast(SYSTEEM, [NieuwGezag(gezin.dochter, gezin.moeder, VANDAAG)])
    doelen = [
        doel(gezin.moeder, tekst="Woord van moeder"),
        doel(gezin.zoon, tekst="Woord van Sami"),
        doel(gezin.dochter, tekst="Woord van Noor"),
    ]
    schrijf(consulent, casus, doelen, LATER)
    client, url = klant(consulent), reverse("casus_plan", args=[casus])

    def brief(voor: object) -> set[str]:
        html = client.get(f"{url}?voor={voor}").content.decode()
        return {naam for naam in ("moeder", "Sami", "Noor") if f"Woord van {naam}" in html}

    assert brief("") == {"moeder", "Sami", "Noor"}
    assert brief(gezin.moeder) == {"moeder", "Noor"}
    assert brief(gezin.zoon) == {"Sami"}
    assert brief(gezin.dochter) == {"Noor"}


@pytest.fixture
def verborgen(consulent: Actor) -> tuple[int, int, int]:
    """Give a mother in hiding with her child, the question and the casus."""
    moeder, kind = maak_gezin(
        ("Fatima", date(1985, 3, 12)), ("Noor", date(2016, 2, 1)), geheim=True, straat=STRAAT
    )
    melding = maak_melding(moeder)
    casus = maak_casus(consulent, melding)
    plan = schrijf(consulent, casus, [doel(moeder, actie()), doel(kind)], LATER)
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    schrijf(consulent, casus, [doel(moeder, actie()), doel(kind)], LATER)
    return moeder, melding, casus


def test_a_secret_address_is_nowhere_for_who_does_not_direct(
    verborgen: tuple[int, int, int], consulent: Actor, collega: Actor, leider: Actor, buur: Actor
) -> None:
    _moeder, _melding, casus = verborgen
    for wie in (collega, leider):  # of the team, without direction
        html = bladzijden(klant(wie), casus)
        assert "Fatima Yilmaz" in html
        assert STRAAT not in html
        assert "4141" not in html
    assert STRAAT not in bladzijden(klant(buur), casus)
    assert STRAAT in klant(consulent).get(reverse("casus_plan", args=[casus])).content.decode()


def test_the_second_one_may_know_the_address_and_who_handed_over_no_more(
    verborgen: tuple[int, int, int], consulent: Actor, collega: Actor, buur: Actor
) -> None:
    _moeder, _melding, casus = verborgen
    zet_tweede(consulent, casus, buur.id)
    assert STRAAT in klant(buur).get(reverse("casus_plan", args=[casus])).content.decode()
    assert collega.id is not None
    draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    with klok.op(klok.nu() + timedelta(minutes=1)):
        assert STRAAT not in bladzijden(klant(consulent), casus)
        assert STRAAT in klant(collega).get(reverse("casus_plan", args=[casus])).content.decode()


def test_beside_a_recognised_resident_it_says_which_casus_runs(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor
) -> None:
    from samendoen.casus.models import Casus

    huishouden = Casus.objects.get().huishouden_id
    voor_buur = panelen.herkenning(buur, huishouden)
    assert f"casus {casus}" in voor_buur
    assert "Joke Jansen" in voor_buur
    assert "Gebiedsteam Leerdam" in voor_buur
    assert "href" not in voor_buur
    assert "Yilmaz" not in voor_buur
    assert reverse("casus", args=[casus]) in panelen.herkenning(consulent, huishouden)
    assert panelen.herkenning(buur, 987654) == ""


def test_of_somebody_in_hiding_it_says_nothing_to_who_has_no_grant(
    verborgen: tuple[int, int, int], consulent: Actor, buur: Actor
) -> None:
    from samendoen.casus.models import Casus

    huishouden = Casus.objects.get().huishouden_id
    assert panelen.herkenning(buur, huishouden) == ""
    assert "Joke Jansen" in panelen.herkenning(consulent, huishouden)


def test_from_a_question_one_comes_to_its_casus_or_opens_one(
    gezin: Gezin, consulent: Actor, buur: Actor
) -> None:
    assert reverse("casus_openen", args=[gezin.melding]) in panelen.melding(consulent, gezin.melding)
    assert panelen.melding(buur, gezin.melding) == ""
    assert panelen.melding(actor(maak_medewerker(Rol.LOKET, [TEAM])), gezin.melding) == ""
    assert panelen.melding(consulent, maak_melding(None)) == ""
    casus = maak_casus(consulent, gezin.melding)
    assert reverse("casus", args=[casus]) in panelen.melding(consulent, gezin.melding)
    voor_buur = panelen.melding(buur, gezin.melding)
    assert "Joke Jansen" in voor_buur
    assert "href" not in voor_buur


def test_from_a_resident_one_comes_to_the_casussen_one_may_read(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor, gast: Actor
) -> None:
    assert reverse("casus", args=[casus]) in panelen.inwoner(consulent, gezin.zoon)
    assert panelen.inwoner(buur, gezin.zoon) == ""
    assert reverse("casus", args=[casus]) in panelen.inwoner(gast, gezin.moeder)
    assert panelen.inwoner(gast, gezin.zoon) == ""


def test_a_household_is_recognised_by_name_for_who_may_read_it(
    casus: int, consulent: Actor, buur: Actor, gast: Actor
) -> None:
    assert aanduiding(consulent, [casus, 987654]) == {casus: "Fatima Yilmaz en nog 2"}
    assert aanduiding(gast, [casus]) == {casus: "Fatima Yilmaz en nog 2"}
    assert aanduiding(buur, [casus]) == {}
