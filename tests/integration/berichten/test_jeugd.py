"""Every conversation of the Jeugdwet, whole: a referral, its answers, care that starts and ends, money.

One child, one provider that knows nothing of us, half a summer.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from samendoen.berichten.actions.verkeer import doe_ronde
from samendoen.berichten.actions.verzoekantwoord import Afwijzing, neem_in_onderzoek, wijs_verzoeken_af
from samendoen.berichten.models import Bericht, Verzoek
from samendoen.berichten.transport.mappen import Mappen
from samendoen.besluiten.api import beeindig_toewijzingen, maak_bekend, zet_berichtenverkeer
from samendoen.besluiten.models import Levering, Voorziening
from samendoen.casus.api import casussen_van_meldingen
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel.api import SYSTEEM, Rol, klok
from samendoen.site.simulator.declaratie import Vraag
from samendoen.site.simulator.ronde import Aanbieder, Opdracht
from samendoen.site.simulator.tarieven import Tarieven
from samendoen.site.simulator.verzoeken import Verwijzing, Wensen, Wijziging
from samendoen.site.simulator.waarden import Client
from samendoen.toegang.models import Melding
from samendoen.werk.models import Taak
from tests.aanbiedermaand import Boek, ons_boek
from tests.berichtmaker import waarde
from tests.besluitmaker import beslis, maak_catalogus, vraag, wijs
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import maak_medewerker

JEUGDHULP, BSN = "99990008", "999991024"
GEBOREN = date(2012, 5, 17)
BEGIN = date(2024, 6, 3)
KIND = Client("JW", BSN, GEBOREN, "", "1", "Yilmaz", "")
TARIEVEN = Tarieven({"45A01": (9400, False), "41A01": (11800, False)})
VERWIJZING = Verwijzing(
    KIND, "45", "45A01", date(2024, 6, 10), date(2024, 12, 31), (2, "04", "2"), None, "02", "01012345", ""
)
ANDERE = Verwijzing(
    KIND, "41", "41A01", date(2024, 8, 5), date(2024, 12, 31), (2, "16", "2"), None, "02", "01012345", ""
)


@dataclass
class Wereld:
    """A child whose number is known, its casus, and the folders; `boek` is the ledger of the provider."""

    post: Path
    kind: int
    casus: int
    boek: Boek = field(default_factory=dict)

    def dag(self, dag: date, **opdracht: Any) -> list[str]:
        """Let both do their work, twice; return what alarmed the provider."""
        alarmen = []
        with klok.op(dag):
            for keuzes in (opdracht, {}):
                doe_ronde(Mappen(self.post))
                aanbieder = Aanbieder(Opdracht(JEUGDHULP, "1961", tarieven=TARIEVEN, **keuzes), self.post)
                alarmen += aanbieder.ronde(dag).alarmen
                saldi = aanbieder.boek.saldi().items()
                self.boek = {nummer: (s.ingediend, s.toegekend) for (_standaard, nummer), s in saldi}
                aanbieder.sluit()
            doe_ronde(Mappen(self.post))
        return alarmen

    def ken_toe(self) -> int:
        """Decide on what was asked, announce it and assign it; return the assignment."""
        nummer = beslis(
            SYSTEEM,
            vraag(SYSTEEM, self.casus, self.kind, product="jeugdhulp_ambulant"),
            omvang=Decimal(2),
            van=date(2024, 6, 10),
            tot=date(2025, 1, 1),
            aanbieder=JEUGDHULP,
        )
        maak_bekend(SYSTEEM, [(nummer, klok.vandaag())])
        voorziening = Voorziening.objects.get(besluit=nummer)
        assert voorziening.wet == "jeugd"
        return wijs(SYSTEEM, voorziening.pk, aanbieder=JEUGDHULP)


@pytest.fixture
def wereld(post: Path) -> Wereld:
    maak_catalogus()
    _ouder, kind = maak_gezin(("Anna", date(1985, 1, 1)), ("Sam", GEBOREN))
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(kind, {"bsn": BSN, "telefoon": "0600000001"})])
    zet_berichtenverkeer(SYSTEEM, [(JEUGDHULP, BEGIN)])
    regisseur = maak_medewerker(Rol.CONSULENT, [TEAM]).pk
    return Wereld(post, kind, maak_casus(SYSTEEM, maak_melding(kind, kader="jeugd"), regisseur))


def taken() -> dict[str, date]:
    return dict(
        Taak.objects.filter(status="open", onderwerp_soort="berichten.verzoek").values_list(
            "sleutel", "uiterlijk"
        )
    )


def test_a_child_is_referred_helped_and_paid_for_and_all_of_it_is_said_in_messages(wereld: Wereld) -> None:
    # 315, 316: the question joins the casus. 319, 320: looked into, with two clocks.
    assert wereld.dag(BEGIN, wensen=Wensen([VERWIJZING])) == []
    verzoek = Verzoek.objects.get()
    melding = Melding.objects.get(pk=verzoek.melding_id or 0)
    assert (melding.wet, melding.kanaal, melding.inwoner_id) == ("jeugd", "huisarts", wereld.kind)
    assert casussen_van_meldingen([melding.pk]) == {melding.pk: wereld.casus}
    neem_in_onderzoek(SYSTEEM, [verzoek.pk])
    assert wereld.dag(date(2024, 6, 4)) == []
    basis = f"verzoek.{verzoek.pk}."
    assert taken() == {
        f"{basis}istandaard-onderzoek": date(2024, 7, 29),
        f"{basis}istandaard-woonplaats": date(2024, 6, 17),
    }
    # 301, 302: granted with its reference. 305, 306: it starts.
    with klok.op(date(2024, 6, 5)):
        toewijzing = wereld.ken_toe()
    assert wereld.dag(date(2024, 6, 5)) == []
    verzoek.refresh_from_db()
    assert (verzoek.status, verzoek.toewijzingen, taken()) == ("toegewezen", [toewijzing], {})
    assert wereld.dag(date(2024, 6, 14)) == []
    assert Levering.objects.get().toewijzing_id == toewijzing
    # 317, 318: more is asked; 319, 320: refused.
    meer = Wensen(wijzigingen=[Wijziging("JW", toewijzing, volume=4)])
    assert wereld.dag(date(2024, 6, 17), wensen=meer) == []
    wijziging = Verzoek.objects.get(status="ontvangen")
    assert wijziging.gevraagd[0]["toewijzing"] == toewijzing
    with klok.op(date(2024, 6, 18)):
        wijs_verzoeken_af(SYSTEEM, [Afwijzing(wijziging.pk, "4")])
    assert wereld.dag(date(2024, 6, 18)) == []
    # 323, 325: one line at a wrong tariff is refused, comes again and is granted.
    wereld.dag(date(2024, 7, 1), vraag=Vraag("2024-06"), fout="verkeerd-tarief")
    assert wereld.boek == ons_boek() and wereld.boek[toewijzing][1] == 0
    assert wereld.dag(date(2024, 7, 2), vraag=Vraag("2024-06", herstel=True)) == []
    assert wereld.boek == ons_boek() and wereld.boek[toewijzing][1] > 0
    # It ends: 301, 302; 307, 308.
    with klok.op(date(2024, 7, 8)):
        beeindig_toewijzingen(SYSTEEM, [(toewijzing, date(2024, 7, 15))])
    assert [wereld.dag(date(2024, 7, dag)) for dag in (8, 15)] == [[], []]
    assert Levering.objects.exclude(tot=None).get().tot == date(2024, 7, 15)
    # Another referral: another municipality pays, and the answer says which.
    assert wereld.dag(date(2024, 7, 16), wensen=Wensen([ANDERE])) == []
    with klok.op(date(2024, 7, 17)):
        wijs_verzoeken_af(SYSTEEM, [Afwijzing(Verzoek.objects.get(status="ontvangen").pk, "8", "0344")])
    assert wereld.dag(date(2024, 7, 17)) == []
    laatste = Bericht.objects.filter(soort="JW319").latest("pk")
    [elders] = waarde(bytes(laatste.ruw or b"")).wortel.groepen("Antwoord/Woonplaatsbeginsel")
    assert elders.tekst("Gemeente") == "0344"
    assert set(Bericht.objects.values_list("soort", "status")) == {
        *((f"JW{nummer}", "beantwoord") for nummer in (301, 319)),
        *((f"JW{nummer}", "verwerkt") for nummer in (302, 305, 307, 315, 317, 320, 323)),
        *((f"JW{nummer}", "aangeboden") for nummer in (306, 308, 316, 318, 325)),
        ("JW323", "afgekeurd"),
    }
