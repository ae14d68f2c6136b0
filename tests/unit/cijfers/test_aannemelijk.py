"""When a figure of others is hard to believe, and what a file with such figures may hold."""

from datetime import date
from decimal import Decimal

import pytest

from samendoen.cijfers.definities.meting import Externemeting, aannemelijkheid
from samendoen.cijfers.rules.aannemelijk import (
    Grenzen,
    Twijfel,
    Vermoeden,
    Waarneming,
    maak_index,
    twijfels,
    ver_uiteen,
    verschoven_komma,
)
from samendoen.cijfers.rules.metinglijst import Bekend, lees_getal, lees_metinglijst

GRENZEN = Grenzen(veel=5, punten=25, sprong=3, sprong_punten=10, sprong_aantal=20, tekens=3)
BEKEND = Bekend({"eenzaamheid", "huishoudens"}, {"ameide": "Ameide"}, date(2024, 6, 3))
KOP = "indicator;periode;gebiedsoort;gebied;waarde;bron;toelichting\n"


def w(waarde: str, **anders: str) -> Waarneming:
    """Return a share of a municipality in 2018, or what is said of it instead."""
    velden = {"indicator": "wmo", "eenheid": "%", "periode": "2018", "gebiedsoort": "gemeente"}
    velden |= {"gebied": "Hier", "bron": "CBS"} | anders
    return Waarneming(**{"waarde": Decimal(waarde), **velden})  # type: ignore[arg-type]


def tegen(een: Waarneming, *anderen: Waarneming) -> list[Twijfel]:
    """Return what is against the first of these figures."""
    return twijfels(een, maak_index([een, *anderen]), GRENZEN)


def test_what_the_rules_go_by_is_data() -> None:
    a = aannemelijkheid()
    assert Grenzen(a.veel, a.punten, a.sprong, a.sprong_punten, a.sprong_aantal, a.tekens) == GRENZEN


@pytest.mark.parametrize(
    ("een", "ander", "ver"),
    [
        ("12", "81", True),
        ("81", "12", True),
        ("1", "6", False),
        ("20", "81", False),
        ("5", "25", False),
        ("5", "30", True),
        ("0", "25", True),
        ("12", "810", False),
    ],
)
def test_two_shares_are_far_apart_at_five_times_and_25_points(een: str, ander: str, ver: bool) -> None:
    assert ver_uiteen(Decimal(een), Decimal(ander), 5, 25) is ver


def test_a_slipped_comma_is_suggested_and_never_applied() -> None:
    assert verschoven_komma(Decimal(12), Decimal(81)) == Decimal("8.1")
    assert verschoven_komma(Decimal(1), Decimal(81)) is None
    land = w("81", gebiedsoort="land", gebied="Nederland")
    assert tegen(w("12"), land) == [
        Twijfel(Vermoeden.ELDERS, Decimal(81), "Nederland", Decimal("8.1")),
    ]
    assert tegen(land, w("12")) == []
    assert tegen(w("12"), w("14", gebiedsoort="land", gebied="Nederland")) == []
    assert tegen(w("12"), w("81", gebiedsoort="land", gebied="Nederland", periode="2017")) == []


def test_out_of_range_a_leap_the_same_number_and_no_source_are_doubted() -> None:
    assert [t.vermoeden for t in tegen(w("101"))] == [Vermoeden.BEREIK]
    assert tegen(w("101", eenheid="inwoners")) == []
    assert [t.vermoeden for t in tegen(w("-1", eenheid="inwoners"))] == [Vermoeden.BEREIK]
    assert tegen(w("30"), w("10", periode="2017")) == [Twijfel(Vermoeden.SPRONG, Decimal(10), "2017")]
    assert tegen(w("30"), w("11", periode="2017")) == []
    assert tegen(w("30"), w("10", periode="2016")) == []
    assert tegen(w("19", eenheid="stuks"), w("1", eenheid="stuks", periode="2017")) == []
    assert tegen(w("12.9"), w("12.9", indicator="ander")) == [
        Twijfel(Vermoeden.ZELFDE, Decimal("12.9"), "ander")
    ]
    assert tegen(w("40"), w("40", indicator="ander")) == []
    assert tegen(w("12.9"), w("12.9", indicator="ander", periode="2017")) == []
    assert tegen(w("12", bron=" ")) == [Twijfel(Vermoeden.BRON)]
    kwartaal = w("30", periode="2018-K2"), w("3", periode="2017-K2"), w("30", periode="2018-K1")
    assert [t.waar for t in tegen(*kwartaal)] == ["2017-K2"]
    assert tegen(w("30", periode="")) == []


