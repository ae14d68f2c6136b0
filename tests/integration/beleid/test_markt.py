"""The accountability market: planned, filled, shown before and after, and what comes of it."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samendoen.beleid.actions.markt import (
    doe_marktregel_af,
    plan_markt,
    publiceer_markt,
    schrap_marktregel,
    wijzig_markt,
    zet_marktregels,
)
from samendoen.beleid.actions.verhaal_einde import trek_verhaal_in
from samendoen.beleid.api import bied_verhaal_aan, publiceer_verhaal, teken_verhalen_op
from samendoen.beleid.events.markt import MARKT
from samendoen.beleid.models import Doelstelling, Markt, Marktregel, Plan
from samendoen.beleid.rules.markt import vouw
from samendoen.kernel import klok
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Rol, lees, van_onderwerp
from tests.integration.muren.tabellen.beleid_markt import gegevens, regel
from tests.integration.muren.tabellen.beleid_verhaal import nieuw_verhaal
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def doel(lopik: Plan) -> int:
    return Doelstelling.objects.get(code="1.1", thema__onderdeel__plan=lopik).pk


@pytest.fixture
def markt(lopik: Plan, adviseur: Actor) -> int:
    return plan_markt(adviseur, "lopik", gegevens())


def stand(pk: int) -> Any:
    return vouw([lees(g) for g in van_onderwerp(MARKT, [pk])[pk]])


def test_a_market_from_programme_to_what_comes_of_it(markt: int, doel: int, adviseur: Actor) -> None:
    agenda, gehoord = zet_marktregels(
        adviseur,
        [regel(markt, "agenda"), regel(markt, "gehoord", gevolg="bijstellen", doel=doel)],
    )
    schrap_marktregel(adviseur, agenda)
    with pytest.raises(Domeinfout, match="nog niets in"):
        publiceer_markt(adviseur, markt, "programma")
    schrap_marktregel(adviseur, agenda, terug=True)
    for deel in ("programma", "uitkomst"):
        publiceer_markt(adviseur, markt, deel)
    publiceer_markt(adviseur, markt, "programma", terug=True)
    doe_marktregel_af(adviseur, gehoord)
    with pytest.raises(Domeinfout, match="Alleen wat gehoord is"):
        doe_marktregel_af(adviseur, agenda)
    later = klok.vandaag() + timedelta(days=30)
    wijzig_markt(adviseur, markt, replace(gegevens(), op=later))
    nu, rij = stand(markt), Markt.objects.get(pk=markt)
    assert (nu.op, nu.regels, nu.afgedaan) == (rij.op, {agenda, gehoord}, {gehoord})
    assert nu.gepubliceerd == set(rij.gepubliceerd) == {"uitkomst"}
    publiceer_markt(adviseur, markt, "uitkomst", terug=True)
    with pytest.raises(Domeinfout, match="moet nog komen"):
        publiceer_markt(adviseur, markt, "uitkomst")
    with pytest.raises(Domeinfout, match="markt van 2024"):
        wijzig_markt(adviseur, markt, replace(gegevens(), op=later.replace(year=2025)))
    with pytest.raises(Domeinfout, match="al een markt"):
        plan_markt(adviseur, "lopik", gegevens())


def test_a_line_that_is_not_whole_or_names_somebody(markt: int, adviseur: Actor) -> None:
    fout = {
        "marktregel_tijd": regel(markt, "agenda", einde=time(19, 0)),
        "marktregel_herkomst": regel(markt, "bijdrage", van=""),
        "label_met_naam": regel(markt, "bijdrage", van="Fatima"),
        "verhaal_herkenbaar": regel(markt, "bijdrage", tekst="Bel 06-12345678"),
        "marktregel_gevolg": regel(markt, "gehoord", gevolg=""),
        "marktregel_doel": regel(markt, "gehoord", gevolg="bijstellen"),
        "marktregel_reden": regel(markt, "gehoord", reden=" "),
        "marktregel_soort": regel(markt, "bijdrage", vorm="lied"),
        "doel_onbekend": regel(markt, "gehoord", doel=999_999),
        "markt_onbekend": regel(0, "agenda"),
    }
    for code, invoer in fout.items():
        with pytest.raises(Domeinfout) as gemeld:
            zet_marktregels(adviseur, [regel(markt, "agenda"), invoer])
        assert gemeld.value.fout == code
    assert not Marktregel.objects.exists()
    goed = regel(markt, "agenda")
    [pk] = zet_marktregels(adviseur, [goed])
    assert zet_marktregels(adviseur, [goed]) == [pk]
    zet_marktregels(adviseur, [replace(goed, regel=pk, titel="Anders")])
    with pytest.raises(Domeinfout, match="intussen gewijzigd"):
        zet_marktregels(adviseur, [replace(goed, regel=pk, titel="Nog anders")])


def test_on_screen_and_for_the_council(markt: int, doel: int, lopik: Plan) -> None:
    [verhaal] = teken_verhalen_op(SYSTEEM, [nieuw_verhaal(doel)])
    bied_verhaal_aan(SYSTEEM, verhaal, 1, {})
    publiceer_verhaal(SYSTEEM, verhaal)
    adviseur = aangemelde_client(maak_medewerker(Rol.BELEID))
    raad = aangemelde_client(maak_medewerker(Rol.RAAD))
    pagina = reverse("koers_markt", args=[markt])
    assert raad.get(pagina).status_code == 404
    velden: dict[str, dict[str, Any]] = {
        "agenda": {"titel": "Opening", "begin": "19:30", "einde": "20:00"},
        "bijdrage": {
            "titel": "Ons verhaal", "herkomst": "partner", "van": "Welzijn", "vorm": "vlog",
            "verhaal": verhaal,
        },
        "gehoord": {
            "titel": "Meer koffie", "gevolg": "bijstellen", "doel": doel, "reden": "Er is vraag naar."
        },
    }  # fmt: skip
    for soort, invoer in velden.items():
        url = reverse("koers_marktregel_nieuw", args=[markt, soort])
        assert adviseur.post(url, invoer | {"kenmerk": str(uuid4()), "versie": 1}).status_code == 302
    zonder = {
        "titel": "Meer koffie",
        "gevolg": "bijstellen",
        "reden": "Ja.",
        "kenmerk": str(uuid4()),
        "versie": 1,
    }
    antwoord = adviseur.post(reverse("koers_marktregel_nieuw", args=[markt, "gehoord"]), zonder)
    assert "Welk doel u bijstelt, ontbreekt." in antwoord.content.decode()
    adviseur.post(reverse("koers_markt_publiceren", args=[markt, "programma", "nu"]))
    gezien = raad.get(pagina).content.decode()
    assert "Opening" in gezien
    assert "Sinds de koffieochtend kom ik weer buiten." in gezien
    assert "Meer koffie" not in gezien
    adviseur.post(reverse("koers_markt_publiceren", args=[markt, "uitkomst", "nu"]))
    nummer = Marktregel.objects.get(soort="gehoord").pk
    wijzig = reverse("koers_marktregel", args=[nummer])
    assert "Er is vraag naar." in adviseur.get(wijzig).content.decode()
    for wat in ("afdoen", "openen", "schrappen", "terugzetten", "afdoen"):
        assert adviseur.post(reverse("koers_marktregel_doen", args=[nummer, wat])).status_code == 302
    trek_verhaal_in(SYSTEEM, verhaal)
    gezien = raad.get(pagina).content.decode()
    assert "koffieochtend kom ik" not in gezien
    assert "We stellen het doel bij" in gezien
    assert "Gedaan op 3 juni 2024" in gezien
    assert "Schrappen" not in gezien
