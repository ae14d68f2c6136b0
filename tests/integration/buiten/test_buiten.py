"""All that the council and everybody else can read of a municipality of 14,000, over eight quarters.

Every way out is walked; what is read goes to an attacker with a linear programme. Nothing of it is computed
when it is asked, and nothing of it comes from anything but a publication.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse

from samendoen.beleid.api import maak_rapport, publiceer_rapport
from samendoen.beleid.models import Doelstelling
from samendoen.cijfers.api import maak_momentopname, publiceer, tabel
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.eigenvraag import antwoorden_voor_buiten
from samendoen.kernel import klok, kluis, stekkers
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.definities import definitie_pad
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.rechten import Rol
from tests.integration.buiten import kleine_gemeente as gemeente
from tests.integration.buiten.aanvaller import (
    DICHT,
    KLEIN,
    OPEN,
    TOTAAL,
    Aanval,
    Blad,
    Boek,
    Cel,
    Inhoud,
    Som,
    genoeg,
)
from tests.integration.buiten.lezen import Antwoord, Wereld
from tests.integration.buiten.lezers import LEZERS, ZONDER, rijen
from tests.integration.muren import test_api_tabel, test_url_tabel
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker
from tests.unit.cijfers.naslag import deel, past_op_alles

DREMPEL = 5
VANDAAG = gemeente.KWARTALEN[-1] + timedelta(days=1)
NAMEN = "besluiten_product|besluiten_aanbieder"
VAN_MENSEN = re.compile(rf'"(?!(?:{NAMEN})")(?:toegang|casus|besluiten|berichten|inwoners|werk)_\w+"')
VAN_CIJFERS = re.compile(r'"cijfers_(publicatie|momentopname)"')


def lees_definities() -> dict[str, Mapping[str, Any]]:
    """Return the definitions of the indicators and of the sheets, as they stand in their files."""
    paden = definitie_pad("indicatoren").glob("*.toml")
    uit: dict[str, Mapping[str, Any]] = {pad.stem: tomllib.loads(pad.read_text()) for pad in sorted(paden)}
    for blad in tomllib.loads(definitie_pad("bladen.toml").read_text())["blad"]:
        vast = {"soort": "blad", "maat": {"soort": "aantal"}, "periode": {"kolom": blad["periode"]}}
        uit[blad["code"]] = {**blad, **vast}
    return uit


def lees_blokken() -> dict[str, str]:
    """Return the indicator of each block of the council's dashboard."""
    delen = tomllib.loads(definitie_pad("dashboards", "raad.toml").read_text())["deel"]
    return {blok["code"]: blok["indicator"] for deel in delen for blok in deel["blok"]}


ZONDER_GETAL = {"opendata", "opendata_catalogus"}
"""They say which figures there are, and give none."""


class Kijker:
    """Sees which tables of the database are read."""

    def __init__(self) -> None:
        self.gelezen: list[str] = []

    def __call__(self, voer: Callable[..., Any], sql: str, *rest: Any) -> Any:
        self.gelezen.append(sql)
        return voer(sql, *rest)

    def zag(self, patroon: re.Pattern[str]) -> set[str]:
        """Return what was read of these tables, and forget it all."""
        gezien = {vondst[0] for sql in self.gelezen for vondst in patroon.finditer(sql)}
        return gezien


@pytest.fixture(scope="module")
def lake() -> dict[str, list[tuple[date, gemeente.Rij]]]:
    """Give the rows of the municipality."""
    return gemeente.maak(1)


