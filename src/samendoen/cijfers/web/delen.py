"""Parts of the page of an indicator: its light and series, what must be known, and what others measured."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.queries.kruis import NIETS
from samendoen.cijfers.queries.lichten import reeks
from samendoen.cijfers.queries.metingen import Metingwaarde
from samendoen.cijfers.queries.metingoverzicht import elders_van, metingregel
from samendoen.cijfers.queries.opmerkingen import bij_periode, kanttekeningen
from samendoen.cijfers.queries.tabellen import Stand, Tabel, beschermd
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN
from samendoen.kernel.api import Actor, Permissie
from samendoen.schil import api as schil

MAG = Permissie.BELEID_BEHEREN


def delen(door: Actor, indicator: Indicator | Extern, van: Stand | None) -> dict[str, Any]:
    """Return what the parts show, for somebody who may see this indicator's figures of `van`."""
    mag, binnen = door.mag(MAG), not beschermd(door)
    gemeten = elders_van(indicator.code).metingen
    # A remark may say more of a figure than who does not see that figure should know.
    leest_mee = binnen or isinstance(indicator, Extern) or indicator.openbaar
    kanttekening = kanttekeningen(indicator, met_auteur=binnen)
    return {
        "mag_beheren": mag,
        "kanttekeningen": [k for k in kanttekening if k.breuk or leest_mee],
        "lichtreeks": _lichtreeks(van, indicator),
        "elders": _elders(indicator, gemeten, mag) if gemeten or isinstance(indicator, Extern) else None,
        "twijfels": [(f"{m.gebied}, {m.periode or NIETS}", zin) for m in gemeten for zin in m.twijfels],
    }


def _lichtreeks(van: Stand | None, indicator: Indicator | Extern) -> dict[str, Any] | None:
    """Return the series with its lights; None when no figure has one."""
    punten = reeks(van, indicator)
    met = [punt for punt in punten if punt.licht]
    if not met:
        return None
    kolommen = [
        schil.Kolom("periode", _("Periode"), heel=True),
        schil.Kolom("waarde", indicator.eenheid, getal=True),
        schil.Kolom("licht", _("Licht"), heel=True),
        schil.Kolom("herkomst", _("Van wie")),
    ]
    rijen = [
        {
            "periode": punt.naam,
            "waarde": punt.waarde,
            "licht": schil.licht(punt.licht.kleur.value) if punt.licht else NIETS,
            "herkomst": punt.licht.herkomst if punt.licht else "",
        }
        for punt in reversed(punten)
    ]
    return {
        "nieuwste": met[-1],
        "beeld": schil.licht(met[-1].licht.kleur.value) if met[-1].licht else "",
        "tabel": schil.Tabel(_("Lichten per periode"), kolommen, rijen, toon_titel=False),
    }


def _elders(indicator: Indicator | Extern, metingen: tuple[Metingwaarde, ...], mag: bool) -> schil.Tabel:
    kolommen = [
        schil.Kolom("gebied", _("Gebied")),
        schil.Kolom("periode", _("Periode"), heel=True),
        schil.Kolom("waarde", indicator.eenheid, getal=True),
        schil.Kolom("bron", _("Bron")),
    ]
    rijen = [metingregel(m, indicator.eenheid) for m in metingen]
    if mag and any(m.id for m in metingen):
        kolommen.append(schil.Kolom("weg", _("Intrekken"), heel=True))
        for rij, m in zip(rijen, metingen, strict=True):
            rij["weg"] = _link(m) if m.id else ""
    leeg = _("Niemand heeft dit cijfer nog gegeven.")
    return schil.Tabel(_("Cijfers van anderen"), kolommen, rijen, leeg=leeg, toon_titel=False)


def _link(m: Metingwaarde) -> str:
    """Return the link that takes a figure back; it names which for who hears the links alone."""
    waarvan = f"{m.gebied} {m.periode}"
    adres = reverse("meting_intrekken", args=[m.id])
    return format_html(
        '<a href="{}">{}<span class="sd-verborgen"> {}</span></a>', adres, _("Intrekken"), waarvan
    )


def bij_download(tabel: Tabel) -> dict[str, Any]:
    """Return what a JSON download says beside the figures."""
    alle = kanttekeningen(tabel.indicator, met_auteur=False)
    return {"kanttekeningen": [k.als_json() for k in alle]}


def opmerkingkolom(tabel: Tabel) -> list[str] | None:
    """Return what must be known per row of a CSV download; None when there is nothing to say."""
    plek = next((n for n, naam in enumerate(tabel.per) if naam in PERIODEDELEN), None)
    alle = kanttekeningen(tabel.indicator, met_auteur=False)
    if plek is None or not alle:
        return None
    perioden = [rij.namen[plek] for rij in tabel.rijen]
    return ["" if periode is None else bij_periode(alle, str(periode)) for periode in perioden]
