"""Rules of the investigation: two writers on one text, and what the checklist still misses."""

from dataclasses import replace

import pytest

from samendoen.casus.rules.onderzoek import (
    GRONDSLAG,
    JEUGD,
    ONDERZOEK_OVERGANGEN,
    WMO,
    Clientondersteuning,
    EigenPlan,
    Gebiedsbeeld,
    Onderdeel,
    Onderzoekstatus,
    Persoonsbeeld,
    Verteld,
    grondslag,
    merk,
    ontbreekt,
    voeg_samen,
)

ALLES = frozenset(
    {"situatie", "wens", "eigen_kracht", "netwerk", "mantelzorg", "algemeen", "samenwerking", "conclusie"}
)
VOL = Persoonsbeeld(
    wet=WMO,
    gebieden=(Gebiedsbeeld("wonen", ALLES), Gebiedsbeeld("huishouden", ALLES - {"mantelzorg"})),
    gevuld=frozenset({"samenwerking", "conclusie"}),
    clientondersteuning=Clientondersteuning.AFGEZIEN,
    eigen_plan=EigenPlan.GEEN,
    verteld=frozenset(Verteld),
)


@pytest.mark.parametrize(
    ("staand", "mijn", "gelezen", "uit"),
    [
        ("oud", "oud", "oud", ("", "", "")),  # nobody changed anything
        ("oud", "nieuw", "oud", ("x", "", "")),  # I did
        ("nieuw", "oud", "oud", ("", "", "x")),  # the other one did
        ("hun", "mijn", "oud", ("", "x", "")),  # both did, each to something else
        ("zelfde", "zelfde", "oud", ("", "", "")),  # both did, to the same
    ],
)
def test_two_writers_of_one_text(staand: str, mijn: str, gelezen: str, uit: tuple[str, ...]) -> None:
    samen = voeg_samen({"x": staand}, {"x": mijn}, {"x": merk(gelezen)})
    assert ("".join(samen.anders), "".join(samen.botst), "".join(samen.van_ander)) == uit


def test_a_field_without_a_sign_was_read_as_empty() -> None:
    assert voeg_samen({"x": ""}, {"x": "mijn"}, {}).anders == ("x",)
    assert voeg_samen({"x": "hun"}, {"x": "mijn"}, {}).botst == ("x",)


def test_fields_are_weighed_one_by_one() -> None:
    staand, gelezen = {"a": "hun", "b": "oud", "c": "oud"}, {v: merk("oud") for v in "abc"}
    samen = voeg_samen(staand, {"a": "mijn", "b": "mijn", "c": "oud"}, gelezen)
    assert (samen.anders, samen.botst, samen.van_ander) == (("b",), ("a",), ())


def test_the_sign_of_a_text_is_short_and_tells_texts_apart() -> None:
    assert merk("a") == merk("a") != merk("b")
    assert len(merk("x" * 5000)) == 16


def test_a_whole_investigation_misses_nothing() -> None:
    assert ontbreekt(VOL) == ()


@pytest.mark.parametrize(
    ("anders", "mist"),
    [
        ({"gebieden": ()}, {Onderdeel.LEEFGEBIED, Onderdeel.MANTELZORG}),
        ({"gevuld": frozenset({"samenwerking"})}, {Onderdeel.CONCLUSIE}),
        ({"clientondersteuning": Clientondersteuning.NEE}, {Onderdeel.CLIENTONDERSTEUNING}),
        ({"clientondersteuning": ""}, {Onderdeel.CLIENTONDERSTEUNING}),
        ({"eigen_plan": ""}, {Onderdeel.EIGEN_PLAN}),
        ({"eigen_plan": EigenPlan.PERSOONLIJK}, {Onderdeel.EIGEN_PLAN}),
        ({"verteld": frozenset({Verteld.PGB})}, {Onderdeel.BIJDRAGE, Onderdeel.IDENTITEIT}),
    ],
)
def test_what_is_left_out_is_missed(anders: dict[str, object], mist: set[Onderdeel]) -> None:
    assert {g.onderdeel for g in ontbreekt(replace(VOL, **anders))} == mist  # type: ignore[arg-type]


def test_a_plan_of_their_own_is_missed_until_it_is_answered() -> None:
    beeld = replace(VOL, eigen_plan=EigenPlan.FAMILIEGROEP, gevuld=VOL.gevuld | {"plan_antwoord"})
    assert ontbreekt(beeld) == ()


def test_it_names_the_domains_where_something_is_missing_and_the_article() -> None:
    half = Gebiedsbeeld("huishouden", ALLES - {"wens", "netwerk"})
    gemist = ontbreekt(replace(VOL, gebieden=(VOL.gebieden[0], half)))
    assert [(g.onderdeel, g.gebieden) for g in gemist] == [
        (Onderdeel.BEHOEFTE, ("huishouden",)),
        (Onderdeel.NETWERK, ("huishouden",)),
    ]
    assert gemist[0].grondslag == "Wmo 2015 artikel 2.3.2 lid 4 onder a"


def test_an_offer_that_was_looked_at_counts_as_general_help() -> None:
    met_aanbod = Gebiedsbeeld("wonen", (ALLES - {"algemeen"}) | {"aanbod"})
    assert ontbreekt(replace(VOL, gebieden=(met_aanbod,))) == ()


def test_another_law_asks_other_things() -> None:
    leeg = Persoonsbeeld(wet=JEUGD, gebieden=(), gevuld=frozenset())
    gevraagd = {g.onderdeel for g in ontbreekt(leeg)}
    assert Onderdeel.EIGEN_PLAN in gevraagd
    assert gevraagd.isdisjoint({Onderdeel.MANTELZORG, Onderdeel.PGB, Onderdeel.IDENTITEIT})
    assert {g.onderdeel for g in ontbreekt(replace(leeg, wet="schuldhulp"))} == {
        Onderdeel.LEEFGEBIED,
        Onderdeel.CLIENTONDERSTEUNING,
        Onderdeel.CONCLUSIE,
    }


def test_every_part_says_by_which_article_it_is_asked_and_every_status_where_it_goes() -> None:
    assert GRONDSLAG.keys() == set(Onderdeel)
    assert grondslag(Onderdeel.MANTELZORG, JEUGD) is None
    assert grondslag(Onderdeel.CONCLUSIE, "geen") == ""
    assert ONDERZOEK_OVERGANGEN.keys() == set(Onderzoekstatus)
    assert ONDERZOEK_OVERGANGEN[Onderzoekstatus.AFGEROND] == {}
