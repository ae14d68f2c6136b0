"""The list of assignments that end soon."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.besluiten.queries.aflopend import aflopend, weken_vooraf
from samendoen.besluiten.queries.toewijzingsregels import aanbiedernamen
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort
from samendoen.schil.api import Kolom, Tabel, toon


@poort(Permissie.VOORZIENING_TOEWIJZEN)
def toewijzingen_aflopend(request: Verzoek) -> HttpResponse:
    """What ends within some weeks: decide anew, or let it end."""
    namen = aanbiedernamen()
    gekozen = request.GET.get("aanbieder", "")
    gekozen = gekozen if gekozen in namen else ""
    rijen, deel = aflopend(request.actor, gekozen, geheel(request.GET.get("pagina", "1")) or 1)
    weken = weken_vooraf()
    tabel = Tabel(
        _("Aflopende toewijzingen"),
        [
            Kolom("wie", _("Voor wie en wat")),
            Kolom("einde", _("Laatste dag")),
            Kolom("omvang", _("Omvang")),
            Kolom("aanbieder", _("Aanbieder")),
            Kolom("doe", _("Wat nu?")),
        ],
        rijen,
        leeg=ngettext(
            "Binnen %(n)s week loopt geen toewijzing af. Hier verschijnt wat bijna stopt.",
            "Binnen %(n)s weken loopt geen toewijzing af. Hier verschijnt wat bijna stopt.",
            weken,
        )
        % {"n": weken},
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "weken": weken,
        "gekozen": gekozen,
        "aanbieders": [("", _("Alle aanbieders")), *namen.items()],
    }
    return toon(request, "besluiten/aflopend.html", context)
