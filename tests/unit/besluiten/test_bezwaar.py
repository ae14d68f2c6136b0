"""Rules of an objection: what may be decided, who may not, and what deciding late costs per day."""

from datetime import date, timedelta

import pytest

from samendoen.besluiten import events
from samendoen.besluiten.queries import bezwaarbrief
from samendoen.besluiten.rules.bezwaar import (
    Afzien,
    Bezwaarstand,
    Bezwaarstatus,
    Bezwaaruitkomst,
    Gebrek,
    Horen,
    Nietontvankelijk,
    beletsel,
    dwangsom,
    mag_beslissen,
    per_dag,
    vouw_bezwaar,
)
from samendoen.schil.api import Alinea, Lijst

NIET, ONGEGROND, GEGROND = (
    Bezwaaruitkomst.NIET_ONTVANKELIJK,
    Bezwaaruitkomst.ONGEGROND,
    Bezwaaruitkomst.GEGROND,
)
GEHOORD = Bezwaarstand(tijdig=True, verschoonbaar=False, verzuim=False, horen=Horen.GEHOORD)
TE_LAAT = Bezwaarstand(tijdig=False, verschoonbaar=False, verzuim=False, horen=Horen.GEHOORD)
VERSCHOOND = Bezwaarstand(tijdig=False, verschoonbaar=True, verzuim=False, horen=Horen.GEHOORD)
VERZUIM = Bezwaarstand(tijdig=True, verschoonbaar=False, verzuim=True, horen=Horen.GEHOORD)


def afgezien(om: Afzien, *, tijdig: bool = True) -> Bezwaarstand:
    return Bezwaarstand(tijdig=tijdig, verschoonbaar=False, verzuim=False, horen=Horen.AFGEZIEN, afzien=om)


@pytest.mark.parametrize(
    ("stand", "uitkomst", "reden", "code"),
    [
        (GEHOORD, ONGEGROND, None, ""),
        (GEHOORD, NIET, None, "geen_reden"),
        (GEHOORD, NIET, Nietontvankelijk.TE_LAAT, "niet_te_laat"),
        (GEHOORD, NIET, Nietontvankelijk.VERZUIM, "geen_verzuim"),
        (GEHOORD, NIET, Nietontvankelijk.GEEN_BELANG, ""),
        (VERZUIM, NIET, Nietontvankelijk.VERZUIM, ""),
        (VERZUIM, GEGROND, None, ""),  # the law says may, not must (Awb 6:6)
        (TE_LAAT, ONGEGROND, None, "te_laat"),
        (TE_LAAT, NIET, Nietontvankelijk.TE_LAAT, ""),
        (VERSCHOOND, GEGROND, None, ""),
        (VERSCHOOND, NIET, Nietontvankelijk.TE_LAAT, "niet_te_laat"),
        (Bezwaarstand(True, False, False, Horen.NOG_NIET), ONGEGROND, None, "niet_gehoord"),
        (Bezwaarstand(True, False, False, Horen.GEPLAND), ONGEGROND, None, "niet_gehoord"),
        (afgezien(Afzien.WIL_NIET), GEGROND, None, ""),
        (afgezien(Afzien.KENNELIJK_ONGEGROND), ONGEGROND, None, ""),
        (afgezien(Afzien.KENNELIJK_ONGEGROND), GEGROND, None, "afzien_past_niet"),
        (afgezien(Afzien.VOLLEDIG_TEGEMOET), Bezwaaruitkomst.GEDEELTELIJK, None, "afzien_past_niet"),
        (
            afgezien(Afzien.KENNELIJK_NIET_ONTVANKELIJK, tijdig=False),
            NIET,
            Nietontvankelijk.TE_LAAT,
            "",
        ),
    ],
)
def test_what_the_law_leaves_to_decide(
    stand: Bezwaarstand, uitkomst: Bezwaaruitkomst, reden: Nietontvankelijk | None, code: str
) -> None:
    assert beletsel(stand, uitkomst, reden) == code


def test_nobody_judges_the_own_decision() -> None:
    assert not mag_beslissen(7, frozenset({7, 8}))
    assert mag_beslissen(9, frozenset({7, 8}))
    assert mag_beslissen(None, frozenset({7}))


UITERSTE, BRIEF = date(2025, 9, 1), date(2025, 9, 2)


def test_deciding_late_costs_nothing_without_a_notice_or_in_time() -> None:
    assert dwangsom(UITERSTE, None, date(2025, 12, 1), None) is None
    assert dwangsom(UITERSTE, BRIEF, date(2025, 12, 1), UITERSTE) is None


def test_the_penalty_grows_by_the_day_and_stops_the_day_before_the_announcement() -> None:
    loopt = dwangsom(UITERSTE, BRIEF, date(2025, 9, 30), None)
    assert loopt is not None
    assert loopt.bedrag_eurocent == 32200  # the worked example of our own law document
    dagen = list(per_dag(loopt))
    assert dagen[0] == (date(2025, 9, 17), 2300, 2300)
    assert dagen[-1] == (date(2025, 9, 30), 2300, 32200)
    klaar = dwangsom(UITERSTE, BRIEF, date(2025, 12, 1), date(2025, 10, 2))
    assert klaar is not None
    assert list(per_dag(klaar))[-1] == (date(2025, 10, 1), 3500, 35700)
    vol = dwangsom(UITERSTE, BRIEF, date(2026, 1, 1), None)
    assert vol is not None
    assert len(list(per_dag(vol))) == 42
    assert list(per_dag(vol))[-1][2] == 144200


