"""The figures of meldingen as somebody would write them by hand for DuckDB, one query each.

Every query gives the groups of the indicator's own table, and then: the count; of a share part and whole; of
days over how many, of how many rows, and the number.
"""

TEAM_JAAR = "SELECT team, year(ontvangen_op) AS jaar"
AANDEEL = TEAM_JAAR + ", count(*) FILTER ({}), count(*) FROM feit GROUP BY 1, 2"
AANTAL = "SELECT {}, year(ontvangen_op), count(*) FROM feit {} GROUP BY 1, 2"
DAGEN = (
    "SELECT team, year({op}), count({dagen}), count(*), quantile_cont({dagen}, {deel}) "
    "FROM feit {waar} GROUP BY 1, 2"
)
AFGEHANDELD = (
    "SELECT team, year(afgehandeld_op), count(*) FILTER ({}), count(*) FROM feit "
    "WHERE status = 'afgehandeld' GROUP BY 1, 2"
)
DEEL = (
    "SELECT {kolom}, jaar, n, sum(n) OVER (PARTITION BY jaar) "
    "FROM (SELECT {kolom}, year(ontvangen_op) AS jaar, count(*) AS n FROM feit WHERE {waar} GROUP BY 1, 2)"
)
_AFGEDAAN = {
    "op": "afgehandeld_op",
    "dagen": "afgehandeld_op - ontvangen_op",
    "waar": "WHERE afgehandeld_op IS NOT NULL",
}

MELDING = {
    "dagen-tot-afhandeling": DAGEN.format(deel=0.5, **_AFGEDAAN),
    "dagen-tot-afhandeling-p90": DAGEN.format(deel=0.9, **_AFGEDAAN),
    "dagen-tot-triage": DAGEN.format(
        op="ontvangen_op", dagen="getrieerd_op - ontvangen_op", deel=0.5, waar=""
    ),
    "hulpvragen-schulden": AANTAL.format("kanaal", "WHERE kader = 'schuldhulp'"),
    "inwoners-met-melding": TEAM_JAAR + ", count(DISTINCT inwoner) FROM feit GROUP BY 1, 2",
    "meldingen-door-een-ander": AANDEEL.format("melder IN ('ander', 'anoniem')"),
    "meldingen-ingetrokken": AANDEEL.format("status = 'ingetrokken'"),
    "meldingen-met-spoed": AANDEEL.format("spoed"),
    "meldingen-niet-vrijwillig": AANDEEL.format("NOT vrijwillig"),
    "meldingen-open": "SELECT team, count(*) FROM feit WHERE status = 'open' GROUP BY 1",
    "meldingen-per-kanaal": AANTAL.format("kanaal", ""),
    "meldingen-per-team": AANTAL.format("team", ""),
    "meldingen-per-wet": AANTAL.format("kader", ""),
    "meldingen-van-huisarts": AANDEEL.format("kanaal = 'huisarts'"),
    "meldingen-zonder-triage": "SELECT kader, count(*) FROM feit "
    "WHERE status = 'open' AND getrieerd_op IS NULL GROUP BY 1",
    "meldpunt-bezorgd": AANTAL.format("team", "WHERE kanaal = 'meldpunt_bezorgd'"),
    "route-na-triage": DEEL.format(kolom="route", waar="route IS NOT NULL"),
    "soort-zorgvrager": DEEL.format(kolom="zorgvrager", waar="zorgvrager IS NOT NULL"),
    "triage-binnen-een-week": "SELECT team, 100 * year(ontvangen_op) + quarter(ontvangen_op), "
    "count(*) FILTER (getrieerd_op - ontvangen_op < 8), count(*) FROM feit GROUP BY 1, 2",
    "verwijsroute-jeugd": DEEL.format(kolom="kanaal", waar="kader = 'jeugd'"),
    "vraag-meteen-beantwoord": AFGEHANDELD.format("uitkomst = 'informatie_en_advies'"),
    "vroegsignalen-schulden": AANTAL.format("team", "WHERE kanaal = 'vroegsignaal'"),
    "warm-overgedragen": AFGEHANDELD.format("uitkomst = 'doorverwezen'"),
}

# Rows like those of a municipality: four years, a fifth of the people come back, gaps where there are gaps.
VUL = """
COPY (
    SELECT
        ['leerdam', 'meerkerk', 'vianen', 'wmo'][1 + (hash(i) % 4)::int] AS team,
        dag AS ontvangen_op,
        ['telefoon', 'huisarts', 'school', 'meldpunt_bezorgd', 'vroegsignaal']
            [1 + (hash(i * 5) % 5)::int] AS kanaal,
        ['wmo', 'jeugd', 'participatie', 'schuldhulp', NULL][1 + (hash(i * 7) % 5)::int] AS kader,
        CASE WHEN klaar THEN 'afgehandeld' WHEN hash(i * 11) % 5 = 0 THEN 'open'
            ELSE 'ingetrokken' END AS status,
        CASE WHEN klaar THEN dag + (hash(i * 13) % 120)::int END AS afgehandeld_op,
        CASE WHEN klaar THEN
            ['onderzocht', 'informatie_en_advies', 'doorverwezen'][1 + (hash(i * 17) % 3)::int]
            END AS uitkomst,
        ['team', 'spoed', 'informatie_en_advies', NULL][1 + (hash(i * 19) % 4)::int] AS route,
        CASE WHEN hash(i * 19) % 4 < 3 THEN dag + (hash(i * 23) % 20)::int END AS getrieerd_op,
        hash(i * 29) % 20 = 0 AS spoed,
        printf('%032x', hash(i // 5 * 4 + i % 5 % 4)) AS inwoner,
        ['zelf', 'ander', 'anoniem'][1 + (hash(i * 31) % 3)::int] AS melder,
        hash(i * 37) % 9 <> 0 AS vrijwillig,
        ['vindt_de_weg', 'vindt_die_niet', 'wil_niet', NULL][1 + (hash(i * 41) % 4)::int] AS zorgvrager
    FROM (
        SELECT i, DATE '2020-06-01' + (hash(i * 3) % 1461)::int AS dag, hash(i * 11) % 5 IN (1, 2, 3) AS klaar
        FROM range({n}) AS nummers(i)
    )
) TO '{pad}' (FORMAT parquet, COMPRESSION zstd)
"""
