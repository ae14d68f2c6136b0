"""Recognising somebody: an exact question gives just enough; who hides is found by number alone."""

from datetime import date

import pytest

from samendoen.inwoners.api import Vertrek, gezinsleden_vertrekken, herken, kernen, postadres
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Geweigerd, NietGevonden
from samendoen.kernel.models import Grond, Inzagelogregel, Niveau
from samendoen.kernel.rechten import Rol
from tests.integration.inwoners.conftest import ADRES, GEBOREN, GeefDossier, SchrijfIn, Vorm
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
KANARIE = {"straat": "Kanariepad", "huisnummer": "7", "postcode": "4141 ZZ", "plaats": "Kanariedorp"}


def namen(door: Actor, **vraag: object) -> list[str]:
    return [h.naam for h in herken(door, **vraag)]  # type: ignore[arg-type]


@pytest.mark.parametrize("naam", ["Jansen", "jans", "Piet Jansen", "JANSEN", "Jánsen", "Jansen, Piet"])
def test_a_name_with_the_birth_date_finds_somebody(loket: Actor, schrijf_in: SchrijfIn, naam: str) -> None:
    schrijf_in("Jansen", voornamen="Piet")
    schrijf_in("Jansen", date(1980, 3, 13), voornamen="Klaas")
    assert namen(loket, naam=naam, geboortedatum=GEBOREN) == ["Piet Jansen"]


def test_prefixes_make_no_difference(loket: Actor, schrijf_in: SchrijfIn) -> None:
    schrijf_in("Vries", tussenvoegsel="de", voornamen="Anna")
    schrijf_in("de Vries", voornamen="Bert")
    assert namen(loket, naam="de Vries", geboortedatum=GEBOREN) == ["Anna de Vries", "Bert de Vries"]


@pytest.mark.parametrize("postcode", ["4141 AB", "4141ab"])
def test_a_name_with_the_address_finds_somebody(loket: Actor, schrijf_in: SchrijfIn, postcode: str) -> None:
    schrijf_in("Jansen", **ADRES)
    schrijf_in("Pietersen", **ADRES)
    assert namen(loket, naam="jansen", postcode=postcode, huisnummer="12-A") == ["Jansen"]
    assert namen(loket, naam="jansen", postcode=postcode, huisnummer="12") == []


@pytest.mark.parametrize(
    "vraag",
    [
        {"naam": "Jansen"},
        {"geboortedatum": GEBOREN},
        {"naam": "Ja", "geboortedatum": GEBOREN},
        {"postcode": "4141 AB", "huisnummer": "12a"},
        {"naam": "Jansen", "postcode": "4141 AB"},
        {"naam": "Jansen", "postcode": "4141", "huisnummer": "12a"},
        {"naam": "%", "geboortedatum": GEBOREN},
        {},
    ],
    ids=[
        "name",
        "birth date",
        "two letters",
        "address",
        "no house number",
        "half a postcode",
        "wildcard",
        "-",
    ],
)
def test_a_question_that_is_not_exact_finds_nobody(
    loket: Actor, schrijf_in: SchrijfIn, vraag: dict[str, object]
) -> None:
    schrijf_in("Jansen", **ADRES)
    assert namen(loket, **vraag) == []


def test_a_surname_of_two_letters_is_found_when_it_is_all_of_it(loket: Actor, schrijf_in: SchrijfIn) -> None:
    schrijf_in("Li")
    assert namen(loket, naam="Li", geboortedatum=GEBOREN) == ["Li"]


