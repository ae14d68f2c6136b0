"""Reports: what they say, how they are frozen, published by somebody else, corrected and compared."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from samendoen.beleid import api
from samendoen.beleid.actions.rapport import document_voor
from samendoen.beleid.api import NieuweStand
from samendoen.beleid.models import (
    Activiteit,
    Begrotingsmutatie,
    Doelstelling,
    Plan,
    Rapport,
    Rapportbestand,
    Rapportpublicatie,
)
from samendoen.beleid.queries.rapport import bladzij, papier
from samendoen.beleid.queries.rapport.vormen import maak_vorm
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, NietGevonden, Rol
from samendoen.kernel.models import Gebeurtenis
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
MaakLicht = Callable[..., NieuweStand]
VANDAAG = date(2024, 6, 3)
# Of the list: who asks, and three for the reports however many there are.
QUERIES = 5


@pytest.fixture
def tweede(db: None) -> Actor:
    """Give another adviser."""
    return actor(maak_medewerker(Rol.BELEID))


def html(soort: str = "voortgang") -> str:
    """Return Lopik's report as a page, without freezing it."""
    return maak_vorm(document_voor(soort, "lopik")[1], "html").decode()


def plat(pagina: str) -> str:
    """Return the words of a page with plain spaces."""
    return re.sub(r" +", " ", re.sub(r"<[^>]+>|\s|\xa0", " ", pagina))


def bytes_van(rapport_id: int) -> dict[str, bytes]:
    """Return what is kept of a report."""
    rijen = Rapportbestand.objects.filter(rapport=rapport_id)
    return {rij.vorm: bytes(rij.inhoud) for rij in rijen}


