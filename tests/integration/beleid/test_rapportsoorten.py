"""The four kinds of report with figures and stories in them, and what is left when consent is withdrawn."""

import json
import re
from datetime import date
from itertools import product
from typing import Any

import pytest

from samendoen.beleid import api
from samendoen.beleid.actions.rapport import document_voor
from samendoen.beleid.models import Begrotingsadvies, Doelstelling, Rapport, Rapportbestand
from samendoen.beleid.queries.rapport.vormen import maak_vorm
from samendoen.beleid.rules.rapport import Figuur, Kop, Rapportdocument, Tabel
from samendoen.cijfers.models import Publicatie
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Domeinfout, Rol, klok
from samendoen.kernel.models import Gebeurtenis
from tests.integration.muren.tabellen.beleid_verhaal import nieuw_verhaal
from tests.maak import aangemelde_client, actor, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
DAG = date(2024, 6, 2)
# Meldingen of two teams in three years; one cell is hidden.
MELDINGEN: dict[tuple[str, int], int] = {
    ("leerdam", 2022): 594, ("leerdam", 2023): 641, ("leerdam", 2024): 274,
    ("meerkerk", 2022): 291, ("meerkerk", 2023): 299, ("meerkerk", 2024): 115,
}  # fmt: skip


def publiceer_meldingen() -> None:
    """Keep what was published of one indicator, as publishing keeps it."""
    tabellen: dict[str, list[Any]] = {}
    for per in (("team", "jaar"), ("team",), ("jaar",), ()):
        som: dict[tuple[Any, ...], int] = {}
        for (team, jaar), n in MELDINGEN.items():
            sleutel = tuple({"team": team, "jaar": jaar}[naam] for naam in per)
            som[sleutel] = som.get(sleutel, 0) + n
        tabellen[",".join(per)] = [[list(sleutel), n, None, "open"] for sleutel, n in som.items()]
    with schrijft("cijfers"):
        Publicatie.objects.create(
            peildatum=DAG,
            gemaakt_op=klok.nu(),
            drempel=5,
            tabellen={"meldingen-per-team": {"tabellen": tabellen}},
            hash="a" * 64,
        )


def verhaal_bij(code: str) -> int:
    """Give a published story beside a goal of Lopik's agenda."""
    doel = Doelstelling.objects.get(code=code, thema__onderdeel__code="agenda-2025").pk
    [pk] = api.teken_verhalen_op(SYSTEEM, [nieuw_verhaal(doel)])
    api.bied_verhaal_aan(SYSTEEM, pk, 1, {})
    api.publiceer_verhaal(SYSTEEM, pk)
    return pk


def koppen(document: Rapportdocument, niveau: int = 2) -> list[str]:
    """Return the headings of a level."""
    return [b.tekst for b in document.blokken if isinstance(b, Kop) and b.niveau == niveau]


def plat(document: Rapportdocument) -> str:
    """Return the words of a report on the page with plain spaces."""
    pagina = maak_vorm(document, "html").decode()
    return " ".join(re.sub(r"<[^>]+>|\xa0", " ", pagina).split())


def tabel(document: Rapportdocument, begin: str) -> Tabel:
    """Return the table whose caption begins like this."""
    tabellen = (b.tabel if isinstance(b, Figuur) else b for b in document.blokken)
    return next(t for t in tabellen if isinstance(t, Tabel) and t.bijschrift.startswith(begin))


def cellen(rij: Any) -> list[str]:
    """Return the words of a row."""
    return [cel.tekst.replace("\xa0", " ") for cel in rij]


