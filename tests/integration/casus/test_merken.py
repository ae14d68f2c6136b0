"""Marks that warn a professional, and judgments of safety: seen by who may, and by nobody else."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samendoen.casus.actions import merken as module
from samendoen.casus.api import (
    geldende_merken,
    hef_merken_op,
    sluit_casussen,
    taxeer_veiligheid,
    trek_taxatie_in,
    verleng_merken,
    zet_merken,
)
from samendoen.casus.events import MERK
from samendoen.casus.models import Betrokkene, Casus, Veiligheidsmerk, Veiligheidstaxatie
from samendoen.casus.queries import panelen
from samendoen.casus.rules import vouw_merk
from samendoen.kernel import klok, stekkers
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis, Grond, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import handel_melding_af
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.casusmaker import TEAM, maak_melding, schrijf
from tests.casusmaker import doel as maak_doel
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst
from tests.maak import actor, maak_medewerker
from tests.veiligheidmaker import merk, taxatie

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
KANARIE = "KANARIEMERK niet alleen op huisbezoek"


@pytest.fixture
def gemerkt(gezin: Gezin, casus: int, consulent: Actor) -> int:
    [nummer] = zet_merken(consulent, [merk(casus, gezin.moeder, KANARIE)])
    return nummer


def dagen_later(n: int) -> Any:
    return klok.op(VANDAAG + timedelta(days=n))


def test_a_mark_stands_above_the_casus_and_the_question_and_before_a_visit(
    gezin: Gezin, casus: int, consulent: Actor, gemerkt: int
) -> None:
    client = klant(consulent)
    for pagina, nummer in (("casus", casus), ("melding", gezin.melding), ("veiligheid", casus)):
        html = tekst(client, pagina, nummer)
        assert KANARIE in html, pagina
        assert "Joke Jansen" in html, pagina
    assert KANARIE in "".join(stekkers.panelen("huisbezoek", consulent, casus))
    [beeld] = geldende_merken(consulent, casus)
    assert (beeld.soort, beeld.wie) == ("Agressie", "Fatima Yilmaz")


def test_it_ends_by_itself_unless_it_is_prolonged(casus: int, consulent: Actor, gemerkt: int) -> None:
    with dagen_later(30):
        assert geldende_merken(consulent, casus)
    with dagen_later(31):
        assert not geldende_merken(consulent, casus)
    verleng_merken(consulent, [(gemerkt, VANDAAG + timedelta(days=60))])
    verleng_merken(consulent, [(gemerkt, VANDAAG + timedelta(days=60))])
    with dagen_later(31):
        assert geldende_merken(consulent, casus)
    with pytest.raises(Domeinfout, match="al tot na die dag"):
        verleng_merken(consulent, [(gemerkt, VANDAAG + timedelta(days=59))])
    assert stand(gemerkt) == (VANDAAG + timedelta(days=60), None)


def stand(nummer: int) -> tuple[date, date | None]:
    """Return the last day and the day of lifting, of the row; the fold of its events says the same."""
    rij = Veiligheidsmerk.objects.get(pk=nummer)
    regels = van_onderwerp(MERK, [nummer])[nummer]
    uit = vouw_merk((g.voorgevallen_op, lees(g)) for g in regels)
    assert uit is not None
    assert (uit.soort, uit.persoon, uit.van) == (rij.soort, rij.inwoner_id, rij.van)
    assert (uit.tot, uit.opgeheven_op) == (rij.tot, rij.opgeheven_op)
    return rij.tot, rij.opgeheven_op


def test_lifted_it_warns_no_more_and_a_mistake_can_be_lifted(
    casus: int, consulent: Actor, gemerkt: int
) -> None:
    with pytest.raises(Domeinfout, match="waarom"):
        hef_merken_op(consulent, [(gemerkt, " ")])
    hef_merken_op(consulent, [(gemerkt, "Een vergissing.")])
    assert not geldende_merken(consulent, casus)
    assert stand(gemerkt)[1] == VANDAAG
    with pytest.raises(Domeinfout, match="al opgeheven"):
        hef_merken_op(consulent, [(gemerkt, "Nog eens.")])


def test_what_cannot_be_is_refused(gezin: Gezin, casus: int, consulent: Actor) -> None:
    onjuist: list[tuple[dict[str, Any], str]] = [
        ({"soort": "boos"}, "soort"),
        ({"instructie": " "}, "instructie"),
        ({"instructie": "x" * 4001}, "instructie"),
        ({"dagen": 184}, "tot"),
        ({"dagen": -1}, "tot"),
        ({"besloten_door": 0}, "besloten_door"),
    ]
    for anders, veld in onjuist:
        with pytest.raises(Domeinfout) as fout:
            zet_merken(consulent, [merk(casus, gezin.moeder, **anders)])
        assert fout.value.veld == veld, anders
    onjuist = [
        ({"oordeel": "misschien"}, "oordeel"),
        ({"woorden": " "}, "woorden"),
        ({"dagen": 0}, "opnieuw_op"),
        ({"dagen": 200}, "opnieuw_op"),
    ]
    for anders, veld in onjuist:
        with pytest.raises(Domeinfout) as fout:
            taxeer_veiligheid(consulent, [taxatie(casus, gezin.moeder, **anders)])
        assert fout.value.veld == veld, anders


def test_sent_twice_it_is_one_mark_and_nothing_changes_when_recording_fails(
    gezin: Gezin, casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    een = merk(casus, gezin.moeder)
    assert zet_merken(consulent, [een]) == zet_merken(consulent, [een])

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        zet_merken(consulent, [merk(casus, gezin.zoon)])
    assert Veiligheidsmerk.objects.count() == 1


def iedere_bladzijde(wie: Actor, gezin: Gezin, casus: int) -> str:
    """Return what every page that could tell says to somebody, whatever the answer."""
    client = klant(wie)
    adressen = [
        reverse("casussen") + "?wie=alle&status=",
        reverse("meldingen"),
        reverse("vandaag"),
        reverse("casus", args=[casus]),
        reverse("casus_plan", args=[casus]),
        reverse("veiligheid", args=[casus]),
        reverse("melding", args=[gezin.melding]),
        reverse("inwoner", args=[gezin.moeder]),
    ]
    html = "".join(client.get(adres).content.decode() for adres in adressen)
    zoek = client.post(reverse("zoek"), {"q": "KANARIEMERK"}).content.decode()
    huishouden = Casus.objects.get(pk=casus).huishouden_id
    return html + zoek.replace('value="KANARIEMERK"', "") + panelen.herkenning(wie, huishouden)


def test_without_access_to_the_casus_the_mark_is_nowhere(
    gezin: Gezin, casus: int, gemerkt: int, buur: Actor, consulent: Actor
) -> None:
    taxeer_veiligheid(consulent, [taxatie(casus, gezin.moeder, "KANARIEMERK blauwe plekken")])
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=20))
    ogen = [actor(maak_medewerker(rol, [TEAM])) for rol in (Rol.LOKET, Rol.BACKOFFICE, Rol.PARTNER)]
    assert "KANARIEMERK" in iedere_bladzijde(consulent, gezin, casus)
    for wie in (buur, *ogen):
        html = iedere_bladzijde(wie, gezin, casus)
        assert "KANARIEMERK" not in html, wie.rollen
        assert "Agressie" not in html, wie.rollen


def test_who_reads_the_child_alone_does_not_see_the_mark_of_the_mother(
    gezin: Gezin, casus: int, gemerkt: int, buur: Actor
) -> None:
    geef_inzage(gezin.zoon, buur)
    with klok.op(klok.nu() + timedelta(minutes=1)):
        assert "KANARIEMERK" not in iedere_bladzijde(buur, gezin, casus)


def geef_inzage(persoon: int, wie: Actor) -> None:
    with schrijft("kernel"):
        dossier = Betrokkene.objects.get(inwoner=persoon).dossier_id
        ken_toe([Toekenning(dossier, Niveau.LEESBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=wie.id)])


def test_nothing_of_it_stands_on_a_timeline_a_plan_or_a_letter(
    gezin: Gezin, casus: int, consulent: Actor, gemerkt: int
) -> None:
    taxeer_veiligheid(consulent, [taxatie(casus, gezin.moeder)])
    schrijf(consulent, casus, [maak_doel(gezin.moeder)])
    assert "KANARIEMERK" not in tekst(klant(consulent), "casus_plan", casus)
    tijdlijn = klant(consulent).get(reverse("casus", args=[casus]), headers={"HX-Request": "true"})
    html = tijdlijn.content.decode()
    assert "Casus geopend" in html
    for woord in ("KANARIEMERK", "erk gezet", "ingeschat", "onveilig"):
        assert woord not in html, woord


def test_a_colleague_from_elsewhere_cannot_touch_it(
    gezin: Gezin, casus: int, gemerkt: int, buur: Actor
) -> None:
    for doe in (
        lambda: zet_merken(buur, [merk(casus, gezin.moeder)]),
        lambda: verleng_merken(buur, [(gemerkt, VANDAAG + timedelta(days=90))]),
        lambda: hef_merken_op(buur, [(gemerkt, "Weg.")]),
    ):
        with pytest.raises(NietGevonden):
            doe()
    geef_inzage(gezin.moeder, buur)
    with klok.op(klok.nu() + timedelta(minutes=1)), pytest.raises(Geweigerd):
        hef_merken_op(buur, [(gemerkt, "Weg.")])


def test_before_it_ends_the_director_is_asked_whether_it_stays(
    gezin: Gezin, casus: int, consulent: Actor, gemerkt: int
) -> None:
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=15))
    assert not Taak.objects.filter(regel="merk-loopt-af").exists()
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=16))
    taak = Taak.objects.get(regel="merk-loopt-af")
    assert (taak.gebruiker_id, taak.uiterlijk) == (consulent.id, VANDAAG + timedelta(days=30))
    assert reverse("merk_verlengen", args=[gemerkt]) in tekst(klant(consulent), "vandaag")
    assert "Merk vanaf" in tekst(klant(consulent), "taak", taak.pk)
    verleng_merken(consulent, [(gemerkt, VANDAAG + timedelta(days=90))])
    assert Taak.objects.get(regel="merk-loopt-af").status == "vervallen"


def open_taken() -> set[int | None]:
    rijen = Taak.objects.filter(regel="kijkmoment", status="open")
    return set(rijen.values_list("onderwerp_id", flat=True))


def test_the_latest_judgment_holds_and_asks_to_look_again(gezin: Gezin, casus: int, consulent: Actor) -> None:
    eerste, zoon = taxeer_veiligheid(
        consulent, [taxatie(casus, gezin.moeder, dagen=5), taxatie(casus, gezin.zoon, dagen=5)]
    )
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=2))
    assert open_taken() == {eerste, zoon}
    [tweede] = taxeer_veiligheid(consulent, [taxatie(casus, gezin.moeder, oordeel="geen", dagen=0)])
    assert open_taken() == {zoon}
    assert "Niet onveilig" in tekst(klant(consulent), "casus", casus)
    trek_taxatie_in(consulent, tweede)
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=2))
    assert open_taken() == {eerste, zoon}
    assert Taak.objects.filter(regel="kijkmoment").exclude(dossier=None, gebruiker=consulent.id).count() == 0
    with pytest.raises(Domeinfout, match="al ingetrokken"):
        trek_taxatie_in(consulent, tweede)
    assert Veiligheidstaxatie.objects.get(pk=tweede).ingetrokken_op == VANDAAG
    assert Gebeurtenis.objects.get(soort="casus.taxatie_ingetrokken").herroept_id is not None


def test_the_screens_set_prolong_and_lift(gezin: Gezin, casus: int, consulent: Actor) -> None:
    client = klant(consulent)
    velden = {
        "kenmerk": str(uuid4()),
        "persoon": str(gezin.moeder),
        "soort": "agressie",
        "instructie": KANARIE,
        "reden": "Dreigde aan de deur.",
        "besloten_door": str(consulent.id),
        "van": VANDAAG.isoformat(),
        "tot": (VANDAAG + timedelta(days=30)).isoformat(),
    }
    assert client.post(reverse("merk_zetten", args=[casus]), velden).status_code == 302
    nummer = Veiligheidsmerk.objects.get().pk
    later = {"tot": (VANDAAG + timedelta(days=60)).isoformat()}
    assert client.post(reverse("merk_verlengen", args=[nummer]), later).status_code == 302
    schat = {
        "kenmerk": str(uuid4()),
        "persoon": str(gezin.zoon),
        "oordeel": "acuut",
        "woorden": "Bang voor thuis.",
        "op": VANDAAG.isoformat(),
        "opnieuw_op": (VANDAAG + timedelta(days=1)).isoformat(),
    }
    assert client.post(reverse("taxatie_nieuw", args=[casus]), schat).status_code == 302
    html = tekst(client, "veiligheid", casus)
    for woorden in (KANARIE, "Acuut onveilig", "Bang voor thuis.", "Niemand van het huishouden"):
        assert woorden in html, woorden
    taxatie_id = Veiligheidstaxatie.objects.get().pk
    assert "Sami" in tekst(client, "taxatie_opnieuw", taxatie_id)
    assert client.post(reverse("taxatie_intrekken", args=[taxatie_id])).status_code == 302
    assert client.post(reverse("merk_opheffen", args=[nummer]), {"reden": "Klaar."}).status_code == 302
    assert KANARIE not in tekst(client, "casus", casus)


def test_after_the_casus_closes_the_mark_still_warns_the_team(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor, gemerkt: int
) -> None:
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    nieuw = maak_melding(gezin.moeder)
    assert KANARIE in tekst(klant(collega), "melding", nieuw)


def test_erasure_takes_the_words_and_the_warning(
    gezin: Gezin, casus: int, consulent: Actor, gemerkt: int, settings: Any, tmp_path: object
) -> None:
    taxeer_veiligheid(consulent, [taxatie(casus, gezin.moeder)])
    settings.SAMENDOEN_SLEUTELS = tmp_path
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    rij = Veiligheidsmerk.objects.get()
    assert (rij.instructie, rij.reden) == ("", "")
    assert Veiligheidstaxatie.objects.get().woorden == ""
    assert not geldende_merken(SYSTEEM, casus)
