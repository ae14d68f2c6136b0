"""The baseline of Lopik's policy plan, whole: appendix "Bronnen infographics", line by line as it is printed.

Counted in the text: 6 charts (pictures, no figures) and 46 lines, of which 43 hold a figure and 3 only words
(a taboe, who knew of the municipality, the top three).
"""

from decimal import Decimal

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern
from samendoen.cijfers.definities.meting import Externemeting

LIJST = "samendoen: bijlage bronnen infographics, "
L, NL, RU, LS, VG = "Lopik", "Nederland", "Regio Utrecht", "Lekstroom", "Vergelijkbare gemeenten"
GRAFIEKEN = [
    "leeftijdsopbouw",
    "clientervaring-wmo",
    "huishoudens-met-voorziening-per-wet",
    "maatwerk-per-1000-huishoudens",
    "inwoners-met-individuele-wmo",
    "jongeren-met-jeugdzorg",
]
# Per printed line: its indicators, each with (area, period, value); "" is a line without a year.
REGELS: dict[str, list[dict[str, list[tuple[str, str, str]]]]] = {
    "Lopik in beeld": [
        {"huishoudens": [(L, "2018", "5547")]},
        {"alleenstaande-huishoudens": [(L, "2018", "25.9"), (NL, "2018", "38.1")]},
        {"hoogopgeleiden": [(L, "2018", "18.2")]},
    ],
    "thema 1": [
        {"zorgen-over-opvoeding": [(L, "2016", "7.6"), (NL, "2016", "7")]},
        {"risico-angst-depressie": [(L, "", "42"), (RU, "", "44")]},
        {"sociaal-weerbaar": [(L, "", "61"), (RU, "", "61")]},
        {"preventieplan-alcohol-drugs": [(L, "", "1")]},
        {"taboe-op-hulp-vragen": []},
        {"onderzoeken-huiselijk-geweld": [(L, "", "16"), (LS, "", "207")]},
        {"meldingen-veilig-thuis": [(L, "2018", "83")]},
    ],
    "thema 2": [
        {"clientondersteuning": [(L, "2017", "22"), (L, "2018", "30")]},
        {"groei-aanmeldingen-toegang": [(L, "2018-K1", "10"), (L, "2018-K2", "30")]},
        {
            "verwijzing-jeugdhulp-cbs": [(L, "2018", "60"), (NL, "2018", "29")],
            "verwijzing-jeugdhulp-huisarts": [(L, "2018", "27"), (NL, "2018", "34")],
            "verwijzing-jeugdhulp-anderen": [(L, "2018", "13"), (NL, "2018", "37")],
        },
        {"weet-waar-jeugdhulp": []},
        {"snel-contact-ervaren": [(L, "2019", "40")]},
        {"medewerker-luistert": [(L, "2019", "93")]},
        {"passend-plan-ervaren": [(L, "2019", "76")]},
        {"meest-gegeven-hulp-toegang": []},
    ],
    "thema 3": [
        {"jeugdhulp-voortijdig-gestopt": [(L, "", "10"), (NL, "", "19.8")]},
        {"terugvallen-op-netwerk": [(L, "2016", "90"), (LS, "2016", "90")]},
        {"huishoudens-met-wmo": [(L, "2018", "12"), (NL, "2018", "81")]},
        {"inwoners-met-wmo-indicatie": [(L, "2018", "750")]},
    ],
    "thema 4": [
        {"inwoners-met-dementie": [(L, "2018", "160"), (L, "2020", "170"), (L, "2025", "210")]},
        {"eenzaamheid": [(L, "2016", "40"), (NL, "2016", "43")], "ernstige-eenzaamheid": [(L, "2016", "7")]},
        {"niet-zelfstandig-wonend-75-plus": [(L, "", "32"), (NL, "", "78")]},
        {"pleegzorg": [(L, "2017", "25"), (L, "2018", "35")]},
        {"jeugdbescherming": [(L, "2016", "45"), (L, "2017", "40"), (L, "2018", "35")]},
        {"slachtoffer-huiselijk-geweld": [(L, "2016", "8")]},
        {"uitstroom-beschermd-wonen": [(L, "", "5")]},
    ],
    "thema 5": [
        {"mantelzorgers-65-plus": [(L, "2016", "17")]},
        {"vrijwilligerswerk": [(L, "2016", "39"), (LS, "2016", "32")]},
        {"overbelaste-mantelzorgers": [(L, "2016", "12"), (LS, "2016", "14.7")]},
        {"mantelzorgwaardering": [(L, "2018", "370")]},
        {"mantelzorgers": [(L, "2016", "19"), (LS, "2016", "14.1")]},
        {"overbelaste-mantelzorgers-65-plus": [(L, "2016", "10")]},
        {"regiotaxipassen": [(L, "2019", "454")]},
        {"vroegtijdig-schoolverlaten": [(L, "2017", "4"), (VG, "2017", "4")]},
        {"beroepsbevolking": [(L, "2018", "73"), (VG, "2018", "68")]},
        {"bijstandsuitkeringen": [(L, "2018-12", "121")]},
        {"laaggeletterden": [(L, "2016", "8")]},
    ],
    "thema 6": [
        {"moeite-met-rondkomen": [(L, "2016", "12.9"), (RU, "2016", "18")]},
        {"opvang-met-schulden": [(NL, "", "80")]},
        {"huishoudens-met-bijstand": [(L, "2018", "2")]},
        {"problematische-schulden": [(L, "2016", "2"), (RU, "2016", "5")]},
        {"statushouders-met-bijstand": [(L, "2018", "83")], "instroom-statushouders": [(L, "", "6")]},
        {"huishoudens-met-bijstand": [(L, "", "2.3"), ("Andere Lekstroomgemeenten", "", "3.6")]},
    ],
}
WOORDELIJK = {
    ("huishoudens-met-wmo", "12"): "12% (eerste halfjaar 2018)",
    ("huishoudens-met-wmo", "81"): "81% (eerste halfjaar 2018)",
    ("terugvallen-op-netwerk", "90"): "meer dan 90%",
    ("laaggeletterden", "8"): "8-11%",
    ("opvang-met-schulden", "80"): "80-95%",
    ("bijstandsuitkeringen", "121"): "121 (op 21-12-2018)",
}
TWIJFEL = {
    ("huishoudens-met-wmo", NL): "8,1",
    ("onderzoeken-huiselijk-geweld", L): "telt geen onderzoeken van Veilig Thuis",
    ("onderzoeken-huiselijk-geweld", LS): "telt geen onderzoeken van Veilig Thuis",
    ("mantelzorgwaardering", L): "2016",
}


