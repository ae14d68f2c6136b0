"""Erasing a resident: gone when no dossier under another law still needs to know who it is."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from samendoen.inwoners.api import NieuweRelatie, NieuwGezag, leg_gezag_vast, leg_relaties_vast
from samendoen.inwoners.models import Gezag, Gezinslid, Inwoner, Relatie
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.wissen import wis_persoon
from tests.integration.inwoners.conftest import KIND_GEBOREN, SINDS, GeefDossier, SchrijfIn, Vorm

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sleutels(settings: pytest.FixtureRequest, tmp_path: Path) -> None:
    settings.SAMENDOEN_SLEUTELS = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def gezin(schrijf_in: SchrijfIn, vorm: Vorm) -> tuple[int, int]:
    ouder, kind = schrijf_in("Kanarie", bsn="123456782"), schrijf_in("Kind", KIND_GEBOREN)
    vorm((ouder, "ouder"), (kind, "kind"))
    leg_gezag_vast(SYSTEEM, [NieuwGezag(kind, ouder, SINDS)])
    leg_relaties_vast(
        SYSTEEM,
        [
            NieuweRelatie(uuid4(), ouder, "netwerk", SINDS, naam="Buur"),
            NieuweRelatie(uuid4(), kind, "mantelzorger", SINDS, ander=ouder),
        ],
    )
    return ouder, kind


def test_a_resident_goes_with_the_last_dossier(gezin: tuple[int, int], geef_dossier: GeefDossier) -> None:
    ouder, kind = gezin
    geef_dossier(ouder, wet="wmo")
    geef_dossier(ouder, wet="jeugd")
    wis_persoon(SYSTEEM, ouder, "wmo", "verzoek")
    assert Inwoner.objects.filter(pk=ouder).exists()
    wis_persoon(SYSTEEM, ouder, "jeugd", "verzoek")
    assert not Inwoner.objects.filter(pk=ouder).exists()
    assert not Gezinslid.objects.filter(inwoner=ouder).exists()
    assert (Gezag.objects.count(), Relatie.objects.count()) == (0, 0)
    assert Gezinslid.objects.filter(inwoner=kind).exists()


def test_erasing_again_is_harmless(gezin: tuple[int, int], geef_dossier: GeefDossier) -> None:
    geef_dossier(gezin[0])
    wis_persoon(SYSTEEM, gezin[0], "wmo", "verzoek")
    assert wis_persoon(SYSTEEM, gezin[0], "wmo", "verzoek") == 0


def test_what_is_left_of_the_household_still_reads(gezin: tuple[int, int], geef_dossier: GeefDossier) -> None:
    from samendoen.inwoners.api import Lid, huishouden_van, leden_van

    ouder, kind = gezin
    geef_dossier(ouder)
    wis_persoon(SYSTEEM, ouder, "wmo", "verzoek")
    huis = huishouden_van(kind, date(2024, 6, 3))
    assert huis is not None
    assert leden_van(huis) == (Lid(kind, "kind"),)
