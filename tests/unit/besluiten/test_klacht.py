"""Rules of a complaint, and what its letters say."""

from datetime import date

import pytest

from samendoen.besluiten import events
from samendoen.besluiten.queries import klachtbrief
from samendoen.besluiten.queries.klachtbrief import Einde, Klachtzaak
from samendoen.besluiten.rules.klacht import (
    Afloop,
    Klachtstatus,
    Nietbehandeld,
    Nietgehoord,
    Oordeel,
    beletsel,
    vouw_klacht,
)
from samendoen.schil.api import Lijst

KENNELIJK, WIL_NIET = Nietgehoord.KENNELIJK_ONGEGROND, Nietgehoord.WIL_NIET


@pytest.mark.parametrize(
    ("afloop", "oordeel", "niet", "afgezien", "gehoord", "code"),
    [
        (Afloop.INFORMEEL, None, None, None, False, ""),
        (Afloop.INGETROKKEN, None, None, None, False, ""),
        (Afloop.NIET_BEHANDELD, None, None, None, False, "geen_grond"),
        (Afloop.NIET_BEHANDELD, None, Nietbehandeld.JAAR, None, False, ""),
        (Afloop.OORDEEL, None, None, None, True, "geen_oordeel"),
        (Afloop.OORDEEL, Oordeel.GEGROND, None, None, False, "niet_gehoord"),
        (Afloop.OORDEEL, Oordeel.GEGROND, None, None, True, ""),
        (Afloop.OORDEEL, Oordeel.GEGROND, None, WIL_NIET, False, ""),
        (Afloop.OORDEEL, Oordeel.GEGROND, None, KENNELIJK, False, "kennelijk_past_niet"),
        (Afloop.OORDEEL, Oordeel.ONGEGROND, None, KENNELIJK, False, ""),
    ],
)
def test_how_a_complaint_may_end(
    afloop: Afloop,
    oordeel: Oordeel | None,
    niet: Nietbehandeld | None,
    afgezien: Nietgehoord | None,
    gehoord: bool,
    code: str,
) -> None:
    assert beletsel(afloop, oordeel, niet, afgezien, gehoord=gehoord) == code


def test_a_complaint_is_the_fold_of_its_events() -> None:
    dag, later = date(2024, 6, 3), date(2024, 7, 1)
    einde = events.KlachtAfgehandeld(afloop="oordeel", oordeel="gegrond", grond=None, op_tijd=True)
    stand = vouw_klacht(
        [
            (dag, events.KlachtOntvangen(kader="wmo", behandelaar=3, commissie=False)),
            (dag, events.KlachthorenVastgelegd(klager_op=dag, beklaagde_op=None, grond=None)),
            (dag, events.KlachtOvergedragen(behandelaar=4)),
            (later, einde),
        ]
    )
    assert stand is not None
    assert (stand.status, stand.behandelaar) == (Klachtstatus.AFGEHANDELD, 4)
    assert (stand.afloop, stand.oordeel, stand.afgehandeld_op) == ("oordeel", "gegrond", later)
    assert vouw_klacht([]) is None


ZAAK = Klachtzaak(
    date(2024, 6, 3), date(2024, 5, 20), date(2024, 7, 15), "Lena Leider", "Ik werd niet teruggebeld."
)


def tekst(blokken: object) -> str:
    delen: list[str] = []
    for blok in blokken:  # type: ignore[attr-defined]
        delen += blok.punten if isinstance(blok, Lijst) else [getattr(blok, "tekst", "")]
    return " ".join(delen)


def test_the_first_letters_say_who_handles_it_and_by_when() -> None:
    ontvangst = tekst(klachtbrief.ontvangst(ZAAK))
    assert "15 juli 2024" in ontvangst
    assert "Lena Leider behandelt uw klacht" in ontvangst
    afschrift = tekst(klachtbrief.afschrift(ZAAK))
    assert "Ik werd niet teruggebeld." in afschrift
    assert "geen contact op met de inwoner" in afschrift


def test_the_last_letter_names_the_ombudsman_when_there_is_something_to_disagree_with() -> None:
    dag = date(2024, 7, 1)
    oordeel = Einde(Afloop.OORDEEL, dag, "Er is niet gebeld.", "Wij bellen.", Oordeel.GEGROND, gehoord_op=dag)
    brief = tekst(klachtbrief.einde(ZAAK, oordeel))
    for deel in (
        "Uw klacht is gegrond",
        "Er is niet gebeld.",
        "Wij bellen.",
        "Nationale ombudsman",
        "1 juli",
    ):
        assert deel in brief
    niet = tekst(
        klachtbrief.einde(
            ZAAK, Einde(Afloop.NIET_BEHANDELD, dag, grond=Nietbehandeld.JAAR), "Ombudsman Utrecht."
        )
    )
    assert "langer dan een jaar" in niet
    assert "Ombudsman Utrecht." in niet
    opgelost = tekst(klachtbrief.einde(ZAAK, Einde(Afloop.INFORMEEL, dag)))
    assert "ombudsman" not in opgelost
    assert "intrekt" in tekst(klachtbrief.einde(ZAAK, Einde(Afloop.INGETROKKEN, dag)))
