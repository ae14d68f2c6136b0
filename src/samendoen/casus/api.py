"""The door of casus for other contexts and for the demo."""

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van, loopt_te_lezen
from samendoen.casus.actions.acties import heropen_actie, rond_acties_af
from samendoen.casus.actions.afzeggen import Afzegging, plan_overleg_weer, zeg_overleg_af
from samendoen.casus.actions.agendapunt import (
    Afspraak,
    Agendering,
    Bespreking,
    agendeer_punten,
    bespreek_punten,
    heropen_punt,
    verplaats_punten,
)
from samendoen.casus.actions.akkoord import Akkoordinvoer, leg_akkoorden_vast
from samendoen.casus.actions.betrokkenen import betrek_personen
from samendoen.casus.actions.bevindingen import geef_cijfers_later, schrijf_bevindingen, schrijf_onderzochten
from samendoen.casus.actions.bijlage import NieuweBijlage, verwijder_bijlage, voeg_bijlage_toe
from samendoen.casus.actions.consultatie import Consultatieinvoer, begin_consultaties, stop_consultatie
from samendoen.casus.actions.deling import Delinginvoer, deel_gegevens, trek_deling_in
from samendoen.casus.actions.evaluatie import leg_evaluaties_vast, trek_evaluatie_in
from samendoen.casus.actions.evaluatieinvoer import Doeluitslaginvoer, Evaluatieinvoer, Uitkomstinvoer
from samendoen.casus.actions.losmaken import haal_melding_los
from samendoen.casus.actions.meldcode import begin_meldcodes, leg_stappen_vast, trek_stap_in
from samendoen.casus.actions.meldcodeinvoer import NieuweMeldcode, Stapinvoer
from samendoen.casus.actions.meldcodestand import (
    heropen_meldcode,
    hervat_meldcode,
    pauzeer_meldcode,
    rond_meldcode_af,
    trek_meldcode_in,
    verklaar_geen_tweede,
)
from samendoen.casus.actions.meldingen import voeg_meldingen_toe
from samendoen.casus.actions.merken import hef_merken_op, verleng_merken, zet_merken
from samendoen.casus.actions.notitie import begin_notities, kies_wie, schrijf_notities
from samendoen.casus.actions.notitieinvoer import NieuweNotitie, Notitieinvoer, Notitiewie
from samendoen.casus.actions.notitieklaar import (
    gooi_notitie_weg,
    rond_notities_af,
    trek_notitie_in,
    verbeter_notitie,
    zet_notitie_terug,
)
from samendoen.casus.actions.notitiewissen import Schoning, schoon_notitie
from samendoen.casus.actions.onderzoek import gooi_onderzoek_weg, kies_leefgebieden, neem_meldingen_mee
from samendoen.casus.actions.onderzoekbegin import begin_onderzoeken
from samendoen.casus.actions.onderzoekinvoer import (
    Bevindinginvoer,
    Leefgebiedkeuze,
    NieuwOnderzoek,
    Onderzochteinvoer,
)
from samendoen.casus.actions.onderzoekvraag import laat_onderzoeken
from samendoen.casus.actions.openen import NieuweCasus, open_casussen
from samendoen.casus.actions.overdracht import (
    Overdrachtinvoer,
    aanvaard_overdracht,
    stel_overdrachten_voor,
    trek_overdracht_in,
    weiger_overdracht,
)
from samendoen.casus.actions.overleg import (
    Deelnemerinvoer,
    NieuwOverleg,
    haal_deelnemer_weg,
    plan_overleggen,
    voeg_deelnemers_toe,
    wijzig_overleg,
)
from samendoen.casus.actions.partnerregie import (
    Partnerregieinvoer,
    beeindig_partnerregies,
    begin_partnerregies,
    bekijk_partnerregies,
)
from samendoen.casus.actions.plan import schrijf_plannen
from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer, Planinvoer
from samendoen.casus.actions.planschrijven import Actieschrift, Doelschrift, schrijf_actie, schrijf_doel
from samendoen.casus.actions.rechten import meldingen_van
from samendoen.casus.actions.regie import draag_regie_over, zet_tweede
from samendoen.casus.actions.sluiten import heropen_casus, sluit_casussen
from samendoen.casus.actions.taxatie import taxeer_veiligheid, trek_taxatie_in
from samendoen.casus.actions.teambord import Verplaatsing, verplaats_casussen, zet_intensiteiten
from samendoen.casus.actions.vaststellen import gooi_concept_weg, stel_plannen_vast
from samendoen.casus.actions.veiligheidinvoer import Merkinvoer, Taxatieinvoer
from samendoen.casus.actions.verslag import verstuur_verslagen
from samendoen.casus.queries.bevindingen import Onderzoeksbevinding, onderzoeksbevindingen
from samendoen.casus.queries.kernen import (
    Actiekern,
    Casuskern,
    actiekernen,
    actienummers,
    betrokkenen,
    casuskernen,
    casussen_van_meldingen,
    lopende_van_huishoudens,
    maatwerkacties,
    open_casussen_per_team,
)
from samendoen.casus.queries.leeftijd import Eigenaar, Geholpen, aan_de_beurt, herleid_leeftijd, leeftijdtaak
from samendoen.casus.queries.merken import Merkbeeld, geldende_merken
from samendoen.casus.queries.taken import met_hulp_in_casus
from samendoen.casus.rules import (
    Actiestatus,
    Bereikt,
    Clientondersteuning,
    EigenPlan,
    Einde,
    Mate,
    Onderzoekstatus,
    Oordeel,
    Planstatus,
    RedenSluiten,
    Spreker,
    Status,
    Verteld,
    Vervolg,
)

