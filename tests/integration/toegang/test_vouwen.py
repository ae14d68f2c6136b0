"""A row is what its events say, whatever happened to it; and every kind of event happens here."""

from datetime import date

import pytest

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.gebeurtenissen import SOORTEN, lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis
from samendoen.toegang.api import (
    Triagebesluit,
    bevestig_ontvangst,
    handel_melding_af,
    heropen_melding,
    koppel_inwoners,
    trek_melding_in,
    trieer_meldingen,
    volg_op,
)
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import MeldingStand, Status, vouw
from tests.integration.toegang.conftest import TEAM, MaakInwoner, NeemOp

pytestmark = pytest.mark.django_db
VANDAAG, LATER = date(2024, 6, 3), date(2024, 6, 17)


def stand(m: Melding) -> MeldingStand:
    """Return what a row says, as the fold says it."""
    return MeldingStand(
        wet=m.wet,
        kanaal=m.kanaal,
        team=m.team.code,
        ontvangen_op=m.ontvangen_op,
        status=Status(m.status),
        uitkomst=m.uitkomst,
        afgehandeld_op=m.afgehandeld_op,
        mede_kaders=tuple(m.mede_kaders),
        leefgebieden=tuple(m.leefgebieden),
        spoed=m.spoed,
        melder=m.melder,
        vrijwillig=m.vrijwillig,
        zorgvrager=m.zorgvrager,
        herkend=m.herkend,
        route=m.route,
        getrieerd_op=m.getrieerd_op,
        triageregel=m.triageregel,
        organisatie=m.organisatie_id,
        opvolgen_op=m.opvolgen_op,
        bevestigd_op=m.bevestigd_op,
    )


def gevouwen(nummer: int) -> MeldingStand | None:
    """Return what the events of a melding say about it."""
    return vouw((g.voorgevallen_op, lees(g)) for g in van_onderwerp("toegang.melding", [nummer])[nummer])


@pytest.fixture
def overal(neem_op: NeemOp, maak_inwoner: MaakInwoner, avres: int) -> list[int]:
    """Take questions and let to each happen something else, until every kind of event has happened."""
    persoon = maak_inwoner()
    ids = [
        neem_op(
            SYSTEEM, kader="wmo", mede_kaders=("schuldhulp",), leefgebieden=("wonen", "inkomen"),
            spoed=n % 2 == 0, melder="ander", vrijwillig=n % 3 > 0, zorgvrager=n % 4,
            inwoner=persoon if n % 2 else None,
        )
        for n in range(12)
    ]  # fmt: skip

    def trieer(nummer: int, uitkomst: str, team: str = "", organisatie: int | None = None) -> None:
        warm = LATER if organisatie else None
        trieer_meldingen(
            SYSTEEM, [Triagebesluit(nummer, uitkomst, team, organisatie, warm, reden="Om te vouwen")]
        )

    trieer(ids[1], "team", "voorzieningen")
    trieer(ids[2], "spoed", TEAM)
    trieer(ids[2], "eropaf", "eropaf")
    trieer(ids[3], "informatie_en_advies")
    trieer(ids[4], "informatie_en_advies")
    heropen_melding(SYSTEEM, ids[4])
    for n, gelukt in ((5, None), (6, True), (7, False)):
        trieer(ids[n], "warme_overdracht", organisatie=avres)
        if gelukt is not None:
            volg_op(SYSTEEM, ids[n], gelukt)
    koppel_inwoners(SYSTEEM, [(ids[8], persoon)])
    bevestig_ontvangst(SYSTEEM, [(ids[8], VANDAAG)])
    handel_melding_af(SYSTEEM, ids[8], "onderzocht", VANDAAG)
    trieer(ids[9], "team", TEAM)
    handel_melding_af(SYSTEEM, ids[9], "onderzocht", VANDAAG)
    heropen_melding(SYSTEEM, ids[9])
    trek_melding_in(SYSTEEM, ids[10], "door_inwoner")
    trek_melding_in(SYSTEEM, ids[11], "dubbel")
    return ids


def test_a_row_equals_the_fold_of_its_events_for_every_kind(overal: list[int]) -> None:
    # What is done while a question waits has a fold of its own: test_wachtlijst.
    van_ons = {
        s
        for (s, _versie), soort in SOORTEN.items()
        if soort.__module__.endswith("events.melding") and s.startswith("toegang.")
    }
    gebeurd = set(
        Gebeurtenis.objects.filter(onderwerp_soort="toegang.melding").values_list("soort", flat=True)
    )
    assert gebeurd == van_ons
    assert gevouwen(overal[-1]) is None
    rijen = {m.pk: stand(m) for m in Melding.objects.select_related("team")}
    assert {nummer: gevouwen(nummer) for nummer in overal[:-1]} == {n: rijen[n] for n in overal[:-1]}