def test_the_evaluation_has_lansingerlands_parts_and_amounts() -> None:
    api.importeer_plan(SYSTEEM, "lansingerland")
    d = document_voor("evaluatie", "lansingerland")[1]
    assert d.titel == "Evaluatie Beleidsaccenten 2018-2020"
    assert koppen(d) == [
        "Deel A. We tellen: resultaten per doel", "Deel A. We tellen: het geld", "Deel A. Aanbevelingen",
        "Deel B. We vertellen",
    ]  # fmt: skip
    accenten = [f"{nummer}. " for nummer in range(1, 11)]
    gezien = [kop for kop in koppen(d, 3) if kop[0].isdigit()]
    assert [kop[: len(begin)] for kop, begin in zip(gezien, accenten * 2, strict=True)] == accenten * 2
    assert sum(len(b.rijen) for b in d.blokken if isinstance(b, Tabel) and "Acties" in b.bijschrift) == 35
    budget = tabel(d, "Budget per jaar")
    assert cellen(budget.totaal)[1:5] == ["€ 1.178.000", "€ 890.000", "€ 963.000", "€ 963.000"]
    besteed = tabel(d, "Beschikbaar en besteed in 2020")
    assert cellen(besteed.totaal) == ["Totaal, door ons opgeteld", "€ 873.600", "€ 717.700", "€ 155.900"]
    assert cellen(tabel(d, "Advies").totaal) == ["Totaal, door ons opgeteld", "€ 963.000", "€ 725.000"]
    tekst = plat(d)
    assert "Het verschil is € 17.000." in tekst and "noemt een tekort van € 117.000" in tekst
    assert "Elk kind een kans: beschikbaar € 275.000, besteed € 200.000, stand van 1 december 2020." in tekst
    assert "Afgerond, ambtelijk geborgd" in tekst and "lichten zijn niet leesbaar" in tekst
    with schrijft("beleid"):
        Begrotingsadvies.objects.filter(naam="Kindpakket").update(eurocent=115_000_01)
    na = document_voor("evaluatie", "lansingerland")[1]
    assert cellen(tabel(na, "Advies").totaal)[2] == "€ 725.000,01"
    with pytest.raises(Domeinfout, match="jaaragenda"):
        api.importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
        document_voor("evaluatie", "utrechtse-heuvelrug")


def test_published_figures_stand_in_every_kind_and_nothing_else() -> None:
    maak_gemeente()
    api.importeer_plan(SYSTEEM, "lopik")
    doel = Doelstelling.objects.get(code="2", thema__onderdeel__code="agenda-2025")
    api.koppel_indicator(SYSTEEM, doel.pk, "meldingen-per-team")
    leeg = document_voor("trendrapportage", "lopik")[1]
    assert "nog geen cijfers gepubliceerd" in plat(leeg)
    publiceer_meldingen()
    d = document_voor("trendrapportage", "lopik")[1]
    assert d.titel == "Trendrapportage eerste helft 2024"
    assert koppen(d) == ["In het kort", "Verloop: wat er binnenkomt en hoe het gaat", "Zo is er geteld"]
    [figuur] = [b for b in d.blokken if isinstance(b, Figuur)]
    assert "594" in figuur.alt and figuur.svg.startswith("<svg")
    assert cellen(figuur.tabel.totaal)[1:3] == ["885", "940"]
    tekst = plat(d)
    assert "Van 2022 naar 2023 ging het van 885 naar 940." in tekst
    assert "casusregie" in tekst  # the break in the series
    grond = json.loads(maak_vorm(d, "json"))["grondslag"]
    assert grond["publicatie"] == {"peildatum": "2024-06-02", "hash": "a" * 64}
    assert list(grond["indicatoren"]) == ["meldingen-per-team"]
    for vorm in ("pdf", "docx"):
        assert maak_vorm(d, vorm) == maak_vorm(document_voor("trendrapportage", "lopik")[1], vorm)
    for soort in ("voortgang", "raadsdashboard"):
        assert "389 (2024 (t/m mei))" in plat(document_voor(soort, "lopik")[1])
    assert "389" not in plat(document_voor("voortgang", "lopik", date(2024, 6, 1))[1])
    kaal = plat(document_voor("raadsdashboard", "lopik")[1])
    assert "Geen enkel licht staat op oranje of rood." in kaal
    assert "lasten -€ 1.025.729, baten € 289.487, saldo -€ 736.242, door ons opgeteld." in kaal
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    d = document_voor("raadsdashboard", "lopik")[1]
    rood = tabel(d, "Activiteiten met een oranje of rood licht")
    assert [cel.licht.value for _naam, cel, _waarom in rood.rijen if cel.licht][:1] == ["rood"]


