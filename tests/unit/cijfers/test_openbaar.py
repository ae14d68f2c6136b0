"""What a measured number tells outside: over people enough, and no total that gives a hidden one away."""

from samendoen.cijfers.queries.onthulling.bescherm import bescherm
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming
from samendoen.cijfers.rules.openbaar import Cel, Metingen, als_json, lees_uit, maak_tabel, uit_json
from samendoen.cijfers.rules.uitdrukking import Kolomgroep, Meting, Uitkomst, Vraag

VRAAG = Vraag("proef", (), (Kolomgroep("team"),), Meting("gemiddelde", "cijfer"))


def openbaar(per_team: dict[str, tuple[int, int, float]]) -> dict[tuple[str, ...], dict[object, Cel]]:
    """Return what goes out of (values, rows, mean) per team; the mean of all is 7."""
    uitkomsten = [
        Uitkomst((team,), n, alle, gemiddelde, gemeten=True)
        for team, (n, alle, gemiddelde) in per_team.items()
    ]
    tabel = maak_tabel("cijfer", VRAAG, uitkomsten, "2024-06-02", {})
    [dicht] = bescherm([tabel], Bescherming(5)).statussen
    metingen: Metingen = {("team",): {u.sleutels: u.meting for u in uitkomsten}, (): {(): 7.0}}
    gelezen = lees_uit(VRAAG, tabel, dicht, metingen)
    return {per: {cel.sleutels: uit_json(als_json(cel)) for cel in cellen} for per, cellen in gelezen.items()}


def test_a_mean_over_enough_people_goes_out_with_over_how_many() -> None:
    uit = openbaar({"a": (20, 30, 6.5), "b": (10, 10, 8.0)})
    assert {sleutels: (cel.teller, cel.meting) for sleutels, cel in uit["team",].items()} == {
        ("a",): (20, 6.5),
        ("b",): (10, 8.0),
    }
    assert uit[()][()].meting == 7.0


def test_a_mean_over_few_people_is_hidden_and_so_is_the_mean_of_all() -> None:
    uit = openbaar({"a": (20, 30, 6.5), "b": (3, 10, 8.0), "c": (40, 80, 7.0)})
    cellen = uit["team",]
    assert cellen["b",] == Cel(("b",), None, None, cellen["b",].status)
    assert uit[()][()].meting is None
    assert any(cel.meting is not None for cel in cellen.values())
