"""Receiving: kept before anything else, judged once, answered once; what comes twice does nothing twice."""

import errno
import json
import os
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from samendoen.berichten.actions import verzending
from samendoen.berichten.actions.stromen import STROMEN
from samendoen.berichten.actions.verkeer import Ronde, doe_ronde
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.rules.toestand import vouw
from samendoen.berichten.transport import ruimte
from samendoen.berichten.transport.mappen import Mappen
from samendoen.kernel.api import SYSTEEM, Rol, klok, lees, van_onderwerp
from samendoen.kernel.models import GebeurtenisInhoud
from samendoen.site.cli.controle import _berichten
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.berichtmaker import AANBIEDER, goud, waarde
from tests.maak import aangemelde_client, maak_medewerker


def lever(post: Path, inhoud: bytes, naam: str = "een.xml") -> None:
    """Deliver as a sender does: whole, by a rename."""
    (post / "in" / f".{naam}").write_bytes(inhoud)
    (post / "in" / f".{naam}").rename(post / "in" / naam)


def namen(post: Path, map_: str) -> list[str]:
    return sorted(pad.name for pad in (post / map_).iterdir())


def open_taken() -> list[str]:
    return list(Taak.objects.filter(status="open").order_by("pk").values_list("tekst", flat=True))


def klopt_met_gebeurtenissen() -> bool:
    """Tell whether every row is the fold of its events."""
    rijen = {rij.pk: rij for rij in Bericht.objects.all()}
    for pk, gebeurtenissen in van_onderwerp("berichten.bericht", rijen).items():
        stand = vouw((g.voorgevallen_op, lees(g)) for g in gebeurtenissen)
        assert stand is not None
        rij = rijen.pop(pk)
        assert (stand.richting, stand.status) == (rij.richting, rij.status)
        assert stand.berichtsoort in {rij.soort.lower(), "onbekend", ""}
    return not rijen


def test_a_start_is_kept_applied_and_answered(post: Path, toegepast: list[int]) -> None:
    inhoud = goud("WMO305")
    lever(post, inhoud)
    assert doe_ronde(Mappen(post)) == Ronde(1, 1, 1)
    [start] = Bericht.objects.filter(richting="in")
    [antwoord] = Bericht.objects.filter(richting="uit")
    assert (start.status, start.afzender, start.identificatie) == ("verwerkt", AANBIEDER, "ST24-31")
    assert bytes(start.ruw or b"") == inhoud
    assert toegepast == [start.pk]
    assert (antwoord.status, antwoord.antwoord_op, antwoord.afzender) == ("aangeboden", start, "1961")
    assert [r.klasse for r in Berichtregel.objects.filter(bericht=start).order_by("volgnummer")] == [
        "Client",
        "StartProduct",
        "StartProduct",
    ]
    [naam] = namen(post, "uit")
    assert naam == f"WMO306_1961_{AANBIEDER}_{antwoord.identificatie}.xml"
    retour = waarde((post / "uit" / naam).read_bytes())
    assert retour.soort.code == "WMO306"
    assert not retour.kop.heeft("RetourCodes")
    assert (namen(post, "in"), namen(post, "bezig"), len(namen(post, "archief"))) == ([], [], 1)
    assert klopt_met_gebeurtenissen()
    assert doe_ronde(Mappen(post)) == Ronde()  # nothing left to do
    assert not GebeurtenisInhoud.objects.exists()


def test_the_same_again_gives_the_same_answer_and_no_second_effect(post: Path, toegepast: list[int]) -> None:
    lever(post, goud("WMO305"))
    doe_ronde(Mappen(post))
    [naam] = namen(post, "uit")
    eerste = (post / "uit" / naam).read_bytes()
    (post / "uit" / naam).unlink()  # the other side took it
    lever(post, goud("WMO305"), "nog-een.xml")
    lever(post, goud("WMO305"), "en-nog-een.xml")
    doe_ronde(Mappen(post))
    assert [rij.status for rij in Bericht.objects.filter(richting="in").order_by("pk")] == [
        "verwerkt",
        "dubbel",
        "dubbel",
    ]
    assert len(toegepast) == 1
    assert namen(post, "uit") == [naam]
    assert (post / "uit" / naam).read_bytes() == eerste
    assert open_taken() == []
    assert klopt_met_gebeurtenissen()


