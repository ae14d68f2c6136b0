"""The report of an investigation: sending it, who reads what, and what comes after."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from samendoen.casus.api import (
    geef_cijfers_later,
    gooi_onderzoek_weg,
    onderzoeksbevindingen,
    schrijf_bevindingen,
    schrijf_onderzochten,
    verstuur_verslagen,
)
from samendoen.casus.models import (
    Bevinding,
    Onderzochte,
    Onderzoek,
    Onderzoekmelding,
    Verslagbrief,
    Verslagdeel,
)
from samendoen.inwoners.api import Gegevenswijziging, NieuwGezag, leg_gezag_vast, wijzig_inwoners
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Gebeurtenis
from samendoen.toegang.models import Melding
from samendoen.werk.models import Termijn
from tests.casusmaker import maak_inwoner
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst
from tests.onderzoekmaker import begin, bevinding, gelezen, onderzochte, soorten, vol

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def test_sending_freezes_the_letter_and_meets_the_clock(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = vol(consulent, casus, gezin.moeder)
    with klok.op(VANDAAG + timedelta(days=30)):
        verstuur_verslagen(consulent, [(nummer, klok.vandaag())])
    onderzoek = Onderzoek.objects.get()
    assert (onderzoek.status, onderzoek.verstuurd_op) == ("afgerond", date(2024, 7, 3))
    assert (Melding.objects.get().uitkomst, Termijn.objects.get().status) == ("onderzocht", "gehaald")
    brief = Verslagbrief.objects.get()
    assert brief.inwoner_id == gezin.moeder
    assert brief.kader is not None
    assert (brief.kader["datum"], brief.kader["kenmerk"]) == ("2024-07-03", f"C{casus}-O1")
    assert "De trap is te steil." in str(Verslagdeel.objects.get().blokken)
    assert soorten(nummer)[-1] == "verslag_verstuurd"


def test_too_late_is_recorded_as_missed(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = vol(consulent, casus, gezin.moeder)
    with klok.op(VANDAAG + timedelta(days=60)):
        verstuur_verslagen(consulent, [(nummer, klok.vandaag())])
    assert Termijn.objects.get().status == "gemist"


def test_what_is_missing_is_recorded_and_stops_nobody(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = begin(consulent, casus, gezin.moeder)
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    gemist = Gebeurtenis.objects.get(soort="casus.verslag_verstuurd").gegevens["ontbreekt"]
    assert {"leefgebied", "clientondersteuning", "conclusie"} <= set(gemist)


def test_a_question_that_was_handled_before_does_not_stop_the_report(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    from samendoen.toegang.api import handel_melding_af

    nummer = vol(consulent, casus, gezin.moeder)
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    assert Onderzoek.objects.get().status == "afgerond"


def test_after_sending_only_the_later_mark_changes(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = vol(consulent, casus, gezin.moeder)
    with pytest.raises(Domeinfout, match="nog niet verstuurd"):
        geef_cijfers_later(consulent, [(nummer, gezin.moeder, "wonen", 7)])
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    with pytest.raises(Domeinfout, match="Dit kan nu niet meer"):
        schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder)])
    with pytest.raises(Domeinfout, match="Dit kan nu niet meer"):
        verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    for _keer in range(2):
        geef_cijfers_later(consulent, [(nummer, gezin.moeder, "wonen", 7)])
    assert Bevinding.objects.get().cijfer_later == 7
    assert soorten(nummer).count("cijfer_later_gegeven") == 1
    with pytest.raises(Domeinfout) as fout:
        geef_cijfers_later(consulent, [(nummer, gezin.moeder, "wonen", 0)])
    assert fout.value.veld == "cijfer"


@pytest.mark.parametrize("dag", [VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)])
def test_a_report_is_not_sent_before_it_began_or_tomorrow(
    gezin: Gezin, casus: int, consulent: Actor, dag: date
) -> None:
    nummer = vol(consulent, casus, gezin.moeder)
    with pytest.raises(Domeinfout) as fout:
        verstuur_verslagen(consulent, [(nummer, dag)])
    assert fout.value.veld == "op"


def test_a_next_one_begins_as_a_copy(gezin: Gezin, casus: int, consulent: Actor) -> None:
    eerste = vol(consulent, casus, gezin.moeder)
    with pytest.raises(Domeinfout):
        begin(consulent, casus, kopie_van=eerste)
    verstuur_verslagen(consulent, [(eerste, VANDAAG)])
    geef_cijfers_later(consulent, [(eerste, gezin.moeder, "wonen", 7)])
    tweede = begin(consulent, casus, kopie_van=eerste)
    rij = Bevinding.objects.get(onderzochte__onderzoek=tweede)
    assert (rij.situatie, rij.cijfer, rij.cijfer_later) == ("De trap is te steil.", 7, None)
    wie = Onderzochte.objects.get(onderzoek=tweede)
    assert (wie.plan_tekst, wie.conclusie, wie.clientondersteuning) == ("Ik wil een traplift.", "", "")
    assert Onderzoek.objects.get(pk=tweede).nummer == 2


def test_begun_by_mistake_frees_the_question(gezin: Gezin, casus: int, consulent: Actor) -> None:
    gooi_onderzoek_weg(consulent, begin(consulent, casus))
    assert not Onderzoekmelding.objects.exists()
    nummer = begin(consulent, casus)
    assert Onderzoekmelding.objects.get().onderzoek_id == nummer
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    with pytest.raises(Domeinfout):
        gooi_onderzoek_weg(consulent, nummer)


def test_each_reader_gets_what_that_reader_may_read(gezin: Gezin, casus: int, consulent: Actor) -> None:
    leg_gezag_vast(SYSTEEM, [NieuwGezag(gezin.zoon, gezin.moeder, VANDAAG)])
    nummer = vol(consulent, casus, gezin.moeder, gezin.zoon, gezin.dochter)
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    per = {
        brief.inwoner_id: set(brief.delen.values_list("inwoner_id", flat=True))
        for brief in Verslagbrief.objects.all()
    }
    assert per == {
        gezin.moeder: {gezin.moeder, gezin.zoon},
        gezin.zoon: {gezin.zoon},
        gezin.dochter: {gezin.dochter},
    }
    kader = Verslagbrief.objects.get(inwoner=gezin.dochter).kader
    assert kader is not None
    assert kader["aan"] == ["De ouder(s) of verzorger(s) van Noor Yilmaz"]


def test_a_decision_takes_over_the_conclusion_or_what_was_found(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor
) -> None:
    assert onderzoeksbevindingen(consulent, casus, gezin.moeder) is None
    nummer = vol(consulent, casus, gezin.moeder)
    gevonden = onderzoeksbevindingen(consulent, casus, gezin.moeder)
    assert gevonden is not None
    assert gevonden.tekst == "Beneden slapen lost het op."
    assert gevonden.gebieden == (("Wonen", "De trap is te steil.", "Ik wil beneden kunnen slapen."),)
    rij = Onderzochte.objects.get()
    zonder = onderzochte(nummer, gezin.moeder, conclusie="", gelezen=gelezen(rij))
    schrijf_onderzochten(consulent, [zonder])
    gevonden = onderzoeksbevindingen(consulent, casus, gezin.moeder)
    assert gevonden is not None
    assert gevonden.tekst == "De trap is te steil."
    assert onderzoeksbevindingen(buur, casus, gezin.moeder) is None


def test_who_has_custody_outside_the_casus_gets_a_letter_about_the_child_alone(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    kees = maak_inwoner("Kees", date(1983, 8, 1), geheim=True, straat="Verborgen laan")
    paren = [(kind, ouder) for kind in (gezin.dochter, gezin.zoon) for ouder in (gezin.moeder, kees)]
    leg_gezag_vast(SYSTEEM, [NieuwGezag(kind, ouder, VANDAAG) for kind, ouder in paren])
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(gezin.moeder, {"geheimhouding": True})])
    nummer = begin(consulent, casus, gezin.moeder, gezin.dochter)
    woorden = {"conclusie": "VAN MOEDER"}
    schrijf_onderzochten(
        consulent, [onderzochte(nummer, gezin.moeder, **woorden), onderzochte(nummer, gezin.dochter)]
    )
    client = klant(consulent)
    for _keer in range(2):  # as it will look, and as it was sent
        blad = tekst(client, "onderzoek_verslag", casus, 1)
        assert f'<a href="?voor={kees}"' in blad
        assert "Ouder met gezag, niet in de casus" in blad
        van_kees = client.get(reverse("onderzoek_verslag", args=[casus, 1]) + f"?voor={kees}")
        [brief] = re.findall(r'class="sd-brief.*?</article>', van_kees.content.decode(), re.DOTALL)
        for woord in ("De ouder met gezag over Noor Yilmaz", "U hebt gezag over Noor", "Beneden slapen lost"):
            assert woord in brief
        for spoor in ("VAN MOEDER", "Lingedijk", "Verborgen", "Kees", "kregen wij een vraag", "Fatima"):
            assert spoor not in brief
        assert "Verborgen" not in blad
        if _keer == 0:
            verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    brief_ = Verslagbrief.objects.get(aan=kees)
    assert (brief_.inwoner_id, brief_.delen.get().inwoner_id) == (gezin.dochter, gezin.dochter)
    assert Gebeurtenis.objects.get(soort="casus.verslag_verstuurd").gegevens["ontvangers"] == [
        gezin.moeder,
        kees,
    ]
