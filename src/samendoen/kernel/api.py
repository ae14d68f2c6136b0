"""The door of the kernel for every other context."""

from samendoen.kernel import klok
from samendoen.kernel.access import (
    Dossierkop,
    Toekenning,
    andere_dossiers,
    beeindig,
    beeindig_op,
    dossiers_van,
    eigen_dossiers,
    haal,
    haal_dossier,
    ken_toe,
    log_inzage,
    open_dossiers,
    personen_op_grond,
    verplaats_dossier,
    zichtbaar,
    zichtbaar_via_persoon,
)
from samendoen.kernel.acties import ACTIES, Actie, actie, op_beurt
from samendoen.kernel.actor import NIEMAND, SYSTEEM, Actor, actor_van
from samendoen.kernel.bulk import werk_bij
from samendoen.kernel.feitbron import (
    Gebeurtenisregel,
    gebeurtenissen_tot,
    in_porties,
    per_onderwerp,
    pseudoniemen,
)
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import (
    Code,
    Gebeurtenissoort,
    Hash,
    Vastlegging,
    aantal_gebeurtenissen,
    lees,
    leg_vast,
    van_onderwerp,
    verwoord,
)
from samendoen.kernel.inzage import inzagelog, noodtoegangen
from samendoen.kernel.models import ActorSoort, Grond, Niveau, Wet
from samendoen.kernel.organen import (
    beeindig_lidmaatschap,
    beeindig_rol,
    bezette_namen,
    groepcodes,
    groepsleden,
    maak_gebruiker,
    maak_groep,
    maak_lid,
    rollen_van,
    zet_rol,
    zet_wachtwoord,
)
from samendoen.kernel.personen import nieuwe_personen
from samendoen.kernel.privacy import Klasse
from samendoen.kernel.rechten import ROLNAMEN, Permissie, Rol
from samendoen.kernel.tijdlijn import tijdlijn
from samendoen.kernel.web.poort import poort
from samendoen.kernel.web.verzoek import Verzoek, geheel
from samendoen.kernel.wissen import speel_wislijst_na
from samendoen.kernel.zoeken import Vindbaar, maak_vindbaar

__all__ = [
    "ACTIES",
    "NIEMAND",
    "ROLNAMEN",
    "SYSTEEM",
    "Actie",
    "Actor",
    "ActorSoort",
    "Code",
    "Domeinfout",
    "Dossierkop",
    "Gebeurtenisregel",
    "Gebeurtenissoort",
    "Geweigerd",
    "Grond",
    "Hash",
    "Klasse",
    "NietGevonden",
    "Niveau",
    "Permissie",
    "Rol",
    "Toekenning",
    "Vastlegging",
    "Verzoek",
    "Vindbaar",
    "Wet",
    "aantal_gebeurtenissen",
    "actie",
    "actor_van",
    "andere_dossiers",
    "beeindig",
    "beeindig_lidmaatschap",
    "beeindig_op",
    "beeindig_rol",
    "bezette_namen",
    "dossiers_van",
    "eigen_dossiers",
    "gebeurtenissen_tot",
    "geheel",
    "groepcodes",
    "groepsleden",
    "haal",
    "haal_dossier",
    "in_porties",
    "inzagelog",
    "ken_toe",
    "klok",
    "lees",
    "leg_vast",
    "log_inzage",
    "maak_gebruiker",
    "maak_groep",
    "maak_lid",
    "maak_vindbaar",
    "nieuwe_personen",
    "noodtoegangen",
    "op_beurt",
    "open_dossiers",
    "per_onderwerp",
    "personen_op_grond",
    "poort",
    "pseudoniemen",
    "rollen_van",
    "speel_wislijst_na",
    "tijdlijn",
    "van_onderwerp",
    "verplaats_dossier",
    "verwoord",
    "werk_bij",
    "zet_rol",
    "zet_wachtwoord",
    "zichtbaar",
    "zichtbaar_via_persoon",
]