def test_the_same_number_with_other_bytes_is_an_alarm_and_both_are_kept(
    post: Path, toegepast: list[int]
) -> None:
    lever(post, goud("WMO305"))
    doe_ronde(Mappen(post))
    lever(post, goud("WMO305").replace(b"2024-06-11", b"2024-06-12"))
    doe_ronde(Mappen(post))
    eerste, tweede = Bericht.objects.filter(richting="in").order_by("pk")
    assert (tweede.status, tweede.eerste) == ("afwijkend", eerste)
    assert bytes(eerste.ruw or b"") != bytes(tweede.ruw or b"")
    assert toegepast == [eerste.pk]
    assert Bericht.objects.filter(richting="uit").count() == 1
    assert open_taken() == ["Bel de aanbieder: twee verschillende berichten hebben hetzelfde nummer"]


def test_a_fault_within_the_message_is_answered_with_0001_and_does_nothing(
    post: Path, toegepast: list[int]
) -> None:
    lever(post, goud("WMO305").replace(b"999990019", b"999990018"))
    doe_ronde(Mappen(post))
    start = Bericht.objects.get(richting="in")
    assert (start.status, [b["regel"] for b in start.bevindingen]) == ("afgekeurd", ["CS002"])
    [naam] = namen(post, "uit")
    assert waarde((post / "uit" / naam).read_bytes()).kop.tekst("RetourCodes/RetourCode") == "0001"
    assert toegepast == []
    assert open_taken() == []


@pytest.mark.parametrize(
    ("inhoud", "regel"),
    [
        (b"geen xml", "XML"),
        (goud("WMO305").replace(b"StatusAanlevering", b"Status"), "XSD"),
        (goud("WMO305", Ontvanger="0331"), "XSD"),
        (goud("WMO301"), "XSD"),
    ],
    ids=["no message", "wrong form", "for another municipality", "what a municipality sends itself"],
)
def test_what_cannot_be_read_or_is_not_for_us_goes_back_with_the_reason(
    post: Path, inhoud: bytes, regel: str
) -> None:
    lever(post, inhoud)
    doe_ronde(Mappen(post))
    rij = Bericht.objects.get()
    assert rij.status == "geweigerd"
    bestand, uitleg = namen(post, "fout")
    assert (post / "fout" / bestand).read_bytes() == inhoud
    assert json.loads((post / "fout" / uitleg).read_text())["bevindingen"][0]["regel"] == regel
    assert (namen(post, "uit"), namen(post, "archief"), namen(post, "bezig")) == ([], [], [])
    assert open_taken() == ["Kijk naar een bericht dat niet te lezen was"]
    assert doe_ronde(Mappen(post)) == Ronde()


