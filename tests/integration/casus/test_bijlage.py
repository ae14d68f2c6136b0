"""Attachments: judged by content, encrypted, handed over to who may read, gone when they must be gone."""

import os
import sys
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samendoen.casus.actions import bijlage as module
from samendoen.casus.api import NieuweBijlage, verwijder_bijlage, voeg_bijlage_toe
from samendoen.casus.jobs import ruim_bestanden_op
from samendoen.casus.models import Betrokkene, Bijlage
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.models import Gebeurtenis, Inzagelogregel
from samendoen.kernel.wissen import wis_persoon
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_notitie import lees_mee
from tests.integration.casus.test_schermen import klant, tekst
from tests.notitiemaker import klaar

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nKANARIE in de bijlage\n"
# Reads all of it, says nothing, and refuses what holds this word.
SCANNER = "import sys; sys.exit(1 if b'KWAAD' in sys.stdin.buffer.read() else 0)"


@pytest.fixture(autouse=True)
def thuis(settings: Any, tmp_path: Path) -> Path:
    settings.SAMENDOEN_HOME = tmp_path
    return tmp_path


def bestanden(thuis: Path) -> list[Path]:
    return [pad for pad in thuis.rglob("*") if pad.is_file()]


def voeg_toe(door: Actor, casus: int, persoon: int, inhoud: bytes = PDF, **anders: Any) -> Bijlage:
    naam = anders.pop("naam", "brief van school.pdf")
    nieuw = NieuweBijlage(anders.pop("kenmerk", uuid4()), casus, persoon, naam, inhoud, **anders)
    return Bijlage.objects.get(pk=voeg_bijlage_toe(door, nieuw))


def test_a_file_is_kept_encrypted_and_handed_over_as_a_download(
    gezin: Gezin, casus: int, consulent: Actor, thuis: Path
) -> None:
    client = klant(consulent)
    url = reverse("bijlage_nieuw", args=[casus])
    html = client.get(url).content.decode()
    assert "niet op virussen gescand" in html and 'enctype="multipart/form-data"' in html
    velden = {
        "kenmerk": str(uuid4()),
        "persoon": gezin.moeder,
        "bestand": SimpleUploadedFile('C:\\map\\b"rief.pdf', PDF, content_type="text/html"),
    }
    assert client.post(url, velden)["Location"] == reverse("casus", args=[casus])
    rij = Bijlage.objects.get()
    [pad] = bestanden(thuis)
    assert b"KANARIE" not in pad.read_bytes() and oct(pad.stat().st_mode)[-3:] == "600"
    assert "brief" not in str(pad) and "rief.pdf" in tekst(client, "casus", casus)
    antwoord = client.get(reverse("bijlage", args=[casus, rij.pk]))
    assert antwoord.content == PDF
    koppen = antwoord.headers
    assert koppen["Content-Disposition"].startswith("attachment; filename=")
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert (koppen["Cache-Control"], koppen["Content-Type"]) == ("no-store", "application/pdf")
    assert Inzagelogregel.objects.filter(pagina="bijlage", dossiers=[rij.dossier_id]).count() == 1
    assert "Bijlage toegevoegd (pdf)." in tekst(client, "casus", casus)


def test_a_file_opens_for_who_may_read_about_that_person_and_with_that_note(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor
) -> None:
    notitie = klaar(consulent, casus, gezin.moeder, gezin.zoon)
    bij = voeg_toe(consulent, casus, gezin.moeder, PDF + b"bij", notitie=notitie.pk)
    los, zoons = voeg_toe(consulent, casus, gezin.moeder), voeg_toe(consulent, casus, gezin.zoon)
    assert "brief van school.pdf" in tekst(klant(consulent), "notitie", casus, notitie.nummer)

    def mag(wie: Actor) -> list[int]:
        client = klant(wie)
        return [client.get(reverse("bijlage", args=[casus, b.pk])).status_code for b in (bij, los, zoons)]

    deskundige = lees_mee(casus, gezin.moeder)
    assert (mag(consulent), mag(deskundige), mag(buur)) == ([200] * 3, [404, 200, 404], [404] * 3)
    with klok.op(klok.vandaag().replace(day=20)):
        assert mag(deskundige) == [404] * 3


