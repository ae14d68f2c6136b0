"""ErOpAf: contact sought without a request, decided on the way, never left in silence."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.kernel import klok, stekkers
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.recht.api import bereken
from samendoen.toegang.actions import eropaf as acties
from samendoen.toegang.actions.eropafhaken import STANDVELDEN
from samendoen.toegang.api import (
    Eropafinvoer,
    Poginginvoer,
    Triagebesluit,
    besluit_eropaf,
    handel_melding_af,
    heropen_melding,
    koppel_inwoners,
    leg_pogingen_vast,
    neem_eropaf_terug,
    trek_melding_in,
    trek_poging_in,
    trieer_meldingen,
)
from samendoen.toegang.models import Contactpoging, Eropaf, Eropafbesluit, Melding
from samendoen.toegang.queries import eropaf as leest
from samendoen.toegang.rules import EROPAF_RITME, VERKENNEND, EropafStand, vouw_eropaf
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak, Termijn
from tests.integration.toegang.conftest import TEAM, MaakInwoner, NeemOp
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
MA, DI, WO = date(2024, 6, 3), date(2024, 6, 4), date(2024, 6, 5)
Pad = Callable[..., int]


@pytest.fixture
def erop() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, ["eropaf"]))


@pytest.fixture
def pad(neem_op: NeemOp) -> Pad:
    """Give what sends a worry to ErOpAf and returns the melding."""

    def doe(**anders: Any) -> int:
        gewoon = {"kader": "geen", "kanaal": "meldpunt_bezorgd", "team": "sociaal_loket", "vrijwillig": False}
        nummer = neem_op(SYSTEEM, **gewoon | anders)
        trieer_meldingen(SYSTEEM, [Triagebesluit(nummer, "eropaf", "eropaf")])
        return nummer

    return doe


def poging(melding: int, op: date = MA, uitkomst: str = "niet_bereikt", **anders: Any) -> Poginginvoer:
    return Poginginvoer(uuid4(), melding, op, "huisbezoek", uitkomst, **anders)


def besluit(
    melding: int, keuze: str, op: date = MA, reden: str = "Samen besproken", **anders: Any
) -> Eropafinvoer:
    return Eropafinvoer(uuid4(), melding, keuze, reden, op, **anders)


def taken(dag: date) -> list[int]:
    """Return the meldingen for which the rhythm asks contact on a day, after the rule ran twice."""
    with klok.op(dag):
        for _ in range(2):
            pas_taakregels_toe(SYSTEEM, codes=[EROPAF_RITME])
        rijen = Taak.objects.filter(regel=EROPAF_RITME, status="open")
        return [taak.onderwerp_id or 0 for taak in rijen]


def stand(melding: int) -> EropafStand | None:
    """Return what the events of the last path say, after checking that its row says the same."""
    rij = Eropaf.objects.filter(melding=melding).latest("pk")
    regels = van_onderwerp("toegang.eropaf", [rij.pk])[rij.pk]
    gevouwen = vouw_eropaf((g.voorgevallen_op, lees(g)) for g in regels)
    assert gevouwen == EropafStand(**{veld: getattr(rij, veld) for veld in STANDVELDEN})
    return gevouwen


def test_the_rhythm_asks_contact_until_it_is_sought_and_asks_again(erop: Actor, pad: Pad) -> None:
    nummer = pad()
    assert taken(DI) == []
    assert taken(WO) == [nummer]  # two working days after Monday
    taak = Taak.objects.get(regel=EROPAF_RITME)
    assert taak.groep_id in erop.groepen
    assert "nog geen contact gezocht" in taak.uitleg
    with klok.op(WO):
        leg_pogingen_vast(erop, [poging(nummer, WO)])
    assert Taak.objects.get().status == "vervallen"
    assert taken(date(2024, 6, 11)) == []
    assert taken(date(2024, 6, 12)) == [nummer]  # a week later
    with klok.op(date(2024, 6, 12)):
        leg_pogingen_vast(erop, [poging(nummer, date(2024, 6, 12), volgende_op=date(2024, 6, 14))])
    assert taken(date(2024, 6, 14)) == [nummer]
    gevouwen = stand(nummer)
    assert gevouwen and gevouwen.laatste_poging_op == date(2024, 6, 12)


def test_an_attempt_is_written_once_and_can_be_taken_back(erop: Actor, buur: Actor, pad: Pad) -> None:
    nummer, eerste = pad(), poging(pad())
    [een] = leg_pogingen_vast(erop, [eerste])
    assert leg_pogingen_vast(erop, [eerste]) == [een]
    vreemd = poging(nummer)
    with pytest.raises(NietGevonden):
        leg_pogingen_vast(buur, [vreemd])
    trek_poging_in(erop, eerste.melding, een)
    trek_poging_in(erop, eerste.melding, een)
    rij = Contactpoging.objects.get()
    gevouwen = stand(eerste.melding)
    assert rij.ingetrokken and gevouwen and gevouwen.laatste_poging_op is None
    with pytest.raises(Domeinfout, match="hoort niet bij deze melding"):
        trek_poging_in(erop, nummer, een)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": DI}, "op"),
        ({"op": date(2024, 6, 2)}, "op"),
        ({"uitkomst": "misschien"}, "uitkomst"),
        ({"volgende_op": MA}, "volgende_op"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    erop: Actor, pad: Pad, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        leg_pogingen_vast(erop, [poging(pad(), **anders)])
    assert fout.value.veld == veld
    assert not Contactpoging.objects.exists()


def test_letting_go_asks_a_reason_handles_the_melding_and_can_be_taken_back(erop: Actor, pad: Pad) -> None:
    nummer = pad()
    with pytest.raises(Domeinfout, match="De reden ontbreekt"):
        besluit_eropaf(erop, [besluit(nummer, "loslaten_na_hulp", reden=" ")])
    with pytest.raises(Domeinfout, match="loopt ErOpAf nog"):
        handel_melding_af(erop, nummer, "onderzocht", MA)
    los = besluit(nummer, "loslaten_na_hulp", reden="De huisarts en de buurvrouw helpen nu.")
    assert besluit_eropaf(erop, [los]) == besluit_eropaf(erop, [los])
    melding = Melding.objects.get()
    assert (melding.status, melding.uitkomst) == ("afgehandeld", "losgelaten")
    gevouwen = stand(nummer)
    assert gevouwen and gevouwen.status == "losgelaten"
    assert taken(date(2024, 7, 1)) == []
    neem_eropaf_terug(erop, nummer)
    gevouwen = stand(nummer)
    assert gevouwen and (gevouwen.status, Melding.objects.get().status) == ("loopt", "open")
    assert Eropafbesluit.objects.get().ingetrokken
    besluit_eropaf(erop, [besluit(nummer, "loslaten")])
    heropen_melding(erop, nummer)
    gevouwen = stand(nummer)
    assert gevouwen and gevouwen.status == "loopt"
    assert taken(WO) == [nummer]


def test_handing_over_is_triage_with_a_reason_and_may_come_back(erop: Actor, pad: Pad) -> None:
    nummer = pad()
    with pytest.raises(Domeinfout, match="alleen met een reden"):
        trieer_meldingen(SYSTEEM, [Triagebesluit(nummer, "team", TEAM)])
    trieer_meldingen(erop, [Triagebesluit(nummer, "team", TEAM, reden="Zij wil hulp van het gebiedsteam")])
    rij = Eropafbesluit.objects.get()
    assert (rij.besluit, rij.motivering) == ("overdragen", "Zij wil hulp van het gebiedsteam")
    gevouwen = stand(nummer)
    assert gevouwen and gevouwen.status == "overgedragen"
    trieer_meldingen(SYSTEEM, [Triagebesluit(nummer, "eropaf", "eropaf")])
    assert [e.status for e in Eropaf.objects.order_by("pk")] == ["overgedragen", "loopt"]
    with pytest.raises(Domeinfout, match="geen besluit"):
        neem_eropaf_terug(erop, nummer)


def test_the_exploratory_investigation_has_fourteen_days_until_its_outcome_was_told(
    erop: Actor, pad: Pad
) -> None:
    nummer = pad()
    besluit_eropaf(erop, [besluit(nummer, "verkennend_onderzoek")])
    termijn = Termijn.objects.get(soort=VERKENNEND)
    assert termijn.uiterste_datum == bereken(VERKENNEND, MA).einde
    assert termijn.groep_id in erop.groepen
    with pytest.raises(Domeinfout, match="loopt al"):
        besluit_eropaf(erop, [besluit(nummer, "verkennend_onderzoek")])
    for weg in (
        lambda: besluit_eropaf(erop, [besluit(nummer, "loslaten")]),
        lambda: trieer_meldingen(erop, [Triagebesluit(nummer, "team", TEAM, reden="Weg")]),
    ):
        with pytest.raises(Domeinfout, match="verkennend onderzoek loopt nog"):
            weg()
    with klok.op(date(2024, 6, 10)):
        klaar = besluit(nummer, "verkenning_verteld", date(2024, 6, 10), uitkomst="niet_aanvragen")
        besluit_eropaf(erop, [klaar])
        assert Termijn.objects.get(soort=VERKENNEND).status == "gehaald"
        neem_eropaf_terug(erop, nummer)
        assert Termijn.objects.get(soort=VERKENNEND).status == "loopt"
        besluit_eropaf(erop, [besluit(nummer, "verkenning_verteld", date(2024, 6, 10), uitkomst="aanvragen")])
        besluit_eropaf(erop, [besluit(nummer, "loslaten", date(2024, 6, 10))])
        heropen_melding(erop, nummer)
    assert Termijn.objects.get(soort=VERKENNEND).status == "gehaald"
    gevouwen = stand(nummer)
    assert gevouwen and (gevouwen.status, gevouwen.verkenning_uitkomst) == ("loopt", "aanvragen")


def test_an_investigation_that_was_begun_by_mistake_has_no_clock_any_more(erop: Actor, pad: Pad) -> None:
    nummer = pad()
    besluit_eropaf(erop, [besluit(nummer, "verkennend_onderzoek")])
    neem_eropaf_terug(erop, nummer)
    assert Termijn.objects.get(soort=VERKENNEND).status == "vervallen"
    gevouwen = stand(nummer)
    assert gevouwen and gevouwen.verkenning_op is None


def test_a_casus_is_for_somebody_we_know(erop: Actor, pad: Pad, maak_inwoner: MaakInwoner) -> None:
    nummer = pad()
    [een] = leg_pogingen_vast(erop, [poging(nummer, woorden="Hij deed open.")])
    with pytest.raises(Domeinfout, match="niet bekend over wie"):
        besluit_eropaf(erop, [besluit(nummer, "casus")])
    persoon = maak_inwoner()
    koppel_inwoners(erop, [(nummer, persoon)])
    assert Contactpoging.objects.get(pk=een).inwoner_id == persoon
    besluit_eropaf(erop, [besluit(nummer, "casus", reden="Hij wil een plan.")])
    gevouwen = stand(nummer)
    assert gevouwen and (gevouwen.status, Melding.objects.get().status) == ("casus", "open")
    neem_eropaf_terug(erop, nummer)
    wis_persoon(SYSTEEM, persoon, "geen", "verzoek")
    assert (Contactpoging.objects.get().woorden, Eropafbesluit.objects.get().motivering) == ("", "")


def test_a_melding_that_is_withdrawn_takes_its_path_along(erop: Actor, pad: Pad) -> None:
    nummer = pad()
    trek_melding_in(erop, nummer, "dubbel")
    gevouwen = stand(nummer)
    assert gevouwen and gevouwen.status == "vervallen"
    with pytest.raises(Domeinfout, match="loopt geen ErOpAf"):
        leg_pogingen_vast(erop, [poging(nummer)])


def test_nothing_is_decided_when_recording_fails(
    erop: Actor, pad: Pad, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummer = pad()

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(acties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        leg_pogingen_vast(erop, [poging(nummer)])
    monkeypatch.setattr(acties, "pas_toe", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        besluit_eropaf(erop, [besluit(nummer, "loslaten")])
    assert not (Contactpoging.objects.exists() or Eropafbesluit.objects.exists())
    assert Melding.objects.get().status == "open"


def test_the_list_shows_what_one_may_see_in_a_fixed_number_of_queries(
    erop: Actor, buur: Actor, pad: Pad
) -> None:
    eerste = pad()
    leg_pogingen_vast(erop, [poging(eerste)])
    leest.lijst(erop, 1)
    with CaptureQueriesContext(connection) as een:
        leest.lijst(erop, 1)
    for _ in range(3):
        pad()
    with CaptureQueriesContext(connection) as vier:
        rijen, _deel = leest.lijst(erop, 1)
    assert len(een) == len(vier) <= 6
    assert [r["laatste"] for r in rijen].count("Nog geen") == 3
    assert rijen[0]["url"] != f"/meldingen/{eerste}/"  # who is first to be visited stands first
    assert leest.lijst(buur, 1)[0] == []


def test_the_screens_do_it_and_say_what_happened(pad: Pad) -> None:
    klant = aangemelde_client(maak_medewerker(Rol.CONSULENT, ["eropaf"]))
    nummer = pad()
    assert "Nog niet bekend" in klant.get("/eropaf/").content.decode()
    velden = {"kenmerk": str(uuid4()), "wijze": "telefoon", "uitkomst": "afgehouden", "op": "2024-06-03"}
    klant.post(f"/meldingen/{nummer}/contact/", velden | {"woorden": "<b>KANARIE</b>"})
    html = klant.get(f"/meldingen/{nummer}/").content.decode()
    assert "Telefoon: houdt het af" in html and "&lt;b&gt;KANARIE" in html
    mis = klant.post(f"/meldingen/{nummer}/eropaf/", {"kenmerk": str(uuid4()), "op": "2024-06-03"})
    assert "Kies wat u besluit." in mis.content.decode()
    goed = {"kenmerk": str(uuid4()), "besluit": "loslaten", "motivering": "Verhuisd", "op": "2024-06-03"}
    klant.post(f"/meldingen/{nummer}/eropaf/", goed)
    html = klant.get(f"/meldingen/{nummer}/").content.decode()
    assert "Besluit: Loslaten om een andere reden" in html and "Laatste besluit terugnemen" in html
    klant.post(f"/meldingen/{nummer}/eropaf/terugnemen/")
    assert Melding.objects.get().status == "open"
    poging_id = Contactpoging.objects.get().pk
    klant.post(f"/meldingen/{nummer}/contact/{poging_id}/intrekken/")
    assert Contactpoging.objects.get().ingetrokken


def test_the_list_stands_below_meldingen_and_says_how_to_begin() -> None:
    klant = aangemelde_client(maak_medewerker(Rol.CONSULENT, ["eropaf"]))
    html = klant.get("/eropaf/").content.decode()
    assert "Geen lopend ErOpAf-traject" in html and 'href="/meldingen/bezorgd/"' in html
    balk, deel = [stuk.partition("</nav>")[0] for stuk in html.split('<nav class="sd-nav')[1:]]
    assert re.findall(r'href="([^"]+)" aria-current="(\w+)"', balk + deel) == [
        ("/meldingen/", "true"), ("/eropaf/", "page"),
    ]  # fmt: skip
    assert "/eropaf/" not in balk
    plekken = ["/meldingen/", "/eropaf/", "/meldingen/veilig-thuis/", "/klachten/"]
    assert re.findall(r'href="([^"]+)"', deel) == plekken
    assert "sd-nav--deel" not in klant.get("/casussen/").content.decode()


def test_every_sentence_of_the_way_can_be_read(erop: Actor, pad: Pad) -> None:
    nummer = pad()
    leg_pogingen_vast(erop, [poging(nummer, uitkomst="wil_hulp")])
    besluit_eropaf(erop, [besluit(nummer, "verkennend_onderzoek")])
    besluit_eropaf(erop, [besluit(nummer, "verkenning_verteld", uitkomst="niet_aanvragen")])
    rij = Eropaf.objects.get()
    zinnen = []
    for g in van_onderwerp("toegang.eropaf", [rij.pk])[rij.pk]:
        zin = stekkers.gebeurteniszin.geef(g.soort)
        assert zin
        zinnen.append(zin(g.gegevens, {}))
    assert zinnen == [
        "ErOpAf begonnen.",
        "Contact gezocht (aan de deur): wil hulp.",
        "ErOpAf, besluit: Verkennend onderzoek (Wvggz).",
        "ErOpAf, besluit: Uitkomst van het verkennend onderzoek verteld. Geen zorgmachtiging aanvragen.",
    ]


def test_the_fact_counts_paths_with_nobody_in_it(erop: Actor, pad: Pad) -> None:
    feit = stekkers.feit.geef("eropaf")
    assert feit and not any(kolom.type == "pseudoniem" for kolom in feit.kolommen)

    def rijen() -> list[tuple[Any, ...]]:
        return [rij for portie in feit.rijen(klok.nu()) for rij in portie]

    los, weg = pad(), pad()
    with klok.op(WO):
        dicht, open_ = poging(los, DI), poging(los, WO, "afgehouden")
        leg_pogingen_vast(erop, [dicht, open_])
        besluit_eropaf(erop, [besluit(los, "loslaten_na_hulp", WO)])
        assert rijen() == [
            ("eropaf", MA, "losgelaten", WO, "loslaten_na_hulp", WO, 2, 2, False),
            ("eropaf", MA, "loopt", None, None, None, None, 0, False),
        ]
        neem_eropaf_terug(erop, los)
        besluit_eropaf(erop, [besluit(los, "verkennend_onderzoek", WO)])
        gezocht = Contactpoging.objects.get(kenmerk=open_.kenmerk)
        trek_poging_in(erop, los, gezocht.pk)
        trek_melding_in(erop, weg, "dubbel")
        assert rijen() == [
            ("eropaf", MA, "loopt", None, None, None, None, 1, True),
            ("eropaf", MA, "vervallen", WO, None, None, None, 0, False),
        ]


def test_the_same_kenmerk_is_the_same_attempt(erop: Actor, pad: Pad) -> None:
    nummer, een = pad(), UUID(int=7)
    twee = [Poginginvoer(een, nummer, MA, "brief", "niet_bereikt") for _ in range(2)]
    assert len(set(leg_pogingen_vast(erop, twee[:1]) + leg_pogingen_vast(erop, twee[1:]))) == 1
    assert timedelta(0) < Eropaf.objects.get().volgende_op - MA  # type: ignore[operator]
