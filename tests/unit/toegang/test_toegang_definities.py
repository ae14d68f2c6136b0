"""The triage tables and the letters as data, and what their schemas refuse."""

import json
import re
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from samendoen.kaart.definities import kaartdefinitie
from samendoen.kernel.definities import definitie_pad
from samendoen.kernel.models.dossier import Wet
from samendoen.organisatie.definities import gemeentedefinitie
from samendoen.toegang.definities import Ontvangstbrief, Triagetabel, ontvangstbrieven, triagetabel
from samendoen.toegang.rules import Triagevraag, leeftijdsgroep, stel_voor

TABELLEN = sorted(pad.stem for pad in definitie_pad("triage").glob("*.toml"))
VHL = "vijfheerenlanden"
GEBIEDEN = {"Leerdam": "gebiedsteam_leerdam", "Vianen": "gebiedsteam_vianen"}


@pytest.mark.parametrize("naam", TABELLEN)
def test_every_table_names_teams_domains_villages_and_organisations_that_exist(naam: str) -> None:
    tabel = triagetabel(naam)
    teams = {regel.team for regel in tabel.regel if regel.team}
    gebieden = {code for regel in tabel.regel for code in regel.als.leefgebieden}
    plaatsen = {plaats for regel in tabel.regel for plaats in regel.als.plaats}
    organisaties = {regel.organisatie for regel in tabel.regel if regel.organisatie}
    if naam == "algemeen":
        assert not teams | gebieden | plaatsen | organisaties
        return
    gemeente = gemeentedefinitie(naam)
    kaart, _merk = kaartdefinitie(gemeente.gemeente.code)
    assert teams <= {team.code for team in gemeente.team}
    assert gebieden <= {gebied.code for gebied in gemeente.leefgebied}
    assert organisaties <= {organisatie.naam for organisatie in kaart.organisatie}


# Questions as they come in at Vijfheerenlanden -> the row of the table that holds.
VRAGEN: list[tuple[Triagevraag, str, str]] = [
    (Triagevraag("wmo", ("huishouden",)), "wmo_voorzieningen", "voorzieningen"),
    (Triagevraag("wmo", ("wonen", "veiligheid"), plaats="Vianen"), "wmo_begeleiding", "gebiedsteam_vianen"),
    (Triagevraag("wmo", ("huishouden",), spoed=True), "spoed_voorzieningen", "voorzieningen"),
    (Triagevraag("wmo", ("wonen",), spoed=True, plaats="Vianen"), "spoed", "gebiedsteam_vianen"),  # homeless
    (Triagevraag("wmo", ("veiligheid", "huishouden"), spoed=True), "spoed", ""),
    (Triagevraag("wmo", ("huishouden",), spoed=True, vrijwillig=False), "spoed", ""),  # the police is worried
    (Triagevraag("jeugd", spoed=True, plaats="Vianen"), "spoed_jeugd", "gebiedsteam_vianen"),
    (Triagevraag("jeugd", vrijwillig=False, plaats="Vianen"), "zorgen_om_kind", "gebiedsteam_vianen"),
    (Triagevraag("geen", leeftijdsgroep="kind", plaats="Leerdam"), "kind", "gebiedsteam_leerdam"),
    (Triagevraag("geen", ("mobiliteit",), leeftijdsgroep="kind"), "leerlingenvervoer", "voorzieningen"),
    (Triagevraag("geen", ("mobiliteit", "veiligheid"), leeftijdsgroep="kind"), "kind", ""),
    (Triagevraag("geen", kanaal="veilig_thuis"), "veilig_thuis", ""),
    (Triagevraag("wmo", kanaal="meldpunt_bezorgd"), "meldpunt", "eropaf"),
    (Triagevraag("schuldhulp", kanaal="vroegsignaal"), "vroegsignaal", "eropaf"),
    (Triagevraag("wmo", vrijwillig=False), "geen_hulpvraag", "eropaf"),
    (Triagevraag("geen", zorgvrager=3), "wil_niet", "eropaf"),
    (Triagevraag("schuldhulp"), "schulden", ""),
    (Triagevraag("geen", ("inkomen",), zorgvrager=2), "budgetadvies", ""),
    (Triagevraag("geen", ("inkomen",)), "formulieren", ""),
    (Triagevraag("geen", ("mobiliteit",)), "parkeerkaart", "voorzieningen"),
    (Triagevraag("geen", ("woonomgeving",)), "eenvoudige_vraag", ""),
]  # fmt: skip


@pytest.mark.parametrize(("vraag", "regel", "team"), VRAGEN, ids=[rij[1] for rij in VRAGEN])
def test_the_first_row_that_holds_wins(vraag: Triagevraag, regel: str, team: str) -> None:
    regels = tuple(rij.als_waarde() for rij in triagetabel(VHL).regel)
    voorstel = stel_voor(regels, vraag, GEBIEDEN, "0" * 64)
    assert (voorstel.regel, voorstel.team) == (regel, team)


@pytest.mark.parametrize(
    ("jaren", "groep"),
    [(None, ""), (0, "kind"), (17, "kind"), (18, "volwassene"), (66, "volwassene"), (67, "oudere")],
)  # fmt: skip
def test_age_as_triage_looks_at_it(jaren: int | None, groep: str) -> None:
    assert leeftijdsgroep(jaren) == groep


def ruw(map_: str, naam: str) -> dict[str, Any]:
    return tomllib.loads(definitie_pad(map_, f"{naam}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("maak_stuk", "zin"),
    [
        (lambda d: d["regel"][-1].update(als={"spoed": True}), "moet altijd gelden"),
        (lambda d: d["regel"].append(dict(d["regel"][-1])), "meer dan één keer"),
        (lambda d: d["regel"][0].update(team="x", gebiedsteam=True), "niet allebei"),
        (lambda d: d["regel"][0].update(organisatie="Avres"), "hoort bij een warme overdracht"),
        (lambda d: d["regel"].insert(0, {**d["regel"][-1], "code": "x"}), "komt geen regel meer"),
    ],
)
def test_a_table_that_cannot_be_is_refused(maak_stuk: Callable[[dict[str, Any]], None], zin: str) -> None:
    gegevens = ruw("triage", "algemeen")
    maak_stuk(gegevens)
    with pytest.raises(ValidationError, match=zin):
        Triagetabel.model_validate_json(json.dumps(gegevens))


def test_every_legal_frame_has_its_letter() -> None:
    assert {brief.kader for brief in ontvangstbrieven().brief} == set(Wet.values)


def test_a_letter_keeps_its_sentences_short() -> None:
    """Level B1: hardly a sentence of more than twenty words, and none of more than twenty-five."""
    for brief in ontvangstbrieven().brief:
        teksten = [alinea for deel in brief.deel for alinea in deel.alineas]
        zinnen = [zin for tekst in teksten for zin in re.split(r"(?<=[.?!:])\s", tekst)]
        lang = [zin for zin in zinnen if len(zin.split()) > 20]
        assert len(lang) <= 1, lang
        assert max(len(zin.split()) for zin in zinnen) <= 25


@pytest.mark.parametrize("plek", ["{naam}", "{plan_tot}", "{uiterlijk}", "{team.x}"])
def test_a_letter_cannot_name_what_is_not_there(plek: str) -> None:
    deel = {"alineas": [f"Wij vragen u iets voor {plek} te doen."], "aanname": True}
    with pytest.raises(ValidationError, match="kan niet in de brief"):
        Ontvangstbrief.model_validate({"kader": "jeugd", "onderwerp": "Brief", "deel": [deel]})
