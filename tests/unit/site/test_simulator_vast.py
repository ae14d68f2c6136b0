"""Stopped at any moment, the provider goes on without sending anything twice; and it errs on request."""

import json
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.berichten.api import Bericht, Bevinding
from samendoen.site.cli import voer_uit
from samendoen.site.fout import Bedrijfsfout
from samendoen.site.simulator.boek import Boek
from samendoen.site.simulator.declaratie import Vraag
from samendoen.site.simulator.fouten import FOUTEN
from samendoen.site.simulator.ronde import Aanbieder, Opdracht
from samendoen.site.simulator.waarden import Verstuurd
from tests.gemeentekant import AGB, GEMEENTE, Gemeente, soorten

DAGEN = (("2024-06-20", None), ("2024-07-02", Vraag("2024-06")), ("2024-07-16", None))


class Gestopt(BaseException):
    """The program was killed."""


def stop_bij(nummer: int) -> Callable[[str], None]:
    """Return a step that kills the program after so many steps; what was done before stays."""
    over = [nummer]

    def stap(naam: str) -> None:
        over[0] -= 1
        if over[0] == 0:
            raise Gestopt(naam)

    return stap


def maand(map_: Path, stops: list[int], gestopt: list[str] | None = None) -> dict[str, bytes]:
    """Play a month of three clients, killed at these steps; return all that was sent, each file once.

    What lies in `in/` is taken away after every run, as a municipality does.
    """
    gemeente = Gemeente(map_)
    for nummer in (7, 8, 9):
        gemeente.wijs_toe({"ToewijzingNummer": nummer, "Einddatum": "2024-07-14"}, wie=nummer - 6)
    stops = list(stops)
    verstuurd: dict[str, bytes] = {}
    for dag, vraag in DAGEN:
        klaar = False
        while not klaar:
            speler = Aanbieder(
                Opdracht(AGB, GEMEENTE, vraag=vraag), map_, stop_bij(stops.pop(0) if stops else 0)
            )
            try:
                speler.ronde(_dag(dag))
                klaar = True
            except Gestopt as stop:
                (gestopt if gestopt is not None else []).append(str(stop))
            finally:
                speler.sluit()
            for pad in (map_ / "in").iterdir():
                assert pad.name not in verstuurd, f"{pad.name} was sent twice"
                verstuurd[pad.name] = pad.read_bytes()
                pad.unlink()
    assert not list((map_ / "uit").iterdir()) and not list((map_ / "aanbieder" / AGB / "klaar").iterdir())
    return verstuurd


