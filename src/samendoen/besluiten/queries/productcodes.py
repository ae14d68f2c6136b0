"""The list of product codes: as the rules see it, for messages, for the screen; and what is wrong."""

from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samendoen.besluiten.models import Product, Productcode
from samendoen.besluiten.queries.woorden import periode_zin
from samendoen.besluiten.rules.geldigheid import Afspraak
from samendoen.besluiten.rules.productlijst import CATEGORIEEN, GROOTSTE, MEESTE_REGELS, Fout, Versie
from samendoen.kernel.api import Wet
from samendoen.schil.api import aantal, datum_zonder_dag

PER_PAGINA = 50
HOUDT = Q(ingetrokken_op__isnull=True)


def versies() -> list[Versie]:
    """Return every meaning of every code that was not taken back."""
    rijen = Productcode.objects.filter(HOUDT).order_by("pk")
    return [
        Versie(categorie, code, naam, eenheid, Afspraak(pk, van, tot))
        for pk, categorie, code, naam, eenheid, van, tot in rijen.values_list(
            "pk", "categorie", "code", "naam", "eenheid", "van", "tot"
        )
    ]


def berichtcodes(wet: str, vanaf: date | None = None) -> frozenset[tuple[str, str]] | None:
    """Return every agreed (category, code) under a law; None when there is no list at all.

    What stands on the list that was read in, and what our own products are called. With `vanaf` only what
    holds on that day or later; without, also what held before: of the past one may still report and invoice.
    """
    lijst = Productcode.objects.filter(HOUDT, wet=wet)
    if vanaf is not None:
        lijst = lijst.filter(Q(tot=None) | Q(tot__gt=vanaf))
    eigen = Product.objects.filter(wet=wet).exclude(berichtcategorie="").exclude(berichtcode="")
    codes = {
        *lijst.values_list("categorie", "code"),
        *eigen.values_list("berichtcategorie", "berichtcode"),
    }
    return frozenset(codes) or None


def foutzin(fout: Fout) -> str:
    """Return what is wrong with a line (or with the file) and what to do."""
    zinnen = {
        "te_groot": _(
            "Het bestand is groter dan %(n)s MB. Een productlijst is veel kleiner; kies het juiste."
        )
        % {"n": GROOTSTE // 1024 // 1024},
        "codering": _("Het bestand is geen UTF-8. Sla het in het rekenblad op als ‘CSV UTF-8’."),
        "leeg": _("Er staat geen enkele regel met een product in het bestand."),
        "te_veel_regels": _("Het bestand heeft meer dan %(n)s regels.") % {"n": aantal(MEESTE_REGELS)},
        "kolom": _("Deze kolommen ontbreken: %(waarde)s. Zet de namen op de eerste regel."),
        "geen_csv": _("Deze regel is niet te lezen: er staat een aanhalingsteken te veel of te weinig."),
        "te_veel_cellen": _("Deze regel heeft meer cellen dan er kolommen zijn."),
        "geen_json": _("Dit is geen JSON met een lijst van producten."),
        "categorie": _("De categorie ‘%(waarde)s’ bestaat niet in iWmo of iJw."),
        "code": _("De code ‘%(waarde)s’ is geen code van een tot vijf cijfers en hoofdletters."),
        "naam": _("De naam ontbreekt."),
        "naam_lang": _("De naam is langer dan 200 tekens."),
        "eenheid": _("De eenheid ‘%(waarde)s’ bestaat niet. Gebruik bijvoorbeeld uur, etmaal of stuks."),
        "dag": _("‘%(waarde)s’ is geen dag. Schrijf 2026-01-31 of 31-01-2026."),
        "periode": _("De laatste dag ligt voor de eerste dag."),
        "dubbel": _("Deze code staat met dezelfde eerste dag ook op regel %(waarde)s."),
        "overlap_in_bestand": _("De periode overlapt met die van dezelfde code op regel %(waarde)s."),
        "overlap": _("De periode overlapt met wat voor deze code al in Samendoen staat%(vanaf)s."),
    }
    vanaf = ""
    if fout.code == "overlap" and fout.waarde:
        vanaf = _(" vanaf %(dag)s") % {"dag": datum_zonder_dag(date.fromisoformat(fout.waarde))}
    return zinnen[fout.code] % {"waarde": fout.waarde, "vanaf": vanaf} if fout.code in zinnen else fout.code


def codelijst(zoek: str, wet: str, dag: date, pagina: int) -> tuple[list[dict[str, str]], Page[Productcode]]:
    """Return a page of the codes that hold on a day or will, as ready strings."""
    rijen = Productcode.objects.filter(HOUDT).filter(Q(tot=None) | Q(tot__gt=dag))
    if wet:
        rijen = rijen.filter(wet=wet)
    if zoek:
        rijen = rijen.filter(Q(naam__icontains=zoek) | Q(code__istartswith=zoek))
    deel: Page[Productcode] = Paginator(rijen.order_by("categorie", "code", "van"), PER_PAGINA).get_page(
        pagina
    )
    wetten = {w.value: str(w.label) for w in Wet}
    regels = [
        {
            "code": rij.code,
            "onder": f"{rij.categorie} {CATEGORIEEN[rij.wet].get(rij.categorie, '')}",
            "naam": rij.naam,
            "wet": wetten[rij.wet],
            "periode": capfirst(periode_zin(rij.van, rij.tot)),
        }
        for rij in deel.object_list
    ]
    return regels, deel


def aantal_codes() -> int:
    """Return how many codes stand on the list."""
    return Productcode.objects.filter(HOUDT).values("getal").distinct().count()
