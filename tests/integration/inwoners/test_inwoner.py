"""A resident: registered, changed; and refused where it must be."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from samendoen.inwoners.actions import inwoner as acties
from samendoen.inwoners.api import Gegevenswijziging, registreer_inwoners, wijzig_inwoners
from samendoen.inwoners.models import Inwoner
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Gebeurtenis, GebeurtenisInhoud, Grond, Niveau, Persoon
from samendoen.kernel.rechten import Rol
from tests.integration.inwoners.conftest import ADRES, GeefDossier, SchrijfIn, Vorm, nieuw
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
SOORT = "inwoners.inwoner"


def soorten(persoon: int) -> list[str]:
    return [g.soort for g in van_onderwerp(SOORT, [persoon]).get(persoon, [])]


def test_a_resident_is_registered_with_everything_in_one_form(loket: Actor) -> None:
    [persoon] = registreer_inwoners(
        loket, [nieuw("  de   Vries ", voornamen="Anna Maria", tussenvoegsel="", **ADRES)]
    )
    rij = Inwoner.objects.get(pk=persoon)
    assert (rij.achternaam, rij.naam_zoek, rij.postcode, rij.huisnummer) == (
        "de Vries",
        "vries",
        "4141 AB",
        "12a",
    )
    assert soorten(persoon) == ["inwoners.inwoner_geregistreerd"]


def test_a_resident_has_an_own_key_for_pseudonyms(schrijf_in: SchrijfIn) -> None:
    een, twee = schrijf_in("Jansen"), schrijf_in("Pietersen")
    sleutels = {bytes(p.pseudoniemsleutel or b"") for p in Persoon.objects.filter(pk__in=[een, twee])}
    assert len(sleutels) == 2


def test_the_event_says_that_somebody_was_registered_and_nothing_about_who(schrijf_in: SchrijfIn) -> None:
    persoon = schrijf_in("Kanarie", **ADRES)
    [gebeurtenis] = van_onderwerp(SOORT, [persoon])[persoon]
    assert gebeurtenis.gegevens == {}
    assert not GebeurtenisInhoud.objects.exists()


def test_a_form_sent_twice_is_one_resident(loket: Actor) -> None:
    eenmaal = nieuw(bsn="123456782")
    eerst = registreer_inwoners(loket, [eenmaal])
    assert registreer_inwoners(loket, [eenmaal]) == eerst
    assert registreer_inwoners(loket, [eenmaal, eenmaal]) == eerst * 2
    assert (Inwoner.objects.count(), Persoon.objects.count()) == (1, 1)
    assert Gebeurtenis.objects.filter(onderwerp_soort=SOORT).count() == 1


def test_ids_come_in_the_order_asked(loket: Actor) -> None:
    een, twee, drie = nieuw("Een"), nieuw("Twee"), nieuw("Drie")
    [vooraf] = registreer_inwoners(loket, [twee])
    ids = registreer_inwoners(loket, [een, twee, drie])
    assert ids[1] == vooraf
    assert [Inwoner.objects.get(pk=pk).achternaam for pk in ids] == ["Een", "Twee", "Drie"]


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"achternaam": " "}, "achternaam", "De achternaam ontbreekt."),
        ({"achternaam": "..."}, "achternaam", "De achternaam ontbreekt."),
        ({"achternaam": "J" * 201}, "achternaam", "te lang"),
        ({"achternaam": "ß" * 150}, "achternaam", "te lang"),
        ({"achternaam": "Jan\x00sen"}, "achternaam", "teken dat niet bestaat"),
        ({"geboortedatum": date(2024, 6, 4)}, "geboortedatum", "ligt in de toekomst"),
        ({"geboortedatum": date(1890, 1, 1)}, "geboortedatum", "meer dan 120 jaar"),
        ({"overleden_op": date(2024, 6, 4)}, "overleden_op", "ligt in de toekomst"),
        ({"overleden_op": date(1970, 1, 1)}, "overleden_op", "vóór de geboorte"),
        ({"bsn": "111222334"}, "bsn", "geen geldig burgerservicenummer"),
        ({"bsn": "12345678"}, "bsn", "geen geldig burgerservicenummer"),
        ({"bsn": "000000000"}, "bsn", "geen geldig burgerservicenummer"),
        ({"postcode": "0123 AB"}, "postcode", ""),
        ({"postcode": "4141 SS"}, "postcode", ""),
        ({"geslacht": "x"}, "geslacht", "Deze keuze bestaat niet."),
        ({"voorkeurskanaal": "duif"}, "voorkeurskanaal", "Deze keuze bestaat niet."),
        ({"voorkeurstaal": "Ned."}, "voorkeurstaal", "Dit klopt niet."),
        ({"email": "jansen"}, "email", "geen e-mailadres"),
        ({"telefoon": "bel maar"}, "telefoon", "Dit klopt niet."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    loket: Actor, anders: dict[str, Any], veld: str, zin: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        registreer_inwoners(loket, [nieuw("Goed"), nieuw(**anders)])
    assert fout.value.veld == veld
    assert zin in fout.value.toelichting
    assert fout.value.doe
    assert (Inwoner.objects.count(), Persoon.objects.count()) == (0, 0)


def test_somebody_born_today_and_somebody_very_old_are_welcome(loket: Actor) -> None:
    assert (
        len(registreer_inwoners(loket, [nieuw(geboren=date(2024, 6, 3)), nieuw(geboren=date(1904, 7, 1))]))
        == 2
    )


def test_a_number_that_is_known_is_refused_without_a_word_about_whose_it_is(
    loket: Actor, schrijf_in: SchrijfIn
) -> None:
    schrijf_in("Kanarie", bsn="123456782", geheimhouding=True)
    with pytest.raises(Domeinfout) as fout:
        registreer_inwoners(loket, [nieuw(bsn="123456782")])
    assert (fout.value.veld, fout.value.fout) == ("bsn", "inwoner_bsn")
    assert "Kanarie" not in fout.value.toelichting + fout.value.doe
    assert "123456782" not in fout.value.toelichting + fout.value.doe
    assert Inwoner.objects.count() == 1


def test_the_same_number_twice_in_one_go_is_refused(loket: Actor) -> None:
    with pytest.raises(Domeinfout, match="al bekend"):
        registreer_inwoners(loket, [nieuw("Een", bsn="123456782"), nieuw("Twee", bsn="123 456 782")])
    assert not Inwoner.objects.exists()


def test_nobody_is_registered_when_recording_fails(loket: Actor, kapot: Callable[[Any], None]) -> None:
    kapot(acties)
    with pytest.raises(RuntimeError, match="recording failed"):
        registreer_inwoners(loket, [nieuw(bsn="123456782")])
    assert (Inwoner.objects.count(), Persoon.objects.count()) == (0, 0)


def test_data_change_and_the_event_says_which_not_into_what(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    persoon = schrijf_in("Jansen", roepnaam="Piet")
    geef_dossier(persoon, consulent)
    wijziging = {"achternaam": "de Wit", "roepnaam": "Piet", "telefoon": "06 12345678"}
    wijzig_inwoners(consulent, [Gegevenswijziging(persoon, wijziging)])
    rij = Inwoner.objects.get(pk=persoon)
    assert (rij.achternaam, rij.naam_zoek, rij.telefoon) == ("de Wit", "wit", "06 12345678")
    gewijzigd = van_onderwerp(SOORT, [persoon])[persoon][-1]
    assert gewijzigd.gegevens == {"velden": ["achternaam", "telefoon"]}


def test_the_same_again_changes_and_records_nothing(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    persoon = schrijf_in("Jansen", bsn="123456782", **ADRES)
    geef_dossier(persoon, consulent)
    zelfde = {"achternaam": "Jansen", "postcode": "4141 AB", "huisnummer": "12a", "bsn": ""}
    wijzig_inwoners(consulent, [Gegevenswijziging(persoon, zelfde)])
    assert soorten(persoon) == ["inwoners.inwoner_geregistreerd"]
    assert Inwoner.objects.get(pk=persoon).bsn == "123456782"


def test_a_field_that_nobody_may_write_is_no_field(schrijf_in: SchrijfIn) -> None:
    persoon = schrijf_in()
    with pytest.raises(KeyError):
        wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"kenmerk": "x"})])


def test_a_stranger_finds_nobody_to_change(consulent: Actor, schrijf_in: SchrijfIn) -> None:
    persoon = schrijf_in()
    with pytest.raises(NietGevonden):
        wijzig_inwoners(consulent, [Gegevenswijziging(persoon, {"roepnaam": "Piet"})])
    assert Inwoner.objects.get(pk=persoon).roepnaam == ""


def test_who_reads_along_does_not_change(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    persoon = schrijf_in()
    geef_dossier(persoon, consulent, Grond.CONSULTATIE, Niveau.LEESBAAR)
    with pytest.raises(Geweigerd, match="niet wijzigen"):
        wijzig_inwoners(consulent, [Gegevenswijziging(persoon, {"roepnaam": "Piet"})])


def test_one_out_of_reach_stops_the_whole(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    mijn, ander = schrijf_in("Mijn"), schrijf_in("Ander")
    geef_dossier(mijn, consulent)
    with pytest.raises(NietGevonden):
        wijzig_inwoners(consulent, [Gegevenswijziging(p, {"roepnaam": "X"}) for p in (mijn, ander)])
    assert Inwoner.objects.get(pk=mijn).roepnaam == ""


def test_policy_registers_nobody(db: None) -> None:
    with pytest.raises(Geweigerd):
        registreer_inwoners(actor(maak_medewerker(Rol.BELEID)), [nieuw()])
    assert not Inwoner.objects.exists()


def test_nothing_changes_when_recording_fails(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier, kapot: Callable[[Any], None]
) -> None:
    persoon = schrijf_in("Jansen")
    geef_dossier(persoon, consulent)
    kapot(acties)
    with pytest.raises(RuntimeError, match="recording failed"):
        wijzig_inwoners(consulent, [Gegevenswijziging(persoon, {"achternaam": "Anders"})])
    assert Inwoner.objects.get(pk=persoon).achternaam == "Jansen"


def test_a_number_of_somebody_else_is_refused_when_changing(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    schrijf_in("Ander", bsn="123456782")
    persoon = schrijf_in("Jansen")
    geef_dossier(persoon, consulent)
    with pytest.raises(Domeinfout, match="al bekend"):
        wijzig_inwoners(consulent, [Gegevenswijziging(persoon, {"bsn": "123456782"})])
    assert Inwoner.objects.get(pk=persoon).bsn is None


@pytest.mark.parametrize("velden", [{"straat": "Elders"}, {"geheimhouding": False}, {"postcode": "4141 AC"}])
def test_a_secret_address_is_not_changed_by_who_may_not_see_it(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier, velden: dict[str, Any]
) -> None:
    persoon = schrijf_in("Kanarie", geheimhouding=True, **ADRES)
    geef_dossier(persoon, consulent)
    with pytest.raises(Geweigerd, match="geheim"):
        wijzig_inwoners(consulent, [Gegevenswijziging(persoon, velden)])
    assert Inwoner.objects.get(pk=persoon).geheimhouding


def test_the_address_of_a_housemate_of_somebody_who_hides_is_as_secret(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier, vorm: Vorm
) -> None:
    ouder, kind = schrijf_in("Ouder", geheimhouding=True), schrijf_in("Kind", date(2014, 1, 1), **ADRES)
    vorm((ouder, "ouder"), (kind, "kind"))
    geef_dossier(kind, consulent)
    with pytest.raises(Geweigerd, match="geheim"):
        wijzig_inwoners(consulent, [Gegevenswijziging(kind, {"straat": "Elders"})])


def test_the_director_changes_a_secret_address_and_anybody_may_hide_somebody(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    persoon = schrijf_in("Kanarie", **ADRES)
    geef_dossier(persoon, consulent)
    wijzig_inwoners(consulent, [Gegevenswijziging(persoon, {"geheimhouding": True})])
    geef_dossier(persoon, consulent, Grond.REGIE)
    wijzig_inwoners(consulent, [Gegevenswijziging(persoon, {"straat": "Elders"})])
    assert Inwoner.objects.get(pk=persoon).straat == "Elders"
