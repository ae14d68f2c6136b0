"""What changed in a budget and what a light for money means, as ready strings."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.beleid.models import Begroting, Begrotingswijziging, Geldgrens, Plan
from samendoen.beleid.queries.geld import soortnaam
from samendoen.beleid.rules.begroting import Lichtregel
from samendoen.kernel.api import NietGevonden, klok
from samendoen.schil.api import Kolom, Tabel, datum_zonder_dag, euro_centen, status


def wijzigingentabel(begroting_id: int, mag_beheren: bool) -> Tabel | None:
    """Return what changed in a budget, the newest first; also what was taken back. None without changes."""
    rijen = Begrotingswijziging.objects.filter(kolom__begroting=begroting_id).select_related(
        "kolom", "van", "naar"
    )
    kolommen = [
        Kolom("op", _("Dag"), heel=True),
        Kolom("wat", _("Van en naar")),
        Kolom("bedrag", _("Bedrag"), getal=True, heel=True),
        Kolom("jaar", _("Jaar"), heel=True),
        Kolom("soort", _("Soort"), heel=True),
    ]
    if mag_beheren:
        kolommen.append(Kolom("doen", _("Terugnemen")))
    regels = [_rij(rij) for rij in rijen.order_by("-op", "-pk")]
    titel = _("Wijzigingen in deze begroting")
    return Tabel(titel, kolommen, regels, toon_titel=False) if regels else None


def _rij(rij: Begrotingswijziging) -> dict[str, Any]:
    van = rij.van.naam if rij.van else _("van buiten deze begroting")
    naar = rij.naar.naam if rij.naar else _("uit deze begroting")
    jaar = _("vanaf %(jaar)s") if rij.soort == "S" else "%(jaar)s"
    return {
        "op": datum_zonder_dag(rij.op),
        "wat": _("%(van)s naar %(naar)s") % {"van": van, "naar": naar},
        "onder": rij.reden,
        "bedrag": euro_centen(rij.eurocent),
        "jaar": jaar % {"jaar": rij.kolom.titel},
        "soort": soortnaam(rij.soort),
        "doen": _doen(rij),
    }


def _doen(rij: Begrotingswijziging) -> SafeString:
    if rij.ingetrokken_op:
        return status(
            "neutraal", _("teruggenomen op %(dag)s") % {"dag": datum_zonder_dag(rij.ingetrokken_op)}
        )
    return format_html(
        '<a href="{}">{}<span class="sd-verborgen"> {}</span></a>',
        reverse("koers_wijziging_terug", args=[rij.pk]),
        _("Terugnemen"),
        euro_centen(rij.eurocent),
    )


def begroting(begroting_id: int) -> tuple[Begroting, str]:
    """Return a budget and the code of its plan. Raises NietGevonden."""
    rij = Begroting.objects.select_related("onderdeel__plan").filter(pk=begroting_id).first()
    if rij is None:
        raise NietGevonden(
            "begroting_onbekend",
            _("Deze begroting bestaat niet."),
            _("Kies een begroting op de pagina Geld."),
        )
    return rij, rij.onderdeel.plan.code


def keuzes(rij: Begroting) -> dict[str, list[tuple[int, str]]]:
    """Return what one can choose in a change of this budget: its lines and its columns, by id."""
    regels = rij.regels.order_by("volgorde").values_list("pk", "naam")
    kolommen = rij.kolommen.order_by("volgorde").values_list("pk", "titel")
    return {"regels": list(regels), "kolommen": list(kolommen)}


def lichtregel(plan: Plan) -> tuple[Lichtregel, str]:
    """Return what a light for money means today in a plan, and that in words: by whom and since when."""
    rij = (
        Geldgrens.objects.filter(plan=plan, vanaf__lte=klok.vandaag())
        .select_related("door")
        .order_by("-vanaf", "-pk")
        .first()
    )
    if rij is None:
        regel = Lichtregel()
        door = _("Zo staat het in Samendoen; de gemeente heeft nog niets anders bepaald.")
    else:
        regel = Lichtregel(rij.groen_tot, rij.oranje_tot)
        wie = str(rij.door) if rij.door else _("het systeem")
        door = _("Bepaald door %(wie)s, vanaf %(dag)s: %(reden)s") % {
            "wie": wie,
            "dag": datum_zonder_dag(rij.vanaf),
            "reden": rij.reden,
        }
    zin = _(
        "Groen: verwacht tot en met %(groen)s%% van het budget. Oranje: tot en met %(oranje)s%%. Rood: meer."
    )
    return regel, f"{zin % {'groen': regel.groen_tot, 'oranje': regel.oranje_tot}} {door}"
