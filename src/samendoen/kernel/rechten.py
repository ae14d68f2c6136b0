"""Roles and what they permit: one table (design 04, "Roles -> permissions")."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Rol(StrEnum):
    """What somebody does in the municipality. Direction (regie) is no role but a grant on a casus."""

    LOKET = "loket"
    CONSULENT = "consulent"
    TEAMLEIDER = "teamleider"
    KWALITEIT = "kwaliteit"
    BACKOFFICE = "backoffice"
    LEERPLICHT = "leerplicht"
    PARTNER = "partner"
    BELEID = "beleid"
    RAAD = "raad"
    BEHEER = "beheer"
    FG = "fg"
    INWONER = "inwoner"


ROLNAMEN = {
    Rol.LOKET: _("Loketmedewerker"),
    Rol.CONSULENT: _("Consulent"),
    Rol.TEAMLEIDER: _("Teamleider"),
    Rol.KWALITEIT: _("Gedragswetenschapper"),
    Rol.BACKOFFICE: _("Backoffice"),
    Rol.LEERPLICHT: _("Leerplichtambtenaar"),
    Rol.PARTNER: _("Partner"),
    Rol.BELEID: _("Beleidsadviseur"),
    Rol.RAAD: _("Raadslid of bestuurder"),
    Rol.BEHEER: _("Functioneel beheer"),
    Rol.FG: _("Functionaris gegevensbescherming"),
    Rol.INWONER: _("Inwoner"),
}


class Permissie(StrEnum):
    """What an action asks for. An action has exactly one; a read has one or a grant on the dossier."""

    MELDING_REGISTREREN = "melding_registreren"
    MELDING_AFHANDELEN = "melding_afhandelen"
    MELDING_INTREKKEN = "melding_intrekken"
    MELDING_TRIEREN = "melding_trieren"
    INWONER_ZOEKEN = "inwoner_zoeken"
    INWONER_WIJZIGEN = "inwoner_wijzigen"
    KAART_BEHEREN = "kaart_beheren"
    CASUS_WERKEN = "casus_werken"
    REGIE_TOEWIJZEN = "regie_toewijzen"
    VEILIGHEID_ZIEN = "veiligheid_zien"
    BESLUIT_VOORBEREIDEN = "besluit_voorbereiden"
    BESLUIT_NEMEN = "besluit_nemen"
    VOORZIENING_TOEWIJZEN = "voorziening_toewijzen"
    BERICHTEN_ZIEN = "berichten_zien"
    PRODUCTEN_BEHEREN = "producten_beheren"
    GELD_ZIEN = "geld_zien"
    BELEID_ZIEN = "beleid_zien"
    BELEID_BEHEREN = "beleid_beheren"
    BELEID_VERANTWOORDEN = "beleid_verantwoorden"
    BELEID_PUBLICEREN = "beleid_publiceren"
    TOEGANGSTOKEN_BEHEREN = "toegangstoken_beheren"
    VANDAAG_ZIEN = "vandaag_zien"
    WERK_ZIEN = "werk_zien"
    TAAK_MAKEN = "taak_maken"
    TAAK_AFRONDEN = "taak_afronden"
    TERMIJN_WIJZIGEN = "termijn_wijzigen"
    ORGANISATIE_BEHEREN = "organisatie_beheren"
    AFWEZIGHEID_MELDEN = "afwezigheid_melden"
    CIJFERS_ZIEN = "cijfers_zien"
    MOMENTOPNAME_MAKEN = "momentopname_maken"
    FEITEN_UITVOEREN = "feiten_uitvoeren"
    INZAGE_TOEKENNEN = "inzage_toekennen"
    NOODTOEGANG = "noodtoegang"
    INZAGELOG_ZIEN = "inzagelog_zien"
    WISSEN = "wissen"
    SYSTEEM = "systeem"


_P = Permissie
_UITVOERING = frozenset(
    {
        _P.MELDING_REGISTREREN,
        _P.MELDING_AFHANDELEN,
        _P.MELDING_INTREKKEN,
        _P.MELDING_TRIEREN,
        _P.INWONER_ZOEKEN,
        _P.INWONER_WIJZIGEN,
        _P.CASUS_WERKEN,
        _P.VEILIGHEID_ZIEN,
        _P.BESLUIT_VOORBEREIDEN,
        _P.BESLUIT_NEMEN,
        _P.VOORZIENING_TOEWIJZEN,
        _P.VANDAAG_ZIEN,
        _P.WERK_ZIEN,
        _P.TAAK_MAKEN,
        _P.TAAK_AFRONDEN,
        _P.TERMIJN_WIJZIGEN,
        _P.AFWEZIGHEID_MELDEN,
        _P.NOODTOEGANG,
    }
)

ROL_PERMISSIES: dict[Rol, frozenset[Permissie]] = {
    Rol.LOKET: frozenset(
        {
            _P.MELDING_REGISTREREN,
            _P.MELDING_INTREKKEN,
            _P.MELDING_TRIEREN,
            _P.INWONER_ZOEKEN,
            _P.INWONER_WIJZIGEN,
            _P.VANDAAG_ZIEN,
            _P.WERK_ZIEN,
            _P.TAAK_MAKEN,
            _P.TAAK_AFRONDEN,
            _P.AFWEZIGHEID_MELDEN,
        }
    ),
    Rol.CONSULENT: _UITVOERING,
    Rol.TEAMLEIDER: _UITVOERING
    | {
        _P.INZAGE_TOEKENNEN,
        _P.REGIE_TOEWIJZEN,
        _P.CIJFERS_ZIEN,
        _P.BELEID_ZIEN,
        _P.BELEID_VERANTWOORDEN,
    },
    Rol.KWALITEIT: frozenset(
        {
            _P.VANDAAG_ZIEN,
            _P.WERK_ZIEN,
            _P.VEILIGHEID_ZIEN,
            _P.TAAK_MAKEN,
            _P.TAAK_AFRONDEN,
            _P.AFWEZIGHEID_MELDEN,
        }
    ),
    Rol.BACKOFFICE: frozenset(
        {
            _P.INWONER_ZOEKEN,
            _P.BESLUIT_VOORBEREIDEN,
            _P.VOORZIENING_TOEWIJZEN,
            _P.GELD_ZIEN,
            _P.BERICHTEN_ZIEN,
            _P.PRODUCTEN_BEHEREN,
            _P.VANDAAG_ZIEN,
            _P.WERK_ZIEN,
            _P.TAAK_MAKEN,
            _P.TAAK_AFRONDEN,
            _P.AFWEZIGHEID_MELDEN,
        }
    ),
    Rol.LEERPLICHT: frozenset({_P.VANDAAG_ZIEN, _P.WERK_ZIEN, _P.TAAK_AFRONDEN, _P.AFWEZIGHEID_MELDEN}),
    Rol.PARTNER: frozenset({_P.VANDAAG_ZIEN, _P.WERK_ZIEN, _P.TAAK_AFRONDEN}),
    Rol.BELEID: frozenset(
        {
            _P.CIJFERS_ZIEN,
            _P.MOMENTOPNAME_MAKEN,
            _P.BELEID_ZIEN,
            _P.BELEID_BEHEREN,
            _P.BELEID_VERANTWOORDEN,
            _P.BELEID_PUBLICEREN,
            _P.VANDAAG_ZIEN,
        }
    ),
    Rol.RAAD: frozenset({_P.CIJFERS_ZIEN, _P.BELEID_ZIEN}),
    Rol.BEHEER: frozenset(
        {
            _P.ORGANISATIE_BEHEREN,
            _P.KAART_BEHEREN,
            _P.PRODUCTEN_BEHEREN,
            _P.TOEGANGSTOKEN_BEHEREN,
            _P.CIJFERS_ZIEN,
            _P.MOMENTOPNAME_MAKEN,
            _P.FEITEN_UITVOEREN,
            _P.AFWEZIGHEID_MELDEN,
        }
    ),
    Rol.FG: frozenset({_P.INZAGELOG_ZIEN, _P.WISSEN}),
    Rol.INWONER: frozenset(),
}


def permissies(rollen: frozenset[Rol]) -> frozenset[Permissie]:
    """Return everything that somebody with these roles may do."""
    return frozenset().union(*(ROL_PERMISSIES[rol] for rol in rollen))
