"""Initiatives: seven conditions, bounded in time and money, looked back on as agreed; villages."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from samendoen.beleid.actions.dorpsbudget import boek_dorpsuitgaven, trek_dorpsuitgave_in, verdeel_dorpsbudget
from samendoen.beleid.actions.initiatief import (
    ken_initiatief_toe,
    schrijf_initiatieven_in,
    toets_initiatief,
    voorwaarden_van,
    wijs_initiatief_af,
    wijzig_initiatief,
)
from samendoen.beleid.actions.initiatief_loop import (
    besluit_over_initiatief,
    houd_evaluatie,
    neem_evaluatie_terug,
    neem_stap_terug,
)
from samendoen.beleid.api import importeer_plan
from samendoen.beleid.events.initiatief import INITIATIEF
from samendoen.beleid.models import Dorpsdeel, Evaluatiemoment, Initiatief, Plan, Toetsregel
from samendoen.beleid.queries.initiatiefgeld import Pot, geld_van_jaar, pot_van
from samendoen.beleid.queries.initiatieven import evaluatietaken
from samendoen.beleid.rules.initiatief import vouw
from samendoen.kernel import klok
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Rol, lees, van_onderwerp
from tests.integration.muren.tabellen.beleid_initiatief import (
    DORPEN,
    PLAN,
    alles_voldoet,
    besluit,
    gegevens,
    lopend,
    nieuw,
    uitgave,
)
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def heuvelrug(db: None) -> Plan:
    importeer_plan(SYSTEEM, PLAN)
    return Plan.objects.get(code=PLAN)


def stand(pk: int) -> Any:
    return vouw([lees(g) for g in van_onderwerp(INITIATIEF, [pk])[pk]])


def fout(doe: Callable[[], object]) -> str:
    with pytest.raises(Domeinfout) as gemeld:
        doe()
    return gemeld.value.fout


def pot(plan: Plan) -> Pot:
    gevonden = pot_van(plan)
    assert gevonden is not None
    return gevonden


def moment_van(pk: int) -> int:
    return Evaluatiemoment.objects.get(initiatief=pk).pk


def test_seven_conditions_before_there_is_money(heuvelrug: Plan, adviseur: Actor) -> None:
    """Heuvelrug 5.1.1: not without the municipality, transformation, place, quality, local partners with the
    Sociale Dorpsteams, the municipality's view, a gap that was shown."""
    codes = list(voorwaarden_van(PLAN))
    assert codes == [
        "eigen-geld", "transformatie", "plaats", "kwaliteit", "samenwerking", "onderschrijft", "hiaat"
    ]  # fmt: skip
    invoer = nieuw()
    [pk] = schrijf_initiatieven_in(adviseur, [invoer])
    assert schrijf_initiatieven_in(adviseur, [invoer]) == [pk]
    with pytest.raises(Domeinfout, match="Vult een gat dat is aangetoond"):
        ken_initiatief_toe(adviseur, pk)
    toets_initiatief(adviseur, pk, alles_voldoet() | {"hiaat": ("uitwerken", "Er is nog geen onderzoek.")})
    assert fout(lambda: ken_initiatief_toe(adviseur, pk)) == "voorwaarde_niet_voldaan"
    toets_initiatief(adviseur, pk, alles_voldoet())
    toets_initiatief(adviseur, pk, alles_voldoet())
    assert Toetsregel.objects.filter(voorwaarde="hiaat").count() == 2
    assert fout(lambda: toets_initiatief(adviseur, pk, {"x": ("voldoet", "Ja.")})) == "voorwaarde_onbekend"
    assert fout(lambda: toets_initiatief(adviseur, pk, {"hiaat": ("niet", " ")})) == "toelichting_hiaat_leeg"
    for anders, code in (
        ({"beoogd": ""}, "initiatief_doel"),
        ({"gronden": ()}, "initiatief_gronden"),
        ({"momenten": ()}, "initiatief_momenten"),
        ({"momenten": (gegevens().van,)}, "initiatief_moment_erbuiten"),
    ):
        versie = Initiatief.objects.get(pk=pk).versie
        wijzig_initiatief(adviseur, pk, versie, gegevens(**anders))
        assert fout(lambda: ken_initiatief_toe(adviseur, pk)) == code
    assert fout(lambda: wijzig_initiatief(adviseur, pk, 1, gegevens())) == "initiatief_intussen_gewijzigd"
    assert fout(lambda: schrijf_initiatieven_in(adviseur, [nieuw(indiener="Fatima")])) == "label_met_naam"
    assert fout(lambda: schrijf_initiatieven_in(adviseur, [nieuw(bedrag_eurocent=0)])) == "initiatief_bedrag"
    wijs_initiatief_af(adviseur, pk, "Er is al zoiets.")
    neem_stap_terug(adviseur, pk, "Toch niet.")
    rij, nu = Initiatief.objects.get(pk=pk), stand(pk)
    assert (nu.staat, nu.bedrag) == (rij.staat, rij.bedrag_eurocent) == ("toets", 25_000_00)
    assert dict(nu.uitkomsten) == dict.fromkeys(codes, "voldoet")