__all__ = [
    "Actieinvoer",
    "Actiekern",
    "Actieschrift",
    "Actiestatus",
    "Afspraak",
    "Afzegging",
    "Agendering",
    "Akkoordinvoer",
    "Bereikt",
    "Bespreking",
    "Betrokkenewaarde",
    "Bevindinginvoer",
    "Casuskern",
    "Clientondersteuning",
    "Consultatieinvoer",
    "Deelnemerinvoer",
    "Delinginvoer",
    "Doelinvoer",
    "Doelschrift",
    "Doeluitslaginvoer",
    "EigenPlan",
    "Eigenaar",
    "Einde",
    "Evaluatieinvoer",
    "Geholpen",
    "Leefgebiedkeuze",
    "Mate",
    "Merkbeeld",
    "Merkinvoer",
    "NieuwOnderzoek",
    "NieuwOverleg",
    "NieuweBijlage",
    "NieuweCasus",
    "NieuweMeldcode",
    "NieuweNotitie",
    "Notitieinvoer",
    "Notitiewie",
    "Onderzochteinvoer",
    "Onderzoeksbevinding",
    "Onderzoekstatus",
    "Oordeel",
    "Overdrachtinvoer",
    "Partnerregieinvoer",
    "Planinvoer",
    "Planstatus",
    "RedenSluiten",
    "Schoning",
    "Spreker",
    "Stapinvoer",
    "Status",
    "Taxatieinvoer",
    "Uitkomstinvoer",
    "Verplaatsing",
    "Verteld",
    "Vervolg",
    "aan_de_beurt",
    "aanvaard_overdracht",
    "actiekernen",
    "actienummers",
    "agendeer_punten",
    "beeindig_partnerregies",
    "begin_consultaties",
    "begin_meldcodes",
    "begin_notities",
    "begin_onderzoeken",
    "begin_partnerregies",
    "bekijk_partnerregies",
    "bespreek_punten",
    "betrek_personen",
    "betrokkenen",
    "betrokkenen_van",
    "casuskernen",
    "casussen_van_meldingen",
    "deel_gegevens",
    "draag_regie_over",
    "geef_cijfers_later",
    "geldende_merken",
    "gooi_concept_weg",
    "gooi_notitie_weg",
    "gooi_onderzoek_weg",
    "haal_deelnemer_weg",
    "haal_melding_los",
    "hef_merken_op",
    "herleid_leeftijd",
    "heropen_actie",
    "heropen_casus",
    "heropen_meldcode",
    "heropen_punt",
    "hervat_meldcode",
    "kies_leefgebieden",
    "kies_wie",
    "laat_onderzoeken",
    "leeftijdtaak",
    "leg_akkoorden_vast",
    "leg_evaluaties_vast",
    "leg_stappen_vast",
    "loopt_te_lezen",
    "lopende_van_huishoudens",
    "maatwerkacties",
    "meldingen_van",
    "met_hulp_in_casus",
    "neem_meldingen_mee",
    "onderzoeksbevindingen",
    "open_casussen",
    "open_casussen_per_team",
    "pauzeer_meldcode",
    "plan_overleg_weer",
    "plan_overleggen",
    "rond_acties_af",
    "rond_meldcode_af",
    "rond_notities_af",
    "schoon_notitie",
    "schrijf_actie",
    "schrijf_bevindingen",
    "schrijf_doel",
    "schrijf_notities",
    "schrijf_onderzochten",
    "schrijf_plannen",
    "sluit_casussen",
    "stel_overdrachten_voor",
    "stel_plannen_vast",
    "stop_consultatie",
    "taxeer_veiligheid",
    "trek_deling_in",
    "trek_evaluatie_in",
    "trek_meldcode_in",
    "trek_notitie_in",
    "trek_overdracht_in",
    "trek_stap_in",
    "trek_taxatie_in",
    "verbeter_notitie",
    "verklaar_geen_tweede",
    "verleng_merken",
    "verplaats_casussen",
    "verplaats_punten",
    "verstuur_verslagen",
    "verwijder_bijlage",
    "voeg_bijlage_toe",
    "voeg_deelnemers_toe",
    "voeg_meldingen_toe",
    "weiger_overdracht",
    "wijzig_overleg",
    "zeg_overleg_af",
    "zet_intensiteiten",
    "zet_merken",
    "zet_notitie_terug",
    "zet_tweede",
]