def test_a_recognised_person_comes_with_village_and_housemates_and_nothing_more(
    loket: Actor, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    ouder = schrijf_in("Jansen", voornamen="Piet", telefoon="06 12345678", **ADRES)
    kind = schrijf_in("Jansen", date(2014, 1, 1), voornamen="Sam")
    huis = vorm((ouder, "ouder"), (kind, "kind"))
    [gevonden] = herken(loket, naam="Jansen", geboortedatum=GEBOREN)
    assert (gevonden.plaats, gevonden.huishouden_id, gevonden.huisgenoten) == (
        "Leerdam",
        huis,
        ("Sam Jansen",),
    )
    assert not gevonden.leesbaar
    assert not any(deel in str(gevonden) for deel in ("Dorpsstraat", "4141", "06 12345678"))


def test_who_has_a_grant_hears_that_the_page_opens(
    loket: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    geef_dossier(schrijf_in("Jansen"), loket)
    assert [h.leesbaar for h in herken(loket, naam="Jansen", geboortedatum=GEBOREN)] == [True]


def test_a_role_that_does_not_recognise_is_refused(schrijf_in: SchrijfIn) -> None:
    schrijf_in("Jansen")
    for rol in (Rol.BELEID, Rol.RAAD, Rol.BEHEER, Rol.FG, Rol.LEERPLICHT, Rol.PARTNER, Rol.KWALITEIT):
        with pytest.raises(Geweigerd):
            herken(actor(maak_medewerker(rol)), naam="Jansen", geboortedatum=GEBOREN)


def test_every_look_up_is_in_the_read_log_also_of_who_has_no_dossier(
    loket: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    zonder, met = schrijf_in("Jansen"), schrijf_in("Jansen")
    dossier = geef_dossier(met)
    herken(loket, naam="Jansen", geboortedatum=GEBOREN)
    regel = Inzagelogregel.objects.get()
    assert (regel.gebruiker_id, regel.pagina) == (loket.id, "herkennen")
    assert (regel.personen, regel.dossiers) == ([zonder, met], [dossier])


def test_nobody_found_is_nobody_read(loket: Actor) -> None:
    herken(loket, naam="Jansen", geboortedatum=GEBOREN)
    assert not Inzagelogregel.objects.exists()


def test_who_hides_is_found_by_number_alone_and_then_without_village_or_household(
    loket: Actor, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    verborgen = schrijf_in("Kanarie", bsn="123456782", geheimhouding=True, **KANARIE)
    vorm((verborgen, "ouder"))
    assert namen(loket, naam="Kanarie", geboortedatum=GEBOREN) == []
    assert namen(loket, naam="Kanarie", postcode="4141 ZZ", huisnummer="7") == []
    [gevonden] = herken(loket, bsn="123456782")
    assert (gevonden.plaats, gevonden.huishouden_id, gevonden.huisgenoten, gevonden.geheim) == (
        "",
        None,
        (),
        True,
    )


def test_a_housemate_of_somebody_who_hides_hides_too(loket: Actor, schrijf_in: SchrijfIn, vorm: Vorm) -> None:
    verborgen = schrijf_in("Kanarie", geheimhouding=True, **KANARIE)
    kind = schrijf_in("Kind", **KANARIE)
    vader = schrijf_in("Vader", date(1979, 1, 1), **ADRES)
    thuis = vorm((verborgen, "ouder"), (kind, "kind"))
    vorm((vader, "ouder"), (kind, "kind"), ook_hier=[kind])
    assert namen(loket, naam="Kind", geboortedatum=GEBOREN) == []
    # At the other parent's nothing says that the child lives there as well.
    [gevonden] = herken(loket, naam="Vader", geboortedatum=date(1979, 1, 1))
    assert (gevonden.plaats, gevonden.huisgenoten) == ("Leerdam", ())
    gezinsleden_vertrekken(SYSTEEM, [Vertrek(thuis, kind, date(2024, 6, 3))])
    assert namen(loket, naam="Kind", geboortedatum=GEBOREN) == ["Kind"]


def test_who_may_read_somebody_who_hides_finds_them_by_name(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    geef_dossier(schrijf_in("Kanarie", geheimhouding=True, **KANARIE), consulent)
    [gevonden] = herken(consulent, naam="Kanarie", geboortedatum=GEBOREN)
    assert (gevonden.plaats, gevonden.geheim, gevonden.leesbaar) == ("", True, True)


def test_one_line_and_the_address_are_for_who_has_a_grant(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    mijn, ander = schrijf_in("Mijn", **ADRES), schrijf_in("Ander", **ADRES)
    geef_dossier(mijn, consulent)
    assert set(kernen(consulent, [mijn, ander])) == {mijn}
    assert postadres(consulent, mijn).regels == ("Dorpsstraat 12a", "4141 AB  LEERDAM")
    with pytest.raises(NietGevonden):
        postadres(consulent, ander)


@pytest.mark.parametrize(
    ("grond", "ziet"),
    [
        (Grond.REGIE, True),
        (Grond.TWEEDE, True),
        (Grond.LEIDING, True),
        (Grond.TEAM, False),
        (Grond.AANNAME, False),
        (Grond.CONSULTATIE, False),
        (Grond.TOESTEMMING, False),
        (Grond.NOOD, False),
    ],
)
def test_a_secret_address_is_for_direction_second_and_leadership(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier, vorm: Vorm, grond: Grond, ziet: bool
) -> None:
    verborgen = schrijf_in("Kanarie", geheimhouding=True, **KANARIE)
    kind = schrijf_in("Kind", **KANARIE)
    vorm((verborgen, "ouder"), (kind, "kind"))
    for persoon in (verborgen, kind):
        geef_dossier(persoon, consulent, grond, Niveau.LEESBAAR)
        kern, adres = kernen(consulent, [persoon])[persoon], postadres(consulent, persoon)
        assert (kern.geheim, adres.geheim) == (True, True)
        assert (kern.plaats, bool(adres.regels)) == ("Kanariedorp" if ziet else "", ziet)


def test_the_system_reads_everybody_but_no_secret_address(schrijf_in: SchrijfIn) -> None:
    verborgen, open_ = schrijf_in("Kanarie", geheimhouding=True, **KANARIE), schrijf_in("Open", **ADRES)
    assert [k.plaats for k in kernen(SYSTEEM, [verborgen, open_]).values()] == ["", "Leerdam"]
    assert (postadres(SYSTEEM, verborgen).regels, len(postadres(SYSTEEM, open_).regels)) == ((), 2)