def test_money_of_a_year_is_there_once(heuvelrug: Plan, adviseur: Actor) -> None:
    """Table 4: innovation 700, of which prevention 170; after 2021 that part is not decided yet."""
    eerste = lopend(bedrag_eurocent=150_000_00)
    regels = geld_van_jaar(pot(heuvelrug), 2020)
    assert {c: (r.beschikbaar, r.over) for c, r in regels.items()} == {
        "innovatie": (700_000_00, 550_000_00),
        "preventie": (170_000_00, 20_000_00),
    }
    with pytest.raises(Domeinfout, match=r"nog €\xa020\.000: Waarvan .* is €\xa020\.001"):
        lopend(bedrag_eurocent=20_001_00)
    with pytest.raises(Domeinfout, match="Voor 2023 is nog niet bepaald"):
        lopend(jaar=2023)
    lopend(jaar=2023, regel="innovatie")
    assert geld_van_jaar(pot(heuvelrug), 2023)["innovatie"].over == 575_000_00
    houd_evaluatie(adviseur, moment_van(eerste), klok.vandaag(), "Klaar.")
    besluit_over_initiatief(adviseur, eerste, besluit(besteed_eurocent=100_000_00))
    assert geld_van_jaar(pot(heuvelrug), 2020)["preventie"].over == 70_000_00


def test_a_decision_comes_after_the_evaluation_that_was_agreed(heuvelrug: Plan, adviseur: Actor) -> None:
    dagen = (klok.vandaag() - timedelta(days=1), klok.vandaag() + timedelta(days=20))
    pk = lopend(momenten=dagen)
    eerste, tweede = Evaluatiemoment.objects.filter(initiatief=pk).order_by("op").values_list("pk", flat=True)
    assert list(evaluatietaken(klok.vandaag())) == []  # the system keeps it: nobody to ask
    [eigen] = schrijf_initiatieven_in(adviseur, [nieuw(momenten=dagen)])
    toets_initiatief(adviseur, eigen, alles_voldoet())
    ken_initiatief_toe(adviseur, eigen)
    taken = list(evaluatietaken(klok.vandaag()))
    assert [(t.gebruiker_id, t.uiterlijk, t.tekst) for t in taken] == [
        (adviseur.id, dagen[0], "Te laat, evalueer het initiatief"),
        (adviseur.id, dagen[1], "Evalueer het initiatief"),
    ]

    def besluiten(**anders: Any) -> Callable[[], None]:
        return lambda: besluit_over_initiatief(adviseur, pk, besluit(**anders))

    assert fout(besluiten()) == "besluit_niets_geevalueerd"
    morgen = klok.vandaag() + timedelta(days=1)
    assert fout(lambda: houd_evaluatie(adviseur, eerste, morgen, "Ja.")) == "evaluatie_toekomst"
    houd_evaluatie(adviseur, eerste, klok.vandaag(), "Er komen 40 mensen.")
    assert fout(lambda: houd_evaluatie(adviseur, eerste, klok.vandaag(), "Ja.")) == "evaluatie_al_gehouden"
    assert fout(besluiten(besluit="aanbesteden")) == "besluit_nog_momenten"
    assert fout(lambda: neem_stap_terug(adviseur, pk, "Nee.")) == "initiatief_al_geevalueerd"
    houd_evaluatie(adviseur, tweede, klok.vandaag(), "Het blijft.")
    neem_evaluatie_terug(adviseur, tweede)
    houd_evaluatie(adviseur, tweede, klok.vandaag(), "Het blijft zo.")
    assert fout(besluiten(besluit="structureel")) == "besluit_zaak"
    assert fout(besluiten(besluit="structureel", zaak="Minder hulp.")) == "besluit_raad"
    assert fout(besluiten(reden=" ")) == "besluit_reden"
    assert fout(besluiten(besteed_eurocent=99_000_00)) == "besluit_te_veel"
    besluiten(besluit="structureel", zaak="Minder hulp.", raad="Raadsbesluit 12")()
    nu, rij = stand(pk), Initiatief.objects.get(pk=pk)
    assert (nu.staat, nu.besluit, nu.gehouden) == (rij.staat, rij.besluit, {eerste, tweede})
    neem_stap_terug(adviseur, pk, "De raad besloot anders.")
    assert stand(pk).staat == Initiatief.objects.get(pk=pk).staat == "loopt"