def test_withdrawn_consent_beats_freezing() -> None:
    api.importeer_plan(SYSTEEM, "lopik")
    een, ander = verhaal_bij("1"), verhaal_bij("2")
    maker, tweede = actor(maak_medewerker(Rol.BELEID)), actor(maak_medewerker(Rol.BELEID))
    uit = {soort: api.maak_rapport(maker, soort, "lopik") for soort in ("voortgang", "trendrapportage")}
    api.publiceer_rapport(tweede, uit["voortgang"].rapport_id)
    assert api.rapporten_met(een) == tuple(r.rapport_id for r in uit.values())
    eerst = uit["voortgang"].bestanden["html"].decode()
    assert eerst.count("Sinds de koffieochtend kom ik weer buiten.") == 2
    api.trek_verhaal_in(tweede, een)
    # The bytes of both are gone; that they were there, and why they went, is known.
    assert not Rapportbestand.objects.filter(rapport__in=[r.rapport_id for r in uit.values()]).exists()
    weg = Gebeurtenis.objects.filter(soort="beleid.rapport_vernietigd").order_by("onderwerp_id")
    assert [g.onderwerp_id for g in weg] == [r.rapport_id for r in uit.values()]
    # Of what the council read there is another version, that differs in that story alone.
    nieuw = Rapport.objects.get(verbetert=uit["voortgang"].rapport_id)
    assert nieuw.publicatie.door is None and nieuw.maker is None
    pagina = bytes(nieuw.bestanden.get(vorm="html").inhoud).decode()
    assert pagina.count("Sinds de koffieochtend kom ik weer buiten.") == 1
    assert "De toestemming om het te vertellen is ingetrokken." in pagina
    inhoud = json.loads(bytes(nieuw.bestanden.get(vorm="json").inhoud))
    [plekken] = inhoud["verhalen"].values()
    assert list(inhoud["verhalen"]) == [str(ander)]
    assert [inhoud["blokken"][plek]["blok"] for plek in plekken] == ["kop", "alinea", "alinea"]
    assert inhoud["blokken"][plekken[1]]["tekst"] == "Sinds de koffieochtend kom ik weer buiten."
    assert Rapport.objects.count() == 3
    # What the council sees.
    raad = aangemelde_client(maak_medewerker(Rol.RAAD))
    blad = f"/koers/rapporten/{uit['voortgang'].rapport_id}/"
    assert "zijn de bestanden van dit rapport vernietigd: de toestemming" in raad.get(blad).content.decode()
    assert raad.get(f"{blad}rapport.html").status_code == 404
    verschil = raad.get(f"/koers/rapporten/{nieuw.pk}/verschil/?met={uit['voortgang'].rapport_id}")
    assert "vergelijken kan niet meer" in verschil.content.decode()
    # And once more, for the version that came of it.
    api.trek_verhaal_in(tweede, ander)
    laatste = Rapport.objects.get(verbetert=nieuw)
    assert b"koffieochtend" not in bytes(laatste.bestanden.get(vorm="json").inhoud)
    assert not nieuw.bestanden.exists()


def test_every_kind_comes_out_in_every_form() -> None:
    api.importeer_plan(SYSTEEM, "lopik")
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    publiceer_meldingen()
    begin = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "docx": b"PK", "json": b"{"}
    for soort, vorm in product(("evaluatie", "raadsdashboard"), begin):
        assert maak_vorm(document_voor(soort, "lopik")[1], vorm).startswith(begin[vorm])
