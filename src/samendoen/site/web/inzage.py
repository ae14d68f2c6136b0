"""The privacy officer's page: who read which dossier, and who took emergency access and why."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Permissie, Verzoek, geheel, inzagelog, klok, log_inzage, noodtoegangen, poort
from samendoen.schil.api import Kolom, Tabel, datum_lang, toon

GETOOND = 8


@poort(Permissie.INZAGELOG_ZIEN)
def fg(request: Verzoek) -> HttpResponse:
    """The newest hundred of both; of one dossier by `?dossier=`."""
    dossier = request.GET.get("dossier", "").strip()
    nummer = geheel(dossier)
    log = inzagelog(request.actor, nummer)
    nood = noodtoegangen(request.actor)
    log_inzage(request.actor, "fg", (r["dossier"] for r in nood))  # the reasons are content of a dossier
    context = {
        "dossier": dossier,
        "onjuist": bool(dossier) and nummer is None,
        "nood": Tabel(
            _("Noodtoegang"),
            [
                Kolom("op", _("Wanneer")),
                Kolom("wie", _("Wie")),
                Kolom("dossier", _("Dossier"), getal=True),
                Kolom("reden", _("Reden")),
            ],
            [{**r, "op": _moment(r["op"]), "dossier": str(r["dossier"])} for r in nood],
            leeg=_("Niemand heeft noodtoegang genomen."),
        ),
        "log": Tabel(
            _("Inzage in dossiers"),
            [
                Kolom("op", _("Wanneer")),
                Kolom("wie", _("Wie")),
                Kolom("pagina", _("Pagina")),
                Kolom("dossiers", _("Dossiers")),
                Kolom("personen", _("Inwoners")),
            ],
            [_logregel(r) for r in log],
            leeg=_("Hier verschijnt elke pagina waarop iemand een dossier las."),
        ),
    }
    return toon(request, "web/fg.html", context)


def _logregel(regel: dict[str, Any]) -> dict[str, str]:
    return {
        "op": _moment(regel["op"]),
        "wie": regel["gebruiker__naam"],
        "pagina": regel["pagina"],
        "dossiers": _nummers(regel["dossiers"]),
        "personen": _nummers(regel["personen"]) or "–",
    }


def _nummers(ids: Sequence[int]) -> str:
    nummers = ", ".join(str(nummer) for nummer in ids[:GETOOND])
    rest = len(ids) - GETOOND
    return _("%(nummers)s en nog %(rest)s") % {"nummers": nummers, "rest": rest} if rest > 0 else nummers


def _moment(moment: Any) -> str:
    hier = moment.astimezone(klok.NEDERLAND)
    return f"{datum_lang(hier.date())}, {hier:%H:%M}"
