"""The demo is built by the actions: the same twice, and every row equals the fold of its events.

Built for all these tests together, at a fiftieth of its size, in a transaction that is rolled back.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from pytest_django import DjangoDbBlocker

from samendoen.besluiten.models import Aanvraag, Voorziening
from samendoen.besluiten.rules import vouw as vouw_aanvraag
from samendoen.besluiten.rules.voorziening import vouw_voorziening
from samendoen.casus.api import open_casussen_per_team
from samendoen.casus.models import Casus, Onderzoekmelding, Plan
from samendoen.casus.rules import vouw_plan
from samendoen.cijfers.api import maak_momentopname, tabel
from samendoen.cijfers.models import Momentopname
from samendoen.inwoners.models import Gezinslid, Huishouden, Inwoner
from samendoen.inwoners.rules import Lidmaatschap
from samendoen.inwoners.rules import vouw as vouw_huishouden
from samendoen.kernel import feitbron, klok, stekkers
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.api import actor_van
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis, Inzagerecht
from samendoen.site.demo.verhalen import kenmerk_van
from samendoen.toegang.api import aantallen_per_team_en_jaar, meldingkernen
from samendoen.toegang.models import Eropaf, Melding
from samendoen.toegang.queries.eropaf import lijst
from samendoen.werk.feiten import vouw as vouw_termijn
from samendoen.werk.models import Taak, Termijn
from tests.democontrole import DEMO, bouw, eigen_map, gebeurtenissen, teruggedraaid
from tests.integration.besluiten.test_vouwen import gevouwen, stand_van, stand_van_voorziening
from tests.integration.casus.test_vouw import casusrij, planrij
from tests.integration.casus.test_vouw import gevouwen as gevouwen_casus
from tests.integration.toegang.test_vouwen import gevouwen as gevouwen_melding
from tests.integration.toegang.test_vouwen import stand as meldingrij

pytestmark = [pytest.mark.volle_maat, pytest.mark.django_db, pytest.mark.usefixtures("eerste_keer")]
SCHAAL = 0.02
STEEKPROEF = 50


@pytest.fixture(scope="module")
def eerste_keer(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[tuple[Any, ...]]]:
    """Build twice; give the events of the first time, and let the second stand."""
    with django_db_blocker.unblock(), eigen_map(tmp_path_factory.mktemp("demo")), teruggedraaid():
        with teruggedraaid():
            bouw(SCHAAL)
            eerst = gebeurtenissen()
        bouw(SCHAAL)
        yield eerst


def kies(ids: Iterable[int]) -> list[int]:
    """Return a sample, spread over all."""
    alle = sorted(ids)
    return alle[:: max(1, len(alle) // STEEKPROEF)]


def test_two_builds_give_the_same_events(eerste_keer: list[tuple[Any, ...]]) -> None:
    tweede = gebeurtenissen()
    assert len(tweede) > 3000
    assert next(((a, b) for a, b in zip(eerste_keer, tweede, strict=False) if a != b), None) is None
    assert len(eerste_keer) == len(tweede)


def test_the_counts_are_the_published_ones_on_this_scale() -> None:
    lopend = {telling.telnaam: round(telling.lopend * SCHAAL) for telling in DEMO.telling}
    assert sorted(open_casussen_per_team().values()) == sorted(lopend.values())
    rijen = tabel(SYSTEEM, "trajecten-lopend", ["team"]).rijen
    assert {rij.namen[0]: rij.waarde for rij in rijen} == lopend
    per = {(telling.telnaam, jaar): round(n * SCHAAL) for telling in DEMO.telling
           for jaar, n in telling.meldingen.items()}  # fmt: skip
    assert sorted(n for _team, _jaar, n in aantallen_per_team_en_jaar()) == sorted(per.values())
    figuur = tabel(SYSTEEM, "meldingen-per-team", ["team", "jaar"]).rijen
    assert {(str(t), str(j)): rij.waarde for rij in figuur for t, j in [rij.namen]} == per


def test_a_melding_is_what_its_events_say() -> None:
    rijen = Melding.objects.select_related("team").in_bulk(kies(Melding.objects.values_list("pk", flat=True)))
    assert {pk: gevouwen_melding(pk) for pk in rijen} == {pk: meldingrij(rij) for pk, rij in rijen.items()}


def test_a_casus_and_its_plans_are_what_their_events_say() -> None:
    ids = kies(Casus.objects.values_list("pk", flat=True))
    assert {pk: gevouwen_casus(pk) for pk in ids} == {pk: casusrij(pk) for pk in ids}
    plannen = Plan.objects.select_related("casus__team").filter(casus__in=ids)
    assert {plan.status for plan in plannen} >= {"vastgesteld", "vervangen"}
    for plan in plannen:
        regels = van_onderwerp("casus.plan", [plan.pk])[plan.pk]
        assert vouw_plan((g.voorgevallen_op, lees(g)) for g in regels) == planrij(plan)


def test_an_application_and_its_provision_are_what_their_events_say() -> None:
    aanvragen = Aanvraag.objects.select_related("team", "product").order_by("pk")
    assert {rij.status for rij in aanvragen} >= {"ingediend", "bekendgemaakt"}
    for rij in aanvragen:
        assert vouw_aanvraag(gevouwen("besluiten.aanvraag", rij.pk)) == stand_van(rij)
    for voorziening in Voorziening.objects.select_related("product", "besluit__aanvraag__team"):
        regels = gevouwen("besluiten.voorziening", voorziening.pk)
        assert vouw_voorziening(regels) == stand_van_voorziening(voorziening)


def test_a_household_is_what_its_events_say() -> None:
    ids = kies(Huishouden.objects.values_list("pk", flat=True))
    for pk, regels in van_onderwerp("inwoners.huishouden", ids).items():
        velden = ("inwoner_id", "rol", "van", "tot", "hoofdverblijf")
        leden = {Lidmaatschap(*rij) for rij in Gezinslid.objects.filter(huishouden=pk).values_list(*velden)}
        assert vouw_huishouden((g.voorgevallen_op, lees(g)) for g in regels) == leden


def test_a_clock_is_what_its_events_say() -> None:
    rijen = Termijn.objects.in_bulk(kies(Termijn.objects.values_list("pk", flat=True)))
    for pk, regels in van_onderwerp("werk.termijn", rijen).items():
        stand = None
        for g in regels:
            stand = vouw_termijn(stand, g.voorgevallen_op, lees(g))
        rij = rijen[pk]
        assert stand is not None
        assert (stand.soort, stand.start, stand.uiterste_datum, stand.groep) == (
            rij.soort, rij.start, rij.uiterste_datum, rij.groep_id,
        )  # fmt: skip
        assert (stand.status.value, stand.klaar_op) == (rij.status, rij.gehaald_op)


def test_the_kinds_of_events_that_facts_leave_out_tell_them_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def feiten() -> dict[str, list[str]]:
        alle = {naam: soort.rijen(klok.nu()) for naam, soort in stekkers.feit}
        return {naam: sorted(repr(rij) for deel in delen for rij in deel) for naam, delen in alle.items()}

    zuinig, vraag = feiten(), feitbron._GEBEURTENISSEN
    for weglating in ("%(soorten)s::text[] IS NULL", "%(met)s::text IS NULL"):
        assert weglating in vraag
        vraag = vraag.replace(weglating, "TRUE")
    monkeypatch.setattr(feitbron, "_GEBEURTENISSEN", vraag)
    assert feiten() == zuinig
    assert all(zuinig[naam] for naam in ("melding", "casus", "planactie", "basishulp", "besluit", "termijn"))


def test_a_snapshot_of_a_past_day_is_the_same_bytes_after_everything_was_corrected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """For every fact that knows its past: first all is as it was, then each single event is revoked."""
    tijdig = {naam: soort for naam, soort in stekkers.feit if not soort.alleen_nu}
    monkeypatch.setattr(stekkers.feit, "_inhoud", tijdig)
    toen, vandaag = klok.vandaag() - timedelta(days=14), klok.vandaag()
    eerst, gelezen = maak_momentopname(SYSTEEM, toen), set[str]()

    def kijk(voer: Any, sql: str, *rest: Any) -> Any:
        gelezen.update(re.findall(r'FROM "(\w+)"', sql))
        return voer(sql, *rest)

    nummers = list(Gebeurtenis.objects.order_by("pk"))
    with schrijft("kernel"):
        Gebeurtenis.objects.bulk_create(
            Gebeurtenis(
                dossier_id=rij.dossier_id, onderwerp_soort="proef.proef", onderwerp_id=1, versie=1,
                soort="proef.herroepen", voorgevallen_op=vandaag, vastgelegd_op=klok.nu(), gegevens={},
                actor_soort="systeem", herroept_id=rij.pk,
            )
            for rij in nummers
        )  # fmt: skip
    with schrijft("cijfers"):
        Momentopname.objects.filter(peildatum=toen).delete()
    with connection.execute_wrapper(kijk):
        weer = maak_momentopname(SYSTEEM, toen)
    assert (weer.nieuw, weer.feiten, weer.gegevens_hash) == (True, eerst.feiten, eerst.gegevens_hash)
    assert gelezen <= LEEST_OOK
    with klok.op(vandaag + timedelta(days=1)):
        later = maak_momentopname(SYSTEEM, vandaag)
    assert {naam for naam, rijen in eerst.feiten.items() if rijen} >= {
        "melding", "casus", "planactie", "basishulp", "besluit", "termijn", "doeluitslag", "uitkomst",
    }  # fmt: skip
    assert set(later.feiten.values()) == {0}


LEEST_OOK = {"cijfers_momentopname", "kernel_groep"}
"""Beside events: whether the snapshot is there already, and the codes of teams."""


def test_every_kind_of_event_that_the_demo_tells_is_there() -> None:
    soorten = set(Gebeurtenis.objects.values_list("soort", flat=True))
    assert soorten >= {
        "inwoners.inwoner_geregistreerd", "inwoners.huishouden_gevormd", "toegang.melding_geregistreerd",
        "toegang.ontvangst_bevestigd", "toegang.melding_getrieerd", "toegang.melding_afgehandeld",
        "toegang.melding_ingetrokken", "casus.casus_geopend", "casus.tweede_gezet", "casus.plan_geschreven",
        "casus.plan_vastgesteld", "casus.plan_vervangen", "casus.akkoord_vastgelegd", "casus.actie_afgerond",
        "casus.melding_toegevoegd", "casus.casus_gesloten", "besluiten.aanvraag_gedaan",
        "besluiten.besluit_genomen", "besluiten.besluit_bekendgemaakt", "besluiten.voorziening_toegekend",
        "besluiten.toegewezen", "beleid.plan_geimporteerd", "casus.onderzoek_begonnen",
        "casus.verslag_verstuurd", "casus.evaluatie_vastgelegd", "casus.partnerregie_begonnen",
        "casus.merk_gezet", "casus.veiligheid_getaxeerd", "casus.meldcode_afgerond",
        "casus.notitie_afgerond", "casus.intensiteit_gezet", "casus.punt_besproken",
        "toegang.contact_gezocht", "toegang.wachtprioriteit_gezet", "toegang.wachtcontact_vastgelegd",
        "toegang.overbrugging_geboden",
    }  # fmt: skip


def test_the_reports_of_the_tour_miss_nothing_and_met_their_clocks() -> None:
    verslagen = Gebeurtenis.objects.filter(soort="casus.verslag_verstuurd")
    assert [g.gegevens["ontbreekt"] for g in verslagen] == [[]] * 5
    meldingen = Onderzoekmelding.objects.values_list("melding", flat=True)
    klokken = Termijn.objects.filter(onderwerp_soort="toegang.melding", onderwerp_id__in=list(meldingen))
    assert set(klokken.values_list("status", flat=True)) == {"gehaald"}


def test_the_night_asks_a_plan_for_later_of_who_is_sixteen_and_a_half() -> None:
    casus = Casus.objects.get(kenmerk=kenmerk_van("verkuil", "casus"))
    taak = Taak.objects.get(onderwerp_soort="casus.casus", onderwerp_id=casus.pk)
    assert (taak.regel, taak.sleutel.partition(".")[0]) == ("leeftijd", "toekomstplan")


def test_children_of_two_homes_have_one_main_home() -> None:
    finn = Inwoner.objects.get(voornamen="Finn", achternaam="Overbeek")
    huizen = Gezinslid.objects.filter(inwoner_id=finn.pk)
    assert sorted(huizen.values_list("hoofdverblijf", flat=True)) == [False, True]


def test_the_outreach_worker_sees_to_whom_she_goes() -> None:
    lotte = actor_van(get_user_model().objects.get(gebruikersnaam="eropaf"))
    rijen, _deel = lijst(lotte, 1)
    assert [(rij["wie"], rij["laatste"]) for rij in rijen] == [("Gerda Kok", "vr 31 mei 2024 (3 pogingen)")]
    pad = Eropaf.objects.get(status="loopt")
    assert meldingkernen(lotte, [pad.melding_id], schrijfbaar=True)


def test_who_took_a_question_of_this_week_still_has_it() -> None:
    nieuw = DEMO.vandaag - timedelta(days=7)
    rechten = Inzagerecht.objects.filter(grond="aanname", dossier__geopend_op__gte=nieuw)
    assert set(rechten.values_list("gebruiker__gebruikersnaam", flat=True)) >= {"loket", "loket-jeugd"}
