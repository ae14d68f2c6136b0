"""The tables of these screens: columns and what an empty one says."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.schil.api import Kolom, Tabel

Rijen = Sequence[dict[str, str]]


def teamtabel(rijen: Rijen) -> Tabel:
    """Teams with members and capacity."""
    kolommen = [
        Kolom("naam", _("Team")),
        Kolom("soort", _("Soort")),
        Kolom("leden", _("Leden"), getal=True),
        Kolom("fte", _("Eigen capaciteit")),
    ]
    leeg = _("Er is nog geen gemeente ingelezen. Dat doet functioneel beheer met: samendoen demo.")
    return Tabel(_("Teams"), kolommen, rijen, leeg=leeg)


def capaciteittabel(rijen: Rijen) -> Tabel:
    """Capacity per job, with where it comes from."""
    kolommen = [
        Kolom("functie", _("Functie")),
        Kolom("teams", _("Teams")),
        Kolom("fte", _("Fte"), getal=True),
        Kolom("personen", _("Personen"), getal=True),
        Kolom("herkomst", _("Herkomst")),
        Kolom("bron", _("Bron of toelichting")),
    ]
    return Tabel(_("Capaciteit"), kolommen, rijen, leeg=_("Van dit team is geen capaciteit bekend."))


def naamtabel(rijen: Rijen) -> Tabel:
    """Names of a team over time."""
    kolommen = [
        Kolom("naam", _("Naam")),
        Kolom("periode", _("Periode")),
        Kolom("uitvoerder", _("Uitgevoerd door")),
        Kolom("herkomst", _("Herkomst")),
        Kolom("toelichting", _("Bron of toelichting")),
    ]
    return Tabel(_("Namen in de tijd"), kolommen, rijen)


def medewerkertabel(rijen: Rijen, titel: str, *, met_teams: bool = True) -> Tabel:
    """Employees."""
    kolommen = [
        Kolom("naam", _("Naam")),
        Kolom("functie", _("Functie")),
        Kolom("rollen", _("Rollen")),
        *([Kolom("teams", _("Teams"))] if met_teams else []),
        Kolom("let_op", _("Let op")),
    ]
    return Tabel(titel, kolommen, rijen, leeg=_("Hier verschijnen de medewerkers die een account hebben."))


def mandatentabel(rijen: Rijen) -> Tabel:
    """Mandates."""
    kolommen = [
        Kolom("wie", _("Voor wie")),
        Kolom("bevoegdheid", _("Bevoegdheid")),
        Kolom("kaders", _("Wettelijke kaders")),
        Kolom("grens", _("Grens per besluit")),
        Kolom("teams", _("Teams")),
        Kolom("periode", _("Periode")),
        Kolom("herkomst", _("Herkomst")),
        Kolom("actie", _("Wijzigen")),
    ]
    return Tabel(_("Mandaten"), kolommen, rijen, leeg=_("Er is geen mandaat: dan kan alleen advies."))


def tokentabel(rijen: Rijen) -> Tabel:
    """Tokens of other systems."""
    kolommen = [
        Kolom("naam", _("Waarvoor")),
        Kolom("account", _("Systeemaccount")),
        Kolom("stand", _("Stand")),
        Kolom("tot_en_met", _("Geldig tot en met")),
        Kolom("gebruikt", _("Laatst gebruikt")),
        Kolom("gemaakt", _("Gemaakt")),
        Kolom("actie", _("Wijzigen")),
    ]
    leeg = _("Geen enkel systeem heeft toegang. Maak een systeemaccount en daarna een token.")
    return Tabel(_("Toegangstokens"), kolommen, rijen, leeg=leeg, toon_titel=False)


def afwezigheidtabel(rijen: Rijen, *, met_wie: bool = True) -> Tabel:
    """Absences."""
    wie = [Kolom("wie", _("Wie"))] if met_wie else []
    kolommen = [
        *wie,
        Kolom("van", _("Eerste dag afwezig")),
        Kolom("tot", _("Eerste dag terug")),
        Kolom("vervanger", _("Vervanger")),
        Kolom("stand", _("Stand")),
        Kolom("actie", _("Wijzigen")),
    ]
    return Tabel(_("Afwezigheid"), kolommen, rijen, leeg=_("Er is geen afwezigheid gemeld."))