DAG = date(2024, 6, 3)
ONTVANGEN = events.BezwaarOntvangen(
    besluit=1,
    uitkomst="afgewezen",
    kader="wmo",
    team="leerdam",
    categorie="hulp",
    namens="inwoner",
    tijdig=True,
    commissie=False,
)


def test_an_objection_is_the_fold_of_its_events() -> None:
    later = DAG + timedelta(days=30)
    bekend = events.BezwaarBekendgemaakt(op_tijd=False, beroep_tot=later, dwangsom_eurocent=2300, nieuw=None)
    stand = vouw_bezwaar(
        [
            (DAG, ONTVANGEN),
            (DAG, events.BezwaarToegedeeld(gebruiker=4)),
            (DAG, events.BezwaarherstelGevraagd(gebreken=("gronden",), uiterlijk=later)),
            (later, events.BezwaarHersteld()),
            (DAG, events.BezwaarhorenVastgelegd(stand="gehoord", op=DAG, grond=None)),
            (DAG, events.BezwaarInGebrekeGesteld()),
            (DAG, events.BezwaarBeslist(uitkomst="ongegrond", reden=None, verschoonbaar=None)),
            (later, bekend),
        ]
    )
    assert stand is not None
    assert (stand.status, stand.behandelaar, stand.horen) == (
        Bezwaarstatus.BEKENDGEMAAKT,
        4,
        Horen.GEHOORD,
    )
    assert (stand.hersteltermijn, stand.hersteld_op, stand.ingebreke_op) == (later, later, DAG)
    assert (stand.uitkomst, stand.bekendgemaakt_op, stand.dwangsom_eurocent) == ("ongegrond", later, 2300)
    assert vouw_bezwaar([]) is None


ZAAK = bezwaarbrief.Bezwaarzaak(
    "A1-B2", "hulp bij het huishouden", date(2024, 5, 6), date(2024, 6, 3), date(2024, 7, 29)
)


def tekst(blokken: object) -> str:
    delen: list[str] = []
    for blok in blokken:  # type: ignore[attr-defined]
        delen += blok.punten if isinstance(blok, Lijst) else [getattr(blok, "tekst", "")]
    return " ".join(delen)


def test_the_letter_of_receipt_names_the_day_and_asks_why_it_was_late() -> None:
    op_tijd = tekst(bezwaarbrief.ontvangst(ZAAK, te_laat=False))
    assert "uiterlijk maandag 29 juli 2024" in op_tijd
    assert "voorlopige voorziening" in op_tijd
    assert "te laat" not in op_tijd
    assert "maandag 17 juni 2024" in tekst(bezwaarbrief.ontvangst(ZAAK, te_laat=True))


def test_the_letters_on_the_way_say_what_to_do() -> None:
    aanvullen = tekst(bezwaarbrief.herstel(ZAAK, [Gebrek.GRONDEN, Gebrek.HANDTEKENING], date(2024, 6, 17)))
    assert "uw handtekening" in aanvullen
    assert "maandag 17 juni 2024" in aanvullen
    horen = tekst(bezwaarbrief.uitnodiging(ZAAK, date(2024, 6, 24), "Om 10.00 uur in het gemeentehuis."))
    assert "maandag 24 juni 2024. Om 10.00 uur" in horen
    assert "tien dagen" in horen
    assert "intrekt" in tekst(bezwaarbrief.intrekking(ZAAK))
    uitstel = tekst(bezwaarbrief.uitstel("klacht", date(2024, 6, 3), date(2024, 8, 12), "advies"))
    assert "uw klacht" in uitstel
    assert "maandag 12 augustus 2024" in uitstel
    assert "advies" in uitstel


@pytest.mark.parametrize(
    ("uitkomst", "reden", "zin", "artikel"),
    [
        (ONGEGROND, None, "Ons besluit verandert niet.", "artikel 7:11"),
        (GEGROND, None, "hoort een nieuw besluit", "artikel 7:11"),
        (NIET, Nietontvankelijk.TE_LAAT, "kwam te laat", "artikel 6:7 en 6:11"),
        (NIET, Nietontvankelijk.VERZUIM, "niet op tijd aangevuld", "artikel 6:6"),
    ],
)
def test_the_decision_says_what_why_and_how_to_go_to_court(
    uitkomst: Bezwaaruitkomst, reden: Nietontvankelijk | None, zin: str, artikel: str
) -> None:
    beslissing = bezwaarbrief.Beslissing(
        uitkomst, "Daarom.", date(2024, 7, 1), reden, dwangsom_eurocent=2300, dwangsomdagen=1
    )
    brief = tekst(bezwaarbrief.beslissing(ZAAK, beslissing, "Vijfheerenlanden"))
    for deel in (zin, artikel, "Daarom.", "12 augustus 2024", "rechtbank", "23,00", "1 dag te lang"):
        assert deel in brief
    assert not any(isinstance(b, Alinea) and not b.tekst for b in bezwaarbrief.intrekking(ZAAK))
