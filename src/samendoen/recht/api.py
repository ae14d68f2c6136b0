"""The door of this context: what others may import of the law."""

from samendoen.recht.atw import eerstvolgende_gewone_dag, is_gewone_dag, plus_werkdagen, terugrekenen
from samendoen.recht.bedragen import (
    Bedrag,
    Norm,
    Periode,
    bijstandsnorm,
    eigen_bijdrage,
    percentage_van_norm,
)
from samendoen.recht.bewaren import Bewaarwet, bewaren_tot_en_met, moet_vernietigd, vernietigen_uiterlijk
from samendoen.recht.bezwaar import Tijdigheid, beoordeel_tijdigheid
from samendoen.recht.bsn import eis_bsn, is_bsn, masker_bsn
from samendoen.recht.datum import Eenheid, datumtekst
from samendoen.recht.dwangsom import Dwangsom, bereken_dwangsom, vaststellen_uiterlijk
from samendoen.recht.dwangsom import bedrag as dwangsombedrag
from samendoen.recht.fouten import Rechtsfout
from samendoen.recht.identificaties import (
    GEMEENTEN,
    gemeentenaam,
    is_agb,
    is_cbs_code,
    is_postcode,
    normaliseer_postcode,
)
from samendoen.recht.jeugd import Verwijzer, Woonplaats, bepaal_woonplaats, kan_jeugdhulp
from samendoen.recht.kalender import Feestdag, erkende_feestdag, feestdagen, is_erkende_feestdag
from samendoen.recht.leeftijd import bereikt, is_minderjarig, leeftijd, perspectiefplan_vanaf
from samendoen.recht.leerplicht import melden_vanaf
from samendoen.recht.meldcode import WEEGVRAGEN, Besluit, Weging, weeg
from samendoen.recht.schulden import Dreiging, Match, Signaal, Vordering, bepaal_match, eerste_gesprek
from samendoen.recht.soorten import SOORTEN, geef_soort
from samendoen.recht.termijn import bereken
from samendoen.recht.toestemming import Toestemmingsregel, Wie, is_toegestaan, toestemming_nodig
from samendoen.recht.vertegenwoordiging import Post, Postregel, post_aan
from samendoen.recht.waarden import Grond, Schorsing, Stap, Termijn, Termijnsoort, Verdaging
from samendoen.recht.wmo import (
    Gegevensbron,
    aanvraag_mogelijk,
    ervaringsonderzoek_uiterlijk,
    mag_hergebruiken,
)

__all__ = [
    "GEMEENTEN", "SOORTEN", "WEEGVRAGEN", "Bedrag", "Besluit", "Bewaarwet", "Dreiging", "Dwangsom", "Eenheid",
    "Feestdag", "Gegevensbron", "Grond", "Match", "Norm", "Periode", "Post", "Postregel", "Rechtsfout",
    "Schorsing", "Signaal", "Stap", "Termijn", "Termijnsoort", "Tijdigheid", "Toestemmingsregel", "Verdaging",
    "Verwijzer", "Vordering", "Weging", "Wie", "Woonplaats", "aanvraag_mogelijk", "beoordeel_tijdigheid",
    "bepaal_match", "bepaal_woonplaats", "bereikt", "bereken", "bereken_dwangsom", "bewaren_tot_en_met",
    "bijstandsnorm", "datumtekst", "dwangsombedrag", "eerste_gesprek", "eerstvolgende_gewone_dag",
    "eigen_bijdrage", "eis_bsn",
    "erkende_feestdag", "ervaringsonderzoek_uiterlijk", "feestdagen", "geef_soort", "gemeentenaam", "is_agb",
    "is_bsn", "is_cbs_code", "is_erkende_feestdag", "is_gewone_dag", "is_minderjarig", "is_postcode",
    "is_toegestaan", "kan_jeugdhulp", "leeftijd", "mag_hergebruiken", "masker_bsn", "melden_vanaf",
    "moet_vernietigd", "normaliseer_postcode", "percentage_van_norm", "perspectiefplan_vanaf",
    "plus_werkdagen", "post_aan", "terugrekenen", "toestemming_nodig", "vaststellen_uiterlijk",
    "vernietigen_uiterlijk", "weeg",
]  # fmt: skip
