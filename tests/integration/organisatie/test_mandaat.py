"""Mandate: who may decide what."""

from datetime import timedelta

import pytest

from samendoen.kernel.api import (
    SYSTEEM,
    Domeinfout,
    Rol,
)
from samendoen.organisatie.actions.mandaat import NieuwMandaat, geef_mandaat, trek_mandaat_in
from samendoen.organisatie.api import (
    mag_besluiten,
    mandaatzin,
    mandaten_van,
)
from tests.conftest import VANDAAG
from tests.maak import maak_gemeente, maak_medewerker, medewerker_id

pytestmark = pytest.mark.django_db
LEERDAM, WMO = "gebiedsteam_leerdam", "voorzieningen"
MORGEN = VANDAAG + timedelta(days=1)


def test_a_mandate_by_role_counts_only_in_its_teams() -> None:
    binnen, buiten = maak_medewerker(Rol.KWALITEIT, [WMO]), maak_medewerker(Rol.KWALITEIT, [LEERDAM])
    geef_mandaat(SYSTEEM, NieuwMandaat("besluit", ("participatie",), rol="kwaliteit", teams=(WMO,)))

    uitkomsten = [
        mag_besluiten(mandaten_van(wie.pk, VANDAAG), "participatie", 100, VANDAAG).uitkomst
        for wie in (binnen, buiten)
    ]
    assert uitkomsten == ["besluit", "alleen_advies"]


def test_a_personal_mandate_is_of_that_person_alone() -> None:
    wie, ander = maak_medewerker(Rol.BACKOFFICE), maak_medewerker(Rol.BACKOFFICE)
    geef_mandaat(
        SYSTEEM,
        NieuwMandaat("besluit", ("wmo",), medewerker_id(wie), tot_bedrag_eurocent=150_000, van=VANDAAG),
    )
    oordeel = mag_besluiten(mandaten_van(wie.pk, VANDAAG), "wmo", 150_001, VANDAAG)
    assert mandaatzin(oordeel) == "Adviseert alleen: het bedrag gaat boven de grens van €\xa01.500."
    assert mandaten_van(ander.pk, VANDAAG) == []
    assert mandaten_van(wie.pk, VANDAAG - timedelta(days=1)) == []


def test_a_withdrawn_mandate_holds_no_more_today() -> None:
    wie = maak_medewerker(Rol.BACKOFFICE)
    pk = geef_mandaat(SYSTEEM, NieuwMandaat("besluit", ("wmo",), medewerker_id(wie), van=VANDAAG))
    trek_mandaat_in(SYSTEEM, pk)
    assert mandaten_van(wie.pk, VANDAAG) == []
    with pytest.raises(Domeinfout, match="al beëindigd"):
        trek_mandaat_in(SYSTEEM, pk)


def test_the_same_mandate_form_twice_is_one_mandate() -> None:
    nieuw = NieuwMandaat("besluit", ("wmo",), medewerker_id(maak_medewerker(Rol.BACKOFFICE)))
    assert geef_mandaat(SYSTEEM, nieuw) == geef_mandaat(SYSTEEM, nieuw)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"rol": ""}, "rol"),
        ({"rol": "raad"}, "rol"),
        ({"bevoegdheid": "beveelt"}, "bevoegdheid"),
        ({"kaders": ()}, "kaders"),
        ({"kaders": ("zorgverzekering",)}, "kaders"),
        ({"teams": ("nergens",)}, "teams"),
        ({"tot_bedrag_eurocent": 0}, "tot_bedrag"),
        ({"bevoegdheid": "adviseert", "tot_bedrag_eurocent": 100}, "tot_bedrag"),
        ({"bevoegdheid": "adviseert", "tweede_handtekening": True}, "tweede_handtekening"),
        ({"van": MORGEN, "tot": MORGEN}, "tot"),
    ],
)
def test_an_impossible_mandate_is_refused_beside_the_field(anders: dict[str, object], veld: str) -> None:
    maak_gemeente()
    goed = {"bevoegdheid": "besluit", "kaders": ("wmo",), "rol": "consulent"}
    with pytest.raises(Domeinfout) as gevangen:
        geef_mandaat(SYSTEEM, NieuwMandaat(**{**goed, **anders}))  # type: ignore[arg-type]
    assert gevangen.value.veld == veld
