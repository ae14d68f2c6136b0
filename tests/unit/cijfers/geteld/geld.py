"""Decisions, help by providers, money; see `voordeur` for how to read it."""

from typing import Any

VERWACHT: dict[str, dict[tuple[Any, ...], Any]] = {
    "besloten-binnen-termijn": {("leer", 2023): (2, 4), ("mker", 2024): (1, 1)},
    "besluiten-per-uitkomst": {
        ("toegekend", 2023): (3, 4),
        ("gedeeltelijk", 2023): (1, 4),
        ("afgewezen", 2024): (1, 3),
        ("ingetrokken", 2024): (1, 3),
        ("toegekend", 2024): (1, 3),
    },
    "besluiten-per-soort-hulp": {
        ("huishouden", 2023): 3,
        ("begeleiding", 2023): 1,
        ("begeleiding", 2024): 1,
        ("huishouden", 2024): 1,
        ("vervoer", 2024): 2,
    },
    "dagen-tot-besluit": {("wmo", 2023): (14, 3), ("jeugd", 2023): (70, 1), ("wmo", 2024): (10, 1)},
    "dagen-tot-besluit-p90": {("wmo", 2023): (22, 3), ("jeugd", 2023): (70, 1), ("wmo", 2024): (10, 1)},
    "besluiten-herzien": {
        ("wmo", 2023): (0, 3),
        ("jeugd", 2023): (0, 1),
        ("jeugd", 2024): (1, 1),
        ("wmo", 2024): (0, 3),
    },
    "inwoners-met-toekenning": {("wmo", 2023): 2, ("jeugd", 2024): 1, ("wmo", 2024): 1},
    "hulp-lopend": {("begeleiding",): 1, ("huishouden",): 1},
    "wachttijd-hulp": {("leer", 2023): (10, 3), ("mker", 2024): (42, 3), ("mker", 2023): (None, 0)},
    "wachttijd-hulp-p90": {
        ("wmo", 2023): (10, 2),
        ("jeugd", 2023): (50, 1),
        ("jeugd", 2024): (40.8, 2),
        ("wmo", 2024): (43, 1),
    },
    "hulp-binnen-zes-weken": {
        ("huishouden", 2023): (2, 3),
        ("begeleiding", 2023): (0, 1),
        ("begeleiding", 2024): (2, 2),
        ("huishouden", 2024): (0, 1),
    },
    "duur-hulp": {
        ("huishouden", 2023): (60, 2),
        ("begeleiding", 2024): (187.5, 2),
        ("huishouden", 2024): (366, 1),
    },
    "hulp-voortijdig-gestopt": {("wmo", 2023): (0, 2), ("jeugd", 2024): (1, 1), ("wmo", 2024): (0, 1)},
    "inwoners-met-hulp": {("wmo", 2023): 2, ("jeugd", 2023): 1, ("jeugd", 2024): 1, ("wmo", 2024): 0},
    "hulp-per-aanbieder": {("x", 2023): 3, ("y", 2023): 1, ("y", 2024): 1, ("x", 2024): 2},
    "kosten-per-wet": {("wmo", 2023): (10000, 3), ("jeugd", 2024): (40950, 3)},
    "kosten-per-product": {("p1", 2023): (10000, 3), ("p2", 2024): (40050, 1), (None, 2024): (900, 1)},
    # 77200, 77200, 500000 in 2023; of Leerdam in 2024 the net amount is not known.
    "netto-kosten-per-huishouden": {
        ("wmo", 2023): (77200, 2),
        ("meer", 2023): (500000, 1),
        ("jeugd", 2024): (200000, 2),
        ("wmo", 2024): (None, 0),
        (None, 2024): (0, 1),
    },
    "netto-kosten-huishouden-mediaan": {
        ("wmo", 2023): (77200, 2),
        ("meer", 2023): (500000, 1),
        ("jeugd", 2024): (200000, 2),
        ("wmo", 2024): (None, 0),
        (None, 2024): (0, 1),
    },
    # Place 1 + 0.9 x 2 = 2.8 of 77200, 77200, 500000; place 2.8 of 0, 150000, 250000.
    "netto-kosten-huishouden-p90": {
        ("leer", 2023): (415440, 3),
        ("leer", 2024): (None, 0),
        ("mker", 2024): (230000, 3),
    },
    "eigen-bijdrage": {("leer", 2023): (45600, 3), ("leer", 2024): (None, 0), ("mker", 2024): (1000, 3)},
    "huishoudens-met-meer-wetten": {("leer", 2023): (1, 3), ("leer", 2024): (0, 1), ("mker", 2024): (0, 3)},
    "declaratieregels-afgekeurd": {("x", 2024): (0, 2), ("y", 2024): (1, 3)},
    "dagen-tot-declaratie": {("wmo", 2023): (70, 2), ("jeugd", 2024): (35, 3)},
    "bezwaren": {("wmo", 2023): 3, ("jeugd", 2023): 1, ("jeugd", 2024): 1, ("wmo", 2024): 1},
    "bezwaar-gegrond": {("wmo", 2023): (2, 3), ("jeugd", 2024): (0, 1)},
    "bezwaar-op-tijd": {("wmo", 2023): (3, 3), ("jeugd", 2024): (0, 1)},
    "dagen-tot-beslissing-op-bezwaar": {("wmo", 2023): (28, 3), ("jeugd", 2024): (130, 1)},
    "dwangsommen-bezwaar": {("jeugd", 2024): (235, 1)},
    "klachten": {("wmo", 2023): 3, ("jeugd", 2024): 2},
    "klachten-opgelost": {("wmo", 2023): (2, 2), ("wmo", 2024): (0, 1), ("jeugd", 2024): (0, 1)},
    "klachten-op-tijd": {("wmo", 2023): (2, 2), ("wmo", 2024): (0, 1), ("jeugd", 2024): (1, 1)},
}
