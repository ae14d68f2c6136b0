"""A small municipality for tests of the simulator: it sends by our own engine, and judges what comes back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from samendoen.berichten.api import (
    SOORTEN,
    Bericht,
    Bevinding,
    Groep,
    Kennis,
    beoordeel,
    controleer,
    inhoud_van,
    keur_goed,
    maak,
    schrijf,
    toets_verkeer,
)
from samendoen.berichten.rules.kennis import Declaratie, Prestatie, Start, Stop, Tarief, Toewijzing, Verzoek
from samendoen.site.simulator.ronde import Aanbieder, Opdracht
from samendoen.site.simulator.werk import Verslag
from tests.berichten import inhoud, schemamap

_T = TypeVar("_T")
AGB, GEMEENTE = "41414141", "1961"
BSN = {1: "999990019", 2: "999991024", 3: "999991036", 4: "999991048", 5: "999991000"}
PRODUCT = {"WMO": {"Categorie": "01", "Code": "01A01"}, "JW": {"Categorie": "45", "Code": "45A04"}}
TARIEVEN = tuple(Tarief(p["Categorie"], p["Code"], "04", 6000, date(2024, 1, 1)) for p in PRODUCT.values())
"""What the contract pays: what the simulator asks by itself."""
PER_WEEK = {"Volume": 3, "Eenheid": "04", "Frequentie": "2"}


class Gemeente:
    """The municipality at a folder. Every message that it takes from `in/` must pass levels 1 and 2."""

    def __init__(self, map_: Path, standaard: str = "WMO") -> None:
        self.map, self.standaard = map_, standaard
        self.nummer = 0
        self.kennis = Kennis(GEMEENTE, AGB, date.min, tarieven=TARIEVEN)
        self.gezien: set[tuple[str, str]] = set()
        (map_ / "uit").mkdir(parents=True, exist_ok=True)

    def aanbieder(self, vandaag: str, **keuzes: Any) -> Verslag:
        """Let the provider do one round on a day."""
        speler = Aanbieder(Opdracht(AGB, GEMEENTE, **keuzes), self.map)
        try:
            return speler.ronde(date.fromisoformat(vandaag))
        finally:
            speler.sluit()

    def wijs_toe(self, *toewijzingen: Mapping[str, Any], wie: int = 1, dag: str = "2024-06-03") -> None:
        """Send a 301 with assignments; what they leave out is a weekly product of a year."""
        geheel = inhoud(f"{self.standaard}301")
        basis: dict[str, Any] = {
            "Product": PRODUCT[self.standaard],
            "Toewijzingsdatum": dag,
            "Toewijzingstijd": "09:30:00",
            "Ingangsdatum": "2024-06-10",
            "Einddatum": "2025-06-08",
        }
        producten = [basis | ({} if "Budget" in t else {"Omvang": PER_WEEK}) | dict(t) for t in toewijzingen]
        self._onthoud_toewijzingen(producten, BSN[wie])
        client = {
            **geheel["Client"],
            "Bsn": BSN[wie],
            "ToegewezenProducten": {"ToegewezenProduct": producten},
        }
        self.stuur("301", {**geheel, "Client": client}, dag)

    def stuur(self, nummer: str, geheel: Mapping[str, Any], dag: str) -> str:
        """Put a message of this content in `uit/` and return its identity."""
        self.nummer += 1
        kop = geheel["Header"] | {"Afzender": GEMEENTE, "Ontvanger": AGB}
        identificatie = f"G{self.nummer:05}"
        kop["BerichtIdentificatie"] = {"Identificatie": identificatie, "Dagtekening": dag}
        self.leg_neer(maak(SOORTEN[f"{self.standaard}{nummer}"], {**geheel, "Header": kop}), identificatie)
        return identificatie

    def leg_neer(self, bericht: Bericht, naam: str) -> None:
        """Put a message in `uit/`; it must pass levels 1 and 2 itself."""
        bytes_ = schrijf(bericht)
        assert controleer(bytes_).bevindingen == ()
        (self.map / "uit" / f"{bericht.soort.code}_{naam}.xml").write_bytes(bytes_)

    def antwoord(self, referentie: str, uitkomst: str, dag: str, **rest: str) -> None:
        """Send a 319 about a request."""
        deel = {"ReferentieAanbieder": referentie, "VerzoekAntwoord": uitkomst, **rest}
        self._onthoud_verzoek(referentie, antwoord=uitkomst)
        self.stuur("319", {"Header": inhoud(f"{self.standaard}319")["Header"], "Antwoord": deel}, dag)

    def haal(self) -> list[Bericht]:
        """Take what lies in `in/`, in order of sending; all of it must be right on all levels."""
        berichten = []
        for bericht, bevindingen in self.beoordeel():
            assert bericht is not None and bevindingen == (), bevindingen
            berichten.append(bericht)
        return berichten

    def beoordeel(self) -> Iterator[tuple[Bericht | None, tuple[Bevinding, ...]]]:
        """Take what lies in `in/`, in order of sending, with what is wrong with it on the lowest level."""
        for pad in sorted((self.map / "in").iterdir(), key=lambda pad: pad.stat().st_mtime_ns):
            uitslag = controleer(pad.read_bytes(), schemamap())
            pad.unlink()
            bericht, bevindingen = uitslag.bericht, uitslag.bevindingen
            if bericht is not None and not bevindingen and bericht.soort.retour is not None:
                bevindingen = self._toets(bericht)
            yield bericht, bevindingen

    def _toets(self, bericht: Bericht) -> tuple[Bevinding, ...]:
        """Hold a message against what came before, and remember it when nothing is wrong with it."""
        dag = bericht.kop.datum("BerichtIdentificatie/Dagtekening") or date.max
        wie = (bericht.soort.code, bericht.kop.tekst("BerichtIdentificatie/Identificatie"))
        eerder = frozenset(nummer for soort, nummer in self.gezien if soort == bericht.soort.code)
        bevindingen = toets_verkeer(bericht, replace(self.kennis, vandaag=dag, identificaties=eerder))
        if not bevindingen:
            self.gezien.add(wie)
            self.kennis = onthoud(self.kennis, bericht)
        return bevindingen

    def _onthoud_toewijzingen(self, producten: Iterable[Mapping[str, Any]], bsn: str) -> None:
        nieuw = {p["ToewijzingNummer"]: _toewijzing(p, bsn) for p in producten}
        oud = {t.nummer: t for t in self.kennis.toewijzingen}
        self.kennis = replace(self.kennis, toewijzingen=tuple((oud | nieuw).values()))
        for toewijzing in nieuw.values():
            self._onthoud_verzoek(toewijzing.referentie, toegewezen=True)

    def _onthoud_verzoek(self, referentie: str, **wat: Any) -> None:
        verzoeken = (replace(v, **wat) if v.referentie == referentie else v for v in self.kennis.verzoeken)
        self.kennis = replace(self.kennis, verzoeken=tuple(verzoeken))

    def keur_goed(self, berichten: Iterable[Bericht], dag: str) -> None:
        """Answer messages that ask for an answer: all is right."""
        for bericht in berichten:
            if bericht.soort.nummer in {"305", "307", "315", "317", "323"}:
                self.nummer += 1
                antwoord = keur_goed(bericht, f"A{self.nummer:05}", date.fromisoformat(dag))
                self.leg_neer(antwoord, f"A{self.nummer:05}")

    def keur_af(self, bericht: Bericht, bevindingen: Iterable[Bevinding], dag: str) -> None:
        """Answer a message with what is wrong with it."""
        self.nummer += 1
        naam = f"A{self.nummer:05}"
        self.leg_neer(beoordeel(bericht, tuple(bevindingen), naam, date.fromisoformat(dag)), naam)

    def keur_prestaties_af(self, bericht: Bericht, referenties: set[str], dag: str) -> None:
        """Answer an invoice with a 325 that rejects these lines."""
        declaratie = inhoud_als_lijst(bericht)
        clienten, af = [], 0
        for client in declaratie["Clienten"]["Client"]:
            regels = [
                p | {"RetourCodes": {"RetourCode": "9321"}}
                for p in client["Prestaties"]["Prestatie"]
                if p["ProductReferentie"]["ReferentieNummer"] in referenties
            ]
            af += sum(int(p["IngediendBedrag"]["Bedrag"]) for p in regels)
            if regels:
                goed = {"RetourCodes": {"RetourCode": "0200"}}
                clienten.append({"Bsn": client["Bsn"], "Prestaties": {"Prestatie": regels}} | goed)
        self.kennis = replace(
            self.kennis,
            prestaties=tuple(
                replace(p, toegekend=p.toegekend and p.referentie not in referenties)
                for p in self.kennis.prestaties
            ),
        )
        self.nummer += 1
        heel = keur_goed(bericht, f"A{self.nummer:05}", date.fromisoformat(dag))
        geheel = dict(_inhoud(heel))
        antwoord = geheel["DeclaratieAntwoord"]
        ingediend = antwoord["TotaalIngediendBedrag"]
        totaal = int(ingediend["TotaalBedrag"]) * (-1 if ingediend["DebetCredit"] == "C" else 1) - af
        antwoord |= {
            "TotaalToegekendBedrag": {"TotaalBedrag": abs(totaal), "DebetCredit": "DC"[totaal < 0]},
            "Clienten": {"Client": clienten},
            "RetourCodes": {"RetourCode": "0200"},
        }
        self.leg_neer(maak(heel.soort, geheel), f"A{self.nummer:05}")


def onthoud(kennis: Kennis, bericht: Bericht) -> Kennis:
    """Return what is known after a message in which nothing was wrong."""
    wortel, bsn = bericht.wortel, bericht.wortel.tekst("Client/Bsn")
    if bericht.soort.nummer == "305":
        [product] = wortel.groepen("Client/StartProducten/StartProduct")
        start = Start.uit(product, bsn)
        return replace(kennis, starts=_bij(kennis.starts, start, product))
    if bericht.soort.nummer == "307":
        [product] = wortel.groepen("Client/StopProducten/StopProduct")
        return replace(kennis, stops=_bij(kennis.stops, Stop.uit(product, bsn), product))
    if bericht.soort.nummer in {"315", "317"}:
        plek = {"315": "Client/AangevraagdeProducten/AangevraagdProduct", "317": "Client/Verzoek"}
        groepen = wortel.groepen(plek[bericht.soort.nummer])
        nieuw = [Verzoek(groep.tekst("ReferentieAanbieder"), bsn) for groep in groepen]
        return replace(kennis, verzoeken=(*kennis.verzoeken, *nieuw))
    [declaratie] = wortel.groepen("Declaratie")
    prestaties = [
        Prestatie.uit(prestatie, client.tekst("Bsn"))
        for client in declaratie.groepen("Clienten/Client")
        for prestatie in client.groepen("Prestaties/Prestatie")
    ]
    van, tot = (declaratie.datum(f"DeclaratiePeriode/{dag}") for dag in ("Begindatum", "Einddatum"))
    rekening = Declaratie(declaratie.tekst("DeclaratieNummer"), van or date.min, tot or date.max)
    return replace(
        kennis,
        prestaties=(*kennis.prestaties, *prestaties),
        declaraties=(*kennis.declaraties, rekening),
    )


def _bij(rij: tuple[_T, ...], nieuw: _T, product: Groep) -> tuple[_T, ...]:
    if product.tekst("StatusAanlevering") == "3":
        return tuple(een for een in rij if een != nieuw)
    return (*rij, nieuw)


def _toewijzing(p: Mapping[str, Any], bsn: str) -> Toewijzing:
    omvang = p.get("Omvang", {})
    return Toewijzing(
        p["ToewijzingNummer"],
        bsn,
        date.fromisoformat(p["Ingangsdatum"]),
        date.fromisoformat(p["Einddatum"]),
        p["Product"].get("Categorie", ""),
        p["Product"].get("Code", ""),
        omvang.get("Volume"),
        omvang.get("Eenheid", ""),
        omvang.get("Frequentie", ""),
        p.get("Budget"),
        p.get("RedenWijziging", ""),
        p.get("ReferentieAanbieder", ""),
    )


def _inhoud(bericht: Bericht) -> dict[str, Any]:
    return dict(inhoud_van(bericht.wortel))


def inhoud_als_lijst(bericht: Bericht) -> dict[str, Any]:
    """Return an invoice as nested mappings, its clients and lines always as lists."""
    declaratie: dict[str, Any] = _inhoud(bericht)["Declaratie"]
    clienten = declaratie["Clienten"]["Client"]
    declaratie["Clienten"]["Client"] = clienten if isinstance(clienten, list) else [clienten]
    for client in declaratie["Clienten"]["Client"]:
        regels = client["Prestaties"]["Prestatie"]
        client["Prestaties"]["Prestatie"] = regels if isinstance(regels, list) else [regels]
    return declaratie


def regels(bericht: Bericht) -> list[dict[str, Any]]:
    """Return the lines of an invoice."""
    clienten = inhoud_als_lijst(bericht)["Clienten"]["Client"]
    return [regel for client in clienten for regel in client["Prestaties"]["Prestatie"]]


def soorten(berichten: Iterable[Bericht]) -> list[str]:
    """Return the numbers of messages, sorted."""
    return sorted(bericht.soort.nummer for bericht in berichten)
