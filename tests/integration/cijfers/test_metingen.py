"""Figures of others, remarks on a series, lights with an owner: a policy adviser's day."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samendoen.cijfers.actions import grenzen, metingen, opmerkingen
from samendoen.cijfers.api import (
    NieuweGrens,
    NieuweOpmerking,
    lees_metingen_in,
    maak_momentopname,
    metingen_van,
    nieuwste_cijfer,
    plaats_opmerking,
    publiceer,
    reeks,
    trek_meting_in,
    zet_grens,
)
from samendoen.cijfers.models import Lichtgrens, Meting, Reeksopmerking
from samendoen.cijfers.queries.soorten import keur_code
from samendoen.cijfers.queries.tabellen import stand
from samendoen.cijfers.rules.metingstand import vouw_meting, vouw_opmerking
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import verwoord
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.rechten import Rol
from tests.integration.cijfers.conftest import Meld
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
KOP = "indicator;periode;gebiedsoort;gebied;waarde;bron;toelichting\n"
BLAD = "/cijfers/meldingen-per-team/"
LEZEN = "/cijfers/metingen/lezen/"


def lijst(*regels: str) -> bytes:
    """Return a file with these lines."""
    return (KOP + "\n".join(regels) + "\n").encode()


def tekst(antwoord: Any) -> str:
    """Return the page without the line breaks of its source."""
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def client(rol: Rol) -> Client:
    """Return a browser of somebody with this role."""
    return aangemelde_client(maak_medewerker(rol))


def stuur(browser: Client, inhoud: bytes, wat: str) -> str:
    """Upload a file and return the page."""
    bestand = SimpleUploadedFile("cijfers.csv", inhoud, content_type="text/csv")
    return tekst(browser.post(LEZEN, {"bestand": bestand, "wat": wat}))


def gebeurd(onderwerp: str) -> list[str]:
    """Return the kinds of what was recorded on such subjects, in order."""
    rijen = Gebeurtenis.objects.filter(onderwerp_soort=onderwerp).order_by("pk")
    return [rij.soort.removeprefix("cijfers.") for rij in rijen]


@pytest.fixture
def wereld(meld: Meld) -> Iterator[None]:
    """Have a municipality with 6 meldingen in 2023 and 14 in 2024, frozen and published."""
    meld("gebiedsteam_leerdam", date(2023, 3, 1), 6)
    meld("voorzieningen", date(2024, 3, 1), 14)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
    yield


def test_the_council_does_not_read_remarks_at_a_figure_that_it_does_not_see() -> None:
    maak_gemeente()
    plaats_opmerking(SYSTEEM, opmerking(indicator="wachtenden"))
    plaats_opmerking(SYSTEEM, opmerking(indicator="eenzaamheid"))
    for rol, ziet in ((Rol.RAAD, False), (Rol.TEAMLEIDER, True)):
        browser = client(rol)
        assert ("corona" in tekst(browser.get("/cijfers/wachtenden/"))) is ziet
        assert "corona" in tekst(browser.get("/cijfers/eenzaamheid/"))


def grens(code: str = "meldingen-per-team", **anders: Any) -> NieuweGrens:
    """Return bounds: green from 12 on, orange from 5 on, for 2024 and later."""
    velden: dict[str, Any] = {
        "hoger": True,
        "groen": Decimal(12),
        "oranje": Decimal(5),
        "geldt_vanaf": date(2024, 1, 1),
    }
    velden |= {"eigenaar": "de gemeenteraad", "toelichting": "Afgesproken bij de begroting."} | anders
    return NieuweGrens(uuid4(), code, **velden)


def opmerking(**anders: Any) -> NieuweOpmerking:
    """Return a remark about corona."""
    velden: dict[str, Any] = {"dag": date(2023, 3, 15), "tekst": "Door corona was het loket dicht."}
    velden = {"indicator": "meldingen-per-team"} | velden | anders
    return NieuweOpmerking(uuid4(), **velden)


def test_a_policy_adviser_looks_first_then_takes_in_corrects_and_takes_back() -> None:
    maak_gemeente()
    browser = client(Rol.BELEID)
    goed = lijst(
        "eenzaamheid;2022;gemeente;Vijfheerenlanden;12;GGD;Uit de monitor",
        "eenzaamheid;2022;land;Nederland;81;GGD;",
        "sociaal-weerbaar;2022;dorp;leerdam;61;;",
    )
    fout = (
        goed.replace(b"GGD;Uit", b"GGD;Het").replace(b"leerdam", b"Nergens") + b"x;2022;land;Nederland;1;a;\n"
    )
    pagina = stuur(browser, fout, "inlezen")
    assert "Er is niets ingelezen" in pagina
    assert "&#x27;Nergens&#x27; is geen kern van deze gemeente" in pagina
    assert "De indicator &#x27;x&#x27; bestaat niet" in pagina
    assert not Meting.objects.exists()

    kijken = stuur(browser, goed, "proef")
    assert "Er is nog niets ingelezen" in kijken
    assert "Kijk deze cijfers na" in kijken
    assert "Dan is 8,1% bedoeld" in kijken
    assert not Meting.objects.exists()

    assert "De metingen zijn ingelezen" in stuur(browser, goed, "inlezen")
    assert "Alles stond er al zo in" in stuur(browser, goed, "inlezen")
    assert gebeurd("cijfers.meting") == ["meting_geboekt"] * 3
    blad = tekst(browser.get("/cijfers/eenzaamheid/"))
    assert "cd-grafiek" in blad.partition("<h1>")[2]
    for deel in ("Kijk dit cijfer na", "12% *", "81%", "Voor Nederland is dit 81%", "Uit de monitor"):
        assert deel in blad
    assert "De bron ontbreekt." in tekst(browser.get("/cijfers/sociaal-weerbaar/"))
    eigen = nieuwste_cijfer(SYSTEEM, "eenzaamheid")
    assert eigen is not None
    assert (eigen.waarde, eigen.periode) == ("12 *", "2022, elders gemeten")

    beter = goed.replace(b";81;", b";8,1;")
    assert "Verbeterd (1)" in stuur(browser, beter, "inlezen")
    oud, nieuw = Meting.objects.filter(gebiedsoort="land").order_by("pk")
    assert (oud.waarde, nieuw.waarde, nieuw.verbetert_id) == (Decimal(81), Decimal("8.1"), oud.pk)
    assert oud.vervallen_op is not None
    assert {m.waarde: m.twijfels for m in metingen_van("eenzaamheid") if m.periode == "2022"} == {
        Decimal(12): (),
        Decimal("8.1"): (),
    }
    weg = f"/cijfers/metingen/{nieuw.pk}/intrekken/"
    assert "Dit veld is verplicht" in tekst(browser.post(weg, {"reden": " "}))
    assert "ingetrokken" in tekst(browser.post(weg, {"reden": "Verkeerde regio."}, follow=True))
    assert [m.gebied for m in metingen_van("eenzaamheid") if m.periode == "2022"] == ["Vijfheerenlanden"]
    assert browser.get(weg).status_code == 404
    trek_meting_in(SYSTEEM, nieuw.pk, "Nog eens.")
    assert gebeurd("cijfers.meting") == [
        *["meting_geboekt"] * 3,
        "meting_vervallen",
        "meting_geboekt",
        "meting_vervallen",
    ]
    for rij in Meting.objects.all():
        assert vouw_meting(_gebeurtenissen("cijfers.meting", rij.pk)) == (rij.vervallen_op is None)
    with pytest.raises(NietGevonden):
        trek_meting_in(SYSTEEM, 0, "Weg.")


def _gebeurtenissen(onderwerp: str, pk: int) -> list[Any]:
    rijen = Gebeurtenis.objects.filter(onderwerp_soort=onderwerp, onderwerp_id=pk).order_by("pk")
    return [verwoord(rij.soort, rij.versie, rij.gegevens) for rij in rijen]


def test_the_list_shows_a_whole_source_with_warnings_to_everybody_who_sees_figures(
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    maak_gemeente()
    raad = client(Rol.RAAD)
    raad.get("/cijfers/metingen/")
    with django_assert_max_num_queries(12):
        pagina = tekst(raad.get("/cijfers/metingen/?bron=samendoen"))
    assert "Aantal cijfers: 55." in pagina
    for deel in ("81% (eerste halfjaar 2018) *", "acht van de tien huishoudens", "80-95%", "niet genoemd"):
        assert deel in pagina
    assert "Metingen inlezen" not in pagina
    twijfel = tekst(raad.get("/cijfers/metingen/?bron=samendoen&twijfel=1"))
    assert "Aantal cijfers: 3." in twijfel
    assert "Niets gevonden" in tekst(raad.get("/cijfers/metingen/?q=bestaatniet"))
    assert raad.get(LEZEN).status_code == 403
    assert stuur(client(Rol.BELEID), b"\xff", "proef").count("geen tekst in UTF-8") == 1


@pytest.mark.usefixtures("wereld")
def test_a_remark_stands_at_the_series_and_in_the_downloads_until_it_is_taken_back() -> None:
    browser = client(Rol.BELEID)
    vorm = {"kenmerk": str(uuid4()), "dag": "15-03-2023", "tot": "", "tekst": "Loket dicht door corona."}
    adres = f"{BLAD}opmerking/"
    assert "ligt in de toekomst" in tekst(browser.post(adres, vorm | {"dag": "15-03-2025"}))
    assert "ligt voor de eerste" in tekst(browser.post(adres, vorm | {"tot": "01-01-2023"}))
    for _keer in range(2):
        assert "15 maart 2023:</strong> Loket dicht door corona." in tekst(
            browser.post(adres, vorm, follow=True)
        )
    rij = Reeksopmerking.objects.get()
    auteur, raad = rij.auteur, client(Rol.RAAD)
    assert auteur is not None
    assert auteur.naam in tekst(browser.get(BLAD))
    gezien = tekst(raad.get(BLAD))
    assert "Loket dicht door corona." in gezien
    assert auteur.naam not in gezien
    assert "Vanaf 1 januari 2024:" in gezien
    rijen = list(
        csv.DictReader(
            io.StringIO(raad.get(f"{BLAD}download.csv").content.decode("utf-8-sig")), delimiter=";"
        )
    )
    assert {r["jaar"]: "corona" in r["opmerking"] for r in rijen} == {"2023": True, "2024": False}
    als_json = json.loads(raad.get(f"{BLAD}download.json").content)["kanttekeningen"]
    assert [(k["soort"], k["dag"]) for k in als_json] == [
        ("opmerking", "2023-03-15"),
        ("breuk", "2024-01-01"),
    ]
    weg = f"/cijfers/opmerkingen/{rij.pk}/intrekken/"
    assert raad.post(weg).status_code == 403
    assert "Loket dicht" not in tekst(browser.post(weg, follow=True))
    browser.post(weg)
    assert gebeurd("cijfers.reeksopmerking") == ["opmerking_geplaatst", "opmerking_ingetrokken"]
    rij.refresh_from_db()
    assert vouw_opmerking(_gebeurtenissen("cijfers.reeksopmerking", rij.pk)) == (rij.ingetrokken_op is None)
    for fout in (opmerking(tekst=" "), opmerking(tekst="x" * 501)):
        with pytest.raises(Domeinfout, match="opmerking"):
            plaats_opmerking(SYSTEEM, fout)


@pytest.mark.usefixtures("wereld")
def test_a_light_says_by_whose_bounds_of_which_day_and_an_older_figure_has_none() -> None:
    browser, adres = client(Rol.BELEID), f"{BLAD}grens/"
    assert "heeft nog geen licht" not in tekst(browser.get(BLAD))
    vorm = {"kenmerk": str(uuid4()), "richting": "hoger", "groen": "12", "oranje": "5"}
    vorm |= {"geldt_vanaf": "01-01-2024", "eigenaar": "de gemeenteraad", "toelichting": "Uit de begroting."}
    assert "verkeerde kant van groen" in tekst(browser.post(adres, vorm | {"oranje": "13"}))
    assert "Een van de twee grenzen ontbreekt" in tekst(browser.post(adres, vorm | {"oranje": ""}))
    assert not Lichtgrens.objects.exists()
    for _keer in range(2):
        pagina = tekst(browser.post(adres, vorm, follow=True))
    assert "Grens van de gemeenteraad, gezet op 3 juni 2024, geldt vanaf 1 januari 2024." in pagina
    assert _lichten() == {"2023": None, "2024": "groen"}
    zet_grens(SYSTEEM, grens(groen=Decimal(20)))
    assert _lichten() == {"2023": None, "2024": "oranje"}
    zet_grens(SYSTEEM, grens(groen=Decimal(30), oranje=Decimal(20), geldt_vanaf=date(2023, 12, 31)))
    assert _lichten() == {"2023": "rood", "2024": "oranje"}
    zet_grens(SYSTEEM, grens(groen=None, oranje=None, geldt_vanaf=date(2024, 6, 2)))
    assert _lichten() == {"2023": "rood", "2024": None}
    geschiedenis = tekst(browser.get(adres))
    assert geschiedenis.count("de gemeenteraad</td>") == 4
    assert "geen licht" in geschiedenis
    assert gebeurd("cijfers.lichtgrens") == ["grens_gezet"] * 4
    for code, anders in (("dagen-tot-triage", {}), ("eenzaamheid", {"eigenaar": " "})):
        with pytest.raises(Domeinfout):
            zet_grens(SYSTEEM, grens(code, **anders))
    with pytest.raises(NietGevonden):
        zet_grens(SYSTEEM, grens("bestaat-niet"))


def _lichten(*, publiek: bool = False, code: str = "meldingen-per-team") -> dict[str, str | None]:
    punten = reeks(stand(SYSTEEM, None, publiek), keur_code(code))
    return {p.periode: p.licht.kleur.value if p.licht else None for p in punten}


def test_what_is_hidden_or_hard_to_believe_has_no_light(meld: Meld) -> None:
    meld("gebiedsteam_leerdam", date(2023, 3, 1), 2)
    meld("voorzieningen", date(2024, 3, 1), 14)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
    zet_grens(SYSTEEM, grens(geldt_vanaf=date(2020, 1, 1)))
    assert _lichten() == {"2023": "rood", "2024": "groen"}
    assert _lichten(publiek=True)["2023"] is None
    lager = {"hoger": False, "groen": Decimal(30), "oranje": Decimal(40), "geldt_vanaf": date(2020, 1, 1)}
    zet_grens(SYSTEEM, grens("eenzaamheid", **lager))
    lees_metingen_in(
        SYSTEEM,
        lijst(
            "eenzaamheid;2021;gemeente;Vijfheerenlanden;35;GGD;",
            "eenzaamheid;2022;gemeente;Vijfheerenlanden;12;GGD;",
            "eenzaamheid;2022;land;Nederland;81;GGD;",
        ),
    )
    assert _lichten(code="eenzaamheid") == {"2021": "oranje", "2022": None}


def test_nothing_changes_when_recording_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    maak_gemeente()

    def kapot(*_: Any) -> None:
        raise RuntimeError

    for module in (metingen, opmerkingen, grenzen):
        monkeypatch.setattr(module, "leg_vast", kapot)
    regel = lijst("eenzaamheid;2022;land;Nederland;47;CBS;")
    for doe in (
        lambda: lees_metingen_in(SYSTEEM, regel),
        lambda: plaats_opmerking(SYSTEEM, opmerking()),
        lambda: zet_grens(SYSTEEM, grens()),
    ):
        with pytest.raises(RuntimeError):
            doe()
    assert not (Meting.objects.exists() or Reeksopmerking.objects.exists() or Lichtgrens.objects.exists())
