"""All kinds of terms, as data, each with its article.

Terms in a law are moved by the Algemene termijnenwet unless it excludes their length. Terms of the
iStandaarden come from a standard: nothing moves them, but working days skip weekends and holidays.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from samendoen.recht.atw import Verschuiving
from samendoen.recht.datum import Eenheid
from samendoen.recht.fouten import Rechtsfout
from samendoen.recht.waarden import Grond, Termijnsoort, Verdaging

DAGEN, WEKEN, MAANDEN = Eenheid.DAGEN, Eenheid.WEKEN, Eenheid.MAANDEN
JAREN, WERKDAGEN = Eenheid.JAREN, Eenheid.WERKDAGEN

AWB_4_15 = (
    (Grond.AANVULLING, "Awb art. 4:15 lid 1"),
    (Grond.INSTEMMING, "Awb art. 4:15 lid 2 onder a"),
    (Grond.VERTRAGING, "Awb art. 4:15 lid 2 onder b"),
    (Grond.OVERMACHT, "Awb art. 4:15 lid 2 onder c"),
)
AWB_7_10 = ((Grond.AANVULLING, "Awb art. 7:10 lid 2"), (Grond.INSTEMMING, "Awb art. 7:10 lid 4"))
VERDAGING_BEZWAAR = Verdaging("Awb art. 7:10 lid 3", 42)
VERDAGING_KLACHT = Verdaging("Awb art. 9:11 lid 2", 28)

BEZWAAR = Termijnsoort(
    "bezwaar", "bezwaar maken", 6, WEKEN, "Awb art. 6:7 en 6:8",
    "is het besluit bekendgemaakt", "uiterlijk dan moet het bezwaarschrift zijn ingediend",
)  # fmt: skip
KLAAR_BESLUIT = "uiterlijk dan moet het besluit zijn genomen"
KLAAR_BEZWAAR = "uiterlijk dan moet op het bezwaar zijn beslist"
KLAAR_KLACHT = "uiterlijk dan moet de klacht zijn afgehandeld"
GEWIJZIGD = "is het dossier voor het laatst gewijzigd"
BEWAARD = "tot en met die dag blijft het dossier bewaard"
GEEN = Verschuiving.GEEN

_ALLE = (
    # --- Wmo 2015
    Termijnsoort(
        "wmo-onderzoek", "onderzoek na een melding", 6, WEKEN, "Wmo 2015 art. 2.3.2 lid 1",
        "is de melding ontvangen", "uiterlijk dan moet het onderzoek klaar zijn",
    ),
    Termijnsoort(
        "wmo-persoonlijk-plan", "persoonlijk plan indienen", 7, DAGEN, "Wmo 2015 art. 2.3.2 lid 2",
        "is de melding ontvangen", "tot en met die dag kan de inwoner een persoonlijk plan inleveren",
    ),
    Termijnsoort(
        "wmo-besluit", "besluit op een Wmo-aanvraag", 2, WEKEN, "Wmo 2015 art. 2.3.5 lid 2",
        "is de aanvraag ontvangen", KLAAR_BESLUIT, schorsgronden=AWB_4_15,
    ),
    # --- Algemene wet bestuursrecht
    Termijnsoort(
        "awb-beslistermijn", "besluit op een aanvraag", 8, WEKEN, "Awb art. 4:13 lid 2",
        "is de aanvraag ontvangen", KLAAR_BESLUIT,
        schorsgronden=AWB_4_15, verdaging=Verdaging("Awb art. 4:14 lid 3", None),
    ),
    Termijnsoort(
        "awb-buiten-behandeling", "besluit om een aanvraag niet te behandelen", 4, WEKEN,
        "Awb art. 4:5 lid 4", "is de aanvraag aangevuld of verstreek de gestelde termijn",
        "uiterlijk dan moet het besluit om de aanvraag niet te behandelen bekend zijn gemaakt",
    ),
    BEZWAAR,
    Termijnsoort(
        "bezwaar-per-post", "ontvangst van een bezwaarschrift dat op tijd is gepost", 1, Eenheid.WEKEN,
        "Awb art. 6:9 lid 2", "is de bezwaartermijn afgelopen",
        "uiterlijk dan moet het geposte bezwaarschrift zijn ontvangen",
    ),
    Termijnsoort(
        "beslissing-op-bezwaar", "beslissing op bezwaar", 6, WEKEN, "Awb art. 7:10 lid 1",
        "is het bestreden besluit bekendgemaakt", KLAAR_BEZWAAR,
        schorsgronden=AWB_7_10, verdaging=VERDAGING_BEZWAAR, na=BEZWAAR,
    ),
    Termijnsoort(
        "beslissing-op-bezwaar-commissie", "beslissing op bezwaar met een adviescommissie", 12, WEKEN,
        "Awb art. 7:10 lid 1 en 7:13", "is het bestreden besluit bekendgemaakt", KLAAR_BEZWAAR,
        schorsgronden=AWB_7_10, verdaging=VERDAGING_BEZWAAR, na=BEZWAAR,
    ),
    Termijnsoort(
        "klacht", "afhandeling van een klacht", 6, WEKEN, "Awb art. 9:11 lid 1",
        "is de klacht ontvangen", KLAAR_KLACHT, verdaging=VERDAGING_KLACHT,
    ),
    Termijnsoort(
        "klacht-commissie", "afhandeling van een klacht met een commissie", 10, WEKEN, "Awb art. 9:11 lid 1",
        "is de klacht ontvangen", KLAAR_KLACHT, verdaging=VERDAGING_KLACHT,
    ),
    Termijnsoort(
        "dwangsom-vaststellen", "beschikking over de dwangsom", 2, WEKEN, "Awb art. 4:18",
        "was de laatste dag waarover de dwangsom verschuldigd is",
        "uiterlijk dan moet de hoogte van de dwangsom zijn vastgesteld",
    ),
    # --- Jeugdwet
    Termijnsoort(
        "jeugd-plan", "plan voor de hulp aan een jeugdige", 6, WEKEN, "Jeugdwet art. 4.1.3 lid 5",
        "is vastgesteld dat hulp nodig is", "uiterlijk dan moet het plan er zijn",
    ),
    # --- Wet gemeentelijke schuldhulpverlening
    Termijnsoort(
        "wgs-gesprek", "eerste gesprek over schulden", 4, WEKEN, "Wgs art. 4 lid 1",
        "is om schuldhulp gevraagd, of het signaal ontvangen waarop het aanbod is aanvaard",
        "uiterlijk dan moet het eerste gesprek zijn gevoerd",
    ),
    Termijnsoort(
        "wgs-gesprek-dreigend", "eerste gesprek bij een dreigende situatie", 3, WERKDAGEN, "Wgs art. 4 lid 2",
        "is om schuldhulp gevraagd, of het signaal ontvangen waarop het aanbod is aanvaard",
        "uiterlijk dan moet het eerste gesprek zijn gevoerd",
    ),
    Termijnsoort(
        "wgs-besluit", "besluit over schuldhulp", 8, WEKEN, "Wgs art. 4a lid 3",
        "is het eerste gesprek gevoerd", KLAAR_BESLUIT, schorsgronden=AWB_4_15,
    ),
    # --- other laws
    Termijnsoort(
        "wvggz-verkennend", "verkennend onderzoek", 14, DAGEN, "Wvggz art. 5:2 lid 2",
        "is de melding ontvangen", "uiterlijk dan moet het verkennend onderzoek klaar zijn",
    ),
    Termijnsoort(
        "avg-maand", "antwoord op een AVG-verzoek", 1, MAANDEN, "AVG art. 12 lid 3",
        "is het verzoek ontvangen", "uiterlijk dan moet het antwoord gegeven zijn", Verschuiving.EU,
    ),
    Termijnsoort(
        "avg-maand-verlengd", "antwoord op een AVG-verzoek na verlenging", 3, MAANDEN, "AVG art. 12 lid 3",
        "is het verzoek ontvangen", "uiterlijk dan moet het antwoord gegeven zijn", Verschuiving.EU,
    ),
    Termijnsoort(
        "vernietiging-op-verzoek", "vernietiging van een dossier op verzoek", 3, MAANDEN,
        "Wmo 2015 art. 5.3.5", "is het schriftelijke verzoek ontvangen",
        "uiterlijk dan moeten de gegevens vernietigd zijn",
    ),
    # --- retention: years, so the Algemene termijnenwet never applies (art. 4)
    Termijnsoort(
        "bewaren-wmo", "bewaren van een Wmo-dossier", 15, JAREN, "Wmo 2015 art. 5.3.4", GEWIJZIGD, BEWAARD,
    ),
    Termijnsoort(
        "bewaren-jeugd", "bewaren van een jeugdhulpdossier", 20, JAREN, "Jeugdwet art. 7.3.8 lid 3",
        GEWIJZIGD, BEWAARD,
    ),
    Termijnsoort(
        "bewaren-veilig-thuis", "bewaren van een dossier van Veilig Thuis", 20, JAREN, "Wmo 2015 art. 5.3.4",
        GEWIJZIGD, BEWAARD,
    ),
    Termijnsoort(
        "bewaren-cak-svb", "bewaren van gegevens bij CAK en SVB", 7, JAREN, "Wmo 2015 art. 5.3.4",
        GEWIJZIGD, BEWAARD,
    ),
    # --- iStandaarden 3.2: a standard, not a law
    Termijnsoort(
        "istandaard-retour", "retourbericht", 3, WERKDAGEN, "iStandaarden OP090",
        "is het bericht ontvangen", "uiterlijk dan moet het retourbericht verzonden zijn", GEEN,
    ),
    Termijnsoort(
        "istandaard-declaratie-antwoord", "antwoord op een declaratie (325)", 10, WERKDAGEN,
        "iStandaarden OP090x4", "is de declaratie ontvangen",
        "uiterlijk dan moet het antwoord verzonden zijn", GEEN,
    ),
    Termijnsoort(
        "istandaard-start", "startbericht (305)", 5, WERKDAGEN, "iStandaarden OP271",
        "is de ondersteuning gestart", "uiterlijk dan moet het startbericht verzonden zijn", GEEN,
    ),
    Termijnsoort(
        "istandaard-stop", "stopbericht (307)", 5, WERKDAGEN, "iStandaarden OP272",
        "is de ondersteuning beëindigd", "uiterlijk dan moet het stopbericht verzonden zijn", GEEN,
    ),
    Termijnsoort(
        "istandaard-antwoord", "antwoord op een verzoek (301 of 319)", 5, WERKDAGEN,
        "iStandaarden OP274 en OP346", "is het verzoek ontvangen",
        "uiterlijk dan moet een 301 of 319 verzonden zijn", GEEN,
    ),
    Termijnsoort(
        "istandaard-woonplaats", "afwijzing op woonplaats (319)", 2, WEKEN, "iStandaarden OP359",
        "is het verzoek ontvangen", "uiterlijk dan moet een afwijzing op woonplaats verzonden zijn", GEEN,
    ),
    Termijnsoort(
        "declaratie-betaling", "betaling van een declaratie", 30, DAGEN, "BW art. 6:119b lid 2",
        "is de declaratie gedagtekend", "uiterlijk dan moet zij betaald zijn", GEEN,
    ),
    Termijnsoort(
        "istandaard-onderzoek", "antwoord op een verzoek dat in onderzoek is", 8, WEKEN,
        "iStandaarden OP274 en OP346", "is het verzoek gedagtekend",
        "uiterlijk dan moet een 301 of een afwijzing verzonden zijn", GEEN,
    ),
)  # fmt: skip

SOORTEN: Mapping[str, Termijnsoort] = MappingProxyType({soort.code: soort for soort in _ALLE})


def geef_soort(code: str) -> Termijnsoort:
    """Return the kind with this code, or raise `Rechtsfout` (`onbekende-soort`) naming what does exist."""
    try:
        return SOORTEN[code]
    except KeyError:
        lijkt = get_close_matches(code, SOORTEN, n=3)
        doe = f"Bedoelt u {' of '.join(lijkt)}?" if lijkt else f"Kies uit: {', '.join(SOORTEN)}."
        raise Rechtsfout("onbekende-soort", f"De termijn '{code}' bestaat niet.", doe) from None