def test_a_frozen_report_is_there_once_and_never_changes(
    adviseur: Actor, mbo: Activiteit, licht: MaakLicht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    een = api.maak_rapport(adviseur, "voortgang", "lopik")
    assert een.nieuw
    assert sorted(een.bestanden) == ["docx", "html", "json", "pdf"]
    assert een.bestanden["pdf"].startswith(b"%PDF-") and een.bestanden["docx"].startswith(b"PK")
    for bestand in Rapportbestand.objects.all():
        assert bytes(bestand.inhoud) == een.bestanden[bestand.vorm]
        assert hashlib.sha256(bytes(bestand.inhoud)).hexdigest() == bestand.hash
    assert Gebeurtenis.objects.get(soort="beleid.rapport_gemaakt").onderwerp_id == een.rapport_id
    with translation.override("en"):
        twee = api.maak_rapport(adviseur, "voortgang", "lopik")
    assert (twee.rapport_id, twee.nieuw, twee.bestanden) == (een.rapport_id, False, een.bestanden)
    # Another plan, another template, another definition: another report, and the first one as it was.
    api.zet_standen(SYSTEEM, [licht()])
    stijl, sjabloon = tmp_path / "rapport.css", tmp_path / "rapport.typ"
    stijl.write_text(".rap { color: #123; }")
    sjabloon.write_text(f"{papier.SJABLOON.read_text()}\n#par[Einde]")
    monkeypatch.setattr(bladzij, "STIJL", stijl)
    monkeypatch.setattr(papier, "SJABLOON", sjabloon)
    bladzij._stijl.cache_clear()
    with schrijft("beleid"):
        Plan.objects.update(definitie="0" * 64)
        Doelstelling.objects.filter(code="1").update(titel="Een heel ander doel")
    drie = api.maak_rapport(adviseur, "voortgang", "lopik")
    bladzij._stijl.cache_clear()
    assert drie.rapport_id != een.rapport_id
    assert all(drie.bestanden[vorm] != een.bestanden[vorm] for vorm in een.bestanden)
    assert bytes_van(een.rapport_id) == een.bestanden
    for model in (Rapport, Rapportbestand):
        for wis in (False, True):
            with (
                schrijft("beleid"),
                pytest.raises(DatabaseError, match="verandert niet"),
                transaction.atomic(),
            ):
                model.objects.all()._raw_delete("default") if wis else model.objects.update(id=1)


def test_who_made_a_report_does_not_publish_it(adviseur: Actor, tweede: Actor, lopik: Plan) -> None:
    nummer = api.maak_rapport(adviseur, "voortgang", "lopik").rapport_id
    with pytest.raises(Domeinfout) as fout:
        api.publiceer_rapport(adviseur, nummer)
    assert fout.value.fout == "rapport_eigen_werk"
    # Another role in between changes nothing: it is the same person.
    vermomd = replace(adviseur, rollen=frozenset({Rol.BEHEER}), permissies=SYSTEEM.permissies)
    with pytest.raises(Domeinfout):
        api.publiceer_rapport(vermomd, nummer)
    # Nor does a way around the action.
    with schrijft("beleid"), pytest.raises(DatabaseError, match="publiceert het niet"), transaction.atomic():
        Rapportpublicatie.objects.create(
            rapport_id=nummer, gepubliceerd_op="2024-06-03T09:00Z", door_id=adviseur.id
        )
    assert not Gebeurtenis.objects.filter(soort="beleid.rapport_gepubliceerd").exists()
    assert api.publiceer_rapport(tweede, nummer)
    assert not api.publiceer_rapport(tweede, nummer)
    assert Gebeurtenis.objects.get(soort="beleid.rapport_gepubliceerd").onderwerp_id == nummer
    with pytest.raises(NietGevonden):
        api.publiceer_rapport(tweede, 999_999)


def test_a_correction_is_another_version_that_says_what_and_why(
    adviseur: Actor, tweede: Actor, lopik: Plan, licht: MaakLicht
) -> None:
    een = api.maak_rapport(adviseur, "voortgang", "lopik")

    def weiger(*args: object) -> str:
        with pytest.raises(Domeinfout) as fout:
            api.verbeter_rapport(adviseur, een.rapport_id, *args)  # type: ignore[arg-type]
        return fout.value.fout

    assert weiger("Een licht.", "Het stond verkeerd.") == "rapport_nog_concept"
    api.publiceer_rapport(tweede, een.rapport_id)
    assert weiger("", "Het stond verkeerd.") == "verbetering_wijziging"
    assert weiger("Een licht.", " ") == "verbetering_reden"
    assert weiger("Een licht.", "Het stond verkeerd.") == "verbetering_zonder_verschil"
    api.zet_standen(SYSTEEM, [licht()])
    twee = api.verbeter_rapport(adviseur, een.rapport_id, "Een licht.", "Het stond verkeerd.")
    assert weiger("Nog een.", "Ook fout.") == "rapport_al_verbeterd"
    pagina = plat(twee.bestanden["html"].decode())
    assert "Verbeterde versie 2." in pagina and "Wat is er veranderd: Een licht." in pagina
    assert "Waarom: Het stond verkeerd." in pagina and een.inhoud_hash[:12] in pagina
    assert json.loads(twee.bestanden["json"])["verbetert"] == {"rapport": een.rapport_id, "versie": 2}
    assert bytes_van(een.rapport_id) == een.bestanden
    gebeurtenis = Gebeurtenis.objects.get(soort="beleid.rapport_verbeterd")
    assert (gebeurtenis.onderwerp_id, gebeurtenis.gegevens) == (
        twee.rapport_id,
        {"verbetert": een.rapport_id},
    )
    with pytest.raises(Domeinfout, match="zelf gemaakt"):
        api.publiceer_rapport(adviseur, twee.rapport_id)


def test_a_cent_in_one_line_changes_the_total_the_check_and_the_report(lopik: Plan) -> None:
    voor = json.loads(maak_vorm(document_voor("voortgang", "lopik")[1], "json"))
    assert "Totaal, door ons opgeteld -€ 1.025.729 € 289.487 -€ 736.242" in plat(html())
    assert len(voor["mutaties"][0]["bevindingen"]) == 1
    with schrijft("beleid"):
        Begrotingsmutatie.objects.filter(naam="Lekdijk West").update(lasten_eurocent=-110_000_01)
    na = json.loads(maak_vorm(document_voor("voortgang", "lopik")[1], "json"))
    assert na["mutaties"][0]["totaal"]["lasten_eurocent"] == -102_572_901
    assert "-€ 1.025.729,01 € 289.487 -€ 736.242,01" in plat(html())
    assert len(na["mutaties"][0]["bevindingen"]) > 1
    assert "gelijk aan deze som" in html() or "opgeteld is het -€\xa01.025.729,01" in html()


def test_the_council_reads_what_was_published_and_sees_what_was_corrected(
    adviseur: Actor, tweede: Actor, lopik: Plan, licht: MaakLicht, django_assert_num_queries: Any
) -> None:
    raad = aangemelde_client(maak_medewerker(Rol.RAAD))
    een = api.maak_rapport(adviseur, "voortgang", "lopik")
    blad, bestand = f"/koers/rapporten/{een.rapport_id}/", f"/koers/rapporten/{een.rapport_id}/rapport.pdf"
    assert "nog geen rapport gepubliceerd" in raad.get("/koers/rapporten/").content.decode()
    assert raad.get(blad).status_code == raad.get(bestand).status_code == 404
    api.publiceer_rapport(tweede, een.rapport_id)
    assert raad.get(bestand).content == een.bestanden["pdf"]
    with django_assert_num_queries(QUERIES):
        raad.get("/koers/rapporten/")
    api.zet_standen(SYSTEEM, [licht()])
    twee = api.verbeter_rapport(adviseur, een.rapport_id, "Een licht.", "Het stond verkeerd.")
    verschil = f"/koers/rapporten/{twee.rapport_id}/verschil/?met={een.rapport_id}"
    assert "Dit rapport is verbeterd" not in raad.get(blad).content.decode()
    assert raad.get(verschil).status_code == 404
    api.publiceer_rapport(tweede, twee.rapport_id)
    with django_assert_num_queries(QUERIES):
        assert "Verbeterd: er is een nieuwe versie" in raad.get("/koers/rapporten/").content.decode()
    pagina = raad.get(blad).content.decode()
    assert "Dit rapport is verbeterd" in pagina and "Het stond verkeerd." in pagina
    assert "Maak een verbeterde versie" not in pagina and "Gemaakt door" not in pagina
    anders = plat(raad.get(verschil).content.decode())
    assert "Verbeterde versie 2." in anders and "De planning schuift." in anders


def test_an_adviser_chooses_looks_freezes_and_a_colleague_publishes(lopik: Plan) -> None:
    maker, ander = (aangemelde_client(maak_medewerker(Rol.BELEID)) for _ in range(2))
    keuze = {"soort": "voortgang", "plan": "lopik", "peildatum": "2024-06-03"}
    assert "Vastleggen" not in maker.get("/koers/rapporten/maken/?plan=lopik").content.decode()
    voorbeeld = maker.get("/koers/rapporten/maken/", keuze).content.decode()
    assert "Er is nog niets vastgelegd" in voorbeeld and "Brede Spuk" in voorbeeld
    assert voorbeeld.count("<h1>") == 1
    assert Rapport.objects.count() == 0
    laat = maker.post("/koers/rapporten/maken/", keuze | {"peildatum": "2024-06-04"}).content.decode()
    assert "De peildatum ligt in de toekomst." in laat
    blad = maker.post("/koers/rapporten/maken/", keuze).headers["Location"]
    assert "Een collega kijkt het na" in maker.get(blad).content.decode()
    maker.post(f"{blad}publiceren/")
    assert Rapportpublicatie.objects.count() == 0
    assert "zelf gemaakt" in maker.get(blad).content.decode()
    ander.post(f"{blad}publiceren/")
    assert "de raad kan het lezen" in ander.get(blad).content.decode()
    for vorm in ("html", "pdf", "docx", "json"):
        antwoord = maker.get(f"{blad}rapport.{vorm}")
        assert (
            antwoord.headers["Content-Disposition"]
            == f'attachment; filename="voortgang-lopik-2024-06-03.{vorm}"'
        )
        assert antwoord.headers["X-Content-Type-Options"] == "nosniff" and antwoord.headers["ETag"]
        assert antwoord.content == bytes_van(Rapport.objects.get().pk)[vorm]
    gelezen = ander.get(f"{blad}rapport.html?bekijk").headers
    assert gelezen["Content-Disposition"].startswith("inline")
    eigen = r"default-src 'none'; style-src 'sha256-[\w+/]+=*';"
    assert re.match(eigen, gelezen["Content-Security-Policy"])
    assert ander.get(f"{blad}rapport.xls").status_code == 404
    fout = ander.post(f"{blad}verbeteren/", {"wijziging": "", "reden": "", "peildatum": "2024-06-03"})
    assert fout.status_code == 200
    assert Rapport.objects.count() == 1


def test_the_progress_report_says_it_all(lopik: Plan, adviseur: Actor, licht: MaakLicht) -> None:
    pagina = html()
    assert "De lichten zijn niet leesbaar in de bron." in pagina
    document = json.loads(maak_vorm(document_voor("voortgang", "lopik")[1], "json"))
    een = document["themas"][0]["doelen"][0]["activiteiten"][0]["lichten"]["tijd"]
    assert een == {"kleur": "onbekend", "toelichting": "niet leesbaar in de bron"}
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    document = json.loads(maak_vorm(document_voor("voortgang", "lopik")[1], "json"))
    doelen = [doel for thema in document["themas"] for doel in thema["doelen"]]
    assert [len(doel["activiteiten"]) for doel in doelen] == [2, 5, 5, 3, 3, 3, 9]
    lichten = [licht for doel in doelen for a in doel["activiteiten"] for licht in a["lichten"].values()]
    assert len(lichten) == 90 and all(licht["synthetisch"] for licht in lichten)
    [tabel] = document["mutaties"]
    assert tabel["totaal"] == tabel["genoemd"]
    assert [b["regel"] for b in tabel["bevindingen"]] == ["MBO-bijdrage"]
    pagina = html()
    assert pagina.count('<span class="bl-voorbeeld">voorbeeld</span>') == 90
    api.zet_standen(SYSTEEM, [licht()])
    pagina = html()
    assert "De planning schuift." in pagina
    assert pagina.count('<span class="bl-voorbeeld">voorbeeld</span>') == 89
    eerder = maak_vorm(document_voor("voortgang", "lopik", VANDAAG - timedelta(days=1))[1], "html").decode()
    assert "De planning schuift." not in eerder


def test_words_of_a_user_are_never_read_as_markup(adviseur: Actor, mbo: Activiteit) -> None:
    nieuw = api.NieuweVerantwoording(mbo.pk, '<script>alert(1)</script> #read("x")')
    api.wijzig_verantwoordingen(SYSTEEM, [nieuw])
    assert "<script" not in html()
    assert "&lt;script&gt;" in html()


@pytest.mark.parametrize(
    ("soort", "dag", "fout"),
    [
        ("horoscoop", None, "onbekend_rapport"),
        ("voortgang", VANDAAG + timedelta(days=1), "peildatum_in_de_toekomst"),
        ("voortgang", None, "plan_onbekend"),
    ],
)
def test_what_cannot_be_made_says_so(adviseur: Actor, soort: str, dag: date | None, fout: str) -> None:
    with pytest.raises(Domeinfout) as gemeld:
        api.maak_rapport(adviseur, soort, "lopik", dag)
    assert gemeld.value.fout == fout
    assert Rapport.objects.count() == 0
