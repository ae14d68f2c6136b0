"""A message that names a product that was never agreed is refused on that line (TR381)."""

from datetime import date
from pathlib import Path

import pytest

from samendoen.berichten.actions.verkeer import doe_ronde
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.transport.mappen import Mappen
from samendoen.besluiten.api import importeer_productcodes, zet_berichtenverkeer
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel.actor import SYSTEEM
from tests.berichtmaker import bewerkt, goud
from tests.besluitmaker import THUISHULP, maak_catalogus
from tests.casusmaker import maak_gezin

pytestmark = pytest.mark.django_db
BSN = "999990019"


def verwijs(post: Path, nummer: str, code: str) -> list[str]:
    """Deliver a 315 for a product; return the codes that the answer gives its line."""
    regel = {
        "ReferentieAanbieder": f"ref-{nummer}",
        "Product": {"Categorie": "01", "Code": code},
        "ToewijzingIngangsdatum": "2024-06-10",
        "ToewijzingEinddatum": "2024-12-31",
        "Omvang": {"Volume": "3", "Eenheid": "04", "Frequentie": "2"},
        "Verwijzer": {"Type": "02", "ZorgverlenerCode": "01012345"},
    }
    kop = {"Identificatie": nummer, "Dagtekening": "2024-06-01"}
    anders = {"Header/Afzender": THUISHULP, "Header/BerichtIdentificatie": kop, "Client/Bsn": BSN}
    lijst = {"Client/AangevraagdeProducten": {"AangevraagdProduct": [regel]}}
    (post / "in" / f"{nummer}.xml").write_bytes(bewerkt(goud("WMO315"), {**anders, **lijst}))
    doe_ronde(Mappen(post))
    bericht = Bericht.objects.filter(richting="in").latest("pk")
    return list(Berichtregel.objects.get(bericht=bericht, klasse="AangevraagdProduct").retourcodes)


def test_a_product_that_is_not_on_the_list_is_refused_until_it_is(post: Path) -> None:
    maak_catalogus()
    [persoon] = maak_gezin(("Anna", date(1950, 1, 1)))
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"bsn": BSN, "telefoon": "0600000001"})])
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, date(2024, 6, 3))])
    assert verwijs(post, "V1", "01Z99") == ["S329"]
    kop = b"categorie;code;naam;van;tot\n01;01Z99;Hulp bij het huishouden;2024-01-01;"
    importeer_productcodes(SYSTEEM, kop + b"2024-05-31")
    assert verwijs(post, "V2", "01Z99") == ["S329"]  # what is asked for must still hold
    importeer_productcodes(SYSTEEM, kop)
    assert verwijs(post, "V3", "01Z99") == []