@pytest.fixture(scope="module")
def ongestoord(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give what a month sends when nothing stops it."""
    return maand(tmp_path_factory.mktemp("maand") / "map", [])


def test_killed_at_every_single_step_it_sends_the_same(tmp_path: Path, ongestoord: dict[str, bytes]) -> None:
    assert len(ongestoord) == 3 * 3 + 1
    for stap in count(1):
        gestopt: list[str] = []
        assert maand(tmp_path / str(stap), [stap], gestopt) == ongestoord
        if not gestopt:
            break
    assert stap > 10


@settings(max_examples=15, deadline=None)
@given(stops=st.lists(st.integers(1, 25), max_size=6))
def test_killed_again_and_again_it_sends_the_same(
    stops: list[int], ongestoord: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert maand(tmp_path_factory.mktemp("stops") / "map", stops) == ongestoord


def test_another_seed_is_another_provider(tmp_path: Path, ongestoord: dict[str, bytes]) -> None:
    gemeente = Gemeente(tmp_path)
    gemeente.wijs_toe({"ToewijzingNummer": 7})
    gemeente.aanbieder("2024-06-20", zaad=5)
    assert not ongestoord.keys() & {pad.name for pad in (tmp_path / "in").iterdir()}


def test_two_cannot_play_the_same_provider(tmp_path: Path) -> None:
    gemeente = Gemeente(tmp_path)
    een = Aanbieder(Opdracht(AGB, GEMEENTE), tmp_path)
    with een.post.slot(), pytest.raises(Bedrijfsfout, match="al gespeeld"):
        gemeente.aanbieder("2024-06-20")
    een.sluit()


RETOURCODES = {
    "onbekende-toewijzing": "9338",
    "dubbele-declaratie": "9389",
    "verkeerd-tarief": "0611",
    "te-veel-volume": "9321",
    "verkeerd-bsn": "8187",
    "ongeldig-bsn": "0001",
    "verkeerde-periode": "9387",
    "credit-zonder-debet": "8017",
    "oude-referentie": "8021",
    "oud-declaratienummer": "9333",
    "verkeerd-totaal": "0001",
    "start-onbekende-toewijzing": "9019",
    "start-verkeerd-bsn": "9019",
    "dubbele-start": "9074",
    "verwijder-onbekende-start": "9063",
    "stop-zonder-start": "9069",
    "kapotte-xml": "",
    "verkeerde-vorm": "",
    "dubbele-levering": "9056",
    "andere-inhoud": "9056",
    "volgorde": "9069",
}
"""What a municipality says to each mistake; "" for a file that no message answers."""


@pytest.mark.parametrize("naam", FOUTEN)
def test_a_mistake_is_noticed_by_the_rule_it_is_about_and_is_made_once(naam: str, tmp_path: Path) -> None:
    gemeente = Gemeente(tmp_path)
    for nummer in (7, 8):
        gemeente.wijs_toe({"ToewijzingNummer": nummer}, wie=nummer - 6)
    gemeente.aanbieder("2024-06-20")
    gemeente.aanbieder("2024-07-02", vraag=Vraag("2024-06"))
    gemeente.keur_goed(gemeente.haal(), "2024-07-03")
    gemeente.wijs_toe({"ToewijzingNummer": 9, "Ingangsdatum": "2024-07-29"}, wie=3, dag="2024-07-03")

    keuzes: dict[str, Any] = {"vraag": Vraag("2024-07"), "fout": naam}
    gemeente.aanbieder("2024-08-02", **keuzes)
    codes = {code for bericht, b in gemeente.beoordeel() for code in _codes(bericht, b)}
    assert codes == {RETOURCODES[naam]}
    gemeente.aanbieder("2024-08-02", **keuzes)
    daarna = {code for bericht, b in gemeente.beoordeel() for code in _codes(bericht, b)}
    assert not daarna - {"9389"}


def _codes(bericht: Bericht | None, bevindingen: tuple[Bevinding, ...]) -> set[str]:
    if bericht is None:
        return {""}
    return {b.retourcode or "0001" for b in bevindingen}


def test_a_mistake_needs_something_to_be_made_with(tmp_path: Path) -> None:
    gemeente = Gemeente(tmp_path)
    for naam in FOUTEN:
        with pytest.raises(Bedrijfsfout, match="nog niets in handen"):
            gemeente.aanbieder("2024-08-02", vraag=Vraag("2024-07"), fout=naam)
        gemeente.aanbieder("2024-08-02", vraag=Vraag("2024-07"), fout=naam, geduld=True)
    assert not list((tmp_path / "in").iterdir())


def test_out_of_order_the_stop_comes_a_round_before_its_start(tmp_path: Path) -> None:
    gemeente = Gemeente(tmp_path)
    gemeente.wijs_toe({"ToewijzingNummer": 7})
    gemeente.aanbieder("2024-06-20", fout="volgorde")
    (_, geen), (stop, bezwaar) = gemeente.beoordeel()
    assert stop is not None and stop.soort.nummer == "307" and geen == ()
    assert _codes(stop, bezwaar) == {"9069"}
    # The refused stop did not happen: care goes on, and the start that comes now is welcome.
    gemeente.keur_af(stop, bezwaar, "2024-06-20")
    gemeente.aanbieder("2024-06-21")
    assert soorten(gemeente.haal()) == ["305"]
    gemeente.aanbieder("2024-06-22")
    assert gemeente.haal() == []


def test_the_same_identity_comes_with_the_same_bytes_and_with_others(tmp_path: Path) -> None:
    gemeente = Gemeente(tmp_path / "map")
    gemeente.wijs_toe({"ToewijzingNummer": 7})
    gemeente.aanbieder("2024-06-20")
    gemeente.aanbieder("2024-07-02", vraag=Vraag("2024-06"))
    gemeente.haal()
    boek = Boek(tmp_path / "map" / "aanbieder" / AGB / "boek.sqlite")
    laatste = [b for b in boek.alle(Verstuurd) if b.soort == "WMO323"][-1]
    boek.sluit()
    for fout, gelijk in (("dubbele-levering", True), ("andere-inhoud", False)):
        aanbieder = Aanbieder(Opdracht(AGB, GEMEENTE, fout=fout), tmp_path / "map")
        aanbieder.ronde(_dag("2024-07-05"))
        aanbieder.sluit()
        [pad] = (tmp_path / "map" / "in").iterdir()
        assert laatste.identificatie in pad.name and (pad.read_bytes() == laatste.inhoud) is gelijk
        pad.unlink()


@pytest.fixture
def roep(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Give a function that runs the command with --json and returns its code and document."""

    def _roep(*meer: str) -> tuple[int, Any]:
        basis = ["simulator", "aanbieder", "--map", str(tmp_path), "--eenmaal", "--json"]
        keuzes = {"--agb": AGB, "--gemeente": GEMEENTE, "--vandaag": "2024-07-02"}
        keuzes |= dict(zip(meer[::2], meer[1::2], strict=True))
        code = voer_uit([*basis, *(deel for paar in keuzes.items() for deel in paar)])
        return code, json.loads(capsys.readouterr().out)

    return _roep


def test_the_command_says_what_it_did_in_json(roep: Callable[..., tuple[int, Any]], tmp_path: Path) -> None:
    Gemeente(tmp_path / "x").wijs_toe({"ToewijzingNummer": 7})
    (tmp_path / "x" / "uit").rename(tmp_path / "uit")
    (tmp_path / "tarieven.toml").write_text("[product.01A01]\ntarief = 3900\n")
    code, document = roep("--maand", "2024-06", "--tarieven", str(tmp_path / "tarieven.toml"))
    assert code == 0
    assert document["gelezen"] == {"WMO301": 1}
    assert document["verzonden"] == {"WMO302": 1, "WMO305": 1, "WMO323": 1}
    [regel] = document["toewijzingen"]
    assert regel["ingediend"] == document["boek"]["open"] and regel["ingediend"] % 3900 == 0


@pytest.mark.parametrize(
    ("keuze", "waarde", "fout"),
    [
        ("--agb", "123", "agb_ongeldig"),
        ("--gemeente", "19", "gemeente_ongeldig"),
        ("--maand", "2024-13", "maand_ongeldig"),
        ("--maand", "2024-07", "maand_loopt_nog"),
        ("--fout", "haast", "fout_onbekend"),
        ("--tarieven", "/dev/null/x.toml", "gebruik"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    roep: Callable[..., tuple[int, Any]], keuze: str, waarde: str, fout: str
) -> None:
    code, document = roep(keuze, waarde)
    assert code > 0 and document["fout"] == fout and document["doe"]


def test_files_of_its_own_that_make_no_sense_are_refused(
    roep: Callable[..., tuple[int, Any]], tmp_path: Path
) -> None:
    for keuze, inhoud, fout in (
        ("--tarieven", "[product.01A01]\ntarief = '39'", "tarieven_fout"),
        ("--tarieven", "tarief", "bestand_onleesbaar"),
        ("--verzoeken", "[[verwijzing]]\nwet = 'wlz'", "verzoeken_fout"),
    ):
        (tmp_path / "f.toml").write_text(inhoud)
        code, document = roep(keuze, str(tmp_path / "f.toml"))
        assert (code, document["fout"]) == (1, fout)


def test_the_mistakes_are_listed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    basis = ["simulator", "aanbieder", "--map", str(tmp_path), "--agb", AGB, "--gemeente", GEMEENTE]
    assert voer_uit([*basis, "--fout", "lijst"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(FOUTEN)


def _dag(tekst: str) -> date:
    return date.fromisoformat(tekst)
