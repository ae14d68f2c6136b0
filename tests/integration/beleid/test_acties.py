"""Reading in a plan, setting lights, writing accounts: works, refused, recorded, nothing half."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q

from samendoen.beleid import api
from samendoen.beleid.api import NieuweStand, NieuweVerantwoording
from samendoen.beleid.events import StandGezet
from samendoen.beleid.models import (
    Activiteit,
    Begrotingsmutatie,
    Doelkoppeling,
    Doelstelling,
    Onderdeel,
    Plan,
    Stand,
    Thema,
    Verantwoording,
)
from samendoen.beleid.queries.boom import standen_op
from samendoen.beleid.rules import Aspect, Kleur, Licht, vouw
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis

pytestmark = pytest.mark.django_db
MaakLicht = Callable[..., NieuweStand]
VANDAAG = date(2024, 6, 3)
ALLES = Q()


def gebeurtenissen(soort: str) -> int:
    return Gebeurtenis.objects.filter(soort=soort).count()


def test_a_plan_is_read_in_whole(lopik: Plan) -> None:
    assert Onderdeel.objects.count() == 2
    assert Thema.objects.filter(onderdeel__code="plan-2020").count() == 7
    assert Doelstelling.objects.filter(thema__onderdeel__code="plan-2020").count() == 37
    assert Activiteit.objects.count() == Verantwoording.objects.count() == 30
    assert Begrotingsmutatie.objects.count() == 7
    assert Doelkoppeling.objects.filter(aanname=False).count() == 0
    assert Stand.objects.count() == 0
    assert "regel 277" in Doelstelling.objects.get(code="1.1").bron


def test_reading_it_in_twice_changes_nothing(lopik: Plan) -> None:
    uitslag = api.importeer_plan(SYSTEEM, "lopik")
    assert not uitslag.nieuw
    assert "niets veranderd" in uitslag.zin
    assert Plan.objects.count() == gebeurtenissen("beleid.plan_geimporteerd") == 1


def test_an_unknown_plan_is_an_error_that_names_the_known_ones(adviseur: Actor) -> None:
    with pytest.raises(Domeinfout, match="lopik"):
        api.importeer_plan(adviseur, "utopia")
    assert Plan.objects.count() == 0


def test_a_light_is_set_with_its_reason_and_recorded(adviseur: Actor, licht: MaakLicht) -> None:
    [nummer] = api.zet_standen(adviseur, [licht()])
    stand = Stand.objects.get(pk=nummer)
    assert (stand.kleur, stand.toelichting, stand.synthetisch) == ("oranje", "De planning schuift.", False)
    rij = Gebeurtenis.objects.get(soort="beleid.stand_gezet")
    assert (rij.onderwerp_id, rij.actor_id) == (stand.activiteit_id, adviseur.id)
    assert "planning" not in str(rij.gegevens)


def test_the_same_light_twice_is_one_light(adviseur: Actor, licht: MaakLicht) -> None:
    api.zet_standen(adviseur, [licht()])
    assert api.zet_standen(adviseur, [licht()]) == []
    assert Stand.objects.count() == gebeurtenissen("beleid.stand_gezet") == 1


def test_an_earlier_light_stays_as_history(adviseur: Actor, licht: MaakLicht) -> None:
    eerder = VANDAAG - timedelta(days=30)
    api.zet_standen(adviseur, [licht(), licht(kleur="groen", peildatum=eerder)])
    mbo = Stand.objects.values_list("activiteit_id", flat=True)[0]
    assert standen_op([mbo], VANDAAG, ALLES)[mbo][Aspect.TIJD].kleur is Kleur.ORANJE
    assert standen_op([mbo], eerder, ALLES)[mbo][Aspect.TIJD].kleur is Kleur.GROEN
    assert standen_op([mbo], eerder - timedelta(days=1), ALLES) == {}
    assert standen_op([mbo], VANDAAG) == {}


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"kleur": "paars"}, "kleur"),
        ({"aspect": "sfeer"}, "aspect"),
        ({"peildatum": VANDAAG + timedelta(days=1)}, "peildatum"),
        ({"toelichting": "  "}, "toelichting"),
        ({"toelichting": "x" * 4001}, "toelichting"),
    ],
)
def test_an_impossible_light_is_refused_with_its_field(
    adviseur: Actor, licht: MaakLicht, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        api.zet_standen(adviseur, [licht(), licht(**anders)])
    assert fout.value.veld == veld
    assert Stand.objects.count() == gebeurtenissen("beleid.stand_gezet") == 0


def test_a_light_on_an_unknown_activity_is_not_found(adviseur: Actor, licht: MaakLicht) -> None:
    with pytest.raises(NietGevonden):
        api.zet_standen(adviseur, [licht(activiteit_id=999_999)])


def test_a_councillor_may_set_nothing(raadslid: Actor, licht: MaakLicht, mbo: Activiteit) -> None:
    with pytest.raises(Geweigerd):
        api.zet_standen(raadslid, [licht()])
    with pytest.raises(Geweigerd):
        api.wijzig_verantwoordingen(raadslid, [NieuweVerantwoording(mbo.pk, "Alles gaat goed.")])
    assert Stand.objects.count() == 0


def test_the_refold_of_the_events_equals_the_rows(adviseur: Actor, licht: MaakLicht, lopik: Plan) -> None:
    api.zet_standen(
        adviseur,
        [
            licht(),
            licht(kleur="groen", peildatum=VANDAAG - timedelta(days=3)),
            licht(aspect="geld", kleur="rood"),
        ],
    )
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    ids = list(Activiteit.objects.values_list("pk", flat=True))
    rijen = standen_op(ids, klok.vandaag(), ALLES)
    for nummer, regels in van_onderwerp("beleid.activiteit", ids).items():
        soorten = [lees(r) for r in regels]
        lichten = [
            Licht(Aspect(s.aspect), Kleur(s.kleur), s.peildatum, s.synthetisch)
            for s in soorten
            if isinstance(s, StandGezet)
        ]
        gevouwen = {a: (x.kleur, x.peildatum, x.synthetisch) for a, x in vouw(lichten).items()}
        assert gevouwen == {a: (x.kleur, x.peildatum, x.synthetisch) for a, x in rijen[nummer].items()}


def test_made_up_lights_are_marked_and_made_once(lopik: Plan) -> None:
    assert api.zet_voorbeeldstanden(SYSTEEM, "lopik") == 90
    eerste = set(Stand.objects.values_list("activiteit__code", "aspect", "kleur"))
    assert Stand.objects.filter(synthetisch=False).count() == 0
    assert api.zet_voorbeeldstanden(SYSTEEM, "lopik") == 0
    assert set(Stand.objects.values_list("activiteit__code", "aspect", "kleur")) == eerste
    assert {kleur for _code, _aspect, kleur in eerste} == {"groen", "oranje", "rood"}


def test_made_up_lights_never_touch_one_that_somebody_set(adviseur: Actor, licht: MaakLicht) -> None:
    api.zet_standen(adviseur, [licht()])
    assert api.zet_voorbeeldstanden(SYSTEEM, "lopik") == 87
    assert Stand.objects.get(activiteit__code="mbo").synthetisch is False


def test_made_up_lights_need_a_plan_that_was_read_in(adviseur: Actor) -> None:
    with pytest.raises(NietGevonden, match="lopik"):
        api.zet_voorbeeldstanden(adviseur, "lopik")


def test_the_example_loads_at_once_and_only_once(db: None) -> None:
    for _keer in range(2):
        api.laad_voorbeeld(SYSTEEM)
    assert (Plan.objects.count(), Stand.objects.count()) == (1, 90)


def test_an_account_is_rewritten_and_the_old_one_stays(adviseur: Actor, mbo: Activiteit) -> None:
    basis = Verantwoording.objects.get(activiteit=mbo).pk
    nieuw = NieuweVerantwoording(mbo.pk, " Er is een overeenkomst. ", basis)
    api.wijzig_verantwoordingen(adviseur, [nieuw])
    teksten = list(Verantwoording.objects.filter(activiteit=mbo).order_by("pk").values_list("tekst", "bron"))
    assert len(teksten) == 2
    assert teksten[1] == ("Er is een overeenkomst.", "")
    assert "18.318,52" in teksten[0][0]
    rij = Gebeurtenis.objects.get(soort="beleid.verantwoording_gewijzigd")
    assert "overeenkomst" not in str(rij.gegevens)


def test_the_same_account_again_changes_nothing(adviseur: Actor, mbo: Activiteit) -> None:
    basis = Verantwoording.objects.get(activiteit=mbo).pk
    nieuw = NieuweVerantwoording(mbo.pk, "Er is een overeenkomst.", basis)
    assert len(api.wijzig_verantwoordingen(adviseur, [nieuw])) == 1
    assert api.wijzig_verantwoordingen(adviseur, [nieuw]) == []


def test_an_empty_account_is_refused(adviseur: Actor, mbo: Activiteit) -> None:
    with pytest.raises(Domeinfout) as fout:
        api.wijzig_verantwoordingen(adviseur, [NieuweVerantwoording(mbo.pk, "\n ")])
    assert fout.value.veld == "tekst"


def test_a_goal_gets_an_indicator_and_loses_it(adviseur: Actor, lopik: Plan) -> None:
    doel = Doelstelling.objects.get(code="4.2")
    api.koppel_indicator(adviseur, doel.pk, "meldingen-per-team")
    doel.refresh_from_db()
    api.koppel_indicator(adviseur, doel.pk, "meldingen-per-team")
    api.koppel_indicator(adviseur, doel.pk, "meldingen-per-wet")
    doel.refresh_from_db()
    assert doel.indicatoren == ["meldingen-per-team", "meldingen-per-wet"]
    for _keer in range(2):
        api.maak_indicator_los(adviseur, doel.pk, "meldingen-per-team")
    doel.refresh_from_db()
    assert doel.indicatoren == ["meldingen-per-wet"]
    assert gebeurtenissen("beleid.indicator_gekoppeld") == 2
    assert gebeurtenissen("beleid.indicator_losgemaakt") == 1


def test_an_indicator_that_does_not_exist_is_refused(adviseur: Actor, lopik: Plan) -> None:
    doel = Doelstelling.objects.get(code="4.2")
    with pytest.raises(Domeinfout) as fout:
        api.koppel_indicator(adviseur, doel.pk, "geluk-per-dorp")
    assert fout.value.veld == "indicator"
    with pytest.raises(NietGevonden):
        api.koppel_indicator(adviseur, 999_999, "meldingen-per-team")


@pytest.mark.parametrize(
    "velden",
    [{"kleur": "paars"}, {"aspect": "sfeer"}, {"kleur": "rood", "toelichting": ""}],
)
def test_the_database_refuses_an_impossible_light(mbo: Activiteit, velden: dict[str, str]) -> None:
    goed = {"aspect": "tijd", "kleur": "groen", "toelichting": "Goed.", "peildatum": VANDAAG}
    with schrijft("beleid"), pytest.raises(IntegrityError), transaction.atomic():
        Stand.objects.create(activiteit=mbo, synthetisch=False, **(goed | velden))
