"""The meldcode: five steps in any order, what is missing is said, nobody of the household reads it."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from samendoen.casus.actions import meldcode as module
from samendoen.casus.api import (
    begin_meldcodes,
    heropen_meldcode,
    hervat_meldcode,
    leg_stappen_vast,
    pauzeer_meldcode,
    rond_meldcode_af,
    sluit_casussen,
    trek_meldcode_in,
    trek_stap_in,
    verklaar_geen_tweede,
    zet_tweede,
)
from samendoen.casus.events import MELDCODE
from samendoen.casus.models import Betrokkene, Meldcodepad, Meldcodepersoon, Meldcodestap
from samendoen.casus.queries.meldcodefeit import MELDCODE as FEIT
from samendoen.casus.rules import STAPPEN, vouw_meldcode
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis, Grond, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import handel_melding_af
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.casusmaker import TEAM, doel, schrijf
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst
from tests.maak import actor, maak_medewerker
from tests.veiligheidmaker import ALLES_HULP, meldcode, stap

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
KANARIE = "KANARIEMELDCODE bang voor thuis"


@pytest.fixture
def pad(gezin: Gezin, casus: int, consulent: Actor) -> int:
    """Begin a path about both children."""
    [nummer] = begin_meldcodes(consulent, [meldcode(casus, gezin.zoon, gezin.dochter)])
    return nummer


def loop(wie: Actor, pad: int, *stappen: str, **anders: Any) -> list[int]:
    return leg_stappen_vast(wie, [stap(pad, s, **anders) for s in stappen])


def stand(nummer: int) -> Any:
    """Return the fold of a path; the row says the same."""
    regels = van_onderwerp(MELDCODE, [nummer])[nummer]
    uit = vouw_meldcode((g.voorgevallen_op, lees(g)) for g in regels)
    rij = Meldcodepad.objects.get(pk=nummer)
    if uit is None:
        assert rij.status == "ingetrokken"
        return None
    assert (uit.status, uit.gepauzeerd_tot, uit.afgerond_op) == (
        rij.status,
        rij.gepauzeerd_tot,
        rij.afgerond_op,
    )
    wie = Meldcodepersoon.objects.filter(pad=nummer).values_list("inwoner_id", flat=True)
    assert uit.personen == frozenset(wie)
    staand = Meldcodestap.objects.filter(pad=nummer, ingetrokken_op=None)
    assert uit.stappen.keys() == set(staand.values_list("kenmerk", flat=True))
    assert (uit.geen_tweede, uit.doelgroep) == (rij.geen_tweede, rij.doelgroep)
    return uit


def test_the_steps_are_taken_in_any_order_and_the_path_says_what_is_missing(
    gezin: Gezin, casus: int, consulent: Actor, pad: int
) -> None:
    loop(consulent, pad, "gesprek", woorden=KANARIE, keuzes=("kind",))
    html = tekst(klant(consulent), "meldcode", pad)
    for woorden in (KANARIE, "Met: Het kind", "Sami Yilmaz, Noor Yilmaz", "Dit ontbreekt nog", "Joke Jansen"):
        assert woorden in html, woorden
    assert "Er is geen tweede professional" in html
    with pytest.raises(Domeinfout, match=r"Signalen in kaart, Overleg, Wegen, Beslissen\."):
        rond_meldcode_af(consulent, pad)
    loop(consulent, pad, "signalen", "wegen", "beslissen")
    leg_stappen_vast(consulent, [stap(pad, "overleg", "Te laat op de avond.", overgeslagen=True)])
    rond_meldcode_af(consulent, pad)
    af = stand(pad)
    assert (af.status, af.afgerond_op) == ("afgerond", VANDAAG)
    assert "Te laat op de avond." in tekst(klant(consulent), "meldcode", pad)
    heropen_meldcode(consulent, pad)
    assert stand(pad).status == "loopt"


def test_a_step_left_out_needs_a_reason_and_a_weighing_its_answers(consulent: Actor, pad: int) -> None:
    onjuist: list[tuple[Any, str]] = [
        (stap(pad, "signalen", " "), "woorden"),
        (stap(pad, "gesprek", " ", overgeslagen=True), "woorden"),
        (stap(pad, "wegen", antwoorden={"vermoeden": True}), "antwoord_onveilig"),
        (stap(pad, "beslissen", besluit="misschien"), "besluit"),
        (stap(pad, "overleg", keuzes=("buurvrouw",)), "keuzes"),
        (stap(pad, "dansen"), "soort"),
        (stap(pad, "signalen", op=VANDAAG + timedelta(days=1)), "op"),
        (stap(pad, "vt_melding", "x" * 4001), "woorden"),
    ]
    for invoer, veld in onjuist:
        with pytest.raises(Domeinfout) as fout:
            leg_stappen_vast(consulent, [invoer])
        assert fout.value.veld == veld
    assert Meldcodestap.objects.count() == 0


def test_the_weighing_says_where_it_leads_and_a_decision_that_differs_is_seen(
    consulent: Actor, pad: int
) -> None:
    loop(consulent, pad, "wegen", antwoorden={"vermoeden": True, "onveilig": True})
    loop(consulent, pad, "beslissen", besluit="hulp", woorden="Opa haalt de kinderen nu op.")
    html = tekst(klant(consulent), "meldcode", pad)
    for woorden in ("De weging leidt tot: melden", "anders dan de weging", "Opa haalt de kinderen nu op."):
        assert woorden in html, woorden
    assert Meldcodestap.objects.get(soort="beslissen").afgeweken
    loop(consulent, pad, "beslissen", besluit="melden_en_hulp")
    assert not Meldcodestap.objects.filter(soort="beslissen").order_by("-pk")[0].afgeweken
    loop(consulent, pad, "signalen", "overleg", "gesprek")
    with pytest.raises(Domeinfout, match="Gemeld bij Veilig Thuis"):
        rond_meldcode_af(consulent, pad)
    loop(consulent, pad, "vt_melding")
    rond_meldcode_af(consulent, pad)
    loop(consulent, pad, "vt_terugkoppeling", woorden="")  # comes weeks after
    assert "Terugkoppeling van Veilig Thuis" in tekst(klant(consulent), "meldcode", pad)


def test_a_mistake_is_corrected_and_what_stood_stays_to_be_read(consulent: Actor, pad: int) -> None:
    eerste = loop(consulent, pad, "signalen", woorden="Eerste woorden")[0]
    tweede = loop(consulent, pad, "signalen", woorden="Betere woorden")[0]
    assert "Betere woorden" in tekst(klant(consulent), "meldcode_stap", pad, "signalen")
    trek_stap_in(consulent, tweede)
    assert list(stand(pad).stappen) == [Meldcodestap.objects.get(pk=eerste).kenmerk]
    html = tekst(klant(consulent), "meldcode", pad)
    assert html.index("Eerste woorden") < html.index("Wat hier eerder stond") < html.index("Betere woorden")
    with pytest.raises(Domeinfout, match="al ingetrokken"):
        trek_stap_in(consulent, tweede)


def test_it_waits_until_a_day_and_asks_then(consulent: Actor, pad: int) -> None:
    with pytest.raises(Domeinfout) as fout:
        pauzeer_meldcode(consulent, pad, "Advies", VANDAAG)
    assert fout.value.veld == "tot"
    pauzeer_meldcode(consulent, pad, "Wacht op advies", VANDAAG + timedelta(days=7))
    assert stand(pad).status == "gepauzeerd"
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=5), codes=["meldcode-pauze"])
    assert not Taak.objects.exists()
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=6), codes=["meldcode-pauze"])
    taak = Taak.objects.get()
    assert (taak.gebruiker_id, taak.dossier_id) == (consulent.id, None)
    loop(consulent, pad, "signalen")  # nothing is locked
    hervat_meldcode(consulent, pad)
    assert Taak.objects.get().status == "vervallen"
    assert stand(pad).status == "loopt"
    with pytest.raises(Domeinfout, match="loopt"):
        hervat_meldcode(consulent, pad)


def test_after_a_report_somebody_asks_veilig_thuis(consulent: Actor, pad: int) -> None:
    loop(consulent, pad, "vt_melding")
    regel = "veilig-thuis-terugkoppeling"
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=4), codes=[regel])
    assert not Taak.objects.exists()
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=7), codes=[regel])
    taak = Taak.objects.get()
    assert "Gemeld bij Veilig Thuis" in tekst(klant(consulent), "taak", taak.pk)
    loop(consulent, pad, "vt_terugkoppeling")
    assert Taak.objects.get().status == "vervallen"


def test_a_second_professional_is_proposed_and_why_not_is_kept(
    consulent: Actor, collega: Actor, casus: int, pad: int
) -> None:
    assert reverse("casus_tweede", args=[casus]) in tekst(klant(consulent), "meldcode", pad)
    with pytest.raises(Domeinfout):
        verklaar_geen_tweede(consulent, pad, "anders")
    with pytest.raises(Domeinfout):
        verklaar_geen_tweede(consulent, pad, "zomaar")
    verklaar_geen_tweede(consulent, pad, "anders", "Iedereen is ziek.")
    verklaar_geen_tweede(consulent, pad, "anders", "Iedereen is ziek.")
    assert Gebeurtenis.objects.filter(soort="casus.tweede_niet_mogelijk").count() == 1
    assert stand(pad).geen_tweede == "anders"
    assert "Iedereen is ziek." in tekst(klant(consulent), "meldcode", pad)
    verklaar_geen_tweede(consulent, pad, "")
    assert stand(pad).geen_tweede == ""
    zet_tweede(consulent, casus, collega.id)
    html = tekst(klant(consulent), "meldcode", pad)
    assert "Piet Pieters" in html
    assert "Er is geen tweede professional" not in html


def test_while_it_runs_the_casus_does_not_close(gezin: Gezin, casus: int, consulent: Actor, pad: int) -> None:
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    with pytest.raises(Domeinfout, match="loopt nog een meldcode"):
        sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    trek_meldcode_in(consulent, pad, "Vergissing")
    assert stand(pad) is None
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    with pytest.raises(Domeinfout):
        begin_meldcodes(consulent, [meldcode(casus, gezin.zoon)])


def test_what_begins_wrongly_is_refused_and_a_repeat_is_harmless(
    gezin: Gezin, casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    een = meldcode(casus, gezin.zoon)
    [nummer] = begin_meldcodes(consulent, [een])
    assert begin_meldcodes(consulent, [een]) == [nummer]
    keer = stap(nummer, "signalen")
    assert leg_stappen_vast(consulent, [keer]) == leg_stappen_vast(consulent, [keer])
    for fout, veld in (
        (meldcode(casus, gezin.zoon, doelgroep="huisdier"), "doelgroep"),
        (meldcode(casus), "personen"),
    ):
        with pytest.raises(Domeinfout) as geweigerd:
            begin_meldcodes(consulent, [fout])
        assert geweigerd.value.veld == veld

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"), transaction.atomic():
        begin_meldcodes(consulent, [meldcode(casus, gezin.zoon)])
    assert Meldcodepad.objects.count() == 1


def test_nobody_reads_it_without_access_to_everybody_it_is_about(
    gezin: Gezin, casus: int, consulent: Actor, pad: int, buur: Actor
) -> None:
    loop(consulent, pad, "signalen", "vt_melding", woorden=KANARIE)
    pauzeer_meldcode(consulent, pad, KANARIE, VANDAAG + timedelta(days=1))
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=9))
    with schrijft("kernel"):
        dossier = Betrokkene.objects.get(inwoner=gezin.zoon).dossier_id
        ken_toe([Toekenning(dossier, Niveau.LEESBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=buur.id)])
    ogen = [actor(maak_medewerker(rol, [TEAM])) for rol in (Rol.LOKET, Rol.BACKOFFICE, Rol.PARTNER)]
    paginas = [
        reverse("casus", args=[casus]),
        reverse("veiligheid", args=[casus]),
        reverse("meldcode", args=[pad]),
        reverse("melding", args=[gezin.melding]),
        reverse("inwoner", args=[gezin.zoon]),
        reverse("vandaag"),
        reverse("casus_plan", args=[casus]),
    ]
    with klok.op(klok.nu() + timedelta(minutes=1)):
        eigen = "".join(klant(consulent).get(p).content.decode() for p in paginas)
        assert KANARIE in eigen
        for wie in (buur, *ogen):
            html = "".join(klant(wie).get(p).content.decode() for p in paginas)
            for woord in ("KANARIEMELDCODE", "van 5 stappen", "Gemeld bij", "Veilig Thuis wat"):
                assert woord not in html, (wie.rollen, woord)
        for doe in (
            lambda: begin_meldcodes(buur, [meldcode(casus, gezin.zoon)]),
            lambda: loop(buur, pad, "signalen"),
            lambda: rond_meldcode_af(buur, pad),
            lambda: trek_stap_in(buur, Meldcodestap.objects.order_by("pk")[0].pk),
        ):
            with pytest.raises((NietGevonden, Geweigerd)):
                doe()


def test_nothing_of_it_stands_on_the_timeline_or_the_plan(
    gezin: Gezin, casus: int, consulent: Actor, pad: int
) -> None:
    loop(consulent, pad, "signalen", woorden=KANARIE)
    client = klant(consulent)
    tijdlijn = client.get(reverse("casus", args=[casus]), headers={"HX-Request": "true"}).content.decode()
    assert "Casus geopend" in tijdlijn
    assert "eldcode" not in tijdlijn
    schrijf(consulent, casus, [doel(gezin.zoon)])
    assert "eldcode" not in tekst(client, "casus_plan", casus)


def test_erasing_one_child_takes_the_words_about_both(
    gezin: Gezin, consulent: Actor, pad: int, settings: Any, tmp_path: object
) -> None:
    loop(consulent, pad, "signalen", woorden=KANARIE)
    verklaar_geen_tweede(consulent, pad, "anders", "Ziek")
    settings.SAMENDOEN_SLEUTELS = tmp_path
    wis_persoon(SYSTEEM, gezin.dochter, "wmo", "verzoek")
    assert Meldcodestap.objects.get().woorden == ""
    assert Meldcodepad.objects.get().geen_tweede_woorden == ""


def test_the_figures_count_paths_reports_and_missing_seconds(
    gezin: Gezin, casus: int, consulent: Actor, pad: int
) -> None:
    loop(consulent, pad, "vt_melding")
    leg_stappen_vast(consulent, [stap(pad, "gesprek", "Onveilig", overgeslagen=True)])
    verklaar_geen_tweede(consulent, pad, "te_spoed")
    [mis] = begin_meldcodes(consulent, [meldcode(casus, gezin.dochter)])
    trek_meldcode_in(consulent, mis, "Vergissing")
    namen = [kolom.naam for kolom in FEIT.kolommen]
    [rij] = [dict(zip(namen, r, strict=True)) for deel in FEIT.rijen(klok.nu()) for r in deel]
    assert (rij["team"], rij["status"], rij["beginmaand"]) == (TEAM, "loopt", date(2024, 6, 1))
    assert (rij["gemeld"], rij["overgeslagen"], rij["geen_tweede"]) == (True, 1, "te_spoed")


def test_the_screens_walk_the_whole_path(gezin: Gezin, casus: int, consulent: Actor) -> None:
    client = klant(consulent)

    def post(naam: str, *args: object, **velden: Any) -> None:
        antwoord = client.post(reverse(naam, args=args), {"kenmerk": str(uuid4()), **velden})
        assert antwoord.status_code == 302, (naam, antwoord.content.decode()[-1500:])

    post("meldcode_beginnen", casus, doelgroep="kind", personen=[gezin.zoon], op="2024-06-03")
    pad = Meldcodepad.objects.get().pk
    html = tekst(client, "meldcode_stap", pad, "wegen")
    assert "Acuut: het kind is nu in gevaar" in html
    antwoorden = {f"antwoord_{vraag}": "ja" if ja else "nee" for vraag, ja in ALLES_HULP.items()}
    extra: dict[str, dict[str, Any]] = {
        "wegen": antwoorden,
        "beslissen": {"besluit": "hulp"},
        "overleg": {"keuzes": ["veilig_thuis"]},
    }
    for soort in STAPPEN:
        if soort != "gesprek":
            velden = {"woorden": "Zo.", "op": "2024-06-03", **extra.get(soort.value, {})}
            post("meldcode_stap", pad, soort.value, **velden)
    post("meldcode_overslaan", pad, "gesprek", woorden="Niet veilig.")
    post("meldcode_keten", pad, soort="tafel_verzoek", op="2024-06-03", woorden="")
    post("meldcode_tweede", pad, reden="geen_collega", woorden="")
    post("meldcode_pauze", pad, reden="Wacht", tot="2024-06-10")
    post("meldcode_hervatten", pad)
    html = tekst(client, "meldcode", pad)
    for woorden in ("Niet veilig.", "jeugdbeschermingstafel", "Alles staat er", "Niemand van het huishouden"):
        assert woorden in html, woorden
    post("meldcode_afronden", pad)
    post("meldcode_heropenen", pad)
    post("stap_intrekken", Meldcodestap.objects.order_by("pk")[0].pk)
    post("meldcode_intrekken", pad, reden="Vergissing")
    assert "Ingetrokken" in tekst(client, "veiligheid", casus)
    assert client.get(reverse("meldcode_stap", args=[pad, "dansen"])).status_code == 404
