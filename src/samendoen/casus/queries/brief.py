"""The plan as a letter, in plain Dutch (B1): for the whole household, or for one person of it.

A letter is Dutch whatever language the screen is in, so its sentences are no texts to translate.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import override

from samendoen.casus.access import haal, niet_gevonden
from samendoen.casus.models import Casus, Plan, Regie
from samendoen.casus.queries.mensen import Mens, Mensen, mensen_van
from samendoen.casus.queries.plan import Actiebeeld, Doelbeeld, Persoondeel, Planbeeld, haal_plan, planbeeld
from samendoen.casus.rules import Oordeel, Planstatus, Spreker, Taakrol, sprekers_nodig
from samendoen.inwoners.api import gezag_over, postadressen
from samendoen.kaart.api import Ondersteuningsniveau
from samendoen.kernel.api import Actor, klok, log_inzage
from samendoen.organisatie.api import contactteksten, gemeente
from samendoen.schil.api import Alinea, Blok, Brief, Kop, Lijst, datum_zonder_dag

# Who helps, in the words of a letter: with a name, and without.
DOOR: dict[str, tuple[str, str]] = {
    Ondersteuningsniveau.EIGEN_KRACHT.value: ("Dit doet {} zelf.", "Dit doet u zelf."),
    Ondersteuningsniveau.NETWERK.value: ("Dit doet {}, uit uw omgeving.", "Dit doen mensen om u heen."),
    Ondersteuningsniveau.ALGEMEEN.value: ("Bij {}. Daar kan iedereen terecht.", "Daar kan iedereen terecht."),
    Ondersteuningsniveau.BASISHULP.value: ("Dit doet {} van ons team.", "Dit doet ons team."),
    Ondersteuningsniveau.MAATWERK.value: (
        "Hiervoor vragen wij hulp op maat aan. Wie die geeft: {}.",
        "Hiervoor vragen wij hulp op maat aan.",
    ),
}


@dataclass(frozen=True, slots=True)
class Planbrief:
    """The letter, and for whom else it can be made: (person, name, whether it is this one)."""

    casus_id: int
    versie: int
    brief: Brief
    keuzes: tuple[tuple[str, str, bool], ...]
    voor_een: bool
    met_geheim: bool


def planbrief(door: Actor, casus_id: int, versie: int | None = None, voor: int | None = None) -> Planbrief:
    """Return a version of the plan as a letter; logged. NietGevonden outside the scope, or without plan.

    `voor` is who receives it: then it holds the goals of that person, and of the children for whom that
    person decides. One parent does not read the words of the other. Whatever is chosen, it only holds what
    this reader may read.
    """
    casus = haal(door, casus_id)
    plan = haal_plan(casus_id, versie)
    if plan is None:
        raise niet_gevonden()
    mensen = mensen_van(door, casus_id)
    ontvanger = mensen.per_id().get(voor) if voor is not None else None
    if voor is not None and ontvanger is None:
        raise niet_gevonden()
    log_inzage(door, "casus-plan", [m.dossier_id for m in mensen.bekend])
    binnen = _mag_lezen(ontvanger, mensen) if ontvanger else {m.persoon_id for m in mensen.bekend}
    with override("nl"):
        beeld = planbeeld(door, plan, mensen)
        brief = _brief(door, casus, plan, beeld, _lezers(ontvanger, mensen), binnen)
    keuzes = [("", "", ontvanger is None)]
    keuzes += [(str(m.persoon_id), m.naam, m is ontvanger) for m in mensen.bekend]
    return Planbrief(
        casus_id=casus_id,
        versie=plan.versie,
        brief=brief,
        keuzes=tuple(keuzes),
        voor_een=ontvanger is not None,
        met_geheim=any(m.geheim for m in mensen.bekend),
    )


def _mag_lezen(ontvanger: Mens, mensen: Mensen) -> set[int]:
    """Return whose goals stand in the letter to this person: the own ones, and those of children for whom
    they decide (Jeugdwet art. 7.3.4, 7.3.5); the child of 16 speaks alone."""
    vandaag = klok.vandaag()
    kinderen = [m.persoon_id for m in mensen.bekend if Spreker.OUDERS in sprekers_nodig(m.geboren, vandaag)]
    gezag = gezag_over(kinderen)
    return {ontvanger.persoon_id, *(k for k in kinderen if ontvanger.persoon_id in gezag.get(k, ()))}


def _lezers(ontvanger: Mens | None, mensen: Mensen) -> tuple[Mens, ...]:
    return (ontvanger,) if ontvanger else mensen.bekend


def _brief(
    door: Actor, casus: Casus, plan: Plan, beeld: Planbeeld, lezers: tuple[Mens, ...], binnen: set[int]
) -> Brief:
    deze = gemeente()
    regisseur = _regisseur(casus)
    delen = [deel for deel in beeld.delen if deel.mens.persoon_id in binnen]
    return Brief(
        afzender=f"Gemeente {deze.naam}" if deze else "",
        aan=_adres(door, lezers),
        datum=plan.vastgesteld_op or klok.vandaag(),
        kenmerk=f"C{casus.pk}-P{plan.versie}",
        onderwerp="Uw plan" if len(lezers) == 1 else "Het plan van uw huishouden",
        blokken=(
            *_opening(plan, regisseur),
            *(blok for deel in delen for blok in _deel(deel, alleen=len(delen) == 1 and len(lezers) == 1)),
            *_akkoord(beeld, binnen),
            *_verder(plan, regisseur),
        ),
        aanhef=f"Beste {_opsomming([m.roepnaam for m in lezers])}," if lezers else "",
        slot=("Met vriendelijke groet,", regisseur, f"Gemeente {deze.naam}" if deze else ""),
    )


def _regisseur(casus: Casus) -> str:
    laatste = Regie.objects.filter(casus=casus, rol=Taakrol.REGISSEUR).order_by("-pk")
    return str(laatste.values_list("gebruiker__naam", flat=True)[0])


def _adres(door: Actor, lezers: tuple[Mens, ...]) -> tuple[str, ...]:
    """Return the address block; of a secret address only for who may know it (`inwoners`)."""
    if not lezers:
        return ()
    adres = postadressen(door, [lezers[0].persoon_id]).get(lezers[0].persoon_id)
    return (_opsomming([m.naam for m in lezers]), *(adres.regels if adres else ()))


def _opening(plan: Plan, regisseur: str) -> Iterator[Blok]:
    if plan.status == Planstatus.CONCEPT:
        yield Alinea("Dit is een concept. Wij praten er nog met u over voordat het geldt.")
    else:
        yield Alinea(
            "Dit is het plan dat wij samen met u hebben gemaakt. Het geldt sinds "
            f"{datum_zonder_dag(plan.vastgesteld_op or plan.opgesteld_op)}. "
            "U leest wat u wilt bereiken, en wie wat gaat doen."
        )
    yield Alinea(
        f"{regisseur} is uw regisseur. Dat is uw vaste contactpersoon. U kunt er al uw vragen stellen."
    )


def _deel(deel: Persoondeel, *, alleen: bool) -> Iterator[Blok]:
    if not alleen:
        yield Kop(deel.mens.naam)
    for doel in deel.doelen:
        yield from _doel(doel)


def _doel(doel: Doelbeeld) -> Iterator[Blok]:
    if doel.gewist:
        return
    yield Alinea(f"{doel.gebied}\n“{doel.tekst}”" + _tevreden(doel.tevreden_als))
    punten = tuple(_actie(a) for a in doel.acties if not a.gewist)
    if punten:
        yield Lijst(punten)


def _tevreden(tekst: str) -> str:
    if not tekst:
        return ""
    klein = _klein(tekst)
    return f"\nWij zijn tevreden {klein}" if klein.startswith("als ") else f"\nWij zijn tevreden als: {klein}"


def _klein(zin: str) -> str:
    return zin[:1].lower() + zin[1:]


def _actie(a: Actiebeeld) -> str:
    met_naam, zonder = DOOR[a.niveau]
    delen = [_punt(a.tekst), met_naam.format(a.wie.strip().rstrip(".")) if a.wie else zonder]
    delen.extend(_periode(a))
    if a.niet_lichter:
        delen.append(_punt(f"Waarom niet lichter: {_klein(a.niet_lichter)}"))
    return " ".join(delen)


def _periode(a: Actiebeeld) -> Iterator[str]:
    if a.van_op and a.uiterlijk_op:
        yield f"Van {datum_zonder_dag(a.van_op)} tot en met {datum_zonder_dag(a.uiterlijk_op)}."
    elif a.van_op:
        yield f"Vanaf {datum_zonder_dag(a.van_op)}."
    elif a.uiterlijk_op:
        yield f"Uiterlijk op {datum_zonder_dag(a.uiterlijk_op)}."


def _punt(zin: str) -> str:
    kaal = zin.strip()
    return kaal if kaal.endswith((".", "!", "?")) else f"{kaal}."


def _akkoord(beeld: Planbeeld, binnen: set[int]) -> Iterator[Blok]:
    gezegd = [a for a in beeld.akkoorden if a.persoon_id in binnen and a.oordeel]
    if not gezegd:
        return
    yield Kop("Wie het eens is met dit plan")
    yield Lijst(
        tuple(
            f"{a.naam} is het eens met het plan."
            if a.oordeel == Oordeel.AKKOORD
            else f"{a.naam} is het niet eens met het plan: “{a.toelichting}”"
            for a in gezegd
        )
    )


def _verder(plan: Plan, regisseur: str) -> Iterator[Blok]:
    yield Kop("Hoe gaat het verder?")
    if plan.evaluatie_op:
        yield Alinea(
            f"Op {datum_zonder_dag(plan.evaluatie_op)} kijken wij samen terug. "
            "Wij vragen dan wat er is gelukt, en wat er anders moet."
        )
    yield Alinea(
        f"Verandert er iets, of bent u het ergens niet mee eens? Bel of mail {regisseur}. "
        "U mag ook zelf een plan schrijven. Dan nemen wij dat op."
    )
    hulp = contactteksten().get("clientondersteuning")
    yield Alinea(
        hulp[1]
        if hulp
        else "U kunt gratis hulp krijgen van een onafhankelijke cliëntondersteuner. Die denkt met u mee."
    )


def _opsomming(namen: Iterable[str]) -> str:
    *eerste, laatste = list(namen)
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