def test_what_is_refused_leaves_nothing_behind(
    gezin: Gezin, casus: int, consulent: Actor, thuis: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fout(inhoud: bytes, naam: str = "a.pdf") -> str:
        with pytest.raises(Domeinfout) as geweigerd:
            voeg_toe(consulent, casus, gezin.moeder, inhoud, naam=naam)
        return geweigerd.value.fout

    assert fout(b"MZ\x00") == "bijlage_soort"
    assert fout(PDF, "a.txt") == "bijlage_naam"
    settings.SAMENDOEN_VIRUSSCANNER = f'{sys.executable} -c "{SCANNER}"'
    assert fout(PDF + b"KWAAD") == "bijlage_virus"
    assert voeg_toe(consulent, casus, gezin.moeder, PDF).gescand
    settings.SAMENDOEN_VIRUSSCANNER = "/bestaat/niet"
    assert fout(PDF + b"2") == "bijlage_scanner"
    settings.SAMENDOEN_VIRUSSCANNER = ""
    assert fout(PDF) == "bijlage_dubbel"

    def stuk(*_wat: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError):
        voeg_toe(consulent, casus, gezin.moeder, PDF + b"3")
    assert (Bijlage.objects.count(), len(bestanden(thuis))) == (1, 1)


def test_too_large_is_said_and_not_read(gezin: Gezin, casus: int, consulent: Actor, settings: Any) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    groot = SimpleUploadedFile("groot.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024))
    velden = {"kenmerk": str(uuid4()), "persoon": gezin.moeder, "bestand": groot}
    html = klant(consulent).post(reverse("bijlage_nieuw", args=[casus]), velden).content.decode()
    assert "Dit bestand is groter dan 10 MB." in html


def test_removed_and_erased_files_are_really_gone(
    gezin: Gezin, casus: int, consulent: Actor, thuis: Path, django_capture_on_commit_callbacks: Any
) -> None:
    kenmerk = uuid4()
    weg = voeg_toe(consulent, casus, gezin.moeder, kenmerk=kenmerk)
    assert voeg_toe(consulent, casus, gezin.moeder, kenmerk=kenmerk).pk == weg.pk
    zoons = voeg_toe(consulent, casus, gezin.zoon)
    with django_capture_on_commit_callbacks(execute=True):
        klant(consulent).post(reverse("bijlage_verwijderen", args=[casus, weg.pk]))
    weg.refresh_from_db()
    assert (weg.bestand, weg.naam, len(bestanden(thuis))) == ("", None, 1)
    with pytest.raises(NietGevonden):
        verwijder_bijlage(consulent, casus, weg.pk)
    wet = Betrokkene.objects.get(casus=casus, inwoner=gezin.zoon).wet
    with django_capture_on_commit_callbacks(execute=True):
        wis_persoon(SYSTEEM, gezin.zoon, wet, "verzoek")
    zoons.refresh_from_db()
    assert (zoons.bestand, zoons.naam, bestanden(thuis)) == ("", None, [])
    assert Gebeurtenis.objects.filter(soort__startswith="casus.bijlage_").count() == 3


def test_the_cleaner_takes_what_a_crash_left_behind(
    gezin: Gezin, casus: int, consulent: Actor, thuis: Path
) -> None:
    voeg_toe(consulent, casus, gezin.moeder)
    [goed] = bestanden(thuis)
    wees, vers = goed.with_name("f" * 64), goed.with_name("e" * 64)
    for pad in (wees, vers):
        pad.write_bytes(b"x")
    gisteren = time.time() - 25 * 60 * 60
    for pad in (wees, goed):
        os.utime(pad, (gisteren, gisteren))
    ruim_bestanden_op()
    assert set(bestanden(thuis)) == {goed, vers}