def van_lijst() -> dict[str, Extern]:
    """Return the definitions that come from this list."""
    alle = definities.externe_indicatoren()
    return {code: i for code, i in alle.items() if i.herkomst.bron.startswith(LIJST)}


def metingen() -> list[tuple[str, Externemeting]]:
    """Return every figure of the list."""
    return [(code, m) for code, i in van_lijst().items() for m in i.meting]


def test_the_whole_list_stands_in_definitions_with_source_and_year() -> None:
    assert sum(len(regels) for regels in REGELS.values()) == 46
    verwacht: dict[str, tuple[str, list[tuple[str, str, Decimal]]]] = {
        c: ("grafieken", []) for c in GRAFIEKEN
    }
    for plek, regels in REGELS.items():
        for regel in regels:
            for code, cijfers in regel.items():
                tot_nu = verwacht.setdefault(code, (plek, []))[1]
                tot_nu += [(gebied, periode, Decimal(waarde)) for gebied, periode, waarde in cijfers]
    gevonden = {
        code: (
            i.herkomst.bron.removeprefix(LIJST),
            [(m.gebied, m.wanneer, Decimal(m.waarde)) for m in i.meting],
        )
        for code, i in van_lijst().items()
    }
    assert gevonden == verwacht
    assert all(m.bron.startswith(LIJST) for _code, m in metingen())
    zonder = sum(1 for regels in REGELS.values() for regel in regels if not any(regel.values()))
    assert (zonder, len(GRAFIEKEN), len(verwacht)) == (3, 6, 55)


def test_what_is_not_one_number_is_shown_as_printed_and_what_cannot_be_right_is_doubted() -> None:
    gevonden = {(code, str(m.waarde), m.woordelijk) for code, m in metingen() if m.woordelijk}
    assert {(*plek, woorden) for plek, woorden in WOORDELIJK.items()} <= gevonden
    twijfel = {(code, m.gebied): m.twijfel for code, m in metingen() if m.twijfel}
    assert twijfel.keys() == TWIJFEL.keys()
    assert all(deel in twijfel[plek] for plek, deel in TWIJFEL.items())