@pytest.fixture(scope="module")
def wereld(
    lake: Any, tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[Wereld]:
    """Publish eight quarters, and make one of everything else that the council may open."""
    map_ = tmp_path_factory.mktemp("buiten")
    with ExitStack() as stapel:
        stapel.enter_context(django_db_blocker.unblock())
        stapel.enter_context(klok.op(VANDAAG))
        stapel.enter_context(transaction.atomic())
        stapel.enter_context(override_settings(SAMENDOEN_HOME=map_))
        stapel.enter_context(patch.object(stekkers.feit, "_inhoud", gemeente.bied(lake)))
        kluis.vergeet_geheugen()
        maak_gemeente()

        for dag in gemeente.KWARTALEN:
            maak_momentopname(SYSTEEM, dag)
            assert publiceer(SYSTEEM, dag)
        yield Wereld(lees_definities(), gemeente.KWARTALEN, frozenset(lake), maak_args(), lees_blokken())
        transaction.set_rollback(True)


def maak_args() -> dict[str, list[list[Any]]]:
    """Make one of everything that a URL of the council names.

    A report is made by somebody who sees every figure, of what was published alone.
    """
    kijker, args = Kijker(), dict[str, list[object]]()
    rekent = patch("samendoen.cijfers.queries.motor.antwoord", side_effect=AssertionError("computed outside"))
    with connection.execute_wrapper(kijker), rekent:
        for naam, deel_ in test_url_tabel.DELEN.items():
            if naam.partition("_")[0] in ("beleid", "kaart"):
                args |= deel_.adressen("gebiedsteam_leerdam")
        rapporten = [maak_rapport(SYSTEEM, soort, "lopik").rapport_id for soort in ("trendrapportage",)]
    assert kijker.zag(VAN_CIJFERS) <= {'"cijfers_publicatie"'}
    doelen = Doelstelling.objects.exclude(indicatoren=[]).order_by("pk").values_list("pk", flat=True)[:5]
    for rapport in rapporten:
        publiceer_rapport(SYSTEEM, rapport)
    delen = {doel.thema.onderdeel for doel in Doelstelling.objects.filter(pk__in=list(doelen))}
    meer: dict[str, list[list[Any]]] = {
        "koers_vragen": [[f"plan={een.plan.code}&deel={een.code}"] for een in delen],
        "koers_doel": [[doel] for doel in doelen],
        "koers_rapport": [[rapport, "html"] for rapport in (*rapporten, args["koers_rapport"][0])],
        "koers_rapport_blad": [[rapport] for rapport in rapporten],
    }
    return {naam: [een] for naam, een in args.items()} | meer


def test_every_way_out_has_a_reader() -> None:
    """What the council may open, and what is open to everybody."""
    raad = {naam for naam, rollen in test_url_tabel.VOOR_ROL.items() if Rol.RAAD.value in rollen.split()}
    raad |= {"dashboard"}  # that of the council; the table asks the one of a professional
    iedereen = test_url_tabel.OPENBAAR | test_url_tabel.EIGEN_GEVAL
    assert raad | iedereen == LEZERS.keys() | ZONDER.keys()
    assert not [naam for naam, ingang in test_api_tabel.INGANGEN.items() if Rol.RAAD.value in ingang.rollen]


def vraag(klant: Client, kijker: Kijker, adres: str) -> bytes:
    """Ask, as the council, and return the answer; no dossier is opened. Of a refusal nothing is returned."""
    kijker.gelezen.clear()
    antwoord = klant.get(adres)
    assert antwoord.status_code in (200, 302, 400, 404, 405), adres
    assert not kijker.zag(VAN_MENSEN), adres
    if antwoord.status_code != 200:
        assert b"<td" not in antwoord.content
        return b""
    return b"".join(antwoord) if antwoord.streaming else antwoord.content


def opdrachten(wereld: Wereld) -> Iterator[Blad]:
    """Ask what `samendoen cijfers indicator --publiek --json` prints: by every breakdown that goes out."""
    for code in wereld.openbaar:
        weergave = wereld.definities[code]["weergave"]
        alle = [weergave[naam] for naam in ("rijen", "kolommen") if naam in weergave]
        for per in [keuze for n in range(len(alle) + 1) for keuze in combinations(alle, n)]:
            try:
                antwoord = tabel(SYSTEEM, code, per, wereld.dagen[-1], publiek=True).als_json()
            except Domeinfout as fout:
                assert fout.fout == "niet_in_publicatie", code
            else:
                yield rijen(antwoord["rijen"], code, wereld.dagen[-1], alle)
    for publicatie in Publicatie.objects.order_by("peildatum"):
        per_blad: dict[str, dict[tuple[str, ...], Inhoud]] = {}
        for deel_ in antwoorden_voor_buiten(publicatie):
            alle, code = wereld.definities[deel_.indicator.code]["per"], deel_.indicator.code
            for rij in deel_.rijen:
                gevonden = dict(zip(deel_.per, rij.namen, strict=True))
                plek = tuple(_naam(gevonden[naam]) if naam in gevonden else TOTAAL for naam in alle)
                inhoud = (OPEN, rij.waarde) if not rij.onderdrukt else (KLEIN,) if rij.klein else (DICHT,)
                per_blad.setdefault(code, {})[plek] = inhoud
        for code, cellen in per_blad.items():
            yield Blad(code, publicatie.peildatum, tuple(wereld.definities[code]["per"]), cellen)


def _naam(waarde: object) -> str:
    return "onbekend" if waarde is None else str(waarde)


@pytest.fixture(scope="module")
def boek(wereld: Wereld) -> Boek:
    """Walk every way out and write down all that stands there."""
    uit = Boek(wereld.definities, DREMPEL)
    raad, iedereen, kijker = aangemelde_client(maak_medewerker(Rol.RAAD)), Client(), Kijker()

    rekent = AssertionError("computed outside")
    with (
        patch("samendoen.cijfers.queries.motor.antwoord", side_effect=rekent),
        connection.execute_wrapper(kijker),
    ):
        for naam, lezer in LEZERS.items():
            klant = raad if naam in test_url_tabel.VOOR_ROL else iedereen
            for args, query, code, dag in lezer.vragen(wereld):
                adres = f"{reverse(naam, args=args)}?{query}"
                inhoud = vraag(klant, kijker, adres)
                for gezien in lezer.lees(wereld, Antwoord(adres, code, dag, inhoud)) if inhoud else ():
                    (uit.lees if isinstance(gezien, Blad) else uit.los.append)(gezien)
                    uit.bronnen[naam] += 1
        for blad in opdrachten(wereld):
            uit.lees(blad)
        for naam in ZONDER:
            klant = raad if naam in test_url_tabel.VOOR_ROL else iedereen
            for args in wereld.args.get(naam, [[]]):
                vraag(klant, kijker, reverse(naam, args=args))
                assert not kijker.zag(VAN_CIJFERS), naam
    return uit


@pytest.fixture(scope="module")
def waarheid(wereld: Wereld, lake: Any) -> Callable[[Cel], int]:
    """Give a function that counts what a cell is about, in the rows themselves."""
    namen: dict[tuple[str, str], dict[str, Any]] = {}
    for feit, soort in stekkers.feit:
        for kolom in soort.kolommen:
            gegeven = kolom.benoem() if kolom.benoem else {}
            namen[feit, kolom.naam] = {str(naam): code for code, naam in gegeven.items()}
    rijen = {(feit, dag): gemeente.bekend(lake, feit, dag) for feit in lake for dag in gemeente.KWARTALEN}

    def erin(definitie: Mapping[str, Any], rij: gemeente.Rij) -> bool:
        maat = definitie["maat"]
        return past_op_alles(rij, maat["teller"]) if "teller" in maat else rij.get(maat["kolom"]) is not None

    def klopt(feit: str, rij: gemeente.Rij, as_: str, waarde: str) -> bool:
        naam, _dubbel, kolom = as_.partition(":")
        if naam == "erbij":
            return erin(wereld.definities[kolom], rij) == (waarde == "ja")
        if kolom:
            return str(deel({"periode": {"kolom": kolom}}, rij, naam)) == waarde
        return bool(rij.get(naam) == namen[feit, naam].get(waarde, waarde))

    def tel(cel: Cel) -> int:
        wat, dag, over = cel
        feit = wat.split()[0]
        filters = next(d.get("filter", []) for d in wereld.definities.values() if wat == kenmerk(d))
        return sum(
            past_op_alles(rij, filters) and all(klopt(feit, rij, as_, waarde) for as_, waarde in over)
            for rij in rijen[feit, dag]
        )

    return tel


def kenmerk(definitie: Mapping[str, Any]) -> str:
    """Return what a definition counts, as the attacker calls it."""
    return f"{definitie.get('feit')} {definitie.get('filter', [])}"


def delen_van(boek: Boek, echt: Mapping[Cel, int]) -> list[tuple[Cel, Cel]]:
    """Return the counts of which the first is a part of the second: help of decisions, cases of meldingen."""
    feiten = {wat.split()[0]: wat for wat, _dag, _over in boek.grenzen}
    uit = []
    for deel_, heel in (("casus", "melding"), ("levering", "besluit")):
        for cel in boek.grenzen:
            ander = (feiten[heel], cel[1], cel[2])
            if cel[0] == feiten[deel_] and ander in boek.grenzen and {as_ for as_, _w in cel[2]} <= {"team"}:
                assert echt[cel] <= echt[ander]
                uit.append((cel, ander))
    return uit


def gevonden(
    boek: Boek, echt: Mapping[Cel, int], delen: Sequence[tuple[Cel, Cel]]
) -> tuple[int, list[object]]:
    """Return how much is small, and what of it the attacker knows: counts, the rest of a whole, and what
    differs between two days. Nothing binds two days: one of the two that is not known is enough."""
    klein: list[Som] = [((cel, 1),) for cel, n in echt.items() if 0 < n < DREMPEL]
    klein += [((g, 1), (d, -1)) for d, g in delen if 0 < echt[g] - echt[d] < DREMPEL]
    dagen: dict[tuple[str, Any], list[Cel]] = {}
    for cel in boek.grenzen:
        dagen.setdefault((cel[0], cel[2]), []).append(cel)
    paren = [
        paar
        for keer in dagen.values()
        for paar in combinations(keer, 2)
        if 0 < abs(echt[paar[0]] - echt[paar[1]]) < DREMPEL
    ]
    verborgen = {cel for paar in paren for cel in paar if not boek.is_open(cel)}
    bereik = Aanval(boek, delen).bereiken({*klein, *(((cel, 1),) for cel in verborgen)})
    zeker = {doel for doel, (laag, hoog) in bereik.items() if not genoeg(laag, hoog)}

    def bekend(cel: Cel) -> bool:
        return boek.is_open(cel) or ((cel, 1),) in zeker

    uit: list[object] = [doel for doel in klein if doel in zeker]
    return len(klein) + len(paren), uit + [paar for paar in paren if bekend(paar[0]) and bekend(paar[1])]


@pytest.mark.volle_maat
def test_the_attacker_finds_nobody(boek: Boek, waarheid: Callable[[Cel], int]) -> None:
    echt = {cel: waarheid(cel) for cel in boek.grenzen}
    assert not {cel for cel, (laag, hoog) in boek.grenzen.items() if not laag <= echt[cel] <= hoog}
    assert boek.nieuw() == []
    assert not {cel for cel, n in echt.items() if 0 < n < DREMPEL and boek.is_open(cel)}
    assert set(LEZERS) - set(boek.bronnen) == ZONDER_GETAL, "a reader that no longer sees anything"
    delen = delen_van(boek, echt)
    aantal, bekend = gevonden(boek, echt, delen)
    assert aantal > 1000
    assert bekend == []
    # He is no fool: with what was hidden beside the small counts, he has them.
    open_ = {cel: (n, n) if n >= DREMPEL else boek.grenzen[cel] for cel, n in echt.items()}
    assert len(gevonden(replace(boek, grenzen=open_), echt, delen)[1]) > 300
