"""Use cases on a document that was read: keep it to look at, correct it, take it over in the plan."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.actions.agenda import LANGSTE_TEKST, plan_onbekend
from samendoen.beleid.events import DocumentGelezen, LezingOvergenomen, LezingVerbeterd, LezingWeggelegd
from samendoen.beleid.models import (
    Activiteit,
    Begrotingsmutatie,
    Doelstelling,
    Lezing,
    Mutatietabel,
    Onderdeel,
    Plan,
    Thema,
    Verantwoording,
)
from samendoen.beleid.queries.bevindingen import zin
from samendoen.beleid.queries.document import lees_inhoud
from samendoen.beleid.queries.leesuitvoer import als_document
from samendoen.beleid.queries.lezingen import een_activiteit
from samendoen.beleid.rules import Aspect, Deelsoort
from samendoen.beleid.rules.document import controleer_document, lees
from samendoen.beleid.rules.overnemen import (
    LANGSTE_TITEL,
    Mist,
    Staat,
    als_doelen,
    haperingen,
    jaar_van,
    over_te_nemen,
)
from samendoen.cijfers.api import vergelijk_delen
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
)


@dataclass(frozen=True, slots=True)
class Verbetering:
    """An activity as it should have been read; `weglaten`: it does not enter the plan."""

    titel: str
    resultaat: str
    verantwoording: str
    weglaten: bool = False


@actie("beleid", Permissie.BELEID_BEHEREN)
def lees_document_in(door: Actor, plan: str, naam: str, inhoud: bytes) -> int:
    """Read a document for a plan and keep what was read to look at; return the id.

    The same file once more, while it is still being looked at, is the same reading. Raises Domeinfout for a
    file that cannot be read; NietGevonden for a plan that was not read in.
    """
    rij = Plan.objects.filter(code=plan).first()
    if rij is None:
        raise plan_onbekend(plan)
    merk = hashlib.sha256(inhoud).hexdigest()
    op_beurt(f"beleid.lezing.{rij.pk}")
    bestaat = Lezing.objects.filter(plan=rij, hash=merk, staat=Staat.OPEN).first()
    if bestaat:
        return bestaat.pk
    delen = lees_inhoud(naam, inhoud)
    gelezen = als_document(lees(delen))
    if gelezen["accenten"]:
        gelezen["doelen"] = als_doelen(gelezen["accenten"])
        gelezen["jaar"] = jaar_van(gelezen["accenten"])
    gelezen["bevindingen"] = [zin(b) for b in controleer_document(delen, vergelijk_delen)]
    lezing = Lezing.objects.create(
        plan=rij, naam=naam[:200], hash=merk, inhoud=gelezen, staat=Staat.OPEN, gelezen_op=klok.vandaag()
    )
    t = gelezen["telling"]
    gebeurtenis = DocumentGelezen(
        document=merk,
        doelen=t["doelen"],
        activiteiten=t["activiteiten"],
        mutaties=t["mutaties"],
        niet_geplaatst=t["niet_geplaatst"],
    )
    leg_vast(door, Vastlegging(gebeurtenis, lezing.pk, klok.vandaag()))
    return lezing.pk


@actie("beleid", Permissie.BELEID_BEHEREN)
def verbeter_lezing(
    door: Actor, lezing_id: int, versie: int, doel: int, activiteit: int, nieuw: Verbetering
) -> None:
    """Correct one activity of a reading, or leave it out; both are counted from 1.

    Raises Domeinfout when somebody else corrected the reading since `versie`, when it is closed, or for a
    text that is missing or too long.
    """
    lezing = _op_slot(lezing_id)
    if lezing.versie != versie:
        raise Domeinfout(
            "lezing_verouderd",
            _("Iemand anders heeft deze lezing intussen verbeterd."),
            _("Kijk naar de nieuwe stand en verbeter opnieuw."),
        )
    velden = een_activiteit(lezing, doel, activiteit)
    velden["weglaten"] = nieuw.weglaten
    if not nieuw.weglaten:
        velden |= _teksten(nieuw)
    lezing.inhoud["doelen"][doel - 1]["activiteiten"][activiteit - 1] = velden
    lezing.versie += 1
    lezing.save(update_fields=["inhoud", "versie"])
    gebeurtenis = LezingVerbeterd(doel=doel, activiteit=activiteit, weglaten=nieuw.weglaten)
    leg_vast(door, Vastlegging(gebeurtenis, lezing.pk, klok.vandaag()))


def _teksten(nieuw: Verbetering) -> dict[str, str]:
    regels = (
        ("titel", nieuw.titel, LANGSTE_TITEL, True),
        ("resultaat", nieuw.resultaat, LANGSTE_TEKST, True),
        ("verantwoording", nieuw.verantwoording, LANGSTE_TEKST, False),
    )
    for veld, tekst, langst, moet in regels:
        if moet and not tekst.strip():
            raise Domeinfout(
                f"{veld}_leeg", _("Dit veld is leeg."), _("Vul het in, of laat de activiteit weg."), veld=veld
            )
        if len(tekst) > langst:
            raise Domeinfout(
                f"{veld}_te_lang",
                _("De tekst is langer dan %(n)s tekens.") % {"n": langst},
                _("Maak de tekst korter."),
                veld=veld,
            )
    return {veld: " ".join(tekst.split()) if veld == "titel" else tekst.strip() for veld, tekst, *_ in regels}


@actie("beleid", Permissie.BELEID_BEHEREN)
def neem_lezing_over(door: Actor, lezing_id: int) -> int:
    """Make a year agenda or an evaluation of a reading: goals, activities, accounts, changes of the budget.

    Return the id of the new part of the plan. Raises Domeinfout that names everything that is missing; then
    nothing enters the plan.
    """
    lezing = _op_slot(lezing_id)
    mist = haperingen(lezing.inhoud)
    if mist:
        zinnen = _mist()
        wat = [zinnen[h.wat] % {"regel": h.regel, "naam": h.naam} for h in mist[:5]]
        raise Domeinfout(
            "lezing_onvolledig", " ".join(wat), _("Verbeter dit eerst, of laat de activiteit weg.")
        )
    onderdeel = _Overnemer(door, lezing).schrijf()
    lezing.staat, lezing.onderdeel = Staat.OVERGENOMEN, onderdeel
    lezing.save(update_fields=["staat", "onderdeel"])
    leg_vast(door, Vastlegging(LezingOvergenomen(onderdeel=onderdeel.pk), lezing.pk, klok.vandaag()))
    return onderdeel.pk


@actie("beleid", Permissie.BELEID_BEHEREN)
def leg_lezing_weg(door: Actor, lezing_id: int) -> None:
    """Put a reading away; the plan stays as it is. Reading the file again begins anew."""
    lezing = _op_slot(lezing_id)
    lezing.staat = Staat.WEGGELEGD
    lezing.save(update_fields=["staat"])
    leg_vast(door, Vastlegging(LezingWeggelegd(), lezing.pk, klok.vandaag()))


def _op_slot(lezing_id: int) -> Lezing:
    """Take a reading that is still open. Raises NietGevonden, or Domeinfout when it is closed."""
    lezing = Lezing.objects.select_for_update().filter(pk=lezing_id).first()
    if lezing is None:
        raise NietGevonden(
            "lezing_onbekend", _("Deze lezing bestaat niet."), _("Kies een document uit de lijst.")
        )
    if lezing.staat != Staat.OPEN:
        raise Domeinfout(
            "lezing_gesloten",
            _("Deze lezing is al overgenomen of weggelegd."),
            _("Lees het document opnieuw in als er nog iets moet veranderen."),
        )
    return lezing


def _mist() -> dict[Mist, str]:
    return {
        Mist.TITEL: _("Regel %(regel)s: een doel of activiteit heeft geen titel."),
        Mist.TITEL_LANG: _("Regel %(regel)s: deze titel is te lang: '%(naam)s'."),
        Mist.RESULTAAT: _("Regel %(regel)s: bij '%(naam)s' staat geen resultaat."),
        Mist.SOORT: _(
            "Regel %(regel)s: bij '%(naam)s' staat niet of het structureel (S) of incidenteel (I) is."
        ),
        Mist.NIETS: _("Er is niets over om over te nemen."),
        Mist.FORMAAT: _("Alleen een voortgangsrapport of een evaluatie kan in een plan worden overgenomen."),
    }


class _Overnemer:
    """Writes a reading as a part of its plan, a statement per table."""

    def __init__(self, door: Actor, lezing: Lezing) -> None:
        self.door = door
        self.lezing = lezing
        self.inhoud: dict[str, Any] = lezing.inhoud
        self.bron: Callable[[int], str] = lambda regel: f"{lezing.naam}, regel {regel}"

    def schrijf(self) -> Onderdeel:
        """Write everything and return the new part."""
        jaar = self.inhoud["jaar"] or klok.vandaag().year
        evaluatie = bool(self.inhoud["accenten"])
        titel = _("Evaluatie %(jaar)s") if evaluatie else _("Jaaragenda %(jaar)s")
        onderdeel = Onderdeel.objects.create(
            plan=self.lezing.plan,
            code=f"lezing-{self.lezing.pk}",
            soort=Deelsoort.JAARAGENDA.value,
            titel=titel % {"jaar": jaar},
            jaar=jaar,
            # An evaluation has one light: of the result.
            **({"aspecten": [Aspect.RESULTAAT.value]} if evaluatie else {}),
            volgorde=self.lezing.plan.onderdelen.count() + 1,
            bron=self.lezing.naam,
        )
        themas = self._themas(onderdeel)
        self._activiteiten(self._doelen(themas))
        self._geld(onderdeel)
        return onderdeel

    def _themas(self, onderdeel: Onderdeel) -> dict[str, Thema]:
        titels = list(dict.fromkeys(doel["thema"] for _n, doel, _a in over_te_nemen(self.inhoud)))
        rijen = Thema.objects.bulk_create(
            Thema(
                onderdeel=onderdeel,
                code=str(nummer),
                titel=titel[:200] or _("Zonder thema"),
                volgorde=nummer,
                bron=self.lezing.naam,
            )
            for nummer, titel in enumerate(titels, 1)
        )
        return dict(zip(titels, rijen, strict=True))

    def _doelen(self, themas: dict[str, Thema]) -> list[tuple[Doelstelling, list[tuple[int, Any]]]]:
        paren = [
            (
                Doelstelling(
                    thema=themas[doel["thema"]],
                    code=str(doel.get("nummer", nummer)),
                    titel=doel["titel"],
                    volgorde=nummer,
                    bron=self.bron(doel["regel"]),
                    toelichting=doel["toelichting"],
                    tevreden_als=doel.get("tevreden_als", ""),
                    tellen=doel.get("tellen", []),
                    vertellen=doel.get("vertellen", []),
                ),
                activiteiten,
            )
            for nummer, doel, activiteiten in over_te_nemen(self.inhoud)
        ]
        Doelstelling.objects.bulk_create(rij for rij, _a in paren)
        return paren

    def _activiteiten(self, doelen: list[tuple[Doelstelling, list[tuple[int, Any]]]]) -> None:
        paren = [
            (
                Activiteit(
                    doelstelling=doel,
                    code=f"{doel.code}.{nummer}",
                    titel=a["titel"],
                    resultaat=a["resultaat"],
                    adviezen=a.get("adviezen", []),
                    volgorde=nummer,
                    bron=self.bron(a["regel"]),
                ),
                a["verantwoording"],
            )
            for doel, activiteiten in doelen
            for nummer, a in activiteiten
        ]
        Activiteit.objects.bulk_create(rij for rij, _v in paren)
        Verantwoording.objects.bulk_create(
            Verantwoording(
                activiteit=rij,
                op=klok.vandaag(),
                tekst=tekst,
                bron=rij.bron,
                door_id=self.door.id,
                geschreven_op=klok.nu(),
            )
            for rij, tekst in paren
            if tekst.strip()
        )

    def _geld(self, onderdeel: Onderdeel) -> None:
        mutaties = self.inhoud["mutaties"]
        if not mutaties:
            return
        genoemd = self.inhoud["totalen"][0]["genoemd"] or {}
        tabel = Mutatietabel.objects.create(
            onderdeel=onderdeel,
            titel=mutaties[0]["tabel"][:200],
            **{f"genoemd_{naam}": bedrag for naam, bedrag in genoemd.items()},
            bron=self.bron(mutaties[0]["regel"]),
        )
        Begrotingsmutatie.objects.bulk_create(
            Begrotingsmutatie(
                tabel=tabel,
                volgorde=nummer,
                naam=m["naam"][:200],
                lasten_eurocent=m["lasten_eurocent"],
                baten_eurocent=m["baten_eurocent"],
                genoemd_saldo_eurocent=m["saldo_eurocent"],
                soort=m["soort"],
                toelichting=m["toelichting"] or m["naam"],
                bron=self.bron(m["regel"]),
            )
            for nummer, m in enumerate(mutaties, 1)
        )
