"""A story: consent first, nothing that points at somebody, four eyes, and gone at once when consent is."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from samendoen.beleid import api
from samendoen.beleid.actions import verhaal_einde
from samendoen.beleid.actions.verhaal import Verhaalwijziging, haal_beeld_weg, wijzig_verhaal, zet_beeld
from samendoen.beleid.actions.verhaal_einde import (
    gooi_verhaal_weg,
    laat_verhalen_verlopen,
    noteer_verhalen,
)
from samendoen.beleid.actions.verhaal_loop import haal_verhaal_terug, verleng_toestemming, vlaggen_van
from samendoen.beleid.events.verhaal import VERHAAL
from samendoen.beleid.models import (
    Doelstelling,
    Dorpsdeel,
    Initiatief,
    Marktregel,
    Plan,
    Toestemming,
    Verhaal,
    Verhaalbeeld,
    Vlagbevestiging,
)
from samendoen.beleid.rules.verhaal import Gebruik, vouw
from samendoen.casus.jobs import ruim_bestanden_op
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, Rol, lees, van_onderwerp
from samendoen.kernel.privacy import Klasse
from tests.integration.muren.tabellen.beleid_verhaal import PNG, nieuw_verhaal, toestemming
from tests.maak import aangemelde_client, actor, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
KLEIN = "In Everdingen kent iedereen elkaar. Ik ben 83 jaar en mijn man kreeg parkinson."


@pytest.fixture(autouse=True)
def thuis(settings: Any, tmp_path: Path) -> Path:
    settings.SAMENDOEN_HOME = tmp_path / "home"
    return tmp_path / "home"


@pytest.fixture
def collega(db: None) -> Actor:
    return actor(maak_medewerker(Rol.BELEID))


@pytest.fixture
def doel(lopik: Plan) -> int:
    return Doelstelling.objects.get(code="1.1", thema__onderdeel__plan=lopik).pk


def bestanden(thuis: Path) -> list[Path]:
    return [pad for pad in thuis.rglob("*") if pad.is_file()]


def stand(pk: int) -> Any:
    return vouw([lees(g) for g in van_onderwerp(VERHAAL, [pk])[pk]])


def fout(doe: Callable[[], object]) -> str:
    with pytest.raises(Domeinfout) as gemeld:
        doe()
    return gemeld.value.fout


def test_from_draft_to_published_by_two_people(
    doel: int, adviseur: Actor, collega: Actor, thuis: Path
) -> None:
    nieuw = replace(nieuw_verhaal(doel), tekst=KLEIN)
    [pk] = api.teken_verhalen_op(adviseur, [nieuw])
    assert api.teken_verhalen_op(adviseur, [nieuw]) == [pk]
    zet_beeld(adviseur, pk, PNG[:-12] + b"\x00\x00\x00\x08tEXtGPS\x0052.1aaaa" + PNG[-12:], "Een kop koffie.")
    [opgeslagen] = bestanden(thuis)
    assert b"GPS" not in opgeslagen.read_bytes()
    assert api.beeld_van(pk) == ("image/png", PNG)
    rij = Verhaal.objects.get(pk=pk)
    vlaggen = vlaggen_van(rij)
    assert [v.soort for v in vlaggen] == ["plaats", "klein_dorp", "leeftijd", "zeldzaam"]
    assert fout(lambda: api.bied_verhaal_aan(adviseur, pk, 1, {})) == "verhaal_vlag_open"
    assert fout(lambda: api.publiceer_verhaal(collega, pk)) == "verhaal_staat"
    redenen = {v.sleutel: "Besproken met de verteller." for v in vlaggen}
    api.bied_verhaal_aan(adviseur, pk, 1, redenen)
    assert api.verhalen_bij([doel]) == {}
    with pytest.raises(Geweigerd, match="zelf aan dit verhaal"):
        api.publiceer_verhaal(adviseur, pk)
    api.publiceer_verhaal(collega, pk)
    [waarde] = api.verhalen_bij([doel], Gebruik.RAPPORT)[doel]
    assert (waarde.verteller, waarde.beeld and waarde.beeld.omschrijving) == (
        "een inwoner",
        "Een kop koffie.",
    )
    assert fout(lambda: wijzig_verhaal(adviseur, pk, wijziging(doel))) == "verhaal_staat"
    haal_verhaal_terug(collega, pk, "De laatste zin klopt niet.")
    wijzig_verhaal(adviseur, pk, wijziging(doel))
    assert fout(lambda: wijzig_verhaal(adviseur, pk, wijziging(doel))) == "verhaal_intussen_gewijzigd"
    haal_beeld_weg(adviseur, pk)
    rij.refresh_from_db()
    na = stand(pk)
    assert (na.staat, na.versie, na.beeld) == (rij.staat, rij.versie, False) == ("concept", 2, False)


def wijziging(doel: int) -> Verhaalwijziging:
    return Verhaalwijziging(1, doel, "Weer buiten", "Ik kom weer buiten.", "inwoner")


def test_withdrawn_consent_goes_before_everything(
    doel: int, adviseur: Actor, collega: Actor, thuis: Path, monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    [pk] = api.teken_verhalen_op(adviseur, [replace(nieuw_verhaal(doel), dorp="Everdingen")])
    zet_beeld(adviseur, pk, PNG, "Een kop koffie.")
    [v] = vlaggen_van(Verhaal.objects.get(pk=pk))
    api.bied_verhaal_aan(adviseur, pk, 1, {v.sleutel: "Mag."})
    api.publiceer_verhaal(collega, pk)
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    rapport = api.maak_rapport(SYSTEEM, "voortgang", "lopik").rapport_id
    with schrijft("beleid"):
        noteer_verhalen(SYSTEEM, rapport, [pk])
    assert (api.verhalen_in(rapport), api.rapporten_met(pk)) == ((pk,), (rapport,))
    verteld: list[tuple[int, tuple[int, ...]]] = []
    haken = verhaal_einde.bij_intrekking
    monkeypatch.setattr(haken, "_inhoud", {"proef": lambda door, nr, r: verteld.append((nr, r))})
    with django_capture_on_commit_callbacks(execute=True):
        assert api.trek_verhaal_in(adviseur, pk) == (rapport,)
    assert verteld == [(pk, (rapport,))]
    assert (api.verhalen_bij([doel]), api.beeld_van(pk), bestanden(thuis)) == ({}, None, [])
    leeg: list[tuple[Any, dict[str, int]]] = [
        (Verhaal, {"pk": pk}),
        (Verhaalbeeld, {"verhaal": pk}),
        (Vlagbevestiging, {"verhaal": pk}),
    ]
    for model, waar in leeg:
        velden = [naam for naam, klasse in model.privacy.items() if klasse is Klasse.TOESTEMMING]
        assert {w for rij in model.objects.filter(**waar).values_list(*velden) for w in rij} <= {None}
    assert Toestemming.objects.get(verhaal=pk).ingetrokken_op == klok.vandaag()
    assert (stand(pk).staat, stand(pk).beeld) == ("ingetrokken", False)
    assert fout(lambda: api.trek_verhaal_in(adviseur, pk)) == "verhaal_staat"


def test_a_restore_does_not_bring_a_story_back(
    doel: int, adviseur: Actor, settings: Any, tmp_path: Path
) -> None:
    nieuw = nieuw_verhaal(doel)
    settings.SAMENDOEN_SLEUTELS = tmp_path / "sleutels"
    settings.SAMENDOEN_SLEUTELS.mkdir(mode=0o700)
    with suppress(RuntimeError), transaction.atomic():  # what is undone is the backup of before
        [pk] = api.teken_verhalen_op(adviseur, [nieuw])
        api.trek_verhaal_in(adviseur, pk)
        raise RuntimeError
    with (tmp_path / "sleutels" / "verhalenlijst.jsonl").open("a") as lijst:
        lijst.write('{"verhaal": "half')
    pk, ander = api.teken_verhalen_op(adviseur, [nieuw, nieuw_verhaal(doel)])
    assert [api.wis_beeindigde_verhalen(SYSTEEM) for _keer in range(2)] == [1, 0]
    assert Verhaal.objects.get(pk=pk).tekst is None
    assert Verhaal.objects.get(pk=ander).tekst


def test_consent_is_for_a_use_and_until_a_day(doel: int, adviseur: Actor, collega: Actor) -> None:
    kort = replace(toestemming(), gebruik=("koers",), tot=klok.vandaag() + timedelta(days=7))
    [pk] = api.teken_verhalen_op(adviseur, [replace(nieuw_verhaal(doel), toestemming=kort)])
    api.bied_verhaal_aan(adviseur, pk, 1, {})
    api.publiceer_verhaal(collega, pk)
    assert api.verhalen_bij([doel], Gebruik.RAPPORT) == {}
    later = klok.vandaag() + timedelta(days=8)
    assert api.verhalen_bij([doel], op=later) == {}
    with klok.op(later - timedelta(days=1)):
        assert laat_verhalen_verlopen(SYSTEEM) == 0
        verleng_toestemming(adviseur, pk, toestemming())
    with klok.op(later):
        assert laat_verhalen_verlopen(SYSTEEM) == 0
        assert list(api.verhalen_bij([doel], Gebruik.MARKT)) == [doel]
    with klok.op(later + timedelta(days=366)):
        assert (laat_verhalen_verlopen(SYSTEEM), api.verhalen_bij([doel])) == (1, {})
    assert (Verhaal.objects.get(pk=pk).tekst, stand(pk).staat) == (None, "verlopen")


def test_what_identifies_by_itself_is_not_kept(doel: int, adviseur: Actor) -> None:
    v, goed = nieuw_verhaal(doel), toestemming()
    [pk] = api.teken_verhalen_op(adviseur, [v])
    gisteren, overmorgen = klok.vandaag() - timedelta(days=1), klok.vandaag() + timedelta(days=2)
    gevallen: list[tuple[dict[str, Any], str]] = [
        ({"tekst": "Bel mij op 06-12345678."}, "verhaal_herkenbaar"),
        ({"tekst": "Mijn nummer is 111222333."}, "verhaal_herkenbaar"),
        ({"titel": "Kerkstraat 12"}, "verhaal_herkenbaar"),
        ({"titel": " "}, "titel_leeg"),
        ({"tekst": "x" * 4001}, "tekst_te_lang"),
        ({"verteller": "koning"}, "verteller_onbekend"),
        ({"doel": 0}, "doel_onbekend"),
        ({"toestemming": replace(goed, tot=gisteren)}, "toestemming_verleden"),
        ({"toestemming": replace(goed, gegeven_op=overmorgen)}, "toestemming_toekomst"),
        ({"toestemming": replace(goed, gebruik=())}, "toestemming_geen_gebruik"),
        ({"toestemming": replace(goed, gebruik=("krant",))}, "toestemming_onbekend"),
        ({"toestemming": replace(goed, tot=klok.vandaag() + timedelta(days=4 * 365))}, "toestemming_te_lang"),
        ({"toestemming": replace(goed, vindplaats="mail van a@b.nl")}, "verhaal_herkenbaar"),
    ]
    for anders, code in gevallen:
        nieuw = replace(v, kenmerk=uuid4(), **anders)
        assert fout(lambda n=nieuw: api.teken_verhalen_op(adviseur, [n])) == code  # type: ignore[misc]
    assert fout(lambda: zet_beeld(adviseur, pk, b"%PDF-1.7", "Een foto.")) == "beeld_soort"
    assert fout(lambda: zet_beeld(adviseur, pk, PNG, "")) == "omschrijving_leeg"
    assert Verhaal.objects.count() == 1
    gooi_verhaal_weg(adviseur, pk)
    assert stand(pk).staat == "weggegooid"


def test_the_cleaner_leaves_the_file_of_a_story(doel: int, thuis: Path) -> None:
    import os

    [pk] = api.teken_verhalen_op(SYSTEEM, [nieuw_verhaal(doel)])
    zet_beeld(SYSTEEM, pk, PNG, "Een kop koffie.")
    [bestand] = bestanden(thuis)
    os.utime(bestand, (0, 0))
    ruim_bestanden_op()
    assert bestanden(thuis) == [bestand]


def klant(rol: Rol) -> Client:
    return aangemelde_client(maak_medewerker(rol))


def test_on_screen_the_council_sees_only_what_is_published(doel: int) -> None:
    een, ander, raad = klant(Rol.BELEID), klant(Rol.BELEID), klant(Rol.RAAD)
    t = toestemming()
    velden: dict[str, Any] = {
        "kenmerk": str(uuid4()), "gever": t.gever, "wijze": t.wijze, "vindplaats": t.vindplaats,
        "gebruik": list(t.gebruik), "gegeven_op": t.gegeven_op.isoformat(), "tot": t.tot.isoformat(),
        "doel": doel, "titel": "Weer <b>buiten</b>", "tekst": "Met Fatima wandel ik.", "verteller": "inwoner",
    }  # fmt: skip
    nieuw = reverse("koers_verhaal_nieuw")
    geweigerd = een.post(nieuw, velden | {"tekst": "Bel 06-12345678"})
    assert "Telefoonnummer (06-12345678)" in geweigerd.content.decode()
    assert een.post(nieuw, velden).status_code == 302
    pk = Verhaal.objects.get().pk
    pagina = reverse("koers_verhaal", args=[pk])
    beeld = {"bestand": SimpleUploadedFile("kop.png", PNG), "omschrijving": "Een kop koffie."}
    assert een.post(reverse("koers_verhaal_beeld", args=[pk]), beeld).status_code == 302
    assert "<mark>Fatima</mark>" in een.get(pagina).content.decode()
    bestand = reverse("koers_verhaal_bestand", args=[pk])
    for adres in (pagina, bestand):
        assert raad.get(adres).status_code == 404
    assert "buiten" not in raad.get(reverse("koers_verhalen")).content.decode()
    aanbieden = reverse("koers_verhaal_aanbieden", args=[pk])
    [veld] = re.findall(r'name="(vlag_\w+)"', een.get(aanbieden).content.decode())
    assert een.post(aanbieden, {"versie": 1}).status_code == 200
    assert een.post(aanbieden, {"versie": 1, veld: "Bedachte naam."}).status_code == 302
    publiceren = reverse("koers_verhaal_publiceren", args=[pk])
    assert een.post(publiceren).status_code == 403
    assert raad.get(pagina).status_code == 404
    assert ander.post(publiceren).status_code == 302
    gezien = raad.get(pagina).content.decode()
    assert "Weer &lt;b&gt;buiten&lt;/b&gt;" in gezien
    assert "Bedachte naam" not in gezien
    antwoord = raad.get(bestand)
    assert (antwoord.content, antwoord["Content-Type"]) == (PNG, "image/png")
    assert antwoord["Cache-Control"] == "no-store"
    assert "een inwoner" in raad.get(reverse("koers_verhalen")).content.decode()
    assert "tot en met" in een.get(reverse("koers_verhaal_bewijs", args=[pk])).content.decode().lower()
    assert een.post(reverse("koers_verhaal_intrekken", args=[pk])).status_code == 302
    assert [raad.get(adres).status_code for adres in (pagina, bestand)] == [404, 404]
    assert "gewist" in een.get(pagina).content.decode()
    assert een.get(bestand).status_code == 404
    assert een.get(reverse("koers_verhaal_bewijs", args=[pk])).status_code == 404


def test_the_demo_tells_stories_and_a_second_time_changes_nothing(lopik: Plan, adviseur: Actor) -> None:
    maak_gemeente()
    for code in ("vijfheerenlanden", "utrechtse-heuvelrug"):
        api.importeer_plan(SYSTEEM, code)
    for _keer in range(2):
        api.laad_voorbeeldverhalen(SYSTEEM)
        staten = sorted(Verhaal.objects.values_list("staat", flat=True))
        assert staten == ["aangeboden", "concept", *["gepubliceerd"] * 3, "ingetrokken"]
        assert sorted(Initiatief.objects.values_list("staat", flat=True)) == ["besloten", "loopt", "toets"]
        assert (Marktregel.objects.count(), Dorpsdeel.objects.count()) == (9, 16)
        assert sum(Dorpsdeel.objects.values_list("eurocent", flat=True)) == 45_000_00
    wacht = Verhaal.objects.get(staat="aangeboden").pk
    api.publiceer_verhaal(adviseur, wacht)
