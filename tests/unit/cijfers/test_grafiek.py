"""Charts: what is drawn, what is said of it, and that nothing hidden is in the picture."""

from datetime import date
from xml.etree import ElementTree

from samendoen.cijfers.queries.grafieken.beeld import svg
from samendoen.cijfers.queries.grafieken.woorden import beschrijving, opmerkingen
from samendoen.cijfers.rules.grafiek import Grafiek, Punt, Reeks, Streep, aaneen, plek_van

PERIODEN = ("2021", "2022", "2023", "2024 (t/m mei)")
LEERDAM = Reeks(
    "Leerdam",
    (
        Punt(0, 547.0, "547"),
        Punt(1, 594.0, "594"),
        Punt(2, 641.0, "641"),
        Punt(3, 274.0, "274", deel=True),
    ),
)
MEERKERK = Reeks(
    "Meerkerk <b>",
    (
        Punt(0, 282.0, "282"),
        Punt(1, None, "1 t/m 4", verborgen=True),
        Punt(2, 299.0, "299"),
        Punt(3, 115.0, "115", deel=True),
    ),
)
LIJN = Grafiek(
    "Meldingen",
    "meldingen",
    "lijn",
    PERIODEN,
    (LEERDAM, MEERKERK),
    (Streep("Casusregie", plek=2.5), Streep("Doel (2025)", waarde=500.0)),
)
SVG = "{http://www.w3.org/2000/svg}"


def test_periods_lie_side_by_side_also_those_in_which_nothing_happened() -> None:
    assert aaneen(["2024", "2021"]) == ["2021", "2022", "2023", "2024"]
    assert aaneen(["2023-K3", "2024-K1"]) == ["2023-K3", "2023-K4", "2024-K1"]
    assert aaneen(["2023-11", "2024-01"]) == ["2023-11", "2023-12", "2024-01"]
    assert aaneen([]) == []


def test_a_day_has_its_place_between_the_periods() -> None:
    jaren = ["2022", "2023", "2024"]
    assert plek_van(date(2024, 1, 1), jaren) == 1.5
    assert plek_van(date(2023, 7, 2), jaren) == 0.5 + 182 / 365
    assert plek_van(date(2022, 1, 1), jaren) is None
    assert plek_van(date(2025, 1, 1), jaren) is None


def test_the_picture_says_what_it_is_and_fits_the_content_security_policy() -> None:
    getekend = svg(LIJN)
    wortel = ElementTree.fromstring(getekend)
    assert [e for e in wortel.iter() if e.get("role") or e.get("aria-label")] == [wortel]
    assert (wortel.get("role"), wortel.findtext(f"{SVG}title")) == ("img", "Meldingen")
    assert wortel.findtext(f"{SVG}desc") == beschrijving(LIJN)
    assert not [e for e in wortel.iter() if e.get("style") or e.tag in (f"{SVG}style", f"{SVG}script")]
    teksten = {e.text for e in wortel.iter(f"{SVG}text")}
    assert {"2021", "Leerdam", "Meerkerk <b>", "verborgen", "Doel (2025)", "(1)"} <= teksten


def test_a_hidden_figure_is_a_gap_in_the_picture_and_not_a_zero() -> None:
    nul = (*MEERKERK.punten[:1], Punt(1, 0.0, "0"), *MEERKERK.punten[2:])
    anders = Grafiek("Meldingen", "meldingen", "lijn", PERIODEN, (LEERDAM, Reeks("Meerkerk <b>", nul)))
    zonder = Grafiek("Meldingen", "meldingen", "lijn", PERIODEN, (LEERDAM, MEERKERK))
    assert "verborgen" in svg(zonder)
    assert "verborgen" not in svg(anders)
    # One line less far: the series with the gap has no segment to or from the hidden point.
    assert svg(zonder).count("L") < svg(anders).count("L")


def test_series_differ_by_more_than_colour() -> None:
    getekend = svg(LIJN)
    assert 'stroke-dasharray="7,3"' in getekend
    staaf = Grafiek(
        "Nu en toen",
        "%",
        "staaf",
        ("Leerdam",),
        (Reeks("2023", LEERDAM.punten[:1]), Reeks("2022", MEERKERK.punten[:1], nadruk=False)),
    )
    assert 'fill="#ffffff"' in svg(staaf)


def test_the_words_hold_every_figure_that_matters() -> None:
    zin = beschrijving(LIJN)
    assert "Leerdam: van 547 in 2021 naar 641 in 2023. 2024 (t/m mei): 274." in zin
    assert "2022: 1 t/m 4." in zin
    assert len(opmerkingen(LIJN)) == 3
    staaf = Grafiek("Lopend", "trajecten", "staaf", ("A", "B"), (Reeks("", LEERDAM.punten[:2]),))
    assert beschrijving(staaf) == "Staafgrafiek: Lopend (trajecten). A 547, B 594."
    lang = Grafiek(
        "Lopend",
        "trajecten",
        "staaf",
        tuple("ABCDEFGH"),
        (Reeks("", tuple(Punt(n, float(n), str(n)) for n in range(8))),),
    )
    assert "het hoogst is H 7, het laagst A 0" in beschrijving(lang)


def test_the_same_chart_is_drawn_once() -> None:
    svg(LIJN)
    eerder = svg.cache_info().hits
    assert svg(Grafiek(**{veld: getattr(LIJN, veld) for veld in LIJN.__slots__})) is svg(LIJN)
    assert svg.cache_info().hits == eerder + 2
