"""The words of a question that came in by message: who referred, and what is asked."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.berichten.rules.bericht import Groep
from samendoen.schil.api import datum_zonder_dag

LANGSTE = 4000
VERWIJZERS = {
    "01": gettext_lazy("De gemeente"),
    "02": gettext_lazy("De huisarts"),
    "03": gettext_lazy("De jeugdarts"),
    "04": gettext_lazy("Een gecertificeerde instelling"),
    "05": gettext_lazy("Een medisch specialist"),
    "08": gettext_lazy("De rechter of het Openbaar Ministerie"),
}
"""Kind of referrer (COD327); 06 is nobody: the client came by himself."""


def woorden(client: Groep, producten: Sequence[Groep], *, bekend: bool) -> str:
    """Return what a 315 asks, in words. Of somebody whom we do not know, the name and birthday in it too."""
    delen = [_verwijzer(producten[0])]
    if not bekend:
        delen.append(_wie(client))
    delen += [_product(product) for product in producten]
    delen += [tekst for groep in (client, *producten) if (tekst := groep.tekst("Commentaar").strip())]
    return "\n".join(delen)[:LANGSTE]


def _verwijzer(product: Groep) -> str:
    naam = VERWIJZERS.get(product.tekst("Verwijzer/Type"))
    if naam is None:
        return _("De inwoner meldde zich zelf bij een aanbieder.")
    return _("%(wie)s verwees naar een aanbieder.") % {"wie": naam}


def _wie(client: Groep) -> str:
    naam = " ".join(
        deel
        for pad in ("Naam/Voornamen", "Naam/Geslachtsnaam/Voorvoegsel", "Naam/Geslachtsnaam/Achternaam")
        if (deel := client.tekst(pad).strip())
    )
    geboren = client.datum("Geboortedatum/Datum")
    wie = {"naam": naam, "dag": datum_zonder_dag(geboren) if geboren else ""}
    return _("Het gaat volgens het bericht om %(naam)s, geboren op %(dag)s.") % wie


def _product(product: Groep) -> str:
    wat = product.tekst("Product/Code") or product.tekst("Product/Categorie")
    van = product.datum("ToewijzingIngangsdatum")
    dag = datum_zonder_dag(van) if van else ""
    if not wat:
        return _("De aanbieder vraagt een budget vanaf %(dag)s.") % {"dag": dag}
    return _("De aanbieder vraagt product %(wat)s vanaf %(dag)s.") % {"wat": wat, "dag": dag}
