"""Notes: written while one talks, frozen when finished, read by who may read every one they are about."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from samendoen.casus.actions import notitieklaar as module
from samendoen.casus.actions.notitieinvoer import woorden_van
from samendoen.casus.api import (
    NieuweNotitie,
    Notitiewie,
    Schoning,
    begin_notities,
    gooi_notitie_weg,
    kies_wie,
    rond_notities_af,
    schoon_notitie,
    schrijf_notities,
    trek_notitie_in,
    verbeter_notitie,
    zet_notitie_terug,
)
from samendoen.casus.events import NOTITIE
from samendoen.casus.models import Betrokkene, Notitie, Notitiepersoon
from samendoen.casus.queries import notitietaken
from samendoen.casus.rules import Notitiestand, Notitiestatus, vouw_notitie
from samendoen.inwoners.api import NieuwGezag, leg_gezag_vast
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Grond, Inzagelogregel, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from tests.casusmaker import maak_inwoner
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst
from tests.maak import actor, maak_medewerker
from tests.notitiemaker import TEKST, begin, invoer, klaar, schrijf

pytestmark = pytest.mark.django_db


def lezers(rij: Notitie) -> set[int]:
    return set(Notitiepersoon.objects.filter(notitie=rij, leest=True).values_list("inwoner_id", flat=True))


def stand(rij: Notitie) -> Notitiestand | None:
    alle = van_onderwerp(NOTITIE, [rij.pk])[rij.pk]
    return vouw_notitie((g.voorgevallen_op, lees(g)) for g in alle)


def rij_als_stand(rij: Notitie) -> Notitiestand:
    rij.refresh_from_db()
    personen = list(Notitiepersoon.objects.filter(notitie=rij))
    af = rij.afgerond_op is not None
    return Notitiestand(
        casus=rij.casus_id,
        nummer=rij.nummer,
        sjabloon=rij.sjabloon,
        over=frozenset(p.inwoner_id for p in personen if p.over),
        lezers=frozenset(p.inwoner_id for p in personen if p.leest),
        verbetert=rij.verbetert_id,
        status=Notitiestatus(rij.status),
        op=rij.op if af else None,
        wijze=rij.wijze if af else "",
        schonen=rij.schonen_sinds is not None,
    )


def lees_mee(casus: int, *personen: int) -> Actor:
    """Make an expert who may read the dossiers of these persons alone."""
    wie = actor(maak_medewerker(Rol.KWALITEIT, ["gebiedsteam_vianen"], "Wil Weters"))
    tot = klok.nu() + timedelta(days=7)
    rijen = Betrokkene.objects.filter(casus=casus, inwoner__in=personen)
    with schrijft("kernel"):
        ken_toe(
            Toekenning(b.dossier_id, Niveau.LEESBAAR, Grond.CONSULTATIE, b.wet, gebruiker_id=wie.id, tot=tot)
            for b in rijen
        )
    return wie


def test_a_note_is_written_in_the_browser_and_then_stands_fast(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    client = klant(consulent)
    velden: dict[str, Any] = {
        "kenmerk": str(uuid4()),
        "sjabloon": "telefoongesprek",
        "over": [gezin.moeder],
        "op": "2024-06-03",
    }
    for _keer in range(2):
        antwoord = client.post(reverse("notitie_nieuw", args=[casus]), velden)
        assert antwoord["Location"] == reverse("notitie_schrijven", args=[casus, 1])
    url = antwoord["Location"]
    html = client.get(url).content.decode()
    assert "Wat is er besproken?" in html
    [gelezen] = re.findall(r'name="gelezen" value="([^"]+)"', html)
    invoervelden = {
        "gelezen": gelezen,
        "op": "2024-06-03",
        "wijze": "telefoon",
        "met_wie": "Fatima en haar zus",
        "deel_besproken": TEKST,
        "deel_afspraken": "Ik bel vrijdag.",
    }
    deel = client.post(url, invoervelden, headers={"HX-Request": "true"}).content.decode()
    assert "Opgeslagen om" in deel and "<h1>" not in deel
    [gelezen] = re.findall(r'name="gelezen" value="([^"]+)"', deel)
    antwoord = client.post(url, invoervelden | {"gelezen": gelezen, "naar": "klaar"})
    assert antwoord["Location"] == reverse("notitie", args=[casus, 1])
    html = tekst(client, "notitie", casus, 1)
    assert TEKST in html and "Fatima en haar zus" in html and "Verbeterde versie maken" in html
    assert client.get(url)["Location"] == reverse("notitie", args=[casus, 1])
    laat = client.post(url, invoervelden | {"deel_besproken": "Toch anders."}, headers={"HX-Request": "true"})
    assert "Niet opgeslagen" in laat.content.decode()
    casuspagina = tekst(client, "casus", casus)
    assert "Telefoongesprek: notitie 1." in casuspagina and TEKST[:30] in casuspagina
    assert Inzagelogregel.objects.filter(pagina="notitie").count() == 1


def test_words_are_nowhere_in_plain(gezin: Gezin, casus: int, consulent: Actor) -> None:
    klaar(consulent, casus, gezin.moeder, tekst="KANARIE")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM casus_notitie WHERE encode(woorden, 'escape') LIKE '%KANARIE%') + "
            "(SELECT count(*) FROM kernel_gebeurtenis WHERE gegevens::text LIKE '%KANARIE%') + "
            "(SELECT count(*) FROM kernel_gebeurtenisinhoud WHERE waarde LIKE '%KANARIE%') + "
            "(SELECT count(*) FROM kernel_zoekregel WHERE tekst LIKE '%KANARIE%')"
        )
        assert cursor.fetchone() == (0,)


def test_by_default_the_person_and_custody_at_home_read_it(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    vader = maak_inwoner("Karim")
    leg_gezag_vast(
        SYSTEEM,
        [
            NieuwGezag(kind, wie, klok.vandaag())
            for kind in (gezin.zoon, gezin.dochter)
            for wie in (gezin.moeder, vader)
        ],
    )
    assert lezers(begin(consulent, casus, gezin.moeder)) == {gezin.moeder}
    assert lezers(begin(consulent, casus, gezin.dochter)) == {gezin.dochter, gezin.moeder}
    # What is about all of them is for her alone who may read about every one of them.
    rij = begin(consulent, casus)
    assert lezers(rij) == {gezin.moeder}
    samen = begin(consulent, casus, gezin.zoon, gezin.dochter)
    assert lezers(samen) == {gezin.moeder}
    kies_wie(consulent, [Notitiewie(samen.pk, (gezin.zoon,), (gezin.zoon,))])
    schrijf(consulent, samen)
    rond_notities_af(consulent, [samen.pk])
    assert (lezers(samen), stand(samen)) == ({gezin.zoon}, rij_als_stand(samen))
    client = klant(consulent)
    assert TEKST in tekst(client, "notities_afdruk", casus, gezin.zoon)
    assert TEKST not in tekst(client, "notities_afdruk", casus, gezin.moeder)
    with pytest.raises(NietGevonden):
        kies_wie(consulent, [Notitiewie(rij.pk, (vader,), None)])


def test_who_may_not_read_about_one_of_them_does_not_see_the_note(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    samen = klaar(consulent, casus, gezin.moeder, gezin.zoon, tekst="Over samen.")
    alleen = klaar(consulent, casus, gezin.moeder, tekst="Over haar.")
    client = klant(lees_mee(casus, gezin.moeder))
    html = tekst(client, "notities", casus) + tekst(client, "casus", casus)
    assert "Over haar." in html and "Over samen." not in html
    assert client.get(reverse("notitie", args=[casus, samen.nummer])).status_code == 404
    assert client.get(reverse("notitie", args=[casus, alleen.nummer])).status_code == 200
    later = klok.nu() + timedelta(days=8)
    with klok.op(later):
        assert client.get(reverse("notitie", args=[casus, alleen.nummer])).status_code == 404


def test_two_writers_never_overwrite_each_other(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    rij = begin(consulent, casus, gezin.moeder)
    van_joke, van_piet = invoer(rij, "Van Joke."), invoer(rij, "Van Piet.")
    assert schrijf_notities(consulent, [van_joke])[0].anders == ("deel_gezien",)
    with pytest.raises(Domeinfout, match="collega") as fout:
        schrijf_notities(collega, [van_piet])
    assert (fout.value.fout, fout.value.veld) == ("notitie_botst", "deel_gezien")
    antwoord = klant(collega).post(
        reverse("notitie_schrijven", args=[casus, 1]),
        {"gelezen": "", "op": "2024-06-03", "wijze": "thuis", "deel_gezien": "Van Piet."},
        headers={"HX-Request": "true"},
    )
    assert "Joke Jansen schreef hier intussen ook" in antwoord.content.decode()
    rij.refresh_from_db()
    assert woorden_van(rij).delen[0].tekst == "Van Joke."


def test_a_mistake_is_corrected_by_a_new_version_or_withdrawn(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    oud = klaar(consulent, casus, gezin.moeder)
    client = klant(consulent)
    antwoord = client.post(reverse("notitie_verbeteren", args=[casus, oud.nummer]))
    assert antwoord["Location"] == reverse("notitie_schrijven", args=[casus, 2])
    nieuw = Notitie.objects.get(nummer=2)
    assert verbeter_notitie(consulent, oud.pk, uuid4()) == nieuw.pk
    assert woorden_van(nieuw) == woorden_van(oud)
    schrijf(consulent, nieuw, "Het was de buurman.")
    rond_notities_af(consulent, [nieuw.pk])
    assert "Vervangen door notitie 2" in tekst(client, "notitie", casus, 1)
    with pytest.raises(Domeinfout, match="vervangen"):
        trek_notitie_in(consulent, oud.pk, "Te laat.")
    assert "Schrijf op wat er niet klopt." in (
        client.post(reverse("notitie_intrekken", args=[casus, 2]), {"reden": ""}).content.decode()
    )
    client.post(reverse("notitie_intrekken", args=[casus, 2]), {"reden": "Verkeerd huishouden."})
    assert "Verkeerd huishouden." in tekst(client, "notitie", casus, 2)
    assert stand(nieuw) == rij_als_stand(nieuw)
    zet_notitie_terug(consulent, nieuw.pk)
    assert [stand(rij) for rij in (oud, nieuw)] == [rij_als_stand(rij) for rij in (oud, nieuw)]


def test_a_concept_is_thrown_away_with_its_words_and_an_empty_one_is_not_finished(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    rij = begin(consulent, casus, gezin.moeder)
    with pytest.raises(Domeinfout, match="Er staat nog niets"):
        rond_notities_af(consulent, [rij.pk])
    schrijf(consulent, rij)
    gooi_notitie_weg(consulent, rij.pk)
    rij.refresh_from_db()
    assert (rij.status, rij.woorden, stand(rij)) == ("weggegooid", None, rij_als_stand(rij))
    assert klant(consulent).get(reverse("notitie", args=[casus, 1])).status_code == 404
    with pytest.raises(Domeinfout, match="sjabloon"):
        begin_notities(consulent, [NieuweNotitie(uuid4(), casus, "bestaat_niet")])


def test_nothing_changes_when_recording_fails(
    gezin: Gezin, casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = begin(consulent, casus, gezin.moeder)
    schrijf(consulent, rij)

    def stuk(*_wat: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError):
        rond_notities_af(consulent, [rij.pk])
    rij.refresh_from_db()
    assert rij.status == "concept"


def test_who_is_erased_goes_from_a_note_that_stays_for_the_others(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    samen = klaar(consulent, casus, gezin.moeder, gezin.zoon, tekst="Fatima is moe. Sami slaapt slecht.")
    los, oud = klaar(consulent, casus, gezin.moeder), klaar(consulent, casus, gezin.moeder, gezin.zoon)
    trek_notitie_in(consulent, oud.pk, "Verkeerd huis.")
    with schrijft("casus"):
        samen.personen.filter(inwoner=gezin.zoon).update(leest=True)
    wet = Betrokkene.objects.get(casus=casus, inwoner=gezin.moeder).wet
    wis_persoon(SYSTEEM, gezin.moeder, wet, "verzoek")
    for rij in (samen, los, oud):
        rij.refresh_from_db()
    assert (los.woorden, oud.woorden, oud.reden) == (None, None, None)
    assert (samen.inwoner_id, samen.schonen_sinds, stand(samen)) == (
        gezin.zoon,
        date(2024, 6, 3),
        rij_als_stand(samen),
    )
    assert list(samen.personen.values_list("inwoner_id", flat=True)) == [gezin.zoon]
    client = klant(consulent)
    html = tekst(client, "notitie", casus, samen.nummer)
    assert "Sami slaapt slecht." in html and "Hier staan misschien nog woorden" in html
    assert "Sami slaapt" not in tekst(client, "notities_afdruk", casus, gezin.zoon)
    with pytest.raises(Domeinfout, match="misschien nog woorden"):
        verbeter_notitie(consulent, samen.pk, uuid4())
    [taak] = notitietaken.te_schonen(date(2024, 6, 4))
    assert (taak.gebruiker_id, taak.uiterlijk, taak.dossier_id) == (
        consulent.id,
        date(2024, 7, 1),
        samen.dossier_id,
    )

    schonen = reverse("notitie_schonen", args=[casus, samen.nummer])
    html = client.get(schonen).content.decode()
    [gezien] = re.findall(r'name="gezien" value="(\w+)"', html)
    kop = re.findall(r'name="(deel_\w+)"', html)[0]
    assert "Er blijft niets over." in client.post(schonen, {"gezien": gezien}).content.decode()
    client.post(schonen, {"gezien": gezien, kop: "Sami slaapt slecht."})
    samen.refresh_from_db()
    assert [d.tekst for d in woorden_van(samen).delen if d.tekst] == ["Sami slaapt slecht."]
    assert (samen.schonen_sinds, stand(samen)) == (None, rij_als_stand(samen))
    assert list(notitietaken.te_schonen(date(2024, 6, 4))) == []
    assert "Sami slaapt" in tekst(client, "notities_afdruk", casus, gezin.zoon)
    with pytest.raises(Domeinfout, match="al geschoond"):
        schoon_notitie(consulent, Schoning(samen.pk, {}, "", gezien))
    zoon = Betrokkene.objects.get(casus=casus, inwoner=gezin.zoon).wet
    wis_persoon(SYSTEEM, gezin.zoon, zoon, "verzoek")
    samen.refresh_from_db()
    assert samen.woorden is None
    assert "De woorden zijn gewist." in tekst(client, "notities", casus)
