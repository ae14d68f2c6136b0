"""Publishing: once, whole, and so that nobody can compute what is hidden, also from two publications."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.actions.publicatie import publiceer
from samendoen.cijfers.api import kruistabel, maak_momentopname, tabel
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.beschermen import _tel
from samendoen.cijfers.queries.momentopnamen import momentopname
from samendoen.cijfers.queries.onthulling.controle import controleer
from samendoen.cijfers.rules.onthulling import publicatie as gelezen
from samendoen.cijfers.rules.onthulling.drempel import Status
from samendoen.cijfers.rules.onthulling.tabel import Plek
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming
from samendoen.cijfers.rules.openbaar import maak_tabel
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Gebeurtenis
from tests.conftest import VANDAAG
from tests.integration.cijfers.conftest import Bied
from tests.integration.cijfers.test_momentopname import personen
from tests.integration.cijfers.test_tabellen import BELEID, RAAD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indicatoren")]
Rijen = list[tuple[Any, ...]]


def zet_vast(bied: Bied, dag: date, rijen: Rijen) -> bool:
    """Freeze these rows on a day and publish; return whether it went out."""
    bied(rijen)
    with klok.op(dag + timedelta(days=1)):
        return publiceer(SYSTEEM, maak_momentopname(SYSTEEM, dag).peildatum)


def dorpen(zaad: int, aantal: int) -> Rijen:
    """Return cases of a small municipality, many cells of them small."""
    kies = Random(zaad)
    teams = ["leerdam", "wmo", "jeugd", "meerkerk"]
    dagen = [date(2021, 5, 1), date(2022, 5, 1), date(2023, 5, 1)]
    return [
        (kies.choices(teams, [8, 4, 2, 1])[0], kies.choice(dagen), kies.random() < 0.8, None)
        for _ in range(aantal)
    ]


def test_what_is_published_stays_as_it_is(bied: Bied, indicatoren: Path) -> None:
    assert zet_vast(bied, date(2024, 4, 1), dorpen(1, 60))
    [voor] = Publicatie.objects.all()
    assert zet_vast(bied, date(2024, 4, 1), [])
    assert zet_vast(bied, date(2024, 5, 15), dorpen(1, 70))
    na = Publicatie.objects.get(peildatum=voor.peildatum)
    assert (na.tabellen, na.hash, na.gemaakt_op) == (voor.tabellen, voor.hash, voor.gemaakt_op)
    assert sorted(voor.tabellen) == ["aantal", "mensen", "snelheid"]
    gebeurtenissen = Gebeurtenis.objects.filter(soort="cijfers.cijfers_gepubliceerd")
    assert next(g.gegevens["hash"] for g in gebeurtenissen.order_by("pk")) == voor.hash


@pytest.mark.parametrize(("later", "gaat"), [(27, False), (28, True)])
def test_two_publications_do_not_lie_near_each_other(bied: Bied, later: int, gaat: bool) -> None:
    assert zet_vast(bied, date(2024, 3, 1), dorpen(1, 60))
    dag = date(2024, 3, 1) + timedelta(days=later)
    assert zet_vast(bied, dag, dorpen(1, 61)) is gaat
    assert tabel(RAAD, "aantal").peildatum == (dag if gaat else date(2024, 3, 1))
    assert tabel(BELEID, "aantal").peildatum == dag
    if not gaat:
        with pytest.raises(Domeinfout) as fout:
            tabel(RAAD, "aantal", peildatum=dag)
        assert (fout.value.fout, "1 maart 2024" in fout.value.doe) == ("niet_gepubliceerd", True)


def test_nothing_published_is_said_and_not_computed(bied: Bied) -> None:
    bied(dorpen(1, 60))
    maak_momentopname(SYSTEEM, VANDAAG - timedelta(days=1))
    with pytest.raises(Domeinfout) as fout:
        kruistabel(RAAD, "aantal", ["team", "jaar"])
    assert fout.value.fout == "niets_gepubliceerd"


def test_what_is_open_is_true_and_totals_too(bied: Bied) -> None:
    rijen = dorpen(2, 300)
    zet_vast(bied, date(2024, 5, 1), rijen)
    for per in (["team", "jaar"], ["team"], ["jaar"], []):
        echt = {rij.namen: rij for rij in tabel(BELEID, "snelheid", per).rijen}
        openbaar = tabel(RAAD, "snelheid", per).rijen
        assert len(openbaar) == len(echt)
        for rij in openbaar:
            assert rij.onderdrukt or rij == echt[rij.namen]
    assert not all(rij.onderdrukt for rij in openbaar)


def lezers(codes: Sequence[str]) -> list[gelezen.Publicatie]:
    """Return what a reader of all publications holds: open counts, and marks where something is hidden."""
    uit = []
    for rij in Publicatie.objects.order_by("peildatum"):
        for geteld in _tel(momentopname(rij.peildatum)):
            if geteld.code not in codes:
                continue
            dag = rij.peildatum.isoformat()
            waar = maak_tabel(f"{geteld.code} {dag}", geteld.vraag, geteld.uitkomsten, dag, {})
            dicht = {tuple(plek): Status(status) for plek, status in rij.tabellen[geteld.code]["dicht"]}
            cellen: dict[Plek, gelezen.Inhoud] = {
                plek: dicht.get(plek, aantal) for plek, aantal in waar.waarden.items()
            }
            uit.append(gelezen.Publicatie(waar, cellen))
    return uit


@pytest.mark.parametrize("zaad", [3, 4])
def test_a_reader_of_three_publications_computes_nobody(bied: Bied, zaad: int) -> None:
    rijen = dorpen(zaad, 120)
    for nummer, dag in enumerate((date(2024, 3, 1), date(2024, 4, 1), date(2024, 5, 1))):
        assert zet_vast(bied, dag, [*rijen, *dorpen(zaad + 10, 5 * nummer)])
    bereiken = controleer(lezers(["aantal", "snelheid"]), Bescherming(definities.drempel()))
    assert any(bereik.status is not Status.OPEN for bereik in bereiken)
    assert [bereik for bereik in bereiken if not bereik.veilig] == []


def test_a_small_difference_with_the_previous_publication_is_not_shown(bied: Bied) -> None:
    rijen = [("leerdam", date(2023, 5, 1), True, None)] * 50
    zet_vast(bied, date(2024, 3, 1), rijen)
    zet_vast(bied, date(2024, 5, 1), [*rijen, rijen[0], rijen[0]])
    assert [rij.waarde for rij in tabel(RAAD, "aantal", peildatum=date(2024, 3, 1)).rijen] == [50]
    assert [rij.onderdrukt for rij in tabel(RAAD, "aantal").rijen] == [True]


def test_what_was_published_by_another_definition_is_known_all_the_same(
    bied: Bied, indicatoren: Path
) -> None:
    """50 in March; in May only the quick ones count: 48. The two others would stand in the difference."""
    rijen = [("leerdam", date(2023, 5, 1), nummer > 1, None) for nummer in range(50)]
    for code in ("mensen", "snelheid"):
        (indicatoren / f"{code}.toml").unlink()
    zet_vast(bied, date(2024, 3, 1), rijen)
    aantal = indicatoren / "aantal.toml"
    tekst = aantal.read_text() + '[[filter]]\nkolom = "snel"\nis = true\n'
    aantal.rename(indicatoren / "vlot.toml").write_text(tekst.replace('"aantal"\nnaam', '"vlot"\nnaam'))
    definities._lees.cache_clear()
    zet_vast(bied, date(2024, 5, 1), rijen)
    assert [rij.waarde for rij in tabel(BELEID, "vlot").rijen] == [48]
    assert [rij.onderdrukt for rij in tabel(RAAD, "vlot").rijen] == [True]
    # Of what cannot be read any more nothing can be kept safe: then nothing more goes out.
    with schrijft("cijfers"):
        for rij in Publicatie.objects.all():
            rij.tabellen = {"vlot": {**rij.tabellen[min(rij.tabellen)], "vraag": "Vraag(feit=open('x'))"}}
            rij.save()
    zet_vast(bied, date(2024, 6, 1), rijen)
    with pytest.raises(Domeinfout) as fout:
        tabel(RAAD, "vlot")
    assert fout.value.fout == "niet_in_publicatie"


def test_different_people_hide_as_they_are_no_more_than_their_cases(bied: Bied, indicatoren: Path) -> None:
    """11 cases of 10 people: somebody came twice."""
    mensen = personen(40)
    dag = date(2023, 5, 1)
    rijen = [("leerdam", dag, True, wie) for wie in [*mensen[:10], mensen[0]]]
    rijen += [("wmo", dag, True, wie) for wie in [*mensen, *mensen[:20]]]
    zet_vast(bied, date(2024, 5, 1), rijen)
    per = {rij.namen[0]: rij for rij in tabel(RAAD, "mensen", ["team", "jaar"]).rijen}
    zaken = {rij.namen[0]: rij for rij in tabel(RAAD, "aantal", ["team", "jaar"]).rijen}
    assert per["Leerdam"].onderdrukt or zaken["Leerdam"].onderdrukt
    assert per["Wmo"].waarde == 40


def test_every_figure_of_a_protected_table_comes_from_what_was_published(
    bied: Bied, monkeypatch: pytest.MonkeyPatch
) -> None:
    zet_vast(bied, date(2024, 5, 1), dorpen(2, 100))

    def niet(*_wat: object) -> Callable[..., Any]:
        raise AssertionError("computed for the public")

    monkeypatch.setattr("samendoen.cijfers.queries.tabellen.bereken", niet)
    assert kruistabel(RAAD, "aantal", ["team", "jaar"]).rijen
    assert kruistabel(BELEID, "snelheid", ["team"], publiek=True).rijen
    with pytest.raises(AssertionError):
        kruistabel(BELEID, "aantal", ["team"])