def test_a_file_larger_than_a_message_is_refused_without_reading_it(
    post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (post / "in" / "groot.xml").open("wb") as bestand:
        bestand.truncate(2**30)  # a gigabyte that takes no room
    doe_ronde(Mappen(post))
    rij = Bericht.objects.get()
    assert (rij.status, rij.ruw, rij.bevindingen[0]["regel"]) == ("geweigerd", None, "OP179")
    bestand_, _uitleg = namen(post, "fout")
    assert (post / "fout" / bestand_).stat().st_size == 2**30


def test_a_file_that_is_being_written_and_what_is_no_file_are_left_alone(post: Path) -> None:
    (post / "in" / ".half.xml").write_bytes(b"<Ber")
    (post / "in" / "map.xml").mkdir()
    (post / "in" / "verwijzing.xml").symlink_to("/etc/hostname")
    (post / "bezig" / "van-een-ander.xml").write_bytes(b"<Ber")
    (post / "bezig" / f"{uuid4()}~map").mkdir()
    assert doe_ronde(Mappen(post)) == Ronde()
    assert not Bericht.objects.exists()


def test_a_message_that_breaks_the_processing_waits_longer_each_time_and_holds_up_nothing(
    post: Path, toegepast: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    from samendoen.berichten.actions.stromen import STROMEN

    def stuk(*_: object) -> None:
        raise ValueError("stuk")

    monkeypatch.setitem(STROMEN, "307", stuk)
    lever(post, goud("WMO307"), "a.xml")
    lever(post, goud("WMO305"), "b.xml")
    assert doe_ronde(Mappen(post)) == Ronde(2, 1, 1, 1)
    assert len(toegepast) == 1
    nu = klok.nu()
    for na in (2, 6):
        with klok.op(nu + timedelta(minutes=na)):
            assert doe_ronde(Mappen(post)).mislukt == 1
    stop = Bericht.objects.get(soort="", richting="in")
    assert (stop.status, stop.fout, stop.pogingen) == ("ontvangen", "verwerking", 3)
    assert open_taken() == ["Kijk naar een bericht dat niet kon worden verwerkt"]
    monkeypatch.setitem(STROMEN, "307", lambda *_: None)
    with klok.op(nu + timedelta(hours=2)):
        assert doe_ronde(Mappen(post)) == Ronde(0, 1, 1)
    assert open_taken() == []
    assert klopt_met_gebeurtenissen()


def test_a_full_disk_loses_nothing_and_asks_for_room(
    post: Path, toegepast: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = os.fsync

    def vol(_fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    lever(post, goud("WMO305"))
    nu, geef = klok.nu(), verzending._geef
    monkeypatch.setattr(verzending, "_geef", lambda *_: vol(0))
    for na in (0, 2, 6):
        with klok.op(nu + timedelta(minutes=na)):
            assert doe_ronde(Mappen(post)).mislukt == 1
        assert open_taken() == ["Maak ruimte op de schijf: een bericht kan niet weg"]  # at once
    monkeypatch.setattr(verzending, "_geef", geef)
    antwoord = Bericht.objects.get(richting="uit")
    assert (antwoord.status, antwoord.fout, antwoord.pogingen) == ("klaar", "schijf-vol", 3)
    assert open_taken() == ["Maak ruimte op de schijf: een bericht kan niet weg"]
    # The same at the write itself: nothing half stays behind.
    monkeypatch.setattr(os, "fsync", vol)
    with klok.op(nu + timedelta(hours=2)):
        assert doe_ronde(Mappen(post)).mislukt == 1
    assert namen(post, "uit") == []
    monkeypatch.setattr(os, "fsync", echt)
    with klok.op(nu + timedelta(hours=5)):
        assert doe_ronde(Mappen(post)) == Ronde(0, 0, 1)
    assert len(namen(post, "uit")) == 1
    assert open_taken() == []
    assert len(toegepast) == 1


def test_no_room_to_keep_a_delivery_leaves_it_where_it_is(
    post: Path, toegepast: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    from samendoen.berichten.actions import ontvangst, verkeer

    echt = ontvangst.ontvang

    def vol(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    lever(post, goud("WMO305"))
    monkeypatch.setattr(verkeer, "ontvang", vol)
    assert doe_ronde(Mappen(post)) == Ronde(mislukt=1)
    assert (len(namen(post, "bezig")), Bericht.objects.count()) == (1, 0)
    # Nothing can be noted in the database then: the screen and `samendoen check` look at the folders.
    kantoor = aangemelde_client(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    zinnen = ["bijna vol: nog", "1 bestand van een aanbieder ligt langer dan tien minuten te wachten."]
    assert not [zin for zin in zinnen if zin in kantoor.get("/berichten/").content.decode()]
    assert [b.goed for b in _berichten()] == [True]
    monkeypatch.setattr(ruimte, "TE_LANG", timedelta(seconds=-60))
    monkeypatch.setattr(ruimte, "MINSTE_RUIMTE", 2**62)
    assert [zin for zin in zinnen if zin in kantoor.get("/berichten/").content.decode()] == zinnen
    assert [(b.onderdeel, b.goed) for b in _berichten()] == [("berichten", False)] * 2
    monkeypatch.setattr(verkeer, "ontvang", echt)
    assert doe_ronde(Mappen(post)) == Ronde(1, 1, 1)


def test_a_kind_that_nothing_handles_yet_waits_and_is_a_task_with_its_term(
    post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(STROMEN, "323")
    lever(post, goud("WMO323"))
    doe_ronde(Mappen(post))
    rij = Bericht.objects.get()
    assert (rij.status, rij.soort, rij.fout) == ("ontvangen", "WMO323", "geen-stroom")
    assert open_taken() == ["Behandel een WMO323 van een aanbieder"]
    assert Taak.objects.get().uiterlijk.isoformat() == "2024-06-17"  # ten working days


def test_an_answer_to_nothing_that_we_sent_is_kept_and_asked_about(post: Path) -> None:
    lever(post, goud("WMO302"))
    doe_ronde(Mappen(post))
    rij = Bericht.objects.get()
    assert (rij.status, rij.fout, rij.afzender) == ("afgekeurd", "onbekende-vraag", AANBIEDER)
    assert open_taken() == ["Bel de aanbieder: dit antwoord hoort bij geen van onze berichten"]
    pas_taakregels_toe(SYSTEEM)
    assert len(open_taken()) == 1


def test_the_back_office_finds_an_alarm_on_vandaag_with_why(post: Path) -> None:
    lever(post, b"geen xml")
    doe_ronde(Mappen(post))
    pagina = aangemelde_client(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"])).get("/vandaag/")
    tekst = pagina.content.decode()
    assert "Kijk naar een bericht dat niet te lezen was" in tekst
    assert "Er is niets kwijt" in tekst
