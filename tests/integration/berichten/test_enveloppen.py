"""The traffic in envelopes: taken off, put on, the same again the same, and faults told both ways."""

from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.checks import run_checks

from samendoen.berichten.actions import verzending
from samendoen.berichten.actions.afhandelen import herzend_berichten
from samendoen.berichten.actions.klaarzetten import Uitgaand, zet_klaar
from samendoen.berichten.actions.verkeer import Ronde, doe_ronde
from samendoen.berichten.jobs import ronde
from samendoen.berichten.models import Bericht
from samendoen.berichten.rules.envelop import Envelop, Envelopsoort, Fout, Systeem, Versie
from samendoen.berichten.transport.mappen import Mappen
from samendoen.berichten.xml.envelop import lees_envelop, schrijf_envelop
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, klok
from tests.berichtmaker import AANBIEDER, goud, waarde
from tests.integration.berichten.test_ontvangst import klopt_met_gebeurtenissen, lever, namen, open_taken


@pytest.fixture(autouse=True)
def in_enveloppen(post: Path, settings: Any) -> None:
    """Let messages travel in envelopes."""
    settings.SAMENDOEN_BERICHTEN_VORM = "ggk0210"


def envelop(inhoud: bytes, **anders: Any) -> Envelop:
    """Return the envelope of a provider."""
    vast = Envelop(
        soort=Envelopsoort.HEEN,
        zender=Systeem(AANBIEDER, "Zorgsysteem"),
        ontvanger=Systeem("1961"),
        referentie=uuid4(),
        tijdstip="20240603090000000",
        functie="WMO305",
        applicatie=Versie("0002", "0010"),
        functieversie=Versie("0003", "0002"),
        bericht=inhoud,
    )
    return replace(vast, **anders)


def uit(post: Path, naam: str) -> Envelop:
    """Return an envelope that we sent."""
    gelezen = lees_envelop((post / "uit" / naam).read_bytes())
    assert gelezen.bevindingen == ()
    assert gelezen.envelop is not None
    return gelezen.envelop


def onze_301() -> int:
    """Have a message of ours ready to go."""
    eigen = waarde(goud("WMO301", Afzender="1961", Ontvanger=AANBIEDER))
    with schrijft("berichten"):
        [pk] = zet_klaar(SYSTEEM, [Uitgaand(maak=lambda _nummer, _dag: eigen)])
    return pk


def test_a_start_in_an_envelope_is_answered_in_an_envelope(post: Path, toegepast: list[int]) -> None:
    heen = envelop(goud("WMO305"))
    lever(post, schrijf_envelop(heen))
    assert doe_ronde(Mappen(post)) == Ronde(1, 1, 1)
    start, antwoord = Bericht.objects.order_by("pk")
    assert (bytes(start.ruw or b""), start.referentie) == (goud("WMO305"), heen.referentie)
    assert toegepast == [start.pk]
    [naam] = namen(post, "uit")
    eerste = (post / "uit" / naam).read_bytes()
    terug = uit(post, naam)
    assert (terug.soort, terug.cross, terug.referentie) == ("Du01", heen.referentie, antwoord.referentie)
    assert (terug.zender, terug.ontvanger) == (Systeem("1961", "Samendoen"), Systeem(AANBIEDER))
    assert (terug.functie, terug.functieversie) == ("WMO306", Versie("0003", "0002"))
    assert waarde(terug.bericht).soort.code == "WMO306"
    # The same message in an envelope of its own: the same answer, byte for byte, and nothing twice.
    (post / "uit" / naam).unlink()
    lever(post, schrijf_envelop(envelop(goud("WMO305"))), "nog-een.xml")
    doe_ronde(Mappen(post))
    assert (Bericht.objects.last().status, len(toegepast)) == ("dubbel", 1)  # type: ignore[union-attr]
    assert (post / "uit" / naam).read_bytes() == eerste
    assert klopt_met_gebeurtenissen()


