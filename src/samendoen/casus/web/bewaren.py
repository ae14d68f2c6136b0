"""A form that is saved while one types, in which two writers never overwrite each other.

Without JavaScript the same form is sent by its button. htmx asks for the block `stand` alone: what was saved,
the new signs of what was read, and a choice where a colleague wrote in the same field.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.actions.onderzoekinvoer import als_tekst, netjes
from samendoen.casus.rules import Samenvoeging, merk, voeg_samen
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, klok
from samendoen.schil.api import datum_lang

_MERK = re.compile(r"([a-z_]{1,40})=([0-9a-f]{16})")
MIJN, HUN, ALLEBEI = "mijn", "hun", "allebei"
BOTST = "_botst"
"""How the code of a Domeinfout ends that says that two writers changed the same field."""


@dataclass(frozen=True, slots=True)
class Bron:
    """What a form writes in: what stood there when the page was asked, how it is read anew, who wrote last
    (user, name), and how it is written (values, signs of what was read)."""

    staand: Mapping[str, Any]
    lees: Callable[[], Mapping[str, Any]]
    schrijver: Callable[[], tuple[int | None, str]]
    schrijf: Callable[[dict[str, Any], dict[str, str]], Samenvoeging]


@dataclass(slots=True)
class Bewaring:
    """What came of saving, ready to show. `opnieuw` are fields whose text the server changed, `fout` is the
    code of what was refused ("": not all was filled in)."""

    gelukt: bool
    zin: str
    gelezen: str
    botsingen: dict[str, SafeString]
    opnieuw: tuple[str, ...] = ()
    fout: str = ""


class Bewaarform(forms.Form):
    """A form that is saved while one types. `gelezen` says what stood in each field when it was read;
    where a colleague wrote in the same field, `keuze_…` says which text stays."""

    gelezen = forms.CharField(required=False, widget=forms.HiddenInput)
    VELDEN: ClassVar[tuple[str, ...]] = ()
    TEKSTEN: ClassVar[tuple[str, ...]] = ()
    alles_mag_leeg: ClassVar[bool] = True

    @property
    def namen(self) -> tuple[str, ...]:
        """Return the fields that are saved."""
        return self.VELDEN

    @property
    def teksten(self) -> tuple[str, ...]:
        """Return which of them are texts, of which one can keep both."""
        return self.TEKSTEN

    def merken(self) -> dict[str, str]:
        """Return the signs that came along."""
        ruw = str(self.data.get("gelezen", "")) if self.is_bound else ""
        return dict(_MERK.findall(ruw))

    def waarden(self) -> dict[str, Any]:
        """Return what was filled in, as it is kept."""
        return {veld: netjes(self.cleaned_data.get(veld)) for veld in self.namen}

    def toon_anders(self, waarden: Mapping[str, Any]) -> None:
        """Show these values instead of what was sent: the choice about a clash made them."""
        assert isinstance(self.data, QueryDict)
        gegevens = self.data.copy()
        for veld, waarde in waarden.items():
            lijst = waarde if isinstance(waarde, list) else [als_tekst(waarde)]
            gegevens.setlist(veld, [str(deel) for deel in lijst])
        self.data = gegevens

    def opgelost(self, staand: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
        """Return what to write and the signs of what was read, with the choices made about clashes.

        A choice counts for the text that was shown with it, not for one that came after.
        """
        waarden, gelezen = self.waarden(), self.merken()
        for veld in self.namen:
            keuze, nu = self.data.get(f"keuze_{veld}"), netjes(staand[veld])
            gezien = self.data.get(f"gezien_{veld}")
            if keuze not in (MIJN, HUN, ALLEBEI) or gezien != merk(als_tekst(nu)):
                continue
            gelezen[veld] = str(gezien)
            if keuze == HUN:
                waarden[veld] = nu
            elif keuze == ALLEBEI and veld in self.teksten:
                waarden[veld] = f"{nu}\n\n{waarden[veld]}"
        return waarden, gelezen


def zet_gelezen(merken: Mapping[str, str]) -> str:
    """Return the signs as the form carries them."""
    return " ".join(f"{veld}={teken}" for veld, teken in merken.items())


def merken_van(waarden: Mapping[str, Any]) -> dict[str, str]:
    """Return the sign of each value as it stands, for the form to carry along."""
    return {veld: merk(tekst) for veld, tekst in _teksten(waarden).items()}


def vangnet(wat: str, wie: int | None) -> dict[str, str]:
    """Return the key and the name under which the browser keeps what was typed and not sent yet: of this part
    and this user, and known to no device without the page."""
    bron = f"{wat}:{wie}"
    sleutel = salted_hmac("samendoen.vangnet.sleutel", bron, algorithm="sha256").digest()
    naam = salted_hmac("samendoen.vangnet.naam", bron, algorithm="sha256").hexdigest()[:32]
    return {"sleutel": b64encode(sleutel).decode(), "naam": naam}


def velden_van(form: Bewaarform, bewaring: Bewaring | None) -> list[tuple[str, Any, SafeString | str, bool]]:
    """Return (name, field, the choice above it, whether its text must be shown anew) of each field."""
    botsingen = bewaring.botsingen if bewaring else {}
    opnieuw = bewaring.opnieuw if bewaring else ()
    return [
        (veld.name, veld, botsingen.get(veld.name, ""), veld.name in opnieuw)
        for veld in form
        if veld.name != "gelezen"
    ]


def bewaar(form: Bewaarform, bron: Bron, zelf: int | None) -> Bewaring:
    """Save what a valid form asks; say what came of it in a sentence. Geweigerd and NietGevonden pass."""
    if not form.is_valid():
        eerste = next(iter(form.errors.values()))[0]
        zin = _("Niet opgeslagen. %(fout)s") % {"fout": eerste}
        return Bewaring(False, zin, str(form.data.get("gelezen", "")), {})
    waarden, gelezen = form.opgelost(bron.staand)
    try:
        samen = bron.schrijf(dict(waarden), gelezen)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        return _mislukt(form, bron, fout, zelf)
    nu = merken_van(bron.lees())
    # What a colleague changed stays unread here, so that it is never mistaken for one's own.
    gelezen = {
        veld: gelezen.get(veld, merk("")) if veld in samen.van_ander else nu[veld] for veld in form.namen
    }
    gewijzigd = tuple(v for v in form.namen if waarden[v] != form.waarden()[v])
    if gewijzigd:
        form.toon_anders({veld: waarden[veld] for veld in gewijzigd})
    return Bewaring(True, _gelukt(form, samen), zet_gelezen(gelezen), {}, gewijzigd)


def _mislukt(form: Bewaarform, bron: Bron, fout: Domeinfout, zelf: int | None) -> Bewaring:
    """Say why nothing was saved. Choices that were made about clashes stay made until all are."""
    nu = bron.lees()
    botsingen = _botsingen(form, bron, nu, zelf) if fout.fout.endswith(BOTST) else {}
    zin = f"{fout.toelichting} {fout.doe}".strip()
    form.add_error(fout.veld if fout.veld in form.fields else None, zin)
    zin = _("Niet opgeslagen. %(fout)s") % {"fout": zin}
    return Bewaring(False, zin, zet_gelezen(form.merken()), botsingen, fout=fout.fout)


def _gelukt(form: Bewaarform, samen: Samenvoeging) -> str:
    zin = _("Opgeslagen om %(tijd)s.") % {"tijd": f"{klok.nu():%H:%M}"}
    if samen.van_ander:
        namen = ", ".join(str(form.fields[veld].label) for veld in samen.van_ander)
        zin += " " + _("Een collega schreef intussen bij: %(velden)s. Ververs de pagina om dat te lezen.") % {
            "velden": namen
        }
    return zin


def _teksten(waarden: Mapping[str, Any]) -> dict[str, str]:
    return {veld: als_tekst(netjes(waarde)) for veld, waarde in waarden.items()}


def _botsingen(
    form: Bewaarform, bron: Bron, nu: Mapping[str, Any], zelf: int | None
) -> dict[str, SafeString]:
    """Return for each field that clashes what the colleague wrote, and what one can choose."""
    samen = voeg_samen(_teksten(nu), _teksten(form.waarden()), form.merken())
    # Who wrote last in this row, unless that was oneself in another field since.
    nummer, naam = bron.schrijver()
    wie = naam if nummer != zelf else ""
    return {veld: _botsing(form, veld, netjes(nu[veld]), wie) for veld in samen.botst}


def _botsing(form: Bewaarform, veld: str, hun: Any, wie: str) -> SafeString:
    gezien = merk(als_tekst(hun))
    eerder = form.data.get(f"gezien_{veld}") == gezien
    gegevens = {
        "veld": veld,
        "label": form.fields[veld].label,
        "wie": wie,
        "hun": _leesbaar(form, veld, hun),
        "gezien": gezien,
        "keuze": form.data.get(f"keuze_{veld}") if eerder else "",
        "allebei": veld in form.teksten,
    }
    return SafeString(render_to_string("casus/deel_botsing.html", gegevens))


def _leesbaar(form: Bewaarform, veld: str, waarde: Any) -> str:
    """Return a value as people read it."""
    keuzes = dict(getattr(form.fields[veld], "choices", ()))
    if isinstance(waarde, date):
        return datum_lang(waarde)
    if isinstance(waarde, list):
        return ", ".join(str(keuzes.get(deel, deel)) for deel in waarde)
    if keuzes:
        return str(keuzes.get(waarde, keuzes.get(als_tekst(waarde), als_tekst(waarde))))
    return als_tekst(waarde)
