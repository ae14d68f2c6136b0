"""The signs in a story: what is found, what is left alone, and what is rare together."""

import pytest

from samendoen.beleid.definities.verhaal import dorpen, kennis, verhaaldefinitie
from samendoen.beleid.rules.anonimiteit import ZWAAR, Vlag, Vlagsoort, getal_van, vlaggen

KENNIS = kennis("0331")


def gevonden(tekst: str, dorp: str = "") -> list[tuple[str, str]]:
    """Return kind and fragment of every sign."""
    return [(v.soort.value, v.fragment) for v in vlaggen(tekst, KENNIS, dorp)]


@pytest.mark.parametrize(
    ("tekst", "soort", "fragment"),
    [
        ("Mijn nummer is 111222333.", "bsn", "111222333"),
        ("Dossier 111222334 ligt klaar.", "nummer", "111222334"),
        ("Bel 06-12345678 of kom langs.", "telefoon", "06-12345678"),
        ("Bel +31 6 1234 5678.", "telefoon", "+31 6 1234 5678"),
        ("Mail naar truus@voorbeeld.nl graag.", "email", "truus@voorbeeld.nl"),
        ("Op NL91ABNA0417164300 staat niets.", "rekening", "NL91ABNA0417164300"),
        ("Ik woon op 3411 AB sinds kort.", "postcode", "3411 AB"),
        ("Wij wonen in de Dorpsstraat 12a.", "adres", "Dorpsstraat 12a"),
        ("Ik ben geboren op 12 maart 1952.", "geboren", "geboren op 12 maart 1952"),
        ("In de Lopikse Dorpsstraat is het stil.", "straat", "Lopikse Dorpsstraat"),
        ("Op 4 maart begon het.", "datum", "4 maart"),
        ("Het was 12-03-2024 toen.", "datum", "12-03-2024"),
        ("Kijk op www.mijnblog.nl eens.", "account", "www.mijnblog.nl"),
        ("Ik ben 83 jaar.", "leeftijd", "83 jaar"),
        ("Een vijfenzeventigjarige buurman.", "leeftijd", "vijfenzeventigjarige"),
        ("Onze zoon is zeven jaar oud.", "leeftijd", "zeven jaar oud"),
        ("Toen kwam Fatima langs.", "naam", "Fatima"),
        ("Fatima kwam langs.", "naam", "Fatima"),
        ("Toen hielp Xylofonia mij.", "naam", "Xylofonia"),
        ("mijn zoon jan hielp.", "naam", "jan"),
        ("Dat zei mevrouw jansen.", "naam", "jansen"),
        ("Ik sprak met Truus de Vries.", "naam", "Vries"),
        ("Het was Jan's fiets.", "naam", "Jan"),
        ("Wij verhuisden naar Alphen aan den Rijn.", "plaats", "Alphen aan den Rijn"),
        ("In Best is het fijn.", "plaats", "Best"),
        ("In Cabauw is het fijn.", "klein_dorp", "Cabauw"),
    ],
)
def test_a_sign_is_found(tekst: str, soort: str, fragment: str) -> None:
    assert (soort, fragment) in gevonden(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Sinds de koffieochtend kom ik weer buiten. Mijn buurvrouw belt elke week.",
        "Wil je meer weten? Best wel. Een kop koffie is genoeg.",
        "Ik wacht al 3 jaar. Dat is 5 jaar geleden. Elke 2 jaar komt er iemand.",
        "De Wmo en de GGD hielpen, en Buurtgezinnen ook. Op dinsdag is er Kerst.",
        "In 2024 kostte het 1.250 euro voor 12 mensen.",
        "Stichting Welzijn en de Gemeente werken samen in het Dorpshuis.",
    ],
)
def test_ordinary_words_are_left_alone(tekst: str) -> None:
    assert gevonden(tekst) == []


def test_traits_together_are_rare_and_sooner_so_in_a_small_village() -> None:
    samen = "Als alleenstaande moeder uit Syrië met autisme"
    assert [s for s, _f in gevonden(samen)] == ["zeldzaam"]
    assert gevonden("Als alleenstaande moeder met autisme") == []
    assert [s for s, _f in gevonden("Als moeder met autisme", "Cabauw")] == ["klein_dorp", "zeldzaam"]
    assert gevonden("Als moeder met autisme", "Lopik") == []
    zeldzaam = vlaggen("Een weduwe van 83 jaar in Benschop", KENNIS)[-1]
    assert zeldzaam.delen == ("gezin: weduwe", "leeftijd: 83 jaar", "plaats: Benschop")


def test_a_sign_keeps_its_key_while_its_sentence_stays() -> None:
    def naam(tekst: str) -> Vlag:
        return next(v for v in vlaggen(tekst, KENNIS) if v.soort is Vlagsoort.NAAM)

    eerst = naam("Toen kwam Fatima langs. Fijn.")
    assert eerst.sleutel == naam("Iets ervoor. Toen kwam Fatima langs.").sleutel
    assert eerst.sleutel != naam("Toen kwam Fatima langs met koffie.").sleutel
    assert (eerst.zwaar, Vlagsoort.BSN in ZWAAR) == (False, True)


def test_numbers_in_words() -> None:
    woorden = {"tachtig": 80, "drieëntwintig": 23, "eenenzestig": 61, "twaalf": 12, "83": 83, "stoel": 0}
    assert {w: getal_van(w) for w in woorden} == woorden


def test_the_lists_hold_no_resident_and_every_municipality_has_its_villages() -> None:
    assert min(len(KENNIS.voornamen), len(KENNIS.achternamen), len(KENNIS.plaatsen)) > 400
    assert verhaaldefinitie().klein_onder == KENNIS.klein_onder == 2500
    assert [len(dorpen(code)) for code in ("0331", "1581", "1961", "1621", "9999")] == [9, 7, 16, 3, 0]