def test_a_village_spends_its_own_share(heuvelrug: Plan, adviseur: Actor) -> None:
    verdeel_dorpsbudget(adviseur, 2024, 10_000_00, DORPEN)
    delen = {d.dorp: d for d in Dorpsdeel.objects.all()}
    assert {n: d.eurocent for n, d in delen.items()} == {
        "Amerongen": 3_255_82, "Doorn": 5_872_09, "Overberg": 872_09
    }  # fmt: skip
    klein = delen["Overberg"].pk
    [pk] = boek_dorpsuitgaven(adviseur, [uitgave(klein, 800_00)])
    with pytest.raises(Domeinfout, match=r"Overberg heeft nog €\xa00,00\. Gevraagd is €\xa00,01"):
        boek_dorpsuitgaven(adviseur, [uitgave(klein, 72_09), uitgave(klein, 1)])
    assert delen["Overberg"].uitgaven.count() == 1
    with pytest.raises(Domeinfout, match="Overberg heeft al"):
        verdeel_dorpsbudget(adviseur, 2024, 9_000_00, DORPEN)
    with pytest.raises(Domeinfout, match="Overberg heeft al"):
        verdeel_dorpsbudget(adviseur, 2024, 10_000_00, {"Doorn": 1})
    trek_dorpsuitgave_in(adviseur, pk)
    verdeel_dorpsbudget(adviseur, 2024, 9_000_00, {"Doorn": 1})
    assert Dorpsdeel.objects.get(dorp="Overberg").eurocent == 0
    assert fout(lambda: verdeel_dorpsbudget(adviseur, 2024, 0, DORPEN)) == "dorpsbudget_leeg"
    assert fout(lambda: boek_dorpsuitgaven(adviseur, [uitgave(klein, 1)])) == "dorp_te_weinig"


def test_on_screen(heuvelrug: Plan) -> None:
    adviseur = aangemelde_client(maak_medewerker(Rol.BELEID))
    raad = aangemelde_client(maak_medewerker(Rol.RAAD))
    velden = {
        "kenmerk": "5d0c3c9e-0000-4000-8000-000000000001", "versie": 1, "naam": "Samen eten",
        "indiener": "Dorpshuis", "van": "2024-01-01", "tot": "2024-12-31", "bedrag": "25.000",
        "regel": "preventie", "jaar": 2020, "beoogd": "Minder alleen.", "gronden": "Bezoekers\n\nKosten",
        "momenten": "1-6-2024\n2024-12-01",
    }  # fmt: skip
    url = reverse("koers_initiatief_nieuw")
    assert "geen dag" in adviseur.post(url, velden | {"momenten": "soon"}).content.decode()
    assert adviseur.post(url, velden).status_code == 302
    rij = Initiatief.objects.get()
    assert (rij.bedrag_eurocent, rij.gronden, rij.momenten.count()) == (25_000_00, ["Bezoekers", "Kosten"], 2)
    toets = {f"uitkomst_{c}": u for c, (u, _t) in alles_voldoet().items()}
    toets |= {f"toelichting_{c}": t for c, (_u, t) in alles_voldoet().items()}
    leeg = toets | {"toelichting_hiaat": ""}
    assert (
        "Vul het in" in adviseur.post(reverse("koers_initiatief_toets", args=[rij.pk]), leeg).content.decode()
    )
    assert adviseur.post(reverse("koers_initiatief_toets", args=[rij.pk]), toets).status_code == 302
    wijzig = adviseur.get(reverse("koers_initiatief_wijzigen", args=[rij.pk])).content.decode()
    assert "01-06-2024" in wijzig and 'value="25000,00"' in wijzig
    assert adviseur.post(reverse("koers_initiatief_toekennen", args=[rij.pk])).status_code == 302
    moment = rij.momenten.order_by("op")[0].pk
    assert "Bezoekers; Kosten" in adviseur.get(reverse("koers_evaluatie", args=[moment])).content.decode()
    vondst = {"op": "2024-06-03", "bevinding": "Er komen 40 mensen."}
    assert adviseur.post(reverse("koers_evaluatie", args=[moment]), vondst).status_code == 302
    keus = {"besluit": "stoppen", "reden": "Te duur.", "besteed": "12.500"}
    assert adviseur.post(reverse("koers_initiatief_besluit", args=[rij.pk]), keus).status_code == 302
    gezien = raad.get(reverse("koers_initiatief", args=[rij.pk])).content.decode()
    assert "Er komen 40 mensen." in gezien and "Te duur." in gezien and "Terugnemen" not in gezien
    assert "€\xa0157.500" in raad.get(reverse("koers_initiatieven")).content.decode()
    dorpen = adviseur.get(reverse("koers_dorpen_verdelen")).content.decode()
    assert "Inwoners van Everdingen" in dorpen
    invoer: dict[str, Any] = {"jaar": 2024, "bedrag": "10.000"} | {f"dorp_{n}": 1000 for n in range(16)}
    assert adviseur.post(reverse("koers_dorpen_verdelen"), invoer).status_code == 302
    deel = Dorpsdeel.objects.get(dorp="Everdingen").pk
    duur = {"kenmerk": velden["kenmerk"], "omschrijving": "Feest", "bedrag": "625,01", "op": "2024-06-01"}
    te_veel = adviseur.post(reverse("koers_dorp_uitgave", args=[deel]), duur).content.decode()
    assert "Everdingen heeft nog €\xa0625,00" in te_veel
    assert (
        adviseur.post(reverse("koers_dorp_uitgave", args=[deel]), duur | {"bedrag": "50"}).status_code == 302
    )
    assert "€\xa0575,00" in raad.get(reverse("koers_dorpen")).content.decode()
