"""What may be written about a resident: every field checked and put in one form."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.rules import OUDSTE, Contactkanaal, Geslacht, kaal_huisnummer, zoeknaam
from samendoen.kernel.api import Domeinfout, klok
from samendoen.recht.api import Rechtsfout, eis_bsn, normaliseer_postcode

_TELEFOON = re.compile(r"[0-9+()\-. ]{6,30}")
_TAAL = re.compile(r"[a-z]{2,3}")
_LENGTE = {v.name: v.max_length for v in Inwoner._meta.fields if v.max_length is not None}
BSN_DOEL = "inwoners_inwoner.bsn"


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return the error of one field."""
    return Domeinfout(f"inwoner_{veld}", wat, doe, veld=veld)


def _tekst(veld: str, waarde: Any) -> str:
    kaal = " ".join(str(waarde).split())
    if len(kaal) > _LENGTE[veld]:
        raise fout(
            veld, _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": _LENGTE[veld]}, _("Kort het in.")
        )
    if "\x00" in kaal:
        raise fout(veld, _("Hier staat een teken dat niet bestaat."), _("Typ het opnieuw."))
    return kaal


def _achternaam(waarde: Any) -> str:
    naam = _tekst("achternaam", waarde)
    zoek = zoeknaam(naam)
    if len(zoek) > _LENGTE["naam_zoek"]:  # one letter can stand for several: ß is searched as ss
        raise fout("achternaam", _("Deze naam is te lang."), _("Kort hem in."))
    if not zoek:
        raise fout(
            "achternaam",
            _("De achternaam ontbreekt."),
            _("Vul de achternaam in, zoals op het identiteitsbewijs."),
        )
    return naam


def _geboortedatum(waarde: date) -> date:
    vandaag = klok.vandaag()
    if waarde > vandaag:
        raise fout(
            "geboortedatum",
            _("De geboortedatum ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        )
    if waarde < vandaag - OUDSTE:
        raise fout(
            "geboortedatum", _("De geboortedatum ligt meer dan 120 jaar terug."), _("Controleer het jaartal.")
        )
    return waarde


def _overleden_op(waarde: date | None) -> date | None:
    if waarde is not None and waarde > klok.vandaag():
        raise fout(
            "overleden_op",
            _("De dag van overlijden ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        )
    return waarde


def _volgens_de_wet(veld: str, regel: Callable[[str], str], waarde: Any) -> str:
    try:
        return regel(str(waarde)) if str(waarde).strip() else ""
    except Rechtsfout as f:
        raise fout(veld, f.toelichting, f.doe) from f


def _uit_lijst(veld: str, lijst: frozenset[str], waarde: Any) -> str:
    if str(waarde) not in lijst:
        raise fout(veld, _("Deze keuze bestaat niet."), _("Kies uit de lijst."))
    return str(waarde)


def _naar_vorm(veld: str, vorm: re.Pattern[str], doe: Callable[[], str], waarde: Any) -> str:
    kaal = _tekst(veld, waarde)
    if kaal and not vorm.fullmatch(kaal):
        raise fout(veld, _("Dit klopt niet."), doe())
    return kaal


def _email(waarde: Any) -> str:
    kaal = _tekst("email", waarde)
    try:
        if kaal:
            validate_email(kaal)
    except ValidationError as f:
        raise fout("email", _("Dit is geen e-mailadres."), _("Controleer het, bijvoorbeeld op de @.")) from f
    return kaal


def _huisnummer(waarde: Any) -> str:
    return kaal_huisnummer(_tekst("huisnummer", waarde))


# Field -> what makes it good, or raises. A field that is not in it cannot be written.
SCHOON: dict[str, Callable[[Any], Any]] = {
    "achternaam": _achternaam,
    "geboortedatum": _geboortedatum,
    "overleden_op": _overleden_op,
    "bsn": partial(_volgens_de_wet, "bsn", eis_bsn),
    "postcode": partial(_volgens_de_wet, "postcode", normaliseer_postcode),
    "huisnummer": _huisnummer,
    "geslacht": partial(_uit_lijst, "geslacht", frozenset(Geslacht)),
    "voorkeurskanaal": partial(_uit_lijst, "voorkeurskanaal", frozenset({"", *Contactkanaal})),
    "email": _email,
    "telefoon": partial(
        _naar_vorm, "telefoon", _TELEFOON, lambda: _("Vul een telefoonnummer in, bijvoorbeeld 06 12345678.")
    ),
    "voorkeurstaal": partial(
        _naar_vorm, "voorkeurstaal", _TAAL, lambda: _("Vul een taalcode in, bijvoorbeeld nl of ar.")
    ),
    "laaggeletterd": bool,
    "geheimhouding": bool,
    **{
        veld: partial(_tekst, veld)
        for veld in (
            "voornamen",
            "roepnaam",
            "voorletters",
            "tussenvoegsel",
            "straat",
            "plaats",
            "bag_id",
        )
    },
}


def schoon(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields as they are kept; raises Domeinfout with the field at the first that is wrong."""
    return {veld: SCHOON[veld](waarde) for veld, waarde in gegevens.items()}