def test_an_answer_goes_in_the_form_of_its_question(
    post: Path, toegepast: list[int], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lever(post, schrijf_envelop(envelop(goud("WMO305"))))
    monkeypatch.setattr(verzending, "te_versturen", lambda _nu: Bericht.objects.none())
    doe_ronde(Mappen(post))
    monkeypatch.undo()
    settings.SAMENDOEN_BERICHTEN_VORM = "kaal"
    doe_ronde(Mappen(post))
    assert uit(post, namen(post, "uit")[0]).soort == "Du01"


@pytest.mark.parametrize("wat", ["form", "base64"])
def test_what_does_not_keep_to_its_schema_goes_back_with_a_fault(
    post: Path, wat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = goud("WMO305").replace(b"StatusAanlevering", b"Status")
    heen = envelop(inhoud)
    brief = schrijf_envelop(heen)
    lever(post, brief if wat == "form" else brief.replace(b64encode(inhoud), b"***"))
    # The power goes after the fault is written: it is written again, the same.
    echt, bestanden = Mappen.weiger, []

    def valt_uit(*_: object) -> None:
        bestanden.extend([(post / "uit" / naam).read_bytes() for naam in namen(post, "uit")])
        raise OSError

    monkeypatch.setattr(Mappen, "weiger", valt_uit)
    nu = klok.nu()
    assert doe_ronde(Mappen(post)).mislukt == 1
    monkeypatch.setattr(Mappen, "weiger", echt)
    with klok.op(nu.replace(hour=23)):
        assert doe_ronde(Mappen(post)) == Ronde(0, 0, 1)
    [naam] = namen(post, "uit")
    assert naam.startswith(f"Fo01_1961_{AANBIEDER}_")
    assert bestanden == [(post / "uit" / naam).read_bytes()]
    terug = uit(post, naam)
    assert (terug.soort, terug.cross, terug.ontvanger) == ("Fo01", heen.referentie, Systeem(AANBIEDER))
    assert terug.fout is not None
    assert (terug.fout.code, terug.fout.plek, terug.fout.details) == ("StUF055", "client", "WMO305-00020010")
    assert (Bericht.objects.get().status, len(namen(post, "fout"))) == ("geweigerd", 2)
    assert open_taken() == ["Kijk naar een bericht dat niet te lezen was"]


def test_a_fault_about_a_message_of_ours_is_noted_and_not_answered(post: Path) -> None:
    pk = onze_301()
    doe_ronde(Mappen(post))
    ons = Bericht.objects.get(pk=pk)
    [naam] = namen(post, "uit")
    heen, eerste = uit(post, naam), (post / "uit" / naam).read_bytes()
    assert (heen.soort, heen.functie, heen.referentie) == ("Di01", "WMO301", ons.referentie)
    fout = envelop(
        b"", soort=Envelopsoort.FOUT, functie="", applicatie=None, functieversie=None,
        zender=Systeem("VECOZO", "VECOZOWebservice"), cross=ons.referentie,
        fout=Fout("BRS04", "client", "Woorden van een ander."),
    )  # fmt: skip
    for nummer in range(2):  # twice is once
        lever(post, schrijf_envelop(fout), f"{nummer}.xml")
    lever(post, schrijf_envelop(replace(fout, cross=uuid4())), "vreemd.xml")
    doe_ronde(Mappen(post))
    ons.refresh_from_db()
    assert (ons.status, [b["regel"] for b in ons.bevindingen]) == ("mislukt", ["BRS04"])
    assert "AGB-code" in ons.bevindingen[0]["melding"]
    assert [r.status for r in Bericht.objects.filter(richting="in").order_by("pk")] == [
        "verwerkt", "verwerkt", "afgekeurd",
    ]  # fmt: skip
    assert namen(post, "uit") == [naam]
    assert "Woorden van een ander" not in str(list(Bericht.objects.values_list("bevindingen", flat=True)))
    assert klopt_met_gebeurtenissen()
    # Sent once more it has another number: the chain takes one once.
    herzend_berichten(SYSTEEM, [pk])
    doe_ronde(Mappen(post))
    opnieuw = uit(post, naam)
    assert (opnieuw.referentie != heen.referentie, opnieuw.bericht) == (True, heen.bericht)
    assert UUID(str(opnieuw.referentie)).version == 4
    # And only then: otherwise the same bytes.
    tweede = (post / "uit" / naam).read_bytes()
    herzend_berichten(SYSTEEM, [pk])
    doe_ronde(Mappen(post))
    assert (post / "uit" / naam).read_bytes() == tweede != eerste


def test_what_is_not_in_the_agreed_form_is_refused(post: Path, settings: Any) -> None:
    lever(post, goud("WMO305"))
    doe_ronde(Mappen(post))
    settings.SAMENDOEN_BERICHTEN_VORM = "kaal"
    lever(post, schrijf_envelop(envelop(goud("WMO305"))))
    doe_ronde(Mappen(post))
    zinnen = [rij.bevindingen[0]["melding"] for rij in Bericht.objects.order_by("pk")]
    assert zinnen[0].startswith("Stuur het bericht in een envelop")
    assert "wisselt kale berichten uit" in zinnen[1]
    assert {rij.status for rij in Bericht.objects.all()} == {"geweigerd"}
    assert namen(post, "uit") == []


def test_a_form_that_there_is_not_is_said_and_nothing_moves(post: Path, settings: Any) -> None:
    assert not [b for b in run_checks() if b.id == "berichten.E001"]
    settings.SAMENDOEN_BERICHTEN_VORM = "zip"
    [bezwaar] = [b for b in run_checks() if b.id == "berichten.E001"]
    assert "'zip'" in str(bezwaar.msg)
    assert "kaal, ggk0210" in str(bezwaar.hint)
    lever(post, goud("WMO305"))
    ronde()
    assert (namen(post, "in"), Bericht.objects.count()) == (["een.xml"], 0)
