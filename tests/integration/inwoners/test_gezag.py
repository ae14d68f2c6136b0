"""Custody and relations: recorded, ended; and refused where it must be."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from samendoen.inwoners.actions import gezag, relatie
from samendoen.inwoners.api import (
    Gezagseinde,
    NieuweRelatie,
    NieuwGezag,
    beeindig_gezag,
    beeindig_relaties,
    gezag_over,
    leg_gezag_vast,
    leg_relaties_vast,
)
from samendoen.inwoners.models import Gezag, Relatie
from samendoen.inwoners.rules import Gezagsperiode, Relatieperiode, vouw_gezag, vouw_relaties
from samendoen.kernel.actor import Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import Gebeurtenissoort, lees, van_onderwerp
from samendoen.kernel.models import GebeurtenisInhoud, Grond, Niveau
from tests.integration.inwoners.conftest import KIND_GEBOREN, GeefDossier, SchrijfIn

pytestmark = pytest.mark.django_db
VANDAAG, EERDER = date(2024, 6, 3), date(2020, 1, 1)


def verhaal(persoon: int) -> list[tuple[date, Gebeurtenissoort]]:
    gebeurtenissen = van_onderwerp("inwoners.inwoner", [persoon])[persoon]
    return [(g.voorgevallen_op, lees(g)) for g in gebeurtenissen]


def gezagsrijen(kind: int) -> set[Gezagsperiode]:
    alle = Gezag.objects.filter(inwoner=kind).values_list("gezaghebber_id", "van", "tot")
    return {Gezagsperiode(*rij) for rij in alle}


def relatierijen(persoon: int) -> set[Relatieperiode]:
    alle = Relatie.objects.filter(inwoner=persoon).values_list("pk", "soort", "van", "tot")
    return {Relatieperiode(*rij) for rij in alle}


@pytest.fixture
def kind(consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier) -> int:
    nummer = schrijf_in("Kind", KIND_GEBOREN)
    geef_dossier(nummer, consulent, wet="jeugd")
    return nummer


@pytest.fixture
def ouder(schrijf_in: SchrijfIn) -> int:
    return schrijf_in("Ouder")


def test_two_parents_have_custody(consulent: Actor, kind: int, ouder: int, schrijf_in: SchrijfIn) -> None:
    ander = schrijf_in("Vader")
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, KIND_GEBOREN), NieuwGezag(kind, ander, EERDER)])
    assert gezag_over([kind]) == {kind: (ouder, ander)}
    assert gezag_over([kind], date(2019, 1, 1)) == {kind: (ouder,)}
    assert vouw_gezag(verhaal(kind)) == gezagsrijen(kind)


def test_custody_recorded_twice_is_custody_once(consulent: Actor, kind: int, ouder: int) -> None:
    nieuw = NieuwGezag(kind, ouder, EERDER)
    leg_gezag_vast(consulent, [nieuw, nieuw])
    leg_gezag_vast(consulent, [nieuw])
    assert Gezag.objects.count() == 1


def test_custody_ends_by_law_at_eighteen(consulent: Actor, kind: int, ouder: int) -> None:
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, KIND_GEBOREN)])
    assert gezag_over([kind], date(2032, 4, 30)) == {kind: (ouder,)}
    assert gezag_over([kind], date(2032, 5, 1)) == {}


@pytest.mark.parametrize(
    ("houder", "van", "veld", "zin"),
    [
        ("ouder", date(2024, 6, 4), "van", "in de toekomst"),
        ("ouder", date(2014, 4, 30), "van", "vóór de geboorte"),
        ("zelf", EERDER, "gezaghebber", "gezag over zichzelf"),
        ("onbekend", EERDER, "gezaghebber", "niet bekend"),
        ("zus", EERDER, "gezaghebber", "te jong"),
        ("verborgen", EERDER, "gezaghebber", "niet bekend"),
    ],
)
def test_custody_that_cannot_be_is_refused(
    consulent: Actor, kind: int, schrijf_in: SchrijfIn, houder: str, van: date, veld: str, zin: str
) -> None:
    wie = {
        "ouder": lambda: schrijf_in("Ouder"),
        "zelf": lambda: kind,
        "onbekend": lambda: 10**9,
        "zus": lambda: schrijf_in("Zus", date(2008, 1, 1)),
        "verborgen": lambda: schrijf_in("Kanarie", geheimhouding=True),
    }[houder]()
    with pytest.raises(Domeinfout, match=zin) as fout:
        leg_gezag_vast(consulent, [NieuwGezag(kind, wie, van)])
    assert fout.value.veld == veld
    assert not Gezag.objects.exists()


def test_nobody_has_custody_over_an_adult(
    consulent: Actor, ouder: int, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    volwassen = schrijf_in("Volwassen", date(2000, 1, 1))
    geef_dossier(volwassen, consulent)
    with pytest.raises(Domeinfout, match="geen kind meer"):
        leg_gezag_vast(consulent, [NieuwGezag(volwassen, ouder, EERDER)])


def test_a_third_has_no_custody_until_one_of_two_ended(
    consulent: Actor, kind: int, ouder: int, schrijf_in: SchrijfIn
) -> None:
    vader, voogd = schrijf_in("Vader"), schrijf_in("Voogd")
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, EERDER), NieuwGezag(kind, vader, EERDER)])
    with pytest.raises(Domeinfout, match="Twee mensen hebben al gezag"):
        leg_gezag_vast(consulent, [NieuwGezag(kind, voogd, VANDAAG)])
    beeindig_gezag(consulent, [Gezagseinde(kind, vader, VANDAAG)])
    leg_gezag_vast(consulent, [NieuwGezag(kind, voogd, VANDAAG)])
    assert gezag_over([kind]) == {kind: (ouder, voogd)}
    assert vouw_gezag(verhaal(kind)) == gezagsrijen(kind)


def test_who_has_custody_does_not_get_it_again(consulent: Actor, kind: int, ouder: int) -> None:
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, EERDER)])
    with pytest.raises(Domeinfout, match="al gezag over dit kind"):
        leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, VANDAAG)])


def test_custody_ends_once_and_may_come_back(consulent: Actor, kind: int, ouder: int) -> None:
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, EERDER)])
    for _keer in range(2):
        beeindig_gezag(consulent, [Gezagseinde(kind, ouder, date(2023, 1, 1))])
    assert gezag_over([kind]) == {}
    with pytest.raises(Domeinfout, match="loopt niet"):
        beeindig_gezag(consulent, [Gezagseinde(kind, ouder, VANDAAG)])
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, VANDAAG)])
    assert vouw_gezag(verhaal(kind)) == gezagsrijen(kind)
    assert len(gezagsrijen(kind)) == 2


@pytest.mark.parametrize("tot", [date(2024, 6, 4), date(2019, 12, 31)], ids=["tomorrow", "before it began"])
def test_custody_does_not_end_on_a_day_that_cannot_be(
    consulent: Actor, kind: int, ouder: int, tot: date
) -> None:
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, EERDER)])
    with pytest.raises(Domeinfout) as fout:
        beeindig_gezag(consulent, [Gezagseinde(kind, ouder, tot)])
    assert fout.value.veld == "tot"
    assert gezag_over([kind])


def test_custody_is_recorded_by_who_may_write_about_the_child(
    loket: Actor, kind: int, ouder: int, geef_dossier: GeefDossier
) -> None:
    geef_dossier(ouder, loket)
    with pytest.raises(NietGevonden):
        leg_gezag_vast(loket, [NieuwGezag(kind, ouder, EERDER)])
    geef_dossier(kind, loket, Grond.CONSULTATIE, Niveau.LEESBAAR)
    with pytest.raises(Geweigerd):
        leg_gezag_vast(loket, [NieuwGezag(kind, ouder, EERDER)])


@pytest.mark.parametrize("wat", ["begins", "ends"])
def test_custody_stays_as_it_was_when_recording_fails(
    consulent: Actor, kind: int, ouder: int, schrijf_in: SchrijfIn, kapot: Callable[[Any], None], wat: str
) -> None:
    leg_gezag_vast(consulent, [NieuwGezag(kind, ouder, EERDER)])
    vader, voor = schrijf_in("Vader"), gezagsrijen(kind)
    kapot(gezag)
    with pytest.raises(RuntimeError, match="recording failed"):
        if wat == "begins":
            leg_gezag_vast(consulent, [NieuwGezag(kind, vader, EERDER)])
        else:
            beeindig_gezag(consulent, [Gezagseinde(kind, ouder, VANDAAG)])
    assert gezagsrijen(kind) == voor


def relatie_van(persoon: int, **anders: Any) -> NieuweRelatie:
    gewoon = {"soort": "mantelzorger", "van": EERDER, "naam": "Tante Kanarie", "telefoon": "06 12345678"}
    return NieuweRelatie(uuid4(), persoon, **{**gewoon, **anders})


def test_somebody_who_matters_is_recorded_and_the_event_says_no_name(consulent: Actor, kind: int) -> None:
    [nummer] = leg_relaties_vast(consulent, [relatie_van(kind, toelichting="Past op  woensdag op")])
    rij = Relatie.objects.get(pk=nummer)
    assert (rij.naam, rij.toelichting) == ("Tante Kanarie", "Past op woensdag op")
    gebeurtenis = van_onderwerp("inwoners.inwoner", [kind])[kind][-1]
    assert gebeurtenis.gegevens == {"relatie": nummer, "relatiesoort": "mantelzorger"}
    assert not GebeurtenisInhoud.objects.exists()
    assert vouw_relaties(verhaal(kind)) == relatierijen(kind)


def test_a_relation_sent_twice_is_one_relation(consulent: Actor, kind: int) -> None:
    nieuw = relatie_van(kind)
    eerst = leg_relaties_vast(consulent, [nieuw, nieuw])
    assert leg_relaties_vast(consulent, [nieuw]) == [eerst[0]]
    assert Relatie.objects.count() == 1


def test_the_mark_of_a_form_about_another_resident_gives_nothing_away(
    consulent: Actor, kind: int, ouder: int, geef_dossier: GeefDossier
) -> None:
    geef_dossier(ouder, consulent)
    nieuw = relatie_van(kind)
    leg_relaties_vast(consulent, [nieuw])
    with pytest.raises(NietGevonden):
        leg_relaties_vast(consulent, [NieuweRelatie(nieuw.kenmerk, ouder, "netwerk", EERDER, naam="Iemand")])


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"soort": "vijand"}, "soort"),
        ({"naam": " "}, "naam"),
        ({"naam": "x" * 201}, "naam"),
        ({"naam": "Tante", "ander": 10**9}, "naam"),
        ({"naam": "", "ander": 10**9}, "ander"),
        ({"telefoon": "bel maar"}, "telefoon"),
        ({"toelichting": "x" * 201}, "toelichting"),
        ({"van": date(2024, 6, 4)}, "van"),
    ],
)
def test_a_relation_that_cannot_be_is_refused(
    consulent: Actor, kind: int, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        leg_relaties_vast(consulent, [relatie_van(kind, **anders)])
    assert fout.value.veld == veld
    assert not Relatie.objects.exists()


def test_nobody_is_the_own_carer(consulent: Actor, kind: int) -> None:
    with pytest.raises(Domeinfout, match="de inwoner zelf"):
        leg_relaties_vast(consulent, [relatie_van(kind, naam="", ander=kind)])


def test_another_resident_is_a_relation_too(consulent: Actor, kind: int, ouder: int) -> None:
    [nummer] = leg_relaties_vast(consulent, [relatie_van(kind, naam="", ander=ouder)])
    assert Relatie.objects.get(pk=nummer).ander_id == ouder


def test_a_relation_ends_once(consulent: Actor, kind: int) -> None:
    [nummer] = leg_relaties_vast(consulent, [relatie_van(kind)])
    for _keer in range(2):
        beeindig_relaties(consulent, [(nummer, VANDAAG)])
    assert vouw_relaties(verhaal(kind)) == relatierijen(kind)
    with pytest.raises(Domeinfout, match="al beëindigd"):
        beeindig_relaties(consulent, [(nummer, EERDER)])


@pytest.mark.parametrize("tot", [date(2024, 6, 4), date(2019, 12, 31)], ids=["tomorrow", "before it began"])
def test_a_relation_does_not_end_on_a_day_that_cannot_be(consulent: Actor, kind: int, tot: date) -> None:
    [nummer] = leg_relaties_vast(consulent, [relatie_van(kind)])
    with pytest.raises(Domeinfout) as fout:
        beeindig_relaties(consulent, [(nummer, tot)])
    assert fout.value.veld == "tot"


def test_a_relation_out_of_reach_does_not_exist(loket: Actor, consulent: Actor, kind: int) -> None:
    [nummer] = leg_relaties_vast(consulent, [relatie_van(kind)])
    for vreemd in (nummer, 10**9):
        with pytest.raises(NietGevonden):
            beeindig_relaties(loket, [(vreemd, VANDAAG)])


@pytest.mark.parametrize("wat", ["begins", "ends"])
def test_a_relation_stays_as_it_was_when_recording_fails(
    consulent: Actor, kind: int, kapot: Callable[[Any], None], wat: str
) -> None:
    [nummer] = leg_relaties_vast(consulent, [relatie_van(kind)])
    voor = relatierijen(kind)
    kapot(relatie)
    with pytest.raises(RuntimeError, match="recording failed"):
        if wat == "begins":
            leg_relaties_vast(consulent, [relatie_van(kind)])
        else:
            beeindig_relaties(consulent, [(nummer, VANDAAG)])
    assert relatierijen(kind) == voor
