"""A household: formed, joined, left, moved to; a child with two homes; and refused where it must be."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samendoen.inwoners.actions import gezinslid, huishouden
from samendoen.inwoners.api import (
    Lid,
    NieuwHuishouden,
    Toetreding,
    Vertrek,
    gezinsleden_erbij,
    gezinsleden_vertrekken,
    huishouden_van,
    leden_van,
    registreer_inwoners,
    vorm_huishoudens,
    zorg_voor_huishouden,
)
from samendoen.inwoners.models import Gezinslid, Huishouden
from samendoen.inwoners.rules import Lidmaatschap, vouw
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Grond, Niveau
from tests.integration.inwoners.conftest import (
    KIND_GEBOREN,
    SINDS,
    GeefDossier,
    SchrijfIn,
    Vorm,
    nieuw,
)

pytestmark = pytest.mark.django_db
VANDAAG, EERDER = date(2024, 6, 3), date(2023, 1, 1)


def rijen(huishouden_id: int) -> set[Lidmaatschap]:
    velden = ("inwoner_id", "rol", "van", "tot", "hoofdverblijf")
    return {
        Lidmaatschap(*rij) for rij in Gezinslid.objects.filter(huishouden=huishouden_id).values_list(*velden)
    }


def gevouwen(huishouden_id: int) -> frozenset[Lidmaatschap]:
    gebeurtenissen = van_onderwerp("inwoners.huishouden", [huishouden_id]).get(huishouden_id, [])
    return vouw((g.voorgevallen_op, lees(g)) for g in gebeurtenissen)


@pytest.fixture
def ouder(schrijf_in: SchrijfIn) -> int:
    return schrijf_in("Ouder")


@pytest.fixture
def kind(schrijf_in: SchrijfIn) -> int:
    return schrijf_in("Kind", KIND_GEBOREN)


@pytest.fixture
def gezin(consulent: Actor, ouder: int, kind: int, vorm: Vorm, geef_dossier: GeefDossier) -> int:
    """Give a household of a parent and a child in which the professional works."""
    geef_dossier(ouder, consulent)
    return vorm((ouder, "ouder"), (kind, "kind"))


def test_a_household_is_formed_and_its_members_count_from_birth(loket: Actor, ouder: int, kind: int) -> None:
    leden = ((ouder, "ouder"), (kind, "kind"))
    [nummer] = vorm_huishoudens(loket, [NieuwHuishouden(uuid4(), date(2010, 1, 1), leden)])
    assert rijen(nummer) == {
        Lidmaatschap(ouder, "ouder", date(2010, 1, 1)),
        Lidmaatschap(kind, "kind", KIND_GEBOREN),
    }
    assert gevouwen(nummer) == rijen(nummer)
    assert leden_van(nummer) == (Lid(ouder, "ouder"), Lid(kind, "kind"))


def test_a_household_sent_twice_is_one_household(loket: Actor, ouder: int) -> None:
    eenmaal = NieuwHuishouden(uuid4(), SINDS, ((ouder, "ouder"),))
    eerst = vorm_huishoudens(loket, [eenmaal])
    assert vorm_huishoudens(loket, [eenmaal, eenmaal]) == eerst * 2
    assert (Huishouden.objects.count(), Gezinslid.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("leden", "anders", "veld"),
    [
        ((), {}, "leden"),
        (("ouder", "ouder"), {}, "leden"),
        (("baas",), {}, "rol"),
        (("ouder",), {"ook_hier": True}, "ook_hier"),
        (("ouder",), {"van": date(2024, 6, 4)}, "van"),
    ],
    ids=["nobody", "twice", "unknown role", "second home of an adult", "tomorrow"],
)
def test_a_household_that_cannot_be_is_refused(
    loket: Actor, ouder: int, leden: tuple[str, ...], anders: dict[str, Any], veld: str
) -> None:
    ook_hier = frozenset({ouder}) if anders.get("ook_hier") else frozenset()
    mis = NieuwHuishouden(uuid4(), anders.get("van", SINDS), tuple((ouder, rol) for rol in leden), ook_hier)
    with pytest.raises(Domeinfout) as fout:
        vorm_huishoudens(loket, [mis])
    assert fout.value.veld == veld
    assert not Huishouden.objects.exists()


def test_nobody_lives_in_two_households_unless_it_is_a_second_home_of_a_child(
    loket: Actor, ouder: int, kind: int, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    bij_moeder = vorm((ouder, "ouder"), (kind, "kind"))
    vader = schrijf_in("Vader")
    leden = ((vader, "ouder"), (kind, "kind"))
    with pytest.raises(Domeinfout, match="hoort in deze periode al bij een huishouden"):
        vorm_huishoudens(loket, [NieuwHuishouden(uuid4(), SINDS, leden)])
    [bij_vader] = vorm_huishoudens(loket, [NieuwHuishouden(uuid4(), SINDS, leden, frozenset({kind}))])
    assert huishouden_van(kind) == bij_moeder
    assert leden_van(bij_vader) == (Lid(vader, "ouder"), Lid(kind, "kind", False))


def test_nothing_is_formed_when_recording_fails(
    loket: Actor, ouder: int, kapot: Callable[[Any], None]
) -> None:
    kapot(huishouden)
    with pytest.raises(RuntimeError, match="recording failed"):
        vorm_huishoudens(loket, [NieuwHuishouden(uuid4(), SINDS, ((ouder, "ouder"),))])
    assert not Huishouden.objects.exists()


def test_who_hides_and_is_out_of_reach_cannot_be_put_in_a_household(
    loket: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    verborgen = schrijf_in("Kanarie", geheimhouding=True)
    leden = ((verborgen, "ouder"),)
    with pytest.raises(Domeinfout, match="niet bekend, of ligt buiten uw werkgebied"):
        vorm_huishoudens(loket, [NieuwHuishouden(uuid4(), SINDS, leden)])
    geef_dossier(verborgen, loket)
    assert vorm_huishoudens(loket, [NieuwHuishouden(uuid4(), SINDS, leden)])


def test_a_household_is_made_sure_of_once(ouder: int) -> None:
    with schrijft("proef"):
        eerst = zorg_voor_huishouden(SYSTEEM, ouder, SINDS)
        assert zorg_voor_huishouden(SYSTEEM, ouder, VANDAAG) == eerst
        assert zorg_voor_huishouden(SYSTEEM, ouder, date(2015, 1, 1)) == eerst
    assert gevouwen(eerst) == rijen(eerst) == {Lidmaatschap(ouder, "overig", SINDS)}


def test_who_left_a_household_gets_another(consulent: Actor, gezin: int, ouder: int) -> None:
    gezinsleden_vertrekken(consulent, [Vertrek(gezin, ouder, EERDER)])
    with schrijft("proef"):
        nieuw_huis = zorg_voor_huishouden(SYSTEEM, ouder, date(2019, 1, 1))
    assert nieuw_huis != gezin
    assert huishouden_van(ouder) == nieuw_huis


def test_somebody_joins(consulent: Actor, gezin: int, schrijf_in: SchrijfIn) -> None:
    partner = schrijf_in("Partner")
    gezinsleden_erbij(consulent, [Toetreding(gezin, partner, "partner", EERDER)])
    assert Lidmaatschap(partner, "partner", EERDER) in rijen(gezin)
    assert gevouwen(gezin) == rijen(gezin)
    [erbij] = van_onderwerp("inwoners.huishouden", [gezin])[gezin][1:]
    assert (erbij.soort, erbij.voorgevallen_op) == ("inwoners.gezinslid_erbij", EERDER)


def test_joining_twice_is_joining_once(consulent: Actor, gezin: int, schrijf_in: SchrijfIn) -> None:
    erbij = Toetreding(gezin, schrijf_in("Partner"), "partner", EERDER)
    gezinsleden_erbij(consulent, [erbij, erbij])
    gezinsleden_erbij(consulent, [erbij])
    assert Gezinslid.objects.filter(huishouden=gezin).count() == 3
    assert gevouwen(gezin) == rijen(gezin)


def test_who_lives_there_already_does_not_join(consulent: Actor, gezin: int, kind: int) -> None:
    with pytest.raises(Domeinfout, match="al bij dit huishouden"):
        gezinsleden_erbij(consulent, [Toetreding(gezin, kind, "kind", EERDER)])


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"rol": "baas"}, "rol"),
        ({"hoofdverblijf": False}, "hoofdverblijf"),
        ({"van": date(2024, 6, 4)}, "van"),
        ({"van": date(1979, 1, 1)}, "van"),
        ({"persoon_id": 10**9}, "leden"),
    ],
    ids=["unknown role", "second home of an adult", "tomorrow", "before the birth", "unknown person"],
)
def test_joining_that_cannot_be_is_refused(
    consulent: Actor, gezin: int, schrijf_in: SchrijfIn, anders: dict[str, Any], veld: str
) -> None:
    gewoon = {"huishouden_id": gezin, "persoon_id": schrijf_in("Oom"), "rol": "overig", "van": EERDER}
    with pytest.raises(Domeinfout) as fout:
        gezinsleden_erbij(consulent, [Toetreding(**{**gewoon, **anders})])
    assert fout.value.veld == veld
    assert Gezinslid.objects.filter(huishouden=gezin).count() == 2


def test_who_lives_elsewhere_must_leave_or_move(
    consulent: Actor, gezin: int, schrijf_in: SchrijfIn, vorm: Vorm, geef_dossier: GeefDossier
) -> None:
    partner = schrijf_in("Partner")
    elders = vorm((partner, "overig"), van=EERDER)
    erbij = Toetreding(gezin, partner, "partner", VANDAAG)
    with pytest.raises(Domeinfout, match="hoort in deze periode al bij een huishouden"):
        gezinsleden_erbij(consulent, [erbij])
    geef_dossier(partner, consulent)
    gezinsleden_erbij(consulent, [Toetreding(gezin, partner, "partner", VANDAAG, verhuist=True)])
    assert huishouden_van(partner) == gezin
    assert rijen(elders) == gevouwen(elders) == {Lidmaatschap(partner, "overig", EERDER, VANDAAG)}
    assert gevouwen(gezin) == rijen(gezin)


def test_a_home_that_never_was_ends_on_its_first_day(
    consulent: Actor, gezin: int, schrijf_in: SchrijfIn, vorm: Vorm, geef_dossier: GeefDossier
) -> None:
    partner = schrijf_in("Partner")
    geef_dossier(partner, consulent)
    elders = vorm((partner, "overig"), van=EERDER)
    gezinsleden_erbij(consulent, [Toetreding(gezin, partner, "partner", SINDS, verhuist=True)])
    assert rijen(elders) == {Lidmaatschap(partner, "overig", EERDER, EERDER)}
    assert leden_van(elders, EERDER) == ()


def test_moving_out_of_a_household_out_of_reach_is_not_for_everybody(
    consulent: Actor, gezin: int, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    partner = schrijf_in("Partner")
    elders = vorm((partner, "overig"), van=EERDER)
    with pytest.raises(Domeinfout, match="buiten uw werkgebied"):
        gezinsleden_erbij(consulent, [Toetreding(gezin, partner, "partner", VANDAAG, verhuist=True)])
    assert huishouden_van(partner) == elders


def test_a_child_gets_a_second_home(
    consulent: Actor, gezin: int, kind: int, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    bij_vader = vorm((schrijf_in("Vader"), "ouder"))
    erbij = Toetreding(bij_vader, kind, "kind", EERDER, hoofdverblijf=False)
    with pytest.raises(NietGevonden):
        gezinsleden_erbij(consulent, [erbij])
    gezinsleden_erbij(SYSTEEM, [erbij])
    assert huishouden_van(kind) == gezin
    assert Lid(kind, "kind", False) in leden_van(bij_vader)
    assert gevouwen(bij_vader) == rijen(bij_vader)


def test_somebody_leaves_and_the_household_stays(consulent: Actor, gezin: int, ouder: int, kind: int) -> None:
    gezinsleden_vertrekken(consulent, [Vertrek(gezin, ouder, EERDER)])
    assert leden_van(gezin) == (Lid(kind, "kind"),)
    assert leden_van(gezin, date(2022, 12, 31)) == (Lid(ouder, "ouder"), Lid(kind, "kind"))
    assert gevouwen(gezin) == rijen(gezin)


def test_leaving_twice_is_leaving_once(consulent: Actor, gezin: int, ouder: int) -> None:
    for _keer in range(2):
        gezinsleden_vertrekken(consulent, [Vertrek(gezin, ouder, EERDER)])
    assert len(van_onderwerp("inwoners.huishouden", [gezin])[gezin]) == 2


def test_leaving_on_the_first_day_undoes_a_mistake(consulent: Actor, gezin: int, kind: int) -> None:
    gezinsleden_vertrekken(consulent, [Vertrek(gezin, kind, SINDS)])
    assert huishouden_van(kind, SINDS) is None
    gezinsleden_erbij(consulent, [Toetreding(gezin, kind, "kind", SINDS)])
    assert huishouden_van(kind, SINDS) == gezin
    assert gevouwen(gezin) == rijen(gezin)


@pytest.mark.parametrize(
    ("tot", "zin"),
    [(date(2024, 6, 4), "in de toekomst"), (date(2019, 12, 31), "voor de eerste dag")],
    ids=["tomorrow", "before joining"],
)
def test_leaving_on_a_day_that_cannot_be_is_refused(
    consulent: Actor, gezin: int, ouder: int, tot: date, zin: str
) -> None:
    with pytest.raises(Domeinfout, match=zin):
        gezinsleden_vertrekken(consulent, [Vertrek(gezin, ouder, tot)])
    assert huishouden_van(ouder) == gezin


def test_who_is_no_member_does_not_leave(consulent: Actor, gezin: int, schrijf_in: SchrijfIn) -> None:
    with pytest.raises(Domeinfout, match="hoort niet"):
        gezinsleden_vertrekken(consulent, [Vertrek(gezin, schrijf_in("Oom"), EERDER)])


def test_a_household_out_of_reach_does_not_exist(loket: Actor, gezin: int, ouder: int) -> None:
    with pytest.raises(NietGevonden):
        gezinsleden_vertrekken(loket, [Vertrek(gezin, ouder, EERDER)])


def test_who_reads_along_changes_no_household(
    loket: Actor, gezin: int, ouder: int, geef_dossier: GeefDossier
) -> None:
    geef_dossier(ouder, loket, Grond.TOESTEMMING, Niveau.LEESBAAR)
    with pytest.raises(Geweigerd, match="niet wijzigen"):
        gezinsleden_vertrekken(loket, [Vertrek(gezin, ouder, EERDER)])


def test_a_grant_on_who_left_long_ago_opens_the_household_no_more(
    loket: Actor, consulent: Actor, gezin: int, ouder: int, kind: int, geef_dossier: GeefDossier
) -> None:
    gezinsleden_vertrekken(consulent, [Vertrek(gezin, ouder, EERDER)])
    geef_dossier(ouder, loket)
    with pytest.raises(NietGevonden):
        gezinsleden_vertrekken(loket, [Vertrek(gezin, kind, VANDAAG)])


@pytest.mark.parametrize("wat", ["joins", "leaves"])
def test_nothing_changes_when_recording_fails(
    consulent: Actor,
    gezin: int,
    ouder: int,
    schrijf_in: SchrijfIn,
    kapot: Callable[[Any], None],
    wat: str,
) -> None:
    oom, voor = schrijf_in("Oom"), rijen(gezin)
    kapot(gezinslid)
    with pytest.raises(RuntimeError, match="recording failed"):
        if wat == "joins":
            gezinsleden_erbij(consulent, [Toetreding(gezin, oom, "overig", EERDER)])
        else:
            gezinsleden_vertrekken(consulent, [Vertrek(gezin, ouder, EERDER)])
    assert rijen(gezin) == voor


DAGEN = st.dates(date(2019, 1, 1), VANDAAG)
STAPPEN = st.lists(
    st.tuples(
        st.sampled_from(["erbij", "ook hier", "verhuist", "weg"]),
        st.integers(0, 1),
        st.integers(0, 3),
        st.sampled_from(["ouder", "kind", "partner"]),
        DAGEN,
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stappen=STAPPEN)
def test_whatever_happens_the_rows_of_a_household_equal_the_fold_of_its_events(
    stappen: list[tuple[str, int, int, str, date]],
) -> None:
    mensen = registreer_inwoners(SYSTEEM, [nieuw(f"Proef{n}") for n in range(4)])
    huizen = vorm_huishoudens(
        SYSTEEM, [NieuwHuishouden(uuid4(), SINDS, ((mensen[n], "ouder"),)) for n in range(2)]
    )
    for wat, huis, wie, rol, dag in stappen:
        try:
            if wat == "weg":
                gezinsleden_vertrekken(SYSTEEM, [Vertrek(huizen[huis], mensen[wie], dag)])
            else:
                hier = wat != "ook hier"
                toetreding = Toetreding(huizen[huis], mensen[wie], rol, dag, hier, wat == "verhuist")
                gezinsleden_erbij(SYSTEEM, [toetreding])
        except Domeinfout:
            pass  # refused: then nothing may have changed, which the fold shows
    for huis_id in huizen:
        assert gevouwen(huis_id) == rijen(huis_id)