def test_a_file_is_read_whatever_its_separator_order_and_names_of_columns() -> None:
    tekst = (
        "\ufeffjaar,waarde,indicator,soort,gebied,bron\n2022,47.5%,Eenzaamheid,Landelijk,nederland,CBS\n\n"
        "2023-k1,5547,huishoudens,kern,AMEIDE,\n"
    )
    gelezen = lees_metinglijst(tekst.encode(), BEKEND)
    assert gelezen.fouten == []
    assert [
        (r.nummer, r.indicator, r.periode, r.gebiedsoort, r.gebied, r.waarde) for r in gelezen.regels
    ] == [
        (2, "eenzaamheid", "2022", "land", "Nederland", Decimal("47.5")),
        (4, "huishoudens", "2023-K1", "dorp", "Ameide", Decimal(5547)),
    ]


@pytest.mark.parametrize(
    ("regel", "codes"),
    [
        ("eenzaamhied;2022;land;Nederland;47;CBS;", ["indicator"]),
        ("eenzaamheid;22;land;Nederland;47;CBS;", ["periode"]),
        ("eenzaamheid;2022-K5;land;Nederland;47;CBS;", ["periode"]),
        ("eenzaamheid;2025;land;Nederland;47;CBS;", ["periode_toekomst"]),
        ("eenzaamheid;2022;wijk;Nederland;47;CBS;", ["gebiedsoort"]),
        ("eenzaamheid;2022;land;België;47;CBS;", ["land"]),
        ("eenzaamheid;2022;dorp;Nergens;47;CBS;", ["dorp"]),
        ("eenzaamheid;2022;regio;;47;CBS;", ["gebied_leeg"]),
        ("eenzaamheid;2022;land;Nederland;;CBS;", ["waarde_leeg"]),
        ("eenzaamheid;2022;land;Nederland;1.234;CBS;", ["waarde_duizend"]),
        ("eenzaamheid;2022;land;Nederland;x;CBS;", ["waarde"]),
        ("eenzaamheid;2022;land;Nederland;1e9;CBS;", ["waarde"]),
        ("x;y;z;Nederland;q", ["indicator", "periode", "gebiedsoort", "waarde"]),
        (f"eenzaamheid;2022;regio;{'a' * 81};47;CBS;{'b' * 501}", ["gebied_lang", "toelichting_lang"]),
        ("eenzaamheid;2022;land;Nederland;4;CBS;\neenzaamheid;2022;land;Nederland;5;cbs;", ["dubbel"]),
    ],
)
def test_what_is_wrong_is_said_per_line(regel: str, codes: list[str]) -> None:
    from samendoen.cijfers.queries.metinglijst import foutzin

    fouten = lees_metinglijst((KOP + regel).encode(), BEKEND).fouten
    assert [f.code for f in fouten] == codes
    assert all(f.regel == (3 if f.code == "dubbel" else 2) and len(foutzin(f)) > 20 for f in fouten)


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "leeg"),
        (b"  \n", "leeg"),
        (KOP.encode(), "leeg"),
        (b"indicator;waarde\nx;1\n", "kolom"),
        (b"\xff\xfe;", "codering"),
        (KOP.encode() + b"\x00", "codering"),
        (b" " * (2 * 1024 * 1024 + 1), "te_groot"),
        ((KOP + "eenzaamheid;2022;land;Nederland;4;CBS;\n" * 5001).encode(), "te_veel"),
        (KOP.encode() + b'"' + b"a" * 200_000, "csv"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_and_never_breaks(inhoud: bytes, code: str) -> None:
    from samendoen.cijfers.queries.metinglijst import foutzin

    gelezen = lees_metinglijst(inhoud, BEKEND)
    assert ([f.code for f in gelezen.fouten], gelezen.regels) == ([code], [])
    assert foutzin(gelezen.fouten[0])


def test_a_number_is_one_number() -> None:
    assert [lees_getal(woord) for woord in ("12,9", "12.9", "-3", "83%", "0,5", "1234")] == [
        Decimal(getal) for getal in ("12.9", "12.9", "-3", "83", "0.5", "1234")
    ]
    assert [lees_getal(woord) for woord in ("12,900", "1.234,5", "NaN", "1 000", "²")] == [
        "waarde_duizend",
        *["waarde"] * 4,
    ]


def test_a_period_of_a_definition_lies_in_its_year() -> None:
    goed = {"gebied": "Hier", "waarde": 1, "aanname": True, "jaar": 2018, "periode": "2018-K1"}
    assert Externemeting.model_validate(goed).wanneer == "2018-K1"
    for anders in ({"jaar": 2017}, {"periode": "2018-H1"}):
        with pytest.raises(ValueError, match="periode van het jaar"):
            Externemeting.model_validate(goed | anders)
