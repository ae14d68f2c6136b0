"""The report: frozen, the same bytes for the same contents, and never changed."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from samendoen.beleid import api
from samendoen.beleid.api import NieuweStand
from samendoen.beleid.models import Activiteit, Plan, Rapport, Rapportbestand, Verantwoording
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, NietGevonden
from samendoen.kernel.models import Gebeurtenis

pytestmark = pytest.mark.django_db
MaakLicht = Callable[..., NieuweStand]
VANDAAG = date(2024, 6, 3)


def html() -> str:
    return api.maak_rapport(SYSTEEM, "voortgang", "lopik").bestanden["html"].decode()


def test_a_report_is_frozen_with_its_hashes(adviseur: Actor, lopik: Plan) -> None:
    gemaakt = api.maak_rapport(adviseur, "voortgang", "lopik")
    assert gemaakt.nieuw
    for bestand in Rapportbestand.objects.all():
        assert bytes(bestand.inhoud) == gemaakt.bestanden[bestand.vorm]
        assert hashlib.sha256(bytes(bestand.inhoud)).hexdigest() == bestand.hash
    assert Gebeurtenis.objects.get(soort="beleid.rapport_gemaakt").onderwerp_id == gemaakt.rapport_id


def test_the_same_contents_are_the_same_report(adviseur: Actor, lopik: Plan) -> None:
    een = api.maak_rapport(adviseur, "voortgang", "lopik")
    with translation.override("en"):
        twee = api.maak_rapport(adviseur, "voortgang", "lopik")
    assert (twee.rapport_id, twee.nieuw, twee.bestanden) == (een.rapport_id, False, een.bestanden)
    assert Rapport.objects.count() == 1


def test_what_changes_makes_another_report_and_leaves_the_first(adviseur: Actor, licht: MaakLicht) -> None:
    een = api.maak_rapport(adviseur, "voortgang", "lopik")
    api.zet_standen(SYSTEEM, [licht()])
    twee = api.maak_rapport(adviseur, "voortgang", "lopik")
    assert twee.rapport_id != een.rapport_id
    oud = Rapportbestand.objects.get(rapport=een.rapport_id, vorm="html")
    assert bytes(oud.inhoud) == een.bestanden["html"]


@pytest.mark.parametrize("model", [Rapport, Rapportbestand])
@pytest.mark.parametrize("wijze", ["wijzig", "wis"])
def test_the_database_refuses_every_change(
    adviseur: Actor, lopik: Plan, model: type[Rapport] | type[Rapportbestand], wijze: str
) -> None:
    api.maak_rapport(adviseur, "voortgang", "lopik")
    with schrijft("beleid"), pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
        if wijze == "wijzig":
            model.objects.update(id=1)
        else:
            model.objects.all()._raw_delete("default")


def test_the_json_says_it_all(lopik: Plan) -> None:
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    document = json.loads(api.maak_rapport(SYSTEEM, "voortgang", "lopik").bestanden["json"])
    doelen = [doel for thema in document["themas"] for doel in thema["doelen"]]
    assert [len(doel["activiteiten"]) for doel in doelen] == [2, 5, 5, 3, 3, 3, 9]
    assert document["synthetische_lichten"] is True
    lichten = [licht for doel in doelen for a in doel["activiteiten"] for licht in a["lichten"].values()]
    assert len(lichten) == 90
    assert all(licht["synthetisch"] for licht in lichten)
    [tabel] = document["mutaties"]
    assert tabel["totaal"] == {
        "lasten_eurocent": -102_572_900,
        "baten_eurocent": 28_948_700,
        "saldo_eurocent": -73_624_200,
    }
    assert tabel["totaal"] == tabel["genoemd"]
    assert [b["regel"] for b in tabel["bevindingen"]] == ["MBO-bijdrage"]


def test_without_lights_it_says_that_they_cannot_be_read(lopik: Plan) -> None:
    assert html().count("niet leesbaar in de bron") >= 30
    document = json.loads(api.maak_rapport(SYSTEEM, "voortgang", "lopik").bestanden["json"])
    een = document["themas"][0]["doelen"][0]["activiteiten"][0]["lichten"]["tijd"]
    assert een == {"kleur": "onbekend", "toelichting": "niet leesbaar in de bron"}


def test_every_made_up_light_stands_beside_the_word_voorbeeld(lopik: Plan) -> None:
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    bladzij = html()
    assert bladzij.count('class="sd-licht ') == 90
    assert bladzij.count('<span class="bl-licht"><span class="sd-licht ') == 90
    assert bladzij.count('<span class="bl-voorbeeld">voorbeeld</span></span></li>') == 90


def test_a_light_that_somebody_set_is_no_example_and_tells_why(adviseur: Actor, licht: MaakLicht) -> None:
    api.zet_standen(SYSTEEM, [licht()])
    bladzij = html()
    assert "De planning schuift." in bladzij
    assert 'class="bl-voorbeeld"' not in bladzij
    assert bladzij.count("nog niet bekend") == 2


def test_the_html_needs_nothing_outside_itself(lopik: Plan) -> None:
    bladzij = html()
    assert not re.search(r"<(script|link|img|iframe)|\bsrc=|url\(|https?://|@import|\son\w+=\"", bladzij)
    assert '<html lang="nl">' in bladzij
    assert "<title>Voortgang 2025 gemeente Lopik</title>" in bladzij


def test_the_html_has_headings_in_order_and_tables_with_headers(lopik: Plan) -> None:
    koppen: list[int] = []

    class Lezer(HTMLParser):
        tabellen = 0
        bijschriften = 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if re.fullmatch("h[1-6]", tag):
                koppen.append(int(tag[1]))
            self.tabellen += tag == "table"
            self.bijschriften += tag == "caption"
            if tag == "th":
                assert dict(attrs).get("scope") in {"row", "col"}

    lezer = Lezer()
    lezer.feed(html())
    assert koppen[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(koppen))
    assert lezer.tabellen == lezer.bijschriften == 2


def test_the_report_has_the_table_of_the_source(lopik: Plan) -> None:
    tekst = re.sub(r"<[^>]+>|\s|\xa0", " ", html())
    tekst = re.sub(r" +", " ", tekst)
    assert "Totaal, door ons opgeteld -€ 1.025.729 € 289.487 -€ 736.242" in tekst
    assert "Brede Spuk" in tekst
    assert "-€ 169.143 € 169.143 € 0 Incidenteel (I)" in tekst
    assert "MBO-bijdrage staat als structureel (S)" in tekst


def test_a_report_of_an_earlier_day_knows_nothing_of_later(adviseur: Actor, licht: MaakLicht) -> None:
    api.zet_standen(SYSTEEM, [licht()])
    eerder = api.maak_rapport(adviseur, "voortgang", "lopik", VANDAAG - timedelta(days=1))
    assert "De planning schuift." not in eerder.bestanden["html"].decode()


def test_words_of_a_user_are_never_read_as_markup(adviseur: Actor, mbo: Activiteit) -> None:
    nieuw = api.NieuweVerantwoording(mbo.pk, "<script>alert(1)</script>")
    api.wijzig_verantwoordingen(SYSTEEM, [nieuw])
    assert Verantwoording.objects.filter(tekst__startswith="<script>").exists()
    assert "<script" not in html()


@pytest.mark.parametrize(
    ("soort", "plan", "dag", "fout"),
    [
        ("evaluatie", "lopik", None, "rapport_komt_later"),
        ("horoscoop", "lopik", None, "onbekend_rapport"),
        ("voortgang", "lopik", VANDAAG + timedelta(days=1), "peildatum_in_de_toekomst"),
    ],
)
def test_what_cannot_be_made_says_so(
    adviseur: Actor, lopik: Plan, soort: str, plan: str, dag: date | None, fout: str
) -> None:
    with pytest.raises(Domeinfout) as gemeld:
        api.maak_rapport(adviseur, soort, plan, dag)
    assert gemeld.value.fout == fout
    assert Rapport.objects.count() == 0


def test_a_plan_that_was_not_read_in_is_not_found(adviseur: Actor) -> None:
    with pytest.raises(NietGevonden):
        api.maak_rapport(adviseur, "voortgang", "lopik")
