"""Extend, change and end a provision, through actions, screens, letters and the message that follows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samendoen.besluiten.api import (
    Wijzigingsbesluit,
    beeindig_toewijzingen,
    herzie_besluiten,
    maak_bekend,
    neem_terug,
)
from samendoen.besluiten.models import Aanvraag, Besluit, Voorziening, Wijziging
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from tests.besluitmaker import besluit, boek, maak_geldend, regel, start, wijs
from tests.integration.besluiten.conftest import Gezin
from tests.wijzigingmaker import (
    ANDER,
    LATER,
    PER,
    TOT,
    VAN,
    doe,
    einde,
    neem,
    stand,
    verlenging,
    vraag,
    wijziging,
)

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


@pytest.fixture
def geldt(gezin: Gezin, consulent: Actor) -> int:
    return maak_geldend(consulent, gezin.casus, gezin.moeder)


@pytest.fixture
def toegewezen(geldt: int, backoffice: Actor) -> int:
    return wijs(backoffice, geldt)


@pytest.fixture
def toewijzing_gebruikt(toegewezen: int) -> int:
    start(SYSTEEM, toegewezen, VAN)
    return toegewezen


def test_an_extension_works_from_its_announcement_and_keeps_the_number(
    geldt: int, toegewezen: int, consulent: Actor, backoffice: Actor
) -> None:
    wat = verlenging(geldt)
    nummer = neem(consulent, wat)
    assert neem(consulent, wat) == nummer  # a form sent twice
    v = Voorziening.objects.get(pk=geldt)
    assert v.tot == TOT
    oud = v.besluit_id
    maak_bekend(consulent, [(nummer, VANDAAG)])
    v.refresh_from_db()
    nieuw = Besluit.objects.get(pk=nummer)
    assert (v.tot, v.besluit_id, nieuw.herziet_id) == (LATER, nummer, oud)
    assert Besluit.objects.get(pk=oud).status == "gewijzigd"
    assert stand(geldt) == [("99990001", "geldt", VAN, LATER, "04")]
    assert nieuw.bezwaar_tot == date(2024, 7, 15)
    # The back office follows until eight weeks after the new last day, not after the old one.
    with klok.op(date(2025, 9, 1)):
        maak_bekend(backoffice, [(nummer, VANDAAG)])
    # Half a year of three hours a week, and not the year before.
    assert nieuw.bedrag_eurocent == 26 * 3 * v.product.prijs_eurocent


def test_until_the_announcement_it_can_be_taken_back(geldt: int, toegewezen: int, consulent: Actor) -> None:
    neem_terug(consulent, neem(consulent, wijziging(geldt)))
    assert stand(geldt) == [("99990001", "geldt", VAN, TOT, "")]
    assert Aanvraag.objects.get().status == "bekendgemaakt"
    assert list(Voorziening.objects.order_by("pk").values_list("status", flat=True)) == ["geldt", "vervallen"]
    doe(consulent, verlenging(geldt))


def test_more_hours_is_a_new_provision_with_a_new_number(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    besluit = doe(consulent, wijziging(geldt))
    oud, nieuw = Voorziening.objects.order_by("pk")
    assert (oud.status, oud.herroepen_per, nieuw.status, nieuw.van) == ("herroepen", PER, "geldt", PER)
    assert (nieuw.besluit_id, nieuw.omvang) == (besluit.pk, Decimal(5))
    assert stand(oud.pk) == [("99990001", "beeindigd", VAN, PER, "05")]
    assert stand(nieuw.pk) == [("99990001", "geldt", PER, TOT, "")]


def test_another_provider_goes_on_under_the_same_provision(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    doe(consulent, wijziging(geldt, omvang=None, aanbieder=ANDER, reden="andere_aanbieder"))
    assert stand(geldt) == [
        ("99990001", "beeindigd", VAN, PER, "09"),
        (ANDER, "geldt", PER, TOT, ""),
    ]
    assert Voorziening.objects.get().aanbieder.agb == ANDER  # type: ignore[union-attr]


def test_one_provider_stops_for_a_reason_and_not_when_it_was_used(
    geldt: int, toewijzing_gebruikt: int, backoffice: Actor
) -> None:
    with pytest.raises(Domeinfout, match="past hier niet"):
        beeindig_toewijzingen(backoffice, [(toewijzing_gebruikt, PER)], "overlijden")
    with pytest.raises(Domeinfout, match="kan niet meer weg"):
        beeindig_toewijzingen(backoffice, [(toewijzing_gebruikt, VAN)])
    beeindig_toewijzingen(backoffice, [(toewijzing_gebruikt, PER)], "contract")
    assert stand(geldt) == [("99990001", "beeindigd", VAN, PER, "03")]


def test_to_a_budget_and_back(geldt: int, toegewezen: int, consulent: Actor) -> None:
    doe(consulent, wijziging(geldt, omvang=None, vorm="pgb", reden="andere_vorm"))
    pgb = Voorziening.objects.get(status="geldt")
    assert (pgb.vorm, pgb.aanbieder_id, stand(pgb.pk)) == ("pgb", None, [])
    assert stand(geldt) == [("99990001", "beeindigd", VAN, PER, "08")]
    terug = date(2024, 11, 4)
    doe(
        consulent, wijziging(pgb.pk, per=terug, omvang=None, vorm="zin", aanbieder=ANDER, reden="andere_vorm")
    )
    zin = Voorziening.objects.get(status="geldt")
    assert stand(zin.pk) == [(ANDER, "geldt", terug, TOT, "")]


def test_an_end_shortens_with_the_code_of_its_reason(geldt: int, toegewezen: int, consulent: Actor) -> None:
    """One provision, ended and let go on after all, time after time."""
    for anders, code in (
        ({}, "05"),
        ({"reden": "wens_inwoner", "per": date(2024, 6, 12)}, "05"),
        ({"reden": "verhuizing", "naar": "Utrecht"}, "07"),
        ({"reden": "andere_wet"}, "06"),
        ({"reden": "na_stop"}, "14"),
    ):
        wat = einde(geldt, **anders)
        besluit = doe(consulent, wat)
        v = Voorziening.objects.get()
        assert (v.status, v.tot, v.eindreden) == ("geldt", wat.per, wat.reden)
        assert (besluit.uitkomst, besluit.bedrag_eurocent) == ("beeindigd", 0)
        assert stand(geldt) == [("99990001", "beeindigd", VAN, wat.per, code)]
        doe(consulent, verlenging(geldt, tot=TOT))
        v.refresh_from_db()
        assert (v.tot, v.eindreden) == (TOT, "")
        assert stand(geldt) == [("99990001", "geldt", VAN, TOT, "04")]


def test_what_never_began_is_removed_unless_it_was_used(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    weg = einde(geldt, reden="overlijden", per=date(2024, 6, 4))
    start(SYSTEEM, toegewezen, date(2024, 6, 10))
    with pytest.raises(Domeinfout, match="kan niet meer weg") as fout:
        neem(consulent, weg)
    assert fout.value.veld == "per"
    assert not Wijziging.objects.exists()


def test_removed_is_code_13_on_its_first_day(geldt: int, toegewezen: int, consulent: Actor) -> None:
    doe(consulent, einde(geldt, reden="overlijden", per=date(2024, 6, 4)))
    v = Voorziening.objects.get()
    assert (v.status, v.herroepen_per) == ("herroepen", VAN)
    assert stand(geldt) == [("99990001", "beeindigd", VAN, VAN, "13")]


def test_a_paid_assignment_is_not_removed(geldt: int, toegewezen: int, consulent: Actor) -> None:
    boek(regel(toegewezen))
    with pytest.raises(Domeinfout, match="kan niet meer weg"):
        neem(consulent, einde(geldt, reden="overlijden", per=date(2024, 6, 4)))


FOUTEN: list[tuple[Callable[..., Wijzigingsbesluit], dict[str, Any], str, str]] = [
    (verlenging, {"tot": TOT}, "tot", "loopt al"),
    (verlenging, {"tot": None}, "tot", "ontbreekt"),
    (verlenging, {"omvang": Decimal(4)}, "omvang", "blijft de omvang gelijk"),
    (verlenging, {"reden": "overlijden"}, "reden", "past hier niet"),
    (verlenging, {"motivering": " "}, "motivering", "zonder reden"),
    (verlenging, {"uitkomst": "afgewezen"}, "uitkomst", "kan hier niet"),
    (verlenging, {"besloten_op": date(2024, 6, 4)}, "besloten_op", "in de toekomst"),
    (verlenging, {"verandering": "wissen"}, "verandering", "kan een voorziening niet"),
    (wijziging, {"per": None}, "per", "ontbreekt"),
    (wijziging, {"per": TOT}, "per", "buiten de periode"),
    (wijziging, {"per": VANDAAG}, "per", "buiten de periode"),
    (wijziging, {"omvang": Decimal(3)}, "omvang", "verandert niets"),
    (wijziging, {"reden": "andere_vorm"}, "vorm", "blijft gelijk"),
    (wijziging, {"reden": "andere_aanbieder"}, "aanbieder", "blijft gelijk"),
    (wijziging, {"tot": PER}, "tot", "voordat zij begint"),
    (wijziging, {"omvang": Decimal(200)}, "omvang", "past niet in een week"),
    (wijziging, {"aanbieder": "99990003"}, "aanbieder", "levert dit product niet"),
    (einde, {"per": None}, "per", "ontbreekt"),
    (einde, {"per": TOT}, "per", "vanzelf"),
    (einde, {"per": VANDAAG}, "per", "voordat de inwoner het weet"),
    (einde, {"reden": "overlijden", "per": date(2024, 6, 5)}, "per", "in de toekomst"),
    (einde, {"reden": "verhuizing"}, "naar", "ontbreekt"),
]


def test_bad_input_gets_a_sentence_and_changes_nothing(geldt: int, toegewezen: int, consulent: Actor) -> None:
    for maak, anders, veld, zin in FOUTEN:
        with pytest.raises(Domeinfout, match=zin) as fout:
            neem(consulent, maak(geldt, **anders))
        assert (fout.value.veld, bool(fout.value.doe)) == (veld, True), anders
    assert not Wijziging.objects.exists()
    assert Aanvraag.objects.get().status == "bekendgemaakt"


def test_one_decision_at_a_time_and_only_on_what_holds(
    geldt: int, toegewezen: int, consulent: Actor, buur: Actor, backoffice: Actor
) -> None:
    with pytest.raises(NietGevonden):
        neem(buur, verlenging(geldt))
    with pytest.raises(Geweigerd):
        neem(backoffice, verlenging(geldt))
    nummer = neem(consulent, verlenging(geldt))
    with pytest.raises(Domeinfout, match="al een besluit genomen"):
        neem(consulent, einde(geldt))
    maak_bekend(consulent, [(nummer, VANDAAG)])
    doe(consulent, einde(geldt, reden="overlijden", per=date(2024, 6, 4)))
    with pytest.raises(Domeinfout, match="geldt niet"):
        neem(consulent, verlenging(geldt))


def test_an_end_that_harms_is_not_announced_when_its_day_is_past(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    nummer = neem(consulent, einde(geldt, per=date(2024, 6, 12)))
    with klok.op(date(2024, 6, 12)), pytest.raises(Domeinfout, match="pas na de bekendmaking"):
        maak_bekend(consulent, [(nummer, date(2024, 6, 12))])


def test_who_applies_gets_a_decision_in_time(
    geldt: int, toegewezen: int, consulent: Actor, backoffice: Actor
) -> None:
    from samendoen.werk.models import Termijn

    nummer = vraag(backoffice, geldt)
    [termijn] = Termijn.objects.filter(onderwerp_soort="besluiten.aanvraag", onderwerp_id=nummer)
    assert termijn.soort == "wmo-besluit"
    with pytest.raises(Domeinfout, match="ligt al een aanvraag"):
        vraag(backoffice, geldt)
    besluit = doe(consulent, verlenging(geldt, aanvraag=nummer, uitkomst="gedeeltelijk"))
    assert (besluit.aanvraag_id, besluit.herziet_id, besluit.bekend_op_tijd) == (nummer, None, True)
    v = Voorziening.objects.select_related("besluit").get()
    assert (v.besluit.aanvraag_id, v.tot) == (nummer, LATER)
    assert Wijziging.objects.get().oud.status == "gewijzigd"


def test_a_refusal_changes_nothing(geldt: int, toegewezen: int, consulent: Actor) -> None:
    nummer = vraag(consulent, geldt)
    besluit = doe(consulent, verlenging(geldt, aanvraag=nummer, uitkomst="afgewezen", reden="", tot=None))
    v = Voorziening.objects.get()
    assert (v.tot, stand(geldt)) == (TOT, [("99990001", "geldt", VAN, TOT, "")])
    assert (besluit.uitkomst, besluit.status, Besluit.objects.first().status) == (  # type: ignore[union-attr]
        "afgewezen",
        "bekendgemaakt",
        "bekendgemaakt",
    )


def test_after_the_announcement_a_new_decision_undoes_it(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    eerste = Voorziening.objects.get().besluit.aanvraag_id
    nummer = vraag(consulent, geldt)
    langer = doe(consulent, verlenging(geldt, aanvraag=nummer))
    with pytest.raises(Domeinfout, match="op een latere aanvraag"):
        herzie_besluiten(consulent, [besluit(eerste)])
    [nieuw] = herzie_besluiten(consulent, [besluit(nummer, van=PER, tot=TOT)])
    maak_bekend(consulent, [(nieuw, VANDAAG)])
    langer.refresh_from_db()
    oud, ander = Voorziening.objects.order_by("pk")
    assert (langer.status, oud.status, ander.besluit_id) == ("herroepen", "herroepen", nieuw)
    assert (oud.herroepen_per, ander.tot) == (PER, TOT)
    assert stand(oud.pk) == [("99990001", "beeindigd", VAN, PER, "05")]
